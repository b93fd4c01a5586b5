"""Rows in words: debts, parts of a whole, places, and what is said of a doubtful figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.drafting.cautions import flagged
from assistant.drafting.composing import fact_sentence
from assistant.grounding.gate import is_grounded
from assistant.wording.phrases import load_phrases
from assistant.wording.words import part_words, place_words
from indexing.catalogue import catalogue
from indexing.records import Language
from tests.assistant.samples import article, fact, sources_over

ENGLISH, VIETNAMESE = load_phrases("en"), load_phrases("vi")

OWED = {
    "metric": "other",
    "group": "Sao Bien",
    "subject": "Sao Bien has arrears of … for",
    "quote": "Sao Bien has social insurance arrears of 3 billion dong.",
    "value": 3_000_000_000,
    "unit": "VND",
    "bound": "exact",
    "place": "Da Nang",
}


@pytest.mark.parametrize(
    ("language", "changes", "said"),
    [
        ("en", OWED, "Sao Bien in Da Nang owed VND3 billion at the end of 2023"),
        ("vi", OWED, "Sao Bien của Đà Nẵng đến cuối năm 2023 nợ 3 tỷ đồng"),
        (
            "en",
            {"group": "poor households"},
            "Health insurance coverage in Binh Phuoc (poor households) was over 93 per cent"
            " at the end of 2023",
        ),
        (
            "en",
            {"group": "poor households", "place": None},
            "Health insurance coverage in a place that the report does not name (poor households)"
            " was over 93 per cent at the end of 2023",
        ),
        (
            "en",
            {"aspect": "gap", "metric": "hi_participants", "value": 620, "unit": "people"},
            "Health insurance participants in Binh Phuoc remained over 620 people short of the"
            " target at the end of 2023",
        ),
        (
            "en",
            {"metric": "benefits_paid", "value": 2_000_000_000, "unit": "VND", "period": "2023"},
            "Benefits paid in Binh Phuoc came to over VND2 billion in 2023",
        ),
    ],
    ids=[
        "a debt",
        "a debt, in Vietnamese",
        "a part",
        "a part of a place without a name",
        "what is missing",
        "benefits",
    ],
)
def test_a_row_in_words(language: Language, changes: dict[str, object], said: str) -> None:
    sentence = fact_sentence(fact(**changes), lambda doc: None, load_phrases(language))
    assert sentence.text == said
    (claim,) = sentence.claims
    assert sentence.text[claim.start : claim.end].startswith(("over", "VND", "3 tỷ"))
    assert all(label.start < label.end for label in sentence.labels)


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("poor households", "poor households"),
        ("from the budget", "from the budget"),
        ("private firms the amount went up", "“private firms the amount went up”"),
        ("… were new", "“… were new”"),
        (None, ""),
    ],
)
def test_words_that_are_no_name_of_a_part_are_quoted(group: str | None, said: str) -> None:
    assert part_words(group, ENGLISH) == said


@pytest.mark.parametrize(
    ("place", "english", "vietnamese"),
    [
        ("Da Nang", "Da Nang", "Đà Nẵng"),
        ("Viet Nam", "Viet Nam", "cả nước"),
        ("Nam Dan district, Nghe An", "Nam Dan district, Nghe An", "Nam Đàn, Nghệ An"),
        ("Viet Yen town, Bac Giang", "Viet Yen town, Bac Giang", "thị xã Việt Yên, Bắc Giang"),
        ("Muong Xa commune, Nghe An", "Muong Xa commune, Nghe An", "xã Muong Xa, Nghệ An"),
        (None, "", ""),
    ],
)
def test_places_are_spelt_as_the_reader_spells_them(
    place: str | None, english: str, vietnamese: str
) -> None:
    assert place_words(place, ENGLISH) == english
    assert place_words(place, VIETNAMESE) == vietnamese


@pytest.mark.parametrize("metric", ["premium_collection", "benefits_paid", "late_payment_amount"])
def test_the_name_of_an_amount_claims_no_more_schemes_than_a_report_tells(metric: str) -> None:
    known = catalogue().metric(metric)
    for name in (known.long_name("en"), known.long_name("vi")):
        assert not {"all", "total", "tổng"} & set(name.split())


AT_ODDS = [
    (
        "In 2023 Ca Mau collected VND98 billion ($4,000) in premiums.",
        "The report prints VND98 billion and US$4,000 as the same amount; no plausible exchange"
        " rate explains that",
    ),
    (
        "In 2023 Ca Mau collected VND98 billion ($4,000) in premiums."
        " Benefits paid came to VND245 billion ($10 million).",
        "The report prints VND98 billion and US$4,000 as the same amount; no plausible exchange"
        " rate explains that, and at the rate of its other amounts the sum in dong would be"
        " about US$4 million",
    ),
    (
        "In 2023 Ca Mau had 110,430 people in social insurance, up from 100,210 in 2022,"
        " an increase of 25 per cent.",
        "These figures of the report cannot all be right, read the quoted sentence before you"
        " use them: 110,430 people, 100,210 people and 25 per cent",
    ),
]


@pytest.mark.parametrize(("text", "says"), AT_ODDS, ids=["no rate", "own rate", "change"])
def test_a_warning_names_the_figures_that_cannot_all_be_right(text: str, says: str) -> None:
    sources = sources_over(article(text))
    rows = [row for row in sources.of_article("sample") if row.flags]
    (warning,) = flagged(rows, sources, ENGLISH)
    assert warning.text == says
    assert is_grounded(warning, sources.article)


def test_a_warning_names_nothing_that_was_not_found_at_odds() -> None:
    sources = sources_over(article("In 2023 Ca Mau collected VND98 billion ($4 million)."))
    row, *_ = sources.of_article("sample")
    (warning,) = flagged([replace(row, flags=("source_inconsistency",))], sources, ENGLISH)
    assert "at odds with itself" in warning.text
