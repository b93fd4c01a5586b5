"""Two metrics of one question that are held against each other."""

from __future__ import annotations

import re

from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.slots.operations import EITHER
from assistant.understanding.words.cues import Cues

_THAN = re.compile(r"\bthan\b|\bhơn so với\b", re.IGNORECASE)
_TWO = 2


def compared_metrics(question: str, metrics: Metrics, cues: Cues) -> Metrics | None:
    """The metrics that are held against each other: "how many more compulsory than voluntary".

    None where it is one metric that is compared in time or place.
    """
    than = _THAN.search(question)
    if than is None or metrics.readings or len(metrics.names) < _TWO:
        return None
    sides = (question[: than.start()], question[than.end() :])
    named = [{*(term.id for term in schemes_of(s)), *cues.hits("scheme", s)} for s in sides]
    if not all(named) or named[0] == named[1]:
        return None
    # What two others are kinds of only says where they belong.
    kinds = [sum(other.endswith(f"_{name}") for other in metrics.names) for name in metrics.names]
    names = zip(metrics.names, kinds, strict=True)
    return Metrics(tuple(name for name, count in names if count < _TWO))


def more_of_either(question: str, metrics: Metrics, cues: Cues) -> bool:
    """Whether it is asked of which of two insurances there is more: "more compulsory members or
    voluntary ones?"; not which of them grew more."""
    moved = {"up", "down"} & set(cues.hits("verdict", question))
    either = EITHER.search(question)
    if not either or moved or metrics.readings or len(metrics.names) != _TWO:
        return False
    sides = (question[: either.start()], question[either.end() :])
    named = [{*(term.id for term in schemes_of(s)), *cues.hits("scheme", s)} for s in sides]
    return all(named) and named[0] != named[1] and bool(cues.hits("degree", question))
