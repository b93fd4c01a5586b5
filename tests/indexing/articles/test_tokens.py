"""Lengths in tokens, without a network."""

from __future__ import annotations

import subprocess
import sys

import pytest

from indexing.articles.tokens import count_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("hello world", 2), ("<|endoftext|>", 7), ("970,443 people", 4)],
)
def test_tokens_are_counted(text: str, tokens: int) -> None:
    assert count_tokens(text) == tokens


def test_counting_loads_no_framework() -> None:
    code = (
        "import os, sys; from indexing.articles.tokens import count_tokens; count_tokens('a');"
        "assert 'llama_index.core' not in sys.modules and 'TIKTOKEN_CACHE_DIR' not in os.environ"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
