"""What is searched, as of one revision of the database: made in memory, and never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from assistant.evidence.passages.scopes import Scopes
from indexing.database import IndexView
from indexing.records import MetricFact, Passage
from indexing.search.exact import ExactSearch

if TYPE_CHECKING:
    from indexing.search.keywords import KeywordIndex

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The passages of one revision, as they are searched."""

    revision: int
    exact: ExactSearch
    keywords: KeywordIndex
    passages: Mapping[str, Passage]
    scopes: Scopes

    @classmethod
    def of(cls, view: IndexView) -> Snapshot:
        """The snapshot of the state that `view` shows."""
        from indexing.search.keywords import KeywordIndex

        passages = view.passages()
        return cls(
            view.revision,
            ExactSearch(view.vectors()),
            KeywordIndex.of(view),
            {passage.id: passage for passage in passages},
            Scopes.of(view.articles(), view.scopes(), passages),
        )

    def holder(self, row: MetricFact) -> str | None:
        """The passage that prints a row's figure."""
        inside = (id for id in self.scopes.of_doc.get(row.doc, ()) if self._holds(id, row))
        return next(inside, None)

    def _holds(self, id: str, row: MetricFact) -> bool:
        return self.passages[id].start <= row.start and row.end <= self.passages[id].end


class MadeOnce(Generic[_T]):
    """What is made of one revision and kept until another is asked for.

    Safe to share among threads: those that ask while it is made wait for it.
    """

    def __init__(self, make: Callable[[IndexView], _T]) -> None:
        self._make = make
        self._lock = Lock()
        self._held: tuple[int, _T] | None = None

    def of(self, view: IndexView) -> _T:
        """What belongs to the revision that `view` shows."""
        with self._lock:
            if self._held is None or self._held[0] != view.revision:
                self._held = None  # two of them need not be in memory at a time
                self._held = (view.revision, self._make(view))
            return self._held[1]

    def drop(self) -> None:
        """Lets go of it."""
        with self._lock:
            self._held = None
