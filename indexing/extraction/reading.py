"""From one sentence to the readings of its figures, and to the story that goes on from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspect.aims import in_list_of_aims, lies_ahead
from indexing.extraction.aspect.aspects import direction, judge_all
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.ranking import ranked
from indexing.extraction.figures import no_figure
from indexing.extraction.layout import Sentence
from indexing.extraction.metric.binding import bind_all
from indexing.extraction.metric.dealing import dealt_out, with_shared_unit
from indexing.extraction.metric.debtors import one_debtor
from indexing.extraction.metric.ellipsis import Context
from indexing.extraction.metric.groups import as_part, group_of, subject_of
from indexing.extraction.metric.parallel import is_parallel
from indexing.extraction.metric.theme import Bound
from indexing.extraction.metric.topics import Topic
from indexing.extraction.page import Page, within
from indexing.extraction.period.dating import base_for, period_of
from indexing.extraction.period.kinds import kinds_of
from indexing.extraction.period.rates import at_a_rate
from indexing.extraction.period.spoken import before_change, told_period
from indexing.extraction.period.times import TimeUse, read_times
from indexing.extraction.place.homes import province_of
from indexing.extraction.place.locating import place_of
from indexing.extraction.placed import InOrder
from indexing.extraction.segments import Segment, cut
from indexing.extraction.story import Story, span_of
from indexing.extraction.table.scales import in_unit_above
from indexing.extraction.telling import story_after
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, MetricFact, PlaceMention, Quantity, Span


class FigureReading(NamedTuple):
    """A quantity of a text and what became of it."""

    quantity: Quantity
    fact: MetricFact | None
    """Its row of the metric table; None for a quantity that makes none."""
    why: str | None = None
    """Why it makes no row."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole article."""

    page: Page
    home: str | None
    topic: Topic
    """What the headline speaks of."""


def read_sentence(
    setting: Setting, sentence: Sentence, story: Story
) -> tuple[tuple[FigureReading, ...], Story]:
    """The readings of a sentence's figures in order, and the story after it."""
    page, whole = setting.page, span_of(sentence)
    story = story.entering(page, sentence)
    uses = _as_known(page, read_times(page, whole), story)
    seen = within(page.quantities, sentence.start, sentence.end)
    why = {one.start: no_figure(page, one) for one in seen}
    figures = with_shared_unit(page, [one for one in seen if why[one.start] is None])
    figures = in_unit_above(page, sentence, figures)
    fixed, named = page.named(whole, terms=True), _spans(page.places, whole)
    segments = cut(page.text, whole, figures, page.cues, fixed, named)
    aimed = bool(segments) and in_list_of_aims(page, sentence)
    judged = judge_all(page, whole, segments, aimed, story.theme.planned, story.theme.aim)
    segments, judged = ranked(page, sentence, segments, judged, story.told)
    known = Context(story.theme, setting.topic, whole)
    bound = _growth_of_the_won(judged, bind_all(page, whole, segments, judged, known))
    if is_parallel(page, whole, segments, story.theme.row):
        judged = judged if aimed else tuple(told.judged for told in story.theme.row)
        bound = tuple(told.bound for told in story.theme.row)
    kinds = kinds_of(page, segments, bound, judged)
    spoken = tuple(
        told_period(page.text, uses, segments, segment, judgement.aspect)
        for segment, judgement in zip(segments, judged, strict=True)
    )
    rows: dict[int, MetricFact] = {}
    dealt = dealt_out(page, whole, segments)
    for index, (segment, binding) in enumerate(zip(segments, bound, strict=True)):
        judgement = _settled(page, segment, judged[index], binding)
        told_here = zip(judged[:index], bound[:index], strict=True)
        targets = {b.metric for j, b in told_here if j.aspect == "target"}
        if story.told is not None and story.told.aspect == "target":
            targets.add(story.told.metric)
        if binding.metric in targets:
            judgement = _reached(page, segment, judgement, binding)
        told = spoken[index]
        if judgement.aspect != judged[index].aspect:
            told = told_period(page.text, uses, segments, segment, judgement.aspect)
        if judgement.aspect == "level" and lies_ahead(page, segment, told):
            judgement = judgement._replace(aspect="target")
            told = told_period(page.text, uses, segments, segment, judgement.aspect)
        if judgement.aspect == "level" and (told is None or told.opens is None):
            told = before_change(page.text, story, uses, segments, segment) or told
        order = next((row.index(index) for row in dealt if index in row), None)
        if order is None and _aims_in_turn(judged, story):
            order = index
        level = judgement.aspect == "level" and told is None
        if level and at_a_rate(page, whole, segment.quantity):
            period = None
        else:
            period = period_of(page, story, uses, told, judgement, kinds[index], order)
        if judgement.aspect == "target" and told is None and index and judged[index - 1].surplus:
            period = _passed(rows, period)
        compared = judgement.aspect in CHANGES and not judgement.joined
        vs = base_for(story, uses, told, segment, period, kinds[index]) if compared else None
        fact = _fact(setting, sentence, story, segments, segment, judgement, binding, period, vs)
        past = tuple(rows.values())
        rows[segment.quantity.start] = as_part(page, segment, fact, past, story.told)
    readings = tuple(FigureReading(q, rows.get(q.start), why[q.start]) for q in seen)
    last = [fact for fact in rows.values() if fact.metric != OTHER][-1:]
    after = story_after(page, whole, story, uses, spoken, segments, judged, bound, kinds)
    return readings, after._replace(told=last[0]) if last else after


