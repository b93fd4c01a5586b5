"""Lists of aims: figures that a heading, a line or a question before them announces as wanted."""

from __future__ import annotations

import re

from indexing.extraction.aspect.aim.aiming import aiming
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.marks import BRACKET
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Span

_OF_PLAN = re.compile(rf"\b{any_of('attaining.against')}\s+(?:[^\W\d]+\s+){{0,3}}$", re.IGNORECASE)
"""Before a plan: what follows is told as a share of it."""
_ORDINAL = re.compile(rf"\W*{any_of('aims.ordinals')}(?:ly)?(?: of all)?\s*,")
_FOLLOWS = re.compile(
    rf"\b(?:following|as follows|these|this|[^\W\d]+ {any_of('aims.listed')})\b", re.IGNORECASE
)
_REACHED = re.compile(
    rf"\b(?:{any_of('aims.reached')}\b[^,;:]*|{any_of('aims.standing')}\s+(?:at|on)\s+"
    r"|already\b[^,;:]*)$",
    re.IGNORECASE,
)
_DID = re.compile(
    r"(?:\s*,[^,;()]{0,40},|\s*\([^()]*\)|\s+of\s+[^\W\d]+)?\s+"
    r"(?:(?:now|already|still)\s+)?(?:was|were|had|have|has|did)\b(?!\s+to\b)",
    re.IGNORECASE,
)
"""Behind a figure: "61 per cent of them had renewed their cards"."""
_SPAN = re.compile(r"\b(?:from|until|till|since|between|than|of|to)\s+$", re.IGNORECASE)
_NOW_REACH = 10
"""Before "now": a span begins or ends there, or it is compared with."""
_FOR = re.compile(r"[*#\s\d.]*for\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\W*$")
_MOST_OF_A_YEAR = 270
_ATTAINED = re.compile(
    rf"(?<!to )\b{any_of('aims.reaching', 'attaining.arrived', 'attaining.shares')}\b"
    r"|\bper\s?cent(?:age)?\b|%",
    re.IGNORECASE,
)
"""In a heading: "Share of the year's budget used", "How much of the plan is done"."""
_OPENING = 25
"""Characters at the head of a sentence that may set its year."""
_LIST_REACH = 1500
"""Characters over which a list of aims told in sentences may run."""


def in_list_of_aims(page: Page, sentence: SentenceSpan) -> bool:
    """Whether the heading above, or the line that opens the list, announces aims."""
    if sentence.kind in ("headline", "heading"):
        return False
    if _ORDINAL.match(page.text, sentence.start, sentence.end):
        return _follows_aims(page, sentence)
    if _names_coming_year(page, Span(sentence.start, _first_comma(page, sentence))):
        return True  # "For 2026, Hung Yen registers 109,000 members"
    spans = _announcing(page, sentence)
    before = page.sentence_before(sentence.start)
    if before is not None and _asks_aims(page, before.span):
        return True
    return any(
        not _names_shares(page, span)
        and (_names_aims(page, span) or _names_coming_year(page, span))
        for span in spans
    )


def in_list_of_shares(page: Page, sentence: SentenceSpan) -> bool:
    """Whether a sentence is an item of a list whose percentages are announced as shares of a plan:
    "Results of some places against their own plan:"."""
    listed = sentence.kind == "item"
    return listed and any(_names_shares(page, span) for span in _announcing(page, sentence))


def _announcing(page: Page, sentence: SentenceSpan) -> list[Span]:
    """The line that opens the list of an item, or else the heading above."""
    if sentence.kind == "item":
        past = reversed(within(page.sentences, 0, sentence.start))
        before = next((one for one in past if one.kind != "item"), None)
        if before is not None and page.text[before.end - 1 : before.end] == ":":
            return [before.span]
    return [sentence.heading] if sentence.heading is not None else []


def _names_shares(page: Page, heading: Span) -> bool:
    """ "Fulfilment of the plan by commune:"."""
    return not within(page.quantities, heading.start, heading.end) and any(
        _OF_PLAN.search(page.text, heading.start, plan.start)
        for plan in page.cues.within("plan", heading.start, heading.end)
    )


def _first_comma(page: Page, sentence: SentenceSpan) -> int:
    """Where the phrase that opens a sentence ends."""
    comma = page.text.find(",", sentence.start, sentence.start + _OPENING)
    return comma if comma >= 0 else sentence.start


def is_reached(page: Page, segment: Segment) -> bool:
    """Whether a figure among aims tells how things were: "Second, 95 per cent; it was 91"."""
    if _DID.match(page.text, segment.quantity.end) or _holds_now(page, segment):
        return True
    return _REACHED.search(page.text, *segment.before) is not None


def _holds_now(page: Page, segment: Segment) -> bool:
    """ "U Minh has 89 per cent now"; "from now until Tet" tells how long it may take."""
    cues = (cue for s in segment.spans for cue in page.cues.within("now", s.start, s.end))
    return any(not _SPAN.search(page.text, max(0, c.start - _NOW_REACH), c.start) for c in cues)


def _follows_aims(page: Page, sentence: SentenceSpan) -> bool:
    """Whether "First, ... Second, ..." go on from a sentence that announces aims."""
    for told in reversed(within(page.sentences, sentence.start - _LIST_REACH, sentence.start)):
        if not _ORDINAL.match(page.text, told.start, told.end):
            named = _FOLLOWS.search(page.text, told.start, told.end) is not None
            aims = page.cues.any("plan", told.start, told.end) or aiming(page, told.start, told.end)
            return named and bool(aims)
    return False


def _asks_aims(page: Page, question: Span) -> bool:
    """ "What do you expect of 2021?" before the answer."""
    if _QUESTION.search(page.text, question.start, question.end) is None:
        return False
    named = page.cues.any("plan", question.start, question.end)
    return named or page.cues.any("aim", question.start, question.end)


def _names_aims(page: Page, heading: Span) -> bool:
    """ "Targets for 2025"; "Collection ahead of plan" tells what was reached."""
    bracket = BRACKET.search(page.text, heading.start, heading.end)
    if bracket is not None:  # "targets for 2026 (results of 2025 in brackets):"
        heading = Span(heading.start, bracket.start())
    reached = ("outcome", "above", "below", "achieve", "missing")
    if any(page.cues.any(kind, heading.start, heading.end) for kind in reached):
        return False
    if _ATTAINED.search(page.text, heading.start, heading.end):
        return False
    return page.cues.any("plan", heading.start, heading.end) and not within(
        page.quantities, heading.start, heading.end
    )


def _names_coming_year(page: Page, heading: Span) -> bool:
    """ "For 2024" above a list that came out in January: nothing of it is reached yet."""
    published = page.article.published
    if published is None or not _FOR.match(page.text, heading.start):
        return False
    return any(
        (dated.period.last_day - published).days > _MOST_OF_A_YEAR
        for dated in within(page.periods, heading.start, heading.end)
    )
