"""What a figure that no row bears out comes nearest to: the same value, told of something else.

"96.5 per cent was reached" where the reports give 96.5 per cent as the target: the note names what
is amiss.  It changes no verdict.
"""

from __future__ import annotations

from assistant.evidence.selection import recency
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
    rows = [row for row in sources.rows(said.metric, None) if says_the_same(said, row)]
    rows.sort(key=lambda row: recency(row, sources.published), reverse=True)
    for row in rows:
        how = _told(said, row, phrases)
        if how is not None and is_cited_truly(row, sources.article):
            return phrases.say("notes", "nearest", how=how)
    return None


def _told(said: MetricFact, row: MetricFact, phrases: Phrases) -> str | None:
    """In what a row differs, in words; None where it is not one thing that can be told."""
    slots = list(differing(said, row))
    if slots == ["aspect"]:
        return phrases.say("told_as", row.aspect)
    if slots == ["period"] and row.period is not None and row.period != said.period:
        return period_words(row.period, phrases)
    known = len(said.value.normalize().as_tuple().digits) >= _FEWEST_DIGITS
    if slots == ["place"] and row.place is not None and known:
        return phrases.say("told_as", "place", place=place_words(row.place, phrases))
    return None
