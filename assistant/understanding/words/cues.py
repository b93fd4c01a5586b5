"""The words of a question that tell what is asked, read from `data/questions.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, groupby
from types import MappingProxyType

from assistant.understanding.words.reading import words_of
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import fold, folded
from indexing.reading.phrases import Found, Line, PhraseBook, words
from indexing.reading.quantity.number.word_values import scales_named
from indexing.records import Span

_ABOUT_SUBJECTS = ("part", "same", "idle", "domain", "agency", "debtors", "pointing", "sentence",
                   "resuming", "workers", "denying", "kinds", "attribute", "counted_people",
                   "clause", "borne", "speech", "courtesy", "institution", "institution_rank",
                   "institution_any", "institution_use")  # fmt: skip
"""Sections of words that say what a question is about rather than how it asks."""
_SYLLABLE = (
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_SYLLABLES = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE})+")
"""A phrase whose words can all be Vietnamese syllables: it is one word, and they are none."""
_Book = PhraseBook[Mapping[str, tuple[str, str]]]
"""Phrases, each with its key and as it is given, by the section that lists it."""
_KEPT = 512
"""Texts whose phrases are remembered: the stages ask for those of a question again and again."""
_Sections = Mapping[str, Mapping[str, Sequence[str]]]
"""The lists of phrases of the file, by section and key."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrase lists by section and key, found in questions irrespective of case and diacritics.

    A phrase that is given with diacritics is found with these or with none.
    """

    bare: _Book
    """The phrases that are given without diacritics."""
    marked: _Book
    """Those that are given with them."""
    stop_words: frozenset[str]
    prepositions: frozenset[str]
    """After these a question narrows what it asks."""
    locatives: frozenset[str]
    """Those of `prepositions` that tell where."""
    joins: frozenset[str]
    """Words that set one thing beside another."""
    generic: frozenset[str]
    """Words that narrow nothing when they stand there: "the population", "total"."""

    numbered: frozenset[str]
    """Words that claim the number of two digits behind them, so that it is no year: "top 20"."""
    rates: frozenset[str]
    """What a word may tell of which rate it is: "satisfaction rate"."""
    bidden: frozenset[str]
    """What a bare verb at the head of a clause is followed by: "State the ..."."""
    refusals: tuple[str, ...]
    """Words by which a question takes back the one before it: "no, ..."."""
    denials: tuple[str, ...]
    """Words before what is not meant: "not the target"."""
    spelt: tuple[str, ...]
    """Words of the subject by which misspelt ones are set right."""
    of_no_part: frozenset[str]
    """Words of a part's or a debtor's name that tell nothing of which it is: "households"."""

    cue_words: frozenset[str]
    """Every word of the phrases that tell how a question asks."""
    idle_words: frozenset[str]
    """Words that narrow nothing wherever they stand: stop words, generic words and cue words.

    The syllables of a Vietnamese phrase are none: "ket qua" tells nothing of "ket du".
    """
    idle_marked: Mapping[str, Sequence[str]]
    """The Vietnamese ones with their marks, by the words without: "lại" is idle, "lãi" is not."""
    idle_phrases: PhraseBook[str]
    """Vietnamese phrases that tell how a question asks, or that narrow nothing."""

    offices: frozenset[str]
    """Words for offices that persons hold: "director"."""
    surnames: frozenset[str]
    """The family names that most people of the country have."""
    heads: frozenset[str]
    """Those of `offices` that a director holds: "head"."""
    ranks: tuple[str, ...]
    """Words by which an office is another one: "deputy"."""
    units: frozenset[str]
    """What within an agency has a head of its own: "department"."""
    written_out: Mapping[str, str]
    """Abbreviations, and what they stand for."""
    section_words: Mapping[str, frozenset[str]]
    """The words of each section's phrases."""
    alike: Mapping[str, str]
    """Words of passages that say the same, each by the first of them."""

    def hits(self, section: str, question: str) -> tuple[str, ...]:
        """The keys of `section` whose phrases the question holds, in the order they stand.

        Phrases under `none` say what their words must not be taken for.
        """
        return tuple(dict.fromkeys(key for key, _ in self.spans_by(section, question)))

    def spans(self, section: str, question: str) -> list[Span]:
        """Where the phrases of `section` stand in the question, without those under `none`."""
        return [span for _, span in self.spans_by(section, question)]

    def spans_by(self, section: str, question: str) -> Sequence[tuple[str, Span]]:
        """As `spans`, each with its key."""
        return _found(self.bare, self.marked, question).get(section, ())

    def is_idle(self, word: str) -> bool:
        """Whether a word, as it is typed, narrows nothing wherever it stands."""
        plain = folded(word).text
        if marked(word):
            return any(agrees(word.lower(), known) for known in self.idle_marked.get(plain, ()))
        return plain in self.idle_words

    def idle_spans(self, question: str) -> list[Span]:
        """Where Vietnamese phrases stand that narrow nothing; they may run into each other."""
        line = words_of(question)
        found = (self.idle_phrases.at(line, i) for i in range(len(line.words)))
        return [Span(*line.span(hit.first, hit.last)) for hit in found if hit]

    def words_of(self, section: str) -> frozenset[str]:
        """Every word of the phrases of `section`."""
        return self.section_words[section]

    def content(self, text: str) -> frozenset[str]:
        """The folded words of a text that are neither stop words nor numbers."""
        return _terms(text) - self.stop_words


