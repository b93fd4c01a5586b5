"""The door to tiktoken: lengths in tokens, counted without a network."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from indexing.errors import ModelError

if TYPE_CHECKING:
    from tiktoken import Encoding

_ENCODING = "cl100k_base"
_CACHE_VARIABLE = "TIKTOKEN_CACHE_DIR"


def count_tokens(text: str) -> int:
    """The length of `text` in cl100k_base tokens; words such as <|endoftext|> are plain text.

    Raises `ModelError` when the vocabulary that ships with llama-index-core is not installed.
    """
    return len(_encoding().encode(text, disallowed_special=()))


@cache
def _encoding() -> Encoding:
    import tiktoken

    given = os.environ.get(_CACHE_VARIABLE)
    # tiktoken fetches its vocabulary from the network unless a folder holds it already.
    os.environ[_CACHE_VARIABLE] = str(_vocabulary_folder())
    try:
        return tiktoken.get_encoding(_ENCODING)
    finally:
        if given is None:
            del os.environ[_CACHE_VARIABLE]
        else:
            os.environ[_CACHE_VARIABLE] = given


def _vocabulary_folder() -> Path:
    # Looked up, not imported: importing llama_index.core takes seconds.
    spec = find_spec("llama_index.core")
    folders = [
        Path(place) / "_static" / "tiktoken_cache"
        for place in (spec.submodule_search_locations or [] if spec else [])
    ]
    for folder in folders:
        if folder.is_dir():
            return folder
    raise ModelError(
        f"expected the {_ENCODING} vocabulary of llama-index-core; install that package"
    )
