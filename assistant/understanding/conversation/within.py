"""What a part of a question takes from the part before it beside what any follow-up takes: its own
figure is of the same place and time, and what comes first in an order is asked for more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.query import Query
from assistant.understanding.conversation.inherited import own_or_before, periods_after
from assistant.understanding.slots.metrics.asked import CHOSEN
from assistant.understanding.slots.metrics.meant import (
    Metrics,
    of_what_is_in_hand,
    schemes_of_metrics,
)
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.slots.metrics.shares import (
    asks_share,
    is_part,
    part_named,
    share_of_whole,
)
from assistant.understanding.slots.periods import counted_from
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import chosen_in
from indexing.catalogue import catalogue
from indexing.records import ADDITIVE, Span

_THERE = re.compile(r"\bthere\W*$|\b(?:ở|o|tại|tai|nơi|noi) (?:đó|do|đấy|day|ấy)\b", re.IGNORECASE)
"""The place that was told before; at the end of a question in English: "how many are there?"."""
_OF_IT = re.compile(r"\b(?:of (?:it|that|this)|trong đó|trong do)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\bhow (?:much|many) of\b", re.IGNORECASE)
"""The amount itself is asked for, and not what share it is."""
_OWED = frozenset({"late_payment", "late_payment_amount", "late_payment_rate"})
"""Measures of what is owed for people."""


def who_chose(query: Query, previous: Query, cues: Cues) -> Query:
    """The members of the voluntary insurance, where of the people counted before those are asked
    for who joined by choice: "and how many of those of their own will?"."""
    chosen = [span for span in chosen_in(query.plain) if not cues.hits("scheme", _at(query, span))]
    names = tuple(CHOSEN.get(name, name) for name in previous.metrics)
    if not chosen or query.metrics not in ((), previous.metrics) or names == previous.metrics:
        return query
    said = cues.content(" ".join(_at(query, span) for span in chosen))
    if query.unsure.words - said:
        return query  # "how many drivers of their own will?"
    return replace(
        query,
        intent="figure",
        metrics=names,
        words=query.words - said,
        unsure=replace(query.unsure, words=query.unsure.words - said),
        qualifiers=tuple(word for word in query.qualifiers if not cues.content(word) <= said),
    )


def _at(query: Query, span: Span) -> str:
    return query.plain[span.start : span.end]


def asks_of_the_first(query: Query, previous: Query, cues: Cues, *, is_part: bool) -> bool:
    """Whether it asks for another figure of the place that comes first in an order, which nobody
    knows before that is told: "which province has most, and what is its rate?"."""
    named = of_the_first(query, previous)
    names_it = named.names and not named.readings and not query.places
    leans = _points_at_it(query, cues) or (is_part and not previous.places)
    return bool(_is_behind_order(query, previous) and names_it and leans)


def in_hand(query: Query, previous: Query) -> Metrics:
    """The metrics that a part names, of the one insurance of the part before it where it names
    none."""
    schemes = () if schemes_of(query.plain) else schemes_of_metrics(previous.metrics)
    return of_what_is_in_hand(Metrics(query.metrics, query.readings, query.joint), schemes)


def of_the_first(query: Query, previous: Query) -> Metrics:
    """The metrics that are asked for of what comes first in an order: of readings that of the
    insurance by which it is put in order, "and what is the coverage there?"."""
    told = Metrics(query.metrics, query.readings, query.joint)
    insurances = {catalogue().metric(metric).schemes[:1] for metric in previous.metrics}
    own = tuple(m for m in told.names if catalogue().metric(m).schemes[:1] in insurances)
    is_open = told.readings and len(own) == 1 and not schemes_of(query.plain)
    return Metrics(own) if is_open and catalogue().metric(own[0]).unit != "VND" else told


def of_the_insurance_behind(first: Query, behind: str, cues: Cues) -> Query:
    """The first part of a question, of the one insurance that the words behind it name of the same:
    "which province has the fewest members, and what is its health insurance coverage?"."""
    insurances = {term.id for term in schemes_of(behind)}
    points = {"pronoun", "owner"} & set(cues.hits("follow_up", behind)) or _THERE.search(behind)
    if not (first.readings and len(insurances) == 1 and points):
        return first
    own = [m for m in first.metrics if catalogue().metric(m).schemes[:1] == (*insurances,)]
    return replace(first, metrics=(own[0],), readings=False) if len(own) == 1 else first


def counts_the_first(query: Query, filled: Query, previous: Query, cues: Cues) -> bool:
    """Whether it asks for the same in another unit of what comes first in an order: "which
    province has the lowest rate, and how many people is that?"; or when that was at its highest."""
    if query.manner.occasion and not query.places:
        return previous.operation in ("rank", "list")
    is_other = filled.metrics != previous.metrics and not query.places
    leans = is_other and filled.intent == "figure" and _points_at_it(query, cues)
    return leans and _is_behind_order(query, previous)


def _is_behind_order(query: Query, previous: Query) -> bool:
    """Whether it asks for one figure after an order or a list."""
    return previous.operation in ("rank", "list") and query.operation == "value"


