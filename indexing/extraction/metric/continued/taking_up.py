"""Whether the words at a figure take up what was told before: "the figure", "of them"."""

from __future__ import annotations

import re

from indexing.extraction.metric.continued.own_content import telling_words
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Span

_OF = re.compile(r"\s+(?:of|for)\s+")
_OF_THE = re.compile(
    r"\s+(?:out )?of\s+(?:all\s+)?(?:the|these|those|its|their|our)\s+", re.IGNORECASE
)
_WON_REACH = 40
_TAKEN = ("neutral", "back", "group", "plan", "of_population", "of_labour")
_HAS_IT = re.compile(
    rf"\s*(?:{any_of('people.have')}\s+(?:it|one|them)\b|for\s+(?:it|them)(?=\s*[.,;]))"
)


def takes_up(page: Page, segment: Segment) -> bool:
    """Whether the words at a figure point back: "the figure", "of them", "21,107 have one"."""
    if page.of_them(segment.quantity.end) and not within(
        page.quantities, 0, segment.quantity.start
    ):
        return True  # none were counted before: those of the headline
    back = (cue for s in segment.lead for cue in page.cues.within("back", s.start, s.end))
    known = any(not _names_its_own(page, cue.end, segment.quantity.start) for cue in back)
    has_it = _HAS_IT.match(page.text, segment.quantity.end) is not None
    return known or has_it or _of_won(page, segment.quantity.end)


def _of_won(page: Page, end: int) -> bool:
    """ "307 of the newcomers": some of those whom the text has told to be won."""
    of = _OF_THE.match(page.text, end)
    won = page.cues.within("joined", of.end(), of.end() + _WON_REACH) if of else ()
    return of is not None and any(cue.start == of.end() for cue in won)


def _names_its_own(page: Page, start: int, end: int) -> bool:
    """ "The rate of digital signatures": it is told of what, and that was not spoken of before."""
    named = _OF.match(page.text, start, end)
    return named is not None and telling_words(page, Span(named.end(), end), _TAKEN, True) > 0
