"""Which quantities of a text can be figures of the table, and why the others cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.page import Page, within
from indexing.extraction.wording import any_of
from indexing.reading.quantity.measures import is_measure
from indexing.records import Quantity, Span

_AGED = re.compile(
    r"\b(?:aged?|ages?|age of|turned)\s+(?:(?:of|from|between|over|under|above|below)\s+)?"
    r"(?:\d+\s+(?:and|to|or)\s+)?$"
    r"|\b(?:since|when|until)\s+(?:I|he|she|they|we)\s+(?:was|were|am|is|are)\s+$",
    re.IGNORECASE,
)
_AGED_GROUP = re.compile(
    rf"\b{any_of('people.aged')}\s+(?:under|over|above|below)\s+\w+$", re.IGNORECASE
)
_SPELT_AGE = re.compile(r"\b(?:under|over|above|below|past|aged|age of|than)\s+$", re.IGNORECASE)
_OLD = re.compile(r"[-\s]years?[-\s]olds?\b")
_APPOSED = re.compile(r"[^\W\d_][’'\w]*,\s$")
_ADDRESS = re.compile(r"[^\S\n]+[A-Z]\w*\s+[A-Z]\w*")
_OF_A_NUMBER = re.compile(r"\s+(?:of|out of)\s+(?:the\s+|its\s+)?\d")
_OF_TIME = re.compile(
    r"\s+(?:of|through)\s+(?:(?:the|a|an|its|their|our|this)\s+)?"
    r"(?:year|month|week|day|time|decade|morning)\b"
    r"|\s*(?:,\s*[a-z]+)*,?\s+(?:or|and|to)\s+[a-z]+\s+(?:years|months|weeks|days|hours)\b",
    re.IGNORECASE,
)
""" "A third of the year is over", "for three, six or twelve months"."""
_COUNTED = ("people", "facilities", "documents", "enterprises", "other")
_SOME = 3
"""From here on so many "of them" is a count, not just one or the other."""
_OLDEST = 110
_FEW = 12
"""Up to here a number in words without a noun is a pronoun or a clock time: "two of them"; and one
of areas tells where something is."""
_DELAY = re.compile(r"[^.;:,]*\b(?:for|back)\s*")
_DELAY_REACH = 50
_DEFINITE_REACH = 10


def no_figure(page: Page, quantity: Quantity) -> str | None:
    """Why a quantity can be no figure of the table; None where it can.

    Dates, ages and spans of time cannot, unless it is how long someone has owed; nor can a number
    word that takes up what is known ("the two policies").
    """
    if any(d.start < quantity.end and quantity.start < d.end for d in _dates(page, quantity)):
        return "part of a date"
    if _is_age(page, quantity):
        return "age"
    if _is_address(page, quantity):
        return "address"
    printed = _printed(page, quantity)
    if _is_measured(quantity, printed):
        return "length, weight or description"
    if page.cues.any("unrelated", quantity.start, quantity.end + 1):
        return "no business of social security"
    spelt = not any(char.isdigit() for char in printed)
    timed = page.cues.within("time_unit", quantity.start, quantity.end + len(" old"))
    mean = not spelt and quantity.value % 1 != 0  # "5.2 months"
    if not mean and any(cue.start < quantity.end for cue in timed):  # "53% năm 2009": begins behind
        return None if not spelt and _is_delay(page, quantity) else "span of time"
    if spelt and _OF_TIME.match(page.text, quantity.end):
        return "span of time"
    if spelt and _takes_up(page, quantity):
        return "takes up what is known"
    return None


def _takes_up(page: Page, quantity: Quantity) -> bool:
    """Whether a number in words counts nothing new: "one of them", "in four communes"."""
    if quantity.value == 1 and quantity.unit not in ("percent", "VND", "USD"):
        return True
    if quantity.bound == "over" and quantity.value < _SOME and quantity.unit in _COUNTED:
        return True  # "in two or more hospitals"
    if quantity.unit != "other":
        return False
    where = page.cues.any("areas", quantity.start, quantity.end + 1)
    if quantity.value <= _FEW and (where or quantity.unit_text is None):
        part = _OF_A_NUMBER.match(page.text, quantity.end)
        return part is None and (quantity.value < _SOME or not page.of_them(quantity.end))
    low = max(0, quantity.start - _DEFINITE_REACH)
    if quantity.unit_text is None and _SPELT_AGE.search(page.text, low, quantity.start):
        return True
    known = page.cues.within("definite", low, quantity.start)
    return bool(known) and not page.text[known[-1].end : quantity.start].strip()


def _is_measured(quantity: Quantity, printed: str) -> bool:
    """ "14 km", "a five-star hotel": a length or weight, or a number that only describes."""
    if quantity.unit != "other" or quantity.unit_text is None:
        return False
    return is_measure(quantity.unit_text) or printed.endswith(f"-{quantity.unit_text}")


def _is_age(page: Page, quantity: Quantity) -> bool:
    """ "Mr An, 58, said", "aged over 55", "children under six", "a 31-year-old"."""
    bare = quantity.unit == "other" and quantity.unit_text is None
    if quantity.value > _OLDEST or quantity.value != quantity.value.to_integral_value():
        return False
    if _OLD.match(page.text, quantity.end):
        return True
    before = page.text[max(0, quantity.start - 30) : quantity.start]
    if bare and (_AGED.search(before) or _AGED_GROUP.search(before + _printed(page, quantity))):
        return True
    named = any(p.end == quantity.start - 2 for p in within(page.places, 0, quantity.start)[-1:])
    closed = page.text[quantity.end : quantity.end + 1] in (",", ".", ")", "]", "”", '"')
    return bare and closed and not named and _APPOSED.search(before) is not None


def _is_address(page: Page, quantity: Quantity) -> bool:
    """ "12 Tran Hung Dao street": a number that a name follows counts nothing."""
    bare = quantity.unit == "other" and quantity.unit_text is None and quantity.value < 1000
    return bare and _ADDRESS.match(page.text, quantity.end) is not None


def _printed(page: Page, quantity: Quantity) -> str:
    return page.text[quantity.start : quantity.end]


def _dates(page: Page, quantity: Quantity) -> Sequence[Span]:
    return [Span(d.start, d.end) for d in within(page.periods, quantity.start - 60, quantity.end)]


def _is_delay(page: Page, quantity: Quantity) -> bool:
    after = page.cues.within("late", quantity.end, quantity.end + _DEFINITE_REACH)
    if after and not page.text[quantity.end : after[0].start].strip():
        return True
    before = page.cues.within("late", max(0, quantity.start - _DELAY_REACH), quantity.start)
    between = page.text[before[-1].end : quantity.start] if before else ""
    return _DELAY.fullmatch(between) is not None