def _points_at_it(query: Query, cues: Cues) -> bool:
    points = {"pronoun", "owner", "one"} & set(cues.hits("follow_up", query.plain))
    return bool(points or _THERE.search(query.plain))


def counts_whom_it_concerns(query: Query, previous: Query, cues: Cues) -> bool:
    """Whether it asks for the people behind a debt, whom no metric counts: "how many workers did
    that hit?", "for how many people?"."""
    owed = [catalogue().metric(metric).measure in _OWED for metric in previous.metrics]
    of_one = previous.operation in ("value", "compare") and len(previous.places) < 2
    if (
        not (owed and all(owed) and of_one)
        or previous.intent != "figure"
        or query.metrics
        or query.places
        or query.claimed
    ):
        return False
    of_people = cues.hits("workers", query.plain) or cues.hits("counted_people", query.plain)
    is_other = bool(schemes_of(query.plain) or cues.hits("scheme", query.plain))
    is_other = is_other or "firms" in cues.hits("count", query.plain)
    narrowed = query.parts or (query.unsure.words - cues.words_of("concerning"))
    counts = bool(cues.hits("count", query.plain) and of_people)
    return counts and not is_other and not narrowed


def of_another(query: Query, previous: Query, cues: Cues) -> Query:
    """A part of a question that names its own figure: of the place and the time of the part before
    it, of the one insurance that this is of, and of what narrowed "it"."""
    periods = periods_after(query, previous, cues)
    metrics = in_hand(query, previous)
    same = "pronoun" in cues.hits("follow_up", query.plain) and not query.places
    narrowing = previous if same and previous.intent == "figure" else query
    return replace(
        query,
        metrics=metrics.names,
        readings=metrics.readings,
        places=own_or_before(query, query.places, previous.places),
        periods=periods,
        versus=counted_from(query.versus, periods),
        qualifiers=tuple(dict.fromkeys((*narrowing.qualifiers, *query.qualifiers))),
        words=narrowing.words | query.words,
        parts=narrowing.parts | query.parts,
        gist=f"{previous.gist} {query.gist}" if query.intent == "passages" else query.gist,
    )


def share_asked(query: Query, previous: Query, cues: Cues) -> Metrics | None:
    """The part and its whole, where a follow-up asks what share of the total the figure is."""
    is_level = previous.aspects == ("level",) and query.aspects == ("level",)
    if not is_level or previous.readings or len(previous.metrics) != 1:
        return None
    return share_of_whole(query.plain, previous.metrics[0], cues)


def part_of_the_last(query: Query, previous: Query, cues: Cues) -> Query | None:
    """What of the figure asked last belongs to the insurance that is named, or its share in that:
    "and how much of it for unemployment?", "what share of them is voluntary?"; None where neither
    is asked, and where it names a figure of its own."""
    of_it = _OF_IT.search(query.plain) or cues.hits("of_them", query.plain)
    is_level = previous.aspects == query.aspects == ("level",) and len(previous.metrics) == 1
    shares = asks_share(query.plain) and not _AMOUNT.search(query.plain)
    is_open = query.readings or not query.metrics or shares
    if not (of_it and is_level and is_open) or query.places or query.claimed or query.order.kind:
        return None
    (whole,) = previous.metrics
    part = part_named(query.plain, whole, cues)
    if part is None or part == whole or catalogue().metric(whole).unit not in ADDITIVE:
        return None
    if cues.hits("base", query.plain) or (shares and not is_part(part, whole)):
        return None
    told = replace(
        query.leaving(None),
        intent="figure",
        readings=False,
        places=previous.places,
        periods=query.periods or previous.periods,
    )
    if shares:
        return replace(told, metrics=(part, whole), operation="ratio")
    return replace(told, metrics=(part,), operation=previous.operation)


def share_of_the_two(query: Query, before: Sequence[Query], cues: Cues) -> Query | None:
    """The share of what was asked last in what was asked before it, where the one is a part of the
    other: "what was paid out, how much of it for treatment, and what share is that?"; None where
    no such share is asked for, or where it is told what it is of."""
    if len(before) < 2 or not asks_share(query.plain) or query.places or query.claimed:
        return None
    if cues.hits("base", query.plain) or schemes_of(query.plain) or "target_pct" in query.aspects:
        return None
    whole, part = before[-2:]
    if part.operation == "ratio" and len(part.metrics) > 1:  # which was told with it
        return replace(part, question=query.question, plain=query.plain)
    asked = (whole, part)
    if any(one.aspects != ("level",) or len(one.metrics) != 1 or one.linked.then for one in asked):
        return None
    units = {catalogue().metric(one.metrics[0]).unit for one in asked}
    of_one = part.places == whole.places and len(units) == 1 and units <= set(ADDITIVE)
    of_it = _OF_IT.search(part.plain) or cues.hits("of_them", part.plain)
    if not of_one or not (of_it or is_part(part.metrics[0], whole.metrics[0])):
        return None
    pair = (part.metrics[0], whole.metrics[0])
    part = replace(part.leaving(None), question=query.question, plain=query.plain)
    return replace(part, operation="ratio", metrics=pair, readings=False, joint=None)
