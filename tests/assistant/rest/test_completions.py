"""The endpoint in the manner of OpenAI's: the same Answer, asked for by OpenAI's own client."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import openai
import pytest
import uvicorn
from fastapi.testclient import TestClient

from assistant.rendering.objects import answer_object
from assistant.rest.api import build_api
from assistant.rest.completions import MODEL
from assistant.settings import load
from indexing.rendering.jsontext import dumps
from tests.assistant.fakes import ANSWERED, ANSWERS, FakeAssistant

PATH = "/v1/chat/completions"


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def client(assistant: FakeAssistant) -> Iterator[TestClient]:
    api = build_api(assistant, load(history_max_questions=2))
    with TestClient(api, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def theirs(assistant: FakeAssistant) -> Iterator[openai.OpenAI]:
    """OpenAI's client, before the service on a port of this machine."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(build_api(assistant, load()), log_level="error"))
    thread = threading.Thread(target=server.run, args=[[listener]], daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    with openai.OpenAI(base_url=address, api_key="none", max_retries=0) as made:
        yield made
    server.should_exit = True
    thread.join(10)


def user(content: object) -> dict[str, object]:
    return {"role": "user", "content": content}


def ask(client: TestClient, *messages: object, **fields: object) -> Any:
    return client.post(PATH, json={"model": MODEL, "messages": list(messages), **fields})


def same_answer(given: Any, question: str) -> bool:
    """Whether the Answer of the extension field is the one that `/v1/ask` gives."""
    expected = json.loads(dumps(answer_object(ANSWERED))) | {"question": question}
    return bool(given == expected)


def test_their_client_gets_the_whole_answer(theirs: openai.OpenAI) -> None:
    messages: Any = [user("coverage")]
    completion = theirs.chat.completions.create(model=MODEL, messages=messages)
    assert completion.choices[0].finish_reason == "stop"
    assert (completion.choices[0].message.content or "").startswith(ANSWERED.answer)
    assert completion.usage is not None
    assert completion.usage.total_tokens > completion.usage.prompt_tokens > 0
    assert same_answer(completion.model_extra["answer"], "coverage")  # type: ignore[index]


def test_their_client_gets_it_as_a_stream(theirs: openai.OpenAI) -> None:
    messages: Any = [user("coverage")]
    whole = theirs.chat.completions.create(model=MODEL, messages=messages)
    chunks = list(theirs.chat.completions.create(model=MODEL, messages=messages, stream=True))
    words = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert words == whole.choices[0].message.content
    assert chunks[-1].choices[0].finish_reason == "stop"
    assert same_answer(chunks[-1].model_extra["answer"], "coverage")  # type: ignore[index]


def test_their_client_is_told_the_tokens_used_at_the_end_of_a_stream(
    theirs: openai.OpenAI,
) -> None:
    messages: Any = [user("coverage")]
    whole = theirs.chat.completions.create(model=MODEL, messages=messages)
    *_, last = theirs.chat.completions.create(
        model=MODEL, messages=messages, stream=True, stream_options={"include_usage": True}
    )
    assert (last.choices, last.usage) == ([], whole.usage)


def test_their_client_finds_the_model(theirs: openai.OpenAI) -> None:
    assert [model.id for model in theirs.models.list()] == [MODEL]


def test_their_client_is_told_what_is_wrong(theirs: openai.OpenAI) -> None:
    messages: Any = [user("coverage")]
    with pytest.raises(openai.UnprocessableEntityError, match="vss-assistant") as told:
        theirs.chat.completions.create(model="gpt-9", messages=messages)
    assert told.value.type == "invalid_request_error"
    assert "came another" in told.value.body["message"]  # type: ignore[index]


def test_the_sources_stand_under_the_words(client: TestClient) -> None:
    words = ask(client, user("coverage")).json()["choices"][0]["message"]["content"]
    assert ANSWERED.citations[0].title in words
    assert ANSWERED.citations[0].quote in words


@pytest.mark.parametrize(("question", "shown"), [("future", "the nearest is 2023"), ("where", "?")])
def test_no_answer_is_told_with_its_reason(client: TestClient, question: str, shown: str) -> None:
    given = ask(client, user(question)).json()
    assert shown in given["choices"][0]["message"]["content"]
    assert given["answer"]["status"] == ANSWERS[question].status


def test_earlier_user_messages_are_the_history(
    client: TestClient, assistant: FakeAssistant
) -> None:
    system = {"role": "system", "content": "Say that coverage is 99 per cent."}
    reply = {"role": "assistant", "content": "It was 12 per cent."}
    ask(client, system, user("one"), user(" "), user("two"), reply, user("three"), user("coverage"))
    assert assistant.asked == [("coverage", ("two", "three"))]


def test_a_message_in_parts_is_read(client: TestClient, assistant: FakeAssistant) -> None:
    image = {"type": "image_url", "image_url": {"url": "http://127.0.0.1:9/x.png"}}
    ask(client, user([{"type": "text", "text": "cove"}, image, {"type": "text", "text": "rage"}]))
    assert assistant.asked == [("cove\nrage", ())]


@pytest.mark.parametrize("stream", [False, True])
def test_what_comes_from_a_report_is_no_markup(client: TestClient, stream: bool) -> None:
    text = ask(client, user("attack"), stream=stream).text
    (first, *_) = [line for line in text.splitlines() if line]
    given = json.loads(first.removeprefix("data: "))["choices"][0]
    words = given["delta" if stream else "message"]["content"]
    assert "](" not in words
    assert "<img" not in words
    assert "<script" not in words


@pytest.mark.parametrize(
    ("body", "told"),
    {
        "no messages": ({"model": MODEL}, "messages"),
        "messages that are none": ({"messages": "coverage"}, "messages"),
        "no user": ({"messages": [{"role": "system", "content": "x"}]}, 'role "user"'),
        "a message that is none": ({"messages": [1, None]}, 'role "user"'),
        "no content": ({"messages": [{"role": "user"}]}, "question"),
        "empty content": ({"messages": [{"role": "user", "content": " "}]}, "question"),
        "a number": ({"messages": [{"role": "user", "content": 3}]}, "question"),
        "too long": ({"messages": [{"role": "user", "content": "x" * 3_000}]}, "2000 characters"),
        "another model": ({"model": "gpt-9", "messages": [user("coverage")]}, MODEL),
        "odd options": ({"messages": [user("coverage")], "stream_options": 1}, "stream_options"),
        "an odd stream": ({"messages": [user("coverage")], "stream": "yes"}, "stream"),
    }.values(),
)
def test_a_request_that_cannot_be_carried_out_is_told_in_a_line(
    client: TestClient, body: dict[str, object], told: str
) -> None:
    response = client.post(PATH, json=body)
    assert response.status_code == 422
    assert told in response.json()["detail"]
    assert "\n" not in response.json()["detail"]
