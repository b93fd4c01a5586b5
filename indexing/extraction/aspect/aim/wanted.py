"""Figures that their own sentence tells to be wanted: by a plan, a verb that aims, a request."""

from __future__ import annotations

import re

from indexing.extraction.aspect.aim.aiming import aiming, is_open_aim
from indexing.extraction.aspect.aim.headed import is_bracketed, is_headed
from indexing.extraction.aspect.aim.wishes import is_no_aim, want_it
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.shares import base_of_share
from indexing.extraction.topic.money.taken_in import TO_BE_TAKEN_IN
from indexing.records import CURRENCIES, Span

LINK = re.compile(rf"(?:\s|\b{any_of('aims.links')}\b|[:|])*", re.IGNORECASE)
"""Words that may link a plan or a side to its figure."""
_ANNOUNCED = re.compile(r"[^:.;]{0,40}(?::|\b(?:includes?|comprises?)\b)", re.IGNORECASE)
_OPENING = 25
"""Characters at the head of a sentence in which its announcement of aims begins."""
_NEAR = 30
_PHRASE = 70
_FROM = re.compile(r"\b(?:from|than|after|against|compared (?:with|to))\s*$", re.IGNORECASE)
"""Before a figure that was reached, though the sentence aims at another."""
_PURPOSE = re.compile(
    rf"(?:^\W*|[;:,]\s+)to {any_of('aims.purposes')}\s+(?:the\s+|a\s+)?(?:[^\W\d]+\s+of\s+)?$",
    re.IGNORECASE,
)
""" "To reach 92.5%, the province needs ...": it is not reached yet."""
_ASKS = re.compile(
    rf"\b{any_of('aims.asking')}\w*\b[^.;,:\d]{{1,60}}\bto\s+"
    rf"{any_of('aims.asked')}\b[^.;,:\d]{{0,40}}$",
    re.IGNORECASE,
)
""" "The committee asks each commune to reach 95 per cent"."""
_WOULD_BE = re.compile(
    r"\b(?:that|this|it|which)\s+(?:would|will)\s+(?:\w+\s+)?be\s+$", re.IGNORECASE
)
_MUST_BE = re.compile(
    rf"\b{any_of('attaining.must')}\s+(?:not\s+)?(?:{any_of('aims.is')}\s+)?$", re.IGNORECASE
)
""" "The rate must be under 2%", "must not exceed 2%"."""
_MUST_NOT = re.compile(rf"\b{any_of('attaining.must')}\s+not\s+[^,;:.\d]*$", re.IGNORECASE)
_MAY = re.compile(rf"\b{any_of('aims.able')}\s+$", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"(?:(?P<never>cannot|mustn['’]t|shouldn['’]t)|not|[^\W\d]+n['’]t)\s+"
    r"(?P<to>(?:be\s+)?(?:[^\W\d]+\s+)?to\s)?",
    re.IGNORECASE,
)
"""A bound that forbids: "may not exceed 2%", "is not to rise above 2%"."""
_SETS = re.compile(
    r"(?<!the )(?<!its )\bassign(?:s|ed)\s[^.;,:\d]{0,50}?\b(?:an?|the)\s[^.;,:\d]{1,60}\bof\s+$"
    rf"|\b{any_of('aims.plans', 'attaining.plans')}\b[^.;:\d]{{0,60}}\b{any_of('aims.reset')}\s+"
    r"(?:from\s+(?:[^.;:]{1,40}\sto\s+)?|to\s+)$",
    re.IGNORECASE,
)
""" "assigned Nghe An a coverage of 94.5%", "the target was raised from 24,500 to 27,000"."""
_CAME_OF_IT = re.compile(
    rf"[^,;:.\d]{{0,60}},\s+(?:(?:was|were|has|have|had|been)\s+)+(?:[^\W\d]+ly\s+)?"
    rf"{any_of('aims.came_of_it')}\b"
)
"""Behind a figure: "32 per cent, was missed by 0.4 points"."""
_ASKED_FOR = re.compile(
    rf"\b{any_of('aims.asking')}\w*\s+(?!(?:about|by|in|on|of)\b)(?:(?!\bfunds?\b)[^.;,:\d]){{1,40}}\sfor\s+$",
    re.IGNORECASE,
)
""" "The Prime Minister has asked Tien Giang for 91.5 per cent"."""
_APPOSED = re.compile(
    r"\s*(?:,|[–—-])\s*(?:the|its|their|a|this year['’]s|the year['’]s)\s+", re.IGNORECASE
)
_TO_BRING = re.compile(
    rf"\bto\s+{any_of('aims.bringing')}\s+(?:the|its|their|his)\s[^,;:.\d]{{1,60}}\sto\s*$",
    re.IGNORECASE,
)
""" "Staff work on Saturdays to bring the rate of late payment to below 2%"."""
_MANAGED = re.compile(rf"\b{any_of('aims.managed')}\s+(?:[^\W\d]+\s+){{0,2}}$", re.IGNORECASE)
"""Before that infinitive: it was done."""
_WERE = re.compile(r"\s+(?:was|were|had been|has been|have been)\s+[^\W\d]", re.IGNORECASE)
"""Behind a figure: it was reached."""
_CLOSE = re.compile(r"[,;:.]")
_AS_PLANNED = re.compile(
    rf"\b(?:to|on|as|per|according to|{any_of('aims.burdens')}\s+(?:the|its|their|our))\s+$",
    re.IGNORECASE,
)
"""Before a plan that is none: "ran to plan", "cost its budget VND24 billion"."""
_ASSIGNED = re.compile(
    rf"\b{any_of('aims.assigned')}\s+(?:by|for|to|with)\s+[^,;:.\d]{{1,60}}"
    r"\b(?:is|was|of|at|being)\s+$",
    re.IGNORECASE,
)
"""Behind a plan, before its figure: "the goal assigned by Viet Nam Social Security was"."""
_GIVES = re.compile(rf"\b{any_of('aims.giving')}\s+[^,;:.\d]{{1,60}}$", re.IGNORECASE)
_ALLOWS = re.compile(
    rf"\s+(?:[^\W\d]+\s+)?{any_of('aims.allowing')}\b[^;:.\d]{{1,80}}", re.IGNORECASE
)
""" "The Government's estimate lets the fund spend"."""
_WAS_GIVEN = re.compile(
    r"\s+(?:that|which)\s+[^,;:.\d]{1,40}\s(?:(?:was|were|is|are|has been|had been)\s+"
    rf"{any_of('attaining.allotted')}|(?:has|have|had)\s+(?:been\s+given|{any_of('aims.wrote')}))\b",
    re.IGNORECASE,
)
""" "Of the VND1,412 billion that Binh Dinh was assigned for care"."""
_GRANTS = re.compile(
    rf"\b{any_of('aims.granters')}\b[^;:.\d]{{0,40}}\b{any_of('aims.giving')}\s+[^,;:.\d]{{1,60}}$",
    re.IGNORECASE,
)
""" "The Prime Minister gave the city VND1.3 trillion for treatment": what may be spent."""
_TO_BE_DONE = re.compile(
    rf"(?:\s+still|\s+yet)?\s+to\s+be\s+(?:[^\W\d]+ly\s+)?{any_of('aims.done')}\b", re.IGNORECASE
)
"""Right behind what is counted: "140 firms to be inspected" are a task, whoever has them."""
_PLANNED = re.compile(rf"\d\W+{any_of('aims.planned')}\s+[^\W\d]", re.IGNORECASE)
"""Within a figure: "140 planned inspections"."""
_TO_DO = re.compile(rf"\s+to\s+{any_of('aims.asked')}\b", re.IGNORECASE)
""" "The letter gives the province VND4.9 trillion to collect"."""


