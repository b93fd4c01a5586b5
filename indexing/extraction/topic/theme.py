"""What a text has been about so far: the topics that a sentence hands on to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from indexing.catalogue import OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.sentence.ties import Tie
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.topics import (
    GENERAL,
    NOTHING,
    Topic,
    scheme_of,
    topic_of,
    whole_of,
)
from indexing.records import CURRENCIES, Aspect, Span, Unit

_TURNS_OVER = re.compile(
    r"\bthe\s+fund\s+(?:takes? in|took in|receives?|received|earns?|spends?|pays?)\b"
)
_THE_FUND = re.compile(r"\W*(?:[^,;:.]{0,30}?\b)?[Tt]he\s+fund\b")
""" "Throughout 2023 the fund", at the head of a sentence."""
_FUND = re.compile(r"fund\b|.{4}\s+(?:insurance\s+)?fund\b", re.IGNORECASE)
_TURNOVER = frozenset({"collection", "intake", "benefits_paid", "treatment_costs"})
""" "Health insurance spent more than it took in": what follows is of its money."""
APPLICANTS = "applicants"
"""A measure of no metric: what goes on from those who ask for a benefit is of its insurance."""
NOBODY = Decimal(0)
ANYBODY = Decimal("Infinity")
DENIED = ("left_out", "negated")
"""Kinds of cues in a question that asks of those who are not in what was told."""
_LAST = 6
"""Levels that a later sentence may take up in their order."""


class Bound(NamedTuple):
    """The metric of a figure, and the topic that it leaves for those that follow."""

    metric: str
    topic: Topic
    unit: Unit
    """The figure's unit; a bare number takes that of what it counts."""


class FigureTold(NamedTuple):
    """What one figure of the sentence before told."""

    unit: Unit
    tie: Tie
    judged: Judged
    bound: Bound
    value: Decimal


def told_row(
    segments: Sequence[Segment], judged: Sequence[Judged], bound: Sequence[Bound]
) -> tuple[FigureTold, ...]:
    """What the figures of a sentence told, for the one that follows."""
    row = zip(segments, judged, bound, strict=True)
    return tuple(FigureTold(b.unit, s.tie, j, b, s.quantity.value) for s, j, b in row)


def _counts(judged: Judged) -> bool:
    return judged.aspect in ("level", "target") or judged.joined


class Theme(NamedTuple):
    """The topics that a text has told so far."""

    topic: Topic = NOTHING
    """What it spoke of last."""
    announced: bool = False
    """Whether a heading, a question or another sentence without figures named it last."""
    scheme: str | None = None
    """The scheme that was named last, whatever was told of since."""
    relief: bool = False
    """Whether it told of help that is no benefit of a scheme, and of nothing else since."""
    won: Topic = NOTHING
    """The scheme that people were last won for."""
    newcomers: Decimal = NOBODY
    """How many they were, while the text goes on to tell of them; 0 where it does not, infinite
    where it has only announced to tell."""
    rates: tuple[Topic, ...] = ()
    """The coverages told so far."""
    apart: bool = False
    """Whether the last percentage told was a rate of something else than the catalogue's."""
    others: bool = False
    """Whether the sentence before counted people and told nothing of a metric."""
    planned: bool = False
    """Whether the percentages in brackets told last were shares of a plan."""
    shared: bool = False
    """Whether those told right behind a sum of money were."""
    aim: bool = False
    """Whether the sentence before set a sum of money as an aim."""
    fund: str | None = None
    """The scheme whose fund the sentence before spoke of."""
    row: tuple[FigureTold, ...] = ()
    """What the figures of the last sentence that held several told."""
    levels: tuple[Topic, ...] = ()
    """What the last levels and aims told were about, in their order."""

    def under(self, topic: Topic) -> Theme:
        """The theme at an item of a list that stands under a topic."""
        return self if topic == NOTHING else self._replace(topic=topic, announced=True)

    def after(self, page: Page, sentence: Span, row: tuple[FigureTold, ...]) -> Theme:
        """The theme behind a sentence whose figures told `row`."""
        known = [told for told in row if told.bound.metric != OTHER]
        topics = [told.bound.topic for told in known if told.bound.topic != NOTHING]
        announced = self.announced and not topics
        if not row:  # a question or a heading: "And the voluntary scheme?"
            topics = _named(page, sentence)
            announced = announced or topics not in ([], [NOTHING])
        elif not known:
            left = [told.bound.topic for told in row if told.bound.topic.measure == APPLICANTS]
            topics = left or _turned_to(page, sentence, self.topic)
        won = [told for told in known if told.judged.joined]
        schemes = [topic.scheme for topic in topics if topic.scheme]
        relief = page.cues.any("relief", sentence.start, sentence.end)
        turned = not row and page.cues.any("benefit", sentence.start, sentence.end)
        rates = [topic for topic in topics if topic.measure == "coverage" and row]
        shares = [t for t in row if t.unit == "percent" and t.judged.aspect in ("level", "target")]
        levels = [told.bound.topic for told in row if _counts(told.judged)]
        theme = self._replace(
            topic=_told_of(page, sentence, topics) if topics else self.topic,
            announced=announced,
            scheme=schemes[-1] if schemes else self.scheme,
            relief=relief or (self.relief and not topics and not turned),
            won=won[-1].bound.topic if won else self.won,
            newcomers=self._newcomers(won) if known else self.newcomers,
            rates=tuple(dict.fromkeys((*self.rates, *rates))),
            apart=shares[-1].bound.metric == OTHER if shares else self.apart and not topics,
            others=bool(row) and not known and row[-1].unit == "people",
            aim=any(t.judged.aspect == "target" and t.unit == "VND" for t in row),
            fund=_fund_of(page, sentence)
            or _same_fund(page, sentence, topics)
            or _fund_taken_up(page, sentence, self.topic),
            row=row if len(row) > 1 else self.row,
            levels=(*self.levels, *levels)[-_LAST:],
        )
        return theme._with_shares(row)

    def _with_shares(self, row: Sequence[FigureTold]) -> Theme:
        """The theme with what the percentages in brackets, and those behind a sum, were shares of;
        as before where it tells none."""
        brackets = [t.judged.aspect for t in row if t.tie == "bracket" and t.unit == "percent"]
        sums = _behind_sums(row)
        return self._replace(
            planned=brackets[-1] == "target_pct" if brackets else self.planned,
            shared=sums[-1] == "target_pct" if sums else self.shared,
        )

    def _newcomers(self, won: Sequence[FigureTold]) -> Decimal:
        """How many were won for the scheme told last, of whom those told before may be parts."""
        if not won:
            return NOBODY
        topic = won[-1].bound.topic
        before = self.newcomers if topic == self.won else NOBODY
        return max(before, *(told.value for told in won if told.bound.topic == topic))


