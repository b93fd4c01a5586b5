"""Counts of all who live in a place, or can work there: "its 1.24 million inhabitants"."""

from __future__ import annotations

import re

from indexing.catalogue import BACKGROUND
from indexing.extraction.sentence.once import once
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Quantity, Span

BASE_REACH = 60
"""Characters beside a figure in which its base, or what it is a base of, is told."""
_OF_ITS = re.compile(
    r"\d(?:\s+[a-z]+)?\s+(?:out\s+)?of\s+(?:its|(?:the\s+)?(?:[^\W\d]+\s+){0,2}[^\W\d]+['’]s?)\s+$"
    r"|\d(?:\s+[^\W\d]+){1,5}\s+out\s+of\s+(?:(?:a\s+total\s+of|the|its|some|about)\s+)*$",
    re.IGNORECASE,
)
_RESIDENT = re.compile(r"\b(?:inhabitants|residents)$", re.IGNORECASE)
_SOME_ONLY = re.compile(
    r"\s+(?:who|that|aged|above|over|under|between|with|without|of\s+working)\b", re.IGNORECASE
)
"""Behind residents: not all of them, "5,900 residents who had applied"."""
SHARE_OF = re.compile(
    r"(?:%|\b(?:per\s?cent|pct))\s+of\s+(?:the|its|their|a|some|[\w’'-]+['’]s?)(?:\s+[^\W\d]+(?:['’]s?)?)?\s*$",
    re.IGNORECASE,
)
"""Before a count: it is what the percentage is a share of."""
_OF_WHERE = r"\s+of\s+[^,;:.()\d]{1,40}?(?=\s)"
_POPULATION_OF = re.compile(
    rf"\b(?:population|dân số)(?:{_OF_WHERE})?(?:\s+{any_of('bases.population_is')})*\s*:?\s*$",
    re.IGNORECASE,
)
_LABOUR_OF = re.compile(
    rf"\b{any_of('bases.labour')}(?:{_OF_WHERE})?(?:,?\s+{any_of('bases.population_is')})+\s*:?\s*$",
    re.IGNORECASE,
)
_WHICH_COUNTS = (
    rf"(?:\s+of\s+[^,;:.()\d]{{1,40}}?)?,?\s+(?:which|that)\s+{any_of('bases.population_counts')}"
    r"\s+(?:(?:about|around|some|over|nearly|almost)\s+)?$"
)
_WHICH_ARE = {
    "population": re.compile(rf"\bpopulation{_WHICH_COUNTS}", re.IGNORECASE),
    "labour_force": re.compile(rf"\b{any_of('bases.labour')}{_WHICH_COUNTS}", re.IGNORECASE),
}
""" "39.8% of the labour force of working age, which counted about 618,500 persons"."""
_IN_LABOUR = re.compile(
    r"\s+(?:in\s+[^,;:.()\d]{1,40}?\s+)?(?:(?:are|were|is|was)\s+)?(?:in|of)?\s*"
    r"(?:the\s+|its\s+|[^,;:.()\d]{1,30}['’]s?\s+)?$"
)
"""Between people and the words for a labour force that all of them make up."""
_PLACES_OWN = re.compile(rf"\b(?:the|this|our)\s+{any_of('places.kinds')}['’]s\s+$", re.IGNORECASE)
_HAS = re.compile(
    rf"(?:^|[.;:]\s)\W*(?:[^,;:.]*,\s+)?(?:the|this|our)\s+{any_of('places.kinds')}"
    rf"(?:\s+(?:of|in)\s+[^,;:.()\d]{{1,30}}?)?\s+(?:now\s+|today\s+)?{any_of('bases.counts')}\s+$",
    re.IGNORECASE,
)
"""Before people: all of a place, "the district's 88,700", "the district has 66,380"."""
_NOTHING_TOLD = re.compile(
    rf"\s*(?:in all|altogether|in total)?\s*(?:$|[,.;:)]|and\b|{any_of('bases.predicates')}\b)"
)
_ALL_ITS = re.compile(r"\ball\s+(?:of\s+)?(?:its|the|their|our)\s+$", re.IGNORECASE)
""" "All its 11,300 inhabitants are insured": so many live there."""
_PLACE_OF = re.compile(rf"\b{any_of('places.kinds')}\s+of\s*$", re.IGNORECASE)
"""Before people: "the city of 1.13 million people"."""
_OUT_OF = re.compile(
    rf"\b{any_of('people.inhabitants')}\b.*\bout of\s*$", re.IGNORECASE | re.DOTALL
)
_INHABITANT = re.compile(r"\b(?:inhabitants?|dwellers|souls)\b", re.IGNORECASE)
_LIVE_THERE = re.compile(
    rf"(?:\b(?:{any_of('bases.counts')}|have|having|with|of|its|the|their|our|these|are|were|than"
    r"|all|home to)|['’]s?|[(:|])\s*$",
    re.IGNORECASE,
)
"""Before inhabitants: a place has so many; what they only lost or were told has none of this."""
_ANYONE = re.compile(rf"\b{any_of('people.inhabitants')}$", re.IGNORECASE)
_OF_WHOM = re.compile(r"\b(?:of|among)\s+(?:whom|them|these|those),?\s+$", re.IGNORECASE)
_ONCE_MORE = re.compile(
    rf"\W*(?:That|This|It|They)\s+{any_of('bases.equals')}\s+(?:up\s+)?", re.IGNORECASE
)
_OR = re.compile(rf"\s*,?\s+(?:{any_of('same.value', 'same.which')}|this is)\s+", re.IGNORECASE)
_OF_THEM_ALL = re.compile(
    r"\s+of\s+(?:them(?:\s+all)?|all|everybody|everyone)\b(?!\s+[^\W\d])", re.IGNORECASE
)
_OF_TOTAL = re.compile(
    r"\s+of\s+(?:the\s+total|all\s+of\s+them|the\s+whole)\b(?!\s+[^\W\d])", re.IGNORECASE
)
_COMMA = re.compile(r"\s*,\s*(?:(?:or|that is|i\.e\.)\s+)?")
_STOP = re.compile(r"[,;]|\b(?:and|of whom)\b")
_OF_IT = re.compile(r"\s+of\s+it\b", re.IGNORECASE)
_NEW_BLOCK = re.compile(r"\n\s*\n")
_OUT_OF_THE = re.compile(
    r"(?:^|[.;:]\s+|\n)(?:Of|Out of|Among|of|out of|among)\s+(?:(?:the|all|its)\s+)?$"
)
_LIVE_IN = re.compile(r"\s+(?:(?:who )?(?:living|live) )?(?:in|of)\s+(?:the\s+)?")
PREDICATE = 40
"""Characters behind a count in which something may be told of those counted."""


