"""All that the reports tell of a place, a line a figure: "what do you have on Hanoi?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence, plain_fact, printed
from assistant.drafting.draft import Draft
from assistant.drafting.missing import no_figure, other_metrics
from assistant.evidence.lookup import look_up
from assistant.evidence.rows.order import recency
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Sentence
from assistant.understanding.intent import WORDS
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import capitalised, fact_words, metric_words, period_words, place_words
from indexing.catalogue import OTHER, Metric, catalogue
from indexing.records import MetricFact


def wants_overview(query: Query) -> bool:
    """Whether all is asked that is held of a place: only time and insurance narrow the question."""
    narrowed = query.unsure.words or query.qualifiers or query.aspects != ("level",)
    if not query.places or narrowed or query.operation not in ("value", "list"):
        return False
    cues = load_cues()
    about = set(cues.hits("about", query.plain))
    if sums_up(query) and not WORDS & about:
        return True
    named = query.metrics and not query.readings
    return bool(not named and cues.hits("overview", query.plain)) and not about & WORDS - {
        "passages"
    }


def sums_up(query: Query) -> bool:
    """Whether it asks for what is held of a topic, be that a single figure: "summarise late payment
    in Hue", "tell me about ..."."""
    return bool(query.metrics) and "anything" in load_cues().hits("about", query.plain)


def overview_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The latest figure of every metric that is held of the places, in the catalogue's order.

    Of one insurance, where the question names one.  None where nothing is held of the asked places
    and periods.
    """
    rows: list[MetricFact] = []
    said: list[Sentence] = []
    wanted = _metrics_of_the_schemes(query)
    names_figure = bool(query.metrics) and not query.readings
    for place in query.places:
        held = sources.metrics(place)
        metrics = tuple(metric for metric in wanted if metric in held)
        asked = replace(query, places=(place,), metrics=metrics, operation="value")
        facts_of = (finding.facts for finding in look_up(asked, sources))
        found = [facts if names_figure else _plausible(facts) for facts in facts_of]
        found = [facts for facts in found if facts]
        if sums_up(query):
            found.sort(key=lambda facts: recency(facts[0], sources.published), reverse=True)
        if found:
            key = "overview_then" if query.periods else "overview"
            heading = phrases.say("answers", key, place=place_words(place, phrases))
            said.append(Sentence(heading, stop=":", before="\n"))
        for facts in found:
            said += [_line(row, sources, phrases) for row in facts]
            rows += facts
    if not rows:
        return None
    return Draft("answered", "table", tuple(said), warnings=cautions(rows, sources, phrases))


def nothing_held(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """That the reports hold no figure of the places then, and on what they hold some."""
    said: list[Sentence] = []
    times = [period_words(period.notation, phrases) for period in query.periods]
    asked = phrases.either([metric_words(metric, None, phrases) for metric in query.metrics])
    for place in query.places:
        wanted = place_words(place, phrases)
        if asked:
            wanted = phrases.say("subjects", "whole", metric=asked, place=wanted)
        said.append(no_figure(" ".join((wanted, *times)), phrases))
        if others := other_metrics(place, sources, phrases):
            said.append(others)
    return Draft("not_found", "table", reason=tuple(said))


def _plausible(rows: Sequence[MetricFact]) -> tuple[MetricFact, ...]:
    """Without those that cannot be: who asks for one by its name is told it, with the warning."""
    return tuple(row for row in rows if "implausible" not in row.flags)


def _line(row: MetricFact, sources: Sources, phrases: Phrases) -> Sentence:
    """A row by its metric, figure and date; what is no level says so in a sentence of its own."""
    if row.aspect != "level":
        return replace(fact_sentence(row, sources.article, phrases), stop="", before="\n- ")
    figure = fact_words(row, printed(row, sources.article), phrases)
    metric = capitalised(metric_words(row.metric, None, phrases))
    text = f"- {metric}: {figure}, {period_words(row.period, phrases)}"
    return replace(plain_fact(text, row, figure), stop="", before="\n")


def _metrics_of_the_schemes(query: Query) -> tuple[str, ...]:
    """The metrics of the asked insurance; social insurance stands for the whole system as well."""
    known = [metric for metric in catalogue().metrics.values() if metric.id != OTHER]
    if query.metrics and not query.readings:
        asked_of = [catalogue().metric(name) for name in query.metrics]
        return tuple(one.id for one in known if any(_is_of_topic(one, of) for of in asked_of))
    asked = {scheme for name in query.metrics for scheme in catalogue().metric(name).schemes}
    if asked and "si" not in asked:
        known = [metric for metric in known if asked & set(metric.schemes[:1])]
    return tuple(metric.id for metric in known)


def _is_of_topic(one: Metric, asked: Metric) -> bool:
    """Whether a metric is the asked one, or its share of the whole: the rate of late payment."""
    return one.schemes == asked.schemes and one.measure.startswith(asked.measure)
