"""Where: the place a figure is about.

A place is inherited from the sentence, from the district that the sentence takes up ("the ward's
coverage"), else from the article as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.debtors import lists_debtors
from indexing.extraction.homes import province_of, qualified
from indexing.extraction.layout import Sentence
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.story import Story, span_of
from indexing.extraction.times import compared_from
from indexing.records import PlaceMention, Span

_IN = re.compile(r"\b(?:in|at|of|from|tại|ở)\s+(?:the\s+)?$", re.IGNORECASE)
_PARTED = re.compile(r"[,;()]|\band\b|\bbut\b|\d\s")
"""Between a place compared with and the next figure: then the figure is not its own."""
_FRAME_REACH = 20


def place_of(
    page: Page,
    sentence: Sentence,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
    home: str | None,
) -> str | None:
    """The place of a figure as the table writes it."""
    mentions = within(page.places, sentence.start, sentence.end)
    if lists_debtors(
        page, span_of(sentence)
    ):  # "Hoa Binh owes ..." is a firm, "in Hoa Binh" is not
        mentions = [m for m in mentions if _IN.search(page.text, sentence.start, m.start)]
    mentions = [m for m in mentions if _tells(page, sentence, m, segment)]
    mentions = sorted([*mentions, *_home_again(page, sentence, home)], key=lambda m: m.start)
    found = _nearest(page, mentions, segment)
    if found is None and segment.host is not None:
        found = _nearest(page, mentions, segments[segment.host])
    if found is None:
        past = [m for m in mentions if m.end <= segment.quantity.start]
        first = segments[0].quantity.start
        found = next(
            (
                mention
                for mention in reversed(past)
                if mention.end <= first
                or ";" not in page.text[mention.end : segment.quantity.start]
            ),
            None,
        )
    if found is None and _taken_up(page, sentence, story):
        found = story.place
    if found is None and not page.cues.any("local", sentence.start, sentence.end):
        found = story.frame
    return home if found is None else qualified(found, province_of(home))


def frame_of(page: Page, sentence: Span) -> PlaceMention | None:
    """The place that a sentence opens with as a frame: "In Nam Dan district, ...", "Nationwide"."""
    for mention in within(page.places, sentence.start, sentence.start + _FRAME_REACH):
        before = page.text[sentence.start : mention.start].strip().casefold()
        led = before in ("in", "at", "across", "throughout", "tại", "ở", "trên")
        if (led and page.text[mention.end : mention.end + 1] == ",") or (
            mention.kind == "country" and (led or not before)
        ):
            return mention
    return None


def _tells(page: Page, sentence: Sentence, mention: PlaceMention, segment: Segment) -> bool:
    """Whether a place is that of the figure.

    One compared with holds for its own figure only: "4 points under the national average of 91.1
    per cent" is told of the country once.  The address of one firm is no place of any figure.
    """
    if mention.kind == "district" and _is_address(page, sentence, mention):
        return False
    opens = compared_from(page, span_of(sentence), mention.start)
    if opens is None:
        return True
    start, end = segment.quantity.start, segment.quantity.end
    if opens <= start < mention.start:
        return end <= mention.start
    between = page.text[mention.end : start]
    return mention.end <= start and not _PARTED.search(between)


def _is_address(page: Page, sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether one firm stands there: "a shoe maker in Tan Uyen"."""
    nouns = page.cues.within("firm_noun", max(sentence.start, mention.start - 40), mention.start)
    between = page.text[nouns[-1].end : mention.start].strip() if nouns else ""
    return _IN.fullmatch(f"{between} ") is not None


def _home_again(page: Page, sentence: Sentence, home: str | None) -> list[PlaceMention]:
    """Words such as "the whole province" that name the home, or a home district's province."""
    province = province_of(home)
    if province is None:
        return []
    return [
        PlaceMention(province, "province", province, cue.start, cue.end)
        for cue in page.cues.within("whole_province", sentence.start, sentence.end)
    ]


def _nearest(page: Page, mentions: Sequence[PlaceMention], segment: Segment) -> PlaceMention | None:
    """The mention among the segment's words that is nearest; behind a comma it is another's."""
    start, end = segment.quantity.start, segment.quantity.end
    held = [
        mention
        for mention in mentions
        if any(s.start <= mention.start and mention.end <= s.end for s in segment.spans)
        and (mention.end <= start or "," not in page.text[end : mention.start])
    ]
    return min(held, key=lambda m: start - m.end if m.end <= start else m.start - end, default=None)


def _taken_up(page: Page, sentence: Span | Sentence, story: Story) -> bool:
    return (
        story.place is not None
        and story.place.kind == "district"
        and page.cues.any("there", sentence.start, sentence.end)
    )
