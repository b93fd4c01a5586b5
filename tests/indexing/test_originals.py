"""Reports exactly as published, read in place from the folder that VSS_ORIGINALS names."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexing.articles import article_files, read_article
from indexing.articles.passages import split_passages


def test_every_original_has_a_date_and_is_held_by_its_passages(originals: Path) -> None:
    for path in article_files([originals]):
        article = read_article(path)
        assert article.published is not None
        assert article.title == " ".join(article.text.splitlines()[0].split())
        held = [False] * len(article.text)
        for passage in split_passages(article, 220):
            assert article.text[passage.start : passage.end] == passage.text
            held[passage.start : passage.end] = [True] * len(passage.text)
        furniture = {n for span in article.furniture for n in range(span.start, span.end)}
        for n in range(article.body.start, article.body.end):
            assert article.text[n].isspace() or held[n] is (n not in furniture)


@pytest.mark.parametrize("words", ["speaks at the", "Illustrative image", "Certificate of"])
def test_captions_and_menus_of_the_originals_are_in_no_passage(originals: Path, words: str) -> None:
    articles = [read_article(path) for path in article_files([originals])]
    assert any(words in article.text for article in articles)
    for article in articles:
        assert not any(words in passage.text for passage in split_passages(article, 220))


def test_the_signature_is_in_no_passage(originals: Path) -> None:
    for path in article_files([originals]):
        passages = split_passages(read_article(path), 220)
        assert not any(passage.text.splitlines()[-1].strip() == "VSS" for passage in passages)
