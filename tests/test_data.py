"""The data files: each list in them is read by some module, and none says a thing twice."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_architecture import modules

LOOKED_UP = {
    "currencies", "exchange_rates", "glossary", "lookalikes", "measures", "metric_words", "metrics",
    "number_words",
}  # fmt: skip
"""Files and folders whose keys are words, years or ids that a text is held against: no module names
them."""
WHOLE = {
    "agency", "counts", "cut_short", "institution_any", "institution_use", "kinds", "nth",
    "of_them", "parts", "per_case", "same", "take", "untied", "vague", "written_out", "years",
}  # fmt: skip
"""Tables of which all keys are read alike."""
_WORD = re.compile(r"[a-z]{2}")


@cache
def named() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """What the modules name: strings, attributes, fields; and strings with a gap, as patterns."""
    nodes = [node for path in modules().values() for node in ast.walk(ast.parse(path.read_text()))]
    gaps = (node for node in nodes if isinstance(node, ast.JoinedStr))
    return frozenset(n for node in nodes for n in _names(node)), tuple(
        re.compile("".join(re.escape(part) or ".+" for part in parts))
        for parts in map(_parts, gaps)
        if any(map(_WORD.search, parts))
    )


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def _parts(told: ast.JoinedStr) -> list[str]:
    """The printed parts of a string, and nothing for each gap."""
    return [str(part.value) if isinstance(part, ast.Constant) else "" for part in told.values]


@cache
def referred() -> frozenset[str]:
    """The lists that other lists name: "@order.lowest"."""
    return frozenset(n for path in files() for n in re.findall(r'"@([\w.]+)"', path.read_text()))


def is_named(*spellings: str) -> bool:
    names, patterns = named()
    return any(
        one in names | referred() or any(pattern.fullmatch(one) for pattern in patterns)
        for one in spellings
    )


def files() -> list[Path]:
    found = (ROOT / package / "data" for package in ("indexing", "assistant"))
    return [path for folder in found for path in sorted(folder.rglob("*.toml"))]


NAMED_IN_CODE = [path for path in files() if not {path.stem, path.parent.name} & LOOKED_UP]


@pytest.mark.parametrize("path", NAMED_IN_CODE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_list_of_a_data_file_is_read(path: Path) -> None:
    unread = []
    for theme, lists in tomllib.loads(path.read_text(encoding="utf-8")).items():
        keys = lists if isinstance(lists, dict) and theme not in WHOLE else ()
        unread += [f"{theme}.{key}" for key in keys if not is_named(key, f"{theme}.{key}")]
        if not keys and not is_named(theme):
            unread.append(theme)
    assert not unread


def test_a_list_that_no_module_names_is_seen() -> None:
    assert not is_named("no_such_list", "no_theme.no_such_list")
    assert is_named("computed_ratio")  # `f"computed_{operation}"`


def _lists(found: object) -> Iterator[list[str]]:
    if isinstance(found, dict):
        for inner in found.values():
            yield from _lists(inner)
    elif isinstance(found, list) and all(isinstance(one, str) for one in found):
        yield found


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_list_says_a_thing_twice(path: Path) -> None:
    lists = _lists(tomllib.loads(path.read_text(encoding="utf-8")))
    assert not [one for listed in lists for one in set(listed) if listed.count(one) > 1]
