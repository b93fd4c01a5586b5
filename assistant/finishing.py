"""Draft -> Answer: the gate at the end of every way, citations numbered, figures side by side."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.draft import Draft
from assistant.drafting.lined import LEAST_LINES, as_lines
from assistant.evidence.sources import Sources
from assistant.grounding.gate import grounded
from assistant.query import Query
from assistant.receipts import receipt
from assistant.records import Answer, Citation, Figure, Table
from assistant.sentences import Sentence, assemble
from assistant.wording.phrases import Phrases
from assistant.wording.understood import understood_line
from assistant.wording.words import metric_name, period_words, place_words
from indexing.catalogue import OTHER
from indexing.records import CURRENCIES


def finish(
    query: Query,
    draft: Draft,
    sources: Sources,
    fingerprint: str,
    history: Sequence[str],
    phrases: Phrases,
) -> Answer:
    """The draft through the gate, its citations numbered; `elapsed_ms` is left at 0.

    Where the gate withholds every figure that would have answered, nothing is answered.
    """
    kept, withheld = grounded(draft.sentences, sources.article)
    if withheld:
        # "Yes, the reports say so" says nothing without the figure that it speaks of.
        kept = tuple(s for s in kept if s.has_sources or s.stop == ":")
    proven = any(sentence.has_sources for sentence in kept)
    status = draft.status
    if status == "answered" and not proven:
        status, kept = "not_found", ()
    if not draft.prompt:
        kept = as_lines(kept, sources.article, phrases)
    answer = assemble(kept, sources.article)
    beyond = tuple(sentence for sentence in draft.near if sentence not in draft.reason)
    near = (Sentence(phrases.say("reasons", "near"), stop=":"), *beyond) if beyond else ()
    told_of = grounded((*draft.reason, *near), sources.article)[0]
    reason = assemble(told_of, sources.article, answer.citations)
    warnings, cited = _warned(draft if kept else None, sources, reason.citations)
    told = phrases.say("answers", "withheld") + "."
    if withheld and kept:
        warnings.append(told)
    return Answer(
        id=receipt(query.question, *history, fingerprint, answer.text, reason.text),
        question=query.question,
        understood=understood_line(query, phrases),
        status=status,
        answer=answer.text,
        figures=answer.figures,
        citations=cited,
        mode="model" if draft.prompt else draft.mode,
        language=query.language,
        index=fingerprint,
        elapsed_ms=0.0,
        choices=draft.choices,
        table=_table(answer.figures, phrases) if draft.mode == "table" else None,
        reason=reason.text or (None if kept else told),
        warnings=tuple(warnings),
        prompt=draft.prompt,
    )


def _warned(
    draft: Draft | None, sources: Sources, cited: tuple[Citation, ...]
) -> tuple[list[str], tuple[Citation, ...]]:
    """The warnings of a draft in words, and the citations with those that they add to `cited`."""
    warnings: list[str] = []
    for warning in grounded(draft.warnings, sources.article)[0] if draft else ():
        assembled = assemble((warning,), sources.article, cited)
        warnings.append(assembled.text)
        cited = assembled.citations
    return warnings, cited


def _named(figure: Figure, phrases: Phrases) -> str:
    """What a row of a table gives: the metric with its aspect and its part, where it has them."""
    aspect = phrases.say("aspects", figure.aspect or "level")
    narrowing = ", ".join(part for part in (aspect, figure.group) if part)
    name = metric_name(figure.metric or OTHER, phrases)
    if figure.metric == OTHER and figure.group:  # only single debtors' have no metric and a name
        name = phrases.say("table", "debt" if figure.unit in CURRENCIES else "column")
    return f"{name} ({narrowing})" if narrowing else name


def _table(figures: Sequence[Figure], phrases: Phrases) -> Table | None:
    """Several reported figures side by side; computed ones stay in the words."""
    shown = [figure for figure in figures if figure.verdict == "verified"]
    if len(shown) < LEAST_LINES:
        return None
    rows = tuple(
        (
            _named(figure, phrases),
            place_words(figure.place, phrases),
            period_words(figure.period, phrases),
            figure.text,
        )
        for figure in shown
    )
    columns = tuple(phrases.say("table", key) for key in ("metric", "place", "period", "value"))
    return Table(columns, rows, tuple(figure.citations for figure in shown))
