"""Small articles and facts, written for the tests."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from indexing.articles import parse_article
from indexing.articles.passages import embedded_text, passage_sentences, split_passages
from indexing.database import IndexedArticle, Origin, Sentences, Vectors
from indexing.records import Article, MetricFact, Passage

TEXT = """---
title: Insurance in {place} keeps growing
published: 2024-03-07
publisher: Test Gazette
url: https://example.org/{place}
---

The office of {place} met on Monday. Health insurance covered {value} per cent of the people.

**Plans**

More is planned for next year. The staff will visit every commune.
"""


def article(doc: str = "alpha", place: str = "Alpha", value: str = "93") -> Article:
    return parse_article(doc, TEXT.format(place=place, value=value), f"{doc}.md")


def facts_of(article: Article) -> tuple[MetricFact, ...]:
    """One coverage fact for an article made by `article`."""
    start = article.text.index("covered ") + len("covered ")
    end = article.text.index(" of the people")
    quote_start = article.text.index("Health insurance")
    quote_end = article.text.index(".", end) + 1
    return (
        MetricFact(
            doc=article.doc,
            version=article.version,
            place=article.title.split(" in ")[1].split(" keeps")[0],
            metric="hi_coverage",
            group=None,
            subject=None,
            aspect="level",
            value=Decimal(article.text[start:end].split()[0]),
            unit="percent",
            bound="exact",
            period="@2023",
            vs=None,
            start=start,
            end=end,
            quote_start=quote_start,
            quote_end=quote_end,
            quote=article.text[quote_start:quote_end],
        ),
    )


def fake_vectors(texts: Sequence[str], dimension: int = 8) -> Vectors:
    """A unit vector for each text that depends on the text alone."""
    rows = []
    for text in texts:
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
        row = np.random.default_rng(seed).normal(size=dimension)
        rows.append(row / np.linalg.norm(row))
    return np.asarray(rows, dtype=np.float32).reshape(len(texts), dimension)


def indexed(article: Article, origin: Origin = "folder") -> IndexedArticle:
    passages = split_passages(article, 220)
    texts = [embedded_text(article, passage) for passage in passages]
    return IndexedArticle(
        article=article,
        origin=origin,
        passages=tuple(passages),
        embedded=tuple(hashlib.sha256(text.encode()).hexdigest() for text in texts),
        vectors=fake_vectors(texts),
        sentences=tuple(sentences_of(article, passage) for passage in passages),
        facts=facts_of(article),
    )


def sentences_of(
    article: Article, passage: Passage, embed: Callable[[Sequence[str]], Vectors] = fake_vectors
) -> Sentences:
    """The sentences of a passage with the vectors that `embed` makes."""
    spans = tuple(passage_sentences(article, passage))
    return Sentences(spans, embed([article.text[span.start : span.end] for span in spans]))


class FakeEmbedder:
    """Makes `fake_vectors` and counts the texts it was given."""

    dimension = 8

    def __init__(self, name: str = "fake") -> None:
        self.identity = f"{name} 8"
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return fake_vectors(texts)


def row(**changes: Any) -> MetricFact:
    """A row of the metric table, `changes` made; no article holds it."""
    values: dict[str, Any] = {
        "doc": "alpha", "version": "v", "place": "Binh Phuoc", "metric": "hi_coverage",
        "group": None, "subject": None, "aspect": "level", "value": 93, "unit": "percent",
        "bound": "exact", "period": "@2023", "vs": None, "start": 0, "end": 2,
        "quote_start": 0, "quote_end": 11, "quote": "93 per cent",
    }  # fmt: skip
    values.update(changes)
    return MetricFact(**{**values, "value": Decimal(str(values["value"]))})
