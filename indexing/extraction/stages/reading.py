"""From one sentence to the readings of its figures, and to the story that goes on from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspect.aim.ahead import lies_ahead
from indexing.extraction.aspect.comparing import way_of_debt
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.looking_back import looks_back, since_then, turned
from indexing.extraction.aspect.moving import direction
from indexing.extraction.part.counted import last_counted
from indexing.extraction.part.debtors import is_delay, one_debtor
from indexing.extraction.part.groups import group_of, subject_of, summed_part
from indexing.extraction.part.taken_over import as_part
from indexing.extraction.period.changes import base_for, date_of_change
from indexing.extraction.period.date.compared import is_range_of_places
from indexing.extraction.period.date.spoken import told_period
from indexing.extraction.period.dating import period_of
from indexing.extraction.period.lengths import took_so_long
from indexing.extraction.period.times import TimeUse
from indexing.extraction.period.undated import (
    is_aim_of_each,
    is_undated,
    kind_at_rate,
    kind_since,
    occasion_of,
)
from indexing.extraction.place.locating import place_of
from indexing.extraction.place.naming import province_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.stages.together import read_together
from indexing.extraction.story.after import story_after
from indexing.extraction.story.state import Story
from indexing.extraction.story.told import ToldSentence
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import OWED, Topic
from indexing.records import CHANGES, MetricFact, Quantity

_WHOLE = 100


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
    setting: Setting, sentence: SentenceSpan, story: Story
) -> tuple[tuple[FigureReading, ...], Story]:
    """The readings of a sentence's figures in order, and the story after it."""
    page = setting.page
    story = story.entering(page, sentence)
    before = story.figures
    told = read_together(page, sentence, story, setting.topic)
    rows: dict[int, MetricFact] = {}
    for index, segment in enumerate(told.segments):
        past = tuple(rows.values())
        fact = _fact(setting, told, story, index, past)
        if looks_back(page, segment):
            known = [row for row in past if row.metric != OTHER][-1:]
            fact = turned(page, segment, fact, known[0] if known else before.last)
        fact = as_part(page, segment, fact, past, before.last, before.counted)
        based = any(use.role == "base" for use in told.uses)
        later = None if based else before.last
        rows[segment.quantity.start] = since_then(fact, past, later)
    readings = tuple(FigureReading(q, rows.get(q.start), told.why[q.start]) for q in told.seen)
    known = [fact for fact in rows.values() if fact.metric != OTHER]
    story = story_after(page, story, told)
    figures = story.figures._replace(
        last=next(reversed(known), before.last),
        counted=last_counted(tuple(rows.values()), before.counted),
        share=next((fact for fact in reversed(known) if fact.unit == "percent"), before.share),
    )
    return readings, story._replace(figures=figures)


def _aspect(
    page: Page, told: ToldSentence, story: Story, index: int
) -> tuple[Judged, TimeUse | None]:
    """The aspect of a figure in the light of its metric and its date, and that date."""
    segment, bound, first = told.segments[index], told.bound[index], told.judged[index]
    judged, date = _settled(page, segment, first, bound), told.spoken[index]
    if judged.aspect != first.aspect:
        date = told_period(page.text, told.uses, told.segments, segment, judged.aspect)
    if judged.aspect == "level" and lies_ahead(page, segment, date):
        judged = judged._replace(aspect="target")
        own = date._replace(role="main", aimed=True) if date and date.role == "base" else None
        date = own or told_period(page.text, told.uses, told.segments, segment, judged.aspect)
    behind = date is not None and date.start >= segment.quantity.end
    if behind and judged.aspect == "target_pct" and lies_ahead(page, segment, date):
        date = None  # "64.8% of the number it is expected to have in December": the plan's
    range_of_places = is_range_of_places(page, segment.quantity)
    if judged.aspect == "level" and (date is None or date.opens is None) and not range_of_places:
        adds_up = told.kinds[index] == "span"
        date = date_of_change(
            page.text, story.times, told.uses, told.segments, segment, date, adds_up=adds_up
        )
    return judged, date


def _period(
    page: Page,
    told: ToldSentence,
    story: Story,
    index: int,
    judged: Judged,
    date: TimeUse | None,
    past: Sequence[MetricFact],
) -> str | None:
    """When a figure is of; `past` are the rows of the sentence before it."""
    level = judged.aspect == "level" and date is None
    if level and is_undated(page, told, index):
        return None
    if level and (day := occasion_of(page, told, index, story.times.event)) is not None:
        return day
    if judged.aspect == "target" and date is None and is_aim_of_each(page, told, index):
        return None
    order = next((row.index(index) for row in told.dealt if index in row), None)
    if order is None and _aims_in_turn(told.judged, story):
        order = index
    kind = kind_since(page, told, index) if level else told.kinds[index]
    kind = kind_at_rate(page, told, index, kind, date)
    period = period_of(page, story, told.uses, date, judged, kind, order)
    if date is None and _took_so_long(page, told, index, judged, period):
        return None
    passed = index and told.judged[index - 1].surplus
    if passed and judged.aspect == "target" and date is None:
        return _passed(past, period)
    return period


