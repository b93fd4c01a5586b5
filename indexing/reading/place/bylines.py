"""Names of places that only tell where an agency wrote: "Hanoi (VNA) -"."""

from __future__ import annotations

import re
from typing import Final

from indexing.reading.phrases import Line

_AGENCY: Final = re.compile(
    r"[ \u00a0]?(?:\([A-Z][A-Za-z+/&., \u00a0-]{1,30}\)|,[ \u00a0]?[A-Z]{2,8})"
    r"[ \u00a0]*(?:[\u2010-\u2015]|--?)[ \u00a0]"
)
"""Behind a place: "(VNA) -", "(VNS/VNA) \u2014", ", VNA -"."""
_INSIDE_AGENCY: Final = re.compile(r"[A-Za-z+/., ]{0,20}\)[ \u00a0]*[-\u2010-\u2015]")
_REACH: Final = 40
_DASH: Final = re.compile(r"[ \u00a0]*(?:[\u2012-\u2015]|--|-(?=[ \u00a0]))")
_NAME: Final = re.compile(r"[ \u00a0]+(?:[\u2012-\u2015]|--|-)[ \u00a0]+[\"\u201c]?[A-Z][a-z ]")
"""The same behind a name that is not in capitals: a sentence begins."""
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---[ ]*\n", re.DOTALL)
_STOP: Final = re.compile(r"[.!/][\"\u201d)]?[ \u00a0]*$", re.MULTILINE)
"""The end of a paragraph of sentences; headlines and items of lists have none."""
_DASH_ALONE: Final = re.compile(r"[ \u00a0]+(?:[\u2012-\u2015]|--|-)[ \u00a0]+(?=\S)")
_LABEL: Final = re.compile(r"[^\W\d_][ \u00a0]+(?:[\u2012-\u2015]|--|-)[ \u00a0]+(?:VND)?\d")
"""What another item of a list begins with: "Hanoi \u2013 95 per cent, Hue \u2013 93"."""
_DAY: Final = re.compile(
    r",[ \u00a0]*(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+|\d{1,2}/\d{1,2})"
    r"(?:[,/ ]+\d{4})?[ \u00a0]*(?:\([^()\n]+\)[ \u00a0]*)?[-\u2010-\u2015]"
)


def is_dateline(read: Line, first: int, last: int) -> bool:
    """Whether words `first` to `last` only tell where an agency wrote."""
    start, end = read.span(first, last)
    if first and "\n" not in read.gap(first):
        opens = read.text.rfind("\n", 0, start) + 1
        near = start - opens < _REACH and read.text[start - 1] == "("
        return near and _INSIDE_AGENCY.match(read.text, end) is not None
    if _AGENCY.match(read.text, end) or _DAY.match(read.text, end):
        return True
    dash = _DASH if read.text[start:end].isupper() else _NAME
    return dash.match(read.text, end) is not None or _opens_story(read.text, start, end)


def _opens_story(text: str, start: int, end: int) -> bool:
    """Whether a name and a dash open the sentences below a headline, whatever these begin with:
    "Hanoi \u2013 18.1 million people belong to it.".  Further down they label an item of a list."""
    dash = _DASH_ALONE.match(text, end) if text[:start].endswith("\n") else None
    front = _FRONT_MATTER.match(text)
    if dash is None or _STOP.search(text, front.end() if front else 0, start):
        return False
    close = text.find("\n", dash.end())
    told = text[dash.end() : close if close >= 0 else len(text)]
    return _STOP.search(told) is not None and _LABEL.search(told) is None
