"""What reports tell of single debtors beside their debts: the other columns of a table of them, or
the figures of a sentence that names several: for how long each owes, how many people it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from assistant.datafiles import datafile
from assistant.evidence.rows.agreement import is_of_times, matches_place
from assistant.evidence.rows.debtors import DEBTS, is_debt, speaks_of_debtors
from assistant.evidence.rows.order import recency
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.understanding.slots.narrowing.lengths import lengths_sought
from assistant.understanding.words.cues import Cues, load_cues
from indexing.catalogue import OTHER
from indexing.gazetteer import COUNTRY
from indexing.reading.folding import fold
from indexing.reading.phrases import words
from indexing.records import MetricFact, Span

Kind = Literal["time", "people", "other"]

_LONG = frozenset({"time", "longest", "shortest"})
"""The lists of words by which it is asked for how long somebody owes."""
_BRACKETS = re.compile(r"\([^)]*\)")
"""In the heading of a column: the unit of its figures."""
_NUMBER = re.compile(r"^.*\d\S*\s*")
"""Before the noun of a figure: "over 2,300 workers"."""
_BY = re.compile(r"\b(?:by|theo)\b", re.IGNORECASE)
"""Before that by which things are put in order."""


@dataclass(frozen=True, slots=True)
class DebtorFigure:
    """A figure of one debtor that is not its debt."""

    name: str
    row: MetricFact
    heading: str
    """What the figure is, in the report's words."""
    kind: Kind
    words: frozenset[str]
    """What the heading says beside what tells the kind."""
    in_table: bool

    @property
    def named_row(self) -> MetricFact:
        """The row, its debtor told as its part."""
        return replace(self.row, group=self.name)


def _asked_kinds(query: Query, cues: Cues) -> frozenset[Kind]:
    """Whether it is asked for how long somebody owes, or how many people somebody has."""
    plain, found = query.plain, set[Kind]()
    told = cues.spans_by("columns", plain)
    if lengths_sought(plain) or any(key in _LONG for key, _ in told):
        found.add("time")
    employs = any(key == "employs" for key, _ in told)
    people = [span for key, span in told if key == "people"]
    if employs or any(_is_counted(plain, span) for span in people):
        found.add("people")
    return frozenset(found)


def told_of_named(query: Query, names: Sequence[str], sources: Sources) -> list[DebtorFigure]:
    """What is told of the named debtors in the column that a question asks for."""
    told = [one for one in _told(query, sources) if one.name in names]
    return _latest([one for one in told if _is_asked(one, query, names)], sources)


def told_in_order(query: Query, sources: Sources) -> list[DebtorFigure]:
    """What one report tells of its debtors in the column by which a question puts them in order:
    the latest report, and of several the one that names the most."""
    told = [one for one in _told(query, sources) if _is_asked(one, query, ())]
    by_report: dict[str, list[DebtorFigure]] = {}
    for one in told:
        by_report.setdefault(one.row.doc, []).append(one)
    chosen = max(
        by_report.values(), key=lambda rows: (_when(rows[0], sources), len(rows)), default=[]
    )
    first = {one.name: one for one in reversed(chosen)}
    down = not query.order.lowest_first and "shortest" not in load_cues().hits(
        "columns", query.plain
    )
    return sorted(first.values(), key=lambda one: one.row.value, reverse=down)


def orders_by_column(query: Query, cues: Cues) -> bool:
    """Whether debtors are to be put in order by something else than what they owe."""
    told = set(cues.hits("columns", query.plain))
    by = query.operation == "list" and _BY.search(query.plain)
    ranks = bool(by or query.operation == "rank" or cues.hits("order", query.plain))
    ranks = ranks or bool({"longest", "shortest"} & told)
    return bool(ranks and speaks_of_debtors(query.plain) and _asked_kinds(query, cues))


def _is_counted(question: str, span: Span) -> bool:
    """Whether the people of a firm are, by the words right before theirs or right behind."""
    before, behind = fold(question[: span.start]).rstrip(), fold(question[span.end :])
    return bool(_beside("before").search(before) or _beside("behind").match(behind))


