"""The tables.  An index is a row; everything of one index hangs on it and goes with it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

SCHEMA = 4
"""Raised whenever a table changes shape; another program's number is refused."""


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal kept as text: SQLite would keep it as binary floating point, unasked."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def _name() -> String:
    # Compared byte by byte on every server, so that order and paging are the same everywhere.
    return String().with_variant(String(collation="C"), "postgresql")


def _index() -> Column[int]:
    return Column(
        "index_id", Integer, ForeignKey("indexes.id", ondelete="CASCADE"), primary_key=True
    )


def _of_article() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["index_id", "doc"], ["articles.index_id", "articles.doc"], ondelete="CASCADE"
    )


metadata = MetaData()

state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("schema", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
)
"""One row.  `revision` grows by one with every change that readers can see."""

indexes = Table(
    "indexes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", String, nullable=False),
    Column("embedding", String, nullable=False),
    Column("dimension", Integer, nullable=False),
    Column("complete", Boolean, nullable=False),
    sqlite_autoincrement=True,
)
"""At most one is complete: the one that readers see.  Another is being made beside it."""

articles = Table(
    "articles",
    metadata,
    _index(),
    Column("doc", _name(), primary_key=True),
    Column("version", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Date),
    Column("publisher", Text),
    Column("url", Text),
    Column("place", Text),
    Column("body_start", Integer, nullable=False),
    Column("body_end", Integer, nullable=False),
    Column("origin", String, nullable=False),
    Column("furniture", JSON, nullable=False),
    Column("text", Text, nullable=False),
)
"""The text comes last: SQLite reads all that stands before what it is asked for."""

passages = Table(
    "passages",
    metadata,
    _index(),
    Column("id", String, primary_key=True),
    Column("doc", _name(), nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("heading", Text),
    Column("tokens", Integer, nullable=False),
    Column("embedded", String, nullable=False, index=True),
    Column("vector", LargeBinary, nullable=False),
    Column("sentences", JSON, nullable=False),
    Column("sentence_vectors", LargeBinary, nullable=False),
    _of_article(),
)
"""`embedded` is the SHA-256 of the words that the vectors were made of: `vector` (float32, little
endian) of the passage, `sentence_vectors` (float16, one behind the other) of its sentences, whose
offsets `sentences` holds."""

_KEY = ("metric", "place", "aspect", "period", "group", "unit", "vs")

facts = Table(
    "facts",
    metadata,
    _index(),
    Column("doc", _name(), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("version", String, nullable=False),
    Column("place", _name()),
    Column("metric", _name(), nullable=False),
    Column("group", Text),
    Column("subject", Text),
    Column("aspect", String, nullable=False),
    Column("value", ExactDecimal, nullable=False),
    Column("unit", String, nullable=False),
    Column("bound", String, nullable=False),
    Column("period", String),
    Column("vs", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote_start", Integer, nullable=False),
    Column("quote_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("flags", JSON, nullable=False),
    Column("at_odds", JSON, nullable=False),
    Column("published", Date),
    _of_article(),
    Index("ix_facts_key", "index_id", *_KEY, "published"),
    Index("ix_facts_place", "index_id", "place", "metric"),
)
"""`published` is that of the article: a key is read from its index, which holds all of it."""
