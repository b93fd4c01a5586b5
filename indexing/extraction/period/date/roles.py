"""What a date of a sentence is there for: its role, by the words around it."""

from __future__ import annotations

import re
from typing import Literal

from indexing.extraction.period.date.compared import compared_from
from indexing.extraction.text.marks import COMMA
from indexing.extraction.text.page import Dated, Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Period, Span

Role = Literal["main", "now", "base", "plan", "event", "occasion", "document", "since", "aside"]
"""What the figure speaks of, by a date or as "now"; what a change is counted from; when a plan is
due ("the 2017 target"); when something was said; when someone came and what was done may be told
("came on April 25 with 1,500 cards"); when a paper was signed; what merely began; when something
beside the figures happened ("although the premium rose in July")."""
EVENTS = ("event", "occasion")
"""Roles of days that tell at least when something was said."""

_PAPER_OF = re.compile(r"(?:[^,;:]*\W)?(?:(?<!\bas )of|dated|ngày)\s*", re.IGNORECASE)
"""Between a paper and its date: a number, an issuer, but no comma, nor "as of"."""
_LAW_OF = re.compile(
    r"\b(?:Law|Ordinance|Code|Act)\s+on\s+(?:(?:[A-Z][\w-]+|and|of|for)\s+)+(?:\(\w+\)\s+)?$"
)
"""Before the year that a law is named by: "the Law on Social Insurance 2024"."""
_NUMBER_OF = re.compile(r"\s+(?:no\.?\s*)?", re.IGNORECASE)
"""Between a paper and its own number, "Decree 12/2022"."""
_REACH = 60
"""Characters before a date in which the words that govern it are looked for."""
_OUTDONE = re.compile(
    rf"\b{any_of('sums.exceeds', 'periods.trails')}\s+"
    r"(?:(?:that|those|the\s+[^\W\d]+|its\s+[^\W\d]+)\s+(?:of|in|for)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
""" "Surpassing the first quarter of last year by VND31 billion": what it is held against."""
_PLAN_REACH = 100
"""The same for a plan, which may be told with its figure."""
_FOR = re.compile(r"\bfor(?:\s+(?:the|whole|full|entire|of|all))*\s*$", re.IGNORECASE)
_SHARE_OF = re.compile(r"\s+of\s+(?:(?:the|its|their)\s+)?(?:[^\W\d]+\s+)?", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:(?:although|though|because|whose)\b|after\b[^,;:.()]*\bhad\b)[^,;:.()]*$", re.IGNORECASE
)
_ASIDE_BEFORE = re.compile(
    r"(?:,\s+(?:(?:\w+\s+)?(?:which|whom)|(?:some|any|no)thing|who|whose|where)"
    r"|\bthat (?:has|have|had|is|are|was|were))\b[^,;:.()]*$",
    re.IGNORECASE,
)
_FIRST_SINCE = re.compile(
    rf"\b{any_of('compared.top', 'compared.bottom', 'periods.first')}\b[^,;:.()\d]{{0,40}}"
    r"\bsince\s+(?:the\s+)?(?:[^\W\d]+\s+of\s+)?$",
    re.IGNORECASE,
)
""" "The first decline since 2017": until then nothing like it was, which dates no figure."""
_HAPPENED_AFTER = re.compile(r",\s+(?:after|when)\b[^,;:.()]*\b(?:had|was|were)\b[^,;:.()]*$")
_WHO_BEFORE = re.compile(r"\bwho\s[^,;:.()]*\b(?:before|prior to)\s+$", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\w,\s+(?:(?:as|first|newly|officially|just|recently|lately|now)\s+){0,2}"
    r"(?:[a-z]{3,}ed|set up|built|begun)\b[^,;:.()\d]{0,30}$"
)
""" "The province, formed on 1 July, counted ..."."""
_FORMER_PLACE = re.compile(
    r"\b(?:what|that\s+which)\s+(?:was|used\s+to\s+be|had\s+been)\s+[^,;:.()\d]{2,40}?\W*$"
    r"|\bas\s+(?:it|they)\s+(?:was|were|stood|existed|had\s+been)\W*$"
)
""" "Live in what was Quang Nam before the merger": what a place was until then dates no figure."""
_IN_FORCE = re.compile(
    r"\b(?:in|into|took|takes?|taking) (?:force|effect)\s+(?:on|from|since|in|as of)?\s*$",
    re.IGNORECASE,
)
""" "With the new law coming into force on 1 July"."""
_WHEN = re.compile(r"\s*,?\s*when\b")
_SAID_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^,;:.()]*$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:which|that)\s+(?:had\s+|has\s+)?(?:began|begun|started|opened|(?:was|were) launched)"
    r"\s+(?:in|on|at|back in|early in)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
