"""Drafts for figures that the catalogue has no name for: the sentence that tells them, quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.drafting.cautions import cautions
from assistant.drafting.comparing import stands
from assistant.drafting.draft import Draft
from assistant.drafting.figures import figures_draft
from assistant.drafting.places.overspending import overspending_draft
from assistant.drafting.premises.confirming import whether
from assistant.drafting.quotation.quoting import quotation_of, quotations
from assistant.evidence.compared import side_by_side
from assistant.evidence.lookup import look_up
from assistant.evidence.overspent import asks_overspending, overspent_by_place, overspent_rows
from assistant.evidence.sources import Sources
from assistant.evidence.surpluses import surplus_rows
from assistant.evidence.told import rows_of_aspect, told_rows
from assistant.query import Query
from assistant.sentences import Sentence
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import Cues, load_cues
from assistant.understanding.words.reading import places_of, spans_of
from assistant.wording.phrases import Phrases
from indexing.catalogue import OTHER
from indexing.records import OF_TARGET, MetricFact

_OF_NO_FIGURE = frozenset({"firm", "household", "hospital", "clinic", "school", "trade", "group"})
"""Kinds of things of which a question may ask: how they fare no figure of a place tells."""
_MOST_METRICS = 4
"""A question that names no metric is asked back when it could mean more than these."""


def told_draft(query: Query, sources: Sources, cues: Cues, phrases: Phrases) -> Draft | None:
    """The sentence that holds all that the question insists on, None where there is none."""
    return _quoted(told_rows(query, sources, cues), sources, phrases)


def surplus_draft(query: Query, sources: Sources, cues: Cues, phrases: Phrases) -> Draft | None:
    """The sentence that tells by how much a plan was beaten, None where it is not asked or told."""
    if told := _quoted(surplus_rows(query, sources, cues), sources, phrases):
        return told
    if not asks_overspending(query, cues) or query.qualifiers or query.parts or query.claimed:
        return None
    if query.operation in ("rank", "list") and len(query.places) != 1:
        return overspending_draft(query, overspent_by_place(query, sources), sources, phrases)
    return _quoted(overspent_rows(query, sources), sources, phrases)


def compared_draft(query: Query, sources: Sources, cues: Cues, phrases: Phrases) -> Draft | None:
    """The sentence that tells the figures of places side by side, with whether they stand as the
    question has it; None where places are not held against each other, or none does."""
    of_two = len(query.places) > 1 and query.operation in ("compare", "value")
    found = side_by_side(query, sources, cues) if of_two else None
    article = sources.article(found.rows[0].doc) if found else None
    if found is None or article is None:
        return None
    said = quotation_of(article, found.span, sources, phrases)
    if said is None:
        return None
    warnings = cautions(found.rows, sources, phrases)
    lead = _verdict(query, found.rows, cues)
    told = (Sentence(phrases.say("answers", lead)),) if lead else ()
    return Draft("answered", "passages", (*told, said), warnings=warnings, verdict=lead)


def _verdict(query: Query, rows: Sequence[MetricFact], cues: Cues) -> str | None:
    """Whether the first of two places stands on the side of the second that a question asks about;
    None where it asks for no yes or no, or where that is open."""
    side = side_of_than(query.plain, cues)
    if side is None or len(rows) != 2:
        return None
    orders = (stands(rows[0], rows[1], side), stands(rows[1], rows[0], side))
    return whether(query, orders[0]) if any(orders) else None


def people_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The sentence that tells a figure with the people whom it concerns, None where that is not
    asked; where it tells of nobody, that no report does."""
    if not query.manner.people_concerned:
        return None
    told = [finding.facts[0] for finding in look_up(query, sources) if finding.facts]
    people = [
        other
        for row in told
        for other in sources.told_with(row)
        if (other.metric, other.unit, other.aspect) == (OTHER, "people", "level")
    ]
    none = Draft("not_found", "passages", reason=(Sentence(phrases.say("reasons", "no_passage")),))
    return _quoted(people, sources, phrases) or none


def aspect_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """What is held of the asked aspect where the question does not say of what.

    "Did Hue meet its plan?", "How many must Hue still enrol?": None where that is nothing or
    could be too much.
    """
    nowhere = blanked(query.plain, spans_of(places_of(query.plain)), " ")  # "Nghe An" is no "nghề"
    if set(load_cues().hits("kinds", nowhere)) & _OF_NO_FIGURE:
        return None
    rows = rows_of_aspect(query, sources)
    if not rows and set(query.aspects) <= set(OF_TARGET):  # of what is wanted an outcome is asked
        aimed = rows_of_aspect(replace(query, aspects=("target",)), sources)
        rows = [row for row in aimed if _is_put(row, query)]
    metrics = tuple(dict.fromkeys(row.metric for row in rows if row.metric != OTHER))
    lists = query.operation == "list"  # "list all that Hue aims at"
    if metrics and (lists or len(metrics) <= _MOST_METRICS):
        operation = "value" if lists else query.operation
        asked = replace(query, intent="figure", operation=operation, metrics=metrics)
        return figures_draft(asked, sources, phrases)
    return None if metrics else _quoted(rows, sources, phrases)


def _is_put(row: MetricFact, query: Query) -> bool:
    """Whether a row is the figure that a question puts forward; any is, where it puts none."""
    put = [(claim.value, claim.unit) for claim in query.claimed]
    return not put or (row.value, row.unit) in put


def _quoted(rows: Iterable[MetricFact], sources: Sources, phrases: Phrases) -> Draft | None:
    told = tuple(rows)
    sentences = quotations(told, sources, phrases)
    if not sentences:
        return None
    return Draft("answered", "passages", sentences, warnings=cautions(told, sources, phrases))
