"""The draft for a question that takes a figure for granted: why it is so, or since when.

What is put forward is held against the reports first.  Where they say otherwise that is the answer;
where they do not, the reasons follow, or that they give none.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.drafting.draft import Draft, joined
from assistant.drafting.figures import figures_draft
from assistant.drafting.missing import nearest_lead
from assistant.drafting.premises.claims import claims_of
from assistant.drafting.telling import aspect_draft
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Claim, Computed, Sentence, operands_of
from assistant.understanding.premises import supposes
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import OF_TARGET


def premise_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The draft of what a question takes for granted, led by whether the reports say so; None where
    it takes nothing for granted, or nothing that can be told."""
    if query.linked.premise is None:
        return None
    told = _told_of(query.linked.premise, sources, phrases)
    if told is None or told.status == "clarify":
        return None
    if told.verdict is None:
        return told
    lead = Sentence(phrases.say("answers", f"premise_{told.verdict}"), stop=":")
    held = told.sentences[1:]
    if len(query.linked.premise.places) > 1 and not query.linked.premise.claimed:
        # On which side of the other it lies two figures tell; by how much nobody asks.
        held = tuple(said for said in held if not any(_is_computed(c) for c in said.claims))
    return replace(told, sentences=(lead, *held))


def _is_computed(claim: Claim) -> bool:
    return isinstance(claim.source, Computed)


def _told_of(premise: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """What the table tells of a premise; by its plan alone where it names no metric."""
    if premise.metrics:
        return figures_draft(premise, sources, phrases)
    return aspect_draft(premise, sources, phrases)


def supposition_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The draft of a question that supposes a figure, or that one moves: no report tells what would
    be, only what was.  None where it supposes nothing of the kind."""
    if query.linked.premise is None or not supposes(query.plain, load_cues()):
        return None
    told = _told_of(query.linked.premise, sources, phrases)
    if told is None:
        return None
    held = replace(told, sentences=told.sentences[1:]) if told.verdict else told
    reason = (Sentence(phrases.say("reasons", "no_forecast")), *_nearest(held, phrases))
    return Draft("not_found", "table", reason=reason)


def is_corrected(premise: Draft) -> bool:
    """Whether the reports say otherwise than what a question takes for granted."""
    return premise.verdict in ("refuted", "refuted_so_far", "two_areas")


def is_open(query: Query, premise: Draft) -> bool:
    """Whether the reports tell of a target that is taken to be met, and not whether it is."""
    put = query.linked.premise
    of_target = put is not None and set(put.aspects) <= set(OF_TARGET)
    return of_target and premise.status == "answered" and premise.verdict is None


def after_premise(premise: Draft, asked: Draft) -> Draft:
    """The draft of what a question takes for granted, which is not so, and behind it what the
    reports tell of what it asks all the same."""
    both = joined((premise, asked)) if asked.status == "answered" else premise
    return replace(both, verdict=premise.verdict)


def with_premise(query: Query, told: Draft | None, reasons: Draft, phrases: Phrases) -> Draft:
    """The draft of the `reasons` with the figure that they are asked for, `told` as the premise.

    Where the question itself puts a figure forward that of the reports comes first; otherwise it is
    only told where they give no reason: as what was taken for granted, if they say so, or as the
    nearest that they hold.  Of a figure that nothing bears out there are no reasons.
    """
    why = "why" in load_cues().hits("about", query.plain)
    if reasons.status == "clarify" or not (why or query.linked.premise):
        return reasons
    gives = told is not None and told.status == "answered" and _gives_claimed(query, told)
    found = reasons.status == "answered" and (gives or _hold_claimed(query, reasons))
    lacks = "no_reason" if why else "no_passage"
    none = () if found else (Sentence(phrases.say("reasons", lacks)),)
    if query.linked.premise is None or told is None:
        is_else = reasons.status == "answered" and not found
        return Draft("not_found", "passages", reason=none) if is_else else reasons
    holds = told.verdict == "confirmed" and not found
    if told.status == "answered" and (holds or gives):
        after = tuple(replace(said, before="\n") for said in reasons.sentences[:1])
        sentences = (*told.sentences, *after, *reasons.sentences[1:])
        warnings = (*told.warnings, *reasons.warnings)
        return replace(told, sentences=sentences, reason=none, warnings=warnings)
    if found:
        return reasons
    held = (*none, *_nearest(told, phrases))
    return Draft("not_found", "passages", reason=held, near=reasons.near)


def _nearest(told: Draft, phrases: Phrases) -> tuple[Sentence, ...]:
    """What a draft tells, as the nearest that the reports hold; else what is missing."""
    if told.status != "answered":
        return told.reason
    return (nearest_lead(phrases), *told.sentences, *told.warnings)


def _gives_claimed(query: Query, told: Draft) -> bool:
    """Whether a draft tells a figure of the kind that a question puts forward."""
    rows = [row for s in told.sentences for claim in s.claims for row in operands_of(claim)]
    claims = claims_of(query.linked.premise or query)
    return any(put.counts_for(row) for put in claims for row in rows)


def _hold_claimed(query: Query, reasons: Draft) -> bool:
    """Whether the sentences that are to tell why hold each figure that the question puts forward:
    else they are the reasons of something else."""
    told = {q.value for said in reasons.sentences for q in find_quantities(said.text)}
    claims = (claim for claim in claims_of(query.linked.premise or query) if not claim.is_bare)
    return all(claim.quantity.value in told for claim in claims)
