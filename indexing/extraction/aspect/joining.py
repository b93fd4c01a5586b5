"""People who were won for a scheme: a change of it, not its level."""

from __future__ import annotations

import re

from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.wording import any_of
from indexing.reading.metric.metrics import Term
from indexing.records import Span

_NEW = re.compile(r"\bnew(?:ly)?\b", re.IGNORECASE)
_NEW_BEFORE = re.compile(r"\bnew\s+$", re.IGNORECASE)
_NEW_REACH = 8
_JOIN = re.compile(
    r"(?:\s+of\s+(?:the|these|those|them|its)\b(?:\s+(?!who|which|had)[^\W\d]+)?)?"
    r"(?:\s+(?:people|workers|more|have|has|also|already|newly)\b)*\s+"
    rf"{any_of('joining.joined')}\b",
    re.IGNORECASE,
)
"""Behind a count: they came in.  Those who "had joined" were there already."""
_BRINGING = re.compile(
    rf"[^.;\d]*,\s*(?:and\s+)?(?:thus\s+)?{any_of('joining.bringing')}\b[^.;]*\bto\b",
    re.IGNORECASE,
)
"""Behind them: how many there are with them."""


def are_won(page: Page, sentence: Span, segment: Segment) -> bool:
    """ "12,000 new members", "were persuaded", "this year 12,000 people have joined"."""
    quantity = segment.quantity
    fresh = _NEW.search(page.text, quantity.start, quantity.end) is not None
    named = (term for span in segment.lead for term in within(page.terms, span.start, span.end))
    fresh = fresh or any(_is_new(page, term) for term in named)
    counted = Span(quantity.start, quantity.end)
    won = page.cues.any_in("joined", (counted, *segment.spans))
    return fresh or won or _join_in_span(page, sentence, segment)


def _is_new(page: Page, term: Term) -> bool:
    """ "New health insurance participants in Hue numbered 12,000"."""
    return _NEW_BEFORE.search(page.text, max(0, term.start - _NEW_REACH), term.start) is not None


def _join_in_span(page: Page, sentence: Span, segment: Segment) -> bool:
    """Whether people came in over a span of time; up to a day, they may be all there are."""
    quantity = segment.quantity
    if _JOIN.match(page.text, quantity.end) is None:
        return False
    after = (d for tail in segment.tail for d in within(page.periods, tail.start, tail.end))
    dates = (*within(page.periods, sentence.start, quantity.start), *after)
    if any(not d.comparison and not d.period.notation.startswith("@") for d in dates):
        return True
    return _BRINGING.match(page.text, quantity.end, sentence.end) is not None
