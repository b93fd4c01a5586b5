"""Which metrics a question asks for, by the insurances and the measures that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assistant.understanding.cues import Cues
from assistant.understanding.reading import quantities_of, terms_of
from indexing.catalogue import OTHER, Metric, catalogue
from indexing.reading.metric.metrics import find_metrics, metric_for
from indexing.reading.metric.terms import Term
from indexing.records import Aspect

MONEY = frozenset({"benefits_paid", "collection"})
"""Measures whose verb tells more than the people named beside it ("paid to people in ...")."""

_JOIN = re.compile(r"\s+(?:and|plus|with|và|va|cùng|cung|kèm|kem)\s+|\s*[+&,]\s*", re.IGNORECASE)
_HEAD = 3
"""Within so many words of a join stands the measure that it leads to: "in per cent"."""

_TWO = 2
_CROWD = 10_000
"""A bare number from here on is no year and no share."""
_THAN = re.compile(r"\bthan\b|\bhơn so với\b", re.IGNORECASE)

_BASES = frozenset({"population", "labour_force"})


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
    for together, parts in _listed(question).items():
        for joint in asked.names:
            metric = catalogue().metric(joint)
            names = tuple(metric_for(part, metric.measure) for part in parts)
            if together in metric.schemes and len(names) > 1 and all(names):
                others = tuple(name for name in asked.names if name != joint)
                each = tuple(name for name in names if name)
                return Metrics((*each, *others), asked.readings, joint)
    return asked


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


def _with_beside(question: str, asked: Metrics, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """The metrics with those that stand beside them by their measure alone.

    "HI participants and the rate", "late payment, and in per cent": what follows names no insurance
    of its own and is counted of the one before it.
    """
    if len(asked.names) != 1 or asked.readings or aspects != ("level",):
        return asked
    metric = catalogue().metric(asked.names[0])
    found = [
        name
        for tail in _JOIN.split(question)[1:]
        if not schemes_of(tail) and not find_metrics(tail)
        for measure in cues.hits("beside", " ".join(tail.split()[:_HEAD]))
        if (name := _measured(metric, measure))
    ]
    return Metrics(tuple(dict.fromkeys((*asked.names, *found))), joint=asked.joint)


def _measured(metric: Metric, measure: str) -> str | None:
    """What counts a metric's insurance by `measure`; the share of what is paid late is a rate."""
    if metric.measure == "late_payment":
        return "late_payment_rate" if measure == "coverage" else None
    if metric.measure not in ("participants", "coverage"):
        return None
    return next((m for s in metric.schemes[:1] if (m := metric_for(s, measure))), None)


