"""Whether a question counts those who owe: more debtors are no larger debt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.words.cues import Cues
from indexing.catalogue import catalogue

_MANY = re.compile(
    r"\b(?:more|fewer|most|fewest|nhiều|nhieu|ít|it)\s+(?:[^\W\d_]+\s+)?$", re.IGNORECASE
)
"""Right before what there is more of, with a word about it: "fewer small firms"."""


_BEHIND = re.compile(r"\bbehind\b", re.IGNORECASE)
_DEFERRED = frozenset({"firms", "owing"})
_PAID = ("collection", "benefits_paid")
"""Measures of what firms pay, and of what is paid."""


def are_behind(question: str, cues: Cues) -> bool:
    """Whether firms are told to be behind, who owe what they are behind with: a place is behind
    its plan, or another place."""
    told = set(cues.hits("debtors", question)) >= _DEFERRED and _BEHIND.search(question)
    of_plan = any("target" in key for key in cues.hits("aspect", question))
    return bool(told) and not of_plan


def is_owed(question: str, metrics: Sequence[str], cues: Cues) -> bool:
    """Whether what firms owe is asked for: "which firms are behind?", "how far are they behind with
    their payments?"; `metrics`: those that its words name."""
    if not metrics:
        return set(cues.hits("debtors", question)) >= _DEFERRED
    paid = all(catalogue().metric(metric).measure in _PAID for metric in metrics)
    return paid and are_behind(question, cues)


def counts_debtors(question: str, cues: Cues) -> bool:
    """Whether the number of debtors, or of firms that owe, is held against another one, or put in
    order: "more late payers than Hue", "tỉnh nào nhiều đơn vị nợ nhất"."""
    told = cues.spans_by("debtors", question)
    owe = any(key in ("debtors", "owing") for key, _ in told)
    return owe and any(
        key != "owing" and _MANY.search(question, 0, span.start) for key, span in told
    )
