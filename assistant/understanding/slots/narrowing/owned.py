"""What one insurance alone has, named beside another one: "visits of unemployment insurance"."""

from __future__ import annotations

from functools import cache

from assistant.understanding.slots.metrics.named import BESIDE, schemes_of
from assistant.understanding.words.reading import terms_of
from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.reading.metric.terms import Term

_OFFICE = "si"
"""The insurance whose name is that of the office which tells of any of them."""
_PENSIONERS = "pensioners"
"""People, who may have other insurances as well."""


def owned_by_others(question: str) -> list[str]:
    """The words for what no insurance beside them has: no figure of either is asked for."""
    found: list[str] = []
    for thing in terms_of(question):
        owners = _owners(thing.id) if thing.kind == "measure" else frozenset()
        beside = {
            family(scheme.id)
            for scheme in schemes_of(question)
            if scheme.id != _OFFICE and not BESIDE.search(question, *_gap(scheme, thing))
        }
        if len(owners) == 1 and beside and not owners & beside and thing.id != _PENSIONERS:
            found.append(question[thing.start : thing.end])
    return found


def _gap(one: Term, other: Term) -> tuple[int, int]:
    """The offsets between two terms."""
    return min(one.end, other.end), max(one.start, other.start)


@cache
def _owners(measure: str) -> frozenset[str]:
    """The insurances that have what is measured; none where it is of all together."""
    alone = metric_for(None, measure)
    of_measure = (*catalogue().measured(measure), *([catalogue().metric(alone)] if alone else ()))
    owners = frozenset(family(scheme) for metric in of_measure for scheme in metric.schemes)
    return owners if "all" not in owners else frozenset()


def family(scheme: str) -> str:
    """The insurance that a scheme is a kind of: "voluntary_si" of "si"."""
    return scheme.rsplit("_", 1)[-1]
