"""Everyday words of a question put in the plain ones that reports use: "shelled out" is "spent".

Nothing that is asked changes: each phrase of `data/everyday.toml` says the same as the plain one
that it is listed under.  What may say something else as well is read so only where a question asks
for money, for people or for turns, and never within the name of a place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from assistant.understanding.words.everyday_words import (
    ALWAYS,
    WHERE,
    Everyday,
    Meaning,
    Meanings,
    Peoples,
    everyday,
    peoples,
)
from assistant.understanding.words.reading import places_of
from indexing.gazetteer import gazetteer
from indexing.reading.diacritics import agrees, as_typed, marked
from indexing.reading.folding import fold
from indexing.reading.phrases import Found, Line, line_of
from indexing.records import Language

_WORD = re.compile(r"[A-Za-z]{4,}")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+[ -]")
_BEFORE = 24
"""Within so many letters before its last word a name begins."""
_SHORTEST = 5
"""A shorter name in small letters is one ending from too many words."""
_ENDS = re.compile(r"\s*(?:$|[?!.,;:])")
"""Behind the last word of a clause."""


def in_plain_words(question: str, language: Language) -> str:
    """`question` with its everyday words as the reports would put them."""
    if language == "en":
        question = _with_people(question, peoples())
    line, known = line_of(question), everyday(language)
    asked = _asked_for(line, known)
    places = places_of(question)

    def fits(hit: Found[Meanings]) -> bool:
        start, end = line.span(hit.first, hit.last)
        inner = any(place.start < end and start < place.end for place in places)
        return not inner and _meant(hit, line, asked) is not None

    for hit in reversed(list(known.phrases.find(line, fits))):
        start, end = line.span(hit.first, hit.last)
        meant = _meant(hit, line, asked)
        if meant and meant.plain != meant.given:
            plain = as_typed(meant.plain, question[start:end])
            plain = f"{plain[:1].upper()}{plain[1:]}" if question[start].isupper() else plain
            question = f"{question[:start]}{plain}{question[end:]}"
    return question


def _meant(hit: Found[Meanings], line: Line, asked: frozenset[str]) -> Meaning | None:
    """What a phrase says where it stands; None where its marks make it another one."""
    written = line.written(hit.first, hit.last).lower()
    has_marks = marked(line.text)
    ends = has_marks and _ENDS.match(line.text, line.span(hit.first, hit.last)[1])
    here = {*asked, "end"} if ends else asked
    told = [
        one
        for one in hit.value
        if one.where in here
        and agrees(written, one.given)
        and (not has_marks or agrees(one.given, written))
    ]
    return min(
        told, key=lambda one: (one.given.lower() != written, WHERE.index(one.where)), default=None
    )


def _asked_for(line: Line, known: Everyday) -> frozenset[str]:
    """What a question asks for, of that on which the meaning of a phrase may turn."""
    hits = (hit for first in range(len(line.words)) for hit in known.asking.each_at(line, first))
    told = {
        key
        for hit in hits
        for key, given in [hit.value]
        if agrees(line.written(hit.first, hit.last).lower(), given)
    }
    asked = {ALWAYS, *({"turns", "plan", "why", "sums"} & told)}
    if "sums" in told and "payers" not in told:
        asked.add("fund")
    elif "sums" in told and "plan" not in told:
        asked.add("dues")
    if {"sums", "what"} & told and "payers" not in told:
        asked.add("money")
    if "count" in told and "sums" not in told:
        asked |= {"people", *(("wanting",) if "plan" in told else ())}
    return frozenset(asked)


def _with_people(question: str, known: Peoples) -> str:
    """`question` with the people of a place told as such, "people in Hanoi" for "Hanoians", and
    before what is the place's own the place alone: "Hanoian workers"."""
    for word in reversed(list(_WORD.finditer(question))):
        head = max(0, word.start() - _BEFORE)
        before = (match.start() for match in _CAPITAL.finditer(question, head, word.start()))
        for start in (*before, word.start()):
            place = _place_of(question[start : word.end()], known)
            if place:
                is_people = word[0].endswith("s") or known.goes_on.match(question, word.end())
                plain = f"people in {place}" if is_people else place
                question = f"{question[:start]}{plain}{question[word.end() :]}"
                break
    return question


def _place_of(people: str, known: Peoples) -> str | None:
    """The place whose people a word names; none where it is the name of a place itself."""
    if gazetteer().place(people):
        return None
    letters = _letters(people)
    for ending in known.endings:
        stem = letters.removesuffix(ending)
        if (
            stem != letters
            and (people[0].isupper() or len(stem) >= _SHORTEST)
            and stem in _joined()
        ):
            return _joined()[stem]
    return None


@cache
def _joined() -> Mapping[str, str]:
    """The provinces by each spelling, without what parts its words."""
    return {_letters(s): place.name for place in gazetteer().provinces for s in place.spellings}


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", fold(name))
