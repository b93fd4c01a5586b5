"""What the documents show is what there is: commands, options, settings, files."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_command

from evals.loading import load_task, task_names
from evals.settings import EvalSettings
from tests.conftest import ROOT
from tests.tree import FILES, FOLDERS, shown, tree

DOCUMENTS = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *(ROOT / name / "README.md" for name in ("docs_corpus", "evals", "evals/datasets", "prompts")),
]
INSTALLED = {"vss-index": "indexing", "vss-assistant": "assistant", "vss-evals": "evals"}
OF_TESTS = {"VSS_ORIGINALS"}
_COMMAND = re.compile(
    r"^[ \t]*(?:\$ )?(?:VSS_\w+=\S+ )*((?:make|[^\s`]*python -m (?:indexing|assistant|evals)|"
    r"vss-\w+)\b.*)$|`((?:make|python -m (?:indexing|assistant|evals)|vss-\w+)\b[^`]*)`",
    re.MULTILINE,
)


def commands() -> list[tuple[str, str]]:
    """Each command of the documents with the document's name."""
    found = {
        ((match[1] or match[2]).split("  #")[0].strip(), document.relative_to(ROOT).as_posix())
        for document in DOCUMENTS
        for match in _COMMAND.finditer(_shown(document.read_text(encoding="utf-8")))
    }
    return sorted(found)


def _shown(text: str) -> str:
    """Code blocks and inline code only: a sentence may begin with "make"."""
    blocks = re.findall(r"^```\w*\n(.*?)^```|(`[^`\n]+`)", text, re.DOTALL | re.MULTILINE)
    return "\n".join(block or inline for block, inline in blocks)


@pytest.mark.parametrize(("command", "document"), commands())
def test_a_shown_command_is_one_that_there_is(command: str, document: str) -> None:
    words = shlex.split(command.replace("...", "x").split(" > ")[0].split(" | ")[0])
    if words[0] == "make":
        _check_make(words[1:])
    elif words[0] in INSTALLED:
        _check_verb(INSTALLED[words[0]], words[1:])
    else:
        _check_verb(words[words.index("-m") + 1], words[words.index("-m") + 2 :])


def _check_make(words: list[str]) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for word in words:
        name, given, _ = word.partition("=")
        there = rf"\$\({name}\)|ifdef {name}|value {name}" if given else rf"^{name}:"
        assert re.search(there, makefile, re.MULTILINE), word


def _check_verb(package: str, words: list[str]) -> None:
    group = get_command(import_module(f"{package}.cli").build_app())
    verbs = getattr(group, "commands", {})
    if not words or words == ["--help"]:
        return
    shown_verbs = words[0].split("|")
    assert set(shown_verbs) <= set(verbs), f"{package} has no {words[0]}"
    if (package, words[0]) == ("evals", "run") and words[1:]:
        assert words[1] in task_names(), f"evals has no task {words[1]}"
    options = {o for verb in shown_verbs for given in verbs[verb].params for o in given.opts}
    given_options = {word.split("=")[0] for word in words[1:] if word.startswith("--")}
    assert given_options <= options | {"--help"}


SHOWN_ANSWERS = re.findall(
    r'```\n\$ make ask Q="(.+?)"\n(.+?)```', (ROOT / "README.md").read_text(), re.DOTALL
)


@pytest.mark.parametrize(("question", "answer"), SHOWN_ANSWERS, ids=lambda text: text[:40])
def test_a_shown_answer_is_the_one_that_is_given(index: Path, question: str, answer: str) -> None:
    ask = [sys.executable, "-m", "assistant", "ask", question, "--data", str(index)]
    given = subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert given.split() == answer.split()


MEASURED = re.findall(
    r"^\| ([^|]+) \| (-?[\d.]+) \| [\d.-]+ to [\d.-]+ \|",
    (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
"""Measures of the answers with the values that the document tells."""


def test_a_told_measure_of_the_answers_is_one_that_is_accepted() -> None:
    accepted, told = load_task("answers").accepted, dict(MEASURED)
    assert accepted.keys() <= told.keys()
    assert all(least <= float(told[name]) <= most for name, (least, most) in accepted.items())


def test_every_setting_is_documented_and_nothing_else() -> None:
    text = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    settings = {f"VSS_{name.upper()}" for name in EvalSettings.model_fields}
    assert set(re.findall(r"VSS_[A-Z_]+[A-Z]", text)) - OF_TESTS == settings


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", [FOLDERS, FILES], ids=lambda path: path.stem)
def test_the_tree_in_the_documents_is_the_tree_there_is(document: Path) -> None:
    assert shown(document) == tree(document), "run `python -m tests.tree` to write it anew"
