"""Whether a question goes on from the one before it, and from what of that."""

from __future__ import annotations

import re
from typing import Literal

from assistant.query import Query
from assistant.understanding.conversation.inherited import says_aspect
from assistant.understanding.slots.shifts import shift_of
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, quantities_of, terms_of

_ASKING = ("about", "measure", "scheme", "beside")
"""Sections of words that ask for something, though not of where and when."""
_OF_FIGURES = ("aspect", "operation", "count", "measure", "scheme", "order")
"""Sections of words that ask for a figure of their own: "who reported the highest?"."""
_MOST_WORDS = 8
"""A question of more content words than this says what it wants by itself."""
_MOST_FRAGMENT_WORDS = {"en": 4, "vi": 6}
"""So short a question with neither place nor period goes on from the one before it; Vietnamese
words are written in syllables."""
_IT_DOES = re.compile(r"\b(?:does|did|has|had) it\b", re.IGNORECASE)
"""What was asked of before does something: it is the place, or the matter, of that question."""


def goes_on(query: Query, cues: Cues) -> bool:
    """Whether a question leaves open what the one before it said."""
    opening = cues.hits("follow_up", " ".join(query.plain.split()[:2]))
    names_a_slot = bool(query.places or query.periods or cues.hits("present", query.plain))
    names_a_slot = names_a_slot or shift_of(query) is not None
    if "first_only" in cues.hits("follow_up", query.plain) and not (names_a_slot or query.metrics):
        return True
    if "starts" in opening and len(query.words) <= _MOST_WORDS:
        return True
    if "pronoun" in cues.hits("follow_up", query.plain) and not query.metrics:
        return True
    if speaks_of_those(query, cues) or speaks_of_it(query):
        return True
    if query.metrics:
        short = len(query.plain.split()) <= _MOST_FRAGMENT_WORDS[query.language]
        return short and not names_a_slot
    if _unknown(query, cues):
        return False
    asks_otherwise = says_aspect(query, cues) or query.operation != "value" or query.claimed
    asks = any(cues.hits(section, query.plain) for section in _ASKING)
    return bool(names_a_slot or asks_otherwise or asks or "alone" in opening)


def speaks_of_those(query: Query, cues: Cues) -> bool:
    """Whether "they" are those of the question before: nobody whom its own words name first."""
    if query.places or query.operation in ("list", "rank"):
        return False
    named = [span for s in ("kinds", "counted_people") for span in cues.spans(s, query.plain)]
    told = [span for key, span in cues.spans_by("follow_up", query.plain) if key == "those"]
    return any(not any(noun.end <= span.start for noun in named) for span in told)


def speaks_of_it(query: Query) -> bool:
    """Whether "it" does something: the place, or the matter, of the question before."""
    does = _IT_DOES.search(query.plain) is not None
    return does and not query.places and query.operation not in ("list", "rank")


def asks_of_the_answer(query: Query, cues: Cues) -> bool:
    """Whether it asks for nothing but the answer given: "in English please", "are you sure?"."""
    asks = "answer" in cues.hits("follow_up", query.plain)
    names_a_slot = query.metrics or query.places or query.periods or query.claimed
    is_other = query.operation != "value" or query.aspects != ("level",)
    return asks and not (names_a_slot or is_other or query.unsure.words or query.qualifiers)


def asks_who_told(words: str, cues: Cues) -> Literal["teller", "source"] | None:
    """Whether words ask for nothing but who told what was asked before ("who said so?"), or which
    report did ("theo nguồn nào?")."""
    asked = cues.hits("told_by", words)
    tells = "asks" in asked or cues.hits("teller", words) or "said" in cues.hits("about", words)
    of_report = "source" in (*asked, *cues.hits("follow_up", words))
    asks = of_report or ("who" in asked and tells)
    if not asks or any(cues.hits(section, words) for section in _OF_FIGURES):
        return None
    if terms_of(words) or places_of(words) or quantities_of(words):
        return None
    known = cues.idle.words | cues.words_of("teller") | cues.words_of("told_by")
    if cues.content(words) - known:
        return None
    return "source" if of_report else "teller"


def asks_of_debtors(query: Query, previous: Query, cues: Cues) -> bool:
    """Whether it asks what debtors owe that the question before put in order."""
    in_order = previous.operation in ("list", "rank") and cues.hits("debtors", previous.plain)
    return bool(in_order and query.metrics and set(query.metrics) <= set(previous.metrics))


def changes_the_subject(query: Query, previous: Query, cues: Cues) -> bool:
    """Whether only the place goes on: "And the weather there?".

    After a figure that a name narrowed another bare name takes its place: "and Vinh Thong?".
    """
    if query.metrics or not _unknown(query, cues):
        return False
    names_another = bool(query.qualifiers) and not cues.hits("asking", query.plain)
    return not (names_another and previous.qualifiers and previous.metrics)


def _unknown(query: Query, cues: Cues) -> frozenset[str]:
    """The words that say something new: neither a way of asking nor a part of the whole."""
    parts = cues.content(" ".join(query.qualifiers)) if cues.hits("part", query.plain) else ()
    return query.unsure.words - frozenset(parts)
