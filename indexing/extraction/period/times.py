"""When: the period a figure speaks of, and the one that a change is counted from.

A sentence names dates of several kinds: what the figure speaks of, what a change is compared
with, when something was said, when a paper was signed.  Only the first two reach the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indexing.extraction.page import Dated, Page, within
from indexing.reading.period.years import count_words
from indexing.records import Period, Quantity, Span

Role = Literal["main", "now", "base", "plan", "event", "document", "since", "aside"]
"""What the figure speaks of, by a date or as "now"; what a change is counted from; when a plan is
due ("the 2017 target"); when something was said; when a paper was signed; what merely began; when
something beside the figures happened ("although the premium rose in July")."""

_PAPER_OF = re.compile(r"(?:[^,;:]*\W)?(?:(?<!\bas )of|dated|ngày)\s*", re.IGNORECASE)
"""Between a paper and its date: a number, an issuer, but no comma, nor "as of"."""
_REACH = 60
"""Characters before a date in which the words that govern it are looked for."""
_AS_ONE = re.compile(r"\s*[,(]\s*(?:or|i\.e\.|equal to|equivalent to|hay)?\s*", re.IGNORECASE)
_COUNT = re.compile(
    r"(?P<count>\w+)\s+(?P<unit>years?|months?|decades?)[\s-]+(?:before|earlier|ago|previously)"
    r"|\b(?:of|in|năm)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PLAN_REACH = 100
"""The same for a plan, which may be told with its figure."""
_FOR = re.compile(r"\bfor(?:\s+(?:the|whole|full|entire|of|all))*\s*$", re.IGNORECASE)
_COMMA = re.compile(r",(?!\d)")
_COUNTED = 12
"""Characters before "years earlier" in which their number stands."""
_ASIDE = re.compile(r"\b(?:although|though|because|whose)\b[^,;:.()]*$", re.IGNORECASE)
_ASIDE_BEFORE = re.compile(
    r"(?:,\s+(?:which|who|whose|where)|\bthat (?:has|have|had|is|are|was|were))\b[^,;:.()]*$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"\w,\s+(?:(?:first|newly|officially|just)\s+)?(?:[a-z]{3,}ed|set up|built|begun)\b"
    r"[^,;:.()\d]{0,30}$"
)
""" "The province, formed on 1 July, counted ..."."""
_SAID_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_COMPARISON_REACH = 90
"""Characters that a comparison may stand before its date."""
_OFF_REACH = 36
"""The same where it tells no figure: "above what was brought in in 2018"."""
_SINCE = re.compile(r"\bsince\b[^,;:.()]*$", re.IGNORECASE)
_AFTER = re.compile(r"(?:^|\W)after\b[^,;:.()]*$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.()]")
_OPENING = 12
_OWNING = ("", "'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
_DIRECT = 6
_NEAR = 14
"""Characters that may stand between a word such as "compared with" and the date it governs."""


@dataclass(frozen=True, slots=True)
class TimeUse:
    """A date of a sentence and what it is there for."""

    start: int
    end: int
    role: Role
    period: Period | None
    """None for "the same period last year" and the like, which move with the figure's period."""
    years_back: int = 0
    """How far such a base lies before the figure's own period."""
    months_back: int = 0
    """The same in months: "month on month"."""
    opens: int | None = None
    """For a base: where the words begin that compare with it.  A figure between them and the date
    ("against 92.4 per cent at the end of 2022") is told of that date."""
    aimed: bool = False
    """Its sentence aims at it, or it lies ahead."""
    distant: bool = False
    """It is told by its distance: "a year ago", "six months earlier"."""
    reached: bool = True
    """False for a date that the sentence aims at, where the text has no date of its own."""


