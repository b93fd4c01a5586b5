"""How a figure hangs on another: in a bracket behind it, as the same sum again, or as its plan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from indexing.extraction.text.cues import TextCues
from indexing.extraction.text.wording import any_of
from indexing.records import CURRENCIES, Quantity, Span

Tie = Literal["alone", "bracket", "twin", "range", "planned"]
"""How a quantity hangs on its host: in a bracket behind it, as the same sum in another currency,
as the other end of a range, or as the plan of "1,215/1,509"."""
Hung = tuple[Tie, int | None]
"""How a quantity hangs on another, and the index of that one."""
Hosted = tuple[Span, int | None]
"""A bracket with the index of the quantity that it explains."""

_BRACKET = re.compile(r"\(([^()]*)\)")
_JOINT = re.compile(r"\s*(?:[-–—~]|to|and|đến|tới)\s*", re.IGNORECASE)
_OF_PLAN = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:an?|the|its|their)\s+)?"
    rf"(?P<plan>{any_of('attaining.planned')}\s+|{any_of('attaining.plans')}\s+of\s+)?",
    re.IGNORECASE,
)
""" "6,088 of a planned 7,000", "6,088 of its target of 7,000"."""
_PLANNED = re.compile(rf"\b{any_of('attaining.planned')}\b", re.IGNORECASE)
_WAS_PLANNED = re.compile(
    r"(?:\s+[^\W\d]+)?(?:\s+(?:that|which|whom))?\s+"
    rf"(?:(?:it|they|we)\s+(?:(?:(?:has|have|had)\s+been|was|were|is|are)\s+{any_of('attaining.allotted')}"
    rf"|{any_of('attaining.must')})(?:\s+{any_of('attaining.win')})?"
    rf"|(?:(?:was|were|is|are)\s+)?{any_of('attaining.allotted')}\s+(?:of|from)\s+(?:it|them)"
    rf"|{any_of('attaining.allotted', 'attaining.planned')}\s+(?:for\s+)?(?:by|in)\s+(?:the|its)"
    rf"\s+{any_of('attaining.plans')})\b",
    re.IGNORECASE,
)
""" "1,118 of the 1,640 people it was told to find", "demanded by the plan"."""
_TWIN = re.compile(
    rf"\s*[(,]?\s*(?:{any_of('same.value')}|about|around|approximately|some|nearly|over|~)?\s*"
)
_OPENING = re.compile(r"[^,.;()–—]{0,30}(?:,|\s[–—-])\s*$")
_CLOSING = re.compile(r",(?!\d+\s+(?:it|they|we|that|which)\b)|\s[–—-](?=\s)")
_ASIDE_REACH = 40
_CLAUSE = re.compile(r"[.;:()]|\b(?:and|while|which|who)\b")
_ANOTHER = re.compile(
    r"\).*?(?:\b(?:and|or|và|than|hơn|against|versus|compared|so với|outnumber\w*|exceed\w*)\b"
    r"|[&/])",
    re.IGNORECASE | re.DOTALL,
)
"""Between two brackets: each tells of what stands before it: "SI (84,000) and UI (76,000)"."""
_FROM_REACH = 12
"""Characters before a range in which "from" or "between" stands."""
_HOST_REACH = 60
"""Characters between a figure and a bracket that still explains it."""


def brackets(
    text: str, sentence: Span, quantities: Sequence[Quantity], cues: TextCues, names: Sequence[Span]
) -> tuple[Hosted, ...]:
    """The brackets and asides of a sentence that hold quantities, with those that they explain.

    `names` are places, whose bracket is their own ("Chau Thanh (4%)").
    """
    return (
        *_hosts(text, sentence, quantities, cues, names),
        *_asides(text, sentence, quantities, cues),
    )


def tie_of(text: str, quantities: Sequence[Quantity], index: int, hosts: Sequence[Hosted]) -> Hung:
    """How one of `quantities` hangs on another; `hosts`: the brackets of their sentence."""
    one = quantities[index]
    if index and (tie := _to_last(text, quantities[index - 1], one)) is not None:
        return tie, index - 1
    for span, host in hosts:
        if host is not None and span.start < one.start < span.end:
            return "bracket", host
    return "alone", None


def _to_last(text: str, last: Quantity, one: Quantity) -> Tie | None:
    """How a quantity hangs on the one right before it."""
    between = text[last.end : one.start]
    if {last.unit, one.unit} == set(CURRENCIES) and _TWIN.fullmatch(between):
        return "twin"
    if (last.unit == one.unit or one.is_bare) and between.strip() == "/":
        return "planned"  # "VND672 billion/1,391 billion"
    if plan_end(text, last, one) is not None:
        return "planned"
    if last.unit != one.unit or not between or not _JOINT.fullmatch(between):
        return None
    before = text[max(0, last.start - _FROM_REACH) : last.start].casefold()
    dash = not between.strip().isalpha()
    return "range" if dash or "between" in before or "from" in before.split()[-1:] else None


def plan_end(text: str, last: Quantity, one: Quantity) -> int | None:
    """Where the words end that make a figure the plan of the one before it: "1,118 of the 1,640
    people it was told to find"; None where they do not."""
    between = _OF_PLAN.fullmatch(text, last.end, one.start)
    alike = last.unit == one.unit or last.is_bare or one.is_bare
    if between is None or "percent" in (last.unit, one.unit) or not alike:
        return None
    told = _WAS_PLANNED.match(text, one.end)
    if told is not None:
        return told.end()
    named = between["plan"] is not None or _PLANNED.search(text, one.start, one.end) is not None
    return one.end if named else None


def _hosts(
    text: str, sentence: Span, quantities: Sequence[Quantity], cues: TextCues, names: Sequence[Span]
) -> tuple[Hosted, ...]:
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


def _asides(
    text: str, sentence: Span, quantities: Sequence[Quantity], cues: TextCues
) -> tuple[Hosted, ...]:
    """Figures set off by commas or dashes, which are brackets as well: "12,700, or 25%, were"."""
    found: list[Hosted] = []
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
