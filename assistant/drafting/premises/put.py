"""How the words of a question put something forward: what they ask of it, and what they deny."""

from __future__ import annotations

import re

from assistant.drafting.premises.claims import AtLeast
from assistant.query import Query
from assistant.understanding.words.cues import load_cues

_WORD = re.compile(r"[^\W\d_]")


def put_by(query: Query) -> tuple[frozenset[str], bool]:
    """What the words of a question ask of what it puts forward, as keys of `verdict`, and whether
    they put forward that something is not so: "is it true that it did not reach 95?".

    "Isn't it 95?" asks whether it is.
    """
    limits = [(claim.start, claim.end) for claim in query.claimed]
    told = [
        ("asks" if key == "particle" else key, span)
        for key, span in load_cues().spans_by("verdict", query.plain)
        if not (key == "denied" and any(low <= span.start < high for low, high in limits))
        # "Độ" and "do" are no English verb.
        and not (
            key == "asks" and query.language == "vi" and _WORD.search(query.plain, 0, span.start)
        )
    ]
    if told and told[0][0] == "expects" and not _WORD.search(query.plain, 0, told[0][1].start):
        told[0] = ("asks", told[0][1])
    keys = ["denied" if key == "expects" else key for key, _ in told]
    stated = "stated" in keys and "denied" in keys[keys.index("stated") :]
    is_untrue = stated and keys.count("denied") == 1
    asks = frozenset("told" if key == "stated" else key for key in keys)
    asks |= {"asks"} if "told" in asks else frozenset()
    return asks - {"denied"} if is_untrue else asks, is_untrue


def reach_of(query: Query, asks: frozenset[str]) -> AtLeast:
    """Whether it is asked if something was reached, which what lies beyond it has been; or put as a
    statement, which may mean the very figure."""
    if "reach" not in asks or "only" in asks:
        return "no"
    return "told" if query.role.is_premise or "told" in asks or "asks" not in asks else "asked"
