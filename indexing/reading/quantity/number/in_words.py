"""Numbers in words, English and Vietnamese: "nearly three thousand", "hai triệu", "two thirds".

Vague ones ("dozens", "hundreds of thousands") are none.  A Vietnamese number needs a word of scale
("ba nghìn"), since its digits alone are names and everyday words as well.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.number.shares import find_fractions
from indexing.reading.quantity.number.word_values import (
    DOZEN,
    PARTS_OF_ONE,
    WordNumber,
    not_of_a_rate,
    word_values,
)

_HALF_VI = ("nửa", "nua")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = ("a", "an")
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
"""What may be added to a whole number: "two and a quarter"."""


def find_word_numbers(seen: str) -> list[WordNumber]:
    """The numbers in words of `seen`, sorted, none overlapping; a share is rounded to 4 places."""
    found = [
        number
        for needs, find in _FINDERS
        if not needs or any(word in seen for word in needs)
        for number in find(seen)
    ]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[WordNumber] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


@cache
def _run() -> re.Pattern[str]:
    """English number words that follow each other, with the articles and "and" among them."""
    values = [word for kind in ("units", "tens", "scales") for word in word_values("en", kind)]
    value = pattern([*values, "dozen", *PARTS_OF_ONE])
    link = r"(?:\s+|\s*-\s*)"
    return re.compile(
        rf"(?<!\w)(?:an?{link})?{value}(?:{link}(?:and{link})?(?:an?{link})?{value})*"
    )


@cache
def _run_vi() -> re.Pattern[str]:
    units, scales = pattern(word_values("vi", "units")), pattern(word_values("vi", "scales"))
    scale = rf"{scales}{not_of_a_rate(True)}"
    return re.compile(
        rf"(?:{units}|(?<!\w)n[ửu]a)(?:\s+{units})?(?:\s+{scale}(?:\s+(?:linh|lẻ))?(?:\s+{units}){{0,2}})+"
    )


@cache
def _fold() -> re.Pattern[str]:
    counts = [*word_values("en", "units"), *word_values("en", "scales")]
    return re.compile(rf"(?<!\w){pattern(counts, whole=False)}(?=fold(?!\w))")


def _folds(seen: str) -> list[WordNumber]:
    """The number in "threefold"."""
    values = {**word_values("en", "units"), **word_values("en", "scales")}
    return [WordNumber(Decimal(values[m[0]]), *m.span()) for m in _fold().finditer(seen)]


def _english(seen: str) -> list[WordNumber]:
    found = [
        number
        for run in _run().finditer(seen)
        for number in _read_english(list(_WORD.finditer(seen, *run.span())))
    ]
    dozens = [] if "dozen " not in seen else _dozen().finditer(seen)
    return [*found, *(WordNumber(Decimal(DOZEN), *m.span(), scaled=True) for m in dozens)]


@cache
def _dozen() -> re.Pattern[str]:
    """ "The past dozen matches"; "several dozen" leave open how many."""
    vague = "".join(rf"(?<!{word}\s)" for word in table("quantities")["words"]["vague"])
    return re.compile(rf"(?<=[a-z]\s){vague}dozen(?=\s[a-z])")


def _read_english(run: list[re.Match[str]]) -> list[WordNumber]:
    """The numbers of one run of number words: "two three" is two."""
    words = [word[0] for word in run]
    found: list[WordNumber] = []
    at = 0
    while at < len(words):
        taken = _take_english(words[at:])
        if taken is None:
            at += 1
            continue
        value, count, scaled = taken
        found.append(WordNumber(value, run[at].start(), run[at + count - 1].end(), scaled=scaled))
        at += count
    return found


class _Sum(NamedTuple):
    """What number words have said so far."""

    total: Decimal = Decimal(0)
    """The groups before the last word of scale."""
    group: Decimal = Decimal(0)
    """What was said since."""
    room: int = 1000
    """What may still be added to the group lies below it."""
    smallest: int = 10**18
    """The last scale: the next one must be smaller."""
    used: int = 0
    """How many words belong to the number."""
    scaled: bool = False


def _take_english(words: list[str]) -> tuple[Decimal, int, bool] | None:
    """Value, number of words, and whether a scale is said, of what `words` begin with."""
    said = _Sum()
    for index, word in enumerate(words):
        if word_values("en", "units").get(word) == 0 and not said.used:
            return Decimal(0), 1, False
        if word == "dozen" and said.group:
            return said.total + said.group * DOZEN, index + 1, True
        after = _after_word(said, words, index)
        if after is None:
            break
        said = after
    return (said.total + said.group, said.used, said.scaled) if said.used else None


def _after_word(said: _Sum, words: list[str], index: int) -> _Sum | None:
    """The sum with one more word; None where that word goes on with no number."""
    word = words[index]
    if word in _ARTICLES:
        return _after_article(said, words, index)
    if word in PARTS_OF_ONE and said.used and words[index - 1] in _ARTICLES:
        return said._replace(used=index + 1)  # the article before it has told it
    if word == "and":
        return said if said.used or said.group else None
    return _after_number(said, word, index + 1)


def _after_article(said: _Sum, words: list[str], index: int) -> _Sum | None:
    """ "A" is one where it begins a number, and tells a part to be added: "and a half"."""
    if not said.used:
        return said._replace(group=Decimal(1), room=0)
    part = PARTS_OF_ONE.get(words[index + 1]) if index + 1 < len(words) else None
    if part is None:
        return None
    if not said.scaled:
        return said._replace(group=said.group + part, room=0)
    if said.group or words[index - 1] != "and":
        return None
    return said._replace(total=said.total + said.smallest * part, room=0)  # "a million and a half"


def _after_number(said: _Sum, word: str, used: int) -> _Sum | None:
    """The sum with a unit, a ten or a scale, where there is room for it."""
    units, tens, scales = (word_values("en", kind) for kind in ("units", "tens", "scales"))
    group = said.group
    if 0 < units.get(word, 0) < said.room:
        return said._replace(group=group + units[word], room=0, used=used)
    if word in tens and said.room > _TEN:
        return said._replace(group=group + tens[word], room=_TEN, used=used)
    if word == "hundred":
        fits = 0 < group < _HUNDRED
        grown = said._replace(group=group * _HUNDRED, room=_HUNDRED, used=used, scaled=True)
        return grown if fits else None
    if group and scales.get(word, said.smallest) < said.smallest:
        scale = scales[word]
        return _Sum(said.total + group * scale, smallest=scale, used=used, scaled=True)
    return None


def _vietnamese(seen: str) -> list[WordNumber]:
    return [
        WordNumber(_vietnamese_value(run[0].split()), run.start(), run.end(), scaled=True)
        for run in _run_vi().finditer(seen)
    ]


def _vietnamese_value(words: list[str]) -> Decimal:
    """The value of number words, the greatest scale first."""
    units, scales = word_values("vi", "units"), word_values("vi", "scales")
    total, group, last = Decimal(0), Decimal(0), Decimal(0)
    for word in words:
        if word in _HALF_VI:
            last += Decimal("0.5")
        elif word in units:
            last += units[word]
        elif scales.get(word, 1) >= _THOUSAND:
            said = group + last
            total = total + said * scales[word] if said else total * scales[word]
            group = last = Decimal(0)
        elif word in scales:
            group, last = group + last * scales[word], Decimal(0)
    return total + group + last


_FINDERS = (
    ((), find_fractions),
    (("fold",), _folds),
    ((), _english),
    (("trăm", "mươi", "chục", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"), _vietnamese),
    ((" tram", " muoi", " chuc", " nghin", " ngan", " trieu", " ty ", " ti "), _vietnamese),
)
"""What finds numbers in words, and the words without one of which it finds nothing, if any."""
