"""Sentences that make one figure out of several: a total, a difference, a share.

The sentence tells which: it names several places, or several metrics, and what is made of them.
The words are those of `data/relations.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from assistant.datafiles import datafile
from assistant.query import Side
from indexing.catalogue import OTHER
from indexing.reading.metric.metrics import find_metrics, find_terms, metric_for
from indexing.reading.phrases import PhraseBook, line_of
from indexing.reading.place.places import find_places
from indexing.records import MetricFact, Span

Kind = Literal["total", "more", "less", "above", "below", "times", "share"]
"""What is made of the figures; `above` and `below` compare with a target."""
_Word = Kind | Literal["target"]
_CONTRASTS: Mapping[str, Side] = {"outranks": "above", "trails": "below"}
"""The words that hold one figure against another, and the side on which they put it."""
_DIGIT = re.compile(r"\d")
_NEAR = 4
"""Words behind a figure among which its target stands: "2,1% so với kế hoạch"."""
_OF_ANOTHER: Mapping[Kind, Kind] = {"above": "more", "below": "less"}
_OF_A_TARGET: Mapping[_Word, Kind] = {"more": "above", "less": "below"}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a sentence makes of the figures that it names."""

    kind: Kind
    places: tuple[str, ...]
    """In the order in which they are named."""
    metrics: tuple[str, ...]

    @property
    def joins(self) -> bool:
        """Whether the sentence names several of one kind, which a single row cannot be."""
        return len(self.places) > 1 or len(self.metrics) > 1


def relation_of(said: MetricFact, near: Sequence[MetricFact]) -> Relation | None:
    """What the sentence of `said` makes that figure out of; `near` are all figures of the sentence.

    The word for it stands between the figures before and behind, and in none of them.
    """
    low = max((f.end for f in near if f.end <= said.start), default=said.quote_start)
    high = min((f.start for f in near if f.start >= said.end), default=said.quote_end)
    begin = said.quote_start
    digit = _DIGIT.search(said.quote, said.start - begin)
    before = said.quote[low - begin : digit.start() if digit else said.start - begin]
    behind = said.quote[said.end - begin : high - begin]
    apart = said.metric == OTHER and said.unit == "percentage_points"
    kind = _kind(before + _next_to(behind), apart) or _kind(before, apart) or _kind(behind, apart)
    if kind is None or (kind == "times" and said.unit != "other"):
        return None
    return Relation(kind, _places(said.quote), _metrics(said.quote))


def word_before(said: MetricFact) -> str:
    """What stands of a figure before its digits: "vượt" of "vượt 2,1%"."""
    printed = said.quote[said.start - said.quote_start : said.end - said.quote_start]
    digit = _DIGIT.search(printed)
    return printed[: digit.start()].strip() if digit else ""


def relates(word: str) -> bool:
    """Whether nothing but a word for what is made of figures is given."""
    line = line_of(word)
    return any(found.first == 0 and found.last == len(line.words) for found in _book().find(line))


def _next_to(behind: str) -> str:
    """A target right behind a figure, to which the word before it belongs: "vượt 2,1% kế hoạch"."""
    words = " ".join(re.split(r"[,;.(]", behind)[0].split()[:_NEAR])
    return f" {words}" if names_target(words) else ""


def alone(said: MetricFact, near: Sequence[MetricFact]) -> bool:
    """Whether a figure is the only one of its sentence, but for what brackets add."""
    return near == [said] or [fact for fact in near if not _in_bracket(fact)] == [said]


def find_sides(text: str) -> list[tuple[Side, Span]]:
    """The words of a text that put one figure above or below another, in order."""
    line = line_of(text)
    found = _contrasts().find(line)
    return [(hit.value, Span(*line.span(hit.first, hit.last))) for hit in found]


def names_target(text: str) -> bool:
    """Whether a text names what was to be reached."""
    return any(found.value == "target" for found in _book().find(line_of(text)))


def _in_bracket(fact: MetricFact) -> bool:
    before = fact.quote[: fact.start - fact.quote_start]
    return before.count("(") > before.count(")")


def _kind(text: str, apart: bool) -> Kind | None:
    """The kind that words tell; `apart`: they stand beside points, by which one rate is above
    another where no target is named."""
    told = [found.value for found in _book().find(line_of(text))]
    kind = next((word for word in told if word != "target"), None)
    if "target" in told and kind is not None:
        return _OF_A_TARGET.get(kind, kind)
    if kind is not None and kind in _OF_ANOTHER:
        return _OF_ANOTHER[kind] if apart else None
    return kind


def _places(sentence: str) -> tuple[str, ...]:
    return _distinct(mention.name for mention in find_places(sentence))


def _metrics(sentence: str) -> tuple[str, ...]:
    """The metrics that a sentence names; several schemes may share one measure: "more compulsory
    than voluntary members"."""
    terms = find_terms(sentence)
    schemes = _distinct(term.id for term in terms if term.kind == "scheme")
    measures = _distinct(term.id for term in terms if term.kind == "measure")
    if len(schemes) > 1 and len(measures) == 1:
        found = [metric_for(scheme, measures[0]) for scheme in schemes]
        return _distinct(metric for metric in found if metric is not None)
    return _distinct(mention.metric for mention in find_metrics(sentence))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@cache
def _book() -> PhraseBook[_Word]:
    """The words that make one figure out of several."""
    return PhraseBook(
        (phrase, cast(_Word, kind)) for kind, phrase in _phrases() if kind not in _CONTRASTS
    )


@cache
def _contrasts() -> PhraseBook[Side]:
    """The words that hold one figure against another."""
    return PhraseBook(
        (phrase, _CONTRASTS[kind]) for kind, phrase in _phrases() if kind in _CONTRASTS
    )


def _phrases() -> Iterator[tuple[str, str]]:
    """Each phrase of the data with its kind."""
    for kind, languages in datafile("relations").items():
        for phrases in languages.values():
            yield from ((kind, phrase) for phrase in phrases)
