"""The words that numbers are made of, and the record of a number found in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from indexing.reading.lexicon import forms, pattern, table

DOZEN = 12
PARTS_OF_ONE: Final = MappingProxyType({"half": Decimal("0.5"), "quarter": Decimal("0.25")})
"""What is told behind a number: "two and a half"."""
ROUNDED: Final = Decimal("0.0001")
"""To this a fraction is rounded that comes to no end."""


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words; offsets in the view.  A `share` is in per cent: "half" is 50."""

    value: Decimal
    start: int
    end: int
    share: bool = False
    scaled: bool = False
    """It says its own scale: no "million" may follow."""


@cache
def word_values(language: str, kind: str) -> dict[str, int]:
    """The words of one kind ("units", "scales") with their values, in every way of typing."""
    words: dict[str, int] = table("number_words")[language][kind]
    return {form: value for word, value in words.items() for form in forms(word)}


@cache
def scale_words() -> str:
    """A regular expression for a word of scale behind digits; the "tỷ" of "tỷ lệ" is none."""
    return rf"{pattern(scales_named(), whole=False)}(?!\w){not_of_a_rate(False)}"


@cache
def scales_named() -> tuple[str, ...]:
    """The words of scale behind digits: "million", "mn", "triệu"."""
    scales = table("quantities")["scales"]
    return tuple(word for side in ("en", "vi") for words in scales[side].values() for word in words)


@cache
def not_of_a_rate(in_words: bool) -> str:
    """What may not stand behind a Vietnamese word of scale, as a regular expression; `in_words`:
    the number before it is written out."""
    scales = table("quantities")["scales"]
    words = [*scales["in_rates"], *(scales["in_rates_of_words"] if in_words else ())]
    return rf"(?!\s+{pattern(words)})"


@cache
def numbers_begun() -> frozenset[str]:
    """Words with which an English number begins: "twelve", "twenty"."""
    return frozenset([*word_values("en", "units"), *word_values("en", "tens")])


@cache
def number_words() -> frozenset[str]:
    """ "ten", "million", "triệu" and their like."""
    return numbers_begun().union(scales_named())
