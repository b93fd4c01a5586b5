"""Where a figure stands that a question names: "where does 93.35 per cent come from?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence
from assistant.drafting.draft import Draft
from assistant.drafting.quotation.quoting import MOST_SENTENCES, quotations
from assistant.drafting.tellers import answer_draft
from assistant.evidence.rows.agreement import is_of_times, is_within, matches_place
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Sentence, operands_of, unread
from assistant.wording.phrases import Phrases
from indexing.records import MetricFact, Quantity


def origin_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """The sentences of reports that print each figure of the question, those of the latest reports
    first; of the metrics, places and times that it names beside them.

    A figure is the same in value and in what it counts; a number alone is that of anything.
    """
    said: list[Sentence] = []
    lacking: list[Sentence] = []
    more = 0
    for told in query.claimed:
        rows = latest_first(rows_of_figure(told, query, sources), sources)
        held = _of_sentences(rows)
        quotes = (_printing(row, sources, phrases) for row in held)
        shown = list(islice(chain.from_iterable(quotes), MOST_SENTENCES))
        said += [one for one in shown if one not in said]
        more += max(len(held) - MOST_SENTENCES, 0)
        if not shown:
            printed = query.plain[told.start : told.end]
            narrowed = query.metrics or query.places or query.periods
            key = "no_origin_of_it" if narrowed else "no_origin"
            lacking.append(unread(phrases.say("holdings", key, figure=printed)))
    if not said:
        return Draft("not_found", "passages", reason=tuple(lacking))
    stated = [row for one in said for claim in one.claims for row in operands_of(claim)]
    asked = {told.value for told in query.claimed}
    warnings = cautions([row for row in stated if row.value in asked], sources, phrases)
    further = (unread(phrases.say("holdings", "origin_more", count=str(more))),) if more else ()
    warnings = (*warnings, *further)
    draft = Draft("answered", "passages", tuple(said), reason=tuple(lacking), warnings=warnings)
    return _with_who_told(query, draft, sources, phrases)


def _with_who_told(query: Query, draft: Draft, sources: Sources, phrases: Phrases) -> Draft:
    """A draft of figures with who told them, where that is asked and its sentences do not say."""
    by = answer_draft(query, ((query, draft),), sources, phrases)
    if by is None:
        return draft
    shown = {said.text for said in draft.sentences}
    new = tuple(said for said in by.sentences if said.text not in shown)
    return replace(draft, sentences=(*draft.sentences, *new), reason=(*draft.reason, *by.reason))


def _printing(row: MetricFact, sources: Sources, phrases: Phrases) -> Sequence[Sentence]:
    """The sentence that prints a figure; the figure in words of our own where that sentence, torn
    from those around it, would not tell what it tells among them."""
    return quotations([row], sources, phrases) or (fact_sentence(row, sources.article, phrases),)


def rows_of_figure(told: Quantity, query: Query, sources: Sources) -> Iterator[MetricFact]:
    """The rows that hold a figure of the question."""
    for row in sources.of_value(told.value):
        if not told.is_bare and row.unit != told.unit:
            continue
        if query.metrics and row.metric not in query.metrics:
            continue
        if query.places and not any(
            matches_place(place, row.place) or is_within(row.place, place) for place in query.places
        ):
            continue
        if is_of_times(query.periods, row, sources.published(row.doc)):
            yield row


def _of_sentences(rows: Iterable[MetricFact]) -> list[MetricFact]:
    """The first row of each sentence."""
    return list({(row.doc, row.quote_start): row for row in reversed([*rows])}.values())[::-1]


def latest_first(rows: Iterable[MetricFact], sources: Sources) -> list[MetricFact]:
    """The rows, those of the latest reports first."""
    return sorted(rows, key=lambda row: sources.published(row.doc) or date.min, reverse=True)
