"""What figures in a row are dealt out to: "A and B had 5 and 6 members, respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.extraction.metric.excluded.declined import is_declined
from indexing.extraction.sentence.rows import JOINT, dealt_out
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.base.shares import BASES
from indexing.extraction.topic.own_words import own_topic
from indexing.extraction.topic.topics import NOTHING, Topic
from indexing.reading.metric.terms import Term
from indexing.reading.quantity.unit.counted import who_does
from indexing.records import SHARES, Quantity, Span

_COORDINATED = re.compile(r",|\b(?:and|plus|as well as|và)\b", re.IGNORECASE)
"""Between two things of a list."""
_TAKEN_UP = re.compile(r"\b(?:they|these|both|the two)\s+(?:was|were|had been|stood at)\b")
_WHOLE = 100


def with_shared_unit(page: Page, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a sentence, "28, 35 and 45 per cent" all in per cent."""
    found = [_as_counted(page, one) for one in figures]
    listed = False
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        bare = one.is_bare and one.value <= _WHOLE
        between = page.text[one.end : other.start].strip()
        listed = bare and (between in ("and", "và") or (listed and between == ","))
        listed = listed and (other.unit in SHARES or other.unit_text == "points")
        if listed:
            found[index] = replace(one, unit=other.unit, unit_text=other.unit_text)
    return found


def _as_counted(page: Page, one: Quantity) -> Quantity:
    """A figure by what it counts: "ones" are no unit, "boarders" are people; "declined VND9 billion
    of the bills" tells of no fall."""
    if one.direction is not None and is_declined(page, one):
        return replace(one, direction=None)
    if one.unit_text == "ones":
        return replace(one, unit_text=None)
    people = one.unit == "other" and one.unit_text is not None and who_does(one.unit_text)
    return replace(one, unit="people") if people else one


def dealt_topics(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    row: range,
    bound: Sequence[Topic],
    told: Sequence[Topic],
    rates: Sequence[Topic],
) -> tuple[Topic, ...]:
    """What the figures of a row stand for, in their order; empty where nothing is dealt out.

    `bound`: what the figures before the row are about; `told`: what those told last; `rates`: all
    coverages told so far.
    """
    dealt = dealt_out(page, sentence, segments)
    apart = _apart([*told, *bound][-len(row) :])
    if row not in dealt:
        return _without_word(page, sentence, segments, row, bound, apart)
    behind = _told_behind(page, segments, row)
    for other in dealt[: dealt.index(row)]:
        past = tuple(bound[index] for index in other)
        one = len(set(past)) == 1  # it is places that are dealt
        return behind if behind and one else past
    if len(set(bound)) == len(row) == row.start and all(one.measure for one in bound):
        # "issued 9,000 books and 312,000 cards, up 4 and 2 per cent, respectively"
        return tuple(bound)
    named = _named_before(page, sentence, segments, row)
    if named is not None:
        return named
    shares = all(segments[index].quantity.unit == "percent" for index in row)
    return apart or behind or (tuple(rates) if shares and len(rates) == len(row) else ())


def _without_word(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    row: range,
    bound: Sequence[Topic],
    apart: tuple[Topic, ...],
) -> tuple[Topic, ...]:
    """What a row stands for that no "respectively" deals out; `apart`: the schemes told last."""
    named_before = _listed_before(page, sentence, segments[row.start], len(row))
    in_turn = named_before or _listed_behind(page, sentence, segments[row[-1]], len(row))
    if in_turn:
        return in_turn
    silent = all(own_topic(page, segments[index]).scheme is None for index in row)
    silent = silent and not _of_places(page, sentence, segments, row)
    if silent and len(set(bound)) == len(row) == row.start and _they(page, segments, row):
        return tuple(bound)  # "A was 5 and B 6; a year earlier they were 4 and 5"
    return (apart if silent else ()) or _told_behind(page, segments, row)


def _named_before(
    page: Page, sentence: Span, segments: Sequence[Segment], row: range
) -> tuple[Topic, ...] | None:
    """What is named around a row that is dealt out, where it is as many things as figures; empty
    where it is not, and None where nothing is named."""
    low = segments[row.start - 1].quantity.end if row.start else sentence.start
    if items := _items(page, Span(low, segments[row.start].quantity.start), len(row)):
        return items
    schemes = [own_topic(page, segment).scheme for segment in segments[: row.start]]
    named = [Topic(scheme) for scheme in schemes if scheme is not None]
    if len(named) >= len(row):
        return tuple(named[-len(row) :])
    if listed_behind := _listed_behind(page, sentence, segments[row[-1]], len(row)):
        return listed_behind
    terms = within(page.terms, sentence.start, segments[row.start].quantity.start)
    near = [term for term in terms if term.kind == "scheme" and term.start >= low]
    own = [Topic(part) for term in near for part in _parts_of(term)]
    parts = [Topic(part) for term in terms for part in term.parts]
    measures = [Topic(None, term.id) for term in terms if term.kind == "measure"]
    for listed in (own, parts, measures):  # "revenue and expenditure were 3 and 4, respectively"
        if len(listed) == len(row):
            return tuple(listed)
    return () if named or own or parts or measures else None


