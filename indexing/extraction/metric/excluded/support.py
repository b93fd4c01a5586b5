"""Support, subsidies and relief: what is given on top of a scheme is none of its figures."""

from __future__ import annotations

import re

from indexing.catalogue import Metric
from indexing.extraction.aspect.attaining import names_base
from indexing.extraction.metric.continued.own_content import reason_at
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within

_FROM_FUND = re.compile(
    r"\s+(?:from|by|out of)\s+the\s+(?:social|health|unemployment|jobless)\s+"
    r"(?:insurance\s+)?fund\b",
    re.IGNORECASE,
)
_TO_WHAT = re.compile(
    r"\s+(?:to|on top of)\s+(?:what|the (?:\w+\s+)?(?:support|subsidy|sum|share|part))\b",
    re.IGNORECASE,
)
""" "The province adds 20 per cent to what the State gives"."""


def is_support(page: Page, segment: Segment) -> bool:
    """Whether support is told of, and not only as the reason: "as support ran out"."""
    low, high = segment.extent
    if _FROM_FUND.match(page.text, *segment.behind):
        return False  # "supported with VND141 billion from the unemployment fund"
    told = page.cues.any("support", low, high)
    return told and page.cues.any("support", low, reason_at(page, segment.quantity.end, high))


def is_subsidy(page: Page, segment: Segment) -> bool:
    """ "Everyone in the scheme gets 10 per cent on top of the central support", "it pays part of
    the contribution: 50 per cent for the poor, 40 for the near-poor": of the premium."""
    start = segment.quantity.start
    low = page.sentence_at(start).start
    paid = page.cues.within("bears", low, start) or page.cues.within("subsidy", low, start)
    dues = within(page.terms, paid[0].end, start) if paid else ()
    borne = any(term.id == "collection" for term in dues)
    borne = borne or _TO_WHAT.match(page.text, segment.quantity.end) is not None
    return (borne or is_support(page, segment)) and not names_base(page, segment)


def is_relief(page: Page, segment: Segment, found: Metric) -> bool:
    """ "As relief from the epidemic VND17 billion was paid to 7,000 people": no scheme's benefit.

    The word may stand anywhere before the figure in its sentence; mere "support" only where the
    figure's own words name no benefit.
    """
    sentence = page.sentence_at(segment.quantity.start)
    low, high = segment.extent
    if page.cues.any("relief", sentence.start, high):
        return True
    own = page.cues.any("benefit", low, high) or any(
        term.kind == "scheme" for term in within(page.terms, low, high)
    )
    helped = page.cues.any("support", sentence.start, segment.quantity.start)
    return found.measure == "beneficiaries" and helped and not own
