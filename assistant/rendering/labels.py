"""The words around an answer, read from `data/labels.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from assistant.datafiles import datafile
from indexing.records import Language


@cache
def load_labels(language: Language) -> Mapping[str, str]:
    """The labels of `language` by key; the file is read once."""
    return MappingProxyType(datafile("labels")[language])
