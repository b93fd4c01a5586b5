"""Whether what a question puts forward is what the reports say: "is it true that ...?".

A figure with a bound is an inequality: "over 93" holds whatever lies above.  What a question puts
forward and what a report prints are compared as the values that each can stand for; where these
only overlap, neither yes nor no is said and the figure speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafting.comparing import (
    agreed,
    grew_as_asked,
    stands_as_asked,
)
from assistant.drafting.premises.agreeing import agree
from assistant.drafting.premises.claims import (
    AtLeast,
    claims_of,
    says_of_plan,
    says_of_share,
    says_of_whole,
)
from assistant.drafting.premises.everyone import is_of_everyone
from assistant.drafting.premises.meeting import are_met
from assistant.drafting.premises.moved import moved_so, of_two_areas
from assistant.drafting.premises.put import put_by, reach_of
from assistant.evidence.rows.doubts import is_doubted
from assistant.evidence.rows.finding import Finding
from assistant.evidence.rows.order import last_day
from assistant.query import Query
from assistant.sentences import Computed
from assistant.understanding.slots.operations import EITHER
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import OTHER, catalogue
from indexing.records import CHANGES, OF_TARGET, Bound, MetricFact, Period, Quantity

_HOW = re.compile(
    r"\bhow\s+(?:did|does|do|has|have|had|is|are|was|were|can|could)\b", re.IGNORECASE
)
"""Who asks how something came about puts it forward, as one who asks what or who does not."""


def confirmation(
    query: Query, findings: Sequence[Finding], told: Computed | None = None
) -> str | None:
    """Key of the phrase that confirms or refutes what a question puts forward.

    That is a figure, that a target was met, or that something grew or fell; `told` is what was
    computed from the findings.  None where nothing is put forward, where the reports leave it open,
    and where several figures answer and it is not clear which one the question meant.
    """
    if query.manner.occasion:
        return None  # the words that ask for the time are no longer among those of the query
    cues = load_cues()
    asks, is_untrue = put_by(query)
    of_two = len(query.places) > 1 or (len(query.metrics) > 1 and not query.readings)
    if asks & {"open", "denied"} or (of_two and EITHER.search(query.plain)):
        # One of two places or metrics is asked for, and no yes or no.
        return None  # "did it not reach 90?": whether yes or no is meant depends on the ear
    leads = [finding.facts[0] for finding in findings]
    of_plan = {"target", "wanted"} & {*cues.hits("aspect", query.plain)}
    held_against = query.operation == "compare" and bool(of_plan)
    of_target = set(query.aspects) <= set(OF_TARGET) or held_against
    is_told = query.role.is_premise or "told" in asks or _HOW.search(query.plain)
    is_wh = bool(cues.hits("asking", query.plain)) and not is_told
    is_yes_no = query.role.is_premise or ("asks" in asks and not cues.hits("asking", query.plain))
    # "Did it miss 95 per cent?" denies; "was it below 95?" is a limit of its own.
    limits = [claim for claim in query.claimed if claim.bound != "exact"]
    denies = "missed" in asks and (of_target or (bool(query.claimed) and not limits))
    turned = denies != is_untrue
    if is_yes_no and of_target:
        says = _of_plan(query, leads, denies, reach_of(query, asks))
        turned = is_untrue
    elif query.claimed and not is_wh:
        if of_two_areas(query, leads, asks):
            return "two_areas"
        says = _of_figures(query, findings, told, asks, turned)
    elif is_yes_no:
        says = _stands_so(query, findings, told, asks)
    else:
        return None
    if says is None or any(map(is_doubted, leads)):
        return None  # what is at odds with its report, or cannot be true, bears nothing out
    if says != turned:
        return None if cues.hits("steep", query.plain) else "confirmed"
    may_be_since = not (of_target or turned or "only" in asks) and _goes_on(query.periods, leads)
    is_open = may_be_since and _is_to_be_reached(query.claimed, asks)
    return "refuted_so_far" if is_open else "refuted"


def whether(query: Query, says: bool | None) -> str | None:
    """Key of the phrase that says whether two things stand as a yes-no question puts forward; None
    where it is none, or where that is open."""
    cues = load_cues()
    asks, is_untrue = put_by(query)
    is_yes_no = "asks" in asks and not cues.hits("asking", query.plain)
    if says is None or not is_yes_no or asks & {"open", "denied"} or EITHER.search(query.plain):
        return None
    return "confirmed" if says != is_untrue else "refuted"


def _of_plan(
    query: Query, leads: Sequence[MetricFact], denies: bool, at_least: AtLeast
) -> bool | None:
    """Whether a plan was met, or missed where that is asked, and is what is put forward of it.

    Who says how much of it was reached, or is missing, does not ask whether that is all.
    """
    claims = [claim for claim in claims_of(query) if not claim.is_bare]
    if not any(row.aspect == "target" for row in leads):
        claims = [claim for claim in claims if claim.aspect != "target"]
    says = [says_of_plan(claim, leads, query.plain, at_least) for claim in claims]
    if at_least != "no" and False in says and are_met(leads, query.periods) is None:
        return None  # what it has not come to before its time it may reach yet
    amounts = [claim for claim in claims if claim.aspect in ("target_pct", "gap")]
    if not amounts:
        met = are_met(leads, query.periods)
        says.append(None if met is None else met != denies)
    return False if False in says else None if None in says else True


def _of_figures(
    query: Query,
    findings: Sequence[Finding],
    told: Computed | None,
    asks: frozenset[str],
    turned: bool,
) -> bool | None:
    """Whether the figures that a question puts forward are the reports' own; `turned`: it puts
    forward that they are not."""
    if query.operation == "ratio":
        return says_of_share(query, told)
    facts = [finding.facts for finding in findings]
    leads = [rows[0] for rows in facts]
    reach = reach_of(query, asks)
    if reach == "no" and "missed" in asks:
        reach = "told"
    # No aim bears out that something is so.
    own = [rows for rows in facts if "target" in query.aspects or rows[0].aspect != "target"]
    says = agree(query, own, "asked" if turned and reach == "told" else reach, turned)
    if says is not None and any(map(_is_so_far, findings)):
        claims = [claim for claim in claims_of(query) if not claim.is_bare]
        says = agreed(
            says_of_whole(claim, row, query.plain, reach) for claim in claims for row in leads
        )
    if says and asks & {"up", "down"} and _are_levels(leads):
        return moved_so(query, facts, told, asks)  # "rose from 90 to 94": both may be right
    if says is None and moved_so(query, facts, told, asks) is False:
        return False  # whatever it is told in, what fell did not rise by any of it
    return says


def _stands_so(
    query: Query, findings: Sequence[Finding], told: Computed | None, asks: frozenset[str]
) -> bool | None:
    """Whether things stand, or went, as a question puts forward that names no figure."""
    facts = [finding.facts for finding in findings]
    leads = [rows[0] for rows in facts]
    if query.manner.grew:
        return grew_as_asked(query, findings, asks & {"up", "down"} == {"down"})
    says = None
    if _are_levels(leads):
        says = stands_as_asked(query, findings, told)
        says = is_of_everyone(query, leads) if says is None else says
    return moved_so(query, facts, told, asks) if says is None and "missed" not in asks else says


def _are_levels(rows: Sequence[MetricFact]) -> bool:
    return not any(row.aspect in CHANGES for row in rows)


def _is_to_be_reached(claimed: Sequence[Quantity], asks: frozenset[str]) -> bool:
    """Whether figures are put forward as reached: what the last report tells as below them may have
    passed them since."""
    reached: tuple[Bound, ...] = ("over", "exact") if "reach" in asks else ("over",)
    return bool(claimed) and all(claim.bound in reached for claim in claimed)


def _goes_on(asked: Sequence[Period], rows: Sequence[MetricFact]) -> bool:
    """Whether the asked time goes on behind what is told: "was it above 90 in 2023?", of which the
    last that is held is of February."""
    told = [last_day(row) for row in rows if row.period]
    return not asked or any(day < period.last_day for period in asked for day in told)


def _is_so_far(finding: Finding) -> bool:
    """Whether an amount that adds up is told for a part of the asked time only."""
    row = finding.facts[0]
    is_flow = row.metric != OTHER and catalogue().metric(row.metric).kind == "flow"
    return not finding.whole_period and is_flow and row.aspect == "level"
