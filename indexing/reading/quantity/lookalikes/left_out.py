"""Numbers in digits that are no quantities, each with what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexing.reading.period.periods import sighted
from indexing.reading.quantity.lookalikes.codes import codes
from indexing.reading.quantity.lookalikes.labels import labels
from indexing.reading.quantity.lookalikes.masks import Masked, blank
from indexing.records import Quantity, Span

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)\b")
_SCORE = re.compile(r"[0-9]{1,3}-[0-9]{1,3}(?![\w-])")
_CODE = re.compile(r"[\w./-]*[0-9][\w/-]*")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number that makes no quantity: `text[start:end]`, with what it belongs to."""

    start: int
    end: int
    kind: str | None
    """What it is ("date", "number of a document"); None where the readers cannot tell."""


def numbers_left_out(text: str, quantities: Sequence[Quantity]) -> list[LeftOut]:
    """Every number in digits of `text` outside `quantities`, in order, none overlapping."""
    told = sighted(text)
    view = told.view
    held = codes(view)
    held += [Masked(*span, "date or span of time") for span in told.spans]
    held += labels(view, blank(told.seen, told.spans))
    found: list[LeftOut] = []
    taken = [Span(q.start, q.end) for q in quantities]
    for match in _NUMBER.finditer(view.seen):
        # Where a quantity is part of what the number belongs to, the number stands for itself.
        for start, end, kind in (_whole(view.seen, match, held), (*match.span(), None)):
            first, last = view.original(start, end)
            if not any(s.start < last and first < s.end for s in taken):
                taken.append(Span(first, last))
                found.append(LeftOut(first, last, kind))
                break
    return found


def _whole(seen: str, number: re.Match[str], held: Sequence[Masked]) -> tuple[int, int, str | None]:
    """What a number is part of: its extent and its kind."""
    for mask in held:
        if mask.start <= number.start() < mask.end:
            return mask.start, max(mask.end, number.end()), mask.kind
    for rule, kind in ((_ORDINAL, "ordinal"), (_SCORE, "score or vote")):
        if match := rule.match(seen, number.start()):
            return match.start(), match.end(), kind
    start = number.start()
    while start and (seen[start - 1].isalnum() or seen[start - 1] in "-./"):
        start -= 1
    code = _CODE.match(seen, start)
    if code and any(char.isalpha() for char in code[0]):
        return code.start(), code.end(), "code"
    return number.start(), number.end(), None
