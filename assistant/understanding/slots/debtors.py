"""Whether a question counts those who owe: more debtors are no larger debt."""

from __future__ import annotations

import re

from assistant.understanding.words.cues import Cues

_MANY = re.compile(
    r"\b(?:more|fewer|most|fewest|nhiều|nhieu|ít|it)\s+(?:[^\W\d_]+\s+)?$", re.IGNORECASE
)
"""Right before what there is more of, with a word about it: "fewer small firms"."""


def counts_debtors(question: str, cues: Cues) -> bool:
    """Whether the number of debtors, or of firms that owe, is held against another one, or put in
    order: "more late payers than Hue", "tỉnh nào nhiều đơn vị nợ nhất"."""
    told = cues.spans_by("debtors", question)
    owe = any(key in ("debtors", "owing") for key, _ in told)
    return owe and any(
        key != "owing" and _MANY.search(question, 0, span.start) for key, span in told
    )
