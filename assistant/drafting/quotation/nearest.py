"""The sentence that is told as near where nothing answers a question, known by its words.

So it is where words are asked for, and where a figure is narrowed by words of the reader's own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.drafting.quotation.candidates import cosines
from assistant.drafting.quotation.matching import covered_shares
from assistant.drafting.quotation.meant import meant_rows
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import sought
from assistant.drafting.quotation.ways import Candidate
from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.database import Vectors

_LEAST_SCORE_NEAR = 0.42
"""Score (as of a `Candidate`) under which a sentence is not near.  Of 36 questions that nothing
answered, 17 had one above it: for 8 of them it told what was asked, in other words, for 7 what is
held instead; under it one told what was asked."""
_LEAST_SCORE_FIGURE = 0.3
"""The same for a figure that is narrowed.  Of 18 such questions 14 had a sentence above it, which
told what was asked for 8 of them; under it none did."""


def nearest(
    query: Query, found: Sequence[Printed], vector: Vectors, cues: Cues
) -> Candidate | None:
    """The sentence on the asked places that comes nearest to `query`, which `vector` is of; None
    where none is near.  Asked why a figure is so, any that tells the figure is."""
    what = sought(query, cues, with_names=False)
    of_figure = query.intent == "figure"
    if of_figure:
        read = [
            one
            for one in found
            if one.is_of(query.places, query.periods) and meant_rows(query, what, one, cues)
        ]
    else:
        read = [one for one in found if one.is_of(query.places, (), False)]
    of_matter = "why" in cues.hits("about", query.plain) and bool(query.metrics)
    if of_matter:
        read = [one for one in read if any(row.metric in query.metrics for row in one.rows)]
    if not read:
        return None
    covered = covered_shares(what, [(one.text, one.around) for one in read], cues)
    scores = (cosines(vector, read) + np.asarray(covered)) / 2
    best = int(np.argmax(scores))
    one = Candidate(read[best].article, read[best].span, float(scores[best]))
    least = _LEAST_SCORE_FIGURE if of_figure else _LEAST_SCORE_NEAR
    return one if of_matter or one.score >= least else None
