"""Questions after the collection itself: "which reports are there on Hue?", "what can you do?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from assistant.query import Holdings, Query
from assistant.understanding.slots.claimed import is_telling, put_forward
from assistant.understanding.slots.narrowing.qualifiers import blanked, meet
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    periods_of,
    places_of,
    spans_of,
    terms_of,
    understood_spans,
)
from indexing.catalogue import OTHER, catalogue
from indexing.reading.folding import fold
from indexing.reading.phrases import words
from indexing.records import Quantity, Span

_WITHOUT_ASPECT = ("absent", "years")
""""How far back" and "missing" ask for no gap there."""
_BESIDE_FIGURES = ("checking", "meaning", "mentioning")
"""Words with which a figure that stands alone is asked about."""
_PARTICLES = frozenset({"khong", "chua"})
"""At the end of a Vietnamese question."""
_NO_WORD = re.compile(r"^(?:['’]s$|\W+)|\W+$")
_FROM = re.compile(r"\bfrom\b(?!.*\b(?:to|until|till|on|onwards?)\b)", re.IGNORECASE)
"""A report "from 2022" came out in that year; no time begins there."""


def of_holdings(query: Query, today: date, cues: Cues) -> Query | None:
    """A question after the collection; None where it asks for what the reports say.

    Place, time and metric may narrow which reports are meant.  Any other word asks for something
    else, and the newest report on a metric stands for its newest figure.
    """
    plain = query.plain
    found = cues.spans_by("holdings", plain)
    asked = _asked({key for key, _ in found}, bool(query.metrics))
    of_whom = _who_told(plain, cues)
    told = _figures_named(query, [*found, *of_whom], cues)
    if told:
        found = [*found, *of_whom]
        asked, found = "figure", [*found, *(("figure", Span(q.start, q.end)) for q in told)]
    elif asked is None or query.claimed:
        return None
    else:  # words that tell nothing of the collection but beside a figure: "say"
        found = [(key, span) for key, span in found if key != "checking"]
    if query.aspects != ("level",) and not told and asked not in _WITHOUT_ASPECT:
        return None
    if query.operation == "rank" or (asked == "places" and query.metrics):
        return None  # these are listed with their figures
    narrowed = bool(query.metrics or query.places or query.periods)
    if (asked == "abilities" and narrowed) or (asked in ("newest", "oldest") and query.metrics):
        return None
    if asked == "meaning" and (query.operation != "value" or query.places or query.periods):
        return None
    around = blanked(plain, [span for _, span in found], " ")
    rest = cues.content(blanked(around, understood_spans(plain, today), " "))
    said = not of_whom and "said" in cues.hits("about", around)
    if asked == "reports" and (names := _mentioned(plain, found, today, cues)):
        return _asks(replace(query, metrics=(), qualifiers=(names,)), "mentions")
    if rest - cues.generic - cues.words_of("holdings") or said:
        return None
    if asked == "meaning":
        named = _of_insurances(plain) or query.metrics
        return _asks(replace(query, metrics=named), asked) if named else None
    metrics = _of_insurances(plain) or _with_rates(query.metrics)
    periods = tuple(found.period for found in periods_of(_FROM.sub("of  ", plain), today))
    of_answer = "teller" if told and of_whom else query.role.of_answer
    role = replace(query.role, of_answer=of_answer)
    return _asks(replace(query, metrics=metrics, periods=periods, claimed=told, role=role), asked)


def _asks(query: Query, asked: Holdings) -> Query:
    """The query asked of the collection, with nothing left open."""
    return replace(query, role=replace(query.role, holdings=asked)).leaving(None)


def _mentioned(question: str, found: Sequence[tuple[str, Span]], today: date, cues: Cues) -> str:
    """What reports are to name, as the question writes it behind its verb, without the places and
    times named besides.  Empty where it has no such verb, or all behind it is understood."""
    verbs = [span for key, span in found if key == "mentioning"]
    if not verbs:
        return ""
    idle = cues.prepositions | cues.stop_words
    behind, understood = verbs[-1].end, understood_spans(question, today)
    if idle.issuperset(words(fold(blanked(question, understood, " ")[behind:]))):
        return ""
    periods = spans_of(mention.period for mention in periods_of(question, today))
    besides = (*spans_of(places_of(question)), *periods)
    typed = blanked(question, besides, " ")[behind:].split()
    named = [word for word in (_NO_WORD.sub("", one) for one in typed) if word]
    while named and fold(named[-1]) in idle | _PARTICLES:
        named.pop()
    return " ".join(named)


def _who_told(question: str, cues: Cues) -> list[tuple[str, Span]]:
    """Where a question asks who told something: "who announced that ...?", "theo ai thì ...?"."""
    who = [(key, span) for key, span in cues.spans_by("told_by", question) if key == "who"]
    tells = [(key, span) for key, span in cues.spans_by("told_by", question) if key == "asks"]
    tells += [("teller", span) for span in cues.spans("teller", question)]
    return [*who, *tells] if who and tells else []


def _figures_named(
    query: Query, found: Sequence[tuple[str, Span]], cues: Cues
) -> tuple[Quantity, ...]:
    """The figures of a question that names no metric, or asks where they stand: whoever types
    "93.35 per cent?" wants to know what it is."""
    told = tuple(put_forward(query.plain))
    asks_more = query.operation != "value" or query.order.kind or query.linked.then
    asks_where = any(key in ("origin", "reports", "who") for key, _ in found)
    if asks_more or (query.metrics and not asks_where):
        return ()
    if any(q.bound not in ("exact", "about") for q in told):  # "over 90 per cent" is a limit
        return ()
    asks_for_it = asks_where or any(key in _BESIDE_FIGURES for key, _ in found)
    around = blanked(query.plain, spans_of(told), " ")
    if not asks_for_it and (re.search(r"\w", around) or not all(map(is_telling, told))):
        return ()
    own = [span for _, span in found]  # "the figure of 90 per cent" points at none before
    pointing = (span for key, span in cues.spans_by("follow_up", query.plain) if key == "pronoun")
    return told if all(any(meet(one, span) for span in own) for one in pointing) else ()


def _asked(keys: Collection[str], names_metric: bool) -> Holdings | None:
    """What is asked of the collection, by the kinds of words that a question holds."""
    lacks = "lacking" in keys or {"without", "holding"} <= {*keys}
    if "provinces" in keys and (lacks or ("uncovered" in keys and not names_metric)):
        keys = {*keys, "absent"}
    if {"provinces", "holding"} <= {*keys}:
        keys = {*keys, "places"}
    if {"times", "holding"} <= {*keys}:
        keys = {*keys, "years"}
    return next((what for what in get_args(Holdings) if what in keys), None)


def _of_insurances(question: str) -> tuple[str, ...]:
    """All metrics of the insurances that are named without a measure: "on health insurance".

    Reports "on unemployment insurance" are not on people who are on it.
    """
    terms = terms_of(question)
    schemes = [term for term in terms if term.kind == "scheme"]
    others = spans_of(term for term in terms if term.kind != "scheme")
    if any(not any(meet(other, scheme) for scheme in spans_of(schemes)) for other in others):
        return ()
    named = {name for scheme in schemes for name in (scheme.id, *scheme.parts)}
    known = (metric for metric in catalogue().metrics.values() if metric.id != OTHER)
    return tuple(metric.id for metric in known if named & set(metric.schemes[:1]))


def _with_rates(metrics: tuple[str, ...]) -> tuple[str, ...]:
    """The metrics, each with its rate: reports on late payment may tell the rate of it alone."""
    known = catalogue().metrics.values()
    named = {f"{catalogue().metric(name).measure}_rate" for name in metrics}
    return (*metrics, *(metric.id for metric in known if metric.measure in named))
