"""Firms that bear a province's name: "Hoa Binh, which has been in debt for 10 months, owes ...".

In a report about one province the bare name of another one is a firm's where it owes money and the
text treats it as it treats firms: it tells for how many months the debt has run, or lists it
beside names that are no places.  Where the text has done so once, that name stays the firm's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.text.cues import TextCues
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.placed import InOrder, within
from indexing.reading.place.place_words import place_list
from indexing.records import CURRENCIES, PlaceMention, Quantity

_WORD = re.compile(r"\w+")
_BEFORE = 24
_BEHIND = 24
_OWNER = re.compile(
    r"(?P<name>[A-Z][\w&.'’-]*(?:\s+[A-Z&][\w&.'’-]*)*)\s*[,(:]?\s*"
    r"(?:(?:with|owes|owed|owing|has|had|is|at|nợ)\s+)?(?:(?:debts?|arrears)\s+of\s+)?$"
)
"""A name right before a sum of money: "Vinh Thong VND15.7 billion", "T&T (", "Nam Viet owes"."""
_OWNER_REACH = 60


def without_firms(
    text: str,
    sentences: Sequence[SentenceSpan],
    places: InOrder[PlaceMention],
    quantities: InOrder[Quantity],
    cues: TextCues,
    province: str | None,
) -> tuple[PlaceMention, ...]:
    """`places` less the firms among them; `province` is the one that the article is about."""
    if province is None:
        return tuple(places)
    firms: set[str] = set()
    doubted: list[PlaceMention] = []
    for sentence in sentences:
        inside = within(quantities, sentence.start, sentence.end)
        sums = [q for q in inside if q.unit in CURRENCIES]
        if not sums or not cues.any("late", sentence.start, sentence.end):
            continue
        bare = [
            place
            for place in within(places, sentence.start, sentence.end)
            if place.kind == "province" and place.name != province and not _is_marked(text, place)
        ]
        doubted += bare
        if _for_months(inside, cues) or _beside_firms(text, sentence, sums, places):
            firms |= {place.name for place in bare}
    return tuple(place for place in places if place not in doubted or place.name not in firms)


def _is_marked(text: str, place: PlaceMention) -> bool:
    """Whether a word beside the name makes it a place: "in Hoa Binh", "Hoa Binh province"."""
    before = _WORD.findall(text[max(0, place.start - _BEFORE) : place.start].casefold())
    behind = _WORD.findall(text[place.end : place.end + _BEHIND].casefold())
    leads = {*place_list("before_place"), "of"} - {"and", "và", "for"}
    closes = {*place_list("after_place"), "s"} - {"has", "had", "in"}
    return bool((before and before[-1] in leads) or (behind and behind[0] in closes))


def _for_months(quantities: Sequence[Quantity], cues: TextCues) -> bool:
    return any(q.bound == "exact" and cues.any("time_unit", q.start, q.end + 1) for q in quantities)


def _beside_firms(
    text: str, sentence: SentenceSpan, sums: Sequence[Quantity], places: Sequence[PlaceMention]
) -> bool:
    """Whether a sum of the sentence is owed by a name that is no place's."""
    for quantity in sums:
        low = max(sentence.start, quantity.start - _OWNER_REACH)
        owner = _OWNER.search(text, low, quantity.start)
        if owner is None or owner.start() == sentence.start:
            continue
        start, end = owner.span("name")
        if not any(place.start < end and start < place.end for place in places):
            return True
    return False
