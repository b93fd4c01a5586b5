"""Any text -> its figures, each bound to its key by the reader of reports, judged by the table.

The verdicts are DESIGN's.  There is no tolerance: a figure is verified when a row of the same key
carries its value, unit and bound and the row's citation was re-read; a rounded value passes only
when the text marks it as rounded and the row lies within half of its last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.evidence.agreement import matches_place
from assistant.evidence.selection import recency
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_cited_truly
from assistant.receipts import receipt
from assistant.records import CheckReport, Citation, Figure, Reported, Verdict
from assistant.sentences import Articles, Quoted, cite
from assistant.wording.phrases import Phrases, load_phrases
from assistant.wording.words import fact_words
from indexing.agreement import compatible, folded_words, last_digit, same_days
from indexing.catalogue import OTHER
from assistant.grounding.reading import read_text
from indexing.reading.folding import fold
from indexing.reading.language import detect_language
from indexing.records import MetricFact


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the rows that support or contradict it, and what the reader should know."""

    verdict: Verdict
    rows: tuple[MetricFact, ...] = ()
    note: str | None = None


def same_key(said: MetricFact, row: MetricFact) -> bool:
    """Whether a row speaks of a text's figure: metric, aspect, place, part, period, currency.

    A comparison that the text does not spell out is taken to be the report's.
    """
    return (
        said.metric == row.metric
        and said.aspect == row.aspect
        and matches_place(said.place, row.place)
        and folded_words(said.group) == folded_words(row.group)
        and folded_words(said.subject) == folded_words(row.subject)
        and same_days(said.period, row.period)
        and (said.vs is None or same_days(said.vs, row.vs))
        and (said.unit == row.unit or not {said.unit, row.unit} <= {"VND", "USD"})
    )


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


def judge(said: MetricFact, sources: Sources, phrases: Phrases) -> Judgement:
    """The verdict on one figure of a text."""
    slots = [name for name in ("place", "period") if getattr(said, name) is None]
    if slots:
        names = phrases.listed([phrases.say("notes", name) for name in slots])
        return Judgement("unsupported", (), phrases.say("notes", "open", slots=names))
    keyed = [row for row in sources.rows(said.metric, None) if same_key(said, row)]
    true = [row for row in keyed if is_cited_truly(row, sources.article)]
    true.sort(key=lambda row: recency(row, sources.published), reverse=True)
    supporting = [row for row in true if says_the_same(said, row)]
    if supporting:
        others = [row for row in true if not compatible(supporting[0], row)]
        given = phrases.listed([fact_words(row, "", phrases) for row in others])
        note = phrases.say("notes", "another", figure=given) if others else None
        return Judgement("verified", (supporting[0], *others), note)
    if true and said.metric != OTHER:
        return Judgement("contradicted", tuple(true[:1]), _contradiction(said, true[0], phrases))
    return Judgement("unsupported", (), phrases.say("notes", "none"))


def _contradiction(said: MetricFact, row: MetricFact, phrases: Phrases) -> str:
    figure = fact_words(row, "", phrases)
    if said.value != row.value:
        return phrases.say("notes", "value")
    return phrases.say("notes", "unit" if said.unit != row.unit else "bound", figure=figure)


def check_text(text: str, today: date, sources: Sources, fingerprint: str) -> CheckReport:
    """Every figure of `text` about social security with its verdict.

    The text is read as reports are: relative periods count from `today`.
    """
    phrases = load_phrases(detect_language(text))
    cited: list[Citation] = []
    figures: list[Figure] = []
    for said in read_text(text, today):
        judgement = judge(said, sources, phrases)
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
