"""Whose a measure is that a figure's words name alone: the scheme of "3,500 new members"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from indexing.extraction.metric.continued.taking_up import takes_up
from indexing.extraction.metric.unbound import Unbound, recent_topics
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.topics import (
    NOTHING,
    OF_BENEFITS,
    OF_CARE,
    Topic,
    topic_of,
    unit_of_measure,
    whole_of,
)
from indexing.reading.metric.metrics import metric_for
from indexing.records import CURRENCIES, Unit

_SHARED = OF_BENEFITS | {"documents"}
"""Measures that a scheme named earlier in the sentence still governs."""
_OF_FUND = frozenset({"collection", "benefits_paid"})
"""What a fund takes in and pays."""
_ALWAYS: Mapping[str, str] = {"cards": "hi", "books": "si"}
"""Measures that one scheme alone has."""
_PROVIDING = OF_CARE | {"facilities"}
"""Measures beside which costs are those of treatment."""
_IMPLIED: Mapping[str, str] = {
    **_ALWAYS,
    "visits": "hi",
    "treatment_costs": "hi",
    "si_allowances": "si",
    "pensioners": "si",
}
"""Schemes that a measure tells of though none is named."""
BROADER = {"household_hi": "hi"}
"""The scheme that one is a part of: a coverage is told of the whole only."""
MOST_OF_LABOUR = 70
"""Per cent: a larger share of its workers hardly a place insures, so "coverage" is of health."""
_OF_HEALTH = ("hi", "household_hi", "all")
_ON_THEM = re.compile(r"[^,;:.]{0,25}\b(?:on|for|to)\s+(?:it|them|these|those)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    rf"\W*(?:The|This|That|These|Those)\s+(?:[^\W\d]+\s+)?{any_of('sums.flows')}\b"
)
_PAYMENTS = re.compile(r"\W*(?:Payments|Payouts)\s+(?!(?:for|on|of|from|by|to)\b)")
"""At the head of a sentence: what those got who were just told to be paid."""
_IT = re.compile(r"\W*It\b")
_DRAWN: Mapping[str, str] = {
    "si_allowances": "si",
    "pensioners": "si",
    "unemployment_allowance": "ui",
}
"""Those who are paid, and what pays them."""
_AGENCYS = re.compile(rf"\b(?:{any_of('sums.agencys')}|{any_of('places.kinds')})['’]s\s")
"""Whose money it is: "the agency's revenue" is no fund's."""
_WITH = re.compile(r"\W*(?:With|Having|Counting)\b")


def owned(figure: Unbound, context: Topic, measure: str, unit: Unit) -> Topic:
    """The measure with its scheme, where anything tells it.

    Told by the words beside it first, then by what the measure can be of, then by what the text
    spoke of, `context` being what the figure goes on with.
    """
    return (
        _shared(figure, context, measure, unit)
        or _of_fund(figure, context, measure, unit)
        or _grown(figure, measure)
        or _of_one(figure, measure, unit)
        or _of_health(figure, measure)
        or Topic(_told_last(figure, context, measure, unit), measure)
    )


def _shared(figure: Unbound, context: Topic, measure: str, unit: Unit) -> Topic | None:
    """A measure whose scheme the figures before it tell: "paid", of care that was just counted."""
    before = figure.before
    if before is not None and figure.relative and before.measure == measure:
        return before  # "VND236 billion, 51.9% of what is to be collected"
    if before is not None and before.scheme and measure in _SHARED:
        return Topic(before.scheme, measure)
    if measure == "collection" and before is not None and before.scheme:
        spent = unit_of_measure(before.measure) == "VND" and before.measure != measure
        return Topic(before.scheme, measure) if spent else None  # "contributions brought in ..."
    if measure in OF_BENEFITS and context.measure in _PROVIDING and unit not in ("people", "cards"):
        return Topic("hi", "benefits_paid")
    return None


def _grown(figure: Unbound, measure: str) -> Topic | None:
    """What has grown, which is what was told before: "in Van Yen, spending grew by 23%"."""
    told = figure.known.theme.topic
    return told if figure.relative and figure.before is None and told.measure == measure else None


