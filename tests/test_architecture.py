"""How the house is built: the way imports run, one door for each outside library, small modules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = ("indexing", "assistant", "evals")  # each may import those before it
DOORS = {
    "bm25s": ("indexing/search/keywords.py",),
    "chromadb": ("indexing/search/chroma.py",),
    "fastapi": ("assistant/rest/api.py", "assistant/chat/"),  # the page is mounted on the interface
    "gradio": ("assistant/chat/",),
    # The keyword index, the fusion of both retrievals, and the engine that others plug in.
    "httpx": ("indexing/search/chroma.py", "assistant/model/client.py"),
    "llama_index": (
        "indexing/search/keywords.py",
        "indexing/ingestion.py",
        "assistant/evidence/passages/retrieval.py",
        "assistant/query_engine.py",
        "assistant/model/client.py",
    ),
    "openai": ("assistant/model/client.py",),
    "pysbd": ("indexing/articles/sentences.py",),
    "sentence_transformers": ("indexing/search/embedding.py",),
    "sqlalchemy": ("indexing/database/",),
    "tiktoken": ("indexing/articles/tokens.py",),
    "torch": ("indexing/search/embedding.py",),
    "uvicorn": ("assistant/commands/serve.py",),
}
# The pipeline that ours is measured beside is another system: it brings its own libraries.
FOREIGN = "evals/baselines/"
MOST_LINES = 300


@cache
def modules() -> dict[str, Path]:
    """The project's modules by dotted name."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(path: Path, *, eager: bool = False) -> frozenset[str]:
    """Dotted names that a module imports; `eager` leaves out what is imported in a function or for
    types only.  `from a import b` gives both `a` and `a.b`."""
    return frozenset(_names(ast.parse(path.read_text(encoding="utf-8")), eager))


def _names(node: ast.AST, eager: bool) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module:
            yield child.module
            yield from (f"{child.module}.{alias.name}" for alias in child.names)
        elif not (eager and _is_late(child)):
            yield from _names(child, eager)


def _is_late(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test).endswith("TYPE_CHECKING")
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def relative(path: Path) -> str:
    """The path as the tests above name it."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_run_from_evals_over_assistant_to_indexing(package: str) -> None:
    later = PACKAGES[PACKAGES.index(package) + 1 :]
    against = {
        f"{relative(path)} imports {name}"
        for module, path in modules().items()
        if module.split(".")[0] == package
        for name in imports(path)
        if name.split(".")[0] in later
    }
    assert not against


@pytest.mark.parametrize("library", DOORS)
def test_an_outside_library_has_one_door(library: str) -> None:
    users = {
        relative(path)
        for path in modules().values()
        if any(name.split(".")[0] == library for name in imports(path))
    }
    users = {user for user in users if not user.startswith(FOREIGN)}
    assert {user for user in users if not user.startswith(DOORS[library])} == set()
    unused = [door for door in DOORS[library] if not any(user.startswith(door) for user in users)]
    assert not unused


def test_no_module_imports_itself_in_a_circle() -> None:
    known = modules()
    edges = {name: _needed(imports(path, eager=True)) - {name} for name, path in known.items()}
    while ends := [name for name, targets in edges.items() if not targets & edges.keys()]:
        for name in ends:
            del edges[name]
    assert not edges, f"circles among {sorted(edges)}"


def _needed(names: frozenset[str]) -> set[str]:
    """The modules among `names`; a package only where something of its own is taken from it."""
    found = names & modules().keys()
    inner = {name.rpartition(".")[0] for name in found}
    return {
        name
        for name in found
        if name not in inner
        or any(other.rpartition(".")[0] == name and other not in found for other in names)
    }


def test_no_module_is_longer_than_one_sitting() -> None:
    lengths = {relative(path): len(path.read_text().splitlines()) for path in modules().values()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_importing_loads_no_heavy_library_and_leaves_nothing_behind(tmp_path: Path) -> None:
    heavy = ("torch", "llama_index", "gradio", "chromadb", "sqlalchemy", "fastapi", "pandas")
    program = f"import sys, assistant, indexing; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "VSS_PASSAGE_TOKENS": "not a number", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
    assert list(tmp_path.iterdir()) == []


def test_no_tracked_file_names_a_path_of_one_machine() -> None:
    place = re.compile(r"(?<![\w.])/(?:work|farm|home|root)/|\.lib" + "rary/|file:" + "//")
    found = {
        name
        for name, text in tracked_texts()
        if not name.startswith("tests/") and place.search(text)
    }
    assert not found


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Name and text of each file under version control that is text."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a checkout")
    for name in listed.stdout.splitlines():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
