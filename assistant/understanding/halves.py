"""Questions of two halves, of which one asks for no figure: "the rate, and who said so?"."""

from __future__ import annotations

from assistant.records import Query
from assistant.understanding.asks import joins_in
from assistant.understanding.intent import WORDS
from assistant.understanding.slots.aspects import asked_aspects
from assistant.understanding.slots.metrics.asked import asked_metrics, counted_beside
from assistant.understanding.slots.narrowing.measured import lengths_sought
from assistant.understanding.slots.openings import opening
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of
from indexing.catalogue import catalogue
from indexing.records import SHARES

_OF_WORDS = frozenset({*WORDS, "said"})
_OF_TIME_OR_PLACE = frozenset({"when", "where"})
"""Ways of asking for what no metric tells, as keys of `about`."""


def halves(query: Query, cues: Cues) -> tuple[str, str] | None:
    """The words of the two halves of a question; None where it is one.

    The first names a figure.  The second has a question word of its own, names no figure, and asks
    for words or for something that the first half does not speak of.  Or the first asks for words,
    and the second for a figure.
    """
    head = opening(query.plain)
    for join in joins_in(query.plain, cues, head.end if head else 0):
        first, second = query.plain[: join.start], query.plain[join.end :]
        if _lists_places(first, second):
            continue
        if asks_for_words(first, cues) and _asks_for_figure(first, second, cues):
            return first, second
        if _names_figure(first, cues) and _asks_for_another(query, first, second, cues):
            return first, second
    return None


def _lists_places(first: str, second: str) -> bool:
    """Whether two halves part the places of one list: "of Hue | Hanoi, which is higher"."""
    ends = any(not first[place.end :].strip() for place in places_of(first))
    return ends and any(not second[: place.start].strip() for place in places_of(second))


def _asks_for_figure(first: str, second: str, cues: Cues) -> bool:
    """Whether the second half asks for a figure that the first does not speak of: "who leads it,
    and what was the coverage?"."""
    asks = cues.hits("asking", second) and not asks_for_words(second, cues)
    return bool(asks) and _names_figure(second, cues) and not _names_figure(first, cues)


def _names_figure(words: str, cues: Cues) -> bool:
    metrics = asked_metrics(words, asked_aspects(words, cues), cues)
    return bool(metrics.names)


def _asks_for_another(query: Query, first: str, words: str, cues: Cues) -> bool:
    if _names_figure(words, cues):
        return False
    if asks_for_words(words, cues) or _counts_else(query, first, words, cues):
        return True
    narrowing = cues.content(" ".join(query.qualifiers))
    strange = (query.unknown | narrowing) & cues.content(words)
    asks_which = {"list", "places"} & set(cues.hits("operation", words))
    of_others = bool(asks_which and query.places and not places_of(words))
    return of_others or bool(strange and cues.hits("asking", words))


def _counts_else(query: Query, first: str, words: str, cues: Cues) -> bool:
    """Whether a half asks how many there are, or for how long, where the first one asks for money,
    a rate or others: "how much does it owe, and for how many months?"."""
    if lengths_sought(words):
        return True
    aspects = asked_aspects(words, cues)
    of_things = set(cues.hits("kinds", words)) - {*cues.hits("kinds", first)}
    counts = "number" in cues.hits("counting", words) if of_things else cues.hits("count", words)
    goes_on = cues.hits("of_them", words) or counted_beside(first, words, aspects, cues).names
    if not counts or goes_on or aspects != ("level",):
        return False
    if "en" in cues.hits("denying", words) and not cues.hits("denying", first):
        return True  # "how many were insured, and how many were not?"
    told = (catalogue().metric(metric).unit for metric in query.metrics)
    return bool(of_things) or all(unit in (*SHARES, "VND") for unit in told)


def asks_for_words(half: str, cues: Cues) -> bool:
    """Whether a half asks why, who, when or what was said; "where does it want to be" asks for a
    target."""
    about, is_level = set(cues.hits("about", half)), asked_aspects(half, cues) == ("level",)
    return bool(_OF_WORDS & about or (is_level and _OF_TIME_OR_PLACE & about))
