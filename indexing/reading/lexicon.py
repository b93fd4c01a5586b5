"""Word lists from `indexing/data/`, made into patterns.

A Vietnamese word matches with its marks and, typed plainly, without them; a plain form that is an
everyday English word ("the" for "thẻ") is left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from indexing.reading.view import bare


@cache
def table(name: str, package: str = "indexing") -> Mapping[str, Any]:
    """The data file `name` (without `.toml`) of a package, or all files of the folder `name`.

    Each is read once and never changed; files of a folder may share a table.
    """
    data = files(package) / "data"
    folder = data / name
    listed = sorted(folder.iterdir(), key=str) if folder.is_dir() else [data / f"{name}.toml"]
    told: dict[str, Any] = {}
    for path in listed:
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            told[key] = {**told[key], **value} if key in told else value
    return told


@cache
def function_words() -> frozenset[str]:
    """English words that name nothing: articles, prepositions, helping verbs."""
    return frozenset(table("quantities")["words"]["function_words"])


@cache
def _english() -> frozenset[str]:
    return function_words().union(table("quantities")["words"]["english_words"])


def forms(word: str) -> tuple[str, ...]:
    """`word` as it may be typed: with its marks, and without where that is no English word."""
    plain = bare(word)
    return (word,) if plain == word or plain in _english() else (word, plain)


def pattern(words: Iterable[str], *, whole: bool = True) -> str:
    """A regular expression for any of `words`, the longest first, each space any white space.

    With `whole` a word that ends in a letter or digit must not run on into another.
    """
    every = {form for word in words for form in forms(word)}
    return "(?:" + "|".join(_shared(_branches(every, whole))) + ")"


def listed(name: str, *keys: str) -> str:
    """As `pattern`, for the list of the data file `name` that stands under `keys`."""
    words: Any = table(name)
    for key in keys:
        words = words[key]
    return pattern(words)


def lookup(groups: dict[str, list[str]]) -> dict[str, str]:
    """From each form of each word to the key it stands under; the first key given wins."""
    found: dict[str, str] = {}
    for key, words in groups.items():
        for word in words:
            for form in forms(word):
                found.setdefault(form, key)
    return found


def squeezed(seen: str) -> str:
    """A stretch of a view with its white space made single, as the word lists have it."""
    return " ".join(seen.split())


def _branches(words: Iterable[str], whole: bool) -> dict[tuple[str, str], list[str]]:
    """`words` by the boundaries they need on their left and right."""
    branches: dict[tuple[str, str], list[str]] = {}
    for word in words:
        left = r"(?<!\w)" if whole and word[0].isalnum() else ""
        right = r"(?!\w)" if whole and word[-1].isalnum() else ""
        branches.setdefault((left, right), []).append(word)
    return branches


def _shared(branches: dict[tuple[str, str], list[str]]) -> list[str]:
    """One expression for each kind of boundary."""
    return [left + _trie(words) + right for (left, right), words in sorted(branches.items())]


def _trie(words: list[str]) -> str:
    """An expression for `words` that looks at each character once, the longest word first."""
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    parts = [
        (r"\s+" if first == " " else re.escape(first)) + _trie(rest)
        for first, rest in tails.items()
    ]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    return f"(?:{body})?" if "" in words else body
