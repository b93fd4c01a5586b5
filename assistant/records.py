"""The records that answering makes, in the shapes that the doors render.

`Answer` and `CheckReport` are the contract: their JSON names and meanings are fixed, other
programs rely on them.  Offsets of figures count code points in the text that holds them (the
answer, or the checked text); offsets of citations count code points in the cited article.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from indexing.records import Aspect, Bound, Language, Passage, Period, Quantity, Span, Unit

Status = Literal["answered", "not_found", "clarify"]
Mode = Literal["table", "passages", "model"]
Verdict = Literal["verified", "derived", "contradicted", "unsupported"]
Operation = Literal["value", "list", "rank", "compare", "total", "average", "ratio"]
Intent = Literal["figure", "passages"]


UNNAMED = -1
"""Where a period stands that no question names."""

Side = Literal["above", "below"]
"""On which side of a figure another one stands."""
Occasion = Literal["highest", "lowest", "first", "equal", "ever"]
"""Which of its times a figure is asked for: that at which it was highest or lowest, the first at
which it was what the question puts forward, each at which it was just that, or any at which it
was."""
Holdings = Literal[
    "abilities", "newest", "oldest", "figure", "absent", "places", "years", "reports"
]
"""What is asked of the collection itself: what it can be asked, the newest or the oldest of its
reports, where a figure stands in them, of which provinces it holds nothing, of which places or
years it holds figures, or which reports there are.  The first that a question names decides."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where beside a place's own figure the places of a list are to be: "above Hanoi", "closest to
    the national rate", "within 2 points of it"."""

    place: str
    side: Side | Literal["near"]
    within: Decimal | None = None
    """For "near": by no more than this they may differ from it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is to be put in order: "which district", "which hospital"."""

    name: str
    """As `data/questions/subjects/places.toml` has it under `kinds`."""
    word: str
    """As the question has it, in small letters."""
    span: Span
    """Where the question has it."""

    @property
    def is_province(self) -> bool:
        """Whether it is what most figures are told of, and put in order where no kind is named."""
        return self.name == "province"

    @property
    def is_wider(self) -> bool:
        """Whether it is made up of provinces."""
        return self.name in ("region", "country")


@dataclass(frozen=True, slots=True)
class Order:
    """From which end a list or a ranking is wanted, and how much of it."""

    lowest_first: bool = False
    both_ends: bool = False
    """The highest and the lowest are both asked for."""
    most: int | None = None
    """How many of the first are wanted."""
    nth: int | None = None
    """Which one is asked for: "who comes second?"."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the assistant understood it."""

    question: str
    plain: str
    """The question with misspelt words set right; cue words are looked for in it."""
    language: Language
    intent: Intent
    operation: Operation
    metrics: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    """Any of these will do; the level where the question names none."""
    places: tuple[str, ...]
    """Empty: the whole country, or every place where places are listed or ranked."""
    periods: tuple[Period, ...]
    """Empty: the latest is wanted.  What an earlier question named stands before it, below 0."""
    gist: str
    """The question in English words, for finding passages; an English question is its own."""
    words: frozenset[str]
    """The folded content words, among them the name of a part of the whole if one is asked for."""
    parts: frozenset[str] = frozenset()
    """The parts of a whole that the question names, by one name each."""
    unknown: frozenset[str] = frozenset()
    """Those of `words` that name nothing known and are no way of asking."""
    qualifiers: tuple[str, ...] = ()
    """Words that narrow what is asked and were not understood as place, period or metric."""
    readings: bool = False
    """The metrics are alternative readings of an ambiguous question rather than parts of it."""
    joint: str | None = None
    """The metric that counts all of `metrics` together, where the question lists insurances."""
    versus: tuple[Period, ...] = ()
    """What the asked periods are compared with."""
    further: tuple[Query, ...] = ()
    """What the question asks for besides: "and the target?"."""
    then: Query | None = None
    """The next part of the question, where it asks for itself: "and why did it fall?"."""
    is_behind: bool = False
    """It is a part of a question behind one that asks of what the reports are on, and so is on it
    too, whatever words it has: "and for how many staff?"."""
    of_answer: Literal["teller", "source", "worth"] | None = None
    """What it asks of the answers to the parts before it, for which neither rows nor passages are
    sought: who told them ("and who said so?"), which report did, or what to think of them ("and is
    that good?")."""
    premise: Query | None = None
    """What a question that asks why or when takes for granted, as a question for that figure."""
    is_premise: bool = False
    """It is what another question takes for granted: put forward, though nobody asks whether."""
    order: Order = Order()
    people_concerned: bool = False
    """Those are asked for whom the figure concerns, as its own sentence tells them: "how many
    workers did that hit?"."""
    over_time: bool = False
    """The figures of all times are wanted: a trend."""
    occasion: Occasion | None = None
    """One of its times is asked for, rather than what the figure was."""
    everywhere: bool = False
    """For a total or an average: that of the figures of every place is wanted."""
    kind: Kind | None = None
    """For a list or a ranking: what its rows are to be; None where the question leaves it open."""
    standing: Standing | None = None
    """For a list: only the places on this side of another place's figure are wanted."""
    left_out: tuple[str, ...] = ()
    """For a list or a ranking: places that are not to be among them."""
    grew: Side | None = None
    """On which side of the growth of the second of two metrics or places that of the first is asked
    to be: "did visits rise faster than spending?"."""
    dollars: bool = False
    portion: Decimal | None = None
    """The share of the figure that is to be worked out, in per cent."""
    towards: Quantity | None = None
    """The level that the question names, to which the way is asked: "how far from 95 per cent?"."""
    claimed: tuple[Quantity, ...] = ()
    """Figures that the question itself puts forward; offsets count in the question."""
    unsure_places: tuple[str, ...] = ()
    """Places that a misspelt name may mean, when none of them is near enough to be taken."""
    year_taken: int | None = None
    """The year that a time was read as of which the question names without one: the latest for
    which reports answer."""
    left_open: Literal["metric", "place", "question"] | None = None
    """What is pointed at ("it", "the district") and told by nothing: neither by the question nor by
    those before it; or that nothing is asked at all ("thanks")."""
    holdings: Holdings | None = None
    """What is asked of the collection itself rather than of what its reports say."""
    typed: str = ""
    """The words of a part of a question as they were typed; empty where it is no part."""

    @property
    def slots(self) -> tuple[object, ...]:
        """All that tells one question for figures from another."""
        times = tuple(period.notation for period in self.periods)
        return (self.intent, self.operation, self.metrics, self.aspects, self.places,
                times, self.qualifiers, self.parts, self.dollars, self.portion,
                self.order.lowest_first, self.kind and self.kind.name, self.standing,
                self.people_concerned, self.order.nth, self.occasion, self.left_out,
                self.towards and self.towards.value)  # fmt: skip

    @property
    def asked_in_turn(self) -> tuple[Query, ...]:
        """The parts of the question that each ask for themselves, the first one first."""
        behind = self.then.asked_in_turn if self.then else ()
        return (replace(self, then=None), *behind)


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
