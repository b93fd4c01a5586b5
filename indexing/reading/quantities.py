"""Quantities of a text: value, unit, bound and direction, where they stand.

What is left out: document, project, article and telephone numbers, dates, clock times and years,
list and citation numbers, ordinals, codes such as COVID-19.  Decisions where a text leaves room:

- Values are positive; a sign or a falling verb is told by `direction`.
- A share in words or as a small fraction is in per cent: "half" is 50, "two thirds" 66.6667,
  "one in five" 20.
- The ends of a range share unit and scale: in "20-25 million people" both are millions of people.
- An amount in brackets behind one of another currency is the same amount: bound and direction
  hold for both.  A percentage there takes the direction only.
- `unit_text` is the head noun alone; the span reaches over its modifiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import cast

from indexing.reading.counted import (
    Counted,
    Scale,
    currency_behind,
    noun_behind,
    percent_behind,
    scale_behind,
)
from indexing.reading.figure_words import direction, limits
from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.reading.masks import blank, without_codes, without_labels
from indexing.reading.number_words import WordNumber, find_word_numbers
from indexing.reading.numerals import NUMERAL, has_decimal_comma, numeral_value
from indexing.reading.periods import time_spans
from indexing.reading.view import View, view_of
from indexing.records import Bound, Direction, Quantity, Unit

_MONEY = ("VND", "USD")
_MOST_FRACTION = 10
_MOST_RATIO = 100


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quantity being read; offsets in the view."""

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
        return self.number * self.factor


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of `text`, sorted by start, none overlapping; ages and lengths included.

    `text[start:end]` is the figure as printed, with its bound and unit words.  Any Unicode text
    will do; offsets count its code points.
    """
    view = view_of(text)
    coded = without_codes(view)
    seen = without_labels(blank(coded, time_spans(view, coded)))
    drafts = _combined(seen, sorted(_drafts(view, seen), key=lambda d: d.start))
    return [_quantity(view, draft) for draft in _inherited(seen, _worded(seen, drafts))]


# --- numbers with their units ------------------------------------------------------------------


@cache
def _numeral() -> re.Pattern[str]:
    before = table("quantities")["currencies"]["before"]
    currencies = pattern([w for words in before.values() for w in words], whole=False)
    return re.compile(
        rf"(?<![\w$.])(?:(?P<currency>{currencies})\s*)(?P<money>{NUMERAL})"
        rf"|(?<![\w])(?P<number>{NUMERAL})"
    )


@cache
def _currencies() -> dict[str, str]:
    return lookup(table("quantities")["currencies"]["before"])


def _drafts(view: View, seen: str) -> Iterator[_Draft]:
    comma = has_decimal_comma(seen)
    taken = 0
    words = find_word_numbers(seen)
    for match in _numeral().finditer(seen):
        if match.start() >= taken and (draft := _in_digits(view, seen, match, comma)):
            taken = draft.end
            yield draft
    for number in words:
        if draft := _in_words(seen, number):
            yield draft


def _in_digits(view: View, seen: str, match: re.Match[str], comma: bool | None) -> _Draft | None:
    currency = match["currency"]
    group = "money" if currency else "number"
    start, end = match.span(group)
    if not currency and _glued(view, seen, start):
        return None
    numeral = match[group]
    scale = scale_behind(seen, end, money=currency is not None)
    unit, counted = _unit(seen, scale.end, numeral == "1", currency, match.start())
    stop = max(scale.end, counted.end if counted else 0)
    if stop == end and end < len(seen) and (seen[end].isalnum() or seen[end] in "_\0"):
        return None
    coded = len(numeral) > 1 and numeral[0] == "0" and numeral.isdigit()
    if coded and (counted is None or not counted.known):
        return None
    european = (counted is not None and counted.vietnamese) or scale.vietnamese
    whole = (
        scale.factor == 1
        and unit not in ("percent", "percentage_points", "USD")
        and (counted is not None and counted.known)
    )
    number = numeral_value(numeral, european if comma is None else comma, whole)
    if number is None:
        return None
    signed, way = _sign(view, seen, start, currency is not None)
    begin = match.start() if currency else signed
    return _Draft(number, scale.factor, unit, counted, begin, stop, end, direction=way)


def _unit(
    seen: str, end: int, single: bool, currency: str | None, start: int
) -> tuple[Unit, Counted | None]:
    """The unit of a number whose scale ends at `end`, and the words that say it."""
    if currency:
        unit = cast(Unit, _currencies()[squeezed(currency)])
        return unit, Counted(unit, start, start + len(currency), known=unit == "VND")
    counted = (
        percent_behind(seen, end) or currency_behind(seen, end) or noun_behind(seen, end, single)
    )
    return (counted.unit, counted) if counted else ("other", None)


def _glued(view: View, seen: str, start: int) -> bool:
    """The number is the tail of a code: "covid-19", "g-20", "[x]/19"."""
    if start < 2:
        return False
    mark, before = seen[start - 1], seen[start - 2]
    hyphen = mark == "-" and view.text[view.original(start - 1, start)[0]] in "-\u2010\u2011"
    return (hyphen or mark in "/." or mark == "\0") and (
        before.isalpha() or before == "\0" or mark == "\0"
    )


def _sign(view: View, seen: str, start: int, money: bool) -> tuple[int, Direction | None]:
    """Where a signed number begins and which way the sign points; a dash at a line's head is none."""
    if money or start == 0 or seen[start - 1] not in "+-":
        return start, None
    line = seen[seen.rfind("\n", 0, start) + 1 : start - 1]
    if not line.strip() or line[-1] not in " \u00a0(|":
        return start, None
    return start - 1, "down" if seen[start - 1] == "-" else "up"


