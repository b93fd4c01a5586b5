"""Unit and scale of a table's bare numbers: "Debt (billion VND)", "members in thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from indexing.extraction.table.cells import PrintedTable
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page
from indexing.extraction.topic.topics import Topic, topic_of, unit_of_measure
from indexing.reading.quantity.quantities import find_quantities, plain_value
from indexing.records import SHARES, UNCOUNTED, Quantity, Span, Unit

_INSIDE = re.compile(r"\(([^()]+)\)")
_NOTE = re.compile(
    r"(?:\bin|\bunits?\s*:?|\bđơn vị(?: tính)?\s*:?)\s+([^.,;:()|\n]+)", re.IGNORECASE
)
"""Where the words around a table tell its units."""
_LAST_WORDS = re.compile(r",\s+([^\s.,;:()|]+(?: [^\s.,;:()|]+){0,2})\W*$")
"""The same at the end of a caption: "Collection by district, VND billion"."""


def scaled(
    page: Page,
    quantity: Quantity,
    beside: Sequence[Span],
    label: Span,
    above: Sequence[Span],
    table: PrintedTable,
    topic: Topic,
    rate: bool,
) -> Quantity:
    """A bare number with the unit and scale of its column or row, else of its whole table.

    `beside` are the words of its column and row, `label` those that its row is headed by, `above`
    those over such labels; a `rate` is in per cent.  Where no unit is told it counts what its topic
    names.
    """
    if not quantity.is_bare:
        return quantity
    counted = "percent" if rate else _counted(topic)
    near, named = _all_told(page, beside), _all_told(page, (label,))
    marked = [unit for unit in (*near, *named, *_all_told(page, above)) if not _is_noun(unit)]
    noted = _noted([page.text[note.start : note.end] for note in table.notes], counted)
    named = [] if counted else named  # "Pupils" in a table of cards
    nouns = [unit for unit in (*near, *named) if _is_noun(unit)]
    units = marked or [unit for unit in noted if unit.unit == (nouns or noted)[0].unit] or nouns
    if units:
        unit = max((u for u in units if u.unit == units[0].unit), key=lambda u: u.value)
        value = plain_value(quantity.value * unit.value)
        if unit.unit_text is None and counted is not None and counted not in UNCOUNTED:
            unit = replace(unit, unit=counted)  # a bare scale: "visits (million)"
        return replace(quantity, value=value, unit=unit.unit, unit_text=unit.unit_text)
    broken = counted not in SHARES and quantity.value % 1 != 0  # 1.46 people: of an unknown scale
    if counted is None or counted == "VND" or broken:
        return quantity
    return replace(quantity, unit=counted)


def _all_told(page: Page, spans: Sequence[Span]) -> list[Quantity]:
    return [unit for span in spans for unit in _told("".join(page.unnamed((span,))))]


def is_unit(word: str) -> bool:
    """Whether a word tells a unit or a scale, and no one counted: "VND", "billion"."""
    return any(not _is_noun(unit) for unit in _units(word))


def unit_told(page: Page, label: Span) -> Unit | None:
    """The unit that a row's label tells in brackets, if it does: "Members (thousand people)"."""
    words = _INSIDE.findall("".join(page.unnamed((label,))))
    return next((unit.unit for part in words for unit in _units(part)), None)


def in_unit_above(
    page: Page, sentence: SentenceSpan, figures: Sequence[Quantity]
) -> list[Quantity]:
    """The figures of a list item or a line; a bare one in the unit that the words above tell for
    what it counts: "Money (billion VND)"."""
    if sentence.kind not in ("item", "line"):
        return list(figures)
    at = page.sentences.index(sentence)
    while at and page.sentences[at].kind == "item":
        at -= 1
    opening = page.sentences[at]
    opens = opening.kind == "line" or page.text[opening.end - 1] == ":"
    spans = [Span(opening.start, opening.end)] if opens else []
    spans += [sentence.heading] if sentence.heading is not None else []
    notes = [page.text[span.start : span.end] for span in spans]
    phrases = [p for note in notes for p in (*_INSIDE.findall(note), *_LAST_WORDS.findall(note))]
    told = [unit for words in phrases for unit in _units(words)]
    return [_in_unit(page, sentence, one, told) for one in figures] if told else list(figures)


def _in_unit(
    page: Page, sentence: SentenceSpan, quantity: Quantity, told: Sequence[Quantity]
) -> Quantity:
    if not quantity.is_bare:
        return quantity
    counted = _counted(topic_of(page, Span(sentence.start, quantity.start)))
    unit = next((unit for unit in told if counted in (None, unit.unit)), None)
    if unit is None:
        return quantity
    value = plain_value(quantity.value * unit.value)
    return replace(quantity, value=value, unit=unit.unit, unit_text=unit.unit_text)


def is_rate(page: Page, *spans: Span) -> bool:
    """Whether a coverage is named."""
    return any(term.id == "coverage" for term in page.terms_in(spans))


def _counted(topic: Topic) -> Unit | None:
    """What a topic is counted in: a scheme in people."""
    scheme: Unit | None = "people" if topic.scheme is not None else None
    return unit_of_measure(topic.measure) or scheme


def _told(words: str) -> Iterator[Quantity]:
    """The units that a heading or label tells, in brackets or in its words."""
    for part in (*_INSIDE.findall(words), words):
        yield from _units(part)


def _is_noun(unit: Quantity) -> bool:
    """Whether a unit is just what is counted, "members", and leaves open in what scale."""
    return unit.value == 1 and unit.unit not in UNCOUNTED


def _noted(notes: Sequence[str], counted: Unit | None) -> list[Quantity]:
    """The units told beside a table for what is counted so: money in one, people in another."""
    told = (_INSIDE, _NOTE, _LAST_WORDS)
    phrases = [phrase for note in notes for words in told for phrase in words.findall(note)]
    units = [unit for phrase in phrases for unit in _units(phrase)]
    if counted in (None, "facilities") and len({unit.unit for unit in units}) == 1:
        return units  # what hospitals are told of, or a heading that names no metric: "Spent"
    scales = (unit for phrase in phrases for unit in _scales(phrase) if counted not in UNCOUNTED)
    return [unit for unit in units if unit.unit == (counted or "people")] or [*scales]


@lru_cache(maxsize=256)
def _units(words: str) -> tuple[Quantity, ...]:
    """What one of a unit is, read as any quantity: "billion VND" as "1 billion VND", "thousands"
    as "1 thousand people"."""
    plain = words.strip(" *|")
    currency, _, scale = plain.partition(" ")
    told = [*_read(f"1 {plain}"), *_read(f"{currency} 1 {scale}")]
    return tuple(sorted([*told, *_scales(words)], key=lambda unit: unit.value, reverse=True))


def _scales(words: str) -> list[Quantity]:
    """What one of a bare scale is, in people if it is of nothing else: "thousands"."""
    plain = words.strip(" *|").removesuffix("s")
    found = [one for one in _read(f"1 {plain} people") if one.unit == "people" and one.value > 1]
    return [replace(one, unit_text=None) for one in found]


def _read(words: str) -> list[Quantity]:
    """The one quantity that these words are from their beginning, if it has a unit."""
    found = find_quantities(words)
    return [q for q in found if len(found) == 1 and q.start == 0 and q.unit != "other"]
