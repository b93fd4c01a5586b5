"""One statement filled in: its words, and the label of each figure in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random

from evals.generator.wordings import Kind, Occasion, Statement, wordings
from evals.generator.world import World, is_flow
from evals.scorers.labels import Label
from indexing.reading.period.notation import as_moment, month_end, shift_years, span_notation

_SLOT = re.compile(r"\{(\w+)\}")
_UNITS = {"people": "people", "percent": "percent", "money": "VND"}


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about."""

    metric: str
    place: str
    year: int
    occasion: Occasion

    @property
    def period(self) -> str:
        """The part of the year, as the metric table writes it: a span, or the moment of its end."""
        return self._notation(date(self.year, 1, 1), month_end(self.year, self.occasion.months))

    @property
    def next_year(self) -> str:
        """The whole year after, which plans are made for, in the same way."""
        return self._notation(date(self.year + 1, 1, 1), date(self.year + 1, 12, 31))

    def _notation(self, first: date, last: date) -> str:
        span = span_notation(first, last)
        return span if is_flow(self.metric) else as_moment(span)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A figure as it is printed, and what its label says of it."""

    printed: str
    value: Decimal
    aspect: str
    unit: str
    bound: str
    period: str
    vs: str | None = None


def fill(
    statement: Statement, topic: Topic, world: World, chance: Random, doc: str
) -> tuple[str, tuple[Label, ...]]:
    """The sentence that `statement` makes of `topic`, and its figures in their order."""
    amounts = _amounts(statement.kind, topic, world, chance)
    words = _words(statement, topic, amounts["change"].value, chance)
    used: list[_Amount] = []

    def put(slot: re.Match[str]) -> str:
        name = slot[1]
        if name in amounts:
            used.append(amounts[name])
            return amounts[name].printed
        return words[name]

    text = _SLOT.sub(put, statement.text)
    return text, tuple(_label(amount, topic, doc, text) for amount in used)


def _amounts(kind: Kind, topic: Topic, world: World, chance: Random) -> dict[str, _Amount]:
    unit, period = _UNITS[kind], topic.period
    before = shift_years(period, -1)
    months = topic.occasion.months
    level = world.value(topic.metric, topic.place, topic.year, months)
    earlier = world.value(topic.metric, topic.place, topic.year - 1, months)
    change = level - earlier
    growth = _tenth(100 * change / earlier)
    reached = Decimal(chance.randint(900, 1050)) / 10
    goal = level + Decimal(chance.randint(2, 15)) / 10 if kind == "percent" else level
    aim = _tenth(level * Decimal("1.01")) if kind == "percent" else _thousand(level)
    printed, value, bound = _printed(kind, level, chance)
    moved = "exact"
    return {
        "level": _Amount(printed, value, "level", unit, bound, period),
        "change": _Amount(f"{abs(change):,}", change, "change", unit, moved, period, before),
        "change_pct": _Amount(
            str(abs(growth)), growth, "change_pct", "percent", moved, period, before
        ),
        "target_pct": _Amount(str(reached), reached, "target_pct", "percent", "exact", period),
        "target": _Amount(str(goal), goal, "target", unit, "exact", period),
        "target_next": _Amount(f"{aim:,}", aim, "target", unit, "exact", topic.next_year),
    }


def _words(statement: Statement, topic: Topic, change: Decimal, chance: Random) -> dict[str, str]:
    occasion = topic.occasion
    told = occasion.span if is_flow(topic.metric) else occasion.moment
    when = chance.choice(told).format(year=topic.year)
    noun = wordings().nouns[topic.metric][int(statement.held_out)]
    grown = change >= 0
    return {
        "place": topic.place,
        "when": when,
        "When": when[0].upper() + when[1:],
        "noun": noun,
        "Noun": noun[0].upper() + noun[1:],
        "year": str(topic.year),
        "next": str(topic.year + 1),
        "more": "more" if grown else "fewer",
        "higher": "up" if grown else "down",
        "rise": "rise" if grown else "fall",
    }


def _printed(kind: Kind, value: Decimal, chance: Random) -> tuple[str, Decimal, str]:
    """A level in one of the ways that papers print it: its words, its value in them, its bound."""
    if kind == "percent":
        return str(value), value, "exact"
    if kind == "money":
        billions = value / 10**9
        form = chance.choice(("VND{:,f} billion", "{:,f} billion dong"))
        return form.format(billions.normalize()), value, "exact"
    if value >= 10**6 and chance.random() < 0.5:
        millions = (value / 10**6).quantize(Decimal("0.01"), rounding=ROUND_FLOOR)
        return f"over {millions} million", millions * 10**6, "over"
    return f"{value:,}", value, "exact"


def _label(amount: _Amount, topic: Topic, doc: str, sentence: str) -> Label:
    return Label(
        doc=doc,
        metric=topic.metric,
        aspect=amount.aspect,
        value=amount.value,
        unit=amount.unit,
        bound=amount.bound,
        place=topic.place,
        period=amount.period,
        vs=amount.vs,
        group=None,
        quote=sentence,
    )


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _thousand(value: Decimal) -> Decimal:
    """Some per cent more, in whole thousands, as plans are made."""
    return (value * Decimal("1.05") / 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP) * 1000
