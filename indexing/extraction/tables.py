"""Rows of a table: the column's heading tells metric, unit and scale, the first cell tells whose.

A cell is read like a clause: its heading stands before it, its row's label beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexing.catalogue import OTHER
from indexing.extraction.aspects import Judged
from indexing.extraction.dating import period_of
from indexing.extraction.homes import province_of, qualified
from indexing.extraction.kinds import kind_of_metric
from indexing.extraction.layout import Sentence
from indexing.extraction.page import Page, within
from indexing.extraction.reading import FigureReading, Setting
from indexing.extraction.story import Story
from indexing.extraction.times import read_times
from indexing.extraction.timespans import base_of
from indexing.extraction.topics import NOTHING, Topic, metric_of, topic_of, unit_of_measure
from indexing.reading.metrics import metric_for
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
                beside = table.headings[1:index] if table else ()
                fact = _fact(setting, row, story, heading, cells[0], quantity, beside)
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
    beside: Sequence[Span],
) -> MetricFact:
    """The row of a cell; `beside`: the headings of the columns to its left."""
    page = setting.page
    corner = _first_heading(page, row)
    own = topic_of(page, label).over(topic_of(page, heading))
    told = topic_of(page, corner).over(_lead_in(page, row)).over(setting.topic)
    topic = _agreeing(own, told)
    scaled = _scaled(page, quantity, (heading, label, corner), topic)
    judged = Judged(_aspect(page, heading, scaled))
    moved = judged.aspect in ("change", "change_pct")
    relative = judged.aspect in ("target_pct", "change_pct")
    found = metric_of(topic, scaled.unit, relative)
    label_text = page.text[label.start : label.end].strip(" *_")
    places = within(page.places, label.start, label.end)
    whole = page.cues.any("total_row", label.start, label.end)
    named = bool(whole or places or within(page.terms, label.start, label.end))
    dated = [*read_times(page, label), *read_times(page, heading)]
    left = [use for span in reversed(beside) for use in read_times(page, span)]
    stated = [use for use in dated if use.role in ("main", "plan")]
    stated += [use for use in left if use.role == "main"]
    firms = page.cues.any("debtors", corner.start, corner.end)
    metric = OTHER if found is None or (firms and topic.measure == "late_payment") else found
    group = None if named or (dated and dated[0].start < label.end) else label_text or None
    place = qualified(places[-1], province_of(setting.home)) if places else setting.home
    kind = kind_of_metric(metric, scaled.unit, judged.aspect)
    period = period_of(page, story, dated, next(iter(stated), None), judged, kind)
    bases = [use for use in dated if use.role == "base"]
    falls = moved and scaled.direction == "down"
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=place,
        metric=metric,
        group=group,
        subject=page.text[heading.start : heading.end].strip() if metric == OTHER else None,
        aspect=judged.aspect,
        value=-abs(scaled.value) if falls else scaled.value,
        unit=scaled.unit,
        bound=quantity.bound,
        period=period,
        vs=base_of(bases[0], period, kind == "moment") if moved and bases else None,
        start=quantity.start,
        end=quantity.end,
        quote_start=row.start,
        quote_end=row.end,
        quote=page.text[row.start : row.end],
    )


def _first_heading(page: Page, row: Sentence) -> Span:
    table = table_of(page, row)
    return table.headings[0] if table else Span(row.start, row.start)


def _agreeing(own: Topic, told: Topic) -> Topic:
    """A cell's topic, completed by what the table speaks of where the two make a metric."""
    whole = own.over(told)
    if own.measure and whole.measure and metric_for(whole.scheme, whole.measure) is None:
        return own
    return whole


def _lead_in(page: Page, row: Sentence) -> Topic:
    """What the sentence before the table speaks of: "Coverage by district:"."""
    index = page.sentences.index(row)
    while index and page.sentences[index].kind == "row":
        index -= 1
    before = page.sentences[index]
    return NOTHING if before.kind == "row" else topic_of(page, Span(before.start, before.end))


def _scaled(page: Page, quantity: Quantity, told: Sequence[Span], topic: Topic) -> Quantity:
    """A bare number with the unit and scale that its column or row tells: "Debt (billion VND)".

    Where neither does, it counts what they name.
    """
    if quantity.unit != "other" or quantity.unit_text is not None:
        return quantity
    for span in told:
        words = page.text[span.start : span.end]
        for unit in (u for part in (*_INSIDE.findall(words), words) for u in _units(part)):
            return replace(
                quantity, value=quantity.value * unit.value, unit=unit.unit, unit_text=words
            )
    counted = unit_of_measure(topic.measure)
    if counted is None and topic.scheme is not None:
        counted = "people"
    return quantity if counted in (None, "VND") else replace(quantity, unit=counted)


def _units(words: str) -> Sequence[Quantity]:
    """What one of a column's unit is, read as any quantity: "billion VND" as "1 billion VND"."""
    plain = words.strip(" *|")
    currency, _, scale = plain.partition(" ")
    read = [find_quantities(f"1 {plain}"), find_quantities(f"{currency} 1 {scale}")]
    told = [found for found in read if len(found) == 1 and found[0].start == 0]
    units = [found[0] for found in told if found[0].unit != "other"]
    return sorted(units, key=lambda unit: unit.value, reverse=True)


def _aspect(page: Page, heading: Span, quantity: Quantity) -> Aspect:
    share = quantity.unit == "percent"
    if page.cues.any("change_heading", heading.start, heading.end):
        return "change_pct" if share else "change"
    if page.cues.any("plan", heading.start, heading.end):
        return "target_pct" if share else "target"
    return "level"
