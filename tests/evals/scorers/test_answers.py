"""The scorer of answers: what it lets through, and the planted faults that it must find."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.records import Answer
from evals.records import Fault, Sample, Source
from evals.scorers.answers import score_answer
from tests.evals.planting import (
    ARTICLE,
    DOC,
    EXPECTED,
    NEIGHBOUR,
    OTHER_ARTICLE,
    OTHER_DOC,
    SAMPLE,
    SENTENCE,
    TEXTS,
    UNANSWERABLE,
    WORDS,
    answer,
    citation,
    figure,
    reworded,
)

DECLINED = answer(status="not_found", answer="", figures=(), citations=(), reason="No report does.")
LOST_OVER = WORDS.replace("over 93", "93")
WRONG_VALUE = WORDS.replace("93", "39")
TWO = WORDS.replace(" [1].", " [1], after 91 per cent a year before [1].")
MARKED = WORDS.replace("[1]", "[1][2]")
RISE = "Membership rose by 5 per cent in 2023 [1]."
ROUNDED = WORDS.replace("93", "90")
BESIDE = (SENTENCE[0] + 8, SENTENCE[1])


def faults(sample: Sample, given: Answer) -> tuple[str, ...]:
    """The faults that the scorer finds."""
    return score_answer(sample, given, TEXTS.get).faults


PLANTED: dict[str, tuple[Answer, set[Fault]]] = {
    "another value": (
        reworded(WRONG_VALUE, figure("over 39 per cent", WRONG_VALUE, value=Decimal(39))),
        {"wrong_figure", "missing_figure"},
    ),
    "another unit": (
        answer(figures=(figure(unit="percentage_points"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "'over' lost in words and record": (
        reworded(LOST_OVER, figure("93 per cent", LOST_OVER, bound="exact")),
        {"wrong_figure", "missing_figure"},
    ),
    "'over' lost in the words only": (
        reworded(LOST_OVER, figure("93 per cent", LOST_OVER)),
        {"record"},
    ),
    "another year": (
        answer(figures=(figure(period="@2022"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "the span for the moment": (
        answer(figures=(figure(period="2023"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "another place": (
        answer(figures=(figure(place="Other Province"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "another metric": (
        answer(figures=(figure(metric="si_coverage"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "a target as the outcome": (
        answer(figures=(figure(aspect="target"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "a part as the whole": (
        answer(figures=(figure(group="poor families"),)),
        {"wrong_figure", "missing_figure"},
    ),
    "one figure more": (
        reworded(
            TWO,
            figure(words=TWO),
            figure("91 per cent", TWO, value=Decimal(91), bound="exact", period="@2022"),
        ),
        {"wrong_figure"},
    ),
    "a figure in the words that the record leaves out": (
        reworded(TWO, figure(words=TWO)),
        {"wrong_figure"},
    ),
    "the sentence next to the right one": (
        answer(citations=(citation(span=NEIGHBOUR),)),
        {"citation"},
    ),
    "another article that says the same": (
        answer(citations=(citation(OTHER_DOC, (0, len(OTHER_ARTICLE))),)),
        {"citation"},
    ),
    "a citation cut before the figure": (answer(citations=(citation(span=BESIDE),)), {"citation"}),
    "no citation": (answer(citations=(), figures=(figure(citations=()),)), {"citation"}),
    "a mark without a citation": (answer(figures=(figure(citations=(2,)),)), {"citation", "mark"}),
    "a mark in the words alone": (
        reworded(MARKED, figure(words=MARKED)),
        {"mark"},
    ),
    "a rise in words, a fall in the record": (
        reworded(RISE, figure("5 per cent", RISE, value=Decimal(-5), aspect="change_pct")),
        {"record"},
    ),
    "rounded": (
        reworded(ROUNDED, figure("90 per cent", ROUNDED, value=Decimal(90))),
        {"wrong_figure", "missing_figure"},
    ),
    "a quote with one letter changed": (
        answer(citations=(replace(citation(), quote=citation().quote.replace("3", "4", 1)),)),
        {"quote"},
    ),
    "offsets that hold other words": (answer(figures=(figure(start=0, end=5),)), {"record"}),
    "declined": (DECLINED, {"status", "missing_figure"}),
}


def test_the_right_answer_has_no_fault() -> None:
    score = score_answer(SAMPLE, answer(), TEXTS.get)
    assert (score.outcome, score.faults, score.wrong_figures) == ("right", (), 0)


@pytest.mark.parametrize(("given", "found"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_found(given: Answer, found: set[Fault]) -> None:
    assert found <= set(faults(SAMPLE, given))
    assert score_answer(SAMPLE, given, TEXTS.get).outcome != "right"


@pytest.mark.parametrize("notation", ["@2023", "@2023-12", "@2023-12-31"])
def test_a_moment_may_be_written_in_several_ways(notation: str) -> None:
    assert faults(SAMPLE, answer(figures=(figure(period=notation),))) == ()


def test_a_listed_alternative_may_stand_beside_the_expected_figure() -> None:
    also = replace(EXPECTED, value=Decimal(91), bound="exact", periods=("@2022",))
    given, _ = PLANTED["one figure more"]
    assert faults(replace(SAMPLE, also=(also,)), given) == ()


class TestChanges:
    """A fall is negative in the record; its words say so with a verb."""

    WORDS = "Membership fell by 5 per cent in 2023 [1]."
    FALL = replace(EXPECTED, value=Decimal(-5), bound="exact", aspects=("change_pct",))
    SAMPLE = replace(SAMPLE, figures=(FALL,))
    TOLD = figure("5 per cent", WORDS, value=Decimal(-5), bound="exact", aspect="change_pct")

    def test_a_fall_told_with_its_verb_is_right(self) -> None:
        assert faults(self.SAMPLE, reworded(self.WORDS, self.TOLD)) == ()

    def test_a_rise_for_a_fall_is_wrong(self) -> None:
        words = self.WORDS.replace("fell", "rose")
        given = reworded(words, replace(self.TOLD, value=Decimal(5)))
        assert {"wrong_figure", "missing_figure"} <= set(faults(self.SAMPLE, given))

    def test_the_record_of_a_fall_does_not_save_words_that_tell_of_a_rise(self) -> None:
        words = self.WORDS.replace("fell", "rose")
        assert faults(self.SAMPLE, reworded(words, self.TOLD)) == ("record",)


def test_declining_what_is_not_held_is_right() -> None:
    assert score_answer(UNANSWERABLE, DECLINED, TEXTS.get).outcome == "right"


def test_answering_what_is_not_held_is_wrong() -> None:
    score = score_answer(UNANSWERABLE, answer(), TEXTS.get)
    assert (score.outcome, score.wrong_figures) == ("wrong", 1)


def test_declining_what_is_held_is_missing_not_wrong() -> None:
    assert score_answer(SAMPLE, DECLINED, TEXTS.get).outcome == "missing"


def test_a_figure_in_a_declined_answer_is_wrong() -> None:
    assert score_answer(SAMPLE, replace(DECLINED, answer=TWO), TEXTS.get).outcome == "wrong"


class TestAskingBack:
    """Samples that accept asking back beside an answer for each reading."""

    SAMPLE = replace(SAMPLE, id="unclear-01", status=("clarify", "answered"))
    ASKED = replace(DECLINED, status="clarify", reason="Which figure?")

    def test_asking_back_is_right_and_no_missing_answer(self) -> None:
        score = score_answer(self.SAMPLE, self.ASKED, TEXTS.get)
        assert (score.outcome, score.answerable, score.declined) == ("right", False, True)

    def test_answering_is_right_with_every_figure(self) -> None:
        assert score_answer(self.SAMPLE, answer(), TEXTS.get).outcome == "right"

    def test_answering_with_one_reading_of_two_is_not(self) -> None:
        second = replace(EXPECTED, metrics=("si_coverage",))
        two = replace(self.SAMPLE, figures=(EXPECTED, second), evidence=self.SAMPLE.evidence * 2)
        assert faults(two, answer()) == ("missing_figure",)

    def test_finding_nothing_is_not_asking_back(self) -> None:
        assert score_answer(self.SAMPLE, DECLINED, TEXTS.get).outcome == "missing"


class TestPassages:
    """Questions whose answer is no figure: the listed words must be cited."""

    WORDS = "An Province counted 1,204 people in the voluntary scheme [1]."
    SAMPLE = replace(SAMPLE, id="passage-01", figures=(), evidence=(Source(DOC, 0, 19),))
    COUNT = figure(
        "1,204 people",
        WORDS,
        value=Decimal(1204),
        unit="people",
        bound="exact",
        metric="voluntary_si_participants",
    )
    CITED = (citation(span=NEIGHBOUR),)

    def test_a_figure_of_the_cited_words_may_be_given(self) -> None:
        given = answer(answer=self.WORDS, figures=(self.COUNT,), citations=self.CITED)
        assert faults(self.SAMPLE, given) == ()

    def test_a_figure_that_stands_elsewhere_is_wrong(self) -> None:
        words = self.WORDS.replace("1,204", "1,240")
        count = replace(self.COUNT, text="1,240 people", value=Decimal(1240))
        given = answer(answer=words, figures=(count,), citations=self.CITED)
        assert "wrong_figure" in faults(self.SAMPLE, given)

    def test_other_words_of_the_same_article_are_not_enough(self) -> None:
        given = answer(answer="It had members [1].", figures=(), citations=(citation(),))
        assert faults(self.SAMPLE, given) == ("citation",)


def test_the_article_of_these_tests_holds_what_they_quote() -> None:
    assert ARTICLE[slice(*SENTENCE)].startswith("Over 93 per cent of its people")
