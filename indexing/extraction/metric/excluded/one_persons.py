"""Sums of one person or one payer, which are no sum of all: what each gets, what one has paid."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of

_EACH = re.compile(rf"\s+{any_of('sums.each')}\b(?! year| month)", re.IGNORECASE)
_AVERAGE = re.compile(
    rf"\b(?:{any_of('sums.average')}|{any_of('sums.averaged')}\s+"
    rf"(?:[^\W\d]+\s+){{1,5}}{any_of('sums.comes_to')})\s*$",
    re.IGNORECASE,
)
_AVERAGE_REACH = 70
_MOST_EACH = 10**9
"""Dong: less than this, told as an average, is what one person gets."""
_ONE_PERSON = rf"(?:an?|one|another|the)\s+(?:[^\W\d][\w-]*\s+){{0,2}}{any_of('places.one_person')}"
_ONE_OF = r"(?:one|another)\s+of\s+(?:these|those|them|the\s+[^\W\d]+)"
_ONE = re.compile(
    rf"\W*(?:(?:for|on|to|in the case of)\s+)?{_ONE_PERSON}\b(?!['’]s?\s)"
    rf"|\W*(?:for|on|to)\s+{_ONE_OF}\b",
    re.IGNORECASE,
)
"""The subject of a sum that one person gets or costs: "a ninth-grader had VND412 million paid",
"for one of them the fund paid"."""
_OPENS_ONE_OF = re.compile(rf"\W*{_ONE_OF}\b", re.IGNORECASE)
_FOR_ONE = re.compile(
    r"\s+(?:(?:was|has been|had been|were)\s+)?(?:paid|spent|covered)?\s*(?:for|to|on)\s+"
    rf"(?:{any_of('sums.him')}|{_ONE_PERSON}|{_ONE_OF})\b",
    re.IGNORECASE,
)
_ONE_PAID = re.compile(
    rf"\b(?:the|this|that|one|an?)\s+(?:[^\W\d]+\s+){{0,2}}{any_of('money.one_payer')}\s+"
    rf"(?:(?!was|were|been)[^\W\d]+\s+){{0,4}}{any_of('money.pay')}\s*(?:only|just)?\s*$",
    re.IGNORECASE,
)


def pays_alone(page: Page, segment: Segment) -> bool:
    """ "The firm has since transferred VND5 billion": one payer's money is no province's."""
    return _ONE_PAID.search(page.text, *segment.before) is not None


def is_of_each(page: Page, segment: Segment) -> bool:
    """ "an average of VND20 million each", "VND34 million on average": what one person gets."""
    low = max(0, segment.quantity.start - _AVERAGE_REACH)
    if segment.quantity.value < _MOST_EACH and page.cues.any_in("average", segment.lead):
        return True  # "on average they went home with VND43 million"
    return (
        _is_of_one(page, segment)
        or _EACH.match(page.text, segment.quantity.end) is not None
        or _AVERAGE.search(page.text, low, segment.quantity.start) is not None
    )


def _is_of_one(page: Page, segment: Segment) -> bool:
    """ "One patient had VND1.3 billion paid for him": no sum of all."""
    if _ONE.match(page.text, *segment.before):
        return True
    return _FOR_ONE.match(page.text, *segment.behind) is not None


def is_of_one_of(page: Page, segment: Segment) -> bool:
    """ "One of them, the sugar mill, has paid VND13 billion": no sum of all."""
    return _OPENS_ONE_OF.match(page.text, *segment.before) is not None
