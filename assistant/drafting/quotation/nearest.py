"""The sentence that is told as near where no sentence answers a question for words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.drafting.quotation.candidates import cosines
from assistant.drafting.quotation.matching import covered_shares
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import sought
from assistant.drafting.quotation.ways import Candidate
from assistant.records import Query
from assistant.understanding.words.cues import Cues
from indexing.database import Vectors

LEAST_SCORE_NEAR = 0.42
"""Score (as of a `Candidate`) under which a sentence is not near.  Of 36 questions that nothing
answered, 17 had one above it: for 8 of them it told what was asked, in other words, for 7 what is
held instead; under it one told what was asked."""


def nearest(
    query: Query, found: Sequence[Printed], vector: Vectors, cues: Cues
) -> Candidate | None:
    """The sentence on the asked places that comes nearest to `query`, which `vector` is of; None
    where none is near."""
    read = [one for one in found if one.is_of(query.places, (), False)]
    if not read:
        return None
    what = sought(query, cues, with_names=False)
    covered = covered_shares(what, [(one.text, one.around) for one in read], cues)
    scores = (cosines(vector, read) + np.asarray(covered)) / 2
    best = int(np.argmax(scores))
    one = Candidate(read[best].article, read[best].span, float(scores[best]))
    return one if one.score >= LEAST_SCORE_NEAR else None
