"""What goes into the database and comes out of it, beside the records of indexing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from indexing.records import Article, MetricFact, Passage

Origin = Literal["folder", "added"]
"""Whether an article came with a folder of `build` or was brought by `add` or an upload."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """All that the index holds of one article; it is written and replaced as one."""

    article: Article
    origin: Origin
    passages: tuple[Passage, ...]
    embedded: tuple[str, ...]
    """SHA-256 (hex) of the words each passage's vector was made of."""
    vectors: Vectors
    """One row a passage."""
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
