"""Percentages that are no rate of the catalogue: of people asked, of a wage, of something else."""

from __future__ import annotations

import re

from indexing.catalogue import Metric
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.excluded.support import is_subsidy
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.predicates import makes_up
from indexing.extraction.topic.base.shares import SCHEMES_OF, base_of_share
from indexing.reading.quantity.quantities import unit_of_noun

_PART_REACH = 45
_MEMBERS_REACH = 60
_PART = re.compile(rf"\b{any_of('exclusions.part_of')}\s*$", re.IGNORECASE)
"""Before a share: it is one place's part of the debt, no rate."""
_ANSWERED = re.compile(rf"(?:\s+of\s+[^,;:.\d]{{1,40}})?\s+{any_of('exclusions.answered')}\b")
_OF_WAGE = re.compile(
    r"\s+(?:of|from|off|out of)\s+(?:an?|the|each|every|their|his|her|its|your|monthly|gross)\s+"
    rf"(?:[\w-]+['’]?s?\s+){{0,2}}?{any_of('exclusions.wages')}\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\s+of\s+(?:the\s+)?")
_OF_THEM_ALL = re.compile(r"\s+of\s+(?:all|them all|all of them)\s*(?=$|[.,;:)])", re.IGNORECASE)
_PAID_FOR = re.compile(r"\bpa(?:ys?|id)\b[^.;:]*\bfor\s+(?:\w+\s+){0,2}\d[^;:]*$")
_MORE_FOR = re.compile(
    r"\s+(?:more|extra|additional|on top)\s+for\s+(?:them|those|these|each|every)\b", re.IGNORECASE
)
_ONE_OF_SO_MANY = re.compile(
    r"[\w-]+\s+(?P<noun>(?!in\b|out\b)[^\W\d]+(?:\s+[^\W\d]+)?)\s+(?:in|out\s+of)\b", re.IGNORECASE
)
""" "One hospital in five", "two villages out of three": a share of what the noun tells."""
_COLLECTED = re.compile(rf"\b{any_of('gaps.taken_in')}\s+$", re.IGNORECASE)
"""Before a share of what was due: so much of it came in."""
_CHARGED = re.compile(rf"\b{any_of('exclusions.charges')}\b", re.IGNORECASE)
_CHARGES_IT = re.compile(
    rf"\b{any_of('exclusions.charges')}\s+(?:(?:of|at|by|is|was|to|up|a|an|the|over|about)\s+)*$",
    re.IGNORECASE,
)
"""Right before a share of the money due: "a fine of", not "debt that bears interest is at"."""
_A_DAY = re.compile(
    rf"\s+(?:a|per|each|every)\s+(?:day|month|year)\b(?!\s+{any_of('wholes.earlier')})",
    re.IGNORECASE,
)
""" "Interest of 0.03 per cent a day": what is charged on a debt."""
_MEMBERS_DO = re.compile(
    rf"(?:\s+cards?|\s+cover)?\s+(?:[^\W\d]+ly\s+|still\s+|now\s+|already\s+)?(?!{any_of('exclusions.belonging')}\b)[^\W\d]+\s+"
    r"(?:an?|their|his|its|only|no|one|it|them)\b",
    re.IGNORECASE,
)
"""Behind those who are insured: a verb and its object, "show a card at the counter"."""
_FOR_WHOM = re.compile(r"[^\W\d]+\s+(?:for|to|by|from)\b", re.IGNORECASE)


def is_no_rate(page: Page, segment: Segment, judged: Judged, found: Metric) -> bool:
    """Whether a percentage is of people asked, of the premium, or a share that gives no rate."""
    if page.cues.any_in("pleased", segment.spans):
        return True
    if _ANSWERED.match(page.text, segment.quantity.end):
        return True  # "62 per cent named debts": of those asked
    if _OF_WAGE.match(page.text, segment.quantity.end):
        return True  # "deducted 10.5 per cent from every wage"
    if found.measure == "late_payment_rate" and _is_of_dues(page, segment):
        return True
    coverage = found.measure == "coverage"
    if coverage and _MORE_FOR.match(page.text, segment.quantity.end):
        return True  # "has taken over 20 per cent more for them": of the premium
    if coverage and (is_subsidy(page, segment) or _is_of_paid_for(page, segment)):
        return True
    if judged.aspect == "target" and coverage:
        return _has_other_base(page, segment)
    if judged.aspect != "level":
        return False
    if coverage and _is_of_members(page, segment):
        return True
    if coverage and makes_up(page, segment) and not _names_scheme(page, segment):
        return True
    return found.unit != "percent" or _of_something_else(page, segment, found.measure)


