"""Any text -> its figures, each with its verdict, the row behind it and the place to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.evidence.sources import Sources
from assistant.grounding.disguise import disguised
from assistant.grounding.judging import Judgement, judge_all
from assistant.grounding.reading import read_text
from assistant.receipts import receipt
from assistant.records import CheckReport, Citation, Figure, Reported
from assistant.sentences import Articles, Quoted, cite
from assistant.wording.phrases import load_phrases
from indexing.reading.language import detect_language
from indexing.records import MetricFact


def check_text(text: str, today: date, sources: Sources, fingerprint: str) -> CheckReport:
    """Every figure of `text` about social security with its verdict.

    Relative periods count from the text's own date, else from `today`.
    """
    phrases = load_phrases(detect_language(text))
    cited: list[Citation] = []
    figures: list[Figure] = []
    seen, hidden = disguised(text)
    facts = read_text(seen, today)
    posing = Judgement("unsupported", (), phrases.say("notes", "disguised"))
    judged = [
        posing if any(span.start < said.end and said.start < span.end for span in hidden) else found
        for said, found in zip(facts, judge_all(facts, sources, phrases), strict=True)
    ]
    for said, judgement in zip(facts, judged, strict=True):
        figure = _judged_figure(said, text, judgement, cited, sources.article)
        figures.append(replace(figure, operands=_operands(judgement, judged)))
    return CheckReport(receipt(text, fingerprint), tuple(figures), tuple(cited))


def _operands(judgement: Judgement, judged: Sequence[Judgement]) -> tuple[int, ...]:
    """Which figures of the text a derived one was computed from, as far as the text tells them."""
    if judgement.verdict != "derived":
        return ()
    return tuple(
        index
        for index, other in enumerate(judged)
        if other.verdict == "verified" and other.rows[0] in judgement.rows
    )


def _judged_figure(
    said: MetricFact,
    text: str,
    judgement: Judgement,
    cited: list[Citation],
    articles: Articles,
) -> Figure:
    """The figure of a checked text as the report shows it; new citations are added to `cited`."""
    given = (
        cite(Quoted(row.doc, row.version, row.quote_start, row.quote_end), cited, articles, (row,))
        for row in judgement.rows
    )
    marks = tuple(dict.fromkeys(given))
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
        group=judgement.rows[0].group if judgement.verdict == "derived" else said.group,
        period=said.period,
        vs=said.vs,
        verdict=judgement.verdict,
        citations=marks,
        note=judgement.note,
        reported=reported,
    )
