"""The query of a question as far as its own words tell it, whatever was asked before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.query import Manner, Operation, Order, Query, Unsure
from assistant.understanding.clearing import Cleared
from assistant.understanding.figure import AskedFigure, asked_figure, operation_on
from assistant.understanding.gist import gist
from assistant.understanding.intent import asked_intent
from assistant.understanding.slots.aspects import (
    asks_both_ends,
)
from assistant.understanding.slots.claimed import figures_in, put_forward
from assistant.understanding.slots.exclusions import AskedExclusion, asked_exclusion
from assistant.understanding.slots.kinds import ends_of_order
from assistant.understanding.slots.narrowing.denials import UNDONE
from assistant.understanding.slots.narrowing.qualifiers import (
    blanked,
    parts_told,
)
from assistant.understanding.slots.occasions import AskedOccasion, asked_occasion
from assistant.understanding.slots.operations import asked_operation
from assistant.understanding.slots.places import AskedPlaces, asked_places
from assistant.understanding.slots.portions import asked_portion, with_portion
from assistant.understanding.slots.series import AskedSeries, asked_series
from assistant.understanding.slots.yearless import without_deadlines
from assistant.understanding.unexplained import unexplained
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    spans_of,
)


def by_itself(
    question: str, cleared: Cleared, today: date, cues: Cues
) -> tuple[Query, AskedPlaces]:
    """The query of a question as far as its own words tell it, and the places that they name.

    Relative periods count from `today`.  Who asks for one of the times of a figure asks for that
    figure, without the words that ask for the time, and who leaves places out of an order asks for
    that without those, as does who asks for so many of the last figures.
    """
    asked: tuple[AskedSeries | AskedOccasion | AskedExclusion | None, ...] = (
        asked_series(cleared.plain),
        asked_occasion(cleared.plain, cues),
        asked_exclusion(cleared.plain, cues),
    )
    for one in asked:
        if one is None:
            continue
        left = replace(cleared, plain=blanked(cleared.plain, one.spans, " "))
        query, places = _timeless(question, left, today, cues)
        if told := one.asked_of(query, cues):
            return told, places
    return _timeless(question, cleared, today, cues)


def _timeless(
    question: str, cleared: Cleared, today: date, cues: Cues
) -> tuple[Query, AskedPlaces]:
    operation = asked_operation(cleared.plain, cues)
    if cleared.held and operation != "rank":
        operation = "list"
    places = asked_places(cleared.plain, operation, cues)
    return _query(question, cleared, places, operation, today, cues), places


def _query(
    question: str,
    cleared: Cleared,
    places: AskedPlaces,
    operation: Operation,
    today: date,
    cues: Cues,
) -> Query:
    """The query of a question, of whose words `places` and `operation` are read already."""
    plain = cleared.plain
    if portion := asked_portion(plain, cleared.language, cues):
        left = replace(cleared, plain=blanked(plain, (portion.span,), " "))
        rest = _query(question, left, places, operation, today, cues)
        return with_portion(rest, portion, plain[portion.span.start : portion.span.end].strip())
    figure = asked_figure(cleared, places, operation, today, cues)
    metrics, periods = figure.metrics, figure.periods
    narrowing, unknown = unexplained(cleared, places, figure, today, cues)
    query = Query(
        question=question,
        plain=plain,
        language=cleared.language,
        intent="figure",
        operation=operation_on(figure.operation, figure.aspects, places.names),
        metrics=metrics.names,
        aspects=figure.aspects,
        places=(figure.operation == "ratio" and places.part_and_whole) or places.names,
        periods=periods.asked,
        gist=gist(plain if cleared.language == "vi" else cleared.typed, cleared.language),
        words=_words(plain, places, figure, cues),
        parts=_parts(plain, figure, cues),
        qualifiers=narrowing,
        readings=metrics.readings,
        joint=metrics.joint,
        versus=periods.versus,
        claimed=() if figure.towards else figures_in(plain, cues),
        order=_order(cleared, figure, cues),
        manner=_manner(plain, places, figure, cues),
        unsure=Unsure(words=unknown, places=places.unsure),
    )
    return _with_intent(query, cues)


def _words(plain: str, places: AskedPlaces, figure: AskedFigure, cues: Cues) -> frozenset[str]:
    """The words of a question that tell no place, time or limit: who asks for "more than
    100 billion" asks for nothing that is "of three months or more"."""
    hollow = [span for key, span in cues.spans_by("idle", plain) if key == "hollow"]
    dated = spans_of(figure.periods.asked)
    limits = spans_of(told for told in put_forward(plain) if told.bound != "exact")
    unplaced = blanked(plain, (*places.spans, *dated, *hollow, *limits), " ")
    named = " ".join(plain[span.start : span.end] for span in figure.institutions)
    return cues.content(f"{unplaced} {named}")


def _parts(plain: str, figure: AskedFigure, cues: Cues) -> frozenset[str]:
    """The parts that a question names, and what was left undone."""
    named = {key for key, _ in parts_told("same", plain, cues)}
    return frozenset(named | {UNDONE} if figure.denied else named)


def _order(cleared: Cleared, figure: AskedFigure, cues: Cues) -> Order:
    """What is put in order, and from which end."""
    ends = ends_of_order(cleared.plain, figure.metrics.names, cues)
    return Order(
        kind=figure.kind,
        lowest_first=ends == {"lowest"},
        both_ends=ends == {"lowest", "highest"},
        standing=cleared.held.standing if cleared.held else None,
    )


def _manner(plain: str, places: AskedPlaces, figure: AskedFigure, cues: Cues) -> Manner:
    """What is wanted of the figure beside its value."""
    nowhere = blanked(plain, places.spans, " ")  # "Điện Biên" is no "diễn biến"
    return Manner(
        over_time=bool(cues.hits("over_time", nowhere)) or asks_both_ends(plain),
        everywhere=figure.everywhere,
        grew=figure.growth.side if figure.growth else None,
        dollars="dollars" in cues.hits("about", plain),
        towards=figure.towards,
    )


def _with_intent(query: Query, cues: Cues) -> Query:
    """The query with what it wants, a figure or sentences: by those "given until January" tells how
    long, and not when."""
    intent = asked_intent(query, cues)
    if intent != "passages":
        return replace(query, intent=intent)
    return replace(query, intent=intent, periods=without_deadlines(query.periods, query.plain))
