"""What the words around a figure forbid: rates of something else, money that is no flow."""

from __future__ import annotations

from indexing.catalogue import Metric, catalogue
from indexing.extraction.aspects import Judged
from indexing.extraction.ellipsis import around
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topics import SCHEMES_OF, base_of_share
from indexing.records import Span, Unit

_PART_REACH = 45


def is_refused(page: Page, segment: Segment, judged: Judged, unit: Unit, metric: str) -> bool:
    """Whether the words forbid the metric: a share of the total, a debt that was paid after all."""
    found = catalogue().metric(metric)
    if unit == "people" and any(page.cues.any("left", s.start, s.end) for s in segment.tail[:1]):
        return True
    if unit == "people" and found.measure == "participants" and _of_another(page, segment):
        return True
    supported = unit in ("people", "VND", "USD") and page.cues.any("support", *around(segment))
    if supported and found.measure in ("participants", "benefits_paid"):
        return True
    money = unit in ("VND", "USD") and found.unit == "VND"
    if money and judged.aspect == "level" and _is_no_flow(page, segment, found):
        return True
    if found.measure == "late_payment":
        return any(page.cues.any("recovered", span.start, span.end) for span in segment.tail)
    if unit != "percent" or judged.aspect != "level":
        return False
    return found.unit != "percent" or _of_something_else(page, segment, found.measure)


def _of_another(page: Page, segment: Segment) -> bool:
    """ "12,400 members of the farmers' union": no scheme is named, and another body is."""
    quantity = segment.quantity
    spans = (*segment.spans, Span(quantity.start, quantity.end))
    if any(t.kind == "scheme" for s in spans for t in within(page.terms, s.start, s.end)):
        return False
    return any(page.cues.any("other_body", span.start, span.end) for span in spans)


def _is_no_flow(page: Page, segment: Segment, found: Metric) -> bool:
    """Money refused, fined or put by, and what one person pays or gets."""
    quantity = segment.quantity
    if quantity.unit == "VND" and quantity.value < found.minimum:
        return True
    low, high = around(segment)
    return page.cues.any("no_flow", low, high)


def _of_something_else(page: Page, segment: Segment, measure: str) -> bool:
    """Whether a percentage is a share of what gives no rate: "25 per cent of the total".

    A share of a part of the people ("of pupils") is the part's coverage.
    """
    base = base_of_share(page, segment)
    if measure == "coverage":
        part = any(page.cues.any("group", s.start, s.start + _PART_REACH) for s in segment.tail[:1])
        return base == "due" or (base == "else" and not part)
    return (base == "else" and measure == "late_payment_rate") or base in SCHEMES_OF
