"""Bare names, read as places of the kind that is told once: before a list of them, or by the
question that was asked before.

"Which of the two wards, Long My or O Mon", "HI coverage in Long My ward?  And O Mon?" ask of wards.
The name of a province stays one, and so does a name that stands with the word for its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.query import Query
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, terms_of
from indexing.gazetteer import gazetteer
from indexing.reading.folding import folded
from indexing.reading.phrases import words
from indexing.reading.place.place_words import UNLISTED
from indexing.records import Language, Span

_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){0,3}")
"""A run of words with a capital, or that begin with a Vietnamese letter."""
_NAMED = r"[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){0,3}(?!\w)"
_KIND = re.compile(r" (?P<kind>ward|commune|township|district|town|City)(?:, (?P<province>.+))?$")


_LISTED = re.compile(
    rf"\b(?:(?P<en>ward|commune|township|district|town)s|(?P<vi>(?i:phường|xã|huyện|quận))),?\s+"
    rf"(?P<first>{_NAMED})(?P<join>\s+(?:or|and|hay|hoặc|và|với)\s+)(?P<second>{_NAMED})"
)
"""Two names behind the word for their kind, in the plural or in Vietnamese."""


_KIND_WORD = re.compile(r",? (?:wards?|communes?|townships?|districts?|towns?|City|province)\b")


class Renamed(NamedTuple):
    """A follow-up whose bare names were given the word for their kind."""

    question: str
    language: Language | None
    """That of the question before, where it holds nothing but names."""


def of_the_kind_listed(question: str) -> str:
    """`question` with the word for their kind beside each of two names that stand behind it once:
    "the wards Long My and O Mon"; not where one of them stands with its own."""
    told = _LISTED.search(question)
    if told is None or any(_is_kept(question[slice(*told.span(at))]) for at in ("first", "second")):
        return question
    if _KIND_WORD.match(question, told.end()):
        return question
    if told["vi"]:
        end = told.start("second")
        return f"{question[:end]}{told['vi'].lower()} {question[end:]}"
    kind = told["en"]
    both = f"{told['first']} {kind}{told['join']}{told['second']} {kind}"
    return f"{question[: told.start()].rstrip()} {both}{question[told.end() :]}"


def _is_kept(name: str) -> bool:
    """Whether a name is that of a province, or no Vietnamese letter begins a word of it."""
    mentions = places_of(name)
    return bool(mentions) or not name[:1].isupper()


def of_the_kind_before(question: str, before: Sequence[Query], cues: Cues) -> Renamed:
    """`question` with each of its bare names as that of a ward, a district or the like, where the
    question before asked of one and this one says nothing else."""
    places = before[-1].places if before else ()
    kinds = [_KIND.search(place) for place in places if gazetteer().place(place) is None]
    as_it_is = Renamed(question, None)
    if not kinds or len(kinds) < len(places) or not all(kinds) or kinds[-1] is None:
        return as_it_is
    kind, province = kinds[-1]["kind"], kinds[-1]["province"]
    opening = [span for key, span in cues.spans_by("follow_up", question) if key == "starts"]
    shown = blanked(question, opening, " ")
    names = [Span(*name.span()) for name in _NAME.finditer(shown) if name[0][0].isupper()]
    rest = blanked(shown, names, " ")
    says_more = cues.content(rest) - cues.idle.words or terms_of(question) or places_of(question)
    if says_more or not names:
        return as_it_is
    named = question
    for name in reversed(names):
        told = _of_kind(question[name.start : name.end], kind, province)
        named = named[: name.end] + told + named[name.end :]
    return Renamed(named, None if any(map(str.isalpha, rest)) else before[-1].language)


def _of_kind(name: str, kind: str, province: str | None) -> str:
    """What is to stand behind a bare name: the kind of the place and, where it is known, what it
    lies in."""
    called = gazetteer().districts_spelt(words(folded(name).text))
    if len(called) == 1 and kind not in UNLISTED:
        kind, province = called[0].name.rpartition(" ")[2], called[0].province
    return f" {kind}, {province}" if province else f" {kind}"
