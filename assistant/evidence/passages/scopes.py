"""Of which places and periods each article speaks, so that passages are sought where it counts.

An article speaks of the place it is about and of those of its figures; of the periods of its
figures, and of the year in which it was published; an undated one perhaps of any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.evidence.rows.agreement import is_within, matches_place
from assistant.query import Query
from indexing.database import ArticleEntry
from indexing.reading.period.notation import overlaps
from indexing.records import Passage

_Told = Mapping[str, frozenset[tuple[str | None, str | None]]]


@dataclass(frozen=True, slots=True)
class Scopes:
    """Articles by place and by period.

    There are far fewer places and periods than articles: what matches is settled for each of them
    once, not for each article.
    """

    of_place: Mapping[str, frozenset[str]]
    of_period: Mapping[str, frozenset[str]]
    """By notation."""
    undated: frozenset[str]
    """Articles that may speak of any day besides those of their figures."""
    of_doc: Mapping[str, Sequence[str]]
    """The passages of an article, by id."""

    @classmethod
    def of(
        cls, articles: Iterable[ArticleEntry], told: _Told, passages: Iterable[Passage]
    ) -> Scopes:
        """The scopes of all articles, `told` being the places and periods of their figures."""
        places: defaultdict[str, set[str]] = defaultdict(set)
        periods: defaultdict[str, set[str]] = defaultdict(set)
        undated: set[str] = set()
        for entry in articles:
            undated |= {entry.doc} if entry.published is None else set()
            pairs = told.get(entry.doc, frozenset())
            for place in {entry.place, *(place for place, _ in pairs)} - {None}:
                places[place or ""].add(entry.doc)
            for period in {*_published(entry.published), *(when for _, when in pairs)} - {None}:
                periods[period or ""].add(entry.doc)
        of_doc: defaultdict[str, list[str]] = defaultdict(list)
        for passage in passages:
            of_doc[passage.doc].append(passage.id)
        return cls(_frozen(places), _frozen(periods), frozenset(undated), of_doc)

    def passages(
        self, query: Query, naming: Callable[[], frozenset[str]] = frozenset
    ) -> Sequence[str] | None:
        """The passages of articles that speak of the query's places and periods.

        None where it names neither.  Where words are asked for, those on districts within a place
        count as well, and where there is none, the articles that only name it: `naming`.
        """
        if not query.places and not query.periods:
            return None
        found: list[frozenset[str]] = []
        if query.places:
            in_words = query.intent == "passages"
            of_place = _union(self.of_place, lambda held: any(
                matches_place(asked, held) or (in_words and is_within(held, asked))
                for asked in query.places))  # fmt: skip
            found.append(of_place or (naming() if in_words else frozenset()))
        if query.periods:
            found.append(self.undated | _union(self.of_period, lambda held: any(
                overlaps(asked.notation, held) for asked in query.periods)))  # fmt: skip
        docs = frozenset.intersection(*found)
        return [id for doc in sorted(docs) for id in self.of_doc.get(doc, ())]


def _published(day: date | None) -> tuple[str, ...]:
    return () if day is None else (str(day.year), f"@{day.isoformat()}")


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(docs) for name, docs in found.items()}


def _union(held: Mapping[str, frozenset[str]], matches: Callable[[str], bool]) -> frozenset[str]:
    return frozenset().union(*(docs for name, docs in held.items() if matches(name)))
