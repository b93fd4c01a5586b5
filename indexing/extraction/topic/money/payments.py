"""Sums and those they are paid to or for, which tell what is paid: "to 705 jobless people"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.topics import Topic
from indexing.reading.metric.metrics import Term, metric_for
from indexing.records import CURRENCIES, Quantity, Unit

_FOR = re.compile(
    rf"\s+(?:(?:(?:that|which)\s+)?{any_of('payments.pays_for')}\s+)?"
    r"(?:for|on|to cover|to pay for)\s+(?:the|its|some|these)?\s*",
    re.IGNORECASE,
)
_AT_COST = re.compile(
    rf"[^;:.\d]{{0,60}}?\b{any_of('payments.at_cost')}\s+(?:the\s+(?:[^\W\d]+\s+){{0,3}})?$",
    re.IGNORECASE,
)
"""Between visits and a sum: what they cost."""
_TO_PEOPLE = re.compile(
    rf"[^,;:.]{{0,60}}\b(?:to\s+(?:{any_of('payments.helping')}\s+)?|{any_of('payments.reached')}\s+)"
    r"(?:the\s+|some\s+)?",
    re.IGNORECASE,
)
_FOR_THOSE = re.compile(
    rf"[^,;:.\d]{{0,30}}?\s(?:for|to)\s+{any_of('payments.those')}\b", re.IGNORECASE
)
_TO_BOTH = re.compile(
    rf"[^;:.\d]{{0,60}}?\bto\s+(?:[^\W\d]+\s+){{0,3}}{any_of('payments.payees')}\s+and\s+"
    rf"(?:[^\W\d]+\s+){{0,2}}{any_of('payments.carers')}\b",
    re.IGNORECASE,
)
"""Behind a sum: it was paid to the insured as well as to those who treated them."""
_RECEIVED = re.compile(rf"[^;:.]{{0,80}}\b{any_of('payments.received')}\s*$", re.IGNORECASE)
"""Between people and a sum: it was paid to them."""
_GAVE = re.compile(rf"\b{any_of('payments.gave')}\s+(?:the\s+|some\s+)?$", re.IGNORECASE)
"""Before people and a sum: "The fund gave 310 workers VND9 billion"."""
_WENT_TO = re.compile(rf"\b{any_of('payments.went')}\s+(?:out\s+)?to\s+$", re.IGNORECASE)
_PAID = (None, "benefits_paid", "treatment_costs", "facilities", "participants")
_DUES_REACH = 60
_PAYS_FOR = re.compile(
    rf"\b{any_of('payments.paying_in')}(?:,[^,;.:]*,)?"
    r"(?P<dues>\s+(?:the\s+)?(?:[^\W\d]+\s+){0,3}(?:premiums?|contributions?|cards?|insurance))?"
    r"\s+for\s+$"
)
_IS_FOR = re.compile(r"(?:^|[.;:]\s|,\s|\band\s)\W*for\s+$", re.IGNORECASE)
_PAYS_DUES = re.compile(
    r"[^,;:.\d]{0,30}\b(?:pays?|paid|bears?|covers?)\s+(?:the\s+|all\s+|all of the\s+)?"
    r"(?:[^\W\d]+\s+)?(?:premiums?|contributions?)\b"
)
_ALONE = re.compile(r"\s*(?:[,.;:]|and\b|or\b|$)")
_MANY = 100
_WHO_REACH = 40
_OF = re.compile(r"\s+(?:of\s+)?(?:the\s+)?")


def for_visits(
    page: Page, segments: Sequence[Segment], index: int, last: Unit | None
) -> Topic | None:
    """ "VND121 trillion for 174 million visits", "174 million visits at a cost of VND121 trillion":
    money for treatment; `last` is the unit of the figure before."""
    if segments[index].quantity.unit not in CURRENCIES:
        return None
    if last == "visits" and _AT_COST.fullmatch(
        page.text, segments[index - 1].quantity.end, segments[index].quantity.start
    ):
        return Topic("hi", "benefits_paid")
    if index + 1 == len(segments):
        return None
    following = segments[index + 1].quantity
    joined = _FOR.fullmatch(page.text, segments[index].quantity.end, following.start)
    return Topic("hi", "benefits_paid") if joined and following.unit == "visits" else None


def to_whom(page: Page, segments: Sequence[Segment], index: int, own: Topic) -> Topic:
    """ "VND11 billion to 705 jobless people": who gets it tells whose benefits were paid."""
    general = own.scheme is None and own.measure in (None, "benefits_paid", "beneficiaries")
    if own.measure in _PAID and _to_both(page, segments[index]):
        return Topic(None, "benefits_paid")
    if not general:
        return own
    if _for_jobless(page, segments[index]):
        return Topic("ui", "benefits_paid")
    if index + 1 == len(segments):
        return own
    one, other = segments[index], segments[index + 1]
    if not are_paid(page, one, other):
        return own
    if are_jobless(page, other):
        return Topic("ui", "benefits_paid")
    inside = _terms_of(page, other.quantity)
    named = [term.id for term in inside if term.kind == "measure"]
    scheme = next((term.id for term in inside if term.kind == "scheme"), None)
    paid = metric_for(scheme, named[0], "VND") if named else None
    return Topic(scheme, named[0]) if paid else own


def _terms_of(page: Page, people: Quantity) -> list[Term]:
    """What the noun of people names: "41,200 social insurance beneficiaries", "recipients of"."""
    inside = within(page.terms, people.start, people.end)
    end = max([people.end, *(term.end for term in inside)])
    behind = _OF.match(page.text, end)
    return [*inside, *(within(page.terms, end, behind.end() + 1) if behind else ())]


def _to_both(page: Page, segment: Segment) -> bool:
    """ "VND2.3 trillion to insured people and hospitals": all that was paid."""
    end = segment.quantity.end
    return segment.quantity.unit in CURRENCIES and _TO_BOTH.match(page.text, end) is not None


def _for_jobless(page: Page, segment: Segment) -> bool:
    """ "VND312 billion for those who had lost their jobs"."""
    end = segment.quantity.end
    those = _FOR_THOSE.match(page.text, end) if segment.quantity.unit in CURRENCIES else None
    return those is not None and page.cues.any("jobless", end, those.end() + _WHO_REACH)


def are_jobless(page: Page, paid: Segment) -> bool:
    """ "to 41,930 people who had lost their jobs": unemployment insurance paid them."""
    end = paid.quantity.end
    return page.cues.any("jobless", paid.quantity.start, end + _WHO_REACH)


def are_paid(page: Page, one: Segment, other: Segment) -> bool:
    """ "VND30 trillion from the fund to 12 million workers": they get it, they are no members."""
    money = one.quantity.unit in CURRENCIES and other.quantity.unit == "people"
    between = page.text[one.quantity.end : other.quantity.start]
    return money and _TO_PEOPLE.fullmatch(between) is not None


def receive(page: Page, segments: Sequence[Segment], index: int) -> bool:
    """ "98,760 workers have received VND251 billion": they are paid, whoever is insured."""
    if segments[index].quantity.unit != "people":
        return False
    went = _WENT_TO.search(page.text, *segments[index].before)
    if went and are_jobless(page, segments[index]):
        return True  # "what was left went to 1,530 people out of work"
    later = [one for one in segments[index + 1 :] if one.quantity.unit in CURRENCIES][:1]
    if not later:
        return False
    end, start = segments[index].quantity.end, later[0].quantity.start
    if page.cues.any("support", later[0].quantity.end, later[0].quantity.end + _WHO_REACH):
        return False
    if not page.text[end:start].strip():
        return _GAVE.search(page.text, *segments[index].before) is not None
    return _RECEIVED.fullmatch(page.text, end, start) is not None


def are_paid_for(page: Page, segment: Segment) -> bool:
    """ "The budget pays, in full or in part, for 586,500", "For 506,000 people the State pays the
    whole premium": they are insured, whoever pays."""
    quantity = segment.quantity
    counted = quantity.unit_text is None or quantity.unit_text.casefold() in ("people", "persons")
    if quantity.unit not in ("people", "other") or quantity.value < _MANY:
        return False
    low = max(page.sentence_at(quantity.start).start, quantity.start - _DUES_REACH)
    before = page.text[low : quantity.start]
    if not before.casefold().endswith("for "):
        return False
    pays = _PAYS_FOR.search(before)
    if pays and (counted or pays["dues"]) and _ALONE.match(page.text, quantity.end):
        return True
    if not counted:
        return False
    tail = page.text[quantity.end : quantity.end + _DUES_REACH]
    return _IS_FOR.search(before) is not None and _PAYS_DUES.match(tail) is not None
