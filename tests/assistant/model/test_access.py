"""The address and the key of a language model: which are none, and where the key may show."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.settings import load
from indexing.errors import SettingError
from tests.assistant.conftest import KEY, Worded
from tests.assistant.model.faults import QUESTION
from tests.assistant.model_server import echo, saying


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
