"""A language model under test: a real HTTP server on loopback that speaks the OpenAI protocol.

What it says is a script, a function from the request to the raw bytes of the answer, in pieces.
`streamed` makes the pieces of a well-formed stream; the faults of `tests/assistant/model` make
others.  `facts_of` reads the facts out of a prompt, as a model would.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HEAD = "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n"
STREAM = "text/event-stream"
_FACT = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)


class Request(dict[str, Any]):
    """The JSON body of a request, with its headers."""

    headers: dict[str, str]

    @property
    def prompt(self) -> str:
        """The words of its only message."""
        (message,) = self["messages"]
        text: str = message["content"]
        return text


Script = Callable[[Request], Iterable[bytes]]
Writes = Callable[[str], str]
"""A model: from the prompt to what it writes."""


class ModelServer:
    """Follows its script and remembers what it was asked."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[Request] = []
        self.hung_up = threading.Event()
        """Set when a client went away before the script had ended."""
        self.stopped = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                request = Request(json.loads(body))
                request.headers = {name.lower(): value for name, value in self.headers.items()}
                outer.requests.append(request)
                self.close_connection = True
                try:
                    for piece in outer.script(request):
                        self.wfile.write(piece)
                        self.wfile.flush()
                except OSError:
                    outer.hung_up.set()

            def log_message(self, *_: object) -> None:
                """Tests read what they need from `requests`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @contextmanager
    def running(self) -> Iterator[ModelServer]:
        """Serves until the end of the block."""
        thread = threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.stopped.set()
            self._server.shutdown()
            with suppress(OSError):
                self._server.server_close()
            thread.join()


def head(status: str = "200 OK", kind: str = STREAM) -> bytes:
    """The status line and headers of an answer."""
    return HEAD.format(status=status, kind=kind).encode()


def event(delta: dict[str, object], finish: str | None = None) -> bytes:
    """One event of a stream."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "scripted",
             "choices": [choice]}  # fmt: skip
    return f"data: {json.dumps(chunk)}\n\n".encode()


def streamed(text: str, finish: str | None = "stop", size: int = 7) -> Iterator[bytes]:
    """A well-formed stream that says `text`, a few characters at a time."""
    yield head()
    yield event({"role": "assistant", "content": ""})
    for begin in range(0, len(text), size):
        yield event({"content": text[begin : begin + size]})
    yield event({}, finish)
    yield b"data: [DONE]\n\n"


def saying(writes: Writes) -> Script:
    """The script of a model that writes so and never fails."""
    return lambda request: streamed(writes(request.prompt))


def facts_of(prompt: str) -> list[tuple[str, str]]:
    """The facts of a prompt: mark and words."""
    block = prompt.split("<facts>")[1].split("</facts>", maxsplit=1)[0]
    return _FACT.findall(block)


def echo(prompt: str) -> str:
    """A dutiful model without a style: each fact in its own words, with its mark."""
    return " ".join(f"{words} [{mark}]." for mark, words in facts_of(prompt))
