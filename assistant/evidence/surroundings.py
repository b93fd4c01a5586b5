"""The words of a report around a sentence, under its headline."""

from __future__ import annotations

from indexing.records import Article


def headed(article: Article, start: int, end: int | None) -> str:
    """A stretch of a report behind its headline; with no `end`, up to the report's own."""
    return f"{article.title}. {article.text[start:end]}"


def paragraph_start(article: Article, at: int) -> int:
    """Where the paragraph begins that an offset stands in."""
    blank = article.text.rfind("\n\n", 0, at)
    return blank + 2 if blank >= 0 else 0


def paragraph_end(article: Article, at: int) -> int | None:
    """Where it ends; None for the last one."""
    blank = article.text.find("\n\n", at)
    return blank if blank >= 0 else None
