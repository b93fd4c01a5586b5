"""Which of two figures is the higher, as far as what is printed settles it.

"Over 93" and 85 are in order whatever "over 93" stands for; "over 93" and 93.4 are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.drafting.computing import dates_apart
from assistant.drafting.days import equally_long
from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.rows.doubts import is_doubted
from assistant.evidence.rows.finding import Finding
from assistant.evidence.rows.values import values_of
from assistant.query import Query, Side
from assistant.sentences import Computed, Sentence, unread
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import metric_words, place_words, plain_period
from indexing.agreement import same_days
from indexing.records import MetricFact, Period

_TWO = 2
_FAR_FROM = re.compile(r"\b(?:furthest|farthest)\s+(?:away\s+)?from\b", re.IGNORECASE)
"""Who is so from a target has reached the least of it."""


def stands(row: MetricFact, mark: MetricFact, side: Side) -> bool:
    """Whether a row is surely on the asked side of another one."""
    if row.unit != mark.unit:
        return False
    less, more = (mark, row) if side == "above" else (row, mark)
    low, high = values_of(less, is_near=True), values_of(more, is_near=True)
    return low.high < high.low or (low.high == high.low and not (low.is_exact and high.is_exact))


def stands_as_asked(
    query: Query, findings: Sequence[Finding], told: Computed | None
) -> bool | None:
    """Whether the first of two places, times or metrics is on the asked side of the second: places
    and metrics on the same days, times where they can be computed with."""
    side = side_of_than(query.plain, load_cues())
    if side is None:
        return None  # "compared with Hue, is Hanoi higher?" names the other one first
    if len(query.places) == 2:
        metrics = dict.fromkeys(finding.facts[0].metric for finding in findings)
        pairs = [[f for f in findings if f.facts[0].metric == metric] for metric in metrics]
        return agreed(_is_on(side, pair) for pair in pairs if len(pair) == 2)
    over_time = len(query.periods) == 2
    if len(findings) != 2 or query.readings or (over_time and told is None):
        return None
    if over_time:
        times = [(one.wanted.period, one) for one in findings]
        findings = [one for time, one in sorted(times, key=lambda told: when_asked(told[0]))]
    return _is_on(side, findings, over_time)


def grew_as_asked(query: Query, findings: Sequence[Finding], is_fall: bool) -> bool | None:
    """Whether the first of two metrics or places grew, or fell, more than the second, or less; None
    where what is printed of them leaves that open."""
    if query.manner.grew is None or len(findings) != 2:
        return None
    row, mark = (finding.facts[0] for finding in findings)
    if not same_days(row.period, mark.period) or not same_days(row.vs, mark.vs):
        return None
    if is_doubted(row) or is_doubted(mark):
        return None
    moved = [(one.value < 0) == is_fall for one in (row, mark)]
    if not all(moved):
        return None if moved[0] == moved[1] else moved[0] == (query.manner.grew == "above")
    if is_fall and {row.bound, mark.bound} != {"exact"}:
        return None
    is_more = (query.manner.grew == "above") != is_fall
    first, second = (row, mark) if is_more else (mark, row)
    told = [stands(one, other, "above") for one, other in ((first, second), (second, first))]
    return told[0] if any(told) else None


def when_asked(time: Period | None) -> tuple[int, int]:
    """By which times come in the order in which they are held against each other: what a question
    goes on from before what it names, and of two that it does not name the later one first."""
    return (time.start, -time.last_day.toordinal()) if time else (0, 0)


def _is_on(side: Side, pair: Sequence[Finding], over_time: bool = False) -> bool | None:
    row, mark = (finding.facts[0] for finding in pair)
    if not over_time and not same_days(row.period, mark.period):
        return None
    if is_doubted(row) or is_doubted(mark):
        return None
    return stands(row, mark, side)


def agreed(verdicts: Iterable[bool | None]) -> bool | None:
    """The verdict on which all agree; None where they do not, or there is none."""
    found = set(verdicts)
    return found.pop() if len(found) == 1 else None


def order_sentence(query: Query, leads: Sequence[MetricFact], phrases: Phrases) -> Sentence | None:
    """Which of two figures is the higher, or the lower where that is asked, or that this is open.

    None where their order is not asked for, or where they have none.  Of several readings the
    first that both have a figure of.
    """
    if len(leads) > _TWO and query.operation in ("compare", "value"):
        return _of_several(query, leads, phrases)
    sides = load_cues().hits("degree", query.plain)
    if any(row.bound != "exact" for row in leads) and len(query.periods) == 2:
        # "Did it rise?", told by figures that are not computed with.
        sides += tuple({"up", "down"} & {*load_cues().hits("verdict", query.plain)})
    if query.operation not in ("compare", "value") or not sides:
        return None
    alike = [[row for row in leads if row.metric == metric] for metric in query.metrics]
    pair = next((rows for rows in alike if query.readings and len(rows) == 2), leads)
    if len(pair) != 2 or (query.readings and pair is leads):
        return None
    row, mark = pair
    if any(claim.unit == row.unit for claim in query.claimed):
        return None  # "higher than 94 per cent"
    names = _apart(row, mark, phrases)
    if names is None:
        return None
    side = _asked_side(sides, row)
    if is_doubted(row) or is_doubted(mark) or not equally_long(row, mark):
        return Sentence(phrases.say("answers", "order_open"))
    first, second = stands(row, mark, side), stands(mark, row, side)
    both = values_of(row), values_of(mark)
    key = "are_equal" if both[0] == both[1] and both[0].is_exact else "order_open"
    key = f"is_{side}" if first or second else key
    text = phrases.say("answers", key, which=names[0 if first else 1])
    if (row.place, row.metric) != (mark.place, mark.metric):
        text += dates_apart(pair, phrases)
    return unread(text)


def _of_several(query: Query, leads: Sequence[MetricFact], phrases: Phrases) -> Sentence | None:
    """Whose of the figures of several places is the highest, or the lowest, where that is asked;
    None where it is not, or that is open."""
    told = set(load_cues().hits("order", _FAR_FROM.sub(" ", query.plain)))
    ends: dict[Side, set[str]] = {"above": {"highest", "best", "farthest"}, "below": {"lowest"}}
    asked = [side for side, keys in ends.items() if keys & told]
    alike = {(row.metric, row.unit, row.aspect, row.group) for row in leads}
    places = {row.place for row in leads}
    if len(asked) != 1 or len(alike) != 1 or len(places) != len(leads) or query.claimed:
        return None
    for row in leads:
        if all(stands(row, other, asked[0]) for other in leads if other is not row):
            key = "is_highest" if asked[0] == "above" else "is_lowest"
            text = phrases.say("answers", key, which=place_words(row.place, phrases))
            return unread(text + dates_apart(leads, phrases))
    return None


def _asked_side(sides: Sequence[str], row: MetricFact) -> Side:
    """The side that is asked for: the nearer to a target the higher is the share of it that was
    reached, and the less is missing."""
    if {"nearer", "farther"} & set(sides):
        return "above" if ("nearer" in sides) != (row.aspect == "gap") else "below"
    return "below" if set(sides) == {"below"} else "above"


def _apart(row: MetricFact, mark: MetricFact, phrases: Phrases) -> tuple[str, str] | None:
    """What two figures are told apart by: their places, their metrics or their times."""
    if row.group and mark.group and row.group != mark.group and is_debt(row) and is_debt(mark):
        return row.group, mark.group
    if row.group or mark.group or (row.unit, row.aspect) != (mark.unit, mark.aspect):
        return None
    if row.place != mark.place:
        return place_words(row.place, phrases), place_words(mark.place, phrases)
    if row.metric != mark.metric:
        return metric_words(row.metric, None, phrases), metric_words(mark.metric, None, phrases)
    if row.period and mark.period and row.period != mark.period:
        return plain_period(row.period, phrases), plain_period(mark.period, phrases)
    return None
