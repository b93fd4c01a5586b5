"""Expressions of time, resolved from the publication date and from each other.

How an expression is resolved:

- Words that close a period make it a moment: "as of", "by", "at", "up to" a date, "the end of".
  "mid" is the middle month (or the 15th), "late" the end, "early" a year's first quarter.
- A part without a year takes the year told before it in the sentence ("In 2022, as of 31 March"),
  else the latest one not after the month of publication; a date by which the sentence wants
  something ("by 31 May the province wants") may lie later in that year.
- "Last year", "so far" and the like count from publication; in an undated text from the last full
  date told before ("said on 8 November 2017"); without one they are left out.
- "The same period last year", "year on year", "a year earlier" are the period told before, moved
  by a year; "the previous year" is the year before the one told before.  With nothing told before
  they are the year before publication.
- What was told before: the nearest expression that is neither compared with, nor aimed at, nor
  the mere day of an event ("at a meeting on 5 November").
- Numbered dates are day first; month first only where day first is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from indexing.reading import notation as n
from indexing.reading.lexicon import forms, lookup, pattern, squeezed, table
from indexing.reading.masks import without_codes
from indexing.reading.period_grammar import Expression, find_expressions
from indexing.reading.view import View, view_of
from indexing.records import Period

_REACH = 60
"""How far before a period the words that govern it are looked for, in code points."""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period with what its sentence makes of it."""

    period: Period
    comparison: bool
    """Something is compared with it: "over the same period last year", "than in 2021"."""
    target: bool
    """It lies after publication, or its sentence aims at it: "by 2030", "plans to ... in 2025"."""
    since: bool
    """Only its beginning is told: "since 2012"."""


def resolve_periods(text: str, published: date | None) -> list[Period]:
    """The periods of `text` that can be resolved, sorted, none overlapping.

    `published` is the day that "last year" and "so far" count from: an article's publication, for
    a question today.  Offsets count code points of `text`.
    """
    return [mention.period for mention in read_periods(text, published)]


def read_periods(text: str, published: date | None) -> list[PeriodMention]:
    """As `resolve_periods`, each period with its part in the sentence."""
    view = view_of(text)
    seen = without_codes(view)
    story = _Story(published)
    mentions: list[PeriodMention] = []
    pending: tuple[_Frame, str] | None = None
    for expression in find_expressions(seen):
        if not _is_time(expression, view, seen):
            continue
        frame = _frame(expression, seen)
        if mentions and pending and _joins(pending[0], frame, seen):
            joined = _joined(pending[1], expression, frame, story)
            if joined:
                mentions[-1] = _mention(view, pending[0].start, frame.end, joined, frame, story)
                story.tell(mentions[-1], expression)
                pending = None
                continue
        resolved = _resolve(expression, frame, story)
        pending = (frame, resolved) if resolved else None
        if resolved is None:
            continue
        told = _placed(resolved, frame)
        if told is None:
            continue
        mention = _mention(view, frame.start, frame.end, told, frame, story)
        mentions.append(mention)
        story.tell(mention, expression)
    return mentions


def time_spans(view: View, seen: str) -> list[tuple[int, int]]:
    """Where `seen` speaks of time, resolvable or not: no number in there is a quantity."""
    return [(e.start, e.end) for e in find_expressions(seen) if _is_time(e, view, seen)]


@dataclass(frozen=True, slots=True)
class _Frame:
    """An expression with the words that govern it."""

    start: int
    """Where it begins, its edge ("the end of") included."""
    end: int
    edge: str | None
    preposition: str | None
    """`moment`, `start`, `day`, `comparison` or None."""
    aimed: bool
    sentence: int
    """Where its sentence begins."""


class _Story:
    """What the text has told so far; grows as it is read."""

    def __init__(self, published: date | None) -> None:
        self.published = published
        self.dated = published is not None
        self.anchor: str | None = None
        self.year: tuple[int, int] | None = None
        """A whole year told, and where: the year of the parts that follow in its sentence."""

    def today(self) -> date | None:
        """The day parts without a year are counted from."""
        if self.published or self.anchor is None:
            return self.published
        return n.parse_notation(self.anchor).last_day

    def anchor_year(self) -> int | None:
        if self.anchor is not None:
            return n.parse_notation(self.anchor).first_day.year
        return self.published.year if self.published else None

    def tell(self, mention: PeriodMention, expression: Expression) -> None:
        period = mention.period
        if mention.comparison or mention.since or _ahead(period, self.published):
            return
        if "day" in expression.parts and "year" in expression.parts and not self.dated:
            self.published = period.last_day
        if period.first_day == period.last_day and not _closing(period):
            return
        self.anchor = period.notation
        if expression.rule == "year" and "@" not in period.notation:
            self.year = (period.first_day.year, period.start)


