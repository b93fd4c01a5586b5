"""What the words of a question name: insurances, measures, and whole metrics."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    metrics_of,
    places_of,
    quantities_of,
    spans_of,
    terms_of,
)
from indexing.catalogue import BACKGROUND, OTHER, catalogue
from indexing.reading.metric.terms import Term
from indexing.records import CHANGES, CURRENCIES, Aspect, MetricMention

MONEY = frozenset({"benefits_paid", "collection"})
"""Measures whose verb tells more than the people named beside it ("paid to people in ...")."""

_INTAKE, _PAYING_IN = "intake", "paying_in"
"""Words for what comes in, people or money, and for those who pay it in."""
_OF_ITS = re.compile(r"\b(\w+) of (?:its|their|the) $", re.IGNORECASE)
"""Before the people of a place: some of them are told of."""
_MUCH_OF = re.compile(
    r"\b(?:how much|more|most|less|least) of (?:its|their|his|her|the)\b", re.IGNORECASE
)
"""A share of what follows, which is a plan where one is asked about."""
_FACILITIES = "hi_facilities"
_OF_ALL_PEOPLE = ("hi",)
"""The insurance that covers a share of all people; the others cover one of those who work."""
_CROWD = 10_000
"""A bare number from here on is no year and no share."""
BESIDE = re.compile(r"[,;?.]|\b(?:and|or|và|va|hay|cùng)\b", re.IGNORECASE)
"""Between two things that are asked for beside each other."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names; measures by their ids in the catalogue."""

    metrics: tuple[str, ...]
    """The metrics that it names outright."""
    schemes: tuple[str, ...]
    measures: tuple[str, ...]
    """Those that are named as reports name them."""
    asked: tuple[str, ...]
    """Those that only a question asks for so: "how many", "what did it pay"."""
    alone: tuple[str, ...]
    """Those that may be asked for without an insurance."""
    listed: Mapping[str, tuple[str, ...]]
    """The insurances of each list, by what they are together."""


