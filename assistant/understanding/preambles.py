"""What is told before a question asks: "my cousin works in Hue. How many people have insurance?".

Of such a preamble only what the asking clause leaves open is taken: the place, the time, the
insurance, and a part of the people that is its topic.  All else narrows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.understanding.slots.metrics.asked import metrics_in
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.operations import asked_operation
from assistant.understanding.slots.places import asked_places
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    periods_of,
    places_of,
    spans_of,
    terms_of,
    understood_spans,
)
from indexing.catalogue import catalogue
from indexing.records import Span

_ENDS = re.compile(r"(?<!\b[A-Z])[.!?…]+\s+|[;:]\s+|\s[-\u2013\u2014]\s|\n+")
"""Between sentences, and between clauses that stand as far apart."""
_COMMA = re.compile(r",\s+|\s+(?=(?:so|and|but)\s)")
_ELLIPTIC = re.compile(
    r"\bhow (?:many(?:\s+(?:have|had|are|were|did|do|get|got)\b|\W*$)|(?:many|much)\s+of\b)",
    re.IGNORECASE,
)
"""Whom "how many are insured" counts was told before."""
_TELLERS_OWN = re.compile(
    r"\b(?:(?:my|our|his|her|their|your|an?|some|one)|(?:i|he|she|we|they)\s+(?:am|is|are|was|were)"
    r"|(?:i['\u2019]?m|(?:he|she)['\u2019]s|(?:we|they)['\u2019]re))\s+(?:[\w'\u2019-]+\s+)?$",
    re.IGNORECASE,
)
"""Before what somebody in a preamble is or has, which is not what it is about."""
_OF_TOPIC = re.compile(r"\b(?:about|on|regarding|concerning|for|of)\s+(?:the\s+)?$", re.IGNORECASE)
_TOPIC_ENDS = re.compile(r"[,.;:!?]|\s(?:and|but|so|because|which|who)\s")
_IN_NAMED = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_PLACE = re.compile(r"\b(?:here|there)\W*$", re.IGNORECASE)
_THAT = re.compile(r"\s*that\b", re.IGNORECASE)
_WHO = frozenset({"subject", "that", "purpose"})
"""Keys of those who tell something, of those who tell what follows, and of what it is asked for."""
_LEAD = re.compile(r"\b(?:in|at|from|for|of)\s+$", re.IGNORECASE)


def without_preamble(question: str, today: date, cues: Cues) -> str:
    """`question` with no more of what is told before it asks than tells of what, when and where.

    Its length is kept.  Relative periods count from `today`.
    """
    cut = _asks_from(question, cues)
    before, asking = question[:cut], question[cut:]
    if not before or _asks_as_well(before, cues):
        return question
    if _points_back(asking, cues):
        return blanked(before, _saying_nothing(before, today, cues), " ") + asking
    places = _places(before, asking, cues)
    if places is None:
        return question
    kept = [*places, *_topics(before, asking, today, cues)]
    told = [piece for piece in _pieces(before, _ENDS) if _tells(before, piece, cues)]
    signs = [
        before[at] if any(span.start <= at < span.end for span in kept) else " "
        for at in range(len(before))
    ]
    for span in kept:
        if span.end < len(signs) and signs[span.end] == " ":
            signs[span.end] = ","
    letters = list(before)
    for piece in told:
        letters[piece.start : piece.end] = signs[piece.start : piece.end]
    return "".join(letters) + asking


def _asks_from(question: str, cues: Cues) -> int:
    """Where the clause begins that asks; 0 where nothing is told before it."""
    far = [(end.end(), "far") for end in _ENDS.finditer(question)]
    near = [(comma.end(), "near") for comma in _COMMA.finditer(question)]
    for start, how in sorted((*far, *near)):
        *_, piece = Span(0, 0), *_pieces(question[:start], _ENDS)
        tells = _speaks_for_itself if how == "near" else _tells
        if _opens(question[start:], how, cues) and tells(question, piece, cues):
            return start
    return 0


def _pieces(text: str, ends: re.Pattern[str]) -> Iterator[Span]:
    starts = [0, *(end.end() for end in ends.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield Span(start, end)


def _first(text: str, cues: Cues) -> str | None:
    """The key of the first word of a clause, behind "so" or a greeting; None where it has none."""
    past = 0
    courtesies = [("connect", span) for span in cues.spans("courtesy", text)]
    for key, span in sorted((*cues.spans_by("preamble", text), *courtesies), key=lambda x: x[1]):
        if text[past : span.start].strip(" ,.!'\"("):
            return None
        if key != "connect":
            return key
        past = max(past, span.end)
    return None


def _opens(rest: str, how: str, cues: Cues) -> bool:
    """Whether a question begins here; behind a comma "which" only goes on."""
    return _first(rest, cues) in (("lead", "ask") if how == "near" else ("lead", "ask", "wh"))


def _tells(text: str, piece: Span, cues: Cues) -> bool:
    """Whether a piece is a clause, which says something by itself."""
    said = text[piece.start : piece.end]
    return bool(_WHO & set(cues.hits("preamble", said)) or cues.hits("telling", said))


def _speaks_for_itself(text: str, piece: Span, cues: Cues) -> bool:
    """Whether a piece opens with whoever it is about, and not with what is asked for."""
    return _first(text[piece.start : piece.end], cues) in _WHO


def _asks_as_well(before: str, cues: Cues) -> bool:
    """Whether what stands before the asking clause is a question, or bids for a figure."""
    if "?" in before or {"count", "firms"} & set(cues.hits("count", before)):
        return True
    said = (before[piece.start : piece.end] for piece in _pieces(before, _ENDS))
    bids = (part for part in said if {"bid", "lead"} & set(cues.hits("preamble", part)))
    asked = (metrics_in(part, cues) for part in bids)
    return any(metrics.names and not metrics.readings for metrics in asked)


def _points_back(asking: str, cues: Cues) -> bool:
    """Whether it takes what was told before to know what is asked."""
    names = terms_of(asking) or metrics_in(asking, cues).names or cues.hits("debtors", asking)
    return not names or bool(cues.hits("back", asking) or _ELLIPTIC.search(asking))


def _saying_nothing(before: str, today: date, cues: Cues) -> Iterator[Span]:
    """Clauses that hold nothing which could be pointed at, and who says what the others tell."""
    for piece in _pieces(before, re.compile(f"{_ENDS.pattern}|{_COMMA.pattern}")):
        said = before[piece.start : piece.end]
        spans = cues.spans_by("preamble", said)
        frame = max((span.end for key, span in spans if key == "that"), default=0)
        frame += len(that[0]) if frame and (that := _THAT.match(said, frame)) else 0
        who, what = said[:frame], said[frame:]
        if not _speaks_for_itself(before, piece, cues):
            continue
        told = understood_spans(what, today) or cues.spans("part", what)
        if not (told or any(_manner(before, piece, cues))):
            yield piece
        elif not (places_of(who) or periods_of(who, today)):
            yield Span(piece.start, piece.start + frame)


def _places(before: str, asking: str, cues: Cues) -> list[Span] | None:
    """Where the preamble names the place that the asking clause leaves open; None where it may
    name one that is not known."""
    operation = asked_operation(asking, cues)
    own = asked_places(asking, operation, cues)
    of_all = operation in ("rank", "list") and "province" in cues.hits("kinds", asking)
    if own.names or of_all:
        return []
    given = asked_places(before, "value", cues)
    if given.spans:
        leads = (_LEAD.search(before[: span.start]) for span in given.spans)
        return [
            Span(lead.start() if lead else span.start, span.end)
            for lead, span in zip(leads, given.spans, strict=True)
        ]
    is_unsure = given.misspelt or given.unsure or given.bearer
    may_be = is_unsure or _IN_NAMED.search(before) or _SAME_PLACE.search(asking)
    return None if may_be else []


def _topics(before: str, asking: str, today: date, cues: Cues) -> Iterator[Span]:
    """Where the preamble tells the time, the insurance or the part that is asked of."""
    if _first(before, cues) == "purpose":
        return
    if not periods_of(asking, today):
        told = spans_of(mention.period for mention in periods_of(before, today))
        for span in told:  # "yesterday" and "last spring" are of who tells
            is_of_topic = _OF_TOPIC.search(before[: span.start])
            if is_of_topic or _YEAR.search(before, span.start, span.end):
                yield span
    schemes = {s for m in metrics_in(asking, cues).names for s in catalogue().metric(m).schemes}
    schemes |= {term.id for term in terms_of(asking) if term.kind == "scheme"}
    if not schemes - {"all"}:
        yield from spans_of(term for term in terms_of(before) if term.kind == "scheme")
    for span in (*cues.spans("part", before), *cues.spans("same", before)):
        if not _TELLERS_OWN.search(before[: span.start]):
            yield span
    for piece in _pieces(before, _ENDS):
        yield from _manner(before, piece, cues)
    for span in cues.spans("topic", before):
        end = _TOPIC_ENDS.search(before, span.end)
        yield Span(span.end, end.start() if end else len(before))


def _manner(text: str, piece: Span, cues: Cues) -> Iterator[Span]:
    """Where a piece bids for a figure to be told in some manner: "we need it by district"."""
    said = text[piece.start : piece.end]
    if "bid" in cues.hits("preamble", said):
        for span in (*cues.spans("operation", said), *cues.spans("in_manner", said)):
            yield Span(piece.start + span.start, piece.start + span.end)
