"""The words of a text that name a measure: what of a scheme is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indexing.reading.metric.hits import Hit, WordsOfMetrics

_BASE_REACH: Final = 5
"""Most words between a cue and the base of a percentage: "per cent of Hue's population"."""


@dataclass(frozen=True, slots=True)
class Measures(WordsOfMetrics):
    """The measures that a text names."""

    def found(self) -> Iterator[Hit]:
        """Measures; neighbours that are one ("premiums collected") as one."""
        before: Hit | None = None
        for hit in self._single_measures():
            if before and (both := self._as_one(before, hit)):
                before = both
                continue
            if before:
                yield before
            before = hit
        if before:
            yield before

    def _as_one(self, left: Hit, right: Hit) -> Hit | None:
        both = self.measures.combined.get((left.id, right.id))
        if left.id != right.id and not both:
            return None
        between = range(left.last, right.first)
        blank = all(self.line.gap(i) == " " for i in range(left.last, right.first + 1))
        linking = both.between if both else self.measures.links
        if not blank or any(self.line.words[i] not in linking for i in between):
            return None
        if left.id == right.id and not between:
            return left._replace(last=right.last)
        if not both or (both.linked and not between):
            return None
        return Hit("measure", both.id, left.first, right.last)

    def _single_measures(self) -> Iterator[Hit]:
        for found in self.measures.phrases.find(self.line, self.fits):
            phrase, first, last = found.value, found.first, found.last
            if not phrase.id:
                continue
            if phrase.id not in self.measures.bases.measures:
                yield Hit("measure", phrase.id, first, last)
                continue
            cue = self._base_cue(first)
            if cue is None:
                yield Hit("measure", phrase.id, first, last)
            elif self.line.words[cue] in self.measures.bases.ratios:
                yield Hit("measure", "coverage", cue, last)

    def _base_cue(self, first: int) -> int | None:
        """The word that makes what stands at `first` a base: "93 per cent of the population"."""
        for i in range(first - 1, max(-1, first - 1 - _BASE_REACH), -1):
            gap = self.line.gap(i + 1)
            if any(mark in gap for mark in ".;\n"):
                return None
            if (
                "%" in gap
                or self.line.words[i] in self.measures.bases.ratios
                or self.measures.bases.cues.at(self.line, i)
            ):
                return i
        return None
