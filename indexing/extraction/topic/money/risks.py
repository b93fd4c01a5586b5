"""What an insurance insures against, which tells whose money it is: "for old age and sickness"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.reading.metric.scheme_words import scheme_words
from indexing.records import Span

PAID_FOR = {
    "si_allowances": "si",
    "si_allowances_paid": "si",
    "pensioners": "si",
    "treatment_costs": "hi",
    "visits": "hi",
    "unemployment_allowance": "ui",
    "unemployment_benefits": "ui",
}
"""Measures that tell what is paid for, and whose fund pays for it."""
_RISKS = {"si": "risk_si", "hi": "risk_hi", "ui": "risk_ui"}
"""The kind of cue that tells what each scheme insures against."""
_LINK = re.compile(
    r"[\s,]*(?:(?:and|to|or|as well as|plus)\s+)?(?:[^\W\d]+\s+){0,2}", re.IGNORECASE
)


def clause_before(page: Page, segment: Segment) -> list[Span]:
    """The words before a sum in its own clause: "pensions rose; VND3 billion was collected"."""
    ends = [(s, max(page.text.rfind(mark, s.start, s.end) for mark in ";.:")) for s in segment.lead]
    return [Span(max(s.start, end), s.end) for s, end in ends[-1:]]


def insurer(page: Page, spans: Sequence[Span]) -> str | None:
    """The scheme that insures against what some words name; "all" for several."""
    named = {
        scheme for span in spans for scheme, kind in _RISKS.items() if page.cues.any(kind, *span)
    }
    if len(named) < 2:
        return next(iter(named), None)
    return next((whole for known, whole in scheme_words().together if known == named), "all")


def insurers_listed(page: Page, segment: Segment) -> set[str]:
    """The schemes whose benefits the words at a sum name in one list."""
    best: set[str] = set()
    for span in (segment.before, segment.behind):
        listed: set[str] = set()
        end = span.start
        for start, stop, scheme in sorted(_benefits(page, span)):
            if not _LINK.fullmatch(page.text, end, start):
                listed = set()
            listed.add(scheme)
            end = max(end, stop)
            best = max(best, set(listed), key=len)
    return best


def _benefits(page: Page, span: Span) -> Iterator[tuple[int, int, str]]:
    for scheme, kind in _RISKS.items():
        for cue in page.cues.within(kind, *span):
            yield cue.start, cue.end, scheme
    for term in within(page.terms, *span):
        if term.kind == "measure" and term.id in PAID_FOR:
            yield term.start, term.end, PAID_FOR[term.id]
