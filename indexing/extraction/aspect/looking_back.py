"""Changes told from where they began: "A year before it was VND12 billion more" tells of a fall.

"In 2024 it was VND700 billion, so the increase comes to 16%" tells of one since then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.catalogue import OTHER
from indexing.extraction.flags.printed import meant
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, MetricFact

_IT_WAS = re.compile(
    rf"\b{any_of('looking_back.it')}\s+{any_of('looking_back.was')}"
    r"(?:\s+(?:still|already|only|just|by))*\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"[^.;]*?\b{any_of('comparing.more', 'comparing.less')}\b(?!\s+than\b)", re.IGNORECASE
)
_REACH = 12
"""Characters behind a figure in which "more" is told of it."""


def looks_back(page: Page, segment: Segment) -> bool:
    """Whether a figure tells by how much more or less there was at the time that is named."""
    before = _IT_WAS.search(page.text, *segment.before) is not None
    end = segment.quantity.end
    return before and _MORE.match(page.text, segment.quantity.start, end + _REACH) is not None


def turned(page: Page, segment: Segment, fact: MetricFact, last: MetricFact | None) -> MetricFact:
    """The change seen from the figure told `last`, which came after the time that is named."""
    if last is None or last.period is None or fact.period is None or fact.aspect != "change":
        return fact
    if fact.period == last.period:
        earlier = page.cues.any_in("same_period", segment.spans)
        return replace(fact, value=-fact.value) if earlier else fact
    if parse_notation(fact.period).last_day >= parse_notation(last.period).last_day:
        return fact  # "In June there were 1,200 more"
    return replace(fact, value=-fact.value, period=last.period, vs=fact.period)


def since_then(fact: MetricFact, past: Sequence[MetricFact], told: MetricFact | None) -> MetricFact:
    """A change behind an earlier level, up to the later one `told` before this sentence, where the
    two levels bear it out; `past`: the rows of its sentence before it."""
    if told is None or fact.metric == OTHER or fact.aspect not in CHANGES or not past:
        return fact
    earlier = past[-1]
    if None in (earlier.period, told.period) or fact.period != earlier.period:
        return fact
    alike = all(_is_level_of(fact, level) for level in (earlier, told))
    before, after = parse_notation(earlier.period or ""), parse_notation(told.period or "")
    if not alike or before.last_day >= after.last_day or before.moment != after.moment:
        return fact
    grown = meant(told) - meant(earlier)
    found = grown if fact.aspect == "change" else grown.of(meant(earlier))
    if found is None or not found.meets(meant(fact)):
        return fact
    return replace(fact, period=told.period, vs=earlier.period)


def _is_level_of(fact: MetricFact, level: MetricFact) -> bool:
    """Whether a row is a level of what a change is told of."""
    keys = [(row.metric, row.place, row.group) for row in (fact, level)]
    return level.aspect == "level" and keys[0] == keys[1]
