"""Words that point back to things named before: "the former", "the last of these", "together"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from indexing.extraction.place.sharing import distinct
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.pointers import pointers
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.topics import NOTHING, Topic, whole_of
from indexing.reading.metric.metrics import Term
from indexing.reading.metric.scheme_words import scheme_words
from indexing.records import CURRENCIES, SHARES, Span

_OF_MONEY = re.compile(
    rf"\s+(?:{any_of('comparing.more', 'comparing.less')}\s+{any_of('references.money')}\b"
    rf"|of\s+(?:the|its|their|this|that)\s+(?:[^\W\d]+\s+)?{any_of('references.budgets')}\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?:both|the two)\b", re.IGNORECASE)
""" "Both schemes together" are two, not all that there are."""
_SENTENCES_BACK = 2
_PLACES = 2
_NEAR = 60


def pointed_at(page: Page, sentence: Span, segment: Segment, told: Sequence[Topic]) -> Topic:
    """What the words of a figure point back to; `NOTHING` where they do not.

    `told`: what the figures of the last sentence that held several were about.
    """
    for span in (segment.before, segment.behind):
        for found in pointers(page, span.start, span.end)[-1:]:
            named = named_before(page, sentence, found.start, told)
            if -len(named) <= found.which < len(named):
                return named[found.which]
    counts = segment.quantity.unit not in CURRENCIES
    low, high = segment.quantity.start - _NEAR, segment.quantity.end + _NEAR
    near = (Span(max(s.start, low), min(s.end, high)) for s in segment.spans)
    jointly = [c for s in near for c in page.cues.within("jointly", s.start, s.end)]
    if counts and jointly:
        pair = any(_PAIR.match(page.text, cue.start) for cue in jointly)
        return Topic(_union(page, sentence, segment, {"si", "all"} if pair else {"si"}))
    return NOTHING


def sum_meant(page: Page, segment: Segment, sums: Sequence[Topic]) -> Topic:
    """The sum that a percentage is told of by the word for money alone: "31 per cent more money",
    "88.6 per cent of the estimate"; `NOTHING` where it is of none of the `sums` told before."""
    share = segment.quantity.unit in SHARES
    meant = share and sums and _OF_MONEY.match(page.text, segment.quantity.end)
    return sums[-1] if meant else NOTHING


def pointed_in_turn(
    page: Page, sentence: Span, first: Segment, count: int, told: Sequence[Topic]
) -> tuple[Topic, ...]:
    """ "The first and the last of these rose to 60% and 50%": what the figures of a row point back
    to, where as many words point back before it; else nothing.  `first` is the first of `count`."""
    lead = [found for s in first.lead for found in pointers(page, s.start, s.end)]
    named = named_before(page, sentence, lead[0].start, told) if lead else ()
    if len(lead) != count or any(not -len(named) <= one.which < len(named) for one in lead):
        return ()
    return tuple(named[one.which] for one in lead)


def named_before(page: Page, sentence: Span, end: int, told: Sequence[Topic]) -> Sequence[Topic]:
    """The schemes, or else the measures, named or told of last before an offset of the text.

    None where two places were named later: then it is one of those that words point back to.
    """
    for start in _starts(page, sentence):
        terms = within(page.terms, start, end)
        schemes = _schemes(terms)
        if len(schemes) <= 1 and len(distinct(within(page.places, start, end))) == _PLACES:
            return ()  # "Vinh and Cua Lo owe the most; the former VND6 billion": a place
        parts = [topic.scheme for topic in told if whole_of(topic.scheme) in schemes]
        if len(schemes) > 1 and not (start < sentence.start and parts):
            return [Topic(scheme) for scheme in schemes]
        if start < sentence.start and len({topic.scheme for topic in told}) > 1:
            return told
        measures = list(dict.fromkeys(term.id for term in terms if term.kind == "measure"))
        if len(measures) > 1:
            return [Topic(None, measure) for measure in measures]
    return ()


def _union(page: Page, sentence: Span, segment: Segment, wholes: Set[str]) -> str | None:
    """What the schemes named before are together: compulsory and voluntary are the whole.

    `wholes`: schemes that are no members of what is put together.
    """
    low, high = segment.quantity.start, max(s.end for s in segment.spans)
    for start in _starts(page, sentence):
        named = set(_schemes(within(page.terms, start, max(low, high)))) - wholes
        for schemes, whole in scheme_words().together:
            if schemes == named:
                return whole
    return whole_of(next(iter(named))) if "all" in wholes and len(named) == 1 else None


def _starts(page: Page, sentence: Span) -> Sequence[int]:
    """Where this sentence begins, then those before it."""
    past = within(page.sentences, 0, sentence.start)[-_SENTENCES_BACK:]
    return [sentence.start, *(told.start for told in reversed(past))]


def _schemes(terms: Sequence[Term]) -> list[str]:
    """The schemes that terms name, members of a list one by one, each where it was named last."""
    named = [part for t in terms if t.kind == "scheme" for part in (t.parts or (t.id,))]
    return list(dict.fromkeys(reversed(named)))[::-1]
