"""What the assistant's tests share: assistants that a scripted language model words answers for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.settings import load
from tests.assistant.model_server import ModelServer, Script

KEY = "sk-canary-5f0d2c"
SECONDS = 1.5
"""The deadline that tests give the model."""

Worded = Callable[[Script], tuple[Assistant, ModelServer]]


@pytest.fixture
def worded(index: Path) -> Iterator[Worded]:
    """Opens the assistant over the shipped reports beside a server that follows a script."""
    with ExitStack() as stack:

        def opened(script: Script) -> tuple[Assistant, ModelServer]:
            server = stack.enter_context(ModelServer(script).running())
            return stack.enter_context(closing(with_model(index, server.url))), server

        yield opened


def with_model(index: Path, url: str, seconds: float = SECONDS) -> Assistant:
    """The assistant over `index` with the model at `url`, its libraries loaded."""
    settings = load(
        data_dir=index,
        llm_base_url=url,
        llm_model="scripted",
        llm_api_key=KEY,
        llm_seconds=seconds,
    )
    assistant = Assistant.open(settings)
    assert assistant._writer is not None
    assistant._writer.prepare()
    return assistant
