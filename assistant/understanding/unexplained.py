"""What nothing explains of the words of a question: those that narrow its figure, and those that
name nothing known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assistant.understanding.clearing import Cleared
from assistant.understanding.figure import AskedFigure
from assistant.understanding.slots.aspects import (
    degrees_of_course,
    verbs_of_course,
    words_of_gap,
)
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.narrowing.attributes import attributes
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
    qualifiers,
    unknown_words,
)
from assistant.understanding.slots.narrowing.things import things_counted, things_paid_for
from assistant.understanding.slots.narrowing.wholes import of_those_told, shares_of_amounts
from assistant.understanding.slots.openings import told_then
from assistant.understanding.slots.places import AskedPlaces
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


def unexplained(
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
        *(degrees_of_course(plain) if set(figure.aspects) <= set(CHANGES) else ()),
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
    named = (*((places.bearer,) if places.bearer else ()), *figure.denied, *figure.institutions)
    yield from _printed(plain, named)
    yield from (said := _unknown_to_all(plain, places, understood, cues))
    yield from lengths(plain, spans_of(asked))
    if not asked:
        yield from told_then(plain)
    yield from lengths_sought(plain)
    if figure.operation != "ratio":
        own = of_its_whole(plain, figure.metrics.names, understood, cues)
        yield from (word for word in own if word not in " ".join(said))
    yield from _of_metrics(plain, figure, cues)
    yield from _printed(plain, part)
    if set(figure.aspects) & set(CHANGES):
        yield from each_time(plain, cues)
    if figure.operation == "rank" or put_forward(plain):
        yield from times_sought(plain, cues)
    yield from ranked_others(plain, understood, cues)
    if held and held.mean:
        yield held.mean
    if len(places.names) < 2 and len(asked) < 2 and not figure.everywhere:
        yield from averages(plain, cues)


def _unknown_to_all(
    plain: str, places: AskedPlaces, understood: Sequence[Span], cues: Cues
) -> Sequence[str]:
    """The words that narrow the figure as nothing explains them; those for a gap narrow none."""
    idle = cues.spans("idle", plain)
    gap = [
        s
        for s in words_of_gap(plain, cues)
        if not any(one.start <= s.start < one.end for one in idle)
    ]
    return qualifiers(blanked(plain, gap, " "), understood, cues, not places.names)


def _of_metrics(plain: str, figure: AskedFigure, cues: Cues) -> Iterator[str]:
    """The words by which the figure is another one than that of its metrics: whose it is, of what
    else, or of what kind."""
    metrics = figure.metrics.names
    if figure.operation == "value" and figure.aspects == ("level",):
        yield from shares_of_amounts(plain, metrics)
        yield from of_those_told(plain) if metrics else ()
    yield from of_others(plain, metrics, cues)
    yield from owned_by_others(plain)
    yield from in_both(plain, cues)
    is_list = figure.operation in ("list", "rank") or figure.everywhere
    yield from things_counted(plain, metrics, is_list, cues)
    yield from things_paid_for(plain, metrics)
    if metrics and all(map(_counts_members, metrics)):
        yield from _printed(plain, untied(plain, cues))
    yield from attributes(plain, metrics, cues)


def _printed(plain: str, spans: Iterable[Span]) -> Iterator[str]:
    return (plain[span.start : span.end] for span in spans)
