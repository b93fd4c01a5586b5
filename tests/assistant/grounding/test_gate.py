"""The gate: a sentence leaves only if each figure of it is proven, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.grounding.gate import grounded, is_grounded
from assistant.sentences import Claim, Computed, Quoted, Sentence
from indexing.records import Article, MetricFact, Span, Unit
from tests.assistant.samples import TEXT, article, fact


def sentence(text: str, *figures: tuple[str, MetricFact | Computed]) -> Sentence:
    claims = [
        Claim(text.index(words), text.index(words) + len(words), row) for words, row in figures
    ]
    return Sentence(text, tuple(claims))


def articles(doc: str) -> Article | None:
    return article() if doc == "sample" else None


TRUE = sentence("Coverage was over 93 per cent at the end of 2023", ("over 93 per cent", fact()))


def test_a_sentence_whose_figure_the_article_prints_passes() -> None:
    assert is_grounded(TRUE, articles)


@pytest.mark.parametrize(
    "words",
    ["over 98 per cent", "93 per cent", "under 93 per cent", "over 93 percentage points",
     "over 93 people", "over 0.93 per cent", "over 93 million per cent"],
)  # fmt: skip
def test_a_figure_that_differs_in_value_unit_or_bound_is_withheld(words: str) -> None:
    assert not is_grounded(sentence(f"Coverage was {words}", (words, fact())), articles)


@pytest.mark.parametrize(
    ("unit", "passes"), [("people", True), ("visits", True), ("VND", False), ("percent", False)]
)
def test_what_is_quoted_may_count_people_by_what_they_filed(unit: Unit, passes: bool) -> None:
    said = "In 2023 it settled 21,470 claims."
    row = fact(metric="si_beneficiaries", quote=said, quote_start=0, quote_end=len(said),
               value=21470, unit=unit, bound="exact", start=19, end=32)  # fmt: skip
    held = article(said)
    quoted = Sentence(said, (Claim(19, 32, row),), (Quoted("sample", row.version, 0, len(said)),))
    assert is_grounded(quoted, lambda doc: replace(held, version=row.version)) is passes


def test_a_figure_that_nothing_stands_behind_is_withheld() -> None:
    added = replace(TRUE, text=TRUE.text + ", up 2 per cent")
    assert not is_grounded(added, articles)


def test_a_claim_that_its_sentence_does_not_word_is_withheld() -> None:
    assert not is_grounded(Sentence("Coverage rose", (Claim(0, 8, fact()),)), articles)


@pytest.mark.parametrize(
    "row",
    [
        fact(doc="gone"),
        fact(version="of another day"),
        fact(quote="In Binh Phuoc over 95 per cent of the people had health insurance."),
        fact(quote_start=1, quote_end=len(fact().quote) + 1),
        fact(start=len(TEXT) + 1, end=len(TEXT) + 5),
    ],
    ids=["article gone", "article changed", "quote altered", "quote moved", "figure outside"],
)
def test_a_citation_that_cannot_be_re_read_is_withheld(row: MetricFact) -> None:
    text = "Coverage was over 93 per cent"
    assert not is_grounded(sentence(text, ("over 93 per cent", row)), articles)


def test_a_computed_figure_stands_on_operands_that_are_re_read() -> None:
    computed = Computed(
        metric="hi_coverage", aspect="change", place="Binh Phuoc", value=Decimal("1.5"),
        unit="percentage_points", period="@2023", vs="@2022",
        operands=(fact(), fact(period="@2022")), note="",
    )  # fmt: skip
    text, words = "That is a rise of 1.5 percentage points", "1.5 percentage points"
    assert is_grounded(sentence(text, (words, computed)), articles)
    gone = replace(computed, operands=(fact(), fact(doc="gone")))
    assert not is_grounded(sentence(text, (words, gone)), articles)
    assert not is_grounded(sentence(text, (words, replace(computed, operands=()))), articles)


def test_numbers_in_the_reports_own_names_of_parts_are_no_figures() -> None:
    text = "Debt of 10 firms was over 93 per cent"
    claimed = sentence(text, ("over 93 per cent", fact()))
    assert not is_grounded(claimed, articles)
    assert is_grounded(replace(claimed, labels=(Span(0, 16),)), articles)


def test_a_quotation_must_stand_in_the_sentence_as_in_the_article() -> None:
    start = TEXT.index("Another")
    quoted = (Quoted("sample", article().version, start, len(TEXT)),)
    assert is_grounded(Sentence("A report says: “Another line.”", quoted=quoted), articles)
    assert not is_grounded(Sentence("A report says: “Another word.”", quoted=quoted), articles)


def test_what_is_withheld_is_told() -> None:
    kept, withheld = grounded((TRUE, sentence("It fell by 12 per cent")), articles)
    assert (kept, withheld) == ((TRUE,), True)