def _in_words(seen: str, number: WordNumber) -> _Draft | None:
    end = number.end
    if number.share:
        return _Draft(number.value, Decimal(1), "percent", None, number.start, end, end, True, True)
    scale = Scale(Decimal(1), end, False)
    if not number.scaled:
        scale = scale_behind(seen, end, money=False)
    unit, counted = _unit(seen, scale.end, number.value == 1, None, number.start)
    hyphened = end < len(seen) and seen[end] == "-"
    if (hyphened or number.value == 0) and (counted is None or not counted.known):
        return None
    if number.start and seen[number.start - 1] == "-" and seen[: number.start - 1][-1:].isalpha():
        return None
    stop = max(scale.end, counted.end if counted else 0)
    return _Draft(number.value, scale.factor, unit, counted, number.start, stop, end, True)


# --- numbers that belong together --------------------------------------------------------------


def _combined(seen: str, drafts: list[_Draft]) -> list[_Draft]:
    """Ranges, ratios, fractions and sums, each made of two neighbours; overlaps dropped."""
    kept: list[_Draft] = []
    for draft in drafts:
        if kept and draft.start < kept[-1].end:
            continue
        if kept:
            pair = _pair(seen, kept[-1], draft)
            if pair is not None:
                kept[-1:] = pair
                continue
        kept.append(draft)
    return [d for d in kept if not _loose_one(seen, d)]


def _loose_one(seen: str, draft: _Draft) -> bool:
    """Nothing is counted: "one" as a pronoun, or denied ("not one hospital")."""
    if not draft.in_words or draft.value != 1 or draft.share:
        return False
    denied = re.search(r"(?<!\w)(?:not|no)\s+$", seen[max(0, draft.start - 5) : draft.start])
    return draft.counted is None or not draft.counted.known or denied is not None


_OF = re.compile(r"\s+(?:of|số|dân|tổng)(?!\w)")
_RANGE = re.compile(r"\s?-\s?|\s+(?:to|đến|tới|den)\s+(?:\S+\s+){0,2}?|\s+and\s+(?:\S+\s+){0,2}?")


def _pair(seen: str, one: _Draft, two: _Draft) -> list[_Draft] | None:
    """What two neighbours make together, or None where they stand for themselves."""
    gap = seen[one.end : two.start]
    if len(gap) > 24:
        return None
    bare = one.end == one.number_end and one.unit == "other"
    if gap == "/" and bare and not one.in_words:
        if one.number < two.number <= _MOST_FRACTION and _OF.match(seen, two.number_end):
            return [_share(one, two)]
        return [_carried(one, two, scale=False), two]
    if bare and _is_ratio(gap, one, two):
        return [_share(one, two)]
    if gap.isspace() and one.counted is None and 1 < two.factor < one.factor:
        total = one.value + two.value
        return [replace(two, number=total, factor=Decimal(1), start=one.start)]
    if not _is_range(seen, gap, one):
        return None
    if (
        bare
        and two.unit == "other"
        and two.counted is None
        and gap == "-"
        and one.number > two.number
    ):
        return []
    return [_carried(one, two, scale=True), _money_carried(one, two)]


