"""A sentence cut into segments, one for each of its quantities.

A segment holds the words that speak of its quantity: those before it (`lead`) and those after it
(`tail`).  Between two quantities the cut is made at the last clause mark (";", ", and", "while"),
else at the last smaller one (",", "and", "or"); where there is none, both segments share the words.
A bracket that follows a figure belongs to it ("14 million (28.3%)"): its quantities get segments
of their own that name their host, and the host's words run on behind the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from indexing.extraction.sentence.ties import Hosted, Hung, Tie, brackets, plan_end, tie_of
from indexing.extraction.text.cues import Cue, TextCues
from indexing.extraction.text.placed import InOrder, sort, within
from indexing.records import Quantity, Span

_OPENS = re.compile(r"\s*(?:in|for|under|as for|as regards|among)\s[^,;:.\d]{3,40}$", re.IGNORECASE)


_CLOSES = re.compile(r"[^(),;:]*\)(?=\s*,)")
_REST = re.compile(r"\bthe (?:rest|remainder|balance)\s*$", re.IGNORECASE)
_REST_REACH = 15


@dataclass(frozen=True)
class Segment:
    """One quantity with the words that speak of it, which every rule looks at."""

    quantity: Quantity
    lead: tuple[Span, ...]
    tail: tuple[Span, ...]
    host: int | None
    """Index of the segment that this one hangs on."""
    tie: Tie

    @cached_property
    def before(self) -> Span:
        """The words right before the quantity; none where another figure's end there."""
        return self.lead[-1] if self.lead else Span(self.quantity.start, self.quantity.start)

    @cached_property
    def behind(self) -> Span:
        """The words right behind the quantity; none where another figure's begin there."""
        return self.tail[0] if self.tail else Span(self.quantity.end, self.quantity.end)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All words of the segment, the quantity left out."""
        return (*self.lead, *self.tail)

    @cached_property
    def extent(self) -> Span:
        """Where the words of the segment begin and end; without any, the quantity's."""
        spans = self.spans or (Span(self.quantity.start, self.quantity.end),)
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    @cached_property
    def readings(self) -> dict[object, Any]:
        """What was read of these words, by the reader: see `once.py`."""
        return {}


_Cut = dict[int, Segment]
"""Segments by the index of their quantity."""


@dataclass(frozen=True, slots=True)
class _Cutter:
    """The quantities of a sentence, and the marks at which its words can be cut."""

    text: str
    quantities: Sequence[Quantity]
    marks: InOrder[Cue]
    names: Sequence[Span]

    def row(self, inside: Span, row: Sequence[int], masked: Sequence[Span] = ()) -> _Cut:
        """Segments of the quantities in `row`, which share the stretch `inside`, by index."""
        quantities = [self.quantities[index] for index in row]
        cuts = [self._between(one.end, other.start, masked) for one, other in pairwise(quantities)]
        lefts = [inside.start, *(left for _, left in cuts)]
        rights = [*(right for right, _ in cuts), self._set_off(quantities) or inside.end]
        return {
            index: Segment(
                one,
                _minus(Span(left, one.start), masked),
                _minus(Span(one.end, right), masked),
                None,
                "alone",
            )
            for index, one, left, right in zip(row, quantities, lefts, rights, strict=False)
        }

    def _set_off(self, row: Sequence[Quantity]) -> int | None:
        """Where the words of the last figure end that stands in brackets as the one before it does,
        with a comma behind: "Mai Son (2,516 people) and Van Ho (1,140 people), mainly ..."."""
        opened = [self.text[one.start - 1 : one.start] == "(" for one in row[-2:]]
        closed = _CLOSES.match(self.text, row[-1].end) if opened == [True, True] else None
        return closed.end() if closed else None

    def _between(self, start: int, end: int, masked: Sequence[Span]) -> tuple[int, int]:
        """Where the words of the left figure end and those of the right one begin."""
        near = within(self.marks, start, end)
        inside = [mark for mark in near if mark.end <= end and not _held(mark, masked)]
        for kind in ("clause", "comma", "word"):
            ranked = self._ranked(kind, inside, start, end)
            if ranked:
                text = self.text
                at = max(mark.start for mark in ranked if not _is_phrase(text, mark, ranked, end))
                at = _before_phrase(text, at, inside) if kind == "comma" else at
                return at, at
        return end, start

    def _ranked(self, kind: str, inside: Sequence[Cue], start: int, end: int) -> list[Cue]:
        """The marks that part two figures as a mark of this kind does."""
        ranked = [mark for mark in inside if mark.kind == kind]
        if kind == "comma":  # "and" right before a figure parts as well as a comma does
            last = [m for m in inside if m.kind == "word" and not self.text[m.end : end].strip()]
            ranked += [m for m in last if self.text[m.start : m.end] != "with"]  # "Le Chan with 90"
            words = any(mark.kind == "word" for mark in inside)
            ranked = [m for m in ranked if not (words and _is_rest(self.text, m, end))]
        if kind == "word":  # "1,480 and Thanh Hoa with 1,395": with it goes the name
            named = [name.start for name in self.names if start <= name.start < end]
            ahead = [mark for mark in ranked if named and mark.end <= named[-1]]
            ranked = ahead or ranked
        return ranked


