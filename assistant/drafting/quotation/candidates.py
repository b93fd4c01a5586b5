"""Ranked passages -> the sentences of reports that may answer, each with how near it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.quotation.matching import (
    asks_what_is_done,
    covered_share,
    is_about,
    sought,
    weights,
)
from assistant.drafting.quotation.printed import Printed, printed_in
from assistant.drafting.quotation.ways import Candidate, Way, asks_for_figure, way_of
from assistant.evidence.insisted import names_someone
from assistant.evidence.rows.debtors import is_debt, owe_alike
from assistant.evidence.sources import Sources
from assistant.records import Query, ScoredPassage
from assistant.understanding.slots.narrowing.denials import UNDONE, denies
from assistant.understanding.slots.narrowing.measured import tells_length
from assistant.understanding.words.cues import Cues

NEAR_BEST = 0.05
"""How far a further sentence may fall behind the best one."""


_AT_ONCE = 8
"""Sentences whose vectors are made together before it is asked whether more can come as near."""
_LIKELY = 0.7
"""Cosine that the sentence which covers most of the question is taken to have at first: those that
could not come near it then wait.  It decides what is tried first, not what is found."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
Prove = Callable[[Candidate], bool]
"""Whether the gate would let a sentence through."""


def candidates(
    query: Query,
    passages: Sequence[ScoredPassage],
    sources: Sources,
    embed: Embed,
    cues: Cues,
    prove: Prove,
) -> list[Candidate]:
    """Sentences of the passages that are near enough to the question, best first.

    Those are missing that cannot come near the best one that `prove` lets through.
    """
    counts = asks_for_figure(query, cues)
    read = of_slots(query, printed_in(passages, sources), counts, cues)
    if not read:
        return []
    what = sought(query, cues, with_names=counts)
    named = names_someone(query, cues)
    told = weights(what, [sentence.text for sentence in read], cues)
    covered = [covered_share(told, sentence.text, sentence.around, cues) for sentence in read]
    way = way_of(query, read, covered, cues)
    able = [
        place
        for place in sorted(way.asked)
        if tells_length(query.plain, read[place].text)
        if named or not any(map(is_debt, read[place].rows))
        if is_about(what, read[place].text, read[place].around, read[place].article.text, cues)
    ]
    able.sort(key=lambda place: covered[place], reverse=True)
    return _scored(query.gist, read, covered, way, able, embed, prove)


def of_slots(query: Query, read: Sequence[Printed], counts: bool, cues: Cues) -> list[Printed]:
    """The sentences that are of the places and times asked for; asked when, those with a time, and
    asked of whom something is not so, those that deny something; asked what is done about debtors,
    those that tell it, if any do."""
    of_them = [
        one for one in read if one.is_of(query.places, query.periods if counts else (), counts)
    ]
    if counts:
        of_them = [one for one in of_them if owe_alike(query.plain, one.text)]
    if UNDONE in query.parts:
        of_them = [one for one in of_them if denies(one.text, cues)]
    is_when = "when" in cues.hits("about", query.plain)
    of_them = [one for one in of_them if one.is_dated] if is_when else of_them
    done = [one for one in of_them if "tells" in cues.hits("dealing", one.text)]
    return done if done and not counts and asks_what_is_done(query, cues) else of_them


def _scored(
    gist: str,
    read: Sequence[Printed],
    covered: Sequence[float],
    way: Way,
    able: Sequence[int],
    embed: Embed,
    prove: Prove,
) -> list[Candidate]:
    """The candidates among the sentences `able` to answer, which come in the order of `covered`.

    A vector takes longest of all: what cannot come near the best is given none, and scores nothing.
    """
    at_once, likely = (len(read), 0.0) if way.together else (_AT_ONCE, _LIKELY)
    scores = np.zeros(len(read))
    found: list[Candidate] = []
    left, best = list(able), 0.0
    while left := [place for place in left if _most(covered[place]) >= best]:
        likely_best = max(best, (likely + covered[left[0]]) / 2)
        some = [place for place in left[:at_once] if _most(covered[place]) >= likely_best]
        left = left[len(some) :]
        vectors = embed([gist, *(read[place].text for place in some)])
        scores[some] = (vectors[1:] @ vectors[0] + np.asarray(covered)[some]) / 2
        found = sorted(way.made(scores.tolist()), key=lambda one: one.score, reverse=True)
        best = next((one.score for one in found if prove(one)), 0.0)
    return found


def _most(covered: float) -> float:
    """The best score to which a sentence that covers so much can be near."""
    return (1 + covered) / 2 + NEAR_BEST
