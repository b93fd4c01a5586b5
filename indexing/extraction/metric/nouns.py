"""What a bare number counts, by the noun told with it or by those counted before whom it is of."""

from __future__ import annotations

import re
from collections.abc import Set

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import UNCOUNTED, Quantity, Unit

_NUMBER_OF = re.compile(
    r"\b(?:number|numbers|total) of ((?:[^\W\d]+[ -]){0,3}[^\W\d]+)", re.IGNORECASE
)
_OF_NOUN = re.compile(
    r"\s+of\s+(?:the|its|their|all|our)\s+(?!former|latter|first|second)"
    r"((?:[^\W\d]+[ -]){0,2}[^\W\d]+)",
    re.IGNORECASE,
)
_HOLD = re.compile(
    rf"\s+{any_of('people.have')}\s+(?:a|an|their|one|such a)\s+(?:[^\W\d]+\s+){{0,3}}"
    rf"{any_of('people.papers')}\b",
    re.IGNORECASE,
)
"""Behind a bare number: they are people who have one, not what they have."""
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom)\b", re.IGNORECASE)
"""Behind a figure; "of which" may take up inspections as well as people, so it tells no unit."""
_WHO_BEHIND = re.compile(r"\s+who\b")
_OF_WHOM = re.compile(r"\b(?:of|among)\s+whom,?\s+$", re.IGNORECASE)
_OUT_OF_THEM = re.compile(r"\b(?:of|among)\s+(?:them|these|those),?\s+$", re.IGNORECASE)
COUNTED = frozenset({"people", "enterprises", "cards", "facilities", "visits", "documents"})
"""Units of those who can be told of as "them" and be one by one something else."""
_OPENING = re.compile(
    r"\W*(?:[^;:]*[;:]\s+)?(?:more than half of|most of|half of|of|out of|among)\s+"
    r"(?:the\s+|its\s+|all\s+|these\s+)*(?P<head>\w[^;:]*?),\s+(?:namely\s+|only\s+|just\s+)?",
    re.IGNORECASE,
)
"""Before a figure: what it is a part of."""
_OPENS = re.compile(
    r"(?:^|[.!?]\s+|\n|,\s+(?:and|but|while)\s+)(?:(?:only|just)\s+)?$", re.IGNORECASE
)
_OPENS_CLAUSE = re.compile(rf"{_OPENS.pattern}|[:;]\s+(?:(?:only|just)\s+)?$", re.IGNORECASE)
_PEOPLE: frozenset[Unit] = frozenset({"people", "enterprises"})
_THINGS: frozenset[Unit] = frozenset({"facilities", "documents", "cards", "books", "accounts"})
"""Units of those who can be the subject of what is told next."""
_OF_SOME = re.compile(r"\s+(?:out\s+)?of\s+(?!th[eo][ms])(?:(?!and\b)[\w’'-]+\s+){0,4}")
_VERB = re.compile(rf"\s+{any_of('people.did')}\b(?!\s+(?:by|from|the)\b)")
"""Behind a bare number that opens its clause: those counted before did or are something."""
_MORE = re.compile(r"\b(?:another|a further|the remaining|the other)\s+$", re.IGNORECASE)
_NEAR = 400
"""Characters before a figure in which those were counted who are its subject."""
_LED = 15
"""Characters before a figure that "out of these" or "the remaining" takes up."""
_RECENT = 700
"""Characters before a figure in which "them" were counted: a few sentences."""
_WHO = re.compile(
    r"\b(?:number|numbers|total) of (?:(?:[^\W\d]+[ -]){1,3}who\b|those\b"
    rf"|(?:the )?{any_of('people.described')}(?=\W*$|\s+{any_of('sentences.number_did')}\b))",
    re.IGNORECASE,
)
"""Before a bare number: it counts people."""
_EMPLOYS = re.compile(
    rf"\b(?:{any_of('units.employing')}|{any_of('units.bodies')}\s+of)\s+$", re.IGNORECASE
)
"""Before a bare number: "the informal sector employs 33.3 million", "with a staff of 23"."""
_STAFF = re.compile(
    rf"\b{any_of('units.staff')}\s*:?\s+(?:[^\W\d]+\s+){{0,4}}?(?:from|to|by|at)\s+$",
    re.IGNORECASE,
)
""" "Staff: cut from 267 to 231"."""


