"""A score of extraction as lines: aggregate numbers, and errors where these may be read."""

from __future__ import annotations

from collections.abc import Iterator

from evals.scorers.extraction import DEPTHS, ExtractionScore, Mismatch


def summary(score: ExtractionScore) -> Iterator[str]:
    """The score in aggregate: it quotes no report and names no article."""
    yield "depth          precision              recall                 f1"
    for depth in DEPTHS:
        rate = score.by_depth[depth]
        cells = []
        for measure in ("precision", "recall"):
            low, high = score.interval(depth, measure)
            cells.append(f"{getattr(rate, measure):.3f} [{low:.3f}, {high:.3f}]")
        yield f"{depth:13}  {cells[0]:21}  {cells[1]:21}  {rate.f1:.3f}"
    last = score.by_depth["whole"]
    yield f"{last.rows} rows, {last.labels} labels, parts as whole {score.parts_as_whole}"
    yield str(score.flags)
    for metric, rate in sorted(score.by_metric.items(), key=lambda item: -item[1].labels):
        yield f"  {metric:28} {rate.hits:4} of {rate.labels:4} labels, {rate.rows:4} rows"


def described(error: Mismatch) -> Iterator[str]:
    """What was wanted and what was read, for a reader of an open half."""
    yield f"{error.doc}: {', '.join(error.fields)}"
    for name, found in (("want", error.label), ("have", error.row)):
        if found is not None:
            yield (
                f"    {name} {found.metric} {found.aspect} {found.value} {found.unit} "
                f"{found.bound} {found.period} vs {found.vs} in {found.place} "
                f"group {found.group!r}: {found.quote!r}"
            )
