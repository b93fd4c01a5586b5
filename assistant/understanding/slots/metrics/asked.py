"""Which metrics a question asks for: those it means, in the unit and the list that it wants."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.slots.aspects import asked_aspects
from assistant.understanding.slots.debtors import counts_debtors, is_owed
from assistant.understanding.slots.institutions import institutions
from assistant.understanding.slots.metrics.beside import with_beside
from assistant.understanding.slots.metrics.meant import Metrics, meant_metrics, specialised
from assistant.understanding.slots.metrics.named import BESIDE, listed, schemes_of
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.narrowing.things import counts_acts
from assistant.understanding.slots.operations import EITHER, asks_how_often, asks_how_often_treated
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    chosen_in,
    metrics_of,
    places_of,
    spans_of,
    terms_of,
)
from indexing.catalogue import catalogue
from indexing.reading.folding import fold
from indexing.reading.metric.metrics import metric_for
from indexing.records import OF_TARGET, Aspect

_TREATMENT, _FACILITIES, _VISITS = "hi_expenditure", "hi_facilities", "hi_visits"
_OF_TREATMENT = frozenset({"hi", "visits", "facilities"})
_TREATING = frozenset({"hospital", "clinic"})
"""Kinds of places."""
_CARDS, _HAVING = "hi_cards_issued", re.compile(r"\b(?:có thẻ|co the)\b", re.IGNORECASE)
_PAID = {
    "visits": "benefits_paid",
    "beneficiaries": "benefits_paid",
    "late_payment_rate": "late_payment",
}
_TURNS = re.compile(r"\b(?:lượt|luot)\b", re.IGNORECASE)
_SO_MANY = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y|s[ốo])\s+", re.IGNORECASE)
CHOSEN = {
    "si_participants": "voluntary_si_participants",
    "si_coverage": "voluntary_si_coverage",
}
"""What members of social insurance who joined by choice are counted by."""
_JOINED = "voluntary_si_participants"
"""Who joins by choice, where no insurance is named."""
_HEAD = 3
"""Within so many words before what is counted stands that it is."""
_AMOUNT = re.compile(
    r"\bhow much (?:money|was|were|is|did|does|do|has|have|had|went|goes|go|came|comes)\b",
    re.IGNORECASE,
)
"""An amount is asked for, or a rate; "how much people" only means how many."""
_COSTS = re.compile(r"\bwhat\s+(?:do|does|did)\b[^?.]*?\bcost\b(?!\s+of\b)", re.IGNORECASE)
"""What people cost is an amount: "what do the pensioners cost?"."""
_COUNTED_SINGLY = ("enterprises", "facilities", "documents", "accounts", "books", "cards")
_SUMS = ("collection", "benefits_paid")
"""The amounts of an insurance: what comes in, what goes out."""


def metrics_in(text: str, cues: Cues) -> Metrics:
    """The metrics that a text of its own asks for, by the aspects that it names."""
    return asked_metrics(text, asked_aspects(text, cues), cues)


def asked_metrics(question: str, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """What a question asks for; a list of insurances asks for each, and for all together."""
    if counts_acts(question, cues):
        return Metrics(())
    of_one = institutions(question, cues)
    question = blanked(question, of_one, " ")  # none of them is counted
    asked = with_beside(question, meant_metrics(question, aspects, cues), aspects, cues)
    asked = _of_treatment(asked, aspects) if of_one else _without_where(question, asked, cues)
    if is_owed(question, asked.names, cues):
        asked = Metrics(("late_payment_amount",))
    if asks_how_often_treated(question):
        return Metrics((_VISITS,))  # of the patients that it names the turns are counted
    if asks_how_often(question) and aspects == ("level",) and len(places_of(question)) < 2:
        return Metrics(())  # how often something came about is no number of people or places
    asked = _as_counted(question, asked, cues)
    if aspects[:1] == ("gap",) and "count" in cues.hits("count", question):
        asked = replace(asked, names=tuple(map(people_of, asked.names)))
    if cues.hits("fund", question) and not _asks_of_people(question, cues):
        asked = replace(asked, names=tuple(m for m in asked.names if not _is_of_people(m)))
    if aspects == ("level",) and _AMOUNT.search(question):
        asked = replace(asked, names=tuple(m for m in asked.names if not _is_of_things(m)))
    if aspects == ("level",) and _COSTS.search(question):
        names = dict.fromkeys(of_money(m) if _is_of_people_paid(m) else m for m in asked.names)
        priced = (m for m in names if not (_is_of_people(m) or _is_of_things(m)))
        asked = replace(asked, names=tuple(priced))
    return _each_listed(question, _by_choice(question, asked, cues), cues)


def _by_choice(question: str, asked: Metrics, cues: Cues) -> Metrics:
    """Members of social insurance who joined by choice are those of the voluntary one, in a
    question as in a report: "how many joined social insurance on their own account?"."""
    told = [question[span.start : span.end] for span in chosen_in(question)]
    chosen = any(not cues.hits("scheme", said) for said in told)
    is_open = not asked.names or (asked.readings and _JOINED in asked.names)
    if told and is_open and not schemes_of(question) and _joins(question, cues):
        return Metrics((_JOINED,))
    names = ((chosen and CHOSEN.get(name)) or name for name in asked.names)
    return replace(asked, names=tuple(dict.fromkeys(names)))


def _joins(question: str, cues: Cues) -> bool:
    """Whether people are counted who come in, or pay in: "how many joined of their own will?"."""
    comes = cues.hits("joining", question) or "paying_in" in cues.hits("measure", question)
    comes = comes or any(term.id == "participants" for term in terms_of(question))
    return bool(comes) and not cues.hits("debtors", question)


def _of_treatment(asked: Metrics, aspects: tuple[Aspect, ...]) -> Metrics:
    """What is asked of a hospital: money of health insurance, and by a plan what it may cost."""
    if not asked.names and set(aspects) <= {"target", *OF_TARGET}:
        return Metrics((_TREATMENT,))
    return replace(asked, names=specialised(asked.names, ("hi",)))


def _without_where(question: str, asked: Metrics, cues: Cues) -> Metrics:
    """The metrics without the facilities in which something else is counted: "visits in hospitals"
    asks for no hospitals, "visits and hospitals" for both."""
    if len(asked.names) < 2 or _FACILITIES not in asked.names:
        return asked
    heads = (question[: m.start] for m in metrics_of(question) if m.metric == _FACILITIES)
    if any(_is_counted(head, cues) for head in heads):
        return asked
    return replace(asked, names=tuple(name for name in asked.names if name != _FACILITIES))


def _is_counted(head: str, cues: Cues) -> bool:
    """Whether words lead to something that is counted: "how many private | hospitals"."""
    last = head.split()[-_HEAD:]
    joined = not last or last[-1].endswith(",") or fold(last[-1]) in cues.joins
    return joined or bool(cues.hits("count", " ".join(last)))


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


def _as_counted(question: str, asked: Metrics, cues: Cues) -> Metrics:
    """The metrics as the question wants them counted: in money, in people, by their number.

    "How many firms are in debt" asks for no amount, and "how many firms take part" for no people.
    """
    nowhere = blanked(question, spans_of(places_of(question)), " ")  # "Tien Giang" is no "tiền"
    if asked.readings and {"sums", "amount"} & set(cues.hits("money", nowhere)):
        asked = _sums_of(asked)
    is_share = "coverage" in cues.hits("measure", question)  # "tỷ lệ số tiền chậm đóng"
    amount = "amount" in cues.hits("money", question) and not is_share
    if amount:  # beside a number of people both: "bao nhiêu tiền cho bao nhiêu người"
        counted = asked.names if cues.hits("count", question) else ()
        names = dict.fromkeys((*map(of_money, asked.names), *counted))
        asked = replace(asked, names=tuple(names))
    if cues.hits("in_people", question):
        asked = replace(asked, names=tuple(map(people_of, asked.names)))
    elif cues.hits("in_points", question) or _is_share_of_members(question, cues):
        asked = replace(asked, names=tuple(map(_of_rate, asked.names)))
    if _HAVING.search(question):  # who has a card is insured
        holders = f"hi_{'coverage' if is_share else 'participants'}"
        asked = replace(asked, names=tuple(holders if m == _CARDS else m for m in asked.names))
    counts = cues.hits("count", question)
    if _counts_facilities(question, cues):
        paid = (m for m in asked.names if catalogue().metric(m).unit == "VND")
        asked = Metrics((_FACILITIES, *paid))
    if counts_debtors(question, cues):
        asked = replace(asked, names=tuple(m for m in asked.names if not _is_debt(m)))
    amounts = set(cues.hits("money", question)) - {"sums"}  # "how many firms owe money" wants none
    if counts and not amounts:
        units = {metric: catalogue().metric(metric).unit for metric in asked.names}
        told = (m for m, unit in units.items() if unit == "enterprises" or "firms" not in counts)
        asked = replace(asked, names=tuple(m for m in told if units[m] != "VND"))
    return asked


def _counts_facilities(question: str, cues: Cues) -> bool:
    """Whether it is places that treat people which a question counts, and not how often they do:
    "với mấy cơ sở" beside health insurance or treatment."""
    told = {term.id for term in terms_of(question)}
    if not _OF_TREATMENT & told or _TURNS.search(question):
        return False
    places = [span.start for key, span in cues.spans_by("kinds", question) if key in _TREATING]
    return any(number.end() in places for number in _SO_MANY.finditer(question))


def _is_share_of_members(question: str, cues: Cues) -> bool:
    """Whether the share of some people is asked for that takes part: "percentage of workers in Hue
    insured against unemployment".  A share of those who take part is no coverage."""
    members = [term.start for term in terms_of(question) if term.id == "participants"]
    return any(
        share.end <= people.start < people.end < start
        and BESIDE.search(question, share.end, start) is None
        for share in cues.spans("share_of", question)
        for people in cues.spans("base", question)
        for start in members
    )


