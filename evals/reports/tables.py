"""Runs as tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from evals.measures.answers import kinds
from evals.records import Measure, Run, Score
from evals.reports.comparing import Comparison


def run_tables(run: Run) -> list[Table]:
    """Measures with their intervals, then accuracy by class, then what went wrong."""
    tables = [_measures(f"{run.task}, version {run.version}", run.measures)]
    if run.scores:
        tables.append(_measures("accuracy by class", kinds(run.scores)))
    faulty = [score for score in run.scores if score.outcome != "right"]
    if faulty:
        tables.append(_faults(faulty))
    return tables


def comparison_tables(comparison: Comparison) -> list[Table]:
    """The measures before and after, how much more is right, and the samples that changed."""
    table = Table("measure", "before", "after", "change", title=comparison.task)
    for name, before, after in comparison.measures:
        table.add_row(name, f"{before:.3f}", f"{after:.3f}", f"{after - before:+.3f}")
    if (gain := comparison.gain) is not None:
        table.add_section()
        table.add_row(
            f"right, of the {gain.of} samples of both",
            "",
            "",
            f"{gain.value:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]",
        )
    changed = Table("sample", "before", "after", "said", title="samples that changed")
    for sample, was, score in comparison.changed:
        changed.add_row(sample, was, score.outcome, score.said)
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
