"""Provinces in the order of what they spent beyond what they had been allotted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import plain_fact, printed
from assistant.drafting.draft import Draft
from assistant.drafting.places.ranking import coverage, nth_sentence, shown_of
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import fact_words, period_words, place_words
from indexing.records import MetricFact


def overspending_draft(
    query: Query, rows: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> Draft | None:
    """A heading, then one line a province; None where no report tells of any."""
    if not rows:
        return None
    shown = shown_of(query, rows)
    key = "overspent_up" if query.order.lowest_first else "overspent_down"
    heading = Sentence(phrases.say("answers", key), stop=":")
    lines = [_line(row, sources, phrases) for row in shown]
    warnings = (coverage(query, rows, phrases), *cautions(shown, sources, phrases))
    sentences = (*nth_sentence(query, shown, phrases), heading, *lines)
    return Draft("answered", "table", sentences, warnings=warnings)


def _line(row: MetricFact, sources: Sources, phrases: Phrases) -> Sentence:
    figure = fact_words(row, printed(row, sources.article), phrases)
    period = period_words(row.period, phrases)
    said = plain_fact(f"- {place_words(row.place, phrases)}: {figure}, {period}", row, figure)
    return replace(said, stop="", before="\n")
