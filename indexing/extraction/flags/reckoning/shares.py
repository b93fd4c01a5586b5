"""Shares that do not follow from what they are told to be shares of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise

from indexing.agreement import folded_words, same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.printed import is_less, meant, reckoned
from indexing.extraction.flags.reckoning.wholes import is_part
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import SHARES, MetricFact

_OF = re.compile(r"\s+of\s+[^\d.;:,()]{0,45}", re.IGNORECASE)
"""Between a share and the whole that it is one of: "of the population of"."""
_MAKES = re.compile(r"[^.;:(]{0,80}", re.IGNORECASE)
"""Between a part and its share, in one clause."""
_BESIDE = re.compile(rf"\s*(?:\(|,\s*)(?:{any_of('same.value')}\s+)?", re.IGNORECASE)
"""Between a part and its share right behind it."""
_OUT_OF_ALL = re.compile(
    r"\s+(?:(?:people|persons)\s+)?(?:out\s+of|of)\s+(?:all\s+)?(?:the|its|their|a total of)\s+",
    re.IGNORECASE,
)
"""Between a part and its whole, where the clause goes on to their share."""
_OUT_OF = re.compile(
    r"(?:^|[^\w])(?:out\s+)?of\s+(?:all\s+)?(?:the|its|their|a total of|over|nearly)?\s*$",
    re.IGNORECASE,
)
"""Before a whole that is told first: "Of 214,500 files, 182,300 (85%) ..."."""
_OF_THESE = re.compile(r"\b(?:of|among)\s+(?:these|them|those|whom|which)\b", re.IGNORECASE)
"""Before a part: its whole was told in the sentence before."""
_AND_THAT_IS = re.compile(
    rf"\s*\(|[^.;:()]{{0,60}},\s*(?:{any_of('shares.making')})\s+", re.IGNORECASE
)
"""Between such a part and its share."""
_THAT_IS = re.compile(
    rf"(?:That|This|It|They)\s+(?:{any_of('shares.is')})\s+(?:a share of\s+)?", re.IGNORECASE
)
"""Between the head of a sentence and the share of what the one before told."""
_OF_IT = re.compile(r"\s+of\s+(?:it|this|that|them|these|those)\b(?!\s+\w)", re.IGNORECASE)
"""Behind a share: what it is of was told before."""
_OF_ELSE = re.compile(r"\s+of\s+(?!(?:the total|them|all|these|those)\s*[.,;)])", re.IGNORECASE)
"""Behind a share: it is one of something else."""
_OR_ELSE = re.compile(
    rf"[^\d.;:,()]{{0,40}}(?:\(|,\s*{any_of('same.value', 'same.which')}\s)\s*", re.IGNORECASE
)
"""Between a whole and the part of it whose share was told first."""
_ONE_EACH = frozenset({"people", "accounts", "cards"})
"""Units of what one person has one of."""
_OF_ALL = re.compile(r"\s+of\s+(?:the total|them all|all)\s*[.,;)]", re.IGNORECASE)
"""Behind a share: it is one of all that were told of."""
_THE_OTHER = re.compile(rf"\b(?:{any_of('shares.the_other')}),?\s+$", re.IGNORECASE)
"""Before a share: with those before it makes the whole."""
_HUNDRED = Decimal(100)
_ROUNDING = Decimal(1)
_BACK = 200
_NEXT = 3
"""Characters between two sentences."""
_REACH = 24
_MOST = Decimal("1.5")
"""How many times its group the insured of it can be by a misprint."""
_SLACK = Decimal("0.5")
"""Points by which a share may differ, as offices reckon with a whole of another day."""


def misreckoned(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report whose shares are others than their numbers make."""
    for index in range(len(rows)):
        share = rows[index]
        if share.unit != "percent" or share.aspect not in ("level", "target_pct"):
            continue
        told_of = (_told_with, _taken_up, _told_before, _said_of, _of_it)
        for part, whole in chain.from_iterable(way(page, rows, index) for way in told_of):
            told = _alike_counted(part, whole) and part.value <= whole.value
            told = told and (share.aspect == "level" or share.end < whole.start)
            if told and not _follows(share, part, whole):
                yield part, share, whole
        if index and (unequal := _with_the_rest(page, rows, index)):
            yield unequal
    yield from _covered(rows)
    yield from _covered_groups(page, rows)


