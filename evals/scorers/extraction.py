"""How well the metric table's rows agree with labelled figures.

Rows and labels of one article are matched one to one: equal values only, preferring a row that
stands inside the label's quote and agrees in more fields.  A match is then judged at five depths,
each including the one before: the value; its unit; metric and aspect; place and period; bound
and vs (`whole`).  A row flagged `restated` that repeats a labelled value is no error, as labels
name a repeated figure once; flags of faults are scored by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.stats import bootstrap

from evals.scorers.flags import FlagScore, score_flags
from evals.scorers.labels import Label
from indexing.reading.period.notation import same_days
from indexing.records import MetricFact

DEPTHS = ("value", "unit", "metric", "place_period", "whole")


@dataclass(frozen=True, slots=True)
class Rate:
    """Counts behind precision and recall at one depth."""

    hits: int
    rows: int
    labels: int

    @property
    def precision(self) -> float:
        """Share of the rows that agree with a label; 1.0 without rows."""
        return self.hits / self.rows if self.rows else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that a row agrees with; 1.0 without labels."""
        return self.hits / self.labels if self.labels else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.rows + self.labels
        return 2 * self.hits / total if total else 1.0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.hits + other.hits, self.rows + other.rows, self.labels + other.labels)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A label or row that did not come out whole."""

    doc: str
    fields: tuple[str, ...]
    """The fields that differ; ("missed",) without a row, ("extra",) without a label."""
    label: Label | None
    row: MetricFact | None


@dataclass(frozen=True, slots=True)
class ExtractionScore:
    """Agreement of rows and labels over a set of articles."""

    by_depth: Mapping[str, Rate]
    by_article: Mapping[str, Mapping[str, Rate]]
    by_metric: Mapping[str, Rate]
    """At depth `whole`, under the label's metric (a row's own where no label matches)."""
    parts_as_whole: int
    """Matched rows without a group whose label names one: a part told as the whole."""
    flags: FlagScore
    errors: tuple[Mismatch, ...] = field(default=(), repr=False)

    def interval(self, depth: str, measure: str, seed: int = 0) -> tuple[float, float]:
        """95 % bootstrap interval over articles of `measure` (precision, recall or f1)."""
        rates = [article[depth] for article in self.by_article.values()]
        point = float(getattr(self.by_depth[depth], measure))
        if len(rates) < 2:
            return point, point
        index = {"precision": (1,), "recall": (2,), "f1": (1, 2)}[measure]
        counts = np.array([(r.hits, r.rows, r.labels) for r in rates], dtype=float)

        def statistic(chosen: np.ndarray, axis: int = -1) -> np.ndarray:
            sums = counts[chosen.astype(int)].sum(axis=-2)
            below = sums[..., list(index)].sum(axis=-1)
            hits = sums[..., 0] * len(index)
            return np.asarray(np.where(below > 0, hits / np.where(below > 0, below, 1), 1.0))

        found = bootstrap(
            (np.arange(len(rates)),),
            statistic,
            n_resamples=1000,
            method="percentile",
            vectorized=True,
            random_state=seed,
        ).confidence_interval
        return float(found.low), float(found.high)


def agreeing_fields(row: MetricFact, label: Label) -> frozenset[str]:
    """The fields in which the row agrees with the label, alternatives counted."""
    agreed = {
        "value": row.value == label.value,
        "unit": row.unit == label.unit or row.unit in label.unit_also,
        "metric": _kind_agrees(row, label),
        "place": row.place == label.place or row.place in label.place_also,
        "period": any(_same(row.period, p) for p in (label.period, *label.period_also)),
        "bound": row.bound == label.bound,
        "vs": _same(row.vs, label.vs),
    }
    return frozenset(name for name, holds in agreed.items() if holds)


def _same(one: str | None, other: str | None) -> bool:
    """Two notations of one span or one moment: `@2023` and `@2023-12`, but not `2023`."""
    if one is None or other is None or one == other:
        return one == other
    return one.startswith("@") == other.startswith("@") and same_days(one, other)


def _kind_agrees(row: MetricFact, label: Label) -> bool:
    """Metric and aspect are judged as a pair: a new member is a change of the scheme or a level
    of `other`, never a level of the scheme."""
    aspect = row.aspect == label.aspect or row.aspect in label.aspect_also
    if row.metric in label.metric_also:
        return aspect
    if row.metric != label.metric:
        return False
    return row.aspect == label.aspect or (aspect and not label.metric_also)


_NEEDED = {
    "value": frozenset({"value"}),
    "unit": frozenset({"value", "unit"}),
    "metric": frozenset({"value", "unit", "metric"}),
    "place_period": frozenset({"value", "unit", "metric", "place", "period"}),
    "whole": frozenset({"value", "unit", "metric", "place", "period", "bound", "vs"}),
}
_INSIDE = 20
_EQUAL = 100


def match(
    rows: Sequence[MetricFact], labels: Sequence[Label], text: str
) -> list[tuple[MetricFact, Label]]:
    """The best one-to-one matching of rows and labels with equal values.

    `text` is the article: a row inside the label's quote is preferred to one elsewhere.
    """
    if not rows or not labels:
        return []
    weights = np.zeros((len(rows), len(labels)))
    for j, label in enumerate(labels):
        spans = tuple(occurrences(label.quote, text))
        for i, row in enumerate(rows):
            if row.value == label.value:
                inside = any(start <= row.start and row.end <= end + 1 for start, end in spans)
                agreed = len(agreeing_fields(row, label))
                weights[i, j] = _EQUAL + _INSIDE * inside + agreed
    chosen = zip(*linear_sum_assignment(weights, maximize=True), strict=True)
    return [(rows[i], labels[j]) for i, j in chosen if weights[i, j] > 0]


def occurrences(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `quote` stands in `text`: start and end of each time, none for an empty quote."""
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + 1)


