"""Rows that their own report speaks against are no figures to stand behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drafting.figures import figures_draft
from assistant.evidence.rows.doubts import is_borne_out, likeliest
from assistant.evidence.rows.finding import Wanted
from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.rows.selection import find
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from indexing.reading.period.notation import to_period
from indexing.records import MetricFact
from tests.assistant.samples import article, fact, sources_over

DAY = date(2024, 5, 1)
YEAR = to_period("2023", 0, 4, "2023")


def undated(doc: str) -> date | None:
    return None


def row(value: object, **changes: object) -> MetricFact:
    return fact(**{"value": value, "bound": "exact", **changes})


def people(value: object, **changes: object) -> MetricFact:
    return row(value, **{"metric": "voluntary_si_participants", "unit": "people", **changes})


@pytest.mark.parametrize(
    ("told", "beside", "stands"),
    [
        pytest.param(row("98.9"), [], True, id="nothing stands beside it"),
        pytest.param(
            row("98.9"), [row("95.2", group="was down to")], False,
            id="98.9 per cent before, was down to 95.2",
        ),
        pytest.param(
            row("93.8"), [row("94.6", metric="other", subject="of the province")], False,
            id="93.8 per cent, not far from the 94.6 per cent of the province",
        ),
        pytest.param(
            row("98.4"), [row("38", metric="other", subject="Khmer people")], True,
            id="another share that is nothing like it",
        ),
        pytest.param(
            row("98.4"), [row("99.1", group="poor households")], True,
            id="a part that has a name",
        ),
        pytest.param(
            row("98.4"), [row("95.2", place="Dong Nai", group="with")], True,
            id="a figure of another place",
        ),
        pytest.param(
            row("98.4"), [row("96", aspect="target")], True,
            id="a target is no other level",
        ),
        pytest.param(
            people(2500), [people(31_000, metric="other", subject="fishermen")], False,
            id="of 31,000 fishermen 2,500 have social insurance",
        ),
        pytest.param(
            people(300),
            [people(1000, metric="other"), people(700, metric="ui_participants")],
            True, id="1,000 in all: 300 here and 700 there",
        ),
        pytest.param(
            people(300),
            [people(1100, metric="other"), people(700, metric="ui_participants")],
            False, id="1,100, and beside them 300 here and 700 there",
        ),
        pytest.param(
            people(97_300), [people(71_200, group="filed online")], True,
            id="97,300, of which 71,200",
        ),
        pytest.param(people("142.6"), [], False, id="nobody counts a fraction of a person"),
        pytest.param(
            row("3.99", metric="premium_collection", unit="VND"), [], True,
            id="money has fractions",
        ),
    ],
)  # fmt: skip
def test_a_row_stands_unless_a_figure_of_its_sentence_could_be_meant_as_well(
    told: MetricFact, beside: Sequence[MetricFact], stands: bool
) -> None:
    assert is_borne_out(told, beside) is stands


@pytest.mark.parametrize(
    ("rows", "stand"),
    [
        pytest.param([people(61_240), people(58_915)], [], id="alike in size: either may be meant"),
        pytest.param([people(154), people(4_386)], [4_386], id="fell by 154 to 4,386"),
        pytest.param(
            [people(186), people(74), people(89), people(23)], [186],
            id="186, comprising 74, 89 and 23",
        ),
        pytest.param(
            [people(2_750_000, flags=("implausible",)), people(78_000)], [78_000],
            id="what cannot be true of the place gives way",
        ),
        pytest.param(
            [people(7_426), people(9_000, quote_start=90)], [9_000],
            id="of amounts in two sentences the larger is the whole",
        ),
        pytest.param([row("2.4"), row("2.69")], [], id="a sentence cannot give two shares"),
        pytest.param([row("86.4"), row("95.1", quote_start=90)], [], id="nor can a report"),
        pytest.param([row("95.1"), row("95.1", quote_start=90)], ["95.1", "95.1"], id="said twice"),
    ],
)  # fmt: skip
def test_of_what_one_report_gives_for_one_key_that_stands_which_must_be_meant(
    rows: Sequence[MetricFact], stand: Sequence[object]
) -> None:
    assert [one.value for one in likeliest(rows)] == [Decimal(str(value)) for value in stand]


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_what_stands_is_one_value_out_of_those_given(values: list[int]) -> None:
    stand = likeliest([people(value) for value in values])
    assert len({one.value for one in stand}) <= 1
    assert {one.value for one in stand} <= {Decimal(value) for value in values}


def test_a_doubtful_figure_does_not_answer_and_is_not_the_nearest() -> None:
    rows = [row("98.9", period="@2023"), row("95.2", period="@2023")]
    wanted = Wanted("hi_coverage", ("level",), "Binh Phuoc", YEAR, frozenset())
    finding = find(wanted, KeyedRows.of(rows, undated), undated)
    assert (finding.facts, finding.nearest, finding.doubtful) == ((), (), tuple(rows))


def test_what_a_headline_repeats_stands_as_the_sentence_tells_it() -> None:
    told = row("93", bound="over", quote_start=90)
    headline = row("93", flags=("restated",))
    unclear = row("81", metric="other", quote_start=90)
    wanted = Wanted("hi_coverage", ("level",), "Binh Phuoc", YEAR, frozenset())
    rows = KeyedRows.of([told, headline], undated)
    finding = find(wanted, rows, undated, lambda one: [unclear] if one == told else [])
    assert finding.facts[0] == told


def test_another_report_answers_where_one_is_unclear() -> None:
    clear = row("95.2", doc="clear")
    unclear = [row("98.9", doc="unclear"), row("95.2", doc="unclear")]
    wanted = Wanted("hi_coverage", ("level",), "Binh Phuoc", YEAR, frozenset())
    assert find(wanted, KeyedRows.of([*unclear, clear], undated), undated).facts == (clear,)


def test_the_sentence_of_a_doubtful_figure_is_quoted_and_no_figure_is_claimed() -> None:
    text = "In 2023 health insurance coverage in Binh Thuan was 86.4 per cent and 95.1 per cent."
    query = understand("What was health insurance coverage in Binh Thuan in 2023?", (), DAY)
    rows = sources_over(article(text))
    draft = figures_draft(query, rows, load_phrases("en"))
    assert draft.status == "not_found"
    assert text in "".join(sentence.text for sentence in draft.reason)
