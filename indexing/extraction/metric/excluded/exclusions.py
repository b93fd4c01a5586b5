"""What the words around a figure forbid: one of many, what is denied, what was found or met."""

from __future__ import annotations

import re

from indexing.catalogue import Metric, catalogue
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.excluded.doers import AUXILIARY
from indexing.extraction.metric.excluded.outsiders import are_others
from indexing.extraction.metric.excluded.paid_late import is_of_debt
from indexing.extraction.metric.excluded.rates import is_no_rate
from indexing.extraction.metric.excluded.sums import FLOWS, is_no_sum
from indexing.extraction.metric.excluded.support import is_relief, is_support
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of, words_of
from indexing.extraction.topic.topics import OF_BENEFITS
from indexing.records import CURRENCIES, Unit

_DEED_REACH = 25
_BY = re.compile(r"\s+by\s+(?:the\s+|some\s+)?", re.IGNORECASE)
_VERB_REACH = 60
"""Characters between a verb and the figure that is its subject or object."""
_ENDS = r"[,;:()|]|\.\s|\b(?:but|while|as|because|since|so|although|when|with|after|before|which)\b"
_BREAK = re.compile(rf"{_ENDS}|\b(?:and|or)\b", re.IGNORECASE)
"""Where the clause of a figure ends."""
_CLAUSE_END = re.compile(_ENDS, re.IGNORECASE)
"""The same of words without a term, whose "and" links nouns: "people of Tay and other groups"."""
_WHICH = re.compile(r"\s+(?:which|that|who)\b")
_AFFIRMS = re.compile(rf"\s+{any_of('exclusions.affirming')}\b", re.IGNORECASE)
"""Behind "not": the figure is told all the same ("not only 92%", "does not exceed 2%")."""
_RAISE = re.compile(
    rf"\b{any_of('exclusions.rates')}\b(?:(?!,)[^.;:\d])*"
    rf"\b{any_of('exclusions.raised')}\s+(?:(?:by|of|another|a further)\s+)*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(rf"\b{any_of('exclusions.in_all')}\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:age|ages)\s+of\s+[^\W\d][^,;:.]*$", re.IGNORECASE)
"""Before a figure: "the average age of pensioners is"."""
_MORE_NOUN = re.compile(
    rf"\s+{any_of('comparing.more', 'comparing.less')}\s+(?!often\b)(?P<noun>[^\W\d]+)\s+than\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|neither|nor)\s+(?:(?:such|kind of|form of|any)\s+)?$", re.IGNORECASE)
_NO_REACH = 20
_PEOPLE = frozenset([*words_of("people.inhabitants"), *words_of("people.counted")])
_CHECKED = re.compile(
    rf"\b(?:{any_of('exclusions.checking')}|{any_of('exclusions.billed')}\s+by"
    rf"|{any_of('exclusions.checks')}\s+(?:of|at|in|on|to))\s+$",
    re.IGNORECASE,
)
_WEB = re.compile(rf"\b{any_of('exclusions.web')}\b", re.IGNORECASE)
_UNDONE = re.compile(
    rf"\b{any_of('exclusions.undone')}\s+(?:(?:another|a further|some|the|over|about)\s+)*$",
    re.IGNORECASE,
)
_FOUND = re.compile(rf"\b{any_of('exclusions.found')}\s+(?:that\s+|in\s+)?$", re.IGNORECASE)
_FINDABLE = frozenset({"documents", "books", "cards", "inspections"})
"""What may be found by checks, and is then no work of the agency."""
_FOR_EACH = re.compile(r"[^,;:.]{0,40}\b(?:each|every|per)\s+(?:[^\W\d]+\s+)?$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|one)\s+(?:[^\W\d]+\s+)?$", re.IGNORECASE)
_WHOLE_ONES: frozenset[Unit] = frozenset(
    {"people", "cards", "visits", "facilities", "documents", "books", "accounts", "enterprises"}
)
_COUNTED: frozenset[Unit] = frozenset({"people", "percent", "cards", "visits"})
_SUPPORTED: frozenset[Unit] = frozenset({"people", *CURRENCIES})
"""Units of those who are supported and of what they get."""