def _ahead(period: Period, published: date | None) -> bool:
    """It begins after the month of publication."""
    if published is None:
        return False
    return period.first_day > n.month_end(published.year, published.month)


def _closing(period: Period) -> bool:
    """A moment, or the last day of a month: figures are counted there, meetings held elsewhere."""
    day = period.last_day
    return period.notation.startswith("@") or day == n.month_end(day.year, day.month)


def _resolve(e: Expression, frame: _Frame, story: _Story) -> str | None:
    """The span that the bare expression names, its edge and preposition left aside."""
    try:
        return _RESOLVERS[e.rule](e.parts, frame, story)
    except (ValueError, OverflowError):
        return None


def _placed(span: str, frame: _Frame) -> str | None:
    """`span` under its edge and preposition: "the end of", "mid-", "by", "as of"."""
    days = n.parse_notation(span)
    if days.moment:
        return span
    if frame.edge == "end" or (frame.preposition == "moment" and frame.edge is None):
        return n.as_moment(span)
    if frame.edge == "mid":
        middle = days.first_day + (days.last_day - days.first_day) / 2
        if (days.last_day - days.first_day).days < 31:
            return f"@{days.first_day:%Y-%m}-15" if len(span) == 7 else span
        if days.first_day.month == 1 and days.last_day.month == 12:
            middle = date(days.last_day.year, 6, 1)
        return f"@{middle.year:04}-{middle.month:02}"
    if frame.edge == "start":
        return f"@{days.first_day.isoformat()}"
    if frame.edge == "early":
        year = days.first_day.year
        told = f"{year:04}-Q1" if len(span) == 4 else span
        return n.as_moment(told) if frame.preposition == "moment" else told
    return span


def _mention(
    view: View, start: int, end: int, notation: str, frame: _Frame, story: _Story
) -> PeriodMention:
    first, last = view.original(start, end)
    period = n.to_period(view.text[first:last], first, last, notation)
    return PeriodMention(
        period,
        comparison=frame.preposition == "comparison",
        target=frame.aimed or _ahead(period, story.published),
        since=frame.preposition == "start",
    )


# --- the words around an expression ------------------------------------------------------------


@cache
def _edge() -> re.Pattern[str]:
    words = [word for words in table("periods")["edges"].values() for word in words]
    return re.compile(rf"(?<!\w)(?:the\s+)?({pattern(words, whole=False)})\s*(?:the\s+)?$")


@cache
def _edges() -> dict[str, str]:
    return lookup(table("periods")["edges"])


@cache
def _preposition() -> re.Pattern[str]:
    data = table("periods")["prepositions"]
    links = pattern(data["links"])
    words = [w for kind in ("moment", "start", "day", "comparison") for w in data[kind]]
    return re.compile(rf"({pattern(words)})(?:\s+{links})*\s*$")


@cache
def _prepositions() -> dict[str, str]:
    data = table("periods")["prepositions"]
    return lookup({kind: data[kind] for kind in ("moment", "start", "day", "comparison")})


@cache
def _aims() -> re.Pattern[str]:
    return re.compile(pattern(table("periods")["targets"]["words"]))


_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_DONE = re.compile(r"(?<!\w)(?:had|has|was|were|reached|đã|đạt)(?!\w)")
_COMPARED = ("same", "same_vi", "year_on_year", "earlier")
_NEVER_COMPARED = ("past", "past_one", "past_vi", "the_months", "so_far")


