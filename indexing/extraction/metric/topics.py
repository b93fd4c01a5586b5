"""What the words of a segment name: a scheme (which insurance) and a measure (what of it)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from indexing.catalogue import catalogue
from indexing.extraction.metric.bases import (
    BASES,
    SCHEMES_OF,
    base_of_share,
    counts_population,
    opens_base,
)
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.wording import any_of
from indexing.reading.folding import fold
from indexing.reading.metric.metric_words import metric_words
from indexing.reading.metric.metrics import Term, metric_for, metrics_for_unit
from indexing.records import CURRENCIES, SHARES, Quantity, Span, Unit

_LINKED = re.compile(r"[^,;:()]{0,60}")
_WHOLES = frozenset({"collection", "late_payment", "benefits_paid", "participants"})
"""Measures that a percentage may be a part of."""
OWED = frozenset({"late_payment", "late_payment_rate"})
"""Measures of what is owed."""
OF_MEMBERS = frozenset({"coverage", "participants"})
"""Measures of those who are in a scheme."""
_OWED_REACH = 25
_PLAN_REACH = 60
_CLAUSES = re.compile(r"[,;:.()]|\b(?:and|but|while|to)\b", re.IGNORECASE)
"""Between a sum and a word: they stand in different clauses."""
_WEAK = re.compile(
    rf"{any_of('people.counted')} (?:in|with|have|has|had|signed up|are|were)$", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]*\)")
_LIST = re.compile(r"\s*(?:,|and|và|&|/)?\s*(?:and|và)?\s*", re.IGNORECASE)
_BARE = re.compile(
    r"\W*(?:and|while|whereas|for|in|with)?\s*([^\W\d]+)\s*(?:[:,–—-]|with|had|has|at|by|to|was|is)?\s*",
    re.IGNORECASE,
)
"""Before a figure, nothing but one word: "unemployment 199,000"."""
WHOLE_SCHEME = {"household_hi": "hi", "voluntary_si": "si", "compulsory_si": "si"}
"""The scheme that one is a part of."""
_BESIDE = re.compile(r"\s*(?:cards?|members?|policies|cover)?\s*(?:in|under|on)?\s*(?:the|a)?\s*")
"""Between a scheme and the words that tell which part of it is meant."""
_BY_UNIT: frozenset[Unit] = frozenset({"people", "percent", "cards", "books", "visits"})
"""Units that tell what is counted of a scheme without a word for it."""
GENERAL = frozenset({"benefits_paid", "beneficiaries", "participants", "coverage", "intake"})
"""Measures with everyday words ("paid", "people in"): a special one beside them goes first."""


class Topic(NamedTuple):
    """What a text speaks of at a point."""

    scheme: str | None = None
    measure: str | None = None

    def over(self, other: Topic) -> Topic:
        """This topic, what it leaves open taken from `other`."""
        return Topic(self.scheme or other.scheme, self.measure or other.measure)


NOTHING = Topic()


def own_topic(page: Page, segment: Segment, told: str | None = None) -> Topic:
    """The scheme and measure that the segment's own words name.

    `told`: the scheme that the text spoke of last, whose benefits "the benefit" means.
    """
    quantity = segment.quantity
    if counts_population(page, segment):
        return Topic(None, "population")
    printed = (Span(quantity.start, quantity.end),)
    held = [_terms_in(page, spans) for spans in (printed, segment.lead, segment.tail)]
    if not any(term.kind == "scheme" for terms in held for term in terms):
        held = [_without_weak(page, terms) for terms in held]
    inside, lead, tail = held
    share = quantity.unit in SHARES
    planned = page.cues.any("plan", quantity.end, quantity.end + _PLAN_REACH)
    if share and not planned and opens_base(page, segment):  # "of the total revenue"
        tail = [term for term in tail if term.id not in _WHOLES]
    lead = _unbracketed(page, segment.lead, lead)
    tail = [term for term in tail if not _explains(page, quantity.end, term)]
    linked = [t for t in tail if _LINKED.fullmatch(page.text, quantity.end, t.start)]
    scheme = (
        scheme_of(page, [*inside, *linked])
        or scheme_of(page, lead, last=True)
        or scheme_of(page, tail)
    )
    scheme = scheme or _bare_scheme(page, segment)
    measure = _measure(quantity.unit, inside, linked, lead, tail)
    late = [term for term in (*lead, *tail) if term.id == "late_payment"]
    if share and base_of_share(page, segment) in SCHEMES_OF:
        measure = "coverage"
    if share and not planned and measure == "collection" and base_of_share(page, segment) == "due":
        measure = None  # "measured by the premiums due": the base, not what is told
    measure = _in_unit(measure, quantity.unit)
    benefit = page.cues.any_in("benefit", segment.spans)
    if benefit and measure == "beneficiaries" and quantity.unit in CURRENCIES:
        measure = "benefits_paid"  # "benefits amounting to VND12 billion were paid"
    if benefit and quantity.unit == "people" and any(term.id == "benefits_paid" for term in lead):
        measure = "beneficiaries" if measure == "benefits_paid" else measure  # "paid it to 900"
    if unit_of_measure(measure) == "VND" and _takes_up_people(page, quantity):
        measure = None  # "for 168,200 of them the premium is borne by the budget"
    if measure == "collection" and (_is_owed(page, segment) or _is_overdue(page, segment, late)):
        measure = "late_payment"  # "owes 12 billion in premiums": they were not collected
    counted = measure is None and quantity.unit in ("people", "other", "VND", "USD")
    if benefit and measure == "beneficiaries" and scheme is None:
        scheme = "ui" if _in_jobless(page, quantity, told) else "si"
    if counted and benefit:
        money = quantity.unit in CURRENCIES
        measure = "benefits_paid" if money else "beneficiaries"
        general = None if money and _of_all_kinds(page, segment) else "si"
        scheme = scheme or ("ui" if _in_jobless(page, quantity, told) else general)
    return Topic(scheme, measure)


def _in_jobless(page: Page, quantity: Quantity, told: str | None) -> bool:
    """Whether unemployment insurance is what the sentence, or else the text (`told`), named last:
    its allowances are meant."""
    sentence = page.sentence_at(quantity.start)
    named = [t.id for t in within(page.terms, sentence.start, quantity.start) if t.kind == "scheme"]
    return (named[-1] if named else told) == "ui"


def _takes_up_people(page: Page, quantity: Quantity) -> bool:
    """ "168,200 of them": no sum of money."""
    money = quantity.unit in ("VND", "USD", "percent", "percentage_points")
    return not money and page.of_them(quantity.end)


def _of_all_kinds(page: Page, segment: Segment) -> bool:
    """Whether benefits are told of, and no pensions or allowances: of whichever insurance."""
    told = (cue for s in segment.spans for cue in page.cues.within("benefit", s.start, s.end))
    return all(page.text[cue.start : cue.end].casefold().startswith("benefit") for cue in told)


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


def _explains(page: Page, start: int, term: Term) -> bool:
    """Whether a term stands in a clause that only gives the reason: ", when hospitals closed"."""
    return page.cues.any("subclause", start, term.start)


@cache
def _in_unit(measure: str | None, unit: Unit) -> str | None:
    """What a verb of intake takes in, by the figure's unit; any other measure as it is."""
    known = metric_words().measures.get(measure or "")
    alone = known is not None and (known.alone or catalogue().measured(known.id))
    return known.by_unit.get(unit, measure) if known is not None and not alone else measure