def is_refused(page: Page, segment: Segment, judged: Judged, unit: Unit, metric: str) -> bool:
    """Whether the words forbid the metric: a share of the total, a debt that was paid after all."""
    found = catalogue().metric(metric)
    if _is_told_otherwise(page, segment, judged, unit, found):
        return True
    if found.measure == "facilities" and (_have_done(page, segment) or _are_checked(page, segment)):
        return True
    if unit == "people":
        return are_others(page, segment, found)
    if unit == "percent":
        return is_no_rate(page, segment, judged, found)
    money = unit in CURRENCIES and found.unit == "VND"
    return money and is_no_sum(page, segment, judged, found)


def _is_told_otherwise(
    page: Page, segment: Segment, judged: Judged, unit: Unit, found: Metric
) -> bool:
    """Whether a figure of any unit is told of something else, of one of many, or of what is not."""
    if found.measure == "documents" and page.cues.any_in("justice", segment.spans):
        return True
    if found.measure in _FINDABLE and _were_found(page, segment):
        return True
    if found.measure in ("books", "cards") and _are_undone(page, segment):
        return True
    if found.measure == "visits" and _is_on_web(page, segment):
        return True
    if _AGE.search(page.text, *segment.before):
        return True
    if _is_divided(page, segment):
        return True
    told = unit in _COUNTED or found.measure in FLOWS  # what was not paid is owed
    if judged.aspect in ("level", "change") and told and _is_negated(page, segment):
        return True
    if judged.aspect in ("level", "change") and unit in _COUNTED and _has_none(page, segment):
        return True
    undergone = judged.aspect in ("level", "gap") or found.measure == "cards"
    if undergone and _is_undergone(page, segment, unit, found):
        return True
    if judged.aspect == "change_pct" and (_is_raise(page, segment) or _more_others(page, segment)):
        return True
    if found.measure in OF_BENEFITS and is_relief(page, segment, found):
        return True
    if found.measure == "pensioners" and _get_relief(page, segment):
        return True
    supported = found.measure in ("participants", "benefits_paid") and unit in _SUPPORTED
    return supported and is_support(page, segment)


def _get_relief(page: Page, segment: Segment) -> bool:
    """ "27,650 residents have been given the social pension": it is no scheme's, whatever was told
    before."""
    low, high = segment.extent
    named = any(term.id == "pensioners" for term in within(page.terms, low, high))
    return not named and page.cues.any("relief", low, page.sentence_at(segment.quantity.start).end)


def _is_on_web(page: Page, segment: Segment) -> bool:
    """ "32,000 visits to the website": none of patients."""
    near = (segment.before, segment.behind)
    return any(_WEB.search(page.text, s.start, s.end) for s in near)


def _were_found(page: Page, segment: Segment) -> bool:
    """ "Checks found 64 claims with false papers": nobody settled, issued or inspected them."""
    return _FOUND.search(page.text, *segment.before) is not None


def _are_undone(page: Page, segment: Segment) -> bool:
    """ "It issued 1,870 books and closed 11,250": those were not issued."""
    return _UNDONE.search(page.text, *segment.before) is not None


def _is_divided(page: Page, segment: Segment) -> bool:
    """ "217 contributors stood behind each pensioner", "each officer has to find 10": for one."""
    lead = segment.before
    doers = page.cues.within("doers", *lead)
    if any(_EACH.search(page.text, lead.start, doer.start) for doer in doers):
        return True
    measures = (t for t in within(page.terms, *segment.behind) if t.kind == "measure")
    return any(_FOR_EACH.match(page.text, segment.quantity.end, m.start) for m in measures)


def _have_done(page: Page, segment: Segment) -> bool:
    """ "Three hospitals returned VND1.1 billion", "refunded by three hospitals": some that did
    something, not all there are."""
    start, end = segment.quantity.start, segment.quantity.end
    done = page.cues.within("acts", start - _DEED_REACH, start)[-1:]
    if any(_BY.fullmatch(page.text, deed.end, start) for deed in done):
        return True
    deeds = page.cues.within("acts", end, end + _DEED_REACH)
    return bool(deeds) and not AUXILIARY.sub("", page.text[end : deeds[0].start]).strip()


def _are_checked(page: Page, segment: Segment) -> bool:
    """ "Audits of 14 hospitals", "went through the bills of 14": some, not all there are."""
    return _CHECKED.search(page.text, *segment.before) is not None