def _took_so_long(
    page: Page, told: ToldSentence, index: int, judged: Judged, period: str | None = None
) -> bool:
    """Whether a figure added up in a length of time that is not that of `period`; what there is
    has none, nor has a change that is compared with a date."""
    stock = told.kinds[index] == "moment" and told.bound[index].metric != OTHER
    added = judged.aspect in CHANGES or (judged.aspect == "level" and not stock)
    compared = any(use.role in ("base", "since") for use in told.uses)
    if not added or compared:
        return False
    return took_so_long(page, told.sentence.span, told.segments[index], period)


def _passed(past: Sequence[MetricFact], period: str | None) -> str | None:
    """The period of the level that a target is told to lie below or above; else `period`."""
    levels = [row for row in past if row.metric != OTHER and row.aspect == "level"]
    return levels[-1].period if levels else period


def _aims_in_turn(judged: Sequence[Judged], story: Story) -> bool:
    """Whether a sentence has an aim for each of the years that the last aims were set for."""
    return len(judged) == len(story.figures.goals) and all(j.aspect == "target" for j in judged)


def _settled(page: Page, segment: Segment, judged: Judged, bound: Bound) -> Judged:
    """The aspect that fits the metric.

    People who were won are a change of their scheme; anything else won is just counted.  What is
    owed "of the amount due" is the rate itself, of a target it is not.
    """
    if judged.joined and (bound.metric == OTHER or bound.topic.measure != "participants"):
        return judged._replace(aspect="level", joined=False)
    rate = bound.metric != OTHER and catalogue().metric(bound.metric).measure == "coverage"
    could = segment.quantity.value <= _WHOLE and not page.cues.any_in("plan", segment.spans)
    if rate and judged.aspect == "target_pct" and could:
        return judged._replace(aspect="level")  # "Cau Ngang district achieved 95.6 per cent"
    counts = bound.metric != OTHER and catalogue().metric(bound.metric).unit == "people"
    if judged.aspect == "level" and bound.unit == "percent" and counts:
        return judged._replace(aspect="target_pct")
    difference = judged.aspect == "change_pct" or (rate and judged.aspect == "level")
    if difference and bound.unit == "percentage_points":
        return judged._replace(aspect="change")
    behind = segment.behind
    planned = page.cues.any("plan", *behind) and not page.cues.any("due", *behind)
    if judged.aspect == "target_pct" and bound.metric == "late_payment_rate" and not planned:
        return judged._replace(aspect="level")
    return judged


def _fact(
    setting: Setting, told: ToldSentence, story: Story, index: int, past: Sequence[MetricFact]
) -> MetricFact:
    page, sentence, segment = setting.page, told.sentence, told.segments[index]
    bound, quantity, whole = told.bound[index], segment.quantity, sentence.span
    judged, date = _aspect(page, told, story, index)
    period = _period(page, told, story, index, judged, date, past)
    moved = judged.aspect in CHANGES
    compared = moved and not judged.joined and not _took_so_long(page, told, index, judged)
    kind = told.kinds[index]
    debtor = one_debtor(page, whole, segment, bound)
    metric = OTHER if debtor else bound.metric
    group = debtor if debtor else group_of(page, segment, bound)
    group = group or summed_part(page, told.segments, index, told.bound)
    place = place_of(page, sentence, story, told.segments, segment, setting.home)
    if debtor or (metric == OTHER and is_delay(page, whole, quantity)):
        place = _debtors_place(place, setting.home)
    way = direction(page, segment)
    if bound.topic.measure in OWED:
        way = way_of_debt(page, segment) or way
    falling = moved and way == "down"
    return MetricFact(
        doc=page.article.doc,
        version=page.article.version,
        place=place,
        metric=metric,
        group=group if metric != OTHER or debtor else None,
        subject=subject_of(page, segment) if metric == OTHER else None,
        aspect="level" if judged.surplus else judged.aspect,
        value=-abs(quantity.value) if falling else quantity.value,
        unit=bound.unit,
        bound=quantity.bound,
        period=period,
        vs=base_for(story.times, told.uses, date, segment, period, kind) if compared else None,
        start=quantity.start,
        end=quantity.end,
        quote_start=sentence.start,
        quote_end=sentence.end,
        quote=page.text[sentence.start : sentence.end],
    )


def _debtors_place(place: str | None, home: str | None) -> str | None:
    """One firm's debt, and for how long it owes, is the province's affair, in whichever of its
    districts the firm stands."""
    return place if place == home else province_of(place) or place
