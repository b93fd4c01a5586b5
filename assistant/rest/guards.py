"""ASGI guards around every route: security headers, a limit on bodies, plain paths.

They know no web framework: each wraps an ASGI application and is one itself.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Refuse = Callable[[int, str], Application]
"""Makes the application that answers with an HTTP status and a one-line detail."""

# Gradio writes its configuration and styles into the page, hence 'unsafe-inline'; nothing is
# evaluated ('unsafe-eval' is left out) and nothing comes from or goes to another origin.
_CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_CONTROL = re.compile("[\x00-\x1f\x7f]")
SECURITY_HEADERS = (
    (b"content-security-policy", _CONTENT_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class SecurityHeaders:
    """Puts the security headers on every response, the application's own ones giving way."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in SECURITY_HEADERS}
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in ours]
                message = {**message, "headers": [*kept, *SECURITY_HEADERS]}
            await send(message)

        await self.app(scope, receive, send_guarded)


class BodyLimit:
    """Refuses a body of more than `most` bytes (413) before it is read whole or passed on.

    Smaller bodies are read here and handed on in one piece.
    """

    def __init__(self, app: Application, most: int, refuse: Refuse) -> None:
        self.app = app
        self.most = most
        self.refusal = refuse(413, f"expected a body of at most {most} bytes: send less at once")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self._announced(scope) > self.most:
            await self.refusal(scope, receive, send)
            return
        body = await read_body(receive, self.most)
        if body is None:
            await self.refusal(scope, receive, send)
            return
        await self.app(scope, replay(body, receive), send)

    def _announced(self, scope: Scope) -> int:
        lengths = [value for name, value in scope["headers"] if name == b"content-length"]
        # Twenty digits are beyond any limit; more of them would only cost time.
        return int(lengths[0][:20]) if lengths and lengths[0].isdigit() else 0


class PlainPaths:
    """Answers 404 for a path with control characters: no name has them.

    Patterns of routes overlook a last line feed and would take the path for the one without it.
    """

    def __init__(self, app: Application, refuse: Refuse) -> None:
        self.app = app
        self.refusal = refuse(404, "there is nothing under a name with control characters")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = _CONTROL.search(scope.get("path", "")) is not None
        await (self.refusal if refused else self.app)(scope, receive, send)


async def read_body(receive: Receive, most: int) -> bytes | None:
    """The body of a request; None as soon as it is longer than `most` bytes.

    What a client sent before it went away counts as its body.
    """
    body = bytearray()
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            return None
    return bytes(body)


def replay(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives `body` once and then what the client still sends."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed
