"""Of which provinces and of which years the collection holds figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.drafting.draft import Draft
from assistant.evidence.rows.agreement import is_within, matches_place
from assistant.evidence.sources import Sources
from assistant.query import Holdings, Query
from assistant.sentences import Quoted, Sentence, unread
from assistant.wording.phrases import Phrases
from assistant.wording.understood import topic_words
from assistant.wording.words import place_words
from indexing.agreement import names_of
from indexing.catalogue import OTHER, catalogue
from indexing.database import FactKey
from indexing.gazetteer import gazetteer
from indexing.reading.period.notation import overlaps, parse_notation


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest report of those that are asked for."""

    words: str
    """When it came out; empty where that is not known."""
    cited: tuple[Quoted, ...]


def scope_draft(
    query: Query, asked: Holdings, newest: Newest, sources: Sources, phrases: Phrases
) -> Draft:
    """The provinces or the years of which figures are held, with the `newest` report that has some,
    or the provinces of which none are.  Of the asked metrics, places and periods, where the
    question names some; years are those in which the time of a level ends."""
    keys = list(_keys(query, sources))
    topic = topic_words(query, phrases)
    if asked == "years":
        years = {parse_notation(key.period).last_day.year for key in keys if key.period}
        head = _said("years", topic, phrases, years=_runs(years), newest=newest.words)
        return Draft("answered", "table", (replace(head, cited=newest.cited),))
    held = _provinces(keys)
    if asked == "absent":
        lacking = {one.name for one in gazetteer().provinces if held.isdisjoint(names_of(one.name))}
        head = _said("absent", topic, phrases, count=str(len(lacking)))
        return Draft(
            "not_found", "table", reason=(replace(head, stop=":"), _names(lacking, phrases))
        )
    head = _said("places", topic, phrases, count=str(len(held)), newest=newest.words)
    head = replace(head, stop=":", cited=newest.cited)
    return Draft("answered", "table", (head, _names(held, phrases)))


def _keys(query: Query, sources: Sources) -> Iterator[FactKey]:
    """The keys of the levels that are held on what the question names."""
    asked = set(query.metrics)
    for key in _all_keys(sources):
        if key.aspect != "level" or (asked and key.metric not in asked):
            continue
        if query.places and not any(
            matches_place(place, key.place) or is_within(key.place, place) for place in query.places
        ):
            continue
        if query.periods and not _is_of(query, key):
            continue
        yield key


def _is_of(query: Query, key: FactKey) -> bool:
    held = key.period
    return held is not None and any(overlaps(one.notation, held) for one in query.periods)


def _all_keys(sources: Sources) -> Iterator[FactKey]:
    for metric in catalogue().metrics:
        if metric != OTHER:
            yield from sources.keyed(metric, None).keys


def _provinces(keys: Collection[FactKey]) -> set[str]:
    """The provinces of some keys, those of districts and communes among them."""
    known = {place.name for place in gazetteer().provinces}
    outer = {key.place.rpartition(", ")[2] for key in keys if key.place}
    return known & outer


def _runs(years: Collection[int]) -> str:
    """Years in order, those that follow each other as a span: "2013, 2015–2018"."""
    told: list[str] = []
    for _, run in groupby(enumerate(sorted(years)), lambda at: at[1] - at[0]):
        first, *others = (year for _, year in run)
        told.append(f"{first}–{others[-1]}" if others else str(first))
    return ", ".join(told)


def _names(places: Collection[str], phrases: Phrases) -> Sentence:
    return unread(", ".join(place_words(name, phrases) for name in sorted(places)))


def _said(key: str, topic: str, phrases: Phrases, **values: str) -> Sentence:
    """A sentence on the collection: the counts and years in it are no figures."""
    key = f"{key}_of" if topic else key
    return unread(phrases.say("holdings", key, topic=topic, **values))