def score_extraction(
    rows_by_doc: Mapping[str, Sequence[MetricFact]],
    labels_by_doc: Mapping[str, Sequence[Label]],
    texts: Mapping[str, str] | None = None,
) -> ExtractionScore:
    """Scores the rows of every article in `labels_by_doc`; an article without rows counts."""
    by_article: dict[str, dict[str, Rate]] = {}
    by_metric: dict[str, Rate] = defaultdict(lambda: Rate(0, 0, 0))
    errors: list[Mismatch] = []
    parts = 0
    flags = FlagScore()
    for doc, labels in labels_by_doc.items():
        rows = rows_by_doc.get(doc, ())
        pairs = match(rows, labels, (texts or {}).get(doc, ""))
        taken = {id(row) for row, _ in pairs}
        met = {id(label) for _, label in pairs}
        values = {label.value for label in labels}
        loose = [row for row in rows if id(row) not in taken]
        extra = [row for row in loose if "restated" not in row.flags or row.value not in values]
        missed = [label for label in labels if id(label) not in met]
        agreed = [agreeing_fields(row, label) for row, label in pairs]
        counted = len(pairs) + len(extra)
        by_article[doc] = {
            depth: Rate(sum(_NEEDED[depth] <= a for a in agreed), counted, len(labels))
            for depth in DEPTHS
        }
        for (row, label), fields in zip(pairs, agreed, strict=True):
            whole = _NEEDED["whole"] <= fields
            by_metric[label.metric] += Rate(int(whole), 1, 1)
            parts += label.group is not None and row.group is None and row.metric != "other"
            if not whole:
                wrong = tuple(sorted(_NEEDED["whole"] - fields))
                errors.append(Mismatch(doc, wrong, label, row))
        flags += score_flags(rows, labels, pairs)
        for label in missed:
            by_metric[label.metric] += Rate(0, 0, 1)
            errors.append(Mismatch(doc, ("missed",), label, None))
        for row in extra:
            by_metric[row.metric] += Rate(0, 1, 0)
            errors.append(Mismatch(doc, ("extra",), None, row))
    by_depth = {
        depth: sum((article[depth] for article in by_article.values()), Rate(0, 0, 0))
        for depth in DEPTHS
    }
    return ExtractionScore(by_depth, by_article, dict(by_metric), parts, flags, tuple(errors))
