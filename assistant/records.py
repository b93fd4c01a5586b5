"""The records that answering makes, in the shapes that the doors render.

`Answer` and `CheckReport` are the contract: their JSON names and meanings are fixed, other
programs rely on them.  Offsets of figures count code points in the text that holds them (the
answer, or the checked text); offsets of citations count code points in the cited article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from indexing.records import Aspect, Bound, Language, Passage, Unit

Status = Literal["answered", "not_found", "clarify"]
Mode = Literal["table", "passages", "model"]
Verdict = Literal["verified", "derived", "contradicted", "unsupported"]


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage retrieved for a question; a higher `score` is nearer."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an article that the reader can open."""

    mark: int
    """The number in square brackets, from 1."""
    doc: str
    title: str
    published: date | None
    url: str | None
    start: int
    end: int
    quote: str
    """Exactly the article's `text[start:end]`."""
    highlights: tuple[tuple[int, int], ...]
    """Spans of the cited figures, offsets in the article."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What the table holds where a checked figure says otherwise."""

    value: Decimal
    unit: Unit
    bound: Bound
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in an answer or a checked text, bound to its whole key, and its verdict."""

    text: str
    start: int
    end: int
    value: Decimal
    unit: Unit
    bound: Bound
    metric: str | None
    aspect: Aspect | None
    place: str | None
    group: str | None
    period: str | None
    vs: str | None
    verdict: Verdict
    citations: tuple[int, ...] = ()
    operands: tuple[int, ...] = ()
    """Indexes into the same `figures`, from 0, of the figures a derived one was computed from."""
    note: str | None = None
    reported: Reported | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Several values side by side; `citations[i]` holds the marks of `rows[i]`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    citations: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a door needs to render; the doors add nothing of their own."""

    id: str
    question: str
    understood: str
    status: Status
    answer: str
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...]
    mode: Mode
    language: Language
    index: str
    elapsed_ms: float
    choices: tuple[str, ...] = ()
    table: Table | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A held report as a list of reports names it."""

    doc: str
    title: str
    published: date | None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The figures of a checked text with their verdicts."""

    id: str
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...] = field(default=())
