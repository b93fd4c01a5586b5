"""Operations over rows: what is computed, what is refused, what is said of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.drafting.operations import (
    confirmation,
    difference,
    difference_sentence,
    mixed_periods,
    ranking_sentences,
    total,
    total_sentence,
)
from assistant.evidence.selection import Finding, Wanted
from assistant.grounding.gate import is_grounded
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from indexing.records import MetricFact
from tests.assistant.samples import TEXT, article, fact
from tests.assistant.understanding.test_question import TODAY

ENGLISH = load_phrases("en")


def findings(*rows: MetricFact) -> list[Finding]:
    wanted = Wanted("hi_coverage", ("level",), "Binh Phuoc", None, frozenset())
    return [Finding(wanted, (row,)) for row in rows]


def test_the_difference_of_two_coverages_is_in_percentage_points() -> None:
    rows = [
        fact(bound="exact", value="91.5", period="@2022"),
        fact(bound="exact", value="93.2", period="@2023"),
    ]
    computed = difference(findings(*rows))
    assert computed is not None
    assert (computed.value, computed.unit) == (Decimal("1.7"), "percentage_points")
    assert (computed.period, computed.vs, computed.operands) == ("@2023", "@2022", tuple(rows))
    said = difference_sentence(computed, ENGLISH)
    assert said.text == "Computed from these figures, that is a rise of 1.7 percentage points"


def test_a_fall_is_told_as_a_fall() -> None:
    rows = [fact(bound="exact", value=93, period="@2022"), fact(bound="exact", value=90)]
    computed = difference(findings(*rows))
    assert computed is not None
    assert "a fall of 3 percentage points" in difference_sentence(computed, ENGLISH).text


@pytest.mark.parametrize(
    "second",
    [
        fact(period="@2022"),  # "over 93" has no exact difference
        fact(bound="exact", period="@2023"),  # the same figure
        fact(bound="exact", period="@2022", metric="si_coverage"),
        fact(bound="exact", period="@2022", aspect="target"),
        fact(bound="exact", period="@2022", group="pupils"),
    ],
    ids=["bound", "same", "metric", "aspect", "part"],
)
def test_a_difference_that_makes_no_sense_is_not_computed(second: MetricFact) -> None:
    assert difference(findings(fact(bound="exact"), second)) is None


def test_amounts_of_several_places_at_one_time_are_added_up() -> None:
    people = [
        fact(metric="hi_participants", unit="people", bound="exact", value=value, place=place)
        for place, value in (("Binh Phuoc", 1_000), ("Hanoi", 20_500))
    ]
    computed = total(findings(*people))
    assert computed is not None
    assert (computed.value, computed.place) == (21_500, None)
    assert total_sentence(computed, ENGLISH).text.endswith("the total is 21,500 people")


@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Binh Phuoc"},  # the same place twice
        {"place": "Viet Nam"},  # the country holds the province
        {"period": "@2022"},
        {"bound": "over"},
        {"unit": "percent", "metric": "hi_coverage"},
    ],
    ids=["one place", "whole and part", "another time", "bound", "shares"],
)
def test_what_cannot_be_added_up_is_not(changes: dict[str, str]) -> None:
    values = {"metric": "hi_participants", "unit": "people", "bound": "exact", "place": "Hanoi"}
    rows = [fact(**{**values, "place": "Binh Phuoc"}), fact(**{**values, **changes})]
    assert total(findings(*rows)) is None


def test_a_ranking_states_how_many_places_report_and_passes_the_gate() -> None:
    rows = [fact(), fact(place="Hanoi")]
    query = understand("Which province had the highest HI coverage in 2023?", (), TODAY)
    heading, *lines = ranking_sentences(query, rows, lambda doc: article(TEXT), ENGLISH)
    assert "2 provinces" in heading.text
    assert [line.text for line in lines] == [
        "- Binh Phuoc: over 93 per cent, at the end of 2023",
        "- Hanoi: over 93 per cent, at the end of 2023",
    ]
    assert all(is_grounded(said, lambda doc: article(TEXT)) for said in (heading, *lines))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is it true that HI coverage in Binh Phuoc was over 93 per cent in 2023?", "confirmed"),
        ("Is it true that HI coverage in Binh Phuoc was 93 per cent in 2023?", "refuted"),
        ("Is it true that HI coverage in Binh Phuoc was over 95 per cent in 2023?", "refuted"),
        ("HI coverage in Binh Phuoc in 2023", None),
    ],
)
def test_a_figure_put_forward_is_confirmed_or_refuted(question: str, verdict: str | None) -> None:
    assert confirmation(understand(question, (), TODAY), findings(fact())) == verdict


@pytest.mark.parametrize(("verb", "verdict"), [("rose", "confirmed"), ("fell", "refuted")])
def test_the_direction_of_a_change_counts(verb: str, verdict: str) -> None:
    query = understand(f"Is it true that HI coverage {verb} by 7 per cent?", (), TODAY)
    row = fact(aspect="change_pct", value=7, bound="exact")
    assert confirmation(query, findings(row)) == verdict


def test_where_several_figures_answer_nothing_is_confirmed() -> None:
    query = understand("Is it true that HI coverage was over 93 per cent?", (), TODAY)
    assert confirmation(query, findings(fact(), fact(place="Hanoi"))) is None


def test_figures_of_other_days_are_not_silently_compared() -> None:
    assert mixed_periods([fact(), fact(period="@2022")])
    assert not mixed_periods([fact(), fact(period="@2023-12-31")])
