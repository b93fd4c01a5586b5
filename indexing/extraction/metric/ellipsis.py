"""What a figure leaves open, taken over from what was told before.

What its own words name goes first.  What they leave open is taken from the figure that it explains
(a bracket, a change, a share), then from the one before it in the sentence, then from what the
text spoke of last.  Which figures take anything over `dependence.py` tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.dependence import (
    any_lead,
    any_tail,
    around,
    depends,
    names_place,
    takes_up,
)
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topic.bases import SCHEMES_OF, Base, base_of_share
from indexing.extraction.topic.theme import Theme
from indexing.extraction.topic.topics import (
    NOTHING,
    OWED,
    Topic,
    metric_of,
    topic_of,
)
from indexing.extraction.wording import any_of
from indexing.reading.metric.metrics import metric_for
from indexing.records import Span, Unit

_RECENT_SHARE = 3
"""Sentences back that a percentage may take its rate from."""
_SHARED = frozenset({"benefits_paid", "beneficiaries", "documents"})
"""Measures that a scheme named earlier in the sentence still governs."""
_OF_FUND = frozenset({"collection", "benefits_paid"})
"""What a fund takes in and pays."""
_COSTS = frozenset({"benefits_paid", "beneficiaries"})
"""What hospitals are paid and what they claim."""
_OF_SI: Mapping[str, str] = {
    "si_allowances": "beneficiaries",
    "si_allowances_paid": "benefits_paid",
}
"""Measures of social insurance whose words ("monthly allowances") may be told of another."""
_ALWAYS: Mapping[str, str] = {"cards": "hi", "books": "si"}
"""Measures that one scheme alone has."""
_IMPLIED: Mapping[str, str] = {
    **_ALWAYS,
    "visits": "hi",
    "treatment_costs": "hi",
    "si_allowances": "si",
    "pensioners": "si",
}
"""Schemes that a measure tells of though none is named."""
_TELLING: Mapping[Unit, str] = {"visits": "visits", "cards": "cards", "books": "books"}
"""Units that tell the measure by themselves."""
OF_CARE = frozenset({"visits", "treatment_costs"})
"""Measures of treatment: what is paid after one of these was told is the cost of it."""
_BROADER = {"household_hi": "hi"}
"""The scheme that one is a part of: a coverage is told of the whole only."""
MOST_OF_LABOUR = 70
"""Per cent: a larger share of its workers hardly a place insures, so "coverage" is of health."""
_RECENT = 700
"""Characters before a sentence in which its figures may find what they leave open."""
_ON_THEM = re.compile(r"[^,;:.]{0,25}\b(?:on|for|to)\s+(?:it|them|these|those)\b", re.IGNORECASE)
_DEFINITE = re.compile(rf"\W*(?:The|This|That)\s+{any_of('sums.flows')}\b")
_WITH = re.compile(r"\W*(?:With|Having|Counting)\b")


class Context(NamedTuple):
    """What is known before a sentence."""

    theme: Theme
    """What the text has been about so far."""
    article: Topic
    """What the headline speaks of."""
    sentence: Span
    """The sentence itself; those before it are read when its figures leave something open."""


def recent_topics(page: Page, sentence: Span) -> tuple[Topic, ...]:
    """What the sentences before `sentence` name, figures or not, the latest first."""
    past = within(page.sentences, sentence.start - _RECENT, sentence.start)
    named = (topic_of(page, Span(told.start, told.end)) for told in reversed(past))
    return tuple(topic for topic in named if topic != NOTHING)


def complete(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
    unit: Unit,
) -> Topic:
    """A figure's topic with what its own words leave open; `before`: what its host is about."""
    if own.scheme == "ui":
        own = Topic(own.scheme, _OF_SI.get(own.measure or "", own.measure))
    if own.scheme and own.measure:
        told = metric_for(own.scheme, own.measure) is not None
        return own if told else Topic(_BROADER.get(own.scheme, own.scheme), own.measure)
    base = base_of_share(page, segment) if unit == "percent" else None
    if base is not None and base in SCHEMES_OF and own.scheme is None:
        return _with_base(base, (before or NOTHING, known.theme.topic, known.article))
    context = before if before is not None else known.theme.topic
    if judged.joined and before is None and known.theme.won != NOTHING:
        context = known.theme.won
    if own.measure:
        return _of_measure(page, segment, own.measure, before, context, known, unit)
    if own.scheme:
        fits = context.measure and metric_for(own.scheme, context.measure, unit)
        if before is None and unit == "percent" and context.measure in OWED:
            fits = None  # a scheme's own percentage is its coverage
        relative = judged.aspect in ("target_pct", "change_pct")
        if context.measure == "late_payment" and unit == "VND":
            return Topic(None, context.measure)  # debts have no schemes, only parts
        if relative and (before is None or context.measure == "coverage"):
            return _count_of(own, known)
        known_of = context.measure and metric_for(own.scheme, context.measure)
        return Topic(own.scheme, context.measure if fits or (relative and known_of) else None)
    if unit in _TELLING and not page.cues.any("benefit", *around(segment)):
        return Topic("si" if unit == "books" else "hi", _TELLING[unit])
    if before is None and _WITH.match(page.text, around(segment)[0]):
        named = topic_of(page, known.sentence)  # "With 1.1 million people, health insurance ..."
        if named.scheme and metric_of(named, unit, False) is not None:
            return named
    if not depends(page, segment, judged, before is None, known.theme.announced):
        return NOTHING
    relative = judged.aspect in ("target_pct", "change_pct")
    taken = _can_be_rate(segment, context) and takes_up(page, segment)
    taken = taken and metric_of(context, unit, relative) is not None
    if unit == "percent" and not relative and before is None and not taken:
        rates = [rate for rate in known.theme.rates if _can_be_rate(segment, rate)]
        if judged.aspect == "target" and len(rates) == 1:
            return rates[0]
        return _rate_told(page, segment, known)
    if before is not None or metric_of(context, unit, relative) is not None:
        return context
    fitting = (
        t
        for t in recent_topics(page, known.sentence)[:1]
        if metric_of(t, unit, relative) is not None
    )
    last = known.article if context == NOTHING else context
    return next(fitting, last)


