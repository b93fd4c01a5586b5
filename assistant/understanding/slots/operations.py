"""What is to be done with the figures that a question asks for: a list, a ranking, a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from assistant.query import Operation
from assistant.understanding.slots.claimed import is_named, put_forward, without_figures
from assistant.understanding.slots.debtors import are_behind
from assistant.understanding.slots.kinds import asks_which_is_nearer, leading
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    places_of,
    quantities_of,
    terms_of,
    without_regions,
)
from indexing.records import Span

_THAN = re.compile(r"\b(?:than|(?:hơn|hon)(?!\s*\d)|kém|thua|exceed(?:s|ed)?)\b", re.IGNORECASE)
_BY_HOW_MUCH = re.compile(
    r"\b(?:hơn|hon|kém|thua)\b(?!\s*\d)[^,.;?]*\b(?:bao nhi[êe]u|mấy)\b", re.IGNORECASE
)
"""What lies between two places is asked for: "Huế hơn Hà Nội bao nhiêu điểm?"."""
EITHER = re.compile(r"\b(?:or|hay|hoặc|hoac)\b", re.IGNORECASE)
"""Between two things of which one is asked for."""
_HOW_OFTEN = re.compile(
    r"(?<!\bby )\bhow many times\s+(?:did|do|does|was|were|is|are|has|have|had)\b"
    r"|(?<!gấp )(?<!gap )(?<!bằng )(?<!bang )\b(?:bao nhi[êe]u|mấy) (?:lần|lan)\b(?!\s+so\b)",
    re.IGNORECASE,
)
"""How often something came about; "how many times as many" holds two numbers against each other."""
_VISITS, _FACILITIES, _INSPECTED = "visits", "facilities", "inspections"
_GOING = frozenset({"participants", "cards"})
"""Measures of those who go to a hospital: what is counted of their going there are the visits."""
_EXCEEDS = re.compile(
    r"\b(?:than|exceed(?:s|ed)?|outnumber(?:s|ed)?|surpass(?:es|ed)?|that of|those of"
    r"|hơn|gấp|gap)\b",
    re.IGNORECASE,
)

_WHICH_SUCH = re.compile(
    r"\b(?:which|what)\s+(?:(?!of\b|share\b|part\b)[a-z]+\s+){1,2}$", re.IGNORECASE
)
"""Before places that are asked for, with a word about them: "which whole provinces"."""
_HOW_NEAR = re.compile(r"\bhow (?:far|close|near)\b|\bbao xa\b", re.IGNORECASE)
"""How near to a plan something has come, or how far two places lie apart."""
_WHICH_MORE = re.compile(
    r"\b(?:nào|nao|đâu|dau)\b[^,.;?]*?\b(?:nhiều|nhieu|ít|it|cao|thấp|thap|lớn|lon|nhỏ|nho|đông)\b"
    r"[^,.;?]*?\b(?:hơn|hon)(?=\s*(?:[,.;?!]|$|(?:vậy|vay|ạ|thế|the|nhỉ|nhi|và|va)\b))",
    re.IGNORECASE,
)
"""Which of the things named has more, what is counted within the comparison: "tỉnh nào nhiều người
tham gia hơn?"."""


def asked_operation(question: str, cues: Cues) -> Operation:
    """What is to be done with the figures: the first operation in the order of `Operation` that a
    word of the question tells, else a value is wanted.

    "Which provinces ..." and "have 15 provinces ..." list them, where no other word says what to do
    with them; so does a word for every place, unless one figure is to be made of theirs.
    """
    if leading(question, cues) or asks_which_is_nearer(question, cues):
        return "rank"
    if is_of_every_place(question, cues) and not cues.hits("order", question):
        return made_of_all(question, cues) or "list"
    if _WHICH_MORE.search(question) and len({p.name for p in places_of(question)}) == 2:
        return "compare"
    hits = cues.hits("operation", without_figures(without_regions(question)))
    if asks_how_often_treated(question):
        hits = tuple(hit for hit in hits if hit != "ratio")
    if are_behind(question, cues) and len({p.name for p in places_of(question)}) < 2:
        hits = tuple(hit for hit in hits if hit != "compare")  # they owe
    if {"ratio", "compare"} <= set(hits):
        return "ratio"  # "how many times as many, compared with ..."
    counts = any(cues.hits("counted_places", q.unit_text or "") for q in put_forward(question))
    names = any(is_named(told, question, cues) for told in quantities_of(question))
    lists = "places" in hits or counts or names or _asks_which_such(question, cues)
    otherwise: Operation = "list" if lists else "value"
    return next((name for name in get_args(Operation) if name in hits), otherwise)


