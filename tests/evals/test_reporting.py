"""Runs on disk and beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from evals.records import Run
from evals.reporting import comparison_tables, read_run, run_tables, write_run
from evals.statistics import answer_measures
from indexing.errors import UsageError, WorkError
from tests.evals.test_statistics import SCORES

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
    text = printed(*comparison_tables(RUN, BETTER))
    assert "value-02" in text
    assert "value-03" not in text


def test_runs_of_two_versions_do_not_compare() -> None:
    with pytest.raises(UsageError, match="do not compare"):
        comparison_tables(RUN, replace(RUN, version=2))
