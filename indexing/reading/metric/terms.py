"""The words of a text that name a scheme (which insurance) or a measure (what of it)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from indexing.reading.diacritics import agrees
from indexing.reading.metric.metric_words import MetricWords, Phrase, metric_words
from indexing.reading.phrases import Found, Line, line_of
from indexing.reading.place.offices import names_office

TermKind = Literal["scheme", "measure"]

_AND: Final = re.compile(
    r"[ \n]?(?:,|/|&|\+)?[ \n]?(?:(?:and|or|va|hoac|as well as|plus)[ \n])?(?:the )?"
)
"""What may stand between the members of a list."""
_SAME: Final = re.compile(r" ?\(?")
"""What may stand between a scheme and its abbreviation: "health insurance (HI)"."""
_COMMA: Final = re.compile(r" ?[,/&] ?")
_CONJUNCTIONS: Final = ("and", "or", "va", "hoac")
_MOST_KIND_WORDS: Final = 4
_OF_MEMBERS: Final = ("participants", "coverage", "intake", "cards")
"""Measures whose words stand inside the name of a scheme as well: "pension coverage"."""
_BASE_REACH: Final = 5
"""Most words between a cue and the base of a percentage: "per cent of Hue's population"."""


class Term(NamedTuple):
    """Words that name a scheme or a measure; offsets in the text."""

    kind: TermKind
    id: str
    start: int
    end: int
    parts: tuple[str, ...] = ()
    """The schemes that a list names, in its order, where `id` is what they are together."""
    counting: bool = False
    """Whether it only tells how people are counted: "each counted once"."""


class Hit(NamedTuple):
    """A term by the words of its text: `first` to `last` (exclusive)."""

    kind: TermKind
    id: str
    first: int
    last: int
    parts: tuple[str, ...] = ()
    cover: bool = False
    """Whether it names a scheme by what is insured against: "the jobless fund"."""
    counting: bool = False
    """Whether it only tells how people are counted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into words and the terms among them, in order."""

    line: Line
    hits: tuple[Hit, ...]

    def term(self, hit: Hit) -> Term:
        """`hit` with offsets of the text."""
        start, end = self.line.span(hit.first, hit.last)
        return Term(hit.kind, hit.id, start, end, hit.parts, hit.counting)

    def terms(self) -> list[Term]:
        """All of them, as `find_terms` has them."""
        return [self.term(hit) for hit in self.hits]


def find_terms(text: str) -> list[Term]:
    """The schemes and measures that `text` names, in reading order; offsets in `text`.

    Schemes named in one list are one term with its `parts`, where the catalogue knows what they
    are together.  A scheme may stand inside a measure ("treatment covered by health insurance").
    """
    return read_terms(line_of(text)).terms()


def read_terms(line: Line) -> Reading:
    """The terms of a text that is cut into words, for readers that go on from them."""
    finder = _Finder(line, metric_words())
    schemes = list(finder.schemes())
    covers = [hit for hit in schemes if hit.cover]
    measures = (hit for hit in finder.measures() if not _is_covered(hit, covers))
    hits = sorted([*schemes, *measures], key=lambda hit: (hit.first, hit.last))
    return Reading(line, tuple(hits))


def _is_covered(measure: Hit, covers: Sequence[Hit]) -> bool:
    """Whether a word for a benefit only tells what is insured against: "survivors' cover"."""
    if measure.id in _OF_MEMBERS:
        return False
    return any(hit.first < measure.last <= hit.last for hit in covers)


@dataclass(frozen=True, slots=True)
class _Finder:
    line: Line
    known: MetricWords

    def measures(self) -> Iterator[Hit]:
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
        pair = (left.id, right.id)
        both = self.known.combined.get(pair)
        if left.id != right.id and not both:
            return None
        between = range(left.last, right.first)
        blank = all(self.line.gap(i) == " " for i in range(left.last, right.first + 1))
        linking = self.known.across.get(pair, self.known.links)
        if not blank or any(self.line.words[i] not in linking for i in between):
            return None
        if left.id == right.id and not between:
            return left._replace(last=right.last)
        if not both or (pair in self.known.linked and not between):
            return None
        return Hit("measure", both, left.first, right.last)

    def _single_measures(self) -> Iterator[Hit]:
        for found in self.known.phrases.find(self.line, self._fits):
            phrase, first, last = found.value, found.first, found.last
            if not phrase.id:
                continue
            if phrase.id not in self.known.bases:
                yield Hit("measure", phrase.id, first, last)
                continue
            cue = self._base_cue(first)
            if cue is None:
                yield Hit("measure", phrase.id, first, last)
            elif self.line.words[cue] in self.known.ratios:
                yield Hit("measure", "coverage", cue, last)

    def schemes(self) -> Iterator[Hit]:
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
        if self.known.wholes.get(part.id) != whole.id:
            return False
        between = range(part.last, whole.first)
        blank = all(self.line.gap(i) == " " for i in range(part.last, whole.first + 1))
        return blank and all(self.line.words[i] in self.known.of_whole for i in between)

    def _fits(self, found: Found[Phrase]) -> bool:
        phrase, first, last = found.value, found.first, found.last
        written = self.line.written(first, last)
        if phrase.marked and written.isascii():
            # A word without marks of its own ("thu") counts where a sum of it follows.
            return phrase.printed.isascii() and self._before_number(last)
        if phrase.before_scheme and not self._scheme_at(last):
            return False
        return agrees(written, phrase.printed)

    def _scheme_at(self, i: int) -> bool:
        """Whether a scheme, or a list of schemes ("social and health insurance"), stands here."""
        words = self.line.words
        i += i < len(words) and words[i] == "the"
        listed = any(
            tuple(words[i : i + length]) in self.known.before
            for length in range(1, _MOST_KIND_WORDS + 1)
        )
        here = i < len(words) and self.known.schemes.at(self.line, i)
        return listed or bool(here)

    def _before_number(self, i: int) -> bool:
        return i < len(self.line.words) and self.line.words[i][0].isdigit()

    def _base_cue(self, first: int) -> int | None:
        """The word that makes what stands at `first` a base: "93 per cent of the population"."""
        for i in range(first - 1, max(-1, first - 1 - _BASE_REACH), -1):
            gap = self.line.gap(i + 1)
            if any(mark in gap for mark in ".;\n"):
                return None
            if (
                "%" in gap
                or self.line.words[i] in self.known.ratios
                or self.known.base_cues.at(self.line, i)
            ):
                return i
        return None

    def _single_schemes(self) -> Iterator[Hit]:
        """Schemes one by one, the members of a list with one "insurance" among them."""
        for found in self.known.schemes.find(self.line, self._fits):
            phrase, first, last = found.value, found.first, found.last
            if phrase.abbreviation and not self._abbreviates(first, last):
                continue
            if phrase.id == "si" and names_office(self.line, self.known, first, last):
                continue
            if phrase.cover or self.line.words[last - 1].startswith("insurance"):
                kinds = self.known.insured if phrase.cover else self.known.before
                yield from reversed(list(self._listed_before(first, kinds)))
            yield Hit("scheme", phrase.id, first, last, (), phrase.cover, phrase.counting)
            if self.line.words[first] in ("bao", "bhxh"):
                yield from self._listed_after(last)

    def _abbreviates(self, first: int, last: int) -> bool:
        """Capitals, or lower case beside a measure: "hi coverage" but not "hi, what is"."""
        if self.line.written(first, last).isupper():
            return True
        phrases = self.known.phrases
        return bool(
            (last < len(self.line.words) and self.line.gap(last) == " " and self._measure_at(last))
            or (first and self.line.words[first - 1] in ("of", "in", "for", "by", "under"))
            or (first and phrases.at(self.line, first - 1))
        )

    def _measure_at(self, i: int) -> Phrase | None:
        found = self.known.phrases.at(self.line, i)
        return found.value if found else None

    def _listed_before(self, first: int, kinds: Mapping[tuple[str, ...], Phrase]) -> Iterator[Hit]:
        """From right to left, what stands before "X insurance": "social, health and X ..."."""
        while first:
            end = first - 1 if self.line.words[first - 1] in _CONJUNCTIONS else first
            if end == first and not _COMMA.fullmatch(self.line.gap(end)):
                return
            for length in range(min(_MOST_KIND_WORDS, end), 0, -1):
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
            for length in range(_MOST_KIND_WORDS, 0, -1):
                key = tuple(self.line.words[start : start + length])
                if len(key) == length and (kind := self.known.after.get(key)):
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
        told = _without_whole(parts, self.known.wholes)
        for schemes, whole in self.known.together:
            if schemes == set(told):
                yield Hit("scheme", whole, first, last, told, cover)
                return
        yield from members


def _without_whole(parts: tuple[str, ...], wholes: Mapping[str, str]) -> tuple[str, ...]:
    """The members of a list without the whole that two of them make up: "social insurance,
    compulsory and voluntary"."""
    made_up = {whole for whole in parts if sum(wholes.get(part) == whole for part in parts) > 1}
    return tuple(part for part in parts if part not in made_up)
