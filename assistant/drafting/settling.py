"""What a question leaves to be settled by what the reports hold: the year of a day that it names
without one, and which of the places is meant that bear one name: "the delta", "Phu Tan"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.drafting.draft import Draft
from assistant.drafting.figures import figures_draft
from assistant.evidence.put_forward import with_metric_told
from assistant.evidence.sources import Sources
from assistant.query import Linked, Query
from assistant.sentences import unread
from assistant.understanding.slots.yearless import is_without_year, years_back
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.reading import places_of
from assistant.wording.phrases import Phrases
from indexing.gazetteer import gazetteer
from indexing.reading.place.place_words import UNLISTED
from indexing.regions import is_region

_MOST_YEARS = 15
"""Years back at the most for which a time without a year is tried."""


def settled(query: Query, sources: Sources, today: date, phrases: Phrases) -> Query:
    """The query with what its question leaves open read as the reports allow: a time without a year
    as of the latest year for which they answer, where they hold nothing of this one; "the delta" as
    the only one that they tell of, and so a district whose name others bear."""
    then, premise = query.linked.then, query.linked.premise
    linked = Linked(
        further=tuple(settled(ask, sources, today, phrases) for ask in query.linked.further),
        then=settled(then, sources, today, phrases) if then else None,
        premise=settled(premise, sources, today, phrases) if premise else None,
    )
    query = replace(query, linked=linked)
    query = _of_held_wards(_of_the_held_place(query, sources, phrases), sources)
    query = with_metric_told(query, load_cues(), sources)
    return _of_the_held_year(query, sources, today, phrases)


def year_told(query: Query, draft: Draft, phrases: Phrases) -> Draft:
    """The draft with the year that was taken where the question names none."""
    years = {part.unsure.year for part in query.asked_in_turn if part.unsure.year}
    if draft.status != "answered" or not years:
        return draft
    text = phrases.say("cautions", "year_taken", year=str(max(years)))
    said = unread(text)
    return replace(draft, warnings=(*draft.warnings, said))


def _of_the_held_place(query: Query, sources: Sources, phrases: Phrases) -> Query:
    """The query of the only one of the places that a name may mean for which the reports answer, or
    of which they tell at all; of a name whose places they do not tell of, as of any such word."""
    meant = query.unsure.places
    if not set(meant[:1]) & set(query.places):
        return query  # a misspelt name has no place yet
    districts = not all(map(is_region, meant))
    if query.intent != "figure" and districts:
        return _with_places(query, ())  # sentences are found by the name itself
    held = [one for one in meant if _answers(_of_it_alone(query, one), sources, phrases)]
    if districts and len(held) != 1:
        held = [name for name in held or meant if sources.of_place(name)]
    if districts and not held and (wards := _wards_called(meant[0], query, sources)):
        held = list(wards)
    if districts and not held:
        others = tuple(place for place in query.places if place != meant[0])
        name = meant[0].partition(", ")[0]
        own = gazetteer().districts_called(name)[0].bare
        return replace(_with_places(query, others), qualifiers=(*query.qualifiers, own))
    first, *rest = held or meant
    places = tuple(first if place == meant[0] else place for place in query.places)
    return _with_places(query, places, (first, *rest) if rest else ())


def _with_places(query: Query, places: tuple[str, ...], unsure: tuple[str, ...] = ()) -> Query:
    """The query of these places, some of which it may still be `unsure` of."""
    return replace(query, places=places, unsure=replace(query.unsure, places=unsure))


def _of_held_wards(query: Query, sources: Sources) -> Query:
    """The query of the one ward or commune that the reports tell of for each district that it names
    by its bare name and that they do not tell of."""
    named = {mention.name for mention in places_of(query.plain)}
    bare = [name for name in query.places if ", " in name and name not in named]
    meant = {
        name: wards[0]
        for name in bare
        if not sources.of_place(name) and len(wards := _wards_called(name, query, sources)) == 1
    }
    return replace(query, places=tuple(meant.get(name, name) for name in query.places))


def _wards_called(district: str, query: Query, sources: Sources) -> Sequence[str]:
    """The wards and communes that bear the name of a district, in its province as it was or is now,
    for which the asked figures are held."""
    name, _, province = district.partition(", ")
    (called, *_) = gazetteer().districts_called(name)
    within = (province, gazetteer().successor(province))
    held = {key.place for metric in query.metrics for key in sources.keyed(metric, None).keys}
    told = (place.rpartition(", ") for place in held if place)
    return sorted(
        f"{ward}, {of}"
        for ward, _, of in told
        if of in within
        and ward.rpartition(" ")[2] in UNLISTED
        and ward.rpartition(" ")[0] == called.bare
    )


def _of_it_alone(query: Query, name: str) -> Query:
    """The same of one place alone, whatever that is held against."""
    alone = _with_places(query, (name,))
    if query.operation in ("list", "rank"):
        return alone
    return replace(alone, operation="value", aspects=("level",))


def _of_the_held_year(query: Query, sources: Sources, today: date, phrases: Phrases) -> Query:
    """The query of the latest year for which the reports answer, where it names a time without one
    and they do not answer for that of this year."""
    open_times = [p for p in (*query.periods, *query.versus) if is_without_year(p, today)]
    if not open_times or query.intent != "figure" or query.unsure.places:
        return query
    for back in range(_MOST_YEARS):
        asked = replace(
            query,
            periods=tuple(years_back(p, back) if p in open_times else p for p in query.periods),
            versus=tuple(years_back(p, back) if p in open_times else p for p in query.versus),
        )
        if _answers(asked, sources, phrases):
            year = max(years_back(p, back).last_day.year for p in open_times)
            return replace(asked, unsure=replace(asked.unsure, year=year)) if back else query
    return query


def _answers(query: Query, sources: Sources, phrases: Phrases) -> bool:
    """Whether the reports hold what is asked."""
    if query.intent != "figure":
        return any(sources.of_place(place) for place in query.places)
    return bool(query.metrics) and figures_draft(query, sources, phrases).status == "answered"
