"""Rows that no metric names, found by the words of the sentence that tells them.

"How many firms are three months behind?" names nothing of the catalogue.  The answer is a sentence
of a report that holds every word which the question insists on and a figure of the asked kind, of
the asked place and time; some of the words may stand in the paragraph around it, where no other
sentence is as near.  It is quoted whole, so that nothing is read into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence.agreement import period_fit
from assistant.evidence.debtors import DEBTS, is_debt
from assistant.evidence.selection import recency
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.understanding.cues import Cues
from assistant.understanding.metrics import MONEY
from assistant.understanding.names import named_words
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.metric.terms import find_terms
from indexing.records import CHANGES, SHARES, Article, MetricFact

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
_HYPHENED = re.compile(r"\b([^\W\d_]+)-([^\W\d_]+)\b")
_NUMBER = re.compile(r"\d+")
_STEM = 5
_AVERAGE = "average"
_CURRENCIES = ("VND", "USD")
_IN_PARAGRAPH, _IN_ARTICLE = 0.5, 0.66
"""Share of what is sought that the sentence itself must hold where its paragraph, or only its
article, holds the rest."""

_Told = tuple[str, int]
"""A sentence of the reports: the article and where it begins."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a question insists on."""

    words: frozenset[str]
    parts: frozenset[str]
    schemes: frozenset[str]
    measures: frozenset[str]
    """Those of which an amount is asked for."""
    names: frozenset[str]
    """Those of the words that are told letter by letter: "Hanoii" is not Hanoi."""
    is_of_change: bool
    idle: frozenset[str]
    """What the question says besides, of which a sentence may hold more or less."""

    @property
    def all(self) -> frozenset[str]:
        """The words, and the parts by one name each."""
        return self.words | self.parts

    def held_by(self, text: str, cues: Cues) -> frozenset[str]:
        """Those of `all` that a text holds, in any form."""
        return self._among(self.words, text, cues) | (
            self.parts & frozenset(cues.hits("same", text))
        )

    def nearness(self, text: str, cues: Cues) -> int:
        """How many of the other words of the question a text holds."""
        return len(self._among(self.idle, text, cues))

    def may_be_told_by(self, row: MetricFact) -> bool:
        """Whether a row's sentence is of no other insurances, and of a change where it is asked."""
        named = _schemes(row.quote)
        others = named and self.schemes and not self.schemes & named
        return (row.aspect in CHANGES or not self.is_of_change) and not others

    def is_whole(self, quote: str, cues: Cues) -> bool:
        """Whether a sentence holds all by itself."""
        if not self.schemes <= _schemes(quote) or self.held_by(quote, cues) != self.all:
            return False
        # Without a word of its own: the pay of state firms is not what they owe.
        return bool(self.words) or self.measures <= {term.id for term in find_terms(quote)}

    def _among(self, words: frozenset[str], text: str, cues: Cues) -> frozenset[str]:
        plain = cues.content(f"{text} {' '.join(a + b for a, b in _HYPHENED.findall(text))}")
        held = [cues.alike.get(word, word) for word in plain]
        return frozenset(
            word
            for word in words
            if word in held
            or (word not in self.names and any(_same(word, other) for other in held))
        )


def told_rows(query: Query, sources: Sources, cues: Cues) -> tuple[MetricFact, ...]:
    """The latest rows, all of one sentence, whose sentence answers; empty where none does.

    A question that insists on no word of its own is none for this.
    """
    what = _sought(query, cues)
    if not what.all:
        return ()
    # What the whole province owes is not the debt of "120 firms".
    numbers = set(_NUMBER.findall(" ".join(query.qualifiers)))
    rows = [row for place in query.places or (COUNTRY,) for row in sources.of_place(place)]
    rows = [row for row in rows if numbers <= set(_NUMBER.findall(row.quote))]
    units = {catalogue().metric(metric).unit for metric in query.metrics}
    by_sentence: dict[_Told, list[MetricFact]] = {}
    for row in of_kind(query, rows, cues):
        # One word alone is too little to tell cards by where people are counted.
        alike = len(what.words) > 1 or not units or row.unit in units or not _counts(row)
        if alike and _meets(query, row) and "restated" not in row.flags:
            by_sentence.setdefault((row.doc, row.quote_start), []).append(row)
    if DEBTS & set(query.metrics):  # a firm called "... Construction" is not all of the trade
        by_sentence = {
            key: rows for key, rows in by_sentence.items() if not any(map(is_debt, rows))
        }

    def order(rows: Sequence[MetricFact]) -> tuple[object, ...]:
        last = max(recency(row, sources.published) for row in rows)
        return (what.nearness(rows[0].quote, cues), last)

    whole = [rows for rows in by_sentence.values() if what.is_whole(rows[0].quote, cues)]
    told = (
        max(whole, key=order) if whole else _of_context(what, by_sentence.values(), sources, cues)
    )
    return tuple(told)


