"""A text as the readers see it, with the way back to its own offsets.

The view is lower-cased and composed (NFC); every kind of no-break or thin space is one no-break
space, every dash a hyphen, every quote mark straight, every full-width sign plain, and every true
decimal digit of any script an ASCII digit.  Superscripts, circled numbers and letters that merely
look like digits are no digits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from indexing.reading.folding import mapped

_NO_BREAK_SPACES = "\u00a0\u202f\u2007\u2009\u200a\u2008\u2006"
_SPACES = "\u2002\u2003\u2004\u2005\u3000\u205f"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_QUOTES = "\u2018\u2019\u02bc\u2032\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u2033\uff02"


@dataclass(frozen=True, slots=True)
class View:
    """`seen` is what is matched; `original` maps a span of it back to the text."""

    text: str
    seen: str
    starts: tuple[int, ...] | None
    """Offset in `text` of each character of `seen`; None when they are the same."""
    ends: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` behind `seen[start:end]`, which must not be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def capital(self, index: int) -> bool:
        """The letter at `index` of `seen` is a capital in the text."""
        start, _ = self.original(index, index + 1)
        return self.text[start].isupper()


def view_of(text: str) -> View:
    """The view of `text`; any Unicode text has one."""
    if text.isascii():
        return View(text, text.lower(), None, None)
    if unicodedata.is_normalized("NFC", text):
        return View(text, _plain(text), None, None)
    clusters = [m.span() for m in re.finditer(r"(?s).[\u0300-\u036f]*", text)]
    seen: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in clusters:
        composed = unicodedata.normalize("NFC", text[start:end])
        seen.append(composed)
        starts += [start] * len(composed)
        ends += [end] * len(composed)
    return View(text, _plain("".join(seen)), tuple(starts), tuple(ends))


def bare(word: str) -> str:
    """`word` without Vietnamese diacritics: "phần trăm" becomes "phan tram"."""
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _plain(text: str) -> str:
    """`text` mapped character by character, never changing its length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # the one letter that grows: a dotted capital I
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return mapped(lowered, lambda c: c if c.isascii() else _plain_character(c))


def _plain_character(c: str) -> str:
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    for signs, plain in (
        (_NO_BREAK_SPACES, "\u00a0"),
        (_SPACES, " "),
        (_DASHES, "-"),
        (_QUOTES, "'"),
        (_DOUBLE_QUOTES, '"'),
    ):
        if c in signs:
            return plain
    if "\uff01" <= c <= "\uff5e":
        c = chr(ord(c) - 0xFEE0)
    lowered = c.lower()
    return lowered if len(lowered) == 1 else c
