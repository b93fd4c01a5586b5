"""A query to its findings: the cells that it asks for, and places in their order.

Everything is looked up in the table; what is computed from it is the business of drafting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import chain, product

from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.by_name import (
    asks_regions,
    asks_within,
    is_of_places,
    is_place_of,
    told_by_name,
)
from assistant.evidence.rows.debtors import DEBTS, debts_of
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.rows.meeting import of_group
from assistant.evidence.rows.parts import narrowing_of, parts_of, words_beyond
from assistant.evidence.rows.regions import of_region, region_of
from assistant.evidence.rows.selection import find
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.understanding.slots.narrowing.lengths import lengths_sought
from assistant.understanding.slots.periods import is_relative, months_back
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.reading import places_of
from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.reading.folding import fold
from indexing.reading.metric.metrics import metric_for
from indexing.records import CHANGES, MetricFact, Period
from indexing.regions import is_region

_OF_SYSTEM = "si_collection"
"""The metric of one insurance whose name stands for all of them as well."""


def wanted_of(query: Query, metric: str, place: str | None, period: Period | None) -> Wanted:
    """The figure of one metric, place and period as the query asks for it.

    "The year before" is counted from the figure that is found, not from today.
    """
    based = query.versus if set(query.aspects) <= set(CHANGES) else ()
    back = (months_back(p, query.periods) for p in based if is_relative(p))
    return Wanted(
        metric=metric,
        aspects=query.aspects,
        place=place,
        period=period,
        group_words=words_beyond(query.words, catalogue().metric(metric).long_name()),
        parts=query.parts,
        narrowed=bool(query.qualifiers),
        narrowing=narrowing_of(query.qualifiers),
        dollars=query.manner.dollars,
        versus=next((p for p in based if not is_relative(p)), None),
        months_back=next(back, None),
    )


def look_up(query: Query, sources: Sources) -> tuple[Finding, ...]:
    """The finding for each wanted figure: metrics by places by periods.

    Of alternative readings those that are held; the first where none is.  Figures that are compared
    are of one reading, that which is held of most of the places and times.
    """
    places = _places(query, sources)
    periods = query.periods or (None,)
    cells = (
        _of_metrics(query, place, period, sources)
        for place, period in _told_in_pairs(query, places) or product(places, periods)
    )
    by_metric = zip(*cells, strict=False) if query.joint is None else cells
    findings = tuple(chain.from_iterable(by_metric))
    if not query.readings:
        return findings
    held = Counter(finding.wanted.metric for finding in findings if finding.facts)
    if query.operation == "compare" and len(findings) > len(query.metrics):
        held = Counter(dict(held.most_common(1)))
    return tuple(f for f in findings if f.wanted.metric in held) or findings[:1]


def _places(query: Query, sources: Sources) -> tuple[str, ...]:
    """The asked places; where a part alone is named, which may bear the name of a place, the one
    place that reports tell it of: that of "Cho Ray Hospital"; else the country."""
    said = fold(" ".join(query.qualifiers))
    if any(fold(_bare(place)) not in said for place in query.places):
        return query.places
    if not any(word[:1].isupper() for name in query.qualifiers for word in name.split()):
        return query.places or (COUNTRY,)
    found = {
        key.place
        for metric in query.metrics
        for key in of_group(
            sources.keyed(metric, None).of_aspects(query.aspects),
            wanted_of(query, metric, None, None),
        )
        if key.place
    }
    return tuple(found) if len(found) == 1 else query.places or (COUNTRY,)


def _told_in_pairs(query: Query, places: Sequence[str]) -> Sequence[tuple[str, Period]]:
    """Each place with its own time, where a question names them by turns: "Hue in 2022 or Hanoi in
    2023"; empty where it does not, or holds one time against another of a place."""
    told = _named(query)
    if len(places) < 2 or query.versus or tuple(name for name, _ in told) != tuple(places):
        return ()
    periods = sorted(query.periods, key=lambda period: period.start)
    if len(periods) != len(told) or periods[0].start < 0:
        return ()
    own = list(zip(told, periods, strict=True))
    turns = [(start, period.start) for (_, start), period in own]
    firsts, seconds = [min(turn) for turn in turns], [max(turn) for turn in turns]
    by_turns = all(second < first for second, first in zip(seconds, firsts[1:], strict=False))
    if not by_turns or len({place < period for place, period in turns}) > 1:
        return ()
    return [(name, period) for (name, _), period in own]


def _named(query: Query) -> Sequence[tuple[str, int]]:
    """The query's places in the order in which its question names them, each with where it does;
    the country is so by "the national rate" as well."""
    told = [(place.name, place.start) for place in places_of(query.plain)]
    if COUNTRY in query.places and COUNTRY not in dict(told):
        country = (at for key, at in load_cues().spans_by("about", query.plain) if key == "country")
        told += [(COUNTRY, span.start) for span in country][:1]
    return sorted((one for one in told if one[0] in query.places), key=lambda one: one[1])


def _bare(place: str) -> str:
    """The name of a place without its kind, and without where it lies: "Chau Doc"."""
    part = place.partition(", ")[0]
    return next((one.bare for one in gazetteer().districts_called(part)), part)


def _of_metrics(query: Query, place: str, period: Period | None, sources: Sources) -> list[Finding]:
    """What is held of the asked metrics in one place and period.

    Insurances that are listed are told one by one; where one of them is missing, or where their
    total is asked for, together if a report does so.
    """
    cells = [_findings(query, wanted_of(query, m, place, period), sources) for m in query.metrics]
    found = list(chain.from_iterable(cells))
    if query.joint is None or (query.operation != "total" and all(f.facts for f in found)):
        return found
    together = _findings(query, wanted_of(query, query.joint, place, period), sources)
    lacking = query.operation == "total" and not all(f.facts for f in found)
    return together if together[0].facts or lacking else found  # one of a sum is not the sum


