"""Places that no list holds, by the words that lead to them: "In Tho Chau the figure is 100%"."""

from __future__ import annotations

import re

from indexing.extraction.place.naming import province_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.reading.place.name_edges import is_like_name

_LED = re.compile(
    r"(?:^|[.;:,]\s+|\b(?:while|and|but|whereas)\s+)(?:[Ii]n|[Aa]t)\s+"
    r"(?P<name>[A-ZĐ][^\W\d_]+(?:\s[A-ZĐ][^\W\d_]+){1,3})(?=,|\s+[^\WA-ZĐ_])[^;.]*$"
)
"""Before a figure: a name that its clause opens with."""


def unlisted_place(
    page: Page, sentence: SentenceSpan, segment: Segment, home: str | None
) -> str | None:
    """The place of a figure whose clause opens with a name in the province of the report that is
    in no list.  The figure is that place's, and not the province's."""
    start = segment.quantity.start
    past = within(page.quantities, sentence.start, start)
    opens = past[-1].end if past else sentence.start
    led = _LED.search(page.text[opens:start])
    if led is None or province_of(home) is None or not is_like_name(led["name"]):
        return None
    at, end = (opens + offset for offset in led.span("name"))
    listed, term = within(page.places, at, start), within(page.terms, at, end)
    if listed or term:
        return None
    return f"{led['name']}, {home}"
