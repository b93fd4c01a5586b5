"""What a figure that no row bears out comes nearest to: the same value, told of something else.

"96.5 per cent was reached" where the reports give 96.5 per cent as the target: the note names what
is amiss.  It changes no verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.order import last_day, recency
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_cited_truly
from assistant.grounding.matching import differing, says_the_same
from assistant.wording.phrases import Phrases
from assistant.wording.words import period_words, place_words
from indexing.catalogue import OTHER
from indexing.records import MetricFact

_FEWEST_DIGITS = 4
"""Digits by which a value is known in another place, where a rounder one may stand by chance."""


def nearest(said: MetricFact, sources: Sources, phrases: Phrases) -> str | None:
    """A note on the latest row that says the same but for one slot of its key; None without one."""
    if said.metric == OTHER:
        return None
    near = (*sources.rows(said.metric, said.place), *_of_that_day_elsewhere(said, sources))
    rows = [row for row in near if says_the_same(said, row)]
    rows.sort(key=lambda row: recency(row, sources.published), reverse=True)
    for row in rows:
        how = _told(said, row, phrases)
        if how is not None and is_cited_truly(row, sources.article):
            return phrases.say("notes", "nearest", how=how)
    return None


def _of_that_day_elsewhere(said: MetricFact, sources: Sources) -> Sequence[MetricFact]:
    """Rows of other places that a value may be taken from, where it is known by its digits."""
    if said.place is None or said.period is None or not _is_known_by_digits(said):
        return ()
    day = last_day(said)
    held = sources.keyed(said.metric, None)
    same = (key for key in held.keys if key.aspect == said.aspect and key.period)
    then = (key for key in same if last_day(key) == day)
    return held.read([key for key in then if not matches_place(said.place, key.place)])


def _is_known_by_digits(said: MetricFact) -> bool:
    return len(said.value.normalize().as_tuple().digits) >= _FEWEST_DIGITS


def _told(said: MetricFact, row: MetricFact, phrases: Phrases) -> str | None:
    """In what a row differs, in words; None where it is not one thing that can be told."""
    slots = list(differing(said, row))
    if slots == ["aspect"]:
        return phrases.say("told_as", row.aspect)
    if slots == ["period"] and row.period is not None and row.period != said.period:
        return period_words(row.period, phrases)
    if slots == ["place"] and row.place is not None and _is_known_by_digits(said):
        return phrases.say("told_as", "place", place=place_words(row.place, phrases))
    return None
