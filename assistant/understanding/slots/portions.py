"""A share of a figure that a question asks to be worked out: "what is 5 per cent of it?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.query import Query
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.words.cues import Cues
from indexing.records import Language, Span

_HUNDRED = Decimal(100)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
"""How many of it make the whole, by the keys of `portion`."""
_ASKS = re.compile(
    r"\W*(?:(?:and|so|then)\s+)?(?:what|how much|how many(?:\s+[a-z]+){0,2})"
    r"(?:\s+|(?=['’]))(?:['’]?s|is|are|was|were|do|does|did|would(?:\s+(?:be|make))?|makes?)(?:\s+(?:an?|the))?\s+",
    re.IGNORECASE,
)
"""Before a share that is asked to be worked out; "what share is" asks for the share itself."""
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_VI_HEAD = re.compile(r"\W*(?:(?:vậy|thế|và|thì)\s+)?", re.IGNORECASE)
_VI_ASKS = re.compile(
    r"\b(?:là|bằng|tương đương|ra|được)\s+(?:bao nhiêu|bao nhieu|mấy)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Portion:
    """A share of a figure, in per cent, and where the words are that tell it."""

    share: Decimal
    span: Span


def asked_portion(question: str, language: Language, cues: Cues) -> Portion | None:
    """The share that is to be worked out; None where a question asks for none, or puts it forward
    as a figure: "is it 5 per cent of the plan?"."""
    head = (_VI_HEAD if language == "vi" else _ASKS).match(question)
    for portion in _shares(question, cues) if head else ():
        told, behind = portion.span, question[portion.span.end :]
        link = None if language == "vi" else _OF.match(behind)
        asks = _VI_ASKS.search(behind) if language == "vi" else link
        if head and told.start == head.end() and asks:
            end = told.end + (link.end() if link else 0)
            return Portion(portion.share, Span(told.start, end))
    return None


def _shares(question: str, cues: Cues) -> Iterator[Portion]:
    for told in put_forward(question):
        if told.unit == "percent" and told.bound == "exact":
            yield Portion(told.value, Span(told.start, told.end))
    for key, span in cues.spans_by("portion", question):
        yield Portion(_HUNDRED / _PARTS[key], span)


def with_portion(query: Query, portion: Portion, words: str) -> Query:
    """The query, which is read without the share, with it; of a list or of a change none is worked
    out, and its `words` narrow what is asked."""
    if query.operation == "value" and query.aspects == ("level",):
        manner = replace(query.manner, portion=portion.share)
        return replace(query, intent="figure", manner=manner)
    return replace(query, qualifiers=(*query.qualifiers, words))
