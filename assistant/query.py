"""A question as the assistant understood it: what every stage behind the reading of it works on.

What belongs together stands together: `Order` says what is put in order, `Manner` what is wanted
of a figure beside its value, `Unsure` what the reading left unsure; `Linked` holds the questions
that hang on this one, and `Role` says what this one hangs on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from indexing.records import Aspect, Language, Period, Quantity, Span

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
LeftOpen = Literal["metric", "place", "question"]
"""What is pointed at ("it", "the district") and told by nothing: neither by the question nor by
those before it; or that nothing is asked at all ("thanks")."""
OfAnswer = Literal["teller", "source", "worth"]
"""What is asked of the answers before it: who told them ("and who said so?"), which report did, or
what to think of them ("and is that good?")."""
Holdings = Literal[
    "abilities", "newest", "oldest", "figure", "absent", "places", "years", "mentions", "reports",
    "meaning",
]  # fmt: skip
"""What is asked of the collection itself: what it can be asked, the newest or the oldest of its
reports, where a figure stands in them, of which provinces it holds nothing, of which places or
years it holds figures, which reports name something, or which there are, or what a metric's name
means.  The first that a question names decides."""


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
    """What a list or a ranking is to hold: what things, from which end, how many of them."""

    kind: Kind | None = None
    """What its rows are to be; None where the question leaves it open."""
    lowest_first: bool = False
    both_ends: bool = False
    """The highest and the lowest are both asked for."""
    most: int | None = None
    """How many of the first are wanted."""
    nth: int | None = None
    """Which one is asked for: "who comes second?"."""
    standing: Standing | None = None
    """Only the places on this side of another place's figure are wanted."""
    left_out: tuple[str, ...] = ()
    """Places that are not to be among them."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What is wanted of a figure beside its value, and in what it is wanted."""

    over_time: bool = False
    """The figures of all times are wanted: a trend."""
    occasion: Occasion | None = None
    """One of its times is asked for, rather than what the figure was."""
    everywhere: bool = False
    """For a total or an average: that of the figures of every place is wanted."""
    people_concerned: bool = False
    """Those are asked for whom the figure concerns, as its own sentence tells them: "how many
    workers did that hit?"."""
    grew: Side | None = None
    """On which side of the growth of the second of two metrics or places that of the first is asked
    to be: "did visits rise faster than spending?"."""
    dollars: bool = False
    portion: Decimal | None = None
    """The share of the figure that is to be worked out, in per cent."""
    towards: Quantity | None = None
    """The level that the question names, to which the way is asked: "how far from 95 per cent?"."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """What was unsure in reading a question."""

    words: frozenset[str] = frozenset()
    """Those of its content words that name nothing known and are no way of asking."""
    places: tuple[str, ...] = ()
    """Places that a misspelt name may mean, when none of them is near enough to be taken."""
    year: int | None = None
    """The year that a time was read as of which the question names without one: the latest for
    which reports answer."""
    left_open: LeftOpen | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """The questions that hang on another one."""

    further: tuple[Query, ...] = ()
    """What it asks for besides: "and the target?"."""
    then: Query | None = None
    """Its next part, where that asks for itself: "and why did it fall?"."""
    premise: Query | None = None
    """What it takes for granted where it asks why or when, as a question for that figure."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a question is where it does not ask by itself for what the reports say: a part of
    another one, what that takes for granted, or asked of the answers or of the collection."""

    typed: str = ""
    """The words of a part of a question as they were typed; empty where it is no part."""
    is_behind: bool = False
    """It is a part of a question behind one that asks of what the reports are on, and so is on it
    too, whatever words it has: "and for how many staff?"."""
    is_premise: bool = False
    """It is what another question takes for granted: put forward, though nobody asks whether."""
    of_answer: OfAnswer | None = None
    """It is asked of the answers to the parts before it; neither rows nor passages are sought."""
    holdings: Holdings | None = None
    """It is asked of the collection itself rather than of what its reports say."""


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
    qualifiers: tuple[str, ...] = ()
    """Words that narrow what is asked and were not understood as place, period or metric."""
    readings: bool = False
    """The metrics are alternative readings of an ambiguous question rather than parts of it."""
    joint: str | None = None
    """The metric that counts all of `metrics` together, where the question lists insurances."""
    versus: tuple[Period, ...] = ()
    """What the asked periods are compared with."""
    claimed: tuple[Quantity, ...] = ()
    """Figures that the question itself puts forward; offsets count in the question."""
    order: Order = Order()
    manner: Manner = Manner()
    unsure: Unsure = Unsure()
    linked: Linked = Linked()
    role: Role = Role()

    @property
    def slots(self) -> tuple[object, ...]:
        """All that tells one question for figures from another."""
        times = tuple(period.notation for period in self.periods)
        order, manner = self.order, self.manner
        return (self.intent, self.operation, self.metrics, self.aspects, self.places,
                times, self.qualifiers, self.parts, manner.dollars, manner.portion,
                order.lowest_first, order.kind and order.kind.name, order.standing,
                manner.people_concerned, order.nth, manner.occasion, order.left_out,
                manner.towards and manner.towards.value)  # fmt: skip

    @property
    def asked_in_turn(self) -> tuple[Query, ...]:
        """The parts of the question that each ask for themselves, the first one first."""
        then = self.linked.then
        return (self.followed_by(None), *(then.asked_in_turn if then else ()))

    def followed_by(self, then: Query | None) -> Query:
        """The same with another part behind it, or with none."""
        return replace(self, linked=replace(self.linked, then=then))

    def asking(self, *further: Query) -> Query:
        """The same with just these asked for besides."""
        return replace(self, linked=replace(self.linked, further=further))

    def granting(self, premise: Query | None) -> Query:
        """The same with what it takes for granted, or with nothing of that."""
        return replace(self, linked=replace(self.linked, premise=premise))

    def leaving(self, left_open: LeftOpen | None) -> Query:
        """The same with this left open, or with nothing."""
        return replace(self, unsure=replace(self.unsure, left_open=left_open))

    def for_value(self) -> Query:
        """The same asked of one thing: its figure, and no order of things of a kind."""
        return replace(self, operation="value", order=replace(self.order, kind=None))

    def in_words_of(self, other: Query) -> Query:
        """The same asked in the question and the language of another one."""
        return replace(self, question=other.question, language=other.language)
