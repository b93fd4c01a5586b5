"""Folding: text without case and diacritics, whose offsets still lead back to the original.

Names and terms are typed with and without Vietnamese marks, in any case, composed (NFC) or
decomposed (NFD).  Everything that looks words up does it in folded text and reports offsets of
the original.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

MARK: Final = "\u0300"
"""What every combining mark folds to, so that folding keeps the number of code points."""

_LATIN: Final = (
    range(0x41, 0x5B),
    range(0xC0, 0x250),
    range(0x1E00, 0x1F00),
    range(0xFF01, 0xFF5F),
)
_COMBINING: Final = range(0x300, 0x370)
_SPACES: Final = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_DASHES: Final = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_APOSTROPHES: Final = "\u2018\u2019\u02bc\u00b4`"
_STROKES: Final = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "Ɖ": "d", "ɖ": "d"}


def _letter(char: str) -> str:
    """The lower-case base letter of `char`, or `char` itself where it has no single one."""
    if char in _STROKES:
        return _STROKES[char]
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    lowered = bare.lower()
    return lowered if len(lowered) == 1 else char


_TABLE: Final = {
    **{code: _letter(chr(code)) for block in _LATIN for code in block},
    **dict.fromkeys(_COMBINING, MARK),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text for looking things up: `span` leads from its offsets back to the original."""

    text: str
    offsets: Sequence[int] | None
    """Original offset of each code point of `text` and of its end; None where they are equal."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that `text[start:end]` came from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]


def fold(text: str) -> str:
    """`text` in lower case, without diacritics, with plain spaces, hyphens and apostrophes.

    One code point comes out for each that goes in, so offsets stay true.  A combining mark of
    decomposed text becomes `MARK`; use `folded` to look words up in text that may hold some.
    """
    if text.isascii():
        text = text.lower()
        return text.translate(_TABLE) if "\t" in text or "`" in text else text
    return mapped(text, lambda char: _TABLE.get(ord(char), char))


def mapped(text: str, plain: Callable[[str], str]) -> str:
    """`text` with each character as `plain` has it, which leaves what it gives as it is.

    A text has few different characters: each is replaced at once, not wherever it stands.
    """
    for char in sorted(set(text)):
        if (other := plain(char)) != char:
            text = text.replace(char, other)
    return text


def folded(text: str) -> Folded:
    """`text` folded with its combining marks left out, and the way back to its offsets."""
    plain = fold(text)
    if MARK not in plain:
        return Folded(plain, None)
    kept = [i for i, char in enumerate(plain) if char != MARK]
    return Folded("".join(plain[i] for i in kept), (*kept, len(plain)))


def ascii_name(name: str) -> str:
    """A Vietnamese name without diacritics, its capitals kept: "Nghệ An" gives "Nghe An"."""
    composed = unicodedata.normalize("NFC", name)
    return "".join(
        low.upper() if char.isupper() else low
        for char, low in zip(composed, fold(composed), strict=True)
    )
