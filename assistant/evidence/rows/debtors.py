"""What single debtors owe: rows of their own, never the figure of the province."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.evidence.rows.agreement import matches_place, period_fit
from assistant.evidence.rows.keyed import Published
from assistant.evidence.rows.order import recency
from assistant.evidence.rows.parts import of_no_part
from assistant.query import Query
from assistant.understanding.slots.claimed import says_how_many
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import OTHER
from indexing.gazetteer import COUNTRY
from indexing.reading.folding import fold
from indexing.reading.phrases import words
from indexing.records import CURRENCIES, MetricFact, Period

_TOP = re.compile(r"\btop\s+\d", re.IGNORECASE)
"""Before a number of what is to be named, which need not say of what."""
_WHICH = re.compile(
    r"\bwhich(?:\s+(?:one|ones|of\s+(?:them|these|those)))?\s+(?:is\s+it\s+that\s+)?ow",
    re.IGNORECASE,
)
"""Who owes, by no name for what they are."""
DEBTS = frozenset({"late_payment_amount"})
"""The metrics that a debtor's debt is asked for by."""


def is_debt(row: MetricFact) -> bool:
    """Whether a row of no metric tells what somebody owes: only debtors group such sums.

    What a place owes is no single debtor's.
    """
    is_sum = row.metric == OTHER and bool(row.group) and row.unit in CURRENCIES
    return is_sum and _words(row.group or "") != _words(row.place or "")


def debts_of(
    named: Sequence[str], place: str | None, question: str, rows: Iterable[MetricFact]
) -> dict[str, list[MetricFact]]:
    """The debts of the debtors whose names a question tells, by name in its order.

    `named` are its unexplained words: every one of them must belong to some debtor's name, and each
    name must stand wholly in the question: "Hoa Phat of Hoa Binh" is not "Hoa Binh".  Beside
    another place than the one asked for there is none, unless the place is a part of the name
    ("Saigon Post").
    """
    asked = _words(question)
    names = frozenset().union(*map(_words, named)) - of_no_part()
    held: dict[str, list[MetricFact]] = {}
    for row in rows:
        own = _words(row.group or "")
        is_named = bool(own & names) and own <= asked
        is_there = matches_place(place, row.place) or names == own
        if is_named and (is_there or (place and _words(place) & own)) and is_debt(row):
            held.setdefault(row.group or "", []).append(row)
    whole = [name for name in held if not any(_words(name) < _words(other) for other in held)]
    if names - frozenset().union(*map(_words, whole)):
        return {}
    plain = fold(question)
    return {name: held[name] for name in sorted(whole, key=lambda name: plain.find(fold(name)))}


def debtors_like(
    named: Sequence[str], place: str | None, rows: Iterable[MetricFact]
) -> tuple[str, ...]:
    """The debtors of whose names a question tells a part only, "Lilama": each may be meant.

    A word without a capital ("construction") tells of what kind they are, not which one.
    """
    told = frozenset().union(*map(_words, named))
    if not all(name[:1].isupper() for name in named):
        return ()
    held = (row for row in rows if is_debt(row) and matches_place(place, row.place))
    names = dict.fromkeys(row.group or "" for row in held)
    return tuple(name for name in names if told and told < _words(name))


def speaks_of_debtors(text: str) -> bool:
    """Whether a text names debtors by that word, or firms that owe."""
    told = frozenset(load_cues().hits("debtors", text))
    return "debtors" in told or {"firms", "owing"} <= told


def owe_alike(question: str, text: str) -> bool:
    """Whether the firms that a question counts, where it does, and those of a text both owe, or
    neither: who pays is no debtor."""
    counts = "firms" in load_cues().hits("count", question)
    return not counts or speaks_of_debtors(question) == speaks_of_debtors(text)


def asks_for_debtors(query: Query) -> bool:
    """Whether the debtors themselves are to be named, in the order of their debts."""
    cues = load_cues()
    of_one = len(query.places) == 1 and query.places[0] != COUNTRY and query.order.kind is None
    names = speaks_of_debtors(query.plain) or (
        of_one and (_names_so_many(query) or _asks_which(query))
    )
    ranks = query.operation in ("rank", "list") or cues.hits("order", query.plain)
    told = frozenset().union(*map(_words, query.qualifiers))
    return bool(names and ranks and not told - cues.words_of("debtors") - cues.generic)


def is_of_debtors_alone(query: Query) -> bool:
    """Whether debtors of one place are to be named, for whom its own figure is no answer."""
    of_firms = query.order.kind is None or query.order.kind.name == "firm"
    of_one = len(query.places) == 1 and query.places[0] != COUNTRY
    return of_firms and of_one and asks_for_debtors(query)


def _asks_which(query: Query) -> bool:
    """Whether it asks which owes most, of nothing that it names: "and which one owes most?"."""
    of_debts = bool(query.metrics) and set(query.metrics) <= DEBTS
    return of_debts and query.operation == "rank" and _WHICH.search(query.plain) is not None


def _names_so_many(query: Query) -> bool:
    """Whether a number of debts is to be named: "the three smallest debts", "top 3 arrears"."""
    numbered = any(says_how_many(told, query.plain) for told in query.claimed)
    of_debts = bool(query.metrics) and set(query.metrics) <= DEBTS
    return of_debts and (numbered or _TOP.search(query.plain) is not None)


def ranked_debtors(
    place: str | None,
    period: Period | None,
    rows: Iterable[MetricFact],
    published: Published,
    lowest_first: bool,
) -> tuple[MetricFact, ...]:
    """The debts that one report tells, in their order: the latest that meets the asked days.

    Of several reports of the same day the one that names the most debtors.
    """
    debts = [
        row
        for row in rows
        if is_debt(row) and row.unit == "VND" and matches_place(place, row.place)
        if period is None or period_fit(period, row.period)
    ]
    by_report: dict[str, list[MetricFact]] = {}
    for row in debts:
        by_report.setdefault(row.doc, []).append(row)
    told = max(
        by_report.values(),
        key=lambda of_one: (max(recency(row, published)[0] for row in of_one), len(of_one)),
        default=[],
    )
    first = {_words(row.group or "") - of_no_part(): row for row in reversed(told)}
    return tuple(sorted(first.values(), key=lambda row: row.value, reverse=not lowest_first))


def _words(text: str) -> frozenset[str]:
    return frozenset(words(fold(text)))
