"""Whole answers over a few made-up reports, without an index or an embedding model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast
from zlib import crc32

import numpy as np

from assistant.answering import draft_answer, first_told
from assistant.drafting.settling import settled, year_told
from assistant.evidence.passages.search import Search
from assistant.finishing import finish
from assistant.query import Query
from assistant.records import Answer, ScoredPassage
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from assistant.wording.understood import understood_line
from indexing.articles.passages import split_passages
from indexing.database import Sentences, Vectors
from indexing.reading.folding import fold
from indexing.reading.phrases import words
from indexing.records import Article, MetricFact, Passage
from indexing.search.vocabulary import Vocabulary
from tests.assistant.samples import TODAY, sources_over
from tests.indexing.samples import sentences_of

_DIMENSION = 512


def answer_over(question: str, *articles: Article, history: Sequence[str] = ()) -> Answer:
    """The answer to a question over nothing but some articles."""
    sources, search = sources_over(*articles), cast(Search, _Search(articles))
    query = understand(
        question, history, TODAY, lambda order: first_told(order, sources, search, TODAY)
    )
    phrases = load_phrases(query.language)
    query = settled(query, sources, TODAY, phrases)
    draft = draft_answer(query, sources, search, phrases)
    draft = year_told(query, draft, phrases)
    return finish(query, draft, sources, "made up", history, phrases)


class _Search:
    """Finds all passages, and holds texts to be alike that share words."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.doc: article for article in articles}
        self._passages = [p for one in self._articles.values() for p in split_passages(one, 200)]

    def find(self, query: Query) -> tuple[ScoredPassage, ...]:
        return tuple(ScoredPassage(passage, 1.0) for passage in self._passages)

    def typed_as(self, word: str) -> str | None:
        return Vocabulary(passage.text for passage in self._passages).typed_as(word)

    def rows_of(self, query: Query) -> list[MetricFact]:
        return []

    def holding(self, rows: Iterable[MetricFact], most: int) -> list[Passage]:
        return self._passages

    def sharing_words(self, query: Query) -> list[Passage]:
        return self._passages

    def knows(self, words: Iterable[str]) -> bool:
        return any(word in fold(passage.text) for word in words for passage in self._passages)

    def vector(self, text: str) -> Vectors:
        vector: Vectors = vectors_by_words([text])[0]
        return vector

    def sentences(self, passages: Iterable[Passage]) -> dict[str, Sentences]:
        return {
            passage.id: sentences_of(self._articles[passage.doc], passage, vectors_by_words)
            for passage in passages
        }


def vectors_by_words(texts: Sequence[str]) -> Vectors:
    """Vectors by which texts are near that share words."""
    vectors: Any = np.zeros((len(texts), _DIMENSION), dtype=np.float32)
    for place, text in enumerate(texts):
        for word in words(fold(text)):
            vectors[place, crc32(word.encode()) % _DIMENSION] += 1
    return cast(Vectors, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def line(question: str, *history: str) -> str:
    """The line that shows how a question was understood, after the earlier ones."""
    query = understand(question, history, TODAY)
    return understood_line(query, load_phrases(query.language))


def values(question: str, *articles: Article) -> list[str]:
    """The figures of the answer, as they are printed without their grouping."""
    answer = answer_over(question, *articles)
    return [str(figure.value) for figure in answer.figures]
