"""Sentences that run parallel: "Cao Bang: 97.2% insured (target: 97%), ... Bac Kan: 97.9% (98.2%)".

The second leaves out all that the first has told; its figures stand for the same things in the
same order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.catalogue import OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.continued.own_content import content
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.theme import Bound, FigureTold
from indexing.records import UNCOUNTED, Aspect, Span

_CORRESPONDING = re.compile(
    rf"\W*(?:The|Its|Their)\s+{any_of('references.corresponding')}\s+{any_of('references.kinds')}\b"
)
_FEWEST = 2
"""Figures that make a row: one alone may be anything."""


def is_parallel(
    page: Page, sentence: Span, segments: Sequence[Segment], before: Sequence[FigureTold]
) -> bool:
    """Whether a sentence repeats the one before with other figures and no words of its own."""
    if len(segments) != len(before) or len(segments) < _FEWEST:
        return False
    low, high = sentence.start, sentence.end
    if within(page.terms, low, high) or page.cues.any("back", low, high):
        return False
    return all(
        segment.tie == told.tie
        and _alike(segment, told)
        and (segment.tie == "bracket" or content(page, segment) == 0)
        for segment, told in zip(segments, before, strict=True)
    )


def in_line(
    page: Page,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    bound: Sequence[Bound],
    before: Sequence[FigureTold],
) -> tuple[tuple[Judged, ...], tuple[Bound, ...]]:
    """What the figures of a list's item tell, those that name nothing as the figures in their place
    in the item before: "- Ha Long: 1,836 voluntary members, 101% of plan - Cam Pha: 744, 52%"."""
    aspects, metrics = list(judged), list(bound)
    for index, (segment, told) in enumerate(zip(segments, before, strict=False)):
        silent = not page.terms_in(segment.spans)
        silent = silent and content(page, segment) == 0
        if segment.tie != told.tie or not _alike(segment, told):
            break
        if silent and metrics[index].metric == OTHER:
            aspects[index], metrics[index] = told.judged, told.bound
    return tuple(aspects), tuple(metrics)


def corresponds(page: Page, sentence: Span, segments: Sequence[Segment]) -> bool:
    """ "The corresponding figures for unemployment insurance are 28, 35 and 45 per cent": several
    figures that stand for the same times as those just told."""
    opens = _CORRESPONDING.match(page.text, sentence.start, sentence.end) is not None
    return opens and len(segments) >= _FEWEST


def in_their_turn(
    judged: Sequence[Judged], bound: Sequence[Bound], aspect: Aspect | None, turns: int
) -> tuple[tuple[Judged, ...], tuple[Bound, ...]]:
    """What such figures tell: aims behind aims, and of no metric where `turns`, the dates told in
    turn, are not as many."""
    aims = aspect == "target"
    found = (
        one._replace(aspect="target") if aims and one.aspect == "level" else one for one in judged
    )
    if turns == len(bound):
        return tuple(found), tuple(bound)
    return tuple(found), tuple(one._replace(metric=OTHER) for one in bound)


def _alike(segment: Segment, told: FigureTold) -> bool:
    quantity = segment.quantity
    return quantity.unit == told.unit or (quantity.is_bare and told.unit not in UNCOUNTED)
