"""What the words beside a place make of it: a venue, where another lies, a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.text.cues import Cue, TextCues
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import CAPITAL, gazetteer
from indexing.records import PlaceMention

STOP = re.compile(r"(?:[^\W\d_]{3}|\d|[%)\"\N{RIGHT DOUBLE QUOTATION MARK}])[.?!]\s|$")
"""The end of a sentence, or of the text."""
_MERGER_REACH = 60
_GOES_ON = re.compile(r"\s+(?!(?:and|of|in)\b)[a-z]")
_VENUE_REACH = 60
"""Characters before a venue in which the meeting is named."""
_PART_OF = re.compile(
    rf"\b(?:{any_of('places.parts')} (?:of|in) (?:the )?(?:province of )?"
    r"|(?:commune|ward|town), )$",
    re.IGNORECASE,
)
_OWN_PART = re.compile(
    r"\b(?:this|the)\s+(?:[a-z-]+\s+)?(?:district|commune|ward|town)\s+(?:of|in)\s+"
    r"(?:the province of )?$",
    re.IGNORECASE,
)
_PART_REACH = 40
_RANK_REACH = 45
_AVERAGE_REACH = 10
_PAUSE = re.compile(r"[,;:()]|\d\s")
_SEATED = re.compile(rf"\b{any_of('places.seated')}\s+(?:in|at|to)\s+(?:the\s+)?$", re.IGNORECASE)
_MET_ON = re.compile(rf"\s+{any_of('places.met_on')}\b", re.IGNORECASE)
"""Behind a place: the day on which people met there."""
_ACCOUNT = re.compile(rf"\b{any_of('places.account')}\b", re.IGNORECASE)
_HELD_IN = re.compile(r"\b(?:in|at|tại|ở)\s+(?:the\s+)?(?:city of\s+)?$", re.IGNORECASE)
_SPOKE_IN = re.compile(
    rf"\b{any_of('places.spoke')}\s+(?:[^\W\d]+\s+){{0,3}}(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a place: "VSS said in Hanoi"."""
_ASKER = re.compile(
    rf"(?i:\b{any_of('places.asker')})\.?\s+(?:[A-ZĐ][^\W\d_]*\s*){{1,5}}"
    r"(?:,|\(|of|from|in)\s*(?:the\s+)?$"
)
_ASKED = re.compile(
    rf"\s*(?:[):\]]|['\N{{RIGHT SINGLE QUOTATION MARK}}s]*\s+delegation\b"
    rf"|,?\s*{any_of('places.asked')}\b)",
    re.IGNORECASE,
)
"""Around a place: one who asks comes from there: "Deputy Tran Thi Hien (Ha Nam)"."""
_LEADS = re.compile(rf"\b{any_of('places.leads')}\s+(?:the province of\s+)?$", re.IGNORECASE)
_OF_WHAT = re.compile(r"\b(?:what|than|as|which|that)\s+$", re.IGNORECASE)
_SETS = re.compile(rf"\s+(?:had\s+|has\s+)?{any_of('places.assigned')}\b", re.IGNORECASE)
_WITH = re.compile(r"\bwith\s+(?:the\s+)?(?:former\s+|old\s+)?$", re.IGNORECASE)
_COUNTED_IN = re.compile(
    rf"\s+(?:already\s+|now\s+)?{any_of('places.counted_in')}\b(?!\s+(?:by\b|[\d$]))", re.IGNORECASE
)
"""Around a place that is added to another: "with the former Kien Giang included"."""
_BESIDES = re.compile(
    rf"\b{any_of('places.taking_in')}\s+(?:the\s+)?(?:former\s+|old\s+)?$", re.IGNORECASE
)
_APART = re.compile(r",\s+(?:the\s+former\s+|the\s+old\s+)?$", re.IGNORECASE)
"""Before a province that its successor has taken in: "Tuyen Quang, together with Ha Giang, has"."""
_ASIDE_END = re.compile(r"[,;:.()]\s")
_AMONG_THEM = re.compile(r"\s+(?:among|amongst)\s+(?:them|these|those)\b", re.IGNORECASE)
_INCLUDING = re.compile(
    r"\b(?:including|counting|along with|together with)\s+(?:the\s+)?(?:former\s+|old\s+)?$",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"\s*[,.;)]")
