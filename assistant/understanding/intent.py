"""Whether a question asks for figures or for the words of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.query import Intent, Query
from assistant.understanding.slots.metrics.named import MONEY
from assistant.understanding.slots.narrowing.measured import asks_age
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of
from indexing.catalogue import catalogue
from indexing.records import CHANGES

WORDS = frozenset({"why", "who", "means", "passages", "copula"})
"""Ways of asking for the words of a report, as keys of `about`."""
_DEED = re.compile(
    r"\bwhat\b[^?]*\b(?:do|done|doing)\s*(?:$|[?.!,]|(?:about|with|to|against|for|over|when|if)\b)",
    re.IGNORECASE,
)
"""What somebody did is asked for: "what did the province do about late payers?"."""
_AHEAD = re.compile(
    r"\W*(?:and\s+)?(?:when\s+)?(?:will|can|could|should|may|must|shall)\s+(?!(?:you|i|we|u|someone|anyone)\b)",
    re.IGNORECASE,
)
"""At the head of a question whether, or when, something is to come or may be: no level tells it."""
_PURPOSE = re.compile(r"\b(?:to|for|để|de|nhằm|nham)\s+(?:[^\W\d_]+\s+)?$", re.IGNORECASE)
"""Right before what is to come of something."""
_WHO_EXPLAINS = re.compile(r"\bwho\b[^?.]*?\b(?:explain|account(?:s|ed)? for)", re.IGNORECASE)


def asks_who_explains(question: str) -> bool:
    """Whether it is asked who told the causes of something: the causes are told with the name."""
    return bool(_WHO_EXPLAINS.search(question))


def asked_intent(query: Query, cues: Cues) -> Intent:
    """Words are asked for by "why", "who", "what did ... say"; figures by a metric.

    "How did coverage change?" and "what did the fund pay?" ask for figures all the same, as does
    whatever puts a figure forward; the mere name of an insurance among other matters does not.
    """
    about = cues.hits("about", query.plain)
    if {"why", "means"} & set(about) or not query.metrics or asks_age(query.plain):
        return "passages"
    if {"who", "said"} <= set(about) and "figure" not in about:
        return "passages"
    asks_level = query.aspects == ("level",) and query.operation == "value"
    if asks_level and "figure" not in about and _leaves_figure_open(query, cues):
        return "passages"
    is_for_words = _asks_for_words(query, about) and not _asks_for_figure(query, about, cues)
    return "passages" if is_for_words else "figure"


def _leaves_figure_open(query: Query, cues: Cues) -> bool:
    """Whether nothing tells that a figure is meant: it asks of what is to come, or names an
    insurance beside words that name nothing known."""
    if not query.claimed and asks_ahead(query.plain):
        return True
    fragment = bool(query.places and query.periods) and not cues.hits("asking", query.plain)
    return bool(query.readings and query.unsure.words) and not fragment


def _asks_for_figure(query: Query, about: Sequence[str], cues: Cues) -> bool:
    """Whether a question asks for a figure, whatever words of another asking it has."""
    money = any(catalogue().metric(metric).unit == "VND" for metric in query.metrics)
    pays = MONEY & set(cues.hits("measure", query.plain))
    # "What is done against late payment?" compares nothing.
    against = query.operation == "compare" and "passages" in about and len(query.places) < 2
    return bool(
        "figure" in about
        or (query.operation != "value" and not against)
        or any(told.unit != "other" for told in query.claimed)  # "3 months" is no figure of them
        or (set(query.aspects) <= set(CHANGES) and not _is_for_change(query.plain, about, cues))
        or (money and pays and cues.hits("money", query.plain))
    )


def _asks_for_words(query: Query, about: Sequence[str]) -> bool:
    """Whether a question has words that ask for what was said or done."""
    names_all = not (query.unsure.words or query.qualifiers or query.readings)
    words = WORDS - {"copula"} if names_all else WORDS
    return (
        bool({*words, "anything"} & set(about))
        or ("manner" in about and bool(query.unsure.words))
        or _DEED.search(query.plain) is not None
        # "Where was the conference on health insurance?" names an insurance, not a figure of it.
        or ("where" in about and query.readings)
    )


def _is_for_change(question: str, about: Sequence[str], cues: Cues) -> bool:
    """Whether words are asked for, and what changes is only what they are for: "what is proposed to
    win more members?"."""
    changes = [span for key, span in cues.spans_by("aspect", question) if key == "change"]
    purpose = (_PURPOSE.search(question[: span.start]) for span in changes)
    return "passages" in about and bool(changes) and all(purpose)


def asks_ahead(question: str) -> bool:
    """Whether it asks if or when something is to come or may be: "will pensions be paid early?".

    "Can Tho" does not.
    """
    named = places_of(question)
    return bool(_AHEAD.match(question)) and not (named and not question[: named[0].start].strip())


def asks_of_future(question: str, cues: Cues) -> bool:
    """Whether it asks for what had not come when the reports were written; not what somebody said
    would."""
    told = cues.hits("tense", question)
    return "future" in told and "past" not in told and "said" not in cues.hits("about", question)
