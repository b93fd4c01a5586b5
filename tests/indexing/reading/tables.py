"""The case tables of the folders beside this file, and texts made of scraps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st


def cases(name: str) -> list[Any]:
    """The cases of `name`.yaml: group, text, expected; each named by its group and behaviour."""
    groups = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
    return [
        pytest.param(group, text, expected, id=f"{group}: {behaviour}")
        for group, entries in groups.items()
        for behaviour, text, expected in entries
    ]


def dispatches(name: str) -> list[Any]:
    """The cases of `name`.yaml, whose groups are days of publication: day, text, expected."""
    groups = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
    return [
        pytest.param(date.fromisoformat(day), text, expected, id=f"{day}: {text}")
        for day, entries in groups.items()
        for text, expected in entries
    ]


def fragments(words: str) -> st.SearchStrategy[str]:
    """Texts of up to 14 of `words` in any order; `_` in a word stands for a space."""
    scraps = [word.replace("_", " ") for word in words.split()]
    return st.lists(st.sampled_from([*scraps, "\n", "\u00a0"]), max_size=14).map(" ".join)
