"""Numbers that belong together: ranges, ratios, fractions, sums said in two steps."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from indexing.reading.lexicon import listed, pattern, table
from indexing.reading.quantity.ranges import conjunction, ends, is_range, money_carried
from indexing.reading.quantity.ratios import (
    is_counted,
    is_of_each,
    is_ratio,
    share,
    slashed,
)
from indexing.reading.quantity.raw import RawQuantity
from indexing.reading.quantity.unit.counted import noun_behind
from indexing.records import CURRENCIES, SHARES

_LEAST_DONG = 1000
"""No sum of money is less."""
_REACH = 24
"""How far apart the two may stand, in code points."""
_RATE = re.compile(r"\s+per\s+[0-9]")


def combined(seen: str, raws: list[RawQuantity]) -> list[RawQuantity]:
    """Ranges, ratios, fractions and sums, each made of two neighbours; overlaps dropped."""
    kept: list[RawQuantity] = []
    for raw in raws:
        if kept and raw.start < kept[-1].end:
            continue
        if kept:
            pair = _pair(seen, kept[-1], raw)
            if pair is not None:
                kept[-1:] = pair
                continue
        kept.append(raw)
    kept = _shared_percent(seen, _shared_scale(seen, kept))
    return [d for d in kept if not _loose_one(seen, d)]


def _shared_scale(seen: str, raws: list[RawQuantity]) -> list[RawQuantity]:
    """In "14.6 and 91.5 million people" both are millions: nobody counts six tenths of a person,
    and nothing costs "VND262 and 21 trillion" but trillions."""
    done = raws[-1:]
    row = 1
    for raw in reversed(raws[:-1]):
        behind = done[0]
        gap = seen[raw.end : behind.start]
        joined = conjunction().fullmatch(gap) or (row > 1 and gap == ", ")
        if not (joined and _lacks_scale(raw) and behind.factor > 1):
            row = 1
            done.insert(0, raw)
            continue
        if raw.unit in CURRENCIES:
            done[:row] = [money_carried(raw, other) for other in done[:row]]
        done.insert(0, raw._replace(factor=behind.factor).sharing(done[0]))
        row += 1
    return done


def _lacks_scale(raw: RawQuantity) -> bool:
    """Whether a number makes no sense without a scale."""
    if raw.factor != 1 or raw.share or raw.in_words or raw.end != raw.number_end:
        return False
    parted = raw.unit == "other" and raw.number % 1 != 0
    return parted or (raw.unit == "VND" and raw.number < _LEAST_DONG)


def _shared_percent(seen: str, raws: list[RawQuantity]) -> list[RawQuantity]:
    """In "3, 5 and 7 per cent" all three are in per cent."""
    done = raws[-1:]
    sharing = False
    for raw in reversed(raws[:-1]):
        behind = done[0]
        bare = raw.is_bare and raw.value <= 100
        percent = behind.unit in SHARES and not behind.share
        gap = seen[raw.end : behind.start]
        sharing = (
            bare and percent and bool(conjunction().fullmatch(gap) or (sharing and gap == ", "))
        )
        shared = raw._replace(unit=behind.unit, counted=behind.counted) if sharing else raw
        done.insert(0, shared)
    return done


def _loose_one(seen: str, raw: RawQuantity) -> bool:
    """Nothing is counted: "one" as a pronoun, or denied ("not one hospital")."""
    if not raw.in_words or raw.value != 1 or raw.share:
        return False
    denied = _denied().search(seen, max(0, raw.start - _REACH), raw.start)
    rate = _RATE.match(seen, raw.end) is not None  # "one per 100,000"
    return (raw.counted is None and not rate) or denied is not None


def _pair(seen: str, one: RawQuantity, two: RawQuantity) -> list[RawQuantity] | None:
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
    if gap == "/" and one.is_bare and (split := slashed(seen, one, two)) is not None:
        return split
    if (one.is_bare or is_counted(gap, one, two)) and is_ratio(gap, one, two):
        return [share(one, two)]
    if is_of_each(seen, one, two):
        return [share(two, one)._replace(start=two.start, end=two.end, number_end=two.number_end)]
    if gap.isspace() and one.counted is None and 1 < two.factor < one.factor:
        total = one.value + two.value
        return [two._replace(number=total, factor=Decimal(1), start=one.start)]
    if one.is_bare and gap.strip() in ("by", "x") and two.counted and two.counted.parts:
        return [one.sharing(two), two]  # "24 by 36 inches"
    if one.is_bare and two.counted and _suspended().fullmatch(gap):
        return [one.sharing(two), two]  # "16- to 24-year-olds"
    if gap.strip() == "and" and one.counted is None and 1 < one.factor == two.factor:
        return [one.sharing(two), two]  # "15 million and 16 million tons"
    return ends(seen, gap, one, two) if is_range(seen, gap, one) else None


def _said_twice(seen: str, one: RawQuantity, two: RawQuantity) -> RawQuantity:
    """ "Six (6) months"."""
    told = noun_behind(seen, two.end + 1, False)
    end = told.end if told else two.end + 1
    return one._replace(end=end, unit=told.unit if told else "other", counted=told)


@cache
def _suspended() -> re.Pattern[str]:
    """Between two numbers that are joined to one noun: "5- and 10-year"."""
    joints = table("quantities")["pairs"]
    return re.compile(rf"-,?\s+{pattern([*joints['to'], *joints['and']])}\s+")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"{listed('quantities', 'pairs', 'denied')}\s+$")
