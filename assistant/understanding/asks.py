"""A question that asks once for several things: "the rate in 2024, and the target".

Where each of them is asked for by itself the question has been cut into its parts before.  What is
left is what only names another thing, or asks behind "along with".
"""

from __future__ import annotations

from dataclasses import replace

from assistant.query import Query
from assistant.understanding.slots.aspects import (
    HOW_MUCH_ALONE,
    asked_aspects,
    is_against_target,
    is_number_against_then,
)
from assistant.understanding.slots.metrics.asked import (
    asked_metrics,
    counted_beside,
    metrics_in,
    of_money,
    people_of,
)
from assistant.understanding.slots.metrics.meant import (
    Metrics,
    of_what_is_in_hand,
    schemes_of_metrics,
)
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.slots.openings import opening
from assistant.understanding.slots.periods import counted_from, is_relative
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.joins import load_joins
from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import CHANGES, Aspect, Period, Span

_MET = frozenset({"excess", "fulfilled"})

Places = tuple[tuple[str, Span], ...]
"""The places of a question with where it names them."""


def with_further(query: Query, places: Places, cues: Cues) -> Query:
    """`query` with what it asks for besides, where it has parts with an ask of their own.

    Each part takes what it leaves open from the part before it, the first one from the whole.
    """
    parts = _parts(query, places, cues)
    one_ask = len(parts) < 2 or len(query.places) > 1  # "of Hue and Hanoi vs the target"
    if one_ask and _is_held_against_target(query, cues):
        return replace(query, aspects=("level",)).asking(query)  # what is held against it
    if one_ask and set(query.aspects) <= set(CHANGES) and is_number_against_then(query.plain, cues):
        return replace(query, aspects=("level",)).asking(query)
    if one_ask and query.manner.dollars and cues.hits("both_currencies", query.plain):
        return replace(query, manner=replace(query.manner, dollars=False)).asking(query)
    if len(parts) < 2 or (query.intent == "passages" and not _names_all(query, parts, cues)):
        return query
    asks: list[Query] = []
    for said, part in zip((Span(0, 0), *parts), parts, strict=False):
        before = asks[-1] if asks else query
        asks.append(_ask(query, before, said, part, places, cues))
    return asks[0].asking(*asks[1:])


def _is_held_against_target(query: Query, cues: Cues) -> bool:
    """Whether what was reached is compared with its target; not the targets of two places, or of
    two times, with each other."""
    if query.operation != "compare" or query.aspects != ("target",):
        return False
    of_one = len(query.places) < 2 and len(query.periods) < 2
    return of_one or is_against_target(query.plain, cues)


def _names_all(query: Query, parts: list[Span], cues: Cues) -> bool:
    """Whether the whole question names what it asks for, or each of its parts does."""
    words = (query.plain[part.start : part.end] for part in parts)
    return bool(query.metrics) or all(metrics_in(said, cues).names for said in words)


def _joins(question: str, cues: Cues) -> list[Span]:
    """Where a question may go on to something else; "sickness and maternity" is one name."""
    names = cues.spans("same", question)
    found = [
        Span(*join.span())
        for join in load_joins().things.finditer(question)
        if not any(name.start < join.start() and join.end() < name.end for name in names)
    ]
    listed = (Span(*join.span()) for join in load_joins().changes.finditer(question))
    heads = ((join, " ".join(question[: join.start].split()[-2:])) for join in listed)
    told = (*found, *(join for join, head in heads if cues.hits("measured", head)))
    head = opening(question)  # it asks for nothing of its own
    return sorted(join for join in told if not head or join.start >= head.end)


def _parts(query: Query, places: Places, cues: Cues) -> list[Span]:
    """The parts of a question that each ask for something of their own."""
    joins = _joins(query.plain, cues)
    starts = [0, *(join.end for join in joins)]
    ends = [*(join.start for join in joins), len(query.plain)]
    parts: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        piece = Span(start, end)
        if not parts or _asks_anew(query, parts[-1], piece, places, cues):
            parts.append(piece)
        else:
            parts[-1] = Span(parts[-1].start, end)
    return parts


def _asks_anew(query: Query, before: Span, piece: Span, places: Places, cues: Cues) -> bool:
    """Whether a piece of a question asks for something else than the part before it.

    It does by an aspect of its own ("and the target"), by a metric with a place or a period of its
    own ("coverage in Hue and arrears in Hanoi"), or by a narrower whole ("and how many of them").
    """
    said, own = (query.plain[span.start : span.end] for span in (before, piece))
    aspects, past = asked_aspects(own, cues), asked_aspects(said, cues)
    if not _asks_for_something(said, cues) or _is_difference(query, own, cues):
        return False
    if past == CHANGES and HOW_MUCH_ALONE.fullmatch(own):
        return False
    if cues.hits("present", own) and _periods_in(before, query) and not _periods_in(piece, query):
        return True  # "in 2019, and now?"
    if past == ("target",) and "fulfilled" in cues.hits("aspect", own):
        return True  # "the target, and whether it was reached"
    if aspects != past:
        asks = cues.hits("asking", own)
        by_how_much = aspects == CHANGES and _MET & set(cues.hits("aspect", said))
        ranks = asks and aspects == ("level",) and cues.hits("order", own)
        return bool(asks or aspects != ("level",)) and not by_how_much and not ranks
    if _of_other_insurance(query, own, cues):
        return True
    if cues.hits("of_them", own) or (cues.hits("count", said) and cues.hits("money", own)):
        return True
    if counted_beside(said, own, aspects, cues).names:
        return True
    return _names_another(query, before, piece, places, cues)