def named_in(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Named:
    """What `question`, which asks for `aspects`, names."""
    hits, measures = cues.hits("measure", question), _measures(question, cues)
    asked = tuple(measure for measure in hits if measure != _PAYING_IN)
    if not asked and _PAYING_IN in hits:
        asked = (_taken_in(question, cues),)
    if puts_number_of_people(question) and not cues.hits("money", question):
        # "12 million people pay for social insurance": they contribute, nothing is paid to them.
        asked = tuple(measure for measure in asked if measure not in MONEY)
    alone = cues.hits("alone", question)
    shares_out = _shares_people_out(question, cues)
    if shares_out and aspects == ("level",):
        asked = alone = ("coverage",)  # "which has more of its people insured"
    if not alone and puts_share(question) and cues.hits("covering", question):
        alone = ("coverage",)  # "it covers 96.5 per cent of its people"
    schemes = tuple(term.id for term in schemes_of(question))
    if not schemes and not set(aspects) <= set(CHANGES) and _shares_insured(question, cues):
        schemes, asked = _OF_ALL_PEOPLE, ("coverage",)
    metrics = _metrics(question, bool(schemes) or shares_out, cues)
    is_of_plan = "target_pct" in aspects and _MUCH_OF.search(question) is not None
    if aspects in (("target_pct",), ("change_pct",)) or is_of_plan:
        # The share that is asked for is one of the target; a coverage is so only by name.
        asked = _without_coverage(asked)
        measures = measures if alone else _without_coverage(measures)
    elif puts_share(question) and not asked and not set(aspects) <= set(CHANGES):
        asked = ("coverage",) if measures in ((), ("participants",)) else ()
    return Named(metrics, schemes, measures, asked, alone, listed(question))


def _measures(question: str, cues: Cues) -> tuple[str, ...]:
    """The measures that the question's words name; no money where it asks how many, nor by a verb
    of those who pay in."""
    joins = [span for key, span in cues.spans_by("measure", question) if key == _PAYING_IN]
    told = [
        term.id
        for term in terms_of(question)
        if term.kind == "measure"
        and not (term.id in MONEY and any(s.start <= term.start < s.end for s in joins))
    ]
    counts = bool(cues.hits("count", question)) and len(set(told)) > 1
    given = _gives(question, cues)
    meant = (given or _taken_in(question, cues) if m == _INTAKE else m for m in told)
    return tuple(
        dict.fromkeys(m for m in meant if m not in BACKGROUND and not (counts and m in MONEY))
    )


def _gives(question: str, cues: Cues) -> str | None:
    """What goes out, where "pay in" has what is given right behind it: "pay in benefits"."""
    starts = [span.start for span in cues.spans("vague", question)]
    intake = [term.end for term in terms_of(question) if term.id == _INTAKE]
    is_given = any(not question[end:at].strip() for end in intake for at in starts if end <= at)
    return "benefits_paid" if is_given else None


def _taken_in(question: str, cues: Cues) -> str:
    """What comes in: money where the question asks for that, people where not."""
    return "collection" if is_of_money(question, cues) else "participants"


def is_of_money(question: str, cues: Cues) -> bool:
    """Whether an amount is asked for, or put forward where nothing is counted: "which province took
    in 3.9 trillion dong?"."""
    sums = (quantity.unit in CURRENCIES for quantity in quantities_of(question))
    return bool(cues.hits("money", question) or (any(sums) and not cues.hits("count", question)))


def listed(question: str) -> dict[str, tuple[str, ...]]:
    """The insurances that a list names, by what they are together: no metric may count that."""
    return {term.id: term.parts for term in schemes_of(question) if term.parts}


def _without_coverage(measures: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(measure for measure in measures if measure != "coverage")


def _metrics(question: str, has_scheme: bool, cues: Cues) -> tuple[str, ...]:
    """Metrics named outright.

    A base of shares ("population") counts only where no insurance is named, money only where the
    question does not ask how many.
    """
    named = dict.fromkeys(mention.metric for mention in _counted(question, cues))
    counts = bool(cues.hits("count", question))
    owed = bool({"late_payment_amount", "late_payment_rate"} & set(named))
    return tuple(
        metric
        for metric in named
        if metric != OTHER
        and not (has_scheme and metric in BACKGROUND)
        and not (owed and catalogue().metric(metric).measure == "benefits_paid")
        and not (counts and catalogue().metric(metric).unit == "VND")
    )


def _counted(question: str, cues: Cues) -> list[MetricMention]:
    """The metrics that a question mentions, without those that only say what is counted of them:
    "how many hospitals take HI cards" counts hospitals."""
    mentions = sorted(metrics_of(question), key=lambda mention: mention.start)
    counts = cues.spans("count", question)
    mentions = [m for m in mentions if not _is_kind_of_next(question, m, mentions)]
    first = next((m for m in mentions if any(count.end <= m.start for count in counts)), None)
    return [
        mention
        for mention in mentions
        if first is None
        or mention.start <= first.start
        or catalogue().metric(mention.metric).unit == catalogue().metric(first.metric).unit
        or BESIDE.search(question, first.end, mention.start)
    ]


def _is_kind_of_next(
    question: str, mention: MetricMention, mentions: Sequence[MetricMention]
) -> bool:
    """Whether words only tell what the places named right behind them are for: "treatment
    facilities" are facilities."""
    return any(
        not question[mention.end : other.start].strip()
        for other in mentions
        if other.start >= mention.end and other.metric == _FACILITIES
    )


def before_share(question: str, cues: Cues) -> str | None:
    """What stands before a share that is asked for beside a number: "how many people, and what per
    cent?"; None where there is none, or where it is told what the share is of."""
    for join in BESIDE.finditer(question):
        head, tail = question[: join.start()], question[join.end() :]
        shares = ["coverage" in cues.hits("measure", part) for part in (head, tail)]
        of_others = cues.hits("alone", tail) or schemes_of(tail) or places_of(tail)
        if shares == [False, True] and not of_others:
            return head
    return None


def _shares_people_out(question: str, cues: Cues) -> bool:
    """Whether it is asked of how many of its people something is true: "covers more of its
    people", "a larger part of the workforce"."""
    before = (_OF_ITS.search(question, 0, base.start) for base in cues.spans("base", question))
    return any(
        cues.hits("degree", told[1]) or cues.hits("order", told[1]) or _is_some(told[0], cues)
        for told in before
        if told
    )


def _shares_insured(question: str, cues: Cues) -> bool:
    """Whether a share of all people is asked for, or put forward, who are insured, of whatever
    insurance: "is 92 per cent of the population of Hue insured?"."""
    percents = (quantity for quantity in quantities_of(question) if quantity.unit == "percent")
    shares = [*cues.spans("share_of", question), *spans_of(percents)]
    return any(
        share.end <= base.start
        and any(base.end <= told.start for told in cues.spans("insured", question))
        and BESIDE.search(question, share.end, base.start) is None
        for share in shares
        for key, base in cues.spans_by("base", question)
        if key == "people"
    )


def _is_some(words: str, cues: Cues) -> bool:
    """Whether words tell of a part; a share that is so named is asked for beside a number too."""
    return "some" in cues.hits("counting", words) and not cues.hits("share_of", words)


def puts_share(question: str) -> bool:
    """Whether the question puts a share of the people forward, as a premise does."""
    return any(quantity.unit == "percent" for quantity in quantities_of(question))


def puts_number_of_people(question: str) -> bool:
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
