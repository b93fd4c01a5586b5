"""Rows of the tables from records and back."""

from __future__ import annotations

from dataclasses import asdict
from operator import itemgetter
from typing import Any

import numpy as np
from sqlalchemy import Row

from indexing.database.records import ArticleEntry, FactKey, IndexedArticle, Sentences, Vectors
from indexing.database.schema import facts
from indexing.records import Article, MetricFact, Passage, Span

_LITTLE = np.dtype("<f4")
_HALF = np.dtype("<f2")

_NAMES = tuple(MetricFact.__dataclass_fields__)
_FIELDS = len(_NAMES)
_LISTS = (_NAMES.index("flags"), _NAMES.index("at_odds"))

FACT_COLUMNS = (*(facts.c[name] for name in _NAMES), facts.c.ordinal, facts.c.published)
"""What `read_fact` reads, in the order of its fields; the place in the article, and its date."""

KEY_COLUMNS = tuple(facts.c[name] for name in FactKey._fields if name in _NAMES)
"""What tells the keys of rows apart, in the order of `FactKey`."""

POSITION = itemgetter(FACT_COLUMNS.index(facts.c.doc), FACT_COLUMNS.index(facts.c.ordinal))
"""The article of a row of `FACT_COLUMNS` and its place in it: what such rows are ordered by."""


def article_row(indexed: IndexedArticle) -> dict[str, Any]:
    """The row of `articles`."""
    article = indexed.article
    return {
        "doc": article.doc,
        "version": article.version,
        "text": article.text,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "url": article.url,
        "place": article.place,
        "body_start": article.body.start,
        "body_end": article.body.end,
        "furniture": [[span.start, span.end] for span in article.furniture],
        "origin": indexed.origin,
    }


def passage_rows(indexed: IndexedArticle) -> list[dict[str, Any]]:
    """The rows of `passages`, each with its vectors as little-endian bytes.

    A passage has many sentences: their vectors take half the room in half precision, which leaves
    a cosine right to four digits.
    """
    vectors = np.asarray(indexed.vectors, dtype=_LITTLE)
    return [
        {
            **asdict(passage),
            "embedded": embedded,
            "vector": vector.tobytes(),
            "sentences": [[span.start, span.end] for span in told.spans],
            "sentence_vectors": told.vectors.astype(_HALF).tobytes(),
        }
        for passage, embedded, vector, told in zip(
            indexed.passages, indexed.embedded, vectors, indexed.sentences, strict=True
        )
    ]


def fact_rows(indexed: IndexedArticle) -> list[dict[str, Any]]:
    """The rows of `facts`, numbered in the order of the article."""
    return [
        {
            **asdict(fact),
            "ordinal": ordinal,
            "flags": list(fact.flags),
            "at_odds": list(fact.at_odds),
            "published": indexed.article.published,
        }
        for ordinal, fact in enumerate(indexed.facts)
    ]


def read_article(row: Row[Any]) -> Article:
    """The article of a whole row of `articles`."""
    return Article(
        doc=row.doc,
        version=row.version,
        text=row.text,
        title=row.title,
        published=row.published,
        publisher=row.publisher,
        url=row.url,
        body=Span(row.body_start, row.body_end),
        furniture=tuple(Span(start, end) for start, end in row.furniture),
        place=row.place,
    )


def read_entry(row: Row[Any]) -> ArticleEntry:
    """What a row of `articles` tells without its text."""
    return ArticleEntry(
        row.doc,
        row.version,
        row.title,
        row.published,
        row.publisher,
        row.url,
        row.place,
        row.origin,
    )


def read_passage(row: Row[Any]) -> Passage:
    """The passage of a row of `passages`, without its vector."""
    return Passage(
        row.id, row.doc, row.version, row.ordinal, row.start, row.end, row.text, row.heading,
        row.tokens,
    )  # fmt: skip


def read_fact(row: Row[Any]) -> MetricFact:
    """The row of the metric table that a row of `FACT_COLUMNS` keeps."""
    fields: list[Any] = list(row[:_FIELDS])
    for at in _LISTS:
        fields[at] = tuple(fields[at])
    return MetricFact(*fields)


def read_vectors(blobs: list[bytes], dimension: int) -> Vectors:
    """Vectors of passages as they were stored, one a row of the matrix."""
    matrix = np.frombuffer(b"".join(blobs), dtype=_LITTLE)
    return matrix.reshape(len(blobs), dimension).astype(np.float32, copy=False)


def read_sentence_vectors(blob: bytes, dimension: int) -> Vectors:
    """The vectors of a passage's sentences, one a row of the matrix."""
    return np.frombuffer(blob, dtype=_HALF).reshape(-1, dimension).astype(np.float32)


def read_sentences(row: Row[Any], dimension: int) -> Sentences:
    """The sentences of a row of `passages`."""
    spans = tuple(Span(start, end) for start, end in row.sentences)
    return Sentences(spans, read_sentence_vectors(row.sentence_vectors, dimension))
