"""Districts that a question names without the word for their kind: "late payment in Thuan Nam"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.understanding.words.cues import Cues
from indexing.gazetteer import District, gazetteer
from indexing.reading.diacritics import agrees
from indexing.reading.folding import folded
from indexing.reading.language import detect_language
from indexing.reading.phrases import line_of, words
from indexing.records import PlaceMention

_LONGEST = 3
_SHORTEST_WORD = 6
"""A name that is written as one word has at least so many letters: "ha nam" has five."""
_NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
"""Behind a name: it is the first words of a longer one, as of a firm."""
_BEFORE = re.compile(r"([^\W\d_]+) $")
"""The word right before a name."""
_BEHIND = re.compile(r" ([^\W\d_]+)")
"""The word right behind a name."""


def bare_districts(
    question: str, others: Sequence[PlaceMention], cues: Cues
) -> Iterator[PlaceMention]:
    """The districts named without the word for their kind, where only one is called so.

    Where the question names other places, `others`, those that lie there, "Chau Thanh, Kien Giang",
    or stand behind a word that leads to a place: "in Ly Son and Ba Vi commune".  In small letters
    what else narrows nothing is no name, "nguyên nhân là gì?" is not of La Gi, unless a word leads
    to it in an English question or beside a neighbour: "vinh chau va ke sach".
    """
    provinces = {mention.province for mention in others} - {None}
    is_english = detect_language(question) == "en"
    past = 0
    for called, start, end in _spelt(question):
        if start < past or any(m.start < end and start < m.end for m in others):
            continue
        within = tuple(one for one in called if one.province in provinces)
        narrows = within or (others and not _is_led(question, start, cues))
        meant = within if narrows else called
        if len(meant) != 1:
            continue
        (found,) = meant
        beyond_doubt = _is_led(question, start, cues) and (bool(within) or is_english)
        if _is_name(question, start, end, found, beyond_doubt, cues) and not (
            others and _goes_on_before(question, start, cues)
        ):
            name = f"{found.name}, {found.province}"
            yield PlaceMention(name, "district", found.province, start, end)
            past = end


def namesakes(question: str, cues: Cues) -> tuple[PlaceMention, ...]:
    """The districts that may be meant by a bare name that several bear, "in Phu Tan", behind a word
    that leads to a place; empty where no such name stands."""
    for called, start, end in _spelt(question):
        is_typed = question[start].isupper() or question.islower()
        told = [one for one in called if _is_name(question, start, end, one, False, cues)]
        behind = _BEHIND.match(question, end)  # "in Tan Chau hospital" is in no district
        is_whole = is_typed and (behind is None or cues.idle.holds(behind[1]))
        if is_whole and len(told) > 1 and _is_led(question, start, cues):
            return tuple(
                PlaceMention(f"{d.name}, {d.province}", "district", d.province, start, end)
                for d in told
            )
    return ()


def _spelt(question: str) -> Iterator[tuple[tuple[District, ...], int, int]]:
    """The words of a question that spell the name of districts, the longest first from each word
    on: the districts, and where the name begins and ends."""
    line = line_of(question)
    for first in range(len(line.words)):
        for length in range(min(_LONGEST, len(line.words) - first), 0, -1):
            called = gazetteer().districts_spelt(line.words[first : first + length])
            if length == 1 and len(line.words[first]) < _SHORTEST_WORD:
                continue
            if called and (length == 1 or not line.gap(first + 1).strip()):
                yield called, *line.span(first, first + length)


def _is_name(
    question: str, start: int, end: int, district: District, beyond_doubt: bool, cues: Cues
) -> bool:
    written = question[start:end]
    idle = not beyond_doubt and written.islower() and all(map(cues.idle.holds, written.split()))
    name = district.vietnamese if " " in written else district.vietnamese.replace(" ", "")
    agreed = agrees(written, name)
    return not idle and agreed and not _NAME_GOES_ON.match(question, end)


def _is_led(question: str, start: int, cues: Cues) -> bool:
    """Whether a word before a name sets it beside a place, or leads to one."""
    lead = words(folded(question[:start]).text)[-1:]
    return bool(lead) and lead[0] in cues.prepositions | cues.joins


def _goes_on_before(question: str, start: int, cues: Cues) -> bool:
    """Whether a name is the last words of a longer one: a person's, "Nguyen Thanh Binh"."""
    before = _BEFORE.search(question, 0, start)
    return bool(before and before[1][0].isupper() and not cues.idle.holds(before[1]))


def in_their_provinces(
    mentions: Sequence[PlaceMention], question: str, cues: Cues
) -> list[PlaceMention]:
    """The mentions, a district and the province that it is told to lie in as the district alone.

    "Bac Ai in Ninh Thuan", "does Bac Ai owe in Ninh Thuan" and "Ninh Thuan's Bac Ai" ask for one
    place, "Ninh Thuan and Bac Ai" for two.
    """
    found: list[PlaceMention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last and _is_told_within(last, mention, question, cues):
            found[-1] = last if last.kind == "district" else mention
        else:
            found.append(mention)
    return found


def _is_told_within(one: PlaceMention, other: PlaceMention, question: str, cues: Cues) -> bool:
    kinds = {one.kind, other.kind}
    if kinds != {"district", "province"} or one.province != other.province:
        return False
    between = question[one.end : other.start]
    told = words(folded(between).text)
    if one.kind == "province":
        return between.strip() in ("'s", "’s", "(", ":", ",")
    if all(word in cues.prepositions or word in ("province", "tinh") for word in told):
        return True
    return told[-1] in cues.locatives and not (cues.joins & set(told) or "," in between)
