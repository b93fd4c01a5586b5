"""The cue words: kept as data, all of them used, found by whole words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from indexing.extraction.text.cues import read_cues
from indexing.reading.phrases import line_of
from tests.conftest import ROOT


def kinds() -> list[str]:
    source = files("indexing").joinpath("data", "cues.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(source))


@pytest.mark.parametrize("kind", kinds())
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
