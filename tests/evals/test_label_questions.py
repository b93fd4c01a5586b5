"""Questions made from labels: how they are worded, and which labels are asked about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evals.label_questions import label_questions, question
from evals.scorers.labels import Label
from evals.written import WrittenReport
from indexing.articles import parse_article
from indexing.records import Language

TEXT = (
    "# Health insurance\n\nIn Ha Nam, 93 per cent had it; of pupils, 97 per cent had it in 2023.\n"
)
LABEL = Label(
    doc="one", metric="hi_coverage", aspect="level", value=Decimal(93), unit="percent",
    bound="exact", place="Ha Nam", period="@2023", vs=None, group=None, quote="93 per cent had it",
    period_also=frozenset({"2023"}),
)  # fmt: skip


def report(*labels: Label, doc: str = "one") -> WrittenReport:
    """A report of `TEXT` with its labels."""
    owned = tuple(replace(label, doc=doc) for label in labels)
    return WrittenReport(Path(f"{doc}.md"), parse_article(doc, TEXT, f"{doc}.md"), owned)


def asked(*reports: WrittenReport) -> int:
    """How many questions the reports give."""
    return len(label_questions({"a": reports})["a"])


@pytest.mark.parametrize(
    ("label", "language", "words"),
    [
        pytest.param(
            LABEL,
            "en",
            "What was health insurance coverage in Ha Nam at the end of 2023?",
            id="rate",
        ),
        pytest.param(
            replace(LABEL, metric="si_collection", unit="VND", period="2023-H1"),
            "en",
            "What did social insurance premiums collected come to in Ha Nam "
            "in the first half of 2023?",
            id="money",
        ),
        pytest.param(
            replace(LABEL, metric="pensioners", unit="people", place="Viet Nam", period="@2023-06"),
            "en",
            "How many people receiving a pension were there in Viet Nam at the end of June 2023?",
            id="people",
        ),
        pytest.param(
            LABEL,
            "vi",
            "Tỷ lệ bao phủ bảo hiểm y tế của Hà Nam đến cuối năm 2023 là bao nhiêu?",
            id="Vietnamese, the place too",
        ),
        pytest.param(
            replace(LABEL, place="Viet Nam"),
            "vi",
            "Tỷ lệ bao phủ bảo hiểm y tế của cả nước đến cuối năm 2023 là bao nhiêu?",
            id="the whole country in Vietnamese",
        ),
    ],
)
def test_a_question_names_metric_place_and_period(
    label: Label, language: Language, words: str
) -> None:
    assert question(label, language) == words


def test_a_sample_expects_the_label_and_its_alternatives_where_the_digits_stand() -> None:
    (sample,) = label_questions({"a": [report(LABEL)]})["a"]
    (figure,), (source,) = sample.figures, sample.evidence
    assert (sample.kind, sample.status) == ("hi_coverage", ("answered",))
    assert (figure.value, figure.metrics) == (93, ("hi_coverage",))
    assert set(figure.periods) == {"@2023", "2023"}
    assert TEXT[source.start : source.end] == "93 per cent"


def test_languages_take_turns() -> None:
    later = replace(LABEL, period="@2022", period_also=frozenset())
    first, second = label_questions({"a": [report(LABEL, later)]})["a"]
    assert first.question.startswith("What was")
    assert second.question.startswith("Tỷ lệ")


NOT_ASKED = {
    "a part of the whole": replace(LABEL, group="pupils"),
    "outside the catalogue": replace(LABEL, metric="other"),
    "a target": replace(LABEL, aspect="target"),
    "without a place": replace(LABEL, place=None),
    "without a period": replace(LABEL, period=None),
}


@pytest.mark.parametrize("label", NOT_ASKED.values(), ids=NOT_ASKED)
def test_only_levels_of_the_whole_with_place_and_period_are_asked_for(label: Label) -> None:
    assert asked(report(label)) == 0


OTHERS = {
    "the same again": (replace(LABEL), "one", 1),
    "another value": (replace(LABEL, value=Decimal(94)), "one", 0),
    "another value on a day of the asked time": (
        replace(LABEL, value=Decimal(94), period="@2023-12-20"),
        "one",
        0,
    ),
    "the same in another report": (replace(LABEL), "two", 0),
    "a metric that may be meant": (
        replace(LABEL, metric="other", metric_also=frozenset({"hi_coverage"})),
        "two",
        0,
    ),
    "a part of it": (replace(LABEL, value=Decimal(97), group="pupils"), "two", 1),
}


@pytest.mark.parametrize(("other", "doc", "count"), OTHERS.values(), ids=OTHERS)
def test_nothing_is_asked_that_another_label_answers_too(
    other: Label, doc: str, count: int
) -> None:
    others = [report(LABEL, other)] if doc == "one" else [report(LABEL), report(other, doc=doc)]
    samples = label_questions({"a": others})["a"]
    about = [sample for sample in samples if "end of 2023" in sample.question]
    assert len(about) == count


def test_a_figure_of_the_other_half_makes_a_question_ambiguous() -> None:
    halves = {"a": [report(LABEL)], "b": [report(replace(LABEL, value=Decimal(94)), doc="two")]}
    assert label_questions(halves) == {"a": (), "b": ()}
