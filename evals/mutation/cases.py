"""The cases of the mutation gate: true sentences, the same put otherwise, and the same put wrong.

A sentence that was put wrong and is true all the same, of another row, is found by the table and
left out.  The same seed gives the same cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from random import Random
from typing import get_args

from assistant.evidence.rows.adding import COUNTED_ONCE
from evals.mutation.altering import ALTERATIONS
from evals.mutation.claims import Claim, can_be_told, composed, quoted
from evals.mutation.editing import EDITS
from evals.mutation.held import Held
from evals.mutation.rewording import REWORDINGS
from indexing.agreement import key_of
from indexing.reading.metric.metrics import find_terms
from indexing.reading.place.places import find_places
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Language, MetricFact

COMPOSED, QUOTED = "as the assistant says it", "as the report says it"
"""The classes of sentences that nothing was done to."""
CITATION = "citation"
"""The class of sentences whose row was given another row's citation."""
_QUOTED_SHARE = 4
"""Of what is put wrong, one in so many is in the reports' own words, where these can be edited."""


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, the class it belongs to, and whether it is true."""

    kind: str
    claim: Claim
    true: bool


def cases(held: Held, most: int, seed: int = 1) -> tuple[Case, ...]:
    """At most `most` cases of each class.

    The classes of what was put wrong are the keys of `ALTERATIONS`; true sentences have their own.
    """
    maker = _Maker(held, Random(seed), most)
    return (*maker.true(), *maker.false())


def tampered(held: Held, most: int, random: Random) -> list[tuple[Case, Held]]:
    """True sentences over a table in which their row points to another row's place in a report."""
    found: list[tuple[Case, Held]] = []
    for row in random.sample(held.rows, len(held.rows)):
        other = random.choice(held.rows)
        if len(found) == most:
            break
        if can_be_told(row) and not _counts(row.group) and abs(other.value) != abs(row.value):
            moved = replace(
                row, doc=other.doc, version=other.version, start=other.start, end=other.end,
                quote_start=other.quote_start, quote_end=other.quote_end, quote=other.quote,
            )  # fmt: skip
            rows = tuple(known for known in held.rows if key_of(known) != key_of(row))
            if Held(held.articles, rows).is_true(row) or row.metric in COUNTED_ONCE:
                continue  # others tell it, or make it up
            claim = composed(row, row, random.choice(get_args(Language)), held)
            found.append((Case(CITATION, claim, False), Held(held.articles, (*rows, moved))))
    return found


class _Maker:
    """Draws the cases of each class in a random order of rows and languages."""

    def __init__(self, held: Held, random: Random, most: int) -> None:
        self._held, self._random, self._most = held, random, most
        self._told = [row for row in held.rows if can_be_told(row) and not _counts(row.group)]
        self._printed = [row for row in held.rows if _is_settled(row, held)]

    def true(self) -> Iterator[Case]:
        """Sentences as they are said, and said otherwise."""
        yield from self._cases(
            COMPOSED, (composed(row, row, v, self._held) for row, v in self._draw()), True
        )
        shown = self._shuffled(self._printed)
        yield from self._cases(QUOTED, (quoted(row, self._held) for row in shown), True)
        for kind, reword in REWORDINGS.items():
            claims = (reword(row, v, self._held, self._random) for row, v in self._draw())
            yield from self._cases(kind, claims, True)

    def false(self) -> Iterator[Case]:
        """Sentences put wrong: of reports, then of the assistant."""
        for kind, alter in ALTERATIONS.items():
            edited = list(islice(self._edited(kind), self._most // _QUOTED_SHARE))
            altered = (
                composed(said, row, v, self._held)
                for row, v in self._draw()
                if (said := alter(row, self._random)) is not None
                and not (kind == "metric" and find_terms(row.group or ""))
            )
            yield from self._cases(kind, (*edited, *self._untrue(kind, altered)), False)

    def _edited(self, kind: str) -> Iterator[Claim]:
        edit = EDITS.get(kind)
        rows = self._shuffled(self._printed) if edit is not None else []
        claims = (edit(row, self._held, self._random) for row in rows if edit is not None)
        return self._untrue(kind, (claim for claim in claims if claim is not None))

    def _untrue(self, kind: str, claims: Iterator[Claim]) -> Iterator[Claim]:
        """Claims that no row makes true, nor the words in which the report prints the figure."""
        for claim in claims:
            row, article = claim.row, self._held.articles[claim.row.doc]
            read = find_quantities(article.text[row.start : row.end])
            own_words = kind == "points" and read and read[0].unit == claim.said.unit
            if not own_words and not self._held.is_true(claim.said):
                yield claim

    def _cases(self, kind: str, claims: Iterable[Claim | None], true: bool) -> list[Case]:
        return [
            Case(kind, claim, true)
            for claim in islice((c for c in claims if c is not None), self._most)
        ]

    def _draw(self) -> list[tuple[MetricFact, Language]]:
        pairs = list(product(self._told, get_args(Language)))
        self._random.shuffle(pairs)
        return pairs

    def _shuffled(self, rows: Sequence[MetricFact]) -> list[MetricFact]:
        return self._random.sample(rows, len(rows))


def _is_settled(row: MetricFact, held: Held) -> bool:
    """Whether a row's report tells its place and period to whoever reads it."""
    if row.place is None or row.period is None:
        return False
    named = find_places(held.articles[row.doc].text)
    return any(row.place in (mention.name, mention.province) for mention in named)


def _counts(group: str | None) -> bool:
    """Whether the name of a part is itself a figure: a sentence about it would tell two."""
    return bool(group and find_quantities(group))
