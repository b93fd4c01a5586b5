"""The draft for places that are listed or put in order, and for those of them that meet a limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.drafting.cautions import cautions, flagged, in_dong, partial_rows
from assistant.drafting.comparing import stands
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed, computed_sentence, dates_apart
from assistant.drafting.days import mixed_periods
from assistant.drafting.draft import Draft
from assistant.drafting.missing import missing_sentences, no_figure
from assistant.drafting.places.limits import is_own_end, limits_another, meets, nearest
from assistant.drafting.places.ranking import (
    MOST_RANKED,
    asks_difference,
    coverage,
    nth_sentence,
    ranked_words,
    ranking_sentences,
    shown_of,
)
from assistant.drafting.premises.put import put_by
from assistant.drafting.quotation.quoting import quotations
from assistant.evidence.lookup import look_up, ranked_places, ranking
from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.finding import Finding
from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.rows.values import values_of
from assistant.evidence.sources import Sources
from assistant.query import Query, Standing
from assistant.sentences import Computed, Sentence, unread
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import metric_words, place_words
from indexing.catalogue import OTHER
from indexing.gazetteer import COUNTRY
from indexing.records import MetricFact
from indexing.regions import is_region


def listing_draft(
    query: Query, ranked: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> Draft:
    """The places of `ranked`, a row each in the asked order, that meet what the question sets.

    Where they are held against another place, that one's figure is told first.
    """
    if told := _told_apart(query, ranked, sources, phrases):
        return told
    if limits_another(query, ranked[0]):
        return Draft(
            "not_found", "table", reason=(Sentence(phrases.say("reasons", "other_limit")),)
        )
    if query.order.standing is None:
        met = tuple(row for row in ranked if meets(query, row))
        return _of_those(query, met, ranked, sources, phrases)
    finding = _mark(query, query.order.standing, ranked[0], sources)
    if not finding.facts:
        reason = missing_sentences(query, (finding,), sources, phrases)
        return Draft("not_found", "table", reason=reason)
    mark = finding.facts[0]
    ranked = [row for row in ranked if row.place != mark.place]
    met = _beside(ranked, mark, query.order.standing)
    if query.order.standing.side == "near" and query.order.standing.within is None:
        query = replace(query, operation="rank")  # the first of them, and not all
    draft = _of_those(query, met, ranked, sources, phrases, (mark,))
    first = fact_sentence(mark, sources.article, phrases)
    return replace(draft, sentences=(first, *draft.sentences))


def _told_apart(
    query: Query, ranked: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> Draft | None:
    """The sentences of the reports themselves, where one of them tells a figure of a further place
    that the table does not know to be the asked one: it may come before all others.  None where
    that is of no such sentence."""
    if len(query.places) > 1 or any(row.group for row in ranked):
        return None
    placed = {row.place for row in ranked}
    others = [
        other
        for row in ranked
        for other in sources.told_with(row)
        if (other.metric, other.aspect, other.unit) == (OTHER, row.aspect, row.unit)
        if other.period == row.period and other.group is None and other.place not in placed
        if other.place
        and other.place in ranked_places(query, KeyedRows.of((other,), sources.published))
    ]
    said = quotations(ranked, sources, phrases) if others else ()
    if not said:
        return None
    return Draft("answered", "passages", said, warnings=cautions(ranked, sources, phrases))


def rank_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """Which place one province holds among all that report the figure, and which come first; so too
    where it is asked whether it comes first or last.

    None where that is not asked for, or where no report gives the figure for the province.
    """
    among = tuple(place for place in query.places if is_region(place))
    named = [place for place in query.places if place != COUNTRY and place not in among]
    if len(named) != 1 or query.qualifiers:
        return None
    if not (load_cues().hits("rank_of", query.plain) or _asks_if_first(query)):
        return None
    everywhere = replace(query, places=among, operation="list", claimed=())
    ranked = [row for row in ranking(everywhere, sources) if "implausible" not in row.flags]
    at = next((n for n, row in enumerate(ranked, 1) if matches_place(named[0], row.place)), None)
    if at is None:
        return None
    first_ones = replace(everywhere, order=replace(query.order, most=min(at, MOST_RANKED)))
    draft = listing_draft(first_ones, ranked, sources, phrases)
    own = (fact_sentence(ranked[at - 1], sources.article, phrases),) if at > MOST_RANKED else ()
    values = {"place": place_words(named[0], phrases), "count": str(at), "all": str(len(ranked))}
    key = "rank_of_up" if query.order.lowest_first else "rank_of"
    text = phrases.say("answers", key, **values) + dates_apart(ranked, phrases)
    first = unread(text)
    return replace(draft, sentences=(first, *own, *draft.sentences))


def _asks_if_first(query: Query) -> bool:
    """Whether it is asked if a place comes first or last of all: "does Hue have the highest?"."""
    asks = put_by(query)[0] & {"asks", "told"} and not load_cues().hits("asking", query.plain)
    return query.operation == "rank" and bool(asks) and not is_own_end(query)


def _beside(
    ranked: Sequence[MetricFact], mark: MetricFact, standing: Standing
) -> tuple[MetricFact, ...]:
    """The rows on the asked side of a place's own; or all, the nearest to it first."""
    if standing.side == "near":
        alike = (row for row in ranked if row.unit == mark.unit)
        nearest_first = sorted(alike, key=lambda row: abs(row.value - mark.value))
        return tuple(row for row in nearest_first if _is_within(row, mark, standing.within))
    side = standing.side
    return tuple(row for row in ranked if stands(row, mark, side))


