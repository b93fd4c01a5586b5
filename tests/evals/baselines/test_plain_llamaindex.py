"""The plain pipeline hands its texts on, and its language model's words where one is set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from llama_index.core import VectorStoreIndex
from llama_index.core.llms import LLM

from evals.baselines.plain_llamaindex import build, citation_engine, default_engine, language_model
from evals.baselines.reply import Replies
from evals.settings import load
from tests.assistant.model_server import ModelServer, Request, head

REPORT = "At the end of 2023 over 93 per cent of Binh Phuoc's population had health insurance."
SAID = "Over 93 per cent [1]."


def whole_reply(_: Request) -> Iterator[bytes]:
    """A model's reply in one piece, as the protocol gives it where no stream is asked for."""
    message = {"role": "assistant", "content": SAID}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
    reply = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": choices}
    yield head(kind="application/json")
    yield json.dumps(reply).encode()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> VectorStoreIndex:
    """An index of one report."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "one.md").write_text(REPORT, encoding="utf-8")
    return build(folder, tmp_path_factory.mktemp("store"))


ENGINES = {"the default": default_engine, "with citations": citation_engine}


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_without_a_language_model_there_are_texts_and_no_words(
    engine: Callable[[VectorStoreIndex, LLM | None], Replies], index: VectorStoreIndex
) -> None:
    reply = engine(index, language_model(load()))("HI coverage in 2023?")
    assert reply.words is None
    assert REPORT in reply.evidence[0]


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_the_words_are_those_of_the_model_that_the_settings_name(
    engine: Callable[[VectorStoreIndex, LLM | None], Replies], index: VectorStoreIndex
) -> None:
    with ModelServer(whole_reply).running() as server:
        model = language_model(load(llm_base_url=server.url, llm_model="m"))
        assert engine(index, model)("HI coverage in 2023?").words == SAID
