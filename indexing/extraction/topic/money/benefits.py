"""What is told beside a word for a benefit: who gets it, what is paid, or who pays in for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.topics import Topic
from indexing.reading.metric.metrics import Term
from indexing.records import CURRENCIES, SHARES, Span, Unit

_SINCE = re.compile(r",\s+(?:since|because)\s", re.IGNORECASE)
_OTHERS = re.compile(
    r"\s*(?:,\s*)?(?:and|or|and/or|plus|as\s+well\s+as|và|hoặc)\s+"
    r"(?:(?:an?|another|other|the|all|of|to|recipients|beneficiaries|those|people|on|with|drawing"
    r"|receiving|monthly|social|insurance)\s+)*(?:allowances?|benefits?|trợ\s+cấp)\b",
    re.IGNORECASE,
)
"""Behind pensions: other benefits that are told of together with them."""
_DRAWN = re.compile(
    r"(?:\s+(?:of|in)\s+(?:[^\W\d]+\s+){0,3}(?:insurance|scheme|fund))?(?:\s+(?:who|that))?(?:\s+(?:have|has|had|are|were|also|already|now))*"
    rf"\s+{any_of('payments.received')}(?P<what>(?:\s+(?!(?:for|on|about|in|to|entitling)\b)[^\W\d][\w-]*){{1,5}})",
    re.IGNORECASE,
)
"""Behind members: what they got."""
_OF_THESE = re.compile(r"\W*(?:of|among)\s+(?:these|them|those|whom)\b", re.IGNORECASE)
_REACH = 40
"""Characters between a word for paying in and the benefit that it is paid in for."""


def names_benefit(page: Page, segment: Segment) -> bool:
    """Whether benefits are told of at a figure, and not in a clause that only gives the reason."""
    end = segment.quantity.end
    leads = page.cues.any_in("benefit", segment.lead)
    behind = (cue for s in segment.tail for cue in page.cues.within("benefit", s.start, s.end))
    return leads or any(not _gives_reason(page, end, cue.start) for cue in behind)


def _gives_reason(page: Page, start: int, end: int) -> bool:
    """ "299,870, since whoever pays towards a pension also holds a card"."""
    return page.cues.any("reason", start, end) or _SINCE.search(page.text, start, end) is not None


def by_benefit(unit: Unit, measure: str | None, lead: Sequence[Term]) -> str | None:
    """What is counted beside a word for a benefit: the money that is paid, or who gets it."""
    if measure == "beneficiaries" and unit in CURRENCIES:
        return "benefits_paid"  # "benefits amounting to VND12 billion were paid"
    paid = any(term.id == "benefits_paid" for term in lead)
    if measure == "benefits_paid" and unit == "people" and paid:
        return "beneficiaries"  # "paid it to 900"
    return measure


def of_benefit(page: Page, segment: Segment, named: Topic, told: str | None) -> Topic:
    """The topic of a figure beside a word for a benefit, which tells what is left open.

    `named`: what its words name; `told`: the scheme that the text spoke of last.
    """
    scheme, measure = named
    unit = segment.quantity.unit
    if unit not in CURRENCIES and _pay_in(page, segment):
        return Topic(scheme or "si", "coverage" if unit in SHARES else "participants")
    if measure == "participants" and unit == "people" and _draw(page, segment):
        measure = "beneficiaries"
    if measure is None and (unit in CURRENCIES or unit in ("people", "other")):
        measure = "benefits_paid" if unit in CURRENCIES else "beneficiaries"
        all_kinds = unit in CURRENCIES and _of_all_kinds(page, segment)
        general = None if all_kinds and not pension_and_others(page, segment) else "si"
    elif measure == "si_allowances" and _of_jobless(page, segment):
        return Topic(scheme or "ui", measure)  # "the monthly allowance after losing their jobs"
    elif measure == "pensioners" and unit == "people" and pension_and_others(page, segment):
        return Topic(scheme or "si", "beneficiaries")
    elif named == (None, "benefits_paid") and pension_and_others(page, segment) is not None:
        return Topic("si", measure)  # "paid VND9 billion in pensions and benefits"
    elif measure == "beneficiaries":
        general = "si"
    else:
        return named
    scheme = scheme or ("ui" if _in_jobless(page, segment, told) else general)
    drawn = scheme == "si" and measure == "beneficiaries" and _is_pension(page, segment)
    return Topic(scheme, "pensioners" if drawn else measure)


def _draw(page: Page, segment: Segment) -> bool:
    """ "4,120 members drew benefits": they are paid, whoever is insured."""
    drawn = _DRAWN.match(page.text, segment.quantity.end)
    return drawn is not None and page.cues.any("benefit", drawn.start("what"), drawn.end())


def _pay_in(page: Page, segment: Segment) -> bool:
    """ "Those who save for a pension": they are members, and draw none yet."""
    for span in segment.spans:
        for cue in page.cues.within("saving", *span):
            after = page.cues.within("pension", cue.end, min(span.end, cue.end + _REACH))
            if after and not set(",;:.") & set(page.text[cue.end : after[0].start]):
                return True
    return False


def _is_pension(page: Page, segment: Segment) -> bool:
    """Whether pensions are all that is told of: "pensions and allowances" are more than that."""
    spans, cues = segment.spans, page.cues
    drawn = [pension for span in spans for pension in cues.within("pension", *span)]
    return all(
        any(pension.start <= cue.start and cue.end <= pension.end for pension in drawn)
        for span in spans
        for kind in ("benefit", "benefit_kind")
        for cue in cues.within(kind, *span)
    )


def pension_and_others(page: Page, segment: Segment) -> Span | None:
    """ "A pension or another monthly allowance", "pensioners and recipients of allowances": those
    words, which tell of more people than pensioners; None where pensions stand alone."""
    sentence = page.sentence_at(segment.quantity.start)
    start = segment.before.start
    end = max([segment.quantity.end, *(span.end for span in segment.tail)])
    for pension in page.cues.within("pension", start, end):
        beside = _OTHERS.match(page.text, pension.end, sentence.end)
        if beside is not None:
            return Span(pension.start, beside.end())
    return None


def _in_jobless(page: Page, segment: Segment, told: str | None) -> bool:
    """Whether those without work get it, or unemployment insurance is what the sentence, or else
    the text (`told`), named last: its allowances are meant."""
    if _of_jobless(page, segment):
        return True
    sentence, start = page.sentence_at(segment.quantity.start), segment.quantity.start
    if _are_some_of_jobless(page, segment, sentence.span):
        return True
    named = [t.id for t in within(page.terms, sentence.start, start) if t.kind == "scheme"]
    return (named[-1] if named else told) == "ui"


def _are_some_of_jobless(page: Page, segment: Segment, sentence: Span) -> bool:
    """ "3,410 people lost their jobs; 3,120 of them were granted a benefit"."""
    start = segment.quantity.start
    led = _OF_THESE.match(page.text, *segment.before) is not None
    if not (led or page.of_them(segment.quantity.end)):
        return False
    before = page.sentence_before(sentence.start)
    told = within(page.quantities, sentence.start, start)
    low = sentence.start if told or before is None else before.start
    return page.cues.any("jobless", low, start)


def _of_jobless(page: Page, segment: Segment) -> bool:
    printed = Span(segment.quantity.start, segment.quantity.end)
    return page.cues.any_in("jobless", (*segment.spans, printed))


def _of_all_kinds(page: Page, segment: Segment) -> bool:
    """Whether benefits are told of, and no pensions or allowances: of whichever insurance."""
    told = (cue for s in segment.spans for cue in page.cues.within("benefit", s.start, s.end))
    return all(page.text[cue.start : cue.end].casefold().startswith("benefit") for cue in told)