def _each_listed(question: str, asked: Metrics, cues: Cues) -> Metrics:
    """The metrics of each insurance of a list, with the one that counts them together."""
    people = [m for m in asked.names if catalogue().metric(m).measure == "participants"]
    # "Which is larger, compulsory or voluntary?": of lists that may be read in two ways the people.
    joints = people if asked.readings and _compares_which(question, cues) else asked.names
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


def _compares_which(question: str, cues: Cues) -> bool:
    """Whether it is asked which of the things that are named is the more."""
    asks = "compare" in cues.hits("operation", question) or EITHER.search(question)
    return bool(asks and cues.hits("degree", question))


def of_money(metric: str) -> str:
    """The amount of what a metric counts or is a share of, by its id: paid for visits or to people,
    or owed."""
    known = catalogue().metric(metric)
    amount = _PAID.get(known.measure)
    return (amount and metric_for(known.schemes[0], amount)) or metric


def people_of(metric: str) -> str:
    """The number of people that a rate is the share of, by the rate's id."""
    known = catalogue().metric(metric)
    people = metric_for(known.schemes[0], "participants") if known.is_rate else None
    return people or metric


def _of_rate(metric: str) -> str:
    """The rate that people are the numerator of, by their metric's id: points are of rates."""
    known = catalogue().metric(metric)
    rate = metric_for(known.schemes[0], "coverage") if known.measure == "participants" else None
    return rate or metric


def _is_debt(metric: str) -> bool:
    """Whether a metric, by its id, is what is owed, or its share: neither tells how many owe."""
    return catalogue().metric(metric).measure.startswith("late_payment")


def _is_of_people_paid(metric: str) -> bool:
    """Whether a metric, by its id, counts those who receive benefits."""
    return catalogue().metric(metric).measure in ("beneficiaries", "pensioners")


def _is_of_things(metric: str) -> bool:
    """Whether a metric counts things one by one, by its id: no amount tells how many there are."""
    return catalogue().metric(metric).unit in _COUNTED_SINGLY


def _asks_of_people(question: str, cues: Cues) -> bool:
    """Whether it is asked how many people there are, or what share of them; not of money alone."""
    people = {"participants", "coverage"}
    told = {*cues.hits("measure", question), *cues.hits("alone", question)}
    return bool(people & told or cues.hits("count", question))


def _is_of_people(metric: str) -> bool:
    """Whether a metric counts the members of an insurance, by its id: its fund holds money."""
    return catalogue().metric(metric).measure in ("participants", "coverage")
