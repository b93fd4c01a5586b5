"""Whatever the language model does, the answer comes in time, and it is the one from the table."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.model.client import ModelClient
from assistant.model.faults import ModelFault
from assistant.rendering.objects import answer_object
from assistant.settings import load
from indexing.rendering.jsontext import dumps
from tests.assistant.conftest import KEY, Worded, with_model
from tests.assistant.model.faults import FAULTS, IN_TIME, QUESTION, chunked, drip, endless
from tests.assistant.model_server import (
    ModelServer,
    Request,
    Script,
    echo,
    event,
    head,
    saying,
    streamed,
)


@pytest.mark.parametrize(("script", "most", "word"), FAULTS.values(), ids=FAULTS)
def test_a_fault_costs_a_notice_and_nothing_else(
    assistant: Assistant,
    worded: Worded,
    caplog: pytest.LogCaptureFixture,
    script: Script,
    most: int,
    word: str,
) -> None:
    expected = answer_object(replace(assistant.answer(QUESTION), elapsed_ms=0.0))
    beside, server = worded(script)
    with caplog.at_level(logging.DEBUG):
        began = time.monotonic()
        answer = beside.answer(QUESTION)
        assert time.monotonic() - began < IN_TIME
    notice = answer.warnings[-1]
    assert word in notice
    assert "\n" not in notice
    expected["warnings"] = [*expected["warnings"], notice]  # type: ignore[misc]
    assert answer_object(replace(answer, elapsed_ms=0.0)) == expected
    assert 1 <= len(server.requests) <= most
    assert KEY not in caplog.text + dumps(answer_object(answer))


def _altered(change: Callable[[bytes], bytes]) -> Script:
    return lambda request: [change(piece) for piece in streamed(echo(request.prompt))]


USAGE = b'data: {"id": "1", "choices": [], "usage": {"total_tokens": 9}}\n\n'
CUSTOMS: dict[str, Script] = {
    "comments": _altered(lambda piece: b": ping\n\n" + piece if b"data" in piece else piece),
    "lines that end in CRLF": _altered(
        lambda piece: piece if b"HTTP" in piece else piece.replace(b"\n", b"\r\n")
    ),
    "names of events": _altered(
        lambda piece: piece.replace(b"data: {", b"event: message\nid: 1\ndata: {")
    ),
    "no blank behind the colon": _altered(lambda piece: piece.replace(b"data: ", b"data:")),
    "a mark of byte order": _altered(
        lambda piece: piece + b"\xef\xbb\xbf" if b"HTTP" in piece else piece
    ),
    "tokens used, without a choice": _altered(
        lambda piece: USAGE + piece if b"[DONE]" in piece else piece
    ),
    "no mark of its end": _altered(lambda piece: b"" if b"[DONE]" in piece else piece),
    "thoughts apart": _altered(
        lambda piece: piece + event({"reasoning_content": "94? 95?"}) if b"HTTP" in piece else piece
    ),
    "thoughts in the reply": saying(lambda prompt: f"<think>94? 95?</think>{echo(prompt)}"),
    "chunks": lambda request: [
        head().replace(b"Connection: close", b"Transfer-Encoding: chunked"),
        *(chunked(piece) for piece in list(streamed(echo(request.prompt)))[1:]),
        b"0\r\n\r\n",
    ],
    "one character at a time": lambda request: streamed(echo(request.prompt), size=1),
    "all in one piece": lambda request: [b"".join(streamed(echo(request.prompt)))],
}


@pytest.mark.parametrize("script", CUSTOMS.values(), ids=CUSTOMS)
def test_customs_of_servers_are_no_faults(
    assistant: Assistant, worded: Worded, script: Script
) -> None:
    beside, server = worded(script)
    answer = beside.answer(QUESTION)
    assert (answer.mode, len(server.requests)) == ("model", 1)
    assert [f.value for f in answer.figures] == [
        f.value for f in assistant.answer(QUESTION).figures
    ]


@pytest.mark.parametrize("name", ["no one listens", "no such host", "a slow name server"])
def test_an_endpoint_that_cannot_be_reached(
    assistant: Assistant, index: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    url = "http://model.invalid/v1"
    if name == "no one listens":
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
    elif name == "no such host":

        def unknown(*_: object, **__: object) -> None:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
    else:
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(IN_TIME + 1))
    expected = assistant.answer(QUESTION).answer
    beside = with_model(index, url)
    began = time.monotonic()
    answer = beside.answer(QUESTION)
    assert time.monotonic() - began < IN_TIME
    beside.close()
    assert "language model" in answer.warnings[-1]
    assert answer.answer == expected


def test_a_request_that_is_given_up_is_cancelled(worded: Worded) -> None:
    beside, server = worded(drip)
    beside.answer(QUESTION)
    assert server.hung_up.wait(2)


def test_closing_ends_a_request_under_way() -> None:
    with ModelServer(endless).running() as server:
        client = ModelClient(server.url, "scripted", None, most_tokens=100)
        client.prepare()
        with ThreadPoolExecutor() as pool:
            under_way = pool.submit(client.reply, "hello", 30)
            while not server.requests:
                time.sleep(0.01)
            client.close()
            with pytest.raises(ModelFault, match="closed"):
                under_way.result(timeout=5)
        assert server.hung_up.wait(2)
        with pytest.raises(ModelFault, match="closed"):
            client.reply("hello", 30)
        assert len(server.requests) == 1


def test_a_second_request_mends_a_passing_fault(worded: Worded) -> None:
    def once_broken(request: Request) -> Iterable[bytes]:
        if len(server.requests) == 1:
            return [head("503 Service Unavailable", "text/plain")]
        return streamed(echo(request.prompt))

    beside, server = worded(once_broken)
    answer = beside.answer(QUESTION)
    assert (answer.mode, answer.prompt, len(server.requests)) == ("model", "answer.1", 2)


def test_more_answers_than_the_model_may_word_at_once_come_without_it(worded: Worded) -> None:
    beside, _ = worded(saying(echo))
    writer = beside._writer
    assert writer is not None
    while writer._free.acquire(blocking=False):
        """Others are waiting for the model."""
    answer = beside.answer(QUESTION)
    assert (answer.mode, "engaged" in answer.warnings[-1]) == ("table", True)


def test_facts_that_do_not_fit_the_models_context_are_told_without_it(index: Path) -> None:
    with ModelServer(saying(echo)).running() as server:
        settings = load(
            data_dir=index, llm_base_url=server.url, llm_model="small",
            llm_context_tokens=1_100, llm_reply_tokens=1_000,
        )  # fmt: skip
        small = Assistant.open(settings)
        answer = small.answer(QUESTION)
        small.close()
    assert (server.requests, "so much" in answer.warnings[-1]) == ([], True)
