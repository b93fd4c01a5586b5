"""A sentence cut into segments, one for each of its quantities.

A segment holds the words that speak of its quantity: those before it (`lead`) and those after it
(`tail`).  Between two quantities the cut is made at the last clause mark (";", ", and", "while"),
else at the last smaller one (",", "and", "or"); where there is none, both segments share the words.
A bracket that follows a figure belongs to it ("14 million (28.3%)"): its quantities get segments
of their own that name their host, and the host's words run on behind the bracket.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indexing.extraction.cues import Cue, Cues
from indexing.extraction.placed import InOrder, sort, within
from indexing.extraction.wording import any_of
from indexing.records import CURRENCIES, Quantity, Span

Tie = Literal["alone", "bracket", "twin", "range", "planned"]
"""How a quantity hangs on its host: in a bracket behind it, as the same sum in another currency,
as the other end of a range, or as the plan of "1,215/1,509"."""

_BRACKET = re.compile(r"\(([^()]*)\)")
_JOINT = re.compile(r"\s*(?:[-–—~]|to|and|đến|tới)\s*", re.IGNORECASE)
_TWIN = re.compile(
    rf"\s*[(,]?\s*(?:{any_of('same.value')}|about|around|approximately|some|nearly|over|~)?\s*"
)
_OPENING = re.compile(r"[^,.;()–—]{0,30}(?:,|\s[–—-])\s*$")
_CLOSING = re.compile(r",|\s[–—-](?=\s)")
_ASIDE_REACH = 40
_CLAUSE = re.compile(r"[.;:()]|\b(?:and|while|which|who)\b")
_OPENS = re.compile(r"\s*(?:in|for|under|as for|as regards|among)\s[^,;:.\d]{3,40}$", re.IGNORECASE)
_ANOTHER = re.compile(r"\).*?(?:\b(?:and|or|và)\b|[&/])", re.IGNORECASE | re.DOTALL)
"""Between two brackets: each tells of what stands before it: "SI (84,000) and UI (76,000)"."""
_HOST_REACH = 60
"""Characters between a figure and a bracket that still explains it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One quantity with the words that speak of it."""

    quantity: Quantity
    lead: tuple[Span, ...]
    tail: tuple[Span, ...]
    host: int | None
    """Index of the segment that this one hangs on."""
    tie: Tie

    @property
    def spans(self) -> tuple[Span, ...]:
        """All words of the segment, the quantity left out."""
        return (*self.lead, *self.tail)


def cut(
    text: str,
    sentence: Span,
    quantities: Sequence[Quantity],
    cues: Cues,
    fixed: Sequence[Span],
    names: Sequence[Span],
) -> tuple[Segment, ...]:
    """The segments of a sentence, one for each of `quantities`, in their order.

    `fixed` are spans that no cut may divide (the comma of "March 31, 2026", the "and" of "social
    and health insurance"); `names` are places, whose bracket is their own ("Chau Thanh (4%)").
    """
    if not quantities:
        return ()
    hosts = (
        *_hosts(text, sentence, quantities, cues, names),
        *_asides(text, sentence, quantities, cues),
    )
    masked = tuple(span for span, host in hosts if host is not None)
    marks = sort(
        cue
        for kind in ("clause", "comma", "word")
        for cue in cues.within(kind, sentence.start, sentence.end)
        if not _held(cue, fixed)
    )
    ties: list[tuple[Tie, int | None]] = []
    for index in range(len(quantities)):
        ties.append(_tie(text, quantities, index, hosts))
    heads = [i for i, (tie, _) in enumerate(ties) if tie == "alone"]
    segments: dict[int, Segment] = {}
    _cut_row(text, sentence, heads, quantities, marks, masked, segments, names)
    subject = _subject_bracket(hosts, quantities, heads)
    if subject is not None:
        beyond = [i for i in heads if quantities[i].start >= subject.end]
        _cut_row(text, sentence, beyond, quantities, marks, (*masked, subject), segments, names)
    for span, host in hosts:
        if host is not None:
            inner = [
                i
                for i, (tie, _) in enumerate(ties)
                if tie == "bracket" and span.start < quantities[i].start < span.end
            ]
            inside = Span(span.start + 1, span.end - 1)
            _cut_row(text, inside, inner, quantities, marks, (), segments, names)
            for i in inner:
                found = segments[i]
                segments[i] = Segment(found.quantity, found.lead, found.tail, host, "bracket")
    for index, (tie, other) in enumerate(ties):
        if index not in segments and other is not None:
            like = segments[other]
            segments[index] = Segment(quantities[index], like.lead, like.tail, other, tie)
    return tuple(segments[index] for index in range(len(quantities)))


def _hosts(
    text: str, sentence: Span, quantities: Sequence[Quantity], cues: Cues, names: Sequence[Span]
) -> tuple[tuple[Span, int | None], ...]:
    """The brackets of the sentence that hold quantities, each with the quantity it explains."""
    found = []
    starts = [quantity.start for quantity in quantities]
    for match in _BRACKET.finditer(text, sentence.start, sentence.end):
        first = bisect_left(starts, match.start())
        if first == len(starts) or starts[first] >= match.end():
            continue
        host = first - 1
        if host >= 0:
            between = text[quantities[host].end : match.start()]
            near = len(between) <= _HOST_REACH and "," not in between and ";" not in between
            named = any(quantities[host].end <= name.start < match.start() for name in names)
            closed = named or cues.any("clause", quantities[host].end, match.start())
            closed = closed or _ANOTHER.search(between) is not None
            found.append((Span(*match.span()), host if near and not closed else None))
        else:
            found.append((Span(*match.span()), None))
    return tuple(found)


def _subject_bracket(
    hosts: Sequence[tuple[Span, int | None]], quantities: Sequence[Quantity], heads: Sequence[int]
) -> Span | None:
    """The bracket that only tells more of the subject of the figures behind it: "what is owed in
    Hue (by 532 firms) came to VND280 billion".  In "pensions (VND12 billion), care (VND7 billion)"
    each bracket tells the figure itself."""
    opened = [span for span, host in hosts if host is None]
    if len(opened) != 1 or not heads:
        return None
    inside = [opened[0].start < quantities[i].start < opened[0].end for i in heads]
    return opened[0] if inside[0] and not inside[-1] else None


def _asides(
    text: str, sentence: Span, quantities: Sequence[Quantity], cues: Cues
) -> tuple[tuple[Span, int | None], ...]:
    """Figures set off by commas or dashes, which are brackets as well: "12,700, or 25%, were"."""
    found: list[tuple[Span, int | None]] = []
    for host, (one, other) in enumerate(pairwise(quantities)):
        openers = cues.within("aside", one.end, other.start)
        start = openers[0].start if openers else other.start
        opening = _OPENING.match(text[one.end : start])
        joined = openers and not text[openers[0].end : other.start].strip(" ,")
        dash = opening is not None and not opening.group().rstrip().endswith(",")
        if opening is None or not (joined or (dash and not openers)):
            continue
        closing = _CLOSING.search(text, other.end, sentence.end)
        if closing is None or (dash and closing.group() == ","):
            continue
        words = text[other.end : closing.start()]
        if len(words) <= _ASIDE_REACH and not _CLAUSE.search(words):
            mark = one.end + len(opening.group().rstrip(" ,–—-"))
            found.append((Span(mark, closing.end()), host))
    return tuple(found)


def _tie(
    text: str,
    quantities: Sequence[Quantity],
    index: int,
    hosts: Sequence[tuple[Span, int | None]],
) -> tuple[Tie, int | None]:
    one = quantities[index]
    if index:
        other = quantities[index - 1]
        between = text[other.end : one.start]
        money = {other.unit, one.unit} == set(CURRENCIES)
        if money and _TWIN.fullmatch(between):
            return "twin", index - 1
        bare = one.unit == "other" and one.unit_text is None  # "VND672 billion/1,391 billion"
        if (other.unit == one.unit or bare) and between.strip() == "/":
            return "planned", index - 1
        if other.unit == one.unit and between and _JOINT.fullmatch(between):
            before = text[max(0, other.start - 12) : other.start].casefold()
            dash = not between.strip().isalpha()
            if dash or "between" in before or "from" in before.split()[-1:]:
                return "range", index - 1
    for span, host in hosts:
        if host is not None and span.start < one.start < span.end:
            return "bracket", host
    return "alone", None


def _cut_row(
    text: str,
    inside: Span,
    row: Sequence[int],
    quantities: Sequence[Quantity],
    marks: InOrder[Cue],
    masked: Sequence[Span],
    segments: dict[int, Segment],
    names: Sequence[Span],
) -> None:
    """Segments of the quantities in `row`, which share the stretch `inside`."""
    gaps = ((quantities[a].end, quantities[b].start) for a, b in pairwise(row))
    cuts = [_cut_between(text, *gap, marks, masked, names) for gap in gaps]
    lefts = [inside.start, *(left for _, left in cuts)]
    rights = [*(right for right, _ in cuts), inside.end]
    for index, left, right in zip(row, lefts, rights, strict=False):
        one = quantities[index]
        segments[index] = Segment(
            one,
            _minus(Span(left, one.start), masked),
            _minus(Span(one.end, right), masked),
            None,
            "alone",
        )


def _cut_between(
    text: str,
    start: int,
    end: int,
    marks: InOrder[Cue],
    masked: Sequence[Span],
    names: Sequence[Span],
) -> tuple[int, int]:
    """Where the words of the left figure end and those of the right one begin."""
    near = within(marks, start, end)
    inside = [mark for mark in near if mark.end <= end and not _held(mark, masked)]
    for kind in ("clause", "comma", "word"):
        ranked = [mark for mark in inside if mark.kind == kind]
        if kind == "comma":  # "and" right before a figure parts as well as a comma does
            last = [m for m in inside if m.kind == "word" and not text[m.end : end].strip()]
            ranked += [m for m in last if text[m.start : m.end] != "with"]  # "Le Chan with 90.6%"
        if kind == "word":  # "1,480 and Thanh Hoa with 1,395": with it goes the name
            named = [name.start for name in names if start <= name.start < end]
            ahead = [mark for mark in ranked if named and mark.end <= named[-1]]
            ranked = ahead or ranked
        if ranked:
            at = max(mark.start for mark in ranked if not _is_phrase(text, mark, ranked, end))
            if kind == "comma":
                at = _before_phrase(text, at, inside)
            return at, at
    return end, start


def _is_phrase(text: str, mark: Cue, marks: Sequence[Cue], end: int) -> bool:
    """Whether "with" right before a figure goes with the words before it, which another mark opens:
    "... and the voluntary scheme with 42,400"."""
    near = text[mark.start : mark.end] == "with" and not text[mark.end : end].strip()
    return near and any(other.start < mark.start for other in marks)


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
