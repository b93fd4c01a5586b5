"""Words of a question that narrow it though they are understood: lengths of time, counts, averages.

What is not understood at all `qualifiers.py` finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.slots.metrics.asked import asked_metrics
from assistant.understanding.slots.metrics.named import BESIDE
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.openings import asked_of
from assistant.understanding.slots.operations import asked_operation
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    chosen_in,
    metrics_of,
    places_of,
    scheme_spans,
    spans_of,
    terms_of,
)
from indexing.catalogue import Metric, catalogue
from indexing.reading.diacritics import agrees
from indexing.reading.folding import fold, folded
from indexing.reading.phrases import line_of, words
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import CURRENCIES, Quantity, Span

_OF_EVERYONE = frozenset({"hi", "household_hi"})
"""Insurances of all people, at work or not."""
_COUNTED = frozenset({"enterprises", "facilities", "visits", "cards", "documents", "accounts"})
"""Units of what is counted, other than people."""
_BENEFITS = "benefits_paid"
_PENSIONERS = "pensioners"
"""Of the measures the one that is people by whom a question may narrow what it asks."""
_VISITS = "hi_visits"
_OFTEN = re.compile(r"\bhow (?:often|frequently)\b", re.IGNORECASE)
_ASKING = ("about", "count", "measure", "asking")
"""Sections of words by which it is asked."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b[a-z]{3,}ed\b")
_ENDING = re.compile(r"(?:ed|ing|es|e|(?<!s)s)$")
_WHICH = re.compile(
    r"\b(?:which|what) (?P<noun>[a-z]+(?: groups?\b)?)"
    r"|\b(?P<loai>(?:(?!năm\b|nam\b|quý\b|tháng\b)[^\W\d_]+ ){0,1}[^\W\d_]+) (?:nào|nao)\b",
    re.IGNORECASE,
)
"""What a question asks to be named; the order of Vietnamese: "bệnh viện nào"."""
_MOST = re.compile(r"\b(?:nhiều|nhieu|ít|it|đông|dong)\b.*\b(?:nhất|nhat)\b", re.IGNORECASE)
_GROUPS = frozenset({"group", "groups", "nhom"})
_ASKS_AGE = re.compile(
    r"\b(?:(?:at\s+)?(?:what|which)(?:'s|\s+is|\s+was|\s+are)?(?:\s+[a-z]+){0,3}?\s+ages?\b(?!\s+group)"
    r"|how\s+old\b|bao\s+nhieu\s+tuoi\b|may\s+tuoi\b|tuoi\s+nghi\s+huu\s+la\b)"
)
"""A question, its words folded, for how old somebody is or must be."""


def asks_age(question: str) -> bool:
    """Whether it asks how old somebody is or must be, which no number of people tells."""
    return bool(_ASKS_AGE.search(fold(question)))


def of_its_whole(
    question: str, metrics: Sequence[str], understood: Sequence[Span], cues: Cues
) -> list[str]:
    """What a question asks of a whole that it tells first: "of the firms inspected, how many were
    late?" asks for no number of those inspected."""
    part = asked_of(question) if metrics else None
    if part is None:
        return []
    own = question[part.start :]
    if asked_metrics(own, ("level",), cues).names or cues.hits("scheme", own) or chosen_in(own):
        return []
    asking = (span for section in _ASKING for span in cues.spans(section, question))
    left = blanked(question, (*understood, *asking), " ")[part.start :]
    return [word for word in _LETTERS.findall(left) if cues.content(word)]


def of_others(question: str, metrics: Sequence[str], cues: Cues) -> list[str]:
    """What others than the metric counts narrow a question: "ten enterprises", "retired people"."""
    known = [catalogue().metric(metric) for metric in metrics]
    counts = cues.hits("count", question)
    each_owes = "firms" in counts and not known  # "how many firms owe over VND10 billion?"
    numbers = [
        question[q.start : q.end]
        for q in put_forward(question)
        if (known and _is_of_others(q, known, bool(counts), cues))
        or (each_owes and q.unit in CURRENCIES)
    ]
    return [*numbers, *_people_of_others(question, metrics)]


def _is_of_others(told: Quantity, asked: Sequence[Metric], counts: bool, cues: Cues) -> bool:
    """Whether a number that is put forward counts others than the metrics: the debt of "ten
    enterprises"; who came "50 times", or made "50 visits", where it is asked how many; what "one
    dong" of a collection costs.

    What can be the metric's own figure is a claim.
    """
    units = {metric.unit for metric in asked}
    least = min(metric.minimum for metric in asked)
    if told.unit == "other":
        nouns = (told.unit_text or "").split()
        narrows = cues.hits("times", told.unit_text or "") or not all(map(cues.idle.holds, nouns))
        return counts and bool(narrows)
    if told.unit == "people":
        return units == {"enterprises"}
    if told.unit in units and told.unit != "VND":
        return counts and told.unit in _COUNTED and told.value < least
    if told.unit == "VND":  # a single firm may owe any amount
        owed = any(metric.measure.startswith("late_payment") for metric in asked)
        return units == {"VND"} and told.value < least and not owed
    return told.unit in _COUNTED and told.value < least


def verbs_of_counting(question: str, metrics: Sequence[str]) -> list[Span]:
    """Where a question has the verb of an asked metric's name, in any form: "documents processed"
    are those that an office did process.  Visits alone are counted by how often they are made."""
    names = " ".join(catalogue().metric(metric).long_name() for metric in metrics)
    verbs = {_ENDING.sub("", verb) for verb in _PARTICIPLE.findall(names)}
    words = _WORD.finditer(question)
    found = [Span(*w.span()) for w in words if _ENDING.sub("", w[0].lower()) in verbs]
    often = _OFTEN.finditer(question) if _VISITS in metrics else ()
    return [*found, *(Span(*how.span()) for how in often)]


