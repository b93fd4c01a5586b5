"""What a part of a question takes from the part before it beside what any follow-up takes: its own
figure is of the same place and time, and what comes first in an order is asked for more."""

from __future__ import annotations

from dataclasses import replace

from assistant.records import Query
from assistant.understanding.conversation.inherited import own_or_before, periods_after
from assistant.understanding.slots.metrics.asked import CHOSEN
from assistant.understanding.slots.metrics.meant import (
    Metrics,
    of_what_is_in_hand,
    schemes_of_metrics,
)
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.slots.metrics.shares import share_of_whole
from assistant.understanding.slots.periods import counted_from
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import chosen_in
from indexing.catalogue import catalogue
from indexing.records import Span

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
    if query.unknown - said:
        return query  # "how many drivers of their own will?"
    return replace(
        query,
        intent="figure",
        metrics=names,
        words=query.words - said,
        unknown=query.unknown - said,
        qualifiers=tuple(word for word in query.qualifiers if not cues.content(word) <= said),
    )


def _at(query: Query, span: Span) -> str:
    return query.plain[span.start : span.end]


def asks_of_the_first(query: Query, previous: Query, cues: Cues, *, is_part: bool) -> bool:
    """Whether it asks for another figure of the place that comes first in an order, which nobody
    knows before that is told: "which province has most, and what is its rate?"."""
    names_it = query.metrics and not query.readings and not query.places
    leans = _points_at_it(query, cues) or (is_part and not previous.places)
    return bool(_is_behind_order(query, previous) and names_it and leans)


def counts_the_first(query: Query, filled: Query, previous: Query, cues: Cues) -> bool:
    """Whether it asks for the same in another unit of what comes first in an order: "which
    province has the lowest rate, and how many people is that?"; or when that was at its highest."""
    if query.occasion and not query.places:
        return previous.operation in ("rank", "list")
    is_other = filled.metrics != previous.metrics and not query.places
    leans = is_other and filled.intent == "figure" and _points_at_it(query, cues)
    return leans and _is_behind_order(query, previous)


def _is_behind_order(query: Query, previous: Query) -> bool:
    """Whether it asks for one figure after an order or a list."""
    return previous.operation in ("rank", "list") and query.operation == "value"


def _points_at_it(query: Query, cues: Cues) -> bool:
    return bool({"pronoun", "owner", "one"} & set(cues.hits("follow_up", query.plain)))


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
    narrowed = query.parts or (query.unknown - cues.words_of("concerning"))
    counts = bool(cues.hits("count", query.plain) and of_people)
    return counts and not is_other and not narrowed


def of_another(query: Query, previous: Query, cues: Cues) -> Query:
    """A part of a question that names its own figure: of the place and the time of the part before
    it, of the one insurance that this is of, and of what narrowed "it"."""
    schemes = () if schemes_of(query.plain) else schemes_of_metrics(previous.metrics)
    periods = periods_after(query, previous, cues)
    metrics = of_what_is_in_hand(Metrics(query.metrics, query.readings, query.joint), schemes)
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
