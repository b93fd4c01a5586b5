"""Which part of the whole a figure is about, and what an `other` figure counts.

A part is told by a word for a part ("poor", "pupils", "non-state", "private") among the figure's
own words; the group is the phrase around that word, as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.metric.continued.listed import PAPERS, is_given
from indexing.extraction.metric.continued.own_content import content, reason_at
from indexing.extraction.part.debtors import ONE_FIRM
from indexing.extraction.part.naming import TRIM, clean, counted_part, noun_phrase, predicate
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.own_words import own_topic
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import NOTHING, OF_BENEFITS
from indexing.records import MetricFact, Span

_LONGEST = 160
_GOES_ON = re.compile(
    r"(?:They|These|Those|This group|The group)\b(?:\s+\w+){0,2}?\s+"
    rf"{any_of('people.taken_up')}",
)
_AUXILIARY = re.compile(rf"\b{any_of('sentences.auxiliaries')}\b")
_OF_THOSE = re.compile(r"\s+of\s+(?:(?:the|its|their|these|those|our)\s+)?", re.IGNORECASE)
"""Between a figure and those that it counts some of: "142 of the jobless"."""
_EXIST = re.compile(r"\bthere\s+(?:[^\W\d]+\s+){1,4}$", re.IGNORECASE)
"""Before those taken up: "there were just 9,730 of them" counts them all."""
_FROM = re.compile(r"\b(?:from|than|against|with|to|was|were)\s*$", re.IGNORECASE)
"""Before what a figure was at another time."""
_HOSPITAL = re.compile(
    rf"(?:[A-Z][\w’'-]*\s+){{1,6}}{any_of('people.one_hospital')}\b(?!['’])(?:\s+[A-Z]\w*)?"
)
_OF_THAT = re.compile(r"\s+of\s+(?:that|this|it|the total|the sum)\b(?!\s+[^\W\d])", re.IGNORECASE)
_ONE_HOSPITAL = re.compile(
    rf"(?:^|[.;:,]\s+)\W*((?:The|the|One|one|An?|a)\s+(?:[^\W\d]+\s+){{1,3}}{any_of('people.hospital')})"
    rf"(?:,|\s+(?:alone\s+)?{any_of('people.hospital_did')}\b)"
)
""" "The provincial hospital got the largest share"."""
_SPEAKERS = re.compile(r"\b(?:of|from|than|and)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a hospital that somebody comes from, or that others are told with."""
_JOBLESS = re.compile(any_of("people.of_ui"), re.IGNORECASE)
"""All whom unemployment insurance pays, by another name."""
_AND_OTHERS = re.compile(
    r"\band\s+(?:all\s+)?(?:the\s+)?(?:other|remaining)\s+(?:social\s+insurance\s+)?"
    r"(?:benefits?|allowances?|payments?|regimes?|entitlements?)\b",
    re.IGNORECASE,
)
"""Behind kinds of benefits: it is all of them."""
_BENEFIT = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:benefits?|allowances?|chế độ|trợ cấp)\b", re.IGNORECASE
)


def group_of(page: Page, segment: Segment, bound: Bound) -> str | None:
    """The part that the figure's own words tell, as printed; None if they tell none."""
    if bound.metric == OTHER:
        return None
    quantity = segment.quantity
    all_of_them = catalogue().metric(bound.metric).schemes[:1] == ("ui",)
    if page.cues.any("group", quantity.start, quantity.end):
        counted = counted_part(page, quantity)
        return None if all_of_them and _JOBLESS.fullmatch(counted) else counted
    for span in (*segment.tail[:1], *reversed(segment.lead)):
        part = _part_in(page, span, segment)
        if part is not None and not (all_of_them and _JOBLESS.fullmatch(part)):
            return part
    if bound.metric == "late_payment_amount":
        return _debt_of(page, segment)
    if bound.metric in ("hi_visits", "hi_expenditure"):
        return _hospital(page, segment)
    if bound.topic.measure in OF_BENEFITS:
        every = bound.topic.scheme == "all"  # "for pensions, jobless support and treatment"
        return None if every else _benefit(page, segment)
    return None


