"""The REST interface: `/v1/ask`, `/v1/check`, `/v1/articles`, `/v1/metrics`, `/healthz`.

`/v1/audits/{doc}` and `/v1/conflicts` show how far the metric table is to be trusted;
`/v1/chat/completions` and `/v1/models` serve programs that speak OpenAI's protocol.

Each error is a problem object (RFC 9457) whose `detail` is one line: what was expected, what
came, what to do.  422: the request cannot be carried out as worded; 404: not held; 405: held under
the methods that `Allow` names; 413: too large; 503: the work failed.  Its `error` says the same
where programs that speak OpenAI's protocol look.  The schema is at `/v1/openapi.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Match, Route

from assistant.interface import Answering
from assistant.rendering.objects import answer_object, entry_object, report_object
from assistant.requests import (
    is_storable,
    read_ask,
    read_check,
    read_object,
    require_names,
    shown,
)
from assistant.rest.completions import (
    MODEL,
    completion_events,
    completion_object,
    models_object,
    read_completion,
    wants_stream,
    wants_usage,
)
from assistant.rest.guards import BodyLimit, PlainPaths, Receive, Scope, SecurityHeaders, Send
from assistant.rest.schema import PROBLEM, components, gives, takes
from assistant.settings import AssistantSettings
from indexing.errors import UsageError, VssError
from indexing.extraction import audit
from indexing.rendering.audits import audit_object
from indexing.rendering.export import fact_fields
from indexing.rendering.jsontext import dumps

_TITLES = {
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Content Too Large",
    422: "Unprocessable Content",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
_SILENT: TelemetryConfig = {
    "auto_configure": False,
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
}
"""Nothing is told to anyone, whatever the environment says."""
_LONGEST_NAME = 300
"""Characters in a name, of an article or in a filter; no file name is longer."""


def build_api(assistant: Answering, settings: AssistantSettings) -> FastAPI:
    """The REST interface over `assistant`, which several threads will call at once."""
    api = FastAPI(
        title="VSS assistant",
        description="Answers over the reports of Viet Nam Social Security, every figure checked.",
        docs_url=None,  # the interactive pages load scripts from other servers
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        telemetry=_SILENT,
        responses=PROBLEM,
    )
    _add_questions(api, assistant, settings)
    _add_completions(api, assistant, settings)
    _add_records(api, assistant)
    _close_names(api)
    _add_errors(api)
    _describe(api)
    api.add_middleware(BodyLimit, most=settings.body_max_bytes, refuse=problem)
    api.add_middleware(PlainPaths, refuse=problem)
    api.add_middleware(SecurityHeaders)
    return api


class JsonText(Response):
    """An object as JSON: values as plain numbers, text as UTF-8."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        return dumps(content).encode("utf-8")


class Problem(JsonText):
    """An error as JSON."""

    media_type = "application/problem+json"


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Problem:
    """The response for an error."""
    title = _TITLES.get(status, "Error")
    kind = "invalid_request_error" if status < 500 else "server_error"
    told = {"message": detail, "type": kind, "param": None, "code": None}
    content = {"title": title, "status": status, "detail": detail, "error": told}
    return Problem(content, status_code=status, headers=headers)


def refusal(request: Request, error: Exception) -> Response:
    """The problem that tells an `HTTPException` of the web framework."""
    assert isinstance(error, HTTPException)
    return problem(error.status_code, str(error.detail), error.headers)


async def _body(request: Request) -> Mapping[str, object]:
    return read_object(await request.body())


Body = Annotated[Mapping[str, object], Depends(_body)]


def _add_questions(api: FastAPI, assistant: Answering, settings: AssistantSettings) -> None:
    most = settings.question_max_characters
    question = {"type": "string", "minLength": 1, "maxLength": most}
    history = {"type": "array", "items": question, "maxItems": settings.history_max_questions}
    text = {"type": "string", "minLength": 1, "maxLength": settings.text_max_characters}

    @api.post(
        "/v1/ask", openapi_extra=takes({"question": question, "history": history}) | gives("Answer")
    )
    def ask(given: Body) -> Response:
        """The Answer to a question; `history` holds the earlier questions, oldest first."""
        request = read_ask(given, settings)
        return JsonText(answer_object(assistant.answer(request.question, request.history)))

    @api.post("/v1/check", openapi_extra=takes({"text": text}) | gives("CheckReport"))
    def check(given: Body) -> Response:
        """The figures of a text with their verdicts."""
        return JsonText(report_object(assistant.check(read_check(given, settings).text)))


