"""Ranked passages -> the sentences of reports that may answer, each with how near it comes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.quotation.matching import covered_shares, is_about
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import asks_what_is_done, sought
from assistant.drafting.quotation.suiting import tells_age, tells_who
from assistant.drafting.quotation.ways import Candidate, asks_for_figure, way_of
from assistant.evidence.insisted import EACH, counts_another, names_someone, tells_of_each
from assistant.evidence.rows.debtors import is_debt, owe_alike
from assistant.query import Query
from assistant.understanding.intent import asks_of_future
from assistant.understanding.slots.narrowing.denials import UNDONE, denies
from assistant.understanding.slots.narrowing.lengths import tells_length
from assistant.understanding.words.cues import Cues
from indexing.database import Vectors
from indexing.records import Period

NEAR_BEST = 0.05
"""How far a further sentence may fall behind the best one."""


def candidates(
    query: Query, found: Sequence[Printed], vector: Vectors, cues: Cues
) -> list[Candidate]:
    """The sentences among those found that are near enough to the question, which `vector` is of,
    the best first."""
    counts = asks_for_figure(query, cues)
    read = of_slots(query, found, counts, cues)
    if not read:
        return []
    what = sought(query, cues, with_names=counts)
    named = names_someone(query, cues)
    covered = covered_shares(what, [(one.text, one.around) for one in read], cues)
    way = way_of(query, read, covered, cues)
    able = [
        place
        for place in way.asked
        if tells_length(query.plain, read[place].text)
        if tells_who(query, read[place].text, what.topic - cues.usual, cues)
        if named or not any(map(is_debt, read[place].rows))
        if is_about(what, read[place].text, read[place].around, read[place].article.text, cues)
    ]
    scores = np.zeros(len(read))
    scores[able] = (cosines(vector, read) + np.asarray(covered))[able] / 2
    return sorted(way.made(scores.tolist()), key=lambda one: one.score, reverse=True)


def of_slots(query: Query, read: Sequence[Printed], counts: bool, cues: Cues) -> list[Printed]:
    """The sentences that are of the places and times asked for; asked when, those with a time, and
    asked of whom something is not so, those that deny something; asked what is done about debtors,
    those that tell it, if any do."""
    periods = query.periods if counts else ()
    of_them = [
        one
        for one in read
        if one.is_of(query.places, periods, counts) and tells_age(query, one.text)
    ]
    if asks_of_future(query.plain, cues):
        of_them = [one for one in of_them if _names_a_year_of(one, query.periods)]
    if counts:
        of_them = [
            one
            for one in of_them
            if owe_alike(query.plain, one.text) and not counts_another(query.plain, one.text, cues)
        ]
    if UNDONE in query.parts:
        of_them = [one for one in of_them if denies(one.text, cues)]
    if counts and EACH in query.parts:
        of_them = [one for one in of_them if tells_of_each(one.text, cues)]
    is_when = "when" in cues.hits("about", query.plain)
    of_them = [one for one in of_them if one.is_dated] if is_when else of_them
    if counts or not asks_what_is_done(query, cues):
        return of_them
    done = [one for one in of_them if "tells" in cues.hits("dealing", one.text)]
    return done or of_them


def cosines(vector: Vectors, read: Sequence[Printed]) -> NDArray[np.float64]:
    """How near each sentence is to what a unit vector is of."""
    products = np.stack([one.vector for one in read]) @ vector.astype(np.float64)
    # Rounded, because a sum's last digits depend on how many rows are multiplied at once.
    near: NDArray[np.float64] = np.round(products, 6)
    return near


def _names_a_year_of(one: Printed, periods: Sequence[Period]) -> bool:
    """Whether a sentence's report names a year of one of the asked periods, or is of it."""
    years = {year for p in periods for year in range(p.first_day.year, p.last_day.year + 1)}
    published = one.article.published
    named = published is not None and published.year in years
    return not years or named or any(str(year) in one.article.text for year in years)
