"""The query of a question as far as its own words tell it, whatever was asked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.query import Manner, Operation, Order, Query, Unsure
from assistant.understanding.clearing import Cleared
from assistant.understanding.figure import AskedFigure, asked_figure, operation_on
from assistant.understanding.gist import gist
from assistant.understanding.intent import asked_intent
from assistant.understanding.slots.aspects import (
    asks_both_ends,
    verbs_of_course,
    words_of_gap,
)
from assistant.understanding.slots.claimed import figures_in, put_forward
from assistant.understanding.slots.exclusions import AskedExclusion, asked_exclusion
from assistant.understanding.slots.kinds import ends_of_order
from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.narrowing.attributes import attributes
from assistant.understanding.slots.narrowing.denials import UNDONE
from assistant.understanding.slots.narrowing.lengths import lengths, lengths_sought
from assistant.understanding.slots.narrowing.measured import (
    averages,
    each_time,
    nouns_of_counting,
    of_its_whole,
    of_others,
    ranked_others,
    times_sought,
    verbs_of_counting,
    verbs_of_paying,
    verbs_of_taking,
    workers_among,
)
from assistant.understanding.slots.narrowing.overlap import in_both
from assistant.understanding.slots.narrowing.owned import owned_by_others
from assistant.understanding.slots.narrowing.qualifiers import (
    blanked,
    parts_told,
    qualifiers,
    unknown_words,
)
from assistant.understanding.slots.narrowing.things import things_counted, things_paid_for
from assistant.understanding.slots.occasions import AskedOccasion, asked_occasion
from assistant.understanding.slots.openings import told_then
from assistant.understanding.slots.operations import asked_operation
from assistant.understanding.slots.places import AskedPlaces, asked_places
from assistant.understanding.slots.portions import asked_portion, with_portion
from assistant.understanding.slots.series import AskedSeries, asked_series
from assistant.understanding.slots.yearless import without_deadlines
from assistant.understanding.slots.yearly import asks_yearly_mean
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    chosen_in,
    spans_of,
    understood_spans,
)
from assistant.understanding.words.ties import untied
from indexing.catalogue import catalogue
from indexing.records import CHANGES, Span


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
    narrowing, unknown = _unexplained(cleared, places, figure, today, cues)
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


def _unexplained(
    cleared: Cleared, places: AskedPlaces, figure: AskedFigure, today: date, cues: Cues
) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words that narrow the figure, and those that nothing explains."""
    plain = cleared.plain
    workers, are_a_part = workers_among(plain, figure.metrics.names, cues)
    understood = [
        *places.spans,
        *((figure.kind.span,) if figure.kind else ()),
        *understood_spans(plain, today),
        *workers,
        *(chosen_in(plain) if _is_of_choice(figure.metrics) else ()),
        *verbs_of_course(plain),
        *verbs_of_counting(plain, figure.metrics.names),
        *nouns_of_counting(plain, figure.metrics.names),
        *verbs_of_taking(plain, cues),
        *verbs_of_paying(plain, figure.metrics.names, cues),
        *([figure.growth.span] if figure.growth else ()),
        *figure.institutions,
    ]
    part = workers if are_a_part else ()
    is_yearly = asks_yearly_mean(plain) and len(figure.periods.asked) == 2
    means = figure.everywhere or is_yearly
    narrowing = dict.fromkeys(
        word
        for word in _narrowing(cleared, places, figure, understood, part, cues)
        if not places.may_be_meant_by(word)
        and not (means and cues.hits("mean", word))
        and not (is_yearly and cues.hits("each_time", word))
    )
    unknown = unknown_words(plain, understood, cues)
    return tuple(narrowing), frozenset(word for word in unknown if not places.may_be_meant_by(word))


def _counts_members(metric: str) -> bool:
    return catalogue().metric(metric).measure in ("participants", "coverage")


def _is_of_choice(metrics: Metrics) -> bool:
    """Whether to join by choice tells the insurance that is asked for, and narrows nothing."""
    return any(catalogue().metric(name).schemes[:1] == ("voluntary_si",) for name in metrics.names)


def _narrowing(
    cleared: Cleared,
    places: AskedPlaces,
    figure: AskedFigure,
    understood: Sequence[Span],
    part: Sequence[Span],
    cues: Cues,
) -> Iterator[str]:
    """The words that narrow the figure: all that nothing else explains, and `part`, the people
    that are only some of those whom it counts; `understood` is what is explained."""
    plain, held, asked = cleared.plain, cleared.held, figure.periods.asked
    if places.bearer:
        yield plain[places.bearer.start : places.bearer.end]
    yield from (plain[span.start : span.end] for span in figure.denied)
    yield from (plain[span.start : span.end] for span in figure.institutions)
    idle = cues.spans("idle", plain)
    gap = [
        s
        for s in words_of_gap(plain, cues)
        if not any(one.start <= s.start < one.end for one in idle)
    ]
    ungapped = blanked(plain, gap, " ")
    yield from (said := qualifiers(ungapped, understood, cues, not places.names))
    yield from lengths(plain, spans_of(asked))
    if not asked:
        yield from told_then(plain)
    yield from lengths_sought(plain)
    if figure.operation != "ratio":
        own = of_its_whole(plain, figure.metrics.names, understood, cues)
        yield from (word for word in own if word not in " ".join(said))
    yield from of_others(plain, figure.metrics.names, cues)
    yield from owned_by_others(plain)
    yield from in_both(plain, cues)
    is_list = figure.operation in ("list", "rank") or figure.everywhere
    yield from things_counted(plain, figure.metrics.names, is_list, cues)
    yield from things_paid_for(plain, figure.metrics.names)
    if figure.metrics.names and all(map(_counts_members, figure.metrics.names)):
        yield from (plain[span.start : span.end] for span in untied(plain, cues))
    yield from attributes(plain, figure.metrics.names, cues)
    yield from (plain[span.start : span.end] for span in part)
    if set(figure.aspects) & set(CHANGES):
        yield from each_time(plain, cues)
    if figure.operation == "rank" or put_forward(plain):
        yield from times_sought(plain, cues)
    yield from ranked_others(plain, understood, cues)
    if held and held.mean:
        yield held.mean
    if len(places.names) < 2 and len(asked) < 2 and not figure.everywhere:
        yield from averages(plain, cues)
