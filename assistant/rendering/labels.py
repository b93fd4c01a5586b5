"""The words around an answer, read from `data/labels.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from indexing.records import Language


@cache
def load_labels(language: Language) -> Mapping[str, str]:
    """The labels of `language` by key; the file is read once."""
    source = files("assistant") / "data" / "labels.toml"
    return MappingProxyType(tomllib.loads(source.read_text(encoding="utf-8"))[language])
