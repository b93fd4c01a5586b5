"""What is missing where the table has no answer, and the nearest that the reports do hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.drafting.cautions import flagged
from assistant.drafting.composing import fact_sentence, wanted_words
from assistant.drafting.quotation.quoting import quotations
from assistant.evidence.insisted import EACH
from assistant.evidence.lookup import look_up
from assistant.evidence.rows.by_name import is_of_places
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.understood import narrowing_words
from assistant.wording.words import (
    metric_name,
    metric_words,
    period_words,
    place_words,
    plain_period,
)
from indexing.catalogue import OTHER
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.records import Period, Span
from indexing.regions import is_region, provinces_in

_MOST_PARTS = 10
"""As many places within one are named."""


def missing_sentences(
    query: Query, findings: Sequence[Finding], sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """What is missing, then the nearest that the reports hold, or what they do not tell clearly."""
    missing: list[Sentence] = []
    nearest: list[Sentence] = []
    if query.readings and query.unsure.words:  # which may name another figure than those read
        findings = [replace(finding, nearest=()) for finding in findings]
    for finding in findings:
        if quoted := quotations(finding.doubtful, sources, phrases):
            wanted = wanted_words(finding.wanted, phrases)
            unclear = Sentence(phrases.say("reasons", "unclear", wanted=wanted), stop=":")
            missing += [unclear, *quoted]
            continue
        missing += _lacking(query, finding, phrases)
        nearest += [fact_sentence(row, sources.article, phrases) for row in finding.nearest]
        nearest += flagged(finding.nearest, sources, phrases)
    told = [finding.wanted.place for finding in findings if finding.nearest]
    bare = [f for f in findings if not f.doubtful and f.wanted.place not in told]
    if query.qualifiers and not query.places:
        return tuple(dict.fromkeys(missing))
    if nearest:
        nearest.insert(0, nearest_lead(phrases))
    held = [said for f in bare if (said := other_metrics(f.wanted.place, sources, phrases))]
    return tuple(dict.fromkeys((*missing, *nearest, *held)))


def nearest_lead(phrases: Phrases) -> Sentence:
    """The words before the nearest that the reports hold."""
    return Sentence(phrases.say("reasons", "nearest"), stop=":")


def _lacking(query: Query, finding: Finding, phrases: Phrases) -> Iterator[Sentence]:
    """That a figure is not held, and that its place is part of another one by now."""
    wanted, known = finding.wanted, gazetteer()
    if query.qualifiers:
        yield _not_shared_out(query, phrases) or _qualified(query, phrases)
    else:
        yield no_figure(wanted_words(wanted, phrases), phrases)
    merged = wanted.place and known.merged_on(wanted.place) and known.successor(wanted.place)
    if merged and (query.places or not query.qualifiers):
        place, successor = (place_words(name, phrases) for name in (wanted.place, merged))
        yield Sentence(phrases.say("reasons", "merged", place=place, successor=successor))


def other_metrics(place: str | None, sources: Sources, phrases: Phrases) -> Sentence | None:
    """On what else the reports hold figures for a place; or for which places within it."""
    held = set(sources.metrics(place)) - {OTHER} if place else ()
    named = place_words(place, phrases)
    if not held:
        parts = sources.parts_of(place) if place and place != COUNTRY else ()
        within = phrases.listed([place_words(part, phrases) for part in parts[:_MOST_PARTS]])
        told = phrases.say("reasons", "parts_held", place=named, parts=within)
        return Sentence(told) if parts else None
    metrics = phrases.listed(sorted(metric_name(metric, phrases) for metric in held))
    return Sentence(phrases.say("reasons", "other_metrics", place=named, metrics=metrics))


def none_to_rank(query: Query, phrases: Phrases) -> Sentence:
    """That the reports give no figures by place of what is to be listed or put in order."""
    if query.qualifiers:
        return _not_shared_out(query, phrases) or _qualified(query, phrases)
    metric = phrases.listed([metric_words(metric, None, phrases) for metric in query.metrics])
    if aspect := phrases.say("aspects", query.aspects[0]):
        metric = f"{metric} ({aspect})"
    within = next((place for place in query.places if place != COUNTRY), None)
    if within and is_region(within) and _was_none(within, query.periods):
        named = place_words(within, phrases)
        return Sentence(phrases.say("reasons", "region", place=named))
    key, place = "within" if within else "by_province", place_words(within, phrases)
    wanted = phrases.say("subjects", key, metric=metric, place=place)
    kind = query.order.kind
    if kind and not (is_of_places(kind) and (within or kind.is_province)):
        key = "kind_within" if within else "by_kind"
        wanted = phrases.say("subjects", key, metric=metric, place=place, kind=kind.word)
    when = (period_words(period.notation, phrases) for period in query.periods)
    against = (
        phrases.say("sentences", "against", vs=plain_period(period.notation, phrases))
        for period in query.versus
    )
    return no_figure(" ".join((wanted, *when)) + "".join(against), phrases)


def _was_none(region: str, periods: Sequence[Period]) -> bool:
    """Whether a region had no provinces of its own in any of the asked times."""
    return bool(periods) and not any(provinces_in(region, p.last_day) for p in periods)


def _not_shared_out(query: Query, phrases: Phrases) -> Sentence | None:
    """That no figure is held for each head or on average, where one is asked for."""
    is_asked = query.operation == "average" or EACH in query.parts
    return Sentence(phrases.say("reasons", "shared_out")) if is_asked else None


def _qualified(query: Query, phrases: Phrases) -> Sentence:
    """That no figure is held for the reader's own words; a number in these is no figure."""
    named = [f"“{words}”" for words in narrowing_words(query)]
    text = phrases.say("reasons", "qualified", words=phrases.listed(named))
    starts = [(text.index(name), len(name)) for name in named]
    return Sentence(text, labels=tuple(Span(start, start + length) for start, length in starts))


def no_figure(wanted: str, phrases: Phrases) -> Sentence:
    """That the reports hold no figure for what is named."""
    return Sentence(phrases.say("reasons", "no_figure", wanted=wanted))


def other_end(between: Query, sources: Sources, phrases: Phrases) -> Sequence[Sentence]:
    """What is held nearest to the one end of a change of which no level is held; nothing where
    neither or both are.  `between` asks for the levels of both ends."""
    missing = [end for end in look_up(between, sources) if not end.facts]
    return missing_sentences(between, missing, sources, phrases) if len(missing) == 1 else ()
