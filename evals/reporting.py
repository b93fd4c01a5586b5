"""Runs as tables for a terminal and as JSON files that a later run is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from rich.table import Table

from evals.records import Measure, Run, Score
from evals.statistics import kinds
from indexing.errors import UsageError, WorkError

_RUN = TypeAdapter(Run)


def write_run(run: Run, folder: Path) -> Path:
    """`run` as a JSON file in `folder`, named after its start and its task; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = run.started.replace(":", "").replace("+0000", "Z")
    path = folder / f"{stamp}-{run.task}.json"
    path.write_bytes(_RUN.dump_json(run, indent=1))
    return path


def read_run(path: Path) -> Run:
    """The run in a file that `write_run` wrote.  Raises `WorkError` for any other file."""
    try:
        return _RUN.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise WorkError(
            f"{path}: expected the results of a run, came none: name a file that `run` wrote"
        ) from None


def run_tables(run: Run) -> list[Table]:
    """Measures with their intervals, then accuracy by class, then what went wrong."""
    tables = [_measures(f"{run.task}, version {run.version}", run.measures)]
    if run.scores:
        tables.append(_measures("accuracy by class", kinds(run.scores)))
    faulty = [score for score in run.scores if score.outcome != "right"]
    if faulty:
        tables.append(_faults(faulty))
    return tables


def comparison_tables(one: Run, other: Run) -> list[Table]:
    """What changed from `one` to `other`.  Raises `UsageError` when they do not compare."""
    if (one.task, one.version) != (other.task, other.version):
        raise UsageError(
            f"expected two runs of one task and version, came {one.task} {one.version} and "
            f"{other.task} {other.version}: results of different versions do not compare"
        )
    table = Table("measure", "before", "after", "change", title=one.task)
    after = {measure.name: measure for measure in other.measures}
    for measure in one.measures:
        if measure.name in after:
            value = after[measure.name].value
            table.add_row(
                measure.name,
                f"{measure.value:.3f}",
                f"{value:.3f}",
                f"{value - measure.value:+.3f}",
            )
    outcomes = {score.sample: score.outcome for score in one.scores}
    changed = Table("sample", "before", "after", "said", title="samples that changed")
    for score in other.scores:
        before = outcomes.get(score.sample)
        if before is not None and before != score.outcome:
            changed.add_row(score.sample, before, score.outcome, score.said)
    return [table, changed] if changed.row_count else [table]


def _measures(title: str, measures: Sequence[Measure]) -> Table:
    table = Table("measure", "value", "95 % interval", "of", title=title, title_justify="left")
    for measure in measures:
        table.add_row(
            measure.name,
            f"{measure.value:.3f}",
            f"{measure.low:.3f} to {measure.high:.3f}",
            str(measure.of),
        )
    return table


def _faults(scores: Sequence[Score]) -> Table:
    table = Table("sample", "outcome", "faults", "said", title="not right", title_justify="left")
    for score in scores:
        table.add_row(score.sample, score.outcome, ", ".join(score.faults), score.said)
    return table
