"""Figures told apart slot by slot, and citations that do not hold their figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.records import Answer, Figure
from evals.records import FIGURE_SLOTS, ExpectedFigure, FigureSlot, Grounds
from evals.scorers.answers import score_answer
from evals.scorers.figures import differing, paired
from tests.evals.planting import (
    EXPECTED,
    NEIGHBOUR,
    OTHER_ARTICLE,
    OTHER_DOC,
    SAMPLE,
    SENTENCE,
    TEXTS,
    answer,
    citation,
    figure,
)

FALL = replace(EXPECTED, value=Decimal(-5), aspects=("change_pct",))
FELL = figure(value=Decimal(-5), aspect="change_pct")
COUNT = replace(EXPECTED, value=Decimal(1204), units=("people",), bound="exact")
COUNTED = figure(value=Decimal(1204), unit="people", bound="exact")

PLANTED: dict[str, tuple[ExpectedFigure, Figure, set[FigureSlot]]] = {
    "nothing": (EXPECTED, figure(), set()),
    "a digit put elsewhere": (EXPECTED, figure(value=Decimal(39)), {"value"}),
    "rounded before it was scaled": (COUNT, replace(COUNTED, value=Decimal(1200)), {"value"}),
    "a thousandfold": (COUNT, replace(COUNTED, value=Decimal(1_204_000)), {"value"}),
    "a rise for a fall": (FALL, replace(FELL, value=Decimal(5)), {"sign"}),
    "points for per cent": (EXPECTED, figure(unit="percentage_points"), {"unit"}),
    "dollars for dong": (replace(COUNT, units=("VND",)), replace(COUNTED, unit="USD"), {"unit"}),
    "'over' lost": (EXPECTED, figure(bound="exact"), {"bound"}),
    "'over' turned round": (EXPECTED, figure(bound="under"), {"bound"}),
    "another scheme": (EXPECTED, figure(metric="si_coverage"), {"metric"}),
    "a target as the outcome": (EXPECTED, figure(aspect="target"), {"aspect"}),
    "another province": (EXPECTED, figure(place="Other Province"), {"place"}),
    "no place": (EXPECTED, figure(place=None), {"place"}),
    "a part as the whole": (EXPECTED, figure(group="poor families"), {"part"}),
    "the whole as a part": (replace(EXPECTED, part=True), figure(), {"part"}),
    "another year": (EXPECTED, figure(period="@2022"), {"period"}),
    "a span for a moment": (EXPECTED, figure(period="2023"), {"period"}),
    "no date": (EXPECTED, figure(period=None), {"period"}),
    "computed and not marked so": (replace(EXPECTED, derived=True), figure(), {"computed"}),
}


@pytest.mark.parametrize(("expected", "given", "slots"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_found_in_its_slot_and_in_no_other(
    expected: ExpectedFigure, given: Figure, slots: set[FigureSlot]
) -> None:
    assert set(differing(given, expected)) == slots


def test_every_slot_has_a_planted_fault() -> None:
    assert {slot for _, _, slots in PLANTED.values() for slot in slots} == set(FIGURE_SLOTS)


def test_figures_are_paired_with_the_listed_ones_that_they_come_nearest_to() -> None:
    before = replace(EXPECTED, value=Decimal(91), periods=("@2022",))
    given = [figure(value=Decimal(91), period="@2022", bound="exact"), figure()]
    assert sorted(paired(given, [EXPECTED, before])) == [(), ("bound",)]


def test_a_wrong_value_is_paired_with_what_is_left() -> None:
    second = replace(EXPECTED, metrics=("si_coverage",))
    wrong = figure(value=Decimal(1), metric="si_coverage")
    assert sorted(paired([figure(), wrong], [second, EXPECTED])) == [(), ("value",)]


def test_without_figures_there_is_nothing_to_pair() -> None:
    assert paired([], [EXPECTED]) == paired([figure()], []) == []


BESIDE = citation(span=NEIGHBOUR, mark=2)
ALTERED = replace(citation(), quote=citation().quote.replace("Over", "Near"))
CUT = citation(span=(SENTENCE[0] + len("Over "), SENTENCE[1]))

CITED: dict[str, tuple[Answer, int, int, int]] = {
    "the sentence itself": (answer(), 1, 1, 1),
    "the sentence beside it": (answer(citations=(citation(span=NEIGHBOUR),)), 0, 1, 0),
    "both": (answer(figures=(figure(citations=(1, 2)),), citations=(citation(), BESIDE)), 1, 2, 1),
    "right by luck, without citation": (answer(figures=(figure(citations=()),)), 0, 0, 0),
    "a mark of nothing": (answer(figures=(figure(citations=(7,)),)), 0, 1, 0),
    "a quote that is not the article's": (answer(citations=(ALTERED,)), 0, 1, 0),
    "a quote that lost 'over'": (answer(citations=(CUT,)), 0, 1, 0),
    "another report with the same figure": (
        answer(citations=(citation(OTHER_DOC, (0, len(OTHER_ARTICLE))),)), 1, 1, 1,
    ),
    "a computed figure": (answer(figures=(figure(verdict="derived", citations=()),)), 0, 0, 0),
}  # fmt: skip
"""An answer; how many figures a cited quote holds, the marks, and the marks that hold them."""


@pytest.mark.parametrize(("given", "held", "cited", "holding"), CITED.values(), ids=CITED)
def test_a_citation_counts_where_its_quote_holds_the_figure(
    given: Answer, held: int, cited: int, holding: int
) -> None:
    counted = _grounds(given)
    assert (counted.held, counted.cited, counted.holding) == (held, cited, holding)


def test_a_computed_figure_need_not_be_cited_and_any_other_must() -> None:
    assert _grounds(answer(figures=(figure(verdict="derived"),))).reported == 0
    assert _grounds(answer(figures=(figure(verdict="unsupported"),))).reported == 1


def test_what_may_stand_beside_the_listed_figures_counts_neither_way() -> None:
    beside = replace(SAMPLE, also=(replace(EXPECTED, periods=("@2022",)),))
    given = answer(figures=(figure(), figure(period="@2022")))
    counted = score_answer(beside, given, TEXTS.get).grounds
    assert counted is not None
    assert (counted.listed, counted.given, counted.differing) == (1, 1, ((),))


def _grounds(given: Answer) -> Grounds:
    counted = score_answer(SAMPLE, given, TEXTS.get).grounds
    assert counted is not None
    return counted
