"""How far a day lies from one that is named: "two days after Christmas", "a week from Sunday"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import pattern, table
from indexing.reading.period.expression.grammar import Expression

_REACH = 40
_DAYS = {"day": 1, "week": 7}
_NAMED = ("weekday", "holiday", "iso", "day_numbers")


class DaysOff(NamedTuple):
    """Where the words of a distance begin, and the days from the named day to the one meant."""

    start: int
    days: int
    ahead: bool
    """It counts from a day still to come: "a week from Sunday"."""


def days_off(e: Expression, seen: str) -> DaysOff | None:
    """The distance told right before the day that `e` names, if it names one."""
    if "day" not in e.parts and e.rule not in _NAMED:
        return None
    if not seen.endswith(_ways(), 0, e.start):
        return None
    told = _distance().search(seen, max(0, e.start - _REACH), e.start)
    if told is None:
        return None
    count = (
        int(told["count"]) if (told["count"] or "").isdigit() else _counts().get(told["count"], 1)
    )
    back = told["way"] in table("periods")["days_off"]["before"]
    days = (-count if back else count) * _DAYS[told["unit"]]
    return DaysOff(told.start(), days, told["way"] == "from")


@cache
def _counts() -> dict[str, int]:
    cardinals: dict[str, int] = table("periods")["numbers"]["cardinals"]
    return {word: count for word, count in cardinals.items() if word.isascii()}


@cache
def _ways() -> tuple[str, ...]:
    """What stands before the day where a distance does."""
    ways = table("periods")["days_off"]
    return tuple(
        f"{way} {the}" for way in (*ways["before"], *ways["after"]) for the in ("", "the ")
    )


@cache
def _distance() -> re.Pattern[str]:
    data = table("periods")
    ways = pattern([*data["days_off"]["before"], *data["days_off"]["after"]])
    counts = rf"(?P<count>{pattern(_counts())}|[1-9][0-9]?)"
    return re.compile(
        rf"(?<![\w.,-])(?:{counts}|an?|the)\s(?P<unit>day|week)s?\s(?P<way>{ways})\s(?:the\s)?$"
    )
