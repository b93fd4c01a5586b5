"""What a figure's own words name: a scheme and a measure, and which of several is meant."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

from indexing.catalogue import catalogue
from indexing.extraction.aspect.attaining import is_of_plan
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.bases import (
    BASES,
    SCHEMES_OF,
    base_of_share,
    opens_base,
)
from indexing.extraction.topic.benefits import by_benefit, names_benefit, of_benefit
from indexing.extraction.topic.inhabitants import base_counted
from indexing.extraction.topic.patients import (
    are_insured,
    care_counted,
    counts_patients,
    is_where_treated,
)
from indexing.extraction.topic.payments import are_paid_for
from indexing.extraction.topic.topics import (
    GENERAL,
    NOTHING,
    OF_CARE,
    OF_MEMBERS,
    Topic,
    scheme_of,
    unit_of_measure,
)
from indexing.reading.folding import fold
from indexing.reading.metric.metric_words import metric_words
from indexing.reading.metric.metrics import Term
from indexing.records import CURRENCIES, SHARES, Quantity, Span, Unit

_LINKED = re.compile(r"[^,;:()]{0,60}")
_WHOLES = frozenset({"collection", "late_payment", "benefits_paid", "participants"})
"""Measures that a percentage may be a part of."""
_SINCE = re.compile(r",\s+since\s+", re.IGNORECASE)
"""Before a reason, where no date follows: ", since most patients show the app"."""
_OF_DUES = frozenset({"collection", "benefits_paid", "intake"})
"""Measures whose words may tell of the dues that a percentage is a share of."""
_OWED_REACH = 25
_PLAN_REACH = 60
_CLAUSES = re.compile(r"[,;:.()]|\b(?:and|but|while|to)\b", re.IGNORECASE)
"""Between a sum and a word: they stand in different clauses."""
_WEAK = re.compile(
    rf"{any_of('people.counted')} (?:in|with|have|has|had|signed up|are|were)$", re.IGNORECASE
)
_INCLUDED = re.compile(r"(?:\s+(?:under|by|of)\s+[^,;:.()]{1,30})?\s+included\b", re.IGNORECASE)
"""Behind a part of what is told: "VND461 trillion of benefits, treatment included"."""
_BRACKET = re.compile(r"\([^()]*\)")
_BARE = re.compile(
    r"\W*(?:and|while|whereas|for|in|with)?\s*([^\W\d]+)\s*(?:[:,–—-]|with|had|has|at|by|to|was|is)?\s*",
    re.IGNORECASE,
)
"""Before a figure, nothing but one word: "unemployment 199,000"."""


_OF_EACH: Container[Unit] = frozenset({"people", "other", *SHARES, *CURRENCIES})
"""Units of what may be told of all schemes together, with each person counted once."""


class _Named(NamedTuple):
    """What the words of a segment name, by where they stand."""

    inside: Sequence[Term]
    """In the printed quantity itself."""
    linked: Sequence[Term]
    """Behind it, in the same clause."""
    lead: Sequence[Term]
    tail: Sequence[Term]
    """All behind it, those linked among them."""


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
    named = _named(page, segment, planned)
    scheme = _scheme(page, segment, named)
    if scheme in (None, "hi") and counts_patients(page, segment):
        return Topic("hi", "visits") if are_insured(page, segment) else NOTHING
    measure = _by_base(page, segment, _measure(unit, named), planned)
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


def _named(page: Page, segment: Segment, planned: bool) -> _Named:
    """The words for schemes and measures at a figure that can be about it."""
    quantity = segment.quantity
    printed = (Span(quantity.start, quantity.end),)
    held = [_terms_in(page, spans) for spans in (printed, segment.lead, segment.tail)]
    treated = next((term.id in OF_CARE for term in held[-1]), False)
    paid = any(term.id == "beneficiaries" for term in held[1])  # "the fund helped 900 people with"
    if treated or paid or not any(term.kind == "scheme" for terms in held for term in terms):
        held = [_without_weak(page, terms) for terms in held]
    inside, lead, tail = _without_counting(quantity.unit, held)
    if quantity.unit in SHARES and not planned and opens_base(page, segment):
        tail = [term for term in tail if term.id not in _WHOLES]  # "of the total revenue"
    lead = _unbracketed(page, segment.lead, lead)
    lead = [term for term in lead if not is_where_treated(page, quantity, lead, term)]
    tail = [t for t in tail if t.id in OF_MEMBERS or not _INCLUDED.match(page.text, t.end)]
    tail = [term for term in tail if not _explains(page, quantity.end, term)]
    linked = [t for t in tail if _LINKED.fullmatch(page.text, quantity.end, t.start)]
    return _Named(inside, linked, lead, tail)


def _scheme(page: Page, segment: Segment, named: _Named) -> str | None:
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


def _by_sum(page: Page, segment: Segment, measure: str | None, named: _Named) -> str | None:
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
    money = quantity.unit in ("VND", "USD", "percent", "percentage_points")
    return not money and page.of_them(quantity.end)


def _unbracketed(page: Page, spans: Sequence[Span], terms: Sequence[Term]) -> list[Term]:
    """The terms of spans without the measures in brackets, where one stands outside: "benefits
    paid (lump sums) rose by" tells of what was paid."""
    if not terms:
        return []
    held = [found.span() for s in spans for found in _BRACKET.finditer(page.text, s.start, s.end)]
    inner = [term for term in terms if any(low < term.start < high for low, high in held)]
    outer = any(term.kind == "measure" and term not in inner for term in terms)
    return [term for term in terms if not (outer and term.kind == "measure" and term in inner)]


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
    told = _BARE.fullmatch("".join(page.unnamed(segment.lead[-1:])))
    phrase = metric_words().before.get((fold(told[1]),)) if told else None
    return phrase.id if phrase else None


