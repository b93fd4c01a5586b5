"""Which quantities of a text can be figures of the table, and why the others cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.reading.quantity.unit.measures import is_measure
from indexing.records import CURRENCIES, Quantity, Span

_AGED = re.compile(
    r"\b(?:aged?|ages?|age of|turned)\s+(?:(?:of|from|between|over|under|above|below)\s+)?"
    r"(?:\d+\s+(?:and|to|or)\s+)?$"
    r"|\b(?:since|when|until)\s+(?:I|he|she|they|we)\s+(?:was|were|am|is|are)\s+$",
    re.IGNORECASE,
)
_IS_OLD = re.compile(
    rf"\b(?:(?:who|he|she|I|{any_of('people.kin')})\s+(?:is|was|am)"
    r"|(?-i:[A-ZĐ][^\W\d_]*\s+){2,4}(?:is|was))\s+(?:(?:now|just|only|already|over|nearly)\s+)*$"
    rf"|\b{any_of('people.life')}\s+at\s+$",
    re.IGNORECASE,
)
""" "Mrs Lien, who is 71 and a teacher", "She retired at 55", "Hoang Thi Lien is 71"."""
_AGE_ENDS = re.compile(
    r"\s*(?:[,.;:)\]”\"]|$|and\s+(?:an?|has|had|is|was|retired|still|already)\b)"
)
_AGED_GROUP = re.compile(
    rf"\b{any_of('people.aged')}\s+(?:under|over|above|below)\s+\w+$", re.IGNORECASE
)
_OLDER = re.compile(r"\b(?:older|younger)\s+than\s+\S+$", re.IGNORECASE)
_AND_OVER = re.compile(
    rf"\b(?:{any_of('people.aged')}\s+of|aged?|from)\s+\d+"
    r"\s+(?:and|or)\s+(?:over|above|older|under|below|younger)$",
    re.IGNORECASE,
)
""" "Those of 75 and over"."""
_SPELT_AGE = re.compile(r"\b(?:under|over|above|below|past|aged|age of|than)\s+$", re.IGNORECASE)
_SPELT_AGES = re.compile(
    r"\b(?:are|is|were|was)\s+(?:[a-z]+ly\s+)?(?:between|over|under|above|below|past)\s+"
    r"[a-z-]+(?:\s+and\s+[a-z-]+)?$"
)
"""A number in words that is told of someone: "half are over forty-two"."""
_SPELT_REACH = 50
_OLD = re.compile(r"[-\s]years?[-\s]olds?\b")
_APPOSED = re.compile(r"[^\W\d_][’'\w]*(?<!est)(?<!\bmost)(?<!\bleast),\s$")
""" "Mr An, 58, said", but not "Ky Son had the fewest, 38"."""
_ADDRESS = re.compile(r"[^\S\n]+[A-Z]\w*\s+[A-Z]\w*")
_OF_A_NUMBER = re.compile(r"\s+(?:of|out of)\s+(?:the\s+|its\s+)?\d")
_OF_TIME = re.compile(
    r"\s+(?:of|through)\s+(?:(?:the|a|an|its|their|our|this)\s+)?"
    r"(?:year|month|week|day|time|decade|morning)\b"
    r"|\s*(?:,\s*[a-z]+)*,?\s+(?:or|and|to)\s+[a-z]+\s+(?:years|months|weeks|days|hours)\b",
    re.IGNORECASE,
)
""" "A third of the year is over", "for three, six or twelve months"."""
_RANGE = re.compile(r"\s*(?:-|\N{EN DASH}|to|or|đến)\s*", re.IGNORECASE)
_RANGE_REACH = 8
_COUNTED = ("people", "facilities", "documents", "enterprises", "other")
_SOME = 3
"""From here on so many "of them" is a count, not just one or the other."""
_OLDEST = 110
_IS_REACH = 12
"""Characters between a name and a figure that "is" tells of it."""
_FEW = 12
"""Up to here a number in words without a noun is a pronoun or a clock time: "two of them"."""
_FEW_THINGS = 3
"""Up to here a number of things in words is told in passing: "two boats were lost"."""
_TURNS = ("times", "lần")
_FEW_AREAS = 8
"""Up to here a number of areas in words tells where something is: "in four communes"."""
_PART_OF = re.compile(
    r"\b(?:of|among)\s+(?:which|whom|them|these|those),?\s+$"
    r"|^\W*(?:of|among|out of)\s+(?:the\s+)?[\d.,]+\s[^;:.]{0,80},\s+$",
    re.IGNORECASE,
)
"""Before a number: it is some of those just counted, "Of the 11 districts, nine"."""
_DELAY = re.compile(r"[^.;:,]*\b(?:for|back)\s*")
_DELAY_REACH = 50
_LASTING = re.compile(
    rf"\b{any_of('debts.lasting', 'debts.counted_back')}\s+(?:the\s+)?(?:[a-z]+\s+)?$"
    r"|\d\s*(?:-|to|and|or)\s*$",
    re.IGNORECASE,
)
"""Before a number of months: a span in which something was done, or a class of debts."""
_ONWARDS = re.compile(rf"\s*{any_of('debts.onwards')}", re.IGNORECASE)
_LASTING_REACH = 25
_MONTHS = ("month", "months", "tháng")
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
    end = _range_end(page, quantity)
    timed = page.cues.within("time_unit", quantity.start, end + len(" old"))
    mean = not spelt and quantity.value % 1 != 0  # "5.2 months"
    share = quantity.unit == "percent"  # "three quarters of them"
    named = any(cue.start < end for cue in timed)  # in "53% năm 2009" it begins behind
    if named and not (mean or share):
        return None if not spelt and _is_delay(page, quantity) else "span of time"
    if spelt and _OF_TIME.match(page.text, quantity.end):
        return "span of time"
    if spelt and _takes_up(page, quantity):
        return "takes up what is known"
    return None


def _range_end(page: Page, quantity: Quantity) -> int:
    """Where the range ends that a number opens, "6 to 12 months", else where it ends itself."""
    for other in within(page.quantities, quantity.end, quantity.end + _RANGE_REACH)[:1]:
        alike = quantity.unit_text == other.unit_text
        if alike and _RANGE.fullmatch(page.text, quantity.end, other.start):
            return other.end
    return quantity.end


def _takes_up(page: Page, quantity: Quantity) -> bool:
    """Whether a number in words counts nothing new: "one of them", "in four communes"."""
    if quantity.value == 1 and quantity.unit not in ("percent", "VND", "USD"):
        return True
    if quantity.bound == "over" and quantity.value < _SOME and quantity.unit in _COUNTED:
        return True  # "in two or more hospitals"
    if quantity.unit != "other":
        return False
    if quantity.value <= _most_in_passing(page, quantity):
        return not _is_some(page, quantity)
    low = max(0, quantity.start - _DEFINITE_REACH)
    if quantity.unit_text is None and _SPELT_AGE.search(page.text, low, quantity.start):
        return True
    known = page.cues.within("definite", low, quantity.start)
    return bool(known) and not page.text[known[-1].end : quantity.start].strip()


def _most_in_passing(page: Page, quantity: Quantity) -> int:
    """Up to which number its words tell of things in passing, and count none."""
    if quantity.unit_text is None:
        return _FEW
    if any(page.cues.any(kind, quantity.start, quantity.end + 1) for kind in ("areas", "items")):
        return _FEW_AREAS
    return 0 if quantity.unit_text.casefold() in _TURNS else _FEW_THINGS


def _is_some(page: Page, quantity: Quantity) -> bool:
    """Whether a small number is some of what is counted: "two of the 11", "of which nine"."""
    if _OF_A_NUMBER.match(page.text, quantity.end):
        return True
    sentence = page.sentence_at(quantity.start)
    part = _PART_OF.search(page.text[sentence.start : quantity.start]) is not None
    return quantity.value >= _SOME and (part or page.of_them(quantity.end))


def _is_measured(quantity: Quantity, printed: str) -> bool:
    """ "14 km", "a five-star hotel": a length or weight, or a number that only describes."""
    if quantity.unit != "other" or quantity.unit_text is None:
        return False
    return is_measure(quantity.unit_text) or printed.endswith(f"-{quantity.unit_text}")


def _is_age(page: Page, quantity: Quantity) -> bool:
    """ "Mr An, 58, said", "aged over 55", "children under six", "a 31-year-old"."""
    if quantity.value > _OLDEST or quantity.value != quantity.value.to_integral_value():
        return False
    if _OLD.match(page.text, quantity.end):
        return True
    before = page.text[max(0, quantity.start - 30) : quantity.start]
    whole = before + _printed(page, quantity)
    if quantity.unit_text is None and _OLDER.search(whole):
        return True
    aged = _AGED.search(before) or _AGED_GROUP.search(whole) or _AND_OVER.search(whole)
    if quantity.is_bare and aged:
        return True
    low = max(0, quantity.end - _SPELT_REACH)
    if quantity.unit_text is None and _SPELT_AGES.search(page.text[low : quantity.end]):
        return True
    if not quantity.is_bare or not _AGE_ENDS.match(page.text, quantity.end):
        return False
    places = within(page.places, 0, quantity.start)[-1:]
    if _APPOSED.search(before):
        return not any(place.end == quantity.start - 2 for place in places)
    near = any(place.end > quantity.start - _IS_REACH for place in places)
    return _IS_OLD.search(before) is not None and not near


def _is_address(page: Page, quantity: Quantity) -> bool:
    """ "12 Tran Hung Dao street": a number that a name follows counts nothing."""
    bare = quantity.is_bare and quantity.value < 1000
    return bare and _ADDRESS.match(page.text, quantity.end) is not None


def _printed(page: Page, quantity: Quantity) -> str:
    return page.text[quantity.start : quantity.end]


def _dates(page: Page, quantity: Quantity) -> Sequence[Span]:
    return [Span(d.start, d.end) for d in within(page.periods, quantity.start - 60, quantity.end)]


def _is_delay(page: Page, quantity: Quantity) -> bool:
    after = page.cues.within("late", quantity.end, quantity.end + _LASTING_REACH)
    if after and not page.text[quantity.end : after[0].start].strip():
        return True
    before = page.cues.within("late", max(0, quantity.start - _DELAY_REACH), quantity.start)
    between = page.text[before[-1].end : quantity.start] if before else ""
    return _DELAY.fullmatch(between) is not None or _is_told_of_debt(page, quantity)


def _is_told_of_debt(page: Page, quantity: Quantity) -> bool:
    """Whether a sentence about debts tells so many months of one: "Hoa Mai (4 months, 287 workers,
    VND2 billion)"; a span such as "in 9 months" is none, nor is the class "from 3 months on"."""
    sentence = page.sentence_at(quantity.start)
    months = (quantity.unit_text or "").casefold() in _MONTHS and quantity.bound == "exact"
    if not months or not page.cues.any("late", sentence.start, sentence.end):
        return False
    low = max(sentence.start, quantity.start - _LASTING_REACH)
    spans = _LASTING.search(page.text, low, quantity.start) or _ONWARDS.match(
        page.text, quantity.end
    )
    sums = within(page.quantities, sentence.start, sentence.end)
    return not spans and any(one.unit in CURRENCIES for one in sums)
