"""What a sentence tells of its figures taken together, before each of them makes its row."""

from __future__ import annotations

from collections.abc import Sequence

from indexing.catalogue import OTHER
from indexing.extraction.aspect.aim.lists import in_list_of_aims
from indexing.extraction.aspect.aspects import judge_all
from indexing.extraction.aspect.attained import with_attained, with_listed_shares
from indexing.extraction.aspect.joining import with_parts_of_the_won
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.ranking import ranked
from indexing.extraction.metric.binding import bind_all
from indexing.extraction.metric.continued.parallel import (
    corresponds,
    in_line,
    in_their_turn,
    is_parallel,
)
from indexing.extraction.metric.dealing import with_shared_unit
from indexing.extraction.metric.unbound import Context
from indexing.extraction.period.date.roles import EVENTS
from indexing.extraction.period.date.spoken import told_period
from indexing.extraction.period.date.turns import dealt as dealt_in_turn
from indexing.extraction.period.date.turns import in_turn
from indexing.extraction.period.kinds import kinds_of
from indexing.extraction.period.times import TimeUse, read_times
from indexing.extraction.period.timespans import in_month
from indexing.extraction.sentence.figures import no_figure
from indexing.extraction.sentence.rows import dealt_out, rows_of
from indexing.extraction.sentence.segments import Segment, cut
from indexing.extraction.story.state import Story
from indexing.extraction.story.told import ToldSentence
from indexing.extraction.table.scales import in_unit_above
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.placed import InOrder
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import Topic
from indexing.reading.period.notation import parse_notation
from indexing.records import Aspect, PlaceMention, Span


def read_together(page: Page, sentence: SentenceSpan, story: Story, topic: Topic) -> ToldSentence:
    """What a sentence tells after `story`, in an article whose headline speaks of `topic`."""
    whole = sentence.span
    uses = _as_known(page, read_times(page, whole), story)
    seen = tuple(within(page.quantities, sentence.start, sentence.end))
    why = {one.start: no_figure(page, one) for one in seen}
    figures = with_shared_unit(page, [one for one in seen if why[one.start] is None])
    figures = in_unit_above(page, sentence, figures)
    if not figures:
        return ToldSentence(sentence, seen, why, uses)
    fixed, named = page.named(whole, terms=True), _spans(page.places, whole)
    segments = cut(page.text, whole, figures, page.cues, fixed, named)
    segments, judged, bound = _told_of(page, sentence, story, topic, segments)
    same_times = not uses and corresponds(page, whole, segments)
    if same_times:
        aspect = story.figures.last.aspect if story.figures.last else None
        judged, bound = in_their_turn(judged, bound, aspect, len(story.figures.turns))
    if all(judgement.aspect == "target" for judgement in judged):
        uses = tuple(use._replace(aimed=True) for use in uses)
    spoken = _spoken(page, uses, segments, judged)
    dealt = (range(len(segments)),) if same_times else dealt_out(page, whole, segments)
    if uses:
        spoken = in_turn(page.text, uses, spoken, bound, rows_of(page, segments))
    elif story.figures.turns:
        spoken = dealt_in_turn(story.figures.turns, spoken, bound, dealt)
    return ToldSentence(
        sentence=sentence,
        seen=seen,
        why=why,
        uses=uses,
        segments=tuple(segments),
        judged=tuple(judged),
        bound=bound,
        kinds=kinds_of(page, segments, bound, judged, story.figures.last),
        spoken=spoken,
        dealt=dealt,
    )


def _told_of(
    page: Page, sentence: SentenceSpan, story: Story, topic: Topic, segments: tuple[Segment, ...]
) -> tuple[tuple[Segment, ...], tuple[Judged, ...], tuple[Bound, ...]]:
    """What each figure counts, and what it says of that: by the words at it, by its neighbours,
    and by the sentence before that it runs parallel to."""
    whole, theme = sentence.span, story.theme
    aimed = in_list_of_aims(page, sentence)
    judged = judge_all(page, whole, segments, aimed, theme.planned, theme.aim, theme.shared)
    segments, judged = ranked(page, sentence, segments, judged, story)
    known = Context(theme, topic, whole)
    bound = _growth_of_the_won(judged, bind_all(page, whole, segments, judged, known))
    judged = with_parts_of_the_won(page, segments, judged, bound, theme)
    judged, bound = with_attained(segments, judged, bound, story.figures.last)
    judged, bound = with_listed_shares(page, sentence, segments, judged, bound, theme)
    if is_parallel(page, whole, segments, theme.row):
        judged = judged if aimed else tuple(told.judged for told in theme.row)
        bound = tuple(told.bound for told in theme.row)
    elif sentence.kind == "item" and not aimed and _behind_item(page, sentence):
        judged, bound = in_line(page, segments, judged, bound, theme.row)
    return segments, judged, bound


def _behind_item(page: Page, sentence: SentenceSpan) -> bool:
    """Whether another item of its list stands right before an item."""
    before = page.sentence_before(sentence.start)
    return before is not None and before.kind == "item"


def _spoken(
    page: Page, uses: Sequence[TimeUse], segments: Sequence[Segment], judged: Sequence[Judged]
) -> tuple[TimeUse | None, ...]:
    """The date of the sentence that each figure speaks of; of those who were won its month."""
    spoken = (
        (told_period(page.text, uses, segments, segment, _as_dated(judgement)), judgement.joined)
        for segment, judgement in zip(segments, judged, strict=True)
    )
    return tuple(in_month(page.text, use) if joined else use for use, joined in spoken)


def _as_dated(judged: Judged) -> Aspect:
    """The aspect by which a figure is dated: those who were won are counted as what there is."""
    return "level" if judged.joined else judged.aspect


def _growth_of_the_won(judged: Sequence[Judged], bound: Sequence[Bound]) -> tuple[Bound, ...]:
    """By how much more people were won than before is no growth of their scheme."""
    return tuple(
        bound[index]._replace(metric=OTHER)
        if index and judged[index].aspect == "change_pct" and judged[index - 1].joined
        else bound[index]
        for index in range(len(bound))
    )


def _as_known(page: Page, uses: Sequence[TimeUse], story: Story) -> tuple[TimeUse, ...]:
    """The dates of a text without a date of its own: what lies after it was said lies ahead."""
    events = [use.period for use in uses if use.role in EVENTS and use.period is not None]
    if page.article.published is not None or not (events or story.times.event):
        return tuple(uses)
    day = events[0].last_day if events else parse_notation(story.times.event or "").last_day
    return tuple(
        use._replace(aimed=True, reached=False)
        if use.role == "main" and use.period is not None and use.period.first_day > day
        else use
        for use in uses
    )


def _spans(items: InOrder[PlaceMention], sentence: Span) -> tuple[Span, ...]:
    return tuple(Span(i.start, i.end) for i in within(items, sentence.start, sentence.end))
