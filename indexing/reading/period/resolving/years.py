"""Which year a part of a year belongs to, and the numbers in an expression of time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from indexing.reading.lexicon import forms, lookup, squeezed, table
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.records import Period

_SOON = 6
"""Months within which a part that is aimed at or due lies ahead rather than behind."""
_AHEAD = 20
"""Years from today in which a year of two figures may lie."""
_YEAR = timedelta(days=365)
_MONTH = timedelta(days=31)
_GOES_ON = 2
"""Months by which a text without a day of its own goes on from what it told last."""
_LOOSE = ("the year", "năm", "nam")
_TOLD = ("after", "anchor")
"""Of relative years, those that count from what was told."""


def told_year(parts: dict[str, str], course: Course) -> int | None:
    """The year that the expression itself names, or None."""
    if "year" in parts:
        return int(parts["year"])
    if "short" in parts:
        return _short_year(int(parts["short"]), course)
    if "relative" not in parts:
        return None
    word = squeezed(parts["relative"])
    key = _relative_years()[word]
    if key == "after":
        year = course.told.last_day.year if course.told else course.anchor_year()
        return None if year is None else year + 1
    if key == "anchor":
        year = course.anchor_year()
        return None if year is None else year - 1
    today = course.today() if word in _LOOSE else course.published
    if today is None and course.standing is not None:
        today = course.standing.day
    if today is None:
        raise ValueError("a relative year, and no date to count from")
    return today.year + int(key)


def _short_year(short: int, course: Course) -> int:
    """The year of two figures: "'87", the latest that may well be spoken of."""
    latest = (course.today() or date(2000, 1, 1)).year + _AHEAD
    return latest - (latest - short) % 100


def year_of(parts: dict[str, str], first: int, frame: Frame, course: Course) -> int:
    """The year of a part that can be spoken of from the month `first` on."""
    told = told_year(parts, course)
    loose = squeezed(parts.get("relative", "")) in _LOOSE
    if told is not None and not loose:
        return told
    going_on = _year_going_on(first, frame, course) if told is None else None
    if going_on is not None:
        return going_on
    today = course.today()
    if today is None:
        raise ValueError("a part of a year, and no date to count from")
    if frame.coming and course.published and "joined" in parts:  # "will tell its first-half profit"
        return course.published.year + nearest(first + 1 - course.published.month)
    if frame.coming and course.published:
        return today.year + (first < today.month)
    if frame.due and today.month - first > _SOON and course.published:
        return today.year + 1  # "by 1 January", told in December
    if first <= today.month or (loose and frame.aimed):
        return today.year
    if course.published is None and first - today.month <= _GOES_ON:
        return today.year
    aimed = frame.aimed and frame.preposition == "moment"
    near = (frame.due or frame.aimed) and first - today.month < _SOON
    return today.year if aimed or near else today.year - 1


def _year_going_on(first: int, frame: Frame, course: Course) -> int | None:
    """The year told before in the sentence, or in a text of the past; no year that is over holds
    for what is still to come."""
    over = course.published.year if frame.coming and course.published else 0
    if course.year and course.year.start >= frame.sentence and course.year.year >= over:
        return course.year.year
    return _year_told(course.told, first) if course.past and course.told and not over else None


def _year_told(told: Period, first: int) -> int:
    """The year in which a text that told of one time comes to the month `first`."""
    if "-" not in told.notation:  # a year, or several
        return told.first_day.year
    return told.last_day.year + nearest(first - told.last_day.month)


def nearest(months: int) -> int:
    """The year beside this one in which a part so many months ahead, or behind, is the nearest."""
    return min((0, 1, -1), key=lambda year: abs(12 * year + months))


def years_off(day: date, parts: dict[str, str], frame: Frame, course: Course) -> int:
    """By how many years a day without a year is to be moved, 1, 0 or -1.

    Nearly a year past, it is rather that of next month; still ahead, it cannot be one on which
    something was done.
    """
    if course.published is None or {"year", "short", "relative"} & parts.keys():
        return 0
    if frame.happened:
        return -(day > course.published)
    past = course.published - day
    return int(frame.preposition != "moment" and _YEAR - _MONTH <= past <= _YEAR)


def month_number(parts: dict[str, str]) -> int:
    """The month, 1 to 12, that an expression gives as a number or names."""
    if "month" in parts:
        return int(parts["month"])
    months = table("periods")["months"]
    name = (parts.get("named") or parts["named_led"]).rstrip(".")
    number: int = months["names"].get(name) or months["short"][name]
    return number


def count_of(parts: dict[str, str]) -> int:
    """How many an expression counts, in digits or in words: "three months"."""
    word = squeezed(parts["count"])
    return int(word) if word.isdigit() else count_words()[word]


def counts_from_now(words: str) -> bool:
    """Whether a relative year lies so many years from publication: "last year"."""
    return squeezed(words) not in _LOOSE and _relative_years()[squeezed(words)] not in _TOLD


@cache
def _relative_years() -> dict[str, str]:
    return lookup(table("periods")["years"])


@cache
def count_words() -> dict[str, int]:
    """From a number's word to the number: "three", "ba"."""
    numbers = table("periods")["numbers"]
    words: dict[str, int] = {**numbers["cardinals"], **numbers["tens"]}
    return {form: value for word, value in words.items() for form in forms(word)}