def _growth_of_the_won(judged: Sequence[Judged], bound: Sequence[Bound]) -> tuple[Bound, ...]:
    """By how much more people were won than before is no growth of their scheme."""
    return tuple(
        bound[index]._replace(metric=OTHER)
        if index and judged[index].aspect == "change_pct" and judged[index - 1].joined
        else bound[index]
        for index in range(len(bound))
    )


def _passed(rows: Mapping[int, MetricFact], period: str | None) -> str | None:
    """The period of the level that a target is told to lie below or above; else `period`."""
    levels = [row for row in rows.values() if row.metric != OTHER and row.aspect == "level"]
    return levels[-1].period if levels else period


def _aims_in_turn(judged: Sequence[Judged], story: Story) -> bool:
    """Whether a sentence has an aim for each of the years that the last aims were set for."""
    return len(judged) == len(story.goals) and all(j.aspect == "target" for j in judged)


def _settled(page: Page, segment: Segment, judged: Judged, bound: Bound) -> Judged:
    """The aspect that fits the metric.

    People who were won are a change of their scheme; anything else won is just counted.  What is
    owed "of the amount due" is the rate itself, of a target it is not.
    """
    if judged.joined and (bound.metric == OTHER or bound.topic.measure != "participants"):
        return judged._replace(aspect="level", joined=False)
    rate = bound.metric != OTHER and catalogue().metric(bound.metric).measure == "coverage"
    if rate and judged.aspect == "target_pct" and not page.cues.any_in("plan", segment.spans):
        return judged._replace(aspect="level")  # "Cau Ngang district achieved 95.6 per cent"
    counts = bound.metric != OTHER and catalogue().metric(bound.metric).unit == "people"
    if judged.aspect == "level" and bound.unit == "percent" and counts:
        return judged._replace(aspect="target_pct")
    if judged.aspect == "change_pct" and bound.unit == "percentage_points":
        return judged._replace(aspect="change")
    behind = [(tail.start, tail.end) for tail in segment.tail[:1]]
    planned = any(page.cues.any("plan", *s) and not page.cues.any("due", *s) for s in behind)
    if judged.aspect == "target_pct" and bound.metric == "late_payment_rate" and not planned:
        return judged._replace(aspect="level")
    return judged


def _reached(page: Page, segment: Segment, judged: Judged, bound: Bound) -> Judged:
    """The aspect of a figure beside its target: "the target is 96.5%, 88.21% is reached".

    What a rate has reached is a rate as its target is; a share of the target names it.
    """
    named = page.cues.any_in("plan", segment.tail[:1])
    rate = bound.metric != OTHER and catalogue().metric(bound.metric).is_rate
    attained = judged.aspect == "target_pct" and rate and not named
    return judged._replace(aspect="level") if attained else judged


def _as_known(page: Page, uses: Sequence[TimeUse], story: Story) -> tuple[TimeUse, ...]:
    """The dates of a text without a date of its own: what lies after it was said lies ahead."""
    events = [use.period for use in uses if use.role == "event" and use.period is not None]
    if page.article.published is not None or not (events or story.event):
        return tuple(uses)
    day = events[0].last_day if events else parse_notation(story.event or "").last_day
    return tuple(
        use._replace(aimed=True, reached=False)
        if use.role == "main" and use.period is not None and use.period.last_day > day
        else use
        for use in uses
    )


def _spans(items: InOrder[PlaceMention], sentence: Span) -> tuple[Span, ...]:
    return tuple(Span(i.start, i.end) for i in within(items, sentence.start, sentence.end))


def _fact(
    setting: Setting,
    sentence: Sentence,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
    judged: Judged,
    bound: Bound,
    period: str | None,
    vs: str | None,
) -> MetricFact:
    page, quantity = setting.page, segment.quantity
    moved = judged.aspect in CHANGES
    debtor = one_debtor(page, span_of(sentence), segment, bound)
    metric = OTHER if debtor else bound.metric
    group = debtor if debtor else group_of(page, segment, bound)
    place = place_of(page, sentence, story, segments, segment, setting.home)
    falling = moved and direction(page, span_of(sentence), segment) == "down"
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=_debtors_place(place, setting.home) if debtor else place,
        metric=metric,
        group=group if metric != OTHER or debtor else None,
        subject=subject_of(page, segment) if metric == OTHER else None,
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


def _debtors_place(place: str | None, home: str | None) -> str | None:
    """One firm's debt is the province's affair, in whichever of its districts the firm stands."""
    return place if place == home else province_of(place) or place
