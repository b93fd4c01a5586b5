"""Query -> draft: which way a question goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.drafting.clarifying import (
    choice_of_metrics,
    counts_firms,
    left_open,
    lists_by_nothing,
    names_only_a_place,
)
from assistant.drafting.draft import Draft
from assistant.drafting.each import each_draft
from assistant.drafting.earlier import earlier_draft, level_then_draft
from assistant.drafting.figures import figures_draft
from assistant.drafting.holdings import holdings_draft
from assistant.drafting.mentions import mentions_draft
from assistant.drafting.overview import nothing_held, overview_draft, wants_overview
from assistant.drafting.parts import of_parts, of_the_first
from assistant.drafting.places.columns import columns_draft
from assistant.drafting.premises.reasons import (
    after_premise,
    is_corrected,
    is_open,
    premise_draft,
    supposition_draft,
    with_premise,
)
from assistant.drafting.settling import settled
from assistant.drafting.tellers import answer_draft
from assistant.drafting.telling import (
    aspect_draft,
    compared_draft,
    people_draft,
    surplus_draft,
    told_draft,
)
from assistant.drafting.uncovered import uncovered_draft
from assistant.drafting.words import near_sentences, not_told, words_draft
from assistant.evidence.named import with_debtors
from assistant.evidence.passages.mistyped import as_reported
from assistant.evidence.passages.search import Search
from assistant.evidence.rows.debtors import is_debt, is_of_debtors_alone
from assistant.evidence.sources import Sources
from assistant.evidence.told import compares_places
from assistant.query import Query
from assistant.sentences import operands_of
from assistant.understanding.conversation.foremost import Foremost
from assistant.understanding.words.cues import Cues, load_cues
from assistant.wording.phrases import Phrases, load_phrases
from assistant.wording.words import place_words
from indexing.gazetteer import COUNTRY
from indexing.records import CHANGES


def draft_answer(query: Query, sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """The draft for a query: from the table where figures are asked for, else from passages."""
    if query.linked.then is not None:
        return _of_all(query.asked_in_turn, sources, search, phrases)
    if query.role.holdings == "mentions":
        return mentions_draft(query, sources, search, phrases)
    if query.role.holdings:
        return holdings_draft(query, query.role.holdings, sources, phrases)
    query = with_debtors(as_reported(query, search), sources)
    if told := columns_draft(query, sources, phrases):
        return told
    if asked_back := left_open(query, phrases):
        return asked_back
    if each := _why_of_each(query, phrases):
        return _of_all(each, sources, search, phrases)
    if wants_overview(query):
        return _overview(query, sources, search, phrases)
    if names_only_a_place(query):
        if _asks_of_aspect(query):
            told = aspect_draft(query, sources, phrases)
        else:  # "how many employers pay in?"
            told = told_draft(query, sources, load_cues(), phrases) or counts_firms(query, phrases)
        return told or choice_of_metrics(query, sources, phrases)
    if lists_by_nothing(query):
        held = query.order.standing.place if query.order.standing else COUNTRY
        places = query.places or (held,)
        return choice_of_metrics(replace(query, places=places), sources, phrases)
    if supposed := supposition_draft(query, sources, phrases):
        return supposed
    cues = load_cues()
    premise = premise_draft(query, sources, phrases)
    if premise is not None and is_corrected(premise):
        if query.intent != "figure":
            return premise
        return after_premise(premise, _of_figures(query, sources, search, cues, phrases))
    if query.intent == "figure":
        asked = _of_figures(query, sources, search, cues, phrases)
        if premise is not None and not asked.verdict and is_open(query, premise):
            return after_premise(premise, asked)
        return asked
    counts = "figure" in cues.hits("about", query.plain)
    told = told_draft(query, sources, cues, phrases) if counts else None
    told = told or compared_draft(query, sources, cues, phrases)
    if told is not None:
        return told
    draft = words_draft(query, sources, search, cues, phrases)
    return with_premise(query, premise, draft, phrases)


def first_told(query: Query, sources: Sources, search: Search, today: date) -> Foremost | None:
    """Who comes first in the answer to a question for an order, or at the place that it asks for;
    None where nobody does."""
    phrases = load_phrases(query.language)
    asked = settled(query, sources, today, phrases)
    draft = draft_answer(asked, sources, search, phrases)
    rows = [row for said in draft.sentences for claim in said.claims for row in operands_of(claim)]
    place = (query.order.nth or 1) - 1
    if draft.status != "answered" or len(rows) <= place:
        return None
    row = rows[place]
    debtor = row.group if is_debt(row) else None
    return Foremost(row.place, debtor) if debtor or row.group is None else None


def _why_of_each(query: Query, phrases: Phrases) -> tuple[Query, ...]:
    """A question why something moved in several places, asked of each of them: what is the reason
    in one is none in another.  Empty where it is no such question."""
    premise = query.linked.premise
    if (
        premise is None
        or len(query.places) < 2
        or "why" not in load_cues().hits("about", query.plain)
    ):
        return ()
    if query.operation != "value" or not set(premise.aspects) <= set(CHANGES):
        return ()
    return tuple(
        replace(query, question=place_words(place, phrases), places=(place,)).granting(
            replace(premise, places=(place,))
        )
        for place in query.places
    )


def _of_all(parts: Sequence[Query], sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """The draft of all parts of a question, each of which may go on from the one before it."""
    told: list[tuple[Query, Draft]] = []
    for asked in parts:
        part = of_the_first(asked, told)
        of_answer = answer_draft(part, told, sources, phrases)
        told.append((part, of_answer or draft_answer(part, sources, search, phrases)))
    return of_parts(told, phrases)


def _of_figures(
    query: Query, sources: Sources, search: Search, cues: Cues, phrases: Phrases
) -> Draft:
    """From the table; else the sentence that tells the figure, named or in the question's words."""
    if above := surplus_draft(query, sources, cues, phrases):
        return above
    if each := each_draft(query, sources, phrases):
        return each
    if people := people_draft(query, sources, phrases):
        return people
    if before := earlier_draft(query, sources, phrases):
        return before
    draft = figures_draft(query, sources, phrases)
    if draft.status == "answered" or is_of_debtors_alone(query):
        return draft
    if then := level_then_draft(query, sources, phrases):
        return then
    if compared := compared_draft(query, sources, cues, phrases):
        return compared
    told = told_draft(query, sources, cues, phrases)
    if told is None and query.qualifiers and not compares_places(query):
        told = words_draft(query, sources, search, cues, phrases)
        if told.status == "answered":
            return told
        if rest := uncovered_draft(query, sources, phrases):
            return rest
        return replace(draft, near=not_told(told.near, draft.reason))
    if told is None:
        near = near_sentences(query, draft.reason, sources, search, cues, phrases)
        return replace(draft, near=not_told(near, draft.reason))
    if query.qualifiers or query.parts:
        return told
    # It holds the words, but no figure that the table knows to be the asked one.
    return replace(draft, near=told.sentences)


def _overview(query: Query, sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """All figures of a place; else what the reports say of it; else what they hold instead."""
    told = overview_draft(query, sources, phrases)
    if told is None and query.metrics and not query.readings:
        of_it = replace(query, intent="figure", operation="value")
        return _of_figures(of_it, sources, search, load_cues(), phrases)
    of_a_time = bool(query.metrics and query.periods)  # any sentence would be of another
    if told is None and not of_a_time:
        told = words_draft(query, sources, search, load_cues(), phrases)
    is_told = told is not None and told.status == "answered"
    return told if told and is_told else nothing_held(query, sources, phrases)


def _asks_of_aspect(query: Query) -> bool:
    """Whether it says of what kind the figure is, though not of what: "did Hue meet its plan?"."""
    of_one = query.operation in ("value", "rank") or len(query.places) < 2
    return of_one and query.aspects != ("level",)
