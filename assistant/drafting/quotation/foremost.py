"""The sentence that alone comes near a question for a figure, where its surroundings explain it.

Reports seldom use the reader's words.  "What share of pupils in Hai Lang is insured?" is answered
by "Hai Lang trails with 91.5 percent" under a headline on pupils: every word that the question
insists on stands around the sentence, and no other sentence of the place, the time and the kind is
nearly as close in meaning.  It is quoted whole, so that nothing is read into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.drafting.quotation.candidates import cosines, of_slots
from assistant.drafting.quotation.matching import is_about
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import sought
from assistant.drafting.quotation.ways import Candidate, asks_for_figure, tells_asked_kind
from assistant.evidence.insisted import AVERAGE, EACH, Insisted, insisted
from assistant.evidence.told import of_kind
from assistant.query import Query
from assistant.understanding.slots.narrowing.denials import UNDONE
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER
from indexing.database import Vectors
from indexing.records import MetricFact

_LEAST_NEAR = 0.35
"""Cosine with the question under which a sentence is neither an answer nor near one."""
_LEAST_AHEAD = 0.08
"""By how much it must be nearer than every other sentence that could be meant.  Of 30 questions
whose words all stood around the nearest sentence, 17 of the 20 that it answers were ahead by 0.10
or more, and 8 of the 10 that it does not by 0.06 or less."""
LEAST_HELD = 0.5
"""Share of the words that a sentence must hold to be told as near where it does not answer."""


@dataclass(frozen=True, slots=True)
class Foremost:
    """The sentence that comes nearest to a question."""

    candidate: Candidate
    answers: bool
    """Whether it is the answer; else it only stands near what was asked."""


def foremost(query: Query, read: Sequence[Printed], vector: Vectors, cues: Cues) -> Foremost | None:
    """The sentence of `read` that alone comes near `query`, which `vector` is of; None where none
    does."""
    what = insisted(query, cues)
    if not what.all or not asks_for_figure(query, cues) or "why" in cues.hits("about", query.plain):
        return None
    able = _able(query, what, read, cues)
    told = [one for one in able if _is_explained(query, what, one, cues)]
    if not told and not any(_holds_half(what, one, cues) for one in able):
        return None
    near = cosines(vector, able)
    best, *others = np.argsort(-near)
    ahead = near[best] - near[others[0]] if others else _LEAST_AHEAD
    if near[best] < _LEAST_NEAR or ahead < _LEAST_AHEAD:
        return None
    one = able[best]
    found = Candidate(one.article, one.span, float(near[best]))
    own = what.held_by(one.text, cues)
    told_elsewhere = any(what.held_by(able[other].text, cues) - own for other in others)
    if one in told and not told_elsewhere:
        return Foremost(found, answers=True)
    return Foremost(found, answers=False) if _holds_half(what, one, cues) else None


def _able(query: Query, what: Insisted, read: Sequence[Printed], cues: Cues) -> list[Printed]:
    """The sentences with a figure of the asked kind, place and time."""
    asked = sought(query, cues, with_names=True)
    return [
        one
        for one in of_slots(query, read, counts=True, cues=cues)
        if tells_asked_kind(one, query, cues)
        and what.may_be_told_by(one.rows[0], cues)
        and is_about(asked, one.text, one.around, one.article.text, cues)
    ]


def _holds_half(what: Insisted, one: Printed, cues: Cues) -> bool:
    return len(what.held_by(one.text, cues)) >= LEAST_HELD * len(what.all)


def _is_explained(query: Query, what: Insisted, one: Printed, cues: Cues) -> bool:
    """Whether the sentence holds every word, or its passage where the sentence tells nothing else.

    Names, and that it tells an average, the sentence must hold itself.
    """
    own = what.held_by(one.text, cues)
    if own == what.all:
        return True
    must = (what.names | {AVERAGE, EACH, UNDONE}) & what.all
    told = of_kind(query, one.rows, cues)
    is_else = any(_is_else(row, query) for row in told)
    return not is_else and must <= own and what.held_by(one.around, cues) == what.all


def _is_else(row: MetricFact, query: Query) -> bool:
    """Whether a figure has a name and is no part of what is asked: one of the whole is none of "the
    minorities" that are spoken of beside it."""
    return row.metric != OTHER and (row.metric not in query.metrics or row.group is None)
