"""Names in a question: words with a capital that does not only open a sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import dropwhile

from assistant.datafiles import datafile
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.offices import offices
from indexing.reading.folding import folded

_SENTENCE = re.compile(r"[.?!]\s+")
_FULL_NAME = re.compile(r"\b([A-ZĐ][a-zà-ỹ]+) (?!Chi Minh\b)[A-ZĐ][a-zà-ỹ]+")
_WHOLE_NAME = re.compile(r"\b[A-ZĐ][a-zà-ỹ]+(?: (?!Chi Minh\b)[A-ZĐ][a-zà-ỹ]+)+")
_WORD = re.compile(r"[^\W_]+")


def persons_named(text: str) -> frozenset[str]:
    """The full names of persons in a text, folded: a family name and all behind it that has a
    capital too, "Director Nguyen Thi Lan" by the last three words."""
    found = (folded(match[0]).text.split() for match in _WHOLE_NAME.finditer(text))
    names = (list(dropwhile(lambda word: word not in surnames(), words)) for words in found)
    return frozenset(" ".join(name) for name in names if len(name) > 2)


def names_person(text: str) -> bool:
    """Whether a text names a person, by one of the family names that most people have."""
    return any(folded(match[1]).text in surnames() for match in _FULL_NAME.finditer(text))


def names_office(text: str, cues: Cues) -> bool:
    """Whether a text names an office that persons hold; "the head of a household" holds none."""
    return bool(cues.content(text) & (offices().titles - offices().heads))


def named_words(question: str, cues: Cues) -> frozenset[str]:
    """The folded words of the names; none where everything is in capitals.

    The first word of a sentence is one where it is the family name of a whole one.
    """
    if question.isupper():
        return frozenset()
    opens = {0, *(match.end() for match in _SENTENCE.finditer(question))}
    full = _FULL_NAME.finditer(question)
    opens -= {match.start() for match in full if folded(match[1]).text in surnames()}
    found = (
        match[0]
        for match in _WORD.finditer(question)
        if match[0][0].isupper() and match.start() not in opens
    )
    return frozenset(word for name in found for word in cues.content(name))


@cache
def surnames() -> frozenset[str]:
    """The family names that most people of the country have, folded."""
    return frozenset(datafile("names")["surnames"])
