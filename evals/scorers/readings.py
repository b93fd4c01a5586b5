"""Whether a question was understood as a careful reader understands it, slot by slot.

Each slot has the reader's choice and, where another is as good, alternatives.  Where no figure is
asked for, or where what is asked for cannot be told, only the intent is judged: looking for
passages, offering several readings and asking back which place is meant are all right there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import permutations
from typing import Any

from assistant.query import Query
from evals.records import Slot
from indexing.errors import WorkError
from indexing.reading.period.notation import parse_notation

_NO_FIGURE = frozenset({"off_topic", "unclear"})

Times = tuple[frozenset[str], ...]
"""The periods that a question names, each in the notations that will do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with how it is to be understood; of each slot's values any will do."""

    id: str
    question: str
    history: tuple[str, ...]
    """Earlier questions, oldest first."""
    language: str
    intents: tuple[str, ...]
    """figure, passages, off_topic, unclear; the reader's own choice first."""
    metrics: tuple[frozenset[str], ...]
    aspects: frozenset[str]
    places: tuple[frozenset[str], ...]
    periods: tuple[Times, ...]
    operations: frozenset[str]
    part: frozenset[bool]
    """Whether a part of the whole, or something that no report knows, is asked for."""


def load_readings(dataset: str) -> tuple[Reading, ...]:
    """The readings of a file of `evals/datasets`.  Raises `WorkError` for a line that is none."""
    text = (files("evals") / "datasets" / dataset).read_text(encoding="utf-8")
    return tuple(
        parse_reading(line, f"{dataset} line {number}")
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    )


def parse_reading(line: str, where: str = "a reading") -> Reading:
    """The reading of one JSON line; each `alt_` key lists further values of its slot.

    Raises `WorkError`, naming `where`, for a line that is none.
    """
    try:
        raw: dict[str, Any] = json.loads(line)
        return Reading(
            id=raw["id"],
            question=raw["question"],
            history=tuple(raw["history"]),
            language=raw["language"],
            intents=(raw["intent"], *raw.get("alt_intent", ())),
            metrics=tuple(map(frozenset, raw["metrics"])),
            aspects=frozenset(raw["aspects"]),
            places=tuple(map(frozenset, (raw["places"], *raw.get("alt_places", ())))),
            periods=tuple(map(_times, (raw["periods"], *raw.get("alt_periods", ())))),
            operations=frozenset({raw["operation"], *raw.get("alt_operation", ())}),
            part=frozenset(map(bool, (raw["part"], *raw.get("alt_part", ())))),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise WorkError(
            f"{where}: expected the reading of a question, came {line[:60]!r} ({error}): correct it"
        ) from None


def misread_slots(reading: Reading, query: Query) -> tuple[Slot, ...]:
    """The slots of `query` that are none of the accepted ones, in the order of `Slot`."""
    if not _intent_agrees(reading, query):
        return ("intent",)
    return tuple(_misread(reading, query)) if asks_for_figure(reading, query) else ()


def asks_for_figure(reading: Reading, query: Query) -> bool:
    """Whether metrics and the other slots are to be judged, not the intent alone."""
    return reading.intents[0] == "figure" == query.intent


def same_time(one: str, other: str) -> bool:
    """Equal days; or one of them a moment, and both end on it: a stock "in 2023" is its end's."""
    a, b = parse_notation(one), parse_notation(other)
    if a.moment or b.moment:
        return a.last_day == b.last_day
    return (a.first_day, a.last_day) == (b.first_day, b.last_day)


def _times(periods: Iterable[Iterable[str]]) -> Times:
    """Raises `ValueError` for a notation that is none."""
    times = tuple(map(frozenset, periods))
    for notation in frozenset().union(*times):
        parse_notation(notation)
    return times


def _intent_agrees(reading: Reading, query: Query) -> bool:
    if query.intent in reading.intents:
        return True
    asks_back = query.readings or bool(query.unsure.places) or query.unsure.left_open is not None
    offers = query.intent == "passages" or asks_back
    return offers and not _NO_FIGURE.isdisjoint(reading.intents)


def _misread(reading: Reading, query: Query) -> Iterator[Slot]:
    together = frozenset({query.joint} if query.joint else ())
    if not {frozenset(query.metrics), together} & set(reading.metrics):
        yield "metrics"
    if reading.aspects.isdisjoint(query.aspects):
        yield "aspects"
    if frozenset(query.places) not in reading.places:
        yield "places"
    got = [period.notation for period in query.periods]
    if not any(_periods_agree(got, times) for times in reading.periods):
        yield "periods"
    if query.operation not in reading.operations:
        yield "operation"
    if bool(query.qualifiers) not in reading.part:
        yield "part"


def _periods_agree(got: Sequence[str], times: Times) -> bool:
    """Each period is one of the expected and the other way round; their order is no matter."""
    return len(got) == len(times) and any(
        all(
            any(same_time(notation, one) for one in time)
            for notation, time in zip(order, times, strict=True)
        )
        for order in permutations(got)
    )
