"""Which of the two languages a text is in, with or without Vietnamese marks."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from indexing.reading.diacritics import marked
from indexing.reading.folding import fold, folded
from indexing.reading.phrases import words
from indexing.records import Language


def detect_language(text: str) -> Language:
    """`vi` or `en`, by common words and Vietnamese letters; `en` where nothing tells.

    Capitalised words with marks do not count: an English text may spell names as they are.
    """
    english, vietnamese = common_words()
    view = folded(text)
    score = 0
    for word in words(view.text):
        start, end = view.span(word.start, word.end)
        if marked(text[start:end]):
            score += not text[start].isupper()
        else:
            score += (word.text in vietnamese) - (word.text in english)
    return "vi" if score > 0 else "en"


@cache
def common_words() -> tuple[frozenset[str], frozenset[str]]:
    """Folded common words, English and Vietnamese."""
    data = tomllib.loads((files("indexing") / "data" / "languages.toml").read_text("utf-8"))
    return frozenset(data["en"]), frozenset(map(fold, data["vi"]))
