"""What a figure leaves open, taken over from what was told before.

What its own words name goes first.  What they leave open is taken from the figure that it explains
(a bracket, a change, a share), then from the one before it in the sentence, then from what the
text spoke of last.  Which figures take anything over `dependence.py` tells, and whose a measure is
that is named alone, `owners.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from indexing.extraction.metric.continued.dependence import depends, names_place
from indexing.extraction.metric.continued.omitted import has_failed, omitted
from indexing.extraction.metric.continued.own_content import content
from indexing.extraction.metric.continued.taking_up import takes_up
from indexing.extraction.metric.owners import BROADER, MOST_OF_LABOUR, opens_with, owned
from indexing.extraction.metric.unbound import Context, Unbound, recent_topics
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.shares import BASES, SCHEMES_OF, Base, base_of_share
from indexing.extraction.topic.topics import NOTHING, OWED, Topic, metric_of, topic_of
from indexing.reading.metric.metrics import metric_for
from indexing.records import CURRENCIES, Unit

_RECENT_SHARE = 3
"""Sentences back that a percentage may take its rate from."""
_MOST_OF_DEBT = 2
"""Words of its own that a part of a debt may have which a new sentence tells."""
_OF_SI: Mapping[str, str] = {
    "si_allowances": "beneficiaries",
    "si_allowances_paid": "benefits_paid",
}
"""Measures of social insurance whose words ("monthly allowances") may be told of another."""
_ARRIVED = re.compile(
    r"\s+(?:(?:has|have|had|was|were|been|already|so far|of it)\s+)+"
    rf"{any_of('attaining.arrived')}\b",
    re.IGNORECASE,
)
_TELLING: Mapping[Unit, str] = {"visits": "visits", "cards": "cards", "books": "books"}
"""Units that tell the measure by themselves."""

_DID_SO = re.compile(
    r"\s+(?:(?:people|have|had|has|would)\s+)*(?:did|do|done)\s+(?:so|the same|likewise)\b"
    r"|\s+followed\s+suit\b",
    re.IGNORECASE,
)


def complete(figure: Unbound, unit: Unit) -> Topic:
    """What a figure of this unit is about, with what its own words leave open."""
    own, known = _of_rate(figure, unit), figure.known
    if own.scheme and own.measure in BASES - {"coverage"} and unit == "people":
        return Topic(own.scheme, "participants")  # "over the whole population, 791,300 were in it"
    if own.scheme and own.measure:
        return _of_both(own.scheme, own.measure)
    if (told_of := omitted(figure)) is not None:
        return NOTHING if has_failed(figure) else told_of
    open_share = unit == "percent" and own.scheme is None
    base = base_of_share(figure.page, figure.segment) if open_share else None
    if base is not None and base in SCHEMES_OF:
        return _with_base(base, (figure.before or NOTHING, known.theme.topic, known.article))
    context = _context(figure)
    if base == "due" and own == NOTHING and not figure.relative and context.measure in OWED:
        return Topic(None, context.measure)  # "measured against all they should have paid"
    if own.measure:
        return owned(figure, context, own.measure, unit)
    if own.scheme:
        return _of_scheme(figure, context, own.scheme, unit)
    return _by_unit(figure, unit) or _by_opening(figure, unit) or _taken_over(figure, context, unit)


def _of_rate(figure: Unbound, unit: Unit) -> Topic:
    """What a figure's words name: of the whole system, where a rate is told, a coverage, which the
    catalogue has none of ("only 2.6 per cent contribute to any scheme")."""
    rate = unit == "percent" and not figure.relative
    return Topic("all", "coverage") if rate and figure.own == ("all", None) else figure.own


def _of_both(scheme: str, measure: str) -> Topic:
    """A scheme and a measure; where the scheme has no such metric, the one that it is a part of."""
    if scheme == "ui":
        measure = _OF_SI.get(measure, measure)
    told = metric_for(scheme, measure) is not None
    return Topic(scheme if told else BROADER.get(scheme, scheme), measure)


def _context(figure: Unbound) -> Topic:
    """What a figure goes on with; who was won goes on with those who were won before."""
    won = figure.known.theme.won
    goes_on = figure.judged.joined and figure.before is None and won != NOTHING
    return won if goes_on else figure.context


def _of_scheme(figure: Unbound, context: Topic, scheme: str, unit: Unit) -> Topic:
    """The measure of a scheme that the figure's words name alone."""
    first, measure = figure.before is None, context.measure
    if measure == "late_payment" and unit == "VND":
        own = first and content(figure.page, figure.segment, "neutral", "back") > _MOST_OF_DEBT
        return Topic(scheme) if own else Topic(None, measure)  # debts have parts, no schemes
    if figure.relative and (first or measure == "coverage"):
        return _count_of(scheme, figure.known)
    if measure is None or (first and unit == "percent" and measure in OWED):
        return Topic(scheme)  # a scheme's own percentage is its coverage
    fits = metric_for(scheme, measure, unit) is not None
    fits = fits or (figure.relative and metric_for(scheme, measure) is not None)
    return Topic(scheme, measure if fits else None)


def _count_of(scheme: str, known: Context) -> Topic:
    """What was last counted of a scheme, which is what has grown: "health insurance rose by 3%"."""
    told = (topic for topic in reversed(known.theme.levels) if topic.scheme == scheme)
    counted = (topic for topic in told if topic.measure not in (None, "coverage"))
    return next(counted, Topic(scheme))


