"""What a report tells of each task, made once for the page and for the Markdown file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.loading import Task
from evals.measures.answers import Latency, kinds, latencies
from evals.records import Measure, Run, Score


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with the range that is accepted of it, if any is."""

    measure: Measure
    accepted: tuple[float, float] | None

    @property
    def holds(self) -> bool:
        """Whether the measure lies in the accepted range."""
        if self.accepted is None:
            return True
        return self.accepted[0] <= self.measure.value <= self.accepted[1]


@dataclass(frozen=True, slots=True)
class Panel:
    """Measures that belong side by side, each named by what tells it from the others."""

    title: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is told of one task."""

    task: Task
    run: Run
    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]
    classes: tuple[Measure, ...]
    """Accuracy of each class of samples; none where these are the measures themselves."""
    latencies: tuple[Latency, ...]
    faulty: tuple[Score, ...]

    @property
    def main(self) -> tuple[Row, ...]:
        """The measures that the task is held to."""
        return tuple(row for row in self.rows if row.accepted)


def section(task: Task, run: Run) -> Section:
    """What is told of `run`, a run of `task`."""
    classes = kinds(run.scores)
    return Section(
        task=task,
        run=run,
        rows=tuple(Row(measure, task.accepted.get(measure.name)) for measure in run.measures),
        panels=panels(run.measures),
        classes=() if classes == run.measures else classes,
        latencies=latencies(run.scores),
        faulty=tuple(score for score in run.scores if score.outcome != "right"),
    )


def panels(measures: Sequence[Measure]) -> tuple[Panel, ...]:
    """Measures in groups that compare: "BM25: MRR" stands with "MRR" of the other systems.

    A name is a subject and what is measured of it.  What is measured of several subjects makes a
    panel of them; the rest stay together, subject by subject.
    """
    parts = [(*_split(measure.name), measure) for measure in measures]
    subjects = {what: [s for s, w, _ in parts if w == what] for _, what, _ in parts}
    groups: dict[str, list[Measure]] = {}
    for subject, what, measure in parts:
        shared = subject and len(subjects[what]) > 1
        title, name = (what, subject) if shared else (subject, what)
        groups.setdefault(title, []).append(replace(measure, name=name))
    return tuple(Panel(title, tuple(group)) for title, group in groups.items())


def _split(name: str) -> tuple[str, str]:
    """The subject of a measure, empty if it has none, and what is measured."""
    subject, _, what = name.rpartition(": ")
    return subject, what
