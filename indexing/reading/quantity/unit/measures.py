"""Units of measure behind a number: "km/h", "square metres", "barrels a day"."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import function_words, listed, pattern, table

_GAP = r"(?:[ \u00a0]*\n?[ \u00a0]*|-)"


def measure_behind(seen: str, end: int) -> tuple[int, int] | None:
    """Start and end of the measure behind a number that ends at `end`, or None."""
    rules = (_measure(), _glued(), _spaced())
    match = next((found for rule in rules if (found := rule.match(seen, end))), None)
    return match.span("word") if match else None


def told_in_parts(seen: str, end: int) -> bool:
    """Whether what stands at `end` is told in fractions: "half an hour" is 0.5 hours."""
    return _part().match(seen, end) is not None


def is_measure(words: str) -> bool:
    """Whether a printed unit is one of measure."""
    return _measure().fullmatch(words.lower()) is not None


@cache
def _measure() -> re.Pattern[str]:
    words = table("measures")["words"]
    per = rf"(?:(?:\s+{pattern(words['per'])}\s+|/){_shares()}(?!\w))?"
    return re.compile(rf"{_GAP}(?P<word>(?:{_named()}|{_symbols('free')})(?!\w){per})")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_symbols('glued')}(?:/{_shares()}(?!\w))?)(?![\w/])")


@cache
def _spaced() -> re.Pattern[str]:
    """A letter with a blank before it is a measure only where nothing that is counted follows."""
    stops = pattern(function_words())
    sizes = listed("measures", "words", "sizes")
    behind = rf"(?=\s*(?:[.,;:)\n]|$)|\s+(?:{stops}|{sizes}|[0-9]))"
    return re.compile(rf"[ \u00a0](?P<word>{_symbols('spaced')}){behind}")


@cache
def _part() -> re.Pattern[str]:
    data = table("quantities")["percent"]
    words = [*table("measures")["parts"]["words"], *(w for k in data.values() for w in k)]
    return re.compile(rf"(?:{pattern(words)}|{_named()}(?!\w))")


def _named() -> str:
    words = table("measures")["words"]
    before, after = pattern(words["before"], whole=False), pattern(words["after"])
    plain = pattern([*words["plain"], *_scaled(words)], whole=False)
    return rf"(?:{before}[\s-])?{plain}(?:\s+{after})?"


def _scaled(words: dict[str, list[str]]) -> list[str]:
    """Units that come in thousands of each other: "watt", "kilowatts", "megawatts"."""
    return [
        f"{prefix}{unit}{plural}"
        for prefix in ("", *words["prefixes"])
        for unit in words["scaled"]
        for plural in ("", "s")
    ]


def _shares() -> str:
    return pattern(table("measures")["words"]["shares"], whole=False)


def _symbols(kind: str) -> str:
    return pattern(table("measures")["symbols"][kind], whole=False)
