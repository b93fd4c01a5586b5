"""The database of an index: opened here, read through a view, changed through a writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, delete, insert, inspect, select

from indexing.database import schema
from indexing.database.engine import make_engine, reading, sqlite_file, writing
from indexing.database.reading import IndexView
from indexing.database.writing import IndexWriter
from indexing.errors import IndexMissing, WorkError
from indexing.settings import IndexSettings

# Made once: every question asks these.
_REVISION = select(schema.state.c.revision)
_COMPLETE = select(schema.state.c.revision, schema.indexes).select_from(
    schema.state.outerjoin(schema.indexes, schema.indexes.c.complete)
)


class Database:
    """One database.  Safe to share among threads; after a fork, open it anew."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, settings: IndexSettings, create: bool = False) -> Database:
        """The database of `settings`; with `create` its tables are made where they are missing.

        Raises `IndexMissing` without `create` when no complete index is there, `SettingError` for
        an address that cannot be used and `WorkError` for a database that fails.
        """
        path = sqlite_file(settings.sql_address)
        if not create and path is not None and not path.is_file():
            raise _missing(settings.sql_address)
        database = cls(make_engine(settings.sql_address))
        try:
            if create:
                database._make_tables()
            else:
                database._check_index()
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()

    def revision(self) -> int:
        """The number of the latest change: a cheap way to see that what one holds is stale."""
        with reading(self.engine) as connection:
            return int(connection.execute(_REVISION).scalar_one())

    @contextmanager
    def view(self) -> Iterator[IndexView]:
        """The index in one unchanging state.  Raises `IndexMissing` when none is complete."""
        with reading(self.engine) as connection:
            row = connection.execute(_COMPLETE).one()
            if row.id is None:
                raise _missing(self.engine.url.render_as_string(hide_password=True))
            yield IndexView(
                connection, row.id, row.fingerprint, row.embedding, row.dimension, row.revision
            )

    def fingerprint(self) -> str | None:
        """The fingerprint of the complete index; None where there is none."""
        table = schema.indexes
        with reading(self.engine) as connection:
            query = select(table.c.fingerprint).where(table.c.complete)
            return connection.execute(query).scalar_one_or_none()

    def writer(self, fingerprint: str, embedding: str, dimension: int) -> IndexWriter:
        """A writer of the index with that fingerprint.

        An unfinished index of the same fingerprint is gone on with; where the complete index has
        another, a new one is begun beside it and seen by readers only after `switch`.
        """
        table = schema.indexes
        with writing(self.engine) as connection:
            # What an abandoned rebuild left is of no use to a build of another fingerprint.
            unfinished = ~table.c.complete & (table.c.fingerprint != fingerprint)
            connection.execute(delete(table).where(unfinished))
            query = select(table).where(table.c.fingerprint == fingerprint)
            row = connection.execute(query).one_or_none()
            if row is None:
                values = {"embedding": embedding, "dimension": dimension, "complete": False}
                connection.execute(insert(table).values(fingerprint=fingerprint, **values))
                row = connection.execute(query).one()
            return IndexWriter(self.engine, row.id, row.dimension, row.complete)

    def _make_tables(self) -> None:
        with writing(self.engine) as connection:
            schema.metadata.create_all(connection)
            if connection.execute(select(schema.state.c.id)).first() is None:
                connection.execute(
                    insert(schema.state).values(id=1, schema=schema.SCHEMA, revision=0)
                )
            self._check_schema(connection)

    def _check_index(self) -> None:
        with reading(self.engine) as connection:
            if not inspect(connection).has_table(schema.state.name):
                raise _missing(self.engine.url.render_as_string(hide_password=True))
            self._check_schema(connection)
        with self.view():
            pass

    def _check_schema(self, connection: Connection) -> None:
        found = connection.execute(select(schema.state.c.schema)).scalar_one()
        if found != schema.SCHEMA:
            address = self.engine.url.render_as_string(hide_password=True)
            raise WorkError(
                f"{address} has tables of version {found}, expected {schema.SCHEMA}: build anew "
                "in another place with --data, or remove what is there and build again"
            )


def _missing(address: str) -> IndexMissing:
    return IndexMissing(f"no index in {address}: make one with `python -m indexing build`")
