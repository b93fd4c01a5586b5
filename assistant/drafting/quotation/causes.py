"""Which sentences name a cause, and of which of them it is what was asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from assistant.drafting.quotation.printed import Printed
from assistant.evidence.rows.agreement import is_of_times, matches_place
from assistant.query import Query
from assistant.understanding.words.alike import meaning_of
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.metric.terms import find_terms
from indexing.reading.place.places import find_places
from indexing.records import SHARES, Span

_LEAST_COVERED_WHY = 0.4
"""Share of its content words that a question for a cause must find in the sentence that names one,
or in the one before.  Of 14 causes that answered, the least held 0.49; beside the matter, 0.32."""
_MOST_OPENING = 2
"""Words before one that points back to what was told before: "This has therefore"."""
_MOST_BACK = 2
"""Sentences between a matter and its cause: "the rise" may be told two sentences before."""
_PUT_DOWN = re.compile(
    r"\bput(?:s|ting)?\b[^.;:?!]{1,90}?\bdown to\b|\bblam\w+\b[^.;:?!]{1,90}?\bon\b"
    r"|\battribut\w+\b[^.;:?!]{1,90}?\bto\b",
    re.IGNORECASE,
)
"""A cause that is told behind what it is one of: "puts the poor showing down to the floods"."""
_MOVES: dict[str | None, str] = {"rise": "up", "fewer": "down"}
"""The ways of words, by those by which all words for a rise and a fall are known."""
_LATE = "late_payment"
"""What is owed, as a sum or as a share of what was due: what moves the one moves the other."""
_WITH_VERBS = frozenset({"up", "down"})


def causes(
    query: Query, read: Sequence[Printed], covered: Sequence[float], cues: Cues
) -> tuple[list[int], frozenset[int]]:
    """The sentences that name a cause of what is asked, and those of them that tell its figure;
    `covered`: the share of the question's content words in each."""
    named = _causes(read, cues)
    told = frozenset(place for place in named if _tells_figure(query, read[place]))
    found = [
        place
        for place in named
        if place in told or _names_matter(read, covered, place)
        if place in told or _is_of_district(query, read, place)
        if _is_of_country(query, read[place])
        and _tells_metric(query, read, place, cues)
        and not _moves_otherwise(query, read, place, cues)
    ]
    return found, told


def _is_of_district(query: Query, read: Sequence[Printed], place: int) -> bool:
    """Whether a cause stands with the district that is asked of: of its own sentence and those
    before it the nearest that names any place names that one.  A report tells of many districts, so
    that one which names none is a cause of their province."""
    asked = {_bare(name) for name in query.places if _is_part_of_province(name)}
    near = (find_places(read[at].text) for at in (place, *before(read, place)))
    nearest = next((mentions for mentions in near if mentions), [])
    return asked <= {_bare(mention.name) for mention in nearest}


def _is_of_country(query: Query, one: Printed) -> bool:
    """Whether a cause stands in a report on the country, where the question names no place for a
    figure of some time: that of a province is another one's."""
    is_open = query.places or not (query.metrics and query.periods)
    return bool(is_open or not one.told_of or COUNTRY in one.told_of)


def _is_part_of_province(place: str) -> bool:
    return any(told.kind == "district" for told in find_places(_bare(place)))


def _bare(place: str) -> str:
    """The name of a district or commune without its province."""
    return place.partition(", ")[0]


def _tells_figure(query: Query, one: Printed) -> bool:
    """Whether a sentence tells the figure that a cause is asked of, whatever its words for it: "of
    Con Thoi no more than 51.4 per cent are"."""
    return any(
        row.metric in query.metrics
        and row.group is None
        and any(matches_place(asked, row.place) for asked in query.places)
        and is_of_times(query.periods, row, one.article.published)
        for row in one.rows
    )


def _causes(read: Sequence[Printed], cues: Cues) -> list[int]:
    """The sentences that name a cause: one beside the matter does not tell why."""
    return [
        place
        for place, one in enumerate(read)
        if "cause" in cues.hits("sentence", one.text)
        or _PUT_DOWN.search(one.text)
        or points_back(one.text, cues)
    ]


def points_back(sentence: str, cues: Cues) -> bool:
    """Whether a sentence opens with a word for what was told before it as a cause: "as a
    result"."""
    told = (span for key, span in cues.spans_by("sentence", sentence) if key == "back")
    return any(_opens(sentence, span) for span in told)


def _opens(sentence: str, span: Span) -> bool:
    return len(sentence[: span.start].split()) <= _MOST_OPENING


def _names_matter(read: Sequence[Printed], covered: Sequence[float], place: int) -> bool:
    """Whether a cause stands with what it is asked of, or is that of something else."""
    near = (place, *before(read, place)[:1])
    return max(covered[at] for at in near) >= _LEAST_COVERED_WHY


def _tells_metric(query: Query, read: Sequence[Printed], place: int, cues: Cues) -> bool:
    """Whether a cause is one of the figure that the question names: of its own sentence and those
    before it the nearest that speaks of any figure or insurance speaks of that one."""
    asked = {term for metric in query.metrics for term in _terms_of(metric)}
    own = read[place].text
    resumes = not points_back(own, cues) and any(
        _opens(own, span) for span in cues.spans("resuming", own)
    )  # "for this reason the rise came late" tells itself of what it is the cause
    near = (*(() if resumes else (place,)), *before(read, place))
    for at in near if asked else ():
        terms = find_terms(read[at].text)
        metrics = [row.metric for row in read[at].rows if row.metric != OTHER]
        told = {term.id for term in terms}.union(*map(_terms_of, metrics))
        # A mere share ("61 per cent of them") is of what was told before.
        others = metrics or any(row.unit not in SHARES for row in read[at].rows)
        if told & asked or others or any(term.kind == "scheme" for term in terms):
            return bool(told & asked)
    return not asked


def _moves_otherwise(query: Query, read: Sequence[Printed], place: int, cues: Cues) -> bool:
    """Whether a cause is one of a fall where a rise is asked for, or of a rise where a fall is: of
    its own sentence, up to the words for a cause, and those before it the nearest that tells a way.
    Where no metric tells what moved, a sentence must tell that something did.
    """
    asked = _ways(query.gist, cues)
    own = read[place].text
    behind = min((s.start for s in cues.spans("sentence", own) if s.start), default=len(own))
    told = (_ways(text, cues) for text in (own[:behind], *_texts(read, before(read, place))))
    nearest = next((ways for ways in told if ways), asked if query.metrics else frozenset())
    return bool(asked) and not asked & nearest


def _texts(read: Sequence[Printed], places: Iterable[int]) -> Iterator[str]:
    return (read[place].text for place in places)


def _ways(text: str, cues: Cues) -> frozenset[str]:
    """The ways in which words of a text move; "up" and "down" alone go with verbs of all kinds."""
    words = cues.content(text) - _WITH_VERBS
    told = (_MOVES[same] for word in words if (same := meaning_of(word)) in _MOVES)
    return frozenset((*told, *({"up", "down"} & {*cues.hits("verdict", text)})))


def _terms_of(metric: str) -> Collection[str]:
    """The words, by their ids, that tell a metric: its insurance, or what is measured of all."""
    known = catalogue().metric(metric)
    what = _LATE if known.measure.startswith(_LATE) else known.measure
    return set(known.schemes[:1]) - {"all"} or {what}


def before(read: Sequence[Printed], place: int) -> list[int]:
    """The sentences of the same passage, the nearest first, that may tell what it is a cause of."""
    near = range(place - 1, max(place - _MOST_BACK, 0) - 1, -1)
    return [back for back in near if read[back].passage is read[place].passage]
