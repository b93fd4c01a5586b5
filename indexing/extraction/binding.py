"""What a figure counts: its scheme and its measure, from its own words or taken over from before.

A figure's own words go first.  What they leave open is taken from the figure that it explains
(a bracket, a change, a share), then from the one before it in the sentence, then from what the
text spoke of last.  A figure with content words of its own that name neither scheme nor measure
("affecting 681,200 workers") takes nothing over: it stays `other`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspects import Judged
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.reading.metric_words import metric_words
from indexing.reading.metrics import Term, metric_for, metrics_for_unit
from indexing.records import Span, Unit

_LINKED = re.compile(r"[^,;:()]{0,60}")
_LIST = re.compile(r"\s*(?:,|and|và|&|/)?\s*(?:and|và)?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_LOOSE = 3
"""Words of its own that a figure may have and still be an ellipsis of the one before."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text speaks of at a point."""

    scheme: str | None = None
    measure: str | None = None

    def over(self, other: Topic) -> Topic:
        """This topic, what it leaves open taken from `other`."""
        return Topic(self.scheme or other.scheme, self.measure or other.measure)


NOTHING = Topic()


@dataclass(frozen=True, slots=True)
class Bound:
    """The metric of a figure, and the topic that it leaves for those that follow."""

    metric: str
    topic: Topic
    unit: Unit
    """The figure's unit; a bare number takes that of its metric."""


def bind_all(
    page: Page, segments: Sequence[Segment], judged: Sequence[Judged], known: Topic
) -> tuple[Bound, ...]:
    """The metric of each segment of a sentence; `known` is what the text spoke of before."""
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
        bound.append(_bind(page, segment, judged[index], before, known))
    return tuple(bound)


def _bind(
    page: Page, segment: Segment, judged: Judged, before: Topic | None, known: Topic
) -> Bound:
    own = own_topic(page, segment)
    unit = _unit_of(segment, own, before)
    if judged.surplus:
        unit = "percentage_points" if unit == "percent" else unit
        return Bound(OTHER, own.over(before or known), unit)
    topic = _complete(page, segment, judged, own, before, known)
    metric = _metric(topic, unit, judged)
    if metric is None or _share_of_another(page, segment, judged, unit, metric):
        return Bound(OTHER, own.over(before or known), unit)
    if judged.aspect in ("change", "gap") and unit == "percent":
        unit = "percentage_points"
    return Bound(metric, topic, unit)


def own_topic(page: Page, segment: Segment) -> Topic:
    """The scheme and measure that the segment's own words name."""
    quantity = segment.quantity
    inside = within(page.terms, quantity.start, quantity.end)
    tail = [term for span in segment.tail for term in within(page.terms, span.start, span.end)]
    lead = [term for span in segment.lead for term in within(page.terms, span.start, span.end)]
    linked = [t for t in tail if _LINKED.fullmatch(page.text, quantity.end, t.start)]
    return Topic(
        _scheme(page, [*inside, *linked]) or _scheme(page, lead, last=True) or _scheme(page, tail),
        _measure(quantity.unit, inside, linked, lead, tail),
    )


def _scheme(page: Page, terms: Sequence[Term], last: bool = False) -> str | None:
    """The scheme that terms name; schemes in one list are taken together."""
    schemes = [term for term in terms if term.kind == "scheme"]
    if not schemes:
        return None
    chosen = schemes[-1] if last else schemes[0]
    ids = {chosen.id}
    for one, other in zip(schemes, schemes[1:], strict=False):
        if chosen in (one, other) and _LIST.fullmatch(page.text, one.end, other.start):
            ids |= {one.id, other.id}
    return "all" if len(ids) > 1 and "hi" in ids else chosen.id


def _measure(
    unit: Unit,
    inside: Sequence[Term],
    linked: Sequence[Term],
    lead: Sequence[Term],
    tail: Sequence[Term],
) -> str | None:
    """The measure named nearest that a figure of this unit can have."""
    ranked = [*inside, *linked[:1], *reversed(lead), *linked[1:], *tail]
    measures = [term.id for term in ranked if term.kind == "measure"]
    natural = [m for m in measures if _fits(m, unit)]
    return next(iter(natural), None) or next(iter(measures), None)


def _fits(measure: str, unit: Unit) -> bool:
    wanted = "VND" if unit == "USD" else unit
    return any(metric.unit == wanted for metric in catalogue().measured(measure)) or (
        unit in metric_words().measures[measure].by_unit
    )


def _unit_of(segment: Segment, own: Topic, before: Topic | None) -> Unit:
    """A bare number takes the unit of what it counts."""
    quantity = segment.quantity
    if quantity.unit != "other" or quantity.unit_text is not None:
        return quantity.unit
    measure = own.measure or (before.measure if before else None) or "participants"
    named = next((m.unit for m in catalogue().measured(measure)), None)
    if not own.scheme and not own.measure and before is None:
        return quantity.unit
    return "people" if named in (None, "percent", "VND") else named


def _complete(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Topic,
) -> Topic:
    """The figure's topic with what its own words leave open."""
    if own.scheme and own.measure:
        return own
    if own.measure:
        lacking = metric_for(None, own.measure) is None
        context = (before or Topic()).over(known) if lacking else Topic()
        return Topic(context.scheme, own.measure)
    context = before or known
    if own.scheme:
        same_kind = judged.aspect in ("target_pct", "change_pct", "change", "gap")
        return Topic(
            own.scheme, context.measure if same_kind or before is None else context.measure
        )
    share = segment.quantity.unit in ("percent", "percentage_points")
    depends = segment.tie == "bracket" or judged.aspect != "level" or share
    if depends or _loose_words(page, segment) <= _MOST_LOOSE:
        return context
    return Topic()


def _metric(topic: Topic, unit: Unit, judged: Judged) -> str | None:
    """The metric of a topic for a figure of this unit; None where the catalogue has none."""
    relative = unit in ("percent", "percentage_points")
    if topic.measure is None:
        if topic.scheme is None:
            return None
        measured: Unit = "people" if relative and judged.aspect != "level" else unit
        return next(iter(metrics_for_unit(topic.scheme, measured)), None)
    if relative and judged.aspect in ("target_pct", "change_pct"):
        return metric_for(topic.scheme, topic.measure)
    asked: Unit = "percent" if relative else unit
    found = metric_for(topic.scheme, topic.measure, asked)
    if found is None and topic.scheme and asked != "percent":
        return (
            next(iter(metrics_for_unit(topic.scheme, asked)), None) if asked == "people" else None
        )
    return found


def _share_of_another(
    page: Page, segment: Segment, judged: Judged, unit: Unit, metric: str
) -> bool:
    """ "25 per cent of the total": a share of something that is no population."""
    if unit != "percent" or judged.aspect != "level":
        return False
    if catalogue().metric(metric).unit != "percent":
        return True
    return any(
        page.cues.any("total", tail.start, min(tail.end, tail.start + 40))
        for tail in segment.tail[:1]
    )


def _loose_words(page: Page, segment: Segment) -> int:
    """How many words of the segment are neither names nor dates."""
    return sum(len(_WORD.findall(words)) for words in page.unnamed(segment.spans))


def spans_text(page: Page, spans: Sequence[Span]) -> str:
    """The words of spans in one string."""
    return " ".join(page.text[span.start : span.end].strip() for span in spans).strip()
