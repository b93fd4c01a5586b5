"""A question that asks for several things at once: "the rate in 2024, and the target"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.records import Query
from assistant.understanding.cues import Cues
from assistant.understanding.manner import asked_aspects
from assistant.understanding.metrics import asked_metrics
from indexing.records import Aspect, Period, Span

_JOINS = re.compile(
    r"(?:,?\s+(?:and|and also|together with|along with|as well as|plus|và|va|cùng với)|;)\s+",
    re.IGNORECASE,
)


def with_further(query: Query, places: tuple[tuple[str, Span], ...], cues: Cues) -> Query:
    """`query` with what it asks for besides, where its parts ask for different aspects.

    Each part takes what it leaves open from the part before it, the first one from the whole.
    `places` are those of the question with where it names them.
    """
    parts = _parts(query.plain, cues)
    if query.operation == "compare" and query.aspects == ("target",) and len(parts) < 2:
        return replace(query, aspects=("level",), further=(query,))  # what is held against it
    if len(parts) < 2 or (query.intent == "passages" and not query.metrics):
        return query
    asks: list[Query] = []
    for part in parts:
        before = asks[-1] if asks else query
        asks.append(_ask(query, before, part, places, cues))
    return replace(asks[0], further=tuple(asks[1:]))


def _parts(question: str, cues: Cues) -> list[Span]:
    """The parts of a question that each ask for an aspect of their own."""
    joins = list(_JOINS.finditer(question))
    starts = [0, *(join.end() for join in joins)]
    ends = [*(join.start() for join in joins), len(question)]
    parts: list[Span] = []
    aspects: tuple[Aspect, ...] = ()
    for start, end in zip(starts, ends, strict=True):
        own = asked_aspects(question[start:end], cues)
        tells = own != ("level",) or bool(cues.hits("asking", question[start:end]))
        if not parts or (own != aspects and tells):
            parts.append(Span(start, end))
            aspects = own
        else:
            parts[-1] = Span(parts[-1].start, end)
    return parts


def _ask(
    whole: Query, before: Query, part: Span, places: tuple[tuple[str, Span], ...], cues: Cues
) -> Query:
    words = whole.plain[part.start : part.end]
    aspects = asked_aspects(words, cues)
    metrics = asked_metrics(words, aspects, cues)
    own_places = tuple(dict.fromkeys(name for name, span in places if _inside(span, part)))
    own_periods = tuple(period for period in whole.periods if _within(period, part))
    named = metrics.names and not metrics.readings
    return replace(
        whole,
        intent="figure",
        aspects=aspects,
        metrics=metrics.names if named else before.metrics or whole.metrics,
        joint=metrics.joint if named else before.joint,
        readings=before.readings if not named else False,
        places=own_places or before.places or whole.places,
        periods=own_periods or before.periods or whole.periods,
    )


def _inside(span: Span, part: Span) -> bool:
    return part.start <= span.start and span.end <= part.end


def _within(period: Period, part: Span) -> bool:
    return part.start <= period.start and period.end <= part.end
