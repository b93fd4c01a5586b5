"""Whether what is wrong in a report was flagged, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.scorers.labels import Label
from indexing.records import MetricFact


@dataclass(frozen=True, slots=True)
class FlagScore:
    """Rows flagged for a fault of their report, beside the labels that are."""

    hits: int = 0
    """Flagged rows whose label is flagged too."""
    flagged: int = 0
    faults: int = 0
    """Labels that are flagged."""
    rows: int = 0
    """All rows, repetitions among them."""

    @property
    def false(self) -> int:
        """Rows flagged whose label is not, or that no label meets."""
        return self.flagged - self.hits

    def __add__(self, other: FlagScore) -> FlagScore:
        return FlagScore(
            self.hits + other.hits,
            self.flagged + other.flagged,
            self.faults + other.faults,
            self.rows + other.rows,
        )

    def __str__(self) -> str:
        return (
            f"flags: {self.hits} of {self.faults} faults seen, "
            f"{self.false} of {self.rows} rows falsely flagged"
        )


def score_flags(
    rows: Sequence[MetricFact],
    labels: Sequence[Label],
    pairs: Sequence[tuple[MetricFact, Label]],
) -> FlagScore:
    """The flags of one article's rows; `pairs` are the rows and labels that belong together."""
    hits = sum(_is_fault(row.flags) and _is_fault(label.flags) for row, label in pairs)
    flagged, faults = (sum(_is_fault(one.flags) for one in some) for some in (rows, labels))
    return FlagScore(hits, flagged, faults, len(rows))


def _is_fault(flags: Iterable[str]) -> bool:
    """Whether flags tell of a fault: saying a thing twice is none."""
    return any(flag != "restated" for flag in flags)
