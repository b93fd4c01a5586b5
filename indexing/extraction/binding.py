"""What a figure counts: its scheme and its measure, from its own words or taken over from before.

A figure's own words go first.  What they leave open is taken from the figure that it explains
(a bracket, a change, a share), then from the one before it in the sentence, then from what the
text spoke of last.  A figure with content words of its own that name neither scheme nor measure
("affecting 681,200 workers") takes nothing over: it stays `other`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from indexing.catalogue import OTHER, Metric, catalogue
from indexing.extraction.aspects import Judged
from indexing.extraction.lexicon import Cue
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topics import (
    NOTHING,
    SCHEMES_OF,
    Topic,
    base_of_share,
    dealt_out,
    own_topic,
    topic_of,
    unit_of_measure,
)
from indexing.reading.lexicon import table
from indexing.reading.metrics import metric_for, metrics_for_unit
from indexing.records import Quantity, Span, Unit

_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_LOOSE = 1
"""Words of its own that a figure may have and still be an ellipsis of the one before."""
_SMALL = 100
"""A bare number below it that opens a sentence counts something else."""
_BY_UNIT: frozenset[Unit] = frozenset({"people", "percent", "cards", "books", "visits"})
"""Units that tell what is counted of a scheme without a word for it."""
_SHARED = frozenset({"benefits_paid", "beneficiaries", "documents"})
"""Measures that a scheme named earlier in the sentence still governs."""
_TELLING: Mapping[Unit, str] = {"visits": "visits", "cards": "cards", "books": "books"}
"""Units that tell the measure by themselves."""
_BY_HEAD = frozenset({"visits", "accounts"})
"""Measures told by heads as well: "treatment was given to 110 million people"."""
_OF_THE = re.compile(r"\s*(?:of|out of|trên|trong)\s+(?:the|all|tổng số)?\s*", re.IGNORECASE)
_TREATMENT = frozenset({"visits", "treatment_costs"})
"""What is paid after one of these was told is the cost of treatment."""
_LABEL = re.compile(r"\w\s*:\s*$")
_PART_REACH = 45
_RECENT = 700
"""Characters before a sentence in which its figures may find what they leave open."""
_MONEY_ONLY = 10**9
"""Nothing but money is counted in billions."""
_ASSERTS = re.compile(r"\s*(?:are|is|were|was|do|does|did|have|has|had)\b", re.IGNORECASE)
"""Behind a percentage: it is the subject of a clause of its own."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The metric of a figure, and the topic that it leaves for those that follow."""

    metric: str
    topic: Topic
    unit: Unit
    """The figure's unit; a bare number takes that of what it counts."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a sentence."""

    told: Topic
    """What the text spoke of last."""
    article: Topic
    """What the headline speaks of."""
    won: Topic
    """The scheme that people were last won for."""
    recent: tuple[Topic, ...] = ()
    """What the sentences before name, figures or not, the latest first."""


def bind_all(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    known: Context,
) -> tuple[Bound, ...]:
    """The metric of each segment of a sentence."""
    shared = _distributed(page, sentence, segments)
    known = replace(known, recent=_recent(page, sentence))
    bound: list[Bound] = []
    for index, segment in enumerate(segments):
        host = segment.host
        if segment.tie in ("twin", "range", "planned") and host is not None:
            unit = segment.quantity.unit if segment.tie == "twin" else bound[host].unit
            bound.append(replace(bound[host], unit=unit))
            continue
        if host is not None:
            before: Topic | None = bound[host].topic
        else:
            before = bound[index - 1].topic if index else None
        own = own_topic(page, segment)
        following = segments[index + 1].quantity if index + 1 < len(segments) else None
        if following is not None and _is_some_of(page, segment.quantity, following):
            bound.append(Bound(OTHER, NOTHING, following.unit))
            continue
        if index in shared:
            own = replace(own, scheme=shared[index], measure=own.measure or "participants")
        binding = _bind(page, segment, judged[index], own, before, known)
        bound.append(_with_unit(segment, binding, bound))
    return tuple(bound)


