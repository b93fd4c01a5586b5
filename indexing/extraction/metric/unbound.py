"""A figure that is yet to be bound to a metric: its words, and what was told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.theme import DENIED, Theme
from indexing.extraction.topic.topics import NOTHING, Topic, topic_of
from indexing.records import RELATIVE, Span

_RECENT = 700
"""Characters before a sentence in which its figures may find what they leave open."""


class Context(NamedTuple):
    """What is known before a sentence."""

    theme: Theme
    """What the text has been about so far."""
    article: Topic
    """What the headline speaks of."""
    sentence: Span
    """The sentence itself; those before it are read when its figures leave something open."""


@dataclass(frozen=True, slots=True)
class Unbound:
    """A figure with all that can tell what it counts."""

    page: Page
    segment: Segment
    judged: Judged
    own: Topic
    """What its own words name."""
    before: Topic | None
    """What its host is about, or what the figures before it in the sentence leave to it."""
    known: Context

    @property
    def context(self) -> Topic:
        """What the figure may go on with: what was told last, or at first the headline."""
        if self.before is not None:
            return self.before
        told = self.known.theme.topic
        return self.known.article if told == NOTHING else told

    @property
    def relative(self) -> bool:
        """Whether it is a percentage of a plan or an earlier figure, whatever the metric's unit."""
        return self.judged.aspect in RELATIVE


@dataclass(frozen=True, slots=True)
class UnboundSentence:
    """A sentence whose figures are bound one after the other."""

    page: Page
    span: Span
    segments: Sequence[Segment]
    judged: Sequence[Judged]
    known: Context


def recent_topics(page: Page, sentence: Span) -> tuple[Topic, ...]:
    """What the sentences before `sentence` name, figures or not, the latest first."""
    past = within(page.sentences, sentence.start - _RECENT, sentence.start)
    spans = takewhile(
        lambda span: not _asks_of_none(page, span),
        (told.span for told in reversed(past)),
    )
    named = (topic_of(page, span) for span in spans)
    return tuple(topic for topic in named if topic != NOTHING)


def _asks_of_none(page: Page, span: Span) -> bool:
    """ "And how many have no card?": what follows counts none of those told before."""
    asks = page.text[span.start : span.end].rstrip().endswith("?")
    return asks and any(page.cues.any(kind, *span) for kind in DENIED)
