"""Whether something moved the way in which a question puts forward that it did."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.comparing import agreed, stands, when_asked
from assistant.evidence.rows.order import last_day
from assistant.records import Query, Side
from assistant.sentences import Computed
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import OTHER, catalogue
from indexing.records import CHANGES, MetricFact


def moved_so(
    query: Query,
    facts: Sequence[Sequence[MetricFact]],
    told: Computed | None,
    asks: frozenset[str],
) -> bool | None:
    """Whether what is stated or computed to have changed did so in the asked direction; None where
    "the members" may be those of several insurances, and not all are told of."""
    if query.readings and not _are_all(query, facts):
        return None
    ways = {way == "up" for way in asks & {"up", "down"}}
    if not ways and len(query.places) < 2 and (side := side_of_than(query.plain, load_cues())):
        days = [period.last_day for period in sorted(query.periods, key=when_asked)]
        ways = {(side == "above") == (days == sorted(days, reverse=True))}
    if len(ways) != 1:
        return None
    changes = [row.value for rows in facts for row in rows if row.aspect in CHANGES]
    if told is not None and told.vs is not None:
        changes.append(told.value)
    rose = [value > 0 for value in changes if value] or _rose(facts)
    return agreed(way in ways for way in rose)


def _are_all(query: Query, facts: Sequence[Sequence[MetricFact]]) -> bool:
    """Whether rows are those of all the people that may be meant: of each insurance, or of all
    together."""
    told = {row.metric for rows in facts for row in rows}
    people = [m for m in query.metrics if catalogue().metric(m).unit == "people"]
    together = any(catalogue().metric(m).schemes == ("all",) for m in told - {OTHER})
    return together or told >= set(people)


def _rose(facts: Sequence[Sequence[MetricFact]]) -> list[bool]:
    """Whether of two levels of one thing the later is surely the higher one, or the lower: "97.2
    per cent at the end of 2021, about 93 in September"."""
    leads = sorted((rows[0] for rows in facts if rows[0].period), key=last_day)
    if len(leads) != 2 or len({(row.metric, row.place, row.group) for row in leads}) > 1:
        return []
    earlier, later = leads
    if any(row.aspect != "level" for row in leads) or last_day(earlier) == last_day(later):
        return []
    sides: tuple[Side, ...] = ("above", "below")
    return [side == "above" for side in sides if stands(later, earlier, side)]
