"""The fingerprint: one short text that changes whenever an index would come out otherwise."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

_RULES = ("articles", "gazetteer.py", "catalogue.py", "data", "reading", "extraction")
_LIBRARIES = ("pysbd", "tiktoken")


def fingerprint(embedding: str, passage_tokens: int) -> str:
    """Sixteen hexadecimal digits over the model's identity, the passages' length and the rules.

    The rules are told by the bytes of their code and data, so that a changed rule can not be
    forgotten; an index made by other rules is made anew.
    """
    parts = f"{embedding}\n{passage_tokens}\n{_rules()}"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


@cache
def _rules() -> str:
    digest = hashlib.sha256()
    package = files("indexing")
    for name in _RULES:
        _feed(digest, package / name)
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()


def _feed(digest: hashlib._Hash, source: Traversable) -> None:
    if source.is_dir():
        for inner in sorted(source.iterdir(), key=lambda entry: entry.name):
            if inner.name != "__pycache__":
                _feed(digest, inner)
    elif source.is_file():
        digest.update(f"{source.name}\n".encode())
        digest.update(source.read_bytes())
