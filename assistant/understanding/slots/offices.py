"""Questions for who holds an office: "who is the director?", "giám đốc là ai?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.query import Query
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.offices import offices
from indexing.gazetteer import COUNTRY


def asks_for_office(gist: str, cues: Cues) -> bool:
    """Whether a question, in English words, asks who holds an office."""
    return "who" in cues.hits("about", gist) and bool(cues.content(gist) & offices().titles)


def of_the_place_in_hand(query: Query, before: Query | None, cues: Cues) -> Query | None:
    """A question for nothing but an office, of the place that was asked for before.

    None where it is none, or says itself whose office; without a place in hand that is left open.
    """
    named = query.places or query.metrics or query.qualifiers
    if named or not asks_for_office(query.gist, cues) or query.unsure.words - offices().titles:
        return None
    if is_of_head_office(query, cues):
        return None
    if before is None or not before.places:
        return query.leaving("place")
    return replace(query, places=before.places)


def is_of_head_office(query: Query, cues: Cues) -> bool:
    """Whether it asks who holds an office of the agency of the whole country, which it names."""
    if set(query.places) - {COUNTRY} or not asks_for_office(query.gist, cues):
        return False
    return bool(cues.hits("agency", query.plain)) or offices().names_agency(query.plain)
