"""Aims: figures that are wanted, planned or expected rather than reached.

An aim is told by a word of the figure's clause, or by a date that lay ahead when the text came out;
by the heading or line that announces a list of aims, `aim_lists.py`.
"""

from __future__ import annotations

import re

from indexing.extraction.aspect.headed import is_bracketed, is_headed
from indexing.extraction.aspect.wishes import is_no_aim, want_it
from indexing.extraction.period.times import TimeUse
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.bases import base_of_share
from indexing.records import Span

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
_SETS = re.compile(
    r"(?<!the )(?<!its )\bassign(?:s|ed)\s[^.;,:\d]{0,50}?\b(?:an?|the)\s[^.;,:\d]{1,60}\bof\s+$"
    rf"|\b{any_of('aims.plans')}\b[^.;:\d]{{0,60}}\b{any_of('aims.reset')}\s+"
    r"(?:from\s+(?:[^.;:]{1,40}\sto\s+)?|to\s+)$",
    re.IGNORECASE,
)
""" "assigned Nghe An a coverage of 94.5%", "the target was raised from 24,500 to 27,000"."""
_ADVERBS = re.compile(
    rf"\s+(?:(?:{any_of('aims.before_infinitive')}|[^\W\d]+ly)\s+)*", re.IGNORECASE
)
"""Between a modal verb and its infinitive: "will work to have"."""
_SETTLES = re.compile(rf"(?:\s+to)?\s+{any_of('aims.settling')}\b", re.IGNORECASE)
"""Behind an aim: what is owed is settled, no plan is met."""
_UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_HAPPENED = re.compile(
    r"(?<!will )(?<!to )\b(?:(?:had|has|have)\s+(?:been\s+|[a-z]+ly\s+|already\s+)*"
    r"[a-z]+(?:ed|en|ught|ne|ld|id)"
    rf"|{any_of('aims.reached')})\b(?!\s+to\b)"
)
_UNTIL_REACH = 12
_WHOSE_REACH = 40
_PAST = re.compile(
    r"(?:(?<=have)\s+[^\W\d]+ed\b|\s+(?:been|paid|had|done)\b|\s+by\s+(?=\d|(?:over|about|a)\b))",
    re.IGNORECASE,
)
"""Behind an aim: what should have been, or by how much something is to change."""
_WHOSE = re.compile(r"\b(?:who|which|that|whose(?:\s+[^\W\d]+){1,2})\s+$", re.IGNORECASE)
"""Before an aim: those counted are told to have it, not their number."""
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
_WHEN_ASKED = re.compile(r"Asked\b")
_ENDED = re.compile(
    rf".*\d[^,;]*,\s*(?:[^\W\d]+ly\s+)?{any_of('aims.ended')}\b", re.IGNORECASE | re.DOTALL
)
"""Behind an aim and its figure: the clause it stands in goes on with what came of it."""
_APPOSED = re.compile(
    r"\s*(?:,|[–—-])\s*(?:the|its|their|a|this year['’]s|the year['’]s)\s+", re.IGNORECASE
)
_CLAUSE_OF_FACT = re.compile(
    r".*[,;]\s*(?:and\s+)?(?:(?:yet|still|nevertheless|nonetheless)\b(?!\s+to\b)"
    r"|(?:[^,;]*\s)?(?:had|has|have)\s+(?!to\b)[^\W\d]+)",
    re.IGNORECASE | re.DOTALL,
)
"""Behind an aim: a clause that tells what came of it."""
_RELATES_FACT = re.compile(
    rf".*[,;–—]\s*(?:[^\W\d]+\s+)?{any_of('aims.relating')}\b[^;]*"
    rf"\b{any_of('aims.reached', 'changes.rose', 'changes.fell')}\b",
    re.IGNORECASE | re.DOTALL,
)
"""Behind an aim: a relative clause that tells how things were: ", which on June 30 was"."""
_TO_BRING = re.compile(
    rf"\bto\s+{any_of('aims.bringing')}\s+(?:the|its|their|his)\s[^,;:.\d]{{1,60}}\sto\s*$",
    re.IGNORECASE,
)
""" "Staff work on Saturdays to bring the rate of late payment to below 2%"."""
_MANAGED = re.compile(rf"\b{any_of('aims.managed')}\s+(?:[^\W\d]+\s+){{0,2}}$", re.IGNORECASE)
"""Before that infinitive: it was done."""
_WHAT = re.compile(r"\bwhat\s+[^,;:.\d]{0,40}$", re.IGNORECASE)
"""Before an aim that has its object: "of what the year should bring"."""
_WERE = re.compile(r"\s+(?:was|were|had been)\s+[^\W\d]", re.IGNORECASE)
"""Behind a figure: it was reached."""
_ASIDE = re.compile(rf".*[,;–—]\s*{any_of('aims.relating')}\b", re.IGNORECASE | re.DOTALL)
_WAS_MET = re.compile(
    rf"[^:;]*\b(?:be|was|were|been|is|are)\s+(?:[^\W\d]+ly\s+)?{any_of('attaining.done')}\b[^:;]*[:;]",
    re.IGNORECASE,
)
"""Behind a plan: what came of it, which the figures behind the colon tell."""
_NO_OBJECT = re.compile(r"\s*,?\s*(?:and|but)\b", re.IGNORECASE)
_CLOSE = re.compile(r"[,;:.]")
_MOST_OF_A_YEAR = 270
_AT_ONCE = 31
"""Days that a moment may lie after the article's date and be told as reached: the year's end."""