def _asks_for_something(said: str, cues: Cues) -> bool:
    """Whether a part of a question asks; "In 2019, ..." and "Against the plan, ..." do not."""
    if asked_metrics(said, ("level",), cues).names or cues.hits("asking", said):
        return True
    return bool(cues.hits("aspect", said)) and not is_against_target(said, cues)


def _names_another(query: Query, before: Span, piece: Span, places: Places, cues: Cues) -> bool:
    """Whether a piece of a question names another figure than the part before it, of the same
    aspect: another metric, a part of it, or that of another place or time."""
    said, own = (query.plain[span.start : span.end] for span in (before, piece))
    asks = cues.hits("asking", own)
    told = [asked_metrics(part, asked_aspects(own, cues), cues) for part in (said, own)]
    past_names = told[0].names
    if asks and set(_counted(past_names, own, cues)) - set(past_names):
        return True  # "the late payment rate, along with how much money that is"
    if asks or not cues.hits("asking", said):
        each = [set(metrics.names) for metrics in told if not metrics.readings]
        if len(each) > 1 and all(each) and set.union(*each) - set(query.metrics):
            return True  # "what the fund paid, and the visits": the whole names one of them
    narrowed = any(word in own and word not in said for word in query.qualifiers)
    if asks and narrowed and all(metrics.names for metrics in told):
        return True  # "visits in Hue, along with how many to private clinics"
    if all(_places_in(part, places) and _periods_in(part, query) for part in (before, piece)):
        return True  # "in Hue in 2022 and Hanoi in 2024"
    return all(
        metrics.names and (_places_in(part, places) or _periods_in(part, query))
        for metrics, part in zip(told, (before, piece), strict=True)
    )


def _is_difference(query: Query, own: str, cues: Cues) -> bool:
    """Whether a piece only asks how far two things lie apart that the question holds against each
    other: "does Hue or Hanoi have more members, | and by how many?"."""
    compares = query.operation == "compare" and query.aspects == ("level",)
    adds = query.words & cues.content(own) - cues.usual
    return compares and "difference" in cues.hits("follow_up", own) and not adds


def _ask(whole: Query, before: Query, said: Span, part: Span, places: Places, cues: Cues) -> Query:
    """What one part asks for, the one before it being `said`; narrower words go on with the figure
    that they narrowed."""
    words = whole.plain[part.start : part.end]
    aspects: tuple[Aspect, ...] = asked_aspects(words, cues)
    counted = counted_beside(whole.plain[said.start : said.end], words, aspects, cues)
    metrics = counted if counted.names else asked_metrics(words, aspects, cues)
    if len(whole.metrics) > 1 and not whole.readings and cues.hits("both_named", words):
        metrics = Metrics(whole.metrics, joint=whole.joint)  # "..., and the targets for both"
    if other := _of_other_insurance(before, words, cues):
        metrics = Metrics(other)
    named = metrics.names and not metrics.readings
    if named and before is not whole and not schemes_of(words):
        metrics = of_what_is_in_hand(metrics, schemes_of_metrics(before.metrics))
    # "... of Cho Ray Hospital, along with how much it spent" is of the hospital still.
    same = "pronoun" in cues.hits("follow_up", words) and not _places_in(part, places)
    goes_on = before is not whole and (not named or same)
    narrowing = tuple(word for word in whole.qualifiers if word in words)
    own_words = whole.words & cues.content(words)
    own_parts = frozenset(cues.hits("same", words))
    told = _periods_in(part, whole)
    based = tuple(p for p in told if set(aspects) <= set(CHANGES) and is_relative(p))
    periods = tuple(p for p in told if p not in based)
    if not periods and not cues.hits("present", words):
        periods = before.periods or whole.periods
    return replace(
        whole,
        intent="figure",
        aspects=aspects,
        metrics=metrics.names if named else _counted(before.metrics or whole.metrics, words, cues),
        joint=metrics.joint if named else before.joint,
        readings=metrics.readings if named else before.readings,
        places=_places_in(part, places) or before.places or whole.places,
        periods=periods,
        versus=counted_from(based, periods) or whole.versus,
        claimed=tuple(q for q in whole.claimed if part.start <= q.start < part.end),
        qualifiers=(*before.qualifiers, *narrowing) if goes_on else narrowing,
        words=before.words | own_words if goes_on else own_words,
        parts=before.parts | own_parts if goes_on else own_parts,
    )


def _counted(metrics: tuple[str, ...], words: str, cues: Cues) -> tuple[str, ...]:
    """What is told before, as the next part of a question counts it without a name: "the rate, and
    how many people is that?", "... and how much money?"."""
    if cues.hits("count", words):
        counted = map(people_of, metrics)
    elif "amount" in cues.hits("money", words):
        counted = map(of_money, metrics)
    else:
        return metrics
    return tuple(dict.fromkeys(counted))


def _of_other_insurance(before: Query, words: str, cues: Cues) -> tuple[str, ...]:
    """The metrics of the part before for the insurance to which the next one goes on: "and what
    about voluntary?"."""
    own = asked_metrics(words, ("level",), cues)
    goes_on = "starts" in cues.hits("follow_up", " ".join(words.split()[:2]))
    if not goes_on or (own.names and not own.readings):
        return ()
    schemes = [term.id for term in schemes_of(words)] or cues.hits("scheme", words)
    measures = [catalogue().metric(metric).measure for metric in before.metrics]
    told = (metric_for(scheme, measure) for scheme in schemes for measure in measures)
    return tuple(dict.fromkeys(metric for metric in told if metric))


def _places_in(part: Span, places: Places) -> tuple[str, ...]:
    inside = (name for name, at in places if part.start <= at.start and at.end <= part.end)
    return tuple(dict.fromkeys(inside))


def _periods_in(part: Span, query: Query) -> tuple[Period, ...]:
    periods = query.periods
    return tuple(p for p in periods if part.start <= p.start and p.end <= part.end)
