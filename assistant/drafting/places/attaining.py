"""Which places met their target: by the share of it that is told, or by level and target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed_sentence, difference
from assistant.drafting.days import mixed_periods
from assistant.drafting.draft import Draft
from assistant.drafting.places.limits import asks_of_plan, denies, meets_plan
from assistant.drafting.places.ranking import coverage
from assistant.evidence.attainments import levels_at_targets
from assistant.evidence.lookup import ranking
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Computed, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import capitalised, metric_words
from indexing.records import OF_TARGET, MetricFact


@dataclass(frozen=True, slots=True)
class _Attained:
    """What a place reached; without a `target` it is a share of one, or what is missing to it."""

    reached: MetricFact
    target: MetricFact | None = None

    @property
    def rows(self) -> tuple[MetricFact, ...]:
        return (self.reached, self.target) if self.target else (self.reached,)


def attaining_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The places that met, exceeded or missed their target; None where no such list is asked for,
    or where nothing is held of any place."""
    of_target = set(query.aspects) <= set(OF_TARGET) and asks_of_plan(query)
    if query.operation != "list" or query.claimed or query.order.standing or not of_target:
        return None
    for metric in query.metrics:
        if held := list(_attained(replace(query, metrics=(metric,)), sources)):
            return _draft(query, held, sources, phrases)
    return None


def _attained(query: Query, sources: Sources) -> Iterator[_Attained]:
    """What each place reached, the shares first, the highest of them before."""
    shares = ranking(query, sources)
    yield from map(_Attained, shares)
    told = {row.place for row in shares}
    for level, target in levels_at_targets(query, sources):
        if level.place not in told:
            yield _Attained(level, target)


def _draft(query: Query, held: Sequence[_Attained], sources: Sources, phrases: Phrases) -> Draft:
    met = [place for place in held if meets_plan(query, place.reached, place.target)]
    shown = (met or held)[: query.order.most]
    rows = [row for place in shown for row in place.rows]
    key = "attained" if met else "none_missed" if denies(query) else "none_attained"
    metric = metric_words(rows[0].metric, None, phrases)
    heading = Sentence(capitalised(phrases.say("answers", key, metric=metric)), stop=":")
    lines = [line for place in shown for line in _lines(query, place, sources, phrases)]
    ranked = [place.reached for place in held]
    warnings = (coverage(query, ranked, phrases), *cautions(rows, sources, phrases))
    if mixed_periods([place.reached for place in shown]):
        warnings = (*warnings, Sentence(phrases.say("cautions", "mixed_periods")))
    return Draft("answered", "table", (heading, *lines), warnings=warnings)


def _lines(
    query: Query, place: _Attained, sources: Sources, phrases: Phrases
) -> Iterator[Sentence]:
    """What a place reached, the target beside it, and how far the one lies from the other."""
    for number, row in enumerate(place.rows):
        said = fact_sentence(row, sources.article, phrases)
        yield said if number else replace(said, before="\n- ")
    apart = difference(query, place.rows)
    if isinstance(apart, Computed):
        yield computed_sentence("compare", apart, phrases)