def _by_unit(figure: Unbound, unit: Unit) -> Topic | None:
    """What a unit tells by itself: cards are of health insurance."""
    if unit not in _TELLING or figure.page.cues.any("benefit", *figure.segment.extent):
        return None
    return Topic("si" if unit == "books" else "hi", _TELLING[unit])


def _by_opening(figure: Unbound, unit: Unit) -> Topic | None:
    """What the sentence tells of a figure that it opens with."""
    if not opens_with(figure):
        return None
    named = topic_of(figure.page, figure.known.sentence)
    return named if named.scheme and metric_of(named, unit, False) is not None else None


def _taken_over(figure: Unbound, context: Topic, unit: Unit) -> Topic:
    """What a figure without words of its own goes on with, if with anything."""
    page, segment, known = figure.page, figure.segment, figure.known
    first = figure.before is None
    if first and known.theme.aim and unit in CURRENCIES and _arrived(figure):
        return context  # "VND1,109 billion had been used" of the sum just planned
    if not depends(page, segment, figure.judged, first, known.theme.announced):
        return NOTHING
    if first and known.theme.others and _goes_on_with_others(figure, unit):
        return NOTHING
    fits = metric_of(context, unit, figure.relative) is not None
    taken = fits and _can_be_rate(segment, context) and takes_up(page, segment)
    if unit == "percent" and not figure.relative and first and not taken:
        return _rate(figure)
    if fits or not first:
        return context
    if figure.judged.aspect == "target" and unit in CURRENCIES:
        paid = (told for told in reversed(known.theme.levels) if told.measure not in OWED)
        sums = (told for told in paid if metric_of(told, unit, False) is not None)
        return next(sums, context)  # "The Council has put its plan at VND4,150 billion"
    for topic in recent_topics(page, known.sentence)[:1]:
        if metric_of(topic, unit, figure.relative) is not None:
            return topic
    return known.article if context == NOTHING else context


def _goes_on_with_others(figure: Unbound, unit: Unit) -> bool:
    """ "Last year 1,840 people gave it up.  There had been 2,104 in 2022", "In Vinh 212 did so":
    those of whom no metric was told are counted again."""
    page, segment = figure.page, figure.segment
    before = page.sentence_before(figure.known.sentence.start)
    some = before is not None and page.cues.any("part", *before.span)  # "18,604 of those"
    if unit not in ("people", "other") or some:
        return False
    return _DID_SO.match(page.text, *segment.behind) is not None


def _arrived(figure: Unbound) -> bool:
    """Whether a sum is told to have come in or to have been used up, and no more."""
    tails = figure.segment.tail
    return any(_ARRIVED.match(figure.page.text, tail.start, tail.end) for tail in tails)


def _rate(figure: Unbound) -> Topic:
    """The rate that a percentage alone is: the one whose target it may be, or the one told last."""
    known = figure.known
    rates = [rate for rate in known.theme.rates if _can_be_rate(figure.segment, rate)]
    if figure.judged.aspect == "target" and len(rates) == 1:
        return rates[0]
    return _rate_told(figure.page, figure.segment, known)


def _can_be_rate(segment: Segment, topic: Topic) -> bool:
    """Whether a percentage may be that of a topic: of its workers no place insures so many."""
    high = segment.quantity.value > MOST_OF_LABOUR
    return bool(topic.measure) and not (high and topic.scheme in SCHEMES_OF["labour"])


def _rate_told(page: Page, segment: Segment, known: Context) -> Topic:
    """The rate that a percentage alone goes on with: a coverage told before, or that of members."""
    last = known.theme.topic
    if last.measure == "late_payment_rate" and names_place(page, segment):
        return last  # "Debts are 3.5 per cent of what is due.  Ha Tinh, with 1.6 per cent, ..."
    told = (_whole(known), *recent_topics(page, known.sentence)[:_RECENT_SHARE])
    named = [topic for topic in told if topic.measure == "coverage" and topic.scheme]
    high = segment.quantity.value > MOST_OF_LABOUR
    rates = [topic for topic in named if _can_be_rate(segment, topic)]
    if not rates and names_place(page, segment):  # "Between the rivers it differs: Hue has 96%"
        rates = [topic for topic in known.theme.rates if _can_be_rate(segment, topic)][-1:]
    if high and not rates and not known.theme.apart and page.cues.any_in("rate", segment.lead):
        return Topic("hi", "coverage")
    members = [topic for topic in told if topic.scheme == "hi" and topic.measure == "participants"]
    return next(iter([*rates, *members]), NOTHING)


def _whole(known: Context) -> Topic:
    """What the text spoke of last; a coverage without a scheme is the headline's, or of health."""
    topic = known.theme.topic
    if topic.measure != "coverage" or topic.scheme is not None:
        return topic
    return Topic(known.article.scheme or "hi", topic.measure)


def _with_base(base: Base, told: Sequence[Topic]) -> Topic:
    """The coverage that has such a base: of the scheme told last that can have it."""
    fitting = [topic.scheme for topic in told if topic.scheme in SCHEMES_OF[base]]
    return Topic(next(iter(fitting), SCHEMES_OF[base][0]), "coverage")
