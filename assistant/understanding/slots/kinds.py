"""Which kind of thing is to be put in order: provinces, districts, hospitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.query import Kind
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.slots.narrowing.qualifiers import blanked, meet
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, spans_of
from indexing.catalogue import catalogue
from indexing.records import Span

End = Literal["highest", "lowest"]
"""Which end of an order is asked for."""

_BEFORE = re.compile(
    r"\b(?:which|what|where|who|each|every|any|among|per|by|rank|list|name|top)((?:\s+[\w'’]+){0,3})\s+$",
    re.IGNORECASE,
)
"""Before a kind that is asked for: "which of the big hospitals"."""
_BEHIND = re.compile(r"(?:\s+\w+)?\s+(?:nào|nao)\b", re.IGNORECASE)
"""Behind it in Vietnamese: "bệnh viện công nào"."""

_MOST = re.compile(r"(?<!\bbao )\b(?=(\w+)(?:\s+\w+){1,8}?\s+(?:nhất|nhat)\b)", re.IGNORECASE)
"""Before each word that may begin a Vietnamese superlative with what is counted in it: "nhiều lượt
khám nhất"."""


def asked_kind(question: str, cues: Cues) -> Kind | None:
    """The kind of thing that is asked for by name, with where the question names it: the first one
    that a question word goes with.

    "Which province has the most hospitals?" asks for provinces.
    """
    kinds = cues.spans_by("kinds", question)
    told = spans_of((*schemes_of(question), *places_of(question))) if kinds else []
    for key, span in kinds:
        apart = not any(meet(span, other) for other in told)
        asked = _asked(question, span, cues) if apart else None
        if asked:
            return Kind(key, question[span.start : span.end].lower(), asked)
    return None


def _asked(question: str, span: Span, cues: Cues) -> Span | None:
    """Where a kind is asked for, a question word behind it included; None where it is not."""
    if behind := _BEHIND.match(question, span.end):
        return Span(span.start, behind.end())
    head = question[: span.start]
    # "Which of the two Can Tho wards"
    before = _BEFORE.search(blanked(head, spans_of(places_of(head)), " "))
    if before is None or "number" in cues.hits("counting", before[1]):
        return None  # "by the number of hospitals" puts others in order
    return span if "asks" not in cues.hits("verdict", before[1]) else None


def ends_of_order(question: str, metrics: Sequence[str], cues: Cues) -> frozenset[End]:
    """Which ends of an order by `metrics` a question asks for.

    The best have the most of a thing and the worst the least; of what is owed it is the other way
    round.
    """
    owed = any(catalogue().metric(m).measure.startswith("late_payment") for m in metrics)
    good: tuple[End, End] = ("lowest", "highest") if owed else ("highest", "lowest")
    told: dict[str, End] = {
        "best": good[0], "worst": good[1],
        "highest": "highest", "farthest": "highest", "lowest": "lowest", "from_below": "lowest",
    }  # fmt: skip
    ends = {told[key] for key in cues.hits("order", question)}
    if asks_which_is_nearer(question, cues):
        ends.add("lowest" if "farther" in cues.hits("degree", question) else "highest")
    return frozenset(ends | ({end} if (end := leading(question, cues)) else set()))


def asks_which_is_nearer(question: str, cues: Cues) -> bool:
    """Whether it asks which of some places has come nearer to its target: they are put in the order
    of what they have reached of it."""
    near = {"nearer", "farther"} & set(cues.hits("degree", question))
    of_target = {"target", "target_pct", "wanted"} & set(cues.hits("aspect", question))
    return bool(near and of_target and asked_kind(question, cues))


def leading(question: str, cues: Cues) -> End | None:
    """Which end of an order is asked for, not by one superlative: "which province leads in
    coverage?", "tỉnh nào có ít người tham gia nhất?".

    Who "leads" an agency, and what "lags behind its target", has no place in an order.
    """
    kind = asked_kind(question, cues)
    if "asks" in cues.hits("dealing", question):  # "what happens to firms that fall behind?"
        return None
    if kind is None or {"target", "target_pct"} & set(cues.hits("aspect", question)):
        return None
    apart = (f"{told[1]} nhất" for told in _MOST.finditer(question))
    ends = [key for said in apart for key in cues.hits("order", said)]
    verbs = (key for key, span in cues.spans_by("lead", question) if span.start >= kind.span.end)
    ends += ["highest" if verb == "ahead" else "lowest" for verb in verbs]
    return None if not ends else "highest" if ends[0] == "highest" else "lowest"