def _frame(e: Expression, seen: str) -> _Frame:
    floor = max(0, e.start - _REACH)
    edge_match = _edge().search(seen, floor, e.start)
    edge = _edges().get(squeezed(edge_match[1])) if edge_match else None
    start = edge_match.start() if edge_match and edge else e.start
    before = _preposition().search(seen, floor, start)
    word = squeezed(before[1]) if before else None
    kind = _prepositions().get(word) if word else None
    if e.rule in _COMPARED:
        kind = "comparison"
    elif word == "on":
        numbered = "day" in e.parts or e.rule == "last_day"
        kind = "day" if numbered and edge is None else "comparison"
    elif word == "over" and e.rule in _NEVER_COMPARED:
        kind = None
    elif word == "from" or (word is None and seen[floor:start].rstrip().endswith("from")):
        kind = "comparison" if re.search(r"[0-9%]", seen[floor:start]) else "start"
    if e.rule == "last_day":
        edge = "end" if kind == "moment" else None
    sentence = 0
    for end in _SENTENCE_END.finditer(seen, max(0, e.start - 400), start):
        sentence = end.end()
    stop = _SENTENCE_END.search(seen, e.end, e.end + _REACH)
    ahead = seen[e.end : stop.start() if stop else e.end + _REACH]
    aimed = bool(
        _aims().search(seen, max(sentence, start - 160), start)
        or (_aims().search(ahead) and not _DONE.search(ahead))
    )
    return _Frame(start, e.end, edge, kind, aimed, sentence)


def _is_time(e: Expression, view: View, seen: str) -> bool:
    """Not the "may" of "may have", nor the "march" of a march, nor a sum of 2000."""
    name = e.parts.get("named", "")
    if e.rule == "month" and name in table("periods")["months"]["ambiguous"]:
        led = re.search(
            r"(?:\b(?:in|of|by|since|until|last|this|next|end|to|from|for)|mid-?|late|early)\s*$",
            seen[max(0, e.start - 12) : e.start],
        )
        index = seen.index(name, e.start)
        capital = view.capital(index) and not re.search(r"(?:[.!?\n]|^)\s*$", seen[:index][-4:])
        verb = re.match(
            r"\s+(?:be|have|not|i|you|we|it|he|she|they|also)\b", seen[e.end : e.end + 8]
        )
        return bool("year" in e.parts or "relative" in e.parts or led or capital) and not verb
    if e.rule == "year":
        return not re.match(
            r"\s*(?:people|persons|participants|members|workers|employees|cards|billion|million"
            r"|trillion|thousand|vnd|dong|usd|người|triệu|tỷ|thẻ|per\s?cent)\b",
            seen[e.end : e.end + 16],
        ) or bool(
            re.search(r"\b(?:in|by|since|year|năm|nam)\s+$", seen[max(0, e.start - 8) : e.start])
        )
    return True


def _joins(one: _Frame, other: _Frame, seen: str) -> bool:
    """Two expressions that are the ends of one span: "from January to September 2025"."""
    gap = seen[one.end : other.start]
    if re.fullmatch(r"\s?-\s?", gap):
        return True
    before = seen[max(0, one.start - 12) : one.start]
    if re.fullmatch(r"\s+(?:to|until|through|till|đến|den|tới)\s+(?:the\s+|ngày\s+|hết\s+)?", gap):
        return bool(re.search(r"(?:\bfrom|\btừ|\btu)\s+(?:the\s+|ngày\s+|năm\s+)?$", before))
    return bool(gap.strip() == "and" and re.search(r"\bbetween\s+$", before))


def _joined(first: str, e: Expression, frame: _Frame, story: _Story) -> str | None:
    """The span from `first` to what `e` names; a year told at the end holds for both ends."""
    second = _resolve(e, frame, story)
    if second is None:
        return None
    begin, end = n.parse_notation(first), n.parse_notation(second)
    while begin.first_day > end.last_day and begin.first_day.year > end.last_day.year - 2:
        begin = n.parse_notation(n.shift_years(first, -1))
        first = n.shift_years(first, -1)
    if "year" in e.parts and len(first) > 4:
        moved = n.shift_years(first, end.last_day.year - begin.first_day.year)
        if n.parse_notation(moved).first_day <= end.last_day:
            first, begin = moved, n.parse_notation(moved)
    if begin.first_day > end.last_day:
        return None
    return n.span_notation(begin.first_day, end.last_day)


# --- the year of a part ------------------------------------------------------------------------


@cache
def _relative_years() -> dict[str, str]:
    return lookup(table("periods")["years"])


