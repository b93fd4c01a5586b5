"""Quantities of a text: value, unit, bound and direction, where they stand.

What is left out: document, project, article and telephone numbers, dates, clock times and years,
list and citation numbers, ordinals, codes such as COVID-19, numbers of names (Route 66), scores and
odds (3-1, 16:9, "2-for-1", "voted 241 to 196"), vague counts ("dozens", "hundreds of", "a few").
Where a text leaves room:

- Values are positive; a sign or a falling verb is told by `direction`.
- A share in words or as a small fraction is in per cent: "half" is 50, "two thirds" 66.6667,
  "one in five" 20.  A fraction of a unit is a number of it: "half a mile" is 0.5.
- "217m" is 217 million where people or the like are counted around it, else metres.
- Prices move in halves of halves: "fell 7/32" is 0.21875.
- One of a unit is told by its article where a bound or a half says so: "under an hour" is 1,
  "a mile and a half" 1.5.
- "threefold" is 3; "doubled" and "twice" name no number.
- The ends of a range share unit and scale: in "20-25 million people" both are millions of people.
- An amount in brackets behind one of another currency is the same amount: bound and direction
  hold for both.  A percentage there takes the direction only.
- `unit_text` is the head noun alone; the span reaches over its modifiers.  A measure keeps what it
  is per ("barrels a day"), a price does not ("$5" of "$5 a share").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from indexing.reading.language import detect_language
from indexing.reading.period.periods import Timeline, sighted
from indexing.reading.quantity.articled import find_articled
from indexing.reading.quantity.context import inherited, worded
from indexing.reading.quantity.figure_words import bound_behind
from indexing.reading.quantity.lookalikes.labels import labelled, without_labels
from indexing.reading.quantity.lookalikes.masks import blank
from indexing.reading.quantity.number.affixes import in_code, is_a_letter, makes_code, sign_of
from indexing.reading.quantity.number.in_words import find_word_numbers
from indexing.reading.quantity.number.numerals import (
    NUMERAL,
    fraction_behind,
    has_decimal_comma,
    numeral_value,
    power_behind,
)
from indexing.reading.quantity.number.scales import Scale, scale_behind
from indexing.reading.quantity.number.word_values import WordNumber
from indexing.reading.quantity.pairs import combined
from indexing.reading.quantity.raw import RawQuantity
from indexing.reading.quantity.unit.counted import (
    Counted,
    measured_behind,
    money_behind,
    noun_behind,
    percent_behind,
)
from indexing.reading.quantity.unit.currencies import currency_of, currency_signs
from indexing.reading.quantity.unit.measures import told_in_parts
from indexing.reading.view import View, view_of
from indexing.records import SHARES, Bound, Quantity, Unit

_JOINED = re.compile(r"-(?!\s)")
"""In "two- and five-year notes" a blank follows."""
_OF_A = re.compile(r"\s+of\s+an?(?=\s)")
_CENTS = 100
_TELLING = 6
"""From so many words on, a paragraph without marks tells its language: "dong" alone does not."""


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of `text`, sorted by start, none overlapping; ages and lengths included.

    `text[start:end]` is the figure as printed, with its bound and unit words.  Any Unicode text
    will do; offsets count its code points.
    """
    told = sighted(text)
    return _read(told.view, told.seen, told.spans)


def unit_of_noun(noun: str) -> Unit:
    """What a number before `noun` counts: `people` for "farm workers", `other` for the unknown."""
    told = _counted(view_of(f" {noun}").seen, 0, scaled=False, single=False)
    return told.unit if told else "other"


def quantities_beside(timeline: Timeline) -> list[Quantity]:
    """As `find_quantities`, for a text whose expressions of time are known."""
    return _read(timeline.view, timeline.seen, timeline.spans)


def _read(view: View, coded: str, times: Sequence[tuple[int, int]]) -> list[Quantity]:
    seen = without_labels(view, blank(coded, times))
    raws = combined(seen, sorted(_drafts(view, seen), key=lambda d: d.start))
    return [_quantity(view, raw) for raw in inherited(seen, worded(seen, raws))]


# --- numbers with their units ------------------------------------------------------------------


class _Told(NamedTuple):
    """What is told to be counted, and the bound that stands before it: "40 or so guests"."""

    counted: Counted | None
    bound: Bound = "exact"

    @property
    def name(self) -> Unit:
        return self.counted.unit if self.counted else "other"


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<number>(?:(?<![^\s(\x01])\.(?=[0-9]))?{NUMERAL})"
        rf"|(?<![$.])(?P<currency>{currency_signs()})\s*(?P<money>{NUMERAL}))"
    )


def _drafts(view: View, seen: str) -> Iterator[RawQuantity]:
    told = has_decimal_comma(seen)
    taken = 0
    words = find_word_numbers(seen)
    for match in _numeral().finditer(seen):
        if match.start() < taken:
            continue
        doubtful = told is None and ("," in match[0] or "." in match[0])
        comma = _comma_by_language(view, match.start()) if doubtful else told
        if raw := _in_digits(view, seen, match, comma):
            taken = raw.end
            yield raw
    for number in words:
        if raw := _in_words(seen, number):
            yield raw
    yield from find_articled(seen)


def _comma_by_language(view: View, at: int) -> bool | None:
    """Whether decimals take a comma by the language of the paragraph at `at` of the view."""
    start, _ = view.original(at, at + 1)
    first, last = view.text.rfind("\n\n", 0, start), view.text.find("\n\n", start)
    return _comma_in(view.text[max(first, 0) : last if last >= 0 else None])


