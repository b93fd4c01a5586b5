"""One state of the index, to read from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Result,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from indexing.database import rows, schema
from indexing.database.fact_queries import (
    FACTS,
    KEYS,
    KEYS_OF_ASPECTS,
    METRICS,
    OF_VALUE,
    PLACES,
    Filters,
    by_name,
    filtered,
    of_sentences,
)
from indexing.database.records import (
    ArticleEntry,
    Contents,
    FactKey,
    FactsPage,
    PassageVectors,
    Sentences,
)
from indexing.errors import UsageError
from indexing.records import Article, MetricFact, Passage

_CURSOR_MARK = ":"
_SOUGHT_BY = ("metric", "place", "aspect", "period")
"""What the rows of a key are looked up by; what they have besides is compared."""

_ARTICLE = select(schema.articles).where(
    schema.articles.c.index_id == bindparam("index_id"), schema.articles.c.doc == bindparam("doc")
)
_SENTENCES: Select[Any] = select(
    schema.passages.c.id, schema.passages.c.sentences, schema.passages.c.sentence_vectors
).where(
    schema.passages.c.index_id == bindparam("index_id"),
    schema.passages.c.id.in_(bindparam("ids", expanding=True)),
)
_Held = Mapping[str, Collection[str | None] | None]
"""By column: the values of which it holds one, None among them being nothing; None: any at all."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index as it stood when the view was opened; nothing in it changes while it is open."""

    connection: Connection
    index_id: int
    fingerprint: str
    """Identity of all that made the index: model, passages, extraction; not of its articles."""
    embedding: str
    """Identity of the model that made the vectors."""
    dimension: int
    revision: int
    """Grows with every change; equal revisions of one database hold the same."""

    def articles(self) -> list[ArticleEntry]:
        """Every article without its text, in order of `doc`."""
        table = schema.articles
        columns = [c for c in table.columns if c.name not in ("text", "furniture")]
        query = select(*columns).where(table.c.index_id == self.index_id).order_by(table.c.doc)
        return [rows.read_entry(row) for row in self.connection.execute(query)]

    def article(self, doc: str) -> Article | None:
        """The article of that id; None where the index holds none."""
        sought = {"index_id": self.index_id, "doc": doc}
        row = self.connection.execute(_ARTICLE, sought).one_or_none()
        return None if row is None else rows.read_article(row)

    def published(self, docs: Collection[str]) -> dict[str, date | None]:
        """When the articles of `docs` were published; unknown ids are left out."""
        table = schema.articles
        query = select(table.c.doc, table.c.published).where(table.c.index_id == self.index_id)
        found = self.connection.execute(query.where(table.c.doc.in_(docs)))
        return {row.doc: row.published for row in found}

    def passages(
        self, ids: Sequence[str] | None = None, docs: Collection[str] | None = None
    ) -> list[Passage]:
        """Passages in the order of `ids`, unknown ids left out; else all, or all of `docs`."""
        table = schema.passages
        columns = [table.c[name] for name in Passage.__dataclass_fields__]
        query = select(*columns).where(table.c.index_id == self.index_id)
        if docs is not None:
            query = query.where(table.c.doc.in_(docs))
        if ids is not None:
            query = query.where(table.c.id.in_(ids))
        found = self.connection.execute(query.order_by(table.c.doc, table.c.ordinal))
        passages = [rows.read_passage(row) for row in found]
        if ids is None:
            return passages
        by_id = {passage.id: passage for passage in passages}
        return [by_id[id] for id in dict.fromkeys(ids) if id in by_id]

    def vectors(self, ids: Collection[str] | None = None) -> PassageVectors:
        """The vectors of all passages, or of those of `ids`, in order of article and place."""
        table = schema.passages
        query = select(table.c.id, table.c.vector).where(table.c.index_id == self.index_id)
        if ids is not None:
            query = query.where(table.c.id.in_(ids))
        found = self.connection.execute(query.order_by(table.c.doc, table.c.ordinal)).all()
        matrix = rows.read_vectors([row.vector for row in found], self.dimension)
        return PassageVectors(tuple(row.id for row in found), matrix)

    def sentences(self, ids: Collection[str]) -> dict[str, Sentences]:
        """The sentences of some passages, by the passage's id; unknown ids are left out."""
        found = self.connection.execute(_SENTENCES, {"index_id": self.index_id, "ids": list(ids)})
        return {row.id: rows.read_sentences(row, self.dimension) for row in found}

    def facts(
        self,
        metrics: Collection[str] | None = None,
        places: Collection[str] | None = None,
        docs: Collection[str] | None = None,
        periods: Collection[str] | None = None,
        units: Collection[str] | None = None,
        under: str | None = None,
    ) -> list[MetricFact]:
        """Rows of the metric table in order of `doc` and position; None filters nothing.

        Each filter names values as the table has them: `periods` compares notations, not days;
        `under` takes a place by its own name, whatever province is told behind it."""
        held = {"metric": metrics, "place": places, "doc": docs, "period": periods, "unit": units}
        return [rows.read_fact(row) for row in self._facts(held, under)]

    def dated_facts(
        self,
        metrics: Collection[str] | None = None,
        places: Collection[str] | None = None,
        units: Collection[str] | None = None,
        under: str | None = None,
    ) -> tuple[list[MetricFact], dict[str, date | None]]:
        """As `facts`, with the dates of publication of their articles by `doc`."""
        return _dated(self._facts({"metric": metrics, "place": places, "unit": units}, under))

    def facts_of_value(self, value: Decimal) -> tuple[list[MetricFact], dict[str, date | None]]:
        """The rows of exactly a value, whatever they count, as `dated_facts` gives them."""
        sought = {"index_id": self.index_id, "value": float(value)}
        found = self.connection.execute(OF_VALUE, sought).all()
        # Text is kept, which may be written in several ways; the quick comparison is not exact.
        return _dated(sorted((r for r in found if r.value == value), key=rows.POSITION))

    def keys(
        self,
        metrics: Collection[str],
        places: Collection[str] | None = None,
        under: str | None = None,
        aspects: Collection[str] | None = None,
    ) -> list[FactKey]:
        """The keys of the rows that `facts` gives, each once, in no order.

        There are far fewer than rows: what is asked for is chosen among them, and read then.  With
        `aspects` those of the whole are of these alone, those of parts of any.
        """
        held = {"metric": metrics, "place": places}
        if aspects is None:
            found = self._about(KEYS, held, under)
        else:
            found = self._about(KEYS_OF_ASPECTS, held, under, aspects=aspects)
        return [FactKey._make(row) for row in found.all()]

    def metrics(self, places: Collection[str]) -> frozenset[str]:
        """The metrics of the rows of some places."""
        return frozenset(self._about(METRICS, {"place": places}).scalars())

    def places(self) -> frozenset[str]:
        """The places of all rows."""
        return frozenset(self._about(PLACES, {}).scalars()) - {None}

    def sentences_of(
        self, keys: Collection[FactKey]
    ) -> tuple[list[MetricFact], dict[str, date | None]]:
        """The rows of every sentence that tells a row of some keys, in order of `doc` and position,
        with dates as `dated_facts`; which may be those of further sentences too."""
        held = {name: {getattr(key, name) for key in keys} for name in _SOUGHT_BY}
        filters, sought = self._sought(held)
        found = self.connection.execute(of_sentences(filters), sought)
        return _dated(sorted(found, key=rows.POSITION))

    def scopes(self) -> dict[str, frozenset[tuple[str | None, str | None]]]:
        """By `doc`: the places and periods that its figures speak of, as they stand together."""
        table = schema.facts
        query = select(table.c.doc, table.c.place, table.c.period).distinct()
        told: dict[str, set[tuple[str | None, str | None]]] = {}
        for row in self.connection.execute(query.where(table.c.index_id == self.index_id)):
            told.setdefault(row.doc, set()).add((row.place, row.period))
        return {doc: frozenset(pairs) for doc, pairs in told.items()}

    def facts_page(
        self,
        after: str | None,
        limit: int,
        metrics: Collection[str] | None = None,
        places: Collection[str] | None = None,
        docs: Collection[str] | None = None,
        periods: Collection[str] | None = None,
    ) -> FactsPage:
        """At most `limit` rows behind the cursor `after` (None: from the first).

        A cursor names a row, not a count: rows that come or go elsewhere shift nothing.  Raises
        `UsageError` for a cursor that no page gave.
        """
        table = schema.facts
        filters, sought = self._sought(
            {"metric": metrics, "place": places, "doc": docs, "period": periods}
        )
        query = filtered(FACTS, filters).order_by(table.c.doc, table.c.ordinal)
        if after is not None:
            ordinal, mark, doc = after.partition(_CURSOR_MARK)
            if not mark or not ordinal.isascii() or not ordinal.isdigit() or len(ordinal) > 9:
                raise UsageError(f"cursor {after!r}: expected the `next` of an earlier page")
            behind = and_(table.c.doc == doc, table.c.ordinal > int(ordinal))
            query = query.where(or_(table.c.doc > doc, behind))
        found = self.connection.execute(query.limit(limit + 1), sought).all()
        page = found[:limit]
        more = len(found) > limit and page
        cursor = f"{page[-1].ordinal}{_CURSOR_MARK}{page[-1].doc}" if more else None
        return FactsPage(tuple(rows.read_fact(row) for row in page), cursor)

    def contents(self) -> Contents:
        """How many articles, passages and facts the index holds."""
        added = schema.articles.c.origin == "added"
        return Contents(
            articles=self._count(schema.articles),
            added=self._count(schema.articles, added),
            passages=self._count(schema.passages),
            facts=self._count(schema.facts),
        )

    def _count(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table)
        counted = self.connection.execute(
            query.where(table.c.index_id == self.index_id, *conditions)
        )
        return int(counted.scalar_one())

    def _facts(self, held: _Held, under: str | None = None) -> list[Row[Any]]:
        """The facts whose columns hold some values, by article and position.

        They are put in order here: asked for an order, SQLite goes through the whole table in it.
        """
        return sorted(self._about(FACTS, held, under), key=rows.POSITION)

    def _about(
        self, query: Select[Any], held: _Held, under: str | None = None, **own: Collection[str]
    ) -> Result[Any]:
        """What a query, with `own` values, finds about such facts; about those of one place by its
        own name where one is given."""
        filters, sought = self._sought(held)
        sought.update(own)
        if under is None:
            return self.connection.execute(filtered(query, filters), sought)
        named = {"own": under, "from": f"{under},", "to": f"{under}-"}
        return self.connection.execute(by_name(query, filters), {**sought, **named})

    def _sought(self, held: _Held) -> tuple[Filters, dict[str, Any]]:
        """What `filtered` needs to know of some values, and the values under their names."""
        wanted = {name: values for name, values in held.items() if values is not None}
        filters = tuple((name, None in values) for name, values in wanted.items())
        values = {name: [v for v in some if v is not None] for name, some in wanted.items()}
        return filters, {"index_id": self.index_id, **values}


def _dated(found: Sequence[Row[Any]]) -> tuple[list[MetricFact], dict[str, date | None]]:
    return [rows.read_fact(row) for row in found], {row.doc: row.published for row in found}
