"""Whose part a figure counts that is told of others counted before: "342,700 of them have a card".

Some of those counted before are never all of a place, whatever those were counted as: pupils, or
the people of 41 communes.  Some of all who live there are, and so are those of them in one scheme.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.part.naming import predicate
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.own_words import own_topic
from indexing.extraction.topic.topics import OF_MEMBERS, whole_of
from indexing.records import MetricFact

_LED = re.compile(
    r"(?:^|[^\w\s]\s*|\b(?:and|but|while)\s+)(?:out\s+of|of|among)\s+"
    r"(?:them|these|those|whom|which)\b(?!\s+(?:who|whose|that|with|in|from|aged)\b)[^.;:()]*$",
    re.IGNORECASE,
)
"""Before a figure: it counts some of those told before; no one person "of them" does."""
_OPENED = re.compile(
    r"\W*(?:out\s+of|of|among)\s+(?:them|these|those)\b"
    r"(?!\s+(?:who|whose|that|with|in|from|aged)\b)",
    re.IGNORECASE,
)
"""At the head of a sentence: its people are some of those told before, until it names others."""
_OUT_OF = re.compile(
    r"(?:^|[^\w\s]\s*)(?:out\s+of|of|among)(?:\s+(?:the|these))?\s+$", re.IGNORECASE
)
"""Before a count of which the next figure is a part: "Out of 96,000 such people, 51,300"."""
_EXIST = re.compile(r"\bthere\s+(?:[^\W\d]+\s+){1,4}$", re.IGNORECASE)
"""Before those taken up: "there were just 9,730 of them" counts them all."""
_CLAUSE_ENDS = re.compile(r"[.;:()]")
_PRINTED_NOUN = re.compile(r"(?<=\s)(?!(?:million|thousand|hundred)\b)[^\W\d][^\d]*$")
_ANYONE = re.compile(any_of("people.inhabitants"), re.IGNORECASE)


def some_of(
    page: Page,
    segment: Segment,
    fact: MetricFact,
    past: Sequence[MetricFact],
    last: MetricFact | None,
) -> str | None:
    """What sets those apart whom a figure counts, if they are some of a part or of its own whole.

    `past`: the rows before it in its sentence; `last`: what the sentences before counted last.
    """
    if fact.aspect != "level" or fact.unit != "people":
        return None
    if _goes_on_with_parts(page, segment, fact, past):
        return predicate(page, segment)
    whole = _whole(page, segment, fact, past, last)
    if whole is None or catalogue().metric(fact.metric).measure not in OF_MEMBERS:
        return None
    if whole.group is not None:
        return whole.group
    if whole.metric == OTHER:
        return _noun(page, whole) or predicate(page, segment)
    again = (whole.place, whole.aspect) == (fact.place, "level") and (
        whole.metric == fact.metric or _is_of_branch(whole, fact)
    )
    return predicate(page, segment) if again else None


def _is_of_branch(whole: MetricFact, fact: MetricFact) -> bool:
    """Whether those counted before are in a branch of the scheme that a figure is read to count:
    some of a branch are never all of the scheme."""
    branches = catalogue().metric(whole.metric).schemes[:1]
    return bool(
        {whole_of(one) for one in branches} & {*catalogue().metric(fact.metric).schemes[:1]}
    )


def counts_them_all(page: Page, segment: Segment) -> bool:
    """ "There were just 9,730 of them": all those taken up, at another time."""
    return _EXIST.search(page.text, *segment.before) is not None


def is_some_of_them(page: Page, fact: MetricFact) -> bool:
    """Whether a figure is told of those counted before it: of the whole of its own place."""
    before = page.text[fact.quote_start : fact.start]
    return page.of_them(fact.end) or _LED.search(before) is not None


def last_counted(rows: Sequence[MetricFact], before: MetricFact | None) -> MetricFact | None:
    """Those whom "them" can mean in the next sentence: the people that a sentence told of last, by
    their number or, where they are a part of the people of a place, by their share."""
    told = [row for row in rows if (row.unit == "people" and row.vs is None) or _is_share(row)]
    return told[-1] if told else before


def _is_share(row: MetricFact) -> bool:
    return (row.unit, row.metric, row.aspect) == ("percent", OTHER, "level")


def _whole(
    page: Page,
    segment: Segment,
    fact: MetricFact,
    past: Sequence[MetricFact],
    last: MetricFact | None,
) -> MetricFact | None:
    """Those whom a figure counts some of."""
    people = [row for row in past if row.unit == fact.unit]
    if people and _is_out_of(page, people[-1], fact):
        return people[-1]
    led = _LED.search(page.text[fact.quote_start : fact.start])
    if led is not None:
        pointer = fact.quote_start + led.start()
        between = [row for row in past if row.start > pointer]
        if between and "," in page.text[between[-1].end : fact.start]:
            return None  # what follows behind a comma may be told of others
        told = [row for row in people if row.start < pointer]
    elif page.of_them(fact.end) and not counts_them_all(page, segment):
        told = people
    else:
        return None
    return told[-1] if told else last


def _goes_on_with_parts(
    page: Page, segment: Segment, fact: MetricFact, past: Sequence[MetricFact]
) -> bool:
    """Whether a figure that names no scheme goes on with parts: "Of those insured 412,300 pay for
    themselves; the budget pays for 683,000"."""
    opened = _OPENED.match(page.text, fact.quote_start) is not None
    of_members = catalogue().metric(fact.metric).measure in OF_MEMBERS
    behind_people = any(row.unit == "people" for row in past)
    return opened and of_members and behind_people and own_topic(page, segment).scheme is None


def _is_out_of(page: Page, whole: MetricFact, fact: MetricFact) -> bool:
    opened = _OUT_OF.search(page.text[whole.quote_start : whole.start])
    between = page.text[whole.end : fact.start]
    return opened is not None and "," in between and _CLAUSE_ENDS.search(between) is None


def _noun(page: Page, whole: MetricFact) -> str | None:
    """The noun by which a part was counted; none for just "people"."""
    noun = _PRINTED_NOUN.search(page.text, whole.start, whole.end)
    told = noun and noun[0]
    return told if told and whole.unit == "people" and not _ANYONE.fullmatch(told) else None