def _is_owed(page: Page, segment: Segment) -> bool:
    """Whether someone owes the figure, in the words right before it."""
    for lead in segment.lead[-1:]:
        owes = page.cues.within("owes", max(lead.start, lead.end - _OWED_REACH), lead.end)
        if owes and not set(",;:") & set(page.text[owes[-1].end : lead.end]):
            return True
    return False


def _is_overdue(page: Page, segment: Segment, late: Sequence[Term]) -> bool:
    """ "Contributions worth VND7 billion ($268,000) were overdue", "firms failed to remit VND7
    billion in premiums": the clause of a sum tells that it was not paid."""
    for term in late:
        for span in (*segment.lead[-1:], *segment.tail):
            if span.start <= term.start < span.end:
                ahead = term.start >= segment.quantity.end
                between = Span(span.start, term.start) if ahead else Span(term.end, span.end)
                if not _CLAUSES.search(page.text, *between):
                    return True
    return False


def _without_counting(unit: Unit, held: Sequence[Sequence[Term]]) -> list[list[Term]]:
    """Without "each counted once" beside the name of a scheme, or of what are no people."""
    named = any(t.kind == "scheme" and not t.counting for terms in held for t in terms)
    drop = named or unit not in _OF_EACH
    return [[term for term in terms if not (drop and term.counting)] for terms in held]


def _explains(page: Page, start: int, term: Term) -> bool:
    """Whether a term stands in a clause that only gives the reason: ", when hospitals closed"."""
    if term.counting:
        return False
    reason = any(page.cues.any(kind, start, term.start) for kind in ("subclause", "reason"))
    since = _SINCE.search(page.text, start, term.start)
    if since and not within(page.periods, since.end(), since.end() + 1):
        return True
    return reason or ";" in page.text[start : term.start]


def _measure(unit: Unit, named: _Named) -> str | None:
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
    known = metric_words().measures.get(measure)
    return _counted_in(measure, unit) or (known is not None and unit in known.by_unit)


@cache
def _in_unit(measure: str | None, unit: Unit) -> str | None:
    """What a verb of intake takes in, by the figure's unit; any other measure as it is."""
    known = metric_words().measures.get(measure or "")
    alone = known is not None and (known.alone or catalogue().measured(known.id))
    return known.by_unit.get(unit, measure) if known is not None and not alone else measure


def _terms_in(page: Page, spans: Sequence[Span]) -> list[Term]:
    return [term for span in spans for term in within(page.terms, span.start, span.end)]


def _without_weak(page: Page, terms: Sequence[Term]) -> list[Term]:
    """Without "people had", "workers in", which tell of members only beside a scheme."""
    return [term for term in terms if not _WEAK.match(page.text, term.start, term.end)]
