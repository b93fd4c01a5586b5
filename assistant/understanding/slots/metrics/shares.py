"""A part and its whole, where a question asks for the share of the one in the other.

Which words lead to the one and to the other is told in `data/shares.toml`; what is a part of what
by the catalogue: a measure of one insurance is a part of the same measure of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from assistant.datafiles import datafile
from assistant.understanding.slots.metrics.asked import metrics_in, of_money, people_of
from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.metrics.named import BESIDE, schemes_of
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import terms_of
from indexing.catalogue import BACKGROUND, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import ADDITIVE, CURRENCIES, Span

_OF_ALL = re.compile(
    r"\bof (?:the |that |its |their )?(?:total|whole|all|sum)\b|\b(?:tổng|tong)\b", re.IGNORECASE
)
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
_LED_TO = re.compile(r"\s*(?:(?:the|all|total)\s+)*", re.IGNORECASE)
"""Between a share and its whole."""
_ALL = "all"
"""The insurances together."""
_OWED, _MEMBERS = "late_payment", "participants"
_CLAUSE = re.compile(r"[,;?]")


def is_part(part: str, whole: str) -> bool:
    """Whether what one metric counts is counted by another one too, by their ids: the members of
    one kind of an insurance among those of all of it, each of its measures among that of all."""
    one, other = catalogue().metric(part), catalogue().metric(whole)
    if part == whole or one.measure != other.measure or not (one.schemes and other.schemes):
        return False
    return other.schemes[0] == _ALL or one.schemes[0].endswith(f"_{other.schemes[0]}")


def asks_share(question: str) -> bool:
    """Whether a share of something is asked for, and not how many times as much something is."""
    return any(_words()[key].search(question) for key in ("asked", "rate"))


def share_of_named(question: str, cues: Cues) -> Metrics | None:
    """A part and its whole that a question names, where the share of the one in the other is asked
    for: "what part of the payouts went on treatment?"; so of two amounts of which neither is part
    of the other, that it may be said.  None where no such two are named."""
    found = [(_pair(part, whole, cues), sure) for part, whole, sure in _sides(question)]
    pairs = [(pair, sure) for pair, sure in found if pair]
    turned = [pair[::-1] for pair, _ in pairs]  # "the share of the voluntary in all members"
    told = [pair for pair, _ in pairs if is_part(*pair)]
    told = told or [pair for pair in turned if is_part(*pair)] or [p for p, sure in pairs if sure]
    return Metrics(told[0]) if told else None


def _sides(question: str) -> Iterator[tuple[str, str, bool]]:
    """The words that may name the part, those that may name the whole, and whether a word leads
    to that."""
    told = _words()
    for asked in told["asked"].finditer(question):
        before, behind = question[: asked.start()], question[asked.end() :]
        lead = told["of"].match(behind)
        behind = behind[lead.end() if lead else 0 :]
        for link in told["link"].finditer(behind):
            yield f"{before} {behind[link.end() :]}", behind[: link.start()], bool(lead)
        yield before, behind, bool(lead)
    for out in told["out_of"].finditer(question) if asks_share(question) else ():
        end = _CLAUSE.search(question, out.end())
        ends = end.start() if end else len(question)
        again = told["asked"].search(question, out.end(), ends)
        ends = again.start() if again else ends
        yield f"{question[: out.start()]} {question[ends:]}", question[out.end() : ends], True


def _pair(part: str, whole: str, cues: Cues) -> tuple[str, str] | None:
    of_what = _whole(whole, cues)
    one = part_named(part, of_what, cues) if of_what else None
    if one is None or of_what is None or one == of_what or BACKGROUND & {one, of_what}:
        return None
    metrics = [catalogue().metric(name) for name in (one, of_what)]
    if {metric.unit for metric in metrics} != {metrics[0].unit} or metrics[0].unit not in ADDITIVE:
        return None
    # How much of what is due is owed is a rate of its own.
    return None if metrics[0].measure.startswith(_OWED) else (one, of_what)


def _whole(words: str, cues: Cues) -> str | None:
    """The metric of which a share is asked for; of members of no insurance that is named those of
    all.  A share of the people is a coverage."""
    if cues.hits("base", words):
        return None
    schemes = [term.id for term in schemes_of(words)]
    asked = metrics_in(words, cues)
    names = tuple(dict.fromkeys(map(people_of, asked.names)))
    if len(names) == 1:
        return names[0]
    measures = {catalogue().metric(name).measure for name in names}
    if not names and len(schemes) == 1:  # "of those covered by all schemes"
        told = {term.id for term in terms_of(words) if term.kind == "measure"}
        return metric_for(schemes[0], _MEMBERS) if told <= {_MEMBERS, "coverage"} else None
    is_open = asked.readings and not schemes and len(measures) == 1
    return metric_for(_ALL, measures.pop()) if is_open else None


def part_named(words: str, whole: str, cues: Cues) -> str | None:
    """The metric that is to be a part of another: the one that is named, else that of the one
    insurance that is named, as the whole is measured."""
    known = catalogue().metric(whole)
    is_money = known.unit in CURRENCIES
    asked = map(of_money if is_money else people_of, metrics_in(words, cues).names)
    names = tuple(dict.fromkeys(asked))
    if len(names) == 1 and catalogue().metric(names[0]).unit == known.unit:
        return names[0]
    terms = schemes_of(words)
    outside = blanked(words, (Span(term.start, term.end) for term in terms), " ")
    schemes = {*(term.id for term in terms), *cues.hits("scheme", outside)}
    is_other = len(names) == 1 and not is_money  # "members who had visits"
    return metric_for(schemes.pop(), known.measure) if len(schemes) == 1 and not is_other else None


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    told = {key: "|".join(listed) for key, listed in datafile("shares")["share"].items()}
    return {
        "asked": re.compile(rf"\b(?:{told['asked']})(?!\w)", re.IGNORECASE),
        "rate": re.compile(rf"\b(?:{told['rate']})\b", re.IGNORECASE),
        "of": re.compile(rf"\s*(?:{told['of']})\b", re.IGNORECASE),
        "out_of": re.compile(rf"\b(?:{told['out_of']})\b", re.IGNORECASE),
        "link": re.compile(rf"\b(?:{told['link']})\b", re.IGNORECASE),
    }


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


def asks_share_of_country(question: str, cues: Cues) -> bool:
    """Whether the whole of which a share is asked for is that of the country, which only an
    adjective tells: "what part of national collection", "of the national debt, what share is"."""
    shares = [Span(*found.span()) for found in _SHARE.finditer(question)]
    shares += cues.spans("share_of", question)
    country = (span for key, span in cues.spans_by("about", question) if key == "country")
    return any(
        share.start < one.start < share.end  # "of the national debt, what share"
        or _LED_TO.fullmatch(question, share.end, one.start) is not None
        for one in country
        for share in shares
    )


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
