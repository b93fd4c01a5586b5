"""The words that a model's sentence may hold: those of its evidence, and words that say nothing.

No reader can tell whether a new claim is true, "the highest in the country", "thanks to the
director", "do not trust this".  So none is let in: a word that the evidence does not hold, and that
is no plain word of grammar, refuses the sentence.  Numbers count as words:
years, days and numbers spelled out must be the evidence's too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from assistant.datafiles import datafile
from indexing.reading.folding import folded
from indexing.reading.phrases import words
from indexing.records import Language, Span

_STEM = 5
"""Letters by which two forms of a word are taken for one: "insurance", "insuring"."""
_PLAIN = re.compile(r"[\w\s.,;:%()'’\"“”/₫$–-]*")
"""No markup, no control or invisible character, no sign of another script."""


def strange_words(
    text: str, apart: Iterable[Span], evidence: Iterable[str], language: Language
) -> tuple[str, ...]:
    """The words of `text` that neither `evidence` nor grammar knows, but for those in `apart`.

    A sign that plain prose does not need counts as such a word.
    """
    odd = [sign for sign in text if not _PLAIN.fullmatch(sign) or _is_foreign(sign)]
    known = frozenset(word for source in evidence for word in _words(source)) | _listed(language)
    stems = frozenset(word[:_STEM] for word in known if len(word) >= _STEM)
    rest = list(text)
    for span in apart:
        rest[span.start : span.end] = " " * (span.end - span.start)
    strange = [
        word
        for word in _words("".join(rest))
        if word not in known and not (len(word) >= _STEM and word[:_STEM] in stems)
    ]
    return (*odd, *strange)


def kept_turns(text: str, quotes: Iterable[str]) -> bool:
    """Whether the words that turn a meaning round stand in `text` as often as in `quotes`."""
    said, turning = _words(text), _listed("turning")
    quoted = [word for quote in quotes for word in _words(quote)]
    return not quoted or all(said.count(word) == quoted.count(word) for word in turning)


def _is_foreign(sign: str) -> bool:
    """Whether a letter or digit belongs to another script than Latin."""
    if sign.isascii() or not sign.isalnum():
        return False
    return not unicodedata.name(sign, "").startswith("LATIN")


def _words(text: str) -> list[str]:
    return words(folded(text).text)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(datafile("model_words")[name])