def _told_year(parts: dict[str, str], story: _Story) -> int | None:
    """The year that the expression itself names, or None."""
    if "year" in parts:
        return int(parts["year"])
    if "relative" not in parts:
        return None
    word = squeezed(parts["relative"])
    key = _relative_years()[word]
    if key == "anchor":
        year = story.anchor_year()
        return None if year is None else year - 1
    today = story.today() if word in ("the year", "năm", "nam") else story.published
    if today is None:
        raise ValueError("a relative year without a publication date")
    return today.year + int(key)


def _year_of(parts: dict[str, str], first: int, frame: _Frame, story: _Story) -> int:
    """The year of a part that can be spoken of from the month `first` on."""
    told = _told_year(parts, story)
    loose = squeezed(parts.get("relative", "")) in ("the year", "năm", "nam")
    if told is not None and not loose:
        return told
    if told is None and story.year and story.year[1] >= frame.sentence:
        return story.year[0]
    today = story.today()
    if today is None:
        raise ValueError("a part of a year, and no date to count from")
    if first <= today.month or (loose and frame.aimed):
        return today.year
    aimed = frame.aimed and frame.preposition == "moment"
    return today.year if aimed else today.year - 1


# --- one function for each rule ----------------------------------------------------------------


def _day(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    month = _month_number(parts)
    year = _year_of(parts, month, frame, story)
    numbers = [int(re.sub(r"\D", "", parts[k])) for k in ("day0", "day", "day2") if k in parts]
    first, last = date(year, month, numbers[0]), date(year, month, numbers[-1])
    return n.span_notation(first, last)


def _day_numbers(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    year, month, day = int(parts["year"]), int(parts["month"]), int(parts["day"])
    if month > 12 >= day and "sign" in parts:
        month, day = day, month
    return date(year, month, day).isoformat()


def _last_day(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    month = _month_number(parts)
    return n.month_end(_year_of(parts, month, frame, story), month).isoformat()


def _month(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    month = _month_number(parts)
    if "which" in parts and "year" not in parts and "relative" not in parts:
        if story.published is None:
            raise ValueError("a relative month without a publication date")
        today = story.published
        passed = month < today.month or (parts["which"] == "this" and month == today.month)
        year = (
            today.year
            + {"last": 0 if passed else -1, "this": 0, "next": int(month <= today.month)}[
                parts["which"]
            ]
        )
        return f"{year:04}-{month:02}"
    return f"{_year_of(parts, month, frame, story):04}-{month:02}"


def _quarter(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    numbers = table("periods")["numbers"]
    ordinal = parts.get("ordinal")
    quarter = numbers["ordinals"][ordinal] if ordinal else numbers["quarters"][parts["number"]]
    return f"{_year_of(parts, quarter * 3 - 1, frame, story):04}-Q{quarter}"


def _half(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    half = 1 if parts.get("ordinal", parts.get("number")) in ("first", "đầu", "dau", "1") else 2
    return f"{_year_of(parts, half * 6 - 1, frame, story):04}-H{half}"


def _first_months(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    count = _count(parts)
    if not 1 <= count <= 12:
        raise ValueError("a year has twelve months")
    year = _year_of(parts, count, frame, story)
    if parts.get("side") in ("cuối", "cuoi"):
        return n.span_notation(date(year, 13 - count, 1), date(year, 12, 31))
    return n.span_notation(date(year, 1, 1), n.month_end(year, count))


def _first_quarters(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    months = _count(parts) * 3
    year = _year_of(parts, months, frame, story)
    return n.span_notation(date(year, 1, 1), n.month_end(year, months))


def _last_months(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    year = _told_year(parts, story)
    if year is None:
        raise ValueError("the last months of which year?")
    return n.span_notation(date(year, 13 - _count(parts), 1), date(year, 12, 31))


def _past(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    today = story.published
    if today is None:
        raise ValueError("past months without a publication date")
    count = _count(parts) if "count" in parts else 1
    unit = parts["unit"]
    if unit.startswith("year") and "count" in parts or unit in ("năm", "nam"):
        return n.span_notation(date(today.year - count, 1, 1), date(today.year - 1, 12, 31))
    months = count * {"year": 12, "quar": 3, "quý": 3, "quy": 3}.get(unit[:4], 1)
    end = today if today == n.month_end(today.year, today.month) else None
    back = 0 if end else 1
    last = n.months_before(today, back)
    first = n.months_before(today, months - 1 + back)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _same(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    year = parts.get("year")
    told = squeezed(parts.get("relative", ""))
    if story.anchor is None:
        if year:
            return year
        if story.published is None:
            raise ValueError("the same period as which?")
        return f"{story.published.year - 1:04}"
    if not year and not told and parts.get("what", "period") != "period":
        raise ValueError("the same date, not another year's")
    if not year:
        return n.shift_years(story.anchor, -1)
    own = n.parse_notation(story.anchor).last_day.year
    return n.shift_years(story.anchor, int(year) - own)


def _earlier(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    back = 1 if parts["count"] == "a" else _count(parts)
    if story.anchor is not None:
        return n.shift_years(story.anchor, -back)
    if story.published is None:
        raise ValueError("a year before what?")
    return f"{story.published.year - back:04}"


def _years(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    first, last = parts["from"], parts["to"]
    if len(last) == 2:
        last = first[:2] + last
        if int(last) != int(first) + 1:
            raise ValueError("no pair of years")
    return n.span_notation(date(int(first), 1, 1), date(int(last), 12, 31))


def _year(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    year = _told_year(parts, story)
    if year is None:
        raise ValueError("no year")
    return f"{year:04}"


def _the_year(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    told = _told_year(parts, story)
    if told is not None:
        return f"{told:04}"
    ahead = frame.edge is not None or frame.aimed or frame.preposition == "moment"
    year = story.published.year if ahead and story.published else story.anchor_year()
    if year is None:
        raise ValueError("which year?")
    return f"{year:04}"


def _edge_year(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    year = _the_year(parts, frame, story)
    return f"@{year}-06" if "mid" in parts["edge"] else f"@{year}"


def _relative_part(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    today = story.published
    if today is None:
        raise ValueError("a relative month without a publication date")
    which = parts.get("which") or parts["which_vi"]
    back = {"this": 0, "current": 0, "này": 0, "next": -1, "sau": -1}.get(which, 1)
    months = 3 if (parts.get("unit") or parts["unit_vi"]) in ("quarter", "quý") else 1
    if which == "previous" and story.anchor and months == 1:
        today = n.parse_notation(story.anchor).last_day
    base = today.replace(day=1, month=(today.month - 1) // months * months + 1)
    first = n.months_before(base, back * months)
    last = n.months_before(first, 1 - months)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _so_far(parts: dict[str, str], frame: _Frame, story: _Story) -> str:
    told = parts.get("year") or parts.get("year_vi")
    today = story.published if told is None else story.today()
    if today is None:
        raise ValueError("so far until when?")
    year = int(told) if told else today.year
    last = today if today.year == year else date(year, 12, 31)
    return n.span_notation(date(year, 1, 1), last)


def _month_number(parts: dict[str, str]) -> int:
    if "month" in parts:
        return int(parts["month"])
    months = table("periods")["months"]
    name = parts["named"].rstrip(".")
    number: int = months["names"].get(name) or months["short"][name]
    return number


def _count(parts: dict[str, str]) -> int:
    word = squeezed(parts["count"])
    return int(word) if word.isdigit() else _cardinals()[word]


@cache
def _cardinals() -> dict[str, int]:
    cardinals: dict[str, int] = table("periods")["numbers"]["cardinals"]
    return {form: value for word, value in cardinals.items() for form in forms(word)}


_RESOLVERS = {
    "iso": _day_numbers,
    "day_numbers": _day_numbers,
    "day_vi": _day,
    "day_short": _day,
    "month_day": _day,
    "day_month": _day,
    "last_day": _last_day,
    "month_number": _month,
    "month_vi": _month,
    "month_year": _month,
    "month": _month,
    "quarter": _quarter,
    "quarters": _first_quarters,
    "half": _half,
    "half_number": _half,
    "half_vi": _half,
    "first_months": _first_months,
    "last_months": _last_months,
    "months_of": _first_months,
    "months_period": _first_months,
    "the_months": _first_months,
    "months_vi": _first_months,
    "past": _past,
    "past_one": _past,
    "past_vi": _past,
    "same": _same,
    "same_vi": _same,
    "year_on_year": _same,
    "earlier": _earlier,
    "years": _years,
    "relative_year": _year,
    "the_year": _the_year,
    "edge_year": _edge_year,
    "edge_year_vi": _the_year,
    "relative_part": _relative_part,
    "so_far": _so_far,
    "year": _year,
}
