"""Which part of the whole a figure is about, and what an `other` figure counts.

A part is told by a word for a part ("poor", "pupils", "non-state", "private") among the figure's
own words; the group is the phrase around that word, as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexing.catalogue import BACKGROUND, OTHER, catalogue
from indexing.extraction.metric.continued.listed import accounting_part, whole_of_parts
from indexing.extraction.metric.continued.own_content import (
    NEUTRAL,
    counted_content,
    reason_at,
    telling_words,
)
from indexing.extraction.part.debtors import age_of_debts
from indexing.extraction.part.means import by_means
from indexing.extraction.part.naming import TRIM, clean, counted_part, noun_phrase, predicate
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.money.benefits import pension_and_others
from indexing.extraction.topic.money.risks import insurer
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import OF_BENEFITS
from indexing.records import Quantity, Span

LONGEST = 160
_SHARE_OF = re.compile(r"(?:\bper\s?cent|%)\s+of\s+(?:the|its|their|our|all)\s+$", re.IGNORECASE)
_SHARE_REACH = 25
_HOSPITAL = re.compile(
    rf"(?:[A-Z][\w’'-]*\s+){{1,6}}{any_of('people.one_hospital')}\b(?!['’])(?:\s+[A-Z]\w*)?"
)
_OF_THAT = re.compile(r"\s+of\s+(?:that|this|it|the total|the sum)\b(?!\s+[^\W\d])", re.IGNORECASE)
_ONE_HOSPITAL = re.compile(
    rf"(?:^|[.;:,]\s+)\W*((?:The|the|One|one|An?|a)\s+(?:[^\W\d]+\s+){{1,3}}{any_of('people.hospital')})"
    rf"(?:,|\s+(?:alone\s+)?{any_of('people.hospital_did')}\b)"
)
""" "The provincial hospital got the largest share"."""
_KIND = re.compile(rf"\b(?!{any_of('people.any_facility')}$)[^\W\d]+$", re.IGNORECASE)
"""What kind of facilities is counted, by the last word of their name."""
_KINDS_LISTED = re.compile(
    r"(?:[^,;:.\d]{0,30},|[^,;:.\d]{0,40}\b(?:and|plus|as well as))\s+"
    r"(?:(?:and|at|to|with|in)\s+)*",
    re.IGNORECASE,
)
_MOST_OF_THEM = re.compile(
    r"\s*,\s+(?:most|many|some|several|half|the\s+majority|mostly|mainly|chiefly|largely)\b"
    r"(?:\s+of\s+(?:them|these|which|whom))?\s+(?:[^\W\d]+\s+)?",
    re.IGNORECASE,
)
"""Between those counted and what most of them are."""
_HOSPITAL_BEHIND = re.compile(rf"\s+(?:[a-z’'-]+\s+){{0,2}}{any_of('people.hospital')}\b")
""" "Y Yen district hospital": one that a place gives its name."""
_SPEAKERS = re.compile(r"\b(?:of|from|than|and)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a hospital that somebody comes from, or that others are told with."""
_JOBLESS = re.compile(any_of("people.of_ui"), re.IGNORECASE)
"""All whom unemployment insurance pays, by another name."""
_NAMED_PEOPLE = re.compile(r"(?<=\s)(?!(?:Million|Thousand)\b)[A-Z][^\W\d]+(?:[ -][^\W\d]+)*$")
"""A name between a number and the people that it counts."""
_COUNTRY = ("viet", "việt")
"""How the name of the whole people begins."""
_AND_OTHERS = re.compile(
    r"\band\s+(?:all\s+)?(?:the\s+)?(?:other|remaining)\s+(?:social\s+insurance\s+)?"
    r"(?:benefits?|allowances?|payments?|regimes?|entitlements?)\b",
    re.IGNORECASE,
)
"""Behind kinds of benefits: it is all of them."""
_FOR_WHAT = re.compile(
    r"\s+for\s+(?P<what>[^\W\d][^,;:.()\d]{1,60}?)"
    r"(?=\s*(?:$|[,;:.()\n]|\band\s+\d|\b(?:in|by|during|from|since|up)\b))"
)
_BENEFIT = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:benefits?|allowances?|chế độ|trợ cấp)\b", re.IGNORECASE
)

