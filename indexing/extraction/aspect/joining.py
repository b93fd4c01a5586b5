"""People who were won for a scheme: a change of it, not its level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.period.lengths import took_so_long
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.own_words import own_topic
from indexing.extraction.topic.theme import ANYBODY, NOBODY, Bound, Theme
from indexing.extraction.topic.topics import Topic
from indexing.reading.metric.metrics import Term
from indexing.records import Span

_NEW = re.compile(r"\bnew(?:ly)?\b", re.IGNORECASE)
_NEW_BEFORE = re.compile(r"\bnew\s+$", re.IGNORECASE)
_NEW_REACH = 8
_CAME_IN = (
    rf"(?:{any_of('joining.joined')}"
    rf"|bec[ao]me\s+(?:[^\W\d]+\s+){{0,4}}?{any_of('joining.members')}"
    rf"|{any_of('joining.bought')}\s+[^,;:.\d]{{0,40}}\bfor the first time)\b"
)
_JOIN = re.compile(
    r"(?:\s+of\s+(?:(?:the|these|those|them|its)\b(?:\s+(?!who|which|had)[^\W\d]+)?"
    r"|(?!who|which|had)[^\W\d]+(?:\s+(?!who|which|had|have|has)[^\W\d]+)?\b))?"
    rf"(?:\s+(?:people|workers|more|have|has|also|already|newly)\b)*\s+{_CAME_IN}",
    re.IGNORECASE,
)
"""Behind a count: they came in.  Those who "had joined" were there already."""
_HAD_JOINED = re.compile(
    r"(?:\s+(?:people|workers|more|of them|have|has|had|also|already))*\s+"
    rf"{any_of('joining.joined')}\b",
    re.IGNORECASE,
)
"""The same on the day of a campaign, when all who had joined were won by it."""
_BRINGING = re.compile(
    rf"[^.;\d]*,\s*(?:and\s+)?(?:thus\s+)?{any_of('joining.bringing')}\b[^.;]*\bto\b",
    re.IGNORECASE,
)
"""Behind them: how many there are with them."""
_THERE_ARE = re.compile(
    rf"\b{any_of('joining.there_are')}\s+(?:now\s+|already\s+)?$", re.IGNORECASE
)
"""Right before a count: how many there are, whoever came."""
_HAD = re.compile(r"\s+had\s+(?!been\b)", re.IGNORECASE)
_HAD_BEEN = re.compile(r"\b(?:had|have|has)\s+[^,;:.]*$", re.IGNORECASE)
_BROUGHT = re.compile(rf"\b{any_of('joining.brought')}\s+(?:in\s+)?$", re.IGNORECASE)
_INTO = re.compile(
    r"\s+(?:(?:[^\W\d]+\s+)?(?:in)?to|(?:[^\W\d]+\s+){2,8}into)\s+(?!the total)", re.IGNORECASE
)
_WON_MOST = re.compile(
    rf"\b{any_of('changes.won')}\s+{any_of('changes.so_many')}\b[^,;:.\d]{{0,40}},\s+"
    rf"(?:{any_of('changes.asides')}\s+)?$",
    re.IGNORECASE,
)
""" "Tho Xuan added the most members, 611"."""
_TO = re.compile(r"\bto\s+$", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:the\s+)?(?:remaining|other|rest,)\s+$", re.IGNORECASE)
"""Right before those who are left of a number."""
_LIVE = re.compile(rf"\s+{any_of('people.live')}\b", re.IGNORECASE)
"""Behind a number of members: "and 9,800 live in the inner districts"."""


def are_won(page: Page, sentence: Span, segment: Segment) -> bool:
    """ "12,000 new members", "were persuaded", "this year 12,000 people have joined"."""
    quantity = segment.quantity
    counted = Span(quantity.start, quantity.end)
    fresh = _NEW.search(page.text, quantity.start, quantity.end) is not None
    fresh = fresh or page.cues.any_in("joined", [counted])
    if _tells_how_many(page, segment):
        return fresh
    named = page.terms_in(segment.lead)
    fresh = fresh or any(_is_new(page, term) for term in named)
    won = page.cues.any_in("joined", segment.spans) or _is_brought_in(page, segment)
    won = won and not (_had_joined(page, segment) and page.cues.any_in("part", segment.lead))
    won = won and not _had_come(page, segment)
    return fresh or won or _join_in_span(page, sentence, segment)


def _is_new(page: Page, term: Term) -> bool:
    """ "New health insurance participants in Hue numbered 12,000"."""
    return _NEW_BEFORE.search(page.text, max(0, term.start - _NEW_REACH), term.start) is not None


def _join_in_span(page: Page, sentence: Span, segment: Segment) -> bool:
    """Whether people came in over a span of time; up to a day, they may be all there are."""
    quantity = segment.quantity
    if _in_campaign(page, sentence) and _HAD_JOINED.match(page.text, quantity.end):
        return True
    if _JOIN.match(page.text, quantity.end) is None:
        return False
    after = (d for tail in segment.tail for d in within(page.periods, tail.start, tail.end))
    dates = (*within(page.periods, sentence.start, quantity.start), *after)
    if any(not d.comparison and not d.period.notation.startswith("@") for d in dates):
        return True
    if took_so_long(page, sentence, segment):
        return True
    return _BRINGING.match(page.text, quantity.end, sentence.end) is not None


def _is_brought_in(page: Page, segment: Segment) -> bool:
    """ "The post brought 18,204 people into voluntary insurance"."""
    if _WON_MOST.search(page.text, *segment.before):
        return True
    brought = _BROUGHT.search(page.text, *segment.before) is not None
    return brought and _INTO.match(page.text, *segment.behind) is not None


def _had_joined(page: Page, segment: Segment) -> bool:
    """ "78,930 participants, among whom 11,302 had signed up voluntarily": they are counted in."""
    return _HAD.match(page.text, *segment.behind) is not None


def _had_come(page: Page, segment: Segment) -> bool:
    """ "Employers had brought in 62,940 of them": how those came who were counted before."""
    had = _HAD_BEEN.search(page.text, *segment.before) is not None
    return had and page.of_them(segment.quantity.end)


def _in_campaign(page: Page, sentence: Span) -> bool:
    """ "Teams took to the streets on May 16.  By evening 41,206 people had registered"."""
    if not page.cues.any("within_a_day", sentence.start, sentence.end):
        return False
    before = page.sentence_before(sentence.start)
    start = before.start if before else sentence.start
    return page.cues.any("campaign", start, sentence.end)


def _tells_how_many(page: Page, segment: Segment) -> bool:
    """ "With these newcomers the province has 7,312 members": how many there are with them."""
    return _THERE_ARE.search(page.text, *segment.before) is not None


def with_parts_of_the_won(
    page: Page,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    bound: Sequence[Bound],
    theme: Theme,
) -> tuple[Judged, ...]:
    """The figures of a sentence, those judged as people won that are parts of the people won told
    last: "1,236 people newly joined, 517 of them fishermen.  Ninh Hai leads with 344"."""
    topic, most = theme.won, theme.newcomers
    judged = _without_choosers(page, segments, judged)
    found = list(judged)
    for index, (segment, counted) in enumerate(zip(segments, bound, strict=True)):
        one, value = judged[index], segment.quantity.value
        if one.joined:
            most = value if counted.topic != topic else max(most, value)
            topic = counted.topic
        elif one.aspect == "level" and counted.unit == "people" and counted.topic == topic:
            if value < most and _is_silent(page, segment):
                found[index] = Judged("change", joined=True)
            else:
                most = NOBODY  # what follows is of the members told of now
    return tuple(found)


def _without_choosers(
    page: Page, segments: Sequence[Segment], judged: Sequence[Judged]
) -> Sequence[Judged]:
    """The figures of a sentence, those of members who joined by choice as what there is: beside the
    members whom they are some of, that tells which they are, and not when they came."""
    found = list(judged)
    counted = [not one.joined and one.aspect in ("level", "target") for one in judged]
    for index, segment in enumerate(segments):
        wholes = [
            other.quantity.value
            for other, is_told in zip(segments[:index], counted, strict=False)
            if is_told and other.quantity.unit in ("people", "other")
        ]
        of_these = max(wholes, default=NOBODY) > segment.quantity.value
        alone = judged[index].joined and not any(one.joined for one in judged[:index])
        if alone and of_these and _chose(page, segment):
            found[index] = Judged("level")
    return found


def _chose(page: Page, segment: Segment) -> bool:
    """Whether a figure is told of some of those before it who joined by choice, no time given."""
    start, end = segment.quantity.start, segment.quantity.end
    is_part = page.cues.any_in("part", segment.lead) or page.of_them(end)
    is_part = is_part or _LEFT.search(page.text, *segment.before) is not None
    dated = any(within(page.periods, tail.start, tail.end) for tail in segment.tail)
    fresh = any(_NEW.search(page.text, *span) for span in (*segment.spans, Span(start, end)))
    return is_part and not (dated or fresh) and page.cues.any_in("by_choice", segment.spans)


def with_announced(page: Page, sentence: SentenceSpan, theme: Theme, told: Topic) -> Theme:
    """The theme behind a heading or the words before a list that tell of people won: "New members
    by district:"; `told` is what the text spoke of before."""
    opens = page.text[sentence.end - 1] == ":" or sentence.kind in ("heading", "line")
    named = within(page.terms, sentence.start, sentence.end)
    fresh = page.cues.any("joined", sentence.start, sentence.end)
    members = any(term.id == "participants" for term in named)
    fresh = fresh or (members and _NEW.search(page.text, sentence.start, sentence.end) is not None)
    if not (opens and fresh):
        return theme
    scheme = theme.topic.scheme or told.scheme
    return theme._replace(won=Topic(scheme, "participants"), newcomers=ANYBODY)


def _is_silent(page: Page, segment: Segment) -> bool:
    """Whether a figure's words name no members, and do not tell how many there are."""
    up_to = _TO.search(page.text, *segment.before) is not None
    own = own_topic(page, segment)
    named = own.scheme is not None or own.measure not in (None, "intake")
    live = _LIVE.match(page.text, segment.quantity.end) is not None
    return not (up_to or named or live or _tells_how_many(page, segment))
