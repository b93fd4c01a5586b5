"""Passages that may tell a figure which the table does not: of the asked place, time and kind.

Those that hold figures of the place and the time lead, whatever the table takes these for; behind
them stand those of reports of that time that name the place and share words with the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from assistant.evidence.passages.search import Search
from assistant.evidence.rows.agreement import best_fit
from assistant.evidence.spelt import naming
from assistant.evidence.told import of_kind
from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.reading.folding import fold
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact, Passage

_MOST_OF_EACH = 8
"""Passages that hold figures, and passages that share words."""


def nearby(query: Query, search: Search, cues: Cues) -> tuple[Passage, ...]:
    """The passages in which to look for a sentence near `query`, each once."""
    by_figures = search.holding(_rows(query, search, cues), _MOST_OF_EACH)
    by_words = islice(_naming(query, search), _MOST_OF_EACH)
    return tuple(dict.fromkeys((*by_figures, *by_words)))


def _rows(query: Query, search: Search, cues: Cues) -> Sequence[MetricFact]:
    """The figures of the asked kind, place and time, those first whose time is the asked one."""

    def rank(row: MetricFact) -> tuple[object, ...]:
        meant = row.metric in query.metrics, row.aspect in query.aspects
        last = parse_notation(row.period).last_day if row.period else date.min
        return best_fit(query.periods, row.period), *meant, last

    return sorted(of_kind(query, search.rows_of(query), cues), key=rank, reverse=True)


def _naming(query: Query, search: Search) -> Iterator[Passage]:
    """The passages that name an asked place, which share words with the question."""
    name = naming(query.places)
    for one in search.sharing_words(replace(query, places=())):
        if name is None or name.search(fold(f"{one.heading or ''} {one.text}")):
            yield one
