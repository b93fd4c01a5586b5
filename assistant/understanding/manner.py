"""In which manner a question asks: for a level or a change, for one value, a list or a ranking."""

from __future__ import annotations

import re
from typing import get_args

from assistant.records import Operation
from assistant.understanding.cues import Cues
from indexing.records import Aspect

CHANGES: tuple[Aspect, ...] = ("change", "change_pct")


def asked_operation(question: str, cues: Cues) -> Operation:
    hits = cues.hits("operation", question)
    return next((name for name in get_args(Operation) if name in hits), "value")


def asked_aspects(question: str, cues: Cues) -> tuple[Aspect, ...]:
    """The aspect that is asked for, told by the last sentence that asks.

    "What percentage of its target" asks for the share of the target that was reached.
    """
    asking = _asking(question, cues)
    hits = cues.hits("aspect", asking)
    share = "coverage" in cues.hits("measure", asking) and "change_pct" not in hits
    share = share and "coverage" not in cues.hits("alone", asking)
    if "gap" in hits:
        return ("gap",)
    if "target_pct" in hits or (share and "target" in hits):
        return ("target_pct",)
    if "change_pct" in hits:
        return ("change_pct",)
    if "change" in hits:
        return CHANGES
    return ("target",) if "target" in hits else ("level",)


def _asking(question: str, cues: Cues) -> str:
    """The part that asks: the last sentence, or the last clause of it that wants a figure."""
    sentence = re.split(r"[.?!]\s", question.rstrip(" ?!."))[-1]
    clauses = [c for c in sentence.split(", ") if "figure" in cues.hits("about", c)]
    return clauses[-1] if clauses else sentence


def spans_time(aspects: tuple[Aspect, ...], operation: Operation) -> bool:
    """Whether "from 2016 to 2017" means its two ends rather than the time between them."""
    return set(aspects) <= set(CHANGES) or operation == "compare"
