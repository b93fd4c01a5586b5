"""How a figure is counted: at a moment, added up over a span, or as its date is told.

The catalogue says it of its metrics.  Of anything else the figure's own words tell: deeds ("settled
46,380 claims") add up.  A share is counted as its whole is: of revenue or of claims over their
span, of members at a moment.  Where a date tells only the day up to which something adds up, a
lasting state ("442,000 cards are in use") is counted at that day all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.period.date.compared import is_beginning, is_end
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of, words_of
from indexing.extraction.topic.theme import Bound
from indexing.records import CHANGES, CURRENCIES, SHARES, MetricFact, Span

Kind = Literal["moment", "span", "state", "told", "rule"]
"""`told`: a moment where its date is a day or "now", a span where it is one.  `state`: the same for
what lasts, which "since July" dates at the time of writing.  `rule`: at no time of its own, as what
the law lays down: "the State pays 30 per cent of it"."""
_BEARING = 40
_WORDS = re.compile(r"(?:\s+[^\W\d]+){0,4}:?\s*")
_LASTING = ("people", "cards", "books", "accounts")
"""Units of what goes on; money, visits and inspections are over when they are told."""
_HAS = re.compile(
    rf"\b{any_of('periods.counts')}\s+(?:{any_of('periods.only')}\s+)?$", re.IGNORECASE
)
_OF_IT = re.compile(r"\s+of\s+(?:it|this|that|the\s+(?:sum|amount|total|money|bill))\b")
_COUNTED = ("people", "documents", "visits", "cards", "books")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b")
_OF_THESE = re.compile(r"\b(?:Of|Among)\s+(?:these|those|them)\b[^.;:]*$")
_LED = 24
_OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)*", re.IGNORECASE)
_OF_ONE = re.compile(
    rf"\s+of\s+(?!all\b|total\b)(?:(?:the|a|an|their|his|her|its|your|average|monthly|lowest|voluntary|compulsory|\w+'s"
    rf"|(?:health|social|unemployment)(?:\s+insurance)?|insurance)\s+)*{any_of('periods.of_one')}"
    rf"(?!\w)(?!\s+(?:{any_of('sums.collected')}))",
    re.IGNORECASE,
)
""" "30 per cent of the premium", not "of the premium revenue" nor "of all contributions"."""
_OF_PEOPLE = re.compile(
    rf"\s+of\s+(?:[^\W\d]+\s+){{0,2}}?{any_of('periods.people')}\b", re.IGNORECASE
)
""" "Dong Hoi pays 78.5 per cent of its pensioners by transfer": that is no share of a premium."""
_PART_PAID = re.compile(
    r"\b(?:pays?|paid|bears?|bore|covers?|covered)\s+(?:a\s+)?(?:part|share)\s+of\s+"
    rf"(?:(?:the|their|his|her|its|each|every|your)\s+)?(?:\w+\s+)?{any_of('periods.of_one')}"
    r"(?!\w)[^.;]*$",
    re.IGNORECASE,
)
""" "The State has paid a part of the contribution since January (30% for the poor"."""
_CLOSE = re.compile(r"[,;:()]|\.\s|\Z")
_WHOLE_REACH = 60
"""Characters behind a share in which its whole is told."""
_HAVE = re.compile(
    rf"(?:\s+[^\W\d]+){{0,4}}?(?:\s+{any_of('periods.only')})?"
    r"\s+(?:has|have)\s+(?:a|an|no|the|its|their|one)\b"
)
_LASTS_REACH = 120
_PAID_TO = re.compile(r"\bto pay\b[^,;:.]*\s(?:to|for)\s+$")
""" "To pay unemployment allowance to 8,116 people"."""
_EVENTS = frozenset(words_of("periods.events"))
_TURNS = ("times", "turns", "lượt")
_MULTIPLE = re.compile(rf"\s+(?:as|that|those|the|{any_of('comparing.more')})\b")


def kinds_of(
    page: Page,
    segments: Sequence[Segment],
    bound: Sequence[Bound],
    judged: Sequence[Judged],
    last: MetricFact | None,
) -> tuple[Kind, ...]:
    """The kind of each figure of a sentence; `last` is the last figure of a metric before it, which
    "33 per cent of it" is a share of."""
    kinds: list[Kind] = []
    for index, (segment, binding, judgement) in enumerate(
        zip(segments, bound, judged, strict=True)
    ):
        before = kinds[index - 1] if index else _of_last(page, segment, last)
        share = binding.unit in SHARES and judgement.aspect in ("level", "target", "gap")
        if binding.metric == OTHER and share:
            money = _is_of_money(page, segments[index : index + 2])
            kinds.append("span" if money else _of_share(page, segment, judgement, before))
        elif binding.metric == OTHER and before and judgement.aspect in CHANGES:
            kinds.append(before)
        else:
            kind = _of_count(page, segment, binding, judgement)
            ends = index and kind == "told" and _ends_change(page, segments[index - 1], segment)
            kind = "state" if ends else kind
            if kind == "told" and before != "moment" and _is_mean(page, segment, binding):
                kind = "span"
            elif kind == "told" and before == "span" and index:
                kind = "span" if _alike_money(bound[index - 1], binding) else kind
            whole = index and kind == "span" and _is_whole(page, segments[index - 1], segment)
            kind = "state" if whole else kind
            part = before == "state" and binding.metric == bound[index - 1].metric
            kinds.append("state" if part and not _any(page, segment, "adds_up") else kind)
    return tuple(kinds)


def _of_last(page: Page, segment: Segment, last: MetricFact | None) -> Kind | None:
    """The kind of the figure before a sentence, where its first figure is a share of that."""
    start, end = segment.quantity.start, segment.quantity.end
    if last is None:
        return None
    counted = last.unit in _COUNTED and (
        _OF_THEM.match(page.text, end) or _OF_THESE.search(page.text, start - _LED, start)
    )
    if not counted and _OF_IT.match(page.text, end) is None:
        return None
    if last.period is not None and last.period.startswith("@"):
        return "moment"
    if last.period is not None and last.unit in CURRENCIES:
        return "span"  # a share of a sum that is told of a span
    return kind_of_metric(last.metric, last.unit, last.aspect)


def kind_of_metric(metric: str, unit: str, aspect: str) -> Kind:
    """The kind of a figure of which no more than its metric is known, such as a table's cell."""
    if metric == OTHER:
        return "moment" if unit in SHARES and aspect == "level" else "told"
    return "moment" if catalogue().metric(metric).kind == "stock" else "span"