def deals_schemes(page: Page, sentence: Span, count: int) -> bool:
    """Whether a sentence names as many schemes as a row of it has figures: "534,210 people in the
    compulsory scheme and 68,940 in the voluntary one, 94 and 71 per cent of plan, respectively"."""
    terms = within(page.terms, sentence.start, sentence.end)
    named = [part for term in terms if term.kind == "scheme" for part in _parts_of(term)]
    return len(set(named)) == count


def _they(page: Page, segments: Sequence[Segment], row: range) -> bool:
    """Whether the words before a row take up what the figures before it told."""
    low, high = segments[row.start - 1].quantity.end, segments[row.start].quantity.start
    return _TAKEN_UP.search(page.text, low, high) is not None


def _of_places(page: Page, sentence: Span, segments: Sequence[Segment], row: range) -> bool:
    """ "A and B stand at 84 and 87 per cent": each figure is another place's."""
    start = segments[row.start].quantity.start
    low = segments[row.start - 1].quantity.end if row.start else sentence.start
    return len({place.name for place in within(page.places, low, start)}) >= len(row)


def _apart(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics of figures told before, where each is of a scheme of its own."""
    schemes = {topic.scheme for topic in topics} - {None}
    return tuple(topics) if len(schemes) == len(topics) else ()


def _listed_before(page: Page, sentence: Span, first: Segment, count: int) -> tuple[Topic, ...]:
    """ "The figures for X and Y insurance were 5 and 6": as many schemes in one list as figures."""
    terms = within(page.terms, sentence.start, first.quantity.start)
    schemes = [term for term in terms if term.kind == "scheme"]
    listed: list[Term] = schemes[-1:]
    for term in reversed(schemes[:-1]):
        if JOINT.fullmatch(page.text, term.end, listed[0].start) is None:
            break
        listed.insert(0, term)
    parts = [Topic(part) for term in listed for part in _parts_of(term)]
    return tuple(parts) if len(parts) == count else ()


def _listed_behind(page: Page, sentence: Span, last: Segment, count: int) -> tuple[Topic, ...]:
    """ "41.8 and 94.3 per cent in social and health insurance, respectively": as many in one list
    between the last figure and the word that deals them out; or, without one, in its words."""
    start = last.quantity.end
    marks = page.cues.within("together", start, sentence.end)
    own = last.behind.end
    terms = within(page.terms, start, marks[0].start if marks else own)
    schemes = [term for term in terms if term.kind == "scheme"]
    listed: list[Term] = schemes[:1]
    for term in schemes[1:]:
        if JOINT.fullmatch(page.text, listed[-1].end, term.start) is None:
            return ()
        listed.append(term)
    parts = [Topic(part) for term in listed for part in _parts_of(term)]
    return tuple(parts) if len(parts) == count else ()


def _items(page: Page, words: Span, count: int) -> tuple[Topic, ...]:
    """ "Members of A, B's books and C's cards were": as many things in one list as figures follow,
    with their scheme and measure; one that is told once is that of all."""
    items: list[list[Term]] = []
    for term in within(page.terms, *words):
        if term.id in BASES - {"coverage"}:
            continue  # "the shares of the labour force aimed at are 27 and 38 per cent"
        apart = items and _COORDINATED.search(page.text, items[-1][-1].end, term.start)
        if apart or not items:
            items.append([])
        items[-1].append(term)
    if len(items) != count or any(term.parts for item in items for term in item):
        return ()
    schemes = [next((t.id for t in reversed(item) if t.kind == "scheme"), None) for item in items]
    measures = [next((t.id for t in item if t.kind == "measure"), None) for item in items]
    if len(set(zip(schemes, measures, strict=True))) < count or not any(measures):
        return ()
    return tuple(map(Topic, _shared(schemes), _shared(measures)))


def _shared(told: Sequence[str | None]) -> list[str | None]:
    """What each of a row tells, all of them the same where only one tells it."""
    known = [one for one in told if one is not None]
    return [known[0]] * len(told) if len(known) == 1 else list(told)


def _parts_of(scheme: Term) -> tuple[str, ...]:
    """The schemes that a word for schemes lists; the one that it names where it lists none."""
    return scheme.parts or (scheme.id,)


def _told_behind(page: Page, segments: Sequence[Segment], row: range) -> tuple[Topic, ...]:
    """ "cover 97%, 96% and 98% of their people with health insurance": told once, at the end."""
    named = own_topic(page, segments[row[-1]])
    silent = all(own_topic(page, segments[index]) == NOTHING for index in row[:-1])
    return (named,) * len(row) if silent and named.scheme and named.measure else ()
