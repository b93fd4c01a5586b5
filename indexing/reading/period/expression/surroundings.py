"""What stands around an expression of time: the words close to it, and its sentence."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import listed, table
from indexing.reading.period.expression.grammar import Expression

REACH = 60
"""How far before a period the words that govern it are looked for, in code points."""
CLOSE = 16
"""How far around an expression the words are looked for that tell what it is."""
_SENTENCE_REACH = 400


@cache
def any_word(name: str) -> str:
    """A regular expression for the words around an expression that tell what it is: those of a list
    of `words` in `periods.toml`."""
    return listed("periods", "words", name)


def close_before(e: Expression, seen: str) -> str:
    """The words close before an expression."""
    return seen[max(0, e.start - CLOSE) : e.start]


def close_behind(e: Expression, seen: str) -> str:
    """The words close behind it."""
    return seen[e.end : e.end + CLOSE]


def sentence_start(e: Expression, seen: str, start: int) -> int:
    """Where the sentence of an expression begins; 0 where that lies too far back."""
    ends = sentence_end().finditer(seen, max(0, e.start - _SENTENCE_REACH), start)
    return max((end.end() for end in ends), default=0)


def sentence_so_far(seen: str, start: int) -> str:
    """What stands before `start` in its sentence, as far as it is looked at."""
    before = seen[max(0, start - REACH) : start]
    ends = [end.end() for end in sentence_end().finditer(before)]
    return before[ends[-1] if ends else 0 :]


@cache
def sentence_end() -> re.Pattern[str]:
    """A full stop of an abbreviation ends no sentence: "at 8 p.m. Sunday", "Mr. Smith"."""
    words = [*table("periods")["words"]["abbreviations"], *table("periods")["months"]["short"]]
    short = "".join(rf"(?<!\b{word}\.)" for word in words)
    return re.compile(rf"[.!?](?<![\W_][a-z]\.){short}[\"”’')\]]*\s|\n")
