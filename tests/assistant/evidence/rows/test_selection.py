"""What counts as an answer: the asked day lies in a held span, or a held day in the asked span."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from assistant.evidence.rows.agreement import matches_place, period_fit
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.rows.selection import find as find_keyed
from indexing.reading.period.notation import to_period
from indexing.records import MetricFact, Period
from tests.assistant.samples import fact


def asked(notation: str) -> Period:
    return to_period(notation, 0, len(notation), notation)


def published(doc: str) -> date | None:
    return {"old": date(2024, 1, 5), "new": date(2024, 2, 5)}.get(doc)


def wanted(period: str | None, **changes: object) -> Wanted:
    values: dict[str, object] = {
        "metric": "hi_coverage",
        "aspects": ("level",),
        "place": "Binh Phuoc",
        "period": asked(period) if period else None,
        "group_words": frozenset(),
    }
    return Wanted(**{**values, **changes})  # type: ignore[arg-type]


def find(wanted: Wanted, rows: Sequence[MetricFact]) -> Finding:
    return find_keyed(wanted, KeyedRows.of(rows, published), published)


@pytest.mark.parametrize(
    ("question", "held", "answers", "whole"),
    [
        ("2023", "@2023", True, True),
        ("2023", "@2023-06-30", True, True),
        ("2023", "2023", True, True),
        ("2023", "2023-01/2023-09", True, False),  # nine months are told as nine months
        ("@2023", "@2023-12", True, True),
        ("@2022-03", "@2022-03-31", True, True),
        ("@2022-03-15", "2022-H1", True, True),  # the asked day lies inside the held span
        ("2023-Q1", "2023", False, True),  # the year's flow is not the quarter's
        ("1999", "@2023", False, True),
        ("2023-H1", "@2023", False, True),
        ("2024-04-02", "@2024-03", False, True),  # two days later nobody counted
        ("2023", None, False, True),  # an undated figure meets no date
    ],
)
def test_an_asked_period_is_met_or_not(
    question: str, held: str | None, answers: bool, whole: bool
) -> None:
    finding = find(wanted(question), [fact(period=held)])
    assert bool(finding.facts) is answers
    assert finding.whole_period is whole


def test_the_same_days_lead_over_other_days_of_the_asked_span() -> None:
    rows = [fact(period="@2023-06", value=91), fact(period="@2023", value=93)]
    assert find(wanted("2023"), rows).facts[0].value == 93


def test_without_a_period_the_latest_leads_and_undated_figures_are_the_oldest() -> None:
    rows = [fact(period=None, value=99), fact(period="@2022"), fact(period="@2023-06", value=95)]
    assert find(wanted(None), rows).facts[0].value == 95


@pytest.mark.parametrize("aspect", ["target", "target_pct", "change", "gap"])
def test_a_target_or_a_change_is_never_given_as_the_level(aspect: str) -> None:
    assert not find(wanted("2023"), [fact(aspect=aspect)]).facts


def test_a_part_is_never_given_as_the_whole() -> None:
    part = fact(group="poor households")
    assert not find(wanted("2023"), [part]).facts
    named = wanted("2023", parts=frozenset({"poor"}))
    assert find(named, [part]).facts == (part,)


def test_one_place_is_never_given_for_another() -> None:
    finding = find(wanted("2023"), [fact(place="Binh Duong")])
    assert not finding.facts
    assert not finding.nearest


@pytest.mark.parametrize(
    ("question", "held", "same"),
    [
        ("Binh Phuoc", "Binh Phuoc", True),
        ("Nam Dan district", "Nam Dan district, Nghe An", True),
        ("Nghe An", "Nam Dan district, Nghe An", False),
        ("Binh Phuoc", None, False),
        (None, "Binh Phuoc", True),
    ],
)
def test_places_match_whole(question: str | None, held: str | None, same: bool) -> None:
    assert matches_place(question, held) is same


def test_reports_that_differ_stand_side_by_side() -> None:
    rows = [fact(doc="old", bound="exact", value=92), fact(doc="new", bound="exact", value=94)]
    values = [row.value for row in find(wanted("2023"), rows).facts]
    assert values == [94, 92]


def test_a_rounded_figure_gives_way_to_the_exact_one_it_agrees_with() -> None:
    exact = fact(doc="old", bound="exact", value="93.4")
    assert find(wanted("2023"), [fact(doc="new"), exact]).facts == (exact,)


def test_what_misses_the_period_is_named_as_the_nearest() -> None:
    rows = [fact(period="@2019"), fact(period="@2023")]
    finding = find(wanted("2018"), rows)
    assert (finding.facts, finding.nearest) == ((), (rows[0],))


def test_dong_lead_and_dollars_are_given_when_asked_for() -> None:
    dong = fact(metric="premium_collection", unit="VND", value=3_990_000_000_000, bound="exact")
    dollars = fact(metric="premium_collection", unit="USD", value=161_300_000, bound="exact")
    plain = find(wanted("2023", metric="premium_collection"), [dollars, dong])
    asked_for = find(wanted("2023", metric="premium_collection", dollars=True), [dollars, dong])
    assert (plain.facts, asked_for.facts) == ((dong,), (dollars,))


def test_period_fit_prefers_the_same_days() -> None:
    fits = [period_fit(asked("2023"), held) for held in ("@2023", "@2023-06", "2023-Q1", "@2022")]
    assert fits == [3, 2, 1, 0]


def test_of_several_amounts_in_one_report_the_largest_is_the_whole() -> None:
    rows = [
        fact(metric="late_payment_amount", unit="VND", bound="exact", value=value, start=start)
        for start, value in ((0, 13_500_000_000), (9, 6_330_000_000_000))
    ]
    finding = find(wanted("2023", metric="late_payment_amount"), rows)
    assert (finding.facts, finding.aside) == ((rows[1],), (rows[0],))


def test_what_lies_ahead_of_its_report_is_no_outcome() -> None:
    plan = fact(doc="old", period="@2025", value=95)
    assert not find(wanted("2025"), [plan]).facts
    assert find(wanted("2025", aspects=("target",)), [fact(period="@2025", aspect="target")]).facts


def test_of_several_shares_in_one_report_that_whose_sentence_names_the_metric_stands() -> None:
    named = fact(bound="exact", quote="Health insurance coverage was 93 per cent.")
    other = fact(bound="exact", value=12, quote="Some 12 per cent were pleased.")
    finding = find(wanted("2023"), [other, named])
    assert (finding.facts, finding.aside) == ((named,), (other,))


@pytest.mark.parametrize(
    ("rows", "nearest"),
    [
        ([("target", "@2025", 95), ("level", "@2022", 92)], [92, 95]),
        ([("target", "@2025", 95)], [95]),
        ([("target", "@2030", 98), ("level", "@2022", 92)], [92]),
    ],
    ids=[
        "the target behind what was reached",
        "the target alone",
        "the target of another year is not named",
    ],
)
def test_where_only_a_target_meets_the_days_it_is_named_and_no_answer(
    rows: list[tuple[str, str, int]], nearest: list[int]
) -> None:
    held = [fact(aspect=aspect, period=period, value=value) for aspect, period, value in rows]
    finding = find(wanted("2025"), held)
    assert finding.facts == ()
    assert [int(row.value) for row in finding.nearest] == nearest


@pytest.mark.parametrize(
    ("since", "held", "vs", "answers"),
    [
        ("2019", "@2023", "@2019", True),
        ("2019", "@2023", "@2018", True),  # the eve of the year
        ("2019", "@2023", "@2017", False),
        ("2019", "2019", "2018", False),  # the sum of the year before is no eve
        ("2019", "@2023", "@2022", False),
        ("2019", "@2023", None, False),
        ("2019", "2019", None, False),  # those who joined in 2019 are no rise since then
        ("2019", "2020", None, True),
        ("2023-01", "2023-01/2023-09", None, True),
        ("2022-H1", "2023-H1", None, True),
        ("2019", "2020-07-11", None, False),
        ("2019", None, None, False),
    ],
)
def test_a_change_answers_only_where_it_is_counted_from_the_asked_days(
    since: str, held: str | None, vs: str | None, answers: bool
) -> None:
    row = fact(aspect="change_pct", period=held, vs=vs)
    found = find(wanted(None, aspects=("change_pct",), versus=asked(since)), [row])
    assert bool(found.facts) is answers


@pytest.mark.parametrize(
    ("months_back", "held", "answers"),
    [
        (12, ["2025-01/2025-07", "2024-01/2024-08"], ["2024-01/2024-08"]),
        (12, ["2025-01/2025-07"], []),
        (12, ["@2024", "2024-01/2024-08"], ["2024-01/2024-08"]),
        (12, ["@2024"], ["@2024"]),  # any day of the year before
        (1, ["2025-01/2025-07", "2024-01/2024-08"], ["2025-01/2025-07"]),
        (3, ["2025-01/2025-07"], []),
        (12, [None], [None]),  # the report does not say
    ],
)
def test_a_change_is_counted_from_as_far_back_as_asked(
    months_back: int, held: list[str | None], answers: list[str | None]
) -> None:
    rows = [fact(aspect="change", period="2025-01/2025-08", vs=vs) for vs in held]
    asks = wanted("2025-01/2025-08", aspects=("change",), months_back=months_back)
    assert [row.vs for row in find(asks, rows).facts] == answers
