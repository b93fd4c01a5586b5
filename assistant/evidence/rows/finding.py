"""What is sought in the table, and what it holds for that."""

from __future__ import annotations

from dataclasses import dataclass

from indexing.records import Aspect, MetricFact, Period


@dataclass(frozen=True, slots=True)
class Wanted:
    """One cell of a question: which figure is sought."""

    metric: str
    aspects: tuple[Aspect, ...]
    """Any of these will do."""
    place: str | None
    """None: any place."""
    period: Period | None
    """None: the latest."""
    group_words: frozenset[str]
    """Folded words of the question that may name a part of the whole."""
    parts: frozenset[str] = frozenset()
    """The parts that the question names, by one name each."""
    narrowed: bool = False
    """The question narrows the figure to a part: a figure of the whole does not answer."""
    narrowing: frozenset[str] = frozenset()
    """The folded words by which it does so; a part answers only if its name explains them all."""
    dollars: bool = False
    versus: Period | None = None
    """What a change is to be counted from; one that is counted from elsewhere does not answer."""
    months_back: int | None = None
    """The same, told from the figure's own days: "than a year before"."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the table holds for one wanted figure."""

    wanted: Wanted
    facts: tuple[MetricFact, ...]
    """The lead first, then rows that differ from it; empty when nothing meets the question."""
    aside: tuple[MetricFact, ...] = ()
    """Other figures that the lead's own report gives for the same key: likely of a part."""
    whole_period: bool = True
    """False when the lead covers only a part of the days that were asked for."""
    nearest: tuple[MetricFact, ...] = ()
    """Rows to name when nothing meets the question; never given as the answer."""
    doubtful: tuple[MetricFact, ...] = ()
    """Rows that meet the question and cannot be relied on: their sentences may be quoted."""
