"""All that the reports tell of a place, a line a figure: "what do you have on Hanoi?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence, plain_fact, printed
from assistant.drafting.draft import Draft
from assistant.evidence.lookup import look_up
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import capitalised, fact_words, metric_words, period_words, place_words
from indexing.catalogue import OTHER, catalogue
from indexing.records import MetricFact


def overview_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The latest figure of every metric that is held of the places, in the catalogue's order.

    None where nothing is held of the asked places and periods.
    """
    rows: list[MetricFact] = []
    said: list[Sentence] = []
    for place in query.places:
        held = {row.metric for row in sources.of_place(place)} - {OTHER}
        metrics = tuple(metric for metric in catalogue().metrics if metric in held)
        asked = replace(query, places=(place,), metrics=metrics, operation="value")
        found = [finding.facts for finding in look_up(asked, sources) if finding.facts]
        if found:
            heading = phrases.say("answers", "overview", place=place_words(place, phrases))
            said.append(Sentence(heading, stop=":", before="\n"))
        for facts in found:
            said += [_line(row, sources, phrases) for row in facts]
            rows += facts
    if not rows:
        return None
    return Draft("answered", "table", tuple(said), warnings=cautions(rows, sources, phrases))


def _line(row: MetricFact, sources: Sources, phrases: Phrases) -> Sentence:
    """A row by its metric, figure and date; what is no level says so in a sentence of its own."""
    if row.aspect != "level":
        return replace(fact_sentence(row, sources.article, phrases), stop="", before="\n- ")
    figure = fact_words(row, printed(row, sources.article), phrases)
    metric = capitalised(metric_words(row.metric, None, phrases))
    text = f"- {metric}: {figure}, {period_words(row.period, phrases)}"
    return replace(plain_fact(text, row, figure), stop="", before="\n")
