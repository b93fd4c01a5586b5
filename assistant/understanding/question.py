"""A question, and those before it, -> the `Query` that the rest of the assistant works on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.records import Intent, Query
from assistant.understanding.cues import Cues, load_cues
from assistant.understanding.follow_ups import carried
from assistant.understanding.gist import gist
from assistant.understanding.manner import CHANGES, asked_aspects, asked_operation
from assistant.understanding.metrics import MONEY, asked_metrics
from assistant.understanding.qualifiers import qualifiers
from assistant.understanding.spelling import set_right
from indexing.catalogue import catalogue
from indexing.gazetteer import CAPITAL, COUNTRY
from indexing.reading.language import detect_language
from indexing.reading.metrics import find_metrics
from indexing.reading.notation import to_period
from indexing.reading.periods import resolve_periods
from indexing.reading.places import find_places
from indexing.reading.quantities import find_quantities
from indexing.reading.suggestions import is_misspelling, suggest_places
from indexing.reading.terms import find_terms
from indexing.records import Period, PlaceMention, Span


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
    about = cues.hits("about", question)
    if not places and {"country", "capital"} & set(about):
        places = (COUNTRY,) if "country" in about else (CAPITAL,)
    operation = asked_operation(question, cues)
    language = detect_language(typed)
    # Names of one syllable make Vietnamese words look like misspelt places.
    if not places and operation not in ("rank", "list") and language == "en":
        places, unsure = _misspelt(question)
    taken = [
        *(Span(period.start, period.end) for period in periods),
        *_spans(mentions),
    ]
    aspects = asked_aspects(question, cues)
    metrics = asked_metrics(question, aspects, cues)
    if set(aspects) <= set(CHANGES) or operation == "compare":
        periods = _ends(periods)
    query = Query(
        question=typed,
        language=language,
        intent="figure",
        operation=operation,
        metrics=metrics.names,
        aspects=aspects,
        places=places,
        periods=periods,
        gist=gist(typed, language),
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
    return carried(query, previous, cues) if previous else query


def _intent(query: Query, cues: Cues) -> Intent:
    """Words are asked for by "why", "who", "what did ... say"; figures by a metric.

    "How did coverage change?" and "what did the fund pay?" ask for figures all the same; the mere
    name of an insurance among other matters does not.
    """
    about = cues.hits("about", query.question)
    if "why" in about or not query.metrics:
        return "passages"
    beside = query.readings and query.words - cues.generic - cues.cue_words
    if beside and "figure" not in about and query.operation == "value":
        return "passages"
    money = any(catalogue().metric(metric).unit == "VND" for metric in query.metrics)
    pays = MONEY & set(cues.hits("measure", query.question))
    asks_for_figure = bool(
        "figure" in about
        or set(query.aspects) <= set(CHANGES)
        or (money and pays and cues.hits("money", query.question))
    )
    return "passages" if "passages" in about and not asks_for_figure else "figure"


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
