"""What a figure's own words name: a scheme and a measure, and which of several is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from indexing.catalogue import catalogue
from indexing.extraction.aspect.attaining import is_of_plan
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.base.inhabitants import base_counted
from indexing.extraction.topic.base.shares import BASES, SCHEMES_OF, base_of_share, opens_base
from indexing.extraction.topic.money.benefits import by_benefit, names_benefit, of_benefit
from indexing.extraction.topic.money.payments import are_paid_for
from indexing.extraction.topic.named import NamedAt, named_at
from indexing.extraction.topic.patients import are_insured, care_counted, counts_patients
from indexing.extraction.topic.topics import (
    GENERAL,
    NOTHING,
    OF_CARE,
    Topic,
    scheme_of,
    unit_of_measure,
)
from indexing.reading.folding import fold
from indexing.reading.metric.measure_words import measure_words
from indexing.reading.metric.metrics import Term
from indexing.reading.metric.scheme_words import scheme_words
from indexing.records import SHARES, UNCOUNTED, Quantity, Span, Unit

_OF_DUES = frozenset({"collection", "benefits_paid", "intake"})
"""Measures whose words may tell of the dues that a percentage is a share of."""
_OF_HEALTH = frozenset({"hi", "household_hi"})
_NUMBER_OF = re.compile(r"\bnumbers? of\s", re.IGNORECASE)
_HEAD_REACH = 30
_OWED_REACH = 25
_PLAN_REACH = 60
_CLAUSES = re.compile(r"[,;:.()]|\b(?:and|but|while|to)\b", re.IGNORECASE)
"""Between a sum and a word: they stand in different clauses."""
_BARE = re.compile(
    r"\W*(?:and|while|whereas|for|in|with)?\s*([^\W\d]+)\s*(?:[:,–—-]|with|had|has|at|by|to|was|is)?\s*",
    re.IGNORECASE,
)
"""Before a figure, nothing but one word: "unemployment 199,000"."""


def own_topic(page: Page, segment: Segment, told: str | None = None) -> Topic:
    """The scheme and measure that the segment's own words name.

    `told`: the scheme that the text spoke of last, whose benefits "the benefit" means.
    """
    if (base := base_counted(page, segment)) is not None:
        return Topic(None, base)
    if (care := care_counted(page, segment)) is not None:
        return Topic("hi", care)
    unit = segment.quantity.unit
    planned = _is_planned(page, segment)
    named = named_at(page, segment, planned)
    scheme = _scheme(page, segment, named)
    if scheme in (None, "hi") and counts_patients(page, segment):
        funded = told in _OF_HEALTH and page.cues.any_in("fund", segment.spans)
        return Topic("hi", "visits") if funded or are_insured(page, segment) else NOTHING
    measure = _by_base(page, segment, _head(page, segment) or _measure(unit, named), planned)
    benefit = names_benefit(page, segment)
    measure = _in_unit(measure, unit)
    if benefit:
        measure = by_benefit(unit, measure, named.lead)
    measure = _by_sum(page, segment, measure, named)
    own = Topic(scheme, measure)
    return of_benefit(page, segment, own, told) if benefit else own


def _is_planned(page: Page, segment: Segment) -> bool:
    """Whether a plan is told of behind a figure: then it is no part of what was done."""
    end = segment.quantity.end
    if page.cues.any("plan", end, end + _PLAN_REACH):
        return True
    share = segment.quantity.unit in SHARES and opens_base(page, segment)
    return share and is_of_plan(page, segment)  # "of what it is to collect"


def _scheme(page: Page, segment: Segment, named: NamedAt) -> str | None:
    """The scheme named nearest, or told by the one word that tells it apart in a list."""
    return (
        scheme_of(page, [*named.inside, *named.linked])
        or scheme_of(page, named.lead, last=True)
        or scheme_of(page, named.tail)
        or _bare_scheme(page, segment)
    )


def _by_base(page: Page, segment: Segment, measure: str | None, planned: bool) -> str | None:
    """What a share tells by what it is a share of; any other figure's measure as it is."""
    if segment.quantity.unit not in SHARES:
        return measure
    base = base_of_share(page, segment)
    if base in SCHEMES_OF:
        return "coverage"
    if base == "due" and measure in _OF_DUES and not planned:
        return None  # "measured by the premiums due": the base, not what is told
    return measure


