"""What an endpoint may do wrong: scripts for the model server that the tests run."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterable, Iterator

from tests.assistant.conftest import SECONDS
from tests.assistant.model_server import Request, Script, echo, event, head, saying, streamed

QUESTION = "what was Binh Phuoc's HI coverage in 2023"
IN_TIME = SECONDS + 1
"""Seconds within which an answer comes, whatever the endpoint does."""


def _stop(status: str, kind: str = "application/json", body: str = "{}") -> Script:
    return lambda request: [head(status, kind), body.encode()]


def _hang(request: Request) -> Iterator[bytes]:
    time.sleep(IN_TIME + 1)
    yield b""


def drip(request: Request) -> Iterator[bytes]:
    for piece in streamed(echo(request.prompt), size=1):
        yield piece
        time.sleep(0.1)


def _dripping_head(request: Request) -> Iterator[bytes]:
    for byte in head() * 10:
        yield bytes([byte])
        time.sleep(0.05)


def endless(request: Request) -> Iterator[bytes]:
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
    yield from (chunked(piece) for piece in list(streamed(echo(request.prompt)))[1:-2])


def chunked(piece: bytes) -> bytes:
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
    "one token at a time": (drip, 1, "in time"),
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
    "never ends its stream": (endless, 2, "language model"),
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
