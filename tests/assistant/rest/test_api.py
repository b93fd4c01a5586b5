"""The REST interface: the contract, the limits, and what hostile clients get."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.interface import Answering
from assistant.records import Answer
from assistant.rendering.objects import answer_object
from assistant.rest.api import build_api, problem
from assistant.rest.guards import SECURITY_HEADERS, BodyLimit, Message, Receive, Scope, Send
from assistant.settings import load
from indexing.errors import IndexLocked
from tests.assistant.fakes import ANSWERED, ARTICLE, FakeAssistant

ROW = "doc place metric group subject aspect value unit bound period vs start end quote flags"


def client_of(assistant: Answering) -> TestClient:
    return TestClient(build_api(assistant, load()), raise_server_exceptions=False)


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def client(assistant: FakeAssistant) -> Iterator[TestClient]:
    with client_of(assistant) as made:
        yield made


def test_ask_gives_the_answer_of_the_contract(client: TestClient) -> None:
    response = client.post("/v1/ask", json={"question": "coverage"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    expected = json.loads(json.dumps(answer_object(ANSWERED), default=int))
    assert response.json() == expected | {"question": "coverage"}


def test_ask_passes_the_history_on(client: TestClient, assistant: FakeAssistant) -> None:
    client.post("/v1/ask", json={"question": "coverage", "history": ["first", "second"]})
    assert assistant.asked == [("coverage", ("first", "second"))]


def test_values_are_plain_numbers(client: TestClient) -> None:
    assert b"3990000000000" in client.post("/v1/ask", json={"question": "premiums"}).content


def test_no_answer_is_no_error(client: TestClient) -> None:
    response = client.post("/v1/ask", json={"question": "future", "history": None})
    assert (response.status_code, response.json()["status"]) == (200, "not_found")


def test_check_gives_verdicts_with_offsets_in_the_text(client: TestClient) -> None:
    text = "Coverage was 95 per cent."
    found = client.post("/v1/check", json={"text": text}).json()["figures"][0]
    assert text[found["start"] : found["end"]] == found["text"] == "95 per cent"
    assert (found["verdict"], found["reported"]["value"]) == ("contradicted", 93)


def test_an_article_is_exactly_its_text(client: TestClient) -> None:
    response = client.get(f"/v1/articles/{ARTICLE.doc}")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.content == ARTICLE.text.encode("utf-8")


def test_an_audit_tells_what_became_of_each_number(client: TestClient) -> None:
    told = client.get(f"/v1/audits/{ARTICLE.doc}").json()
    assert told["doc"] == ARTICLE.doc
    assert {entry["text"] for entry in told["entries"] if entry["verdict"] == "row"}
    assert all(ARTICLE.text[e["start"] : e["end"]] == e["text"] for e in told["entries"])


def test_an_audit_of_what_is_not_held_is_refused(client: TestClient) -> None:
    response = client.get("/v1/audits/no-such-report")
    assert response.status_code == 404
    assert "no-such-report" in response.json()["detail"]


def test_conflicts_come_as_one_object(client: TestClient) -> None:
    assert client.get("/v1/conflicts").json()["conflicts"][0]["metric"] == "hi_coverage"


def test_metrics_are_paged_until_next_is_null(client: TestClient) -> None:
    rows: list[dict[str, object]] = []
    cursor: str | None = "0"
    while cursor is not None:
        page = client.get("/v1/metrics", params={"limit": 2, "cursor": cursor}).json()
        rows += page["rows"]
        cursor = page["next"]
    assert [row["place"] for row in rows] == ["Long Chau", "Ha Giang", "Viet Nam"]
    assert rows[0]["value"] == 3_990_000_000_000
    assert list(rows[0]) == ROW.split()


def test_metrics_are_filtered(client: TestClient) -> None:
    page = client.get("/v1/metrics", params={"place": "Ha Giang"}).json()
    assert [row["place"] for row in page["rows"]] == ["Ha Giang"]
    assert page["next"] is None


def test_health_tells_that_the_service_answers(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_the_schema_names_each_route_and_loads_nothing(client: TestClient) -> None:
    schema = client.get("/v1/openapi.json").json()
    assert {"/v1/ask", "/v1/check", "/v1/metrics", "/healthz"} < set(schema["paths"])
    assert client.get("/docs").status_code == client.get("/redoc").status_code == 404


def _resolved(schema: dict[str, Any], path: str, method: str) -> dict[str, Any]:
    """The object that a route gives, by the schema."""
    told = schema["paths"][path][method]["responses"]["200"]["content"]["application/json"]
    found = schema["components"]["schemas"][told["schema"]["$ref"].rpartition("/")[2]]
    return dict(found)


def test_the_schema_tells_what_the_routes_give(client: TestClient) -> None:
    schema = client.get("/v1/openapi.json").json()
    text = {"text": "Coverage was 95 per cent."}
    given = {
        ("/v1/ask", "post"): client.post("/v1/ask", json=QUESTION).json(),
        ("/v1/check", "post"): client.post("/v1/check", json=text).json(),
        ("/v1/articles", "get"): client.get("/v1/articles").json(),
        ("/v1/metrics", "get"): client.get("/v1/metrics").json(),
    }
    for (path, method), body in given.items():
        told = _resolved(schema, path, method)
        assert sorted(told["properties"]) == sorted(told["required"]) == sorted(body)
    objects = schema["components"]["schemas"]
    figure = given["/v1/check", "post"]["figures"][0]
    assert sorted(objects["Figure"]["properties"]) == sorted(figure), "one that is contradicted"
    assert set(objects["Figure"]["properties"]) - set(objects["Figure"]["required"]) == {"reported"}
    assert objects["Figure"]["properties"]["value"] == {"title": "Value", "type": "number"}
    assert list(objects["MetricFact"]["properties"]) == ROW.split()
    assert list(objects["ReportEntry"]["properties"]) == list(
        given["/v1/articles", "get"]["articles"][0]
    )


def test_the_schema_names_the_problem_that_every_route_may_give(client: TestClient) -> None:
    paths = client.get("/v1/openapi.json").json()["paths"]
    for routes in paths.values():
        for route in routes.values():
            assert set(route["responses"]) == {"200", "default"}


def test_the_held_articles_are_listed(client: TestClient) -> None:
    listed = client.get("/v1/articles").json()["articles"]
    assert listed == [{"doc": ARTICLE.doc, "title": ARTICLE.title, "published": "2024-03-07"}]


QUESTION = {"question": "coverage"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(b"", "expected one JSON object", id="nothing"),
        pytest.param(b"{", "expected one JSON object", id="cut JSON"),
        pytest.param(b"\xff\xfe\x00", "expected one JSON object", id="no text"),
        pytest.param(b"[]", "came a list", id="a list"),
        pytest.param(b'"coverage"', "came a text", id="a text"),
        pytest.param(b"null", "came null", id="null"),
        pytest.param(b"{}", "came nothing", id="no question"),
        pytest.param(b'{"question": null}', "came null", id="a null question"),
        pytest.param(b'{"question": ""}', "came an empty one", id="an empty question"),
        pytest.param(b'{"question": " \\n\\t\\u00a0"}', "came an empty one", id="a blank question"),
        pytest.param(b'{"question": 9223372036854775808}', "came a number", id="2^63"),
        pytest.param(b'{"question": NaN}', "NaN is no JSON number", id="NaN"),
        pytest.param(b'{"question": 1e400}', "came a number", id="1e400"),
        pytest.param(b'{"question": ' + b"9" * 5000 + b"}", "expected one JSON", id="5000 digits"),
        pytest.param(b'{"question": true}', "came true or false", id="a truth value"),
        pytest.param(b'{"question": {"a": 1}}', "came an object", id="an object"),
        pytest.param(b'{"question": "\\ud800"}', "U+D800", id="a lone surrogate"),
        pytest.param(b'{"question": "a\\u0000b"}', "U+0000 at character 1", id="NUL"),
        pytest.param(b"[" * 100_000, "expected one JSON object", id="nested 100,000 deep"),
        pytest.param(b'{"question": ' + b"[" * 5000 + b"]" * 5000 + b"}", "", id="deep question"),
        pytest.param(
            b'{"question": "' + b"x" * 1_000_000 + b'"}', "at most 2000 characters", id="1 MB"
        ),
        pytest.param(b'{"question": "q", "history": "q"}', "expected a list", id="history a text"),
        pytest.param(b'{"question": "q", "history": [1]}', '"history[0]"', id="a number in it"),
        pytest.param(b'{"question": "q", "history": [""]}', '"history[0]"', id="a blank in it"),
        pytest.param(
            json.dumps({**QUESTION, "history": ["q"] * 21}).encode(), "at most 20", id="21 in it"
        ),
        pytest.param(b'{"question": "q", "history": ["\\udfff"]}', "U+DFFF", id="surrogate in it"),
        pytest.param(b'{"question": "q", "histroy": []}', "of question, history", id="misspelt"),
        pytest.param(b'{"Question": "q"}', '"Question": expected one of', id="another case"),
    ],
)
def test_a_body_that_cannot_be_used_gets_one_clear_line(
    client: TestClient, body: bytes, told: str
) -> None:
    response = client.post("/v1/ask", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    detail = response.json()["detail"]
    assert told in detail
    assert "\n" not in detail
    assert len(detail) < 300


def test_names_of_the_senders_own_are_let_be(client: TestClient) -> None:
    body = {**QUESTION, "id": "7", "user": "someone"}
    assert client.post("/v1/ask", json=body).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "no-such-article",
        "../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%5c..%5cwindows",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "C:%5cx",
        "long-chau-2024.txt",
        "long-chau-2024%00",
        "long-chau-2024/",
        "long-chau-2024%0a",
        "%ed%a0%80",
        "%ff%fe",
        "",
        "x" * 5000,
        "' OR 1=1 --",
        "<script>",
    ],
)
def test_only_names_that_are_held_give_an_article(client: TestClient, name: str) -> None:
    response = client.get(f"/v1/articles/{name}")
    assert response.status_code in {404, 405}
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=1001",
        "limit=9223372036854775808",
        "limit=NaN",
        "limit=1e3",
        "limit=",
        "cursor=nowhere",
        "cursor=%00",
        "cursor=" + "9" * 400,
        "place=%00",
        "metric=",
        "doc=" + "x" * 301,
        "metrics=hi_coverage",
        "place=Ha%20Giang&year=2023",
    ],
)
def test_a_page_that_cannot_be_given_is_refused(client: TestClient, query: str) -> None:
    response = client.get(f"/v1/metrics?{query}")
    assert response.status_code == 422
    assert "\n" not in response.json()["detail"]


@pytest.mark.parametrize("path", ["/v1", "/v1/", "/v1/nothing", "/v1/%00", "/upload", "/"])
def test_there_is_nothing_where_nothing_is_said_to_be(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path, content=b"{}").status_code in {404, 405}


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/ask", "POST"),
        ("DELETE", "/v1/ask", "POST"),
        ("PUT", "/v1/check", "POST"),
        ("POST", "/v1/metrics", "GET"),
        ("POST", "/v1/articles/none", "GET"),
        ("POST", "/healthz", "GET"),
        ("SING", "/v1/ask", "POST"),
    ],
)
def test_another_method_than_a_route_takes_is_told_with_those_it_takes(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.headers["allow"]) == (405, allowed)
    assert response.headers["content-type"] == "application/problem+json"
    assert f"expected {allowed}, came" in response.json()["detail"]


def test_a_body_announced_over_the_limit_is_refused(client: TestClient) -> None:
    most = load().body_max_bytes
    refused = client.post("/v1/ask", content=b" " * (most + 1))
    assert refused.status_code == 413
    assert str(most) in refused.json()["detail"]


def test_a_body_without_end_is_refused_at_the_limit() -> None:
    received = 0
    statuses: list[int] = []

    async def receive() -> Message:
        nonlocal received
        received += 65_536
        return {"type": "http.request", "body": b" " * 65_536, "more_body": True}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("the body was passed on")

    guarded = BodyLimit(app, 1_000_000, problem)
    asyncio.run(guarded({"type": "http", "headers": []}, receive, send))
    assert statuses == [413]
    assert received <= 1_000_000 + 65_536


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/healthz"),
        ("POST", "/v1/ask"),
        ("GET", "/v1/articles/none"),
        ("GET", "/v1/openapi.json"),
        ("POST", "/gradio_api/upload"),
        ("DELETE", "/v1/metrics"),
    ],
)
def test_every_response_carries_the_security_headers(
    client: TestClient, method: str, path: str
) -> None:
    headers = client.request(method, path).headers
    for name, value in SECURITY_HEADERS:
        assert headers.get_list(name.decode()) == [value.decode()]


class Failing(FakeAssistant):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        pytest.param(IndexLocked("the index is being\nwritten"), 503, "being written", id="work"),
        pytest.param(KeyError("secret"), 500, "please report", id="a fault of ours"),
    ],
)
def test_a_failure_is_one_line_that_gives_nothing_away(
    error: Exception, status: int, told: str
) -> None:
    with client_of(Failing(error)) as client:
        response = client.post("/v1/ask", json=QUESTION)
    assert response.status_code == status
    assert told in response.json()["detail"]
    assert "secret" not in response.text
