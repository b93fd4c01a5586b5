"""What goes into the database and comes out of it, beside the records of indexing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexing.records import Article, Aspect, MetricFact, Passage, Span, Unit

Origin = Literal["folder", "added"]
"""Whether an article came with a folder of `build` or was brought by `add` or an upload."""

Vectors = NDArray[np.float32]


class Embedded(NamedTuple):
    """The vectors of one passage."""

    whole: Vectors
    """Of the passage, one vector."""
    sentences: Vectors
    """Of its sentences, one a row."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one passage."""

    spans: tuple[Span, ...]
    vectors: Vectors
    """One row a sentence."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """All that the index holds of one article; it is written and replaced as one."""

    article: Article
    origin: Origin
    passages: tuple[Passage, ...]
    embedded: tuple[str, ...]
    """SHA-256 (hex) of the words that each passage's vectors were made of."""
    vectors: Vectors
    """One row a passage."""
    sentences: tuple[Sentences, ...]
    """Those of each passage."""
    facts: tuple[MetricFact, ...]


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article of the index without its text."""

    doc: str
    version: str
    title: str
    published: date | None
    publisher: str | None
    url: str | None
    place: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """The vectors of all passages: row i belongs to the passage `ids[i]`."""

    ids: tuple[str, ...]
    matrix: Vectors


class FactKey(NamedTuple):
    """What figures are of, and when they were told: rows of one key differ in value and report."""

    metric: str
    place: str | None
    group: str | None
    aspect: Aspect
    unit: Unit
    period: str | None
    vs: str | None
    published: date | None
    """The latest date of the reports that have such a row; None where none of them is dated."""
    undated: bool
    """Whether a report without a date has such a row."""

    @property
    def identity(self) -> tuple[str | None, ...]:
        """What tells keys apart: all that a row itself tells."""
        return self[:-2]

    @staticmethod
    def identity_of(row: MetricFact) -> tuple[str | None, ...]:
        """The identity of the key of a row."""
        return (row.metric, row.place, row.group, row.aspect, row.unit, row.period, row.vs)


@dataclass(frozen=True, slots=True)
class FactsPage:
    """Some rows of the metric table and where to go on."""

    rows: tuple[MetricFact, ...]
    next: str | None
    """Cursor of the rows after these; None after the last."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much an index holds."""

    articles: int
    added: int
    """Articles among them that `add` or an upload brought."""
    passages: int
    facts: int
