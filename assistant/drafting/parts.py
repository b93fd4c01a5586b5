"""The drafts of the parts of one question as one: each part answered, or named as unanswered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.draft import Draft, joined
from assistant.query import Query
from assistant.sentences import Computed, Sentence, operands_of, unread
from assistant.wording.phrases import Phrases


def of_parts(parts: Sequence[tuple[Query, Draft]], phrases: Phrases) -> Draft:
    """One draft of those of all parts, which follow each other as they were asked."""
    sentences: list[Sentence] = []
    drafts: list[Draft] = []
    for (part, draft), before in zip(parts, (None, *parts), strict=False):
        if draft.status == "answered" and not _repeats(part, draft, before):
            sentences += _said(part, draft, sentences, phrases)
            drafts.append(_naming(part, draft, phrases) if drafts else draft)
        else:
            drafts.append(_unanswered(part, draft, phrases, is_first=not drafts))
    return replace(joined(drafts), sentences=tuple(sentences))


def _repeats(part: Query, draft: Draft, before: tuple[Query, Draft] | None) -> bool:
    """Whether a part is answered with nothing but what answers the one before it, though what was
    asked is missing, or both were read to ask for the same figure."""
    if before is None or draft.mode != "table" or draft.verdict:
        return False
    adds = any(said.has_sources and said not in before[1].sentences for said in draft.sentences)
    return not adds and bool(draft.reason or part.slots == before[0].slots)


def _said(
    part: Query, draft: Draft, before: Sequence[Sentence], phrases: Phrases
) -> Sequence[Sentence]:
    """What a part adds to the sentences `before` it.

    Led by the words that ask for it where it says yes or no, or nothing that is not told already:
    else nobody could tell of what, or that it was answered.
    """
    fresh = [said for said in draft.sentences if not (said.has_sources and said in before)]
    adds = any(said.has_sources for said in fresh)
    if before and part.operation == "ratio" and not _in_its_order(draft, (*before, *fresh)):
        return (replace(_lead(part, phrases), before="\n"), *draft.sentences)
    if before and (draft.verdict or not adds):
        lead = replace(_lead(part, phrases), before="\n")
        return (lead, *(fresh if adds else draft.sentences))
    follows = (*fresh[1:], None)
    own = [said for said, after in zip(fresh, follows, strict=True) if _leads_on(said, after)]
    if before and own and before[-1].before == "\n":  # behind a list
        own[0] = replace(own[0], before="\n")
    return own


def _in_its_order(draft: Draft, told: Sequence[Sentence]) -> bool:
    """Whether the figures that are told are a draft's own in their order, so that "the first" and
    "the second" are the same ones."""
    rows = [
        [
            claim.source
            for sentence in said
            for claim in sentence.claims
            if not isinstance(claim.source, Computed)
        ]
        for said in (draft.sentences, told)
    ]
    return rows[0] == rows[1]


def _leads_on(said: Sentence, after: Sentence | None) -> bool:
    """Whether a sentence is more than a lead ("...:") to what was told before."""
    return said.stop != ":" or (after is not None and after.stop != ":")


def _naming(part: Query, draft: Draft, phrases: Phrases) -> Draft:
    """The draft with the part named for which what words tell is missing; a figure names itself."""
    if part.intent == "figure" or not draft.reason:
        return draft
    return replace(draft, reason=(_lead(part, phrases), *draft.reason))


def _unanswered(part: Query, draft: Draft, phrases: Phrases, *, is_first: bool) -> Draft:
    """The draft of a part that nothing answers; that is said of it by name."""
    if is_first and part.intent == "figure":
        return draft  # which names the figure that is missing
    reason = draft.reason or (Sentence(phrases.say("reasons", "no_passage")),)
    return replace(draft, reason=(_lead(part, phrases, is_first=is_first), *reason), choices=())


def _lead(part: Query, phrases: Phrases, *, is_first: bool = False) -> Sentence:
    own = min(part.plain, part.question, key=len) if is_first else part.question
    asked = part.role.typed or own
    words = phrases.say("reasons", "part", words=" ".join(asked.split()).strip(" ?!.,"))
    return unread(words, ":")


def of_the_first(part: Query, before: Sequence[tuple[Query, Draft]]) -> Query:
    """A part that asks of the place which comes first in an order, once that order is told; so
    does one that asks why that is so."""
    asks_why = part.role.is_behind and part.linked.premise is not None and part.operation == "rank"
    if not before or not (part.unsure.left_open == "place" or asks_why):
        return part
    asked, draft = before[-1]
    rows = [row for said in draft.sentences for claim in said.claims for row in operands_of(claim)]
    if asked.operation != "rank" or asked.order.both_ends or not rows or rows[0].place is None:
        return part
    of_it = replace(part, places=(rows[0].place,)).leaving(None)
    if not (asks_why and part.linked.premise):
        return of_it
    premise = replace(part.linked.premise.for_value(), places=of_it.places)
    return of_it.for_value().granting(premise)
