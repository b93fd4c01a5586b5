"""The sentence that is told as near where the table does not answer a question for a figure.

It must tell a figure that may be meant; of such sentences the one is told that most speaks for.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.drafting.quotation.candidates import cosines
from assistant.drafting.quotation.matching import covered_shares
from assistant.drafting.quotation.meant import asked_metrics, meant_rows
from assistant.drafting.quotation.nearness import Measure, nearness
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import sought
from assistant.drafting.quotation.ways import Candidate
from assistant.evidence.rows.agreement import matches_place
from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.database import Vectors
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact


def nearest_figure(
    query: Query, found: Sequence[Printed], vector: Vectors, cues: Cues
) -> Candidate | None:
    """The sentence that comes nearest to `query`, which `vector` is of; None where none is near."""
    what = sought(query, cues, with_names=False)
    able = [(one, rows) for one in found if (rows := meant_rows(query, what, one, cues))]
    if not able:
        return None
    read = [one for one, _ in able]
    measure = Measure.of(query, [rows for _, rows in able])
    covered = covered_shares(what, [(one.text, one.around) for one in read], cues)
    weights = nearness().weights
    scores = (
        np.array([measure.weighed(one, rows) for one, rows in able])
        + weights["meaning"] * cosines(vector, read)
        + weights["words"] * np.asarray(covered)
    )
    best = int(np.argmax(scores))
    if scores[best] < nearness().least:
        return None
    return Candidate(read[best].article, read[best].span, float(scores[best]))


def tell_as_much(query: Query, rows: Sequence[MetricFact]) -> bool:
    """Whether some figures are the asked one of about the asked time, for every asked place: no
    sentence that the table has not understood comes nearer than these."""
    if query.qualifiers:
        return False
    metrics = asked_metrics(query)
    alike = [row for row in rows if row.metric in metrics and row.aspect in query.aspects]
    return bool(alike) and all(
        any(matches_place(place, row.place) and _is_about(query, row) for row in alike)
        for place in query.places or (COUNTRY,)
    )


def _is_about(query: Query, row: MetricFact) -> bool:
    """Whether a figure is of about one of the asked times."""
    if row.period is None or not query.periods:
        return not query.periods
    last = parse_notation(row.period).last_day
    return any(abs((asked.last_day - last).days) <= nearness().days for asked in query.periods)
