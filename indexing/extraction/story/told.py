"""What a sentence tells of its figures, which the story goes on from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.times import TimeUse
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.topic.theme import Bound
from indexing.records import Quantity


class ToldSentence(NamedTuple):
    """A sentence whose figures were judged together; what is told for each is in their order."""

    sentence: SentenceSpan
    seen: tuple[Quantity, ...]
    """Every quantity of the sentence, those that are no figures among them."""
    why: Mapping[int, str | None]
    """By where a quantity starts: why it is no figure of the table; None where it is one."""
    uses: tuple[TimeUse, ...]
    """The dates of the sentence and what each is there for."""
    segments: tuple[Segment, ...] = ()
    """The figures, each with its words."""
    judged: tuple[Judged, ...] = ()
    bound: tuple[Bound, ...] = ()
    kinds: tuple[Kind, ...] = ()
    spoken: tuple[TimeUse | None, ...] = ()
    """The date that each figure speaks of, by its own words."""
    dealt: tuple[range, ...] = ()
    """Rows of figures that are dealt out in order."""
