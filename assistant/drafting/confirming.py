"""Whether what a question puts forward is what the reports say: "is it true that ...?".

A figure with a bound is an inequality: "over 93" holds whatever lies above.  What a question puts
forward and what a report prints are compared as the values that each can stand for; where these
only overlap, neither yes nor no is said and the figure speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.evidence.selection import Finding
from assistant.evidence.values import WHOLE_PLAN, reaches, values, values_of
from assistant.records import Query, Standing
from assistant.sentences import Computed
from assistant.understanding.slots.standings import open_standing
from assistant.understanding.words.cues import load_cues
from indexing.agreement import same_days
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, OF_TARGET, Bound, MetricFact, Period, Quantity

_THAN = re.compile(r"\b(?:than|above|below|hơn|hon)\b", re.IGNORECASE)


def confirmation(
    query: Query, findings: Sequence[Finding], told: Computed | None = None
) -> str | None:
    """Key of the phrase that confirms or refutes what a question puts forward.

    That is a figure, that a target was met, or that something grew or fell; `told` is what was
    computed from the findings.  None where nothing is put forward, where the reports leave it open,
    and where several figures answer and it is not clear which one the question meant.
    """
    cues = load_cues()
    asks = frozenset(cues.hits("verdict", query.plain))
    if asks & {"open", "denied"}:
        return None  # "did it not reach 90?": whether yes or no is meant depends on the ear
    facts = [finding.facts for finding in findings]
    of_target = "target" in cues.hits("aspect", query.plain) or set(query.aspects) <= set(OF_TARGET)
    is_yes_no = "asks" in asks and not cues.hits("asking", query.plain)
    if is_yes_no and of_target:
        says = _met([rows[0] for rows in facts], query.periods)
    elif query.claimed:
        says = _said(query, facts, bool(asks & {"reach", "missed"}))
    elif told is not None and told.vs is None and len(query.places) > 1:
        says = _stands(query, findings) if is_yes_no else None
    else:
        says = _moved(facts, told, asks) if is_yes_no and "missed" not in asks else None
    if says is None:
        return None
    # "Did it miss 95 per cent?" denies; "was it below 95?" is a limit of its own.
    denies = "missed" in asks and all(claim.bound == "exact" for claim in query.claimed)
    if says != denies:
        return "confirmed"
    is_open = not (query.periods or of_target or denies) and _is_to_be_reached(query.claimed, asks)
    return "refuted_so_far" if is_open else "refuted"


def _is_to_be_reached(claimed: Sequence[Quantity], asks: frozenset[str]) -> bool:
    """Whether figures are put forward as reached: what the last report tells as below them may have
    passed them since."""
    reached: tuple[Bound, ...] = ("over", "exact") if "reach" in asks else ("over",)
    return bool(claimed) and all(claim.bound in reached for claim in claimed)


def _said(query: Query, facts: Sequence[Sequence[MetricFact]], at_least: bool) -> bool | None:
    """Whether the one figure that answers is each of those that the question puts forward."""
    put = [claim for claim in query.claimed if not _is_bare(claim, query.plain)]
    meant = [rows for rows in facts if any(_counts(claim, rows[0]) for claim in put)]
    if len(meant) != 1:
        return None
    rows = meant[0]
    claims = [claim for claim in put if _counts(claim, rows[0])]
    says = {says_of(claim, row, query.plain, at_least) for claim in claims for row in rows}
    if len(claims) > 1 and says != {True}:
        return None  # "between 90 and 95", "from 90 to 95": neither figure stands for itself
    return _one(says)


def _is_bare(claim: Quantity, question: str) -> bool:
    """Whether a figure is digits only: as likely a year or a number of something else."""
    return claim.unit == "other" and not any(map(str.isalpha, question[claim.start : claim.end]))


def _counts(claim: Quantity, row: MetricFact) -> bool:
    """Whether a figure of a question can be meant for a row: "over 3 trillion" leaves its unit."""
    return claim.unit == row.unit or (claim.unit == "other" and claim.unit_text is None)


def says_of(
    claim: Quantity,
    row: MetricFact,
    question: str,
    at_least: bool = False,
    is_near: bool = False,
) -> bool | None:
    """Whether a figure of a question is a row's: its value, bound, and direction of a change.

    `at_least`: the question asks whether it was reached; `is_near` as for any figure.
    """
    turned = {"up": row.value < 0, "down": row.value > 0}.get(claim.direction or "", False)
    if turned and row.aspect in CHANGES:
        return False
    if at_least and claim.bound == "exact" and abs(row.value) > claim.value:
        return None  # 99 has reached 95, and is not 95
    said = values(claim.value, claim.bound, question[claim.start : claim.end])
    # Who says 95 of a printed "over 93" is wrong; who says "above 95" may be right.
    return values_of(row, is_near or claim.bound in ("exact", "about")).within(said)


def stands(row: MetricFact, mark: MetricFact, standing: Standing) -> bool:
    """Whether a row is surely on the asked side of the figure of another place."""
    if row.unit != mark.unit:
        return False
    less, more = (mark, row) if standing.side == "above" else (row, mark)
    low, high = values_of(less, is_near=True), values_of(more, is_near=True)
    return low.high < high.low or (low.high == high.low and not (low.is_exact and high.is_exact))


def _met(leads: Sequence[MetricFact], asked: Sequence[Period]) -> bool | None:
    """Whether the targets were met, where the metrics that are told agree on it."""
    metrics = {row.metric for row in leads}
    return _one(
        _met_of([row for row in leads if row.metric == metric], asked) for metric in metrics
    )


def _met_of(leads: Sequence[MetricFact], asked: Sequence[Period]) -> bool | None:
    """Whether a target was met: by the share of it that was reached, what is missing, or both.

    What is short of it before its time is up may still get there: that is neither yes nor no.
    """
    by_aspect = {row.aspect: row for row in leads}
    if len(by_aspect) != len(leads):
        return None
    level, target = by_aspect.get("level"), by_aspect.get("target")
    reached = level if level and target else by_aspect.get("target_pct") or by_aspect.get("gap")
    if reached is None:
        return None
    least = target.value if target and reached is level else WHOLE_PLAN
    met = reaches(reached, least)
    if target and met and _is_of_a_past_plan(reached, target):
        return None
    return None if met is False and is_before_its_time(reached, target, asked) else met


def _is_of_a_past_plan(reached: MetricFact, target: MetricFact) -> bool:
    """Whether the year that a target was set for was over before a figure was reached."""
    if reached.period is None or target.period is None:
        return False
    return (
        parse_notation(target.period).last_day.year < parse_notation(reached.period).last_day.year
    )


def is_before_its_time(
    reached: MetricFact, target: MetricFact | None, asked: Sequence[Period]
) -> bool:
    """Whether a figure is of an earlier day than the one that is asked for, or that its target is
    set for: the end of its year, where that is not told."""
    if reached.period is None:
        return False
    day = parse_notation(reached.period).last_day
    due = parse_notation(target.period if target and target.period else f"{day.year}").last_day
    return day < max((period.last_day for period in asked), default=due)


def _moved(
    facts: Sequence[Sequence[MetricFact]], told: Computed | None, asks: frozenset[str]
) -> bool | None:
    """Whether what is stated or computed to have changed did so in the asked direction."""
    if len(asks & {"up", "down"}) != 1:
        return None
    changes = [row.value for rows in facts for row in rows if row.aspect in CHANGES]
    if told is not None and told.vs is not None:
        changes.append(told.value)
    return _one((value > 0) == ("up" in asks) for value in changes if value)


def _stands(query: Query, findings: Sequence[Finding]) -> bool | None:
    """Whether the first of two places is on the asked side of the second, on the same days."""
    leads = [finding.facts[0] for finding in findings]
    told = {row.place: row for row in leads}
    first, *others = (told.get(place) for place in query.places)
    side = open_standing(query.plain, query.places[-1], load_cues())
    if first is None or side is None or len(others) != 1 or (other := others[0]) is None:
        return None
    if not same_days(first.period, other.period) or not _THAN.search(query.plain):
        return None  # "compared with Hue, is Hanoi higher?" names the other one first
    return stands(first, other, side)


def _one(verdicts: Iterable[bool | None]) -> bool | None:
    """The verdict on which all agree."""
    found = set(verdicts)
    return found.pop() if len(found) == 1 else None
