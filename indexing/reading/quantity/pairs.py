"""Numbers that belong together: ranges, ratios, fractions, sums said in two steps."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.unit.counted import Counted, measured_behind, noun_behind
from indexing.records import SHARES, Bound, Direction, Unit

_MOST_FRACTION = 10
_MOST_RATIO = 100
_ROUND = (1000, 10_000, 100_000)
"""What rates are told of, however many: "two in every 1,000"."""
_HALVES = (4, 8, 16, 32, 64)
_MOST_SCORE = 200
_WHOLE = 100
_ROUNDED = Decimal("0.0001")
_NOT_COUNTED = ("percent", "percentage_points", "VND", "USD")
_MOST_FALL = 10
"""How many times the second end of a range the first may be: "from 2.1 to 1.9 million"."""
_REACH = 24
"""How far apart the two may stand, in code points."""


class Draft(NamedTuple):
    """A quantity being read: number times factor; offsets in the view."""

    number: Decimal
    factor: Decimal
    unit: Unit
    counted: Counted | None
    start: int
    end: int
    number_end: int
    in_words: bool = False
    share: bool = False
    bound: Bound = "exact"
    direction: Direction | None = None

    @property
    def value(self) -> Decimal:
        """The number in whole units: "1.2 million" is 1,200,000."""
        return self.number * self.factor


def combined(seen: str, drafts: list[Draft]) -> list[Draft]:
    """Ranges, ratios, fractions and sums, each made of two neighbours; overlaps dropped."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.start < kept[-1].end:
            continue
        if kept:
            pair = _pair(seen, kept[-1], draft)
            if pair is not None:
                kept[-1:] = pair
                continue
        kept.append(draft)
    return [d for d in _shared_percent(seen, kept) if not _loose_one(seen, d)]


def _shared_percent(seen: str, drafts: list[Draft]) -> list[Draft]:
    """In "3, 5 and 7 per cent" all three are in per cent."""
    done = drafts[-1:]
    sharing = False
    for draft in reversed(drafts[:-1]):
        behind = done[0]
        bare = draft.end == draft.number_end and draft.unit == "other" and draft.value <= 100
        percent = behind.unit in SHARES and not behind.share
        gap = seen[draft.end : behind.start]
        sharing = bare and percent and bool(_and().fullmatch(gap) or (sharing and gap == ", "))
        shared = draft._replace(unit=behind.unit, counted=behind.counted) if sharing else draft
        done.insert(0, shared)
    return done


def _loose_one(seen: str, draft: Draft) -> bool:
    """Nothing is counted: "one" as a pronoun, or denied ("not one hospital")."""
    if not draft.in_words or draft.value != 1 or draft.share:
        return False
    denied = _denied().search(seen, max(0, draft.start - _REACH), draft.start)
    return draft.counted is None or denied is not None


def _pair(seen: str, one: Draft, two: Draft) -> list[Draft] | None:
    """What two neighbours make together, or None where they stand for themselves."""
    gap = seen[one.end : two.start]
    if len(gap) > _REACH:
        return None
    if (
        one.in_words
        and gap == " ("
        and one.value == two.value
        and seen[two.end : two.end + 1] == ")"
    ):
        return [_said_twice(seen, one, two)]
    if one.share and gap.strip() == "of" and two.unit in SHARES:  # "a tenth of 1 per cent"
        return [two._replace(number=(one.number * two.number / 100), start=one.start)]
    bare = one.end == one.number_end and one.unit == "other"
    if gap == "/" and bare and (slashed := _slashed(seen, one, two)) is not None:
        return slashed
    if (bare or _is_counted_in_words(one, two)) and _is_ratio(gap, one, two):
        return [_share(one, two)]
    if gap.isspace() and one.counted is None and 1 < two.factor < one.factor:
        total = one.value + two.value
        return [two._replace(number=total, factor=Decimal(1), start=one.start)]
    if bare and gap.strip() in ("by", "x") and two.counted and two.counted.parts:
        return [_carried(one, two), two]  # "24 by 36 inches"
    if gap.strip() == "and" and one.counted is None and 1 < one.factor == two.factor:
        return [_carried(one, two), two]  # "15 million and 16 million tons"
    return _range(seen, gap, one, two) if _is_range(seen, gap, one) else None


def _said_twice(seen: str, one: Draft, two: Draft) -> Draft:
    """ "Six (6) months"."""
    told = noun_behind(seen, two.end + 1, False)
    end = told.end if told else two.end + 1
    return one._replace(end=end, unit=told.unit if told else "other", counted=told)


def _slashed(seen: str, one: Draft, two: Draft) -> list[Draft] | None:
    """Two numbers with a slash between them: a split, a fraction, a price, or a part of a whole.

    None where the first is in words.
    """
    if one.number + two.number == _WHOLE and two.counted is None:
        return []  # "60/40"
    if one.in_words:
        return None
    fraction = _fraction(seen, one, two) if one.number < two.number <= _MOST_FRACTION else None
    if fraction is not None:
        return [fraction]
    if two.counted is None and _is_priced(one, two):  # "fell 7/32 to yield 4%"
        part = (one.number / two.number).normalize()
        return [two._replace(number=part, start=one.start)]
    return [_carried(one, two), two]


