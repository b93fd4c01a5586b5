"""Numbers that are part of a name: "Route 66", "the iPhone 14", "10 Downing Street".

A number is one behind a word of `names` in `quantities.toml` that is written with a capital, and
behind any other capitalised word in the middle of a sentence, unless something counted follows or
the word is a place's, where lists give figures ("Ha Noi 450, Hue 120").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from indexing.gazetteer import gazetteer
from indexing.reading.lexicon import function_words, lookup, pattern, table
from indexing.reading.view import View, bare

_NUMBER = re.compile(
    r"[0-9](?<=[\w.][ \u00a0].)[0-9]{0,3}(?:\.[0-9]|-[0-9]{1,4})?(?![0-9]|[.,/:-][0-9]|\s?%|\w)"
)
_WORD = re.compile(r"(?<![\w.,&$-])(?P<word>[^\W\d_]+(?:&[a-z]+)?(?:'s)?\.?)[ \u00a0]$")
_LONGEST = 30
_LED = re.compile(r"(?P<word>[^\W\d_]+(?:'s)?)[ \u00a0]$")
_NUMBERS = re.compile(
    r"[0-9](?<=[a-z]s[ \u00a0].)[0-9]{0,3}(?:,?\s(?:and|or|to)\s[0-9]{1,4}|,\s[0-9]{1,4})+"
    r"(?![0-9]|[.,/:-][0-9]|\s?%|\w)"
)
"""Several numbers behind the plural of a name: "Junctions 31 and 32"."""
_PLURAL = re.compile(r"(?<![\w-])(?P<word>[a-z]+)s[ \u00a0]$")
_NEXT = re.compile(r"[ \u00a0]\w")
_STREET = re.compile(
    r"[0-9](?<![\w.,].)[0-9]{0,3}(?=(?:[ \u00a0][^\W\d_]+){1,3}?[ \u00a0](?P<kind>[a-z]+)\b)"
)


def named_numbers(
    view: View, seen: str, counts: Callable[[int], bool]
) -> Iterator[tuple[int, int]]:
    """The numbers of `seen` that only name; `counts` tells whether something counted follows."""
    for number in _NUMBER.finditer(seen):
        word = _WORD.search(seen, max(0, number.start() - _LONGEST), number.start())
        if word is None or not any(view.capital(i) for i in range(*word.span("word"))):
            continue
        if _is_wards(seen, number, word["word"], counts):
            yield number.span()
            continue
        named = word["word"] in _names() or _inside_sentence(view, seen, word)
        owned = word["word"].endswith("'s")  # "Boeing's 282"
        counted = owned or counts(number.end())
        if word["word"] in _indexes() or (named and not counted):
            yield number.span()
    for match in _NUMBERS.finditer(seen):
        kind = _PLURAL.search(seen, max(0, match.start() - _LONGEST), match.start())
        known = kind is not None and kind["word"] in _names() and view.capital(kind.start())
        if known and not counts(match.end()):
            yield match.span()
    for match in _STREET.finditer(seen):
        if match["kind"] in _streets() and view.capital(match.start("kind")):
            yield match.span()


def _is_wards(seen: str, number: re.Match[str], name: str, counts: Callable[[int], bool]) -> bool:
    """ "Ha Giang 1 ward", not "In Hue 12 commune stations"."""
    kind = _ward().match(seen, number.end())
    named = name in _syllables() and name not in function_words()
    return named and kind is not None and not counts(kind.end())


def _inside_sentence(view: View, seen: str, match: re.Match[str]) -> bool:
    """A name's word that stands among others, neither first nor in a list nor in a title."""
    word = match["word"].removesuffix("'s").rstrip(".")
    printed = [view.capital(i) for i in range(match.start(), match.start() + len(word))]
    if all(printed) or word in _no_names() or bare(word) in _syllables():
        return False
    before = _LED.search(seen, max(0, match.start() - _LONGEST), match.start())
    if before is None or before["word"] in ("and", "or"):
        return False
    after = _NEXT.match(seen, match.end())
    return after is None or not view.capital(after.end() - 1)


@cache
def _names() -> frozenset[str]:
    return frozenset(table("quantities")["words"]["names"])


@cache
def _ward() -> re.Pattern[str]:
    """Behind the number of one of several wards: "Ha Giang 1 ward"."""
    return re.compile(rf"[ \u00a0]{pattern(table('quantities')['words']['wards'])}")


@cache
def _indexes() -> frozenset[str]:
    """Names that keep their number before what they count: "S&P 500 companies"."""
    return frozenset(table("quantities")["words"]["indexes"])


@cache
def _streets() -> frozenset[str]:
    return frozenset(table("quantities")["words"]["streets"])


@cache
def _no_names() -> frozenset[str]:
    """Words that may well stand before a figure, with a capital in a headline or a sentence."""
    data = table("quantities")
    ways = [w for way in data["directions"].values() for words in way.values() for w in words]
    nouns = [w for words in data["nouns"].values() for w in words]
    places = data["words"]["kinds_of_places"]
    return frozenset([*function_words(), *lookup(data["bounds"]), *ways, *nouns, *places])


@cache
def _syllables() -> frozenset[str]:
    """Every word of the names of places."""
    known = gazetteer()
    names = [s for p in known.places.values() for s in p.spellings]
    names += [d.bare for d in known.districts]
    return frozenset(bare(word.lower()) for name in names for word in name.split())
