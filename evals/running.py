"""A task carried out by its judge, and its measures held to the accepted ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from rich.progress import Progress

from evals.judges.answers import judge_answers
from evals.judges.baselines import judge_baselines
from evals.judges.doors import judge_doors
from evals.judges.extraction import judge_extraction, judge_written_extraction
from evals.judges.judged import Judged
from evals.judges.mutation import judge_mutation
from evals.judges.poison import judge_poison
from evals.judges.readings import judge_readings
from evals.judges.retrieval import judge_retrieval
from evals.judges.synthetic import judge_synthetic
from evals.judges.written_answers import judge_written_answers
from evals.loading import Task
from evals.records import Run
from evals.settings import EvalSettings
from indexing.errors import WorkError

JUDGES: Mapping[str, Callable[[Task, EvalSettings, Progress], Judged]] = {
    "answers": judge_answers,
    "baselines": judge_baselines,
    "doors": judge_doors,
    "extraction": judge_extraction,
    "written_extraction": judge_written_extraction,
    "written_answers": judge_written_answers,
    "readings": judge_readings,
    "retrieval": judge_retrieval,
    "synthetic": judge_synthetic,
    "mutation": judge_mutation,
    "poison": judge_poison,
}
"""Each judge by the name that a task's `scorer` gives."""


def run_task(task: Task, settings: EvalSettings, progress: Progress) -> Run:
    """`task` over the index of `settings`, `progress` showing how far it is.

    Raises `IndexMissing` without an index and `WorkError` without the data that it needs.
    """
    started = datetime.now(UTC)
    judged = JUDGES[task.scorer](task, settings, progress)
    return Run(
        task=task.name,
        version=task.version,
        started=started.isoformat(timespec="seconds"),
        index=judged.index,
        measures=judged.measures,
        scores=judged.scores,
        seconds=(datetime.now(UTC) - started).total_seconds(),
    )


def outside(task: Task, run: Run) -> dict[str, float]:
    """The measures of `run` that are none that `task` accepts, with their values.

    Raises `WorkError` where `task` accepts values of a measure that was not made.
    """
    values = {measure.name: measure.value for measure in run.measures}
    if unknown := sorted(set(task.accepted) - set(values)):
        raise WorkError(
            f"baselines.toml: expected measures of task {task.name!r}, came {', '.join(unknown)}: "
            "name one that is printed"
        )
    return {
        name: values[name]
        for name, (least, most) in task.accepted.items()
        if not least <= values[name] <= most
    }
