"""The cases of extraction: TOML files of texts and the rows expected of them, a line a row.

A colleague can add a case without knowing the program.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from indexing.records import MetricFact
from indexing.rendering.jsontext import plain_number


def cases(name: str) -> list[Any]:
    """The cases of a file in this folder or below, `metric/metrics`, to be parametrized with."""
    told = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=title) for title, case in told.items()]


def row(text: str, fact: MetricFact, *fields: str) -> str:
    """A row as the cases write it: the figure as printed, then `fields`, "-" for what is open."""
    written = {"value": plain_number(fact.value)}
    values = [written.get(field) or getattr(fact, field) or "-" for field in fields]
    return " | ".join([" ".join(text[fact.start : fact.end].split()), *values])
