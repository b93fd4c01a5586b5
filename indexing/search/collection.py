"""Passages of an index in Chroma, which proposes those near a vector.

The collection is made from the database's vectors and may be thrown away at any time.  An embedded
one is held by one process, checked when it is opened, and made anew on any doubt; what it proposes
is no more than a list of ids, which the caller looks up in the database.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from threading import Lock
from typing import Any, Final, TypeVar

from indexing.checksums import Checksums
from indexing.database import Database, IndexView, Vectors
from indexing.errors import IndexLocked, VssError, WorkError
from indexing.locking import ProcessLock
from indexing.records import MetricFact, Passage
from indexing.search.chroma import embedded_client, server_client
from indexing.settings import IndexSettings

_NAME: Final = "passages"
_BATCH: Final = 5000
"""Chroma refuses more records at once than 5461."""
_PROBES: Final = 8
_SAME: Final = 1e-4
"""A cosine distance below which two vectors are one, rounding allowed for."""
_T = TypeVar("_T")
_SPACE: Final = {"hnsw": {"space": "cosine", "ef_search": 200, "ef_construction": 200}}


class Collection:
    """Passages of one index in Chroma.  Safe to share among threads."""

    def __init__(self, settings: IndexSettings, database: Database) -> None:
        self._address = settings.chroma_url
        self._database = database
        self._folder = settings.data_dir / "chroma"
        self._checksums = _checksums(settings)
        self._lock = ProcessLock(settings.data_dir / "chroma.lock", "has the collection open")
        self._changing = Lock()
        self._client: Any = None
        self._collection: Any = None
        self.revision = -1
        """The database's revision that the collection was last brought to."""

    @classmethod
    def open(cls, settings: IndexSettings, database: Database) -> Collection:
        """The collection, checked and brought to the database's state.

        Raises `IndexLocked` while another process has the embedded collection open, `WorkError`
        when a server does not answer, `SettingError` for an address that cannot be used.
        """
        collection = cls(settings, database)
        if collection._embedded:
            collection._lock.acquire()
        try:
            with database.view() as view, _told():
                collection._start(view)
        except BaseException:
            collection.close()
            raise
        return collection

    def candidates(self, vector: Vectors, n: int = 50) -> list[str]:
        """The ids of about `n` passages near `vector`, the nearest first.

        Some may be gone from the database; look them up there.  Raises `WorkError` when Chroma
        fails; `ExactSearch` then serves in its place.
        """
        with _told():
            found = self._collection.query(query_embeddings=[vector], n_results=n, include=[])
            return list(found["ids"][0])

    def sync(self) -> bool:
        """Brings the collection to the database's revision; False when it stood there already."""
        if self.revision == self._database.revision():
            return False
        with self._changing, self._database.view() as view, _told():
            if self._is_of(view):
                self._update(view)
            else:
                self._fill_anew(view)
            self._settle(view)
        return True

    def close(self) -> None:
        """Lets go of Chroma and of the lock."""
        self._disconnect()
        self._lock.release()

    @property
    def _embedded(self) -> bool:
        return self._address is None

    def _start(self, view: IndexView) -> None:
        if self._embedded and not self._checksums.holds(view.fingerprint):
            shutil.rmtree(self._folder, ignore_errors=True)
        self._connect()
        if not self._opens_well(view):
            self._fill_anew(view)
        self._settle(view)

    def _opens_well(self, view: IndexView) -> bool:
        """Whether there is a collection that can be brought to the view and finds its passages."""
        try:
            self._collection = self._client.get_collection(_NAME, embedding_function=None)
            if not self._is_of(view):
                return False
            self._update(view)
            return self._finds_itself(view)
        except Exception:  # noqa: BLE001
            # Whatever it is that fails, the collection is in doubt and is made anew.
            return False

    def _is_of(self, view: IndexView) -> bool:
        return (self._collection.metadata or {}).get("fingerprint") == view.fingerprint

    def _finds_itself(self, view: IndexView) -> bool:
        """Whether count and ids agree and a sample of passages is found by its own vectors."""
        ids = sorted(self._stored_ids())
        if len(ids) != self._collection.count():
            return False
        sample = view.vectors(random.Random(view.revision).sample(ids, min(_PROBES, len(ids))))
        if not sample.ids:
            return True
        found = self._collection.query(
            query_embeddings=list(sample.matrix), n_results=1, include=["distances"]
        )
        # By distance, not by id: passages of equal words are equally near.
        return all(near and near[0] < _SAME for near in found["distances"])

    def _stored_ids(self) -> set[str]:
        return set(self._collection.get(include=[])["ids"])

    def _update(self, view: IndexView) -> None:
        """Adds what the view holds beyond the collection, then deletes what it does not hold."""
        stored = self._stored_ids()
        current = view.passages()
        missing = [passage for passage in current if passage.id not in stored]
        gone = sorted(stored - {passage.id for passage in current})
        if missing or gone:
            self._checksums.withdraw()
        self._add(view, missing)
        for some in _batches(gone):
            self._collection.delete(ids=some)

    def _fill_anew(self, view: IndexView) -> None:
        self._checksums.withdraw()
        if self._embedded:
            self._disconnect()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._connect()
        if any(found.name == _NAME for found in self._client.list_collections()):
            self._client.delete_collection(_NAME)
        self._collection = self._client.create_collection(
            _NAME,
            metadata={"fingerprint": view.fingerprint},
            configuration=_SPACE,
            embedding_function=None,
        )
        self._add(view, view.passages())

    def _add(self, view: IndexView, passages: list[Passage]) -> None:
        for some in _batches(passages):
            docs = {passage.doc for passage in some}
            published, facts = view.published(docs), _by_doc(view.facts(docs=docs))
            vectors = view.vectors([passage.id for passage in some])
            rows = dict(zip(vectors.ids, vectors.matrix, strict=True))
            self._collection.add(
                ids=[passage.id for passage in some],
                embeddings=[rows[passage.id] for passage in some],
                metadatas=[
                    _marks(passage, published[passage.doc], facts.get(passage.doc, []))
                    for passage in some
                ],
            )

    def _settle(self, view: IndexView) -> None:
        """Notes which state the collection holds and that its files are whole."""
        if self._embedded:
            # The first query after a change may still write a file.
            self._finds_itself(view)
            self._checksums.issue(view.fingerprint, view.revision)
        self.revision = view.revision

    def _connect(self) -> None:
        if self._address is None:
            self._client = embedded_client(self._folder)
        else:
            self._client = server_client(self._address)

    def _disconnect(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


def sync_if_free(settings: IndexSettings, database: Database) -> bool:
    """Brings an embedded collection up to date unless another process has it open.

    False when that process will have to: it sees the database's new revision by itself.
    """
    noted = _checksums(settings).revision()
    if settings.chroma_url is None and noted == database.revision():
        return True
    try:
        Collection.open(settings, database).close()
    except IndexLocked:
        return False
    return True


def _marks(
    passage: Passage, published: date | None, facts: Iterable[MetricFact]
) -> dict[str, str | int]:
    """What the collection keeps of a passage beside its vector; Chroma takes no null."""
    inside = [fact for fact in facts if passage.start <= fact.start < passage.end]
    marks: dict[str, str | int | None] = {
        "doc": passage.doc,
        "version": passage.version,
        "place": next((fact.place for fact in inside if fact.place), None),
        "period": next((fact.period for fact in inside if fact.period), None),
        "published": int(published.strftime("%Y%m%d")) if published else None,
    }
    return {name: value for name, value in marks.items() if value is not None}


def _by_doc(facts: Iterable[MetricFact]) -> dict[str, list[MetricFact]]:
    grouped: dict[str, list[MetricFact]] = {}
    for fact in facts:
        grouped.setdefault(fact.doc, []).append(fact)
    return grouped


def _batches(values: list[_T]) -> Iterable[list[_T]]:
    return (values[first : first + _BATCH] for first in range(0, len(values), _BATCH))


def _checksums(settings: IndexSettings) -> Checksums:
    return Checksums(settings.data_dir / "chroma.json", settings.data_dir / "chroma")


@contextmanager
def _told() -> Iterator[None]:
    """Turns what Chroma raises, which comes from many libraries, into one line."""
    try:
        yield
    except VssError:
        raise
    except Exception as error:
        cause = " ".join(str(error).split()) or type(error).__name__
        raise WorkError(f"Chroma failed: {cause}") from error
