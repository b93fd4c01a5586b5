"""Which part a figure takes over from those before it, in its sentence or the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.metric.continued.listed import PAPERS, is_given
from indexing.extraction.metric.continued.own_content import content
from indexing.extraction.part.antecedents import of_antecedent
from indexing.extraction.part.counted import counts_them_all, is_some_of_them, some_of
from indexing.extraction.part.debtors import ONE_FIRM
from indexing.extraction.part.groups import LONGEST, subject_of
from indexing.extraction.part.naming import clean, noun_phrase, predicate
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.own_words import own_topic
from indexing.extraction.topic.topics import NOTHING, OF_BENEFITS, OF_MEMBERS, whole_of
from indexing.records import MetricFact, Span

_GOES_ON = re.compile(
    r"(?:They|These|Those|This group|The group)\b(?:\s+\w+){0,2}?\s+"
    rf"{any_of('people.taken_up')}",
)
_STOP = re.compile(r"[.,;](?!\d)")
_APPOSED = re.compile(
    rf"[^;:.]*,\s+(?:(?:or|i\.e\.,?|that is|which is|with|{any_of('bases.equals')})\s+)?"
    r"an?\s+(?:[^\W\d]+\s+){1,6}",
    re.IGNORECASE,
)
"""Between a count and the rate that it makes: ", a coverage of"."""
_AUXILIARY = re.compile(rf"\b{any_of('sentences.auxiliaries')}\b")
_OF_THOSE = re.compile(r"\s+of\s+(?:(?:the|its|their|these|those|our)\s+)?", re.IGNORECASE)
"""Between a figure and those that it counts some of: "142 of the jobless"."""
_OF_WHOLE = re.compile(r"\s+(?:of|for|in)\s+(?:the\s+)?", re.IGNORECASE)
_WHOLE_REACH = 40
_PENSIONS = "pensions"
"""The part of all benefits that pensioners get."""
_KINDS = ("benefit_kind", "pension")
_TO_THEM = re.compile(r"[^,;:.\d]*\b(?:to|for)\s+(?:them|these|those)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|than|against|with|to|was|were)\s*$", re.IGNORECASE)
"""Before what a figure was at another time."""


def as_part(
    page: Page,
    segment: Segment,
    fact: MetricFact,
    past: Sequence[MetricFact],
    told: MetricFact | None,
    counted: MetricFact | None,
) -> MetricFact:
    """The figure with the part that the figures before it in the sentence make it a part of.

    `told`: the last figure of the sentences before; `counted`: the last people that they counted.

    What explains another figure (its share, its change, its sum) is about the same part; what
    enterprises owe that were counted is their debt ("532 enterprises ... owing"); and what counts,
    by ellipsis, the same again is a part ("Of the 1,025,000 members 312,000 pay by household").
    """
    if fact.metric == OTHER or fact.group is not None or _is_of_all(page, segment.quantity.end):
        return fact
    framed = _framed(page, segment, fact)
    if framed is not None:
        return replace(fact, group=framed)
    taken_up = of_antecedent(page, fact, counted)
    if taken_up is not None:
        return replace(fact, group=taken_up)
    apart = some_of(page, segment, fact, past, counted)
    if apart is not None:
        return replace(fact, group=apart)
    if _is_some_of_them(page, segment, fact) and not _is_of_scheme(fact, past, told):
        return replace(fact, group=predicate(page, segment))  # "206 of them by the office itself"
    return _in_row(page, segment, fact, past) if past else _as_told(page, segment, fact, told)


def _is_of_all(page: Page, end: int) -> bool:
    """Whether a figure that ends there is told of its whole place right behind: "93.8 per cent of
    pupils and 94.6 per cent of the whole province"."""
    behind = page.cues.within("whole_province", end, end + _WHOLE_REACH)
    return any(_OF_WHOLE.fullmatch(page.text, end, cue.start) for cue in behind)


def _is_some_of_them(page: Page, segment: Segment, fact: MetricFact) -> bool:
    """Whether a figure counts some of those that were spoken of; not where it counts them all."""
    if fact.unit == "percent" or fact.aspect in ("target", "gap"):
        return False
    if fact.unit == "people" and _is_of_those(page, segment.quantity.end):
        return True
    if not within(page.quantities, 0, segment.quantity.start):
        return False  # those of the headline, all of them
    if fact.unit in PAPERS and is_given(page, segment):
        return True
    some = page.of_them(segment.quantity.end) and not counts_them_all(page, segment)
    return some and own_topic(page, segment).scheme is None


def _is_of_scheme(fact: MetricFact, past: Sequence[MetricFact], told: MetricFact | None) -> bool:
    """Whether the metric itself tells which of them: "84,216 members.  Employers brought in 62,940
    of them"."""
    whole = past[-1] if past else told
    if whole is None or OTHER in (whole.metric, fact.metric):
        return False
    schemes = catalogue().metric(fact.metric).schemes
    wholes = {whole_of(scheme) for scheme in schemes} - {None}
    return bool(wholes & set(catalogue().metric(whole.metric).schemes))


def _is_of_those(page: Page, end: int) -> bool:
    """Whether a figure that ends there counts some of those whom its metric counts all of:
    "142 of the jobless attended courses", "3,120 of its pensioners"."""
    of = _OF_THOSE.match(page.text, end)
    if of is None:
        return False
    terms = within(page.terms, end, of.end() + LONGEST)
    return bool(terms) and terms[0].kind == "measure" and terms[0].start <= of.end()


