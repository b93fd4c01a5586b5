"""The command line of the evaluations: exit codes and one-line failures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.cli import main
from evals.records import Measure
from evals.reports.files import write_run
from tests.evals.test_reports import RUN

FAILURES = {
    "no such task": (["run", "speed"], 2, "answers, baselines"),
    "no labels": (["run", "extraction"], 1, "set VSS_GOLD"),
    "no such verb": (["judge"], 2, "judge"),
    "no results in the file": (["compare", "README.md", "README.md"], 1, "README.md"),
}


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
