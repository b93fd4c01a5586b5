"""Words that point back to two things named before: "the former", "the latter", "together"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.metric.topics import NOTHING, Topic
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.reading.metric.metric_words import metric_words
from indexing.reading.metric.metrics import Term
from indexing.records import Span

_ORDINAL = re.compile(
    r"\bthe\s+(former|latter|first|second)\b(?!\s+(?!(?:is|are|was|were|has|have|had|rose|fell|by|at|with|one)\b)"
    r"[^\W\d_])",
    re.IGNORECASE,
)
"""No ordinary adjective: "the former Bac Lieu", "the first quarter"."""
_FIRST = ("former", "first")
_SENTENCES_BACK = 2
_NEAR = 60


def pointed_at(page: Page, sentence: Span, segment: Segment) -> Topic:
    """What the words of a figure point back to; `NOTHING` where they do not."""
    for span in (*reversed(segment.lead[-1:]), *segment.tail[:1]):
        for found in list(_ORDINAL.finditer(page.text, span.start, span.end))[-1:]:
            pair = _pair_before(page, sentence, found.start())
            if pair:
                return pair[0 if found[1].casefold() in _FIRST else 1]
    counts = segment.quantity.unit not in ("VND", "USD")
    low, high = segment.quantity.start - _NEAR, segment.quantity.end + _NEAR
    near = (Span(max(s.start, low), min(s.end, high)) for s in segment.spans)
    if counts and page.cues.any_in("jointly", near):
        return Topic(_union(page, sentence, segment))
    return NOTHING


def _pair_before(page: Page, sentence: Span, end: int) -> tuple[Topic, Topic] | None:
    """The last two schemes, or the last two measures, named before a place in the text."""
    for start in _starts(page, sentence):
        terms = within(page.terms, start, end)
        schemes = _schemes(terms)
        if len(schemes) > 1:
            return Topic(schemes[-2]), Topic(schemes[-1])
        measures = list(dict.fromkeys(term.id for term in terms if term.kind == "measure"))
        if len(measures) > 1:
            return Topic(None, measures[-2]), Topic(None, measures[-1])
    return None


def _union(page: Page, sentence: Span, segment: Segment) -> str | None:
    """What the schemes named before are together: compulsory and voluntary are the whole."""
    low, high = segment.quantity.start, max(s.end for s in segment.spans)
    for start in _starts(page, sentence):
        named = set(_schemes(within(page.terms, start, max(low, high)))) - {"si"}
        for schemes, whole in metric_words().together:
            if schemes == named:
                return whole
    return None


def _starts(page: Page, sentence: Span) -> Sequence[int]:
    """Where this sentence begins, then those before it."""
    past = within(page.sentences, 0, sentence.start)[-_SENTENCES_BACK:]
    return [sentence.start, *(told.start for told in reversed(past))]


def _schemes(terms: Sequence[Term]) -> list[str]:
    """The schemes that terms name, members of a list one by one, each where it was named last."""
    named = [part for t in terms if t.kind == "scheme" for part in (t.parts or (t.id,))]
    return list(dict.fromkeys(reversed(named)))[::-1]
