"""Currencies in front of a number and behind it: "US$5", "5 million Hong Kong dollars"."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from indexing.gazetteer import gazetteer
from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.records import Unit


def currency_signs() -> str:
    """A regular expression for what may stand in front of an amount."""
    return pattern(_before(), whole=False)


def currency_of(sign: str) -> Unit:
    """The unit of an amount that `sign` stands in front of."""
    return cast(Unit, _before()[squeezed(sign)])


def currency_behind(seen: str, end: int, scaled: bool) -> tuple[Unit, int, int] | None:
    """Unit, start and end of a currency behind an amount.

    `scaled`: the amount ends in "million" or the like, so that "won" can be no verb.
    """
    match = _behind().match(seen, end)
    if match is None:
        return None
    word, nation = squeezed(match["word"]), match["nation"]
    if word in table("currencies")["scaled_only"] and not (scaled or nation):
        return None
    unit = cast(Unit, _after()[word])
    start = match.start("nation") if nation else match.start("word")
    return ("other" if nation else unit), start, match.end("word")


@cache
def _before() -> dict[str, str]:
    return lookup(table("currencies")["before"])


@cache
def _after() -> dict[str, str]:
    return lookup(table("currencies")["after"])


@cache
def _behind() -> re.Pattern[str]:
    nations = pattern(table("currencies")["nations"])
    return re.compile(
        rf"(?:[ \u00a0]*\n?[ \u00a0]*|-)(?P<nation>{nations}\s+)?"
        rf"(?P<word>{currency_words()})"
    )


@cache
def currency_words() -> str:
    """A regular expression for a currency behind an amount; the "Dong" of "Dong Nai" is none."""
    names = [known.name.lower().split(" ", 1) for known in gazetteer().provinces]
    rest = [name[1] for name in names if name[0] in _after() and len(name) > 1]
    return rf"{pattern(_after(), whole=False)}(?!\w)(?!\s+{pattern(rest)})"
