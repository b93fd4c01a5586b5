"""Which periods a question asks for, and which it only compares with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.understanding.slots.open_ends import DAY, both_ends, leads_to, opened, until
from assistant.understanding.slots.shifts import shifted
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import periods_of
from indexing.gazetteer import MERGER_DATE
from indexing.reading.period.notation import shift_years, to_period
from indexing.reading.period.periods import PeriodMention
from indexing.records import CHANGES, OF_TARGET, Aspect, Period

_BESIDE = re.compile(r",? ?\(?")
"""What may stand between "last year" or "the year before" and the year that it is told by."""
YEAR = 12
"""Months."""
_BACK = (
    (re.compile(r"@?\d{4}", re.ASCII), YEAR),
    (re.compile(r"\d{4}-Q\d", re.ASCII), 3),
    (re.compile(r"@?\d{4}-\d\d", re.ASCII), 1),
)
"""The notations of the year, the quarter and the month before, and how many months that is."""
_AGO = re.compile(r"(?P<years>\d{1,2}) (?:năm|nam) (?:trước|truoc)(?: (?:đó|do))?", re.IGNORECASE)
"""So many years before; English words for it are read from the time told before them."""
_THAN = re.compile(r"[^.,;]*?\bthan\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!;]\s+")
_LISTED = re.compile(r",?\s+(?:(?:and|or|và|va|hoặc|hoac)\s+)?", re.IGNORECASE)
"""Between the years of a list: "2022, 2023 and 2024"."""


@dataclass(frozen=True, slots=True)
class AskedPeriods:
    """The periods of a question."""

    asked: tuple[Period, ...]
    versus: tuple[Period, ...] = ()
    """What the asked ones are compared with: "more than at the end of 2021"."""


def asked_periods(
    question: str, by_ends: bool, aspects: tuple[Aspect, ...], today: date, cues: Cues
) -> AskedPeriods:
    """The periods of `question`; relative ones count from `today`.

    `by_ends`: "from 2016 to 2017" means its two ends rather than the time between them.
    """
    # "today" asks for the latest; "tomorrow" beside another date only tells when one speaks
    told = periods_of(question, today)
    ahead = [m for m in told if m.period.last_day >= today and (m.named or _is_now(m, today))]
    asked_for = _of_what_asks(question, told, cues)
    read = [m for m in asked_for if m not in ahead] or [
        m for m in ahead if m.period.last_day > today
    ]
    told_from = (replace(m, period=shifted(question, m.period, today)) for m in read)
    mentions = list(_of_one_shape(question, _told_once(question, list(told_from), cues)))
    is_change = set(aspects) <= set(CHANGES)
    # "Grown since 2019" is counted from 2019, and wanted for the latest.
    bases = cues.spans("based_on", question) if is_change else []
    based = [m for m in mentions if is_change and (m.comparison or m.since)]
    based += [m for m in mentions if any(leads_to(question, span, m.period) for span in bases)]
    asked = tuple(m.period for m in mentions if m not in based)
    versus = counted_from(tuple(m.period for m in based), asked)
    if by_ends:
        asked = both_ends(asked, today)
    elif "gap" in aspects and "needed" in cues.hits("missing", question):
        asked = tuple(until(question, mention) for mention in mentions)
    elif set(aspects) == set(OF_TARGET):  # "the 2021 plan" is told of on any day of its year
        asked = tuple(_whole_year(period) for period in asked)
    elif not {"target", "gap", *CHANGES} & set(aspects):
        asked = tuple(p for m in mentions for p in opened(question, m, today, cues))
        asked = _within_mergers(asked, mentions)
    return AskedPeriods(asked, versus)


def _of_what_asks(
    question: str, told: Sequence[PeriodMention], cues: Cues
) -> Sequence[PeriodMention]:
    """The times without those of what is told before the sentence that asks, where that names its
    own and holds nothing against what was told: "it won 3,000 in 2023. How many were there in
    2022?"."""
    breaks = [match.end() for match in _SENTENCE.finditer(question)]
    start = breaks[-1] if breaks else 0
    own = [mention for mention in told if mention.period.start >= start]
    asks = cues.hits("count", question[start:]) and not cues.hits("degree", question[start:])
    return own if own and asks and not cues.hits("asking", question[:start]) else told


