"""A question, and those before it, -> the `Query` that the rest of the assistant works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import get_args

from assistant.records import Intent, Operation, Query
from assistant.understanding.cues import Cues, load_cues
from assistant.understanding.qualifiers import qualifiers
from assistant.understanding.spelling import set_right
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.language import detect_language
from indexing.reading.metrics import find_metrics, find_terms, metric_for
from indexing.reading.notation import to_period
from indexing.reading.periods import resolve_periods
from indexing.reading.places import find_places
from indexing.reading.quantities import find_quantities
from indexing.reading.suggestions import is_misspelling, suggest_places
from indexing.records import Aspect, MetricMention, Period, PlaceMention, Span

MOST_FOLLOW_UP_WORDS = 8
"""A question of more content words than this says what it wants by itself."""

_MONEY = {"benefits_paid", "collection"}
"""Measures whose verb tells more than the people named beside it ("paid to people in ...")."""

_BASES = {"population", "labour_force"}

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
    typed = question
    question = set_right(typed, _understood(typed, _spans(find_places(typed))))
    mentions = find_places(question)
    periods = tuple(resolve_periods(question, today))
    unsure: tuple[str, ...] = ()
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    places = named
    if not places and cues.hits("about", question).count("country"):
        places = (COUNTRY,)
    if not places:
        places, unsure = _misspelt(question)
    taken = [
        *(Span(period.start, period.end) for period in periods),
        *_spans(mentions),
    ]
    operation = _operation(question, cues)
    aspects = _aspects(question, cues)
    metrics = _metrics(question, aspects, cues)
    if set(aspects) <= set(_CHANGES) or operation == "compare":
        periods = _ends(periods)
    query = Query(
        question=typed,
        language=detect_language(typed),
        intent="figure",
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
    query = replace(query, intent=_intent(query, cues))
    return _carried(query, previous, cues) if previous else query


def _understood(question: str, taken: Sequence[Span]) -> list[Span]:
    """Places and periods, and whatever names an insurance, a measure or a quantity."""
    named = [(term.start, term.end) for term in find_terms(question)]
    named += [(mention.start, mention.end) for mention in find_metrics(question)]
    named += [(quantity.start, quantity.end) for quantity in find_quantities(question)]
    return [*taken, *(Span(start, end) for start, end in named)]


def _spans(mentions: Iterable[PlaceMention]) -> list[Span]:
    return [Span(mention.start, mention.end) for mention in mentions]


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


def _metrics(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What a question asks for, by the insurances and measures that it names.

    "93 per cent of the people" and "what share of the population" ask for a coverage; the base of a
    share is not asked for itself.
    """
    asked = cues.hits("measure", question)
    told = _measures(question, cues)
    if aspects in (("target_pct",), ("change_pct",)):
        # The share that is asked for is one of the target; a coverage is so only by name.
        asked = tuple(measure for measure in asked if measure != "coverage")
        told = told if cues.hits("alone", question) else _without_coverage(told)
    elif _in_per_cent(question) and not asked:
        asked = ("coverage",) if told in ((), ("participants",)) else ()
    money = tuple(m for m in asked if m in _MONEY and cues.hits("money", question))
    schemes = [term.id for term in find_terms(question) if term.kind == "scheme"]
    named = _named(question, bool(schemes), cues)
    known = [catalogue().metric(metric) for metric in named]
    is_share = "coverage" in asked and all(metric.measure == "participants" for metric in known)
    if named and not is_share and (not money or any(metric.unit == "VND" for metric in known)):
        return Metrics(named)
    schemes = schemes or [scheme for metric in known for scheme in metric.schemes[:1]]
    measures = money or (asked if "coverage" in asked else told or asked)
    if schemes and measures:
        listed = _listed(question)
        pairs = [
            metric_for(scheme, measure) or [metric_for(p, measure) for p in listed.get(scheme, ())]
            for scheme in schemes
            for measure in measures
        ]
        names = chain.from_iterable([pair] if isinstance(pair, str) else pair for pair in pairs)
        return Metrics(tuple(dict.fromkeys(name for name in names if name)) or named)
    if schemes:
        readings = (metric_for(schemes[0], measure) for measure in ("coverage", "participants"))
        return Metrics(tuple(metric for metric in readings if metric), readings=True)
    if named:
        return Metrics(named)
    for measure in cues.hits("alone", question):
        return Metrics(tuple(m.id for m in catalogue().measured(measure)), readings=True)
    return Metrics(tuple(metric for measure in money if (metric := metric_for(None, measure))))


