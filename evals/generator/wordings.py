"""The sentences that made-up reports are put together from: `datasets/synthetic/wordings.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

Kind = Literal["people", "percent", "money"]


class Record(BaseModel):
    """A part of the file: all its fields are known ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Statement(Record):
    """A sentence with places for figures."""

    kind: Kind
    held_out: bool
    text: str


class Occasion(Record):
    """What a report may be about: the year so far, or all of it."""

    months: int
    published: int
    """The month of publication; January is that of the year after."""
    moment: tuple[str, ...]
    span: tuple[str, ...]


class Wordings(Record):
    """All that reports are put together from."""

    statements: tuple[Statement, ...]
    distractors: tuple[str, ...]
    nouns: Mapping[str, tuple[str, str]]
    """For each metric the words that are open and those that are held out."""
    occasions: tuple[Occasion, ...]


@cache
def wordings() -> Wordings:
    """The wordings that ship with the project."""
    path = files("evals") / "datasets" / "synthetic" / "wordings.yaml"
    return Wordings(**yaml.safe_load(path.read_text(encoding="utf-8")))
