"""Where: the place a figure is about.

A place is inherited from the sentence, from the district that the sentence takes up ("the ward's
coverage"), else from the article as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
_AND = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|và)(?!\w))\s*", re.IGNORECASE)
_FRAME_REACH = 20
_RANK_REACH = 45
_PAUSE = re.compile(r"[,;:()]|\d\s")


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
    if (dealt := _dealt(page, sentence, story, segments, segment)) is not None:
        return qualified(dealt, province_of(home))
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


def _dealt(
    page: Page,
    sentence: Sentence,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
) -> PlaceMention | None:
    """The place dealt out to a figure: "A and B have 5 and 6", "in A 5, in B 6; 2 and 3 of the
    respective totals"; with the word for it, also to the places of the sentence before."""
    row = _in_a_row(page, segments, segment)
    if len(row) < 2:
        return None
    start, order = row[0].quantity.start, row.index(segment)
    named = distinct(within(page.places, sentence.start, start))
    if page.cues.any("respective", sentence.start, sentence.end):
        named = named or story.several
    else:
        gaps = (page.text[a.end : b.start] for a, b in pairwise(named))
        named = named if all(_AND.fullmatch(gap) for gap in gaps) else ()
    return named[order] if len(named) == len(row) else None


def distinct(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places below the country, each where it is named first."""
    first = {m.name: m for m in reversed(mentions) if m.kind != "country"}
    return tuple(sorted(first.values(), key=lambda m: m.start))


def _in_a_row(page: Page, segments: Sequence[Segment], segment: Segment) -> list[Segment]:
    """The figures told in one breath with a figure: "3.9% and 5.4%"."""
    at = next(i for i, s in enumerate(segments) if s.quantity == segment.quantity)
    first = last = at
    while first and _one_breath(page, segments[first - 1], segments[first]):
        first -= 1
    while last + 1 < len(segments) and _one_breath(page, segments[last], segments[last + 1]):
        last += 1
    return [segment if i == at else segments[i] for i in range(first, last + 1)]


def _one_breath(page: Page, one: Segment, other: Segment) -> bool:
    gap = page.text[one.quantity.end : other.quantity.start]
    bare = "other" in (one.quantity.unit, other.quantity.unit)  # "161 and 108 communes"
    same = bare or one.quantity.unit == other.quantity.unit
    return same and _AND.fullmatch(gap) is not None


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
    per cent" is told of the country once.  The address of one firm is no place of any figure, nor
    is the country that a province is ranked in.
    """
    if mention.kind == "district" and _is_address(page, sentence, mention):
        return False
    if mention.kind == "country" and _ranks(page, sentence, mention):
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


def _ranks(page: Page, sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a province has its rank there: "among the top three provinces nationwide"."""
    low = max(sentence.start, mention.start - _RANK_REACH)
    ranks = page.cues.within("ranked", low, mention.start)
    return bool(ranks) and _PAUSE.search(page.text, ranks[-1].end, mention.start) is None


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
