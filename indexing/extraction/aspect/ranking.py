"""Rankings: places told one after the other, of which only the first says what its figure is.

"Nam Dinh City leads with 54% of the plan, ahead of Y Yen (52%). Last is Vu Ban with 41%."  "Debts
fell by 12% in Dong Thap, 9% in Ca Mau and 7% in Ben Tre."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.extraction.aspect.alike import coordinated
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.moving import direction
from indexing.extraction.metric.continued.own_content import content
from indexing.extraction.sentence.rows import rows_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import MetricFact

_RELATIVE = ("target_pct", "change_pct", "change")
_REACH = 10
_TO = re.compile(r"\b(?:to|from)\s+$", re.IGNORECASE)
_ARE_FEWER = re.compile(
    r"\s+(?:are|is|were|was)\s[^,;:.]{0,25}\d[\d.,]*(?:\s+(?:million|thousand|people))*\s+"
    rf"{any_of('comparing.more', 'comparing.less')}\b"
)
"""Behind a number that something stands at: by how much that is more or less than it was."""
_MOVED_BEHIND = re.compile(rf"\s+{any_of('comparing.more', 'comparing.less')}\b")
_COMMA = re.compile(r"\s*[,(]")
_RANKS = ("neutral", "average", "ranked", "above", "below", "acts")
"""Kinds of words that a place's rank, or what it did, is told with."""


def ranked(
    page: Page,
    sentence: SentenceSpan,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    story: Story,
) -> tuple[tuple[Segment, ...], tuple[Judged, ...]]:
    """The segments and aspects of a sentence; a figure that only a place is told with is what the
    one before it is, and moved the same way."""
    in_turn = {index for row in rows_of(page, segments) for index in row[1:]}
    told, share = story.figures.last, story.figures.share
    near = told if told is not None and _is_near(page, sentence, told) else None
    last = told if told is not None and _is_last(page, sentence, told) else near
    share = share if share is not None and _is_near(page, sentence, share) else None
    found: list[tuple[Segment, Judged]] = []
    for index, (segment, one) in enumerate(zip(segments, judged, strict=True)):
        shared = bool(index) and _share_verb(page, found[-1][0], segment)
        goes_on = index in in_turn or (_is_open(one) and (shared or _only_places(page, segment)))
        taken = _taken_up(segment, one, share, last) if goes_on and not index else None
        if taken is not None:
            found.append((segment, taken))
        elif goes_on and index and _is_alike(page, segment, *found[-1], shared):
            before, like = found[-1]
            moved = replace(segment.quantity, direction=direction(page, before))
            going = one._replace(aspect=like.aspect, joined=like.joined, surplus=False)
            found.append((replace(segment, quantity=moved), going))
        else:
            found.append((segment, one))
    return tuple(cut for cut, _ in found), tuple(one for _, one in found)


def _taken_up(
    segment: Segment, judged: Judged, share: MetricFact | None, last: MetricFact | None
) -> Judged | None:
    """What a figure that opens a sentence goes on with: the `share` of a plan told last in its
    paragraph, or people who were won ("The drive won 38,640.  Nghe An came first with 3,127"),
    told there or right before (`last`)."""
    quantity = segment.quantity
    if share is not None and share.aspect == "target_pct" and quantity.unit == "percent":
        return judged._replace(aspect="target_pct", surplus=False)
    if last is None or last.unit != "people" or last.aspect != "change" or last.vs is not None:
        return None
    fewer = (quantity.is_bare or quantity.unit == "people") and 0 < quantity.value < last.value
    return judged._replace(aspect="change", joined=True) if fewer else None


def _is_open(judged: Judged) -> bool:
    return judged.aspect == "level" or judged.surplus


def _share_verb(page: Page, one: Segment, other: Segment) -> bool:
    """Whether two counts are what one verb or noun tells: "lost 41 compulsory members and 17
    voluntary ones", "an increase of 410 in compulsory and 972 in voluntary social insurance"."""
    told = one.quantity
    moved = told.direction is not None and not _MOVED_BEHIND.match(page.text, told.end)
    aside = _COMMA.match(page.text, *one.before) is not None
    return moved and not aside and coordinated(page, one, other)


def _is_alike(page: Page, segment: Segment, other: Segment, told: Judged, shared: bool) -> bool:
    """Whether a figure can go on with another: "fell by 12% in Ca Mau, 9% in Ben Tre"; one that
    something rose to cannot.  `shared`: one verb tells both."""
    one, before = segment.quantity, other.quantity
    bare = (told.joined or shared) and one.is_bare
    bare = bare or (before.is_bare and one.unit == "people")  # "by 41 and 12 people"
    alike = (bare or one.unit == before.unit) and told.aspect in _RELATIVE
    low = segment.quantity.start - _REACH
    part = told.joined and page.of_them(before.end)
    part = part or _ARE_FEWER.match(page.text, one.end) is not None
    return alike and not part and not _TO.search(page.text, low, segment.quantity.start)


def _is_near(page: Page, sentence: SentenceSpan, told: MetricFact) -> bool:
    """Whether a figure stands in the paragraph of a sentence."""
    before = within(page.sentences, told.quote_start, sentence.start)
    return bool(before) and all(one.block == sentence.block for one in before)


def _is_last(page: Page, sentence: SentenceSpan, told: MetricFact) -> bool:
    """Whether a figure stands in the sentence before one, be it in another paragraph."""
    return len(within(page.sentences, told.quote_start, sentence.start)) == 1


def _only_places(page: Page, segment: Segment) -> bool:
    """Whether a figure's words tell nothing but whose it is, and where it ranks."""
    spans = segment.spans
    named = any(within(page.places, span.start, span.end) for span in spans)
    mean = page.cues.any_in("whole_province", spans)
    termed = bool(page.terms_in(spans))
    return (named or mean) and not termed and content(page, segment, *_RANKS) == 0
