"""The words of a question that tell what is asked, read from `data/questions.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from types import MappingProxyType

from assistant.understanding.words.finding import KEPT, Book, phrases_in
from assistant.understanding.words.reading import words_of
from assistant.understanding.words.sections import (
    SYLLABLES,
    book,
    forms_of,
    idle_phrases,
    with_named_lists,
    without_mistakable,
    words_by_section,
)
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import fold, folded
from indexing.reading.phrases import PhraseBook, words
from indexing.reading.quantity.number.word_values import scales_named
from indexing.records import Span


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrase lists by section and key, found in questions irrespective of case and diacritics.

    A phrase that is given with diacritics is found with these or with none.
    """

    bare: Book
    """The phrases that are given without diacritics."""
    marked: Book
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
    documents: frozenset[str]
    """What is known by its number or name: "decree"."""
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
    marked_phrases: tuple[str, ...]
    """Vietnamese phrases of the subject by which wrong marks are."""
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
    addressed: tuple[str, ...]
    """Words by which Vietnamese calls those whom it asks."""
    units: frozenset[str]
    """What within an agency has a head of its own: "department"."""
    app_names: frozenset[str]
    """What the agency's app is called: "phone", before "app"."""
    cut_short: Mapping[str, str]
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
        return phrases_in(self.bare, self.marked, question).get(section, ())

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


@lru_cache(maxsize=KEPT)
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


@cache
def load_cues() -> Cues:
    """The cues that ship with the package; the file is read once."""
    source = files("assistant") / "data" / "questions.toml"
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    alike = told.pop("alike")["words"]
    sections = with_named_lists(told)
    lists = sections.pop("words")
    spoken = without_mistakable(sections)
    section_words = words_by_section(spoken)
    asking = [name for name in sections if name not in lists["of_subjects"]]
    stop_words = frozenset(lists["stop"])
    verbs = frozenset(form for verb in lists["plain_verbs"] for form in forms_of(verb))
    idle = idle_phrases(spoken, asking, lists)
    return Cues(
        bare=book(sections, lambda phrase: phrase.isascii()),
        marked=book(sections, lambda phrase: not phrase.isascii()),
        stop_words=stop_words,
        prepositions=frozenset(lists["prepositions"]),
        locatives=frozenset(lists["locatives"]),
        joins=frozenset(lists["joins"]),
        generic=frozenset(word for entry in lists["generic"] for word in words(entry)) | verbs,
        numbered=frozenset(lists["numbered"]),
        documents=frozenset(lists["documents"]),
        rates=frozenset(lists["rates"]),
        bidden=frozenset(lists["bidden"]),
        refusals=tuple(lists["refusals"]),
        denials=tuple(lists["denials"]),
        spelt=tuple(lists["spelt"]),
        marked_phrases=tuple(lists["marked_phrases"]),
        of_no_part=frozenset(lists["of_no_part"]) | stop_words,
        cue_words=frozenset().union(*(section_words[name] for name in asking)),
        idle_words=verbs.union(
            word for entry in idle if not SYLLABLES.fullmatch(entry) for word in words(entry)
        ),
        idle_marked=MappingProxyType(
            {plain: tuple(same) for plain, same in groupby(sorted(lists["marked"], key=fold), fold)}
        ),
        idle_phrases=PhraseBook((entry, entry) for entry in idle if SYLLABLES.fullmatch(entry)),
        section_words=MappingProxyType(section_words),
        offices=frozenset(lists["offices"]),
        surnames=frozenset(lists["surnames"]),
        heads=frozenset(lists["heads"]),
        ranks=tuple(lists["ranks"]),
        addressed=tuple(lists["addressed"]),
        units=frozenset(lists["units"]),
        app_names=frozenset(lists["app_names"]),
        cut_short=MappingProxyType(lists["cut_short"]),
        written_out=MappingProxyType(lists["written_out"]),
        alike=MappingProxyType({word: same[0] for same in alike for word in same}),
    )
