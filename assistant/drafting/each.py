"""What was spent on each case: an amount shared out over the cases that it was paid for.

Which amounts may be shared out over what is told in `data/ratios.toml`; both must be of one place,
one time and one report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from assistant.datafiles import datafile
from assistant.drafting.cautions import cautions, roughly
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed_sentence
from assistant.drafting.draft import Draft
from assistant.drafting.shares import are_exact
from assistant.drafting.workings import plain_number
from assistant.evidence.insisted import AVERAGE, EACH
from assistant.evidence.lookup import look_up
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Computed
from assistant.understanding.slots.metrics.shares import is_part
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import Cues, load_cues
from assistant.wording.phrases import Phrases
from indexing.agreement import same_days
from indexing.catalogue import OTHER, catalogue
from indexing.records import MetricFact

_DIGITS, _FEW_DIGITS = 3, 2
"""Significant digits of what is computed: of exact figures, and of such as are told as "over"."""


def each_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """What was spent on each case, with the two figures that it is computed from; None where that
    is not asked, makes no sense, or is not held of one report."""
    rows = _operands(query, sources)
    if rows is None:
        return None
    told = _shared_out(*rows)
    sentences = (
        *(fact_sentence(row, sources.article, phrases) for row in rows),
        computed_sentence(f"each_{rows[1].unit}", told, phrases),
    )
    warnings = (*roughly(rows, phrases), *cautions(rows, sources, phrases))
    return Draft("answered", "table", sentences, warnings=warnings)


def _operands(query: Query, sources: Sources) -> tuple[MetricFact, MetricFact] | None:
    """The amount and the cases, where a question asks for the one by the other."""
    cues = load_cues()
    is_each = query.operation == AVERAGE or EACH in query.parts
    named = cues.hits("per_case", query.plain)
    asked = [(of, by) for of, by in _ratios().items() if _is_asked(of, by, query.metrics)]
    pairs = [(of, by) for of, by in asked if catalogue().metric(by).measure in named]
    one_place = len(query.places) < 2 and len(query.periods) < 2 and not query.manner.dollars
    if not is_each or len(pairs) != 1 or query.aspects != ("level",) or not one_place:
        return None
    amount, cases = (_lead(_of_part(query, cues), metric, sources) for metric in pairs[0])
    if amount is None or cases is None or amount.unit != "VND" or not cases.value:
        return None
    of_one = (amount.doc, amount.place, amount.group) == (cases.doc, cases.place, cases.group)
    alike = same_days(amount.period, cases.period) and amount.period is not None
    return (amount, cases) if of_one and alike and not amount.flags and not cases.flags else None


def _is_asked(amount: str, cases: str, metrics: Sequence[str]) -> bool:
    """Whether an amount is asked for: by its own name, or as what was paid of all to the cases that
    are named."""
    return amount in metrics or (cases in metrics and any(is_part(amount, m) for m in metrics))


def _lead(query: Query, metric: str, sources: Sources) -> MetricFact | None:
    (found, *_) = look_up(replace(query, metrics=(metric,)), sources)
    return found.facts[0] if len(found.facts) == 1 else None


def _of_part(query: Query, cues: Cues) -> Query:
    """The query for the figures that are shared out: of a part of the whole where it names one,
    "each sickness beneficiary", and without the words that ask for a share of it."""
    told = ("per_case", "operation", "mean")
    known = cues.generic.union(cues.stop_words, *map(cues.words_of, told))
    left = {word: cues.content(_without_each(word, cues)) - known for word in query.qualifiers}
    own = tuple(word for word, content in left.items() if content)
    return replace(
        query, operation="value", qualifiers=own, parts=query.parts - {EACH}, claimed=(),
        words=cues.content(" ".join(own)), readings=False,
    )  # fmt: skip


def _without_each(words: str, cues: Cues) -> str:
    return blanked(words, (at for key, at in cues.spans_by("same", words) if key == EACH), " ")


def _shared_out(amount: MetricFact, cases: MetricFact) -> Computed:
    share = amount.value / cases.value
    digits = _DIGITS if are_exact((amount, cases)) else _FEW_DIGITS
    last = Decimal(1).scaleb(share.adjusted() - digits + 1)
    return Computed(
        metric=OTHER,
        aspect="level",
        place=amount.place,
        value=share.quantize(last, ROUND_HALF_UP) * 1,
        unit=amount.unit,
        period=amount.period,
        vs=None,
        operands=(amount, cases),
        note=f"{plain_number(amount.value)} / {plain_number(cases.value)}",
        bound="about",
    )


@cache
def _ratios() -> Mapping[str, str]:
    told: Mapping[str, str] = datafile("ratios")["ratios"]
    return told
