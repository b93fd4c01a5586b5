"""In what other figures an answer may lie where the asked one is not stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.lookup import look_up
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.grounding.telling.movement import way_led_to
from assistant.query import Query
from assistant.understanding.slots.aspects import asks_who_joined
from assistant.understanding.slots.open_ends import between_ends
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import catalogue
from indexing.records import CHANGES, OF_TARGET, Aspect


def otherwise(query: Query) -> Sequence[tuple[Query, ...]]:
    """In what other figures an answer may lie where the asked one is not stated.

    A change lies between the levels of two periods, or is that of what came in from the first to
    the last of them; how far a target was met lies between level and target; how many joined may be
    told as a change, and "arrears" as a rate where no amount is asked for.
    """
    if set(query.aspects) <= set(CHANGES):
        periods = tuple(dict.fromkeys((*query.versus, *query.periods)))
        between = in_aspect(query, "level", operation="compare", periods=periods, versus=())
        if len(periods) > 1:
            span = between_ends(query.periods) if _are_flows(query.metrics) else None
            within = ((replace(query, periods=(span,)),),) if span else ()
            return ((between,), *within)
        return ((between, replace(between, periods=())),) if query.versus else ()
    if set(query.aspects) <= set(OF_TARGET):
        level = in_aspect(query, "level", operation="compare")
        return ((level, in_aspect(query, "target", operation="compare")),)
    cues = load_cues()
    if query.aspects == ("level",) and cues.hits("joining", query.plain):
        return ((replace(query, aspects=("change",)),),)
    money = query.manner.dollars or cues.hits("money", query.plain)
    if query.metrics == ("late_payment_amount",) and not money:
        return ((replace(query, metrics=("late_payment_rate",)),),)
    return ()


def of_the_later(query: Query) -> Query:
    """A change between two periods is stated for the later one."""
    if not (set(query.aspects) <= set(CHANGES) and len(query.periods) > 1):
        return query
    first, *_, last = sorted(query.periods, key=lambda period: period.last_day)
    return replace(query, periods=(last,), versus=(first,))


def stated_change(query: Query, findings: Sequence[Finding], sources: Sources) -> Sequence[Finding]:
    """The change that a report states, where the earlier of two compared levels is not held."""
    one_place = len(query.places) < 2 and len(query.periods) == 2
    if query.operation != "compare" or not one_place or all(f.facts for f in findings):
        return ()
    change = look_up(of_the_later(replace(query, aspects=CHANGES)), sources)
    return tuple(finding for finding in change if finding.facts)


def led_to(query: Query, sources: Sources) -> Sequence[Finding]:
    """The level up or down to which a report's own words lead, where it is asked or taken for
    granted that something moved and no report tells by how much; of arrears their rate as well."""
    asks_number = load_cues().hits("asking", query.plain) and not query.role.is_premise
    if asks_number or not set(query.aspects) <= set(CHANGES) or query.claimed or query.versus:
        return ()
    level = in_aspect(query, "level")
    for asked in (level, *(way[0] for way in otherwise(level))):
        found = look_up(asked, sources)
        told = [finding for finding in found if finding.facts]
        if told and all(way_led_to(finding.facts[0]) for finding in told) and told == list(found):
            return found
    return ()


def missing_to_target(
    query: Query, findings: Sequence[Finding], sources: Sources
) -> Sequence[Finding]:
    """Level and target, where it is asked how many are missing and only a share of the target is
    told; empty where the reports do not hold both."""
    leads = [finding.facts[0].aspect for finding in findings if finding.facts]
    asks = query.aspects[0] == "gap" and load_cues().hits("count", query.plain)
    if not asks or set(leads) != {"target_pct"}:
        return ()
    return held_of_all(otherwise(query)[0], sources)


def who_joined(query: Query, sources: Sources) -> Sequence[Finding]:
    """Those who were won, where it is asked how many joined in a time; empty where the reports do
    not tell it of all that is asked."""
    if not asks_who_joined(query):
        return ()
    change = look_up(in_aspect(query, "change"), sources)
    told = [finding.facts[0] for finding in change if finding.facts]
    are_won = all(row.vs is None and row.value > 0 for row in told)  # else it is a net rise
    return change if are_won and len(told) == len(change) else ()


def held_of_all(asks: Sequence[Query], sources: Sources) -> Sequence[Finding]:
    """The findings of questions that answer only together; empty where one has none, or where the
    same row answers for both ends of a change."""
    findings = [finding for ask in asks for finding in look_up(ask, sources)]
    leads = [finding.facts[0] for finding in findings if finding.facts]
    return findings if len({*leads}) == len(findings) else ()


def _are_flows(metrics: Sequence[str]) -> bool:
    return all(catalogue().metric(metric).kind == "flow" for metric in metrics)


def in_aspect(query: Query, aspect: Aspect, **changes: object) -> Query:
    return replace(query, aspects=(aspect,), **changes)  # type: ignore[arg-type]
