"""Tasks and data sets as they ship: readable, keyed to the shipped articles, hard enough."""

from __future__ import annotations

import json
import tomllib
from collections import Counter

import pytest

from evals.loading import load_samples, load_task, parse_sample, task_names
from evals.records import Sample
from evals.running import JUDGES
from evals.scorers.extraction import occurrences
from evals.scorers.readings import load_readings, parse_reading
from evals.written import HALVES, written_reports
from indexing.articles import read_article
from indexing.errors import UsageError, WorkError
from indexing.reading.period.notation import parse_notation
from tests.conftest import ROOT

SAMPLES = load_samples("answers.jsonl")
ASKED = load_samples("asked.jsonl")
BOTH = {
    f"{name} {sample.id}": sample
    for name, samples in (("answers", SAMPLES), ("asked", ASKED))
    for sample in samples
}
WITH_EVIDENCE = {name: sample for name, sample in BOTH.items() if sample.evidence}
WITH_FIGURES = {name: sample for name, sample in BOTH.items() if sample.figures}


def test_every_task_has_a_judge_says_what_changed_and_must_reach_something() -> None:
    tasks = [load_task(name) for name in task_names()]
    assert {task.scorer for task in tasks} == set(JUDGES)
    for task in tasks:
        assert sorted(task.changes) == list(range(1, task.version + 1))
        assert task.accepted


def test_what_must_be_reached_is_said_of_tasks_there_are() -> None:
    told = tomllib.loads((ROOT / "evals" / "baselines.toml").read_text(encoding="utf-8"))
    assert set(told) <= set(task_names())


def test_an_unknown_task_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"answers, asked, baselines.*came 'speed'"):
        load_task("speed")


def test_the_question_set_is_large_and_a_quarter_of_it_is_not_in_the_reports() -> None:
    assert len(SAMPLES) >= 400
    assert sum(not sample.answerable for sample in SAMPLES) >= len(SAMPLES) / 4
    assert len(BOTH) == len(SAMPLES) + len(ASKED)


def test_what_strangers_asked_is_all_there_and_a_quarter_of_it_is_not_in_the_reports() -> None:
    assert len(ASKED) == 186
    assert sum(not sample.answerable for sample in ASKED) == 51


@pytest.mark.parametrize("sample", WITH_EVIDENCE.values(), ids=WITH_EVIDENCE)
def test_evidence_stands_in_a_shipped_article(sample: Sample) -> None:
    for source in sample.evidence:
        text = read_article(ROOT / "docs_corpus" / f"{source.doc}.md").text
        words = text[source.start : source.end]
        assert words
        assert words == words.strip()


@pytest.mark.parametrize("sample", WITH_FIGURES.values(), ids=WITH_FIGURES)
def test_evidence_of_a_figure_prints_its_digits(sample: Sample) -> None:
    for figure, source in zip(sample.figures, sample.evidence, strict=True):
        text = read_article(ROOT / "docs_corpus" / f"{source.doc}.md").text
        printed = float(text[source.start : source.end].replace(",", ""))
        scales = [float(abs(figure.value)) / 10**power for power in (0, 3, 6, 9, 12)]
        assert figure.derived or any(printed == pytest.approx(scaled) for scaled in scales)
        assert all(parse_notation(period) for period in figure.periods if period)


BROKEN = {
    "no JSON": "{",
    "a field too many": json.dumps({"id": "a-1", "colour": "red"}),
    "no list": json.dumps(dict.fromkeys(("id", "question", "figures"), 3)),
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_a_line_that_is_no_sample_is_told_with_its_place(line: str) -> None:
    with pytest.raises(WorkError, match="answers line 7"):
        parse_sample(line, "answers line 7")


def test_every_question_has_a_reading_and_a_name_of_its_own() -> None:
    readings = load_readings("written/questions.jsonl")
    assert len({reading.id for reading in readings}) == len(readings) >= 250
    known = {"figure", "passages", "off_topic", "unclear"}
    assert {intent for reading in readings for intent in reading.intents} == known


UNREADABLE = {
    "no JSON": "{",
    "no list": "[]",
    "a field is missing": json.dumps({"id": "q1", "question": "How many?"}),
}


@pytest.mark.parametrize("line", UNREADABLE.values(), ids=UNREADABLE)
def test_a_line_that_is_no_reading_is_told_with_its_place(line: str) -> None:
    with pytest.raises(WorkError, match="questions line 7"):
        parse_reading(line, "questions line 7")


SIZES = {
    "a": 40,
    "b": 40,
    "c": 32,
    "d": 30,
    "e": 26,
    "f": 32,
    "g": 32,
    "h": 20,
    "i": 20,
    "j": 20,
    "k": 18,
    "l": 18,
    "m": 18,
    "n": 60,
    "o": 18,
    "p": 18,
    "q": 18,
    "r": 20,
    "s": 18,
    "t": 70,
    "u": 60,
    "v": 18,
    "w": 18,
    "x": 70,
    "y": 14,
    "z": 18,
    "aa": 18,
    "ab": 18,
    "ac": 18,
    "ad": 18,
    "ae": 18,
    "af": 18,
    "ag": 18,
    "ah": 18,
    "ai": 24,
    "aj": 18,
}
"""Made-up reports of each half."""


def test_written_reports_of_all_halves_can_stand_in_one_index() -> None:
    with written_reports("written") as halves:
        names = Counter(report.article.doc for half in halves.values() for report in half)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(("half", "size"), SIZES.items(), ids=SIZES)
def test_labels_of_written_reports_quote_their_report(half: str, size: int) -> None:
    assert set(SIZES) == set(HALVES)
    with written_reports("written") as halves:
        strange = [
            (report.article.doc, number)
            for report in halves[half]
            for number, label in enumerate(report.labels, 1)
            if label.doc != report.article.doc
            or not any(occurrences(label.quote, report.article.text))
        ]
        assert len(halves[half]) == size
    assert strange == []