""" "The campaign, which began in March, ..."."""
_AFTER = re.compile(r"(?:^|\W)after\b[^,;:.()]*$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.()]")
_OPENING = 20
_OWNING = ("", "'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
_NEAR = 14
"""Characters that may stand between a word such as "compared with" and the date it governs."""


def role_of(page: Page, sentence: Span, dated: Dated) -> Role:
    """The role of a date in its sentence; "now" is told by no date."""
    if _BEGAN.search(page.text, max(sentence.start, dated.start - _REACH), dated.start):
        return "since"
    if _IN_FORCE.search(page.text, max(sentence.start, dated.start - _NEAR * 2), dated.start):
        return "document"
    before_it = max(sentence.start, dated.start - _REACH)
    if _is_aside(page, sentence, dated) or _FORMER_PLACE.search(page.text, before_it, dated.start):
        return "aside"
    if _LAW_OF.search(page.text, max(sentence.start, dated.start - _PLAN_REACH), dated.start):
        return "document"
    if dated.since or _since_clause(page, sentence, dated):
        coming = dated.target and _WHEN.match(page.text, dated.end) is not None
        return "main" if coming else "since"  # "from July 1, when pensions go up by"
    low = max(sentence.start, dated.start - _REACH)
    papers = page.cues.within("document", low, dated.start)
    kinds = (_PAPER_OF, _NUMBER_OF) if "/" in page.text[dated.start : dated.end] else (_PAPER_OF,)
    if papers and any(k.fullmatch(page.text, papers[-1].end, dated.start) for k in kinds):
        return "document"
    if dated.comparison or _right_before(page, "times_that", dated):
        return "base"
    if _OUTDONE.search(page.text, low, dated.start):
        return "base"
    if (
        _right_before(page, "plan_date", dated)
        or _plan_follows(page, dated)
        or _planned_for(page, sentence, dated)
    ):
        return "plan"
    events = page.cues.within("event", sentence.start, dated.start)
    if dated.named and not dated.period.notation.startswith("@"):  # "as of yesterday"
        return "event"
    if events and _of_event(page, events[-1].end, dated):
        visit = a_day(dated.period) and page.cues.any("visit", events[-1].start, dated.start)
        return "occasion" if visit else "event"
    opens = dated.start - sentence.start <= _OPENING and a_day(dated.period)
    said = page.cues.any("event", dated.end, min(sentence.end, dated.end + 2 * _REACH))
    if opens and said and not within(page.quantities, dated.end, dated.end + _REACH):
        stop = min(sentence.end, dated.end + 2 * _REACH)
        return "occasion" if page.cues.any("visit", dated.end, stop) else "event"
    if _after_change(page, sentence, dated):
        return "base"
    return "main"


def _of_event(page: Page, said: int, dated: Dated) -> bool:
    """ "Met on 10 July", not "said that by 10 July" nor "was told that 50 had joined on 31 May".

    `said`: where the words for the event end.
    """
    that = _SAID_THAT.search(page.text, said, dated.start) is not None
    if a_day(dated.period):
        return not (that and within(page.quantities, said, dated.start))
    return not that and dated.start - said <= _NEAR


def _since_clause(page: Page, sentence: Span, dated: Dated) -> bool:
    """Whether something began with a date: "since the app was launched in May", "after the storm of
    7 May"."""
    words = page.text[sentence.start : dated.start]
    found = _SINCE.search(words) or (_AFTER.search(words) if a_day(dated.period) else None)
    begins = sentence.start + found.start() if found else dated.start
    return found is not None and not within(page.quantities, begins, dated.start)


def _is_aside(page: Page, sentence: Span, dated: Dated) -> bool:
    """Whether a date stands in a subordinate clause that tells no figure."""
    past = within(page.quantities, sentence.start, dated.start)
    before = page.text[past[-1].end if past else sentence.start : dated.start]
    stop = _CLAUSE_END.search(page.text, dated.end, sentence.end)
    parenthetic = stop is not None and stop.group() == ","
    if parenthetic and _PARTICIPLE.search(before) and not dated.comparison:
        return True
    if _WHO_BEFORE.search(before) or ("since" in before and _FIRST_SINCE.search(before)):
        return True
    aside = past and (_HAPPENED_AFTER.search(before) or _tells_merger(page, past[-1].end, dated))
    if not (aside or (_ASIDE if past else _ASIDE_BEFORE).search(before)):
        return False
    return not within(page.quantities, dated.end, stop.start() if stop else sentence.end)


def _tells_merger(page: Page, start: int, dated: Dated) -> bool:
    """ "VND2 billion in Lam Dong, which has included Dak Nong since July 2025"."""
    mergers = page.cues.within("merger", start, dated.start)
    return bool(mergers) and not _CLAUSE_END.search(page.text, mergers[-1].end, dated.start)


def _after_change(page: Page, sentence: Span, dated: Dated) -> bool:
    """Whether a changed quantity stands right before: "up 7% on 2016", "by 1.44 per cent, from".

    What it is compared with outright, further on, leaves it the figure's own date: "up 7% on
    28 July 2020 compared with a year before".
    """
    low = max(sentence.start, dated.start - _NEAR)
    linked = page.cues.within("base_if_earlier", low, dated.start + _NEAR)
    past = within(page.quantities, sentence.start, dated.start)
    return (
        bool(linked and past)
        and past[-1].direction is not None
        and (dated.start - past[-1].end <= _REACH // 2)
        and not _compared_later(page, sentence, dated)
    )


def _compared_later(page: Page, sentence: Span, dated: Dated) -> bool:
    """Whether the next date is what the figure before this one is compared with outright."""
    ahead = within(page.periods, dated.end, sentence.end)[:1]
    if not ahead or within(page.quantities, dated.end, ahead[0].start):
        return False
    opens = compared_from(page, sentence, ahead[0].start)
    return ahead[0].comparison or (opens is not None and opens >= dated.end)


def _right_before(page: Page, kind: str, dated: Dated) -> bool:
    cues = page.cues.within(kind, max(0, dated.start - _NEAR - 20), dated.start)
    return bool(cues) and not page.text[cues[-1].end : dated.start].strip()


def _plan_follows(page: Page, dated: Dated) -> bool:
    asks = page.cues.within("plan", dated.start, dated.end + _NEAR)
    if asks and asks[0].start < dated.end:  # "what the year asks of us", "the year's task"
        return True
    cues = page.cues.within("plan", dated.end, dated.end + _NEAR)
    return bool(cues) and page.text[dated.end : cues[0].start].strip() in _OWNING


def _planned_for(page: Page, sentence: Span, dated: Dated) -> bool:
    """ "The share that the Prime Minister has assigned to the province for this year"."""
    low = max(sentence.start, dated.start - _PLAN_REACH)
    plans = page.cues.within("plan", low, dated.start)
    if plans and _OF_THE.fullmatch(page.text, plans[-1].end, dated.start):
        shares = within(page.quantities, low, plans[-1].start)[-1:]
        if any(_SHARE_OF.fullmatch(page.text, q.end, plans[-1].start) for q in shares):
            return True  # "52% of the estimate of the year"
    if not plans or not _FOR.search(page.text, plans[-1].end, dated.start):
        return False
    parted = COMMA.search(page.text, plans[-1].end, dated.start)
    return not parted and len(within(page.quantities, plans[-1].end, dated.start)) < 2


def a_day(period: Period) -> bool:
    """Whether it is one day, told as such."""
    one = period.first_day == period.last_day and period.notation.count("-") == 2
    return one and not period.notation.startswith("@")
