"""The only door to SQLAlchemy: articles, passages with their vectors, and the metric table."""

from indexing.database.database import Database
from indexing.database.reading import IndexView
from indexing.database.records import (
    ArticleEntry,
    Contents,
    Embedded,
    FactKey,
    FactsPage,
    IndexedArticle,
    Origin,
    PassageVectors,
    Sentences,
    Vectors,
)
from indexing.database.writing import IndexWriter

__all__ = [
    "ArticleEntry",
    "Contents",
    "Database",
    "Embedded",
    "FactKey",
    "FactsPage",
    "IndexView",
    "IndexWriter",
    "IndexedArticle",
    "Origin",
    "PassageVectors",
    "Sentences",
    "Vectors",
]
