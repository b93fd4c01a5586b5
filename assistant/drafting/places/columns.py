"""Answers from what is told of single debtors beside their debts, each figure by the heading that
its report gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.cautions import flagged
from assistant.drafting.comparing import stands
from assistant.drafting.composing import column_sentence
from assistant.drafting.draft import Draft
from assistant.drafting.places.ranking import nth_sentence, shown_of
from assistant.drafting.quotation.quoting import quotations
from assistant.evidence.columns import (
    DebtorFigure,
    orders_by_column,
    told_in_order,
    told_of_named,
)
from assistant.evidence.named import names_in
from assistant.evidence.sources import Sources
from assistant.query import Query, Side
from assistant.sentences import Sentence, unread
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import place_words
from indexing.records import MetricFact


def columns_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """What is told of debtors beside their debts, of those that a question names or of all in their
    order; None where it does not ask for that, or nothing is told of those that it names."""
    cues = load_cues()
    if orders_by_column(query, cues):
        return _in_order(query, sources, phrases)
    if not query.qualifiers:
        return None
    said = (query.plain, query.gist)  # in which a part goes on from the one before it
    named = (list(names_in(one, sources.debts())) for one in said)
    names = next((names for names in named if names), [])
    told = told_of_named(query, names, sources) if names else []
    return _of_named(query, told, sources, phrases) if told else None


def _of_named(
    query: Query, told: Sequence[DebtorFigure], sources: Sources, phrases: Phrases
) -> Draft:
    rows = [one.named_row for one in told]
    warnings = flagged(rows, sources, phrases)
    if not all(one.in_table for one in told):
        said = quotations([one.row for one in told], sources, phrases)
        return Draft("answered", "passages", said, warnings=warnings)
    lines = tuple(
        column_sentence("column", row, one.heading, sources.article, phrases)
        for one, row in zip(told, rows, strict=True)
    )
    order = _which(query, rows, phrases)
    return Draft("answered", "table", (*lines, *order), warnings=warnings)


def _which(query: Query, rows: Sequence[MetricFact], phrases: Phrases) -> tuple[Sentence, ...]:
    """Which of two has more, or less where that is asked for."""
    told = load_cues().hits("degree", query.plain)
    if len(rows) != 2 or not told:
        return ()
    side: Side = "below" if "below" in told else "above"
    pairs = (rows, (rows[1], rows[0]))
    first = next((row for row, mark in pairs if stands(row, mark, side)), None)
    if first is None:
        return ()
    text = phrases.say("answers", f"is_{side}", which=first.group or "")
    return (unread(text),)


def _in_order(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    told = told_in_order(query, sources)
    if not told:
        none = Sentence(phrases.say("reasons", "no_passage"))
        return Draft("not_found", "table", reason=(none,))
    headings = {one.row.start: one.heading for one in told}
    rows = shown_of(replace(query, places=()), [one.named_row for one in told])
    heading = phrases.say(
        "answers",
        "columns_up" if told[0].row.value < told[-1].row.value else "columns_down",
        place=place_words(rows[0].place, phrases) or phrases.say("subjects", "unnamed_place"),
        column=told[0].heading,
    )
    lines = [
        column_sentence("column_line", row, headings[row.start], sources.article, phrases)
        for row in rows
    ]
    lines = [replace(line, stop="", before="\n") for line in lines]
    key = "ranked_debtor" if len(told) == 1 else "ranked_debtors"
    named = phrases.say("cautions", key, count=str(len(told)))
    warnings = (unread(named), *flagged(rows, sources, phrases))
    sentences = (*nth_sentence(query, rows, phrases), Sentence(heading, stop=":"), *lines)
    return Draft("answered", "table", sentences, warnings=warnings)