@lru_cache(maxsize=_KEPT)
def _found(bare: _Book, marked: _Book, text: str) -> Mapping[str, Sequence[tuple[str, Span]]]:
    """The phrases of all sections in a text, read in one pass: by section, each with its key.

    Of each section they are the longest, and none overlaps another.
    """
    line = words_of(text)
    by_section: dict[str, list[Found[tuple[str, str]]]] = {}
    for section, hit in _longest(bare, line):
        by_section.setdefault(section, []).append(hit)
    for section, hit in _longest(marked, line):
        if agrees(line.written(hit.first, hit.last).lower(), hit.value[1]):
            by_section.setdefault(section, []).append(hit)
    return {section: _apart(line, hits) for section, hits in by_section.items()}


def _longest(book: _Book, line: Line) -> Iterator[tuple[str, Found[tuple[str, str]]]]:
    """The phrases of a line from left to right, for each section none inside another."""
    past: dict[str, int] = {}
    for first in range(len(line.words)):
        begun = {
            section: Found(told, first, hit.last)
            for hit in book.each_at(line, first)
            for section, told in hit.value.items()
        }
        for section, hit in begun.items():
            if first >= past.get(section, 0):
                past[section] = hit.last
                yield section, hit


def _apart(line: Line, hits: Iterable[Found[tuple[str, str]]]) -> Sequence[tuple[str, Span]]:
    """Where phrases of one section stand, without those inside another and those under `none`."""
    told: list[tuple[str, Span]] = []
    past = 0
    for (key, _), first, last in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if first >= past:
            past = last
            told += [(key, Span(*line.span(first, last)))] if key != "none" else []
    return told


@lru_cache(maxsize=_KEPT)
def _terms(text: str) -> frozenset[str]:
    """The folded words of a text that are no numbers, nor of them: "17 million" is no millionaire.

    A question holds many sentences against its words, and against the report around each of them.
    """
    found = frozenset(word for word in words(folded(text).text) if not word.isdigit())
    return found - _scales()


@cache
def _scales() -> frozenset[str]:
    """The English ones: "vạn" without its marks is a name."""
    return frozenset(word for word in scales_named() if word.isascii())


