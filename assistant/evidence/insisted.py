"""What a question insists on: the words, parts and insurances by which its sentence is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.query import Query
from assistant.understanding.gist import gist
from assistant.understanding.slots.narrowing.denials import UNDONE, denies
from assistant.understanding.slots.narrowing.lengths import lengths_told
from assistant.understanding.words.alike import alike, meaning_of
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.forms import is_same_word
from assistant.understanding.words.names import named_words
from assistant.understanding.words.reading import places_of
from indexing.catalogue import catalogue
from indexing.reading.folding import fold
from indexing.reading.metric.terms import find_terms
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import CHANGES, MetricFact

AVERAGE, EACH = "average", "each"
_OF_A_KIND = re.compile(r"\bof\s+$", re.IGNORECASE)
"""Before "average" where it tells of what kind people are."""

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
_HYPHENED = re.compile(r"\b([^\W\d_]+)-([^\W\d_]+)\b")
_COUNTED = re.compile(r"\bhow many\s+([a-z]+)")
_NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?!\d|[.,]\d)")
"""A whole number; the 6 of "6.7" and of "6,330" is none."""


@dataclass(frozen=True, slots=True)
class Insisted:
    """What a question insists on."""

    words: frozenset[str]
    parts: frozenset[str]
    schemes: frozenset[str]
    measures: frozenset[str]
    """Those of which an amount is asked for."""
    names: frozenset[str]
    """Those of the words that are told letter by letter: "Hanoii" is not Hanoi."""
    metrics: tuple[str, ...]
    """Those that are asked for."""
    naming: frozenset[str]
    """The words by which the metrics are asked for: a row of one of them tells these itself."""
    narrowing: frozenset[str]
    """The words by which a part of the metrics is asked for."""
    is_of_change: bool
    idle: frozenset[str]
    """What the question says besides, of which a sentence may hold more or less."""

    @property
    def all(self) -> frozenset[str]:
        """The words, and the parts by one name each."""
        return self.words | self.parts

    def of(self, rows: Iterable[MetricFact]) -> Insisted:
        """What is left to be told by the sentence of `rows`, where one of them is of an asked
        metric: "how many accounts of the app were approved" insists on the last word alone."""
        left = self.words - self.naming
        is_asked = any(row.metric in self.metrics for row in rows)
        return replace(self, words=left) if is_asked and left & self.narrowing else self

    def held_by(self, text: str, cues: Cues) -> frozenset[str]:
        """Those of `all` that a text holds, in any form."""
        parts = {*cues.hits("same", text)}
        has_mean = tells_mean(text, cues)
        if tells_of_each(text, cues):
            parts.add(EACH)
        if denies(text, cues):
            parts.add(UNDONE)
        words = self.words if has_mean else self.words - {AVERAGE}
        return self._among(words, text, cues) | (self.parts & parts)

    def narrowing_in(self, text: str, cues: Cues) -> int:
        """How many of the words by which a part is asked for a text holds."""
        return len(self._among(self.narrowing, text, cues))

    def nearness(self, text: str, cues: Cues) -> int:
        """How many of the other words of the question a text holds."""
        return len(self._among(self.idle, text, cues))

    def may_be_told_by(self, row: MetricFact, cues: Cues) -> bool:
        """Whether a row's sentence is of no other insurances, of a change where it is asked, and of
        no whole where a part is: "86 employers inspected" tells not how many were fined."""
        named = schemes_in(row.quote)
        others = named and self.schemes and not self.schemes & named
        is_shared_out = AVERAGE in self.words or EACH in self.parts
        told = not is_shared_out or self._says_of_what(row.quote, cues)
        if row.metric in self.metrics:
            told = told and self.narrowing_in(row.quote, cues) == len(self.narrowing)
        return told and (row.aspect in CHANGES or not self.is_of_change) and not others

    def is_whole(self, quote: str, cues: Cues) -> bool:
        """Whether a sentence holds all by itself."""
        if not self.schemes <= schemes_in(quote) or self.held_by(quote, cues) != self.all:
            return False
        return self._says_of_what(quote, cues)

    def _says_of_what(self, quote: str, cues: Cues) -> bool:
        """Whether a sentence speaks of the asked measure, where no word of the question tells it:
        the pay of state firms is not what they owe, average pay no average collection."""
        own = self.words - {AVERAGE}
        if AVERAGE in self.words and not (own or self.nearness(quote, cues)):
            return False
        return bool(own) or self.measures <= {term.id for term in find_terms(quote)}

    def _among(self, words: frozenset[str], text: str, cues: Cues) -> frozenset[str]:
        plain = cues.content(f"{text} {' '.join(a + b for a, b in _HYPHENED.findall(text))}")
        held = [meaning_of(word) for word in plain]
        return frozenset(
            word
            for word in words
            if word in held
            or (word not in self.names and any(is_same_word(word, other) for other in held))
        )


def tells_mean(text: str, cues: Cues) -> bool:
    """Whether a text tells a figure on average; "families of average means" are only a kind."""
    means = [span for key, span in cues.spans_by("operation", text) if key == AVERAGE]
    return any(not _OF_A_KIND.search(text, 0, span.start) for span in means)


def tells_of_each(text: str, cues: Cues) -> bool:
    """Whether a text tells what comes to each head, case or month, if only on average."""
    return EACH in cues.hits("same", text) or tells_mean(text, cues)


def insisted(query: Query, cues: Cues) -> Insisted:
    """What `query` insists on; of a Vietnamese one by its gist."""
    asked = [catalogue().metric(metric) for metric in query.metrics]
    said, names = _said(query, cues), named_words(_without_short(query.plain), cues)
    # What nearly every question says narrows nothing; that an average is asked for always does.
    idle = cues.usual | cues.words_of("same")
    idle -= names | {AVERAGE}  # the staff of the Security Office
    idle -= _narrowing(query, cues)
    least = (query.plain[span.start : span.end] for span in cues.spans("at_least", query.plain))
    idle |= cues.content(" ".join(least))
    return Insisted(
        words=alike(said - idle),
        parts=query.parts,
        schemes=schemes_in(query.plain),
        measures=frozenset(metric.measure for metric in asked if metric.unit == "VND"),
        names=named_words(query.plain, cues),
        metrics=query.metrics,
        naming=alike(cues.content(_naming(query))),
        narrowing=alike(cues.content(_narrowed(query)) - idle),
        is_of_change=set(query.aspects) <= set(CHANGES),
        idle=alike(said & idle),
    )


def names_someone(query: Query, cues: Cues) -> bool:
    """Whether a question names a firm or a person, in its own words or in those that it goes on
    from: what is told of a single debtor is not told of all in a place."""
    names = named_words(query.plain, cues) - words_of_places(query, cues)
    return bool(names) or any(word[:1].isupper() for word in query.qualifiers)


def _narrowing(query: Query, cues: Cues) -> frozenset[str]:
    """The words by which a question narrows what it asks, but for the names of parts and for
    phrases, which ask for something to be done: "times two".  A common word that narrows only where
    it stands does so as well: "closed facilities"."""
    own = (q for q in query.qualifiers if " " not in q and not cues.hits("same", q))
    told = (cues.content(qualifier) for qualifier in own)
    return frozenset().union(*(words - cues.generic or words for words in told))


def _naming(query: Query) -> str:
    """The words of a question that name insurances and measures, in the reports' language."""
    said = (query.plain, query.gist)
    return " ".join(text[term.start : term.end] for text in said for term in find_terms(text))


