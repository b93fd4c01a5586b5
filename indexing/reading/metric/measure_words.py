"""The words for measures: what of a scheme is counted or paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from indexing.errors import WorkError
from indexing.reading.folding import fold
from indexing.reading.lexicon import table
from indexing.reading.metric.phrase import Phrase, made
from indexing.reading.metric.scheme_words import words_of_kinds
from indexing.reading.phrases import PhraseBook


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be counted of a scheme."""

    id: str
    alone: str | None
    """The metric that its words name without a scheme beside them."""
    by_unit: Mapping[str, str]
    """The measure that the same words stand for when the figure has that unit."""


@dataclass(frozen=True, slots=True)
class Bases:
    """Measures that may only be what a percentage is of: "93 per cent of the population"."""

    measures: frozenset[str]
    ratios: frozenset[str]
    """Words that make a coverage of such a base."""
    cues: PhraseBook[str]
    """Words that make it the base of a figure, and no term."""


@dataclass(frozen=True, slots=True)
class Combined:
    """The measure that two are side by side."""

    id: str
    linked: bool
    """Whether they are one only with a linking word between them."""
    between: frozenset[str]
    """The words that may stand between them."""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """All words for measures, ready to be looked up in folded text."""

    by_id: Mapping[str, Measure]
    phrases: PhraseBook[Phrase]
    bases: Bases
    combined: Mapping[tuple[str, str], Combined]
    links: frozenset[str]
    """Words that may stand between a scheme and its measure."""
    most_links: int


@cache
def measure_words() -> MeasureWords:
    """The words of the data files, read once; raises `WorkError` naming an entry that is wrong."""
    data = table("metric_words")
    measures, bases, links = data["measures"], data["bases"], data["links"]
    for name, measure in measures.items():
        if unknown := set(measure["by_unit"].values()) - set(measures):
            raise WorkError(f"data/metric_words, [measures.{name}]: no measures {sorted(unknown)}")
    idle = ((printed, Phrase("", printed)) for printed in data["idle"]["phrases"])
    linking = frozenset(map(fold, links["words"]))
    return MeasureWords(
        by_id=MappingProxyType(
            {
                name: Measure(name, entry.get("alone"), MappingProxyType(entry["by_unit"]))
                for name, entry in measures.items()
            }
        ),
        phrases=PhraseBook((*_phrases(measures), *idle)),
        bases=Bases(
            measures=frozenset(bases["measures"]),
            ratios=frozenset(bases["ratios"]),
            cues=PhraseBook((phrase, phrase) for phrase in bases["cues"]),
        ),
        combined=MappingProxyType(
            {tuple(entry["measures"]): _combined(entry, linking) for entry in data["combined"]}
        ),
        links=linking,
        most_links=links["most"],
    )


def _combined(entry: Mapping[str, Any], links: frozenset[str]) -> Combined:
    """What two measures are together; `across` names what may stand between, schemes included."""
    across = entry.get("across")
    between = links if across is None else frozenset({*map(fold, across), *words_of_kinds()})
    return Combined(entry["is"], entry.get("linked", False), between)


def _phrases(measures: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, Phrase]]:
    for name, entry in measures.items():
        for printed in (*entry["phrases"], *made(entry, "made_of")):
            yield printed, Phrase(name, printed)
        for printed in entry["marked"]:
            yield printed, Phrase(name, printed, marked=True)
        for printed in entry.get("before_scheme", ()):
            yield printed, Phrase(name, printed, before_scheme=True)
