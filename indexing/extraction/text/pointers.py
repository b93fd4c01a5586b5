"""Words that stand for one of those told before: "the former", "the latter", "the last of these".

They stand alone: "the former district" and "the last quarter" name something of their own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of

_POINTER = re.compile(
    r"\bthe\s+(?P<which>former|latter|first|second|third|last)\b"
    r"(?P<of>\s+of\s+(?:them|these|those|the three|the two)\b)?"
    rf"(?P<kind>\s+{any_of('references.kinds')}\b)?"
    r"(?P<own>['\N{RIGHT SINGLE QUOTATION MARK}]s\b)?"
    rf"(?!\s+(?!{any_of('references.followed')}\b|(?:and|or)\s+the\s+(?:latter|second|third|last)\b)"
    r"[^\W\d_])",
    re.IGNORECASE,
)
_PAIR = ("former", "latter")
_WHICH = {"former": -2, "latter": -1, "first": 0, "second": 1, "third": 2, "last": -1}


class Pointer(NamedTuple):
    """Words that stand for one of those told before."""

    start: int
    end: int
    which: int
    """Which of them in their order; below 0 counted from the last."""
    whole: bool
    """Whether it can stand for anything; with a noun ("the latter scheme") it is one of a kind."""


def pointers(page: Page, start: int, end: int) -> list[Pointer]:
    """The pointers between two offsets of a text, in order."""
    led = page.cues.within("pointer", start, end)
    found = (_POINTER.match(page.text, cue.start, end) for cue in led)
    return [_pointer(one) for one in found if one is not None]


def _pointer(found: re.Match[str]) -> Pointer:
    which = found["which"].casefold()
    whole = found["kind"] is None and (found["of"] is not None or which in _PAIR)
    return Pointer(*found.span(), _WHICH[which], whole)