def read_times(page: Page, sentence: Span) -> tuple[TimeUse, ...]:
    """The dates of a sentence in order, with their roles."""
    dated = within(page.periods, sentence.start, sentence.end)
    found = []
    for cue in page.cues.within("same_period", sentence.start, sentence.end):
        touching = [d for d in dated if d.start <= cue.end + 4 and cue.start <= d.end]
        start = min([cue.start, *(d.start for d in touching)])
        end = max([cue.end, *(d.end for d in touching)])
        opens = compared_from(page, sentence, start)
        years, months, distant = _distance(page, max(sentence.start, start - _COUNTED), end)
        found.append(TimeUse(start, end, "base", None, years, months, opens, distant=distant))
    for kind, months in (("previous_month", 1), ("previous_quarter", 3)):
        for cue in page.cues.within(kind, sentence.start, sentence.end):
            found.append(TimeUse(cue.start, cue.end, "base", None, months_back=months))
    for d in dated:
        if page.cues.any("now", d.start, d.end):  # "today"
            continue
        if not any(use.start < d.end and d.start < use.end for use in found):
            reached = not d.target or page.article.published is not None
            role = _role(page, sentence, d)
            opens = compared_from(page, sentence, d.start) if role in ("main", "base") else None
            role = role if opens is None else "base"
            found.append(
                TimeUse(
                    d.start, d.end, role, d.period, opens=opens, aimed=d.target, reached=reached
                )
            )
    for cue in page.cues.within("now", sentence.start, sentence.end):
        if not any(use.start < cue.end and cue.start < use.end for use in found):
            found.append(TimeUse(cue.start, cue.end, "now", None))
    return tuple(sorted(found, key=lambda use: use.start))


def compared_from(page: Page, sentence: Span, start: int) -> int | None:
    """Where the comparison begins that a date or place at `start` belongs to, if to any.

    "Against", "compared with" and "than" reach over one figure to its date; "from" only where the
    figure follows at once ("from 88.9% in 2021"), "above" where the date does.
    """
    for kind in ("comparison", "comparison_from", "comparison_off"):
        reach = _OFF_REACH if kind == "comparison_off" else _COMPARISON_REACH
        low = max(sentence.start, start - reach)
        for cue in reversed(page.cues.within(kind, low, start)):
            if _in_quantity(page, cue.start):
                continue
            between = within(page.quantities, cue.end, start)
            at_once = bool(between) and not page.text[cue.end : between[0].start].strip()
            if (
                _told_apart(page, between) <= (kind != "comparison_off")
                and (kind != "comparison_from" or at_once)
                and not page.cues.any("comparison_end", cue.end, start)
                and (kind != "comparison_off" or not _COMMA.search(page.text, cue.end, start))
            ):
                return cue.start
            break
    return None


def _told_apart(page: Page, figures: Sequence[Quantity]) -> int:
    """How many figures these are, if those told as one ("18.2 million, or 39 per cent") are one."""
    joined = sum(1 for a, b in pairwise(figures) if _AS_ONE.fullmatch(page.text, a.end, b.start))
    return len(figures) - joined


def _in_quantity(page: Page, at: int) -> bool:
    """Whether a cue is a figure's bound: the "more than" of "more than 5,000"."""
    near = within(page.quantities, at - _REACH, at + 1)
    return bool(near) and near[-1].end > at


