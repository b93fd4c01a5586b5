"""Finding passages: by meaning and by words, within the articles that can answer.

The embedding model, the keyword index and the collection come with the first question that needs
them; what depends on the database is made anew when its revision has moved on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from assistant.evidence.agreement import matches_place
from assistant.records import Query, ScoredPassage
from assistant.settings import AssistantSettings
from indexing.database import ArticleEntry, Database, IndexView, Vectors
from indexing.embedding import TextEmbedder
from indexing.errors import ModelError, WorkError
from indexing.exact import ExactSearch
from indexing.reading.notation import overlaps
from indexing.records import Passage

if TYPE_CHECKING:
    from indexing.collection import Collection
    from indexing.keywords import KeywordIndex

MOST_PASSAGES = 5
MOST_KEPT = 20_000
"""Vectors kept in memory: 30 MB of them at 384 dimensions."""
CANDIDATES = 50
"""Passages that each way of searching puts forward."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is searched, as of one revision of the database."""

    revision: int
    exact: ExactSearch
    keywords: KeywordIndex
    passages: dict[str, Passage]
    articles: tuple[ArticleEntry, ...]
    scopes: Mapping[str, frozenset[tuple[str | None, str | None]]]
    """By article: the places and periods of its figures."""


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
        self._snapshot: Snapshot | None = None
        self._vectors: dict[str, Vectors] = {}
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

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts, one a row; sentences of reports come up again and are kept."""
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known |= zip(new, self._embedder.embed(new), strict=True)
            with self._lock:
                if len(self._vectors) > MOST_KEPT:
                    self._vectors.clear()
                self._vectors |= known
        return np.stack([known[text] for text in texts])

    def snapshot(self, view: IndexView) -> Snapshot:
        """What is searched in the view's state, made when it is not at hand."""
        with self._lock:
            if self._snapshot is None or self._snapshot.revision != view.revision:
                from indexing.keywords import KeywordIndex

                passages = {passage.id: passage for passage in view.passages()}
                exact = ExactSearch(view.vectors())
                self._snapshot = Snapshot(
                    view.revision,
                    exact,
                    KeywordIndex.of(view),
                    passages,
                    tuple(view.articles()),
                    view.scopes(),
                )
            return self._snapshot

    def proposals(self, vector: Vectors, snapshot: Snapshot) -> list[str]:
        """Ids of passages near a vector, from the collection where it can be had."""
        collection = self._opened_collection()
        if collection is not None:
            try:
                # One at a time: a collection that another thread is filling would propose too few.
                with self._proposing:
                    collection.sync()
                    if collection.revision == snapshot.revision:
                        return collection.candidates(vector, CANDIDATES)
            except WorkError:
                # A collection that fails costs nothing but time: the vectors are all here.
                return snapshot.exact.candidates(vector, CANDIDATES)
        return snapshot.exact.candidates(vector, CANDIDATES)

    def close(self) -> None:
        """Let go of the collection and of what is held in memory."""
        with self._lock:
            self._snapshot = None
            if self._collection is not None:
                self._collection.close()
                self._collection = None

    def _opened_collection(self) -> Collection | None:
        with self._lock:
            if not self._is_collection_sought:
                from indexing.collection import Collection

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

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts, one a row."""
        return self.search.embed(texts)

    def prepare(self) -> None:
        """Load the model, the keyword index and the collection."""

        self.search.check_model(self.view)
        vector = self.search.embed(["health insurance"])[0]
        self.search.proposals(vector, self.search.snapshot(self.view))

    def knows(self, words: Iterable[str]) -> bool:
        """Whether some passage holds one of the words; told without loading the model."""
        return any(self.view.mentions(word) for word in words)

    def find(self, query: Query) -> tuple[ScoredPassage, ...]:
        """The passages nearest to the query, of articles on its places and periods."""
        from assistant.evidence.retrieval import fuse

        self.search.check_model(self.view)
        snapshot = self.search.snapshot(self.view)
        docs = matching_docs(query, snapshot)
        allowed = {
            id: passage
            for id, passage in snapshot.passages.items()
            if docs is None or passage.doc in docs
        }
        if not allowed:
            return ()

        def dense(question: str, most: int) -> list[tuple[str, float]]:
            vector = self.search.embed([question])[0]
            near = allowed if docs is not None else self.search.proposals(vector, snapshot)
            scores = snapshot.exact.scores(vector, list(near))
            return sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:most]

        def by_words(question: str, most: int) -> list[tuple[str, float]]:
            found = snapshot.keywords.search(question, len(snapshot.passages))
            return [(id, score) for id, score in found if id in allowed][:most]

        return fuse(query.gist, (dense, by_words), allowed, MOST_PASSAGES, CANDIDATES)


def matching_docs(query: Query, snapshot: Snapshot) -> set[str] | None:
    """The articles that speak of the query's places and periods; None where it names neither.

    An article speaks of the place it is about and of those of its figures; of the periods of its
    figures, and of the year in which it was published.
    """
    if not query.places and not query.periods:
        return None
    docs = set[str]()
    for entry in snapshot.articles:
        told = snapshot.scopes.get(entry.doc, frozenset())
        places = {entry.place, *(place for place, _ in told)}
        if query.places and not any(matches_place(p, h) for p in query.places for h in places if h):
            continue
        when = {period for _, period in told if period}
        if entry.published is not None:
            when |= {str(entry.published.year), f"@{entry.published.isoformat()}"}
        if query.periods and not any(overlaps(p.notation, h) for p in query.periods for h in when):
            continue
        docs.add(entry.doc)
    return docs