"""Around a place that is only one of those that a figure is told of."""
_GONE_TO = re.compile(
    rf"\b{any_of('places.went')}\s+(?:[a-z]+\s+){{0,4}}?to\s+(?:the\s+)?(?:[A-Z][^,;:.()\d]*\s(?:or|and)\s+)?$"
)
_LABEL = re.compile(
    r"[*_]*(?:\s+province)?[*_]*\s*(?:[:\u2012-\u2015]|\.(?=[*_\s])|--?\s)[*_\s]*[^\W\d]"
)
"""Behind a place that stands before what is told of it."""
_HOSPITAL = re.compile(
    rf"\s+(?:[^\W\d]+\s+){{0,2}}?{any_of('people.one_hospital')}\b", re.IGNORECASE
)
"""Behind a place: a hospital is called after it."""
_MARKUP = re.compile(r"[\s*_\-+•–—]*(?:\(?\w{1,2}[.)])?[\s*_]*")
"""What may stand before the first word of a list item."""


def is_venue(text: str, cues: TextCues, mention: PlaceMention, start: int) -> bool:
    """Whether something was held or said in a place; `start`: where its sentence or text begins.

    With the day behind the place its sentence may tell of the meeting long before: "held its
    conference to review the old year in Hanoi on January 8".
    """
    reach, near = _VENUE_REACH, max(start, mention.start - _PART_REACH)
    if _MET_ON.match(text, mention.end) and _HELD_IN.search(text, near, mention.start):
        stops = [stop.end() for stop in STOP.finditer(text, start, mention.start) if stop.group()]
        reach = mention.start - (stops[-1] if stops else start)
        if _ACCOUNT.search(text, mention.start - reach, mention.start):
            return True
    if cues.any("venue", max(start, mention.start - reach), mention.start):
        return True
    return _SPOKE_IN.search(text, max(start, near), mention.start) is not None


def is_gone_to(text: str, mention: PlaceMention) -> bool:
    """Whether people only go there: "patients with grave diseases go to Hue or Da Nang"."""
    near = max(0, mention.start - _VENUE_REACH)
    return _GONE_TO.search(text, near, mention.start) is not None


def is_of_asker(text: str, mention: PlaceMention) -> bool:
    """Whether a place is only where one who asks comes from: "Deputy Tran Thi Hien (Ha Nam):"."""
    near = max(0, mention.start - _VENUE_REACH)
    asker = _ASKER.search(text, near, mention.start)
    return asker is not None and _ASKED.match(text, mention.end) is not None


def is_met_in(text: str, cues: TextCues, mention: PlaceMention, start: int) -> bool:
    """Whether it is a venue by the word before it: "handed out at a conference in Quy Nhon"."""
    near = max(start, mention.start - _PART_REACH)
    held = _HELD_IN.search(text, near, mention.start) is not None
    return held and is_venue(text, cues, mention, start)


def is_whereabouts(text: str, mention: PlaceMention) -> bool:
    """Whether a place only tells where another lies: "a district of Ca Mau", "the commune, Ha Quang
    district", "with its seat in Dong Hoi"."""
    near = max(0, mention.start - _PART_REACH)
    return _PART_OF.search(text, near, mention.start) is not None or is_seat(text, mention)


def merged(text: str, cues: TextCues, mention: PlaceMention, start: int) -> Cue | None:
    """The word that tells that a province was only added to another, if any: "the merger with Ha
    Nam and Nam Dinh".  The subject that follows was not: "..., Ninh Binh has".

    `start`: where its sentence or text begins.
    """
    mergers = cues.within("merger", max(start, mention.start - _MERGER_REACH), mention.start)
    led = text[mention.start - 2 : mention.start] == ", "
    subject = led and _GOES_ON.match(text, mention.end) is not None
    return mergers[-1] if mergers and not subject else None


