"""A model's reply -> its sentences, each with the marks that it ends with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
"""What some models think aloud before they answer; others send it apart from the reply."""
_MARKED = re.compile(r"(?P<words>.*?)(?P<marks>(?:\s*\[\d{1,3}\])+)\s*[.!?]?(?=\s|$)", re.DOTALL)
_MARK = re.compile(r"\[(\d{1,3})\]")
_BULLET = re.compile(r"\A(?:[-*•]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as the model wrote it, without its marks and its stop."""

    text: str
    marks: tuple[int, ...]
    """Numbers of the facts that it is said to tell; none where the reply gives none."""


def sentences_of(reply: str) -> tuple[Said, ...]:
    """The sentences of a reply; what follows the last mark is one without marks."""
    text = _THOUGHT.sub("", reply).replace("**", "").strip()
    found: list[Said] = []
    done = 0
    for match in _MARKED.finditer(text):
        marks = tuple(int(mark) for mark in _MARK.findall(match["marks"]))
        found.append(Said(_plain(match["words"]), marks))
        done = match.end()
    rest = _plain(text[done:])
    return (*found, Said(rest, ())) if rest else tuple(found)


def _plain(words: str) -> str:
    """One line, without the dash of a list and the stop at its end."""
    line = unicodedata.normalize("NFC", " ".join(words.split()))
    return _BULLET.sub("", line).rstrip(" .")
