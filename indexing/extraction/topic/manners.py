"""Whether members of social insurance joined by choice or because the law obliges them."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.topics import OF_BENEFITS, OF_MEMBERS, Topic
from indexing.records import SHARES

_SOCIAL = (None, "si", "compulsory_si", "voluntary_si")
"""Schemes beside which choice and law tell parts of social insurance apart."""
_EMPLOYER_PAYS = re.compile(
    rf"\bemployers?\s+(?:(?:who|that|which)\s+)?(?:[^\W\d]+\s+)?{any_of('manners.insures')}\b",
    re.IGNORECASE,
)
""" "Whose employer pays for them", "whom an employer must enrol": obliged by law."""
_OF_PEOPLE = OF_MEMBERS | OF_BENEFITS | {None, "intake"}
"""Measures of members; those of benefits, as words of paying may tell who pays for a member."""


def by_manner(page: Page, segment: Segment, own: Topic, told: Topic, goes_on: bool) -> Topic:
    """What a figure's words name, told apart by how its members came in: "18,900 joined by choice".

    `told`: what the figure may go on with; `goes_on`: whether it does so in its own sentence.
    """
    unit = segment.quantity.unit
    if own.scheme not in (None, "si") or own.measure not in _OF_PEOPLE:
        return own
    if unit != "people" and unit not in SHARES and not segment.quantity.is_bare:
        return own
    if own.scheme is None and told.scheme not in _SOCIAL:
        return own
    if own.scheme is None and own.measure is None and (told.scheme is None or not goes_on):
        return own
    choice = page.cues.any_in("by_choice", segment.spans)
    insured = any(_EMPLOYER_PAYS.search(page.text, *span) for span in segment.spans)
    law = insured or page.cues.any_in("by_law", segment.spans)
    goes_on_with_members = told.measure in OF_MEMBERS and (law or choice)
    if own.measure in OF_BENEFITS and not insured and not goes_on_with_members:
        return own
    measure = "participants" if own.measure in OF_BENEFITS else own.measure
    if choice and law:
        return Topic("si", measure)
    if choice or law:
        return Topic("voluntary_si" if choice else "compulsory_si", measure)
    return own
