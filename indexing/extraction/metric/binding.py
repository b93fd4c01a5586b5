"""What the figures of a sentence count: each bound to its metric, one after the other.

A figure may say the same as its host, be dealt out from a list, be of no metric, or count what its
own words and those before it name; `counting.py` has the last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from indexing.catalogue import BACKGROUND, OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.continued.listed import (
    PAPERS,
    accounting_part,
    is_given,
    whole_of_parts,
)
from indexing.extraction.metric.continued.preceding import is_told, is_where, told_before
from indexing.extraction.metric.counting import bind
from indexing.extraction.metric.dealing import dealt_topics
from indexing.extraction.metric.excluded.beside import of_no_metric
from indexing.extraction.metric.excluded.doers import are_employers
from indexing.extraction.metric.over_base import of_base, over_base
from indexing.extraction.metric.totals import as_total
from indexing.extraction.metric.unbound import Context, Unbound, UnboundSentence
from indexing.extraction.sentence.rows import rows_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.topic.manners import by_manner
from indexing.extraction.topic.money.flows import flow
from indexing.extraction.topic.money.payments import (
    are_jobless,
    are_paid,
    for_visits,
    receive,
    to_whom,
)
from indexing.extraction.topic.own_words import own_topic
from indexing.extraction.topic.references import pointed_at, pointed_in_turn, sum_meant
from indexing.extraction.topic.theme import Bound, Theme
from indexing.extraction.topic.topics import (
    NOTHING,
    OF_MEMBERS,
    OWED,
    Topic,
    unit_of_measure,
    whole_of,
)
from indexing.records import CURRENCIES, SHARES, Span

_DO_SO = re.compile(
    r"\s+(?:do|did|does|are|were|have done|are doing)\s+(?:so|it|this)\b", re.IGNORECASE
)
_OF_THESE = re.compile(r"\W*(?:of|among)\s+(?:these|them|those)\b", re.IGNORECASE)


def bind_all(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    known: Context,
) -> tuple[Bound, ...]:
    """The metric of each segment of a sentence."""
    if not segments:
        return ()
    told = UnboundSentence(page, sentence, segments, judged, known)
    rows = {row.start: row for row in rows_of(page, segments)}
    dealt: dict[int, Topic] = {}
    bound: list[Bound] = []
    for index in range(len(segments)):
        if index in rows:
            dealt |= _dealt(told, rows[index], bound)
        found = (
            _as_host(told, index, bound)
            or _as_files(told, index, bound)
            or as_total(told, index, bound)
            or _by_itself(told, index, bound, dealt)
        )
        bound.append(_as_part(told, index, bound, found))
    return tuple(bound)


def _dealt(told: UnboundSentence, row: range, bound: Sequence[Bound]) -> dict[int, Topic]:
    """What the figures of a row stand for, by index, where it is dealt out to them."""
    before, theme = [one.topic for one in bound], told.known.theme
    row_told = [one.bound.topic for one in theme.row]
    pointed = pointed_in_turn(told.page, told.span, told.segments[row.start], len(row), row_told)
    topics = pointed or dealt_topics(
        told.page, told.span, told.segments, row, before, theme.levels, theme.rates
    )
    return dict(zip(row, topics, strict=False))


def _as_host(told: UnboundSentence, index: int, bound: Sequence[Bound]) -> Bound | None:
    """What a figure counts that says the same as its host, or the plan or the end of it."""
    segment = told.segments[index]
    if segment.host is None or segment.tie not in ("twin", "range", "planned"):
        return None
    host = bound[segment.host]
    return host._replace(unit=segment.quantity.unit if segment.tie == "twin" else host.unit)


def _as_files(told: UnboundSentence, index: int, bound: Sequence[Bound]) -> Bound | None:
    """ "It settled 1,942 files for pensions and 24,310 for sickness": files too, no patients."""
    segment = told.segments[index]
    same = index > 0 and bound[-1].unit == "documents" and segment.tie == "alone"
    return bound[-1] if same and is_given(told.page, segment) else None


def _as_part(told: UnboundSentence, index: int, bound: Sequence[Bound], found: Bound) -> Bound:
    """What one of the numbers counts that a whole before them is made of, if not `found`."""
    whole = whole_of_parts(told.page, told.segments, index)
    if whole is None or (found.metric != OTHER and found.unit == bound[whole].unit):
        return found
    return bound[whole]


def _by_itself(
    told: UnboundSentence, index: int, bound: Sequence[Bound], dealt: Mapping[int, Topic]
) -> Bound:
    """What a figure counts by its own words, by what it is dealt, or by what went before."""
    segment = told.segments[index]
    before = _before(told, index, bound)
    own = _own(told, index, bound, before)
    if (none := of_no_metric(told, index, bound, own, before)) is not None:
        return none
    if index in dealt:
        given = dealt[index]
        people = None if segment.quantity.unit in CURRENCIES else "participants"
        own = Topic(given.scheme or own.scheme, given.measure or own.measure or people)
    found = bind(Unbound(told.page, segment, told.judged[index], own, before, told.known))
    return _with_unit(segment, found, bound)


def _before(told: UnboundSentence, index: int, bound: Sequence[Bound]) -> Topic | None:
    """What a figure's host is about, or what the figures before it leave to it."""
    page, segments, segment = told.page, told.segments, told.segments[index]
    if segment.host is not None:
        return bound[segment.host].topic
    row = [i for i in range(index) if is_told(segments[i])]
    if segment.quantity.unit == "percent":
        row = [i for i in row if not _is_aside(bound[i])]
    past = [bound[i] for i in row], [told.judged[i] for i in (*row, index)]
    where = bool(row) and is_where(page, segments[row[-1]])
    return told_before(page, segment, *past, len(row), where, told.known.theme.row)


