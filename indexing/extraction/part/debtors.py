"""Whose debt it is: one firm's is never its province's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.theme import Bound
from indexing.records import CURRENCIES, Quantity, Span

_NAME = re.compile(
    r"(?:\b(?:An?|The|One)\s+)?\b[A-Z][\w&.'’-]*(?:\s+(?:[A-Z&][\w&.'’-]*|\d[\d-]*))*"
)
_A_FIRM = re.compile(r"\b((?:an?|one|another)\s+(?:[\w-]+\s+){0,5})$", re.IGNORECASE)
_ONE = re.compile(r"(?:[*\s]*)(One(?: of (?:them|these|those|the \w+))?)\b", re.IGNORECASE)
_IT = re.compile(rf"[*\s]*(?:Its?|The {any_of('debts.taken_up')})\b")
_BACK = 3
"""Sentences back that may go on about one firm."""
_ONWARDS = re.compile(rf"\s*{any_of('debts.onwards')}\b", re.IGNORECASE)
_SO_FAR = re.compile(rf"\b{any_of('debts.counted_back')}\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a number of months: those in which something happened, however old a debt is."""
_OLDER = re.compile(rf"\b{any_of('debts.older')}\s+$", re.IGNORECASE)
_AGE_REACH = 20
_DATELINE = re.compile(
    r"[*#\s]*(?=[(A-ZĐ])(?:\([^()]*\)\s*)?"
    r"(?:[A-ZĐ][^\W\d]+(?:[\s,]+(?:[A-ZĐ][^\W\d]+|\d{1,4})){0,6}\s*)?(?:\([^()]*\)\s*)?[—–-]\s"
)
"""At the head of a report, who wrote it where: "HA NOI (VNS) — ", "(VNS) - ", "(VNS) HUE - "."""
_SEAT = re.compile(r"\b(?:in|at|from|tại|ở)\s+$")
"""Before where a debtor sits: "the Le Quy Don school in Tan Phu"."""
_OWNED = re.compile(
    rf"\b(?:{any_of('debts.owed')}\s+(?:of|from)|(?:owed|left)\s+by|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a name whose debt it is: "the arrears of", "overdue premiums at"."""
_POSSESSIVE = re.compile(r"['’](?:s)?$")
_KIND_REACH = 30
"""Characters that the word for its kind may take up behind a name: "the Le Quy Don school"."""
_BEARS_REACH = 30
"""Characters that a word for bearing the sum may take up behind the name."""
ONE_FIRM = "one firm"
"""The group of a firm that the report does not name."""
_SUBJECT_REACH = 80
"""Characters between a debtor and the sum."""
_HAS = re.compile(
    rf"\b(?:{any_of('debts.has')})\s+(?:[\w-]+\s+){{0,3}}?(?:{any_of('debts.piled')})\b",
    re.IGNORECASE,
)
"""Between a debtor and the sum: "had social insurance arrears"."""
_SAYS = re.compile(rf"\s+(?:{any_of('places.spoke')})\b", re.IGNORECASE)
"""Behind a name: it tells of a debt and owes none."""
_NO_NAME = re.compile(rf"{any_of('debts.no_names')}\b|.*\d(?<!\d-\d)$")


def lists_debtors(page: Page, sentence: Span) -> bool:
    """Whether a sentence speaks of single debtors: it tells for how many months they owe."""
    if not page.cues.any("late", sentence.start, sentence.end):
        return False
    told = within(page.quantities, sentence.start, sentence.end)
    return any(is_delay(page, sentence, quantity) for quantity in told)


def is_delay(page: Page, sentence: Span, quantity: Quantity) -> bool:
    """Whether a number tells for how many months someone owes, in a sentence about debts."""
    if not page.text[quantity.start].isdigit():
        return False
    timed = page.cues.any("time_unit", quantity.start, quantity.end + 1)
    return timed and page.cues.any("late", sentence.start, sentence.end)


def age_of_debts(page: Page, segment: Segment) -> str | None:
    """How old the debts of a sum are, where it tells only of those: "overdue for more than a year",
    "debts from 3 months up"."""
    sentence, told = page.sentence_at(segment.quantity.start), segment.quantity
    if not page.cues.any("late", sentence.start, sentence.end):
        return None
    figures = within(page.quantities, sentence.start, sentence.end)
    at = next((n for n, one in enumerate(figures) if one.start == told.start), 0)
    for age in (*figures[max(0, at - 1) : at], *figures[at + 1 : at + 2]):
        between = page.text[min(age.end, told.end) : max(age.start, told.start)]
        apart = ";" if age.start < told.start else ",;:("  # "VND9 billion, over 6 months 4 billion"
        if not set(apart) & set(between) and (of := as_age(page, age)) is not None:
            return of
    return None


def as_age(page: Page, quantity: Quantity) -> str | None:
    """ "More than three months", "3 months or more": from how old on debts are told of."""
    if not page.cues.any("time_unit", quantity.start, quantity.end + 1):
        return None
    low = max(0, quantity.start - _AGE_REACH)
    if _SO_FAR.search(page.text, low, quantity.start):
        return None
    onwards = _ONWARDS.match(page.text, quantity.end)
    older = _OLDER.search(page.text, low, quantity.start)
    if not onwards and not older and quantity.bound not in ("over", "under"):
        return None
    start = older.start() if older else quantity.start
    return page.text[start : onwards.end() if onwards else quantity.end]


def one_debtor(page: Page, sentence: Span, segment: Segment, bound: Bound) -> str | None:
    """The firm that owes the sum, in the report's words; None if the sum is a place's.

    A debt is one firm's where the sentence tells for how many months it has been owed, where its
    debtor is one firm ("a school"), or where a name that is no place's owes it.
    """
    start = segment.quantity.start
    told = bound.topic.measure in ("late_payment", "late_payment_rate")
    if segment.quantity.unit not in CURRENCIES or not (told or bound.topic.measure is None):
        return None
    low = min((span.start for span in segment.lead), default=start)
    # "Lotus is 12 months late with 3 billion": no word for the debt but how long it has been one
    if lists_debtors(page, sentence) and not _of_many(page, sentence):
        names = [*_names(page, sentence, sentence.start, start, places=True)]
        return names[-1] if names else ONE_FIRM if told else None
    if not told:
        return None
    firms = page.cues.within("firm", sentence.start, start)
    single = _single(page, sentence, segment)
    if single is not None:
        return single
    named = _names(page, sentence, low, start, places=False)
    if firms:
        return named[0] if named else page.text[firms[0].start : firms[0].end]
    # "Hue Textile owes 12 billion, and Saigon Port 4 billion": owing is told once
    owes = _owes(page, sentence.start, segment.quantity.end)
    if _owes(page, low, start):  # "P&D keeps 240 workers and is indebted with 31 billion"
        named = named or [*_names(page, sentence, sentence.start, low, places=False)]
    return named[0] if owes and named else _bearer(page, sentence, segment)


def _owes(page: Page, start: int, end: int) -> bool:
    """Whether words between a debtor and a sum say that it is owed."""
    return page.cues.any("owes", start, end) or _HAS.search(page.text, start, end) is not None


def _bearer(page: Page, sentence: Span, segment: Segment) -> str | None:
    """The name that the sum is told of: "Lotus Shoes' arrears", "the debt of", "Lotus alone"."""
    for span in (segment.before, segment.behind):
        for name in _names(page, sentence, span.start, span.end, places=False):
            bare = _POSSESSIVE.sub("", name)
            start = page.text.index(name, span.start, span.end)
            end = start + len(name)
            bears = page.cues.within("bears_debt", end, end + _BEARS_REACH)
            stands = bool(bears) and not page.text[end : bears[0].start].strip()
            if bare != name or stands or _OWNED.search(page.text, span.start, start):
                return bare
    return None


def _of_many(page: Page, sentence: Span) -> bool:
    """ "more than three months", "from 3 months": a class of debts, no one's."""
    months = [
        quantity
        for quantity in within(page.quantities, sentence.start, sentence.end)
        if page.cues.any("time_unit", quantity.start, quantity.end + 1)
    ]
    return all(
        quantity.bound != "exact" or _ONWARDS.match(page.text, quantity.end) for quantity in months
    )


def _single(page: Page, sentence: Span, segment: Segment) -> str | None:
    """ "A large shoe maker owed", "One of them still owes": one debtor, named or not."""
    start = segment.quantity.start
    low = max(sentence.start, start - _SUBJECT_REACH)
    high = min(segment.behind.end, segment.quantity.end + _SUBJECT_REACH // 2)
    nouns = page.cues.within("firm_noun", low, high)
    for noun in nouns:
        opening = _A_FIRM.search(page.text, max(low, noun.start - _SUBJECT_REACH), noun.start)
        if opening is not None:
            return page.text[opening.start(1) : noun.end]
    owes = page.cues.any("owes", sentence.start, start)
    if (owes or page.cues.any("owes", start, high)) and _IT.match(page.text, sentence.start, start):
        return _firm_before(page, sentence)
    if not owes:
        return None
    pronoun = _ONE.match(page.text, sentence.start, start)
    return page.text[pronoun.start(1) : pronoun.end(1)] if pronoun else None


def _firm_before(page: Page, sentence: Span) -> str | None:
    """The firm that "it" takes up: "Lotus Shoes in Hue has not paid. It owes", "A weaving mill
    closed in May.  It once had 300 workers.  Its premiums"."""
    for told in reversed(within(page.sentences, 0, sentence.start)[-_BACK:]):
        before = told.span
        opens = _opening(page, told.start, told.end)
        for noun in page.cues.within("firm_noun", opens, opens + _SUBJECT_REACH)[:1]:
            single = _A_FIRM.search(page.text, opens, noun.start)
            if single is not None and single.start(1) == opens:
                return page.text[opens : noun.end]
        for name in _names(page, before, told.start, told.end, places=False)[:1]:
            if page.text.startswith(name, opens):
                return name
        if not _IT.match(page.text, told.start, told.end):
            return None
    return None


def _names(page: Page, sentence: Span, start: int, end: int, places: bool) -> list[str]:
    """Proper names in a stretch of text that are no date or term; `places` may be firms' names."""
    opening = _opening(page, sentence.start, end)
    start = max(start, opening)
    taken: list[Span] = [Span(d.start, d.end) for d in within(page.periods, sentence.start, end)]
    taken += [Span(t.start, t.end) for t in within(page.terms, sentence.start, end)]
    known = [] if places else [Span(p.start, p.end) for p in within(page.places, start, end)]
    found = []
    for match in _between(page, start, end, taken):
        held = any(place.start < match.end() and match.start() < place.end for place in known)
        ordinary = _opens(page, match, (sentence.start, opening)) and " " not in match.group()
        seat = places and _SEAT.search(page.text, start, match.start())
        says = _SAYS.match(page.text, match.end())
        if not (held or ordinary or seat or says or _NO_NAME.match(match.group())):
            kind = page.cues.within("firm_noun", match.end(), match.end() + _KIND_REACH)
            called = bool(kind) and kind[0].start == match.end() + 1
            found.append(page.text[match.start() : kind[0].end if called else match.end()])
    return found


def _opening(page: Page, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline; "Ba Ria - Vung Tau" is none."""
    dateline = _DATELINE.match(page.text, start, end)
    if dateline is None:
        return start
    places = within(page.places, start, dateline.end())
    return start if any(place.end > dateline.end() for place in places) else dateline.end()


def _opens(page: Page, name: re.Match[str], starts: Sequence[int]) -> bool:
    """Whether a word is capital for its place: at a sentence's start, or heading a bracket."""
    bracket = page.text[name.start() - 1 : name.start()] == "("
    return name.start() in starts or (bracket and page.text[name.end() : name.end() + 1] != ")")


def _between(page: Page, start: int, end: int, taken: Sequence[Span]) -> Iterator[re.Match[str]]:
    """The names in the pieces that the spans `taken` leave: "In June 2024 | Hue Textile"."""
    for span in sorted(taken, key=lambda span: span.start):
        yield from _NAME.finditer(page.text, start, max(start, min(span.start, end)))
        start = max(start, span.end)
    yield from _NAME.finditer(page.text, start, max(start, end))
