"""Rows of a table: the column's heading tells metric, unit and scale, the first cell tells whose.

A cell is read like a clause: its heading stands before it, its row's label beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexing.catalogue import OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.layout import Sentence
from indexing.extraction.metric.bases import BASES
from indexing.extraction.metric.ellipsis import MOST_OF_LABOUR
from indexing.extraction.metric.topics import NOTHING, Topic, metric_of, topic_of, unit_of_measure
from indexing.extraction.page import Page, within
from indexing.extraction.period.kinds import kind_of_metric
from indexing.extraction.period.times import read_times
from indexing.extraction.place.homes import province_of, qualified
from indexing.extraction.reading import FigureReading, Setting
from indexing.extraction.story import Story
from indexing.extraction.table.cells import Cell, Table, cells_of, label_of
from indexing.extraction.table.labels import part_of, unknown_head
from indexing.extraction.table.scales import is_rate, scaled, unit_told
from indexing.extraction.table.times import times_of
from indexing.gazetteer import COUNTRY
from indexing.reading.metric.metrics import metric_for
from indexing.records import CHANGES, Aspect, MetricFact, Quantity, Span, Unit

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"\W*(?:number of\s+)?|.*\(\s*(?:in\s+)?", re.IGNORECASE)
"""Before the unit of time that a column counts."""
_SHARE = re.compile(r"%|\b(?:per ?cent|pct|share|rate|ratio|tỷ lệ)\b", re.IGNORECASE)

_RATIO = re.compile(r"\b(?:19|20)\d\d\s*(?:/|:|so với|vs\.?|versus)\s*(?:\w+\s)?(?:19|20)\d\d\b")
_MOST_CHANGE = 60
"""Per cent from which a comparison is taken to tell how much of the other figure one is."""
_NEW = re.compile(r"\bnew(?:ly)?\b", re.IGNORECASE)
_BASES = BASES - {"coverage"}
_MOST_PROVINCES = 30
"""From so many on, the provinces in a table are taken for all of the country's."""


