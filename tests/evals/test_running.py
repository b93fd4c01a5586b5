"""Each task carried out over the shipped reports, held to the values that its file accepts."""

from __future__ import annotations

from pathlib import Path

from rich.progress import Progress

from evals.loading import load_samples, load_task
from evals.records import Run
from evals.running import run_task
from evals.settings import load


def carried_out(name: str, index: Path, gold: Path | None = None) -> Run:
    """The task `name` over `index`; its measures are the accepted ones."""
    task = load_task(name)
    with Progress(disable=True) as progress:
        run = run_task(task, load(data_dir=index, gold=gold), progress)
    values = {measure.name: measure.value for measure in run.measures}
    outside = {
        measure: values[measure]
        for measure, (least, most) in task.accepted.items()
        if not least <= values[measure] <= most
    }
    assert outside == {}
    return run


def test_answers_are_as_good_as_accepted(index: Path) -> None:
    run = carried_out("answers", index)
    assert [score.sample for score in run.scores] == [s.id for s in load_samples("answers.jsonl")]
    assert run.index


def test_extraction_is_as_good_as_accepted(index: Path, gold: Path) -> None:
    carried_out("extraction", index, gold)