_NARROWED = re.compile(r"[^.;:\d]*\bwho\b[^.;:\d]*\band\s+who\b(?P<by>[^.;:]+)", re.IGNORECASE)
"""Behind people: a second clause sets some of those apart whom the first tells: "27,600 people who
buy insurance as a household and who were given until January"."""


def group_of(page: Page, segment: Segment, bound: Bound) -> str | None:
    """The part that the figure's own words tell, as printed; None if they tell none."""
    if bound.metric == OTHER:
        return None
    quantity = segment.quantity
    low = max(0, quantity.start - _SHARE_REACH)
    if bound.metric in BACKGROUND and _SHARE_OF.search(page.text, low, quantity.start):
        return None  # "17 per cent of the 1.2 million inhabitants are elderly"
    if bound.metric in BACKGROUND and (people := _people_by_name(page, quantity)) is not None:
        return people
    insured = bound.topic.measure == "participants"
    if insured and (who := accounting_part(page, segment)) is not None:
        return clean(page.text[who.start : who.end])
    all_of_them = catalogue().metric(bound.metric).schemes[:1] == ("ui",)
    if (narrowed := _NARROWED.match(page.text, quantity.end)) is not None:
        return clean(narrowed["by"])
    if page.cues.any("group", quantity.start, quantity.end):
        counted = counted_part(page, quantity)
        return None if all_of_them and _JOBLESS.fullmatch(counted) else counted
    for span in (segment.behind, *reversed(segment.lead)):
        part = _part_in(page, span, segment)
        if part is not None and not (all_of_them and _JOBLESS.fullmatch(part)):
            return part
    if bound.metric == "late_payment_amount":
        return _debt_of(page, segment)
    if bound.metric in ("hi_facilities", "hi_visits"):
        shown = by_means(page, segment)
        if shown is not None or bound.metric == "hi_facilities":
            return shown or _kind_among(page, quantity)
    if bound.metric in ("hi_visits", "hi_expenditure"):
        return _hospital(page, segment)
    if bound.topic.measure == "documents":
        return _asked_for(page, segment)
    if bound.topic.measure in OF_BENEFITS:
        every = bound.topic.scheme == "all"  # "for pensions, jobless support and treatment"
        return None if every else _benefit(page, segment, bound.metric)
    return None


def _people_by_name(page: Page, quantity: Quantity) -> str | None:
    """The people that a name tells apart, where it is no place's: "358,000 Khmer people"."""
    named = _NAMED_PEOPLE.search(page.text, quantity.start, quantity.end)
    if named is None or named[0].casefold().startswith(_COUNTRY):
        return None
    return None if within(page.places, *named.span()) else named[0]


def _asked_for(page: Page, segment: Segment) -> str | None:
    """The benefits that files ask for: "1,942 files for pensions"; not "for people and firms"."""
    what = _FOR_WHAT.match(page.text, segment.quantity.end)
    if what is None:
        return None
    terms = (t for t in within(page.terms, *what.span("what")) if t.kind == "measure")
    told = any(terms) or insurer(page, [Span(*what.span("what"))]) is not None
    return clean(what["what"]) if told else None


def summed_part(
    page: Page, segments: Sequence[Segment], index: int, bound: Sequence[Bound]
) -> str | None:
    """What sets one of the numbers apart that a whole told before them is made of, if it is more
    than a place or a time."""
    whole = whole_of_parts(page, segments, index)
    if whole is None or not bound[whole].metric == bound[index].metric != OTHER:
        return None
    segment = segments[index]
    if counted_content(page, segment, *NEUTRAL) > 0:
        return segment.quantity.unit_text  # "400,000 men and 500,000 women"
    told = any(telling_words(page, span, NEUTRAL) > 0 for span in segment.spans)
    return predicate(page, segment) if told else None


def _hospital(page: Page, segment: Segment) -> str | None:
    """The one hospital that treated or cost so much: "the Provincial General Hospital had 121,930
    visits"; not one whose doctor only speaks."""
    span = segment.before
    for found in _HOSPITAL.finditer(page.text, *span):
        if not _SPEAKERS.search(page.text, span.start, found.start()):
            return found.group()
    for place in within(page.places, *span):
        named = _HOSPITAL_BEHIND.match(page.text, place.end, span.end)
        if named and not _SPEAKERS.search(page.text, span.start, place.start):
            return clean(page.text[place.start : named.end()])
    one = _ONE_HOSPITAL.search(page.text[span.start : span.end])
    if one is not None:
        return clean(one.group(1))
    return None


