"""Whatever the language model does, the answer comes in time, and it is the one from the table."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.model.client import ModelClient
from assistant.model.faults import ModelFault
from assistant.rendering.objects import answer_object
from assistant.settings import load
from indexing.errors import SettingError
from indexing.rendering.jsontext import dumps
from tests.assistant.conftest import KEY, SECONDS, Worded, with_model
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

QUESTION = "what was Binh Phuoc's HI coverage in 2023"
IN_TIME = SECONDS + 1


def _stop(status: str, kind: str = "application/json", body: str = "{}") -> Script:
    return lambda request: [head(status, kind), body.encode()]


def _hang(request: Request) -> Iterator[bytes]:
    time.sleep(IN_TIME + 1)
    yield b""


def _drip(request: Request) -> Iterator[bytes]:
    for piece in streamed(echo(request.prompt), size=1):
        yield piece
        time.sleep(0.1)


def _dripping_head(request: Request) -> Iterator[bytes]:
    for byte in head() * 10:
        yield bytes([byte])
        time.sleep(0.05)


def _endless(request: Request) -> Iterator[bytes]:
    yield head()
    while True:
        yield event({"content": "Health insurance coverage "})


def _endless_line(request: Request) -> Iterator[bytes]:
    yield head() + b"data: "
    while True:
        yield b'{"id": "1", ' * 100


def _big(request: Request) -> Iterator[bytes]:
    yield head()
    yield event({"content": "93 per cent " * 1_000_000})


def _denied(request: Request) -> Iterable[bytes]:
    told = {"error": {"message": f"wrong key: {request.headers['authorization']}"}}
    return [head("401 Unauthorized", "application/json"), json.dumps(told).encode()]


def _cut(request: Request) -> Iterator[bytes]:
    yield from list(streamed(echo(request.prompt)))[:-4]


def _packed(request: Request) -> Iterator[bytes]:
    yield head().replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    yield gzip.compress(b"data: " + b" " * 50_000_000)


def _moved(request: Request) -> Iterable[bytes]:
    away = b"\r\nLocation: http://127.0.0.1:9/stolen\r\n\r\n"
    return [head("307 Temporary Redirect", "text/html").replace(b"\r\n\r\n", away)]


def _half_closed(request: Request) -> Iterator[bytes]:
    """Says that more will come than it sends."""
    yield head().replace(b"Connection: close", b"Content-Length: 100000")
    yield from list(streamed(echo(request.prompt)))[1:-2]


def _broken_chunks(request: Request) -> Iterator[bytes]:
    yield head().replace(b"Connection: close", b"Transfer-Encoding: chunked")
    yield from (_chunked(piece) for piece in list(streamed(echo(request.prompt)))[1:-2])


def _chunked(piece: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(piece), piece)


def _limits(request: Request) -> Iterable[bytes]:
    wait = b"\r\nRetry-After: 3600\r\n\r\n"
    return [head("429 Too Many Requests").replace(b"\r\n\r\n", wait)]


def _pinging(request: Request) -> Iterator[bytes]:
    """Keeps the connection alive and says nothing."""
    yield head()
    while True:
        yield b": ping\n\n"
        time.sleep(0.05)


def _thinking(request: Request) -> Iterator[bytes]:
    """Thinks aloud apart from its reply, and never comes to it."""
    yield head()
    while True:
        yield event({"reasoning_content": "over 93 per cent, or 94? "})
        time.sleep(0.01)


def _events(*events: bytes) -> Script:
    return lambda request: [head(), *events, b"data: [DONE]\n\n"]


CALL = [{"index": 0, "id": "1", "type": "function", "function": {"name": "rm", "arguments": "{}"}}]
FAULTS: dict[str, tuple[Script, int, str]] = {
    # what the endpoint does: the script, the most requests, a word of the notice
    "never answers": (_hang, 1, "in time"),
    "one token at a time": (_drip, 1, "in time"),
    "one byte of its head at a time": (_dripping_head, 1, "in time"),
    "fails (500)": (_stop("500 Internal Server Error"), 2, "failed"),
    "is overloaded (503)": (_stop("503 Service Unavailable", "text/plain", "no"), 2, "failed"),
    "limits the rate (429)": (_stop("429 Too Many Requests"), 2, "busy"),
    "refuses the key and repeats it (401)": (_denied, 1, "refused the access"),
    "knows no such model (404)": (_stop("404 Not Found"), 1, "did not take"),
    "finds the prompt too long (400)": (_stop("400 Bad Request"), 1, "did not take"),
    "sends elsewhere (307)": (_moved, 1, "did not take"),
    "answers with a page of HTML": (_stop("200 OK", "text/html", "<h1>Log in</h1>"), 2, "usable"),
    "answers without streaming": (_stop("200 OK", body='{"choices": []}'), 2, "usable"),
    "gives no choices": (_events(b'data: {"id": "1", "choices": []}\n\n'), 2, "usable"),
    "gives choices that are none": (_events(b'data: {"choices": 3}\n\n'), 2, "usable"),
    "streams an error": (_events(b'data: {"error": {"message": "x"}}\n\n'), 2, "usable"),
    "says nothing": (saying(lambda prompt: ""), 2, "usable"),
    "says only blanks": (saying(lambda prompt: " \n\n "), 2, "usable"),
    "breaks off its stream": (_cut, 2, "usable"),
    "stops at its limit of tokens": (lambda r: streamed(echo(r.prompt), "length"), 2, "usable"),
    "filters its own words": (lambda r: streamed(echo(r.prompt), "content_filter"), 2, "usable"),
    "calls a tool": (_events(event({"tool_calls": CALL}, "tool_calls")), 2, "usable"),
    "sends broken JSON": (_events(b"data: {\x00oops\n\n"), 2, "usable"),
    "sends bytes that are no text": (_events(b"data: \xff\xfe\xfd\n\n"), 2, "usable"),
    "sends no HTTP": (lambda r: [b"\x00\x01\x02 what?\r\n\r\n"], 2, "reached"),
    "hangs up": (lambda r: [], 2, "reached"),
    "closes before the length that it told": (_half_closed, 2, "usable"),
    "closes within its chunks": (_broken_chunks, 2, "usable"),
    "only keeps the connection alive": (_pinging, 1, "in time"),
    "thinks and never answers": (_thinking, 1, "in time"),
    "limits the rate for an hour (429)": (_limits, 2, "busy"),
    "answers with nothing (204)": (_stop("204 No Content", body=""), 2, "usable"),
    "sends a word without an end": (_events(event({"content": "9" * 30_000})), 2, "usable"),
    "sends null for its words": (_events(event({"content": None}, "stop")), 2, "usable"),
    "sends a list for its words": (_events(event({"content": ["over 93"]}, "stop")), 2, "usable"),
    "sends null for an event": (_events(b"data: null\n\n"), 2, "usable"),
    "sends a number for an event": (_events(b"data: 93\n\n"), 2, "usable"),
    "sends half a surrogate": (_events(event({"content": "93 \ud83d [1]."}, "stop")), 2, ""),
    "never ends its stream": (_endless, 2, "language model"),
    "never ends a line": (_endless_line, 2, "usable"),
    "sends 12 MB": (_big, 2, "usable"),
    "packs 50 MB of blanks": (_packed, 2, "usable"),
    "stops within a figure": (
        saying(lambda prompt: "Health insurance coverage in Binh Phuoc was over 9"),
        2,
        "verified",
    ),
    "refuses in words": (saying(lambda _: "I'm sorry, I cannot help with that."), 2, "verified"),
    "talks of other things": (saying(lambda _: "qwxz ~~ 今日は [1]. <b>42</b> [7]"), 2, "verified"),
}  # fmt: skip


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
        *(_chunked(piece) for piece in list(streamed(echo(request.prompt)))[1:]),
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
    beside, server = worded(_drip)
    beside.answer(QUESTION)
    assert server.hung_up.wait(2)


def test_closing_ends_a_request_under_way() -> None:
    with ModelServer(_endless).running() as server:
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


def test_only_the_key_and_the_request_are_sent(
    worded: Worded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-program")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-another-program")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    beside, server = worded(saying(echo))
    beside.answer(QUESTION)
    (request,) = server.requests
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers.keys() == {
        "host", "accept", "accept-encoding", "authorization", "connection", "content-length",
        "content-type",
    }  # fmt: skip
    assert request.keys() == {"messages", "model", "max_tokens", "stream", "temperature"}


def test_the_key_shows_in_nothing_that_holds_it(worded: Worded) -> None:
    beside, _ = worded(saying(echo))
    beside.answer(QUESTION)
    writer = beside._writer
    assert writer is not None
    client = writer._client
    llm = client._llm  # type: ignore[attr-defined]
    shown = [repr(load(llm_api_key=KEY)), str(load(llm_api_key=KEY)), repr(vars(client))]
    shown += [repr(llm), str(llm.to_dict()), llm.to_json(), repr(vars(writer))]
    assert not [text for text in shown if KEY in text]


@pytest.mark.parametrize(
    "url", ["model.example/v1", "ftp://model", "http://a:b@model/v1", "http://"]
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(SettingError, match="VSS_LLM_BASE_URL"):
        load(llm_base_url=url)


@pytest.mark.parametrize("key", [f"{KEY}\r\nHost: evil", f"{KEY}é", f"{KEY}\x00"])
def test_a_key_that_is_none_is_told_without_it(key: str) -> None:
    with pytest.raises(SettingError, match="VSS_LLM_API_KEY") as told:
        load(llm_api_key=key)
    assert KEY not in str(told.value)


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(SettingError, match="VSS_LLM_BASE_URL") as told:
        load(llm_base_url=f"http://name:{KEY}@model/v1")
    assert KEY not in str(told.value)


def test_blanks_around_a_key_are_none_of_it() -> None:
    key = load(llm_api_key=f" {KEY}\n").llm_api_key
    assert key is not None
    assert key.get_secret_value() == KEY


def test_an_address_needs_the_name_of_a_model(index: Path) -> None:
    with pytest.raises(SettingError, match="VSS_LLM_MODEL"):
        Assistant.open(load(data_dir=index, llm_base_url="http://127.0.0.1:1/v1"))


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