def _asks_which_such(question: str, cues: Cues) -> bool:
    """Whether provinces are asked for with a word about them: "which whole provinces"."""
    return any(
        key == "province"
        and question[span.start : span.end].lower().endswith("s")
        and _WHICH_SUCH.search(question[: span.start])
        for key, span in cues.spans_by("kinds", question)
    )


def asks_how_often(question: str) -> bool:
    """Whether it is counted how often something came about: "how many times did it meet?"."""
    return bool(_HOW_OFTEN.search(question)) and not _EXCEEDS.search(question)


def asks_how_often_treated(question: str) -> bool:
    """Whether the turns of treatment are counted, and not people: "how many times were patients
    treated?", "how many times did people use their cards at hospitals?"."""
    told = {term.id for term in terms_of(question)}
    treated = _VISITS in told or (_FACILITIES in told and bool(_GOING & told))
    return treated and _INSPECTED not in told and asks_how_often(question)


def is_of_every_place(question: str, cues: Cues) -> bool:
    """Whether the figures of all places are asked for, and not which places they are; so it is
    where a mean is asked for and provinces are spoken of: "what does a province collect on
    average?"."""
    hits = cues.hits("operation", question)
    if {"list", "places"} & set(hits):
        return False
    return "everywhere" in hits or (
        made_of_all(question, cues) == "average" and _speaks_of_provinces(question, cues)
    )


def _speaks_of_provinces(question: str, cues: Cues) -> bool:
    """Whether it names provinces, but no place of its own."""
    named = places_of(question) or cues.hits("pointing", question)
    kinds = {key for key, _ in cues.spans_by("kinds", question)}
    return "province" in kinds and not named


def made_of_all(question: str, cues: Cues) -> Operation | None:
    """What one figure is to be made of those of every place: their sum or their mean."""
    hits = cues.hits("operation", question)
    if "average" in hits or cues.hits("mean", question):
        return "average"
    return "total" if "total" in hits else None


def compares_levels(question: str, places: Sequence[Span], cues: Cues) -> bool:
    """Whether words of change hold two places against each other rather than two times.

    "How many more members does Hue have than Hanoi?"; not "did it rise more in Hue than in Hanoi?".
    """
    if len(places) < 2 or {"up", "down"} & set(cues.hits("verdict", question)):
        return False
    between = places[0].end, places[-1].start
    or_either = EITHER.search(question, *between) and cues.hits("degree", question)
    if asks_how_near(question) and "target" not in cues.hits("aspect", question):
        return True
    asks_how_far = "difference" in cues.hits("follow_up", question)
    apart = question[between[0] : between[1]].rstrip()
    beats = any(s.end == len(apart) for s in cues.spans("standing", apart))
    leads = bool(cues.hits("lead", apart))
    is_apart = asks_how_far and (beats or leads)
    return bool(_THAN.search(question, *between) or or_either or is_apart)


def asks_how_near(question: str) -> bool:
    """Whether it is asked how near to a target something has come, which it may have passed."""
    return bool(_HOW_NEAR.search(question))


def asks_what_lies_between(question: str) -> bool:
    """Whether it is asked by how much the one is more than the other, and by that word alone."""
    return bool(_BY_HOW_MUCH.search(question))


def compares_ranks(question: str, cues: Cues) -> bool:
    """Whether places of a ranking are held against each other: "how much more does the first
    collect than the second?"."""
    than = _THAN.search(question)
    return bool(than and cues.hits("other_rank", question[than.end() :]))