def _by_sum(page: Page, segment: Segment, measure: str | None, named: NamedAt) -> str | None:
    """What a measure of money is told of: not of people, and not of what was never paid."""
    if unit_of_measure(measure) == "VND" and _takes_up_people(page, segment.quantity):
        return None  # "for 168,200 of them the premium is borne by the budget"
    if are_paid_for(page, segment):
        return "participants"
    late = [term for term in (*named.lead, *named.tail) if term.id == "late_payment"]
    if measure == "collection" and (_is_owed(page, segment) or _is_overdue(page, segment, late)):
        return "late_payment"  # "owes 12 billion in premiums": they were not collected
    return measure


def _takes_up_people(page: Page, quantity: Quantity) -> bool:
    """ "168,200 of them": no sum of money."""
    money = quantity.unit in UNCOUNTED
    return not money and page.of_them(quantity.end)


def _bare_scheme(page: Page, segment: Segment) -> str | None:
    """ "Social insurance has 210,000 members, unemployment 199,000 and health 1.7 million": in a
    list of schemes the word that tells them apart is enough."""
    start = segment.quantity.start
    sentence = page.sentence_at(start)
    before = within(page.quantities, sentence.start, start)
    share = segment.quantity.unit == "percent"
    if not any((other.unit == "percent") == share for other in before):
        return None
    past = within(page.terms, sentence.start, start)
    if not any(term.kind == "scheme" for term in past):
        return None
    told = _BARE.fullmatch("".join(page.unnamed([segment.before])))
    phrase = scheme_words().before.get((fold(told[1]),)) if told else None
    return phrase.id if phrase else None


def _is_owed(page: Page, segment: Segment) -> bool:
    """Whether someone owes the figure, in the words right before it."""
    lead = segment.before
    owes = page.cues.within("owes", max(lead.start, lead.end - _OWED_REACH), lead.end)
    return bool(owes) and not set(",;:") & set(page.text[owes[-1].end : lead.end])


def _is_overdue(page: Page, segment: Segment, late: Sequence[Term]) -> bool:
    """ "Contributions worth VND7 billion ($268,000) were overdue", "firms failed to remit VND7
    billion in premiums": the clause of a sum tells that it was not paid."""
    for term in late:
        for span in (segment.before, *segment.tail):
            if span.start <= term.start < span.end:
                ahead = term.start >= segment.quantity.end
                between = Span(span.start, term.start) if ahead else Span(term.end, span.end)
                if not _CLAUSES.search(page.text, *between):
                    return True
    return False


def _head(page: Page, segment: Segment) -> str | None:
    """ "The number of hospital visits by insured people rose by": what the number is of, whoever is
    told with it."""
    quantity = segment.quantity
    if quantity.unit not in SHARES and not quantity.is_bare:
        return None
    number = _NUMBER_OF.search(page.text, *segment.before)
    terms = within(page.terms, number.end(), number.end() + _HEAD_REACH) if number else ()
    heads = [term.id for term in terms if term.kind == "measure"][:1]
    return next((head for head in heads if head not in GENERAL), None)


def _measure(unit: Unit, named: NamedAt) -> str | None:
    """The measure named nearest that a figure of this unit can have.

    Where none fits, one that does not is still told: it keeps the figure from taking over another.
    """
    ranked = [
        *named.inside,
        *named.linked[:1],
        *reversed(named.lead),
        *named.linked[1:],
        *named.tail,
    ]
    measures = [term.id for term in ranked if term.kind == "measure"]
    if unit in SHARES:
        bases = BASES - {"coverage"}
        measures = [m for m in measures if m not in bases and _in_unit(m, unit) != "intake"]
        measures = [m for m in measures if m != "facilities"]  # "the hospital has used 61%"
    natural = [measure for measure in measures if _fits(measure, unit)]
    everyday = GENERAL | OF_CARE if unit == "people" else GENERAL  # "members ... for treatment"
    special = [measure for measure in natural if measure not in everyday]
    direct = [measure for measure in special if _counted_in(measure, unit)]
    return next(iter([*direct, *special, *natural, *measures]), None)


def _counted_in(measure: str, unit: Unit) -> bool:
    return unit_of_measure(measure) == ("VND" if unit == "USD" else unit)


def _fits(measure: str, unit: Unit) -> bool:
    if unit == "other":
        return True
    known = measure_words().by_id.get(measure)
    return _counted_in(measure, unit) or (known is not None and unit in known.by_unit)


@cache
def _in_unit(measure: str | None, unit: Unit) -> str | None:
    """What a verb of intake takes in, by the figure's unit; any other measure as it is."""
    known = measure_words().by_id.get(measure or "")
    alone = known is not None and (known.alone or catalogue().measured(known.id))
    return known.by_unit.get(unit, measure) if known is not None and not alone else measure
