"""The verdict on one figure of a text, by the rows of the table.

A figure is verified when a row of the same key says the same and the row's citation was re-read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.evidence.rows.order import recency
from assistant.evidence.sources import Sources
from assistant.grounding.attempts import bears_out, stands_so
from assistant.grounding.deriving import Derived, derive
from assistant.grounding.gate import is_cited_truly
from assistant.grounding.matching import printed_unit, same_key, says_the_same
from assistant.grounding.nearest import nearest
from assistant.grounding.telling.contrasts import Contrast, belies, contrasts, side_told
from assistant.grounding.telling.movement import belied_way, movements
from assistant.grounding.telling.outcomes import Outcome, outcome_of
from assistant.grounding.telling.relations import Relation, alone, relation_of
from assistant.grounding.telling.turns import BESIDE, turns_of
from assistant.records import Verdict
from assistant.wording.phrases import Phrases
from assistant.wording.words import fact_words
from indexing.agreement import compatible
from indexing.catalogue import OTHER
from indexing.records import CHANGES, SHARES, MetricFact


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the rows that support or contradict it, and what the reader should know."""

    verdict: Verdict
    rows: tuple[MetricFact, ...] = ()
    note: str | None = None


def judge_all(
    facts: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> tuple[Judgement, ...]:
    """The verdict on each figure of a text, in their order."""
    judged: list[Judgement] = []
    for _, sentence in groupby(facts, key=lambda fact: fact.quote_start):
        judged += _judge_sentence(tuple(sentence), sources, phrases)
    told_ways = movements(facts)
    paired = {told.new for told in told_ways}
    for at, said in enumerate(facts):
        if at not in paired:
            judged[at] = _by_way(said, judged[at], sources, phrases)
    for told in told_ways:
        pair = judged[told.old], judged[told.new]
        if all(found.verdict == "verified" for found in pair):
            rise = pair[1].rows[0].value - pair[0].rows[0].value
            if rise and (rise > 0) != (told.way == "up"):
                note = phrases.say("notes", "up" if rise > 0 else "down")
                judged[told.new] = replace(pair[1], verdict="contradicted", note=note)
    for held in contrasts(facts):
        one = None if held.one is None else judged[held.one]
        judged[held.mark] = _by_contrast(held, one, judged[held.mark], sources, phrases)
    return tuple(judged)


def _by_contrast(
    held: Contrast, one: Judgement | None, mark: Judgement, sources: Sources, phrases: Phrases
) -> Judgement:
    """The verdict on a level after what the text holds against it was compared with it."""
    if mark.verdict != "verified":
        return mark
    row = mark.rows[0]
    if one is None:
        own = side_told(row, [row, *sources.told_with(row)]) == held.side
        return mark if own else Judgement("unsupported", (), phrases.say("notes", "contrast"))
    if one.verdict != "verified" or not belies(held.side, one.rows[0], row):
        return mark
    figure = fact_words(one.rows[0], "", phrases)
    note = phrases.say("notes", f"not_{held.side}", figure=figure)
    return replace(mark, verdict="contradicted", rows=(row, one.rows[0]), note=note)


def _by_way(said: MetricFact, found: Judgement, sources: Sources, phrases: Phrases) -> Judgement:
    """The verdict after the way to a level, "fell to", was held against what the reports tell."""
    if found.verdict != "verified":
        return found
    way = belied_way(said, found.rows[0], sources.rows(said.metric, said.place))
    return Judgement("unsupported", (), phrases.say("notes", way)) if way else found


def _judge_sentence(
    facts: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> Iterator[Judgement]:
    """The verdicts on the figures of one sentence: by the table, then by computing."""
    direct = [
        _by_outcome(
            said, _by_table(said, alone(said, facts), sources, phrases), facts, sources, phrases
        )
        for said in facts
    ]
    for number, (said, found) in enumerate(zip(facts, direct, strict=True)):
        others = (*direct[:number], *direct[number + 1 :])
        verified = [other.rows[0] for other in others if other.verdict == "verified"]
        yield _by_computing(said, found, facts, verified, sources, phrases)


def _by_table(said: MetricFact, sole: bool, sources: Sources, phrases: Phrases) -> Judgement:
    """The verdict by the rows of the figure's own key."""
    slots = [name for name in ("place", "period") if getattr(said, name) is None]
    if slots:
        names = phrases.listed([phrases.say("notes", name) for name in slots])
        return Judgement("unsupported", (), phrases.say("notes", "open", slots=names))
    keyed = [row for row in sources.rows(said.metric, said.place) if same_key(said, row, sole)]
    true = [row for row in keyed if is_cited_truly(row, sources.article)]
    true.sort(key=lambda row: recency(row, sources.published), reverse=True)
    same = [row for row in true if says_the_same(said, row)]
    supporting = [row for row in same if turns_of(said) <= turns_of(row)]
    if supporting:
        others = [row for row in true if not compatible(supporting[0], row)]
        given = phrases.listed([fact_words(row, "", phrases) for row in others])
        note = phrases.say("notes", "another", figure=given) if others else None
        return Judgement("verified", (supporting[0], *others), note)
    turned = min(turns_of(said) - (frozenset() if same else BESIDE), default=None)
    if true and turned is None and said.metric != OTHER:
        return Judgement("contradicted", tuple(true[:1]), _contradiction(said, true[0], phrases))
    note = phrases.say("notes", turned) if turned else nearest(said, sources, phrases)
    return Judgement("unsupported", (), note or phrases.say("notes", "none"))


def _by_outcome(
    said: MetricFact,
    found: Judgement,
    facts: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
) -> Judgement:
    """The verdict after what is told to have come of a target was held against the reports.

    A target that is told to be met, and that no report shows to be, is not borne out; what was
    reached stands by itself.
    """
    told = outcome_of(said, facts) if found.verdict == "verified" else None
    if told is None or _told_by(found.rows[0], sources) == told:
        return found
    if stands_so(said, told, facts):
        return found
    shown = bears_out(found.rows[0] if said.aspect == "target_pct" else said, told, sources)
    if shown is None:
        if said.aspect != "target":
            return found
        return Judgement("unsupported", (), phrases.say("notes", "outcome"))
    holds, against = shown
    rows = tuple(dict.fromkeys((*found.rows, against)))
    if holds:
        return replace(found, rows=rows)
    key = "aimed_at" if against.aspect == "target" else "came_to"
    note = phrases.say("notes", key, figure=fact_words(against, "", phrases))
    return Judgement("contradicted", rows, note)


def _told_by(row: MetricFact, sources: Sources) -> Outcome | None:
    """What the report itself tells to have come of a target."""
    return outcome_of(row, [row, *sources.told_with(row)])


def _contradiction(said: MetricFact, row: MetricFact, phrases: Phrases) -> str | None:
    """What is amiss besides the value, which the report's own stands beside."""
    if said.aspect in CHANGES and said.value == -row.value:
        return phrases.say("notes", "up" if row.value > 0 else "down")
    if said.value != row.value:
        return None
    return phrases.say("notes", "unit" if said.unit != row.unit else "bound")


def _by_computing(
    said: MetricFact,
    found: Judgement,
    facts: Sequence[MetricFact],
    others: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
) -> Judgement:
    """The verdict after what the sentence makes of several figures was computed.

    A sentence that joins several and tells one figure is not verified by the row of one of them.
    """
    relation = relation_of(said, facts)
    joined = relation is not None and relation.joins and alone(said, facts)
    if found.verdict == "verified" and not (joined and not _told_so(found, relation, sources)):
        return found
    if said.period is None or (relation is None and found.verdict == "contradicted"):
        return found
    if turns_of(said):
        return found
    computed = list(derive(said, relation, others, sources))
    for derived in computed:
        same_way = relation is not None or (said.value < 0) == (derived.fact.value < 0)
        same = says_the_same(_unsigned(said), _unsigned(derived.fact))
        if same and same_way and _is_printed_in_its_unit(said, derived):
            return Judgement("derived", derived.operands, _made_of(derived.operands, phrases))
    if computed:
        figure = fact_words(_shown(computed[0].fact), "", phrases)
        return Judgement("unsupported", (), phrases.say("notes", "computed", figure=figure))
    return Judgement("unsupported", (), phrases.say("notes", "none")) if joined else found


def _is_printed_in_its_unit(said: MetricFact, derived: Derived) -> bool:
    """Whether a figure is printed in the unit of a computed one; of a plan per cent are points."""
    told, of_plan = printed_unit(said), derived.operands[0].aspect == "target_pct"
    return told == derived.fact.unit or (of_plan and told in SHARES)


def _told_so(found: Judgement, relation: Relation | None, sources: Sources) -> bool:
    """Whether the report itself tells the figure as made of several."""
    row = found.rows[0]
    told = sources.of_article(row.doc)
    own = relation_of(row, [one for one in told if one.quote_start == row.quote_start])
    return own is not None and relation is not None and own == relation


def _unsigned(fact: MetricFact) -> MetricFact:
    return replace(fact, value=abs(fact.value))


def _shown(fact: MetricFact) -> MetricFact:
    """A computed figure as a note tells it, marked where its digits had to end."""
    shown = round(fact.value, 2) if fact.value.as_tuple().exponent < -2 else fact.value  # type: ignore[operator]
    return fact if shown == fact.value else replace(fact, value=shown, bound="about")


def _made_of(operands: Sequence[MetricFact], phrases: Phrases) -> str:
    figures = phrases.listed([fact_words(row, "", phrases) for row in operands])
    return phrases.say("notes", "made_of", figures=figures)
