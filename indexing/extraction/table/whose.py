"""Whose figures a table holds: places, firms and hospitals of its labels, headings and caption."""

from __future__ import annotations

import re
from decimal import Decimal

from indexing.extraction.place.beside import is_met_in
from indexing.extraction.place.naming import province_of
from indexing.extraction.table.cells import PrintedTable, cells_of
from indexing.extraction.text.page import Page, within
from indexing.gazetteer import gazetteer
from indexing.reading.folding import fold
from indexing.reading.phrases import words
from indexing.reading.place.place_words import Marker, markers
from indexing.reading.place.places import find_places
from indexing.records import PlaceMention, Span

_LETTER = re.compile(r"[^\W\d_]")
_ONE = re.compile(r"(?:[^\W_]+\s+)*[^\W_]*[^\Ws]", re.IGNORECASE)
"""Words for one thing: "hospital", "medical centre"."""


def is_of_body(page: Page, table: PrintedTable, label: Span) -> bool:
    """Whether a row is told of one firm or hospital, though its name holds a place's: "An Thi
    Garment", "Chau Doc regional hospital"."""
    listed = page.cues.any("debtors", *table.corner) or page.cues.any("treating", *table.corner)
    named = listed and _LETTER.search("".join(page.unnamed((label,)))) is not None
    return named or any(_ONE.fullmatch(page.text, *term) for term in _hospitals(page, label))


def is_of_hospitals(page: Page, table: PrintedTable, label: Span) -> bool:
    """Whether a row is told of those that treat patients."""
    return page.cues.any("treating", *table.corner) or bool(_hospitals(page, label))


def _hospitals(page: Page, label: Span) -> list[Span]:
    """The words of a label that name those that treat patients."""
    terms = within(page.terms, *label)
    return [Span(term.start, term.end) for term in terms if term.id == "facilities"]


def captioned(page: Page, caption: Span) -> PlaceMention | None:
    """The one place that a caption names: several are only told of, and where the table was handed
    out is not what it holds."""
    named = [
        mention
        for mention in within(page.places, caption.start, caption.end)
        if not is_met_in(page.text, page.cues, mention, caption.start)
    ]
    return named[-1] if len({mention.name for mention in named}) == 1 else None


def listed_place(page: Page, table: PrintedTable, label: Span, home: str | None) -> str | None:
    """The district or commune that a row is told of by its bare name, under the heading "District";
    None where the heading names no such kind, or the label names another place outright.

    A district may bear its province's name: beside other districts that name is its own, unless its
    figures are as large as those of all others together."""
    province = province_of(home)
    corner = page.text[table.corner.start : table.corner.end]
    if province is None or not corner:
        return None
    kinds = _kinds(corner)
    name = page.text[label.start : label.end].strip(" *_")
    if not kinds or not name:
        return None
    known = [d.kind for d in gazetteer().districts_called(name) if d.province == province]
    named = [place.name for place in within(page.places, label.start, label.end)]
    if named and not (known and named == [province] and fold(name) == fold(province)):
        return None
    if named and _is_sum(page, table, label):
        return None
    if not known and len({marker.kind for marker in kinds}) > 1:
        return None
    called = f"{name} {known[0] if known else kinds[0].printed}"
    found = find_places(called, province)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(called)
    return f"{found[0].name.partition(', ')[0]}, {province}" if whole else None


def _is_sum(page: Page, table: PrintedTable, label: Span) -> bool:
    """Whether a row counts as many as all others of its table together: it is their sum, under
    whatever name; a row of rates alone does not tell."""
    others: dict[int, list[Decimal]] = {}
    own: dict[int, Decimal] = {}
    for line in within(page.sentences, table.rows.start, table.rows.end):
        is_own = line.start <= label.start < line.end
        for column, cell in enumerate(cells_of(page, line)):
            for told in within(page.quantities, cell.start, cell.end):
                if is_own:
                    own[column] = told.value
                else:
                    others.setdefault(column, []).append(told.value)
    return any(column in others and value >= sum(others[column]) for column, value in own.items())


def _kinds(heading: str) -> list[Marker]:
    """The kinds of places that a heading counts, the English singulars: "District", "Wards"."""
    told = set(words(fold(heading)))
    return [
        marker
        for marker in markers()
        if not (marker.vietnamese or marker.plural)
        and {marker.printed, f"{marker.printed}s"} & told
    ]