_AS_PLANNED = re.compile(r"\b(?:to|on|as|per|according to)\s+$", re.IGNORECASE)
_ASSIGNED = re.compile(
    rf"\b{any_of('aims.assigned')}\s+(?:by|for|to|with)\s+[^,;:.\d]{{1,60}}"
    r"\b(?:is|was|of|at|being)\s+$",
    re.IGNORECASE,
)
"""Behind a plan, before its figure: "the goal assigned by Viet Nam Social Security was"."""
_GIVES = re.compile(rf"\b{any_of('aims.giving')}\s+[^,;:.\d]{{1,60}}$", re.IGNORECASE)
_TO_BE_DONE = re.compile(
    rf"\s+(?:that\s+(?:is|are|was|were)\s+)?to\s+be\s+{any_of('gaps.taken_in')}\b", re.IGNORECASE
)
""" "Of the VND4.3 trillion to be collected this year"."""
_TO_DO = re.compile(rf"\s+to\s+{any_of('aims.asked')}\b", re.IGNORECASE)
""" "The letter gives the province VND4.9 trillion to collect"."""


def is_aimed(page: Page, sentence: Span, segment: Segment) -> bool:
    """Whether the figure is wanted, planned or expected rather than reached."""
    quantity = segment.quantity
    low = max(sentence.start, quantity.start - _PHRASE)
    for plan in page.cues.within("plan", low, quantity.start)[-1:]:
        if _AS_PLANNED.search(page.text, low, plan.start):
            continue  # "Collection ran to plan: VND948 billion came in"
        between = _blanked(page, plan.end, quantity.start)
        if LINK.fullmatch(between) and not re.fullmatch(r"\s*by\s*", between):
            return True
        if _ASSIGNED.search(page.text[plan.start : plan.end] + between):
            return True
    if _TO_BE_DONE.match(page.text, quantity.end):
        return True
    leads = segment.lead[-1:] if _TO_DO.match(page.text, quantity.end) else ()
    if any(_GIVES.search(page.text, s.start, s.end) for s in leads):
        return True
    if is_headed(page, sentence, segment) or is_bracketed(page, segment):
        return True
    after = page.cues.within("plan", quantity.end, quantity.end + _NEAR)
    after = () if want_it(page, segment) else after
    if after and not page.text[quantity.end : after[0].start].strip(" -"):
        return True
    if after and _APPOSED.fullmatch(page.text, quantity.end, after[0].start):
        return not _leads_on(page, after[0].end)  # "89.8 per cent, the goal for 2018"
    for tail in segment.tail[:1]:
        aims = aiming(page, tail.start, tail.end)
        near = aims and "," not in page.text[tail.start : aims[0].start]
        if near and base_of_share(page, segment) == "due":
            continue  # "of what should be paid"
        if near and is_no_aim(page, segment, aims[0]):
            continue
        if near and not _leads_on(page, aims[0].end):
            return True
        if _CAME_OF_IT.match(page.text, tail.start):
            return True
    before = page.text[sentence.start : quantity.start]
    if ":" in before and any(_holds_now(page, tail) for tail in segment.tail[:1]):
        return False  # "would like more to use cards: 41 per cent do so at present"
    if _announced(page, sentence, segment):
        return True
    brings = _TO_BRING.search(before) if before.rstrip().endswith(" to") else None
    if brings and not _MANAGED.search(before[: brings.start()]):
        return True
    clause = before[max(before.rfind(mark) for mark in ".;,:") + 1 :]
    if "to" in clause.casefold() and (_PURPOSE.search(before) or _ASKS.search(before)):
        return True
    if before.endswith(" for ") and _ASKED_FOR.search(before):
        return True
    planned = any(page.cues.any(k, sentence.start, quantity.start) for k in ("plan", "aim"))
    if planned and _SETS.search(before):
        return True
    if any(_FROM.search(page.text, lead.start, lead.end) for lead in segment.lead[-1:]):
        return False
    if _WERE.match(page.text, quantity.end) and _ASIDE.match(before):
        return False  # "hopes for 95 per cent, where 93 were reached"
    return is_open_aim(page, sentence.start, quantity.start)


