"""Whether something moved the way in which a question puts forward that it did."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.comparing import agreed, stands, when_asked
from assistant.evidence.rows.order import last_day
from assistant.grounding.telling.movement import way_led_to
from assistant.query import Query, Side
from assistant.sentences import Computed
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import MERGER_DATE, gazetteer
from indexing.records import CHANGES, MetricFact

_ENDS = 2
"""Figures between which something is put to have moved."""


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
    rose = [value > 0 for value in changes if value] or _rose(facts) or _led_to(facts)
    return agreed(way in ways for way in rose)


def of_two_areas(query: Query, leads: Sequence[MetricFact], asks: frozenset[str]) -> bool:
    """Whether a question has a province rise or fall from a figure of before it took others in to
    one of since: these are of two areas, whatever they are."""
    place = next(iter(query.places), None)
    if len(query.places) != 1 or not asks & {"up", "down"} or len(query.claimed) < _ENDS:
        return False
    if not gazetteer().former_parts(place or "") or not all(row.period for row in leads):
        return False
    begins = [period.first_day for period in (*query.versus, *query.periods)]
    return any(day < MERGER_DATE for day in begins) and all(
        last_day(row) >= MERGER_DATE for row in leads
    )


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


def _led_to(facts: Sequence[Sequence[MetricFact]]) -> list[bool]:
    """Whether the report's own words lead up to each level, or down: "shrank to 0.79 per cent"."""
    ways = (way_led_to(rows[0]) for rows in facts)
    return [way == "up" for way in ways if way is not None]
