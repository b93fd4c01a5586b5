"""On which side of a place the places of a list are to be: "which provinces are above Hanoi?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.query import Query, Side, Standing
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, quantities_of, without_regions
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.phrases import words
from indexing.records import Span

_JOINED = re.compile(r"\s*(?:,|(?:and|or|và|hay|hoặc)\b)\s*", re.IGNORECASE)
_THAN = re.compile(r"\b(?:than|hơn|hon)\b", re.IGNORECASE)
_THE_REGION = re.compile(r"\bthe (?:whole )?region\b|\b(?:cả|toàn|của) vùng\b", re.IGNORECASE)
"""A region that is named before."""
_OF = re.compile(r"\s*\b(?:of|from|off|so với|so voi)\b\s*", re.IGNORECASE)
"""Between a distance and what it is one from."""
_LIE_APART = re.compile(
    r"\b(?:lie|lies|chênh lệch|chênh|lệch|cách|cach|nằm|nam)\s+$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:chênh lệch|chênh|lệch|cách|cach)\s+"
    r"(?:(?:với|so với|mức|muc|mức của|bình quân|tỷ lệ|tỷ lệ của|của)\s+)*$",
    re.IGNORECASE,
)
"""Before the place from which others lie so much apart: "cách cả nước không quá 2 điểm"."""
_OF_TIME = ("over", "under", "behind", "beyond", "tren", "trên", "duoi", "dưới")
"""Words for a side that tell other things as well: "over the past year"."""
_TURNED: dict[str, Side] = {"above": "below", "below": "above"}


@dataclass(frozen=True, slots=True)
class AskedStanding:
    """A standing, and where the words are that tell it.

    `mean`: the word by which it is held against a mean ("the national average"), which only of
    rates is the place's own figure.
    """

    standing: Standing
    spans: tuple[Span, ...]
    mean: str | None = None


def asked_standing(question: str, cues: Cues) -> AskedStanding | None:
    """The standing that a question for places asks for; None where it names none, or several.

    "Above Hanoi", "higher than the national average", "more participants than in Hue".
    """
    if not {"list", "places", "rank"} & set(cues.hits("operation", without_regions(question))):
        return None
    named = sorted(_places(question, cues), key=lambda place: place[0].start)
    if within := _within(question, named, cues):
        return within
    for key, link in cues.spans_by("standing", question):
        compared = _compared(question, key, link, cues)
        side = compared[0][0] if compared else key
        held = [
            (place, at)
            for at, place in named
            if link.end <= at.start and _says_nothing(question[link.end : at.start], cues)
        ]
        if side not in (*_TURNED, "near") or not held:
            continue
        place, at = held[0]
        if _followed(question, at, [span for span, _ in named]):
            return None
        before = words(question[: link.start].casefold())[-1:]
        turned = bool(before) and before[0] in cues.words_of("denied")
        end = at.end + _tail(question[at.end :], cues)
        mean = _mean(question, Span(link.start, end), cues)
        standing = Standing(place, "near")
        if side in _TURNED:
            standing = Standing(place, _TURNED[side] if turned else _TURNED[_TURNED[side]])
        spans = (*(span for _, span in compared), Span(link.start, end))
        return AskedStanding(standing, spans, mean)
    return None


def _within(question: str, named: Sequence[tuple[Span, str]], cues: Cues) -> AskedStanding | None:
    """How far from a place's figure others may lie: "within 2 points of the national rate"."""
    heads = {s.end: s for key, s in cues.spans_by("standing", question) if key == "within"}
    for told in quantities_of(question):
        head = heads.get(len(question[: told.start].rstrip()))
        start = head.start if head else told.start
        if not (head or told.bound == "under"):
            continue
        start -= len(_apart(question[:start]))
        link = _OF.match(question, told.end)
        for at, place in named:
            end = at.end + _tail(question[at.end :], cues)
            own = question[link.end() : at.start] if link else ","
            if not (at.start > told.end and _says_nothing(own, cues)):
                led = _FROM.search(question[: at.start])
                if led is None or question[end:start].strip():
                    continue
                start, end = led.start(), told.end
            span = Span(start, end)
            standing = Standing(place, "near", told.value)
            return AskedStanding(standing, (span,), _mean(question, span, cues))
    return None


def _apart(before: str) -> str:
    """The verb at the end of some words that says that things lie apart."""
    verb = _LIE_APART.search(before)
    return verb[0] if verb else ""


