"""The verdict on one figure of a text, by the rows of the table.

The verdicts are DESIGN's.  There is no tolerance: a figure is verified when a row of the same key
carries its value, unit and bound and the row's citation was re-read; a rounded value passes only
when the text marks it as rounded and the row lies within half of its last digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.agreement import matches_place
from assistant.evidence.selection import recency
from assistant.evidence.sources import Sources
from assistant.grounding.deriving import derive
from assistant.grounding.gate import is_cited_truly
from assistant.grounding.movement import movements
from assistant.grounding.relations import Relation, alone, relation_of
from assistant.grounding.turns import Turn, turns_of
from assistant.records import Verdict
from assistant.wording.phrases import Phrases
from assistant.wording.words import fact_words
from indexing.agreement import compatible, folded_words, last_digit, same_days
from indexing.catalogue import OTHER, catalogue
from indexing.extraction.lexicon import find_cues
from indexing.extraction.period.timespans import as_flow
from indexing.reading.folding import fold
from indexing.reading.phrases import line_of, words
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import MetricFact, Unit

_BASES = {
    "hi_coverage": "of_population",
    "si_coverage": "of_labour",
    "compulsory_si_coverage": "of_labour",
    "voluntary_si_coverage": "of_labour",
    "ui_coverage": "of_labour",
}
"""What each rate is of, where nothing else is told (METRIC_TABLE), by its words in `cues.toml`."""
_BASE_REACH = 30
_SHORT = 2
"""Words of a part's name up to this length carry no meaning."""


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
    direct = [_by_table(said, alone(said, facts), sources, phrases) for said in facts]
    rows = {id(said): found.rows[0] for said, found in zip(facts, direct, strict=True)
            if found.verdict == "verified"}  # fmt: skip
    judged = []
    for said, found in zip(facts, direct, strict=True):
        beside = [
            rows[id(fact)]
            for fact in facts
            if id(fact) in rows and fact is not said and fact.quote_start == said.quote_start
        ]
        judged.append(_by_computing(said, found, facts, beside, sources, phrases))
    for told in movements(facts):
        pair = judged[told.old], judged[told.new]
        if all(found.verdict == "verified" for found in pair):
            rise = pair[1].rows[0].value - pair[0].rows[0].value
            if rise and (rise > 0) != (told.way == "up"):
                note = phrases.say("notes", "up" if rise > 0 else "down")
                judged[told.new] = replace(pair[1], verdict="contradicted", note=note)
    return tuple(judged)


def same_key(said: MetricFact, row: MetricFact, sole: bool = False) -> bool:
    """Whether a row speaks of a text's figure: metric, aspect, place, part, period, currency.

    A comparison that the text does not spell out is taken to be the report's.  `sole`: the figure
    is the only one of its sentence.
    """
    return (
        said.metric == row.metric
        and said.aspect == row.aspect
        and matches_place(said.place, row.place)
        and _same_part(said, row, sole)
        and _base(said) in (None, _base(row) or _BASES.get(row.metric))
        and folded_words(said.subject) == folded_words(row.subject)
        and same_days(_spoken_of(said), _spoken_of(row))
        and (said.vs is None or same_days(said.vs, row.vs))
        and (said.unit == row.unit or not {said.unit, row.unit} <= {"VND", "USD"})
    )


def _spoken_of(fact: MetricFact) -> str | None:
    """A figure's days; of what adds up, "as of 25 December" is the year until then."""
    adds_up = fact.metric != OTHER and catalogue().metric(fact.metric).kind == "flow"
    return as_flow(fact.period) if adds_up and fact.period is not None else fact.period


def _same_part(said: MetricFact, row: MetricFact, sole: bool) -> bool:
    """Whether both speak of one part of the whole.

    The words of a part are the report's own; a sentence with one figure may also name them where
    its reader does not look for a part: "participants in Nghe An (the former Vinh)".
    """
    if folded_words(said.group) == folded_words(row.group):
        return True
    told, part = _content(said.group), _content(row.group)
    return sole and bool(part) and told <= part <= _content(said.quote)


def _base(fact: MetricFact) -> str | None:
    """What a percentage is told to be of, right behind it: the population or the labour force."""
    if fact.metric == OTHER or not catalogue().metric(fact.metric).is_rate:
        return None
    behind = fact.quote[fact.end - fact.quote_start :][:_BASE_REACH]
    return next(
        (cue.kind for cue in find_cues(line_of(behind)) if cue.kind in _BASES.values()), None
    )


