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
from dataclasses import replace
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
from indexing.reading.quantity_pairs import Draft, combined
from indexing.reading.view import View, view_of
from indexing.records import Direction, Quantity, Unit

_MONEY = ("VND", "USD")


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of `text`, sorted by start, none overlapping; ages and lengths included.

    `text[start:end]` is the figure as printed, with its bound and unit words.  Any Unicode text
    will do; offsets count its code points.
    """
    view = view_of(text)
    coded = without_codes(view)
    seen = without_labels(blank(coded, time_spans(view, coded)))
    drafts = combined(seen, sorted(_drafts(view, seen), key=lambda d: d.start))
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


def _drafts(view: View, seen: str) -> Iterator[Draft]:
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


def _in_digits(view: View, seen: str, match: re.Match[str], comma: bool | None) -> Draft | None:
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
    return Draft(number, scale.factor, unit, counted, begin, stop, end, direction=way)


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
    """Where a signed number begins and which way it points; a dash at a line's head is none."""
    if money or start == 0 or seen[start - 1] not in "+-":
        return start, None
    line = seen[seen.rfind("\n", 0, start) + 1 : start - 1]
    if not line.strip() or line[-1] not in " \u00a0(|":
        return start, None
    return start - 1, "down" if seen[start - 1] == "-" else "up"


def _in_words(seen: str, number: WordNumber) -> Draft | None:
    end = number.end
    if number.share:
        return Draft(number.value, Decimal(1), "percent", None, number.start, end, end, True, True)
    scale = Scale(Decimal(1), end, False)
    if not number.scaled:
        scale = scale_behind(seen, end, money=False)
    unit, counted = _unit(seen, scale.end, number.value == 1, None, number.start)
    hyphened = end < len(seen) and seen[end] == "-"
    known = counted is not None and counted.known
    if (hyphened and (number.value == 1 or not known)) or (number.value == 0 and not known):
        return None
    before = seen[max(0, number.start - 2) : number.start]
    if before.endswith("-") and before[0].isalpha():
        return None
    stop = max(scale.end, counted.end if counted else 0)
    return Draft(number.value, scale.factor, unit, counted, number.start, stop, end, True)


# --- the words around --------------------------------------------------------------------------


def _worded(seen: str, drafts: list[Draft]) -> list[Draft]:
    """Each draft with its bound and direction."""
    worded: list[Draft] = []
    floor = 0
    for draft in drafts:
        found = limits(seen, draft.start, draft.end, floor, draft.in_words)
        way = draft.direction or direction(seen, found.start, found.end, floor)
        worded.append(
            replace(draft, bound=found.bound, start=found.start, end=found.end, direction=way)
        )
        floor = found.end
    return worded


def _inherited(seen: str, drafts: list[Draft]) -> list[Draft]:
    """What a figure takes from the one before: "over VND38 billion (US$1.56 million)"."""
    done: list[Draft] = []
    for draft in drafts:
        done.append(_heir(seen, done[-1], draft) if done else draft)
    return done


def _heir(seen: str, head: Draft, draft: Draft) -> Draft:
    """`draft` with the bound and direction that `head`, the figure before it, gives it."""
    gap = seen[head.end : draft.start]
    way = draft.direction or head.direction
    if gap.strip() == "(" and draft.bound == "exact":
        if head.unit in _MONEY and draft.unit in _MONEY and head.unit != draft.unit:
            return replace(draft, bound=head.bound, direction=way)
        return replace(draft, direction=way) if draft.unit == "percent" else draft
    return replace(draft, direction=way) if _also().fullmatch(gap) else draft


@cache
def _also() -> re.Pattern[str]:
    """Between two figures of one change: "by VND121 billion, or 1.44 per cent"."""
    words = table("quantities")["pairs"]
    return re.compile(
        rf"\s*,?\s*{pattern(words['or'])}\s+|[^.;:,0-9\n]{{0,48}}{pattern(words['and_by'])}\s+"
        rf"|,?\s+(?:and\s+)?{pattern(words['that_of'])}\s[^.;:,0-9\n]{{0,48}}\bby\s+"
    )


def _quantity(view: View, draft: Draft) -> Quantity:
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
