"""Period notation: days, moments, shifting, meeting."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.period.notation import (
    as_moment,
    asked_span,
    contains,
    meets,
    overlaps,
    parse_notation,
    same_days,
    shift_years,
    span_notation,
    to_period,
)


@pytest.mark.parametrize(
    ("notation", "first", "last", "moment"),
    [
        ("2023", "2023-01-01", "2023-12-31", False),
        ("2023-H2", "2023-07-01", "2023-12-31", False),
        ("2023-Q1", "2023-01-01", "2023-03-31", False),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("2023-06-30", "2023-06-30", "2023-06-30", False),
        ("2017/2019", "2017-01-01", "2019-12-31", False),
        ("2023-01/2023-09", "2023-01-01", "2023-09-30", False),
        ("2020-07-09/2020-07-10", "2020-07-09", "2020-07-10", False),
        ("@2023", "2023-12-31", "2023-12-31", True),
        ("@2023-02", "2023-02-28", "2023-02-28", True),
        ("@2022-03-31", "2022-03-31", "2022-03-31", True),
    ],
)
def test_notation_means_days(notation: str, first: str, last: str, moment: bool) -> None:
    days = parse_notation(notation)
    assert (days.first_day.isoformat(), days.last_day.isoformat()) == (first, last)
    assert days.moment is moment


@pytest.mark.parametrize(
    "notation",
    [
        "",
        "@",
        "23",
        "2023-13",
        "2023-00",
        "2023-02-30",
        "2023-Q5",
        "2023-H3",
        "2024/2023",
        "2021/2022/2023",
        "@2021/2022",
        "2023-1",
        "0000",
        "２０２３",
        "2023 ",
        "2023-Q1-01",
    ],
)
def test_bad_notation_is_refused_in_one_line(notation: str) -> None:
    with pytest.raises(ValueError, match="expected a period such as 2023"):
        parse_notation(notation)


@pytest.mark.parametrize(
    ("span", "moment"),
    [
        ("2022-H1", "@2022-06"),
        ("2023", "@2023"),
        ("2023-01/2023-09", "@2023-09"),
        ("2022-Q1", "@2022-03"),
        ("2022-03-31", "@2022-03-31"),
        ("@2022-03", "@2022-03"),
    ],
)
def test_a_span_ends_at_a_moment(span: str, moment: str) -> None:
    assert as_moment(span) == moment


@pytest.mark.parametrize(
    ("notation", "years", "shifted"),
    [
        ("2022-H1", -1, "2021-H1"),
        ("@2022-06", -1, "@2021-06"),
        ("2024-02-29", -1, "2023-02-28"),
        ("2022-01/2022-09", 1, "2023-01/2023-09"),
    ],
)
def test_shifting_keeps_the_part_of_the_year(notation: str, years: int, shifted: str) -> None:
    assert shift_years(notation, years) == shifted


@pytest.mark.parametrize(
    ("first", "last", "notation"),
    [
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-01", "2022-06-30", "2022-H1"),
        ("2022-04-01", "2022-06-30", "2022-Q2"),
        ("2022-01-01", "2022-09-30", "2022-01/2022-09"),
        ("2022-02-01", "2022-02-28", "2022-02"),
        ("2020-01-01", "2021-12-31", "2020/2021"),
        ("2022-01-01", "2022-05-29", "2022-01-01/2022-05-29"),
        ("2022-05-29", "2022-05-29", "2022-05-29"),
    ],
)
def test_a_span_is_told_as_short_as_can_be(first: str, last: str, notation: str) -> None:
    assert span_notation(date.fromisoformat(first), date.fromisoformat(last)) == notation


@pytest.mark.parametrize(
    ("asked", "held", "met"),
    [
        ("2023", "@2023-06-30", True),
        ("2023", "@2022-12-31", False),
        ("@2022-03", "2022-Q1", True),
        ("2022-03", "@2022-03-31", True),
        ("@2023", "@2023-12-31", True),
        ("@2023-06-15", "@2023-06", False),
        ("2023", "2023", True),
        ("2022-H1", "2022-01/2022-06", True),
        ("2023", "2023-H1", False),
        ("2023-06", "2023", False),
        ("@2023", "2023", True),
    ],
)
def test_what_answers_a_question_about_a_period(asked: str, held: str, met: bool) -> None:
    assert meets(to_period(asked, 0, len(asked), asked), held) is met


def test_containing_and_overlapping() -> None:
    assert contains("2023", "2023-H1")
    assert not contains("2023-H1", "2023")
    assert overlaps("2023-H1", "2023-Q2")
    assert not overlaps("2023-Q1", "@2023-06")
    assert same_days("@2023", "@2023-12")
    assert (asked_span("@2023-06"), asked_span("@2023"), asked_span("2023")) == (
        "2023-06",
        "2023-12",
        "2023",
    )


@given(st.dates(), st.dates())
def test_the_notation_of_a_span_means_its_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    days = parse_notation(span_notation(first, last))
    assert (days.first_day, days.last_day) == (first, last)
