"""What a sentence leaves to those that follow: the story after it."""

from __future__ import annotations

from collections.abc import Sequence

from indexing.extraction.aspect.joining import with_announced
from indexing.extraction.place.beside import (
    holds_district,
    is_hospitals,
    is_led,
    is_ranked_in,
    is_whereabouts,
)
from indexing.extraction.place.describing import only_describes
from indexing.extraction.place.locating import frame_of
from indexing.extraction.place.sharing import distinct
from indexing.extraction.story.places import ToldPlaces
from indexing.extraction.story.state import Story
from indexing.extraction.story.times import with_times
from indexing.extraction.story.told import ToldSentence
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.theme import told_row
from indexing.records import PlaceMention, Span


def story_after(page: Page, story: Story, told: ToldSentence) -> Story:
    """The story with what a sentence told: its dates, places, topics and aims."""
    sentence = told.sentence.span
    row = told_row(told.segments, told.judged, told.bound)
    theme = story.theme.after(page, sentence, row)
    if not told.segments:
        theme = with_announced(page, told.sentence, theme, story.theme.topic)
    story = story._replace(places=_places_after(page, story, sentence))
    return with_times(page, story, told)._replace(theme=theme)


def _places_after(page: Page, story: Story, sentence: Span) -> ToldPlaces:
    """The places told of with those that a sentence spoke of, and with the one that it set."""
    before = story.places
    places = within(page.places, sentence.start, sentence.end)
    beside = (is_whereabouts, is_hospitals, is_led)
    spoken_of = [
        m
        for m in places
        if not any(is_so(page.text, m) for is_so in beside)
        if not (holds_district(m, places) and is_ranked_in(page.text, page.cues, m, sentence.start))
    ]
    back = page.cues.any("whole_province", sentence.start, sentence.end)
    several = distinct([m for m in spoken_of if not only_describes(page, sentence, m, spoken_of)])
    in_list = story.kind == "item"
    frame = frame_of(page, sentence, in_list) or _still(before.frame, spoken_of)
    below = frame is None or frame.kind != "province"
    return before._replace(
        last=spoken_of[-1] if spoken_of else (None if back else before.last),
        several=several if len(several) > 1 else before.several,
        several_from=story.block if len(several) > 1 else before.several_from,
        frame=None if below and _is_local(page, sentence) else frame,
    )


def _still(frame: PlaceMention | None, named: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that a sentence before set, unless this one speaks of another of its kind."""
    if frame is None or any(m.kind == frame.kind and m.name != frame.name for m in named):
        return None
    return frame


def _is_local(page: Page, sentence: Span) -> bool:
    return page.cues.any("local", sentence.start, sentence.end)
