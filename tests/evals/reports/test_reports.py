"""Runs on disk and beside each other."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from evals.loading import load_task
from evals.measures.answers import answer_measures
from evals.records import Measure, Run
from evals.reports.comparing import compare_runs
from evals.reports.files import read_run, write_run
from evals.reports.markdown import write_markdown
from evals.reports.page import write_page
from evals.reports.sections import panels, section
from evals.reports.tables import comparison_tables, run_tables
from indexing.errors import UsageError, WorkError
from tests.evals.measures.test_answers import SCORES

RUN = Run("answers", 1, "2025-01-02T03:04:05+00:00", "abc", answer_measures(SCORES), SCORES)
BETTER = replace(RUN, scores=(*SCORES[:1], replace(SCORES[1], outcome="right"), *SCORES[2:]))


def printed(*tables: object) -> str:
    """The tables as a wide terminal shows them."""
    console = Console(width=200)
    with console.capture() as captured:
        console.print(*tables)
    return captured.get()


def test_a_run_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    assert read_run(write_run(RUN, tmp_path / "evals")) == RUN


def test_another_file_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text("[]")
    with pytest.raises(WorkError, match=r"notes\.json: expected the results of a run"):
        read_run(tmp_path / "notes.json")


def test_a_run_shows_its_measures_its_classes_and_what_is_not_right() -> None:
    text = printed(*run_tables(RUN))
    assert "accuracy" in text
    assert "value-02" in text
    assert "value-01" not in text


def test_a_comparison_shows_the_samples_that_changed() -> None:
    text = printed(*comparison_tables(compare_runs(RUN, BETTER)))
    assert "value-02" in text
    assert "value-03" not in text


def test_runs_of_two_versions_do_not_compare() -> None:
    with pytest.raises(UsageError, match="do not compare"):
        compare_runs(RUN, replace(RUN, version=2))


def test_a_gain_is_told_with_the_interval_that_chance_leaves_it() -> None:
    gain = compare_runs(RUN, BETTER).gain
    assert gain is not None
    assert gain.low <= gain.value <= gain.high
    assert (gain.value, gain.of) == (1 / len(SCORES), len(SCORES))


def test_two_equal_runs_gain_nothing_for_certain() -> None:
    gain = compare_runs(RUN, RUN).gain
    assert gain is not None
    assert (gain.low, gain.value, gain.high) == (0, 0, 0)


def test_the_page_tells_what_was_missed_draws_it_and_needs_no_network(tmp_path: Path) -> None:
    task = replace(load_task("answers"), version=1, accepted={"accuracy": (0.99, 1)})
    page = write_page([section(task, RUN)], tmp_path).read_text(encoding="utf-8")
    assert "accuracy: not as accepted" in page
    assert page.count("<svg") == len(panels(RUN.measures)) + 2
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page)


def test_what_an_answer_says_cannot_run_on_the_page(tmp_path: Path) -> None:
    said = replace(SCORES[1], said="<script>alert(1)</script>", outcome="wrong")
    told = section(load_task("answers"), replace(RUN, version=2, scores=(said,)))
    assert "<script" not in write_page([told], tmp_path).read_text(encoding="utf-8")


def test_what_is_measured_of_several_systems_stands_side_by_side() -> None:
    names = ("BM25: MRR", "dense: MRR", "dense: before its like", "accuracy", "risk")
    found = panels([Measure(name, 0.5, 0, 1, 2) for name in names])
    assert [(panel.title, [m.name for m in panel.measures]) for panel in found] == [
        ("MRR", ["BM25", "dense"]),
        ("dense", ["before its like"]),
        ("", ["accuracy", "risk"]),
    ]


def test_the_markdown_file_holds_every_measure_class_and_latency(tmp_path: Path) -> None:
    told = section(replace(load_task("answers"), accepted={"accuracy": (0.94, 1)}), RUN)
    text = write_markdown([told], tmp_path).read_text(encoding="utf-8")
    assert "| accuracy | 0.400 | 0.118 to 0.769 | 5 | 0.94 to 1 |" in text
    assert "| value | 0.333 |" in text
    assert "| all | 1 | 1 | 5 |" in text
    assert {line.count("|") for line in text.splitlines() if "accuracy |" in line} == {5, 6}
