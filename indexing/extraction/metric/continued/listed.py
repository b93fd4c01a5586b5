"""Figures that go on with what was counted: its parts in a list, and the same of another place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Span, Unit

_MADE_OF = re.compile(r"\b(?:made up of|consists? of|composed of|fall into)\b[^;:]*$")
_AMONG = re.compile(
    rf"\W*Among\s+(?:the\s+|its\s+|all\s+)?(?:{any_of('listed.members')})\s*,", re.IGNORECASE
)
_ACCOUNTS = re.compile(
    r"(?:\b(?:while|whereas|and|but|whom)\s+)?\b(?!(?:which|who|that|it|they|th[eo]se|alone)\b)"
    rf"(?P<who>[^\W\d][^,;:.()\d]{{1,90}}?)\s+{any_of('listed.accounts')}\s+"
    r"(?:(?:another|a further)\s+)?$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(rf"\b{any_of('listed.accounts')}\b", re.IGNORECASE)
_ALSO_FOR = re.compile(
    r"[\s,;]*(?:(?:and|while|but)\s+)?(?P<who>[^\W\d][^,;:.()\d]{1,90}?)\s+for\s+"
    r"(?:(?:another|a further)\s+)?",
    re.IGNORECASE,
)
_MONEY_ONLY = 10**9
"""Nothing but money is counted in billions."""
_CLOSES = re.compile(r"[;:]")
_POSSESSES = re.compile(r"['’]s?\s+")
_NAME_REACH = 40
PAPERS: frozenset[Unit] = frozenset({"books", "cards"})
"""Units of what is handed out."""
_HANDED_TO = re.compile(
    rf"\b{any_of('listed.handed')}\b[^,;:.\d]{{0,60}}\b(?:to|for|among)\s+(?:the\s+|all\s+)?$",
    re.IGNORECASE,
)
_WERE_HANDED = re.compile(
    r"(?:\s+(?:from|in|of|at)\s+[^,;:.\d]{1,40}?)?(?:\s+(?:who|were|was|have|has|had|been|also))*"
    rf"\s+(?:{any_of('listed.handed')}|received|got)\b(?!\s+(?:back|in)\b)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"\s+(?:{any_of('listed.went')}\s+)?(?:to|for)\b"
    r"(?!\s+(?:(?:the|its|their|this)\s+)?(?:plan|target|end|year|\d))",
    re.IGNORECASE,
)


def is_listed_part(page: Page, segment: Segment) -> bool:
    """ "They are made up of 297,400 children in primary schools, 214,300 in secondary ones",
    "Among the participants, pupils were 41,875; people in poor communes 71,250"."""
    start = segment.quantity.start
    low = page.sentence_at(start).start
    made_of = _MADE_OF.search(page.text, low, start) or _AMONG.match(page.text, low, start)
    return made_of is not None


def accounting_part(page: Page, segment: Segment) -> Span | None:
    """ "Workers and pensioners account for 171,300, pupils for 138,900": who makes up a part of
    those counted before, where it is neither a place nor a scheme."""
    quantity = segment.quantity
    if quantity.unit not in ("people", "other") or quantity.value >= _MONEY_ONLY:
        return None
    found = _ACCOUNTS.search(page.text, *segment.before)
    if found is None and _is_in_list(page, segment):
        found = _ALSO_FOR.fullmatch(page.text, *segment.before)
    who = Span(*found.span("who")) if found else None
    if who is None or within(page.places, *who):
        return None
    return None if any(term.kind == "scheme" for term in within(page.terms, *who)) else who


def goes_on_accounting(page: Page, segment: Segment, first: bool) -> bool:
    """Whether such a part opens its sentence or stands in a list of them: it is one of those that
    were counted before."""
    listed = first or _is_in_list(page, segment)
    return listed and accounting_part(page, segment) is not None


def _is_in_list(page: Page, segment: Segment) -> bool:
    start = segment.before.start
    return _ACCOUNT.search(page.text, page.sentence_at(start).start, start) is not None


def whole_of_parts(page: Page, segments: Sequence[Segment], index: int) -> int | None:
    """The figure before a colon that the numbers behind it add up to, one of which stands at
    `index`: "2.14 million times: 1.96 million as out-patients and 180,000 as in-patients"."""
    whole = index - 1
    while whole >= 0 and ":" not in _between(page, segments, whole):
        whole -= 1
    if whole < 0 or segments[whole].tie != "alone":
        return None
    last = whole + 1
    while last + 1 < len(segments) and not _CLOSES.search(_between(page, segments, last)):
        last += 1
    parts = [one.quantity for one in segments[whole + 1 : last + 1] if one.tie == "alone"]
    total = segments[whole].quantity
    alike = len(parts) > 1 and all(part.is_bare or part.unit == total.unit for part in parts)
    adds_up = sum(part.value for part in parts) == total.value
    return whole if alike and adds_up and index <= last else None


def _between(page: Page, segments: Sequence[Segment], index: int) -> str:
    return page.text[segments[index].quantity.end : segments[index + 1].quantity.start]


def is_possessed(page: Page, segment: Segment) -> bool:
    """ "One must add Binh Thuan's 1.14 million": what was counted, of the place before it."""
    quantity = segment.quantity
    named = within(page.places, quantity.start - _NAME_REACH, quantity.start)[-1:]
    return quantity.is_bare and any(
        _POSSESSES.fullmatch(page.text, place.end, quantity.start) for place in named
    )


def is_given(page: Page, segment: Segment) -> bool:
    """ "It handed out 5,240 of them: 3,105 to people joining": whoever got those counted before."""
    quantity = segment.quantity
    return quantity.is_bare and _GIVEN.match(page.text, quantity.end) is not None


def are_handed(page: Page, segment: Segment) -> bool:
    """ "Cards were given to 1,760 monks", "1,760 monks received cards": so many were handed out,
    unless it is told how many of a place's people these are."""
    if page.cues.any_in("of_population", segment.tail):
        return False
    handed = _HANDED_TO.search(page.text, *segment.before) is not None
    cards = any(term.id == "cards" for term in within(page.terms, *segment.before))
    return (handed and cards) or _WERE_HANDED.match(page.text, segment.quantity.end) is not None
