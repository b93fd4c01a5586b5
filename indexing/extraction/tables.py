"""Rows of a table: the column's heading tells metric, unit and scale, the first cell tells whose.

A cell is read like a clause: its heading stands before it, its row's label beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexing.catalogue import OTHER
from indexing.extraction.aspects import Judged
from indexing.extraction.binding import Bound, metric_of
from indexing.extraction.dating import period_of
from indexing.extraction.layout import Sentence
from indexing.extraction.locating import province_of, qualified
from indexing.extraction.page import Page, within
from indexing.extraction.reading import FigureReading, Setting
from indexing.extraction.story import Story
from indexing.extraction.times import read_times
from indexing.extraction.topics import topic_of
from indexing.reading.quantities import find_quantities
from indexing.records import Aspect, MetricFact, Quantity, Span

_CELL = re.compile(r"[^|]+")
_RULE = re.compile(r"[\s|:-]+")
_INSIDE = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Table:
    """The heading row of a table."""

    headings: tuple[Span, ...]


def table_of(page: Page, row: Sentence) -> Table | None:
    """The table that a row belongs to; None for its heading and its rule."""
    index = page.sentences.index(row)
    first = index
    while first and page.sentences[first - 1].kind == "row":
        first -= 1
    if first == index or _RULE.fullmatch(page.text, row.start, row.end):
        return None
    return Table(_cells(page, page.sentences[first]))


def read_row(
    setting: Setting, row: Sentence, table: Table | None, story: Story
) -> tuple[FigureReading, ...]:
    """The readings of a row's figures in order."""
    page = setting.page
    cells = _cells(page, row)
    readings = []
    for index, cell in enumerate(cells):
        for quantity in within(page.quantities, cell.start, cell.end):
            heading = table.headings[index] if table and index < len(table.headings) else None
            if heading is None or index == 0:
                readings.append(FigureReading(quantity, "seen, not a metric", None))
            else:
                fact = _fact(setting, row, story, heading, cells[0], quantity)
                readings.append(FigureReading(quantity, "row", fact))
    return tuple(readings)


def _cells(page: Page, row: Sentence) -> tuple[Span, ...]:
    start = row.start + (page.text[row.start] == "|")
    return tuple(Span(*found.span()) for found in _CELL.finditer(page.text, start, row.end))


def _fact(
    setting: Setting,
    row: Sentence,
    story: Story,
    heading: Span,
    label: Span,
    quantity: Quantity,
) -> MetricFact:
    page = setting.page
    scaled = _scaled(page.text[heading.start : heading.end], quantity)
    topic = topic_of(page, label).over(topic_of(page, heading)).over(setting.topic)
    judged = Judged(_aspect(page, heading, scaled))
    found = metric_of(topic, scaled.unit, judged)
    label_text = page.text[label.start : label.end].strip(" *_")
    places = within(page.places, label.start, label.end)
    named = bool(places or within(page.terms, label.start, label.end))
    dated = [*read_times(page, label), *read_times(page, heading)]
    firms = page.cues.any("debtors", *_first_heading(page, row))
    metric = OTHER if found is None or (firms and topic.measure == "late_payment") else found
    bound = Bound(metric, topic, scaled.unit)
    group = None if named or (dated and dated[0].start < label.end) else label_text or None
    place = qualified(places[-1], province_of(setting.home)) if places else setting.home
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=place,
        metric=metric,
        group=group,
        subject=page.text[heading.start : heading.end].strip() if metric == OTHER else None,
        aspect=judged.aspect,
        value=scaled.value,
        unit=scaled.unit,
        bound=quantity.bound,
        period=period_of(page, story, dated, next(iter(dated), None), judged, bound),
        vs=None,
        start=quantity.start,
        end=quantity.end,
        quote_start=row.start,
        quote_end=row.end,
        quote=page.text[row.start : row.end],
    )


def _first_heading(page: Page, row: Sentence) -> tuple[int, int]:
    table = table_of(page, row)
    first = table.headings[0] if table else Span(row.start, row.start)
    return first.start, first.end


def _scaled(heading: str, quantity: Quantity) -> Quantity:
    """A bare number with the unit and scale of its column: "Debt (billion VND)"."""
    if quantity.unit != "other" or quantity.unit_text is not None:
        return quantity
    for words in (*_INSIDE.findall(heading), heading):
        for unit in _units(words):
            return Quantity(
                quantity.value * unit.value,
                unit.unit,
                unit.unit_text,
                quantity.bound,
                quantity.direction,
                quantity.start,
                quantity.end,
            )
    return quantity


def _units(words: str) -> Sequence[Quantity]:
    """What one of a column's unit is, read as any quantity: "billion VND" as "1 billion VND"."""
    found = find_quantities(f"1 {words.strip(' *|')}")
    return [one for one in found[:1] if one.start == 0 and one.unit_text is not None]


def _aspect(page: Page, heading: Span, quantity: Quantity) -> Aspect:
    planned = page.cues.any("plan", heading.start, heading.end)
    if planned:
        return "target_pct" if quantity.unit == "percent" else "target"
    if page.cues.any("change_heading", heading.start, heading.end):
        return "change_pct" if quantity.unit == "percent" else "change"
    return "level"
