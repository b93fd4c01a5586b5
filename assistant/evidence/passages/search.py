"""Finding passages: by meaning and by words, within the articles that can answer.

The embedding model, the keyword index and the collection come with the first question that needs
them; what depends on the database is made anew when its revision has moved on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from assistant.evidence.passages.snapshot import MadeOnce, Snapshot
from assistant.evidence.rows.agreement import best_fit, period_fit
from assistant.evidence.rows.debtors import DEBTS, debts_of
from assistant.query import Query
from assistant.records import ScoredPassage
from assistant.settings import AssistantSettings
from indexing.agreement import names_of
from indexing.catalogue import OTHER
from indexing.database import Database, IndexView, Sentences, Vectors
from indexing.errors import ModelError, WorkError
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import parse_notation
from indexing.records import CURRENCIES, MetricFact, Passage
from indexing.search.embedding import TextEmbedder
from indexing.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from indexing.search.collection import Collection

_MOST_PASSAGES = 5
_MOST_KEPT = 1_000
"""Questions whose vectors are kept in memory: 1.5 MB of them at 384 dimensions."""
_CANDIDATES = 50
"""Passages that each way of searching puts forward."""


class PassageSearch:
    """Searches the passages of one database.  Safe to share among threads.

    With the collection free this process opens it and lets it propose candidates; beside a service
    that has it open, all vectors are searched.  Both are ranked by the same exact scores, so the
    answer is the same.
    """

    def __init__(
        self, settings: AssistantSettings, database: Database, embedder: TextEmbedder
    ) -> None:
        self._settings = settings
        self._database = database
        self._embedder = embedder
        self._lock = Lock()
        self._proposing = Lock()
        self._snapshots = MadeOnce(Snapshot.of)
        self._vocabularies = MadeOnce(Vocabulary.of)
        self.vector = lru_cache(_MOST_KEPT)(self._vector)
        """The unit vector of a text; that of a question is asked for again and again."""
        self._collection: Collection | None = None
        self._is_collection_sought = False

    def over(self, view: IndexView) -> Search:
        """The search as one answer sees it: over the state that `view` shows."""
        return Search(self, view)

    def check_model(self, view: IndexView) -> None:
        """Raises `ModelError` when the index was made by another model than the one in use.

        Vectors of two models must never be compared, even where their dimensions agree.
        """
        if view.embedding != self._embedder.identity:
            raise ModelError(
                f"the index was made with {view.embedding.split()[0]}, the settings name "
                f"{self._embedder.identity.split()[0]}: build the index again or set "
                "VSS_EMBEDDING_MODEL as it was"
            )

    def snapshot(self, view: IndexView) -> Snapshot:
        """What is searched in the view's state, made when it is not at hand."""
        return self._snapshots.of(view)

    def vocabulary(self, view: IndexView) -> Vocabulary:
        """The words of the passages in the view's state, made when they are not at hand."""
        return self._vocabularies.of(view)

    def proposals(self, vector: Vectors, snapshot: Snapshot) -> list[str]:
        """Ids of passages near a vector, from the collection where it can be had."""
        collection = self._opened_collection()
        if collection is not None:
            try:
                # One at a time: a collection that another thread is filling would propose too few.
                with self._proposing:
                    collection.sync()
                    if collection.revision == snapshot.revision:
                        return collection.candidates(vector, _CANDIDATES)
            except WorkError:
                # A collection that fails costs nothing but time: the vectors are all here.
                return snapshot.exact.candidates(vector, _CANDIDATES)
        return snapshot.exact.candidates(vector, _CANDIDATES)

    def close(self) -> None:
        """Let go of the collection and of what is held in memory."""
        self._snapshots.drop()
        self._vocabularies.drop()
        with self._lock:
            if self._collection is not None:
                self._collection.close()
                self._collection = None

    def _vector(self, text: str) -> Vectors:
        vector: Vectors = self._embedder.embed([text])[0]
        return vector

    def _opened_collection(self) -> Collection | None:
        with self._lock:
            if not self._is_collection_sought:
                from indexing.search.collection import Collection

                self._is_collection_sought = True
                try:
                    self._collection = Collection.open(self._settings, self._database)
                except WorkError:
                    self._collection = None
            return self._collection


