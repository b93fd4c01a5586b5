"""Which of the two languages a text is in, with or without Vietnamese marks."""

from __future__ import annotations

from functools import cache

from indexing.reading.diacritics import marked
from indexing.reading.folding import fold
from indexing.reading.lexicon import table
from indexing.reading.phrases import Line, line_of
from indexing.records import Language


def detect_language(text: str) -> Language:
    """`vi` or `en`, by common words and Vietnamese letters; `en` where nothing tells.

    Capitalised words do not count as Vietnamese, but for the first one and initials: names are so
    in an English text as well.
    """
    return language_of(line_of(text))


def language_of(line: Line) -> Language:
    """As `detect_language`, for a text that is cut into words already."""
    english, vietnamese = common_words()
    may_mark = not line.text.isascii()
    score = 0
    for i, word in enumerate(line.words):
        if may_mark and marked(line.written(i, i + 1)):
            score += not line.capital(i)
        else:
            score += word in vietnamese and not _is_name(line, i)
            score -= word in english
    return "vi" if score > 0 else "en"


def _is_name(line: Line, i: int) -> bool:
    return i > 0 and line.capital(i) and not line.written(i, i + 1).isupper()


@cache
def common_words() -> tuple[frozenset[str], frozenset[str]]:
    """Folded common words, English and Vietnamese."""
    data = table("languages")
    return frozenset(data["en"]), frozenset(map(fold, data["vi"]))