@cache
def _beside(side: Literal["before", "behind"]) -> re.Pattern[str]:
    words = "|".join(datafile("columns")["counted"][side])
    forms = {"before": rf"\b(?:{words})(?: [a-z]+)?$", "behind": rf"(?: [a-z]+)? (?:{words})\b"}
    return re.compile(forms[side])


@cache
def _times() -> frozenset[str]:
    """The words for lengths of time, folded."""
    return frozenset(datafile("columns")["lengths"]["units"])


def _told(query: Query, sources: Sources) -> list[DebtorFigure]:
    """All that is told of debtors of the asked place and time beside their debts."""
    place = next((one for one in query.places if one != COUNTRY), None)
    debts = [row for row in sources.debts() if is_debt(row) and matches_place(place, row.place)]
    found: list[DebtorFigure] = []
    for doc in dict.fromkeys(row.doc for row in debts):
        named = dict.fromkeys(row.group or "" for row in debts if row.doc == doc)
        for row in sources.of_article(doc):
            name = None if row.metric != OTHER or is_debt(row) else _owner(row, list(named), debts)
            published = sources.published(doc)
            if name and "restated" not in row.flags and is_of_times(query.periods, row, published):
                found.append(_column(name, row))
    return found


def _owner(row: MetricFact, names: Sequence[str], debts: Sequence[MetricFact]) -> str | None:
    """The debtor whom a figure is of: that of its line, or the one named last before it in a
    sentence that tells their debts."""
    if row.group is not None:
        return row.group if row.group in names else None
    if not any((one.doc, one.quote_start) == (row.doc, row.quote_start) for one in debts):
        return None
    before = row.quote[: row.start - row.quote_start]
    last = max(names, key=before.rfind, default="")
    return last if last and last in before else None


def _column(name: str, row: MetricFact) -> DebtorFigure:
    in_table = row.group is not None and row.quote.startswith("|")
    figure = row.quote[row.start - row.quote_start : row.end - row.quote_start]
    heading = (row.subject or "") if in_table else _NUMBER.sub("", figure).strip()
    said = frozenset(words(fold(_BRACKETS.sub(" ", heading))))
    cues = load_cues()
    kind: Kind = "people" if row.unit == "people" else "other"
    if row.unit == "other" and said & _times():
        kind = "time"
    known = cues.words_of("columns") | cues.words_of("debtors") if kind != "other" else frozenset()
    own = frozenset(word for word in said - _times() - known if not word.isdigit())
    return DebtorFigure(name, row, heading, kind, own & cues.content(heading), in_table)


def _is_asked(one: DebtorFigure, query: Query, names: Sequence[str]) -> bool:
    """Whether a column is the asked one: of its kind, and narrowed neither less nor more than the
    question is."""
    cues = load_cues()
    if query.parts or not set(query.metrics) <= DEBTS:
        return False
    if cues.hits("insured", query.plain):  # those of a firm who are insured are some of them
        return False
    said = (*query.qualifiers, *query.unsure.words)
    told = frozenset().union(*(words(fold(word)) for word in said))
    known = frozenset().union(*(words(fold(name)) for name in names))
    known |= cues.words_of("columns") | cues.words_of("debtors") | cues.generic | _times()
    left = told - known - cues.idle.words
    kinds = _asked_kinds(query, cues)
    if one.kind == "other":
        return bool(one.words) and not kinds and one.words <= query.words and left <= one.words
    return one.kind in kinds and one.words <= query.words | told and left <= one.words


def _latest(told: Sequence[DebtorFigure], sources: Sources) -> list[DebtorFigure]:
    """The latest of each name, in the order in which they were found."""
    last: dict[str, DebtorFigure] = {}
    for one in told:
        if one.name not in last or _when(one, sources) > _when(last[one.name], sources):
            last[one.name] = one
    return list(last.values())


def _when(one: DebtorFigure, sources: Sources) -> tuple[object, ...]:
    return recency(one.row, sources.published)