def _fraction(seen: str, one: Draft, two: Draft) -> Draft | None:
    """ "3/4 of a mile", "2/3 of them", "1/2 percent"; None for any other small number of a larger
    one."""
    part = (one.number / two.number).quantize(_ROUNDED)
    of = _of_a().match(seen, two.number_end)
    if of and (measure := measured_behind(seen, of.end())):
        return two._replace(
            number=part.normalize(), start=one.start, end=measure.end, counted=measure
        )
    if _of_whole().match(seen, two.number_end):
        return _share(one, two)
    measured = two.counted is not None and (two.counted.parts or two.unit in SHARES)
    return two._replace(number=part, start=one.start) if measured else None


def _range(seen: str, gap: str, one: Draft, two: Draft) -> list[Draft] | None:
    """The two ends of a range; nothing for a score; None for two columns of a table."""
    if two.unit in SHARES and one.number > _MOST_FALL * two.number:
        return None  # "5,210 - 61%"
    bare = one.end == one.number_end and one.unit == "other"
    if bare and gap == "-" and one.number > two.number and _is_loose(two):
        return []  # "a 12-1 outsider"
    if bare and (gap == "-" or _voted().search(seen, 0, one.start)) and _is_score(seen, one, two):
        return []
    return [_carried(one, two), _money_carried(one, two)]


def _is_priced(one: Draft, two: Draft) -> bool:
    """Prices move in halves of halves: 3/8, 7/32."""
    return one.number < two.number and one.number % 2 == 1 and two.number in _HALVES


def _is_range(seen: str, gap: str, one: Draft) -> bool:
    if _to().fullmatch(gap):
        return True
    led = seen[max(0, one.start - _REACH) : one.start]
    return _and().fullmatch(gap) is not None and _between().search(led) is not None


def _is_loose(two: Draft) -> bool:
    """What it counts is a noun that no list knows, behind a one."""
    return two.number == 1 and two.counted is not None and not two.counted.known


def _is_score(seen: str, one: Draft, two: Draft) -> bool:
    """Two bare numbers joined by a dash are a score, a vote or odds, but for those of ages."""
    if two.counted is not None or two.factor != 1 or one.in_words or two.in_words:
        return False
    small = max(one.number, two.number) <= _MOST_SCORE
    if small and all(d.number == d.number.to_integral_value() for d in (one, two)):
        return _aged().search(seen, max(0, one.start - _REACH), one.start) is None
    return one.number > two.number


def _is_counted_in_words(one: Draft, two: Draft) -> bool:
    """ "Nine people in ten", "one child in every four", "one adult in 12"."""
    if not one.in_words or two.counted is not None:
        return False
    single = one.number == 1 and one.unit == "people"
    return single or (two.in_words and two.number in (10, 100))


def _is_ratio(gap: str, one: Draft, two: Draft) -> bool:
    if one.number >= two.number or two.factor != 1:
        return False
    if two.number > _MOST_RATIO and one.number != 1 and two.number not in _ROUND:
        return False
    if two.unit in _NOT_COUNTED or two.number != two.number.to_integral_value():
        return False
    in_words = one.in_words and two.in_words
    return _in().fullmatch(gap) is not None and (
        in_words
        or one.number == 1
        or two.number in (10, 100, *_ROUND)
        or "every" in gap
        or (two.unit == "people" and two.number <= _MOST_FRACTION)  # "2 in 5 Americans"
    )


def _share(one: Draft, two: Draft) -> Draft:
    value = one.number * 100 / two.number
    whole = value == value.to_integral_value()
    value = value.to_integral_value() if whole else value.quantize(Decimal("0.0001"))
    return Draft(
        value, Decimal(1), "percent", None, one.start, two.number_end, two.number_end, True, True
    )


def _carried(one: Draft, two: Draft) -> Draft:
    """`one` with the unit and the scale that only `two` says."""
    near = one.number < two.number * _MOST_FALL
    if one.share:
        return one
    if one.factor == 1 and one.end == one.number_end and near:
        one = one._replace(factor=two.factor)
    counts = two.unit in SHARES and one.factor > two.factor  # "1.21 million or 6 per cent"
    if one.counted is None and one.unit == "other" and not counts:
        one = one._replace(unit=two.unit, counted=two.counted)
    return one


def _money_carried(one: Draft, two: Draft) -> Draft:
    """`two` with the currency that stands before `one` only: "VND20-25 billion"."""
    before = one.counted is not None and one.counted.end <= one.number_end
    if before and two.counted is None and (two.factor > 1 or one.factor == 1):
        return two._replace(unit=one.unit, counted=one.counted)
    return two


def _words(name: str) -> str:
    return pattern(table("quantities")["pairs"][name])


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(rf"\s+{_words('of_whole')}")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0]?-[ \u00a0]?|\s+{_words('to')}\s+(?:\S+\s+){{0,2}}?")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+{_words('and')}\s+(?:\S+\s+){{0,2}}?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"{_words('between')}\s+(?:\S+\s+){{0,2}}$")


@cache
def _in() -> re.Pattern[str]:
    return re.compile(rf"\s+{_words('in')}\s+|-in-(?:every-)?")


@cache
def _of_a() -> re.Pattern[str]:
    return re.compile(r"\s+of\s+an?(?=\s)")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"{_words('aged')}\s+$")


@cache
def _voted() -> re.Pattern[str]:
    return re.compile(rf"{_words('voted')}(?:\s+\w+)?\s+$")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"{_words('denied')}\s+$")
