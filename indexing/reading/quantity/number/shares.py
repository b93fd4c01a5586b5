"""Fractions in words: shares ("two thirds of them") and parts of a unit ("half a mile").

A share is in per cent, rounded to 4 places.  A part is a number of its unit: "a quarter of a
percentage point" is 0.25, "half a million" is 500,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.number.word_values import DOZEN, ROUNDED, WordNumber, word_values
from indexing.reading.quantity.unit.measures import told_in_parts

_KINDS = ("of", "joined", "several", "led", "moved", "beside")
_REACH = 80
"""How far around a word of a fraction the rest of it stands, in code points."""
_LED_BY = (
    "nearly",
    "almost",
    "about",
    "over",
    "than",
    "least",
    "around",
    "roughly",
    "by",
    "up",
    "down",
)
"""Behind one of these a fraction is a share even where nothing follows that it is part of."""


def find_fractions(seen: str) -> list[WordNumber]:
    """Shares of something, then fractions of a unit."""
    near = _near_parts(seen)
    parts = [*_shares(seen, near), *_parts(seen, near)]
    return [*parts, *_joined(seen)] if "-in-" in seen else parts


def _near_parts(seen: str) -> list[tuple[int, int]]:
    """The stretches of `seen` around each word without which there is no fraction."""
    near: list[tuple[int, int]] = []
    for match in _any_part().finditer(seen):
        start, end = max(0, match.start() - _REACH), min(len(seen), match.end() + _REACH)
        if near and start <= near[-1][1]:
            near[-1] = (near[-1][0], end)
        else:
            near.append((start, end))
    return near


def _joined(seen: str) -> list[WordNumber]:
    """ "One-in-eight"."""
    units = word_values("en", "units")
    found = [(m, Decimal(units[m[1]]), Decimal(units[m[2]])) for m in _in().finditer(seen)]
    return [
        WordNumber(_rounded(part * 100 / whole), *match.span(), share=True)
        for match, part, whole in found
        if part < whole
    ]


def _shares(seen: str, near: Sequence[tuple[int, int]]) -> list[WordNumber]:
    """Shares of something: "nearly half", "two-thirds", "ba phần tư"."""
    found: list[WordNumber] = []
    for match in _matches(_share(), seen, near):
        value = _shared(match)
        if value is not None and value <= 1:
            found.append(WordNumber(_rounded(value * 100), *match.span(), share=True))
    return found


def _parts(seen: str, near: Sequence[tuple[int, int]]) -> list[WordNumber]:
    """Fractions of a unit; the number ends before the unit, or with its own scale."""
    found: list[WordNumber] = []
    for match in _matches(_part(), seen, near):
        value = _fraction(match["count"], match["part"] or match["near"])
        if scale := match["scale"] or match["near_scale"]:
            value *= word_values("en", "scales").get(scale, DOZEN)
            found.append(WordNumber(_rounded(value), *match.span(), scaled=True))
        elif told_in_parts(seen, match.end()):
            end = match.start() + len(match[0].rstrip(" \n-\u00a0"))
            found.append(WordNumber(_rounded(value), match.start(), end))
    return found


def _matches(
    rule: re.Pattern[str], seen: str, near: Sequence[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    return (match for start, end in near for match in rule.finditer(seen, start, end))


def _shared(match: re.Match[str]) -> Decimal | None:
    if match["half"] or match["half_vi"]:
        return Decimal("0.5")
    if match["part_vi"]:
        vi = word_values("vi", "units")
        count = int(match["count_vi"]) if match["count_vi"].isdigit() else vi[match["count_vi"]]
        parts = vi[match["part_vi"]]
        return Decimal(count) / parts if parts else None
    groups = match.groupdict()
    kind = next(k for k in _KINDS if groups[k])
    return _fraction(groups[kind], groups[f"{kind}_part"])


def _fraction(count: str | None, part: str) -> Decimal:
    return Decimal(word_values("en", "units").get(count or "one", 1)) / _denominators()[part]


def _rounded(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if value == whole else value.quantize(ROUNDED)


def _denominators() -> dict[str, int]:
    return word_values("en", "denominators")


@cache
def _in() -> re.Pattern[str]:
    count = pattern(word_values("en", "units"))
    return re.compile(rf"({count})-in-({count})")


@cache
def _any_part() -> re.Pattern[str]:
    """A word without which there is no fraction."""
    return re.compile(pattern([*_denominators(), "phần", "nửa"]))


@cache
def _share() -> re.Pattern[str]:
    count, count_vi = pattern(word_values("en", "units")), pattern(word_values("vi", "units"))
    parts = pattern(w for w in _denominators() if w not in ("half", "halves"))
    plain = pattern(w for w in _denominators() if w.endswith("ths") or w == "thirds")
    led = "(?:" + "|".join(rf"(?<=(?<!\w){word} )" for word in _LED_BY) + ")"
    led_half = "(?:" + "|".join(rf"(?<={word} half)" for word in _LED_BY) + ")"
    return re.compile(
        rf"(?<!\w)(?:(?P<of>{count}|an?(?!\w))[\s-]+(?P<of_part>{parts})"
        rf"(?=\s+(?:of(?!\s+(?:the\s+year(?!\w)|[0-9\0\x01]))|{_bounds()}(?!\w)))"
        rf"|(?P<joined>{count})-(?P<joined_part>{parts})(?!-)"
        rf"|(?P<several>{count})\s+(?P<several_part>{plain})"
        rf"|{led}(?P<led>{count}|an?)[\s-]+(?P<led_part>{parts})(?![\s-]+{_points()})"
        r"|(?:(?<=(?<!\w)from )|(?<=(?<!\w)to ))"
        rf"(?P<moved>{count}|an?)\s+(?P<moved_part>{parts}|half)(?=\s*[,.;]|\s+(?:to|from)\s)"
        rf"|(?P<beside>{count}|an?)[\s-]+(?P<beside_part>{parts}|half)"
        rf"(?=\s+(?:(?:to|or)\s+(?:an?|{count})[\s-]+(?:{parts}|half)|{_adverbs()})(?!\w))"
        r"|(?<!first )(?<!second )(?<!latter )(?<!same )(?:(?<!and )a\s+)?(?P<half>half)"
        r"(?:(?=\s+(?:of|the|their|its|all)(?!\w)(?!\s+(?:the\s+)?(?:year|[0-9\0\x01])))"
        rf"|(?=\s+{_bounds()}(?!\w))|{led_half}(?!\w|\s+an?\s))"
        rf"|(?P<count_vi>{count_vi}|[1-9])\s+phần\s+(?P<part_vi>{count_vi})"
        r"|(?P<half_vi>(?:một\s+nửa|mot\s+nua))(?!\w))"
    )


@cache
def _part() -> re.Pattern[str]:
    """ "half a", "three-quarters of an", "a half" and "a quarter" before a unit or a scale.

    What "a half-" is joined to is looked at by the caller.
    """
    count = pattern(word_values("en", "units"))
    parts = pattern(_denominators())
    scales = pattern([*word_values("en", "scales"), "dozen"])
    return re.compile(
        rf"(?<![\w-])(?:(?:(?P<count>{count}|an?)[\s-]+)?(?P<part>{parts})(?:\s+of)?\s+an?[\s-]+"
        rf"(?:(?P<scale>{scales})|(?=\w))"
        rf"|(?:an?\s+)?(?P<near>half|quarter)[\s-]+(?:(?P<near_scale>{scales})|(?={_points()})"
        r"|(?:(?<=\ba[ ]half-)|(?<=\ba[ ]quarter-))(?=\w)))"
    )


@cache
def _adverbs() -> str:
    """What a share is more by, or less: "a fourth fewer"."""
    return pattern(w for w in table("quantities")["adverbs"]["words"] if w not in ("up", "down"))


@cache
def _bounds() -> str:
    """Bounds behind a share, which tell that it is one: "half or more"."""
    words = [word for words in table("quantities")["bounds_after"].values() for word in words]
    return pattern(word for word in words if word.startswith("or "))


@cache
def _points() -> str:
    """What a fraction is told of in the talk of rates: "half a per cent", "a quarter point"."""
    words = [word for words in table("quantities")["percent"].values() for word in words]
    return pattern([*words, "point"])
