"""The sentence that alone comes near a question for a figure, where its surroundings explain it.

Reports seldom use the reader's words.  "What share of pupils in Hai Lang is insured?" is answered
by "Hai Lang trails with 91.5 percent" under a headline on pupils: every word that the question
insists on stands around the sentence, and no other sentence of the place, the time and the kind is
nearly as close in meaning.  It is quoted whole, so that nothing is read into it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.quotation.printed import Printed
from assistant.evidence.insisted import AVERAGE, EACH, Insisted, insisted
from assistant.records import Query
from assistant.understanding.words.cues import Cues

LEAST_NEAR = 0.35
"""Cosine with the question under which a sentence is no answer."""
LEAST_AHEAD = 0.08
"""By how much it must be nearer than every other sentence that could be meant.  Of 30 questions
whose words all stood around the nearest sentence, 17 of the 20 that it answers were ahead by 0.10 or
more, and 8 of the 10 that it does not by 0.06 or less."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


def foremost(query: Query, able: Sequence[Printed], embed: Embed, cues: Cues) -> Printed | None:
    """The one of the sentences `able` to answer that does; None where that is not certain."""
    what = insisted(query, cues)
    able = [one for one in able if what.may_be_told_by(one.rows[0])]
    if not what.all or not any(_is_explained(query, what, one, cues) for one in able):
        return None
    vectors = embed([query.gist, *(one.text for one in able)])
    near = vectors[1:] @ vectors[0]
    best, *others = np.argsort(-near)
    ahead = near[best] - near[others[0]] if others else LEAST_AHEAD
    if near[best] < LEAST_NEAR or ahead < LEAST_AHEAD or not _is_explained(query, what, able[best], cues):
        return None
    own = what.held_by(able[best].text, cues)
    told_elsewhere = (what.held_by(able[other].text, cues) - own for other in others)
    return None if any(told_elsewhere) else able[best]


def _is_explained(query: Query, what: Insisted, one: Printed, cues: Cues) -> bool:
    """Whether the sentence holds every word, or its passage where the sentence tells no figure that
    has a name: one of the whole is none of "the minorities" that are spoken of beside it.

    Names, and that it tells an average, the sentence must hold itself.
    """
    own = what.held_by(one.text, cues)
    if own == what.all:
        return True
    of_whole = any(row.metric in query.metrics and row.group is None for row in one.rows)
    must = (what.names | {AVERAGE, EACH}) & what.all
    return not of_whole and must <= own and what.held_by(one.around, cues) == what.all