def _measures(question: str, cues: Cues) -> tuple[str, ...]:
    """The measures that the question's words name; no money where it asks how many."""
    told = [term.id for term in find_terms(question) if term.kind == "measure"]
    counts = bool(cues.hits("count", question)) and len(set(told)) > 1
    return tuple(dict.fromkeys(m for m in told if m not in _BASES and not (counts and m in _MONEY)))


def _listed(question: str) -> dict[str, tuple[str, ...]]:
    """The insurances that a list names, by what they are together: no metric may count that."""
    return {term.id: term.parts for term in find_terms(question) if term.parts}


def _without_coverage(measures: Sequence[str]) -> tuple[str, ...]:
    return tuple(measure for measure in measures if measure != "coverage")


def _named(question: str, has_scheme: bool, cues: Cues) -> tuple[str, ...]:
    """Metrics named outright.

    A base of shares ("population") counts only where no insurance is named, money only where the
    question does not ask how many.
    """
    named = dict.fromkeys(mention.metric for mention in _specific(find_metrics(question)))
    counts = bool(cues.hits("count", question))
    return tuple(
        metric
        for metric in named
        if not (has_scheme and metric in _BASES)
        and not (counts and catalogue().metric(metric).unit == "VND")
    )


def _in_per_cent(question: str) -> bool:
    """Whether the question puts a share of the people forward, as a premise does."""
    return any(quantity.unit == "percent" for quantity in find_quantities(question))


def _specific(mentions: Sequence[MetricMention]) -> list[MetricMention]:
    """Mentions without `other`, which no question asks for by name."""
    return [mention for mention in mentions if mention.metric != "other"]


def _operation(question: str, cues: Cues) -> Operation:
    hits = cues.hits("operation", question)
    return next((name for name in get_args(Operation) if name in hits), "value")


def _aspects(question: str, cues: Cues) -> tuple[Aspect, ...]:
    """The aspect that is asked for, told by the last sentence that asks.

    "What percentage of its target" asks for the share of the target that was reached.
    """
    asking = question.rstrip(" ?!.").replace("?", ".").split(". ")[-1]
    hits = cues.hits("aspect", asking)
    share = "coverage" in cues.hits("measure", asking) and "change_pct" not in hits
    if "target_pct" in hits or (share and "target" in hits):
        return ("target_pct",)
    if "gap" in hits:
        return ("gap",)
    if "change_pct" in hits:
        return ("change_pct",)
    if "change" in hits:
        return _CHANGES
    return ("target",) if "target" in hits else ("level",)


def _intent(query: Query, cues: Cues) -> Intent:
    """Words are asked for by "why", "who", "what did ... say"; figures by a metric.

    "How did coverage change?" and "what did the fund pay?" ask for figures all the same; the mere
    name of an insurance among other matters does not.
    """
    about = cues.hits("about", query.question)
    if "why" in about or not query.metrics:
        return "passages"
    beside = query.readings and query.words - cues.generic - cues.cue_words
    if beside and "figure" not in about:
        return "passages"
    money = any(catalogue().metric(metric).unit == "VND" for metric in query.metrics)
    asks_for_figure = bool(
        "figure" in about
        or set(query.aspects) <= set(_CHANGES)
        or (money and cues.hits("money", query.question))
    )
    return "passages" if "passages" in about and not asks_for_figure else "figure"


def _carried(query: Query, previous: Query, cues: Cues) -> Query:
    """The query with its open slots filled from the one before it, if it is a follow-up.

    A question follows when it opens like one ("and ...", "what about ...") and is short, or when it
    names a place or a period and nothing to ask of it.
    """
    opening = cues.hits("follow_up", " ".join(query.question.split()[:2]))
    follows = "starts" in opening and len(query.words) <= MOST_FOLLOW_UP_WORDS
    says_nothing = not (query.metrics or query.places or query.words)
    names_a_slot = bool(query.places or query.periods) and query.intent == "passages"
    adds_a_slot = names_a_slot and not query.metrics and len(query.words) <= 1
    if not (follows or adds_a_slot or (says_nothing and (opening or query.periods))):
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
