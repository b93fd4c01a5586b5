"""The draft for a question that asks for figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from assistant.drafting.cautions import (
    cautions,
    in_dong,
    of_all,
    partial_period,
    roughly,
    told_aside,
)
from assistant.drafting.comparing import order_sentence
from assistant.drafting.composing import finding_sentences
from assistant.drafting.computing import computed, computed_sentence
from assistant.drafting.days import mixed_periods
from assistant.drafting.distances import distance_draft
from assistant.drafting.draft import Draft, joined
from assistant.drafting.missing import missing_sentences, none_to_rank, other_end
from assistant.drafting.occasions import ever_so, occasion_draft
from assistant.drafting.otherwise import (
    held_of_all,
    in_aspect,
    led_to,
    missing_to_target,
    of_the_later,
    otherwise,
    stated_change,
    who_joined,
)
from assistant.drafting.places.attaining import attaining_draft
from assistant.drafting.places.conjoined import conjoined_draft
from assistant.drafting.places.debtors import debtors_draft, debtors_meant
from assistant.drafting.places.listing import listing_draft, rank_draft
from assistant.drafting.premises.claims import held_apart
from assistant.drafting.premises.confirming import confirmation
from assistant.drafting.premises.presumed import presumed
from assistant.drafting.times import (
    between_levels,
    of_all_times,
    of_one_month,
    of_shares,
    on_one_day,
    so_far,
    when_it_moved,
    when_it_was_so,
)
from assistant.drafting.yearly import yearly
from assistant.evidence.lookup import look_up, ranking
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Computed, Sentence
from assistant.understanding.slots.aspects import asks_who_joined
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from indexing.gazetteer import gazetteer
from indexing.records import CHANGES, OF_TARGET


def figures_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """What the table says to `query`: single figures, figures side by side, or a ranking."""
    apart = held_apart(query.asking())
    asks = (*apart, *query.linked.further)
    if query.operation == "compare" and len(asks) > 1:
        # What is compared stands in different parts: "the rate and its target".
        findings = tuple(chain.from_iterable(_or_share(ask, sources) for ask in asks))
        return _findings_draft(query, findings, sources, phrases)
    drafts = [_draft(ask, sources, phrases) for ask in asks]
    whole = joined(drafts)
    told = {draft.verdict for draft in drafts if draft.verdict}
    is_open = "confirmed" in told and any(not draft.verdict for draft in drafts[: len(apart)])
    if len(told) < 2 and not is_open:
        return whole
    partly = Sentence(phrases.say("answers", "partly"), stop=":")
    return replace(whole, sentences=(partly, *whole.sentences))


def _or_share(ask: Query, sources: Sources) -> Sequence[Finding]:
    """The findings of one ask; where a target is not stated, how much of it was reached."""
    found = look_up(ask, sources)
    if ask.aspects != ("target",) or any(finding.facts for finding in found):
        return found
    share = look_up(replace(ask, aspects=OF_TARGET), sources)
    return share if any(finding.facts for finding in share) else found


def _draft(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    own = (draft(query, sources, phrases) for draft in _OF_THEIR_OWN)
    return next(filter(None, own), None) or _of_named(query, sources, phrases)


def _over_places(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The places that are asked for by their figures, or that they cannot be put in order."""
    if not (query.manner.everywhere or query.operation in ("rank", "list")):
        return None
    for asked in (query, *(way[0] for way in otherwise(query) if len(way) == 1)):
        if ranked := ranking(asked, sources):
            told = ever_so(asked, ranked, sources) if asked.manner.occasion == "ever" else ranked
            return listing_draft(asked, told, sources, phrases)
    if _has_own_figure(query):
        return None
    reason = (none_to_rank(query, phrases), *_by_province(query, sources, phrases))
    return Draft("not_found", "table", reason=reason)


_OF_THEIR_OWN = (
    distance_draft,
    debtors_draft,
    attaining_draft,
    rank_draft,
    conjoined_draft,
    occasion_draft,
    _over_places,
)
"""Questions for a distance, or for places, debtors or times that they do not name; the first that
tells decides."""


