"""How many words at a figure say something that neither a name, a date nor a cue does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.reading.lexicon import function_words
from indexing.reading.quantity.number.word_values import number_words
from indexing.records import CURRENCIES, SHARES, Span

NEUTRAL = ("neutral",)
"""Kinds of cues that are told with any figure."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_REASON = re.compile(
    r"\b(?:because|since|when|after|while"
    r"|as(?!\s+(?:of|at|a|an|part|many|much|well|compared|against)\b))\b"
    r"|;|,\s+for\s+(?:the|it|they|there|most|many|all|nobody)\b(?!\s+(?:first|same|whole)\b)",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r",\s+(?:(?:a|an|two|three|both)\s"
    r"|(?:most|many|some|half|all|the majority)\s+of\s+(?:them|whom)\b)",
    re.IGNORECASE,
)
"""Behind a place or a figure: what it is, "Nui Thanh with 90.9 per cent, two places on the sea"."""
_SAID = re.compile(
    rf",\s+(?:according to\b|[^,;:.()\d]{{0,80}}\b{any_of('sentences.said')}\b)", re.IGNORECASE
)
"""Who said it, behind what was said."""
_ASIDE = re.compile(
    r",\s+(?:(?:[a-z]+\s+)?(?:which|who|whom|whose|where)|with (?:its|their|his|her))\b"
    r"[^,;:.()\d]*,",
    re.IGNORECASE,
)
_PLACE_APPOSED = re.compile(rf"{_ASIDE.pattern}|,\s+an?\b[^,;:.()\d]*,", re.IGNORECASE)
"""The same beside a rate, which is told of a place: "Hue, a city on the coast, stands at 97%"."""


def counted_content(page: Page, segment: Segment, *known_kinds: str) -> int:
    """How many words of what is counted tell something: "farmers", but not "people"."""
    quantity = segment.quantity
    if quantity.unit_text is None or quantity.unit in CURRENCIES:
        return 0
    printed = page.text[quantity.start : quantity.end]
    behind = max((at for at, char in enumerate(printed, 1) if char.isdigit()), default=0)
    cues = [c for k in known_kinds for c in page.cues.within(k, quantity.start, quantity.end)]
    return sum(
        word.group().casefold() not in _empty_words()
        and not any(c.start <= quantity.start + word.start() < c.end for c in cues)
        for word in _WORD.finditer(printed, behind)
    )


def content(page: Page, segment: Segment, *known_kinds: str) -> int:
    """How many words of a segment say something that neither a name, a date nor a cue does."""
    end = segment.quantity.end
    tails = (Span(s.start, reason_at(page, s.start, s.end)) for s in segment.tail)
    spans = [*segment.lead, *(s for s in tails if s.start >= end)]
    aside = _PLACE_APPOSED if segment.quantity.unit in SHARES else _ASIDE
    pieces = (piece for held in spans for piece in _outside_asides(page, held, aside))
    return sum(telling_words(page, piece, known_kinds or NEUTRAL) for piece in pieces)


def telling_words(page: Page, span: Span, known_kinds: Sequence[str], terms: bool = False) -> int:
    """The same of a stretch of text; with `terms`, the words for metrics are names too."""
    told = 0
    named: list[Span | Cue] = [
        *page.named(span, terms),
        *(c for k in known_kinds for c in page.cues.within(k, span.start, span.end)),
    ]
    for word in _WORD.finditer(page.text, span.start, span.end):
        if word.group().casefold() not in _empty_words():
            told += not any(n.start < word.end() and word.start() < n.end for n in named)
    return told


def _outside_asides(page: Page, span: Span, rule: re.Pattern[str]) -> Iterator[Span]:
    """A stretch without the relative clauses set off in it, which tell of a place or a person:
    "Lao Cai, which was merged with Yen Bai in July, stands at 97%"."""
    start = span.start
    for aside in rule.finditer(page.text, span.start, span.end):
        yield Span(start, aside.start())
        start = aside.end()
    yield Span(start, span.end)


@cache
def _empty_words() -> frozenset[str]:
    """Words that say nothing of what is counted."""
    return function_words() | number_words()


def reason_at(page: Page, start: int, end: int) -> int:
    """Where words begin that only tell why, when, who said so or what it is: "as support ran out";
    else `end`."""
    found = [rule.search(page.text, start, end) for rule in (_REASON, _SAID, _APPOSED)]
    return min((one.start() for one in found if one), default=end)