def _recent(page: Page, sentence: Span) -> tuple[Topic, ...]:
    past = within(page.sentences, sentence.start - _RECENT, sentence.start)
    named = (topic_of(page, Span(told.start, told.end)) for told in reversed(past))
    return tuple(topic for topic in named if topic != NOTHING)


def _is_some_of(page: Page, one: Quantity, other: Quantity) -> bool:
    """ "Ten of the 11 districts": a bare number that counts the same as the next."""
    bare = one.unit == "other" and one.unit_text is None
    return bare and _OF_THE.fullmatch(page.text, one.end, other.start) is not None


def _with_unit(segment: Segment, binding: Bound, past: Sequence[Bound]) -> Bound:
    """ "11 groups, of which 2 are provincial": a bare number has the unit of the one before."""
    quantity = segment.quantity
    if binding.metric != OTHER or quantity.unit_text is not None or quantity.unit != "other":
        return binding
    if past and past[-1].metric == OTHER and past[-1].unit not in ("percent", "VND", "USD"):
        return replace(binding, unit=past[-1].unit)
    return binding


def _distributed(page: Page, sentence: Span, segments: Sequence[Segment]) -> dict[int, str]:
    """Schemes dealt out in order: "A had 5 and B 6, 2 and 3 more, respectively"."""
    dealt = dealt_out(page, sentence, segments)
    topics = [own_topic(page, segment).scheme for segment in segments[: dealt.stop]]
    for start in range(dealt.start, dealt.stop - 1):
        count = dealt.stop - start
        named = [scheme for scheme in topics[:start] if scheme is not None]
        if len(named) >= count:
            return dict(zip(range(start, dealt.stop), named[-count:], strict=True))
    parts = [p for t in within(page.terms, sentence.start, sentence.end) for p in t.parts]
    if len(dealt) > 1 and len(parts) == len(dealt):
        return dict(zip(dealt, parts, strict=True))
    return {}


def _bind(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
) -> Bound:
    unit = _unit_of(page, segment, judged, own, before, known)
    if judged.surplus:
        unit = "percentage_points" if unit == "percent" else unit
        return Bound(OTHER, own.over(before or known.told), unit)
    topic = _complete(page, segment, judged, own, before, known, unit)
    metric = metric_of(topic, unit, judged)
    if unit == "people" and judged.aspect == "level" and own.measure in _BY_HEAD:
        metric = metric_for(own.scheme, own.measure)
        unit = "accounts" if own.measure == "accounts" else unit
    if metric is None or _undecided(page, segment, judged, unit, metric):
        return Bound(OTHER, NOTHING, unit)
    if judged.aspect == "gap" and unit == "percent" and catalogue().metric(metric).is_rate:
        unit = "percentage_points"
    if judged.aspect == "change_pct" and catalogue().metric(metric).unit == "percent":
        unit = "percentage_points"  # a rate that is "up 7 per cent" has risen by points
    relative = judged.aspect in ("target_pct", "change_pct")
    measure = topic.measure if relative and topic.measure else catalogue().metric(metric).measure
    schemes = catalogue().metric(metric).schemes
    implied = schemes[0] if schemes and schemes[0] != "all" else None
    return Bound(metric, Topic(topic.scheme or implied, measure), unit)


def _unit_of(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
) -> Unit:
    """A bare number takes the unit of what it counts, where that is settled."""
    quantity = segment.quantity
    if quantity.unit_text == "points" and (judged.aspect != "level" or _is_rate(before)):
        return "percentage_points"
    if quantity.unit != "other" or quantity.unit_text is not None:
        return quantity.unit
    context = before if before is not None else known.told
    part = before is not None and _any_lead(page, segment, "part")
    sums = unit_of_measure(context.measure) == "VND"
    if part and sums and unit_of_measure(own.measure) in (None, "VND"):
        return "VND"  # "of which 1.2 trillion is owed by ..."
    if quantity.value >= _MONEY_ONLY:  # "social insurance 82.5 billion" among debts
        owner = own.scheme or context.scheme
        measure = own.measure or context.measure
        priced = measure is not None and metric_for(owner, measure, "VND") is not None
        return "VND" if priced else quantity.unit
    named = own.scheme is not None or own.measure is not None
    if not named and context == NOTHING:
        return quantity.unit
    if not (named or before is not None or _depends(page, segment, judged, before is None)):
        return quantity.unit
    measure = own.measure or context.measure
    found = unit_of_measure(measure)
    if measure is None and own.scheme is None:
        return quantity.unit
    return found if found not in (None, "percent", "VND") else "people"


