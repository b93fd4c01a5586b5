"""Which places of a list meet the limit that a question sets: "over 95%", "met its plan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.drafting.premises.claims import says_of
from assistant.drafting.premises.meeting import is_before_its_time
from assistant.evidence.rows.values import WHOLE_PLAN, reaches, values_of
from assistant.query import Query
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.folding import fold
from indexing.records import CHANGES, OF_TARGET, SHARES, Bound, MetricFact, Quantity, Unit

_TOLD = frozenset({"people", "VND", "USD", *SHARES})
"""Units of which a limit is one of a figure; of others it may be one of time or of a size."""
_NEAR = 4
"""Words between a share and the plan that it is one of: "of their voluntary insurance quota"."""
_CLAUSE = re.compile(r"[,;:?.!]|\b(?:and|but|that|which|who|và|nhưng|mà)\b", re.IGNORECASE)
_OTHER_SIDE: dict[Bound, Bound] = {"over": "under", "under": "over"}
_OTHERS = frozenset({"province", "region", "country"})
"""Kinds of places among which one has its rank."""
_PARTICLE = re.compile(r"\b(?:khong|chua)\W*$")
"""At the end of a Vietnamese question, where it denies nothing."""


def meets(query: Query, row: MetricFact) -> bool:
    """Whether a row is surely on the asked side of the limits that a question sets for a list.

    "Which provinces reached 95 per cent" asks for those with 95 and more, "between 90 and 93" for
    those in between, "which has 22,875" for the one that has; where a limit is denied, all stay
    that may be on its other side.  A bound is taken to stay near its figure: who owes "over 6.5
    billion" owes less than 10.
    """
    limits, values = _limits(query, row), values_of(row, is_near=True)
    limits = [_turned(limit) if _is_denied(limit, query.plain) else limit for limit in limits]
    asks = load_cues().hits("verdict", query.plain)
    is_denied = denies(query)
    moved = {"up", "down"} & set(asks)
    if row.aspect in CHANGES and len(moved) == 1 and (row.value > 0) != ("up" in moved):
        return False
    if not limits and row.aspect in OF_TARGET and asks_of_plan(query):
        return meets_plan(query, row)
    exact = sorted(limit.value for limit in limits if limit.bound == "exact")
    if len(exact) == 2 and not is_denied:
        return exact[0] <= values.low and values.high <= exact[1]
    for limit in limits:
        if limit.bound == "exact" and ("reach" in asks or is_denied):
            if (values.low >= limit.value) == is_denied:
                return False
        elif limit.bound == "exact":
            if not values.low <= limit.value <= values.high:
                return False
        elif not says_of(limit, row, query.plain, is_near=True):
            return False
    return True


def nearest(query: Query, rows: Sequence[MetricFact], marks: Sequence[Decimal] = ()) -> MetricFact:
    """The row that comes nearest to a limit, or to one of `marks`, that none of them meets."""
    limits = [*marks, *(limit.value for limit in _limits(query, rows[0]))]
    if not limits:
        limits = [WHOLE_PLAN if rows[0].aspect == "target_pct" else Decimal(0)]
    return min(rows, key=lambda row: min(abs(abs(row.value) - limit) for limit in limits))


def is_own_end(query: Query) -> bool:
    """Whether a figure is put forward as the highest or lowest that its place ever had: "is 94 per
    cent the highest in Hue?", where no other places are named for it to be held against."""
    kinds = _OTHERS & {*load_cues().hits("kinds", query.plain)}
    names_others = kinds or COUNTRY in query.places
    is_of_one = query.operation == "rank" and len(query.places) == 1 and not names_others
    return is_of_one and bool(query.claimed)


def _is_denied(limit: Quantity, question: str) -> bool:
    """Whether a limit with a side is denied within its own clause: "do not have over 90 per cent";
    not where the denial is a part of it, or of what stands before: "not insured, over 90"."""
    if limit.bound not in _OTHER_SIDE:
        return False
    *_, clause = _CLAUSE.split(question[: limit.start])
    return bool(load_cues().hits("denied", _PARTICLE.sub("", fold(clause))))


def _turned(limit: Quantity) -> Quantity:
    """The other side of a limit, which itself lies there: not over 90 is 90 or less."""
    return replace(limit, bound=_OTHER_SIDE[limit.bound])


def _limits(query: Query, row: MetricFact) -> list[Quantity]:
    return [claim for claim in query.claimed if is_limit_of(claim, row.unit)]


def is_limit_of(claim: Quantity, unit: Unit) -> bool:
    """Whether a figure of a question limits those in a unit: one that leaves its own open ("under 1
    trillion") does so by its bound."""
    leaves_open = claim.is_bare and claim.bound != "exact"
    return claim.unit == unit or leaves_open


def limits_another(query: Query, row: MetricFact) -> bool:
    """Whether a limit of a question is one of another figure than a row's, or in other money:
    "which provinces with more than a million members are under 90 per cent?".

    Where the places are to be put in order by another figure than the limited one, it is so too.
    """
    if row.aspect == "level" and any(_is_distance(claim) for claim in query.claimed):
        return True
    limits = [claim for claim in put_forward(query.plain) if claim.bound != "exact"]
    units = {catalogue().metric(metric).unit for metric in query.metrics}
    if limits and query.operation == "rank" and len(units) > 1 and not query.readings:
        return True
    return any(
        not is_limit_of(claim, row.unit)
        and claim.unit in _TOLD
        and not {claim.unit, row.unit} <= set(SHARES)
        for claim in limits
    )


def _is_distance(claim: Quantity) -> bool:
    """Whether a figure tells how far others lie apart, which limits none of them by itself."""
    in_points = bool(claim.unit_text) and load_cues().hits("points", claim.unit_text or "")
    return claim.unit == "percentage_points" or (claim.unit == "other" and bool(in_points))


def asks_of_plan(query: Query) -> set[str]:
    """Whether those are asked for that met, exceeded or missed what they had to reach."""
    hits = set(load_cues().hits("aspect", query.plain))
    return hits & {"excess", "fulfilled"} if "target" in hits and not _by_share(query) else set()


def _by_share(query: Query) -> bool:
    """Whether it is asked how much of a plan was met, which sets no limit: "by how much of their
    quota they had met"."""
    cues = load_cues()
    shares = cues.spans("share_of", query.plain)
    targets = [span for key, span in cues.spans_by("aspect", query.plain) if key == "target"]
    between = (query.plain[s.end : t.start] for s in shares for t in targets if s.end <= t.start)
    near = (words for words in between if len(words.split()) <= _NEAR)
    return not query.claimed and any(not cues.hits("base", words) for words in near)


def meets_plan(query: Query, reached: MetricFact, target: MetricFact | None = None) -> bool:
    """Whether what was reached surely met the target, or exceeded or missed it, as is asked.

    Without a `target` what was reached is a share of one, or what is missing to it.
    """
    least = target.value if target else WHOLE_PLAN
    met = reaches(reached, least)
    if denies(query):
        return met is False and not is_before_its_time(reached, target, query.periods)
    only_met = asks_of_plan(query) == {"excess"} and values_of(reached) == (least, least, True)
    return met is True and not only_met


def denies(query: Query) -> bool:
    """Whether those are asked for that did not reach something."""
    return bool(load_cues().hits("denied", _PARTICLE.sub("", fold(query.plain))))
