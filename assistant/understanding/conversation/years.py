"""Years that a question tells by that of the question before it: "at the end of that year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.query import Query
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import periods_of
from indexing.reading.folding import fold

_BACK = {"year_before": -1, "year_of": 0, "year_after": 1}
"""Years from the one in hand, by the key of the words for it."""
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_THE = re.compile(r"\bthe $", re.IGNORECASE)


def years_told(question: str, before: Sequence[Query], today: date, cues: Cues) -> str:
    """`question` with the year in hand, the one before it and the one after it by their numbers,
    where they are told by the question before: "that year", "the end of the year before".

    A year that stands alone, "and the year before?", is a shift of the whole time asked for before.
    """
    asked = before[-1].periods if before else ()
    if not asked or _YEAR.search(question):
        return question
    in_hand = max(period.last_day for period in asked).year
    parts = [mention.period for mention in periods_of(question, today)]
    for key, span in reversed(cues.spans_by("follow_up", question)):
        ends_part = any(p.start < span.start < p.end <= span.end for p in parts)
        if key in _BACK and (key == "year_of" or ends_part):
            year = str(in_hand + _BACK[key])
            said = question[span.start : span.end]
            # "Năm trước" is "năm 2021", "the year before" is 2021.
            told = f"năm {year}" if "nam" in fold(said).split() else year
            head = _THE.sub("", question[: span.start])
            question = f"{head}{told}{question[span.end :]}"
    return question