def is_aimed(page: Page, sentence: Span, segment: Segment) -> bool:
    """Whether the figure is wanted, planned or expected rather than reached."""
    if _is_converted(page, segment):
        return False
    if _follows_plan(page, sentence, segment) or _is_to_be_done(page, segment):
        return True
    if is_headed(page, sentence, segment) or is_bracketed(page, segment):
        return True
    apposed = _apposed_plan(page, segment)
    if apposed is not None:
        return apposed
    return _aimed_at_behind(page, segment) or _aimed_at_before(page, sentence, segment)


def _is_converted(page: Page, segment: Segment) -> bool:
    """ "That would be US$16 billion": the same in another currency."""
    dollars = segment.quantity.unit == "USD"
    return dollars and _WOULD_BE.search(page.text, *segment.before) is not None


def _follows_plan(page: Page, sentence: Span, segment: Segment) -> bool:
    """ "The plan is 5,000", "the goal assigned by Viet Nam Social Security was 93 per cent"."""
    start = segment.quantity.start
    low = max(sentence.start, start - _PHRASE)
    for plan in page.cues.within("plan", low, start)[-1:]:
        if _AS_PLANNED.search(page.text, low, plan.start):
            continue  # "Collection ran to plan: VND948 billion came in"
        between = _blanked(page, plan.end, start)
        if LINK.fullmatch(between) and not re.fullmatch(r"\s*by\s*", between):
            return True
        if _ASSIGNED.search(page.text[plan.start : plan.end] + between):
            return True
        if _ALLOWS.fullmatch(between):
            return True
    return False