def _mean(question: str, span: Span, cues: Cues) -> str | None:
    """The word in a span by which a mean is told."""
    means = cues.spans("mean", question[span.start : span.end])
    return question[span.start :][means[0].start : means[0].end] if means else None


def _compared(question: str, key: str, link: Span, cues: Cues) -> Sequence[tuple[str, Span]]:
    """The comparative that tells the side of a word that tells none itself."""
    if key == "against":
        told = [*cues.spans_by("standing", question), *cues.spans_by("degree", question)]
        return [(side, span) for side, span in told if side in _TURNED][:1]
    return cues.spans_by("degree", question[: link.start])[-1:] if key == "than" else []


def _places(question: str, cues: Cues) -> Iterator[tuple[Span, str]]:
    """The places of a question, the country by its words too, where each is named."""
    regions: list[str] = []
    for mention in places_of(question):
        yield Span(mention.start, mention.end), mention.name
        regions += [mention.name] if mention.kind == "region" else []
    for pointed in _THE_REGION.finditer(question) if len(regions) == 1 else ():
        yield Span(pointed.start(), pointed.end()), regions[0]
    for span in cues.spans("agency", question):
        yield span, COUNTRY
    for key, span in cues.spans_by("about", question):
        if key == "country":
            yield span, COUNTRY


def _says_nothing(between: str, cues: Cues) -> bool:
    """Whether nothing but words such as "that of" stands between."""
    quiet = cues.generic | cues.words_of("mean")
    return not re.search(r"[,\d]", between) and cues.content(between) <= quiet


def _followed(question: str, at: Span, named: list[Span]) -> bool:
    """Whether another place is named beside the one at a span: "above Hanoi and Hue"."""
    joined = _JOINED.match(question, at.end)
    return bool(joined) and any(span.start == joined.end() for span in named if joined)


def _tail(behind: str, cues: Cues) -> int:
    """How far words behind a place go on telling its figure: "the national average"."""
    match = re.match(r"(?:'s)?(?:\s+[^\W\d_]+)?", behind)
    word = words(match[0].casefold()) if match else []
    told = cues.words_of("mean") | cues.words_of("held")
    return match.end() if match and word and word[-1] in told else 0


def means_of_the_country(question: str, cues: Cues) -> tuple[str, ...]:
    """The words by which a mean of the whole country is named: "the national average"."""
    country = [at for at, place in _places(question, cues) if place == COUNTRY]
    means = cues.spans("mean", question)
    beside = (
        mean
        for mean in means
        for at in country
        if not cues.content(question[min(at.end, mean.end) : max(at.start, mean.start)])
        - cues.words_of("held")
    )
    return tuple(dict.fromkeys(question[span.start : span.end] for span in beside))


def open_standing(question: str, place: str, cues: Cues) -> Standing | None:
    """The side on which places are to be of the one asked for before: "which are higher?"."""
    told = [*cues.hits("standing", question), *cues.hits("degree", question)]
    side = next((key for key in told if key in _TURNED), None)
    return Standing(place, _TURNED[_TURNED[side]]) if side else None


def side_of_than(question: str, cues: Cues) -> Side | None:
    """The side on which a question asks whether what it names first is of what it names second:
    "higher in 2023 than in 2020", "above the national rate"; None where it names neither."""
    degrees = cues.spans_by("degree", question)
    for than in _THAN.finditer(question):
        told = [key for key, span in degrees if span.end <= than.end()]
        if told:
            return _side(told[-1])
    for key, span in cues.spans_by("standing", question):
        if question[span.start : span.end].casefold() not in _OF_TIME and key in _TURNED:
            return _side(key)
    return None


def _side(key: str) -> Side:
    return _TURNED[_TURNED[key]]


def against_means(query: Query, means: Sequence[str]) -> Query:
    """A mean of the country's parts is the country's own figure of a rate, and of nothing else."""
    rates = tuple(metric for metric in query.metrics if catalogue().metric(metric).is_rate)
    if means and query.readings and rates:  # "against the national average in health insurance"
        query = replace(query, metrics=rates, readings=len(rates) > 1)
    others = tuple(word for word in query.qualifiers if word not in means)
    are_rates = all(catalogue().metric(metric).is_rate for metric in query.metrics)
    return replace(query, qualifiers=others if are_rates else (*others, *means))