def _hospital(page: Page, segment: Segment) -> str | None:
    """The one hospital that treated or cost so much: "the Provincial General Hospital had 121,930
    visits"; not one whose doctor only speaks."""
    for span in segment.lead[-1:]:
        for found in _HOSPITAL.finditer(page.text, span.start, span.end):
            if not _SPEAKERS.search(page.text, span.start, found.start()):
                return found.group()
        one = _ONE_HOSPITAL.search(page.text[span.start : span.end])
        if one is not None:
            return clean(one.group(1))
    return None


def _debt_of(page: Page, segment: Segment) -> str | None:
    """The scheme that a part of a debt is owed to: "of which health insurance VND45 billion"; or
    those of the debtors whose it is: "others owed VND4 billion"."""
    for span in segment.lead[-1:]:
        for cue in page.cues.within("other_debtors", span.start, span.end)[-1:]:
            return page.text[cue.start : cue.end].lower()  # common nouns, whatever they open
    ahead = [term for span in segment.lead for term in within(page.terms, span.start, span.end)]
    terms = ahead + [t for span in segment.tail for t in within(page.terms, span.start, span.end)]
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
    return noun_phrase(page, span, cues, 0 if behind else len(cues) - 1)


def as_part(
    page: Page,
    segment: Segment,
    fact: MetricFact,
    past: Sequence[MetricFact],
    told: MetricFact | None,
) -> MetricFact:
    """The figure with the part that the figures before it in the sentence make it a part of.

    `told`: the last figure of the sentences before.

    What explains another figure (its share, its change, its sum) is about the same part; what
    enterprises owe that were counted is their debt ("532 enterprises ... owing"); and what counts,
    by ellipsis, the same again is a part ("Of the 1,025,000 members 312,000 pay by household").
    """
    if fact.metric == OTHER or fact.group is not None:
        return fact
    framed = _framed(page, segment, fact)
    if framed is not None:
        return replace(fact, group=framed)
    if _is_some_of_them(page, segment, fact):
        return replace(fact, group=predicate(page, segment))  # "206 of them by the office itself"
    return _in_row(page, segment, fact, past) if past else _as_told(page, segment, fact, told)


def _is_some_of_them(page: Page, segment: Segment, fact: MetricFact) -> bool:
    """Whether a figure counts some of those that were spoken of; not where it counts them all."""
    if fact.unit == "percent" or fact.aspect in ("target", "gap"):
        return False
    all_of_them = any(_EXIST.search(page.text, s.start, s.end) for s in segment.lead[-1:])
    if fact.unit == "people" and _is_of_those(page, segment.quantity.end):
        return True
    if not within(page.quantities, 0, segment.quantity.start):
        return False  # those of the headline, all of them
    if fact.unit in PAPERS and is_given(page, segment):
        return True
    some = page.of_them(segment.quantity.end) and not all_of_them
    return some and own_topic(page, segment).scheme is None


def _is_of_those(page: Page, end: int) -> bool:
    """Whether a figure that ends there counts some of those whom its metric counts all of:
    "142 of the jobless attended courses", "3,120 of its pensioners"."""
    of = _OF_THOSE.match(page.text, end)
    if of is None:
        return False
    terms = within(page.terms, end, of.end() + _LONGEST)
    return bool(terms) and terms[0].kind == "measure" and terms[0].start <= of.end()


def _in_row(
    page: Page, segment: Segment, fact: MetricFact, past: Sequence[MetricFact]
) -> MetricFact:
    """A figure with the part that it takes over from those before it in its sentence, `past`."""
    last = past[-1]
    owed = fact.metric == "late_payment_amount"
    counted = segment.tie == "alone" and fact.aspect == "level"
    again = counted and _again(fact, past)
    if last.group is None and not owed and not again:
        return fact
    elliptic = segment.tie != "alone" or own_topic(page, segment) == NOTHING
    elliptic = elliptic and not page.cues.any_in("the_whole", segment.lead[-1:])
    if elliptic and _same_scheme(last, fact) and last.group is not None and last.metric != OTHER:
        return replace(fact, group=last.group)
    if owed and elliptic and last.group is not None and fact.place == last.place:
        # firms, and what each of them owes
        return replace(fact, metric=OTHER, group=ONE_FIRM, subject=subject_of(page, segment))
    firms = [other for other in past if other.unit == "enterprises"]
    if firms and owed:
        return replace(fact, group=page.text[firms[-1].start : firms[-1].end])
    return _told_again(page, segment, fact, elliptic) if again else fact