def counts_all(page: Page, segment: Segment, before: str) -> bool:
    """ "48,230 of its 48,770 inhabitants had health insurance": all who live there."""
    end = segment.quantity.end
    residents = _RESIDENT.search(page.text[segment.quantity.start : end]) is not None
    some = _SOME_ONLY.match(page.text, end) is not None
    return residents and not some and _OF_ITS.search(before) is not None


def counts_residents(page: Page, segment: Segment) -> bool:
    """The whole of "484,500 of the province's 473,000 inhabitants"."""
    start = segment.quantity.start
    return counts_all(page, segment, page.text[max(0, start - BASE_REACH) : start])


def base_counted(page: Page, segment: Segment) -> str | None:
    """The measure of those of whom shares are told, where a figure counts all of them."""
    quantity = segment.quantity
    if quantity.is_bare or quantity.unit == "people":
        before = page.text[max(0, quantity.start - BASE_REACH) : quantity.start]
        for base, told in _WHICH_ARE.items():
            if told.search(before):
                return base
    if _counts_labour_force(page, segment):
        return "labour_force"
    return "population" if counts_population(page, segment) else None


def _counts_labour_force(page: Page, segment: Segment) -> bool:
    """ "A labour force of 986,000"."""
    quantity = segment.quantity
    low = max(0, quantity.start - BASE_REACH)
    if not quantity.is_bare and quantity.unit != "people":
        return False
    if _LABOUR_OF.search(page.text[low : quantity.start]):
        return True
    end = quantity.end
    named = page.cues.within("of_labour", end, end + BASE_REACH)[:1]
    inside = quantity.unit == "people" and any(
        _IN_LABOUR.fullmatch(page.text, end, cue.start) for cue in named
    )
    before = page.text[max(0, quantity.start - BASE_REACH) : quantity.start]
    return inside and (SHARE_OF.search(before) is not None or not _told_of(page, segment))


@once
def counts_population(page: Page, segment: Segment) -> bool:
    """Whether a figure counts all who live in a place: "its 1.24 million inhabitants".

    Nothing may be told of them: "4,000 inhabitants in health insurance" are members.
    """
    quantity = segment.quantity
    if not quantity.is_bare and quantity.unit != "people":
        return False
    low = min((span.start for span in segment.lead), default=quantity.start)
    before = page.text[max(low - BASE_REACH, 0) : quantity.start]
    if _POPULATION_OF.search(before):
        return True
    printed = page.text[quantity.start : quantity.end]
    if (quantity.is_bare or _ANYONE.search(printed)) and _PLACE_OF.search(before):
        return True
    if quantity.is_bare:
        return _OUT_OF.search(before) is not None
    if _ALL_ITS.search(before) and _RESIDENT.search(printed):
        return True
    if counts_all(page, segment, before) or _opens_with_place(page, segment, before):
        return True
    if _ANYONE.search(printed) and _NOTHING_TOLD.match(page.text, quantity.end):
        own = _PLACES_OWN.search(before) or _HAS.search(before)
        if own and not _told_of(page, segment):
            return True
    if SHARE_OF.search(before) and _ANYONE.search(printed):
        return not page.cues.any("undergone", quantity.start, quantity.end + PREDICATE)
    opening = any(term.start < quantity.end for term in within(page.terms, low, quantity.end))
    told = opening or _told_of(page, segment)
    return bool(_INHABITANT.search(printed) and _LIVE_THERE.search(before)) and not told


