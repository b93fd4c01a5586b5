"""Parts and their wholes: parts that exceed the whole, and lists that do not add up to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, product

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.reckoning.fitting import adds_up, exceed
from indexing.extraction.flags.reckoning.listed import (
    bracketed_parts,
    in_bracket,
    listed_parts,
)
from indexing.extraction.flags.reckoning.taken_up import exceeding_parts
from indexing.extraction.text.page import Page
from indexing.records import MetricFact

_MADE_OF: Mapping[str, tuple[str, ...]] = {
    "si_participants": ("compulsory_si_participants", "voluntary_si_participants"),
    "hi_participants": ("household_hi_participants",),
    "premium_collection": ("si_collection", "hi_collection", "ui_collection"),
    "benefits_paid": ("si_benefits_paid", "ui_benefits_paid", "hi_expenditure"),
    "labour_force": ("si_participants",),
}
"""Metrics whose levels are parts of another's: together they cannot exceed it."""
_WITHIN: Mapping[str, tuple[str, ...]] = {
    "population": ("hi_participants",),
    "labour_force": ("compulsory_si_participants", "ui_participants"),
    "si_participants": ("ui_participants",),
    "si_beneficiaries": ("pensioners",),
}
"""Metrics each of which by itself is a part of another's."""
_WHOLLY: Mapping[str, tuple[str, ...]] = {
    "si_participants": ("compulsory_si_participants", "voluntary_si_participants"),
}
"""Metrics that others make up with nothing left over."""
_REACH = 40
_OUT_OF = re.compile(
    r"\s+(?:(?:people|persons)\s+)?(?:out\s+of|of\s+all|of\s+(?:the|its|their|a total of))\s+"
    r"(?:the\s+|its\s+|their\s+)?(?:[\w-]+['’]s?\s+)?",
    re.IGNORECASE,
)
"""Between a part and the whole right behind it: "of the province's"."""
_OUT_FIRST = re.compile(
    r"(?:^|[;,]\s+)(?:out\s+of|of|among)\s+(?:the\s+|its\s+|all\s+)?$", re.IGNORECASE
)
"""Before a whole that its sentence begins with: "Of 214,500 files, 182,300 were settled"."""
_SHARES = ("percent", "percentage_points", "USD")


def unfit_parts(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report whose parts and wholes cannot all be right."""
    levels = [row for row in rows if row.aspect == "level" and row.unit not in _SHARES]
    told = [row for row in levels if row.metric != OTHER]
    inner = list(bracketed_parts(page, levels))
    for whole, parts in inner:
        if sum(part.value for part in parts) > whole.value:
            yield whole, *parts
    bracketed = {part.start for _, parts in inner for part in parts}
    outer = [row for row in told if row.start not in bracketed]
    beside = _beside_each_other(outer)
    for whole in outer:
        if whole.group is None:
            for parts in _parts(page, whole, beside.get(_told_of(whole), ())):
                if exceed(whole, parts):
                    yield whole, *parts
            yield from _unequal(whole, beside.get(_told_of(whole), ()))
    alone = [row for row in levels if row.start not in bracketed]
    by_unit = defaultdict(list)
    for row in alone:
        by_unit[row.unit, row.place].append(row)
    for whole in levels:
        alike = (by_unit[unit, whole.place] for unit in {whole.unit, "other"})
        listed = listed_parts(page, whole, sorted(chain(*alike), key=lambda row: row.start))
        if listed and not adds_up(whole, listed):
            yield whole, *listed
    yield from exceeding_parts(page, alone)
    for part, whole in pairwise(levels):
        bare = page.text[part.end - 1].isdigit() or part.unit == whole.unit
        if bare and _OUT_OF.fullmatch(page.text, part.end, whole.start) and exceed(whole, (part,)):
            yield part, whole
        if _is_out_of_first(page, part, whole) and exceed(part, (whole,)):
            yield part, whole


def _is_out_of_first(page: Page, whole: MetricFact, part: MetricFact) -> bool:
    """Whether a sentence begins with a whole and goes on to a part of it."""
    start = max(whole.quote_start, whole.start - _REACH)
    beside = whole.quote_start == part.quote_start and part.unit in (whole.unit, "other")
    return beside and _OUT_FIRST.search(page.text, start, whole.start) is not None


def _beside_each_other(rows: Sequence[MetricFact]) -> Mapping[object, Sequence[MetricFact]]:
    """Rows by what they are told of: those that can be parts of each other."""
    found: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        found[_told_of(row)].append(row)
    return found


def _told_of(row: MetricFact) -> object:
    return row.unit, row.place, row.period


def _parts(
    page: Page, whole: MetricFact, rows: Sequence[MetricFact]
) -> Iterator[tuple[MetricFact, ...]]:
    """What the report tells of the parts of a whole: of groups that it includes, which may overlap,
    each by itself; of metrics that make up another, all together.

    `rows` are those beside it.
    """
    beside = [row for row in rows if row is not whole]
    rivals = [r for r in beside if r.metric == whole.metric and r.group is None]
    counted = whole.metric in COVERED.values() and all(r.value <= whole.value for r in rivals)
    for row in beside:
        same = row.metric == whole.metric and whole.end <= row.start < whole.quote_end
        if row.group is not None and same and _includes(page, whole, row):
            yield (row,)
        elsewhere = row.metric == whole.metric and row.quote_start > whole.quote_start
        if counted and elsewhere and row.group is not None:
            yield (row,)
    for made_of in (_MADE_OF.get(whole.metric, ()), *zip(_WITHIN.get(whole.metric, ()))):
        least: dict[str, MetricFact] = {}
        for row in (row for row in beside if row.metric in made_of):
            least[row.metric] = min(row, least.get(row.metric, row), key=lambda r: r.value)
        if least:
            yield tuple(least.values())


def is_part(part: MetricFact, whole: MetricFact) -> bool:
    """Whether what a figure counts belongs to what another counts, by their metrics and groups."""
    inner = (*_MADE_OF.get(whole.metric, ()), *_WITHIN.get(whole.metric, ()))
    same = part.metric == whole.metric != OTHER and part.group is not None
    alike = (part.unit, part.place) == (whole.unit, whole.place)
    return alike and whole.group is None and (same or part.metric in inner)


def _unequal(whole: MetricFact, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A whole and the metrics that make it up without a rest, where they make another sum however
    often each is told."""
    made_of = _WHOLLY.get(whole.metric, ())
    told = [[r for r in rows if r.metric == part and r.group is None] for part in made_of]
    ways = list(product(*told)) if told else []
    wholes = [row for row in rows if row.metric == whole.metric and row.group is None]
    if ways and not any(adds_up(row, parts) for row in wholes for parts in ways):
        yield whole, *ways[0]


def _includes(page: Page, whole: MetricFact, part: MetricFact) -> bool:
    """Whether the words between two figures make the second a part of the first."""
    between = page.text[whole.end : part.start]
    if in_bracket(page, whole, part):
        return False  # a part of what stands before the bracket
    return ":" in between or page.cues.any("part", whole.end, part.start)
