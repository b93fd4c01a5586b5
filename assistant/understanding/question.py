"""A question, and those before it, -> the `Query` that the rest of the assistant works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from assistant.records import Intent, Operation, Query
from assistant.understanding.cues import Cues, load_cues
from assistant.understanding.qualifiers import qualifiers
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.language import detect_language
from indexing.reading.metrics import find_metrics, find_terms, metric_for
from indexing.reading.notation import to_period
from indexing.reading.periods import resolve_periods
from indexing.reading.places import find_places
from indexing.reading.quantities import find_quantities
from indexing.reading.suggestions import is_misspelling, suggest_places
from indexing.records import Aspect, MetricMention, Period, Span

MOST_FOLLOW_UP_WORDS = 8
"""A question of more content words than this says what it wants by itself."""

_MONEY = {"benefits_paid", "collection"}
"""Measures whose verb tells more than the people named beside it ("paid to people in ...")."""

_CHANGES: tuple[Aspect, ...] = ("change", "change_pct")


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics a question names; `readings` if they are alternatives, not parts."""

    names: tuple[str, ...]
    readings: bool = False


def understand(question: str, history: Sequence[str], today: date) -> Query:
    """The query of `question`, what it leaves open taken from the `history` before it.

    Relative periods ("last year") count from `today`.  Each earlier question is understood the
    same way, so the slots carry from turn to turn.
    """
    previous: Query | None = None
    for earlier in history:
        previous = _read(earlier, previous, today)
    return _read(question, previous, today)


def _read(question: str, previous: Query | None, today: date) -> Query:
    cues = load_cues()
    periods = tuple(resolve_periods(question, today))
    mentions = find_places(question)
    unsure: tuple[str, ...] = ()
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    places = named
    if not places and cues.hits("about", question).count("country"):
        places = (COUNTRY,)
    if not places:
        places, unsure = _misspelt(question)
    taken = [
        *(Span(period.start, period.end) for period in periods),
        *(Span(mention.start, mention.end) for mention in mentions),
    ]
    metrics = _metrics(question, cues)
    operation = _operation(question, cues)
    aspects = _aspects(question, cues)
    if aspects == _CHANGES or operation == "compare":
        periods = _ends(periods)
    query = Query(
        question=question,
        language=detect_language(question),
        intent=_intent(question, metrics, aspects, cues),
        operation=operation,
        metrics=metrics.names,
        aspects=aspects,
        places=places,
        periods=periods,
        words=cues.content(_without(question, taken)),
        qualifiers=tuple(
            word
            for word in qualifiers(
                question, _understood(question, taken), cues, everywhere=not places
            )
            if not any(is_misspelling(word, place) for place in set(places) - set(named))
        ),
        readings=metrics.readings,
        lowest_first="lowest" in cues.hits("order", question),
        dollars="dollars" in cues.hits("about", question),
        claimed=tuple(find_quantities(question)),
        unsure_places=unsure,
    )
    return _carried(query, previous, cues) if previous else query


def _understood(question: str, taken: Sequence[Span]) -> list[Span]:
    """Places and periods, and whatever names an insurance, a measure or a quantity."""
    named = [(term.start, term.end) for term in find_terms(question)]
    named += [(mention.start, mention.end) for mention in find_metrics(question)]
    named += [(quantity.start, quantity.end) for quantity in find_quantities(question)]
    return [*taken, *(Span(start, end) for start, end in named)]


def _without(question: str, spans: Iterable[Span]) -> str:
    """The question with the given spans blanked."""
    letters = list(question)
    for span in spans:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)


