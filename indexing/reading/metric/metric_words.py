"""The words for schemes and measures: `data/metric_words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any

from indexing.errors import WorkError
from indexing.reading.folding import fold
from indexing.reading.phrases import PhraseBook, words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase for a scheme or a measure."""

    id: str
    """Empty where it only looks like one."""
    printed: str
    marked: bool = False
    """Whether the text must carry the phrase's Vietnamese marks."""
    abbreviation: bool = False
    """Whether it counts only in capitals or beside a measure."""
    before_scheme: bool = False
    """Whether it counts only right before a scheme."""
    cover: bool = False
    """Whether it names a scheme by what is insured against: no benefit is told of there."""
    counting: bool = False
    """Whether it only tells how people are counted: a scheme named beside it goes first."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be counted of a scheme."""

    id: str
    alone: str | None
    """The metric that its words name without a scheme beside them."""
    by_unit: Mapping[str, str]
    """The measure that the same words stand for when the figure has that unit."""


@dataclass(frozen=True, slots=True)
class MetricWords:
    """All words for metrics, ready to be looked up in folded text."""

    schemes: PhraseBook[Phrase]
    before: Mapping[tuple[str, ...], Phrase]
    """The words before "insurance" in an English list, folded."""
    insured: Mapping[tuple[str, ...], Phrase]
    """The same before a word for cover: "old-age, sickness and maternity cover"."""
    after: Mapping[tuple[str, ...], Phrase]
    """The words after "bảo hiểm" in a Vietnamese list, folded."""
    wholes: Mapping[str, str]
    """The scheme that one is a part of."""
    of_whole: frozenset[str]
    """Words that may stand between a part and its whole: "voluntary *form of* social insurance"."""
    together: tuple[tuple[frozenset[str], str], ...]
    """Sets of schemes and what each is when its members are named in one list."""
    measures: Mapping[str, Measure]
    phrases: PhraseBook[Phrase]
    """The phrases of the measures."""
    bases: frozenset[str]
    """Measures that may only be the base of a percentage."""
    ratios: frozenset[str]
    """Words that make a coverage of such a base."""
    base_cues: PhraseBook[str]
    """Words that make it the base of a figure, and no term."""
    combined: Mapping[tuple[str, str], str]
    """Measures side by side, and the one that they are together."""
    linked: frozenset[tuple[str, str]]
    """Those of them that are one only with a linking word between them."""
    across: Mapping[tuple[str, str], frozenset[str]]
    """Those that are one across the name of a scheme too: the words that may stand between."""
    office_after: PhraseBook[str]
    not_office_after: frozenset[str]
    """Those phrases of `office_after` that only begin like the others: "BHXH tính đến tháng 9"."""
    office_before: PhraseBook[str]
    office_does: PhraseBook[str]
    office_says: PhraseBook[str]
    """Verbs behind "social insurance in Nghe An" that make it the office there."""
    links: frozenset[str]
    """Words that may stand between a scheme and its measure."""
    most_links: int


@cache
def metric_words() -> MetricWords:
    """The words of the data file, read once; raises `WorkError` naming an entry that is wrong."""
    data = tomllib.loads((files("indexing") / "data" / "metric_words.toml").read_text("utf-8"))
    schemes, measures = data["schemes"], data["measures"]
    for name, measure in measures.items():
        if unknown := set(measure["by_unit"].values()) - set(measures):
            raise WorkError(f"metric_words.toml, [measures.{name}]: no measures {sorted(unknown)}")
    return MetricWords(
        schemes=PhraseBook(
            (
                *_cover_phrases(schemes, data["cover"]),
                *_scheme_phrases(schemes),
                *_made_phrases(schemes),
            )
        ),
        before=_sides(schemes, "before"),
        insured=_sides(schemes, "before", "risks"),
        after=_sides(schemes, "after"),
        wholes=MappingProxyType({n: s["whole"] for n, s in schemes.items() if "whole" in s}),
        of_whole=frozenset(data["cover"]["of"]),
        together=tuple((frozenset(entry["schemes"]), entry["is"]) for entry in data["together"]),
        measures=MappingProxyType(
            {
                name: Measure(name, entry.get("alone"), MappingProxyType(entry["by_unit"]))
                for name, entry in measures.items()
            }
        ),
        phrases=PhraseBook((*_measure_phrases(measures), *_idle_phrases(data["idle"]["phrases"]))),
        bases=frozenset(data["bases"]["measures"]),
        ratios=frozenset(data["bases"]["ratios"]),
        base_cues=_book(data["bases"]["cues"]),
        combined=MappingProxyType(
            {tuple(entry["measures"]): entry["is"] for entry in data["combined"]}
        ),
        linked=frozenset(tuple(e["measures"]) for e in data["combined"] if e.get("linked")),
        across=MappingProxyType(
            {
                tuple(entry["measures"]): frozenset({*map(fold, entry["across"]), *_kinds(schemes)})
                for entry in data["combined"]
                if "across" in entry
            }
        ),
        office_after=_book((*data["offices"]["after"], *data["offices"]["not_after"])),
        not_office_after=frozenset(data["offices"]["not_after"]),
        office_before=_book(data["offices"]["before"]),
        office_does=_book(data["offices"]["does"]),
        office_says=_book(data["offices"]["says"]),
        links=frozenset(map(fold, data["links"]["words"])),
        most_links=data["links"]["most"],
    )