def _of_count(page: Page, segment: Segment, bound: Bound, judged: Judged) -> Kind:
    kind = kind_of_metric(bound.metric, bound.unit, judged.aspect)
    if judged.rest:
        return "moment"  # how many are left out is a state
    if judged.joined:
        return "told"  # people are won over a span, "newly since 2022" up to a day
    if kind == "moment" or judged.aspect != "level":
        return kind
    adds_up = _any(page, segment, "adds_up") or _any(page, segment, "paid")
    adds_up = adds_up and not _any(page, segment, "undone")
    if bound.metric == OTHER and segment.quantity.unit_text in _EVENTS:
        return "span"
    if _HAVE.match(page.text, segment.quantity.end) and bound.metric == OTHER:
        return "state"
    if adds_up or _is_count_of_deeds(page, segment):
        return "span"
    if bound.metric == OTHER:
        if _any(page, segment, "undone"):
            return "state"
        had = bound.unit not in CURRENCIES and _is_had(page, segment)
        return "state" if had or _any(page, segment, "stays") else kind
    if bound.unit == "people" and _is_had(page, segment):
        return "state"  # "the district has 13,042 beneficiaries"
    beside = _beside(page, segment, _LASTS_REACH)
    lasts = bound.unit in _LASTING and page.cues.any_in("lasts", beside)
    start = segment.quantity.start
    lasts = lasts and not _PAID_TO.search(page.text, max(0, start - _LASTS_REACH), start)
    return "state" if lasts else kind


