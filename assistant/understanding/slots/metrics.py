"""Which metrics a question asks for, by the insurances and the measures that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, permutations

from assistant.understanding.slots.named import (
    MONEY,
    Named,
    listed,
    named_in,
    puts_number_of_people,
    puts_share,
    schemes_of,
)
from assistant.understanding.slots.qualifiers import blanked
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import metrics_of, places_of, spans_of, terms_of
from indexing.catalogue import Metric, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import OF_TARGET, Aspect, Span

_JOIN = re.compile(r"\s+(?:and|plus|with|và|va|cùng|cung|kèm|kem)\s+|\s*[+&,]\s*", re.IGNORECASE)
_HEAD = 3
"""Within so many words of a join stands the measure that it leads to: "in per cent"."""
_TWO = 2
_SUMS = ("collection", "benefits_paid")
"""The amounts of an insurance: what comes in, what goes out."""
_LATE_RATE = "late_payment_rate"
_THAN = re.compile(r"\bthan\b|\bhơn so với\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics a question names; `readings` if they are alternatives, not parts."""

    names: tuple[str, ...]
    readings: bool = False
    joint: str | None = None
    """The metric that counts all of `names` together, where the question lists its insurances."""


def asked_metrics(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What a question asks for; a list of insurances asks for each, and for all together.

    "How many firms are in debt" asks for no amount, and "how many firms take part" for no people.
    """
    asked = _with_beside(question, _asked_metrics(question, aspects, cues), aspects, cues)
    if not asked.names and {"firms", "owing"} <= set(cues.hits("debtors", question)):
        asked = Metrics(("late_payment_amount",))  # "which firms are behind?"
    nowhere = blanked(question, spans_of(places_of(question)), " ")  # "Tien Giang" is no "tiền"
    if asked.readings and {"sums", "amount"} & set(cues.hits("money", nowhere)):
        asked = _sums_of(asked)
    is_share = "coverage" in cues.hits("measure", question)  # "tỷ lệ số tiền chậm đóng"
    amount = "amount" in cues.hits("money", question) and not is_share
    if amount and not cues.hits("count", question):
        asked = replace(asked, names=tuple(map(of_money, asked.names)))
    if cues.hits("in_people", question):
        asked = replace(asked, names=tuple(map(_of_people, asked.names)))
    if (counts := cues.hits("count", question)) and not cues.hits("money", question):
        units = {metric: catalogue().metric(metric).unit for metric in asked.names}
        told = (m for m, unit in units.items() if unit == "enterprises" or "firms" not in counts)
        asked = replace(asked, names=tuple(m for m in told if units[m] != "VND"))
    people = [m for m in asked.names if catalogue().metric(m).measure == "participants"]
    # "Which is larger, compulsory or voluntary?": of lists that may be read in two ways the people.
    joints = people if asked.readings and compares_which(question, cues) else asked.names
    for together, parts in listed(question).items():
        for joint in joints:
            metric = catalogue().metric(joint)
            names = tuple(metric_for(part, metric.measure) for part in parts)
            if together in metric.schemes and len(set(names)) > 1 and all(names):
                others = tuple(name for name in asked.names if name != joint)
                each = tuple(name for name in names if name)
                if joints is people:
                    return Metrics(each, joint=joint)
                return Metrics((*each, *others), asked.readings, joint)
    return asked


def _sums_of(asked: Metrics) -> Metrics:
    """The amounts that can be meant where an insurance alone is named: "tiền BHTN"."""
    schemes = dict.fromkeys(catalogue().metric(metric).schemes[0] for metric in asked.names)
    names = (metric_for(scheme, measure) for scheme in schemes for measure in _SUMS)
    return replace(asked, names=tuple(dict.fromkeys(name for name in names if name)) or asked.names)


def compares_which(question: str, cues: Cues) -> bool:
    """Whether it is asked which of the things that are named is the more."""
    return "compare" in cues.hits("operation", question) and bool(cues.hits("degree", question))


def of_money(metric: str) -> str:
    """The amount of what a metric counts or is a share of, by its id: paid for visits, or owed."""
    known = catalogue().metric(metric)
    amount = {"visits": "benefits_paid", "late_payment_rate": "late_payment"}.get(known.measure)
    return (amount and metric_for(known.schemes[0], amount)) or metric


def _of_people(metric: str) -> str:
    """The number of people that a rate is the share of, by the rate's id."""
    known = catalogue().metric(metric)
    people = metric_for(known.schemes[0], "participants") if known.is_rate else None
    return people or metric


def compared_metrics(question: str, metrics: Metrics, cues: Cues) -> Metrics | None:
    """The metrics that are held against each other: "how many more compulsory than voluntary".

    None where it is one metric that is compared in time or place.
    """
    than = _THAN.search(question)
    if than is None or metrics.readings or len(metrics.names) < _TWO:
        return None
    sides = (question[: than.start()], question[than.end() :])
    named = [{*(term.id for term in schemes_of(s)), *cues.hits("scheme", s)} for s in sides]
    if not all(named) or named[0] == named[1]:
        return None
    # What two others are kinds of only says where they belong.
    kinds = [sum(other.endswith(f"_{name}") for other in metrics.names) for name in metrics.names]
    names = zip(metrics.names, kinds, strict=True)
    return Metrics(tuple(name for name, count in names if count < _TWO))


def shared_metrics(question: str, cues: Cues) -> Metrics | None:
    """A part and its whole, where the share of the one in the other is asked for: "what share of
    the SI participants are voluntary?".  None where no two insurances are such."""
    asks = "coverage" in cues.hits("measure", question) or cues.hits("share_of", question)
    if not asks or cues.hits("base", question):
        return None
    terms = schemes_of(question)
    outside = blanked(question, (Span(term.start, term.end) for term in terms), " ")
    schemes = dict.fromkeys((*(term.id for term in terms), *cues.hits("scheme", outside)))
    measures = [term.id for term in terms_of(question) if term.kind == "measure"]
    measures = [m for m in (*measures, *cues.hits("alone", question)) if m != "coverage"]
    for part, whole in permutations(schemes, 2):
        names = [metric_for(s, m) for m in measures[:1] for s in (part, whole)]
        if part.endswith(f"_{whole}") and all(names):
            return Metrics(tuple(name for name in names if name))
    return None


def _with_beside(question: str, asked: Metrics, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """The metrics with those that stand beside them by their measure alone.

    "HI participants and the rate", "late payment, and in per cent": what follows names no insurance
    of its own and is counted of the one before it.
    """
    if len(asked.names) != 1 or asked.readings or aspects != ("level",):
        return asked
    if asked.names == (_LATE_RATE,):  # "how much was overdue, and what share?"
        told = (_asked_metrics(part, aspects, cues).names for part in _JOIN.split(question)[:-1])
        return replace(asked, names=(*dict.fromkeys(chain(*told, asked.names)),))
    metric = catalogue().metric(asked.names[0])
    found = [
        name
        for tail in _JOIN.split(question)[1:]
        if not schemes_of(tail) and not metrics_of(tail)
        for measure in cues.hits("beside", " ".join(tail.split()[:_HEAD]))
        if (name := _measured(metric, measure))
    ]
    return Metrics(tuple(dict.fromkeys((*asked.names, *found))), joint=asked.joint)


def counted_beside(said: str, own: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What one part of a question counts of the money that the part before it asks for: "how much
    was paid | on how many visits", "| to how many people"; empty where it counts nothing."""
    if not (cues.hits("money", said) and cues.hits("count", own)):
        return Metrics(())
    if (counted := asked_metrics(own, aspects, cues)).names:
        return counted
    paid = (catalogue().metric(metric) for metric in asked_metrics(said, aspects, cues).names)
    schemes = [metric.schemes[0] for metric in paid if metric.measure == "benefits_paid"]
    people = schemes if "participants" in cues.hits("measure", own) else ()
    names = (metric_for(scheme, "beneficiaries") for scheme in people)
    return Metrics(tuple(name for name in names if name))


def _measured(metric: Metric, measure: str) -> str | None:
    """What counts a metric's insurance by `measure`; the share of what is paid late is a rate."""
    if metric.measure == "late_payment":
        return _LATE_RATE if measure == "coverage" else None
    if metric.measure not in ("participants", "coverage"):
        return None
    return next((m for s in metric.schemes[:1] if (m := metric_for(s, measure))), None)


def _asked_metrics(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What a question asks for, by the insurances and measures that it names.

    "93 per cent of the people" and "what share of the population" ask for a coverage; the base of a
    share is not asked for itself.
    """
    named = named_in(question, aspects, cues)
    is_rate = "coverage" in named.asked or (puts_share(question) and aspects == ("level",))
    is_late = "late_payment" in (*named.measures, *named.asked)
    if is_rate and is_late and not cues.hits("base", question):
        return Metrics((_LATE_RATE,))
    if "coverage" in set(named.asked) - set(named.alone) and "participants" in named.alone:
        return Metrics(())  # a share of the participants is no coverage, and no metric
    metrics = _outright(question, named, aspects, cues)
    known = [catalogue().metric(metric) for metric in metrics]
    money = tuple(m for m in named.asked if m in MONEY and cues.hits("money", question))
    is_share = "coverage" in named.asked and all(m.measure == "participants" for m in known)
    if metrics and not is_share and (not money or any(m.unit == "VND" for m in known)):
        alone = [scheme for scheme in named.schemes if scheme not in named.listed]
        return Metrics(_with_other_schemes(metrics, alone))
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


def _with_other_schemes(named: tuple[str, ...], schemes: Sequence[str]) -> tuple[str, ...]:
    """The metrics of all insurances of a list; "HI and VSI participants" names one outright."""
    measures = {catalogue().metric(metric).measure for metric in named}
    if len(measures) != 1 or len(set(schemes)) <= len(named):
        return named
    pairs = [metric_for(scheme, measure) for scheme in schemes for measure in measures]
    return tuple(dict.fromkeys(metric for metric in pairs if metric)) or named