def _distance(page: Page, low: int, end: int) -> tuple[int, int, bool]:
    """Years and months from the figure's period back to a base, and whether it is told by them.

    A negative number of years is a year itself: "the same period of 2022".
    """
    match = _COUNT.search(page.text, low, end + 8)
    if match is None:
        return 1, 0, False
    if match["year"]:
        return -int(match["year"]), 0, False
    word = match["count"].casefold()
    count = int(word) if word.isdecimal() else count_words().get(word, 1)
    if match["unit"].casefold().startswith("decade"):
        return count * 10, 0, True
    if match["unit"].casefold().startswith("year"):
        return count, 0, True
    return (count // 12, 0, True) if count % 12 == 0 else (0, count, True)


def _role(page: Page, sentence: Span, dated: Dated) -> Role:
    if _is_aside(page, sentence, dated):
        return "aside"
    if dated.since or _since_clause(page, sentence, dated):
        return "since"
    low = max(sentence.start, dated.start - _REACH)
    papers = page.cues.within("document", low, dated.start)
    if papers and _PAPER_OF.fullmatch(page.text, papers[-1].end, dated.start):
        return "document"
    if dated.comparison or _right_before(page, "times_that", dated):
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
    if events and (_a_day(dated.period) or _of_event(page, events[-1].end, dated.start)):
        return "event"
    opens = dated.start - sentence.start <= _OPENING and _a_day(dated.period)
    said = page.cues.any("event", dated.end, min(sentence.end, dated.end + 2 * _REACH))
    if opens and said and not within(page.quantities, dated.end, dated.end + _REACH):
        return "event"
    if _after_change(page, sentence, dated):
        return "base"
    return "main"


def _of_event(page: Page, start: int, end: int) -> bool:
    """ "Met on 10 July", not "said that by 10 July"."""
    return end - start <= _NEAR and _SAID_THAT.search(page.text, start, end) is None


def _since_clause(page: Page, sentence: Span, dated: Dated) -> bool:
    """Whether something began with a date: "since the app was launched in May", "after the storm of
    7 May"."""
    words = page.text[sentence.start : dated.start]
    found = _SINCE.search(words) or (_AFTER.search(words) if _a_day(dated.period) else None)
    begins = sentence.start + found.start() if found else dated.start
    return found is not None and not within(page.quantities, begins, dated.start)


def _is_aside(page: Page, sentence: Span, dated: Dated) -> bool:
    """Whether a date stands in a subordinate clause that tells no figure."""
    past = within(page.quantities, sentence.start, dated.start)
    before = page.text[past[-1].end if past else sentence.start : dated.start]
    stop = _CLAUSE_END.search(page.text, dated.end, sentence.end)
    parenthetic = not past and stop is not None and stop.group() == ","
    if parenthetic and _PARTICIPLE.search(before) and not dated.comparison:
        return True
    if not (_ASIDE if past else _ASIDE_BEFORE).search(before):
        return False
    return not within(page.quantities, dated.end, stop.start() if stop else sentence.end)


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
    if asks and asks[0].start == dated.start:  # "what the year asks of us"
        return True
    cues = page.cues.within("plan", dated.end, dated.end + _NEAR)
    return bool(cues) and page.text[dated.end : cues[0].start].strip() in _OWNING


def _planned_for(page: Page, sentence: Span, dated: Dated) -> bool:
    """ "The share that the Prime Minister has assigned to the province for this year"."""
    low = max(sentence.start, dated.start - _PLAN_REACH)
    plans = page.cues.within("plan", low, dated.start)
    if not plans or not _FOR.search(page.text, plans[-1].end, dated.start):
        return False
    parted = _COMMA.search(page.text, plans[-1].end, dated.start)
    return not parted and len(within(page.quantities, plans[-1].end, dated.start)) < 2


def _a_day(period: Period) -> bool:
    one = period.first_day == period.last_day and period.notation.count("-") == 2
    return one and not period.notation.startswith("@")


def nearest(uses: Sequence[TimeUse], spans: Sequence[Span], start: int, end: int) -> TimeUse | None:
    """The use inside `spans` that is nearest to the figure at `start` to `end`.

    One that follows directly wins ("to 79% in June"), as what stands before may belong to the
    figure before.
    """
    held = [use for use in uses if any(s.start <= use.start and use.end <= s.end for s in spans)]
    if any(use.period and use.period.notation.startswith("@") for use in held):
        held = [use for use in held if use.period is None or not _a_day(use.period)]
    direct = [use for use in held if end <= use.start <= end + _DIRECT]
    return min(
        direct or held,
        key=lambda use: use.start - end if use.start >= end else start - use.end,
        default=None,
    )
