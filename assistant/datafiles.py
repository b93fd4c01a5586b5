"""The data files of the assistant, `assistant/data/*.toml`: each is read once and never changed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def datafile(name: str) -> Mapping[str, Any]:
    """What the file `name` tells (without `.toml`)."""
    path = files("assistant") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def datafolder(name: str) -> Mapping[str, Any]:
    """What the files of a folder tell together."""
    told: dict[str, Any] = {}
    for path in sorted((files("assistant") / "data" / name).iterdir(), key=lambda one: one.name):
        told |= tomllib.loads(path.read_text(encoding="utf-8"))
    return told