def _ends(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The first and the last year of "from 2016 to 2017", where a change between them is asked."""
    if len(periods) != 1 or "/" not in periods[0].notation:
        return tuple(periods)
    whole = periods[0]
    return tuple(
        to_period(whole.text, whole.start, whole.end, part) for part in whole.notation.split("/")
    )


def _misspelt(question: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A place whose name is misspelt, and the candidates where it is not clear which."""
    candidates = suggest_places(question)
    return (tuple(candidates), ()) if len(candidates) == 1 else ((), tuple(candidates))


def _metrics(question: str, cues: Cues) -> Metrics:
    named = tuple(dict.fromkeys(mention.metric for mention in _specific(find_metrics(question))))
    cued = cues.hits("measure", question)
    money = tuple(measure for measure in cued if measure in _MONEY)
    known = [catalogue().metric(metric) for metric in named]
    if named and (not money or any(metric.unit == "VND" for metric in known)):
        return Metrics(named)
    terms = find_terms(question)
    schemes = [term.id for term in terms if term.kind == "scheme"]
    schemes = schemes or [scheme for metric in known for scheme in metric.schemes[:1]]
    measures = money or tuple(term.id for term in terms if term.kind == "measure") or cued
    if schemes and measures:
        pairs = (metric_for(scheme, measure) for scheme in schemes for measure in measures)
        return Metrics(tuple(dict.fromkeys(metric for metric in pairs if metric)) or named)
    if schemes:
        readings = (metric_for(schemes[0], measure) for measure in ("coverage", "participants"))
        return Metrics(tuple(metric for metric in readings if metric), readings=True)
    if "coverage" in measures:
        return Metrics(tuple(m.id for m in catalogue().metrics.values() if m.is_rate), True)
    return Metrics(tuple(metric for measure in money if (metric := metric_for(None, measure))))


def _specific(mentions: Sequence[MetricMention]) -> list[MetricMention]:
    """Mentions without `other`, which no question asks for by name."""
    return [mention for mention in mentions if mention.metric != "other"]


def _operation(question: str, cues: Cues) -> Operation:
    hits = cues.hits("operation", question)
    return next((name for name in get_args(Operation) if name in hits), "value")


def _aspects(question: str, cues: Cues) -> tuple[Aspect, ...]:
    hits = cues.hits("aspect", question)
    if "target_pct" in hits:
        return ("target_pct",)
    if "gap" in hits:
        return ("gap",)
    if "target" in hits:
        return ("target",)
    return _CHANGES if "change" in hits else ("level",)


def _intent(question: str, metrics: Metrics, aspects: tuple[Aspect, ...], cues: Cues) -> Intent:
    """Words are asked for by "why", "who", "what did ... say"; figures by a metric.

    "How did coverage change?" asks for a figure all the same.
    """
    about = cues.hits("about", question)
    asks_for_words = "passages" in about and "figure" not in about and aspects != _CHANGES
    if "why" in about or asks_for_words or not metrics.names:
        return "passages"
    return "figure"


def _carried(query: Query, previous: Query, cues: Cues) -> Query:
    """The query with its open slots filled from the one before it, if it is a follow-up.

    A question follows when it opens like one ("and ...", "what about ...") and is short, or when it
    names a place or a period and nothing to ask of it.
    """
    opening = " ".join(query.question.split()[:2])
    follows = bool(cues.hits("follow_up", opening)) and len(query.words) <= MOST_FOLLOW_UP_WORDS
    names_a_slot = bool(query.places or query.periods) and query.intent == "passages"
    if not follows and (query.metrics or not names_a_slot or len(query.words) > 1):
        return query
    metrics = _metrics_after(query, previous, cues)
    asks_for_words = bool({"passages", "why"} & set(cues.hits("about", query.question)))
    asks_for_words = asks_for_words and query.intent == "passages"
    return replace(
        query,
        intent="passages" if asks_for_words else "figure" if metrics.names else previous.intent,
        metrics=metrics.names,
        readings=metrics.readings,
        aspects=query.aspects if query.aspects != ("level",) else previous.aspects,
        places=query.places or previous.places,
        periods=query.periods or previous.periods,
        operation=query.operation if query.operation != "value" else previous.operation,
        words=query.words | previous.words if asks_for_words else query.words,
    )


def _metrics_after(query: Query, previous: Query, cues: Cues) -> Metrics:
    """What a follow-up asks for: its own metric, or the one before with the part that it changes.

    "and voluntary?" changes the insurance, "and how many people?" what is counted of it.
    """
    if query.metrics and not query.readings:
        return Metrics(query.metrics)
    before = [catalogue().metric(metric) for metric in previous.metrics]
    terms = find_terms(query.question)
    schemes = [term.id for term in terms if term.kind == "scheme"]
    schemes = schemes or list(cues.hits("scheme", query.question))
    measures = [term.id for term in terms if term.kind == "measure"]
    measures = measures or list(cues.hits("measure", query.question))
    if schemes:
        changed = [metric_for(scheme, metric.measure) for scheme in schemes for metric in before]
    elif measures:
        schemes = [scheme for metric in before for scheme in metric.schemes[:1]]
        changed = [metric_for(scheme, measures[0]) for scheme in schemes]
    else:
        return Metrics(previous.metrics, previous.readings)
    names = tuple(dict.fromkeys(metric for metric in changed if metric))
    return Metrics(names) if names else Metrics(query.metrics or previous.metrics, query.readings)
