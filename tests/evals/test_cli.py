"""The command line of the evaluations: exit codes and one-line failures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evals.cli import main
from evals.records import Measure
from evals.reports.files import write_run
from evals.scorers.labels import Label, write_labels
from tests.evals.reports.test_reports import RUN

FAILURES = {
    "no such task": (["run", "speed"], 2, "answers, asked, baselines"),
    "no labels": (["run", "extraction"], 1, "set VSS_GOLD"),
    "no labels in the folder": (
        ["score", "--gold", "docs", "--reports", "docs"], 1, "SPLIT.csv: expected a file of labels",
    ),
    "errors of the half that is never read": (
        ["score", "--gold", "docs", "--reports", "docs", "--half", "measure", "--errors"],
        2, "of look only",
    ),
    "no such verb": (["judge"], 2, "judge"),
    "no results in the file": (["compare", "README.md", "README.md"], 1, "README.md"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "said"), FAILURES.values(), ids=FAILURES)
def test_a_failure_is_one_line_and_its_code(
    arguments: list[str],
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("VSS_GOLD", raising=False)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    errors = capsys.readouterr().err
    assert (ended.value.code, errors.count("\n")) == (code, 1)
    assert said in errors


REPORT = "At the end of 2023 Binh Phuoc had 15,512 voluntary social insurance participants."
LABEL = Label(
    doc="one", metric="voluntary_si_participants", aspect="level", value=Decimal(15_513),
    unit="people", bound="exact", place="Binh Phuoc", period="@2023", vs=None, group=None,
    quote=REPORT,
)  # fmt: skip


@pytest.mark.parametrize(("half", "shown"), [("look", True), ("measure", False)])
def test_extraction_of_a_folder_is_scored(
    half: str, shown: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.md").write_text(f"Members\n\n{REPORT}\n", encoding="utf-8")
    (tmp_path / "SPLIT.csv").write_text(f"report,half\none,{half}\n", encoding="utf-8")
    write_labels([LABEL], tmp_path / "one.jsonl")
    words = ["score", "--gold", str(tmp_path), "--reports", str(tmp_path), "--half", half]
    with pytest.raises(SystemExit) as ended:
        main([*words, *(["--errors"] if shown else [])])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert "1 rows, 1 labels" in told
    assert ("15513" in told) is shown


def test_two_runs_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(write_run(RUN, tmp_path))
    with pytest.raises(SystemExit) as ended:
        main(["compare", path, path])
    assert ended.value.code == 0
    assert "accuracy" in capsys.readouterr().out


def test_a_run_outside_the_accepted_values_is_printed_kept_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    poor = replace(RUN, task="readings", measures=(Measure("whole", 0.25, 0.0, 0.5, 4),))
    monkeypatch.setattr("evals.running.run_task", lambda *_: poor)
    with pytest.raises(SystemExit) as ended:
        main(["run", "readings", "--data", str(tmp_path)])
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert "readings: whole 0.250, expected" in told.err
    assert "0.250" in told.out
    assert list((tmp_path / "evals").iterdir())
