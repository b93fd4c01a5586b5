"""The gate: no figure leaves in an answer that was not proven the moment before.

For every sentence of a draft two things must hold.

1. Each row it stands on is re-read: the article is held at the row's version, and its text at the
   row's offsets is, byte for byte, the quote that the row carries, with the figure inside it and
   its digits printed there.  What is quoted must stand in the sentence as it stands in the article.
2. The sentence, read back by the same reader that reads reports, holds exactly the figures that it
   claims: same value, unit and bound, and none besides.

A sentence that fails is withheld whole.  There is no tolerance and no judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from assistant.sentences import Articles, Claim, Computed, Quoted, Sentence, operands_of
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import SHARES, MetricFact, Quantity, Span

_NO_COUNTS = frozenset({*SHARES, "VND", "USD"})
"""The units of shares and of money; all others count things."""


def is_cited_truly(fact: MetricFact, articles: Articles) -> bool:
    """Whether the article still says, at the row's offsets, what the row says it does."""
    article = articles(fact.doc)
    if article is None or article.version != fact.version:
        return False
    if not fact.quote_start <= fact.start < fact.end <= fact.quote_end:
        return False
    return article.text[fact.quote_start : fact.quote_end] == fact.quote and _prints(fact)


def _prints(fact: MetricFact) -> bool:
    """Whether the row's figure stands in its quote, digit by digit, where the row says it does."""
    at = fact.start - fact.quote_start
    return any(
        read.start <= at < read.end and _digits(read.value) == _digits(fact.value)
        for read in _read_back(fact.quote)
    )


@lru_cache(maxsize=4096)
def _read_back(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text: a sentence is held against them when it is chosen, and at last."""
    return tuple(find_quantities(text))


def _digits(value: Decimal) -> tuple[int, ...]:
    """The digits that are printed; the scale may be told elsewhere, as by a table's heading."""
    return value.normalize().as_tuple().digits


def agrees(claim: Claim, quantity: Quantity, repeated: bool) -> bool:
    """Whether a figure read back from a sentence is the one it claims.

    The sign is carried by the verb of the sentence, so values agree without it.  A sentence
    `repeated` from a report may leave the unit to its context ("unemployment insurance 141,683")
    and count people by what they filed ("21,470 claims").
    """
    source = claim.source
    counts = not {quantity.unit, source.unit} & _NO_COUNTS
    same_unit = quantity.unit == source.unit or (repeated and (counts or quantity.unit == "other"))
    return quantity.value == abs(source.value) and quantity.bound == source.bound and same_unit


def is_grounded(sentence: Sentence, articles: Articles) -> bool:
    """Whether every figure of a sentence is proven, and every claim of it stands in its words."""
    for claim in sentence.claims:
        if not all(is_cited_truly(fact, articles) for fact in operands_of(claim)):
            return False
        if isinstance(claim.source, Computed) and not claim.source.operands:
            return False
    if not all(_is_held(quoted, sentence.text, articles) for quoted in sentence.quoted):
        return False
    if not all(_is_there(cited, articles) for cited in sentence.cited):
        return False
    read_back = _read_apart(sentence, articles)
    unclaimed = [q for q in read_back if not _inside(q, sentence.labels)]
    for claim in sentence.claims:
        read = [q for q in unclaimed if q.start < claim.end and claim.start < q.end]
        if len(read) != 1 or not agrees(claim, read[0], bool(sentence.quoted)):
            return False
        unclaimed.remove(read[0])
    return not unclaimed


def grounded(
    sentences: Sequence[Sentence], articles: Articles
) -> tuple[tuple[Sentence, ...], bool]:
    """The sentences that may be shown, and whether any was withheld."""
    kept = tuple(sentence for sentence in sentences if is_grounded(sentence, articles))
    return kept, len(kept) < len(sentences)


def _read_apart(sentence: Sentence, articles: Articles) -> list[Quantity]:
    """The quantities of a sentence, what it quotes read by itself: "1,400" within the report's own
    words is no number of the language around them."""
    left, found = sentence.text, list[Quantity]()
    for quoted in sentence.quoted:
        article = articles(quoted.doc)
        words = article.text[quoted.start : quoted.end] if article is not None else ""
        at = left.rfind(words) if words else -1
        if at >= 0:
            left = left[:at] + " " * len(words) + left[at + len(words) :]
            found += (replace(q, start=q.start + at, end=q.end + at) for q in _read_back(words))
    return [*_read_back(left), *found]


def _is_held(quoted: Quoted, text: str, articles: Articles) -> bool:
    """Whether a quotation stands in the article, at its place, as the sentence has it."""
    article = articles(quoted.doc)
    if article is None or not _is_there(quoted, articles):
        return False
    return article.text[quoted.start : quoted.end] in text


def _is_there(slice_: Quoted, articles: Articles) -> bool:
    """Whether the article is held in the version that the slice was taken from."""
    article = articles(slice_.doc)
    return (
        article is not None
        and article.version == slice_.version
        and 0 <= slice_.start < slice_.end <= len(article.text)
    )


def _inside(quantity: Quantity, labels: Sequence[Span]) -> bool:
    return any(span.start <= quantity.start and quantity.end <= span.end for span in labels)