def _is_range(seen: str, gap: str, one: _Draft) -> bool:
    if not _RANGE.fullmatch(gap):
        return False
    led = seen[max(0, one.start - 24) : one.start]
    if "and" in gap.split():
        return re.search(r"(?<!\w)between\s+(?:\S+\s+){0,2}$", led) is not None
    return True


def _is_ratio(gap: str, one: _Draft, two: _Draft) -> bool:
    if one.number >= two.number or two.factor != 1 or two.number > _MOST_RATIO:
        return False
    if two.unit not in ("other", "people") or two.number != two.number.to_integral_value():
        return False
    words = gap.split()
    if words == ["in"] or words == ["in", "every"]:
        return one.number == 1
    return words[:2] == ["out", "of"] and two.number in (10, 100) and len(words) <= 3


def _share(one: _Draft, two: _Draft) -> _Draft:
    value = one.number * 100 / two.number
    whole = value == value.to_integral_value()
    value = value.to_integral_value() if whole else value.quantize(Decimal("0.0001"))
    return _Draft(
        value, Decimal(1), "percent", None, one.start, two.number_end, two.number_end, True, True
    )


def _carried(one: _Draft, two: _Draft, scale: bool) -> _Draft:
    """`one` with the unit, and in a range the scale, that only `two` says."""
    if scale and one.factor == 1 and one.end == one.number_end and one.number < two.number:
        one = replace(one, factor=two.factor)
    if one.counted is None and one.unit == "other":
        one = replace(one, unit=two.unit, counted=two.counted)
    return one


def _money_carried(one: _Draft, two: _Draft) -> _Draft:
    """`two` with the currency that stands before `one` only: "VND20-25 billion"."""
    if one.counted and two.counted is None and one.counted.end <= one.number_end:
        return replace(two, unit=one.unit, counted=one.counted)
    return two


# --- the words around --------------------------------------------------------------------------


def _worded(seen: str, drafts: list[_Draft]) -> list[_Draft]:
    """Each draft with its bound and direction."""
    worded: list[_Draft] = []
    floor = 0
    for draft in drafts:
        found = limits(seen, draft.start, draft.end, floor, draft.in_words)
        way = draft.direction or direction(seen, found.start, found.end, floor)
        worded.append(
            replace(draft, bound=found.bound, start=found.start, end=found.end, direction=way)
        )
        floor = found.end
    return worded


_OR = re.compile(r"\s*,?\s*(?:or|hoặc)\s+|[^.;:,0-9\n]{0,48}\band\s+by\s+")


def _inherited(seen: str, drafts: list[_Draft]) -> list[_Draft]:
    """What a figure takes from the one before: "over VND38 billion (US$1.56 million)"."""
    done: list[_Draft] = []
    for draft in drafts:
        if done:
            head = done[-1]
            gap = seen[head.end : draft.start]
            if gap.strip() == "(" and draft.bound == "exact":
                same = head.unit in _MONEY and draft.unit in _MONEY and head.unit != draft.unit
                draft = replace(
                    draft,
                    bound=head.bound if same else "exact",
                    direction=draft.direction
                    or (head.direction if same or draft.unit == "percent" else None),
                )
            elif draft.direction is None and _OR.fullmatch(gap):
                draft = replace(draft, direction=head.direction)
        done.append(draft)
    return done


def _quantity(view: View, draft: _Draft) -> Quantity:
    start, end = view.original(draft.start, draft.end)
    unit_text = None
    if draft.counted:
        first, last = view.original(draft.counted.start, draft.counted.end)
        unit_text = view.text[first:last]
    return Quantity(
        _plain(draft.value), draft.unit, unit_text, draft.bound, draft.direction, start, end
    )


def _plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent."""
    value = value.normalize()
    return value if value.as_tuple().exponent <= 0 else value.quantize(Decimal(1))  # type: ignore[operator]
