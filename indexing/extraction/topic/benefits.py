"""Words for benefits, which tell what is counted beside them, and of which insurance it is."""

from __future__ import annotations

from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topic.topics import Topic
from indexing.records import CURRENCIES, Quantity


def names_benefit(page: Page, segment: Segment) -> bool:
    """Whether benefits are told of at a figure, and not in a clause that only gives the reason."""
    end = segment.quantity.end
    leads = page.cues.any_in("benefit", segment.lead)
    behind = (cue for s in segment.tail for cue in page.cues.within("benefit", s.start, s.end))
    return leads or any(not page.cues.any("reason", end, cue.start) for cue in behind)


def of_benefit(
    page: Page, segment: Segment, scheme: str | None, measure: str | None, told: str | None
) -> Topic:
    """The topic of a figure beside a word for a benefit, which tells what is left open."""
    quantity = segment.quantity
    money = quantity.unit in CURRENCIES
    if measure is None and (money or quantity.unit in ("people", "other")):
        general = None if money and _of_all_kinds(page, segment) else "si"
        measure = "benefits_paid" if money else "beneficiaries"
    elif measure == "beneficiaries":
        general = "si"
    else:
        return Topic(scheme, measure)
    return Topic(scheme or ("ui" if _in_jobless(page, quantity, told) else general), measure)


def _in_jobless(page: Page, quantity: Quantity, told: str | None) -> bool:
    """Whether unemployment insurance is what the sentence, or else the text (`told`), named last:
    its allowances are meant."""
    sentence = page.sentence_at(quantity.start)
    named = [t.id for t in within(page.terms, sentence.start, quantity.start) if t.kind == "scheme"]
    return (named[-1] if named else told) == "ui"


def _of_all_kinds(page: Page, segment: Segment) -> bool:
    """Whether benefits are told of, and no pensions or allowances: of whichever insurance."""
    told = (cue for s in segment.spans for cue in page.cues.within("benefit", s.start, s.end))
    return all(page.text[cue.start : cue.end].casefold().startswith("benefit") for cue in told)
