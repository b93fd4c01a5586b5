"""Forms of English words: those of a verb, and whether two words are forms of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_BEGINNING = 5
"""Long words that begin with as many equal letters are forms of one."""
_LEAST_ROOT = 3
_ENDING = re.compile(r"(?:ers?|ings?|ed|es|e|s)$")
"""What a verb takes in its forms, and where it becomes those who do it and what is done."""
_OF_VERB = re.compile(r"(?:ers?|ings?|ed)$")
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


def is_same_word(one: str, other: str) -> bool:
    """Whether two folded words are the same, or forms of one: "insured" and "insurance"."""
    if one == other:
        return True
    if min(len(one), len(other)) >= _BEGINNING and one[:_BEGINNING] == other[:_BEGINNING]:
        return True
    if not (_OF_VERB.search(one) or _OF_VERB.search(other)):
        return False  # "benefits in kind" are not "of all kinds"
    root = _root(one)
    return bool(root) and root == _root(other)


@lru_cache(maxsize=4096)
def _root(word: str) -> str:
    """A word without its ending; empty where too little is left to know it by."""
    left = _DOUBLED.sub(r"\1", _ENDING.sub("", word))
    return left if len(left) >= _LEAST_ROOT else ""


def forms_of(verb: str) -> Iterator[str]:
    """The regular forms of an English verb: "pass", "passes", "passed", "passing"."""
    yield verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        sibilant = verb.endswith(("s", "x", "sh", "ch"))
        yield from (verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