def _is_of_members(page: Page, segment: Segment) -> bool:
    """ "78 per cent of people in health insurance show a card": a share of those insured."""
    end = segment.quantity.end
    of = _OF_THE.match(page.text, end)
    named = within(page.terms, end, end + _MEMBERS_REACH) if of is not None else ()
    schemes = [term for term in named if term.kind == "scheme"]
    apart = bool(schemes) and bool(set(",;:.") & set(page.text[end : schemes[0].start]))
    return not apart and any(_MEMBERS_DO.match(page.text, term.end) for term in schemes[:1])


def _is_of_dues(page: Page, segment: Segment) -> bool:
    """ "Collected 95% of the amount due", "interest of 0.03% a day": none of it is owed."""
    due = base_of_share(page, segment) == "due"
    charges = (_COLLECTED, _CHARGES_IT if due else _CHARGED)
    charged = any(rule.search(page.text, *segment.before) for rule in charges)
    return charged or _A_DAY.match(page.text, segment.quantity.end) is not None


def _is_of_paid_for(page: Page, segment: Segment) -> bool:
    """ "The State pays for 586,500, which is 34.3 per cent": of the members, not of the people."""
    start = segment.quantity.start
    return _PAID_FOR.search(page.text, page.sentence_at(start).start, start) is not None


def _names_scheme(page: Page, segment: Segment) -> bool:
    """Whether those who make up a share are told to be in a scheme."""
    leads = page.terms_in(segment.lead)
    return any(term.kind == "scheme" or term.id == "participants" for term in leads)


def _of_something_else(page: Page, segment: Segment, measure: str) -> bool:
    """Whether a percentage is a share of what gives no rate: "25 per cent of the total".

    A share of a part of the people ("of pupils") is the part's coverage.
    """
    if measure == "coverage" and _counts_things(page, segment):
        return True
    base = base_of_share(page, segment)
    part = _PART.search(page.text, *segment.before)
    members = any(term.id == "participants" for term in within(page.terms, *segment.before))
    if base is None and part and not members and not _goes_on_with_base(page, segment):
        return True
    if measure == "coverage":
        return _has_other_base(page, segment)
    owed = measure == "late_payment_rate"
    return (base == "else" and owed) or base in SCHEMES_OF


def _has_other_base(page: Page, segment: Segment) -> bool:
    """Whether a percentage is told to be of something else than people: "of the premium"."""
    base = base_of_share(page, segment)
    if base == "else" and _is_of_all_of_them(page, segment):
        return False
    return base in ("due", "others") or (base == "else" and not _is_of_part(page, segment))


def _is_of_all_of_them(page: Page, segment: Segment) -> bool:
    """ "121,340 pupils are insured, 97.6 per cent of all": of all pupils."""
    start = segment.quantity.start
    if _OF_THEM_ALL.match(page.text, segment.quantity.end) is None:
        return False
    before = within(page.quantities, page.sentence_at(start).start, start)[-1:]
    return any(page.cues.any("group", one.start, one.end) for one in before)


def _counts_things(page: Page, segment: Segment) -> bool:
    """ "One office in seven" is a share of the offices, not of the people."""
    quantity = segment.quantity
    told = _ONE_OF_SO_MANY.match(page.text, quantity.start, quantity.end)
    return told is not None and unit_of_noun(f"{told['noun']}s") != "people"


def _is_of_part(page: Page, segment: Segment) -> bool:
    """ "of poor households"; "of the treatment cost for poor households" is of something else."""
    tail = segment.behind
    for cue in page.cues.within("group", tail.start, tail.start + _PART_REACH):
        if not _FOR_WHOM.search(page.text, tail.start, cue.start):
            return True
    return False


def _goes_on_with_base(page: Page, segment: Segment) -> bool:
    """ "One scheme made up 36.9 per cent of the labour force and the other 4.3 per cent": of it."""
    start = segment.quantity.start
    low = page.sentence_at(start).start
    based = any(page.cues.any(kind, low, start) for kind in ("of_labour", "of_population"))
    return based and any(one.unit == "percent" for one in within(page.quantities, low, start))
