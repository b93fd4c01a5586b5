"""Single debtors in the order of their debts, or that none is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.cautions import flagged
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed, computed_sentence
from assistant.drafting.draft import Draft
from assistant.drafting.missing import nearest_lead
from assistant.drafting.places.limits import meets
from assistant.drafting.places.ranking import debtor_sentences, nth_sentence, shown_of
from assistant.evidence.lookup import look_up
from assistant.evidence.rows.debtors import (
    DEBTS,
    asks_for_debtors,
    debtors_like,
    is_of_debtors_alone,
    ranked_debtors,
)
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Computed, Sentence, unread
from assistant.understanding.slots.operations import made_of_all
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import period_words, place_words
from indexing.records import MetricFact


def debtors_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The debtors that are asked for by name, in their order, or that the reports name none; None
    where they are not asked for."""
    if not asks_for_debtors(query):
        return None
    if debts := _debts(query, sources):
        return _in_order(query, debts, sources, phrases)
    return _none_named(query, sources, phrases) if is_of_debtors_alone(query) else None


def debtors_meant(query: Query, sources: Sources) -> tuple[str, ...]:
    """The debtors of whose names a question for a debt tells a part only."""
    if not DEBTS & set(query.metrics):
        return ()
    return debtors_like(query.qualifiers, next(iter(query.places), None), sources.debts())


def _debts(query: Query, sources: Sources) -> Sequence[MetricFact]:
    place, period = next(iter(query.places), None), next(iter(query.periods), None)
    from_below = query.order.lowest_first
    return ranked_debtors(place, period, sources.debts(), sources.published, from_below)


def _none_named(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """That no debtor of the place is named, and what is owed there by all."""
    where = [place_words(query.places[0], phrases)]
    where += [period_words(period.notation, phrases) for period in query.periods]
    none = Sentence(phrases.say("reasons", "no_debtor_named", place=" ".join(where)))
    whole = replace(query.for_value(), qualifiers=(), claimed=())
    told = [finding.facts[0] for finding in look_up(whole, sources) if finding.facts]
    near = tuple(fact_sentence(row, sources.article, phrases) for row in told)
    lead = (nearest_lead(phrases),) if near else ()
    return Draft("not_found", "table", reason=(none, *lead, *near))


def _in_order(
    query: Query, debts: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> Draft:
    met = [row for row in debts if meets(query, row)]
    shown = shown_of(replace(query, places=()), met)
    key = "ranked_debtor" if len(debts) == 1 else "ranked_debtors"
    named = phrases.say("cautions", key, count=str(len(debts)))
    warnings = (unread(named), *flagged(shown, sources, phrases))
    if not shown:
        return Draft("not_found", "table", reason=(Sentence(phrases.say("reasons", "no_debtor")),))
    sentences = debtor_sentences(query, shown, sources.article, phrases)
    sentences = (*nth_sentence(query, shown, phrases), *sentences)
    asked = made_of_all(query.plain, load_cues())
    told = computed(replace(query, operation=asked), shown) if asked else None
    if asked and isinstance(told, Computed):
        sentences = (*sentences, replace(computed_sentence(asked, told, phrases), before="\n"))
    elif isinstance(told, str):
        warnings = (Sentence(phrases.say("cautions", f"not_{told}")), *warnings)
    return Draft("answered", "table", sentences, warnings=warnings)
