"""What a number counts: the words behind it, behind its scale."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from indexing.reading.lexicon import function_words, lookup, pattern, squeezed, table
from indexing.reading.quantity.number.word_values import numbers_begun
from indexing.reading.quantity.unit.currencies import currency_behind
from indexing.reading.quantity.unit.measures import measure_behind
from indexing.records import Unit

_REACH = 6
"""Words a counted noun may stand away from its number: "149,961 compulsory insurance members"."""
_UNKNOWN_REACH = 4
_ONE_REACH = 2
_WORD = re.compile(
    r"(?:[ \u00a0]*\n?[ \u00a0]*|-)"
    r"(?P<word>(?:[a-z]\.){2,3}(?=\s)|[^\W\d_]+(?:-[^\W\d_]+|-?[0-9]{1,3}s?(?![0-9.,]))*)(?P<mark>')?"
)
_MORE = ("more", "fewer")
_OF = re.compile(r"\s+of(?!\w)")
_APART = re.compile(r"\**[^\S\n]*-(?=\s)")
"""Between a number set in a line of its own and what it counts: "1,287,000 – people with"."""


class Counted(NamedTuple):
    """What a number counts; `start` and `end` of the words that say it, in the view."""

    unit: Unit
    start: int
    end: int
    vietnamese: bool = False
    known: bool = True
    parts: bool = False
    """It comes in parts as well, as kilometres do: 1.234 is no 1,234."""


def who_does(noun: str) -> bool:
    """ "boarders", "deckhands", "florists": a noun that no list knows is someone by its ending.

    So it is in reports of insurance; news have "overs" and "homers" besides.
    """
    people = table("quantities")["people"]
    last = noun.rpartition("-")[2].casefold()
    return last.endswith(tuple(people["endings"])) and not last.endswith(tuple(people["things"]))


def percent_behind(seen: str, end: int) -> Counted | None:
    """Per cent or percentage points behind a number."""
    match = _percent().match(seen, end)
    if match is None:
        return None
    word = squeezed(match["word"])
    return Counted(
        cast(Unit, percents()[word]),
        match.start("word"),
        match.end(),
        "%" not in word and not word.isascii(),
    )


def money_behind(seen: str, end: int, scaled: bool) -> Counted | None:
    """A currency behind an amount; `scaled`: the amount ends in a scale word."""
    found = currency_behind(seen, end, scaled)
    return Counted(*found) if found else None


def measured_behind(seen: str, end: int) -> Counted | None:
    """A unit of measure behind a number."""
    found = measure_behind(seen, end)
    return Counted("other", *found, parts=True) if found else None


def time_behind(seen: str, end: int) -> Counted | None:
    """A length of time behind an article: "a year"."""
    return _worded(_time(), seen, end)


def part_behind(seen: str, end: int) -> Counted | None:
    """What comes in halves, behind an article: the length of "a length and a half"."""
    return _worded(_part(), seen, end)


def _worded(words: re.Pattern[str], seen: str, end: int) -> Counted | None:
    match = words.match(seen, end)
    return Counted("other", *match.span("word")) if match else None


def noun_behind(seen: str, end: int, single: bool) -> Counted | None:
    """The counted noun behind a number; `single`: the number is one, and so may the noun be.

    A noun that no list knows counts as `other` when it stands close.
    """
    match = _noun_vi().match(seen, end)
    if match:
        return Counted(
            cast(Unit, _nouns_vi()[squeezed(match["word"])]), match.start("word"), match.end(), True
        )
    if (joined := _worded(_joined(), seen, end)) is not None:
        return joined._replace(known=False)
    apart = _APART.match(seen, end)
    if apart and not single:
        found = noun_behind(seen, apart.end(), True)
        near = found is not None and found.known and not seen[apart.end() : found.start].strip()
        return found if near else None
    words = _words_behind(seen, end)
    if seen[end : end + 1] == "-":
        return _compound(words)
    if words and words[0][0] in _lots() and (of := _OF.match(seen, words[0][2])):
        return noun_behind(seen, of.end(), False)
    (plural, singular), adjectives = _nouns(), _stops()[1]
    for index, (word, start, stop) in enumerate(words):
        last = word.rpartition("-")[2]
        unit = plural.get(word) or plural.get(last)
        if unit is not None:
            return Counted(cast(Unit, unit), start, stop)
        if last in singular and single and index < _ONE_REACH:
            return Counted(cast(Unit, singular[last]), start, stop)
    for word, start, stop in words[: 0 if single else _UNKNOWN_REACH]:  # "one pound buys"
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return Counted("other", start, stop, known=False)
    if not single or not words or words[0][0] in _never_one():
        return None
    one = words[1] if len(words) > 1 and words[0][0] in _before_one() else words[0]
    if one[0].endswith("ed") and one[0] in adjectives:
        return None  # "below the one recorded in 2022" counts nothing
    return Counted("other", *one[1:], known=False)


def _compound(words: list[tuple[str, int, int]]) -> Counted | None:
    """What a hyphen joins to its number: "1,000-seat", the year of "32-year-old"."""
    if not words:
        return None
    word, start, _ = words[0]
    first = word.partition("-")[0]
    if len(first) < 2 or first in _never_joined():
        return None
    unit = _nouns()[1].get(first) or _nouns()[0].get(first)
    return Counted(cast(Unit, unit or "other"), start, start + len(first), known=unit is not None)


def _words_behind(seen: str, end: int) -> list[tuple[str, int, int]]:
    """The words behind a number as far as a counted noun may stand, up to a word that ends it."""
    stops, adjectives = _stops()
    words: list[tuple[str, int, int]] = []
    while len(words) < _REACH and (match := _WORD.match(seen, end)):
        word = match["word"]
        if word in _MORE and not words and _plural_follows(seen, match.end("word")):
            end = match.end("word")
            continue
        if word == "and" and words and (both := _two_kinds(seen, match.end())):
            words += both
            break
        if word in stops or _begins_number(word):
            break
        described = word.rpartition("-")[2]  # "health-insured patients"
        if word.endswith("ed") and described not in adjectives and not word.startswith("un"):
            break
        if word.endswith("ing") and words and words[-1][0].endswith("s"):  # "shares changing hands"
            break
        if match["mark"] and not word.endswith("s"):
            break
        words.append((word, match.start("word"), match.end("word")))
        if match["mark"]:  # "two weeks' notice"
            break
        end = match.end("word")
    return words


def _begins_number(word: str) -> bool:
    """ "Twelve", "four-year"; in "one-time" nothing is counted."""
    number, _, counted = word.partition("-")
    return number in numbers_begun() and counted.partition("-")[0] not in _never_joined()


def _plural_follows(seen: str, end: int) -> bool:
    """ "56 more deaths"; in "5 more on Monday" nothing is counted."""
    match = _WORD.match(seen, end)
    if match is None or match["word"] in _stops()[0]:
        return False
    return match["word"] in _nouns()[0] or match["word"].endswith("s")


def _two_kinds(seen: str, end: int) -> list[tuple[str, int, int]]:
    """The rest of "outpatient and inpatient visits" behind its "and", where it is so built."""
    first = _WORD.match(seen, end)
    second = _WORD.match(seen, first.end("word")) if first else None
    if first is None or second is None or second["word"] not in _nouns()[0]:
        return []
    if first["word"] in _nouns()[0] or first["word"] in _stops()[0]:
        return []
    if _begins_number(first["word"]):  # "19 cows and two herders"
        return []
    return [(second["word"], *second.span("word"))]


# --- the word lists as patterns ----------------------------------------------------------------


@cache
def percents() -> dict[str, str]:
    """The unit of the table by each word or sign for per cent and points."""
    return lookup(table("quantities")["percent"])


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*|-)(?P<word>{pattern(percents(), whole=False)})(?:(?<=%)|(?!\w))")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<word>{pattern(table('measures')['parts']['times'])})(?![-'])")


@cache
def _joined() -> re.Pattern[str]:
    """Nouns that begin like a verb: "pay points"."""
    return re.compile(rf"\s+(?P<word>{pattern(table('quantities')['words']['joined'])})(?!\w)")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<word>{pattern(table('measures')['parts']['words'])})(?=\s)")


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
    return function_words(), frozenset(table("quantities")["words"]["adjectives"])


@cache
def _never_joined() -> frozenset[str]:
    return frozenset([*table("quantities")["words"]["never_joined"], *_stops()[0]])


@cache
def _lots() -> frozenset[str]:
    return frozenset(table("quantities")["words"]["lots"])


@cache
def _before_one() -> frozenset[str]:
    return frozenset(table("quantities")["words"]["before_one"])


@cache
def _never_one() -> frozenset[str]:
    return frozenset(table("quantities")["words"]["never_one"])