def _beside(page: Page, segment: Segment, reach: int) -> tuple[Span, ...]:
    """The words before a figure, and those behind it up to the end of its clause."""
    start = segment.quantity.end
    close = _CLOSE.search(page.text, start)
    return *segment.lead, Span(start, min(close.start() if close else start, start + reach))


def _is_mean(page: Page, segment: Segment, bound: Bound) -> bool:
    """Whether it is how much or how long a case took on average, in the time of all of them."""
    start, end = segment.quantity.start, segment.quantity.end
    if bound.metric != OTHER or is_beginning(page.text, start):
        return False
    lasting = any(cue.start < end for cue in page.cues.within("time_unit", start, end + 1))
    each = bound.unit in CURRENCIES and page.cues.any_in(
        "average", _beside(page, segment, _BEARING)
    )
    return each or (lasting and segment.quantity.value % 1 != 0)


def _alike_money(one: Bound, other: Bound) -> bool:
    """Whether two sums side by side are told of the same: "it averaged 436 in A, 398 in B"."""
    return one.metric == other.metric == OTHER and one.unit == other.unit in CURRENCIES


def _is_had(page: Page, segment: Segment) -> bool:
    """Whether so many are or have something in the present: "it has 148 wards", "there are 46"."""
    start = segment.quantity.start
    return _HAS.search(page.text, max(0, start - _BEARING), start) is not None


def _ends_change(page: Page, one: Segment, other: Segment) -> bool:
    """Whether something came from one figure to the other, which is how it stands."""
    text, first, last = page.text, one.quantity, other.quantity
    return is_beginning(text, first.start) and is_end(text, last.start, first.end)


def _is_whole(page: Page, part: Segment, segment: Segment) -> bool:
    """Whether a figure tells how many there are of whom a part did something: "214 of the 386
    schools had handed in their lists"."""
    quantity = segment.quantity
    linked = _OUT_OF.fullmatch(page.text, part.quantity.end, quantity.start) is not None
    return linked and quantity.unit in ("people", "facilities", "enterprises", "other")


def _is_count_of_deeds(page: Page, segment: Segment) -> bool:
    """ "They did so 1,203,450 times", not "three times as many"."""
    quantity = segment.quantity
    return quantity.unit_text in _TURNS and not _MULTIPLE.match(page.text, quantity.end)


def _of_share(page: Page, segment: Segment, judged: Judged, before: Kind | None) -> Kind:
    laid_down = before == "rule" or _is_laid_down(page, segment)
    if laid_down and judged.aspect == "level":
        return "rule"
    summed = page.cues.any_in("summed", _beside(page, segment, _WHOLE_REACH))
    if summed or _any(page, segment, "adds_up"):
        return "span"
    return "span" if before == "span" else "moment"


def _is_of_money(page: Page, pair: Sequence[Segment]) -> bool:
    """Whether a share is one of a sum told behind it: "41% of the nearly VND298 billion"."""
    if len(pair) < 2 or pair[1].quantity.unit not in CURRENCIES:
        return False
    one, other = pair[0].quantity, pair[1].quantity
    return _OUT_OF.fullmatch(page.text, one.end, other.start) is not None


def _is_laid_down(page: Page, segment: Segment) -> bool:
    """Whether the figure is the share that someone pays by law: of what one member pays or gets, or
    told in the present."""
    start = segment.quantity.start
    if _OF_ONE.match(page.text, segment.quantity.end):
        return True
    if _OF_PEOPLE.match(page.text, segment.quantity.end):
        return False
    if _PART_PAID.search(page.text, page.sentence_at(start).start, start):
        return True
    cues = page.cues.within("bears", start - _BEARING, start)
    return bool(cues) and _WORDS.fullmatch(page.text, cues[-1].end, start) is not None


def _any(page: Page, segment: Segment, kind: str) -> bool:
    return page.cues.any_in(kind, segment.spans)
