"""The shipped reports are those that were meant to be shipped."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from indexing.articles import article_files, read_article
from indexing.commands.manifest import FIELDS

CORPUS = Path(str(files("docs_corpus")))

with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = {row["id"]: row for row in csv.DictReader(stream)}


def test_there_are_85_reports_and_the_manifest_lists_them() -> None:
    assert [path.stem for path in article_files([CORPUS])] == sorted(ROWS)
    assert len(ROWS) == 85


@pytest.mark.parametrize("doc", sorted(ROWS))
def test_a_report_is_the_one_in_the_manifest(doc: str) -> None:
    path = CORPUS / f"{doc}.md"
    article = read_article(path)
    assert tuple(ROWS[doc]) == FIELDS
    assert ROWS[doc] == {
        "id": doc,
        "title": article.title,
        "published": article.published.isoformat() if article.published else "",
        "publisher": article.publisher or "",
        "url": article.url or "",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


@pytest.mark.parametrize(
    ("doc", "published", "publisher"),
    [
        ("binh-phuoc-2024-03-07", date(2024, 3, 7), "Viet Nam Social Security"),
        ("can-tho-2025-10-25", date(2025, 10, 25), "Vietnam.vn"),
        ("dak-nong-undated", None, "VOV"),
    ],
)
def test_known_reports(doc: str, published: date | None, publisher: str) -> None:
    article = read_article(CORPUS / f"{doc}.md")
    assert (article.published, article.publisher) == (published, publisher)