def _holds_now(page: Page, tail: Span) -> bool:
    """Whether words behind a figure tell that it holds now, up to the end of their clause."""
    close = _CLOSE.search(page.text, tail.start, tail.end)
    return page.cues.any("now", tail.start, close.start() if close else tail.end)


def is_open_aim(page: Page, start: int, end: int) -> bool:
    """Whether words of `start` to `end` aim at what stands behind them."""
    aims = [
        cue
        for cue in aiming(page, start, end)
        if not _WHAT.search(page.text, start, cue.start) and not _closed(page.text[cue.end : end])
    ]
    return bool(aims) and not page.cues.any("turn", aims[-1].end, end)


def aiming(page: Page, start: int, end: int) -> list[Cue]:
    """The words of a stretch that aim at something; what "should have been" is past aiming."""
    told = page.cues.within("aim", start, end)
    found = (*told, *_resolved(page, start, end))
    open_ = (
        cue
        for cue in found
        if not _PAST.match(page.text, cue.end) or page.text.startswith("will have", cue.start)
    )
    aims = (
        cue
        for cue in open_
        if not _SETTLES.match(page.text, cue.end) and not _WHEN_ASKED.match(page.text, cue.start)
    )
    return sorted(aims, key=lambda cue: cue.start)


def _resolved(page: Page, start: int, end: int) -> list[Cue]:
    """What is to be or will be: a modal verb and what it wants: "has to collect", "will grow"."""
    found = []
    due = page.cues.within("due", start, end)  # "số phải thu": the amount due, no aim
    for modal in page.cues.within("modal", start, end):
        if any(span.start <= modal.start and modal.end <= span.end for span in due):
            continue
        for verb in page.cues.within("attain", modal.end, end)[:1]:
            whose = _WHOSE.search(page.text, max(start, modal.start - _WHOSE_REACH), modal.start)
            if not whose and _ADVERBS.fullmatch(page.text, modal.end, verb.start):
                found.append(Cue("aim", modal.start, verb.end))
    return found


def _closed(between: str) -> bool:
    """Whether an aim ends before the figure, as its bracket does or "what the plan asks, and"."""
    facts = (_NO_OBJECT, _CLAUSE_OF_FACT, _RELATES_FACT, _WAS_MET, _ENDED)
    told = next((found for rule in facts if (found := rule.match(between))), None)
    return between.count(")") > between.count("(") or told is not None


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


def lies_ahead(page: Page, segment: Segment, told: TimeUse | None) -> bool:
    """Whether the figure's own date lay ahead when the article came out."""
    published = page.article.published
    if told is None or told.period is None or published is None or told.role != "main":
        return False
    if not any(span.start <= told.start < span.end for span in segment.spans):
        return False
    if _UNTIL.search(page.text, told.start - _UNTIL_REACH, told.start):
        return False  # "need not contribute until May": it lasts till then
    soon = (told.period.last_day - published).days <= _MOST_OF_A_YEAR
    if soon and any(
        _HAPPENED.search(page.text, s.start, s.end) for s in (*segment.lead, *segment.tail[:1])
    ):
        return False  # "by May 31 they had collected": so it says, whenever it came out
    if told.period.first_day > published and told.period.first_day != told.period.last_day:
        return True
    moment = told.aimed or told.period.notation.startswith("@")
    return moment and (told.period.last_day - published).days > _AT_ONCE


def _blanked(page: Page, start: int, end: int) -> str:
    """The text with its dates left out."""
    pieces = []
    for dated in within(page.periods, start, end):
        pieces.append(page.text[start : dated.start])
        start = max(start, dated.end)
    pieces.append(page.text[start:end])
    return "".join(pieces)
