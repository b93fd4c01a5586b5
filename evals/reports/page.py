"""All runs of one evaluation as a single page: what was measured, against what, and what failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from evals.loading import Task
from evals.records import Measure, Run, Score
from evals.reports.files import stamp
from evals.reports.plots import latency_plot, measures_plot
from evals.statistics import kinds


@dataclass(frozen=True, slots=True)
class Section:
    """What the page tells of one task."""

    task: Task
    run: Run
    rows: tuple[tuple[Measure, tuple[float, float] | None, bool], ...]
    """Each measure, the range that is accepted of it, and whether it lies in it."""
    plots: Mapping[str, Markup]
    """Drawings by their captions."""
    faulty: tuple[Score, ...]


def write_page(runs: Sequence[tuple[Task, Run]], folder: Path) -> Path:
    """The page of `runs` in `folder`, named after the first; returns its path.

    It holds all it shows: it needs no network and can be sent as one file.
    """
    template = (files("evals") / "reports" / "page.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    page = environment.from_string(template).render(
        sections=[_section(task, run) for task, run in runs]
    )
    path = folder / f"{stamp(runs[0][1])}-report.html"
    path.write_text(page, encoding="utf-8")
    return path


def _section(task: Task, run: Run) -> Section:
    return Section(
        task=task,
        run=run,
        rows=tuple(_judged(measure, task.accepted.get(measure.name)) for measure in run.measures),
        plots=_plots(run),
        faulty=tuple(score for score in run.scores if score.outcome != "right"),
    )


def _judged(
    measure: Measure, accepted: tuple[float, float] | None
) -> tuple[Measure, tuple[float, float] | None, bool]:
    return measure, accepted, accepted is None or accepted[0] <= measure.value <= accepted[1]


def _plots(run: Run) -> dict[str, Markup]:
    """Measures of one task share an axis; times are drawn where samples were timed."""
    drawn = {"measures, with their 95 % intervals": measures_plot(run.measures)}
    if run.scores:
        drawn["accuracy by class"] = measures_plot(kinds(run.scores))
    if times := [score.elapsed_ms for score in run.scores if score.elapsed_ms > 0]:
        drawn["latency"] = latency_plot(times)
    # Drawn here, of numbers and names of the project's own files.
    return {caption: Markup(svg) for caption, svg in drawn.items()}
