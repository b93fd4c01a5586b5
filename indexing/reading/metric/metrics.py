"""The metrics of the catalogue that a text names, and which metric a scheme and a measure make."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from indexing.catalogue import Metric, catalogue
from indexing.reading.metric.hits import Hit
from indexing.reading.metric.measure_words import measure_words
from indexing.reading.metric.terms import Reading, Term, find_terms, read_terms
from indexing.reading.phrases import line_of
from indexing.records import MetricMention, Unit

__all__ = ["Term", "find_metrics", "find_terms", "metric_for", "metrics_for_unit", "metrics_in"]


def find_metrics(text: str) -> list[MetricMention]:
    """The metrics that words of `text` name, in reading order; offsets in `text`.

    A measure counts with the scheme beside it ("coverage of health insurance"), or by itself
    where it can mean one metric only ("pensioners").  A scheme without a measure names no metric:
    `find_terms` has it.
    """
    return metrics_in(read_terms(line_of(text)))


def metrics_in(reading: Reading) -> list[MetricMention]:
    """As `find_metrics`, for a text whose terms are known."""
    mentions = []
    for hit in reading.hits:
        if hit.kind == "measure":
            scheme = _scheme_of(reading, hit)
            metric = metric_for(scheme.id if scheme else None, hit.id)
            if metric:
                ends = (hit, scheme) if scheme else (hit,)
                span = Hit("measure", hit.id, min(h.first for h in ends), max(h.last for h in ends))
                term = reading.term(span)
                mentions.append(MetricMention(metric, term.start, term.end))
    return list(_apart(mentions))


@cache
def metric_for(scheme: str | None, measure: str, unit: Unit | None = None) -> str | None:
    """The metric that counts `measure` of `scheme`; None if the catalogue has none.

    Without a scheme: the metric that the measure's words name alone.  With the `unit` of a figure
    the words are read as that unit allows: "participants" in percent are a coverage.
    """
    known = measure_words().by_id.get(measure)
    if known is None:
        return None
    metric = _of_scheme(scheme, measure) if scheme else None
    if metric is None and known.alone and (not scheme or not catalogue().measured(measure)):
        metric = catalogue().metric(known.alone)
    if unit is None or (metric and metric.unit == _priced(unit)):
        return metric.id if metric else None
    other = known.by_unit.get(unit)
    return metric_for(scheme, other) if other else None


@cache
def metrics_for_unit(scheme: str, unit: Unit) -> tuple[str, ...]:
    """The metrics of `scheme` whose level has `unit`, the likeliest first.

    "unemployment insurance 141,683" names a scheme only: its unit, people, tells participants.
    """
    return tuple(
        metric.id
        for metric in catalogue().metrics.values()
        if scheme in metric.schemes and metric.unit == _priced(unit)
    )


def _of_scheme(scheme: str, measure: str) -> Metric | None:
    return next((m for m in catalogue().measured(measure) if scheme in m.schemes), None)


def _priced(unit: Unit) -> Unit:
    """Money metrics are kept in dong and reported in dollars as well."""
    return "VND" if unit == "USD" else unit


def _scheme_of(reading: Reading, measure: Hit) -> Hit | None:
    """The scheme that `measure` is of: inside its words, or next to them but for linking words."""
    best: tuple[int, Hit] | None = None
    for hit in reading.hits:
        if hit.kind != "scheme":
            continue
        if hit.first < measure.last and measure.first < hit.last:
            return hit
        between = (
            range(hit.last, measure.first)
            if hit.last <= measure.first
            else range(measure.last, hit.first)
        )
        if _linked(reading, between) and (best is None or len(between) < best[0]):
            best = len(between), hit
    return best[1] if best else None


def _linked(reading: Reading, between: range) -> bool:
    """Whether only linking words, and nothing that ends a clause, stand in `between`."""
    known = measure_words()
    if len(between) > known.most_links:
        return False
    return all(reading.line.words[i] in known.links for i in between) and all(
        not reading.line.gap(i).strip(" \n-'()") and reading.line.gap(i).count("\n") <= 1
        for i in range(between.start, between.stop + 1)
    )


def _apart(mentions: list[MetricMention]) -> Iterator[MetricMention]:
    """The mentions without those that lie inside another, in reading order."""
    end = -1
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.end > end:
            yield mention
            end = mention.end
