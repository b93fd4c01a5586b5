"""Levels from before a change that a report tells: "9,725 members, 5,512 more than a year before".

What was so before is not printed there; it is the level less the change, where both are of one key
and one report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence, wanted_words
from assistant.drafting.computing import computed_sentence
from assistant.drafting.days import across_merger
from assistant.drafting.draft import Draft
from assistant.drafting.missing import nearest_lead, no_figure
from assistant.drafting.workings import plain_number
from assistant.evidence.lookup import look_up
from assistant.evidence.rows.agreement import matches_place, period_fit
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Computed, Sentence
from assistant.understanding.slots.shifts import shift_of
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from indexing.agreement import last_digit, same_days
from indexing.records import Bound, MetricFact

_BEFORE = re.compile(
    r"\b(?:before|previously|earlier|trước|truoc)(?:\s+(?:ạ|nhỉ|vậy))?\W*$", re.IGNORECASE
)
"""At the end of a question: what was so before it came to be otherwise."""
_TURNED: dict[Bound, Bound] = {"over": "under", "under": "over", "about": "about"}
"""What a level less such a change is."""


def earlier_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The level from before the change that is told last: "how many were there before?".

    None where it is not asked; where no change is told, nobody knows what was so before it.
    """
    # "As it won 3,000 members, how many were there before?" names the change as well.
    asks = (ask.asking() for ask in (query, *query.linked.further))
    asked = next((ask for ask in asks if _is_of_one_level(ask)), None)
    if asked is None or not _asks_before(query):
        return None
    query = asked
    for change in _changes(query, sources):
        if told := _before(change, sources, phrases):
            return told
    (held, *_) = look_up(query, sources)
    wanted = phrases.say("subjects", "earlier", wanted=wanted_words(held.wanted, phrases))
    reason = (no_figure(wanted, phrases), *_now(held, sources, phrases))
    return Draft("not_found", "table", reason=reason)


def level_then_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The level of an asked time of which only a later level is held and what it changed since;
    None where that is not told."""
    if not _is_of_one_level(query) or len(query.periods) != 1:
        return None
    (then,) = query.periods
    since = replace(query, periods=(), versus=query.periods)
    for change in _changes(since, sources):
        if change.vs is not None and period_fit(then, change.vs) > 1:
            return _before(change, sources, phrases)
    return None


def _is_of_one_level(query: Query) -> bool:
    of_one = len(query.metrics) == 1 and len(query.places) < 2 and len(query.periods) < 2
    is_level = query.aspects == ("level",) and query.operation == "value"
    narrowed = query.qualifiers or query.parts or query.manner.dollars or query.linked.further
    return of_one and is_level and not narrowed


def _asks_before(query: Query) -> bool:
    """Whether it asks for what was so before; "six years before" tells of a time."""
    cues = load_cues()
    if shift_of(query) or "year_before" in cues.hits("follow_up", query.plain):
        return False
    return bool(_BEFORE.search(query.plain) or cues.hits("earlier", query.plain))


def _changes(query: Query, sources: Sources) -> Iterator[MetricFact]:
    asked = replace(query, aspects=("change",))
    return (finding.facts[0] for finding in look_up(asked, sources) if finding.facts)


def _before(change: MetricFact, sources: Sources, phrases: Phrases) -> Draft | None:
    """What was so before a change, with the two figures that it is computed from."""
    level = _level_of(change, sources)
    told = _computed(level, change) if level else None
    if level is None or told is None:
        return None
    rows = (level, change)
    sentences = (
        *(fact_sentence(row, sources.article, phrases) for row in rows),
        computed_sentence("earlier", told, phrases),
    )
    return Draft("answered", "table", sentences, warnings=cautions(rows, sources, phrases))


def _level_of(change: MetricFact, sources: Sources) -> MetricFact | None:
    """The level that a change led to, as the same report tells it; None where it tells several."""
    held = [
        row
        for row in sources.rows(change.metric, change.place)
        if (row.doc, row.aspect, row.group) == (change.doc, "level", change.group)
        and matches_place(change.place, row.place)
        and same_days(row.period, change.period)
        and (row.unit == change.unit or (row.unit, change.unit) == ("percent", "percentage_points"))
    ]
    own = [row for row in held if row.quote_start == change.quote_start] or held
    return own[0] if len({row.value for row in own}) == 1 else None


def _computed(level: MetricFact, change: MetricFact) -> Computed | None:
    """The level less the change; None where what is printed of the two does not settle it."""
    if change.vs is None or level.flags or change.flags:
        return None
    if "exact" not in (level.bound, change.bound):
        return None
    if last_digit(level.value) > last_digit(change.value):
        return None  # "3.99 trillion" does not tell the billions that it was before
    if across_merger(level.place, change.vs, level.period):
        return None
    turned = _TURNED.get(change.bound, level.bound) if change.value > 0 else change.bound
    bound = level.bound if change.bound == "exact" else turned
    value = level.value - change.value
    if value <= Decimal(0):
        return None
    return Computed(
        metric=level.metric,
        aspect="level",
        place=level.place,
        value=value,
        unit=level.unit,
        period=change.vs,
        vs=None,
        operands=(level, change),
        note=f"{plain_number(level.value)} - {plain_number(change.value)}",
        bound=bound,
    )


def _now(held: Finding, sources: Sources, phrases: Phrases) -> tuple[Sentence, ...]:
    """What is held instead: the level that is told last."""
    if not held.facts:
        return ()
    return (nearest_lead(phrases), fact_sentence(held.facts[0], sources.article, phrases))