def _is_to_be_done(page: Page, segment: Segment) -> bool:
    """ "VND4.3 trillion to be collected", "gives the province VND4.9 trillion to collect"."""
    end = segment.quantity.end
    if any(rule.match(page.text, end) for rule in (TO_BE_TAKEN_IN, _TO_BE_DONE, _WAS_GIVEN)):
        return True
    printed = _PLANNED.search(page.text, segment.quantity.start, end)
    if printed is not None and not _WERE.match(page.text, end):
        return True
    granted = _GRANTS.search(page.text, *segment.before) is not None
    if granted and segment.quantity.unit in CURRENCIES:
        return True
    to_do = _TO_DO.match(page.text, end) is not None
    return to_do and _GIVES.search(page.text, *segment.before) is not None


def _apposed_plan(page: Page, segment: Segment) -> bool | None:
    """Whether the figure is the plan named right behind it: "89.8 per cent, the goal for 2018";
    None where none is."""
    end = segment.quantity.end
    after = page.cues.within("plan", end, end + _NEAR)
    if not after or want_it(page, segment):
        return None
    if not page.text[end : after[0].start].strip(" -"):
        return True
    if _APPOSED.fullmatch(page.text, end, after[0].start):
        return not _leads_on(page, after[0].end)
    return None


def _aimed_at_behind(page: Page, segment: Segment) -> bool:
    """Whether the words right behind a figure aim at it, or tell what came of the aim."""
    tail = segment.behind
    aims = aiming(page, *tail)
    near = aims and "," not in page.text[tail.start : aims[0].start]
    due = segment.quantity.unit == "percent" and base_of_share(page, segment) == "due"
    if near and (due or is_no_aim(page, segment, aims[0])):
        return False  # "of what should be paid"
    if near and not _leads_on(page, aims[0].end):
        return True
    return bool(segment.tail) and _CAME_OF_IT.match(page.text, tail.start) is not None


def _aimed_at_before(page: Page, sentence: Span, segment: Segment) -> bool:
    """Whether the words of its sentence before a figure aim at it."""
    quantity = segment.quantity
    before = page.text[sentence.start : quantity.start]
    if ":" in before and _holds_now(page, segment.behind):
        return False  # "would like more to use cards: 41 per cent do so at present"
    if _announced(page, sentence, segment) or _is_asked_for(before):
        return True
    if _MUST_BE.search(before) or _is_forbidden(page, before, quantity.start):
        return True
    planned = any(page.cues.any(k, sentence.start, quantity.start) for k in ("plan", "aim"))
    if planned and _SETS.search(before):
        return True
    if _FROM.search(page.text, *segment.before):
        return False
    return is_open_aim(page, sentence.start, quantity.start)


def _is_forbidden(page: Page, before: str, start: int) -> bool:
    """Whether a bound tells what must not be, rather than what is not."""
    bound = _FORBIDDEN.match(page.text, start)
    told = bound is not None and bool(bound["never"] or bound["to"] or _MAY.search(before))
    return told or _MUST_NOT.search(before) is not None


def _is_asked_for(before: str) -> bool:
    """Whether a sentence asks for what follows, by a verb: "to reach", "asks the district to have",
    "has asked Tien Giang for", "to bring the rate to"."""
    brings = _TO_BRING.search(before) if before.rstrip().endswith(" to") else None
    if brings and not _MANAGED.search(before[: brings.start()]):
        return True
    clause = before[max(before.rfind(mark) for mark in ".;,:") + 1 :]
    if "to" in clause.casefold() and (_PURPOSE.search(before) or _ASKS.search(before)):
        return True
    return before.endswith(" for ") and _ASKED_FOR.search(before) is not None


def _holds_now(page: Page, tail: Span) -> bool:
    """Whether words behind a figure tell that it holds now, up to the end of their clause."""
    close = _CLOSE.search(page.text, tail.start, tail.end)
    return page.cues.any("now", tail.start, close.start() if close else tail.end)


def _leads_on(page: Page, end: int) -> bool:
    """Whether an aim's words lead to a figure of their own: "93% against a target of 92%"."""
    following = within(page.quantities, end, end + _NEAR)
    return bool(following) and LINK.fullmatch(page.text, end, following[0].start) is not None


def _announced(page: Page, sentence: Span, segment: Segment) -> bool:
    """ "This year's goals: A, B and C": all that follows is wanted; its brackets need not be."""
    start = segment.quantity.start
    for kind in ("plan", "aim"):
        for cue in page.cues.within(kind, sentence.start, min(start, sentence.start + _OPENING)):
            opening = _ANNOUNCED.match(page.text, cue.end, start)
            reached = opening and page.cues.any("outcome", sentence.start, opening.end())
            if opening and not reached and segment.tie == "alone":
                return not page.cues.any("turn", opening.end(), start)
    return False


def _blanked(page: Page, start: int, end: int) -> str:
    """The text with its dates left out."""
    pieces = []
    for dated in within(page.periods, start, end):
        pieces.append(page.text[start : dated.start])
        start = max(start, dated.end)
    pieces.append(page.text[start:end])
    return "".join(pieces)
