"""The records that indexing makes: small, frozen, made once and replaced rather than changed.

Offsets count Unicode code points in `Article.text`, from 0, end exclusive, unless a docstring
says otherwise.  Values are exact decimals; dates are calendar days without a time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

Unit = Literal[
    "people",
    "percent",
    "percentage_points",
    "VND",
    "USD",
    "cards",
    "visits",
    "facilities",
    "documents",
    "books",
    "accounts",
    "enterprises",
    "other",
]
"""What a value counts.  Money is in single dong or dollars, percent is 0 to 100."""
SHARES: Final[tuple[Unit, ...]] = ("percent", "percentage_points")
"""The units of shares."""
CURRENCIES: Final[tuple[Unit, ...]] = ("VND", "USD")
"""The units of money."""
UNCOUNTED: Final[tuple[Unit, ...]] = (*SHARES, *CURRENCIES)
"""Units in which nothing is counted one by one."""
ADDITIVE: Final[tuple[Unit, ...]] = ("people", "VND", "USD", "cards", "visits", "facilities",
                                     "documents", "books", "accounts", "enterprises")  # fmt: skip
"""The units of amounts, which add up: those of parts to that of their whole."""

Bound = Literal["exact", "over", "under", "about"]
"""How the text limits a value: over = more than or at least, under = nearly or less than."""

Direction = Literal["up", "down"]
Aspect = Literal["level", "change", "change_pct", "target_pct", "target", "gap"]
CHANGES: Final[tuple[Aspect, ...]] = ("change", "change_pct")
"""The aspects of figures that tell how another has moved."""
RELATIVE: Final[tuple[Aspect, ...]] = ("target_pct", "change_pct")
"""The aspects of percentages of a plan or an earlier figure, whatever unit the metric has."""
OF_TARGET: Final[tuple[Aspect, ...]] = ("target_pct", "gap")
"""The aspects of figures that tell how far a target was reached."""
Flag = Literal["source_inconsistency", "implausible", "restated"]
PlaceKind = Literal["country", "province", "district", "region", "foreign"]
"""A region is several provinces, "foreign" is any place beyond Viet Nam, the world included."""
Language = Literal["en", "vi"]


class Span(NamedTuple):
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read from its file."""

    doc: str
    """Public id: the file name without its extension."""
    version: str
    """SHA-256 (hex) of `text` in UTF-8."""
    text: str
    """The decoded file: byte-order mark dropped, CRLF turned to LF, otherwise unchanged."""
    title: str
    published: date | None
    publisher: str | None
    url: str | None
    body: Span
    """Where the prose stands in `text`, front matter or headline and date line left out."""
    furniture: tuple[Span, ...] = ()
    """Captions, signatures and menu words inside `body`: they are no prose and hold no figures."""
    place: str | None = None
    """The place that the front matter names, as written there; None where it names none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article, the unit that retrieval finds."""

    id: str
    """SHA-256 (hex, shortened) over the article's version and the passage's offsets."""
    doc: str
    version: str
    ordinal: int
    """0 for the article's first passage."""
    start: int
    end: int
    text: str
    """Exactly `Article.text[start:end]`."""
    heading: str | None
    tokens: int
    """Length of `text` in cl100k_base tokens."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text, as `find_quantities` reads it.  A range gives two."""

    value: Decimal
    unit: Unit
    unit_text: str | None
    """The printed unit or counted noun ("per cent", "participants"); None if there is none."""
    bound: Bound
    direction: Direction | None
    """The way a verb or preposition of the clause points ("fell by", "up"), if any."""
    start: int
    end: int

    @property
    def is_bare(self) -> bool:
        """Whether nothing printed with it tells what it counts."""
        return self.unit == "other" and self.unit_text is None


@dataclass(frozen=True, slots=True)
class Period:
    """One expression of time, resolved to days.

    `notation` is the metric table's: a span `2023`, `2023-Q1`, `2023-H1`, `2023-01/2023-09`; a
    moment `@2022-03-31`, `@2023-02` (that month's end), `@2023` (that year's end).
    """

    text: str
    start: int
    end: int
    notation: str
    first_day: date
    last_day: date
    """For a moment both days are the moment itself: `@2023` is 2023-12-31 twice."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text."""

    name: str
    """Plain ASCII English: "Binh Phuoc", "Viet Nam", "Nam Dan district, Nghe An"."""
    kind: PlaceKind
    province: str | None
    """The province of a district; the name itself for a province; None for any other."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MetricMention:
    """Words of a text that name a metric of the catalogue."""

    metric: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MetricFact:
    """One row of the metric table: one figure of one report."""

    doc: str
    version: str
    """Version of the article that `start` and `end` point into."""
    place: str | None
    metric: str
    group: str | None
    """The part of the whole that the figure is about; None for the whole."""
    subject: str | None
    """What is counted, in the report's words; given for the metric `other`, else None."""
    aspect: Aspect
    value: Decimal
    unit: Unit
    bound: Bound
    period: str | None
    vs: str | None
    start: int
    end: int
    """`text[start:end]` is the figure as printed, with its bound and unit words."""
    quote_start: int
    quote_end: int
    quote: str
    """The sentence around the figure: exactly `text[quote_start:quote_end]`."""
    flags: tuple[Flag, ...] = ()
    at_odds: tuple[int, ...] = ()
    """Starts of the figures of the same report that cannot all be right together with this one."""
