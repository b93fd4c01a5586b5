"""What a part is called: the noun phrase around a word for a part, or what sets it apart.

A name of a part goes no further than its noun phrase: "the non-state sector the sum owed went up"
holds "non-state sector".  A part without a name is told by what is said of it: "312,000 of them
pay by household".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page, within
from indexing.reading.lexicon import function_words, table
from indexing.reading.quantity.number.word_values import number_words
from indexing.records import Quantity, Span

TRIM = " \n\t,;:.()*|–—-\"“”'‘’"
_REACH = 60
_LONGEST = 120
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|&")
_GAP = re.compile(r"[ \n-]*")
_INSIDE = frozenset({"of", "with", "and", "or", "&", "own"})
"""Function words that a name may go on with: "families of average means"."""
_LINKS = frozenset({"of", "with", "and", "or", "&"})
_LEADING = re.compile(
    r"^(?:(?:of (?:them|these|those|which|whom)|of|for|to|among|the|and|but|cho|của)\s+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s+(?:of|from|the|a|an|against|with|at|on|as|and|or|&))+$", re.IGNORECASE
)
_LISTED = re.compile(r"\s*(?:,|,?\s*\b(?:and|or|of|và)\b|/)?\s*", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()|\n]|\.(?=\s|$)|\s[–—-]\s")
_THEM = re.compile(r"^\W*(?:of|out of|among)\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\W*(?:(?:in|at|on|by|since|during|of|for|the|alone|only)\b\W*)*", re.IGNORECASE
)
"""What is left of a date: so many of a whole that were counted then are no part with a name."""
_AUXILIARY = re.compile(
    r"^\W*(?:(?:is|are|was|were|will be|has been|have been|had been)\s+)", re.IGNORECASE
)


def noun_phrase(page: Page, span: Span, cues: Sequence[Cue], index: int) -> str:
    """The name of a part around one of the words for a part that a span holds."""
    cue = cues[index]
    if page.cues.any("set_aside", cue.start, cue.end):
        stop = _CLAUSE.search(page.text, cue.end, span.end)
        end = stop.start() if stop else span.end
        return _as_inside(page, cue.start, page.text[cue.start : end].strip(TRIM))
    first, last = _list_around(page, span, cues, index)
    dates = [Span(date.start, date.end) for date in within(page.periods, *span)]
    named = [*dates, *(Span(term.start, term.end) for term in within(page.terms, *span))]
    low = max([span.start, first - _REACH, *(one.end for one in named if one.end <= first)])
    high = min([span.end, last + _REACH, *(one.start for one in dates if one.start >= last)])
    start, end = first, last
    for word in reversed(list(_WORD.finditer(page.text, low, first))):
        if not _GAP.fullmatch(page.text, word.end(), start) or _ends_left(word[0]):
            break
        start = word.start()
    for word in _WORD.finditer(page.text, last, high):
        if not _GAP.fullmatch(page.text, end, word.start()) or _ends_right(word[0]):
            break
        end = word.end()
    return _as_inside(page, start, clean(page.text[start:end]))


def counted_part(page: Page, quantity: Quantity) -> str:
    """The part that the counted noun itself names: "1.2 million poor pupils"."""
    cue = page.cues.within("group", quantity.start, quantity.end)[0]
    start = cue.start
    for word in reversed(list(_WORD.finditer(page.text, quantity.start, cue.start))):
        known = word[0].casefold() in _before_noun() or not word[0][0].isalpha()
        if known or not _GAP.fullmatch(page.text, word.end(), start):
            break
        start = word.start()
    return clean(page.text[start : quantity.end])


def predicate(page: Page, segment: Segment) -> str:
    """What sets the counted apart, where they have no name: "pay by household"."""
    dated = ""
    for span in (segment.behind, segment.before):
        stop = _CLAUSE.search(page.text, span.start + 1, span.end)
        clause = Span(span.start, stop.start() if stop else span.end)
        told = clean(_AUXILIARY.sub("", _THEM.sub("", page.text[clause.start : clause.end])))
        undated = " ".join(clean(_THEM.sub("", piece)) for piece in page.unnamed([clause]))
        if told and not _TIME.fullmatch(undated):
            return told[:_LONGEST].strip(TRIM)
        dated = dated or told
    return dated or page.text[segment.quantity.start : segment.quantity.end]


def clean(words: str) -> str:
    """A phrase without marks and linking words at its ends."""
    told = re.sub(r"\s+", " ", words).strip(TRIM)
    return _TRAILING.sub("", _LEADING.sub("", told, count=1)).strip(TRIM)


def _list_around(page: Page, span: Span, cues: Sequence[Cue], index: int) -> tuple[int, int]:
    """Where a list of parts begins and ends: "farming, forestry and fishing families"."""
    start, end = cues[index].start, cues[index].end
    for other in reversed(cues):
        if other.end <= start and _LISTED.fullmatch(page.text, other.end, start):
            start = other.start
    for other in cues:
        if other.start >= end and _LISTED.fullmatch(page.text, end, other.start):
            end = other.end
    return start, min(end, span.end)


def _ends_left(word: str) -> bool:
    told = word.casefold()
    return told in _LINKS or _ends_right(word)


def _ends_right(word: str) -> bool:
    told = word.casefold()
    return (told not in _INSIDE and told in _edges()) or told.isdecimal()


def _as_inside(page: Page, start: int, phrase: str) -> str:
    """A name at the head of a sentence without the capital that it has for its place."""
    opens = any(s.start == start for s in within(page.sentences, start, start + 1))
    led = page.cues.within("group", start, start + _REACH)[:1]
    ordinary = opens and any(cue.start == start for cue in led) and not phrase[1:2].isupper()
    return phrase[:1].lower() + phrase[1:] if ordinary else phrase


@cache
def _edges() -> frozenset[str]:
    """Words that no name of a part holds: function words, verbs of movement, other common verbs."""
    moved = table("quantities")["directions"]
    words = (w for side in ("up", "down") for kind in moved[side].values() for w in kind)
    told = (w for kind in table("parts")["edges"].values() for w in kind)
    return frozenset({*function_words(), *words, *told})


@cache
def _before_noun() -> frozenset[str]:
    """What stands between a number and the noun it counts: "A thousand and | poor farmers"."""
    bounds = (w for words in table("quantities")["bounds"].values() for w in words)
    return frozenset({*number_words(), *bounds, "a", "an", "and", "dozen", "than", "more"})
