"""What a row's label and a column's headings say beside the metric: a part, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.part.naming import clean
from indexing.extraction.period.times import read_times
from indexing.extraction.table.scales import is_unit
from indexing.extraction.text.marks import BRACKET
from indexing.extraction.text.page import Page, within
from indexing.reading.lexicon import function_words
from indexing.reading.metric.terms import Term
from indexing.records import Span

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"\W*(?:number of\s+)?|.*\(\s*(?:in\s+)?", re.IGNORECASE)
"""Before the unit of time that a column counts."""
_OF_WHOLE = (
    "total_row", "whole_row", "whole_province", "own_province", "own_region", "average", "plan",
    "attained", "change_heading", "cumulative",
)  # fmt: skip
"""Kinds of cues that make a label one of the whole: "Total", "Planned", "Reached"."""
_PARTS = ("group", "benefit_kind")
"""Kinds of cues that make it one of a part, though it names a metric: "One-time insurance"."""
_OF_COLUMN = (
    *_OF_WHOLE, "neutral", "aim", "achieve", "missing", "above", "below", "same_period", "rate",
    "now", "late",
)  # fmt: skip
"""The same for the heading of a column."""


def part_of(page: Page, label: Span, heads: Sequence[Span], body: bool) -> str | None:
    """The part of the whole that a cell is told of, by its row's label or its column's heading;
    None where these name a place, a date or a metric, or nothing but the whole.

    `body`: the row is told of one firm or hospital."""
    terms = within(page.terms, *label)
    named = bool(within(page.places, *label) or terms)
    more = not named and not read_times(page, label) and _says_more(page, label)
    more = more or body
    more = more or any(
        not any(term.start < cue.end and cue.start < term.end for term in terms if _is_own(term))
        for cue in _cues(page, label, _PARTS)
    )
    head = unknown_head(page, heads)
    parts = [*([label] if more else []), *([head] if head is not None else [])]
    return ", ".join(name for part in parts if (name := _named(page, part))) or None


def _is_own(term: Term) -> bool:
    """Whether a word for a metric names it wholly, as one for benefits of all kinds does not."""
    return term.id not in ("beneficiaries", "benefits_paid", "si_allowances")


def _named(page: Page, span: Span) -> str:
    return clean(BRACKET.sub("", page.text[span.start : span.end]).strip(" *_"))


def unknown_head(page: Page, heads: Sequence[Span]) -> Span | None:
    """The nearest heading of a column if it has words that tell neither metric, place, date, aspect
    nor unit: "Outpatient", "Due"."""
    head = next((one for one in heads if _WORD.search(page.text, one.start, one.end)), None)
    if head is None or within(page.terms, head.start, head.end):
        return None
    brackets = [Span(*found.span()) for found in BRACKET.finditer(page.text, *head)]
    known = [*page.named(head), *_cues(page, head, _OF_COLUMN), *brackets]
    words = _own_words(page, head, known)
    return head if any(not is_unit(word) for word in words) else None


def is_length(page: Page, head: Span) -> bool:
    """ "Months overdue", "Delay (days)": no "Year 2023", and no "Change on the year"."""
    cues = page.cues.within("time_unit", head.start, head.end)
    named = any(_OPENS.fullmatch(page.text, head.start, cue.start) for cue in cues)
    return named and not read_times(page, head)


def is_order(page: Page, head: Span) -> bool:
    """Whether a column only tells where its rows stand: "Rank", "No.", not "No. of members"."""
    cues = _cues(page, head, ("order",))
    return bool(cues) and not _own_words(page, head, cues)


def _says_more(page: Page, label: Span) -> bool:
    """Whether a label has words beside those of a whole: "Total pupils", but not "Total"."""
    return bool(_own_words(page, label, _cues(page, label, _OF_WHOLE)))


def _cues(page: Page, span: Span, kinds: Sequence[str]) -> list[Span]:
    found = (cue for kind in kinds for cue in page.cues.within(kind, span.start, span.end))
    return [Span(cue.start, cue.end) for cue in found]


def _own_words(page: Page, span: Span, known: Sequence[Span]) -> list[str]:
    """The words of a span that are neither empty nor among what is known."""
    return [
        word[0]
        for word in _WORD.finditer(page.text, span.start, span.end)
        if len(word[0]) > 1  # no "s" of "the year's plan"
        and word[0].casefold() not in function_words()
        and not any(one.start <= word.start() < one.end for one in known)
    ]
