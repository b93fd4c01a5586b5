"""What the chat page lets in: the few routes of Gradio that it needs, and well-formed events.

Gradio has routes for uploads, streams, proxies and programs of its own, whether a page uses them or
not, and answers some malformed events with a fault of the server.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from assistant.requests import is_storable, read_object
from assistant.rest.guards import Application, Receive, Refuse, Scope, Send, read_body, replay
from indexing.errors import UsageError

_OPEN_PATHS = frozenset({"/", "/config", "/theme.css", "/favicon.ico", "/robots.txt", "/healthz"})
_OPEN_FOLDERS = ("/v1/", "/assets/", "/static/", "/gradio_api/heartbeat/", "/gradio_api/queue/")
EVENTS = "/gradio_api/queue/join"


class PageGuard:
    """Answers 404 outside the open routes and 422 to an event that Gradio could not take.

    `functions` are the numbers of the page's event handlers, `most` the bytes in an event.
    """

    def __init__(
        self, app: Application, functions: Collection[int], most: int, refuse: Refuse
    ) -> None:
        self.app = app
        self.functions = functions
        self.most = most
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "/")
        if path not in _OPEN_PATHS and not path.startswith(_OPEN_FOLDERS):
            nothing = self.refuse(404, "there is nothing here: the page is at /, programs use /v1")
            await nothing(scope, receive, send)
            return
        if path.rstrip("/") != EVENTS:
            await self.app(scope, receive, send)
            return
        body = await read_body(receive, self.most) or b""
        try:
            _require_event(body, self.functions)
        except UsageError as error:
            await self.refuse(422, str(error))(scope, receive, send)
            return
        await self.app(scope, replay(body, receive), send)


def _require_event(raw: bytes, functions: Collection[int]) -> None:
    """Raise `UsageError` unless `raw` is an event of the page in storable text."""
    given = read_object(raw)
    number = given.get("fn_index")
    if not isinstance(number, int) or number not in functions:
        raise UsageError('"fn_index": expected one of the page\'s events: programs use /v1')
    if not is_storable(json.dumps(given, ensure_ascii=False)):
        raise UsageError("expected Unicode text, came half a character: take it out")
