"""What counts as a question understood, and the planted misreadings that must be found."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from assistant.query import Query, Unsure
from evals.records import Slot
from evals.scorers.readings import Reading, misread_slots, parse_reading, same_time
from indexing.reading.period.notation import to_period
from indexing.reading.quantity.quantities import find_quantities

QUERY = Query(
    question="HI coverage in An Giang in 2023?",
    plain="HI coverage in An Giang in 2023?",
    language="en",
    intent="figure",
    operation="value",
    metrics=("hi_coverage",),
    aspects=("level",),
    places=("An Giang",),
    periods=(to_period("in 2023", 24, 31, "2023"),),
    words=frozenset(),
    gist="HI coverage in An Giang in 2023?",
)
PASSAGES = replace(QUERY, intent="passages")
OF_TWO_PLACES = replace(QUERY, unsure=Unsure(places=("Ca Mau",)))
LINE = {
    "id": "q1",
    "question": QUERY.question,
    "history": [],
    "language": "en",
    "intent": "figure",
    "metrics": [["hi_coverage"]],
    "aspects": ["level"],
    "places": ["An Giang"],
    "periods": [["2023", "@2023"]],
    "operation": "value",
    "part": None,
}


def reading(**changed: object) -> Reading:
    """The reading of `QUERY`, with some fields of its line changed."""
    return parse_reading(json.dumps(LINE | changed))


def periods(*notations: str) -> Query:
    """`QUERY` about other periods."""
    return replace(QUERY, periods=tuple(to_period("", 0, 0, one) for one in notations))


PLANTED: dict[str, tuple[Query, Slot]] = {
    "words instead of a figure": (PASSAGES, "intent"),
    "another metric": (replace(QUERY, metrics=("si_coverage",)), "metrics"),
    "one metric too many": (replace(QUERY, metrics=("hi_coverage", "si_coverage")), "metrics"),
    "no metric": (replace(QUERY, metrics=()), "metrics"),
    "the target": (replace(QUERY, aspects=("target",)), "aspects"),
    "another place": (replace(QUERY, places=("Ca Mau",)), "places"),
    "the place lost": (replace(QUERY, places=()), "places"),
    "another year": (periods("2022"), "periods"),
    "half of the year": (periods("2023-H1"), "periods"),
    "the period lost": (periods(), "periods"),
    "one period too many": (periods("2023", "2022"), "periods"),
    "a ranking": (replace(QUERY, operation="rank"), "operation"),
    "a part that nobody named": (replace(QUERY, qualifiers=("pupils",)), "part"),
}


def test_the_expected_reading_has_no_fault() -> None:
    assert misread_slots(reading(), QUERY) == ()


@pytest.mark.parametrize(("query", "slot"), PLANTED.values(), ids=PLANTED)
def test_a_planted_misreading_is_found_in_its_slot(query: Query, slot: Slot) -> None:
    assert misread_slots(reading(), query) == (slot,)


def test_a_part_that_is_passed_over_is_found() -> None:
    assert misread_slots(reading(part="pupils"), QUERY) == ("part",)


def test_several_faults_are_told_together() -> None:
    query = replace(periods("2022"), places=(), operation="rank")
    assert misread_slots(reading(), query) == ("places", "periods", "operation")


ACCEPTED: dict[str, tuple[dict[str, object], Query]] = {
    "another set of metrics": (
        {"metrics": [["hi_coverage"], ["hi_participants"]]},
        replace(QUERY, metrics=("hi_participants",)),
    ),
    "metrics in another order": (
        {"metrics": [["si_coverage", "hi_coverage"]]},
        replace(QUERY, metrics=("hi_coverage", "si_coverage")),
    ),
    "one aspect of two": ({"aspects": ["change", "level"]}, QUERY),
    "another place": ({"alt_places": [["Ca Mau"]]}, replace(QUERY, places=("Ca Mau",))),
    "two periods in another order": (
        {"periods": [["2022"], ["2023"]]},
        periods("2023", "2022"),
    ),
    "other periods": ({"alt_periods": [[["2023"], ["2022"]]]}, periods("2022", "2023")),
    "another operation": ({"alt_operation": ["rank"]}, replace(QUERY, operation="rank")),
    "a part or none": ({"part": "pupils", "alt_part": [None]}, QUERY),
    "words as well": ({"alt_intent": ["passages"]}, PASSAGES),
}


@pytest.mark.parametrize(("changed", "query"), ACCEPTED.values(), ids=ACCEPTED)
def test_a_listed_alternative_is_right(changed: dict[str, object], query: Query) -> None:
    assert misread_slots(reading(**changed), query) == ()


@pytest.mark.parametrize("intent", ["off_topic", "unclear"])
@pytest.mark.parametrize(
    ("query", "right"),
    [
        pytest.param(PASSAGES, True, id="looks for passages"),
        pytest.param(replace(QUERY, readings=True), True, id="offers several readings"),
        pytest.param(
            replace(QUERY, unsure=Unsure(places=("Ca Mau",))), True, id="asks for the place"
        ),
        pytest.param(QUERY, False, id="takes it for a figure"),
    ],
)
def test_what_cannot_be_answered_is_not_taken_for_a_figure(
    intent: str, query: Query, right: bool
) -> None:
    found = misread_slots(reading(intent=intent, metrics=[], aspects=[], places=[]), query)
    assert found == (() if right else ("intent",))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2023-H1", "2023-01/2023-06", True),
        ("@2023", "@2023-12-31", True),
        ("2023", "@2023", True),
        ("2023-12", "@2023", True),
        ("2023", "2023-12", False),
        ("2023-H2", "2023", False),
        ("@2023-06", "2023", False),
    ],
)
def test_notations_of_one_time(one: str, other: str, same: bool) -> None:
    assert same_time(one, other) is same
    assert same_time(other, one) is same


def test_figures_in_a_question_are_no_slot() -> None:
    claimed = tuple(find_quantities("Is it true that 93 per cent are covered?"))
    assert misread_slots(reading(), replace(QUERY, claimed=claimed)) == ()
