"""A phrase for a scheme or a measure, and phrases made of one word of each of several lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase for a scheme or a measure."""

    id: str
    """Empty where it only looks like one."""
    printed: str
    marked: bool = False
    """Whether the text must carry the phrase's Vietnamese marks."""
    abbreviation: bool = False
    """Whether it counts only in capitals or beside a measure."""
    before_scheme: bool = False
    """Whether it counts only right before a scheme."""
    cover: bool = False
    """Whether it names a scheme by what is insured against: no benefit is told of there."""
    counting: bool = False
    """Whether it only tells how people are counted: a scheme named beside it goes first."""


def made(entry: Mapping[str, Any], side: str) -> Iterable[str]:
    """The phrases of an entry's lists: "at least one of the" "insurance" "schemes"."""
    chosen = (one for slots in entry.get(side, ()) for one in product(*slots))
    return (" ".join(filter(None, one)) for one in chosen)
