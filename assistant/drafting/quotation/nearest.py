"""The sentence that is told as near where nothing answers a question.

Asked for a figure, it must tell one of the asked kind, place and time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from assistant.drafting.quotation.candidates import cosines
from assistant.drafting.quotation.matching import covered_shares, holds_half
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import Sought, sought
from assistant.drafting.quotation.ways import Candidate
from assistant.evidence.told import of_kind
from assistant.records import Query
from assistant.understanding.slots.narrowing.owned import family
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER, Metric, catalogue
from indexing.database import Vectors
from indexing.reading.folding import fold
from indexing.records import MetricFact

LEAST_SCORE_NEAR = 0.42
"""Score (as of a `Candidate`) under which a sentence is not near.  Of 36 questions that nothing
answered, 17 had one above it: for 8 of them it told what was asked, in other words, for 7 what is
held instead; under it one told what was asked."""
LEAST_SCORE_FIGURE = 0.3
"""The same where a figure is asked for.  Of 285 such questions, each for a figure that a report
tells and the table does not, 127 had one above it, and for 91 of them it told that figure."""


def nearest(
    query: Query, found: Sequence[Printed], vector: Vectors, cues: Cues
) -> Candidate | None:
    """The sentence on the asked places that comes nearest to `query`, which `vector` is of; None
    where none is near.  Asked why a figure is so, any that tells the figure is."""
    what = sought(query, cues, with_names=False)
    read = _able(query, what, found, cues)
    of_matter = "why" in cues.hits("about", query.plain) and bool(query.metrics)
    if of_matter:
        read = [one for one in read if any(row.metric in query.metrics for row in one.rows)]
    if not read:
        return None
    covered = covered_shares(what, [(one.text, one.around) for one in read], cues)
    scores = (cosines(vector, read) + np.asarray(covered)) / 2
    best = int(np.argmax(scores))
    one = Candidate(read[best].article, read[best].span, float(scores[best]))
    least = LEAST_SCORE_FIGURE if query.intent == "figure" else LEAST_SCORE_NEAR
    return one if of_matter or one.score >= least else None


def _able(query: Query, what: Sought, found: Sequence[Printed], cues: Cues) -> list[Printed]:
    if query.intent != "figure":
        return [one for one in found if one.is_of(query.places, (), False)]
    return [
        one
        for one in found
        if one.is_of(query.places, query.periods)
        and holds_half(what.names, one.around, cues)
        and all(fold(name) in fold(one.around) for name in _names(query))
        and any(_may_be_meant(row, query) for row in of_kind(query, one.rows, cues))
    ]


def _names(query: Query) -> Iterator[str]:
    """The narrowing words that are names, of which another one's figure is not near."""
    for words in query.qualifiers:
        if words[:1].isupper() and not query.plain.startswith(words):
            yield words


def _may_be_meant(row: MetricFact, query: Query) -> bool:
    """Whether a figure may be the asked one under another name, or one of its parts or its whole:
    what the table knows to be of another insurance is near to nothing."""
    if row.metric == OTHER or not query.metrics:
        return True
    own = catalogue().metric(row.metric)
    asked = (catalogue().metric(metric) for metric in query.metrics)
    return row.aspect in query.aspects and any(
        own.measure == one.measure and (own == one or set(_families(own)) & set(_families(one)))
        for one in asked
    )


def _families(metric: Metric) -> Iterator[str]:
    return map(family, metric.schemes)
