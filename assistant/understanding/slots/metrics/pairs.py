"""Two metrics of one question: held against each other, or a part and its whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, permutations

from assistant.understanding.slots.metrics.asked import metrics_in
from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.metrics.named import BESIDE, schemes_of
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.operations import EITHER
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import terms_of
from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import ADDITIVE, Span

_THAN = re.compile(r"\bthan\b|\bhơn so với\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\bof (?:the |that |its |their )?(?:total|whole|all|sum)\b|\b(?:tổng|tong)\b", re.IGNORECASE
)
_TWO = 2
_NO_SHARE = (
    r"(?!(?:number|amount|sum|total|rate|level|figure|kind|type|sort|value|size|volume|increase|rise"
    r"|growth|decrease|fall|drop|change|group|year|month|quarter|day|one|ones|two)\b)"
)
_SHARE = re.compile(
    rf"\b(?:what|which|how (?:large|big|great|small|high) an?)\s+{_NO_SHARE}[a-z]+\s+of\b"
    rf"|(?:^|[.!?]\s)\W*(?:out )?of\b[^,?]*,\s*(?P<behind>(?:what|how (?:large|big|great) an?)"
    rf"\s+{_NO_SHARE}[a-z]+)\s+(?:is|are|was|were|comes?|came|lives?|works?|belongs?|did|does|do)\b",
    re.IGNORECASE,
)
"""Of a whole of which another thing that is named is a part: whatever noun stands there is its
share, "what slice of", "of all that came in, what portion was"."""


def compared_metrics(question: str, metrics: Metrics, cues: Cues) -> Metrics | None:
    """The metrics that are held against each other: "how many more compulsory than voluntary".

    None where it is one metric that is compared in time or place.
    """
    than = _THAN.search(question)
    if than is None or metrics.readings or len(metrics.names) < _TWO:
        return None
    sides = (question[: than.start()], question[than.end() :])
    named = [{*(term.id for term in schemes_of(s)), *cues.hits("scheme", s)} for s in sides]
    if not all(named) or named[0] == named[1]:
        return None
    # What two others are kinds of only says where they belong.
    kinds = [sum(other.endswith(f"_{name}") for other in metrics.names) for name in metrics.names]
    names = zip(metrics.names, kinds, strict=True)
    return Metrics(tuple(name for name, count in names if count < _TWO))


def more_of_either(question: str, metrics: Metrics, cues: Cues) -> bool:
    """Whether it is asked of which of two insurances there is more: "more compulsory members or
    voluntary ones?"; not which of them grew more."""
    moved = {"up", "down"} & set(cues.hits("verdict", question))
    either = EITHER.search(question)
    if not either or moved or metrics.readings or len(metrics.names) != _TWO:
        return False
    sides = (question[: either.start()], question[either.end() :])
    named = [{*(term.id for term in schemes_of(s)), *cues.hits("scheme", s)} for s in sides]
    return all(named) and named[0] != named[1] and bool(cues.hits("degree", question))


def shared_metrics(question: str, cues: Cues) -> Metrics | None:
    """A part and its whole, where the share of the one in the other is asked for: "what share of
    the SI participants are voluntary?".  None where no two insurances are such."""
    asks = "coverage" in cues.hits("measure", question) or cues.hits("share_of", question)
    if not asks or cues.hits("base", question):
        return None
    terms = schemes_of(question)
    outside = blanked(question, (Span(term.start, term.end) for term in terms), " ")
    schemes = dict.fromkeys((*(term.id for term in terms), *cues.hits("scheme", outside)))
    measures = [term.id for term in terms_of(question) if term.kind == "measure"]
    measures = [m for m in (*measures, *cues.hits("alone", question)) if m != "coverage"]
    for part, whole in permutations(schemes, 2):
        names = [metric_for(s, m) for m in measures[:1] for s in (part, whole)]
        if part.endswith(f"_{whole}") and all(names):
            return Metrics(tuple(name for name in names if name))
    return None


def shared_out(question: str, places: Sequence[Span], cues: Cues) -> Metrics | None:
    """The number or the amount of which the share of one place in another is asked for: "what share
    of the country's members live in Hue?"; None where no share of it is asked for.

    `places`: where the two are named.  Beside each other both are asked of.
    """
    asks = _SHARE.search(question)
    if not (asks or cues.hits("share_of", question)) or cues.hits("base", question):
        return None
    told_first = bool(asks and asks["behind"])  # "of Hanoi's debts in 2023, what share is ...?"
    if not told_first and any(
        BESIDE.search(question, one.end, two.start) for one, two in pairwise(places)
    ):
        return None
    metrics = _without_share(question, cues)
    units = {catalogue().metric(name).unit for name in metrics.names}
    return metrics if len(metrics.names) == 1 and units <= set(ADDITIVE) else None


def _without_share(question: str, cues: Cues) -> Metrics:
    """What a question names beside the words by which it asks for a share of it."""
    rates = [span for key, span in cues.spans_by("measure", question) if key == "coverage"]
    shares = [Span(*m.span("behind" if m["behind"] else 0)) for m in _SHARE.finditer(question)]
    shares += cues.spans("share_of", question)
    return metrics_in(blanked(question, (*shares, *rates), " "), cues)


def part_of_total(question: str, metrics: Metrics, cues: Cues) -> Metrics | None:
    """A part and its whole, where only the part is named as one of "the total"; `metrics`: those
    that the question names.  None where there are several, or no whole is known."""
    if not cues.hits("share_of", question):
        return None
    names = metrics.names or _without_share(question, cues).names
    return share_of_whole(question, names[0], cues) if len(names) == 1 else None


def share_of_whole(question: str, metric: str, cues: Cues) -> Metrics | None:
    """`metric` and the one of which it is a part, where its share of "the total" is asked for; None
    where the catalogue knows of no whole that it belongs to."""
    asks = "coverage" in cues.hits("measure", question) or cues.hits("share_of", question)
    if not asks or cues.hits("base", question) or not _OF_ALL.search(question):
        return None
    part = catalogue().metric(metric)
    scheme = next(iter(part.schemes), "")
    kind, _, of_kind = scheme.rpartition("_")
    if not kind and part.unit != "VND":
        return None
    whole = metric_for(of_kind if kind else "all", part.measure)
    return Metrics((metric, whole)) if whole and whole != metric else None
