"""What the report itself shows to be inconsistent, implausible or said twice.

Nothing is repaired: a misprint stays as printed, and its row says so.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.flags.belied import belied
from indexing.extraction.flags.exchange import misprinted_pairs
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.reckoning.arithmetic import contradictions
from indexing.extraction.flags.reckoning.closed import misreckoned_sentences
from indexing.extraction.flags.reckoning.columns import unsummed_columns
from indexing.extraction.flags.reckoning.differences import misreckoned_differences
from indexing.extraction.flags.reckoning.enclosed import outgrown_debts, outgrown_wholes
from indexing.extraction.flags.reckoning.means import misreckoned_sums
from indexing.extraction.flags.reckoning.moves import belied_moves
from indexing.extraction.flags.reckoning.populations import implied_populations
from indexing.extraction.flags.reckoning.shares import misreckoned
from indexing.extraction.flags.reckoning.tiling import misadded_places, misadded_spans
from indexing.extraction.flags.reckoning.totals import misadded_totals
from indexing.extraction.flags.reckoning.wholes import unfit_parts
from indexing.extraction.flags.sizes import out_of_scale
from indexing.extraction.flags.spans import mistaken_spans
from indexing.extraction.flags.twice import told_twice
from indexing.extraction.flags.worded import belied_words
from indexing.extraction.stages.reading import FigureReading
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page
from indexing.gazetteer import COUNTRY
from indexing.records import SHARES, Flag, MetricFact

_ALL = 100
"""Per cent of the people of any group that a scheme can cover."""


def flagged(
    readings: tuple[FigureReading, ...], page: Page, headline: SentenceSpan | None
) -> tuple[FigureReading, ...]:
    """The readings with the flags of their rows; `headline` rows take over what the body says."""
    rows = [reading.fact for reading in readings if reading.fact is not None]
    told = _restated(rows, headline)
    once = [row for row in rows if row.start not in told]
    at_odds: dict[int, Fault] = {}
    for fault in (*_faults(page, once), *unsummed_columns(page, rows)):
        for row in fault:
            at_odds.setdefault(row.start, fault)
    implausible = {
        row.start
        for row in (told.get(row.start, row) for row in rows)
        if _implausible(row) or out_of_scale(row, page.article.published)
    }
    return tuple(_with(reading, told, at_odds, implausible) for reading in readings)


def _with(
    reading: FigureReading,
    told: Mapping[int, MetricFact],
    at_odds: Mapping[int, Fault],
    implausible: Container[int],
) -> FigureReading:
    """The reading with its row as the text tells it once more, and with the row's flags."""
    fact = reading.fact
    if fact is None:
        return reading
    row = told.get(fact.start, fact)
    flags: set[Flag] = set(row.flags)
    if fact.start in at_odds:
        flags.add("source_inconsistency")
        others = {other.start for other in at_odds[fact.start]} - {fact.start}
        row = replace(row, at_odds=tuple(sorted(others)))
    if fact.start in implausible:
        flags.add("implausible")
    if flags != set(row.flags):
        row = replace(row, flags=tuple(sorted(flags)))
    return reading if row is fact else reading._replace(fact=row)


def _faults(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Rows of a report that cannot all be right."""
    yield from misprinted_pairs(rows, page.text)
    yield from contradictions(rows)
    yield from unfit_parts(page, rows)
    yield from misreckoned_sentences(rows)
    yield from told_twice(page, rows)
    yield from belied(page, rows)
    yield from belied_words(page, rows)
    yield from belied_moves(page, rows)
    yield from misreckoned(page, rows)
    yield from outgrown_wholes(page, rows)
    yield from outgrown_debts(page, rows)
    yield from misreckoned_sums(page, rows)
    yield from misadded_totals(page, rows)
    yield from misreckoned_differences(page, rows)
    yield from misadded_places(page, rows)
    yield from misadded_spans(page, rows)
    yield from implied_populations(rows)
    yield from mistaken_spans(page, rows)


def _implausible(row: MetricFact) -> bool:
    if row.aspect != "level" or row.metric == OTHER:
        return False
    metric = catalogue().metric(row.metric)
    if row.unit != metric.unit:
        return False
    if row.group is not None:
        return metric.id in COVERED and row.value > _ALL
    if row.place is None or row.place == COUNTRY:
        return not metric.plausible(row.value, country=True)
    district = ", " in row.place
    return row.value > metric.province_maximum or (not district and row.value < metric.minimum)


def _restated(rows: Sequence[MetricFact], headline: SentenceSpan | None) -> dict[int, MetricFact]:
    """Rows that say again what another says, by their start.

    A headline that repeats a figure of the body is read as the body tells it: it is short and
    may state a goal as if it were reached.
    """
    told: dict[int, MetricFact] = {}
    seen: dict[object, MetricFact] = {}
    top = headline.end if headline is not None else -1
    body = [row for row in rows if row.start >= top]
    for row in body:
        key = (row.value, row.unit, row.metric, row.group, row.aspect, row.place, row.period)
        if row.metric != OTHER and key in seen:
            told[row.start] = replace(row, flags=(*row.flags, "restated"))
        seen.setdefault(key, row)
    for row in rows:
        same = [b for b in body if _same_figure(row, b)] if row.start < top else ()
        if same:
            told[row.start] = replace(
                same[0],
                bound=row.bound,
                start=row.start,
                end=row.end,
                quote_start=row.quote_start,
                quote_end=row.quote_end,
                quote=row.quote,
                flags=(*same[0].flags, "restated"),
            )
    return told


def _same_figure(row: MetricFact, other: MetricFact) -> bool:
    return row.value == abs(other.value) and (
        row.unit == other.unit or {row.unit, other.unit} <= set(SHARES) or row.unit == "other"
    )
