"""What a text has told so far: the frame that a sentence without a date or place stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from indexing.extraction.layout import Sentence
from indexing.extraction.page import Page
from indexing.extraction.times import TimeUse, read_times
from indexing.extraction.topics import NOTHING, Topic
from indexing.records import PlaceMention, Span


@dataclass(frozen=True, slots=True)
class Story:
    """The context that one sentence hands on to the next."""

    topic: Topic = NOTHING
    period: str | None = None
    """Notation of the date that the text speaks of."""
    event: str | None = None
    """Notation of the day on which something was said: the last resort of a figure at a moment."""
    base: TimeUse | None = None
    """What changes are counted from."""
    won: Topic = NOTHING
    """The scheme that people were last won for."""
    goals: tuple[str, ...] = ()
    """Notations of the dates that the last aims were set for, in their order."""
    place: PlaceMention | None = None
    """The last place that this block of the text named."""
    frame: PlaceMention | None = None
    """The place that a sentence of this block set for those that follow: "Nationwide, ..."."""
    section: int = -1
    block: int = -1

    def entering(self, page: Page, sentence: Sentence) -> Story:
        """The story at the start of a sentence: a new section is led by its heading's date."""
        story = self
        if sentence.section != self.section and sentence.heading is not None:
            uses = read_times(page, sentence.heading)
            told = [use.period.notation for use in uses if use.role == "main" and use.period]
            if told:
                story = replace(story, period=told[0], base=None)
        place = self.place if sentence.block == self.block else None
        frame = self.frame if sentence.block == self.block else None
        return replace(
            story, place=place, frame=frame, section=sentence.section, block=sentence.block
        )


def span_of(sentence: Sentence) -> Span:
    """The sentence as a plain span."""
    return Span(sentence.start, sentence.end)
