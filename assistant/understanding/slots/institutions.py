"""A hospital or clinic that a question asks of: one of many, whose figure is not that of its place.

"How many visits did Lai Chau General Hospital have?" names no province, and counts no hospitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understanding.slots.kinds import asked_kind
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import quantities_of, spans_of, terms_of
from indexing.records import Span

_BEFORE = re.compile(r"([^\W\d_]+)[ \-]+$")
_BEHIND = re.compile(r"[ \-]+([^\W\d_]+|\d{2,3}\b)")
"""A word on either side, or the number of a hospital: "Bệnh viện 108"."""
_Told = Callable[[int, int, bool], bool]
"""Whether the word from one place to another is of a name; last, whether the kind leads it."""
_MOST_WORDS = 6
"""Of a name on one side of the word for its kind."""


def institutions(question: str, cues: Cues) -> list[Span]:
    """Where a question names one hospital, clinic or health station, its name included.

    Several of them are counted ("how many hospitals"), what is asked for by its kind is put in
    order ("which hospital"), and "hospital fees" are those of all.
    """
    named = cues.spans_by("institution", question)
    if not named:  # as most often
        return []
    ranked = asked_kind(question, cues)
    taken = [*spans_of(t for t in terms_of(question) if t.kind == "scheme")]
    taken += spans_of(q for q in quantities_of(question) if q.unit != "other")
    taken += [ranked.span] if ranked else []

    def is_of_name(start: int, end: int, led: bool) -> bool:
        word = question[start:end]
        known = any(span.start < end and start < span.end for span in taken)
        is_named = word[0].isupper() or word.isdigit() or not (led or cues.idle.holds(word))
        return not known and (is_named or bool(cues.hits("institution_rank", word)))

    found: list[Span] = []
    for key, kind in named:
        if ranked and ranked.span.start <= kind.start < ranked.span.end:
            continue
        named_on = _named_behind if key == "led" else _named_before
        span = named_on(question, kind, is_of_name)
        # "Bệnh viện" alone may be all of them.
        if (key == "one" or span != kind) and not _is_any(question, span, span == kind, cues):
            found.append(span)
    return found


def _named_before(question: str, kind: Span, is_of_name: _Told) -> Span:
    """The kind with the words of a name before it: "Lai Chau General | Hospital"."""
    start = kind.start
    for _ in range(_MOST_WORDS):
        word = _BEFORE.search(question[:start])
        if word is None or not is_of_name(*word.span(1), False):
            break
        start = word.start(1)
    return Span(start, kind.end)


def _named_behind(question: str, kind: Span, is_of_name: _Told) -> Span:
    """The kind with the words of a name behind it: "bệnh viện | đa khoa tỉnh Lai Châu"."""
    end = kind.end
    for _ in range(_MOST_WORDS):
        word = _BEHIND.match(question, end)
        if word is None or not is_of_name(*word.span(1), True):
            break
        end = word.end()
    return Span(kind.start, end)


def _is_any(question: str, named: Span, is_bare: bool, cues: Cues) -> bool:
    """Whether no single one is meant: "each clinic", "in hospital", "hospital fees"."""
    before, behind = question[: named.start].rstrip(), question[named.end :]
    led = [
        span for key, span in cues.spans_by("institution_any", before) if is_bare or key == "any"
    ]
    used = cues.spans("institution_use", behind)
    is_led = any(span.end == len(before) for span in led)
    return is_led or any(not behind[: span.start].strip() for span in used)
