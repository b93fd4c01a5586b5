"""Connections: one engine a process, one transaction a use, errors told in one line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from indexing.errors import SettingError, WorkError

_BUSY_SECONDS = 30


def sqlite_file(address: str) -> Path | None:
    """The file of an SQLite address; None for a server."""
    try:
        url = make_url(address)
    except ArgumentError:
        raise SettingError(
            "VSS_DATABASE_URL: expected an address like postgresql+psycopg://user@host/name"
        ) from None
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if is_file else None


def make_engine(address: str) -> Engine:
    """An engine for an SQLAlchemy address; an SQLite file is made where there is none.

    Raises `SettingError` when the address or its driver cannot be used.
    """
    path = sqlite_file(address)
    try:
        if path is None:
            return create_engine(address, pool_pre_ping=True)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        engine = create_engine(address, connect_args={"timeout": _BUSY_SECONDS})
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise SettingError(f"VSS_DATABASE_URL cannot be used: {error}") from None
    except OSError as error:
        raise WorkError(f"{path}: the database cannot be opened ({error.strerror})") from None
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database from its first query to its end."""
    server = engine.dialect.name != "sqlite"
    options = {"isolation_level": "REPEATABLE READ"} if server else {}
    with told(engine), engine.connect().execution_options(**options) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that commits at the end of the block, or leaves no trace."""
    with told(engine), engine.execution_options(writing=True).begin() as connection:
        yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turns the library's errors into one line that names the database but no password."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = " ".join(str(getattr(error, "orig", None) or error).split())
        name = engine.url.render_as_string(hide_password=True)
        raise WorkError(f"the database {name} failed: {cause}") from error


def _prepare_sqlite(connection: Any, record: object) -> None:
    # Python's driver opens transactions late and skips them for SELECT; `_begin_sqlite` does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: upgrading a read lock later may fail without waiting.
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
