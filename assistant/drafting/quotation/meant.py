"""Which figures of a sentence may be the one that is asked for, though the table does not say so.

They are of the asked kind and place, and the table does not know them to be of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.drafting.quotation.matching import holds_half
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import Sought
from assistant.evidence.rows.agreement import is_within, matches_place
from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.spelt import naming
from assistant.evidence.told import of_kind
from assistant.query import Query
from assistant.understanding.slots.narrowing.owned import family
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER, Metric, catalogue
from indexing.reading.folding import fold
from indexing.records import MetricFact


def asked_metrics(query: Query) -> tuple[str, ...]:
    """The metrics that a question asks for, and the one that counts them all together."""
    return (*query.metrics, *((query.joint,) if query.joint else ()))


def meant_rows(query: Query, what: Sought, one: Printed, cues: Cues) -> list[MetricFact]:
    """The figures of a sentence that may be the asked one; empty where it is of another place, or
    of somebody else than the question names."""
    rows = [row for row in of_kind(query, one.rows, cues) if _may_be_meant(row, query)]
    if not rows or not _is_placed(query, one, rows):
        return []
    names = tuple(_names(query))
    if any(map(is_debt, one.rows)) and not names:
        return []
    is_of_them = all(fold(name) in fold(one.around) for name in names)
    return rows if is_of_them and holds_half(what.names, one.around, cues) else []


def _is_placed(query: Query, one: Printed, rows: Sequence[MetricFact]) -> bool:
    """Whether figures are of an asked place, or their sentence names one and is not of a district
    of it that it names as well."""
    asked = query.places
    name = naming(asked)
    if name is None or any(matches_place(place, row.place) for place in asked for row in rows):
        return True
    told = fold(one.text)
    parts = (
        part
        for row in rows
        if row.place and any(is_within(row.place, place) for place in asked)
        if (part := naming((row.place,)))
    )
    return name.search(told) is not None and not any(part.search(told) for part in parts)


def _names(query: Query) -> Iterator[str]:
    """The narrowing words that are names, of which another one's figure is not near."""
    for words in query.qualifiers:
        if words[:1].isupper() and not query.plain.startswith(words):
            yield words


def _may_be_meant(row: MetricFact, query: Query) -> bool:
    """Whether a figure may be the asked one under another name, or one of its parts or its whole:
    what the table knows to be of another insurance is near to nothing."""
    metrics = asked_metrics(query)
    if row.metric == OTHER or not metrics:
        return row.aspect in query.aspects or "target" not in query.aspects
    own = catalogue().metric(row.metric)
    asked = (catalogue().metric(metric) for metric in metrics)
    return row.aspect in query.aspects and any(
        own == one or (own.measure == one.measure and _are_kin(own, one)) for one in asked
    )


def _are_kin(one: Metric, other: Metric) -> bool:
    """Whether the insurance of one of two metrics may be a kind of the other's: "compulsory" of
    all social insurance, never of the voluntary."""
    return any(
        family(own) == family(its) and (own == its or family(own) in (own, its))
        for own in one.schemes
        for its in other.schemes
    )
