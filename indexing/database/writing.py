"""Changes to an index.  Each method is one transaction: it happens wholly or not at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, insert, select, update

from indexing.database import rows, schema
from indexing.database.engine import reading, writing
from indexing.database.records import Embedded, IndexedArticle, Origin

_AT_ONCE = 500
"""Values in one query: every database takes as many."""


@dataclass(frozen=True, slots=True)
class IndexWriter:
    """Writes one index.  Only the process that holds the builders' lock may have one."""

    engine: Engine
    index_id: int
    dimension: int
    complete: bool
    """Whether readers see this index already."""

    def put(self, indexed: IndexedArticle) -> None:
        """Adds an article with all that belongs to it; an older version goes as it comes."""
        doc = indexed.article.doc
        with writing(self.engine) as connection:
            self._delete(connection, [doc])
            connection.execute(
                insert(schema.articles), {"index_id": self.index_id, **rows.article_row(indexed)}
            )
            for table, found in (
                (schema.passages, rows.passage_rows(indexed)),
                (schema.facts, rows.fact_rows(indexed)),
            ):
                if found:
                    connection.execute(
                        insert(table), [{"index_id": self.index_id, **row} for row in found]
                    )
            bump(connection)

    def remove(self, docs: Sequence[str]) -> None:
        """Removes articles and all that belongs to them."""
        if docs:
            with writing(self.engine) as connection:
                self._delete(connection, docs)
                bump(connection)

    def held(self) -> dict[str, tuple[str, Origin]]:
        """Version and origin of each article that this index holds already, by `doc`."""
        table = schema.articles
        query = select(table.c.doc, table.c.version, table.c.origin)
        with reading(self.engine) as connection:
            found = connection.execute(query.where(table.c.index_id == self.index_id))
            return {row.doc: (row.version, row.origin) for row in found}

    def known_vectors(self, embedding: str, embedded: Collection[str]) -> dict[str, Embedded]:
        """Vectors that any index of the same model holds for the same words, by their SHA-256."""
        table, wanted = schema.passages, sorted(set(embedded))
        columns = (table.c.embedded, table.c.vector, table.c.sentence_vectors)
        found: dict[str, Embedded] = {}
        with reading(self.engine) as connection:
            for first in range(0, len(wanted), _AT_ONCE):
                query = (
                    select(*columns)
                    .join(schema.indexes, schema.indexes.c.id == table.c.index_id)
                    .where(schema.indexes.c.embedding == embedding)
                    .where(table.c.embedded.in_(wanted[first : first + _AT_ONCE]))
                )
                for row in connection.execute(query):
                    found[row.embedded] = Embedded(
                        rows.read_vectors([row.vector], self.dimension)[0],
                        rows.read_sentence_vectors(row.sentence_vectors, self.dimension),
                    )
        return found

    def switch(self) -> None:
        """Makes this the index that readers see; every other one goes in the same moment."""
        with writing(self.engine) as connection:
            connection.execute(delete(schema.indexes).where(schema.indexes.c.id != self.index_id))
            connection.execute(
                update(schema.indexes)
                .where(schema.indexes.c.id == self.index_id)
                .values(complete=True)
            )
            bump(connection)

    def _delete(self, connection: Connection, docs: Sequence[str]) -> None:
        table = schema.articles
        for first in range(0, len(docs), _AT_ONCE):
            connection.execute(
                delete(table).where(
                    table.c.index_id == self.index_id,
                    table.c.doc.in_(docs[first : first + _AT_ONCE]),
                )
            )


def bump(connection: Connection) -> None:
    """Tells readers, as part of a change, that there is one."""
    connection.execute(update(schema.state).values(revision=schema.state.c.revision + 1))