def _alike_counted(part: MetricFact, whole: MetricFact) -> bool:
    """Whether two figures count the same, be it people or what each of them has one of."""
    units = {part.unit, whole.unit}
    return (len(units) == 1 and not units & set(SHARES)) or units <= _ONE_EACH


def _told_before(
    page: Page, rows: Sequence[MetricFact], index: int
) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The whole and the part right behind their share: "62% of 21,400 members, or 9,100"."""
    share = rows[index]
    for whole, part in pairwise(rows[index + 1 : index + 3]):
        of_it = _OF.fullmatch(page.text, share.end, whole.start)
        if of_it and _OR_ELSE.fullmatch(page.text, whole.end, part.start):
            yield part, whole


def _taken_up(
    page: Page, rows: Sequence[MetricFact], index: int
) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The part beside a share and its whole, which the sentence before tells: "Of these, 37,900,
    or 65 per cent"."""
    whole, part, share = rows[max(0, index - 2)], rows[index - 1], rows[index]
    near = 0 < part.start - whole.end < _BACK
    if index < 2 or not near or part.quote_start != share.quote_start:
        return
    start = max(whole.end, part.quote_start)
    of_these = _OF_THESE.search(page.text, start, part.start) or page.of_them(part.end)
    of_all = _OF_ALL.match(page.text, share.end) and is_part(part, whole)
    if not (of_these or of_all):
        return
    beside = _AND_THAT_IS.fullmatch(page.text, part.end, share.start)
    if beside and not _OF_ELSE.match(page.text, share.end):
        yield part, whole


def _said_of(
    page: Page, rows: Sequence[MetricFact], index: int
) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The part that the sentence before tells, and the whole behind its share, unless another
    figure there is what the share is of: "That is 4.5% of the VND 4,310 billion"."""
    for share, whole in zip(rows[index : index + 1], rows[index + 1 : index + 2], strict=False):
        said = _THAT_IS.fullmatch(page.text, share.quote_start, share.start)
        if not said or not _OF.fullmatch(page.text, share.end, whole.start):
            continue
        before = [r for r in rows[:index] if 0 < share.quote_start - r.quote_end < _NEXT]
        parts = [r for r in before if r.aspect == "level" and _alike_counted(r, whole)]
        if parts and not any(_follows(share, part, whole) for part in parts):
            yield parts[0], whole


def _of_it(
    page: Page, rows: Sequence[MetricFact], index: int
) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The part in the clause of a share and the greater figure that "it" takes up, unless another
    there is what it takes up: "838,000 members are 49 per cent of it"."""
    share = rows[index]
    beside = [row for row in rows[:index] if row.quote_start == share.quote_start]
    if not beside or not _OF_IT.match(page.text, share.end):
        return
    part = beside[-1]
    told = [r for r in rows[:index] if r is not part and 0 < part.start - r.end < _BACK]
    wholes = [r for r in told if _alike_counted(part, r) and r.value > part.value]
    clause = _MAKES.fullmatch(page.text, part.end, share.start)
    if clause and wholes and not any(_follows(share, part, whole) for whole in wholes):
        yield part, wholes[-1]


def _with_the_rest(page: Page, rows: Sequence[MetricFact], index: int) -> Fault:
    """The share of "the others" and those told before it, where they do not make the whole."""
    share = rows[index]
    if not _THE_OTHER.search(page.text, max(0, share.start - _REACH), share.start):
        return ()
    before = [r for r in rows[:index] if r.unit == "percent" and 0 < share.start - r.end < _BACK]
    if not before or rows[index - 1].quote_start != share.quote_start:
        return ()
    values = [row.value for row in before]
    runs = [sum(values[first:], share.value) for first in range(len(values))]
    runs += [one + share.value for one in values]
    if any(abs(made - _HUNDRED) <= _ROUNDING for made in runs):
        return ()
    beside = [row for row in before if row.quote_start == share.quote_start]
    return (*(beside or before[-1:]), share)


