"""Whether a part of the whole is the one that a question asks for, by meaning rather than letters.

"School children" are pupils and "poor families" poor households: words that name the same part are
listed in `data/questions/subjects/parts.toml` under `same`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.forms import is_same_word
from indexing.reading.folding import fold
from indexing.reading.phrases import words

_ITEMS = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s+or\s+")
_SHORT = 2
"""Words of no more letters carry no meaning of a name unless it has no others."""


def is_asked_part(group: str, said: frozenset[str], parts: frozenset[str]) -> bool:
    """Whether `group` is what a question names, which says the folded words and names the parts.

    A group that is a list answers for each of its items.  All parts that the question names must
    be in the group: a figure of pupils is none of poor pupils.
    """
    held, _ = parts_of(group)
    if not parts <= held:
        return False
    return any(_is_named(item, said, parts) for item in (group, *_ITEMS.split(group)))


def names_a_part(group: str) -> bool:
    """Whether a group tells who or what is meant, rather than repeat the words around a figure."""
    cues = load_cues()
    named = parts_of(group)[0] or cues.hits("part", group)
    return bool(named or cues.content(group) & cues.words_of("of_no_part"))


def of_no_part() -> frozenset[str]:
    """Words of a name that tell nothing of which part it is: "households"."""
    return load_cues().words_of("of_no_part") | load_cues().stop_words


def words_beyond(said: frozenset[str], name: str) -> frozenset[str]:
    """The folded words said that are none of a metric's name, in any form: they may name a part."""
    own = words(fold(name))
    return frozenset(word for word in said if not any(is_same_word(word, other) for other in own))


def narrowing_of(qualifiers: Iterable[str]) -> frozenset[str]:
    """The words that narrow a question and are no other name of a part.  What narrows by words that
    are common elsewhere does so by those: "ngân" is common in "ngân đồng" alone."""
    told = tuple(qualifiers)
    beyond, generic = parts_of(" ".join(told))[1], load_cues().generic
    own = (beyond.intersection(words(fold(one))) for one in told)
    return frozenset().union(*(each - generic or each for each in own))


def explains(group: str, narrowing: frozenset[str]) -> bool:
    """Whether each of the words that narrow a question is one of the part's name, in any form."""
    return _each_among(narrowing, words(fold(group)))


def _each_among(sought: Iterable[str], held: Collection[str]) -> bool:
    """Whether every sought word is held, in any form."""
    return all(any(is_same_word(word, own) for own in held) for word in sought)


def _is_named(item: str, said: frozenset[str], parts: frozenset[str]) -> bool:
    named, others = parts_of(item)
    return bool(named | others) and named <= parts and _each_among(others, said)


@lru_cache(maxsize=4096)
def parts_of(group: str) -> tuple[frozenset[str], frozenset[str]]:
    """The parts that a group names, by one name each, and its other words that carry meaning."""
    cues = load_cues()
    text = fold(group)
    named = frozenset(cues.hits("same", text))
    for span in reversed(cues.spans("same", text)):
        text = text[: span.start] + " " + text[span.end :]
    found = frozenset(words(text))
    others = frozenset(word for word in found if len(word) > _SHORT) - of_no_part()
    return named, others if others or named else found
