"""The words of a text that name a scheme (which insurance), alone or in a list of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from indexing.reading.metric.hits import MOST_KIND_WORDS, Hit, WordsOfMetrics
from indexing.reading.metric.phrase import Phrase
from indexing.reading.place.offices import names_office

_AND: Final = re.compile(
    r"[ \n]?(?:,|/|&|\+)?[ \n]?(?:(?:and|or|va|hoac|hay|lan|as well as|plus)[ \n])?(?:the )?"
)
"""What may stand between the members of a list."""
_SAME: Final = re.compile(r" ?\(?")
"""What may stand between a scheme and its abbreviation: "health insurance (HI)"."""
_COMMA: Final = re.compile(r" ?[,/&] ?")
_CONJUNCTIONS: Final = ("and", "or", "va", "hoac", "hay", "lan")


@dataclass(frozen=True, slots=True)
class Schemes(WordsOfMetrics):
    """The schemes that a text names."""

    def found(self) -> Iterator[Hit]:
        members: list[Hit] = []
        for hit in self._single_schemes():
            while members and hit.first < members[-1].last:
                members.pop()  # "voluntary" alone, then as a member of "... insurance"
            if members and self._is_whole(members[-1], hit):
                members[-1] = members[-1]._replace(last=hit.last)
                continue
            if members and not self._listed(members[-1], hit):
                yield from self._together(members)
                members = []
            members.append(hit)
        yield from self._together(members)

    def _is_whole(self, part: Hit, whole: Hit) -> bool:
        """ "The voluntary form of social insurance" is a part told with its whole."""
        if self.schemes.wholes.get(part.id) != whole.id:
            return False
        between = range(part.last, whole.first)
        blank = all(self.line.gap(i) == " " for i in range(part.last, whole.first + 1))
        return blank and all(self.line.words[i] in self.schemes.of_whole for i in between)

    def _single_schemes(self) -> Iterator[Hit]:
        """Schemes one by one, the members of a list with one "insurance" among them."""
        for found in self.schemes.phrases.find(self.line, self.fits):
            phrase, first, last = found.value, found.first, found.last
            if phrase.abbreviation and not self._abbreviates(first, last):
                continue
            if phrase.id == "si" and names_office(self.line, self.measures.phrases, first, last):
                continue
            if phrase.cover or self.line.words[last - 1].startswith("insurance"):
                kinds = self.schemes.insured if phrase.cover else self.schemes.before
                yield from reversed(list(self._listed_before(first, kinds)))
            yield Hit("scheme", phrase.id, first, last, (), phrase.cover, phrase.counting)
            if self.line.words[first] in ("bao", "bhxh"):
                yield from self._listed_after(last)

    def _abbreviates(self, first: int, last: int) -> bool:
        """Capitals, or lower case beside a measure: "hi coverage" but not "hi, what is"."""
        if self.line.written(first, last).isupper():
            return True
        phrases = self.measures.phrases
        return bool(
            (last < len(self.line.words) and self.line.gap(last) == " " and self._measure_at(last))
            or (first and self.line.words[first - 1] in ("of", "in", "for", "by", "under"))
            or (first and phrases.at(self.line, first - 1))
        )

    def _measure_at(self, i: int) -> Phrase | None:
        found = self.measures.phrases.at(self.line, i)
        return found.value if found else None

    def _listed_before(self, first: int, kinds: Mapping[tuple[str, ...], Phrase]) -> Iterator[Hit]:
        """From right to left, what stands before "X insurance": "social, health and X ..."."""
        while first:
            end = first - 1 if self.line.words[first - 1] in _CONJUNCTIONS else first
            if end == first and not _COMMA.fullmatch(self.line.gap(end)):
                return
            for length in range(min(MOST_KIND_WORDS, end), 0, -1):
                key = tuple(self.line.words[end - length : end])
                if kind := kinds.get(key):
                    first = end - length
                    yield Hit("scheme", kind.id, first, end)
                    break
            else:
                return

    def _listed_after(self, last: int) -> Iterator[Hit]:
        """What follows "bảo hiểm X": "bảo hiểm xã hội, y tế và thất nghiệp"."""
        while last < len(self.line.words):
            start = last + 1 if self.line.words[last] in _CONJUNCTIONS else last
            if start == last and not _COMMA.fullmatch(self.line.gap(last)):
                return
            for length in range(MOST_KIND_WORDS, 0, -1):
                key = tuple(self.line.words[start : start + length])
                if len(key) == length and (kind := self.schemes.after.get(key)):
                    last = start + length
                    yield Hit("scheme", kind.id, start, last)
                    break
            else:
                return

    def _listed(self, left: Hit, right: Hit) -> bool:
        """Whether two schemes stand in one list."""
        gap = self.line.plain[self.line.ends[left.last - 1] : self.line.starts[right.first]]
        if left.id == right.id:
            return _SAME.fullmatch(gap) is not None
        return len(gap) > 1 and _AND.fullmatch(gap) is not None

    def _together(self, members: list[Hit]) -> Iterator[Hit]:
        """The members of a list as what they are together, else one by one."""
        if not members:
            return
        parts = tuple(dict.fromkeys(hit.id for hit in members))
        first, last = members[0].first, members[-1].last
        cover = any(hit.cover for hit in members)
        if len(parts) == 1:
            yield members[0]._replace(last=last, cover=cover)
            return
        told = _without_whole(parts, self.schemes.wholes)
        for schemes, whole in self.schemes.together:
            if schemes == set(told):
                yield Hit("scheme", whole, first, last, told, cover)
                return
        yield from members


def _without_whole(parts: tuple[str, ...], wholes: Mapping[str, str]) -> tuple[str, ...]:
    """The members of a list without the whole that two of them make up: "social insurance,
    compulsory and voluntary"."""
    made_up = {whole for whole in parts if sum(wholes.get(part) == whole for part in parts) > 1}
    return tuple(part for part in parts if part not in made_up)
