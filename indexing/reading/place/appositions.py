"""Places that a text calls by their kind behind a comma: "Sen Thuong, the most western commune"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from indexing.reading.phrases import Line
from indexing.reading.place.place_words import place_list

_FEWEST_SYLLABLES: Final = 2
_MOST_SYLLABLES: Final = 4
_WORDS: Final = 6
"""Words from the article to the kind at most."""


def apposed(
    line: Line, start: int, end: int, nameable: Callable[[int], bool]
) -> tuple[int, int] | None:
    """The words of the name that words `start` to `end`, for a kind of place, are told of, if any.

    `nameable` tells of a word whether it can be a syllable of a name.  "Mr An, the district
    chairman" names no district: behind the kind the place goes on to be told of.
    """
    low = max(start - _WORDS, 0)
    articles = [i for i in range(start - 1, low, -1) if line.words[i] in place_list("articles")]
    if not articles or line.gap(articles[0]) != ", ":
        return None
    last = articles[0]
    plain = all(line.gap(i) == " " for i in range(last + 1, start + 1))
    behind = end < len(line.words) and line.gap(end) == " "
    if not plain or (behind and line.words[end] not in place_list("kind_goes_on")):
        return None
    first = last
    while (
        first
        and last - first < _MOST_SYLLABLES
        and (first == last or line.gap(first) == " ")
        and line.capital(first - 1)
        and nameable(first - 1)
    ):
        first -= 1
    return (first, last) if last - first >= _FEWEST_SYLLABLES else None
