"""What stands behind a number: its scale, and what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import cast

from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.records import Unit

_REACH = 6
"""Words a counted noun may stand away from its number: "149,961 compulsory insurance members"."""
_UNKNOWN_REACH = 2
_MOST_SCALES = 2
_WORD = re.compile(r"(?:[ \u00a0]*\n?[ \u00a0]*|-)(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<mark>')?")


_APART = re.compile(r"\**\s*-(?=\s)")
"""Between a number set in a line of its own and what it counts: "1,287,000 – people with"."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Scale words behind a number; `factor` is 1 and `end` the number's end where there is none."""

    factor: Decimal
    end: int
    vietnamese: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts; `start` and `end` of the words that say it, in the view."""

    unit: Unit
    start: int
    end: int
    vietnamese: bool = False
    known: bool = True


def scale_behind(seen: str, end: int, money: bool) -> Scale:
    """The scale words behind a number that ends at `end`: "million", "nghìn tỷ"."""
    factor, vietnamese, short = Decimal(1), False, money
    for _ in range(_MOST_SCALES):
        match = _scale(short).match(seen, end)
        if match is None:
            break
        word = squeezed(match["word"])
        factor *= int(_factors()[word])
        vietnamese = vietnamese or word in _vietnamese_scales()
        end, short = match.end(), False
    return Scale(factor, end, vietnamese)


def percent_behind(seen: str, end: int) -> Counted | None:
    """Per cent or percentage points behind a number."""
    match = _percent().match(seen, end)
    if match is None:
        return None
    word = squeezed(match["word"])
    return Counted(
        cast(Unit, _percents()[word]),
        match.start("word"),
        match.end(),
        "%" not in word and not word.isascii(),
    )


def currency_behind(seen: str, end: int) -> Counted | None:
    """A currency behind a number."""
    match = _currency().match(seen, end)
    if match is None:
        return None
    return Counted(
        cast(Unit, _currencies()[squeezed(match["word"])]), match.start("word"), match.end()
    )


def noun_behind(seen: str, end: int, single: bool) -> Counted | None:
    """The counted noun behind a number; `single`: the number is one, and so may the noun be.

    A noun that no list knows counts as `other` when it stands close.
    """
    match = _noun_vi().match(seen, end)
    if match:
        return Counted(
            cast(Unit, _nouns_vi()[squeezed(match["word"])]), match.start("word"), match.end(), True
        )
    apart = _APART.match(seen, end)
    if apart and not single:
        found = noun_behind(seen, apart.end(), True)
        near = found is not None and found.known and not seen[apart.end() : found.start].strip()
        return found if near else None
    words = _words_behind(seen, end)
    plural, singular = _nouns()
    hyphened = end < len(seen) and seen[end] == "-"
    for index, (word, start, stop) in enumerate(words):
        last = word.rpartition("-")[2]
        if last in plural:
            return Counted(cast(Unit, plural[last]), start, stop)
        if last in singular and ((hyphened and not index) or (single and index < _UNKNOWN_REACH)):
            return Counted(cast(Unit, singular[last]), start, stop)
    for word, start, stop in words[:_UNKNOWN_REACH]:
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return Counted("other", start, stop, known=False)
    return None


def _words_behind(seen: str, end: int) -> list[tuple[str, int, int]]:
    """The words behind a number as far as a counted noun may stand, up to a word that ends it."""
    stops, adjectives = _stops()
    words: list[tuple[str, int, int]] = []
    while len(words) < _REACH and (match := _WORD.match(seen, end)):
        word = match["word"]
        if word in stops or (word.endswith("ed") and word not in adjectives) or match["mark"]:
            break
        words.append((word, match.start("word"), match.end("word")))
        end = match.end("word")
    return words


# --- the word lists as patterns ----------------------------------------------------------------


@cache
def _factors() -> dict[str, str]:
    scales = table("quantities")["scales"]
    return {**lookup(scales["money"]), **lookup(scales["vi"]), **lookup(scales["en"])}


@cache
def _vietnamese_scales() -> frozenset[str]:
    return frozenset(lookup(table("quantities")["scales"]["vi"]))


@cache
def _scale(money: bool) -> re.Pattern[str]:
    scales = table("quantities")["scales"]
    kinds = ("en", "vi", "money") if money else ("en", "vi")
    words = [w for kind in kinds for listed in scales[kind].values() for w in listed]
    rate = r"(?!\s+(?:lệ|le|trọng|suất)(?!\w))"
    return re.compile(rf"(?:\s*|-)(?P<word>{pattern(words, whole=False)})(?!\w){rate}")


@cache
def _percents() -> dict[str, str]:
    return lookup(table("quantities")["percent"])


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*|-)(?P<word>{pattern(_percents(), whole=False)})(?:(?<=%)|(?!\w))")


@cache
def _currencies() -> dict[str, str]:
    return lookup(table("quantities")["currencies"]["after"])


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*|-)(?P<word>{pattern(_currencies(), whole=False)})(?!\w)")


@cache
def _nouns() -> tuple[dict[str, str], dict[str, str]]:
    """The units of counted nouns by their plural, and by their singular."""
    plural = lookup(table("quantities")["nouns"])
    singular = {_singular(word): unit for word, unit in plural.items()}
    return plural, singular


def _singular(word: str) -> str:
    irregular = {"people": "person", "children": "child", "men": "man", "women": "woman"}
    if word in irregular:
        return irregular[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


@cache
def _nouns_vi() -> dict[str, str]:
    return lookup(table("quantities")["nouns_vi"])


@cache
def _noun_vi() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<word>{pattern(_nouns_vi())})")


@cache
def _stops() -> tuple[frozenset[str], frozenset[str]]:
    words = table("quantities")["words"]
    return frozenset(words["function_words"]), frozenset(words["adjectives"])
