"""Numbers in words, English and Vietnamese: "nearly three thousand", "hai triệu", "two thirds".

Vague ones ("dozens", "hundreds of thousands") are none.  A Vietnamese number needs a word of scale
("ba nghìn"), since its digits alone are names and everyday words as well.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.word_shares import find_fractions
from indexing.reading.quantity.word_values import DOZEN, WordNumber, word_values

_HALF_VI = ("nửa", "nua")
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
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
    value = pattern([*values, "dozen", *_PARTS])
    link = r"(?:\s+|\s*-\s*)"
    return re.compile(
        rf"(?<!\w)(?:an?{link})?{value}(?:{link}(?:and{link})?(?:an?{link})?{value})*"
    )


@cache
def _run_vi() -> re.Pattern[str]:
    units, scales = pattern(word_values("vi", "units")), pattern(word_values("vi", "scales"))
    scale = rf"{scales}(?!\s+(?:lệ|le|trọng|suất)(?!\w))"
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


def _take_english(words: list[str]) -> tuple[Decimal, int, bool] | None:
    """Value, number of words, and whether a scale is said, of what `words` begin with."""
    units, tens, scales = (word_values("en", kind) for kind in ("units", "tens", "scales"))
    total, group, room, smallest = Decimal(0), Decimal(0), 1000, 10**18
    used, scaled = 0, False
    for index, word in enumerate(words):
        if word in ("a", "an"):
            part = _PARTS.get(words[index + 1]) if words[index + 1 : index + 2] and used else None
            if part:
                if not scaled:
                    group += part
                elif not group and words[index - 1] == "and":  # "a million and a half"
                    total += smallest * part
                else:
                    break
                room = 0
                continue
            if used:
                break
            group, room = Decimal(1), 0
            continue
        if word in _PARTS and used and words[index - 1] in ("a", "an"):
            used = index + 1
        elif word == "and":
            if not used and not group:
                break
        elif (
            word in units
            and 0 < units[word] < min(room, 100 if room > 10 else 10)
            and (room > 10 or units[word] < 10)
        ):
            group, room, used = group + units[word], 0, index + 1
        elif word in units and units[word] == 0 and not used:
            return Decimal(0), 1, False
        elif word in tens and room > 10:
            group, room, used = group + tens[word], 10, index + 1
        elif word == "hundred" and group and group < 100:
            group, room, used, scaled = group * 100, 100, index + 1, True
        elif word == "dozen" and group:
            return total + group * DOZEN, index + 1, True
        elif word in scales and word != "hundred" and group and scales[word] < smallest:
            smallest = scales[word]
            total, group, room = total + group * smallest, Decimal(0), 1000
            used, scaled = index + 1, True
        else:
            break
    return (total + group, used, scaled) if used else None


def _vietnamese(seen: str) -> list[WordNumber]:
    found = []
    units, scales = word_values("vi", "units"), word_values("vi", "scales")
    for run in _run_vi().finditer(seen):
        total, group, last = Decimal(0), Decimal(0), Decimal(0)
        for word in run[0].split():
            if word in _HALF_VI:
                last += Decimal("0.5")
            elif word in units:
                last += units[word]
            elif scales.get(word, 1) >= 1000:
                total = (
                    total + (group + last) * scales[word] if group + last else total * scales[word]
                )
                group = last = Decimal(0)
            elif word in scales:
                group, last = group + last * scales[word], Decimal(0)
        found.append(WordNumber(total + group + last, run.start(), run.end(), scaled=True))
    return found


_FINDERS = (
    ((), find_fractions),
    (("fold",), _folds),
    ((), _english),
    (("trăm", "mươi", "chục", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"), _vietnamese),
    ((" tram", " muoi", " chuc", " nghin", " ngan", " trieu", " ty ", " ti "), _vietnamese),
)
"""What finds numbers in words, and the words without one of which it finds nothing, if any."""