def _findings(query: Query, wanted: Wanted, sources: Sources) -> list[Finding]:
    """The rows for one wanted figure; where debtors are named, those of each one's debt."""
    found = _find(wanted, sources.keyed(wanted.metric, wanted.place), sources)
    if found.facts or not query.qualifiers or wanted.metric not in DEBTS:
        return [found if found.facts or found.nearest else _of_all(found, query, sources)]
    if lengths_sought(query.plain):  # for how long it owes, no amount tells
        return [found]
    place = wanted.place if query.places else None
    owed: list[Finding] = []
    for name, rows in debts_of(query.qualifiers, place, query.plain, sources.debts()).items():
        parts, others = parts_of(name)
        debt = replace(
            wanted, metric=OTHER, place=None, group_words=others, parts=parts, narrowing=frozenset()
        )
        told = _find(debt, KeyedRows.of(rows, sources.published), sources)
        owed += [replace(told, wanted=wanted)] if told.facts else []
    return owed or [found]


def _find(wanted: Wanted, rows: KeyedRows, sources: Sources) -> Finding:
    return find(wanted, rows, sources.published, sources.told_with)


def _of_all(missing: Finding, query: Query, sources: Sources) -> Finding:
    """What is not held of one insurance, with the figure of all together as the nearest.

    It answers for what "social insurance" brought in: that is the name of the whole system too.
    """
    wanted = missing.wanted
    together = metric_for("all", catalogue().metric(wanted.metric).measure)
    if wanted.metric == OTHER or together is None or together == wanted.metric or wanted.narrowed:
        return missing
    rows = sources.keyed(together, wanted.place)
    held = _find(replace(wanted, metric=together), rows, sources)
    if wanted.metric == _OF_SYSTEM and query.metrics == (_OF_SYSTEM,):
        return replace(held, wanted=wanted)
    return replace(missing, nearest=held.facts[:1])


def ranking(query: Query, sources: Sources) -> tuple[MetricFact, ...]:
    """One row per place for the asked metric, in the order that was asked for.

    Ranked are the places that the question names, the districts of the one that it names, the
    provinces of its region, those of the kind that it asks for, or all provinces; of hospitals,
    firms and the like those that reports tell by name.  Each stands with its figure in the latest
    of the asked periods that it has one for, or with its latest of all.
    """
    for metric in query.metrics:
        # Changes in people and in per cent have no order among them: the one that most places give.
        each = [_ranked(replace(query, aspects=(one,)), metric, sources) for one in query.aspects]
        if ranked := max(each, key=lambda rows: (_limited(query, rows), len(rows))):
            return ranked
    return ()


def _limited(query: Query, rows: Sequence[MetricFact]) -> bool:
    """Whether rows are in the unit of a limit that the question sets: "rose by over 10%"."""
    return any(row.unit == limit.unit for row in rows for limit in query.claimed)


def _ranked(query: Query, metric: str, sources: Sources) -> tuple[MetricFact, ...]:
    asked = sorted(query.periods, key=lambda period: period.last_day, reverse=True)
    held = sources.keyed(metric, None)
    if query.order.kind and not is_of_places(query.order.kind):
        return _in_order(query, told_by_name(query, query.order.kind, held, sources.published))
    leads: list[MetricFact] = []
    held = ranked_rows(query, held)
    for place in ranked_places(query, held):
        there = held.of_place(partial(matches_place, place))
        if any(matches_place(one, place) for one in query.order.left_out):
            continue
        for period in asked or (None,):
            wanted = replace(wanted_of(query, metric, place, period), dollars=False)
            found = _find(wanted, there, sources)  # two currencies have no order among them
            if found.facts:
                leads.append(found.facts[0])
                break
    return _in_order(query, leads)


def _in_order(query: Query, leads: Sequence[MetricFact]) -> tuple[MetricFact, ...]:
    falls = {"up", "down"} & set(load_cues().hits("verdict", query.plain)) == {"down"}
    from_below = query.order.lowest_first != (falls and set(query.aspects) <= set(CHANGES))
    return tuple(sorted(leads, key=magnitude, reverse=not from_below))


def magnitude(row: MetricFact) -> tuple[Decimal, int]:
    """What rows are put in order by: "nearly 93" is below 93, "over 93" above it."""
    return row.value, {"under": -1, "over": 1}.get(row.bound, 0)


def ranked_rows(query: Query, held: KeyedRows) -> KeyedRows:
    """The rows by which places may be put in order: those of a region's places, where one is
    named."""
    region = region_of(query)
    return of_region(held, region) if region else held


def ranked_places(query: Query, held: KeyedRows) -> Sequence[str]:
    """The places that a list or a ranking may name, of those that rows are held for."""
    known = {key.place for key in held.keys if key.place}
    named = [place for place in query.places if place != COUNTRY]
    if len(named) > 1:
        return named
    if asks_regions(query.order.kind):
        return sorted(place for place in known if is_region(place) and not named)
    named = [place for place in named if not is_region(place)]
    if named or asks_within(query.order.kind):
        inner = (place for place in known if is_place_of(query.order.kind, place))
        return sorted(place for place in inner if not named or place.endswith(f", {named[0]}"))
    return sorted({place.name for place in gazetteer().provinces} & known)