def _within_mergers(
    asked: tuple[Period, ...], mentions: Sequence[PeriodMention]
) -> tuple[Period, ...]:
    """The asked times without those before or after the merger in which another one lies, at least
    in part: "after the merger, in ten months of 2025" is one time."""
    mergers = {
        m.period.start
        for m in mentions
        if is_relative(m.period) and MERGER_DATE in (m.period.first_day, m.period.last_day + DAY)
    }
    others = tuple(period for period in asked if period.start not in mergers)
    around = [period for period in asked if period.start in mergers]
    meet = any(
        one.first_day <= other.last_day and other.first_day <= one.last_day
        for one in around
        for other in others
    )
    return others if meet else asked


def _whole_year(period: Period) -> Period:
    """All days of a year that is told by its bare number; other periods as they are."""
    is_year = period.text.isdigit()
    return to_period(period.text, period.start, period.end, period.text) if is_year else period


def _is_now(mention: PeriodMention, today: date) -> bool:
    """Whether a time is told as this very day: "so far", "đến nay"."""
    return is_relative(mention.period) and mention.period.first_day == today


def is_more_than_then(question: str, today: date, cues: Cues) -> bool:
    """Whether the only time that is named is one that a figure is held against: "which provinces
    are higher than in 2020?"."""
    read = periods_of(question, today)
    if len(read) != 1 or not read[0].comparison:
        return False
    start = read[0].period.start
    degree = (span.end for span in cues.spans("degree", question) if span.end < start)
    return any(_THAN.match(question, end) for end in degree)


def is_relative(period: Period) -> bool:
    """Whether a period is told from another: "last year", "the same period", "cùng kỳ"."""
    return not any(map(str.isdigit, period.text))


def months_back(versus: Period, asked: Sequence[Period]) -> int | None:
    """How many months before a figure lies what it is compared with, told by a relative period."""
    if any(versus.notation == shift_years(period.notation, -1) for period in asked):
        return YEAR
    return next((months for form, months in _BACK if form.fullmatch(versus.notation)), None)


def counted_from(versus: Sequence[Period], asked: Sequence[Period]) -> tuple[Period, ...]:
    """What the asked periods are compared with: "last year" is the one before them, not today."""
    if len(asked) != 1:
        return tuple(versus)
    return tuple(_from(p, asked[0]) for p in versus)


def _from(period: Period, asked: Period) -> Period:
    ago = _AGO.fullmatch(period.text)
    if not ago and not (is_relative(period) and months_back(period, ()) == YEAR):
        return period
    before = shift_years(asked.notation, -int(ago["years"]) if ago else -1)
    return to_period(period.text, period.start, period.end, before)


def _told_once(
    question: str, mentions: Sequence[PeriodMention], cues: Cues
) -> Iterator[PeriodMention]:
    """The mentions without those that only lead to the next: "last year, 2023" is 2023.

    "The year before 2023" counts from what follows it, not from today.
    """
    shifted = False
    for place, mention in enumerate(mentions):
        period = mention.period
        following = mentions[place + 1].period if place + 1 < len(mentions) else None
        named = any(letter.isdigit() for letter in period.text)
        if following and not named and _BESIDE.fullmatch(question[period.end : following.start]):
            shifted = "year_before" in cues.hits("follow_up", period.text)
            continue
        if shifted:
            year = period.text if period.text.isdigit() else period.notation
            before = shift_years(year, -1)
            period = to_period(period.text, period.start, period.end, before)
            shifted = False
        yield replace(mention, period=period)


def _of_one_shape(question: str, mentions: Iterable[PeriodMention]) -> Iterator[PeriodMention]:
    """The mentions with bare years beside a part of a year read as the same part: "the first half
    of 2025 and 2024", "at the end of 2022, 2023 and 2024"."""
    part: Period | None = None
    for mention in mentions:
        told = mention.period
        is_year = told.text.isdigit()
        listed = part and is_year and _LISTED.fullmatch(question, part.end, told.start)
        if part and listed and _ends_in_year(part) and not mention.comparison:
            years = told.first_day.year - part.last_day.year
            told = to_period(told.text, told.start, told.end, shift_years(part.notation, years))
        part = told if not is_year or told != mention.period else None
        yield replace(mention, period=told)


def _ends_in_year(period: Period) -> bool:
    return period.text[-4:].isdigit()