def _of_context(
    what: _Sought, sentences: Iterable[Sequence[MetricFact]], sources: Sources, cues: Cues
) -> Sequence[MetricFact]:
    """The rows of the one sentence that comes nearest, if what stands around it holds the rest."""
    found = [rows for rows in sentences if what.may_be_told_by(rows[0])]
    near = [what.nearness(rows[0].quote, cues) for rows in found]
    shares = [len(what.held_by(rows[0].quote, cues)) / len(what.all) for rows in found]
    ranks = list(zip(shares, near, strict=True))
    best = max(ranks, default=(0.0, 0))
    nearest = [rows for rows, rank in zip(found, ranks, strict=True) if rank == best]
    article = sources.article(nearest[0][0].doc) if len(nearest) == 1 else None
    if article is None or best[0] < _IN_PARAGRAPH:
        return ()
    row = nearest[0][0]
    told = f"{article.title}. {article.text}"
    if not what.schemes <= _schemes(told) or not _is_of_asked(what, row, sources, cues):
        return ()
    around = told if best[0] >= _IN_ARTICLE else _around(row, article)
    return nearest[0] if what.held_by(around, cues) == what.all else ()


def _is_of_asked(what: _Sought, row: MetricFact, sources: Sources, cues: Cues) -> bool:
    """Whether a row's sentence names the parts, or they are what the whole report is about.

    An average is one only by its own sentence.  A part that another figure is told of, "for the
    poor 30 per cent", is not what this one is of.
    """
    held = what.held_by(row.quote, cues)
    if what.parts <= held:
        return _AVERAGE in held or _AVERAGE not in what.words
    others = {
        cue
        for other in sources.of_article(row.doc)
        if other.quote_start != row.quote_start
        for cue in cues.hits("same", other.quote)
    }
    return what.words <= held and bool(what.words) and not (what.parts - held) & others


def _counts(row: MetricFact) -> bool:
    """Whether a row counts what it names: people, cards, visits."""
    return row.unit not in (*SHARES, *_CURRENCIES, "other")


def _schemes(text: str) -> frozenset[str]:
    return frozenset(term.id for term in find_terms(text) if term.kind == "scheme")


def _around(row: MetricFact, article: Article) -> str:
    """The headline and the paragraph that a row's sentence stands under and in."""
    first = article.text.rfind("\n\n", 0, row.quote_start)
    last = article.text.find("\n\n", row.quote_end)
    return f"{article.title}. {article.text[max(first, 0) : last if last >= 0 else None]}"


def rows_of_aspect(query: Query, sources: Sources) -> Sequence[MetricFact]:
    """The rows of the asked places, times and aspects, whatever they count."""
    return [
        row
        for place in query.places
        for row in sources.of_place(place)
        if row.aspect in query.aspects and row.group is None and _meets(query, row)
        if "restated" not in row.flags
    ]


def _sought(query: Query, cues: Cues) -> _Sought:
    asked = [catalogue().metric(metric) for metric in query.metrics]
    said, names = _said(query, cues), named_words(_without_short(query.plain), cues)
    # What nearly every question says narrows nothing; that an average is asked for always does.
    idle = cues.generic | cues.cue_words | cues.words_of("same")
    idle -= names | {_AVERAGE}  # the staff of the Security Office
    idle -= _narrowing(query, cues)
    return _Sought(
        words=_alike(said - idle, cues),
        parts=query.parts,
        schemes=_schemes(query.plain),
        measures=frozenset(metric.measure for metric in asked if metric.unit == "VND"),
        names=named_words(query.plain, cues),
        is_of_change=set(query.aspects) <= set(CHANGES),
        idle=_alike(said & idle, cues),
    )


def _narrowing(query: Query, cues: Cues) -> frozenset[str]:
    """The words by which a question narrows what it asks, but for the names of parts and for
    phrases, which ask for something to be done: "times two"."""
    own = (q for q in query.qualifiers if " " not in q and not cues.hits("same", q))
    return cues.content(" ".join(own)) - cues.generic


def _said(query: Query, cues: Cues) -> frozenset[str]:
    """The content words of a question in the reports' language, without those of places."""
    content = query.words if query.language == "en" else cues.content(query.gist)
    return content - frozenset(word for place in query.places for word in cues.content(place))


def _alike(words: Iterable[str], cues: Cues) -> frozenset[str]:
    return frozenset(cues.alike.get(word, word) for word in words)


def _without_short(question: str) -> str:
    """The question without abbreviations, which reports write out."""
    return _ABBREVIATION.sub(" ", question)


def of_kind(query: Query, rows: Iterable[MetricFact], cues: Cues) -> Iterator[MetricFact]:
    """The rows that tell a share, an amount or a number, whichever is asked for."""
    measures = frozenset(cues.hits("measure", query.plain))
    units = {catalogue().metric(metric).unit for metric in query.metrics}
    counts = bool(cues.hits("count", query.plain))
    share = "coverage" in measures or units == {"percent"} or cues.hits("share_of", query.plain)
    in_per_cent = not query.claimed and "in_per_cent" in cues.hits("aspect", query.plain)
    shares = in_per_cent or (not counts and bool(share))
    money = bool(cues.hits("money", query.plain) or "VND" in units or MONEY & measures)
    money = money and not counts and not shares
    if "average" in cues.hits("operation", query.plain) and not (shares or money):
        yield from rows  # an average may be one of anything
        return
    for row in rows:
        is_share, is_money = row.unit in SHARES, row.unit in _CURRENCIES
        if (is_share, is_money) == (shares, money):
            yield row


def _meets(query: Query, row: MetricFact) -> bool:
    return not query.periods or any(period_fit(asked, row.period) for asked in query.periods)


def _same(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= _STEM and word[:_STEM] == other[:_STEM]
