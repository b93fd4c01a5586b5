"""What a question leaves to be settled by what the reports hold: the year of a day that it names
without one, and which of the places is meant that bear one name: "the delta", "Phu Tan"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.drafting.draft import Draft
from assistant.drafting.figures import figures_draft
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Sentence
from assistant.understanding.slots.yearless import is_without_year, years_back
from assistant.wording.phrases import Phrases
from indexing.gazetteer import gazetteer
from indexing.records import Span
from indexing.regions import is_region

_MOST_YEARS = 15
"""Years back at the most for which a time without a year is tried."""


def settled(query: Query, sources: Sources, today: date, phrases: Phrases) -> Query:
    """The query with what its question leaves open read as the reports allow: a time without a year
    as of the latest year for which they answer, where they hold nothing of this one; "the delta" as
    the only one that they tell of, and so a district whose name others bear."""
    query = replace(
        query,
        further=tuple(settled(ask, sources, today, phrases) for ask in query.further),
        then=settled(query.then, sources, today, phrases) if query.then else None,
        premise=settled(query.premise, sources, today, phrases) if query.premise else None,
    )
    query = _of_the_held_place(query, sources, phrases)
    return _of_the_held_year(query, sources, today, phrases)


def year_told(query: Query, draft: Draft, phrases: Phrases) -> Draft:
    """The draft with the year that was taken where the question names none."""
    years = {part.year_taken for part in query.asked_in_turn if part.year_taken}
    if draft.status != "answered" or not years:
        return draft
    text = phrases.say("cautions", "year_taken", year=str(max(years)))
    said = Sentence(text, labels=(Span(0, len(text)),))
    return replace(draft, warnings=(*draft.warnings, said))


def _of_the_held_place(query: Query, sources: Sources, phrases: Phrases) -> Query:
    """The query of the only one of the places that a name may mean for which the reports answer, or
    of which they tell at all; of a name whose places they do not tell of, as of any such word."""
    meant = query.unsure_places
    if not set(meant[:1]) & set(query.places):
        return query  # a misspelt name has no place yet
    districts = not all(map(is_region, meant))
    if query.intent != "figure" and districts:
        return replace(query, places=(), unsure_places=())  # sentences are found by the name itself
    held = [one for one in meant if _answers(_of_it_alone(query, one), sources, phrases)]
    if districts and len(held) != 1:
        held = [name for name in held or meant if sources.of_place(name)]
    if districts and not held:
        others = tuple(place for place in query.places if place != meant[0])
        name = meant[0].partition(", ")[0]
        own = gazetteer().districts_called(name)[0].bare
        named = (*query.qualifiers, own)
        return replace(query, places=others, unsure_places=(), qualifiers=named)
    first, *rest = held or meant
    places = tuple(first if place == meant[0] else place for place in query.places)
    return replace(query, places=places, unsure_places=(first, *rest) if rest else ())


def _of_it_alone(query: Query, name: str) -> Query:
    """The same of one place alone, whatever that is held against."""
    alone = replace(query, places=(name,), unsure_places=())
    if query.operation in ("list", "rank"):
        return alone
    return replace(alone, operation="value", aspects=("level",))


def _of_the_held_year(query: Query, sources: Sources, today: date, phrases: Phrases) -> Query:
    """The query of the latest year for which the reports answer, where it names a time without one
    and they do not answer for that of this year."""
    open_times = [p for p in (*query.periods, *query.versus) if is_without_year(p, today)]
    if not open_times or query.intent != "figure" or query.unsure_places:
        return query
    for back in range(_MOST_YEARS):
        asked = replace(
            query,
            periods=tuple(years_back(p, back) if p in open_times else p for p in query.periods),
            versus=tuple(years_back(p, back) if p in open_times else p for p in query.versus),
        )
        if _answers(asked, sources, phrases):
            year = max(years_back(p, back).last_day.year for p in open_times)
            return replace(asked, year_taken=year) if back else query
    return query


def _answers(query: Query, sources: Sources, phrases: Phrases) -> bool:
    """Whether the reports hold what is asked."""
    if query.intent != "figure":
        return any(sources.of_place(place) for place in query.places)
    return bool(query.metrics) and figures_draft(query, sources, phrases).status == "answered"
