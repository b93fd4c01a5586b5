"""Whether Vietnamese marks, where a writer set them, are those of a known name."""

from __future__ import annotations

import unicodedata
from itertools import zip_longest

from indexing.reading.folding import fold

_STROKE = "\u0335"


def agrees(written: str, name: str) -> bool:
    """Whether `written` can be `name`: each word has its marks, or none ("Đà Nẵng", "Da Nang").

    Where in a syllable the tone stands does not matter ("Hoà", "Hòa"), nor a bare stroke without
    the other marks ("Đak").
    """
    if written.isascii():
        return True
    pairs = zip_longest(_syllables(written), _syllables(name), fillvalue="")
    return all(_marks(have) in ("", _STROKE, _marks(want)) for have, want in pairs)


def marked(text: str) -> bool:
    """Whether `text` holds any Vietnamese letter or mark."""
    return not text.isascii() and any(_marks(word) for word in _syllables(text))


def as_typed(phrase: str, typed: str) -> str:
    """A Vietnamese phrase with its marks, or without them where `typed` has none either."""
    return phrase if marked(typed) else fold(phrase)


def _syllables(text: str) -> list[str]:
    return "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in text).split()


def _marks(word: str) -> str:
    stroked = word.replace("đ", "d" + _STROKE).replace("Đ", "D" + _STROKE)
    decomposed = unicodedata.normalize("NFD", stroked)
    return "".join(sorted(char for char in decomposed if unicodedata.combining(char)))
