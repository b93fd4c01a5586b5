"""Whose part a figure is that a pronoun tells: "86 firms owe for months.  They keep VND9 billion".

What is told of "them" is told of those counted in the sentence before, and of nobody else in their
place: the debt of 86 firms is not the province's, nor is what 1,240 people drew what all drew.
"""

from __future__ import annotations

import re

from indexing.catalogue import OTHER
from indexing.extraction.part.debtors import as_age
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import CURRENCIES, MetricFact, Quantity, Span

_OPENS = re.compile(
    rf"\W*(?:{any_of('money.totals')}\W+)?(?:[^,;:.\d]{{1,40}}[,\s]\s*)??{any_of('pronouns.they')}\b"
    r"(?!\s+(?:who|whose|that|with|in|from|aged)\b)[^;:]*$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    rf"\b(?:of|by|from|at|among)\s+{any_of('pronouns.them')}\b"
    r"(?!\s+(?:who|whose|that|with|in|from|aged)\b)[^;:]*$",
    re.IGNORECASE,
)
_THE_SAME = re.compile(r"\b(?:the|these|those|all)\s+$", re.IGNORECASE)
_NEAR = 10
_FLOWING = frozenset({*CURRENCIES, "visits", "cards"})
"""What people get and do, rather than how many they are."""


def of_antecedent(page: Page, fact: MetricFact, counted: MetricFact | None) -> str | None:
    """The part that a pronoun before a figure stands for; None where none does.

    `counted`: the people that the sentences before it counted last.
    """
    before = page.sentence_before(fact.quote_start)
    if before is None:
        return None
    told = within(page.quantities, *before.span)
    firms = [one for one in told if one.unit == "enterprises"]
    if not _is_taken_up(page, fact, firms):
        return None
    owed = fact.metric == "late_payment_amount"
    if firms and (owed or _owe(page, before.span)):
        return page.text[firms[-1].start : firms[-1].end]
    if owed:  # "Some have paid nothing for over a year.  They owe"
        return next((age for one in told if (age := as_age(page, one)) is not None), None)
    if firms:
        return None
    if fact.unit in _FLOWING and counted is not None and counted.quote_start == before.start:
        outside = page.text[counted.start : counted.end] if counted.metric == OTHER else None
        return counted.group or outside
    return None


def _is_taken_up(page: Page, fact: MetricFact, firms: list[Quantity]) -> bool:
    low, high = fact.quote_start, fact.start
    before = page.text[low:high]
    if _OPENS.match(before) or _WHOSE.search(before):
        return True
    same = {firm.value for firm in firms}
    return any(
        one.value in same and _THE_SAME.search(page.text, max(low, one.start - _NEAR), one.start)
        for one in within(page.quantities, low, high)
    )


def _owe(page: Page, sentence: Span) -> bool:
    return any(page.cues.any(kind, *sentence) for kind in ("late", "owes"))
