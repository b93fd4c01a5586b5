"""The words of the mutations: templates, numbers in words, and pairs of opposite words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

NUMERAL: Final = re.compile(r"\d[\d.,]*\d|\d")


@cache
def words_of(name: str) -> dict[str, Any]:
    """The file `name` of `evals/datasets`, without its ending; read once and never changed."""
    source = files("evals") / "datasets" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def in_words(number: int) -> str:
    """A number below a million in English words: 512 is "five hundred and twelve"."""
    numbers = words_of("rewordings")["numbers"]
    ones, tens = numbers["ones"], numbers["tens"]
    if number < 20:
        return str(ones[number])
    if number < 100:
        rest = f"-{ones[number % 10]}" if number % 10 else ""
        return f"{tens[number // 10]}{rest}"
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ones[number // 100]} hundred{rest}"
    left = number % 1000
    joint = " and " if 0 < left < 100 else " "
    return f"{in_words(number // 1000)} thousand{joint + in_words(left) if left else ''}"
