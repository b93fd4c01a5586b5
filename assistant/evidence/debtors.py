"""What one debtor owes: a row of its own, never the figure of the province."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.evidence.agreement import matches_place
from assistant.understanding.cues import load_cues
from indexing.catalogue import OTHER
from indexing.reading.folding import fold
from indexing.reading.metric.terms import find_terms
from indexing.reading.phrases import words
from indexing.records import MetricFact

DEBTS = frozenset({"late_payment_amount"})
"""The metrics that a debtor's debt is asked for by."""


def is_debt(row: MetricFact) -> bool:
    """Whether a row of no metric tells what somebody owes."""
    if row.metric != OTHER or not row.group or row.unit not in ("VND", "USD"):
        return False
    terms = [*find_terms(row.subject or ""), *find_terms(row.quote)]
    return any(term.id == "late_payment" for term in terms)


def debts_of(
    named: Sequence[str], place: str | None, question: str, rows: Iterable[MetricFact]
) -> list[MetricFact]:
    """The debts of the debtor whose name a question tells, `named` being its unexplained words.

    The whole name must stand in the question and every word of `named` in the name: "Hoa Phat of
    Hoa Binh" is not "Hoa Binh".  Beside another place than the one asked for there is none, unless
    the place is a part of the name ("Saigon Post").
    """
    asked = _words(question)
    names = frozenset().union(*map(_words, named)) - load_cues().of_no_part
    return [
        row
        for row in rows
        if row.group
        and names <= (own := _words(row.group)) <= asked
        and (matches_place(place, row.place) or (place and _words(place) & own) or names == own)
        and is_debt(row)
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.text for word in words(fold(text)))