def _of_named(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """The figures of the places and times that a question names."""
    asked, query = query, of_all_times(of_shares(query), sources)
    if asked.manner.over_time and len(query.periods) < (asked.order.most or 0):
        fewer = Sentence(phrases.say("cautions", "fewer"))
        told = _draft(_without_series(query), sources, phrases)
        return replace(told, warnings=(fewer, *told.warnings))
    query = of_one_month(when_it_moved(query, sources), sources)
    if won := who_joined(query, sources):
        return _findings_draft(query, won, sources, phrases)
    findings: Sequence[Finding] = look_up(of_the_later(query), sources)
    if (then := when_it_was_so(query, findings, sources)) != query:
        query, findings = then, look_up(then, sources)
    findings = on_one_day(query, findings, sources)
    if missing := missing_to_target(query, findings, sources):
        return _findings_draft(otherwise(query)[0][0], missing, sources, phrases)
    if any(finding.facts for finding in findings):
        findings = (*findings, *stated_change(query, findings, sources))
        return _findings_draft(query, findings, sources, phrases)
    if instead := _instead(query, sources):
        return _findings_draft(*instead, sources, phrases)
    if choices := debtors_meant(query, sources):
        ask = Sentence(phrases.say("clarify", "debtor"), stop="")
        return Draft("clarify", "table", reason=(ask,), choices=choices)
    draft = _findings_draft(query, findings, sources, phrases)
    if not (set(query.aspects) <= set(CHANGES) and len(query.periods) == 2):
        return draft
    far_end = other_end(otherwise(query)[0][0], sources, phrases)
    return replace(draft, reason=tuple(dict.fromkeys((*draft.reason, *far_end))))


def _instead(query: Query, sources: Sources) -> tuple[Query, Sequence[Finding]] | None:
    """The first of the other figures in which the answer lies that is held, with its question."""
    if ahead := so_far(query, sources):
        return in_aspect(query, "level", operation="compare"), ahead
    between = between_levels(query, sources)
    for asks in (*otherwise(query), *(((between,),) if between else ())):
        if held := held_of_all(asks, sources):
            return asks[0], held
    told = led_to(query, sources)
    return (query, told) if told else None


def _without_series(query: Query) -> Query:
    """The same for the latest figure alone, in no order."""
    order = replace(query.order, lowest_first=False, both_ends=False, most=None, nth=None)
    return replace(query, order=order, manner=replace(query.manner, over_time=False))


def _has_own_figure(query: Query) -> bool:
    """Whether one of the places may answer by its own figure where none of its parts is held.

    Who asks for the lowest of a region's provinces, or of a province's districts, is not told the
    region's or the province's own.
    """
    kind = query.order.kind
    if kind and not kind.is_province:
        return False
    places = [gazetteer().place(name) for name in query.places]
    single = any(place is None or place.kind != "region" for place in places)
    return single and not load_cues().hits("inner", query.plain)


def _by_province(query: Query, sources: Sources, phrases: Phrases) -> tuple[Sentence, ...]:
    """That a figure which is held of no hospital or district is held of provinces."""
    of_any = replace(query, order=replace(query.order, kind=None))
    if query.order.kind is None or query.places or not ranking(of_any, sources):
        return ()
    return (Sentence(phrases.say("reasons", "by_province")),)


def _sound(query: Query, found: Sequence[Finding]) -> Sequence[Finding]:
    """Without what cannot be true of a place, where another reading of the question is told."""
    sound = [finding for finding in found if "implausible" not in finding.facts[0].flags]
    return sound if query.readings and sound else found


def _findings_draft(
    query: Query, findings: Sequence[Finding], sources: Sources, phrases: Phrases
) -> Draft:
    found = _sound(query, [finding for finding in findings if finding.facts])
    missing = [finding for finding in findings if not finding.facts]
    answered = {(finding.wanted.place, finding.wanted.aspects) for finding in found}
    asked = {(finding.wanted.place, finding.wanted.aspects) for finding in missing}
    is_told_so = any(set(finding.wanted.aspects) <= set(CHANGES) for finding in found)
    one_time = len(query.periods) < 2 and len(query.places) > 1
    if query.operation == "compare" and answered >= asked and (one_time or is_told_so):
        missing = []  # each place has a figure; that of another date was not asked for
    reason = missing_sentences(query, missing, sources, phrases)
    if not found:
        return Draft("not_found", "table", reason=reason)
    sentences = list(finding_sentences(found, sources.article, phrases))
    leads = [finding.facts[0] for finding in found]
    told = computed(query, leads) if len(found) == len(findings) else None
    figure = told if isinstance(told, Computed) else None
    verdict = confirmation(query, found, figure)
    if verdict is not None:
        sentences.insert(0, Sentence(phrases.say("answers", verdict)))
    elif verdict := presumed(query, found, figure):
        sentences.insert(0, Sentence(phrases.say("answers", f"premise_{verdict}"), stop=":"))
    warnings = _warnings(query, found, sources, phrases)
    if verdict is None and (order := order_sentence(query, leads, phrases)):
        sentences.append(order)
    each_year = yearly(query, leads, phrases)
    if isinstance(told, Computed):
        way = "portion" if query.manner.portion is not None else query.operation
        sentences.append(computed_sentence(way, told, phrases))
        warnings = (*(roughly(leads, phrases) if way == "ratio" else ()), *warnings)
    elif told is not None and not each_year:
        warnings = (Sentence(phrases.say("cautions", f"not_{told}")), *warnings)
    if len({row.place for row in leads}) > 1 and mixed_periods(leads):
        warnings = (*warnings, Sentence(phrases.say("cautions", "mixed_periods")))
    sentences += each_year
    return Draft("answered", "table", tuple(sentences), reason, warnings, verdict=verdict)


def _warnings(
    query: Query, found: Sequence[Finding], sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """What is to be said of the figures that are told, whatever is made of them."""
    leads = [finding.facts[0] for finding in found]
    rows = [row for finding in found for row in finding.facts]
    dong = in_dong(query, leads, "in_dong_only", phrases)
    partial = [said for finding in found if (said := partial_period(finding, phrases))]
    partial += [said for finding in found if (said := of_all(finding, phrases))]
    if asks_who_joined(query) and all(row.aspect == "level" for row in leads):
        partial.append(Sentence(phrases.say("cautions", "stock")))
    aside = [said for finding in found for said in told_aside(finding, sources, phrases)]
    return (*dong, *dict.fromkeys(partial), *aside, *cautions(rows, sources, phrases))
