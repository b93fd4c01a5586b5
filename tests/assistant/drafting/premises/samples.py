"""What reports print, and what is said of a question beside it."""

from __future__ import annotations

from assistant.drafting.premises.confirming import confirmation
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.understanding.question import understand
from indexing.records import Bound, MetricFact, Unit
from tests.assistant.samples import TODAY, fact

BOUNDS: dict[Bound, str] = {"exact": "", "over": "over", "under": "less than", "about": "about"}


def found(*rows: MetricFact) -> Finding:
    return Finding(Wanted("hi_coverage", ("level",), "Binh Phuoc", None, frozenset()), rows)


def prints(
    value: object, bound: Bound = "exact", unit: Unit = "percent", word: str = ""
) -> Finding:
    """What a report prints, with the word that it marks the bound by."""
    printed = f"{word or BOUNDS[bound]} {value}".strip()
    return found(
        fact(value=value, bound=bound, unit=unit, start=0, end=len(printed), quote=printed)
    )


def verdict(question: str, *findings: Finding) -> str | None:
    return confirmation(understand(question, (), TODAY), findings)


def of_aspect(aspect: str, value: object, **changes: object) -> Finding:
    return found(fact(aspect=aspect, value=value, **{"bound": "exact", **changes}))
