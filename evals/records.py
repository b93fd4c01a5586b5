"""The records that judging makes: a sample, what came of it, and a run over a whole task."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Outcome = Literal["right", "missing", "wrong"]
"""missing: declined though the reports hold it; wrong: any other fault."""

Fault = Literal[
    "status",  # answered where it should decline, or the other way round
    "wrong_figure",  # a figure in the answer that the sample does not list
    "missing_figure",  # a figure that the sample lists and the answer does not give
    "citation",  # the listed source is not cited, or not where the figure is
    "mark",  # a mark without a citation
    "quote",  # a citation's quote is not what the article holds at its offsets
    "record",  # `figures` and the words of the answer tell different things
]

Slot = Literal["intent", "metrics", "aspects", "places", "periods", "operation", "part"]
"""What a question names, as far as its reading is judged; "part": whether it asks for a part."""

FigureSlot = Literal[
    "value",  # its magnitude
    "sign",
    "unit",
    "bound",
    "metric",
    "aspect",
    "place",
    "part",  # whether it is about a part of the whole
    "period",
    "computed",  # whether it is marked as computed where it must be
]
"""What a figure is compared in; all of them make a figure right."""

FIGURE_SLOTS: tuple[FigureSlot, ...] = get_args(FigureSlot)


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure that a right answer gives.  Where a field lists several values, each will do."""

    value: Decimal
    """Signed for a change: "fell by 5" is -5."""
    units: tuple[str, ...]
    bound: str
    metrics: tuple[str, ...]
    aspects: tuple[str, ...]
    places: tuple[str | None, ...]
    part: bool
    """Whether the figure is about a part of the whole."""
    periods: tuple[str | None, ...]
    """In the metric table's notation."""
    derived: bool = False
    """Computed from reported figures; its evidence is then one of these."""


@dataclass(frozen=True, slots=True)
class Source:
    """Words of an article that must be cited: code points of its text, end exclusive."""

    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """One question with what is expected of its answer."""

    id: str
    """The class of the question and its number in it: "value-07"."""
    question: str
    history: tuple[str, ...]
    """Earlier questions, oldest first."""
    status: tuple[str, ...]
    """The accepted statuses."""
    figures: tuple[ExpectedFigure, ...]
    """All of them are to be given."""
    also: tuple[ExpectedFigure, ...]
    """These may be given beside them."""
    evidence: tuple[Source, ...]
    """One for each of `figures`, in their order; without figures, the words to be cited."""

    @property
    def kind(self) -> str:
        """The class of the question."""
        return self.id.rsplit("-", 1)[0]

    @property
    def answerable(self) -> bool:
        """Whether the reports hold an answer."""
        return "answered" in self.status


@dataclass(frozen=True, slots=True)
class Grounds:
    """How the figures of one answer meet the listed ones and the quotes that they cite."""

    listed: int
    given: int
    differing: tuple[tuple[FigureSlot, ...], ...]
    """For each pair of a given and a listed figure, what differs in it."""
    reported: int
    """Given figures that are not computed: each must be cited."""
    held: int
    """Those of them of which some cited quote holds the figure."""
    cited: int
    """Marks of the reported figures, each counted with its figure."""
    holding: int
    """Those of the marks whose quote is the article's and holds the figure."""


@dataclass(frozen=True, slots=True)
class Support:
    """How the statements of one answer meet the quotes of their marks."""

    statements: int
    """Those that tell a figure or quote words."""
    supported: int
    """Those of them of which the quotes of their marks hold all that they tell."""
    marks: int
    """Marks of these statements."""
    needed: int
    """Marks of supported statements without which the rest would not support them, or that
    support them alone."""


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one sample."""

    sample: str
    outcome: Outcome
    faults: tuple[Fault | Slot, ...]
    """For a reading, the slots that were misread."""
    wrong_figures: int
    """How many figures of the answer are none that the sample lists."""
    answerable: bool
    """Whether the reports hold an answer; not where declining was accepted and done."""
    declined: bool
    elapsed_ms: float
    said: str
    """The answer as given, or the reason for none."""
    language: str = "en"
    mode: str = "table"
    """Where the answer comes from, as `Answer.mode` tells it."""
    follows: bool = False
    """Whether questions came before."""
    grounds: Grounds | None = None
    support: Support | None = None
    """Both None where no answer was scored."""

    @property
    def kind(self) -> str:
        """The class of the question."""
        return self.sample.rsplit("-", 1)[0]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a run with its 95 % interval, all three in the same unit."""

    name: str
    value: float
    low: float
    high: float
    of: int
    """How many samples or rows it was counted over."""


@dataclass(frozen=True, slots=True)
class Run:
    """A task carried out once."""

    task: str
    version: int
    started: str
    """ISO 8601, UTC."""
    index: str
    """Fingerprint of the index that was judged."""
    measures: tuple[Measure, ...]
    scores: tuple[Score, ...]
    seconds: float = 0.0
    """How long it took."""
