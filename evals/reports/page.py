"""All runs of one evaluation as a single page: what was measured, against what, and what failed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from evals.records import Measure
from evals.reports.files import stamp
from evals.reports.plots import latency_plot, measures_plot
from evals.reports.sections import Section


def write_page(sections: Sequence[Section], folder: Path) -> Path:
    """The page of `sections` in `folder`, named after the first run; returns its path.

    It holds all it shows: it needs no network and can be sent as one file.
    """
    template = (files("evals") / "reports" / "page.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters |= {"plot": _plot, "latency": _latency}
    page = environment.from_string(template).render(sections=sections)
    path = folder / f"{stamp(sections[0].run)}-report.html"
    path.write_text(page, encoding="utf-8")
    return path


# Drawings are made here, of numbers and of names of the project's own files.


def _plot(measures: Sequence[Measure]) -> Markup:
    return Markup(measures_plot(measures))


def _latency(section: Section) -> Markup:
    return Markup(latency_plot([s.elapsed_ms for s in section.run.scores if s.elapsed_ms > 0]))
