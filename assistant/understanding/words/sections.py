"""The sections of `data/questions/`, as books of phrases and as sets of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from assistant.understanding.words.finding import Book, Books
from indexing.reading.folding import fold
from indexing.reading.phrases import PhraseBook, words

_SYLLABLE = (
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
SYLLABLES = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE})+")
"""A phrase whose words can all be Vietnamese syllables: it is one word, and they are none."""
Sections = Mapping[str, Mapping[str, Sequence[str]]]
"""Lists of phrases by section and key."""


def with_named_lists(sections: Sections) -> Sections:
    """The sections with the phrases of a list for its name: "@order.lowest"."""

    def phrases(entry: str) -> Sequence[str]:
        section, _, key = entry.removeprefix("@").partition(".")
        return sections[section][key] if entry.startswith("@") else (entry,)

    return {
        section: {key: [*chain.from_iterable(map(phrases, listed))] for key, listed in keys.items()}
        for section, keys in sections.items()
    }


def books(sections: Sections) -> Books:
    """The phrases of all sections, to be found in a question."""
    return Books(
        bare=_book(sections, str.isascii),
        marked=_book(sections, lambda phrase: not phrase.isascii()),
    )


def _book(sections: Sections, holds: Callable[[str], bool]) -> Book:
    told: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for section, keys in sections.items():
        for key, phrases in keys.items():
            for phrase in filter(holds, phrases):
                same = told.setdefault(" ".join(words(fold(phrase))), {})
                same.setdefault(section, []).append((key, phrase))
    return PhraseBook(told.items())


def without_mistakable(sections: Sections) -> Sections:
    """The sections without the English phrases that their words must not be taken for: "against
    illness" compares nothing, so "illness" is no way of asking."""
    return {
        name: {
            key: [entry for entry in phrases if key != "none" or SYLLABLES.fullmatch(fold(entry))]
            for key, phrases in keys.items()
        }
        for name, keys in sections.items()
    }


def words_by_section(sections: Sections) -> dict[str, frozenset[str]]:
    """Every word of the phrases of each section."""
    return {
        section: frozenset(word for phrase in chain(*keys.values()) for word in words(fold(phrase)))
        for section, keys in sections.items()
    }
