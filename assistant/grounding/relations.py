"""Sentences that make one figure out of several: a total, a difference, a share.

The sentence tells which: it names several places, or several metrics, and what is made of them.
The words are those of `data/relations.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from indexing.reading.metric.metrics import find_metrics, find_terms, metric_for
from indexing.reading.phrases import PhraseBook, line_of
from indexing.reading.place.places import find_places
from indexing.records import MetricFact

Kind = Literal["total", "more", "less", "above", "below", "times", "share"]
"""What is made of the figures; `above` and `below` compare with a target."""
_Word = Kind | Literal["target"]
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
    before = said.quote[low - begin : said.start - begin]
    behind = said.quote[said.end - begin : high - begin]
    kind = _kind(before) or _kind(behind)
    if kind is None or (kind == "times" and said.unit != "other"):
        return None
    return Relation(kind, _places(said.quote), _metrics(said.quote))


def alone(said: MetricFact, near: Sequence[MetricFact]) -> bool:
    """Whether a figure is the only one of its sentence, but for what brackets add."""
    return near == [said] or [fact for fact in near if not _in_bracket(fact)] == [said]


def _in_bracket(fact: MetricFact) -> bool:
    before = fact.quote[: fact.start - fact.quote_start]
    return before.count("(") > before.count(")")


def _kind(text: str) -> Kind | None:
    told = [found.value for found in _book().find(line_of(text))]
    kind = next((word for word in told if word != "target"), None)
    if "target" in told and kind is not None:
        return _OF_A_TARGET.get(kind, kind)
    return None if kind in ("above", "below") else kind


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
    source = files("assistant") / "data" / "relations.toml"
    kinds = tomllib.loads(source.read_text(encoding="utf-8"))
    return PhraseBook(
        (phrase, cast(_Word, kind))
        for kind, languages in kinds.items()
        for phrases in languages.values()
        for phrase in phrases
    )
