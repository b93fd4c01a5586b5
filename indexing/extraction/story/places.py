"""The places that a text has spoken of: one of them is that of a sentence which names none."""

from __future__ import annotations

import re
from typing import NamedTuple

from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.records import PlaceMention, Span

_WORDS = re.compile(r"\w")


class ToldPlaces(NamedTuple):
    """The places that a sentence may go on with."""

    last: PlaceMention | None = None
    """The last that this block of the text named."""
    several: tuple[PlaceMention, ...] = ()
    """Those of the last sentence of this block, or the one before, that named several."""
    several_from: int = -1
    """The number of that block."""
    frame: PlaceMention | None = None
    """The one that a sentence of this block set for those that follow: "Nationwide, ..."."""
    headed: PlaceMention | None = None
    """The one that the heading of this section names."""

    def entering(self, page: Page, sentence: SentenceSpan, block: int, section: int) -> ToldPlaces:
        """Those at the start of a sentence; that before stood in `block` and `section`."""
        headed = self.headed
        if sentence.section != section:
            headed = _heads(page, sentence.heading) if sentence.heading else None
        goes_on = sentence.block == block
        return self._replace(
            last=self.last if goes_on else None,
            several=self.several if sentence.block - self.several_from <= 1 else (),
            frame=self.frame if goes_on else None,
            headed=headed,
        )


def _heads(page: Page, heading: Span) -> PlaceMention | None:
    """The place that is all of a heading: one that speaks of more leads nothing."""
    named = within(page.places, heading.start, heading.end)
    rest = "".join(page.unnamed((heading,)))
    return named[0] if len(named) == 1 and not _WORDS.search(rest) else None
