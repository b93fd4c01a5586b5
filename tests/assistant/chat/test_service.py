"""The chat page beside the REST interface: one service, of which the page opens no other door."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.chat import mount_chat
from assistant.chat.asking import Conversation, answer_turn
from assistant.cli import run
from assistant.rendering.objects import answer_object
from assistant.rendering.pieces import printable
from assistant.rest.api import build_api
from assistant.rest.guards import SECURITY_HEADERS
from assistant.settings import load
from tests.assistant.chat.reader import Reader
from tests.assistant.fakes import ANSWERS, FakeAssistant


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    assistant = FakeAssistant()
    api = mount_chat(build_api(assistant, load()), assistant, load())
    with TestClient(api, raise_server_exceptions=False) as made:
        yield made


@pytest.mark.parametrize("question", ANSWERS)
def test_the_same_answer_at_every_door(
    question: str, client: TestClient, capfd: pytest.CaptureFixture[str]
) -> None:
    assistant = FakeAssistant()
    run(["ask", question, "--json"], lambda settings: assistant)
    line = json.loads(capfd.readouterr().out)
    rest = client.post("/v1/ask", json={"question": question}).json()
    for own in ("id", "elapsed_ms"):
        del line[own], rest[own]
    assert line == rest
    page = Reader(answer_turn(assistant, load(), question, Conversation()).held.newest)
    assert printable(rest["answer"]) in page.text
    assert answer_object(assistant.answer(question))["answer"] == rest["answer"]


@pytest.mark.parametrize(
    "path", ["/", "/config", "/theme.css", "/gradio_api/info", "/v1/metrics", "/healthz"]
)
def test_every_route_of_the_service_carries_the_security_headers(
    client: TestClient, path: str
) -> None:
    headers = client.get(path).headers
    for name, value in SECURITY_HEADERS:
        assert headers.get_list(name.decode()) == [value.decode()]


@pytest.mark.parametrize(
    "path", ["/v1", "/v1/", "/v1/nothing", "/docs", "/redoc", "/openapi.json", "/monitoring"]
)
def test_the_page_stands_nowhere_but_at_its_root(client: TestClient, path: str) -> None:
    assert 400 <= client.get(path).status_code < 500


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/nothing", 404),
        ("POST", "/v1/nothing", 404),
        ("GET", "/assets/nothing", 404),
        ("GET", "/v1/ask", 405),
        ("POST", "/", 405),
        ("POST", "/healthz", 405),
    ],
)
def test_what_the_service_does_not_take_is_told_as_a_problem_beside_the_page_too(
    client: TestClient, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)
    assert response.status_code == response.json()["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert ("allow" in response.headers) == (status == 405)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=http://127.0.0.1:1/",
        "/gradio_api/run/predict",
        "/gradio_api/call/answer_turn",
        "/gradio_api/component_server",
        "/gradio_api/info",
        "/gradio_api/runs",
        "/gradio_api/vibe-edit",
        "/monitoring",
        "/login",
    ],
)
def test_routes_that_the_page_does_not_need_are_closed(
    client: TestClient, method: str, path: str
) -> None:
    assert client.request(method, path, content=b"{}").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="cut JSON"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"data": [NaN], "fn_index": 0}', id="NaN"),
        pytest.param(b'{"data": ["\\ud800"], "fn_index": 0, "session_hash": "a"}', id="surrogate"),
        pytest.param(b'{"data": [1], "fn_index": 99999, "session_hash": "a"}', id="no such event"),
        pytest.param(b'{"data": [1], "fn_index": -1, "session_hash": "a"}', id="negative event"),
        pytest.param(b'{"data": [1], "fn_index": "x"}', id="a text for an event"),
        pytest.param(b'{"data": 1, "fn_index": 0}', id="data no list"),
        pytest.param(b"[" * 50_000, id="nested deep"),
    ],
)
def test_a_malformed_event_of_the_page_is_refused(client: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    assert client.post("/gradio_api/queue/join", content=body, headers=headers).status_code == 422


def test_the_page_names_no_other_origin(client: TestClient) -> None:
    page = client.get("/").text
    sources = re.findall(r'(?:src|href)="(https?:)?//([^"/]+)', page)
    assert {host for _, host in sources} <= {"testserver"}
