"""The tree of the project's folders and files with the first sentence of each docstring.

A folder of data that has a README is told by its heading alone.

`docs/architecture.md` shows the folders, `docs/files.md` each file; after a change of modules,
`python -m tests.tree` writes both.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS, FILES = ROOT / "docs" / "architecture.md", ROOT / "docs" / "files.md"
PACKAGES = ("indexing", "assistant", "evals")
_BEGIN, _END = "<!-- tree -->\n```\n", "```\n<!-- end of tree -->"
_UNTOLD = ("__init__.py", "__main__.py", "__pycache__")
_COLUMN = 30
_WITHOUT_COMMENTS = {
    "districts.csv": "Districts, towns and cities of provinces, as they stood until 30 June 2025.",
    "elsewhere.csv": "Regions of several provinces, and places beyond Viet Nam.",
    "populations.csv": "Thousands of people in each province, by the census of 1 April 2019.",
    "provinces.csv": "The country and its provinces: spellings, first and last day, successor.",
    "regions.csv": "The provinces of each region, before and after 1 July 2025.",
}
_DATA = {
    "data": "Words and facts as files, each read by the modules that it is for.",
    "cues": "Words that tell something wherever they stand in a clause: a plan, an aim, a time.",
    "metric_words": "Words for schemes (which insurance) and measures (what of it is counted).",
    "wording": "Words that tell something only at one place beside a figure.",
    "questions": "Words of questions, in lists by what they tell.",
    "asking": "Those that tell how a question asks.",
    "subjects": "Those that tell what it is about.",
    "tasks": "What is measured, a file each: over what, by which judge, and since which version.",
}
"""Folders of data, which have no docstring."""


def tree(document: Path) -> str:
    """The folders of the packages, or every file in them: one line each, two spaces a level."""
    lines = (line for package in PACKAGES for line in _folder(ROOT / package, 0, document == FILES))
    return "".join(line + "\n" for line in lines)


def shown(document: Path) -> str:
    """The tree that a document shows."""
    return document.read_text(encoding="utf-8").split(_BEGIN)[1].split(_END)[0]


def _folder(folder: Path, depth: int, with_files: bool) -> Iterator[str]:
    package, readme = folder / "__init__.py", folder / "README.md"
    if readme.exists() and not package.exists():
        yield _line(f"{folder.name}/", _told(readme), depth)
        return
    yield _line(f"{folder.name}/", _told(package) or _DATA.get(folder.name, ""), depth)
    entries = sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name))
    for entry in entries:
        if entry.name in _UNTOLD:
            continue
        if entry.is_dir():
            yield from _folder(entry, depth + 1, with_files)
        elif with_files:
            yield _line(entry.name, _told(entry), depth + 1)


def _line(name: str, told: str, depth: int) -> str:
    return f"{'  ' * depth + name:{_COLUMN}} {told}".rstrip()


def _told(path: Path) -> str:
    """The first paragraph of a module's docstring; the first sentence of a data file's comment."""
    if path.name in _WITHOUT_COMMENTS or not path.exists():
        return _WITHOUT_COMMENTS.get(path.name, "")
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return " ".join((ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0].split())
    comment = takewhile(lambda line: line.startswith(("#", "/*")), text.splitlines())
    words = " ".join(" ".join(line.strip("#/* ") for line in comment).split())
    return words.split(". ")[0].removesuffix(".") + "." if words else ""


def write() -> None:
    """Put the trees into their documents."""
    for document in (FOLDERS, FILES):
        before, rest = document.read_text(encoding="utf-8").split(_BEGIN)
        after = rest.split(_END)[1]
        document.write_text(before + _BEGIN + tree(document) + _END + after, encoding="utf-8")


if __name__ == "__main__":
    write()