def _is_rate(topic: Topic | None) -> bool:
    return topic is not None and unit_of_measure(topic.measure) == "percent"


def _complete(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
    unit: Unit,
) -> Topic:
    """The figure's topic with what its own words leave open."""
    if own.scheme and own.measure:
        return own
    base = base_of_share(page, segment) if unit == "percent" else None
    if base in SCHEMES_OF and own.scheme is None:
        told = (before or NOTHING).scheme, known.told.scheme, known.article.scheme
        fitting = [scheme for scheme in told if scheme in SCHEMES_OF[base]]
        return Topic(next(iter([*fitting, *SCHEMES_OF[base]])), "coverage")
    context = before if before is not None else known.told
    if judged.joined and before is None and known.won != NOTHING:
        context = known.won
    if own.measure:
        if before is not None and before.scheme and own.measure in _SHARED:
            return Topic(before.scheme, own.measure)
        if own.measure == "benefits_paid" and context.measure in _TREATMENT:
            return Topic("hi", own.measure)
        if metric_for(None, own.measure) is not None:
            return own
        if before is None and page.cues.any("insurance", *_around(segment)):
            return Topic("all", own.measure)  # "people in insurance": whichever
        depends = before is not None or _takes_up(page, segment)
        told = (context, known.article) if depends else (known.article, context)
        return Topic(_scheme_among((*told, *known.recent), own.measure, unit), own.measure)
    if own.scheme:
        fits = context.measure and metric_for(own.scheme, context.measure, unit)
        relative = judged.aspect in ("target_pct", "change_pct")
        if relative and before is None:
            return own
        return Topic(own.scheme, context.measure if fits or relative else None)
    if unit in _TELLING and not page.cues.any("benefit", *_around(segment)):
        return Topic("si" if unit == "books" else "hi", _TELLING[unit])
    if not _depends(page, segment, judged, before is None):
        return NOTHING
    if before is not None or metric_of(context, unit, judged) is not None:
        return context
    fitting = (topic for topic in known.recent[:1] if metric_of(topic, unit, judged) is not None)
    return next(fitting, context)


def _scheme_among(told: Sequence[Topic], measure: str, unit: Unit) -> str | None:
    """The first scheme told that has such a measure in such a unit."""
    schemes = [topic.scheme for topic in told if topic.scheme is not None]
    fitting = (scheme for scheme in schemes if metric_for(scheme, measure, unit) is not None)
    return next(fitting, next(iter(schemes), None))


def _depends(page: Page, segment: Segment, judged: Judged, first: bool) -> bool:
    """Whether the figure only makes sense with what was said before it."""
    if segment.tie != "bracket" and _labelled(page, segment):
        return False
    share = segment.quantity.unit in ("percent", "percentage_points")
    if share and judged.aspect == "level" and segment.tie == "alone":
        return not _asserts(page, segment)
    if segment.tie == "bracket" or judged.aspect != "level" or share:
        return True
    money = segment.quantity.unit in ("VND", "USD")
    if money and not first and _any_lead(page, segment, "sum_of"):
        return True
    bare = segment.quantity.unit == "other" and segment.quantity.unit_text is None
    if bare and first and segment.quantity.value < _SMALL:
        return _takes_up(page, segment)
    return _content(page, segment) <= _MOST_LOOSE or _takes_up(page, segment)


