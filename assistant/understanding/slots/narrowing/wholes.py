"""Questions for a part of what a metric counts, which name the whole: its figure is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.catalogue import catalogue

_IN_SHARES = re.compile(
    r"\b(?:(?:what|which)\s+(?:per\s?cent(?:age)?|share|proportion|fraction)|how\s+many\s+per\s?cent"
    r"|(?:bao nhi[êe]u|m[ấa]y)\s*(?:ph[ầa]n\s+tr[ăa]m|%))",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r"\b(?:how\s+many|(?:what|which)\s+(?:per\s?cent(?:age)?|share|proportion))\s+of\s+"
    r"(?:(?:those|all|the|these)\s+)?(?:those|people|workers|members|persons|firms|employers)\s+"
    r"(?:who|that|which)\s+(?P<told>[^?.,;]*?\S)(?P<asked>(?:\s+[^\s?.,;]+){2})\s*(?:[?.,;]|$)",
    re.IGNORECASE,
)


def shares_of_amounts(question: str, metrics: Sequence[str]) -> list[str]:
    """Where a question asks for a share, and nothing but amounts are counted: "what percentage does
    the fund pay?" is told by no sum."""
    units = {catalogue().metric(metric).unit for metric in metrics}
    return [told[0] for told in _IN_SHARES.finditer(question)] if units == {"VND"} else []


def of_those_told(question: str) -> list[str]:
    """What a question asks of some people that it tells first, by its last words: "how many of
    those who left came back?" is not how many left."""
    return [word for told in _OF_THOSE.finditer(question) for word in told["asked"].split()]