@lru_cache(maxsize=64)
def _comma_in(paragraph: str) -> bool | None:
    few = paragraph.isascii() and len(paragraph.split()) < _TELLING
    return None if few or detect_language(paragraph) != "vi" else True


def _in_digits(
    view: View, seen: str, match: re.Match[str], comma: bool | None
) -> RawQuantity | None:
    currency = match["currency"]
    start, end = match.span("money" if currency else "number")
    if not currency and in_code(view, seen, start, end):
        return None
    numeral = seen[start:end]
    cents = currency is not None and numeral[-3:-2] == "."  # "$6.41 1/2"
    fraction = fraction_behind(seen, end) if cents or "." not in numeral else None
    end = fraction[1] if fraction else end
    scale, between = _scaled(seen, end, currency is not None)
    if "10" in seen[start : end + 6] and (power := power_behind(seen, end)):
        scale = Scale(*power, False)
    if currency:
        sign = Counted(currency_of(currency), match.start(), match.end("currency"))
        unit = _Told(sign._replace(known=sign.unit == "VND"))
    else:
        single = numeral == "1" and scale.factor == 1
        unit = _unit(seen, scale, single, numeral.startswith(("0.", ".")))
        if unit.counted and unit.counted.start > scale.end and is_a_letter(view, unit.counted):
            unit = _Told(None)
    counted = unit.counted
    stop = max(scale.end, counted.end if counted else 0)
    if stop == end and end < len(seen) and (seen[end].isalnum() or seen[end] in "_\0"):
        return None
    if makes_code(view, seen, end, counted):
        return None
    known = counted is not None and counted.known
    if len(numeral) > 1 and numeral[0] == "0" and numeral.isdigit() and not known:
        return None
    european = (counted is not None and counted.vietnamese) or scale.vietnamese
    fine = unit.name in ("percent", "percentage_points", "USD") or (counted and counted.parts)
    whole = scale.factor == 1 and not fine and known
    number = numeral_value(numeral, european if comma is None else comma, whole)
    if number is None:
        return None
    if fraction:
        number += fraction[0] / _CENTS if cents else fraction[0]
    begin, way = sign_of(seen, match.start())
    bound = between if unit.bound == "exact" else unit.bound
    return RawQuantity(
        number, scale.factor, unit.name, counted, begin, stop, end, bound=bound, direction=way
    )


def _scaled(seen: str, end: int, money: bool) -> tuple[Scale, Bound]:
    """The scale behind a number, and the bound that stands before it: "$400-plus billion"."""
    scale = scale_behind(seen, end, money)
    if scale.factor == 1 and seen[end : end + 1] in "-+" and (bound := bound_behind(seen, end)):
        further = scale_behind(seen, bound[1], money)
        if further.factor > 1:
            return further, bound[0]
    return scale, "exact"


def _unit(seen: str, scale: Scale, single: bool, part: bool = False) -> _Told:
    """What a number counts behind its scale, and the bound that stands between.

    A `part` may be one "of a percentage point".
    """
    end = scale.end
    if part and (of := _OF_A.match(seen, end)):
        told = percent_behind(seen, of.end()) or measured_behind(seen, of.end())
        if told is None and told_in_parts(seen, of.end() + 1):
            told = noun_behind(seen, of.end(), True)  # "0.04 of a point"
        if told:
            return _Told(told)
    counted = _counted(seen, end, scale.factor > 1, single)
    bound = bound_behind(seen, end) if counted is None else None
    if bound and (counted := noun_behind(seen, bound[1], False)):
        return _Told(counted, bound[0])
    return _Told(counted)


def _counted(seen: str, end: int, scaled: bool, single: bool) -> Counted | None:
    return (
        percent_behind(seen, end)
        or money_behind(seen, end, scaled)
        or measured_behind(seen, end)
        or noun_behind(seen, end, single)
    )


def _in_words(seen: str, number: WordNumber) -> RawQuantity | None:
    end = number.end
    if number.share:
        return RawQuantity(
            number.value, Decimal(1), "percent", None, number.start, end, end, True, True
        )
    unscaled: tuple[Scale, Bound] = Scale(Decimal(1), end, False), "exact"
    scale, between = unscaled if number.scaled else _scaled(seen, end, False)
    single = number.value <= 1
    unit = _unit(seen, scale, single)
    counted = unit.counted
    joined = scale.end == end and _JOINED.match(seen, end) is not None
    known = counted is not None and counted.known
    if joined and (counted is None or (single and not (known and unit.name in ("other", *SHARES)))):
        return None
    if number.value == 0 and not known and not seen.endswith("from ", 0, number.start):
        return None
    before = seen[max(0, number.start - 2) : number.start]
    if (before.endswith("-") and before[0].isalpha()) or labelled(seen, number.start):
        return None
    stop = max(scale.end, counted.end if counted else 0)
    return RawQuantity(
        number.value, scale.factor, unit.name, counted, number.start, stop, end, True,
        bound=between if unit.bound == "exact" else unit.bound,
    )  # fmt: skip


def _quantity(view: View, raw: RawQuantity) -> Quantity:
    start, end = view.original(raw.start, raw.end)
    unit_text = None
    if raw.counted:
        first, last = view.original(raw.counted.start, raw.counted.end)
        unit_text = view.text[first:last]
    return Quantity(
        plain_value(raw.value), raw.unit, unit_text, raw.bound, raw.direction, start, end
    )


def plain_value(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent."""
    value = value.normalize()
    return Decimal(f"{value:f}")
