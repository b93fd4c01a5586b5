"""Rows of a table: the column's heading tells metric, unit and scale, the first cell tells whose.

A cell is read like a clause: its heading stands before it, its row's label beside it.
"""

from __future__ import annotations

import re

from indexing.catalogue import OTHER
from indexing.extraction.period.kinds import kind_of_metric
from indexing.extraction.place.naming import province_of, qualified
from indexing.extraction.stages.reading import FigureReading, Setting
from indexing.extraction.story.state import Story
from indexing.extraction.table.cells import Cell, PrintedTable, cells_of, label_of
from indexing.extraction.table.counting import tells, told_of
from indexing.extraction.table.labels import is_length, is_order, part_of
from indexing.extraction.table.scales import is_rate
from indexing.extraction.table.times import times_of
from indexing.extraction.table.whose import captioned, is_of_body, is_of_hospitals, listed_place
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.topics import metric_of, topic_of
from indexing.gazetteer import COUNTRY
from indexing.records import CHANGES, RELATIVE, MetricFact, Quantity, Span

_NOWHERE = Span(0, 0)
_HOSPITALS = "hi_facilities"
_RATIO = re.compile(r"\b(?:19|20)\d\d\s*(?:/|:|so với|vs\.?|versus)\s*(?:\w+\s)?(?:19|20)\d\d\b")
_MOST_CHANGE = 60
"""Per cent from which a comparison is taken to tell how much of the other figure one is."""
_MOST_PROVINCES = 30
"""From so many on, the provinces in a table are taken for all of the country's."""


def read_row(
    setting: Setting, row: SentenceSpan, table: PrintedTable | None, story: Story
) -> tuple[FigureReading, ...]:
    """The readings of a row's figures in order; None for a row of headings."""
    page = setting.page
    cells = cells_of(page, row)
    first = label_of(page, cells)
    readings = []
    for index, span in enumerate(cells):
        for quantity in within(page.quantities, span.start, span.end):
            if table is None or index <= first or not _is_headed(page, table, index):
                readings.append(FigureReading(quantity, None, "heading of a row or table"))
            else:
                wordy = [c for c in cells if c != cells[first] and _is_wordy(page, c)]
                cell = Cell(table, index, cells[first], table.heads(index), wordy, quantity)
                fact = _fact(setting, row, story, cell)
                readings.append(FigureReading(quantity, fact))
    return tuple(readings)


def _is_headed(page: Page, table: PrintedTable, index: int) -> bool:
    """Whether a column tells what it counts, not a mere order; a length of time only where debts
    are told: "Months" beside "Debt"."""
    if not table.headings:
        return index == 1
    heads = table.heads(index)
    if any(is_order(page, head) for head in heads):
        return False
    if not any(is_length(page, head) for head in heads):
        return bool(heads)
    return any(topic_of(page, head).measure == "late_payment" for head in table.headings)


def _is_wordy(page: Page, cell: Span) -> bool:
    return not within(page.quantities, cell.start, cell.end)


def _fact(setting: Setting, row: SentenceSpan, story: Story, cell: Cell) -> MetricFact:
    page, table, quantity = setting.page, cell.table, cell.quantity
    topic, counted, judged = told_of(setting, cell, story.theme.topic)
    found = metric_of(topic, counted.unit, judged.aspect in RELATIVE)
    if judged.aspect != "target_pct" and _is_ratio(page, cell, counted):
        found = None
    firms = page.cues.any("debtors", table.corner.start, table.corner.end)
    listed = listed_place(page, table, cell.label, setting.home)
    metric = OTHER if found is None or (firms and topic.measure == "late_payment") else found
    body = is_of_body(page, table, cell.label)
    body = body or (metric != _HOSPITALS and is_of_hospitals(page, table, cell.label))
    kind = kind_of_metric(metric, counted.unit, judged.aspect)
    period, vs = times_of(page, story, cell, judged, kind)
    falls = judged.aspect in CHANGES and counted.direction == "down"
    subject = next((head for head in cell.heads if head.end > head.start), cell.label)
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=listed or _place(setting, story, cell),
        metric=metric,
        group=part_of(page, cell.label if listed is None else _NOWHERE, cell.heads, body),
        subject=page.text[subject.start : subject.end].strip() if metric == OTHER else None,
        aspect=judged.aspect,
        value=-abs(counted.value) if falls else counted.value,
        unit=counted.unit,
        bound=quantity.bound,
        period=period,
        vs=vs,
        start=quantity.start,
        end=quantity.end,
        quote_start=row.start,
        quote_end=row.end,
        quote=page.text[row.start : row.end],
    )


def _is_ratio(page: Page, cell: Cell, share: Quantity) -> bool:
    """Whether a column tells one year as a share of another: "2023/2022 (%)", a bare "%" beside two
    years, or "compared with 2022 (%)" where that is no change: 104.5."""
    if share.unit != "percent":
        return False
    heads = cell.heads
    years = any(_RATIO.search(page.text, head.start, head.end) for head in heads)
    left = cell.table.headings[1 : cell.column]
    dates = {d.period.notation for head in left for d in within(page.periods, head.start, head.end)}
    bare = not page.terms_in(heads)
    bare = bare and not tells(page, "change_heading", *heads) and not is_rate(page, cell.label)
    own = any(within(page.periods, head.start, head.end) for head in heads)
    if bare and not own and len(dates) > 1:
        return True
    return years or (share.value > _MOST_CHANGE and tells(page, "comparison", *heads))


def _place(setting: Setting, story: Story, cell: Cell) -> str | None:
    """Whose cell it is: the place of its label, headings or caption, else of its section."""
    page, table, label = setting.page, cell.table, cell.label
    if page.cues.any("total_row", label.start, label.end):
        return None if _sums_up_some(page, setting.home, table) else setting.home
    if is_of_body(page, table, label):
        return setting.home
    for span in (label, *cell.heads, table.section, table.corner):
        if named := within(page.places, span.start, span.end):
            return qualified(named[-1], province_of(setting.home))
    if (shown := captioned(page, table.caption)) is not None:
        return qualified(shown, province_of(setting.home))
    headed = story.places.headed
    return setting.home if headed is None else qualified(headed, province_of(setting.home))


def _sums_up_some(page: Page, home: str | None, table: PrintedTable) -> bool:
    """Whether a total is that of the provinces in the table's rows, which are not all there are."""
    rows = within(page.places, table.rows.start, table.rows.end)
    listed = {place.name for place in rows if place.kind == "province"}
    return home == COUNTRY and 0 < len(listed) < _MOST_PROVINCES
