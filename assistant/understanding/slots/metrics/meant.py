"""From the insurances and the measures that a question names to the metrics that it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from assistant.understanding.slots.metrics.named import (
    BESIDE,
    MONEY,
    Named,
    before_share,
    is_of_money,
    named_in,
    puts_number_of_people,
    puts_share,
)
from assistant.understanding.words.cues import Cues
from indexing.catalogue import Metric, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import CHANGES, OF_TARGET, Aspect

LATE_RATE = "late_payment_rate"


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics a question names; `readings` if they are alternatives, not parts."""

    names: tuple[str, ...]
    readings: bool = False
    joint: str | None = None
    """The metric that counts all of `names` together, where the question lists its insurances."""


def meant_metrics(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What a question asks for, by the insurances and measures that it names.

    "93 per cent of the people" and "what share of the population" ask for a coverage; the base of a
    share is not asked for itself.
    """
    named = named_in(question, aspects, cues)
    is_rate = "coverage" in named.asked or (puts_share(question) and aspects == ("level",))
    is_late = "late_payment" in (*named.measures, *named.asked)
    in_shares = aspects == ("level",) and "in_per_cent" in cues.hits("aspect", question)
    if (is_rate or in_shares) and is_late and not cues.hits("base", question):
        return Metrics((LATE_RATE,))
    of_members = "coverage" in set(named.asked) - set(named.alone) and "participants" in named.alone
    if of_members and set(aspects) <= set(CHANGES):
        named = replace(named, asked=())  # by how large a share of them they are more or fewer
    elif of_members:
        head = before_share(question, cues)
        # A share of the participants is no coverage, and no metric.
        return meant_metrics(head, aspects, cues) if head else Metrics(())
    metrics = _outright(question, named, aspects, cues)
    known = [catalogue().metric(metric) for metric in metrics]
    money = tuple(m for m in named.asked if m in MONEY and is_of_money(question, cues))
    is_share = "coverage" in named.asked and all(m.measure == "participants" for m in known)
    if metrics and not is_share and (not money or any(m.unit == "VND" for m in known)):
        alone = [scheme for scheme in named.schemes if scheme not in named.listed]
        beside = _amounts_beside(question, known, cues)
        return Metrics((*_with_other_schemes(metrics, alone), *beside))
    schemes = named.schemes or tuple(scheme for m in known for scheme in m.schemes[:1])
    by_words = named.asked if "coverage" in named.asked else named.measures or named.asked
    if schemes and (measures := money or by_words):
        return Metrics(_counting(schemes, measures, named) or metrics)
    if schemes:
        return _of_schemes(question, schemes, cues)
    return Metrics(metrics) if metrics else _of_measures(named, money, aspects)


def _outright(
    question: str, named: Named, aspects: tuple[Aspect, ...], cues: Cues
) -> tuple[str, ...]:
    """The metrics that a question names outright, as it means them."""
    metrics = specialised(named.metrics, named.schemes)
    if aspects in (("target_pct",), ("change_pct",)) and not named.alone:
        metrics = tuple(m for m in metrics if catalogue().metric(m).measure != "coverage")
    if cues.hits("holding", question):  # who holds a card is insured; "cards issued" counts cards
        metrics = tuple("hi_participants" if m == "hi_cards_issued" else m for m in metrics)
    return metrics


def _counting(schemes: Sequence[str], measures: Sequence[str], named: Named) -> tuple[str, ...]:
    """The metrics that count each insurance by each measure, those of a list one by one where no
    metric counts them together."""
    pairs = [
        metric_for(scheme, measure)
        or [metric_for(part, measure) for part in named.listed.get(scheme, ())]
        for scheme in schemes
        for measure in measures
    ]
    names = chain.from_iterable([pair] if isinstance(pair, str) else pair for pair in pairs)
    return tuple(dict.fromkeys(name for name in names if name))


def _of_schemes(question: str, schemes: Sequence[str], cues: Cues) -> Metrics:
    """What is asked of insurances by their names alone: people, or one of several readings."""
    if len(schemes) > 1:
        counted = (metric_for(scheme, "participants") for scheme in schemes)
        return Metrics(tuple(metric for metric in counted if metric))
    if puts_number_of_people(question):
        return Metrics(_held(schemes[0], ("participants",)))
    given = _held(schemes[0], ("benefits_paid", "beneficiaries"))
    is_given = bool(given and cues.hits("vague", question))
    either = given if is_given else _held(schemes[0], ("coverage", "participants"))
    return Metrics(either, readings=True)


def _amounts_beside(question: str, known: Sequence[Metric], cues: Cues) -> tuple[str, ...]:
    """Amounts whose verb stands beside that of a named one: "how much was collected and paid"."""
    verbs = [(key, span) for key, span in cues.spans_by("measure", question) if key in MONEY]
    amounts = {metric.measure for metric in known if metric.unit == "VND"}
    beside = [
        key
        for (one, before), (other, after) in pairwise(verbs)
        if BESIDE.search(question, before.start, after.start)
        for key, next_to in ((one, other), (other, one))
        if next_to in amounts and key not in amounts
    ]
    schemes = [scheme for metric in known for scheme in metric.schemes[:1]]
    asks = cues.hits("money", question) or "figure" in cues.hits("about", question)
    names = (metric_for(schemes[0], key) for key in beside if asks)
    return tuple(dict.fromkeys(name for name in names if name))


def _of_measures(named: Named, money: Sequence[str], aspects: tuple[Aspect, ...]) -> Metrics:
    """What is asked by a measure of no insurance: the one metric that has it, or each reading."""
    for measure in (*named.measures, *named.asked):
        counting = [metric.id for metric in catalogue().measured(measure)]
        if len(counting) == 1:
            return Metrics(tuple(counting))
    for measure in named.alone:
        return Metrics(tuple(m.id for m in catalogue().measured(measure)), readings=True)
    if set(aspects) <= {"target", *OF_TARGET}:  # "the plan for collection"
        money = [measure for measure in named.asked if measure in MONEY]
    return Metrics(tuple(metric for measure in money if (metric := metric_for(None, measure))))


def _held(scheme: str, measures: Sequence[str]) -> tuple[str, ...]:
    """The metrics that count an insurance by one of the measures."""
    return tuple(metric for m in measures if (metric := metric_for(scheme, m)))


def schemes_of_metrics(metrics: Sequence[str]) -> list[str]:
    """The insurance of each metric that is of one."""
    return [scheme for name in metrics for scheme in catalogue().metric(name).schemes[:1]]


def specialised(named: tuple[str, ...], schemes: Sequence[str]) -> tuple[str, ...]:
    """Money of all schemes becomes money of the one insurance that the question names.

    What stands before the first figure of that insurance does not: "collection and HI coverage".
    """
    known = [catalogue().metric(metric) for metric in named]
    of_one = {scheme for metric in known for scheme in metric.schemes[:1]} | set(schemes)
    of_one -= {"all"}
    if len(of_one) != 1:
        return named
    (scheme,) = of_one
    first = next((i for i, metric in enumerate(known) if scheme in metric.schemes[:1]), 0)
    narrowed = (
        (metric.schemes[:1] == ("all",) and metric_for(scheme, metric.measure)) or metric.id
        for metric in known[first:]
    )
    return tuple(dict.fromkeys((*named[:first], *narrowed)))


def of_what_is_in_hand(asked: Metrics, schemes: Sequence[str]) -> Metrics:
    """The metrics of the one insurance that is spoken of; what was collected may be what it brought
    in or what all did."""
    names = specialised(asked.names, schemes)
    known = [catalogue().metric(name) for name in asked.names]
    if names == asked.names or len(known) > 1 or known[0].measure != "collection":
        return replace(asked, names=names)
    return replace(asked, names=(*names, *asked.names), readings=True)


def _with_other_schemes(named: tuple[str, ...], schemes: Sequence[str]) -> tuple[str, ...]:
    """The metrics of all insurances of a list; "HI and VSI participants" names one outright."""
    measures = {catalogue().metric(metric).measure for metric in named}
    if len(measures) != 1 or len(set(schemes)) <= len(named):
        return named
    pairs = [metric_for(scheme, measure) for scheme in schemes for measure in measures]
    return tuple(dict.fromkeys(metric for metric in pairs if metric)) or named
