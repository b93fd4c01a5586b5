"""Regions that a question calls by the last word of their names: "the delta"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from indexing.reading.place.place_words import place_list
from indexing.records import PlaceMention
from indexing.regions import regions_called

_NO_PLACE = r"(?!\s+(?:variants?|strains?|waves?)\b)"
"""Not behind the name of a virus's form: "the delta variant"."""


def short_regions(question: str, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions of regions by the last words of their names, outside of the `named` places; of
    several that may be meant each stands for the first."""
    spans = ((found.start(1), found.end(1)) for found in _short().finditer(question))
    return [
        PlaceMention(regions[0], "region", None, start, end)
        for start, end in spans
        if (regions := _regions(question[start:end]))
        and not any(place.start < end and start < place.end for place in named)
    ]


def meant_by(question: str, mention: PlaceMention) -> tuple[str, ...]:
    """The regions that a mention may mean."""
    return _regions(question[mention.start : mention.end])


def _regions(word: str) -> tuple[str, ...]:
    return regions_called(word.lower().removesuffix("s"))


@cache
def _short() -> re.Pattern[str]:
    called = "|".join(sorted(place_list("region_words")))
    of_kind = r"(?=\s+(?:provinces?|cities|city)\b)"
    return re.compile(
        rf"\b(?:(?<=\bthe\s)(?={called})|(?=(?:{called}){of_kind}))((?:{called})s?)\b{_NO_PLACE}",
        re.IGNORECASE,
    )