def cut(
    text: str,
    sentence: Span,
    quantities: Sequence[Quantity],
    cues: TextCues,
    fixed: Sequence[Span],
    names: Sequence[Span],
) -> tuple[Segment, ...]:
    """The segments of a sentence, one for each of `quantities`, in their order.

    `fixed` are spans that no cut may divide (the comma of "March 31, 2026", the "and" of "social
    and health insurance"); `names` are places, whose bracket is their own ("Chau Thanh (4%)").
    """
    if not quantities:
        return ()
    hosts = brackets(text, sentence, quantities, cues, names)
    ties = [tie_of(text, quantities, index, hosts) for index in range(len(quantities))]
    marks = sort(
        cue
        for kind in ("clause", "comma", "word")
        for cue in cues.within(kind, sentence.start, sentence.end)
        if not _held(cue, fixed)
    )
    cutter = _Cutter(text, quantities, marks, names)
    segments = _alone(cutter, sentence, ties, hosts)
    for span, host in hosts:
        if host is not None:
            segments |= _bracketed(cutter, span, host, ties)
    for index, (tie, other) in enumerate(ties):
        if index not in segments and other is not None:
            like = segments[other]
            segments[index] = Segment(quantities[index], like.lead, like.tail, other, tie)
    return tuple(segments[index] for index in range(len(quantities)))


def _alone(cutter: _Cutter, sentence: Span, ties: Sequence[Hung], hosts: Sequence[Hosted]) -> _Cut:
    """The segments of the figures that hang on no other, by index."""
    plans = [
        Span(last.end, end)
        for last, one in pairwise(cutter.quantities)
        if (end := plan_end(cutter.text, last, one)) is not None
    ]
    masked = (*(span for span, host in hosts if host is not None), *plans)
    heads = [index for index, (tie, _) in enumerate(ties) if tie == "alone"]
    segments = cutter.row(sentence, heads, masked)
    subject = _subject_bracket(hosts, cutter.quantities, heads)
    if subject is not None:
        beyond = [index for index in heads if cutter.quantities[index].start >= subject.end]
        segments |= cutter.row(sentence, beyond, (*masked, subject))
    return segments


def _bracketed(cutter: _Cutter, span: Span, host: int, ties: Sequence[Hung]) -> _Cut:
    """The segments of the figures in a bracket that explains the figure before it, by index."""
    inner = [
        index
        for index, (tie, _) in enumerate(ties)
        if tie == "bracket" and span.start < cutter.quantities[index].start < span.end
    ]
    found = cutter.row(Span(span.start + 1, span.end - 1), inner)
    return {index: replace(one, host=host, tie="bracket") for index, one in found.items()}


def _subject_bracket(
    hosts: Sequence[Hosted], quantities: Sequence[Quantity], heads: Sequence[int]
) -> Span | None:
    """The bracket that only tells more of the subject of the figures behind it: "what is owed in
    Hue (by 532 firms) came to VND280 billion".  In "pensions (VND12 billion), care (VND7 billion)"
    each bracket tells the figure itself."""
    opened = [span for span, host in hosts if host is None]
    if len(opened) != 1 or not heads:
        return None
    inside = [opened[0].start < quantities[i].start < opened[0].end for i in heads]
    return opened[0] if inside[0] and not inside[-1] else None


def _is_phrase(text: str, mark: Cue, marks: Sequence[Cue], end: int) -> bool:
    """Whether "with" right before a figure goes with the words before it, which another mark opens:
    "... and the voluntary scheme with 42,400"."""
    near = text[mark.start : mark.end] == "with" and not text[mark.end : end].strip()
    return near and any(other.start < mark.start for other in marks)


def _is_rest(text: str, mark: Cue, end: int) -> bool:
    """Whether a comma only parts what is left from its number: "... and jobless pay the rest, some
    VND250 billion"."""
    told = _REST.search(text[max(0, mark.start - _REST_REACH) : mark.start])
    return told is not None and not text[mark.end : end].strip()


def _before_phrase(text: str, at: int, marks: Sequence[Cue]) -> int:
    """The cut before a phrase that opens the next figure: "... and, in health insurance, 1.09"."""
    earlier = [mark for mark in marks if mark.start < at and mark.kind in ("comma", "word")]
    if not earlier:
        return at
    last = max(earlier, key=lambda mark: mark.start)
    return last.start if _OPENS.match(text, last.end, at) else at


def _held(cue: Cue, spans: Sequence[Span]) -> bool:
    return any(span.start < cue.end and cue.start < span.end for span in spans)


def _minus(span: Span, masked: Sequence[Span]) -> tuple[Span, ...]:
    pieces = []
    start = span.start
    for hole in masked:
        if start < hole.end and hole.start < span.end:
            if start < hole.start:
                pieces.append(Span(start, hole.start))
            start = hole.end
    if start < span.end:
        pieces.append(Span(start, span.end))
    return tuple(pieces)
