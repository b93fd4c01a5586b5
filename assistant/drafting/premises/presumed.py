"""What a question for a figure takes for granted of it: that a target was missed, or that something
fell, where it asks by how much."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.comparing import stands_as_asked
from assistant.drafting.premises.meeting import are_met
from assistant.drafting.premises.moved import moved_so
from assistant.evidence.rows.finding import Finding
from assistant.query import Query
from assistant.sentences import Computed
from assistant.understanding.slots.operations import asks_how_near
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.reading import places_of
from indexing.records import CHANGES, OF_TARGET, MetricFact


def presumed(query: Query, findings: Sequence[Finding], told: Computed | None) -> str | None:
    """Key of the phrase that what the question takes for granted is not so; None where it is, where
    the reports leave it open, and where nothing is taken for granted.

    `told` is what was computed from the findings.
    """
    cues = load_cues()
    if query.role.is_premise or not cues.hits("asking", query.plain):
        return None
    asks = frozenset(cues.hits("verdict", query.plain))
    if "denied" in asks:
        return None
    facts = [finding.facts for finding in findings]
    leads = [rows[0] for rows in facts]
    named = {"target", "target_pct"} & set(cues.hits("aspect", query.plain))
    held_against = query.operation == "compare" and bool(named)
    if set(query.aspects) <= set(OF_TARGET) or held_against:
        return _of_plan(query, leads, asks)
    if _sets_apart(query.plain) and stands_as_asked(query, findings, told) is False:
        return "refuted"
    compares = query.operation == "compare" and told is not None
    if not (set(query.aspects) <= set(CHANGES) or compares):
        return None
    return "refuted" if moved_so(query, facts, told, asks) is False else None


def _sets_apart(question: str) -> bool:
    """Whether a word between two places sets the first on one side of the second, and no other word
    does: "how far is Hue ahead of Hanoi?"."""
    cues, named = load_cues(), places_of(question)
    if len(named) != 2 or cues.hits("degree", question):
        return False
    between = question[named[0].end : named[1].start]
    return asks_how_near(question) and bool(cues.hits("standing", between))


def _of_plan(query: Query, leads: Sequence[MetricFact], asks: frozenset[str]) -> str | None:
    """Of a target that it was missed, or exceeded; what has not come to it yet does not exceed it,
    and may still."""
    hits = load_cues().hits("aspect", query.plain)
    short = {"gap", "lacking"} & set(hits) and not asks_how_near(query.plain)
    lacks = "missed" in asks or bool(short)
    exceeds = "excess" in hits
    if lacks == exceeds:
        return None
    met = are_met(leads, query.periods)
    if met is None and exceeds and are_met(leads, query.periods, by_now=True) is False:
        return "refuted_so_far"
    return "refuted" if met is not None and met != exceeds else None