def _of_fund(figure: Unbound, context: Topic, measure: str, unit: Unit) -> Topic | None:
    """What is told of a fund, or of those spoken of last: "the spending on them"."""
    theme = figure.known.theme
    told = None if figure.relative else unit
    drawn = _DRAWN.get(context.measure or "")
    owner = context.scheme or drawn or theme.topic.scheme or ""
    whole = whole_of(owner) or owner  # "collections from the scheme", the voluntary one
    taken = metric_for(whole, measure, told) is not None
    owner = owner if unit in CURRENCIES or metric_for(owner, measure, told) else whole
    if taken and _is_of_fund(figure, context, measure):
        return Topic(owner, measure)
    headline = figure.known.article
    named = headline.scheme or _DRAWN.get(headline.measure or "")
    jobless = (named, theme.topic.scheme) == ("ui", "ui")
    if jobless and figure.before is None and measure == "benefits_paid":
        return Topic("ui", measure)  # a report about nothing else
    fund = figure.before is None and theme.fund is not None and measure in _OF_FUND
    fund = fund and not any(
        _AGENCYS.search(figure.page.text, s.start, s.end) for s in figure.segment.lead
    )
    return Topic(theme.fund, measure) if fund and metric_for(theme.fund, measure, told) else None


def _is_of_fund(figure: Unbound, context: Topic, measure: str) -> bool:
    """Whether the words at a figure tie it to the fund or the people that were spoken of."""
    page, segment = figure.page, figure.segment
    if _ON_THEM.match(page.text, segment.quantity.end):
        return True
    if page.cues.any_in("fund", segment.lead) or page.cues.any_in("fund", segment.tail):
        return True
    opening = figure.before is None and figure.known.theme.topic == NOTHING
    if opening and _IT.match(page.text, figure.known.sentence.start):
        return True  # the headline's: "It took in VND1,286 billion last year"
    the_bill = page.cues.any_in("bill", segment.lead) or _starts_definite(figure)
    paid = measure == "benefits_paid" and context.measure in (*_DRAWN, "beneficiaries")
    opens = _PAYMENTS.match(page.text, segment.extent.start) is not None
    return (context.measure == measure and the_bill) or (paid and (the_bill or opens))


def _starts_definite(figure: Unbound) -> bool:
    """ "The spending equals ...": that which was told of before."""
    low, _ = figure.segment.extent
    return _DEFINITE.match(figure.page.text, low) is not None


def _of_one(figure: Unbound, measure: str, unit: Unit) -> Topic | None:
    """A measure that one scheme alone has, or that needs none."""
    if measure in _ALWAYS:
        return Topic(_ALWAYS[measure], measure)
    if metric_for(None, measure) is not None:
        return Topic(None, measure)
    most = measure == "coverage" and figure.segment.quantity.value > MOST_OF_LABOUR
    return Topic("hi", measure) if most and unit == "percent" else None


def _of_health(figure: Unbound, measure: str) -> Topic | None:
    """People in insurance, whichever; and a rate of coverage, which is health insurance's first of
    all."""
    page, known = figure.page, figure.known
    if figure.before is not None:
        return None
    if page.cues.any("insurance", *figure.segment.extent):
        return Topic("all", measure)
    if measure != "coverage":
        return None
    told = (known.theme.topic, known.article, *recent_topics(page, known.sentence))
    of_health = any(topic.scheme in _OF_HEALTH for topic in told)
    return Topic("hi", measure) if of_health else None


def _told_last(figure: Unbound, context: Topic, measure: str, unit: Unit) -> str | None:
    """The scheme spoken of last that has such a measure: the text's, or else the headline's."""
    page, segment, known = figure.page, figure.segment, figure.known
    goes_on = figure.before is not None or known.theme.announced or takes_up(page, segment)
    told = [context, known.article] if goes_on else [known.article, context]
    if opens_with(figure):
        told.insert(0, topic_of(page, known.sentence))  # "With 3 million members, X insurance ..."
    return _scheme_among((*told, *recent_topics(page, known.sentence)), measure, unit)


def opens_with(figure: Unbound) -> bool:
    """ "With 1.1 million people, health insurance ...": what follows tells what is counted."""
    low, _ = figure.segment.extent
    return figure.before is None and _WITH.match(figure.page.text, low) is not None


def _scheme_among(told: Sequence[Topic], measure: str, unit: Unit) -> str | None:
    """The first scheme told that has such a measure in such a unit."""
    owners = (topic.scheme or _IMPLIED.get(topic.measure or "") for topic in told)
    schemes = [scheme for scheme in owners if scheme is not None]
    fitting = (scheme for scheme in schemes if metric_for(scheme, measure, unit) is not None)
    return next(fitting, BROADER.get(schemes[0], schemes[0]) if schemes else None)
