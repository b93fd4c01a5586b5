"""The data files of the assistant, `assistant/data/`: each is read once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indexing.reading.lexicon import table


def datafile(name: str) -> Mapping[str, Any]:
    """What the file `name` tells (without `.toml`), or all files of the folder `name`."""
    return table(name, "assistant")
