"""Queries about rows of the metric table, each put together once and run with many values."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Float,
    Select,
    bindparam,
    cast,
    func,
    or_,
    select,
    tuple_,
    union_all,
)

from indexing.database import rows, schema

# Made once: a query costs more to put together from its columns than to run.
FACTS = select(*rows.FACT_COLUMNS)
OF_VALUE = FACTS.where(
    schema.facts.c.index_id == bindparam("index_id"),
    cast(schema.facts.c.value, Float) == bindparam("value"),
)
METRICS = select(schema.facts.c.metric).distinct()
PLACES = select(schema.facts.c.place).distinct()
_SENTENCES = select(schema.facts.c.doc, schema.facts.c.quote_start)
KEYS = select(
    *rows.KEY_COLUMNS,
    func.max(schema.facts.c.published),
    func.count() > func.count(schema.facts.c.published),
).group_by(*rows.KEY_COLUMNS)
KEYS_OF_ASPECTS = KEYS.where(
    or_(
        schema.facts.c.aspect.in_(bindparam("aspects", expanding=True)),
        schema.facts.c.group.is_not(None),
    )
)
Filters = tuple[tuple[str, bool], ...]
"""The columns that are compared, and whether each may also hold nothing."""


@cache
def filtered(query: Select[Any], filters: Filters) -> Select[Any]:
    """A query about facts, of those alone whose columns hold one of the values bound under their
    names."""
    columns = schema.facts.c
    query = query.where(columns.index_id == bindparam("index_id"))
    for name, or_nothing in filters:
        among = columns[name].in_(bindparam(name, expanding=True))
        query = query.where(or_(among, columns[name].is_(None)) if or_nothing else among)
    return query


@cache
def of_sentences(filters: Filters) -> Select[Any]:
    """The facts of the sentences that tell such facts."""
    beside = schema.facts.alias()
    told = tuple_(beside.c.doc, beside.c.quote_start).in_(filtered(_SENTENCES, filters))
    query = select(*(beside.c[column.name] for column in rows.FACT_COLUMNS))
    return query.where(beside.c.index_id == bindparam("index_id"), told)


@cache
def by_name(query: Select[Any], filters: Filters) -> CompoundSelect[Any]:
    """The same of one place by its own name, whatever province is told behind it."""
    # Each part is looked up by itself; names compare byte by byte, and "-" is next to ",".
    query, place = filtered(query, filters), schema.facts.c.place
    within = query.where(place >= bindparam("from"), place < bindparam("to"))
    return union_all(query.where(place == bindparam("own")), within)
