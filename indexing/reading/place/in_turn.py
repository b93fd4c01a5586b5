"""Communes told in turn, of which only the first is called one: "Ia O commune has 86, Ia Mo 51"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from indexing.gazetteer import district_name, gazetteer
from indexing.reading.folding import ascii_name
from indexing.reading.phrases import Line
from indexing.reading.place.bare_names import DistrictMention
from indexing.reading.place.place_words import LOWEST, MOST_SYLLABLES, place_list

_DECIMALS: Final = re.compile(r"(?:[.,]\d+)+")
_FEWEST_SYLLABLES: Final = 2
_MOST_LINKS: Final = 2
_MOST_WORDS: Final = 40
"""Words behind a place in which others are told in turn."""


def told_in_turn(
    line: Line, found: Sequence[DistrictMention], nameable: Callable[[int], bool]
) -> Iterator[DistrictMention]:
    """The names behind a comma or "and", each before its figure, that follow a commune or ward, and
    those that the next sentence opens with: "Ia Puch stands at 91.2 percent"; `nameable` tells of a
    word whether it can be a syllable of a name."""
    past = 0
    for mention in sorted(found, key=lambda one: one.first):
        level = mention.name.rpartition(" ")[2]
        first = max(past, mention.last)
        stop = min(len(line.words), first + _MOST_WORDS)
        while level in LOWEST and first < stop:
            last = _name_from(line, first, nameable)
            figure = _figure_behind(line, last)
            anew = _ends(line, first)
            if anew and (figure == last or line.words[first] in place_list("surnames")):
                break
            before = line.words[first - 1]
            at = before in place_list("in_turn_at")
            leads = line.gap(first) in (", ", "; ") or before in place_list("in_turn")
            told = (at or leads or anew) and last - first >= _FEWEST_SYLLABLES
            if anew and not told:
                break
            beside = last < len(line.words) and line.words[last] == "with"  # "Ia Mo, with 81%,"
            if told and _is_figure(line, last, figure, comma=at or beside):
                name = ascii_name(line.written(first, last))
                yield DistrictMention(district_name(name, level), None, first, last)
            first = max(first + 1, last)
        past = max(past, first)


def _figure_behind(line: Line, last: int) -> int:
    """Where the figure should stand behind a name and a verb or preposition: "Ia Mo at 88.6"."""
    stop = min(len(line.words), last + _MOST_LINKS)
    while last < stop and line.words[last] in place_list("with_figure"):
        last += 1
    return last


def taken_up(line: Line, nameable: Callable[[int], bool]) -> Iterator[DistrictMention]:
    """The names that a sentence opens with and goes on to call a commune or ward: "In Ia O, 9,115
    people have a card, 94 percent of the commune"."""
    at = place_list("in_turn_at")
    for kind in (i for i, word in enumerate(line.words) if i > 1 and word in LOWEST):
        low = max(1, kind - _MOST_WORDS)
        first = next((i for i in range(kind, low, -1) if _ends(line, i)), 0) + 1
        if line.words[kind - 1] != "the" or line.words[first - 1] not in at:
            continue
        last = _name_from(line, first, nameable)
        if last < kind and last - first >= _FEWEST_SYLLABLES and line.gap(last) == ", ":
            name = ascii_name(line.written(first, last))
            yield DistrictMention(district_name(name, line.words[kind]), None, first, last)


def listed(line: Line, first: int, nameable: Callable[[int], bool]) -> Sequence[tuple[int, int]]:
    """The names told in a row behind "the communes", each with its figure or without: "of Ba Vi
    (83.5%) and Dak Plo (84.1%)".  Districts in a row are those that communes lie in."""
    if first >= len(line.words) or line.words[first] != "of":
        return ()
    names: list[tuple[int, int]] = []
    at = first + 1
    while (last := _name_from(line, at, nameable)) - at >= _FEWEST_SYLLABLES:
        names.append((at, last))
        at = last
        while at < len(line.words) and not _ends(line, at) and _joins(line.words[at]):
            at += 1
        if at == len(line.words) or (at == last and line.gap(at) != ", "):
            break
    called = gazetteer().districts_called
    districts = all(called(line.written(*name)) for name in names)
    return names if len(names) > 1 and not districts else ()


def _joins(word: str) -> bool:
    """Whether a word may stand between names told in a row: a figure, "and"."""
    return word.isdigit() or word in place_list("in_turn")


def numeral_at(line: Line, index: int) -> tuple[int, int]:
    """Where a word stands with the decimals or thousands behind it: "1.13"."""
    decimals = _DECIMALS.match(line.plain, line.ends[index])
    return line.starts[index], decimals.end() if decimals else line.ends[index]


def _name_from(line: Line, first: int, nameable: Callable[[int], bool]) -> int:
    """Where the name ends that begins with a word; there where it is no name's."""
    last = first
    while (
        last < len(line.words)
        and last - first < MOST_SYLLABLES
        and (last == first or line.gap(last) == " ")
        and line.capital(last)
        and nameable(last)
    ):
        last += 1
    return last


def _is_figure(line: Line, last: int, at: int, *, comma: bool) -> bool:
    """Whether a figure stands at a word, with nothing but a space, a bracket or, if allowed, a
    `comma` before it."""
    gaps = (" ", " (", ", ") if comma else (" ", " (")
    return (
        at < len(line.words)
        and line.words[at].isdigit()
        and all(line.gap(i) in gaps for i in range(last, at + 1))
    )


def _ends(line: Line, index: int) -> bool:
    """Whether a sentence ends before a word."""
    gap = line.gap(index)
    return "\n" in gap or any(mark in gap for mark in (". ", "! ", "? "))
