"""Growth held against growth: "did visits rise faster than spending?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.query import Side
from assistant.understanding.slots.metrics.asked import asked_metrics
from assistant.understanding.slots.metrics.meant import schemes_of_metrics, specialised
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of
from assistant.understanding.words.verbs import any_under
from indexing.records import CHANGES, Span

_THAN = re.compile(
    rf"\b(?P<more>{any_under('paces', 'faster')})\b[^,;.?!]*?\bthan\b"
    rf"|\b(?P<less>{any_under('paces', 'slower')})\b[^,;.?!]*?\bthan\b"
    rf"|\b(?P<hon>{any_under('paces', 'nhanh')})[^,;.?!]*?\s(?:hơn|hon)\b"
    rf"|\b(?P<kem>{any_under('paces', 'cham')})[^,;.?!]*?\s(?:hơn|hon)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:vnd|us\$|\$)?\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of two metrics, or of one in two places, of which the first is to be more."""

    side: Side
    metrics: tuple[str, ...]
    """Empty where it is two places that are held against each other."""
    span: Span
    """Where the question says so, without "than" and what follows."""


def growth_against_growth(question: str, cues: Cues) -> Growth | None:
    """What a question holds against each other; None where nothing grew or fell in it, and where
    it is one figure that is held against another time, or against a limit."""
    than = _THAN.search(question)
    moves = cues.spans_by("verdict", question)
    if than is None or not any(key in ("up", "down") for key, _ in moves):
        return None
    left, right = question[: than.start()], question[than.end() :]
    if _NUMBER.match(right):
        return None
    metrics = _one_each(left, right, cues)
    apart = {m.name for m in places_of(question[: than.end()])}, {m.name for m in places_of(right)}
    if not metrics and not (all(apart) and not apart[0] & apart[1]):
        return None
    side: Side = "above" if than["more"] or than["hon"] else "below"
    group = next(name for name in ("more", "less", "hon", "kem") if than[name])
    return Growth(side, metrics, Span(*than.span(group)))


def _one_each(left: str, right: str, cues: Cues) -> tuple[str, ...]:
    """The one metric that each side names, where they are two; what the second leaves open is of
    the insurance of the first."""
    first = asked_metrics(left, CHANGES, cues)
    second = asked_metrics(right, CHANGES, cues)
    names = (*first.names, *specialised(second.names, schemes_of_metrics(first.names)))
    single = len(first.names) == len(second.names) == 1
    return names if single and len(set(names)) > 1 else ()
