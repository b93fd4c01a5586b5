"""Parts that take up a figure told before as their whole: "206 of them", "these were", a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.reckoning.fitting import adds_up, exceed
from indexing.extraction.flags.reckoning.listed import FEWEST, in_one_list
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of, words_of
from indexing.records import MetricFact

_OF_THESE = re.compile(
    r"\b(?:of|among)\s+(?:these|them|those|which|whom|the total|th(?:is|at) (?:number|sum|total)),?"
    r"\s+(?!there\b)(?:[^\W\d]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\s+of\s+(?:it\b|(?:this|that|the)\s+(?:sum|amount|money|debt|total)\b)", re.IGNORECASE
)
"""Behind a sum: it is a part of the one told before."""
_ALL = re.compile(r"\ball\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 40
_BACK = 150
"""Characters back to the whole that "these" takes up."""
_NEXT = 3
"""Characters between two sentences."""
_PAIR = 2
_GROUPS = {"hi_participants": ("household_hi_participants",)}
"""Metrics that count a group of those whom another counts, beside whom others may be told."""
_OVERFULL = Decimal("1.15")
"""How many times its whole a list of parts is at most by a misprint."""
_IS = re.compile(rf"\b(?:{any_of('bases.predicates')})\b", re.IGNORECASE)
"""Between figures of a list: each is told by itself who they are, and some may be two of these."""
_NAMED = [re.compile(rf"\b{re.escape(w)}\b", re.IGNORECASE) for w in words_of("wholes.halves")]
_HALVES = tuple(zip(_NAMED[::2], _NAMED[1::2], strict=True))


def exceeding_parts(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Figures that take up one told before as their whole, and exceed it: "received 64,210 files
    and settled 71,305 of them"."""
    for index, row in enumerate(rows):
        before = _OF_THESE.search(page.text, max(0, row.start - _REACH), row.start)
        listed = page.cues.any("part", max(row.quote_start, row.start - _REACH), row.start)
        of_these = before is not None or page.of_them(row.end)
        of_these = of_these or _OF_IT.match(page.text, row.end) is not None
        known = [r for r in rows[:index] if r.unit == row.unit and row.start - r.end < _BACK]
        if not of_these and not listed and not (known and _goes_on(known[-1], row)):
            continue
        if _ALL.search(page.text, max(0, row.start - _REACH), row.start):
            continue  # "for the poor, all 58,400 of them"
        if any(_may_be_whole(known[-1], row, other) for other in known):
            continue  # "264 in all, 181 of them alone. 120 of them were late"
        for whole in known[-1:]:
            if whole.place == row.place and of_these and exceed(whole, (row,)):
                yield whole, row
            else:
                yield from _overfull(page, whole, rows[index:])


def _may_be_whole(last: MetricFact, row: MetricFact, other: MetricFact) -> bool:
    """Whether "them" may be those whom the sentence of the last figure counted first."""
    return other.quote_start == last.quote_start != row.quote_start and (
        last.value < row.value <= other.value
    )


def _goes_on(whole: MetricFact, row: MetricFact) -> bool:
    """Whether a figure tells of a part of what the sentence before ended with."""
    same = whole.metric == row.metric != OTHER and whole.group is None is not row.group
    return same and 0 < row.quote_start - whole.quote_end < _NEXT


def _overfull(page: Page, whole: MetricFact, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A list of groups that begins "206 of them" and passes its whole a little: one that passes it
    by far tells of groups that overlap, and so may one of two.  Two halves must make the whole."""
    told = (whole.unit, whole.place, rows[0].quote_start)
    known = list(takewhile(lambda r: (r.unit, r.place, r.quote_start) == told, rows))
    if not known:
        return
    joined = takewhile(lambda pair: in_one_list(page, *pair), pairwise(known))
    parts = [rows[0], *(row for _, row in joined)]
    words = page.text[whole.end : rows[0].quote_end]
    halves = len(parts) == _PAIR and whole.metric != OTHER and _are_halves(words)
    if halves and not adds_up(whole, parts):
        yield whole, *parts
    if len(parts) < FEWEST or not _are_kinds(page, whole, parts):
        return
    if sum(part.value for part in parts) <= whole.value * _OVERFULL and exceed(whole, parts):
        yield whole, *parts


def _are_kinds(page: Page, whole: MetricFact, parts: Sequence[MetricFact]) -> bool:
    """Whether a list divides a whole: into groups of it, or with one verb for all of them."""
    if whole.metric != OTHER:
        inner = {whole.metric, OTHER, *_GROUPS.get(whole.metric, ())}
        told = {(part.metric, part.group) for part in parts}
        return {metric for metric, _ in told} <= inner and (whole.metric, whole.group) not in told
    return not any(_IS.search(page.text, one.end, other.start) for one, other in pairwise(parts))


def _are_halves(words: str) -> bool:
    """Whether words name two groups to one of which everybody belongs: women and men."""
    return any(one.search(words) and other.search(words) for one, other in _HALVES)
