"""What a text says came of a target: "exceeded its target of 95 per cent", "the plan was missed".

The words are those of `data/outcomes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from assistant.datafiles import datafile
from assistant.evidence.rows.order import last_day
from assistant.grounding.telling.clauses import clause_end
from indexing.catalogue import OTHER, catalogue
from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.reading.metric.metrics import find_metrics, find_terms
from indexing.reading.period.periods import resolve_periods
from indexing.records import MetricFact

Kind = Literal["exceeded", "met", "missed"]

_NEAR = 60
"""Most letters between the verb and the word for the target."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a text tells to have come of a target; `denied`: that it did not."""

    kind: Kind
    denied: bool = False
    so_far: bool = False
    """Whether it is told of a level as it stood, "below the target of 95": more may come."""

    @property
    def succeeded(self) -> bool:
        """Whether it is told as a success, which a level that is short belies at any time."""
        return (self.kind == "missed") == self.denied


def outcome_of(said: MetricFact, near: Sequence[MetricFact]) -> Outcome | None:
    """What is told to have come of the target that `said` is, or of one that goes unnamed beside a
    level; `near` are all figures of the sentence."""
    begin = said.quote_start
    start, end = said.start - begin, said.end - begin
    if said.aspect == "target":
        low = max((f.end - begin for f in near if f.end <= said.start), default=0)
        high = min((f.start - begin for f in near if f.start >= said.end), default=len(said.quote))
        before, behind = said.quote[low:start], said.quote[end:high]
        # "Missed the 95 per cent target": its word stands behind the figure.
        return _ahead(before) or _behind(behind) or _ahead(before + behind[:_NEAR], len(before))
    if said.aspect not in ("level", "target_pct"):
        return None
    high = min((f.start - begin for f in near if f.start >= said.end), default=len(said.quote))
    if told := _following(said.quote[end:high], said.aspect == "target_pct"):
        return told
    if said.aspect == "level":
        return _ahead(said.quote[:start] + said.quote[end:]) if len(near) == 1 else None
    # "Exceeded its plan with 5,000 people, 94 per cent of it", of one thing only.
    return (_ahead(said.quote[:start]) or _ahead(said.quote[end:])) if _of_one(near) else None


def _following(behind: str, of_plan: bool) -> Outcome | None:
    """What an aside right behind a figure tells: ", exceeding its target, and ...".

    `of_plan`: the figure has named the plan, so that it need not be named again.
    """
    aside = _aside().search(behind)
    if aside is None:
        return None
    words = aside["words"]
    return _ahead(words) or (
        (_ahead(words, plan=_listed("it")) or _behind(words)) if of_plan else None
    )


def _of_one(near: Sequence[MetricFact]) -> bool:
    """Whether a sentence tells of one metric at one place in one year."""
    sentence, day = near[0].quote, last_day(near[0]) if near[0].period else None
    told = {fact.metric for fact in near} | {mention.metric for mention in find_metrics(sentence)}
    schemes = {term.id for term in find_terms(sentence) if term.kind == "scheme"}
    years = {period.last_day.year for period in resolve_periods(sentence, day)}
    one_place = len({fact.place for fact in near}) == 1
    return len({*map(_counted, told)}) == 1 and len(schemes) <= 1 and one_place and len(years) <= 1


def _counted(metric: str) -> str:
    """What a metric counts; a coverage and its participants come to the same target."""
    if metric == OTHER:
        return metric
    measure = catalogue().metric(metric).measure
    return "participants" if measure == "coverage" else measure


def _ahead(
    words: str, last: int | None = None, plan: re.Pattern[str] | None = None
) -> Outcome | None:
    """What is told before a target is named: "exceeded its target", not "aims to have met it".

    `last`: where the verb must have ended; `plan`: the words that name the target.
    """
    for named in (plan or _plan()).finditer(words):
        verbs = list(_verb().finditer(words, 0, named.start() if last is None else last))
        if not verbs or named.start() - verbs[-1].end() > _NEAR:
            continue
        clause = clause_end().split(words[: verbs[-1].start()])[-1]
        cut = clause_end().search(words, verbs[-1].end(), named.start())
        if not cut and not _is_aim(clause):
            return _outcome(verbs[-1][0], clause)
    return None


def _behind(words: str) -> Outcome | None:
    """What is told behind a target: "... was exceeded", "... was not met"."""
    for verb in _verb().finditer(words):
        clause = words[: verb.start()]
        told = _listed("passive").search(clause) and not clause_end().search(clause)
        if told and not _is_aim(clause):
            return _outcome(verb[0], clause)
    return None


def _is_aim(clause: str) -> bool:
    """Whether a clause tells what is wanted; a month is no "may"."""
    for period in resolve_periods(clause, None):
        clause = clause[: period.start] + " " * (period.end - period.start) + clause[period.end :]
    return _listed("aimed").search(clause) is not None


def _outcome(verb: str, clause: str) -> Outcome:
    kind = cast(Kind, _kinds()[squeezed(verb.casefold())])
    denied = _listed("denied").search(clause) is not None
    return Outcome(kind, denied, _listed("so_far").fullmatch(verb) is not None)


@cache
def _words() -> dict[str, list[str]]:
    return {key: listed["words"] for key, listed in datafile("outcomes").items()}


@cache
def _aside() -> re.Pattern[str]:
    """What an aside behind a figure tells of it: ", exceeding its target"."""
    leads, verbs = ("|".join(_words()[key]) for key in ("aside_leads", "aside_verbs"))
    return re.compile(
        rf"^[^,;()]{{0,40}},\s*(?P<words>(?:(?:{leads})\s+)*(?:\w+ing|{verbs})\b[^,;()]*)",
        re.IGNORECASE,
    )


@cache
def _kinds() -> dict[str, str]:
    return lookup({kind: _words()[kind] for kind in get_args(Kind)})


@cache
def _verb() -> re.Pattern[str]:
    return _any(_kinds())


@cache
def _plan() -> re.Pattern[str]:
    plan = table("cues")["plan"]
    return _any((*plan["en"], *plan["vi"]))


@cache
def _listed(key: str) -> re.Pattern[str]:
    return _any(_words()[key])


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern(words)}", re.IGNORECASE)
