"""Rankings: places told one after the other, of which only the first says what its share is of.

"Nam Dinh City leads with 54% of the plan, ahead of Y Yen (52%). Last is Vu Ban with 41%."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.layout import Sentence
from indexing.extraction.metric.dealing import rows_of
from indexing.extraction.metric.dependence import content
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.records import MetricFact

_RANKS = ("neutral", "average", "ranked", "above", "below")
"""Kinds of words that a place's rank is told with."""


def ranked(
    page: Page,
    sentence: Sentence,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    told: MetricFact | None,
) -> tuple[Judged, ...]:
    """The aspects of a sentence; shares that only a place is told with are what those before are.

    `told`: the last figure of a metric before the sentence.
    """
    past = told is not None and told.aspect == "target_pct" and _is_near(page, sentence, told)
    in_turn = {index for row in rows_of(page, segments) for index in row[1:]}
    found: list[Judged] = []
    for index, (segment, one) in enumerate(zip(segments, judged, strict=True)):
        share = segment.quantity.unit == "percent"
        level = one.aspect == "level" or one.surplus
        goes_on = index in in_turn or (level and _only_places(page, segment))
        alike = share and past and goes_on
        found.append(replace(one, aspect="target_pct", surplus=False) if alike else one)
        past = share and found[-1].aspect == "target_pct"
    return tuple(found)


def _is_near(page: Page, sentence: Sentence, told: MetricFact) -> bool:
    """Whether a figure stands in the paragraph of a sentence."""
    before = within(page.sentences, told.quote_start, sentence.start)
    return bool(before) and all(one.block == sentence.block for one in before)


def _only_places(page: Page, segment: Segment) -> bool:
    """Whether a figure's words tell nothing but whose it is, and where it ranks."""
    spans = segment.spans
    named = any(within(page.places, span.start, span.end) for span in spans)
    mean = page.cues.any_in("whole_province", spans)
    termed = any(within(page.terms, span.start, span.end) for span in spans)
    return (named or mean) and not termed and content(page, segment, *_RANKS) == 0