@dataclass(frozen=True, slots=True)
class Search:
    """Passages for a query, in one state of the index."""

    search: PassageSearch
    view: IndexView

    def vector(self, text: str) -> Vectors:
        """The unit vector of a text, of the model that the index was made with."""
        self.search.check_model(self.view)
        return self.search.vector(text)

    def sentences(self, passages: Iterable[Passage]) -> Mapping[str, Sentences]:
        """The sentences of some passages with their vectors, by the passage's id."""
        return self.view.sentences([passage.id for passage in passages])

    def prepare(self) -> None:
        """Load the model, the keyword index and the collection."""

        self.search.check_model(self.view)
        vector = self.search.vector("health insurance")
        self.search.proposals(vector, self.search.snapshot(self.view))
        self.search.vocabulary(self.view)

    def knows(self, words: Iterable[str]) -> bool:
        """Whether some passage holds one of the words; told without loading the model."""
        vocabulary = self.search.vocabulary(self.view)
        return any(map(vocabulary.holds, words))

    def typed_as(self, word: str) -> str | None:
        """The word of the passages for which `word` is mistyped; told without loading the model."""
        return self.search.vocabulary(self.view).typed_as(word)

    def find(self, query: Query) -> tuple[ScoredPassage, ...]:
        """The passages nearest to the query, of articles on its places and periods."""
        return self.ranked(query, _MOST_PASSAGES)

    def ranked(self, query: Query, most: int) -> tuple[ScoredPassage, ...]:
        """As `find`: by the figures that they hold, by meaning and by words, joined by rank."""
        within = self._snapshot().scopes.passages(query, lambda: self._naming(query))
        rankings = (
            self.by_figures(query),
            self.dense(query.gist, within),
            self.by_words(query.gist, within),
        )
        return self.fused(query.gist, rankings, most)

    def _naming(self, query: Query) -> frozenset[str]:
        """The articles that name an asked place, of which they may tell no figure."""
        snapshot = self._snapshot()
        return frozenset(
            snapshot.passages[id].doc
            for place in query.places
            for name in names_of(place)
            for id, _ in snapshot.keywords.search(name, _CANDIDATES)
            if id in snapshot.passages and name in snapshot.passages[id].text
        )

    def fused(
        self, question: str, rankings: Sequence[Sequence[tuple[str, float]]], most: int
    ) -> tuple[ScoredPassage, ...]:
        """Several rankings joined by rank."""
        from assistant.evidence.passages.retrieval import fuse

        return fuse(question, rankings, self._snapshot().passages, most)

    def by_figures(self, query: Query, most: int = _CANDIDATES) -> list[tuple[str, float]]:
        """The passages that hold the asked figures: id and how well the best of them fits.

        None where no metric is asked for.  Without a period the latest figures of the place come
        first; where debtors are named, only what they owe fits.
        """
        if not query.metrics:
            return []
        names = [name for place in query.places or (COUNTRY,) for name in names_of(place)]
        snapshot = self._snapshot()
        fits: dict[str, tuple[float, date]] = {}
        for row in self._debts(query) or self.view.facts(query.metrics, names):
            fit = max((period_fit(asked, row.period) for asked in query.periods), default=1)
            last = parse_notation(row.period).last_day if row.period else date.min
            id = snapshot.holder(row)
            if fit and id:
                fits[id] = max((fit, last), fits.get(id, (0, date.min)))
        best = sorted(sorted(fits), key=lambda id: fits[id], reverse=True)
        return [(id, fits[id][0]) for id in best[:most]]

    def _debts(self, query: Query) -> list[MetricFact]:
        """What the debtors owe whose names the question tells, if it asks for debts."""
        if not query.qualifiers or DEBTS.isdisjoint(query.metrics):
            return []
        rows = self.view.facts((OTHER,), units=CURRENCIES)
        place = query.places[0] if query.places else None
        named = debts_of(query.qualifiers, place, query.plain, rows)
        return [row for owed in named.values() for row in owed]

    def dense(self, question: str, within: Sequence[str] | None) -> list[tuple[str, float]]:
        """The passages nearest in meaning: id and cosine, the best first."""
        snapshot = self._snapshot()
        vector = self.vector(question)
        near = self.search.proposals(vector, snapshot) if within is None else within
        scores = snapshot.exact.scores(vector, near)
        return sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:_CANDIDATES]

    def by_words(
        self, question: str, within: Sequence[str] | None, most: int = _CANDIDATES
    ) -> list[tuple[str, float]]:
        """The passages that share words with the question: id and score, the best first."""
        return self._snapshot().keywords.search(question, most, within)

    def holding(self, rows: Iterable[MetricFact], most: int) -> list[Passage]:
        """The first passages that print the figures of some rows, each once."""
        snapshot = self._snapshot()
        ids: dict[str, None] = {}
        for row in rows:
            if len(ids) == most:
                break
            if id := snapshot.holder(row):
                ids[id] = None
        return [snapshot.passages[id] for id in ids]

    def sharing_words(self, query: Query) -> list[Passage]:
        """The passages of articles on the query's places and periods that share words with it, the
        best first."""
        snapshot = self._snapshot()
        found = self.by_words(query.gist, snapshot.scopes.passages(query))
        return [snapshot.passages[id] for id, _ in found]

    def rows_of(self, query: Query) -> list[MetricFact]:
        """All rows of the query's places, or of the country, and of its times."""
        held = self._snapshot().scopes.of_period
        periods = [notation for notation in held if best_fit(query.periods, notation)]
        names = [name for place in query.places or (COUNTRY,) for name in names_of(place)]
        return self.view.facts(places=names, periods=periods if query.periods else None)

    def _snapshot(self) -> Snapshot:
        return self.search.snapshot(self.view)
