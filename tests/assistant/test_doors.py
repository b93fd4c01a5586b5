"""The real assistant over the shipped reports gives the same Answer at every door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant import Assistant
from assistant.chat.asking import Conversation, answer_turn
from assistant.chat.html import escape
from assistant.cli import run
from assistant.rendering.pieces import printable
from assistant.rest.api import build_api
from assistant.rest.completions import MODEL
from assistant.settings import load
from evals.loading import load_samples
from evals.records import Sample

QUESTIONS = {
    "a figure": "How many people had health insurance in Binh Phuoc in 2023?",
    "a comparison": "Compare HI coverage in Binh Phuoc, Hanoi and Bac Ninh",
    "a future year": "HI coverage of Binh Phuoc in 2035?",
    "a follow-up": "And premiums?",
    "Vietnamese": "Tỷ lệ bao phủ BHYT của Bình Phước năm 2023 là bao nhiêu?",
    "another matter": "Who won the football match?",
}
HISTORY = ("HI coverage of Binh Phuoc in 2023?",)
OWN = {"id", "elapsed_ms"}


@pytest.fixture(scope="module")
def client(assistant: Assistant) -> Iterator[TestClient]:
    with TestClient(build_api(assistant, load())) as made:
        yield made


def rest_answer(client: TestClient, question: str) -> dict[str, Any]:
    response = client.post("/v1/ask", json={"question": question, "history": list(HISTORY)})
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_the_command_line_and_rest_give_the_same_answer(
    client: TestClient, index: Path, question: str, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["ask", question, "--json", "--history", HISTORY[0], "--data", str(index)]
    assert run(words) == 0
    line = json.loads(capfd.readouterr().out)
    rest = rest_answer(client, question)
    assert {key: line[key] for key in line.keys() - OWN} == {
        key: rest[key] for key in rest.keys() - OWN
    }


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_the_page_shows_the_same_answer(client: TestClient, index: Path, question: str) -> None:
    rest = rest_answer(client, question)
    with closing(Assistant.open(load(data_dir=index))) as opened:
        html = answer_turn(opened, load(), question, Conversation(questions=HISTORY)).held.newest
    for text in [rest["understood"], *rest["warnings"], *rest["choices"]]:
        assert escape(text) in html or text in rest["choices"]
    for figure in rest["figures"]:
        assert f"{escape(printable(figure['text']))}</mark>" in html


SAMPLES = Random(5).sample(load_samples("answers.jsonl"), 12)
"""Of the question set; the doors do not know the questions, so some stand for all."""


def test_the_sample_holds_questions_that_are_answered_and_that_are_not() -> None:
    assert {sample.answerable for sample in SAMPLES} == {True, False}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_all_doors_give_one_answer_to_a_question_of_the_set(
    client: TestClient, index: Path, sample: Sample, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = {"question": sample.question, "history": list(sample.history)}
    rest = client.post("/v1/ask", json=asked).json()
    messages = [{"role": "user", "content": said} for said in (*sample.history, sample.question)]
    completed = client.post("/v1/chat/completions", json={"model": MODEL, "messages": messages})
    earlier = [word for said in sample.history for word in ("--history", said)]
    assert run(["ask", sample.question, "--json", *earlier, "--data", str(index)]) == 0
    line = json.loads(capfd.readouterr().out)
    for other in (completed.json()["answer"], line):
        assert {key: other[key] for key in other.keys() - OWN} == {
            key: rest[key] for key in rest.keys() - OWN
        }
    with closing(Assistant.open(load(data_dir=index))) as opened:
        held = Conversation(questions=sample.history)
        html = answer_turn(opened, load(), sample.question, held).held.newest
    assert all(f"{escape(printable(f['text']))}</mark>" in html for f in rest["figures"])


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_each_figure_and_each_quote_stands_where_the_answer_says(
    client: TestClient, question: str
) -> None:
    rest = rest_answer(client, question)
    for figure in rest["figures"]:
        assert rest["answer"][figure["start"] : figure["end"]] == figure["text"]
    for citation in rest["citations"]:
        article = client.get(f"/v1/articles/{citation['doc']}").content.decode("utf-8")
        assert article[citation["start"] : citation["end"]] == citation["quote"]
        assert all(
            citation["start"] <= first < last <= citation["end"]
            for first, last in citation["highlights"]
        )
    if rest["table"] is not None:
        assert len(rest["table"]["rows"]) == len(rest["table"]["citations"])


def test_the_pages_of_the_metric_table_hold_each_row_once(client: TestClient) -> None:
    whole = client.get("/v1/metrics", params={"limit": 1000}).json()
    rows: list[object] = []
    cursor: str | None = None
    while True:
        asked = {"limit": 97} | ({"cursor": cursor} if cursor else {})
        page = client.get("/v1/metrics", params=asked).json()
        rows += page["rows"]
        cursor = page["next"]
        if cursor is None:
            break
    assert rows[: len(whole["rows"])] == whole["rows"]
    assert len(rows) == len({json.dumps(row) for row in rows})


@pytest.mark.parametrize("name", ["period", "metric", "place", "doc"])
def test_a_filter_gives_only_rows_that_agree(client: TestClient, name: str) -> None:
    rows = client.get("/v1/metrics", params={"limit": 1000}).json()["rows"]
    wanted = next(row[name] for row in rows if row[name] is not None)
    found = client.get("/v1/metrics", params={name: wanted, "limit": 1000}).json()["rows"]
    assert found
    assert {row[name] for row in found} == {wanted}


def test_conflicts_stand_with_the_reports_that_differ(client: TestClient) -> None:
    told = client.get("/v1/conflicts").json()["conflicts"]
    assert told
    for one in told:
        assert len({report["doc"] for report in one["reports"]}) >= 2
        for report in one["reports"]:
            text = client.get(f"/v1/articles/{report['doc']}").text
            assert report["quote"] in text
