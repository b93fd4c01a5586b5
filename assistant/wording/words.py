"""Figures, periods and metrics put into words.

What is written here must be read back by `find_quantities` and `resolve_periods` as the same
value, unit, bound and period: the grounding step relies on it, and a property test holds it.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.reading.place.place_words import UNLISTED
from indexing.records import CURRENCIES, Bound, MetricFact, Unit
from indexing.regions import is_region

_MOST_SHORT_DIGITS = 5
"""A count of more significant digits than this is written out in full rather than scaled."""


def number_words(value: Decimal, unit: Unit, phrases: Phrases, printed: str = "") -> str:
    """`value` (not negative) without its unit: "970,443", "3.99 trillion", "0.79".  Exact.

    The scale is the one in which the report prints the figure ("23,652.6 billion"); without it
    money takes the largest that it reaches, a count only when that makes it short.
    """
    own = [scale for scale in phrases.scales if scale.printed in printed.lower()]
    for scale in own[:1] or phrases.scales:
        scaled = value / scale.factor
        digits = len(scaled.normalize().as_tuple().digits)
        short = value >= 1_000_000 and digits <= _MOST_SHORT_DIGITS
        if scaled >= 1 and (own or short or unit in CURRENCIES):
            return f"{_plain(scaled, phrases)} {scale.word}"
    return _plain(value, phrases)


def _plain(value: Decimal, phrases: Phrases) -> str:
    text = f"{value.normalize():,f}"
    whole, _, fraction = text.partition(".")
    whole = whole.replace(",", phrases.group)
    return f"{whole}{phrases.decimal}{fraction}" if fraction else whole


def _bound_words(bound: Bound, printed: str, phrases: Phrases) -> str:
    """The word for `bound`: the report's own where it is a usual one, else the first of the list.

    `printed` is the figure as the report prints it ("almost 14 million").
    """
    if bound == "exact":
        return ""
    words = phrases.bounds[bound]
    lowered = printed.lower()
    own = next((word for word in words if lowered.startswith(word + " ")), words[0])
    return own + " "


def figure_words(
    value: Decimal, unit: Unit, bound: Bound, phrases: Phrases, printed: str = ""
) -> str:
    """A whole figure: "over 93 per cent", "VND3.99 trillion", "nearly 48,000 people"."""
    units = "units_one" if abs(value) == 1 else "units"
    amount = phrases.say(units, unit, n=number_words(abs(value), unit, phrases, printed))
    return _bound_words(bound, printed, phrases) + amount


def fact_words(fact: MetricFact, printed: str, phrases: Phrases) -> str:
    """The figure of a row, its sign left to the verb of the sentence."""
    return figure_words(fact.value, fact.unit, fact.bound, phrases, printed)


def period_words(notation: str | None, phrases: Phrases) -> str:
    """A period of the metric table with its preposition: "@2023" is "at the end of 2023"."""
    if notation is None:
        return phrases.say("periods", "unknown")
    span = parse_notation(notation)
    first, last = span.first_day, span.last_day
    if span.moment:
        return _day(last, _moment_key(notation), phrases)
    return _span_words(first, last, phrases)


def plain_period(notation: str, phrases: Phrases) -> str:
    """A period as a name, without its preposition: "2023", "the first quarter of 2022"."""
    span = parse_notation(notation)
    if span.moment:
        return _day(span.last_day, f"plain_{_moment_key(notation)}", phrases)
    if span.first_day == span.last_day:
        return _day(span.first_day, "plain_day", phrases)
    words = _span_words(span.first_day, span.last_day, phrases, "plain_between")
    return words.removeprefix(phrases.say("periods", "preposition"))


def _day(day: date, key: str, phrases: Phrases) -> str:
    month = phrases.months[day.month - 1]
    return phrases.say("periods", key, year=str(day.year), month=month, day=str(day.day))


def _moment_key(notation: str) -> str:
    """Whether a moment is told by its year, its month or its day."""
    return {1: "at_year", 2: "at_month"}.get(len(notation.split("-")), "at_day")


def _is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _months(first: date, last: date) -> tuple[int, int] | None:
    """First and last month of a span of whole months within one year, else None."""
    if first.year == last.year and first.day == 1 and _is_month_end(last):
        return first.month, last.month
    return None


def _span_words(first: date, last: date, phrases: Phrases, between: str = "between") -> str:
    year = str(first.year)
    months = _months(first, last)
    if first == last:
        return _day(first, "day", phrases)
    if months is None:
        return _between(first, last, phrases, between)
    begin, end = months
    if (begin, end) == (1, 12):
        return phrases.say("periods", "year", year=year)
    if begin == end:
        return _day(first, "month", phrases)
    if end - begin == 5 and begin in (1, 7):
        return phrases.say("periods", f"half_{(begin + 5) // 6}", year=year)
    if end - begin == 2 and begin % 3 == 1:
        return phrases.say("periods", f"quarter_{(begin + 2) // 3}", year=year)
    if begin == 1:
        return phrases.say("periods", "first_months", count=phrases.counts[end - 1], year=year)
    return _between(first, last, phrases, between)


def _between(first: date, last: date, phrases: Phrases, wording: str) -> str:
    if first.day == 1 and _is_month_end(last):
        key = "plain_year" if (first.month, last.month) == (1, 12) else "plain_month"
    else:
        key = "plain_day"
    return phrases.say(
        "periods", wording, first=_day(first, key, phrases), last=_day(last, key, phrases)
    )


def metric_words(fact_metric: str, subject: str | None, phrases: Phrases) -> str:
    """The long name of a metric; for `other`, what the report counts."""
    if fact_metric == "other" and subject:
        return subject
    return catalogue().metric(fact_metric).long_name(phrases.language)


def metric_name(metric: str, phrases: Phrases) -> str:
    """The short name of a metric, as tables and headings give it: "HI coverage"."""
    return catalogue().metric(metric).short_name(phrases.language)


def place_words(place: str | None, phrases: Phrases) -> str:
    """A place for a sentence, as the reader's language spells it."""
    if place == COUNTRY:
        return phrases.say("subjects", "country")
    if place and is_region(place):
        name = gazetteer().places[place].vietnamese if phrases.language == "vi" else place
        return phrases.say("subjects", "region", name=name)
    if phrases.language == "en" or not place:
        return place or ""
    inner, _, province = place.rpartition(", ")
    known = gazetteer().place(province)
    if not inner and known is None:
        inner, province = province, ""  # a question need not say where it lies
    outer = known.vietnamese if known else province
    called = gazetteer().districts_called(inner) if inner else ()
    names = [d.vietnamese_name for d in called if province in ("", d.province)]
    is_known = names and (province or len(set(names)) == 1)
    own = names[0] if is_known else _commune_words(inner, phrases)
    return ", ".join(name for name in (own, outer) if name)


def _commune_words(inner: str, phrases: Phrases) -> str:
    """A place, whose Vietnamese spelling is not known, with the word for its kind."""
    bare, _, kind = inner.rpartition(" ")
    return phrases.say("place_kinds", kind, name=bare) if bare and kind in UNLISTED else inner


def part_words(group: str | None, phrases: Phrases) -> str:
    """A part of the whole by its name; the report's words are quoted where they are no name.

    Reports do not always name a part: what was read may be the half of a clause.
    """
    if not group:
        return ""
    scrap = "…" in group or load_cues().hits("clause", group)
    return phrases.say("subjects", "words_of_part", words=group) if scrap else group


def capitalised(text: str) -> str:
    """`text` with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]