def _breaks(page: Page, start: int, end: int) -> bool:
    """Whether a clause ends between a figure and a verb behind it."""
    rule = _BREAK if within(page.terms, start, end) else _CLAUSE_END
    return rule.search(page.text, start, end) is not None


def _is_raise(page: Page, segment: Segment) -> bool:
    """ "Pensions were raised by 15 per cent": what each gets, not how many, nor how much in all."""
    raised = _RAISE.search(page.text, *segment.before) is not None
    return raised and not _OF_ALL.search(page.text, *segment.before)


def _more_others(page: Page, segment: Segment) -> bool:
    """ "40 per cent more visitors than in September": more of something else."""
    more = _MORE_NOUN.match(page.text, segment.quantity.end)
    if more is None:
        return False
    start, end = more.span("noun")
    known = page.cues.any("neutral", start, end) or more["noun"].casefold() in _PEOPLE
    return not known and not within(page.terms, start, end)


def is_out_of_range(segment: Segment, metric: str, *, named: bool) -> bool:
    """Whether a level cannot be the metric's, and so counts something else: "9 reached it", "2.6
    per cent contribute to any scheme", "2.4 visits each".

    Where its own words name the metric the report may be wrong; only a bare number and a broken one
    of what is counted one by one then are no such level.
    """
    quantity, found = segment.quantity, catalogue().metric(metric)
    broken = found.unit in _WHOLE_ONES and quantity.value % 1 != 0
    own = quantity.unit == found.unit or (quantity.is_bare and found.unit in _WHOLE_ONES)
    fitting = own and not found.plausible(quantity.value, country=True)
    many = quantity.is_bare and found.unit == "facilities" and quantity.value > found.maximum
    return broken or many or is_too_few(segment, metric) or (fitting and not named)


def is_too_few(segment: Segment, metric: str) -> bool:
    """Whether a bare number is too small to count what the metric does."""
    quantity = segment.quantity
    return quantity.is_bare and quantity.value < catalogue().metric(metric).minimum


def _is_negated(page: Page, segment: Segment) -> bool:
    """ "does not reach 47%", "21,000 people had not come back": told of what is not so."""
    before, behind = _verbs(page, segment, "negated")
    found = (cue for cue in (*before, *behind) if not is_of_debt(page, cue))  # "not paid in time"
    return any(_AFFIRMS.match(page.text, cue.end) is None for cue in found)


def _has_none(page: Page, segment: Segment) -> bool:
    """ "Workers for whom no social insurance is paid", "who have neither social nor health
    insurance": those who are in no scheme."""
    quantity = segment.quantity
    for span in (segment.before, segment.behind):
        for term in within(page.terms, *span):
            denied = _NO.search(page.text, max(0, term.start - _NO_REACH), term.start)
            ends = (term.end, span.end) if term.end <= quantity.start else (span.start, term.start)
            if term.kind == "scheme" and denied and not _CLAUSE_END.search(page.text, *ends):
                return True
    return False


def _is_undergone(page: Page, segment: Segment, unit: Unit, found: Metric) -> bool:
    """ "affected 25 per cent", "91 per cent were satisfied": people asked or hit, not insured."""
    if unit not in _COUNTED or found.measure not in ("participants", "coverage", "cards"):
        return False
    return any(_verbs(page, segment, "undergone"))


def _verbs(page: Page, segment: Segment, kind: str) -> tuple[list[Cue], list[Cue]]:
    """The cues of a kind nearest before a figure and behind it, in its own clause."""
    before, behind = [], []
    lead = segment.before
    low = max(lead.start, lead.end - _VERB_REACH)
    cues = page.cues.within(kind, low, lead.end)[-1:]
    before = [cue for cue in cues if not _BREAK.search(page.text, cue.end, lead.end)]
    tail = segment.behind
    high = min(tail.end, tail.start + _VERB_REACH)
    cues = page.cues.within(kind, tail.start, high)[:1]
    which = _WHICH.match(page.text, tail.start, high)  # "a sum which had not been paid"
    low = which.end() if which else tail.start
    behind = [cue for cue in cues if not _breaks(page, low, cue.start)]
    return before, behind