def _is_aside(bound: Bound) -> bool:
    """ "Ky Son, a district of 21,200 inhabitants, is at 64%": the rate goes on with the text."""
    return bound.metric in BACKGROUND and bound.topic == NOTHING


def _own(told: UnboundSentence, index: int, bound: Sequence[Bound], before: Topic | None) -> Topic:
    """What a figure's own words name, those included that point at what was told before."""
    page, segments, theme = told.page, told.segments, told.known.theme
    segment, last = segments[index], bound[-1] if index else None
    own = own_topic(page, over_base(page, segments, index), theme.scheme)
    own = of_base(page, segments, index, own, theme.topic)
    if before is not None and unit_of_measure(before.measure) in PAPERS and is_given(page, segment):
        return before
    told_of = before or theme.topic.over(told.known.article)
    goes_on = before is not None or segment.quantity.unit in SHARES or _takes_up(page, segment)
    own = by_manner(page, segment, own, told_of, goes_on)
    if own.measure not in BACKGROUND:  # "the second is reckoned on a population of ..."
        row = [one.bound.topic for one in theme.row]
        pointed = pointed_at(page, told.span, segment, row)
        own = pointed.over(own) if own.scheme != "si" or pointed.measure else own
    own = own if own != NOTHING else sum_meant(page, segment, _sums(bound, theme))
    own = for_visits(page, segments, index, last.unit if last else None) or own
    own = to_whom(page, segments, index, own)
    own = _of_the_insured(page, segment, own, told_of, theme.topic)
    if last and own.scheme is None and are_employers(own, last):
        own = NOTHING
    if before == NOTHING and _names_hospital_alone(page, segment):
        own = NOTHING  # "Hospital A is VND14 billion over, hospital B VND6 billion"
    planned = told.judged[index].aspect == "target" and segment.quantity.unit in CURRENCIES
    planned = planned and (before or NOTHING).measure == "collection"
    if own.measure == "late_payment" and (planned or told.judged[index].aspect == "gap"):
        own = Topic(own.scheme, "collection")  # "VND96 billion is outstanding to reach the plan"
    if own.measure is None and receive(page, segments, index):
        jobless = "ui" if are_jobless(page, segment) else None
        own = Topic(own.scheme or jobless, "beneficiaries")
    own = flow(page, segment, own, before, theme.topic, theme.row)
    paid = last is not None and (last.topic.measure or "") not in OWED
    if paid and own.measure is None and are_paid(page, segments[index - 1], segment):
        jobless = "ui" if are_jobless(page, segment) else None
        own = Topic(own.scheme or jobless, "beneficiaries")
    return own


def _of_the_insured(page: Page, segment: Segment, own: Topic, before: Topic, last: Topic) -> Topic:
    """ "Workers and pensioners account for 171,300": of the insured counted before, whatever those
    who make them up are counted by elsewhere; what any other figure's words name as it is."""
    narrower = whole_of(before.scheme)
    whole = last if narrower and narrower == last.scheme else before
    of_members = own.scheme is None and own.measure is not None and whole.measure in OF_MEMBERS
    if not of_members or accounting_part(page, segment) is None:
        return own
    return Topic(whole.scheme, "participants")


def _sums(bound: Sequence[Bound], theme: Theme) -> list[Topic]:
    """What the sums of money told before are of, in the sentence or else the one before."""
    for told in (bound, [one.bound for one in theme.row]):
        sums = [one.topic for one in told if one.unit in CURRENCIES and one.metric != OTHER]
        if sums:
            return sums
    return []


def _takes_up(page: Page, segment: Segment) -> bool:
    """ "Of these, 291,300 pay through their employer", "291,300 people do so as employees"."""
    led = _OF_THESE.match(page.text, *segment.before) is not None
    return led or _DO_SO.match(page.text, *segment.behind) is not None


def _names_hospital_alone(page: Page, segment: Segment) -> bool:
    """Whether a sum stands beside a hospital and nothing else that tells what it is."""
    terms = [t.id for t in page.terms_in(segment.spans)]
    money = segment.quantity.unit in CURRENCIES
    return money and bool(terms) and set(terms) == {"facilities"}


def _with_unit(segment: Segment, binding: Bound, past: Sequence[Bound]) -> Bound:
    """ "11 groups, of which 2 are provincial": a bare number has the unit of the one before."""
    quantity = segment.quantity
    if binding.metric != OTHER or not quantity.is_bare:
        return binding
    if past and past[-1].metric == OTHER and past[-1].unit not in ("percent", "VND", "USD"):
        return binding._replace(unit=past[-1].unit)
    return binding
