"""Which of the times of a figure a question asks for: "in which year was it highest?", "when did it
first pass 90 per cent?", "was it ever below 85?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from assistant.datafiles import datafile
from assistant.query import Occasion, Query
from assistant.understanding.slots.claimed import is_telling, put_forward
from assistant.understanding.words.cues import Cues
from indexing.records import CHANGES, Span

_HEAD = r"\W*(?:(?:and|so|then|well)\b\W*)?"
"""Before the words with which a question opens."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `data/occasions.toml`, one pattern a list."""

    opening: re.Pattern[str]
    anywhere: re.Pattern[str]
    highest: re.Pattern[str]
    lowest: re.Pattern[str]
    first: re.Pattern[str]
    passes: re.Pattern[str]
    clause: re.Pattern[str]
    ever: re.Pattern[str]
    none: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class AskedOccasion:
    """Which time is asked for, and where the words are that ask for it."""

    which: Occasion
    spans: tuple[Span, ...]

    def asked_of(self, query: Query, cues: Cues) -> Query | None:
        """The query, which is read without these words, for that time; None where what is left
        asks neither for a single figure of one place nor for the places that ever met a limit."""
        manner = replace(query.manner, occasion=self.which)
        if query.operation == "list" and self.which == "ever":
            is_limited = query.metrics and query.claimed and query.aspects == ("level",)
            is_ever = is_limited and not query.order.standing
            return replace(query, manner=manner) if is_ever else None
        is_one = query.operation == "value" and len(query.places) < 2 and len(query.periods) < 2
        asks = query.metrics or "pronoun" in cues.hits("follow_up", query.plain)
        if not (is_one and asks) or query.versus or query.order.kind or query.order.standing:
            return None
        if query.aspects != ("level",) and not (
            self.which == "ever" and not query.claimed and set(query.aspects) <= set(CHANGES)
        ):
            return None
        return replace(query, intent="figure", manner=manner)


def asked_occasion(question: str, cues: Cues) -> AskedOccasion | None:
    """Which of its times a question asks a figure for; None where it asks for no one of them.

    It is the one at which the figure was highest or lowest; the first at which it was what the
    question puts forward, or each at which it was just that; or any at which it was, or at which it
    rose or fell.
    """
    words = _load()
    if words.none.search(question):
        return None
    which = words.opening.match(question) or words.anywhere.search(question)
    ever = words.ever.search(question)
    if which and ever and ever.start() <= which.start() < ever.end():
        which = None  # "has there been any year in which"
    if not (which or ever):
        return None
    ends: dict[Occasion, re.Match[str] | None] = {
        "highest": words.highest.search(question),
        "lowest": words.lowest.search(question),
    }
    named = [end for end, match in ends.items() if match]
    if named:
        spans = _spans(which, ever, ends[named[0]])
        return AskedOccasion(named[0], spans) if len(named) == 1 else None
    if not which:
        moves = {"up", "down"} & set(cues.hits("verdict", question))
        is_told = _sets_limit(question) or len(moves) == 1
        return AskedOccasion("ever", _spans(ever)) if is_told else None
    first = words.first.search(question)
    if _sets_limit(question) and (first or passes(question, cues)):
        return AskedOccasion("first", _spans(which, ever, first))
    if first or words.clause.search(question) or not _names_a_figure(question):
        return None
    return AskedOccasion("equal", _spans(which))


def _sets_limit(question: str) -> bool:
    """Whether a question puts forward a figure that others can be held against."""
    return any(told.unit != "other" or told.bound != "exact" for told in put_forward(question))


def _names_a_figure(question: str) -> bool:
    """Whether a question puts forward a single figure that can be looked for as it stands."""
    told = put_forward(question)
    return len(told) == 1 and told[0].bound in ("exact", "about") and is_telling(told[0])


def passes(question: str, cues: Cues) -> bool:
    """Whether a question asks of something coming up, or down, to a figure and beyond."""
    limited = any(told.bound in ("over", "under") for told in put_forward(question))
    reached = "reach" in cues.hits("verdict", question)
    return limited or reached or bool(_load().passes.search(question))


def _spans(*found: re.Match[str] | None) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in found if match)


@cache
def _load() -> _Words:
    """The words that ship with the package; the file is read once."""
    told = datafile("occasions").items()
    forms = {key: rf"\b(?:{'|'.join(listed)})\b" for key, listed in told}
    forms["opening"] = _HEAD + forms["opening"]
    return _Words(**{key: re.compile(form, re.IGNORECASE) for key, form in forms.items()})