def _same_scheme(last: MetricFact, fact: MetricFact) -> bool:
    """Whether what was paid is of the scheme told before, whose part it may be of too: VND26
    billion to the jobless is none of what pensioners got."""
    one, other = (catalogue().metric(told.metric) for told in (last, fact))
    paid = other.measure in OF_BENEFITS
    return not paid or one.schemes[:1] == other.schemes[:1]


def _told_again(page: Page, segment: Segment, fact: MetricFact, elliptic: bool) -> MetricFact:
    """A count of what was counted before, as the part of it that its own words tell."""
    if any(_FROM.search(page.text, lead.start, lead.end) for lead in segment.lead[-1:]):
        return fact  # what it was at another time
    named = page.cues.any_in("part", segment.lead)
    apart = named or (elliptic and content(page, segment, "neutral", "back") > 0)
    return replace(fact, group=predicate(page, segment)) if apart else fact


def _as_told(page: Page, segment: Segment, fact: MetricFact, told: MetricFact | None) -> MetricFact:
    """A figure without words of its own goes on with the part that was told last."""
    same = told is not None and (told.metric, told.quote_start) != (OTHER, fact.quote_start)
    if told is None or not same or told.metric != fact.metric or told.group is None:
        return fact
    whole = page.cues.any_in("total_row", segment.spans)
    alike = (fact.aspect == "target") == (told.aspect == "target")
    goes_on = alike and own_topic(page, segment) == NOTHING and not whole
    return replace(fact, group=told.group) if goes_on else fact


def _framed(page: Page, segment: Segment, fact: MetricFact) -> str | None:
    """The part that the sentence before is about, where this goes on with it: "They comprise"."""
    counts = fact.unit == "people" and fact.aspect == "level"
    if not counts or not _GOES_ON.match(page.text, fact.quote_start, segment.quantity.start):
        return None
    told = within(page.sentences, 0, fact.quote_start)[-1:]
    if not told or any(
        q.unit in ("people", "percent") for q in within(page.quantities, told[0].start, told[0].end)
    ):
        return None
    before = Span(told[0].start, told[0].end)
    verb = _AUXILIARY.search(page.text, before.start, before.end)
    subject = Span(before.start, verb.start() if verb else before.end)
    parts = page.cues.within("group", before.start, before.end)
    if page.cues.any("support", subject.end, before.end) or (parts and parts[0].end <= subject.end):
        return clean(page.text[subject.start : min(subject.end, subject.start + _LONGEST)])
    return noun_phrase(page, before, parts, len(parts) - 1) if parts else None


def _again(fact: MetricFact, past: Sequence[MetricFact]) -> bool:
    """Whether a level of the same whole was told before."""
    return any(
        (other.metric, other.unit, other.place, other.period, other.group, other.aspect)
        == (fact.metric, fact.unit, fact.place, fact.period, None, "level")
        for other in past
    )


def _benefit(page: Page, segment: Segment) -> str | None:
    """The kind of benefit that is paid or drawn: "sickness and maternity benefits"."""
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
    lead = " ".join(page.text[span.start : span.end] for span in segment.lead[-1:])
    tail = " ".join(page.text[span.start : span.end] for span in segment.tail[:1])
    printed = page.text[segment.quantity.start : segment.quantity.end]
    told = clean(f"{lead.strip(TRIM)} … {tail.strip(TRIM)}".strip(" …"))
    return told[:_LONGEST].strip(TRIM) or printed
