"""The reader of periods: the case table, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexing.reading.period.notation import parse_notation
from indexing.reading.period.periods import PeriodMention, read_periods, resolve_periods
from tests.indexing.reading.tables import cases, dispatches, fragments

PUBLISHED = date(2022, 5, 29)
NEWS = date(1989, 11, 2)
DISPATCHES = [
    case
    for name in ("period/wire", "period/desk", "period/past", "period/street")
    for case in dispatches(name)
]
FRAGMENTS = fragments(
    """2023 2022- 31/12/2023 31/02/2023 29/02/2024 March May 12 and by the_end_of same_period
last_year a_year_earlier since mid- năm tháng quý_I cùng_kỳ first_quarter of from to
between 0001 9999 100 years ago ten years_before past_12_months so_far next December
first_half H1 nine months - . , ; \u0301 İ Tuesday last_week two_weeks_ago the_1980s late
yesterday weekend 11/02/89 ended spring next_five_years '70s 20th century the_day_before
a_year_ago today this_week in_three_years' time half_a_century a_couple_of days and_a_half from_now
four_months later that_day that year the_following Friday of_last_week week_of the_first_week_of
Easter Sunday Thanksgiving 4q12 fy13 '87 Jan-Mar in_the_fall this_century earlier_in_the_day
Friday_the_13th the_following spring that September month moved_to put_off decade the_end_of
Weds_16 last_year's previous_year 5th_of this_month since_the_summer before_1_July in_Feb
in_1848 the_9th spring_of_1778 days_before_Christmas a_week_from on_Fri 1861 1756-63 yrs_ago
tuần_trước thứ_sáu cách_đây 5 năm_trước thập_niên 90 mùa_hè đêm 10/5
"""
)


def hint(mention: PeriodMention) -> str | None:
    if mention.comparison:
        return "vs"
    return "since" if mention.since else "aim" if mention.target else None


@pytest.mark.parametrize(("group", "text", "expected"), cases("period/periods"))
def test_periods_are_read_as_a_colleague_reads_them(
    group: str, text: str, expected: list[list[str]]
) -> None:
    published = None if group == "undated" else PUBLISHED
    mentions = read_periods(text, published)
    assert [(m.period.text, m.period.notation) for m in mentions] == [
        (words, notation) for words, notation, *_ in expected
    ]
    told = [rest[0] if rest else None for _, _, *rest in expected]
    assert [hint(m) if t else None for m, t in zip(mentions, told, strict=True)] == told


@pytest.mark.parametrize(("group", "text", "expected"), cases("period/news"))
def test_periods_of_general_news_are_found_whole_and_resolved(
    group: str, text: str, expected: list[list[str]]
) -> None:
    found = resolve_periods(text, NEWS)
    assert [[p.text, p.notation] for p in found] == expected


@pytest.mark.parametrize(("published", "text", "expected"), DISPATCHES)
def test_periods_of_dispatches_are_counted_from_their_day(
    published: date, text: str, expected: list[list[str]]
) -> None:
    found = resolve_periods(text, published)
    assert [[p.text, p.notation] for p in found] == expected


def test_the_plain_list_is_the_periods_of_the_mentions() -> None:
    text = "In 2021, up 5% on 2020"
    assert resolve_periods(text, PUBLISHED) == [m.period for m in read_periods(text, PUBLISHED)]


@given(
    st.one_of(st.text(), FRAGMENTS),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_is_read_and_periods_neither_overlap_nor_leave_it(
    text: str, published: date | None
) -> None:
    end = 0
    for period in resolve_periods(text, published):
        assert end <= period.start < period.end <= len(text)
        assert text[period.start : period.end] == period.text
        days = parse_notation(period.notation)
        assert (days.first_day, days.last_day) == (period.first_day, period.last_day)
        end = period.end


@pytest.mark.parametrize(("published", "text", "expected"), DISPATCHES)
def test_a_sentence_before_a_dispatch_changes_none_of_its_dates(
    published: date, text: str, expected: list[list[str]]
) -> None:
    found = resolve_periods("The talks were held in a hotel by the sea. " + text, published)
    assert [[p.text, p.notation] for p in found] == expected


@given(FRAGMENTS)
@example("four months in the fall")
def test_a_sentence_before_moves_periods_and_changes_nothing_else(text: str) -> None:
    before = "The meeting took place in Hanoi.\n\n"
    alone = resolve_periods(text, PUBLISHED)
    after = resolve_periods(before + text, PUBLISHED)
    assert [(p.text, p.notation) for p in after] == [(p.text, p.notation) for p in alone]
    assert [p.start - len(before) for p in after] == [p.start for p in alone]