def unit_by_noun(page: Page, segment: Segment) -> Unit | None:
    """The unit of a bare number by the noun that is told with it."""
    start = segment.quantity.start
    if _HOLD.match(page.text, segment.quantity.end) or _OF_WHOM.search(
        page.text, max(0, start - _LED), start
    ):
        return "people"
    if are_told_by_who(page, segment.quantity):
        return "people"
    if _is_of_people(page, segment.quantity):
        return "people"
    return _counted_before(page, segment) or _of_them(page, segment.quantity)


def are_told_by_who(page: Page, quantity: Quantity) -> bool:
    """ "Some 260,000 who are entitled to it": nothing but people can be meant."""
    return quantity.is_bare and _WHO_BEHIND.match(page.text, quantity.end) is not None


def _is_of_people(page: Page, quantity: Quantity) -> bool:
    """ "410,200 of Nghi Loc's 450,900 inhabitants"."""
    following = within(page.quantities, quantity.end, quantity.end + _NEAR)[:1]
    return any(
        (one.unit == "people" or are_told_by_who(page, one))
        and _OF_SOME.fullmatch(page.text, quantity.end, one.start)
        for one in following
    )


def _counted_before(page: Page, segment: Segment) -> Unit | None:
    """The unit of the noun told with a bare number: "the number of enterprises was 560",
    "1,307 of the returnees".
    """
    quantity = segment.quantity
    lead = segment.before
    numbers = list(_NUMBER_OF.finditer(page.text, *lead))
    if _WHO.search(page.text, *lead):
        return "people"
    if _EMPLOYS.search(page.text, *lead):
        return "people"
    if _STAFF.search(page.text, *lead):
        return "people"
    unit = unit_of_noun(numbers[-1][1]) if numbers else "percent"
    if unit != "percent":
        return unit
    opened = _opened_by(page, quantity)
    if opened is not None:
        return opened
    behind = _OF_NOUN.match(page.text, quantity.end)
    if behind is not None:
        return _if_counted(unit_of_noun(behind[1]))
    return None


def _opened_by(page: Page, quantity: Quantity) -> Unit | None:
    """ "Of the applicants, 16,902", "Among the 396 facilities of the province, 394": those that a
    bare number is a part of."""
    sentence = page.sentence_at(quantity.start)
    whole = _OPENING.fullmatch(page.text, sentence.start, quantity.start)
    if whole is None:
        return None
    start, end = whole.span("head")
    if not page.text[start].isdigit():
        return _if_counted(unit_of_noun(whole["head"]))
    told = [one for one in within(page.quantities, start, end) if one.start == start]
    return _if_counted(told[0].unit) if told else None


def _if_counted(unit: Unit) -> Unit | None:
    """What tells the unit of a bare number: a count of something, no share and no sum."""
    return unit if unit in COUNTED else None


def _of_them(page: Page, quantity: Quantity) -> Unit | None:
    """ "201,890 of them", "of these, 171,200", "another 1,070": of those counted last."""
    low = max(0, quantity.start - _LED)
    led = _OUT_OF_THEM.search(page.text, low, quantity.start)
    more = _MORE.search(page.text, low, quantity.start)
    subject = _VERB.match(page.text, quantity.end) and _OPENS.search(
        page.text[low : quantity.start]
    )
    if not led and not more and not subject and not _OF_THEM.match(page.text, quantity.end):
        return None
    if subject:
        return _subject_of(page, quantity, _PEOPLE)
    past = within(page.quantities, quantity.start - _RECENT, quantity.start)
    told = [other.unit for other in past if other.unit_text and other.unit not in UNCOUNTED]
    if more:
        told = told[-1:]  # "another 1,070": more of what was counted last, whatever it was
    known = [unit for unit in told if unit in COUNTED]
    return known[-1] if known else None


def unit_of_things(page: Page, quantity: Quantity) -> Unit | None:
    """ "They settled 4,800 files. Only 9 were settled late": nothing else tells what these are."""
    low = max(0, quantity.start - _LED)
    verb = _VERB.match(page.text, quantity.end)
    if verb is None or not _OPENS_CLAUSE.search(page.text[low : quantity.start]):
        return None
    return _subject_of(page, quantity, _THINGS)


def _subject_of(page: Page, quantity: Quantity, subjects: Set[Unit]) -> Unit | None:
    """The unit of those who do something, where they were counted right before:
    "... took a one-time payment. 2,710 are younger than forty"."""
    past = within(page.quantities, quantity.start - _NEAR, quantity.start)
    told = [other.unit for other in past if other.unit not in UNCOUNTED and not other.is_bare]
    return told[-1] if told and told[-1] in subjects else None