def _in_row(
    page: Page, segment: Segment, fact: MetricFact, past: Sequence[MetricFact]
) -> MetricFact:
    """A figure with the part that it takes over from those before it in its sentence, `past`."""
    last = past[-1]
    if (paid := _paid_to(page, segment, fact, last)) is not None:
        return replace(fact, group=paid)
    owed = fact.metric == "late_payment_amount"
    counted = segment.tie == "alone" and fact.aspect == "level"
    again = counted and _again(fact, past)
    if last.group is None and not owed and not again:
        return fact
    if _is_of_anothers(page, last, fact):
        return fact
    elliptic = segment.tie != "alone" or own_topic(page, segment) == NOTHING
    elliptic = elliptic or _is_rate_of(page, last, fact)
    elliptic = elliptic and not page.cues.any("the_whole", *segment.before)
    if elliptic and _same_scheme(last, fact) and last.group is not None and last.metric != OTHER:
        return replace(fact, group=last.group)
    if owed and elliptic and last.group is not None and fact.place == last.place:
        # firms, and what each of them owes
        return replace(fact, metric=OTHER, group=ONE_FIRM, subject=subject_of(page, segment))
    firms = [other for other in past if other.unit == "enterprises"]
    if firms and owed:
        return replace(fact, group=page.text[firms[-1].start : firms[-1].end])
    return _told_again(page, segment, fact, elliptic) if again else fact


def _paid_to(page: Page, segment: Segment, fact: MetricFact, last: MetricFact) -> str | None:
    """ "31,200 people drew pensions, the total being VND598 billion": what those got who were told
    right before, no sum of all benefits."""
    if fact.metric != "si_benefits_paid" or fact.aspect != "level" or last.unit != "people":
        return None
    linked = page.cues.any("sum_of", *segment.before)
    linked = linked or _TO_THEM.match(page.text, segment.quantity.end, fact.quote_end) is not None
    if not linked or any(page.cues.any(kind, *segment.before) for kind in _KINDS):
        return None
    return _PENSIONS if last.metric == "pensioners" and last.group is None else last.group


def _is_of_anothers(page: Page, last: MetricFact, fact: MetricFact) -> bool:
    """ "Ha Tinh has 36,740, and 9,210 of these are farmers; Quang Binh has 15,080": what one place
    has of its own whole is no part of what another has."""
    apart = _STOP.search(page.text, last.end, fact.start) is not None
    return apart and last.place != fact.place and is_some_of_them(page, last)


def _is_rate_of(page: Page, last: MetricFact, fact: MetricFact) -> bool:
    """ "342,700 of them had a card, a coverage of 93.8 per cent": the rate of those just told."""
    apposed = _APPOSED.fullmatch(page.text, last.end, fact.start) is not None
    return apposed and (last.unit, fact.unit) == ("people", "percent")


def _same_scheme(last: MetricFact, fact: MetricFact) -> bool:
    """Whether what was paid is of the scheme told before, whose part it may be of too: VND26
    billion to the jobless is none of what pensioners got."""
    one, other = (catalogue().metric(told.metric) for told in (last, fact))
    paid = other.measure in OF_BENEFITS
    return not paid or one.schemes[:1] == other.schemes[:1]


def _told_again(page: Page, segment: Segment, fact: MetricFact, elliptic: bool) -> MetricFact:
    """A count of what was counted before, as the part of it that its own words tell."""
    if _FROM.search(page.text, *segment.before):
        return fact  # what it was at another time
    named = page.cues.any_in("part", segment.lead)
    apart = named or (elliptic and content(page, segment, "neutral", "back") > 0)
    return replace(fact, group=predicate(page, segment)) if apart else fact


def _as_told(page: Page, segment: Segment, fact: MetricFact, told: MetricFact | None) -> MetricFact:
    """A figure without words of its own goes on with the part that was told last."""
    same = told is not None and (told.metric, told.quote_start) != (OTHER, fact.quote_start)
    if told is None or not same or told.group is None or not _is_of_same(told, fact):
        return fact
    if _is_of_anothers(page, told, fact):
        return fact
    whole = page.cues.any_in("total_row", segment.spans)
    alike = (fact.aspect == "target") == (told.aspect == "target")
    goes_on = alike and own_topic(page, segment) == NOTHING and not whole
    return replace(fact, group=told.group) if goes_on else fact


def _is_of_same(told: MetricFact, fact: MetricFact) -> bool:
    """Whether two figures tell the same, or how many are in a scheme and at which rate."""
    one, other = (catalogue().metric(row.metric) for row in (told, fact))
    members = {one.measure, other.measure} == OF_MEMBERS and one.schemes == other.schemes
    return told.metric == fact.metric or members


def _framed(page: Page, segment: Segment, fact: MetricFact) -> str | None:
    """The part that the sentence before is about, where this goes on with it: "They comprise"."""
    counts = fact.unit == "people" and fact.aspect == "level"
    if not counts or not _GOES_ON.match(page.text, fact.quote_start, segment.quantity.start):
        return None
    told = page.sentence_before(fact.quote_start)
    if told is None or any(
        q.unit in ("people", "percent") for q in within(page.quantities, *told.span)
    ):
        return None
    before = told.span
    verb = _AUXILIARY.search(page.text, before.start, before.end)
    subject = Span(before.start, verb.start() if verb else before.end)
    parts = page.cues.within("group", before.start, before.end)
    if page.cues.any("support", subject.end, before.end) or (parts and parts[0].end <= subject.end):
        return clean(page.text[subject.start : min(subject.end, subject.start + LONGEST)])
    return noun_phrase(page, before, parts, len(parts) - 1) if parts else None


def _again(fact: MetricFact, past: Sequence[MetricFact]) -> bool:
    """Whether a level of the same whole was told before."""
    return any(
        (other.metric, other.unit, other.place, other.period, other.group, other.aspect)
        == (fact.metric, fact.unit, fact.place, fact.period, None, "level")
        for other in past
    )
