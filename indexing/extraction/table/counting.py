"""What a cell of a table counts: metric, figure in full, and what that says of the metric."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexing.catalogue import BACKGROUND
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.owners import MOST_OF_LABOUR
from indexing.extraction.period.times import read_times
from indexing.extraction.stages.reading import Setting
from indexing.extraction.table.cells import Cell, PrintedTable
from indexing.extraction.table.labels import is_length, unknown_head
from indexing.extraction.table.scales import is_rate, scaled, unit_told
from indexing.extraction.table.whose import is_of_body, is_of_hospitals
from indexing.extraction.text.page import Page
from indexing.extraction.topic.topics import NOTHING, OF_MEMBERS, Topic, topic_of, unit_of_measure
from indexing.reading.metric.metrics import metric_for
from indexing.records import Aspect, Quantity, Span, Unit

_SHARE = re.compile(r"%|\b(?:per ?cent|pct|share|rate|ratio|tỷ lệ)\b", re.IGNORECASE)
_NEW = re.compile(r"\bnew(?:ly)?\b", re.IGNORECASE)


def told_of(setting: Setting, cell: Cell, told: Topic) -> tuple[Topic, Quantity, Judged]:
    """What a cell counts, its figure in full, and what that says of the metric.

    `told`: what the text before the table spoke of last.
    """
    page, table, label, heads = setting.page, cell.table, cell.label, cell.heads
    strange = unknown_head(page, heads) is not None
    leading = heads if strange else _leading_heads(page, table, cell.column)
    column = NOTHING if strange else _column_topic(page, leading)
    body = is_of_body(page, table, label)
    own = (NOTHING if body else topic_of(page, label)).over(column)
    around = topic_of(page, table.section).over(topic_of(page, table.corner))
    around = around.over(topic_of(page, table.caption))
    treats = is_of_hospitals(page, table, label)
    around = around.over(Topic("hi", None)) if treats else around
    around = around.over(_headline_topic(setting, own))
    if own.measure in OF_MEMBERS and around.scheme is None:
        around = Topic(told.scheme, around.measure)  # "Insured people", below what tells in what
    topic = _agreeing(own, around, unit_told(page, label))
    if ((strange or treats) and topic.measure is None) or tells(page, "left", *heads):
        topic = NOTHING  # "Due": not just the people of the scheme that the headline names
    rate = is_rate(page, label, table.section, *heads)
    if not rate and own == NOTHING and any(_goes_on(page, head) for head in heads):
        rate = is_rate(page, *leading)  # "Coverage 2021 | Target 2022"
    beside, above = (*heads, *cell.wordy), (table.section, table.corner)
    shared = rate or is_rate(page, *cell.wordy, table.corner)
    shared = shared or (topic.measure is None and is_rate(page, table.caption))
    counted = cell.quantity
    if _in_per_cent(page, heads) and counted.is_bare:
        counted = replace(counted, unit="percent")
    elif not any(is_length(page, head) for head in heads):
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
    if _SHARE.search(page.text, head.start, head.end) or tells(page, "change_heading", head):
        return False
    return tells(page, "plan", head) or bool(read_times(page, head))


def _are_new(page: Page, heads: Sequence[Span]) -> bool:
    """Whether a column counts those who were won: "New members"."""
    fresh = any(_NEW.search(page.text, head.start, head.end) for head in heads)
    return fresh or tells(page, "joined", *heads)


def _leading_heads(page: Page, table: PrintedTable, index: int) -> tuple[Span, ...]:
    """The headings that tell what a column counts: its own, or those of the nearest one to its left
    that do, as "of plan (%)" and "change" do not."""
    for column in range(index, 0, -1):
        heads = table.heads(column)
        if page.terms_in(heads):
            return heads
    return ()


def _column_topic(page: Page, heads: Sequence[Span]) -> Topic:
    """What a column with such headings counts."""
    topic = _joint(topic_of(page, head) for head in heads)
    return topic if topic != NOTHING else Topic(None, _base(page, heads))


def _base(page: Page, heads: Sequence[Span]) -> str | None:
    """The people that a column counts where they are none of the insured: "Population"."""
    named = {t.id for t in page.terms_in(heads)}
    return next(iter(named), None) if len(named) == 1 and named <= BACKGROUND else None


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
    page: Page,
    table: PrintedTable,
    heads: Sequence[Span],
    label: Span,
    quantity: Quantity,
    rate: bool,
) -> Aspect:
    """What a cell says of its metric, by its headings or its label.

    A share without a measure of its own, beside a column of plans, is how far these were reached;
    of a `rate` it is the plan itself, unless the heading tells a share of one: "% of plan".
    """
    share = quantity.unit == "percent"
    planned = tells(page, "plan", *heads, label)
    if tells(page, "change_heading", *heads, label) and not (share and planned):
        return "change_pct" if share else "change"
    shared = any(_SHARE.search(page.text, head.start, head.end) for head in heads)
    if planned:
        return "target_pct" if share and (shared or not rate) else "target"
    if share and (not rate or (shared and not is_rate(page, *heads))):
        attained = tells(page, "attained", *heads, label)
        columns = [head for head in table.headings if head != table.corner]  # "Chỉ tiêu"
        planned = tells(page, "plan", *columns)
        names = {topic_of(page, span).measure for span in (*heads, label)}
        if attained or (planned and names <= {None, "participants", "collection"}):
            return "target_pct"
    return "level"


def tells(page: Page, kind: str, *spans: Span) -> bool:
    return page.cues.any_in(kind, spans)
