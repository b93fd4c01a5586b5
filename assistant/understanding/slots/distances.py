"""A level that a question names, to which the way is asked: "how far is Hue from 95 per cent?"."""

from __future__ import annotations

import re

from assistant.query import Operation
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.slots.operations import asks_how_near
from assistant.understanding.words.cues import Cues
from indexing.records import Quantity

_REACHED = re.compile(
    r"\b(?:reach|attain|hit|touch|cover|(?:get|rise|climb|grow|come|make it) to|arrive at"
    r"|đạt|dat|lên|len|tới|toi|đến|den|phủ|phu)\s+(?:(?:được|duoc|mức|muc|the|a)\s+)*$",
    re.IGNORECASE,
)
"""Right before the level that is to be reached."""
_FROM = re.compile(
    r"\b(?:from|off|short of|below|to|cách|cach|so với|so voi|dưới|duoi)\s+"
    r"(?:(?:mức|muc|the|a)\s+)*$",
    re.IGNORECASE,
)
"""Right before the level from which the distance is asked."""
_AIMS = frozenset({"target", "target_pct", "wanted"})


def asked_distance(question: str, operation: Operation, cues: Cues) -> Quantity | None:
    """The level to which the way is asked; None where none is, and where it is a target's own.

    It is asked how far off, what is missing or what is needed, of one level that is named.
    """
    named = [told for told in put_forward(question) if told.unit != "percentage_points"]
    hits = cues.spans_by("aspect", question)
    if len(named) != 1 or operation not in ("value", "compare") or not _asks(question, cues):
        return None
    if _AIMS & {key for key, _ in hits}:
        return None
    (level,) = named
    start = level.start + _bound_before(question, level)
    is_reached = _REACHED.search(question, 0, start) is not None
    missing = {key for key, _ in cues.spans_by("missing", question)}
    lacks = any(key == "gap" for key, _ in hits) or "needed" in missing or "on_top" in missing
    is_apart = _FROM.search(question, 0, start) and any(key == "gap" for key, _ in hits)
    return level if (is_reached and lacks) or is_apart else None


def _bound_before(question: str, level: Quantity) -> int:
    """How many letters of a level are the words for its bound, "short of" in "short of 45"."""
    words = question[level.start : level.end]
    first = re.search(r"\d", words)
    return first.start() if first else 0


def _asks(question: str, cues: Cues) -> bool:
    """Whether a number or what is needed is asked for; not whether something is so."""
    asks = cues.hits("asking", question) or "figure" in cues.hits("about", question)
    return bool(asks) or asks_how_near(question)