def _kind_among(page: Page, quantity: Quantity) -> str | None:
    """The kind of facilities, where another is counted beside it: "12 hospitals and 9 clinics"."""
    kind = _KIND.search(quantity.unit_text or "")
    if kind is None:
        return None
    sentence = page.sentence_at(quantity.start)
    told = [one for one in within(page.quantities, *sentence.span) if one.unit == "facilities"]
    for one, other in pairwise(told):
        beside = other if one.start == quantity.start else one
        if quantity.start not in (one.start, other.start):
            continue
        another = _KIND.search(beside.unit_text or "")
        listed = _KINDS_LISTED.fullmatch(page.text, one.end, other.start)
        if listed and another and another[0] != kind[0]:
            return quantity.unit_text
    return None


def _debt_of(page: Page, segment: Segment) -> str | None:
    """The scheme that a part of a debt is owed to: "of which health insurance VND45 billion"; or
    those of the debtors whose it is: "others owed VND4 billion"."""
    span = segment.before
    for cue in page.cues.within("other_debtors", *span)[-1:]:
        return page.text[cue.start : cue.end].lower()  # common nouns, whatever they open
    age = age_of_debts(page, segment)
    if age is not None:
        return age
    ahead = page.terms_in(segment.lead)
    terms = ahead + page.terms_in(segment.tail)
    if _OF_THAT.match(page.text, segment.quantity.end):
        terms = [term for term in terms if term.kind == "scheme"]  # "SI is owed VND2 billion of it"
    alone = terms and all(term.kind == "scheme" and not term.parts for term in terms)
    named = ([term for term in ahead if term in terms] or terms)[-1:]
    return page.text[named[0].start : named[0].end] if alone else None


def _part_in(page: Page, span: Span, segment: Segment) -> str | None:
    if not page.cues.any("group", span.start, span.end):
        return None
    behind = span.start >= segment.quantity.end
    if behind:  # those of a clause that only tells why are others
        span = Span(span.start, reason_at(page, span.start, span.end))
    named = [t for t in within(page.terms, span.start, span.end) if t.kind == "scheme"]
    cues = [
        cue
        for cue in page.cues.within("group", span.start, span.end)
        if not any(term.start < cue.end and cue.start < term.end for term in named)
    ]
    if not cues or (behind and page.cues.any("subclause", span.start, cues[0].start)):
        return None  # "40,200 members, though many farmers ..." are not those farmers
    if cues and behind and _MOST_OF_THEM.fullmatch(page.text, segment.quantity.end, cues[0].start):
        return None  # "17 places, most of them commune stations": all of these
    return noun_phrase(page, span, cues, 0 if behind else len(cues) - 1)


def _benefit(page: Page, segment: Segment, metric: str) -> str | None:
    """The kind of benefit that is paid or drawn: "sickness and maternity benefits"."""
    if (both := pension_and_others(page, segment)) is not None:
        told = clean(page.text[both.start : both.end])
        all_of_them = _AND_OTHERS.search(told) or "allowance" not in told
        return None if metric == "si_benefits_paid" and all_of_them else told
    own = Span(segment.quantity.start, segment.quantity.end)  # "54,300 withdrawals"
    for span in (own, *segment.lead, *segment.tail):
        kinds = page.cues.within("benefit_kind", span.start, span.end)
        if kinds and _AND_OTHERS.search(page.text, kinds[-1].end, span.end):
            return None
        if kinds:
            noun = _BENEFIT.match(page.text, kinds[-1].end, span.end)
            return clean(page.text[kinds[0].start : noun.end() if noun else kinds[-1].end])
    return None


def subject_of(page: Page, segment: Segment) -> str:
    """What is counted, in the report's words: those around the figure."""
    spans = (segment.before, segment.behind)
    before, behind = (page.text[span.start : span.end].strip(TRIM) for span in spans)
    printed = page.text[segment.quantity.start : segment.quantity.end]
    told = clean(f"{before} … {behind}".strip(" …"))
    return told[:LONGEST].strip(TRIM) or printed