def _scheme_phrases(schemes: Mapping[str, Any]) -> Iterable[tuple[str, Phrase]]:
    for name, entry in schemes.items():
        for printed in entry["phrases"]:
            yield printed, Phrase(name, printed)
        for printed in entry["abbreviations"]:
            yield printed, Phrase(name, printed, abbreviation=True)
        for kind in entry["before"]:
            for noun in ("insurance", "insurances", *entry["nouns"]):
                printed = f"{kind} {noun}".strip()
                yield printed, Phrase(name, printed)
        for kind in entry["after"]:
            for noun in ("bảo hiểm", "BH", "BHXH") if "xã hội" not in kind else ("bảo hiểm", "BH"):
                yield f"{noun} {kind}", Phrase(name, f"{noun} {kind}")


def _cover_phrases(
    schemes: Mapping[str, Any], cover: Mapping[str, Any]
) -> Iterable[tuple[str, Phrase]]:
    """Schemes by what they insure against: "the old-age branch", "insured against illness"."""
    for name, entry in schemes.items():
        for risk in entry.get("risks", ()):
            for noun in cover["nouns"]:
                named = noun.startswith("insurance")
                yield f"{risk} {noun}", Phrase(name, f"{risk} {noun}", cover=not named)
        for danger in entry.get("dangers", ()):
            yield f"against {danger}", Phrase(name, f"against {danger}")


def _made_phrases(schemes: Mapping[str, Any]) -> Iterable[tuple[str, Phrase]]:
    """Phrases made of one word of each list: "at least one of the" "insurance" "schemes"."""
    for name, entry in schemes.items():
        for printed in _made(entry, "made_of"):
            yield printed, Phrase(name, printed, cover=True)
        for printed in _made(entry, "counting"):
            yield printed, Phrase(name, printed, counting=True)


def _made(entry: Mapping[str, Any], side: str) -> Iterable[str]:
    chosen = (one for slots in entry.get(side, ()) for one in product(*slots))
    return (" ".join(filter(None, one)) for one in chosen)


def _measure_phrases(measures: Mapping[str, Any]) -> Iterable[tuple[str, Phrase]]:
    for name, entry in measures.items():
        for printed in (*entry["phrases"], *_made(entry, "made_of")):
            yield printed, Phrase(name, printed)
        for printed in entry["marked"]:
            yield printed, Phrase(name, printed, marked=True)
        for printed in entry.get("before_scheme", ()):
            yield printed, Phrase(name, printed, before_scheme=True)


def _idle_phrases(phrases: Iterable[str]) -> Iterable[tuple[str, Phrase]]:
    return ((printed, Phrase("", printed)) for printed in phrases)


def _sides(schemes: Mapping[str, Any], *sides: str) -> Mapping[tuple[str, ...], Phrase]:
    return MappingProxyType(
        {
            tuple(words(fold(printed))): Phrase(name, printed)
            for name, entry in schemes.items()
            for side in sides
            for printed in entry.get(side, ())
        }
    )


def _kinds(schemes: Mapping[str, Any]) -> Iterable[str]:
    """The words that tell schemes apart: "health", "social", "voluntary"."""
    return (
        word for side in ("before", "after") for phrase in _sides(schemes, side) for word in phrase
    )


def _book(phrases: Iterable[str]) -> PhraseBook[str]:
    return PhraseBook((phrase, phrase) for phrase in phrases)
