"""Whether a row speaks of a text's figure, and whether it says the same of it.

There is no tolerance: value, unit and bound must be the row's; a rounded value passes only when the
text marks it as rounded and the row lies within half of its last digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Literal

from assistant.datafiles import datafile
from assistant.evidence.rows.agreement import matches_place
from indexing.agreement import folded_words, last_digit, same_days
from indexing.catalogue import OTHER, catalogue
from indexing.extraction.period.timespans import as_flow
from indexing.extraction.text.cues import read_cues
from indexing.reading.folding import fold
from indexing.reading.metric.metrics import find_terms
from indexing.reading.period.notation import parse_notation
from indexing.reading.phrases import line_of, words
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import CURRENCIES, MetricFact, Unit

_BASES = {
    "hi_coverage": "of_population",
    "si_coverage": "of_labour",
    "compulsory_si_coverage": "of_labour",
    "voluntary_si_coverage": "of_labour",
    "ui_coverage": "of_labour",
}
"""What each rate is of, where nothing else is told, by the kind of its words among the cues."""
_TOLD_BASES = {kind: kind for kind in _BASES.values()} | {"of_workers": "of_labour"}
"""The kinds of cues for what a rate is of; workers are those of the labour force."""
_BASE_REACH = 30
_SHORT = 2
"""Words of a part's name up to this length carry no meaning."""


Slot = Literal["metric", "aspect", "place", "part", "period", "base", "currency"]
"""A part of the key of a figure."""


def same_key(said: MetricFact, row: MetricFact, sole: bool = False) -> bool:
    """Whether a row speaks of a text's figure; `sole`: the figure is the only one of its sentence.

    A comparison that the text does not spell out is taken to be the report's.
    """
    return next(differing(said, row, sole), None) is None


def differing(said: MetricFact, row: MetricFact, sole: bool = False) -> Iterator[Slot]:
    """In what the key of a text's figure differs from that of a row."""
    if said.metric != row.metric or folded_words(said.subject) != folded_words(row.subject):
        yield "metric"
    if said.aspect != row.aspect:
        yield "aspect"
    if not matches_place(said.place, row.place):
        yield "place"
    if not same_days(_spoken_of(said), _spoken_of(row)) or not _same_comparison(said, row):
        yield "period"
    if not _same_part(said, row, sole) or _counts_some(said, row):
        yield "part"
    if _base(said) not in (None, _base(row) or _BASES.get(row.metric)):
        yield "base"
    if said.unit != row.unit and {said.unit, row.unit} <= set(CURRENCIES):
        yield "currency"


def _spoken_of(fact: MetricFact) -> str | None:
    """A figure's days; of what adds up, "as of 25 December" is the year until then."""
    if fact.metric == OTHER or fact.period is None:
        return fact.period
    adds_up = catalogue().metric(fact.metric).kind == "flow" or fact.aspect == "change"
    return as_flow(fact.period) if adds_up else fact.period


def _same_comparison(said: MetricFact, row: MetricFact) -> bool:
    """Whether a change is counted from the same time; people won in a year, from its beginning."""
    if said.vs is None or same_days(said.vs, row.vs):
        return True
    if row.vs is not None or row.period is None or row.period.startswith("@"):
        return False
    eve = parse_notation(row.period).first_day - timedelta(days=1)
    return row.aspect == "change" and same_days(said.vs, f"@{eve.isoformat()}")


def _same_part(said: MetricFact, row: MetricFact, sole: bool) -> bool:
    """Whether both speak of one part of the whole.

    The words of a part are the report's own; a sentence with one figure may also name them where
    its reader does not look for a part: "participants in Nghe An (the former Vinh)".
    """
    if folded_words(said.group) == folded_words(row.group):
        return True
    told, part = _content(said.group), _content(row.group)
    return sole and bool(part) and told <= part <= _content(said.quote)


def _counts_some(said: MetricFact, row: MetricFact) -> bool:
    """Whether a text counts a kind of people that the report does not tell: "foreign workers"."""
    printed = said.quote[said.start - said.quote_start : said.end - said.quote_start]
    behind = printed[max((at for at, sign in enumerate(printed, 1) if sign.isdigit()), default=0) :]
    if unit_of(said) != "people" or behind == printed:
        return False
    named = " ".join(behind[term.start : term.end] for term in find_terms(behind))
    return bool(_folded(behind) - _people() - _folded(named) - _folded(row.quote))


@cache
def _people() -> frozenset[str]:
    return _folded(" ".join(word for listed in datafile("people").values() for word in listed))


def _base(fact: MetricFact) -> str | None:
    """What a percentage is told to be of, right behind it: the population or the labour force."""
    if fact.metric == OTHER or not catalogue().metric(fact.metric).is_rate:
        return None
    behind = fact.quote[fact.end - fact.quote_start :][:_BASE_REACH]
    cues = read_cues(line_of(behind))
    told = [cue for kind in _TOLD_BASES for cue in cues.within(kind, 0, len(behind))[:1]]
    return _TOLD_BASES[min(told, key=lambda cue: cue.start).kind] if told else None


def _content(text: str | None) -> frozenset[str]:
    """The folded words of a text that carry meaning."""
    return frozenset(word for word in _folded(text or "") if len(word) > _SHORT)


def _folded(text: str) -> frozenset[str]:
    return frozenset(words(fold(text)))


def says_the_same(said: MetricFact, row: MetricFact) -> bool:
    """Whether a text's figure is what a row of its key holds: value, unit and bound.

    Rounding is marked by the text's bound and goes no further than half of its last digit, "over"
    and "under" to their own side; a bound that the report has must not be lost or turned round.
    Reports say "rose by 2 per cent" of a rate and mean points: a text may repeat that, but not put
    per cent for printed points.
    """
    return _same_amount(said, row) and _same_unit(said, row)


def _same_amount(said: MetricFact, row: MetricFact) -> bool:
    if said.bound == row.bound:
        return said.value == row.value
    beyond = row.value - said.value
    if row.bound != "exact" or abs(beyond) > last_digit(said.value) / 2:
        return False
    return {"over": beyond > 0, "under": beyond < 0, "about": True, "exact": False}[said.bound]


def _same_unit(said: MetricFact, row: MetricFact) -> bool:
    told = printed_unit(said)
    return unit_of(said) == unit_of(row) and (told == unit_of(said) or told == printed_unit(row))


def printed_unit(fact: MetricFact) -> Unit:
    """The unit in which a figure is printed; that of its row where none is."""
    begin = fact.quote_start
    told = find_quantities(fact.quote[fact.start - begin : fact.end - begin])
    return told[0].unit if told and told[0].unit != "other" else unit_of(fact)


def unit_of(fact: MetricFact) -> Unit:
    """The unit of a figure; a bare number counts what its metric counts."""
    bare = fact.unit == "other" and fact.metric != OTHER
    return catalogue().metric(fact.metric).unit if bare else fact.unit
