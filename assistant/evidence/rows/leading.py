"""Of rows that meet what is sought: which leads, which differ from it, which stand aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.evidence.rows.doubts import is_borne_out, likeliest
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.evidence.rows.keyed import Published
from assistant.evidence.rows.order import recency
from indexing.agreement import compatible, same_days
from indexing.records import MetricFact

ToldWith = Callable[[MetricFact], Sequence[MetricFact]]
"""The other rows of a row's own sentence."""


def found_in(
    rows: Sequence[MetricFact], wanted: Wanted, published: Published, told_with: ToldWith
) -> Finding:
    """The lead and the rows of the same key that cannot be right beside it; and those put aside.

    Different reports differ.  Of several figures that one report gives for one key the likeliest
    stand; the others are told as an aside.  Where no report's figures stand, all are doubtful.
    """

    def order(row: MetricFact) -> tuple[object, ...]:
        day, said, days = recency(row, published)
        return (day, -wanted.aspects.index(row.aspect), days, "restated" not in row.flags, said)

    ordered = sorted(rows, key=order, reverse=True)
    lead = ordered[0]
    peers = [
        row for row in ordered
        if row.aspect == lead.aspect and row.unit == lead.unit and row.group == lead.group
        and row.place == lead.place and same_days(row.period, lead.period)
        and same_days(row.vs, lead.vs)
    ]  # fmt: skip
    by_report = {row.doc: [peer for peer in peers if peer.doc == row.doc] for row in peers}
    told = {doc: likeliest(_borne_out(rows, told_with)) for doc, rows in by_report.items()}
    doubtful = tuple(peers)
    peers = [row for row in peers if row in told[row.doc]]
    if not peers:
        return Finding(wanted, (), doubtful=doubtful)
    lead = next((row for row in peers if row.doc == lead.doc), peers[0])
    aside = [row for row in by_report[lead.doc] if row not in told[lead.doc]]
    aside = [row for row in aside if not compatible(row, lead)]
    exact = next((row for row in peers if _sharpens(row, lead)), lead)
    differences: list[MetricFact] = []
    for row in peers:
        if all(not compatible(row, kept) for kept in (exact, *differences)):
            differences.append(row)
    return Finding(wanted, (exact, *differences), tuple(aside))


def _borne_out(rows: Sequence[MetricFact], told_with: ToldWith) -> list[MetricFact]:
    """The rows of one report against which nothing speaks: its own sentence does not, or the report
    says the same once more where nothing does.  A headline that repeats a figure without its bound
    would else stand in the place of the sentence that tells it."""
    clear = [row for row in rows if is_borne_out(row, told_with(row))]
    repeated = {(row.value, row.unit) for row in clear if "restated" in row.flags}
    return [row for row in rows if row in clear or (row.value, row.unit) in repeated]


def _sharpens(row: MetricFact, lead: MetricFact) -> bool:
    """Whether a row tells exactly what the lead rounds; a headline only repeats it carelessly."""
    if row.bound != "exact" or "restated" in row.flags:
        return False
    return row.value != lead.value and compatible(row, lead)
