"""Whoever words the answers, their figures are the table's: over the question sets, under attack.

`make test` asks a part of the questions; `make soak` asks all of them, and has a hostile model
alter one figure in each of 1,000 answers.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import cycle, islice
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant import Assistant
from assistant.chat.asking import Conversation, answer_turn
from assistant.records import Answer
from assistant.rendering.objects import answer_object
from assistant.rest.api import build_api
from assistant.settings import load
from evals.label_questions import label_questions
from evals.written import HELD_OUT, written_reports
from indexing.reading.quantity.quantities import find_quantities
from tests.assistant.conftest import Worded, with_model
from tests.assistant.model_server import ModelServer, Request, echo, facts_of, saying, streamed
from tests.assistant.proving import prove
from tests.conftest import ROOT

DATASETS = ROOT / "evals" / "datasets"
_MARKED = re.compile(r"<mark[^>]*>(.*?)</mark>", re.DOTALL)
_DATED = re.compile(r"^(?P<words>.+?) (?P<date>(?:in|at the end of|as of) [^.]*\d{4})$")
FEW = 24
"""Questions of the sets that `make test` asks."""
WHAT = ("value", "unit", "bound", "metric", "aspect", "place", "group", "period", "vs", "verdict")


@dataclass(frozen=True)
class Question:
    """A question of the sets, with those before it."""

    text: str
    history: tuple[str, ...]


@cache
def questions() -> tuple[Question, ...]:
    """Every question that the answers are judged by."""
    lines = (DATASETS / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return tuple(Question(one["question"], tuple(one["history"])) for one in read)


def figures(answer: Answer) -> list[tuple[object, ...]]:
    """What the figures say, whatever the words around them."""
    marks = {citation.mark: citation.quote for citation in answer.citations}
    return [
        (*(getattr(figure, name) for name in WHAT), *(marks[mark] for mark in figure.citations))
        for figure in answer.figures
    ]


def date_first(prompt: str) -> str:
    """A dutiful model with a style of its own: the date comes first."""
    return "\n".join(f"{_turned(words)} [{mark}]." for mark, words in facts_of(prompt))


def _turned(words: str) -> str:
    match = _DATED.match(words)
    if match is None:
        return words
    date, rest = match["date"], match["words"]
    return f"{date[0].upper()}{date[1:]}, {rest[0].lower()}{rest[1:]}"


def careless(prompt: str) -> str:
    """A model that words the first fact truly and forgets the others."""
    return echo(prompt).split("]")[0] + "]. That is all I know."


MODELS = {"repeats": echo, "has a style": date_first, "is careless": careless}


def _same_whoever_words(
    plain: Assistant, beside: Assistant, asked: Sequence[Question]
) -> Counter[str]:
    """Asks both; how often each mode came."""
    modes: Counter[str] = Counter()
    for question in asked:
        expected = plain.answer(question.text, question.history)
        answer = beside.answer(question.text, question.history)
        modes[answer.mode] += 1
        assert figures(answer) == figures(expected), question
        assert (answer.status, answer.reason) == (expected.status, expected.reason), question
        assert answer.warnings[: len(expected.warnings)] == expected.warnings
        prove(answer, beside)
    return modes


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_the_figures_are_the_same_with_a_model(
    assistant: Assistant, worded: Worded, model: Callable[[str], str]
) -> None:
    beside, _ = worded(saying(model))
    # Passages wait for the soak: each assistant would load its own embedding model for them.
    sample = [
        question
        for question in questions()[:: len(questions()) // FEW]
        if assistant.answer(question.text, question.history).mode == "table"
    ]
    assert _same_whoever_words(assistant, beside, sample)["model"] >= FEW // 3


@pytest.mark.soak
@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_the_figures_are_the_same_with_a_model_over_all_questions(
    assistant: Assistant, worded: Worded, model: Callable[[str], str]
) -> None:
    beside, _ = worded(saying(model))
    assert _same_whoever_words(assistant, beside, questions())["model"] >= 100


@pytest.mark.soak
def test_the_figures_are_the_same_with_a_model_over_made_up_reports(tmp_path: Path) -> None:
    with written_reports("written") as halves:
        reports = {half: some for half, some in halves.items() if half not in HELD_OUT}
        asked = [
            Question(sample.question, sample.history)
            for samples in label_questions(reports).values()
            for sample in samples
        ]
        folder = tmp_path / "reports"
        folder.mkdir()
        for report in (report for some in reports.values() for report in some):
            copy(report.path, folder)
    data = tmp_path / "data"
    build = [sys.executable, "-m", "indexing", "build", str(folder), "--data", str(data)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with ExitStack() as stack:
        plain = stack.enter_context(closing(Assistant.open(load(data_dir=data))))
        server = stack.enter_context(ModelServer(saying(date_first)).running())
        beside = stack.enter_context(closing(with_model(data, server.url)))
        modes = _same_whoever_words(plain, beside, asked)
    print(dict(modes))
    assert modes["model"] >= len(asked) // 3


def _digit(figure: str) -> str:
    """The last digit of the number, one higher."""
    at = max(place for place, sign in enumerate(figure) if sign.isdigit())
    return figure[:at] + str((int(figure[at]) + 1) % 10) + figure[at + 1 :]


def _swapped(figure: str) -> str:
    """The first two different digits of the number the other way round."""
    match = re.search(r"(\d)(?!\1)(\d)", figure)
    if match is None:
        return _digit(figure)
    return f"{figure[: match.start()]}{match[2]}{match[1]}{figure[match.end() :]}"


def _scaled(figure: str) -> str:
    """Another power of ten."""
    for word, other in {"trillion": "billion", "billion": "million", "million": "billion"}.items():
        if word in figure:
            return figure.replace(word, other)
    return re.sub(r"[1-9]", lambda match: f"{match[0]}0", figure, count=1)


def _bound(figure: str) -> str:
    """The bound lost, or one that the report does not have."""
    bare = re.sub(r"^(?:over|more than|nearly|almost|about|some|hơn|gần|khoảng) ", "", figure)
    return bare if bare != figure else f"over {figure}"


UNITS = {"per cent": "percentage points", "%": " người", "people": "cards", "người": "thẻ"}


def _unit(figure: str) -> str:
    """Another unit."""
    for word, other in UNITS.items():
        if word in figure:
            return figure.replace(word, other)
    return f"{figure} people"


FIGURES = (_digit, _swapped, _scaled, _bound, _unit)
WORDS = (
    lambda said: re.sub(r"\b(\d{3})(\d)\b", lambda m: m[1] + str((int(m[2]) + 1) % 10), said),
    lambda said: f"{said}, up from 12.5 per cent the year before",
    lambda said: re.sub(r"\b(?:in|tại|của) [A-ZĐ]\w+(?: [A-ZĐ]\w+)*", "in Ca Mau", said),
)
"""Alterations beside the figure itself: its year, a figure invented, its place."""


class Liar:
    """Words each answer with one alteration, another every time; remembers what it altered."""

    def __init__(self) -> None:
        self.turns: Iterator[Callable[[str], str]] = cycle((*FIGURES, *WORDS))
        self.told = 0
        self.lies: list[str] = []

    def __call__(self, request: Request) -> Iterator[bytes]:
        facts = facts_of(request.prompt)
        self.told += 1
        chosen = self.told % len(facts)
        said = [
            f"{self._altered(words) if place == chosen else words} [{mark}]."
            for place, (mark, words) in enumerate(facts)
        ]
        return streamed(" ".join(said))

    def _altered(self, words: str) -> str:
        read = find_quantities(words)
        alter = next(self.turns)
        altered = alter(words)
        if alter in FIGURES and read:
            span = read[-1]
            altered = words[: span.start] + alter(words[span.start : span.end]) + words[span.end :]
        if altered == words:
            return self._altered(words)
        self.lies.append(altered)
        return altered


def doors(beside: Assistant) -> list[Callable[[Question], Mapping[str, Any]]]:
    """Each door: from a question to the texts of the figures shown, and all that is shown."""
    client = TestClient(build_api(beside, load()))

    def python(question: Question) -> Mapping[str, Any]:
        return answer_object(beside.answer(question.text, question.history))

    def rest(question: Question) -> Mapping[str, Any]:
        sent = {"question": question.text, "history": list(question.history)}
        given: Mapping[str, Any] = client.post("/v1/ask", json=sent).json()
        return given

    def chat(question: Question) -> Mapping[str, Any]:
        held = Conversation(questions=question.history)
        html = answer_turn(beside, load(), question.text, held).held.newest
        return {"html": html}

    return [python, rest, chat]


def _figure_answers(plain: Assistant) -> Iterator[tuple[Question, Answer]]:
    """The questions that the table answers, again and again, with their answers."""
    known: list[tuple[Question, Answer]] = []
    for question in questions():
        answer = plain.answer(question.text, question.history)
        if answer.mode == "table" and answer.figures:
            known.append((question, answer))
            yield known[-1]
    yield from cycle(known)


def _attacked(plain: Assistant, worded: Worded, answers: int) -> Counter[str]:
    """What came of `answers` questions put to a liar, by turns at each door."""
    liar = Liar()
    beside, _ = worded(liar)
    reached: Counter[str] = Counter()
    asked = islice(_figure_answers(plain), answers)
    for (question, true), door in zip(asked, cycle(doors(beside)), strict=False):
        before = len(liar.lies)
        given = door(question)
        if "html" in given:
            text = given["html"]
            shown = answer_turn(
                plain, load(), question.text, Conversation(question.history)
            ).held.newest
            assert _MARKED.findall(text) == _MARKED.findall(shown)
        else:
            text = given["answer"]
            assert _stated(given) == _stated(answer_object(true))
            assert _read(text) == _read(true.answer)
        lies = liar.lies[before:]
        reached["answers altered"] += bool(lies)
        reached["lies told"] += len(lies)
        reached["lies that reached the reader"] += sum(lie in unescape(text) for lie in lies)
    return reached


def _stated(given: Mapping[str, Any]) -> list[list[str]]:
    values = [{**figure, "value": float(figure["value"])} for figure in given["figures"]]
    return [[str(figure[name]) for name in WHAT] for figure in values]


def _read(text: str) -> list[tuple[object, ...]]:
    return [(found.value, found.unit, found.bound) for found in find_quantities(text)]


def test_no_altered_figure_reaches_a_reader(assistant: Assistant, worded: Worded) -> None:
    reached = _attacked(assistant, worded, 48)
    assert reached["lies that reached the reader"] == 0
    assert reached["answers altered"] >= 40


@pytest.mark.soak
def test_of_a_thousand_altered_answers_none_reaches_a_reader(
    assistant: Assistant, worded: Worded
) -> None:
    reached = _attacked(assistant, worded, 1_100)
    print(dict(reached))
    assert reached["lies that reached the reader"] == 0
    assert reached["answers altered"] >= 1_000