def _asked_metrics(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What a question asks for, by the insurances and measures that it names.

    "93 per cent of the people" and "what share of the population" ask for a coverage; the base of a
    share is not asked for itself.
    """
    asked = cues.hits("measure", question)
    told = _measures(question, cues)
    alone = cues.hits("alone", question)
    is_other_share = aspects in (("target_pct",), ("change_pct",))
    if is_other_share:
        # The share that is asked for is one of the target; a coverage is so only by name.
        asked = tuple(measure for measure in asked if measure != "coverage")
        told = told if alone else _without_coverage(told)
    elif _in_per_cent(question) and not asked:
        asked = ("coverage",) if told in ((), ("participants",)) else ()
    is_rate = "coverage" in asked or _in_per_cent(question)
    if is_rate and "late_payment" in (*told, *asked) and not cues.hits("base", question):
        return Metrics(("late_payment_rate",))
    money = tuple(m for m in asked if m in MONEY and cues.hits("money", question))
    schemes = [term.id for term in schemes_of(question)]
    named = _named(question, bool(schemes), cues)
    named = specialised(named, schemes)
    if is_other_share and not alone:
        named = tuple(m for m in named if catalogue().metric(m).measure != "coverage")
    if cues.hits("holding", question):
        # Who holds a card is insured; "cards issued" counts cards.
        named = tuple(
            "hi_participants" if metric == "hi_cards_issued" else metric for metric in named
        )
    known = [catalogue().metric(metric) for metric in named]
    if "coverage" in asked and "participants" in alone and "coverage" not in alone:
        return Metrics(())  # a share of the participants is no coverage, and no metric
    is_share = "coverage" in asked and all(metric.measure == "participants" for metric in known)
    if named and not is_share and (not money or any(metric.unit == "VND" for metric in known)):
        return Metrics(
            _with_other_schemes(named, [s for s in schemes if s not in _listed(question)])
        )
    schemes = schemes or [scheme for metric in known for scheme in metric.schemes[:1]]
    measures = money or (asked if "coverage" in asked else told or asked)
    if schemes and measures:
        listed = _listed(question)
        pairs = [
            metric_for(scheme, measure) or [metric_for(p, measure) for p in listed.get(scheme, ())]
            for scheme in schemes
            for measure in measures
        ]
        names = chain.from_iterable([pair] if isinstance(pair, str) else pair for pair in pairs)
        return Metrics(tuple(dict.fromkeys(name for name in names if name)) or named)
    if len(schemes) > 1:
        counted = (metric_for(scheme, "participants") for scheme in schemes)
        return Metrics(tuple(metric for metric in counted if metric))
    if schemes and _in_numbers(question):
        people = metric_for(schemes[0], "participants")
        return Metrics((people,) if people else ())
    if schemes:
        given = _held(schemes[0], ("benefits_paid", "beneficiaries"))
        is_given = bool(given and cues.hits("vague", question))
        either = given if is_given else _held(schemes[0], ("coverage", "participants"))
        return Metrics(either, readings=True)
    if named:
        return Metrics(named)
    for measure in (*told, *asked):
        counting = [metric.id for metric in catalogue().measured(measure)]
        if len(counting) == 1:
            return Metrics(tuple(counting))
    for measure in cues.hits("alone", question):
        return Metrics(tuple(m.id for m in catalogue().measured(measure)), readings=True)
    amounts = [measure for measure in asked if measure in MONEY]
    if aspects == ("target_pct",):
        money = tuple(amounts)
    return Metrics(tuple(metric for measure in money if (metric := metric_for(None, measure))))


def _held(scheme: str, measures: Sequence[str]) -> tuple[str, ...]:
    """The metrics that count an insurance by one of the measures."""
    return tuple(metric for m in measures if (metric := metric_for(scheme, m)))


def specialised(named: tuple[str, ...], schemes: Sequence[str]) -> tuple[str, ...]:
    """Money of all schemes becomes money of the one insurance that the question names."""
    known = [catalogue().metric(metric) for metric in named]
    of_one = {scheme for metric in known for scheme in metric.schemes[:1]} | set(schemes)
    of_one -= {"all"}
    if len(of_one) != 1:
        return named
    (scheme,) = of_one
    return tuple(
        dict.fromkeys(
            (metric.schemes[:1] == ("all",) and metric_for(scheme, metric.measure)) or metric.id
            for metric in known
        )
    )


def _with_other_schemes(named: tuple[str, ...], schemes: Sequence[str]) -> tuple[str, ...]:
    """The metrics of all insurances of a list; "HI and VSI participants" names one outright."""
    measures = {catalogue().metric(metric).measure for metric in named}
    if len(measures) != 1 or len(set(schemes)) <= len(named):
        return named
    pairs = [metric_for(scheme, measure) for scheme in schemes for measure in measures]
    return tuple(dict.fromkeys(metric for metric in pairs if metric)) or named


def _measures(question: str, cues: Cues) -> tuple[str, ...]:
    """The measures that the question's words name; no money where it asks how many."""
    told = [term.id for term in terms_of(question) if term.kind == "measure"]
    counts = bool(cues.hits("count", question)) and len(set(told)) > 1
    return tuple(dict.fromkeys(m for m in told if m not in _BASES and not (counts and m in MONEY)))


def _listed(question: str) -> dict[str, tuple[str, ...]]:
    """The insurances that a list names, by what they are together: no metric may count that."""
    return {term.id: term.parts for term in schemes_of(question) if term.parts}


def _without_coverage(measures: Sequence[str]) -> tuple[str, ...]:
    return tuple(measure for measure in measures if measure != "coverage")


def _named(question: str, has_scheme: bool, cues: Cues) -> tuple[str, ...]:
    """Metrics named outright.

    A base of shares ("population") counts only where no insurance is named, money only where the
    question does not ask how many.
    """
    named = dict.fromkeys(mention.metric for mention in find_metrics(question))
    counts = bool(cues.hits("count", question))
    owed = bool({"late_payment_amount", "late_payment_rate"} & set(named))
    return tuple(
        metric
        for metric in named
        if metric != OTHER
        and not (has_scheme and metric in _BASES)
        and not (owed and catalogue().metric(metric).measure == "benefits_paid")
        and not (counts and catalogue().metric(metric).unit == "VND")
    )


def _in_per_cent(question: str) -> bool:
    """Whether the question puts a share of the people forward, as a premise does."""
    return any(quantity.unit == "percent" for quantity in quantities_of(question))


def _in_numbers(question: str) -> bool:
    """Whether the question puts a number of people forward: "has UI passed 100,000"."""
    return any(
        quantity.unit == "people" or (quantity.unit == "other" and quantity.value >= _CROWD)
        for quantity in quantities_of(question)
        if quantity.unit_text is None or quantity.unit == "people"
    )


def schemes_of(question: str) -> list[Term]:
    """The insurances that a question names, a list of them as one."""
    terms = [term for term in terms_of(question) if term.kind == "scheme"]
    return [
        term
        for term in terms
        if not any(o.start <= term.start and term.end <= o.end and o != term for o in terms)
    ]