def _told_with(
    page: Page, rows: Sequence[MetricFact], index: int
) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The part and the whole that the words around a share tell, if they do."""
    share, text = rows[index], page.text
    before = [
        row for row in rows[max(0, index - 2) : index] if row.quote_start == share.quote_start
    ]
    if not before:
        return
    last = before[-1]
    behind = rows[index + 1] if index + 1 < len(rows) else share
    if behind is not share and _OF.fullmatch(text, share.end, behind.start):
        clause = _MAKES.fullmatch(text, last.end, share.start)
        if clause and not page.cues.any("clause", last.end, share.start):
            yield last, behind
        return
    if len(before) < 2:
        return
    first = before[0]
    if _OUT_OF_ALL.fullmatch(text, first.end, last.start):
        if _AND_THAT_IS.fullmatch(text, last.end, share.start):
            yield first, last
        return
    beside = _BESIDE.fullmatch(text, last.end, share.start)
    goes_on = _AND_THAT_IS.fullmatch(text, last.end, share.start)
    if not beside and (goes_on is None or _OF_ELSE.match(text, share.end)):
        return
    apart = any(mark in text[first.end : last.start] for mark in ".;:")
    if not apart and _OUT_OF.search(text, max(0, first.start - _REACH), first.start):
        yield last, first


def _follows(share: MetricFact, part: MetricFact, whole: MetricFact) -> bool:
    made, told = meant(part).of(meant(whole)), reckoned(share)
    if made is None:
        return True
    return made.low <= told.high + _SLACK and told.low - _SLACK <= made.high


def _covered(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Coverages beside the people covered and the people or the labour force of the place."""
    levels = [row for row in rows if row.aspect == "level" and row.group is None]
    for share in (row for row in levels if row.metric in COVERED):
        base = "population" if share.metric == "hi_coverage" else "labour_force"
        told = [row for row in levels if row.place == share.place and _alike(row, share)]
        wholes = [row for row in told if row.metric == base]
        parts = [row for row in told if row.metric == COVERED[share.metric]]
        pairs = [(part, whole) for part in parts for whole in wholes]
        if pairs and not any(_follows(share, *pair) for pair in pairs):
            yield (*pairs[0], share)


def _covered_groups(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The insured of a group beside its members and their coverage: "131,400 pupils", of whom
    134,900 hold a card, or 97.6 per cent."""
    levels = [row for row in rows if row.aspect == "level" and row.place is not None]
    for part in (row for row in levels if row.metric in COVERED.values() and row.group):
        told = [row for row in levels if row.place == part.place]
        named = [row for row in told if row.metric == OTHER and row.unit == part.unit]
        wholes = [r for r in named if _printed_noun(page, r) == folded_words(part.group)]
        wholes = [r for r in wholes if _at_one_time(r, part) and part.value <= r.value * _MOST]
        shares = [r for r in told if r.unit == "percent" and COVERED.get(r.metric) == part.metric]
        shares = [r for r in shares if r.group == part.group and _alike(part, r)]
        for whole in wholes if len(wholes) == 1 else ():
            known = [share for share in shares if not _follows(share, part, whole)]
            if known or is_less(whole, part):
                yield whole, part, *known


def _at_one_time(whole: MetricFact, part: MetricFact) -> bool:
    """Whether a group is counted in the span, a school year for one, that its insured are of."""
    if whole.period is None or part.period is None:
        return False
    span, day = (parse_notation(row.period or "") for row in (whole, part))
    return span.first_day <= day.last_day <= span.last_day


def _printed_noun(page: Page, row: MetricFact) -> str | None:
    """What is counted, as it is printed behind its number."""
    return folded_words(page.text[row.start : row.end].lstrip("0123456789., "))


def _alike(row: MetricFact, share: MetricFact) -> bool:
    dated = share.period is not None and same_days(row.period, share.period)
    return dated or row.quote_start == share.quote_start
