"""What an index is made with, and how articles are made ready for it: split, embedded, read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from indexing.articles.passages import embedded_text, passage_sentences, split_passages
from indexing.database import Embedded, IndexedArticle, IndexWriter, Origin, Sentences
from indexing.records import Article, MetricFact, Passage, Span
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


@dataclass(frozen=True, slots=True)
class _Ready:
    """A passage with the words of which its vectors are made."""

    passage: Passage
    sentences: tuple[Span, ...]
    words: str
    """The passage under its title, date and heading."""
    said: tuple[str, ...]
    """Its sentences, each by itself."""
    key: str
    """Equal keys: equal words, cut into equal sentences."""

    @classmethod
    def of(cls, article: Article, passage: Passage) -> _Ready:
        """A passage of an article."""
        spans = tuple(passage_sentences(article, passage))
        said = tuple(article.text[span.start : span.end] for span in spans)
        words = embedded_text(article, passage)
        key = hashlib.sha256(json.dumps([words, *said]).encode()).hexdigest()
        return cls(passage, spans, words, said, key)


def indexed(
    workshop: Workshop, writer: IndexWriter, articles: Sequence[tuple[Article, Origin]]
) -> Iterator[IndexedArticle]:
    """Splits, embeds and extracts some articles together."""
    tokens = workshop.settings.passage_tokens
    ready = [
        [_Ready.of(article, passage) for passage in split_passages(article, tokens)]
        for article, _ in articles
    ]
    vectors = _vectors(workshop.embedder, writer, [one for some in ready for one in some])
    for (article, origin), some in zip(articles, ready, strict=True):
        keys = tuple(one.key for one in some)
        yield IndexedArticle(
            article=article,
            origin=origin,
            passages=tuple(one.passage for one in some),
            embedded=keys,
            vectors=np.stack([vectors[key].whole for key in keys]),
            sentences=tuple(
                Sentences(one.sentences, vectors[key].sentences)
                for one, key in zip(some, keys, strict=True)
            ),
            facts=workshop.extract(article),
        )


def _vectors(
    embedder: TextEmbedder, writer: IndexWriter, ready: Sequence[_Ready]
) -> dict[str, Embedded]:
    """The vectors of passages by their keys; only words that no index holds yet are embedded."""
    by_key = {one.key: one for one in ready}
    known = writer.known_vectors(embedder.identity, by_key)
    new = {key: one for key, one in by_key.items() if key not in known}
    if new:
        wholes = embedder.embed([one.words for one in new.values()])
        said = list(dict.fromkeys(text for one in new.values() for text in one.said))
        rows = {text: row for row, text in enumerate(said)}
        sentences = embedder.embed(said)
        for (key, one), whole in zip(new.items(), wholes, strict=True):
            known[key] = Embedded(whole, sentences[[rows[text] for text in one.said]])
    return known


def _extract(article: Article) -> tuple[MetricFact, ...]:
    from indexing.extraction import extract

    return extract(article)