def nouns_of_counting(question: str, metrics: Sequence[str]) -> list[Span]:
    """Where a question has the noun of a thing that an asked metric counts, as its Vietnamese name
    begins: "với mấy cơ sở" where the facilities are asked for."""
    known = [catalogue().metric(metric) for metric in metrics]
    names = [metric.long_name("vi").split()[:2] for metric in known if metric.unit in _COUNTED]
    line = line_of(question)
    return [
        Span(*line.span(first, first + 2))
        for first in range(len(line.words) - 1)
        for name in names
        if [fold(word) for word in name] == [*line.words[first : first + 2]]
        and agrees(line.written(first, first + 2).lower(), " ".join(name))
    ]


def verbs_of_taking(question: str, cues: Cues) -> list[Span]:
    """Where a verb stands by which people have what is named right behind it: "cài VssID", "người
    Huế đóng BHXH"; the time of paying in is no such verb."""
    told = cues.spans_by("taking", question)
    workers = cues.spans("workers", question)
    aux = [span for key, span in told if key == "aux"]
    between = blanked(question, [span for _, span in told], " ")
    nowhere = blanked(question, (*spans_of(places_of(question)), *aux), " ")
    named = [
        term.start for term in (*spans_of(terms_of(question)), *spans_of(metrics_of(question)))
    ]

    def is_done(key: str, span: Span) -> bool:
        who = [w for w in nowhere[: span.start].split() if fold(w) not in cues.locatives]
        nouns = (" ".join(who[-1:]), " ".join(who[-2:]))
        worker = any(s.end == len(nowhere[: span.start].rstrip()) for s in workers)
        people = worker or "people" in map(unit_of_noun, nouns)
        return key == "verb" or (key == "pays" and people)

    return [
        span
        for key, span in told
        if any(span.end <= start and not between[span.end : start].strip() for start in named)
        and is_done(key, span)
    ]


def verbs_of_paying(question: str, metrics: Sequence[str], cues: Cues) -> list[Span]:
    """Where a verb alone tells that benefits are asked for: "how much did they spend?"; what else
    it is told with is what was paid for."""
    measures = {catalogue().metric(metric).measure for metric in metrics}
    if measures != {_BENEFITS}:
        return []
    return [span for key, span in cues.spans_by("measure", question) if key == _BENEFITS]


def workers_among(question: str, metrics: Sequence[str], cues: Cues) -> tuple[list[Span], bool]:
    """Where workers are named, and whether that narrows: they are a part of those whom health
    insurance covers, and all whom social insurance does."""
    schemes = {scheme for m in metrics for scheme in catalogue().metric(m).schemes[:1]}
    return cues.spans("workers", question) if schemes else [], schemes <= _OF_EVERYONE


def _people_of_others(question: str, metrics: Sequence[str]) -> list[str]:
    """People whom another metric counts than the asked one: coverage among "retired people"; and
    those of an insurance that is named behind them: "retired people in the compulsory scheme"."""
    asked = {catalogue().metric(metric).measure for metric in metrics}
    if not asked - {_PENSIONERS}:
        return []
    schemes = scheme_spans(question)
    return [
        question[t.start : t.end]
        for t in terms_of(question)
        if t.id == _PENSIONERS
        and (
            _PENSIONERS not in asked
            or any(
                t.end < s.start and BESIDE.search(question, t.end, s.start) is None for s in schemes
            )
        )
    ]


def times_sought(question: str, cues: Cues) -> list[str]:
    """Places are put in order, times are not: "in which year was the debt highest?"."""
    return [question[span.start : span.end] for span in cues.spans("order_in_time", question)]


def ranked_others(question: str, understood: Sequence[Span], cues: Cues) -> list[str]:
    """What else than places, debtors and insurances is to be put in order: "which hospital had the
    most visits?".  No figure of a place is one of them; `understood` explains places and kinds."""
    if asked_operation(question, cues) != "rank" and not _MOST.search(question):
        return []
    places = [*cues.spans("operation", question), *cues.spans("inner", question)]
    found: list[str] = []
    for match in _WHICH.finditer(question):
        noun = match["noun"] or match["loai"]
        start = match.start("noun" if match["noun"] else "loai")
        told = any(span.start < match.end() and start < span.end for span in understood)
        named = told or any(span.start < match.end() <= span.end for span in places)
        known = named or cues.hits("debtors", noun)
        said = [word for word in words(folded(noun).text) if word not in cues.stop_words]
        strange = [word for word in noun.split() if not cues.idle.holds(word)]
        if not known and not _schemes(noun) and (strange or _GROUPS & set(said)):
            found.append(noun)
    return found


def _schemes(words: str) -> bool:
    return any(term.kind == "scheme" for term in terms_of(words))


def each_time(question: str, cues: Cues) -> list[str]:
    """That something holds of each of several times: two levels tell no growth "every year"."""
    return [question[span.start : span.end] for span in cues.spans("each_time", question)]


def averages(question: str, cues: Cues) -> list[str]:
    """The average of one figure is another figure: "average collection in Hue"."""
    spans = cues.spans("operation", question)
    words = [question[span.start : span.end] for span in spans]
    return [word for word in words if asked_operation(word, cues) == "average"]
