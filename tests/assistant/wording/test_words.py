"""Figures and periods in words, and read back as what they were."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.wording.phrases import Phrases, load_phrases
from assistant.wording.words import figure_words, period_words, place_words, plain_period
from indexing.reading.period.notation import parse_notation, span_notation
from indexing.reading.period.periods import resolve_periods
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Bound, Language, Unit

ENGLISH, VIETNAMESE = load_phrases("en"), load_phrases("vi")
LANGUAGES = {"en": ENGLISH, "vi": VIETNAMESE}


@pytest.mark.parametrize(
    ("value", "unit", "bound", "english", "vietnamese"),
    [
        ("93", "percent", "over", "over 93 per cent", "hơn 93%"),
        ("0.79", "percent", "exact", "0.79 per cent", "0,79%"),
        ("1572086", "people", "exact", "1,572,086 people", "1.572.086 người"),
        ("1200000", "people", "over", "over 1.2 million people", "hơn 1,2 triệu người"),
        ("48000", "people", "under", "nearly 48,000 people", "gần 48.000 người"),
        ("3990000000000", "VND", "exact", "VND3.99 trillion", "3,99 nghìn tỷ đồng"),
        ("489000000000", "VND", "exact", "VND489 billion", "489 tỷ đồng"),
        ("161300000", "USD", "exact", "US$161.3 million", "161,3 triệu đô la Mỹ"),
        ("546222", "USD", "exact", "US$546,222", "546.222 đô la Mỹ"),
        ("1077", "USD", "exact", "US$1,077", "1.077 đô la Mỹ"),
        ("14375", "cards", "exact", "14,375 cards", "14.375 thẻ"),
        ("0.91", "percentage_points", "exact", "0.91 percentage points", "0,91 điểm phần trăm"),
        ("1", "percentage_points", "exact", "1 percentage point", "1 điểm phần trăm"),
        ("1", "people", "over", "over 1 person", "hơn 1 người"),
        ("-7", "percent", "exact", "7 per cent", "7%"),  # the verb carries the sign
    ],
)
def test_figures_in_words(
    value: str, unit: Unit, bound: Bound, english: str, vietnamese: str
) -> None:
    assert figure_words(Decimal(value), unit, bound, ENGLISH) == english
    assert figure_words(Decimal(value), unit, bound, VIETNAMESE) == vietnamese


@pytest.mark.parametrize(
    ("printed", "bound", "words"),
    [
        ("More than 93 per cent", "over", "more than 93 per cent"),
        ("almost 93%", "under", "almost 93 per cent"),
        ("topped 93%", "over", "over 93 per cent"),
    ],
)
def test_the_reports_own_bound_word_is_kept_where_it_is_usual(
    printed: str, bound: Bound, words: str
) -> None:
    assert figure_words(Decimal(93), "percent", bound, ENGLISH, printed) == words


@pytest.mark.parametrize(
    ("notation", "english", "vietnamese"),
    [
        ("@2023", "at the end of 2023", "đến cuối năm 2023"),
        ("2023", "in 2023", "năm 2023"),
        ("@2022-03-31", "as of 31 March 2022", "tính đến ngày 31/3/2022"),
        ("@2023-02", "at the end of February 2023", "đến cuối tháng 2/2023"),
        ("2022-H1", "in the first half of 2022", "trong 6 tháng đầu năm 2022"),
        ("2023-Q1", "in the first quarter of 2023", "trong quý I/2023"),
        ("2025-01/2025-09", "in the first nine months of 2025", "trong 9 tháng đầu năm 2025"),
        (
            "2017-08/2017-10",
            "from August 2017 to October 2017",
            "từ tháng 8/2017 đến tháng 10/2017",
        ),
        ("2017/2019", "from 2017 to 2019", "từ năm 2017 đến năm 2019"),
        ("2021-11-05", "on 5 November 2021", "ngày 5/11/2021"),
        (None, "at a date that the report does not give", "vào thời điểm mà báo cáo không nêu"),
    ],
)
def test_periods_in_words(notation: str | None, english: str, vietnamese: str) -> None:
    assert period_words(notation, ENGLISH) == english
    assert period_words(notation, VIETNAMESE) == vietnamese


@pytest.mark.parametrize(
    ("notation", "english", "vietnamese"),
    [
        ("2023", "2023", "năm 2023"),
        ("@2023", "the end of 2023", "cuối năm 2023"),
        ("2024-03-07", "7 March 2024", "ngày 7/3/2024"),
        ("2022-03", "March 2022", "tháng 3/2022"),
        ("2023-Q1", "the first quarter of 2023", "quý I/2023"),
        ("@2022-03-31", "31 March 2022", "ngày 31/3/2022"),
        (
            "2024-01-01/2024-12-15",
            "the period from 1 January 2024 to 15 December 2024",
            "giai đoạn từ ngày 1/1/2024 đến ngày 15/12/2024",
        ),
    ],
)
def test_periods_as_names(notation: str, english: str, vietnamese: str) -> None:
    assert plain_period(notation, ENGLISH) == english
    assert plain_period(notation, VIETNAMESE) == vietnamese


@given(
    value=st.decimals(min_value="0.01", max_value=10**15, places=2),
    unit=st.sampled_from([unit for unit in get_args(Unit) if unit != "other"]),
    bound=st.sampled_from(get_args(Bound)),
    language=st.sampled_from(get_args(Language)),
)
def test_what_is_written_is_read_back_as_the_same_figure(
    value: Decimal, unit: Unit, bound: Bound, language: Language
) -> None:
    # no share has thousands of per cent, and "104.895%" alone is no such share in any language
    assume(unit not in ("percent", "percentage_points") or value < 1000)
    words = figure_words(value, unit, bound, LANGUAGES[language])
    (read,) = find_quantities(words)
    assert (read.value, read.unit, read.bound) == (value, unit, bound)
    assert words[read.start : read.end] == words


_MONTHS = st.dates(date(2000, 1, 1), date(2035, 12, 31))


@given(first=_MONTHS, last=_MONTHS, language=st.sampled_from(get_args(Language)))
def test_a_period_is_read_back_as_the_same_days(
    first: date, last: date, language: Language
) -> None:
    first, last = sorted((first, last))
    notation = span_notation(first, last)
    _is_read_back(notation, language)


@given(
    day=_MONTHS, length=st.sampled_from([4, 7, 10]), language=st.sampled_from(get_args(Language))
)
def test_a_moment_is_read_back_as_the_same_day(day: date, length: int, language: Language) -> None:
    _is_read_back("@" + day.isoformat()[:length], language)


def _is_read_back(notation: str, language: Language) -> None:
    phrases = LANGUAGES[language]
    sentence = "Health insurance coverage " + period_words(notation, phrases)
    (read,) = resolve_periods(sentence, None)
    meant = parse_notation(notation)
    assert (read.first_day, read.last_day) == (meant.first_day, meant.last_day)
    assert find_quantities(sentence) == []
    assert plain_period(notation, phrases)


def test_both_languages_have_the_same_phrases() -> None:
    keys = [{s: set(texts) for s, texts in p.texts.items()} for p in LANGUAGES.values()]
    assert keys[0] == keys[1]
    assert set(ENGLISH.bounds) == set(VIETNAMESE.bounds)


@pytest.mark.parametrize("phrases", LANGUAGES.values(), ids=LANGUAGES)
def test_what_leads_over_holds_nothing_that_reads_as_a_figure(phrases: Phrases) -> None:
    """The gate withholds a sentence with a number that no row proves."""
    told = [
        re.sub(r"\{\w+\}", "Hue", text)
        for section in ("answers", "cautions", "reasons", "clarify", "model")
        for text in phrases.texts[section].values()
    ]
    assert [text for text in told if find_quantities(f"{text}.")] == []


@pytest.mark.parametrize(
    ("place", "vietnamese"),
    [
        ("Viet Nam", "cả nước"),
        ("Thua Thien Hue", "Thừa Thiên Huế"),
        ("Da Bac district, Hoa Binh", "Đà Bắc, Hòa Bình"),
        ("Phuoc Long ward, Khanh Hoa", "phường Phuoc Long, Khánh Hòa"),
        ("Phuoc Long ward", "phường Phuoc Long"),  # a question need not say where it lies
        ("Ba Vi district", "Ba Vì"),
        ("Lao Cai City", "thành phố Lào Cai"),
    ],
)
def test_a_place_is_told_as_the_reader_spells_it(place: str, vietnamese: str) -> None:
    assert place_words(place, VIETNAMESE) == vietnamese
    assert place_words(place, ENGLISH) == place