def _narrowed(query: Query) -> str:
    """What narrows a question, in the reports' language."""
    return gist(" ".join(query.qualifiers), query.language)


def _said(query: Query, cues: Cues) -> frozenset[str]:
    """The content words of a question in the reports' language, without those of places."""
    content = query.words if query.language == "en" else cues.content(query.gist)
    return content - words_of_places(query, cues)


def words_of_places(query: Query, cues: Cues) -> frozenset[str]:
    """The content words of the places that a question names, by their names and as it says them:
    "thành phố Hà Nội" is "Hanoi"."""
    said = (query.plain[place.start : place.end] for place in places_of(query.plain))
    return frozenset(word for place in (*query.places, *said) for word in cues.content(place))


def _without_short(question: str) -> str:
    """The question without abbreviations, which reports write out."""
    return _ABBREVIATION.sub(" ", question)


def schemes_in(text: str) -> frozenset[str]:
    """The insurances that a text names."""
    return frozenset(term.id for term in find_terms(text) if term.kind == "scheme")


def numbers_of(query: Query) -> frozenset[str]:
    """The numbers that narrow a question, and the lengths of time as such: what all owe is not the
    debt of "120 firms", nor of those "6 months behind"."""
    narrowing = set(_NUMBER.findall(" ".join(query.qualifiers)))
    lengths = lengths_told(query.plain)
    told = " ".join(query.plain[length.span.start : length.span.end] for length in lengths)
    narrowing -= set(_NUMBER.findall(told))
    return frozenset((*narrowing, *map(str, lengths)))


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text, those in words too: "three months or more"."""
    worded = (str(quantity.value) for quantity in find_quantities(text))
    return frozenset((*_NUMBER.findall(text), *worded, *map(str, lengths_told(text))))


def counts_another(question: str, text: str, cues: Cues) -> bool:
    """Whether a text has what a question counts in the singular alone: "a motorbike parade" is no
    number of motorbikes."""
    counted = _COUNTED.search(fold(question))
    if counted is None or not counted[1].endswith("s"):
        return False
    held = cues.content(text)
    return counted[1] not in held and counted[1].removesuffix("s") in held