def _is_within(row: MetricFact, mark: MetricFact, most: Decimal | None) -> bool:
    """Whether a row surely lies no farther from a place's own than that; any does where nothing is
    said."""
    if most is None:
        return True
    one, other = values_of(row), values_of(mark)
    return one.high - other.low <= most and other.high - one.low <= most


def _mark(query: Query, standing: Standing, like: MetricFact, sources: Sources) -> Finding:
    """The figure, of the kind of `like`, of the place that those listed are held against."""
    asked = replace(query, places=(standing.place,), metrics=(like.metric,), aspects=(like.aspect,))
    return look_up(replace(asked, operation="value", readings=False), sources)[0]


def _of_those(
    query: Query,
    ranked: Sequence[MetricFact],
    held: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
    marks: Sequence[MetricFact] = (),
) -> Draft:
    """Those places in order, out of all that the reports give the figure for."""
    if not ranked:
        return _none_meets(query, held, sources, phrases, marks)
    # What cannot be true must not stand first; it is told among the warnings.
    doubtful = [row for row in ranked if "implausible" in row.flags]
    ranked = tuple(row for row in ranked if row not in doubtful) or ranked
    shown = shown_of(query, ranked)
    warnings = (coverage(query, held, phrases), *flagged((*shown, *doubtful), sources, phrases))
    if mixed_periods((*marks, *shown)):
        warnings = (*warnings, Sentence(phrases.say("cautions", "mixed_periods")))
    warnings = (*warnings, *partial_rows(query, shown, phrases))
    warnings = (*in_dong(query, shown, "ranked_in_dong", phrases), *warnings)
    if query.manner.everywhere:
        warnings = (Sentence(phrases.say("cautions", f"not_{_not_made(query, held)}")), *warnings)
    reason = _not_ranked(query, ranked, phrases)
    sentences = ranking_sentences(query, shown, sources.article, phrases)
    sentences = (*nth_sentence(query, shown, phrases), *sentences)
    if load_cues().hits("how_many_places", query.plain):
        sentences = (_counted(ranked, held, phrases), *sentences)
    if asks_difference(query):
        told = computed(replace(query, operation="compare"), shown)
        if isinstance(told, Computed):
            apart = replace(computed_sentence("compare", told, phrases), before="\n")
            sentences = (*sentences, apart)
        elif told is not None:
            warnings = (Sentence(phrases.say("cautions", f"not_{told}")), *warnings)
    return Draft("answered", "table", sentences, reason, warnings)


def _counted(
    ranked: Sequence[MetricFact], held: Sequence[MetricFact], phrases: Phrases
) -> Sentence:
    """How many of the places with a figure there are; the counts of places are no figures."""
    values = {"count": str(len(ranked)), "all": str(len(held))}
    text = phrases.say("answers", "counted_places", **values)
    return unread(text)


def _not_made(query: Query, held: Sequence[MetricFact]) -> str:
    """Why no figure is made of those of all places: the key of the caution that says so.

    Figures that could be put together would still be those of some places only.
    """
    told = computed(query, held)
    return told if isinstance(told, str) else "every"


def _none_meets(
    query: Query,
    held: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
    marks: Sequence[MetricFact],
) -> Draft:
    """That no place is on the asked side of the limit, and the one that comes nearest to it."""
    closest = nearest(query, held, [mark.value for mark in marks])
    metric = ranked_words(held[0], phrases)
    none = Sentence(phrases.say("answers", "none_meets", metric=metric), stop=":")
    near = fact_sentence(closest, sources.article, phrases)
    warnings = (coverage(query, held, phrases), *cautions((closest,), sources, phrases))
    return Draft("answered", "table", (none, near), warnings=warnings)


def _not_ranked(
    query: Query, ranked: Sequence[MetricFact], phrases: Phrases
) -> tuple[Sentence, ...]:
    """Those of the places to be ranked that no report gives the figure for."""
    names = [
        place
        for place in query.places
        if len(query.places) > 1 and not any(matches_place(place, row.place) for row in ranked)
    ]
    if not names:
        return ()
    metric = metric_words(ranked[0].metric, None, phrases)
    places = phrases.listed([place_words(place, phrases) for place in names])
    wanted = phrases.say("subjects", "whole", metric=metric, place=places)
    return (no_figure(wanted, phrases),)