def _content(page: Page, segment: Segment) -> int:
    """How many words of a segment say something that neither a name, a date nor a cue does."""
    told = 0
    for span in segment.spans:
        named: list[Span | Cue] = [
            *(Span(n.start, n.end) for n in page.named(span)),
            *page.cues.within("neutral", span.start, span.end),
        ]
        for word in _WORD.finditer(page.text, span.start, span.end):
            known = any(n.start < word.end() and word.start() < n.end for n in named)
            told += not known and word.group().casefold() not in _function_words()
    return told


@cache
def _function_words() -> frozenset[str]:
    return frozenset(table("quantities")["words"]["function_words"])


def _asserts(page: Page, segment: Segment) -> bool:
    """ "47% are poor" says something of its own; "79.2 per cent" beside a place does not."""
    return _ASSERTS.match(page.text, segment.quantity.end) is not None


def _labelled(page: Page, segment: Segment) -> bool:
    """ "Poverty: 0.36%" names its own subject; "Chu Se district: 91%" only its place."""
    return _LABEL.search(" ".join(page.unnamed(segment.lead[-1:]))) is not None


def _around(segment: Segment) -> tuple[int, int]:
    spans = segment.spans
    quantity = segment.quantity
    low = min((span.start for span in spans), default=quantity.start)
    return low, max((span.end for span in spans), default=quantity.end)


def _takes_up(page: Page, segment: Segment) -> bool:
    return _any_lead(page, segment, "back")


def _any_lead(page: Page, segment: Segment, kind: str) -> bool:
    return any(page.cues.any(kind, lead.start, lead.end) for lead in segment.lead)


def metric_of(topic: Topic, unit: Unit, judged: Judged) -> str | None:
    """The metric of a topic for a figure of this unit; None where the catalogue has none."""
    relative = judged.aspect in ("target_pct", "change_pct")
    share = unit in ("percent", "percentage_points")
    if topic.measure is None:
        counted: Unit = "people" if share and relative else "percent" if share else unit
        if topic.scheme is None or counted not in _BY_UNIT:
            return None
        return next(iter(metrics_for_unit(topic.scheme, counted)), None)
    if share and relative:
        found = metric_for(topic.scheme, topic.measure)
        owed = found is not None and catalogue().metric(found).measure == "late_payment"
        # a debt has no plan: its share of what was to be collected is its rate
        return "late_payment_rate" if owed and judged.aspect == "target_pct" else found
    return metric_for(topic.scheme, topic.measure, "percent" if share else unit)


def _undecided(page: Page, segment: Segment, judged: Judged, unit: Unit, metric: str) -> bool:
    """Whether the words forbid the metric: a share of the total, a debt that was paid after all."""
    found = catalogue().metric(metric)
    if unit == "people" and any(page.cues.any("left", s.start, s.end) for s in segment.tail[:1]):
        return True
    supported = unit in ("people", "VND", "USD") and page.cues.any("support", *_around(segment))
    if supported and found.measure in ("participants", "benefits_paid"):
        return True
    money = unit in ("VND", "USD") and found.unit == "VND"
    if money and judged.aspect == "level" and _is_no_flow(page, segment, found):
        return True
    if found.measure == "late_payment":
        return any(page.cues.any("recovered", span.start, span.end) for span in segment.tail)
    if unit != "percent" or judged.aspect != "level":
        return False
    return found.unit != "percent" or _of_something_else(page, segment, found.measure)


def _is_no_flow(page: Page, segment: Segment, found: Metric) -> bool:
    """Money refused, fined or put by, and what one person pays or gets."""
    quantity = segment.quantity
    if quantity.unit == "VND" and quantity.value < found.minimum:
        return True
    low, high = _around(segment)
    return page.cues.any("no_flow", low, high)


def _of_something_else(page: Page, segment: Segment, measure: str) -> bool:
    """Whether a percentage is a share of what gives no rate: "25 per cent of the total".

    A share of a part of the people ("of pupils") is the part's coverage.
    """
    base = base_of_share(page, segment)
    if measure == "coverage":
        part = any(page.cues.any("group", s.start, s.start + _PART_REACH) for s in segment.tail[:1])
        return base == "due" or (base == "else" and not part)
    return (base == "else" and measure == "late_payment_rate") or base in SCHEMES_OF