def _opens_with_place(page: Page, segment: Segment, before: str) -> bool:
    """ "Of the 39,700 people in Na Ri district, 98.8 percent": all who live there."""
    start, end = segment.quantity.start, segment.quantity.end
    if not _OUT_OF_THE.search(before) or not _ANYONE.search(page.text[start:end]):
        return False
    places = within(page.places, end, end + BASE_REACH)[:1]
    shares = within(page.quantities, end, end + BASE_REACH)[:1]
    there = any(_LIVE_IN.fullmatch(page.text, end, one.start) for one in places)
    return there and any(
        share.unit in ("percent", "people", "other")
        and page.text[places[0].end : share.start].startswith(",")
        for share in shares
    )


def _told_of(page: Page, segment: Segment) -> bool:
    """Whether something is told right behind those counted: they are insured, or treated."""
    start, end = segment.behind
    following = within(page.quantities, start, min(end, start + PREDICATE))[:1]
    end = min(end, *(one.start for one in following), start + PREDICATE)
    told = within(page.terms, start, end)
    return any(term.id not in BACKGROUND for term in told)


def antecedent(page: Page, segment: Segment) -> str | None:
    """What "them" are of whom a figure tells a share: all in a place, or those who can work.

    They were counted before it in its sentence, or else by the last figure of the one before.
    """
    quantity = segment.quantity
    at = page.sentence_at(quantity.start)
    sentence = at.span
    counted, low = _counted_before(page, sentence, quantity.start)
    if counted is None:
        return None
    if _tells_again(page, sentence, counted, quantity):
        return "population"
    start = max(sentence.start, counted.end)
    taken_up = page.of_them(quantity.end) or _OF_IT.match(page.text, quantity.end)
    taken_up = taken_up or _OF_WHOM.search(page.text, start, quantity.start)
    if not taken_up:
        return None
    told_in = page.sentence_at(counted.start)
    lead, tail = Span(low, counted.start), Span(counted.end, min(told_in.end, quantity.start))
    stop = _STOP.search(page.text, *tail)
    tail = Span(tail.start, stop.start() if stop else tail.end)
    terms = within(page.terms, counted.start, tail.end)
    if any(term.id == "population" for term in terms):
        return "population"  # "some 3.4 million people live in the province, 93% of them"
    named = [term.id for term in within(page.terms, *lead)][-1:]
    if named and named[0] in BACKGROUND and _NOTHING_TOLD.match(page.text, counted.end):
        return named[0]  # "the province is home to 730,000 people"
    return base_counted(page, Segment(counted, (lead,), (tail,), None, "alone"))


def _tells_again(page: Page, sentence: Span, counted: Quantity, share: Quantity) -> bool:
    """ "Health insurance is held by 601,740 residents.  That is 94.6 per cent of them", "residents,
    94.6 per cent of the total": the count once more, as a share of all who live there."""
    again = _ONCE_MORE.fullmatch(page.text, sentence.start, share.start) or _OR.fullmatch(
        page.text, counted.end, share.start
    )
    printed = page.text[counted.start : counted.end]
    if _RESIDENT.search(printed) and _OF_TOTAL.match(page.text, share.end):
        return bool(again) or _COMMA.fullmatch(page.text, counted.end, share.start) is not None
    residents = _ANYONE.search(printed) is not None
    return bool(again) and residents and _OF_THEM_ALL.match(page.text, share.end) is not None


def _counted_before(page: Page, sentence: Span, start: int) -> tuple[Quantity | None, int]:
    """The figure told before a place in the text, and where the words before that one begin."""
    past = within(page.quantities, sentence.start, start)
    low = sentence.start
    if not past and sentence.start > 0:
        low = page.sentence_at(sentence.start - 1).start
        told = within(page.quantities, low, sentence.start)
        past = told if not _NEW_BLOCK.search(page.text, low, sentence.start) else ()
    if not past:
        return None, low
    return past[-1], past[-2].end if len(past) > 1 else low
