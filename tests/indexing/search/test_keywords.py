"""Passages that share words with a question."""

from __future__ import annotations

import pytest

from indexing.database import Database
from indexing.search.keywords import KeywordIndex

PASSAGES = [
    ("a", "Binh Phuoc collected VND3.99 trillion from 970,443 participants."),
    ("b", "Đắk Lắk: tỷ lệ bao phủ bảo hiểm y tế đạt 91.15 phần trăm."),
    ("c", "The weather was fine and the road was dry."),
]


@pytest.fixture(scope="module")
def index() -> KeywordIndex:
    return KeywordIndex(PASSAGES)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("970,443", ["a"], id="a number"),
        pytest.param("91.15", ["b"], id="a decimal"),
        pytest.param("443", [], id="a part of a number"),
        pytest.param("dak lak", ["b"], id="without diacritics"),
        pytest.param("BẢO HIỂM", ["b"], id="in capitals"),
        pytest.param("Bình Phước", ["a"], id="with diacritics"),
        pytest.param("nothing shared", [], id="no word in common"),
        pytest.param("", [], id="nothing asked"),
        pytest.param("?!", [], id="no word"),
        pytest.param("road weather binh", ["c", "a"], id="the best first"),
    ],
)
def test_words_find_passages(index: KeywordIndex, query: str, found: list[str]) -> None:
    assert [id for id, _ in index.search(query)] == found


def test_scores_are_positive_and_no_more_come_than_asked(index: KeywordIndex) -> None:
    hits = index.search("the participants of binh phuoc and dak lak", 2)
    assert len(hits) == 2
    assert hits[0][1] >= hits[1][1] > 0


def test_an_empty_index_finds_nothing() -> None:
    assert KeywordIndex([]).search("anything") == []


def test_a_view_is_searched_with_titles(database: Database) -> None:
    with database.view() as view:
        hits = KeywordIndex.of(view).search("Beta growing")
        docs = [view.passages([id])[0].doc for id, _ in hits]
    assert set(docs[:2]) == {"beta"}
