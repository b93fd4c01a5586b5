"""All runs of one evaluation as a Markdown file of tables, to be kept with a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.measures.answers import Latency
from evals.records import Measure
from evals.reports.files import stamp
from evals.reports.sections import Section


def write_markdown(sections: Sequence[Section], folder: Path) -> Path:
    """The tables of `sections` in `folder`, named after the first run; returns the file's path."""
    path = folder / f"{stamp(sections[0].run)}-report.md"
    path.write_text("\n".join(_lines(sections)) + "\n", encoding="utf-8")
    return path


def _lines(sections: Sequence[Section]) -> Iterator[str]:
    yield f"# Evaluation, {sections[0].run.started[:16].replace('T', ' ')} UTC"
    for section in sections:
        yield f"\n## {section.task.name}, version {section.task.version}\n"
        yield from _table(
            ("measure", "value", "95 % interval", "of", "accepted"),
            [
                (*_cells(row.measure), "{} to {}".format(*row.accepted) if row.accepted else "")
                for row in section.rows
            ],
        )
        if section.classes:
            yield ""
            head = ("class", "accuracy", "95 % interval", "of")
            yield from _table(head, [_cells(measure) for measure in section.classes])
        if section.latencies:
            yield ""
            head = ("milliseconds for an answer", "median", "p95", "of")
            yield from _table(head, [_times(latency) for latency in section.latencies])


def _cells(measure: Measure) -> tuple[str, str, str, str]:
    interval = f"{measure.low:.3f} to {measure.high:.3f}"
    return measure.name, f"{measure.value:.3f}", interval, str(measure.of)


def _times(latency: Latency) -> tuple[str, str, str, str]:
    return latency.kind, f"{latency.median:.0f}", f"{latency.high:.0f}", str(latency.of)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Names stand left, numbers right."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
