"""Places that only describe another: where it lies, what it was formed of, what it was before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.place.beside import is_whereabouts, merged
from indexing.extraction.place.sharing import joined
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import PlaceMention, Span

_ASIDE = re.compile(
    r",\s+(?:(?:[a-z]+\s+){0,2}(?:which|whom?|whose|where)"
    rf"|{any_of('places.lying')}|(?:[a-z]+ly\s+)?[a-z]+(?:ed|wn|rn))\b[^,;:.()]*$",
    re.IGNORECASE,
)
_WHERE_IT_LIES = re.compile(
    r"(?:[^\W\d_]{3}), in (?:what|the (?:part|half|area|corner)\b)[^,;:.()]*$", re.IGNORECASE
)
"""Before a place: a part of the place named before it, told by the one that it was: "Dong Van, in
what used to be Ha Giang, has"."""
_ASIDE_END = re.compile(r"[^,;:.()]{0,80},\s")
"""Around a place: it stands in a clause that is set off by commas."""
_BELOW = re.compile(r"\b(?:commune|ward)\b")
"""In a place's name: it lies in a district."""
_LIES_IN = re.compile(
    r",\s+|\s*\(|(?:,\s+(?:an?|the|one)\s+(?:[^\W\d]+\s+){1,3})?,?\s*\b(?:of|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between it and its district: "Muong Pon, a commune of Dien Bien district"."""
_BRACKET = 80
"""Characters of a bracket on either side of a place in it."""


def describes_named(
    page: Page, sentence: SentenceSpan, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """Whether a place only tells where a named one lies, or what that was formed from."""
    if mention.kind == "province":
        return _is_origin_or_above(page, sentence, mention, named)
    return mention.kind == "district" and _holds_commune(page, mention, named)


def is_in_aside(
    page: Page,
    sentence: SentenceSpan,
    mention: PlaceMention,
    named: Sequence[PlaceMention],
    segment: Segment,
) -> bool:
    """Whether a place only helps to describe what is named before it: "Dak Lak, to which Phu Yen
    belongs since July, reported ...", "the province, which was formed out of Long An, had ..."."""
    past = segment.quantity.start >= mention.end
    return past and only_describes(
        page, Span(sentence.start, segment.quantity.start), mention, named
    )


def only_describes(
    page: Page, words: Span, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """The same of the words from a sentence's start to a figure, or to its end."""
    run = joined(page, named, mention)
    start = run[0].start
    aside = _ASIDE.search(page.text, words.start, start)
    aside = aside or _WHERE_IT_LIES.search(page.text, words.start, start)
    closed = _ASIDE_END.match(page.text, run[-1].end, words.end)
    if aside is None or closed is None:
        return False
    return not within(page.quantities, aside.start(), mention.end)


def _is_origin_or_above(
    page: Page, sentence: SentenceSpan, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """Whether a province is only what another was formed from, or where a named district lies."""
    merger = merged(page.text, page.cues, mention, sentence.start)
    if merger and not within(page.quantities, merger.end, mention.start):
        return True
    if _is_bracketed(page, mention, named):
        return True
    districts = [other for other in named if other.kind == "district" and other.end < mention.start]
    return bool(districts) and is_whereabouts(page.text, mention)


def _holds_commune(page: Page, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a district only tells where a named commune lies: "Na Co Sa commune of Nam Po
    district"."""
    if _BELOW.search(mention.name):
        return False
    return any(
        _BELOW.search(other.name) and _LIES_IN.fullmatch(page.text, other.end, mention.start)
        for other in named
    )


def _is_bracketed(page: Page, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a place stands in a bracket behind another that tells no figure: "Lam Dong (with Binh
    Thuan and Dak Nong)", "Da Lat City (Lam Dong)"."""
    opens = page.text.rfind("(", max(0, mention.start - _BRACKET), mention.start)
    closes = page.text.find(")", mention.end, mention.end + _BRACKET)
    if opens < 0 or closes < 0 or ")" in page.text[opens : mention.start]:
        return False
    behind = any(0 <= opens - other.end <= 1 for other in named)
    return behind and not within(page.quantities, opens, closes)
