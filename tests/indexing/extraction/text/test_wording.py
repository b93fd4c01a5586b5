"""Words that count at one place beside a figure: kept as data, all of them used, each once."""

from __future__ import annotations

import re
from functools import cache

import pytest

from indexing.errors import WorkError
from indexing.extraction.text.wording import any_of, words_of
from indexing.reading.lexicon import table
from tests.conftest import ROOT


def lists() -> list[str]:
    return [f"{theme}.{name}" for theme, kept in table("wording").items() for name in kept]


@cache
def sources() -> str:
    folder = ROOT / "indexing" / "extraction"
    files = [*folder.rglob("*.py"), *(ROOT / "indexing" / "data" / "wording").glob("*.toml")]
    return "".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("kind", lists())
def test_every_list_is_used(kind: str) -> None:
    assert re.search(rf"['\"]@?{re.escape(kind)}['\"]", sources())


@pytest.mark.parametrize("kind", lists())
def test_no_list_tells_a_word_twice(kind: str) -> None:
    words = words_of(kind)
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("stood at", True),
        ("stood\nat", True),  # a line may break between two words
        ("was", True),
        ("wandered", False),
    ],
)
def test_words_match_as_a_pattern(text: str, found: bool) -> None:
    assert (re.fullmatch(any_of("sums.comes_to"), text) is not None) is found


def test_a_list_holds_the_words_of_one_that_it_names() -> None:
    assert set(words_of("people.counted")) < set(words_of("payments.those"))


def test_a_missing_list_is_told_by_name() -> None:
    with pytest.raises(WorkError, match=r"data/wording: expected words under 'sums\.nothing'"):
        any_of("sums.nothing")
