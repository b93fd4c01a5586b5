"""People who are in two insurances at once, whom no report counts apart: "in both SI and HI"."""

from __future__ import annotations

from assistant.understanding.slots.metrics.named import BESIDE, schemes_of
from assistant.understanding.slots.narrowing.owned import family
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import terms_of
from indexing.records import Span

_TWO = 2


def in_both(question: str, cues: Cues) -> list[str]:
    """The words by which those are counted who are in two insurances at once.

    "How many workers are in both SI and UI?"; not "both SI and UI participants", each of which is
    asked for, nor both kinds of one insurance, which nobody is in.
    """
    named = {family(term.id) for part in BESIDE.split(question) for term in schemes_of(part)}
    people = [span.start for span in cues.spans("counted_people", question)]
    people += [term.start for term in terms_of(question) if term.id == "participants"]
    if len(named) < _TWO or not people:
        return []
    starts = [term.start for term in schemes_of(question)]
    said = [
        span
        for key, span in cues.spans_by("overlap", question)
        if key == "at_once" or _leads_to(question, span, starts, people)
    ]
    return [question[span.start : span.end] for span in said]


def _leads_to(question: str, said: Span, schemes: list[int], people: list[int]) -> bool:
    """Whether words stand right before an insurance, and behind people."""
    behind = (start for start in schemes if start >= said.end)
    before_one = any(not question[said.end : start].strip(" ,") for start in behind)
    return before_one and min(people) < said.start
