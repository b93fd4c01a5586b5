"""The words that compare a figure with another one, before that one's date or place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexing.extraction.text.cues import Cue
from indexing.extraction.text.marks import COMMA
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Quantity, Span

_REACH = 60
"""Characters before a word in which a figure that holds it begins."""
_AS_ONE = re.compile(rf"\s*[,(]\s*{any_of('same.value')}?\s*", re.IGNORECASE)
_UNDER_RULE = re.compile(
    rf"under\s+(?:[^\W\d]+\s+){{0,4}}?{any_of('periods.rules')}\b", re.IGNORECASE
)
""" "Under the voluntary scheme", which compares nothing."""
_INSURED = re.compile(rf"\b{any_of('periods.insured')}\s+$", re.IGNORECASE)
"""Before "against illness", which compares nothing either."""
_COMPARISON_REACH = 90
"""Characters that a comparison may stand before its date."""
_OFF_REACH = 36
"""The same where it tells no figure: "above what was brought in in 2018"."""
_BEGINNING = re.compile(r"\b(?:from|từ)\s+$", re.IGNORECASE)
_END = re.compile(r"\b(?:to|lên|xuống)\s+$", re.IGNORECASE)
_IN = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,2}?(?:in|at|for)\s+(?:the\s+)?"
    rf"(?:(?:[^\W\d]+\s+)?{any_of('places.kinds')}\s+of\s+)?(?=[A-ZĐ])"
)
"""Between a figure and a name right behind it: "99.4% in", "12 members in the district of"."""
_LEAD_REACH = 8
"""Characters before a figure in which such a word begins."""


def is_beginning(text: str, at: int) -> bool:
    """Whether the figure at `at` is one that a change began with: "from 88.9% to 96.3%"."""
    return _BEGINNING.search(text, max(0, at - _LEAD_REACH), at) is not None


def is_end(text: str, at: int, low: int = 0) -> bool:
    """Whether it is one that a change ended with; `low`: where the figure before it ends."""
    return _END.search(text, max(low, at - _LEAD_REACH), at) is not None


def is_range_of_places(page: Page, one: Quantity) -> bool:
    """ "The rate runs from 99.4% in Song Hinh to 86.1% in Tuy An": the ends of a range, each of its
    own place; nothing changed from the one to the other."""
    if not is_beginning(page.text, one.start):
        return False
    for other in within(page.quantities, one.end, one.end + _REACH)[:1]:
        ends = is_end(page.text, other.start, one.end)
        return ends and _told_of_place(page, one) and _told_of_place(page, other)
    return False


def _told_of_place(page: Page, quantity: Quantity) -> bool:
    """Whether a name stands behind a figure that is no date: "99.4% in Song Hinh"."""
    led = _IN.match(page.text, quantity.end)
    return led is not None and not within(page.periods, led.end(), led.end() + 1)


def compared_from(page: Page, sentence: Span, start: int) -> int | None:
    """Where the comparison begins that a date or place at `start` belongs to, if to any.

    "Against", "compared with" and "than" reach over one figure to its date; "from" only where the
    figure follows at once ("from 88.9% in 2021"), "above" where the date does.
    """
    for kind in ("comparison", "comparison_from", "comparison_off"):
        reach = _OFF_REACH if kind == "comparison_off" else _COMPARISON_REACH
        low = max(sentence.start, start - reach)
        for cue in reversed(page.cues.within(kind, low, start)):
            opens = kind == "comparison_off" and cue.start == sentence.start
            if opens or _in_quantity(page, cue.start) or _compares_nothing(page, cue):
                continue  # "Behind the rise stands Do Luong": nothing stands before it
            between = within(page.quantities, cue.end, start)
            at_once = bool(between) and not page.text[cue.end : between[0].start].strip()
            if (
                _told_apart(page, between) <= (kind != "comparison_off")
                and (kind != "comparison_from" or (at_once and not _ranges(page, between)))
                and not page.cues.any("comparison_end", cue.end, start)
                and (kind != "comparison_off" or not COMMA.search(page.text, cue.end, start))
            ):
                return cue.start
            break
    return None


def _ranges(page: Page, figures: Sequence[Quantity]) -> bool:
    return any(is_range_of_places(page, figure) for figure in figures[:1])


def _told_apart(page: Page, figures: Sequence[Quantity]) -> int:
    """How many figures these are, if those told as one ("18.2 million, or 39 per cent") are one."""
    joined = sum(1 for a, b in pairwise(figures) if _AS_ONE.fullmatch(page.text, a.end, b.start))
    return len(figures) - joined


def _compares_nothing(page: Page, cue: Cue) -> bool:
    """Whether a word that may compare tells what governs a figure, or what people insure for."""
    before = max(0, cue.start - _LEAD_REACH * 2)
    if _INSURED.search(page.text, before, cue.start):
        return page.text[cue.start : cue.end].casefold() == "against"
    return _UNDER_RULE.match(page.text, cue.start) is not None


def _in_quantity(page: Page, at: int) -> bool:
    """Whether a cue is a figure's bound: the "more than" of "more than 5,000"."""
    near = within(page.quantities, at - _REACH, at + 1)
    return bool(near) and near[-1].end > at