def _named(page: Page, sentence: Span) -> list[Topic]:
    """What a sentence without figures announces; nothing of what was told before where it denies
    that: "And how many have no card?"."""
    named = announced_topic(page, sentence)
    if named == NOTHING:
        return []
    is_denied = any(page.cues.any(kind, *sentence) for kind in DENIED)
    return [NOTHING] if is_denied else [named]


def _told_of(page: Page, sentence: Span, topics: Sequence[Topic]) -> Topic:
    """What a sentence goes on about: what it told last, or the whole that this was a part of,
    "152,300 members, among them 48,700 voluntary ones"."""
    last = topics[-1]
    if not page.cues.any("part", *sentence):
        return last
    whole = Topic(whole_of(last.scheme), last.measure)
    return whole if whole.scheme is not None and whole in topics else last


def _behind_sums(row: Sequence[FigureTold]) -> list[Aspect]:
    """What the percentages of a sentence tell that follow a sum of money."""
    pairs = pairwise(row)
    return [b.judged.aspect for a, b in pairs if a.unit in CURRENCIES and b.unit == "percent"]


def _turned_to(page: Page, sentence: Span, topic: Topic) -> list[Topic]:
    """The scheme that a sentence turns to though its figures tell of no metric: "99% of pupils are
    to hold a health insurance card.  Last year 208,000 of them were insured"."""
    named = scheme_of(page, within(page.terms, sentence.start, sentence.end), last=True)
    return [Topic(named)] if named is not None and named != topic.scheme else []


def announced_topic(page: Page, span: Span) -> Topic:
    """What a heading, a question or a line before a list names: a rate too, "coverage by
    district"."""
    named = topic_of(page, span)
    if named.scheme is None and named.measure in GENERAL - {"coverage"}:
        return NOTHING
    rates = any(term.id == "coverage" for term in within(page.terms, span.start, span.end))
    return Topic(named.scheme, "coverage") if rates and named.measure is None else named


def _fund_of(page: Page, sentence: Span) -> str | None:
    """The scheme whose fund a sentence speaks of: "The unemployment insurance fund closed ..."."""
    terms = within(page.terms, sentence.start, sentence.end)
    for term in terms[:1]:
        spends = not within(page.quantities, sentence.start, sentence.end) and any(
            other.id in _TURNOVER for other in terms[1:]
        )
        fund = _FUND.match(page.text, term.end - len("fund"), sentence.end)
        if term.kind == "scheme" and (fund or spends):
            return term.id
    return None


def _same_fund(page: Page, sentence: Span, topics: Sequence[Topic]) -> str | None:
    """ "The fund laid out VND3 billion": it is named by what its figures are about."""
    subject = _THE_FUND.match(page.text, sentence.start, sentence.end)
    return topics[0].scheme if subject and topics else None


def _fund_taken_up(page: Page, sentence: Span, topic: Topic) -> str | None:
    """ "That is more than the fund takes in": the fund of what was told before."""
    silent = not within(page.quantities, sentence.start, sentence.end)
    named = _TURNS_OVER.search(page.text, sentence.start, sentence.end) if silent else None
    return topic.scheme if named else None


NO_THEME = Theme()
"""What a text is about before it has told anything."""