def _add_completions(api: FastAPI, assistant: Answering, settings: AssistantSettings) -> None:
    messages = {"type": "array", "items": {"type": "object"}, "minItems": 1}
    body = {"messages": messages, "model": {"const": MODEL}, "stream": {"type": "boolean"}}

    @api.post("/v1/chat/completions", openapi_extra=takes(body))
    def complete(given: Body) -> Response:
        """The Answer to the last message, as a chat completion or, with `stream`, as its events."""
        request, streamed = read_completion(given, settings), wants_stream(given)
        counted = wants_usage(given)
        answer = assistant.answer(request.question, request.history)
        if streamed:
            events = completion_events(answer, counted)
            return StreamingResponse(events, media_type="text/event-stream")
        return JsonText(completion_object(answer))

    @api.get("/v1/models")
    def models() -> Response:
        """The one model that `/v1/chat/completions` knows."""
        return JsonText(models_object())


def _add_records(api: FastAPI, assistant: Answering) -> None:
    @api.get("/v1/articles", openapi_extra=gives("Articles"))
    def articles() -> Response:
        """The held articles, the latest first, undated ones last."""
        return JsonText({"articles": [entry_object(one) for one in assistant.reports()]})

    @api.get("/v1/articles/{doc:path}", response_class=PlainTextResponse)
    def article(doc: str) -> Response:
        """Exactly the article's text, which the offsets of citations count in."""
        held = assistant.article(doc) if _is_name(doc) else None
        if held is None:
            return _not_held(doc)
        return Response(held.text.encode("utf-8"), media_type="text/plain; charset=utf-8")

    @api.get("/v1/audits/{doc:path}")
    def audited(doc: str) -> Response:
        """Each number of an article with what became of it in the metric table."""
        held = assistant.article(doc) if _is_name(doc) else None
        if held is None:
            return _not_held(doc)
        return JsonText(audit_object(held, audit(held)))

    @api.get("/v1/conflicts")
    def conflicts() -> Response:
        """What reports tell differently of one thing, value beside value."""
        return JsonText({"conflicts": list(assistant.conflicts())})

    @api.get("/v1/metrics", openapi_extra=gives("Metrics"))
    def metrics(
        request: Request,
        metric: str | None = None,
        place: str | None = None,
        doc: str | None = None,
        period: str | None = None,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
        cursor: str | None = None,
    ) -> Response:
        """A page of the metric table, oldest rows first; `next` is the next page's `cursor`."""
        filters = {"metric": metric, "place": place, "doc": doc, "period": period}
        require_names(request.query_params, (*filters, "limit", "cursor"))
        for name, value in {**filters, "cursor": cursor}.items():
            if value is not None and not _is_name(value):
                raise UsageError(
                    f"{name}: expected a name of at most {_LONGEST_NAME} characters,"
                    f" came {shown(value)}: correct it"
                )
        facts, following = assistant.metrics(**filters, limit=limit, cursor=cursor)
        return JsonText({"rows": [fact_fields(fact) for fact in facts], "next": following})

    @api.get("/healthz")
    def healthz() -> Response:
        """Whether the service answers."""
        return JsonText({"status": "ok"})


def _describe(api: FastAPI) -> None:
    """Puts what the routes give into the schema."""
    drawn = api.openapi

    def described() -> dict[str, Any]:
        schema = drawn()
        schema["components"] = {"schemas": components()}
        return schema

    api.openapi = described  # type: ignore[method-assign]


def _not_held(doc: str) -> Response:
    return problem(404, f"no article {shown(doc)} is held: /v1/articles names those that are")


class Unserved:
    """Answers what no route of the API takes: 405 where one takes other methods, else 404."""

    def __init__(self, api: FastAPI) -> None:
        self._served = [route for route in api.routes if isinstance(route, Route)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        methods = {
            method
            for route in self._served
            if route.matches(scope)[0] is Match.PARTIAL
            for method in route.methods or ()
        }
        name = f"{shown(scope['path'])}: see /v1/openapi.json"
        answer = problem(404, f"there is no {name}")
        if methods:
            allowed = ", ".join(sorted(methods))
            told = f"expected {allowed}, came {shown(scope['method'])} for {name}"
            answer = problem(405, told, {"Allow": allowed})
        await answer(scope, receive, send)


def _close_names(api: FastAPI) -> None:
    """Keeps the API's names from what is mounted beside it, whatever the method."""
    unserved = Unserved(api)
    for path in ("/healthz", "/v1/{rest:path}"):
        api.router.routes.append(Route(path, unserved, include_in_schema=False))


def _add_errors(api: FastAPI) -> None:
    @api.exception_handler(VssError)
    def refused(request: Request, error: VssError) -> Response:
        return problem(422 if isinstance(error, UsageError) else 503, " ".join(str(error).split()))

    @api.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        fault = error.errors()[0]
        name = ".".join(str(part) for part in fault["loc"][1:])
        return problem(422, f"{name}: {fault['msg']}, came {shown(str(fault['input']))}")

    api.add_exception_handler(HTTPException, refusal)

    @api.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        return problem(500, "the service failed on this request: please report it")


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and is_storable(text)
