"""What a report itself shows to be wrong is flagged; what can be right is not."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.articles import parse_article
from indexing.extraction import extract, extract_text
from indexing.extraction.flags.printed import Interval, meant
from indexing.gazetteer import gazetteer
from tests.indexing.samples import row

PUBLISHED = date(2024, 3, 7)
HOME = "Binh Phuoc"
CASES = {
    name: case
    for table in ("flags.toml", "relations.toml")
    for name, case in tomllib.loads(
        (Path(__file__).parent / table).read_text(encoding="utf-8")
    ).items()
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_faults_of_reports_are_flagged_and_what_looks_like_them_is_not(
    case: dict[str, Any],
) -> None:
    text = case["text"]
    facts = extract_text(text, case["published"], case.get("home"))
    assert [text[f.start : f.end] for f in facts if {*f.flags} - {"restated"}] == case["flagged"]
    doubtful = {f.start for f in facts if "source_inconsistency" in f.flags}
    for f in facts:
        assert {f.start, *f.at_odds} <= doubtful or not f.at_odds
        assert f.start not in f.at_odds


def test_every_province_has_its_population_and_together_they_are_the_country() -> None:
    table = (files("indexing") / "data" / "populations.csv").read_text(encoding="utf-8")
    told = {row["province"]: int(row["thousands"]) for row in csv.DictReader(table.splitlines())}
    provinces = {place.name for place in gazetteer().provinces_on(date(2019, 4, 1))}
    assert set(told) == provinces
    assert 96_000 < sum(told.values()) < 96_500


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        pytest.param("Revenue was VND2.62 trillion ($106,000) in 2023.", True, id="thousandfold"),
        pytest.param("Revenue was VND2.62 trillion ($106 million) in 2023.", False, id="right"),
        pytest.param(
            "Revenue was VND3.9 billion, or about $160 million, in 2023.",
            True,
            id="without bracket",
        ),
        pytest.param(
            "Revenue was VND1.6 trillion ($100 million) in 2023.",
            True,
            id="a rate of fifteen years before",
        ),
        pytest.param(
            "Revenue was VND1.6 trillion ($100 million) in 2007.", False, id="the rate of its year"
        ),
        pytest.param(
            "Revenue was VND98 billion ($4 million) in 2023.", False, id="dollars rounded off"
        ),
        pytest.param(
            "Revenue was VND2.73 trillion in 2023 and VND2.65 billion in 2022.",
            True,
            id="trillion beside billion",
        ),
        pytest.param(
            "In 2023 health insurance paid for 436,073 visits, up 152,330 (43.67%) on 2022.",
            True,
            id="a percentage that does not follow",
        ),
        pytest.param(
            "In 2023 health insurance paid for 436,073 visits, up 152,330 (53.69%) on 2022.",
            False,
            id="a percentage that follows",
        ),
        pytest.param(
            "At the end of 2023 health insurance had 912,000 members, 22,000 more than the 850,000 "
            "at the end of 2022.",
            True,
            id="a rise that two levels do not make",
        ),
        pytest.param(
            "At the end of 2023 health insurance had 912,000 members, 62,000 more than the 850,000 "
            "at the end of 2022.",
            False,
            id="a rise that two levels make",
        ),
        pytest.param(
            "In 2023 health insurance had 200,000 members, including 310,000 pupils.",
            True,
            id="a group larger than the whole",
        ),
        pytest.param(
            "At the end of 2023 health insurance covered 93.4% of the population. Health insurance "
            "coverage was 92.1% at the end of 2023.",
            True,
            id="one coverage told in two ways",
        ),
        pytest.param(
            "At the end of 2023 health insurance covered 93.4% of the population. Health insurance "
            "coverage was 92.1% at the end of 2022.",
            False,
            id="the coverages of two years",
        ),
        pytest.param(
            "At the end of 2022 health insurance had 850,000 members. At the end of 2023 health "
            "insurance had 912,000 members, up 3.1% compared with the end of 2022.",
            True,
            id="a rise that an earlier sentence belies",
        ),
        pytest.param(
            "In 2023 health insurance had 218,340 members out of 220,768 pupils.",
            False,
            id="a number out of a larger one",
        ),
        pytest.param(
            "At the end of 2023 voluntary social insurance had 12,000 members, 95% of the target "
            "of 16,000.",
            True,
            id="an attainment that level and target do not make",
        ),
        pytest.param(
            "At the end of 2023 voluntary social insurance had 12,000 members, 75% of the target "
            "of 16,000.",
            False,
            id="an attainment that level and target make",
        ),
        pytest.param(
            "At the end of 2023 social insurance had 20,000 members: 18,000 in the compulsory "
            "scheme and 3,400 in the voluntary one.",
            True,
            id="schemes that make more than their sum",
        ),
        pytest.param(
            "At the end of 2023 social insurance had 20,000 members: 17,600 in the compulsory "
            "scheme and 2,400 in the voluntary one.",
            False,
            id="schemes that make their sum",
        ),
    ],
)
def test_what_the_report_contradicts_is_flagged(text: str, flagged: bool) -> None:
    facts = extract_text(text, PUBLISHED, HOME)
    assert facts
    assert all(("source_inconsistency" in fact.flags) is flagged for fact in facts)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "In 2023 it worked with 47 health care facilities: 1 central hospital; 20 of district "
            "rank (30 commune health stations and 5 private hospitals among them); and 26 others.",
            {20, 30, 5},
            id="a bracket tells the parts of the figure before it",
        ),
        pytest.param(
            "At the end of 2023, 1,401,600 people had health insurance, 132,500 more than in 2022. "
            "During the year 122,300 people were newly won for health insurance.",
            {122_300},
            id="fewer won than the rise",
        ),
        pytest.param(
            "In 2023 premium collection came to VND7,091 billion. Debts of VND227 billion at the "
            "year's end made 2.39% of total revenue.",
            {227_000_000_000, Decimal("2.39")},
            id="a share of what was not taken in",
        ),
    ],
)
def test_only_the_figures_at_fault_are_flagged(text: str, values: set[Decimal]) -> None:
    facts = extract_text(text, PUBLISHED, HOME)
    assert {f.value for f in facts if "source_inconsistency" in f.flags} == values


@pytest.mark.parametrize(
    ("published", "flagged"),
    [
        pytest.param("2024-03-16", True, id="two weeks before"),
        pytest.param("2024-03-28", False, id="some days early"),
        pytest.param("2024-04-02", False, id="afterwards"),
    ],
)
def test_outcomes_told_before_their_day_are_flagged(published: str, flagged: bool) -> None:
    text = (
        f"---\ntitle: Dong Nai collects premiums\npublished: {published}\n---\n\n"
        "By March 31, 2024 premium collection in Dong Nai had reached VND2,005 billion.\n"
    )
    (fact,) = extract(parse_article("a", text, "a.md"))
    assert ("source_inconsistency" in fact.flags) is flagged


@pytest.mark.parametrize(
    ("lead", "flagged"),
    [
        pytest.param("VND2.3 trillion", True, id="digits exchanged"),
        pytest.param("VND3.2 trillion", False, id="the same"),
        pytest.param("VND3.21 trillion", False, id="the same but more exactly"),
    ],
)
def test_a_headline_that_its_lead_belies_is_flagged(lead: str, flagged: bool) -> None:
    text = (
        "---\ntitle: Son La pays VND3.2 trillion in insurance benefits in 2023\n"
        f"published: 2024-01-20\n---\n\nBenefits of {lead} were paid in Son La in 2023.\n"
    )
    facts = extract(parse_article("a", text, "a.md"))
    assert any("source_inconsistency" in fact.flags for fact in facts) is flagged


@pytest.mark.parametrize(
    ("headline", "body", "flagged"),
    [
        pytest.param(
            "Son La insures 93.6 per cent of its people",
            "Health insurance covered 92.6 per cent of the people of Son La at the end of 2023.",
            True,
            id="another coverage",
        ),
        pytest.param(
            "Son La aims to insure 93.6 per cent of its people",
            "Health insurance covered 92.6 per cent of the people of Son La at the end of 2023.",
            False,
            id="an aim",
        ),
        pytest.param(
            "Son La has 1.2 million people in health insurance",
            "In Son La 1.21 million people had health insurance at the end of 2023.",
            False,
            id="rounded",
        ),
        pytest.param(
            "Son La's insurance revenue up 12 per cent",
            "Son La collected VND2,410 billion in premiums in 2023, up 8.4 per cent on 2022.",
            True,
            id="another growth",
        ),
        pytest.param(
            "Son La's insurance revenue up 12 per cent",
            "Son La collected VND2,410 billion in premiums in 2023, up 12 per cent on 2022. Health "
            "insurance collection was up 8.4 per cent.",
            False,
            id="the growth of the whole and that of a part",
        ),
        pytest.param(
            "Son La collects 98.2 per cent of its plan",
            "Son La collected VND2,410 billion in 2023, 89.2 per cent of the plan.",
            True,
            id="another share of the plan",
        ),
    ],
)
def test_a_headline_that_the_body_tells_otherwise_is_flagged(
    headline: str, body: str, flagged: bool
) -> None:
    text = f"---\ntitle: {headline}\npublished: 2024-01-20\n---\n\n{body}\n"
    facts = extract(parse_article("a", text, "a.md"))
    assert any("source_inconsistency" in fact.flags for fact in facts) is flagged


def test_one_debt_told_twice_and_differently_is_flagged() -> None:
    text = (
        "Owing social insurance in December 2023 are these firms.\n\n"
        "| Business | Social insurance debt (billion VND) |\n|---|---|\n"
        "| Lien Phuong | 15.85 |\n| Nam Viet | 16.65 |\n| Nam Viet | 16.6 |\n"
    )
    facts = extract_text(text, PUBLISHED, HOME)
    assert [bool(fact.flags) for fact in facts] == [False, True, True]


def test_an_implausible_level_is_flagged() -> None:
    (fact,) = extract_text("In 2023 health insurance covered 193% of the population.", None, HOME)
    assert "implausible" in fact.flags


@pytest.mark.parametrize(
    ("changes", "low", "high"),
    [
        pytest.param({"value": 93}, "92.5", "93.5", id="a share"),
        pytest.param({"value": 90}, "89.5", "90.5", id="a round share"),
        pytest.param({"value": 1_200_000, "unit": "people"}, "1150000", "1250000", id="people"),
        pytest.param({"value": 100, "unit": "people"}, "95", "105", id="one digit and zeros"),
        pytest.param({"value": 93, "bound": "over"}, "93", "94", id="over"),
        pytest.param({"value": 93, "bound": "under"}, "92", "93", id="under"),
        pytest.param({"value": 93, "bound": "about"}, "92", "94", id="about"),
    ],
)
def test_a_printed_figure_stands_for_an_interval(
    changes: dict[str, object], low: str, high: str
) -> None:
    assert meant(row(**changes)) == Interval(Decimal(low), Decimal(high))


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_true_sums_and_shares_are_never_faults(part: int, rest: int) -> None:
    one, two, whole = (meant(row(value=v, unit="people")) for v in (part, rest, part + rest))
    assert (one + two).meets(whole)
    assert (whole - one).meets(two)
    share = one.of(whole)
    assert share is None or share.low <= Decimal(part) / (part + rest) * 100 <= share.high
