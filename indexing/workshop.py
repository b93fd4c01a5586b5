"""What an index is made with, and how articles are made ready for it: split, embedded, read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from indexing.articles.passages import embedded_text, split_passages
from indexing.database import IndexedArticle, IndexWriter, Origin, Vectors
from indexing.records import Article, MetricFact
from indexing.search.embedding import Embedder, TextEmbedder
from indexing.settings import IndexSettings

Extract = Callable[[Article], tuple[MetricFact, ...]]
"""From an article to its rows of the metric table."""
Progress = Callable[[int, int], None]
"""Told the number of articles done and of all that are to be done."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What an index is made with."""

    settings: IndexSettings
    embedder: TextEmbedder
    extract: Extract
    progress: Progress

    @classmethod
    def of(
        cls,
        settings: IndexSettings,
        embedder: TextEmbedder | None = None,
        extract: Extract | None = None,
        progress: Progress | None = None,
    ) -> Workshop:
        """A workshop in which each tool that is not given is the real one."""
        return cls(
            settings,
            embedder or Embedder(settings.embedding_model),
            extract or _extract,
            progress or (lambda done, total: None),
        )


def indexed(
    workshop: Workshop, writer: IndexWriter, articles: Sequence[tuple[Article, Origin]]
) -> Iterator[IndexedArticle]:
    """Splits, embeds and extracts some articles together."""
    split = [split_passages(a, workshop.settings.passage_tokens) for a, _ in articles]
    texts = [
        [embedded_text(article, passage) for passage in passages]
        for (article, _), passages in zip(articles, split, strict=True)
    ]
    vectors = _vectors(workshop.embedder, writer, [text for some in texts for text in some])
    for (article, origin), passages, some in zip(articles, split, texts, strict=True):
        keys = tuple(_sha256(text) for text in some)
        yield IndexedArticle(
            article=article,
            origin=origin,
            passages=tuple(passages),
            embedded=keys,
            vectors=np.stack([vectors[key] for key in keys]),
            facts=workshop.extract(article),
        )


def _vectors(
    embedder: TextEmbedder, writer: IndexWriter, texts: Sequence[str]
) -> dict[str, Vectors]:
    """A vector for each text by its SHA-256; only words that no index holds yet are embedded."""
    by_key = {_sha256(text): text for text in texts}
    known = writer.known_vectors(embedder.identity, by_key)
    new = [key for key in by_key if key not in known]
    if new:
        made = embedder.embed([by_key[key] for key in new])
        known.update(zip(new, made, strict=True))
    return known


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _extract(article: Article) -> tuple[MetricFact, ...]:
    from indexing.extraction import extract

    return extract(article)
