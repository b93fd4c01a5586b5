"""Numbers of which something only looks like a digit, or that hide what stands between two.

A reader takes the "9О" of "9О per cent" for 90 where the second sign is a Cyrillic letter, and sees
nothing between two digits that an invisible sign divides.  Such a number is read as it looks, so
that it is found, and never taken as told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from assistant.datafiles import datafile
from indexing.records import Span

_HIDDEN = r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
_TURN = r"[\u202a-\u202e\u2066-\u2069]"
_DIVIDED = re.compile(rf"\d+{_HIDDEN}+\d+|{_TURN}\d+|\d+{_TURN}")
"""Digits with what no reader sees among them, or turned round."""


def disguised(text: str) -> tuple[str, tuple[Span, ...]]:
    """`text`, its length unchanged, with each look-alike beside a digit as the digit that it looks
    like; and where the numbers stand that are not what they look like."""
    hidden = [Span(*match.span()) for match in _DIVIDED.finditer(text)]
    alike = {sign: digit for sign in set(text) if (digit := _looks_like(sign)) is not None}
    if not alike:
        return text, tuple(hidden)
    signs = re.escape("".join(alike))
    mixed = re.compile(
        rf"(?:(?<![^\W\d{signs}])|(?=\d))[\d{signs}]*(?:\d[{signs}]|[{signs}]\d)[\d{signs}]*(?![^\W\d{signs}])"
    )
    plain = list(text)
    for match in mixed.finditer(text):
        hidden.append(Span(*match.span()))
        for at in range(*match.span()):
            plain[at] = alike.get(text[at], text[at])
    return "".join(plain), tuple(hidden)


def _looks_like(sign: str) -> str | None:
    """The digit that a sign is taken for though it is none: a letter, a superscript."""
    if sign.isdecimal():
        return None
    number = unicodedata.numeric(sign, None)
    single = number is not None and number in range(10)
    return str(int(number)) if number is not None and single else _letters().get(sign)


@cache
def _letters() -> Mapping[str, str]:
    return {sign: digit for digit, signs in datafile("lookalikes").items() for sign in signs}