def topic_of(page: Page, span: Span) -> Topic:
    """The scheme and measure that a stretch of text names first."""
    terms = list(within(page.terms, span.start, span.end))
    measures = [term.id for term in terms if term.kind == "measure" and term.id not in BASES]
    special = [measure for measure in measures if measure not in GENERAL]
    return Topic(scheme_of(page, terms), next(iter([*special, *measures]), None))


def scheme_of(page: Page, terms: Sequence[Term], last: bool = False) -> str | None:
    """The scheme that terms name, the last or the first; those of one list are taken together."""
    schemes = [term for term in terms if term.kind == "scheme"]
    if not schemes:
        return None
    chosen = schemes[-1] if last else schemes[0]
    for other in schemes:  # "health insurance through their household"
        if WHOLE_SCHEME.get(other.id) == chosen.id and other.start >= chosen.end:
            between = page.text[chosen.end : other.start]
            return other.id if _BESIDE.fullmatch(between) else chosen.id
    ids = {chosen.id}
    for one, other in pairwise(schemes):
        if chosen in (one, other) and _LIST.fullmatch(page.text, one.end, other.start):
            ids |= {one.id, other.id}
    return "all" if len(ids) > 1 and "hi" in ids else chosen.id


@cache
def unit_of_measure(measure: str | None) -> Unit | None:
    """The unit that a measure is counted in; None for none."""
    if measure is None:
        return None
    alone = metric_words().measures[measure].alone if measure in metric_words().measures else None
    if alone is not None:
        return catalogue().metric(alone).unit
    return next((metric.unit for metric in catalogue().measured(measure)), None)


def _terms_in(page: Page, spans: Sequence[Span]) -> list[Term]:
    return [term for span in spans for term in within(page.terms, span.start, span.end)]


def _without_weak(page: Page, terms: Sequence[Term]) -> list[Term]:
    """Without "people had", "workers in", which tell of members only beside a scheme."""
    return [term for term in terms if not _WEAK.match(page.text, term.start, term.end)]


def _measure(
    unit: Unit,
    inside: Sequence[Term],
    linked: Sequence[Term],
    lead: Sequence[Term],
    tail: Sequence[Term],
) -> str | None:
    """The measure named nearest that a figure of this unit can have.

    Where none fits, one that does not is still told: it keeps the figure from taking over another.
    """
    ranked = [*inside, *linked[:1], *reversed(lead), *linked[1:], *tail]
    measures = [term.id for term in ranked if term.kind == "measure"]
    if unit in SHARES:
        bases = BASES - {"coverage"}
        measures = [m for m in measures if m not in bases and _in_unit(m, unit) != "intake"]
    natural = [measure for measure in measures if _fits(measure, unit)]
    special = [measure for measure in natural if measure not in GENERAL]
    direct = [measure for measure in special if _counted_in(measure, unit)]
    return next(iter([*direct, *special, *natural, *measures]), None)


def _counted_in(measure: str, unit: Unit) -> bool:
    return unit_of_measure(measure) == ("VND" if unit == "USD" else unit)


def _fits(measure: str, unit: Unit) -> bool:
    if unit == "other":
        return True
    known = metric_words().measures.get(measure)
    return _counted_in(measure, unit) or (known is not None and unit in known.by_unit)


def metric_of(topic: Topic, unit: Unit, relative: bool) -> str | None:
    """The metric of a topic for a figure of this unit; None where the catalogue has none.

    `relative`: the figure is a percentage of a plan or an earlier figure, whatever the metric's
    unit is.
    """
    share = unit in SHARES
    if topic.measure is None:
        counted: Unit = "people" if share and relative else "percent" if share else unit
        if topic.scheme is None or counted not in _BY_UNIT:
            return None
        return next(iter(metrics_for_unit(topic.scheme, counted)), None)
    if share and relative:
        return metric_for(topic.scheme, topic.measure)
    return metric_for(topic.scheme, topic.measure, "percent" if share else unit)
