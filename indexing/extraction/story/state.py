"""What a text has told so far: the frame that a sentence without a date or place stands in."""

from __future__ import annotations

import re
from typing import NamedTuple

from indexing.extraction.period.times import TimeUse, read_times
from indexing.extraction.story.dates import ToldTimes, ends_later, is_history
from indexing.extraction.story.lists import NO_LIST, Listing, opens_list, resumes
from indexing.extraction.story.places import ToldPlaces
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.theme import NO_THEME, Theme
from indexing.records import MetricFact, Span

_IS = re.compile(rf"\b{any_of('periods.present')}\b")
_RELATIVE = re.compile(r",\s+(?:which|who|that)\b[^,;]*")
_GOES_ON = re.compile(r"\W*(?:That|This|These|Those|(?:They|It)(?!\s+ha(?:s|ve)\b)|Of|Among)\b")
_WAS = re.compile(r"\b(?:was|were|had|did)\b")


class ToldFigures(NamedTuple):
    """The figures that a sentence may go on with."""

    last: MetricFact | None = None
    """The last figure of a metric."""
    counted: MetricFact | None = None
    """The last people that were counted, of a metric or not: whom "of them" can mean."""
    share: MetricFact | None = None
    """The last percentage told of one."""
    turns: tuple[TimeUse, ...] = ()
    """The dates of the last sentence's figures, where each had its own."""
    goals: tuple[str, ...] = ()
    """Notations of the dates that the last aims were set for, in their order."""


class Story(NamedTuple):
    """The context that one sentence hands on to the next."""

    theme: Theme = NO_THEME
    times: ToldTimes = ToldTimes()
    figures: ToldFigures = ToldFigures()
    places: ToldPlaces = ToldPlaces()
    lists: Listing = NO_LIST
    """Where it stands in a list."""
    section: int = -1
    block: int = -1
    kind: str = "prose"

    def entering(self, page: Page, sentence: SentenceSpan) -> Story:
        """The story at the start of a sentence: a new section is led by its heading's date."""
        times, lists, theme = self.times, self.lists, self.theme
        if sentence.block != self.block:
            times = self._in_block(page, sentence)
            lists = lists.next(page, sentence, theme) if sentence.kind == "item" else NO_LIST
            theme = theme.under(lists.topic)
        if sentence.section != self.section:
            times = _under_heading(page, sentence.heading, times)
        present, main = _present(page, sentence), self.times.main
        if present and main and times.period and ends_later(main, times.period):
            times = times._replace(period=main)  # back from an aside on earlier times
        if present and _leaves_history(page, sentence, times):
            times = times.back_to_now(page.article.published)
        return self._replace(
            theme=theme,
            times=times._replace(present=present),
            places=self.places.entering(page, sentence, self.block, self.section),
            lists=lists,
            section=sentence.section,
            block=sentence.block,
            kind=sentence.kind,
        )

    def _in_block(self, page: Page, sentence: SentenceSpan) -> ToldTimes:
        """The times at the start of a paragraph, or of an item: a list is of the date of what led
        to it, and what interrupted a numbering is over where that goes on."""
        times, is_item = self.times, sentence.kind == "item"
        goes_on = self.kind == "item" and is_item and not opens_list(page, sentence)
        aside = is_item and resumes(page, sentence) and not self.lists.counted
        listed = times.main if aside else (times.listed if goes_on else times.period)
        period = (listed if is_item else None) or times.main
        return times._replace(period=period, listed=listed)

    def from_headline(self) -> Story:
        """The story that a headline begins: its date and its goals, nothing of its figures."""
        main = self.times.main
        times = ToldTimes(period=main, main=main)
        figures = ToldFigures(goals=self.figures.goals)
        return Story(times=times, figures=figures)


def _under_heading(page: Page, heading: Span | None, times: ToldTimes) -> ToldTimes:
    """The times below a heading: the date that it tells leads what follows, unless it is a line
    with figures of its own, which tells only of them."""
    if heading is None or within(page.quantities, heading.start, heading.end):
        return times
    uses = read_times(page, heading)
    told = [use.period.notation for use in uses if use.role == "main" and use.period]
    if not told:
        return times
    return times._replace(period=told[0], main=told[0], base=None, announced=True)


def _leaves_history(page: Page, sentence: SentenceSpan, times: ToldTimes) -> bool:
    """Whether the figures of a sentence in the present tense are of no time long past that was told
    before, unless it goes on with those of that time: "They make up 31 per cent"."""
    past = not times.announced and is_history(times.main, page.article.published)
    if not past or _GOES_ON.match(page.text, sentence.start, sentence.end):
        return False
    return bool(within(page.quantities, sentence.start, sentence.end))


def _present(page: Page, sentence: SentenceSpan) -> bool:
    """Whether a sentence tells what is, not what was, beside what it tells of a thing it names."""
    told = _RELATIVE.sub("", page.text[sentence.start : sentence.end])
    return bool(_IS.search(told)) and not _WAS.search(told)