def is_own_whereabouts(text: str, mention: PlaceMention) -> bool:
    """Whether it tells where the one district lies that a report is about: "the district in"."""
    near = max(0, mention.start - _PART_REACH)
    return _OWN_PART.search(text, near, mention.start) is not None


def plays_no_part(text: str, mention: PlaceMention) -> bool:
    """Whether a sentence names a place only as what another leads, as added to it, or for those
    there who ask it of it: "Krong Pac leads Dak Lak with 61%", "101% of what Hanoi had set"."""
    near = max(0, mention.start - _PART_REACH)
    if mention.name == CAPITAL and _OF_WHAT.search(text, near, mention.start):
        return _SETS.match(text, mention.end) is not None
    added = _WITH.search(text, near, mention.start) and _COUNTED_IN.match(text, mention.end)
    among = _AMONG_THEM.match(text, mention.end)
    within = _INCLUDING.search(text, near, mention.start) and _SET_OFF.match(text, mention.end)
    return bool(is_led(text, mention) or added or among or within)


def is_led(text: str, mention: PlaceMention) -> bool:
    """Whether a province is only what a place in it leads: "Krong Pac leads Dak Lak with 61%"."""
    near = max(0, mention.start - _PART_REACH)
    return mention.kind == "province" and _LEADS.search(text, near, mention.start) is not None


def is_taken_in(page: Page, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a former province is named only as a part of the one that it belongs to now, which
    the sentence speaks of: "In Tuyen Quang, with Ha Giang inside since July, 41,285 people"."""
    successor = gazetteer().successor(mention.name)
    before = [other for other in named if other.end <= mention.start]
    if successor is None or all(other.name != successor for other in before):
        return False
    stop = _ASIDE_END.search(page.text, mention.end)
    if stop is None or within(page.quantities, mention.end, stop.start()):
        return False  # "with Ha Giang having 12,000 of them"
    near = max(0, mention.start - _PART_REACH)
    apart = _APART.search(page.text, near, mention.start)
    added = apart and _COUNTED_IN.match(page.text, mention.end)
    return bool(added or _BESIDES.search(page.text, near, mention.start))


def is_ranked_in(text: str, cues: TextCues, named: PlaceMention | Cue, start: int) -> bool:
    """Whether a place, or the word for one, is only where another has its rank: "among the top
    three provinces nationwide", "is among the poor districts of the country".

    `start`: where its sentence begins.
    """
    ranks = cues.within("ranked", max(start, named.start - _RANK_REACH), named.start)
    if not ranks or cues.any("average", named.end, named.end + _AVERAGE_REACH):
        return False
    return _PAUSE.search(text, ranks[-1].end, named.start) is None


def holds_district(mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a district was named before a province, which may only be where it has its rank:
    "Rach Gia ward is first in An Giang"."""
    province = mention.kind == "province"
    return province and any(m.kind == "district" and m.end <= mention.start for m in named)


def is_seat(text: str, mention: PlaceMention) -> bool:
    """Whether an office only has its seat in a place."""
    near = max(0, mention.start - _PART_REACH)
    return _SEATED.search(text, near, mention.start) is not None


def is_hospitals(text: str, mention: PlaceMention) -> bool:
    """Whether a place is only in the name of a hospital: "the private Hoa Binh hospital"."""
    return _HOSPITAL.match(text, mention.end) is not None


def stands_first(text: str, mention: PlaceMention, start: int) -> bool:
    """Whether a place is the first that a sentence or block tells, which begins at `start`."""
    return _MARKUP.fullmatch(text, start, mention.start) is not None


def is_label(text: str, mention: PlaceMention) -> bool:
    """Whether what is told of a place follows it as a label: "Ha Nam: ...", "**Ha Nam.** ..."."""
    return _LABEL.match(text, mention.end) is not None
