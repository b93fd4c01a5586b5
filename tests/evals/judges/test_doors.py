"""Two doors give one Answer or do not: planted differences, and a page that lacks something."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.chat.html import escape
from assistant.rendering.objects import answer_object
from evals.judges.doors import same, shown
from tests.evals.planting import answer

TOLD = answer_object(answer())
FIGURE: dict[str, Any] = TOLD["figures"][0]
CITATION: dict[str, Any] = TOLD["citations"][0]

OTHERWISE: dict[str, tuple[dict[str, Any], bool]] = {
    "its own id": ({"id": "2"}, True),
    "its own time": ({"elapsed_ms": 99}, True),
    "another status": ({"status": "not_found"}, False),
    "other words": ({"answer": "Nothing."}, False),
    "'over' lost": ({"figures": [FIGURE | {"bound": "exact"}]}, False),
    "another unit": ({"figures": [FIGURE | {"unit": "people"}]}, False),
    "another year": ({"figures": [FIGURE | {"period": "@2022"}]}, False),
    "the citation beside it": ({"citations": [CITATION | {"start": 0}]}, False),
    "no citation": ({"citations": []}, False),
    "a warning more": ({"warnings": ["Two reports differ."]}, False),
    "another index": ({"index": "other"}, False),
}


@pytest.mark.parametrize(("changed", "equal"), OTHERWISE.values(), ids=OTHERWISE)
def test_answers_are_the_same_in_all_but_id_and_time(changed: dict[str, Any], equal: bool) -> None:
    assert same(TOLD, TOLD | changed) is equal


PARTS = {
    "what was understood": escape(TOLD["understood"]),
    "the figure": f"{escape(FIGURE['text'])}</mark>",
    "the source": escape(CITATION["title"]),
}


def test_a_page_with_all_parts_shows_the_answer() -> None:
    assert shown(TOLD, " ".join(PARTS.values()))


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_page_that_lacks_a_part_does_not(part: str) -> None:
    assert not shown(TOLD, " ".join(other for other in PARTS.values() if other != part))
