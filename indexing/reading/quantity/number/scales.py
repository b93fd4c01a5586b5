"""Scale words behind a number: "million", "nghìn tỷ", the letter of "$5m"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import listed, lookup, pattern, squeezed, table
from indexing.reading.quantity.number.word_values import scale_words
from indexing.reading.quantity.unit.counted import noun_behind, percents
from indexing.reading.quantity.unit.currencies import currency_behind, currency_words
from indexing.reading.quantity.unit.measures import measure_behind

_MOST_SCALES = 2
_LONGEST = 20
_REACH = 48
"""How far before a number's end the words stand that tell what it counts, in code points."""
_NUMERAL = r"[0-9][0-9.,]*"
_LETTER = r"(?:m|bn?|k)"
_END = re.compile(r"\s*(?:[.,;:)\n]|$)|\s+(?:to|from|in|and|by|at|on|last|this)(?!\w)")


class Scale(NamedTuple):
    """Scale words behind a number; `factor` is 1 and `end` the number's end where there is none."""

    factor: Decimal
    end: int
    vietnamese: bool


def scale_behind(seen: str, end: int, money: bool) -> Scale:
    """The scale words behind a number that ends at `end`: "million", "nghìn tỷ".

    A single letter is one behind money ("$5m"), else only where something counted follows.
    """
    factor, vietnamese, start = Decimal(1), False, end
    for _ in range(_MOST_SCALES):
        match = _scale().match(seen, end)
        if match is None and end == start:
            match = _short(money).match(seen, end)
        if match is None:
            break
        word = squeezed(match["word"])
        if not money and word in _shorts() and not _counts(seen, start, match.end()):
            break
        factor *= int(_factors()[word])
        vietnamese = vietnamese or word in _vietnamese_scales()
        end = match.end()
    return Scale(factor, end, vietnamese)


def scaled_before(seen: str, end: int) -> bool:
    """Whether a number with its scale or its per cent ends at `end`: "40 per cent", "5bn"."""
    return _scaled().search(seen, max(0, end - _LONGEST), end) is not None


def _counts(seen: str, start: int, end: int) -> bool:
    """Whether money or a counted noun follows, or the words around tell that so many are counted:
    "217m visited", "a population of 67m"."""
    if _sized().match(seen, end):  # "the 100m hurdles"
        return False
    if currency_behind(seen, end, True) or noun_behind(seen, end, False):
        return True
    if measure_behind(seen, end):  # "70K BPD"
        return True
    if _counts_behind().match(seen, end):
        return True
    if _like_money().search(seen, max(0, start - _REACH), start):
        return True
    led = (
        _counts_before().search(seen, max(0, start - _REACH), start) is not None
    )  # with the number
    return led and _END.match(seen, end) is not None


@cache
def _counts_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{pattern(table('quantities')['counts']['behind'])}|[a-z]+ed(?!\w))")


@cache
def _like_money() -> re.Pattern[str]:
    """What a sum of money is held against: "61m rupees from 48m"."""
    joints = r"(?:from|to|against|versus|vs\.?|compared\s+(?:with|to)|and|or)"
    money = rf"[0-9]{_LETTER}\s+{currency_words()}"
    return re.compile(rf"{money}(?:\s+[^\W\d_]+){{0,3}},?\s+{joints}\s+{_NUMERAL}$")


@cache
def _counts_before() -> re.Pattern[str]:
    words = listed("quantities", "counts", "before")
    other = rf"(?:{_NUMERAL}[a-z]{{0,3}}\s+(?:to|and|from|in)\s+)?"
    return re.compile(rf"{words}[^.;:,0-9]*{other}{_NUMERAL}$")


@cache
def _sized() -> re.Pattern[str]:
    return re.compile(rf"\s+{pattern(table('measures')['words']['sizes'])}")


@cache
def _factors() -> dict[str, str]:
    scales = table("quantities")["scales"]
    return {**lookup(scales["short"]), **lookup(scales["vi"]), **lookup(scales["en"])}


@cache
def _shorts() -> frozenset[str]:
    return frozenset(lookup(table("quantities")["scales"]["short"]))


@cache
def _vietnamese_scales() -> frozenset[str]:
    return frozenset(lookup(table("quantities")["scales"]["vi"]))


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*|-)(?P<word>{scale_words()})")


@cache
def _short(money: bool) -> re.Pattern[str]:
    gap = r"\s?" if money else ""
    return re.compile(rf"{gap}(?P<word>{pattern(_shorts(), whole=False)})(?!\w)")


@cache
def _scaled() -> re.Pattern[str]:
    words = [word for word in _factors() if word not in _shorts()]  # "10b-5" is a code
    return re.compile(rf"[0-9]\s?{pattern([*words, *percents()], whole=False)}$")
