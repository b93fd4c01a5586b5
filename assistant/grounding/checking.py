"""Any text -> its figures, each bound to its key by the reader of reports, judged by the table.

The verdicts are DESIGN's.  There is no tolerance: a figure is verified when a row of the same key
carries its value, unit and bound and the row's citation was re-read; a rounded value passes only
when the text marks it as rounded and the row lies within half of its last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.drafting.sentences import Articles, Quoted, cite
from assistant.evidence.selection import compatible, last_digit, matches_place, same_days
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_cited_truly
from assistant.receipts import receipt
from assistant.records import CheckReport, Citation, Figure, Reported, Verdict
from indexing.extraction import extract_text
from indexing.reading.folding import fold
from indexing.records import MetricFact

Rows = Callable[[str, str | None], Sequence[MetricFact]]
"""All rows of the table for a metric, of one place where a place is given."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the rows that support or contradict it, and what the reader should know."""

    verdict: Verdict
    rows: tuple[MetricFact, ...] = ()
    note: str | None = None


def same_key(one: MetricFact, other: MetricFact) -> bool:
    """Whether two rows speak of the same figure: metric, aspect, place, part, period, currency."""
    return (
        one.metric == other.metric
        and one.aspect == other.aspect
        and matches_place(one.place, other.place)
        and _folded(one.group) == _folded(other.group)
        and _folded(one.subject) == _folded(other.subject)
        and same_days(one.period, other.period)
        and (one.vs is None or other.vs is None or same_days(one.vs, other.vs))
        and (one.unit == other.unit or not {one.unit, other.unit} <= {"VND", "USD"})
    )


def _folded(words: str | None) -> str | None:
    return None if words is None else fold(words).strip()


def says_the_same(said: MetricFact, row: MetricFact) -> bool:
    """Whether a text's figure is what a row of its key holds: value, unit and bound.

    Rounding is marked by the text's bound and goes no further than half of its last digit; a bound
    that the report has must not be lost or turned round.
    """
    if said.unit != row.unit:
        return False
    if said.bound == row.bound:
        return said.value == row.value
    if row.bound != "exact":
        return False
    return compatible(said, row) and abs(said.value - row.value) <= last_digit(said.value) / 2


def judge(said: MetricFact, rows: Rows, articles: Articles) -> Judgement:
    """The verdict on one figure of a text."""
    open_slots = [name for name in ("place", "period") if getattr(said, name) is None]
    if said.metric == "other":
        open_slots.insert(0, "metric")
    keyed = [row for row in rows(said.metric, None) if same_key(said, row)]
    true = [row for row in keyed if is_cited_truly(row, articles)]
    supporting = [row for row in true if says_the_same(said, row)]
    if supporting:
        others = [row for row in true if not compatible(supporting[0], row)]
        note = f"another report gives {others[0].value.normalize():f}" if others else None
        return Judgement("verified", (supporting[0], *others), note)
    if open_slots:
        note = f"the text leaves open: {', '.join(open_slots)}"
        return Judgement("unsupported", (), note)
    if true:
        return Judgement("contradicted", tuple(true[:1]), _contradiction(said, true[0]))
    return Judgement("unsupported", (), "the reports hold no figure for this")


def _contradiction(said: MetricFact, row: MetricFact) -> str:
    if said.value != row.value:
        return "the reports give another value"
    if said.unit != row.unit:
        return f"the reports give it in {row.unit}, not in {said.unit}"
    return f"the reports give it as {row.bound}, the text as {said.bound}"


def check_text(text: str, today: date, sources: Sources, fingerprint: str) -> CheckReport:
    """Every figure of `text` about social security with its verdict.

    The text is read as reports are: relative periods count from `today`.
    """
    cited: list[Citation] = []
    figures: list[Figure] = []
    for said in extract_text(text, published=today):
        judgement = judge(said, sources.rows, sources.article)
        figures.append(_judged_figure(said, text, judgement, cited, sources.article))
    return CheckReport(receipt(text, fingerprint), tuple(figures), tuple(cited))


def _judged_figure(
    said: MetricFact,
    text: str,
    judgement: Judgement,
    cited: list[Citation],
    articles: Articles,
) -> Figure:
    """The figure of a checked text as the report shows it; new citations are added to `cited`."""
    marks = tuple(
        cite(Quoted(row.doc, row.version, row.quote_start, row.quote_end), cited, articles, (row,))
        for row in judgement.rows
    )
    reported = None
    if judgement.verdict == "contradicted":
        row = judgement.rows[0]
        reported = Reported(row.value, row.unit, row.bound, marks)
    return Figure(
        text=text[said.start : said.end],
        start=said.start,
        end=said.end,
        value=said.value,
        unit=said.unit,
        bound=said.bound,
        metric=said.metric,
        aspect=said.aspect,
        place=said.place,
        group=said.group,
        period=said.period,
        vs=said.vs,
        verdict=judgement.verdict,
        citations=marks,
        note=judgement.note,
        reported=reported,
    )