def read_row(
    setting: Setting, row: Sentence, table: Table | None, story: Story
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


def _is_headed(page: Page, table: Table, index: int) -> bool:
    """Whether a column tells what it counts, and that is no length of time ("Months in debt")."""
    if not table.headings:
        return index == 1
    heads = table.heads(index)
    told = any(topic_of(page, head) != NOTHING for head in heads)
    return bool(heads) and (told or not any(_is_length(page, head) for head in heads))


def _is_length(page: Page, head: Span) -> bool:
    """ "Months overdue", "Delay (days)": no "Year 2023", and no "Change on the year"."""
    cues = page.cues.within("time_unit", head.start, head.end)
    named = any(_OPENS.fullmatch(page.text, head.start, cue.start) for cue in cues)
    return named and not read_times(page, head)


def _is_wordy(page: Page, cell: Span) -> bool:
    return not within(page.quantities, cell.start, cell.end)


def _fact(setting: Setting, row: Sentence, story: Story, cell: Cell) -> MetricFact:
    page, table, quantity = setting.page, cell.table, cell.quantity
    topic, counted, judged = _told(setting, cell)
    found = metric_of(topic, counted.unit, judged.aspect in ("target_pct", "change_pct"))
    if judged.aspect != "target_pct" and _is_ratio(page, cell, counted):
        found = None
    firms = page.cues.any("debtors", table.corner.start, table.corner.end)
    metric = OTHER if found is None or (firms and topic.measure == "late_payment") else found
    kind = kind_of_metric(metric, counted.unit, judged.aspect)
    period, vs = times_of(page, story, cell, judged, kind)
    falls = judged.aspect in CHANGES and counted.direction == "down"
    subject = next((head for head in cell.heads if head.end > head.start), cell.label)
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=_place(setting, story, cell),
        metric=metric,
        group=part_of(page, cell.label, cell.heads),
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
    bare = not any(within(page.terms, head.start, head.end) for head in heads)
    bare = bare and not _tells(page, "change_heading", *heads) and not is_rate(page, cell.label)
    own = any(within(page.periods, head.start, head.end) for head in heads)
    if bare and not own and len(dates) > 1:
        return True
    return years or (share.value > _MOST_CHANGE and _tells(page, "comparison", *heads))


def _told(setting: Setting, cell: Cell) -> tuple[Topic, Quantity, Judged]:
    """What a cell counts, its figure in full, and what that says of the metric."""
    page, table, label, heads = setting.page, cell.table, cell.label, cell.heads
    strange = unknown_head(page, heads) is not None
    leading = heads if strange else _leading_heads(page, table, cell.column)
    column = NOTHING if strange else _column_topic(page, leading)
    own = topic_of(page, label).over(column)
    told = topic_of(page, table.section).over(topic_of(page, table.corner))
    told = told.over(topic_of(page, table.caption))
    topic = _agreeing(own, told.over(_headline_topic(setting, own)), unit_told(page, label))
    if (strange and topic.measure is None) or _tells(page, "left", *heads):
        topic = NOTHING  # "Due": not just the people of the scheme that the headline names
    rate = is_rate(page, label, table.section, *heads)
    if not rate and own == NOTHING and any(_goes_on(page, head) for head in heads):
        rate = is_rate(page, *leading)  # "Coverage 2021 | Target 2022"
    beside, above = (*heads, *cell.wordy), (table.section, table.corner)
    shared = rate or is_rate(page, *cell.wordy, table.corner)
    shared = shared or (topic.measure is None and is_rate(page, table.caption))
    counted = cell.quantity
    if _in_per_cent(page, heads) and counted.unit == "other" and counted.unit_text is None:
        counted = replace(counted, unit="percent")
    elif not any(_is_length(page, head) for head in heads):
        counted = scaled(page, counted, beside, label, above, table, topic, shared)
    aspect = _aspect(page, table, heads, label, counted, rate)
    if rate and aspect == "change_pct" and not _in_per_cent(page, heads):
        aspect, counted = "change", replace(counted, unit="percentage_points")
    if rate and topic.measure is None and counted.unit == "percent":
        high = counted.value > MOST_OF_LABOUR  # hardly a place insures so many of its workers
        topic = Topic(topic.scheme or ("hi" if high else None), "coverage")
    if aspect == "level" and topic.measure == "participants" and _are_new(page, heads):
        return topic, counted, Judged("change", joined=True)
    return topic, counted, Judged(aspect)


def _in_per_cent(page: Page, heads: Sequence[Span]) -> bool:
    return any("%" in page.text[head.start : head.end] for head in heads)


def _goes_on(page: Page, head: Span) -> bool:
    """Whether a column tells another date or the plan of what is told to its left."""
    if _SHARE.search(page.text, head.start, head.end) or _tells(page, "change_heading", head):
        return False
    return _tells(page, "plan", head) or bool(read_times(page, head))


def _are_new(page: Page, heads: Sequence[Span]) -> bool:
    """Whether a column counts those who were won: "New members"."""
    fresh = any(_NEW.search(page.text, head.start, head.end) for head in heads)
    return fresh or _tells(page, "joined", *heads)


def _place(setting: Setting, story: Story, cell: Cell) -> str | None:
    """Whose cell it is: the place of its label, headings or caption, else of its section."""
    page, table, label = setting.page, cell.table, cell.label
    if page.cues.any("total_row", label.start, label.end):
        return None if _sums_up_some(page, setting.home, table) else setting.home
    if _is_firm(page, table, label):
        return setting.home
    for span in (label, *cell.heads, table.section, table.corner, table.caption):
        if named := within(page.places, span.start, span.end):
            return qualified(named[-1], province_of(setting.home))
    headed = story.headed
    return setting.home if headed is None else qualified(headed, province_of(setting.home))


def _sums_up_some(page: Page, home: str | None, table: Table) -> bool:
    """Whether a total is that of the provinces in the table's rows, which are not all there are."""
    rows = within(page.places, table.rows.start, table.rows.end)
    listed = {place.name for place in rows if place.kind == "province"}
    return home == COUNTRY and 0 < len(listed) < _MOST_PROVINCES


def _is_firm(page: Page, table: Table, label: Span) -> bool:
    """Whether a row is told of a firm though its name holds a place's: "An Thi Garment"."""
    if not page.cues.any("debtors", table.corner.start, table.corner.end):
        return False
    return _LETTER.search("".join(page.unnamed((label,)))) is not None


def _leading_heads(page: Page, table: Table, index: int) -> tuple[Span, ...]:
    """The headings that tell what a column counts: its own, or those of the nearest one to its left
    that do, as "of plan (%)" and "change" do not."""
    for column in range(index, 0, -1):
        heads = table.heads(column)
        if any(within(page.terms, head.start, head.end) for head in heads):
            return heads
    return ()


def _column_topic(page: Page, heads: Sequence[Span]) -> Topic:
    """What a column with such headings counts."""
    topic = _joint(topic_of(page, head) for head in heads)
    return topic if topic != NOTHING else Topic(None, _base(page, heads))


def _base(page: Page, heads: Sequence[Span]) -> str | None:
    """The people that a column counts where they are none of the insured: "Population"."""
    named = {t.id for head in heads for t in within(page.terms, head.start, head.end)}
    return next(iter(named), None) if len(named) == 1 and named <= _BASES else None


def _joint(topics: Iterable[Topic]) -> Topic:
    """What the headings above one column tell together, the nearest first."""
    told = NOTHING
    for topic in topics:
        told = told.over(topic)
    return told


def _headline_topic(setting: Setting, own: Topic) -> Topic:
    """What the headline speaks of; "social insurance" in it is no scheme of sums of money."""
    if setting.topic.scheme == "si" and unit_of_measure(own.measure) == "VND":
        return Topic(None, setting.topic.measure)
    return setting.topic


def _agreeing(own: Topic, told: Topic, unit: Unit | None) -> Topic:
    """A cell's topic, completed by what the table speaks of where the two make a metric, and one in
    the unit that the row tells: "(people)" is not collected."""
    whole = own.over(told)
    if unit is not None and own.measure is None and unit_of_measure(whole.measure) != unit:
        whole = Topic(whole.scheme, None)
    if own.measure and whole.measure and metric_for(whole.scheme, whole.measure) is None:
        return own
    return whole


def _aspect(
    page: Page, table: Table, heads: Sequence[Span], label: Span, quantity: Quantity, rate: bool
) -> Aspect:
    """What a cell says of its metric, by its headings or its label.

    A share without a measure of its own, beside a column of plans, is how far these were reached;
    of a `rate` it is the plan itself, unless the heading tells a share of one: "% of plan".
    """
    share = quantity.unit == "percent"
    planned = _tells(page, "plan", *heads, label)
    if _tells(page, "change_heading", *heads, label) and not (share and planned):
        return "change_pct" if share else "change"
    shared = any(_SHARE.search(page.text, head.start, head.end) for head in heads)
    if planned:
        return "target_pct" if share and (shared or not rate) else "target"
    if share and (not rate or (shared and not is_rate(page, *heads))):
        attained = _tells(page, "attained", *heads, label)
        columns = [head for head in table.headings if head != table.corner]  # "Chỉ tiêu"
        planned = _tells(page, "plan", *columns)
        names = {topic_of(page, span).measure for span in (*heads, label)}
        if attained or (planned and names <= {None, "participants", "collection"}):
            return "target_pct"
    return "level"


def _tells(page: Page, kind: str, *spans: Span) -> bool:
    return page.cues.any_in(kind, spans)
