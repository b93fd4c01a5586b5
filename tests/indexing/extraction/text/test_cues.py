"""The cue words: kept as data, all of them used, found by whole words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from indexing.extraction.text.cues import read_cues
from indexing.reading.lexicon import table
from indexing.reading.phrases import line_of
from tests.conftest import ROOT

KINDS: Mapping[str, Mapping[str, list[str]]] = table("cues")
AROUND = {
    "en": ("The people of the province", "the money that they had"),
    "vi": ("Người dân", "số tiền"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_cue_is_used(kind: str) -> None:
    sources = (ROOT / "indexing" / "extraction").rglob("*.py")
    assert any(f'"{kind}"' in source.read_text(encoding="utf-8") for source in sources)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("equal to 95% of the Plan", "plan", ["Plan"]),
        ("the planet", "plan", []),
        ("said so, and left", "clause", [", and"]),
        ("đạt 95% kế hoạch", "plan", ["kế hoạch"]),
        ("in the near-poor group", "group", ["near-poor"]),
    ],
)
def test_phrases_are_found_by_whole_words(text: str, kind: str, found: list[str]) -> None:
    assert [
        text[c.start : c.end] for c in read_cues(line_of(text)).within(kind, 0, len(text))
    ] == found


def test_the_longest_phrase_of_a_kind_wins() -> None:
    plans = read_cues(line_of("the assigned budget")).within("plan", 0, 99)
    assert [(cue.start, cue.end) for cue in plans] == [(4, 19)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_phrase_is_found_as_what_it_is_listed_for(kind: str) -> None:
    for language, phrases in KINDS[kind].items():
        before, behind = AROUND[language]
        for phrase in phrases:
            text, start = f"{before} {phrase} {behind}", len(before) + 1
            told = read_cues(line_of(text)).within(kind, start, len(text))
            assert [cue.start for cue in told[:1]] == [start], phrase
