"""The door to matplotlib: measures and latencies as drawings, in SVG that a page can hold."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from textwrap import fill

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FormatStrFormatter, LogLocator, NullFormatter

from evals.records import Measure

_WIDTH = 4.4
"""Inches: two drawings stand side by side on a page."""
_NAME = 26
"""Letters in a line of a measure's name."""
_INK, _PALE = "#1f4e79", "#9bb7d4"


def measures_plot(measures: Sequence[Measure]) -> str:
    """Each measure as a dot with its 95 % interval as a line, in their order, top down."""
    names = [fill(f"{m.name} ({m.of})", _NAME) for m in measures]
    lines = np.array([name.count("\n") + 1 for name in names])
    # A name of two lines takes the room of two, so that none runs into the next.
    rows = 0.1 + 0.14 * lines
    places = np.cumsum(rows) - rows / 2
    figure, axes = _drawing(0.4 + float(rows.sum()))
    axes.hlines(places, [m.low for m in measures], [m.high for m in measures], _PALE, linewidth=4)
    axes.plot([m.value for m in measures], places, "o", color=_INK, markersize=5)
    axes.set_yticks(places, names)
    axes.set_ylim(rows.sum(), 0)
    least = min(0.0, *(m.low for m in measures))
    axes.set_xlim(least - 0.02, max(1.02, *(m.high for m in measures)))
    axes.grid(axis="x", alpha=0.3)
    return _svg(figure)


def latency_plot(milliseconds: Sequence[float]) -> str:
    """How many answers took how long; time on a logarithmic scale."""
    figure, axes = _drawing(2.2)
    least, most = min(milliseconds), max(milliseconds)
    steps = 30
    ratio = (most / least) ** (1 / steps) if most > least > 0 else 1.1
    edges = [max(least, 0.01) * ratio**step for step in range(steps + 1)]
    axes.hist(milliseconds, bins=edges, color=_INK)
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 3)))
    axes.xaxis.set_major_formatter(FormatStrFormatter("%g"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_xlabel("milliseconds for an answer")
    axes.set_ylabel("answers")
    return _svg(figure)


def _drawing(height: float) -> tuple[Figure, Axes]:
    # Words stay words, so that they can be searched and read aloud; ids do not change by chance.
    rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "evals", "font.size": 8.5})
    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    axes = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _svg(figure: Figure) -> str:
    """The drawing as an `svg` element, without the head of a file of its own."""
    text = StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    drawn = text.getvalue()
    return drawn[drawn.index("<svg") :]
