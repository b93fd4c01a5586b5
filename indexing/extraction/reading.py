"""From one sentence to the readings of its figures, and to the story that goes on from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspects import Judged, judge_all
from indexing.extraction.binding import Bound, bind_all
from indexing.extraction.groups import group_of, subject_of
from indexing.extraction.layout import Sentence
from indexing.extraction.locating import place_in, place_told
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment, cut
from indexing.extraction.story import Story, span_of
from indexing.extraction.times import TimeUse, as_flow, as_stock, base_of, nearest, read_times
from indexing.reading.notation import parse_notation, shift_years
from indexing.records import MetricFact, Quantity, Span

Reason = Literal["row", "seen, not a metric", "seen, not understood"]


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A quantity of a text and what became of it."""

    quantity: Quantity
    reason: Reason
    fact: MetricFact | None
    """Its row of the metric table; None for a quantity that makes none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole article."""

    page: Page
    home: str | None


def read_sentence(
    setting: Setting, sentence: Sentence, story: Story
) -> tuple[tuple[FigureReading, ...], Story]:
    """The readings of a sentence's figures in order, and the story after it."""
    page = setting.page
    story = story.entering(page, sentence)
    whole = span_of(sentence)
    uses = read_times(page, whole)
    seen = within(page.quantities, sentence.start, sentence.end)
    figures = [q for q in seen if is_figure(page, q)]
    left_out = [FigureReading(q, "seen, not a metric", None) for q in seen if q not in figures]
    segments = cut(page.text, whole, figures, page.cues, _fixed(page, whole))
    judged = judge_all(page, whole, segments)
    bound = bind_all(page, segments, judged, story.topic)
    facts: list[FigureReading] = []
    for segment, judgement, binding in zip(segments, judged, bound, strict=True):
        fact = _fact(setting, sentence, story, uses, segments, segment, judgement, binding)
        facts.append(FigureReading(segment.quantity, "row", fact))
    readings = sorted([*left_out, *facts], key=lambda reading: reading.quantity.start)
    return tuple(readings), _after(page, whole, story, uses, bound, segments)


def is_figure(page: Page, quantity: Quantity) -> bool:
    """Whether a quantity can be a figure of the table: dates, ages and spans of time cannot."""
    for dated in page.periods:
        if dated.start < quantity.end and quantity.start < dated.end:
            return False
    return not page.cues.any("time_unit", quantity.start, quantity.end + 1)


def _fixed(page: Page, sentence: Span) -> tuple[Span, ...]:
    """Spans that no cut may divide."""
    return tuple(
        Span(item.start, item.end)
        for items in (page.periods, page.places, page.terms)
        for item in within(items, sentence.start, sentence.end)
    )


def _fact(
    setting: Setting,
    sentence: Sentence,
    story: Story,
    uses: Sequence[TimeUse],
    segments: Sequence[Segment],
    segment: Segment,
    judged: Judged,
    bound: Bound,
) -> MetricFact:
    page, quantity = setting.page, segment.quantity
    stock = is_stock(bound)
    told = _period(page, sentence, story, uses, segments, segment, judged)
    period = None if told is None else (as_stock(told) if stock else as_flow(told))
    change = judged.aspect in ("change", "change_pct") and not judged.joined
    vs = _base(sentence, story, uses, segment, period, stock) if change else None
    falling = quantity.direction == "down" and judged.aspect in ("change", "change_pct")
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=_place(setting, sentence, story, segments, segment),
        metric=bound.metric,
        group=group_of(page, segment, bound) if bound.metric != OTHER else None,
        subject=subject_of(page, span_of(sentence), segment) if bound.metric == OTHER else None,
        aspect="level" if judged.surplus else judged.aspect,
        value=-abs(quantity.value) if falling else quantity.value,
        unit=bound.unit,
        bound=quantity.bound,
        period=period,
        vs=vs,
        start=quantity.start,
        end=quantity.end,
        quote_start=sentence.start,
        quote_end=sentence.end,
        quote=page.text[sentence.start : sentence.end],
    )


def is_stock(bound: Bound) -> bool:
    """Whether the figure is counted at a moment rather than added up over a span."""
    if bound.metric == OTHER:
        return bound.unit in ("people", "percent", "percentage_points", "enterprises", "facilities")
    return catalogue().metric(bound.metric).kind == "stock"


def _period(
    page: Page,
    sentence: Sentence,
    story: Story,
    uses: Sequence[TimeUse],
    segments: Sequence[Segment],
    segment: Segment,
    judged: Judged,
) -> str | None:
    """The notation that the figure's own words, its sentence or the story give."""
    quantity = segment.quantity
    main = [use for use in uses if use.role == "main"]
    own = nearest(main, segment.spans, quantity.start, quantity.end)
    if own is None and segment.host is not None:
        host = segments[segment.host]
        own = nearest(main, host.spans, host.quantity.start, host.quantity.end)
    if own is None:
        past = [use for use in main if use.end <= quantity.start]
        ahead = [use for use in main if use.start >= quantity.end]
        own = past[-1] if past else next(iter(ahead), None)
    if own is not None and own.period is not None:
        return own.period.notation
    if judged.aspect == "target" and page.article.published is not None:
        return f"{page.article.published.year:04}"
    if story.period is not None:
        return story.period
    said = next((use.period.notation for use in uses if use.role == "event" and use.period), None)
    if said or story.event:
        return f"@{(said or story.event or '').removeprefix('@')}"
    published = page.article.published
    return f"@{published.isoformat()}" if published else None


def _base(
    sentence: Sentence,
    story: Story,
    uses: Sequence[TimeUse],
    segment: Segment,
    period: str | None,
    stock: bool,
) -> str | None:
    """What a change is counted from."""
    quantity = segment.quantity
    bases = [use for use in uses if use.role == "base"]
    found = nearest(bases, segment.spans, quantity.start, quantity.end)
    if found is None:
        ahead = [use for use in bases if use.start >= quantity.end]
        past = [use for use in bases if use.end <= quantity.start]
        found = ahead[0] if ahead else (past[-1] if past else story.base)
    if found is not None:
        return base_of(found, period, stock)
    if period is not None and len(period) == 4:
        return shift_years(period, -1)  # a whole year's sum is compared with the year before
    return None


def _place(
    setting: Setting,
    sentence: Sentence,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
) -> str | None:
    page, quantity = setting.page, segment.quantity
    mentions = within(page.places, sentence.start, sentence.end)
    own = place_in(mentions, segment.spans, quantity.start, quantity.end)
    if own is None and segment.host is not None:
        host = segments[segment.host]
        own = place_in(mentions, host.spans, host.quantity.start, host.quantity.end)
    if own is None:
        past = [m for m in mentions if m.end <= quantity.start]
        own = past[-1] if past else None
    if own is not None:
        return place_told(own, setting.home)
    return story.place or setting.home


def _after(
    page: Page,
    sentence: Span,
    story: Story,
    uses: Sequence[TimeUse],
    bound: Sequence[Bound],
    segments: Sequence[Segment],
) -> Story:
    """The story with what this sentence told."""
    published = page.article.published
    main = [
        use.period.notation
        for use in uses
        if use.role == "main"
        and use.period is not None
        and not (published and parse_notation(use.period.notation).first_day > published)
    ]
    event = [use.period.notation for use in uses if use.role == "event" and use.period]
    base = [use for use in uses if use.role == "base"]
    topic = bound[-1].topic.over(story.topic) if bound else story.topic
    return replace(
        story,
        topic=topic,
        period=main[-1] if main else story.period,
        event=story.event or (event[0] if event else None),
        base=base[-1] if base else (None if main else story.base),
    )