def _forms(verb: str) -> Iterator[str]:
    """The regular forms of an English verb: "pass", "passes", "passed", "passing"."""
    yield verb
    if verb.endswith("y") and verb[-2] not in "aeou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        sibilant = verb.endswith(("s", "x", "sh", "ch"))
        yield from (verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


@cache
def load_cues() -> Cues:
    """The cues that ship with the package; the file is read once."""
    source = files("assistant") / "data" / "questions.toml"
    sections = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = sections.pop("words")
    alike = sections.pop("alike")["words"]
    spoken = _without_mistakable(sections)
    section_words = _section_words(spoken)
    asking = [name for name in sections if name not in _ABOUT_SUBJECTS]
    stop_words = frozenset(lists["stop"])
    verbs = frozenset(form for verb in lists["plain_verbs"] for form in _forms(verb))
    idle = _idle(spoken, asking, lists)
    return Cues(
        bare=_book(sections, lambda phrase: phrase.isascii()),
        marked=_book(sections, lambda phrase: not phrase.isascii()),
        stop_words=stop_words,
        prepositions=frozenset(lists["prepositions"]),
        locatives=frozenset(lists["locatives"]),
        joins=frozenset(lists["joins"]),
        generic=frozenset(word for entry in lists["generic"] for word in words(entry)) | verbs,
        numbered=frozenset(lists["numbered"]),
        rates=frozenset(lists["rates"]),
        bidden=frozenset(lists["bidden"]),
        refusals=tuple(lists["refusals"]),
        denials=tuple(lists["denials"]),
        spelt=tuple(lists["spelt"]),
        of_no_part=frozenset(lists["of_no_part"]) | stop_words,
        cue_words=frozenset().union(*(section_words[name] for name in asking)),
        idle_words=verbs.union(
            word for entry in idle if not _SYLLABLES.fullmatch(entry) for word in words(entry)
        ),
        idle_marked=MappingProxyType(
            {plain: tuple(same) for plain, same in groupby(sorted(lists["marked"], key=fold), fold)}
        ),
        idle_phrases=PhraseBook((entry, entry) for entry in idle if _SYLLABLES.fullmatch(entry)),
        section_words=MappingProxyType(section_words),
        offices=frozenset(lists["offices"]),
        surnames=frozenset(lists["surnames"]),
        heads=frozenset(lists["heads"]),
        ranks=tuple(lists["ranks"]),
        units=frozenset(lists["units"]),
        written_out=MappingProxyType(lists["written_out"]),
        alike=MappingProxyType({word: same[0] for same in alike for word in same}),
    )


def _book(sections: _Sections, holds: Callable[[str], bool]) -> _Book:
    """Those phrases of all sections that it is to hold."""
    told: dict[str, dict[str, tuple[str, str]]] = {}
    for section, keys in sections.items():
        for key, phrases in keys.items():
            for phrase in filter(holds, phrases):
                same = told.setdefault(" ".join(words(fold(phrase))), {})
                same.setdefault(section, (key, phrase))
    return PhraseBook(told.items())


def _without_mistakable(sections: _Sections) -> _Sections:
    """The sections without the English phrases that their words must not be taken for: "against
    illness" compares nothing, so "illness" is no way of asking."""
    return {
        name: {
            key: [entry for entry in phrases if key != "none" or _SYLLABLES.fullmatch(fold(entry))]
            for key, phrases in keys.items()
        }
        for name, keys in sections.items()
    }


def _section_words(sections: _Sections) -> dict[str, frozenset[str]]:
    return {
        section: frozenset(word for phrase in chain(*keys.values()) for word in words(fold(phrase)))
        for section, keys in sections.items()
    }


def _idle(
    sections: _Sections, asking: Iterable[str], lists: Mapping[str, Sequence[str]]
) -> list[str]:
    """The phrases that narrow nothing: those that tell how a question asks, and common words."""
    told = chain(*(chain(*sections[name].values()) for name in asking))
    common = chain(lists["generic"], lists["stop"], lists["prepositions"])
    return [fold(entry) for entry in chain(told, common)]
