"""The sections of `data/questions.toml`, as books of phrases and as sets of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from assistant.understanding.words.finding import Book
from indexing.reading.folding import fold
from indexing.reading.phrases import PhraseBook, words

_SYLLABLE = (
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
SYLLABLES = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE})+")
"""A phrase whose words can all be Vietnamese syllables: it is one word, and they are none."""
_Sections = Mapping[str, Mapping[str, Sequence[str]]]
"""The lists of phrases of the file, by section and key."""


def with_named_lists(sections: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The sections with the phrases of a list for its name: "@order.lowest"."""

    def phrases(entry: str) -> Sequence[str]:
        section, _, key = entry.removeprefix("@").partition(".")
        named: Sequence[str] = sections[section][key] if entry.startswith("@") else (entry,)
        return named

    return {
        section: {
            key: [*chain(*map(phrases, listed))] if isinstance(listed, list) else listed
            for key, listed in keys.items()
        }
        for section, keys in sections.items()
    }


def forms_of(verb: str) -> Iterator[str]:
    """The regular forms of an English verb: "pass", "passes", "passed", "passing"."""
    yield verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        sibilant = verb.endswith(("s", "x", "sh", "ch"))
        yield from (verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def book(sections: _Sections, holds: Callable[[str], bool]) -> Book:
    """Those phrases of all sections that it is to hold."""
    told: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for section, keys in sections.items():
        for key, phrases in keys.items():
            for phrase in filter(holds, phrases):
                same = told.setdefault(" ".join(words(fold(phrase))), {})
                same.setdefault(section, []).append((key, phrase))
    return PhraseBook(told.items())


def without_mistakable(sections: _Sections) -> _Sections:
    """The sections without the English phrases that their words must not be taken for: "against
    illness" compares nothing, so "illness" is no way of asking."""
    return {
        name: {
            key: [entry for entry in phrases if key != "none" or SYLLABLES.fullmatch(fold(entry))]
            for key, phrases in keys.items()
        }
        for name, keys in sections.items()
    }


def words_by_section(sections: _Sections) -> dict[str, frozenset[str]]:
    """Every word of the phrases of each section."""
    return {
        section: frozenset(word for phrase in chain(*keys.values()) for word in words(fold(phrase)))
        for section, keys in sections.items()
    }


def idle_phrases(
    sections: _Sections, asking: Iterable[str], lists: Mapping[str, Sequence[str]]
) -> list[str]:
    """The phrases that narrow nothing: those that tell how a question asks, and common words."""
    told = chain(*(chain(*sections[name].values()) for name in asking))
    common = chain(lists["generic"], lists["stop"], lists["prepositions"])
    return [fold(entry) for entry in chain(told, common)]