def _content(text: str | None) -> frozenset[str]:
    """The folded words of a text that carry meaning."""
    told = [word.text for word in words(fold(text or ""))]
    return frozenset(word for word in told if len(word) > _SHORT)


def says_the_same(said: MetricFact, row: MetricFact) -> bool:
    """Whether a text's figure is what a row of its key holds: value, unit and bound.

    Rounding is marked by the text's bound and goes no further than half of its last digit, "over"
    and "under" to their own side; a bound that the report has must not be lost or turned round.
    Reports say "rose by 2 per cent" of a rate and mean points: a text may repeat that, but not put
    per cent for printed points.
    """
    told = printed_unit(said)
    if _unit(said) != _unit(row) or (told != _unit(said) and told != printed_unit(row)):
        return False
    if said.bound == row.bound:
        return said.value == row.value
    beyond = row.value - said.value
    if row.bound != "exact" or abs(beyond) > last_digit(said.value) / 2:
        return False
    return {"over": beyond > 0, "under": beyond < 0, "about": True, "exact": False}[said.bound]


def printed_unit(fact: MetricFact) -> Unit:
    """The unit in which a figure is printed; that of its row where none is."""
    begin = fact.quote_start
    told = find_quantities(fact.quote[fact.start - begin : fact.end - begin])
    return told[0].unit if told and told[0].unit != "other" else _unit(fact)


def _unit(fact: MetricFact) -> Unit:
    """The unit of a figure; a bare number counts what its metric counts."""
    bare = fact.unit == "other" and fact.metric != OTHER
    return catalogue().metric(fact.metric).unit if bare else fact.unit


def _by_table(said: MetricFact, sole: bool, sources: Sources, phrases: Phrases) -> Judgement:
    """The verdict by the rows of the figure's own key."""
    slots = [name for name in ("place", "period") if getattr(said, name) is None]
    if slots:
        names = phrases.listed([phrases.say("notes", name) for name in slots])
        return Judgement("unsupported", (), phrases.say("notes", "open", slots=names))
    keyed = [row for row in sources.rows(said.metric, None) if same_key(said, row, sole)]
    true = [row for row in keyed if is_cited_truly(row, sources.article)]
    true.sort(key=lambda row: recency(row, sources.published), reverse=True)
    supporting = [row for row in true if says_the_same(said, row)]
    if turned := _turned(said, supporting):
        return Judgement("unsupported", (), phrases.say("notes", turned))
    if supporting:
        others = [row for row in true if not compatible(supporting[0], row)]
        given = phrases.listed([fact_words(row, "", phrases) for row in others])
        note = phrases.say("notes", "another", figure=given) if others else None
        return Judgement("verified", (supporting[0], *others), note)
    if true and said.metric != OTHER:
        return Judgement("contradicted", tuple(true[:1]), _contradiction(said, true[0], phrases))
    return Judgement("unsupported", (), phrases.say("notes", "none"))


def _turned(said: MetricFact, supporting: Sequence[MetricFact]) -> Turn | None:
    """How a text turns a figure round that the reports tell as it is; None where it does not."""
    own = frozenset(turn for row in supporting[:1] for turn in turns_of(row))
    return min(turns_of(said) - own, default=None)


def _contradiction(said: MetricFact, row: MetricFact, phrases: Phrases) -> str:
    figure = fact_words(row, "", phrases)
    if said.aspect in ("change", "change_pct") and said.value == -row.value:
        return phrases.say("notes", "up" if row.value > 0 else "down")
    if said.value != row.value:
        return phrases.say("notes", "value")
    return phrases.say("notes", "unit" if said.unit != row.unit else "bound", figure=figure)


def _by_computing(
    said: MetricFact,
    found: Judgement,
    facts: Sequence[MetricFact],
    beside: Sequence[MetricFact],
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
    computed = list(derive(said, relation, beside, sources))
    for derived in computed:
        same_way = relation is not None or (said.value < 0) == (derived.fact.value < 0)
        same = says_the_same(_unsigned(said), _unsigned(derived.fact))
        if same and same_way and printed_unit(said) == derived.fact.unit:
            return Judgement("derived", derived.operands, _made_of(derived.operands, phrases))
    if computed:
        figure = fact_words(_shown(computed[0].fact), "", phrases)
        return Judgement("unsupported", (), phrases.say("notes", "computed", figure=figure))
    return Judgement("unsupported", (), phrases.say("notes", "none")) if joined else found


def _told_so(found: Judgement, relation: Relation | None, sources: Sources) -> bool:
    """Whether the report itself tells the figure as made of several."""
    row = found.rows[0]
    own = relation_of(row, sources.of_article(row.doc))
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