def _count_of(own: Topic, known: Context) -> Topic:
    """What was last counted of a scheme, which is what has grown: "health insurance rose by 3%"."""
    told = (topic for topic in reversed(known.theme.levels) if topic.scheme == own.scheme)
    return next((topic for topic in told if topic.measure not in (None, "coverage")), own)


def _can_be_rate(segment: Segment, topic: Topic) -> bool:
    """Whether a percentage may be that of a topic: of its workers no place insures so many."""
    high = segment.quantity.value > MOST_OF_LABOUR
    return bool(topic.measure) and not (high and topic.scheme in SCHEMES_OF["labour"])


def _rate_told(page: Page, segment: Segment, known: Context) -> Topic:
    """The rate that a percentage alone goes on with: a coverage told before, or that of members."""
    told = (_whole(known), *recent_topics(page, known.sentence)[:_RECENT_SHARE])
    named = [topic for topic in told if topic.measure == "coverage" and topic.scheme]
    high = segment.quantity.value > MOST_OF_LABOUR
    if not named and names_place(page, segment):
        named = list(
            known.theme.rates[-1:]
        )  # "Between the rivers the picture differs: Hue has 96%"
    rates = [topic for topic in named if not high or topic.scheme not in SCHEMES_OF["labour"]]
    if high and not rates and any_lead(page, segment, "rate"):
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


def _of_measure(
    page: Page,
    segment: Segment,
    measure: str,
    before: Topic | None,
    context: Topic,
    known: Context,
    unit: Unit,
) -> Topic:
    """The scheme of a measure that the figure's words name alone."""
    if before is not None and before.scheme and measure in _SHARED:
        return Topic(before.scheme, measure)
    if measure in _COSTS and context.measure in OF_CARE and unit not in ("people", "cards"):
        return Topic("hi", "benefits_paid")
    taken = _ON_THEM.match(page.text, segment.quantity.end) is not None
    same = context.measure == measure
    taken = taken or (same and (any_lead(page, segment, "bill") or _starts_definite(page, segment)))
    funded = taken or any_lead(page, segment, "fund") or any_tail(page, segment, "fund")
    owner = context.scheme or known.theme.topic.scheme
    if funded and owner and metric_for(owner, measure, unit) is not None:
        return Topic(owner, measure)
    fund = known.theme.fund
    if before is None and fund and measure in _OF_FUND and metric_for(fund, measure, unit):
        return Topic(fund, measure)
    if measure in _ALWAYS:
        return Topic(_ALWAYS[measure], measure)
    if metric_for(None, measure) is not None:
        return Topic(None, measure)
    labour = measure == "coverage" and segment.quantity.value > MOST_OF_LABOUR
    if labour and unit == "percent":
        return Topic("hi", measure)
    if before is None and page.cues.any("insurance", *around(segment)):
        return Topic("all", measure)  # "people in insurance": whichever
    if measure == "coverage" and before is None:
        told = (known.theme.topic, known.article, *recent_topics(page, known.sentence))
        if any(topic.scheme in ("hi", "household_hi", "all") for topic in told):
            return Topic("hi", measure)  # a rate of coverage is health insurance's first of all
    up = before is not None or known.theme.announced or takes_up(page, segment)
    told = (context, known.article) if up else (known.article, context)
    if before is None and _WITH.match(page.text, around(segment)[0]):
        told = (topic_of(page, known.sentence), *told)  # "With 3 million members, X insurance ..."
    return Topic(
        _scheme_among((*told, *recent_topics(page, known.sentence)), measure, unit), measure
    )


def _starts_definite(page: Page, segment: Segment) -> bool:
    """ "The spending equals ...": that which was told of before."""
    low, _ = around(segment)
    return _DEFINITE.match(page.text, low) is not None


def _scheme_among(told: Sequence[Topic], measure: str, unit: Unit) -> str | None:
    """The first scheme told that has such a measure in such a unit."""
    owners = (topic.scheme or _IMPLIED.get(topic.measure or "") for topic in told)
    schemes = [scheme for scheme in owners if scheme is not None]
    fitting = (scheme for scheme in schemes if metric_for(scheme, measure, unit) is not None)
    return next(fitting, _BROADER.get(schemes[0], schemes[0]) if schemes else None)
