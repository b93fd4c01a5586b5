"""What was spent on each case: an amount shared out over the cases that it was paid for.

Which amounts may be shared out over what is told in `data/ratios.toml`; both must be of one place,
one time and one report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from assistant.datafiles import datafile
from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed_sentence, plain_number
from assistant.drafting.draft import Draft
from assistant.evidence.insisted import AVERAGE, EACH
from assistant.evidence.lookup import look_up
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Computed, Sentence
from assistant.understanding.words.cues import load_cues
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
    rough = () if _are_exact(*rows) else (Sentence(phrases.say("cautions", "rough_each")),)
    warnings = (*rough, *cautions(rows, sources, phrases))
    return Draft("answered", "table", sentences, warnings=warnings)


def _operands(query: Query, sources: Sources) -> tuple[MetricFact, MetricFact] | None:
    """The amount and the cases, where a question asks for the one by the other."""
    cues = load_cues()
    is_each = query.operation == AVERAGE or EACH in query.parts
    named = cues.hits("per_case", query.plain)
    asked = [(of, by) for of, by in _ratios().items() if of in query.metrics]
    pairs = [(of, by) for of, by in asked if catalogue().metric(by).measure in named]
    one_place = len(query.places) < 2 and len(query.periods) < 2 and not query.dollars
    if not is_each or len(pairs) != 1 or query.aspects != ("level",) or not one_place:
        return None
    known = cues.generic | cues.words_of("per_case") | cues.words_of("operation")
    known |= cues.words_of("same") | cues.stop_words
    if cues.content(" ".join(query.qualifiers)) - known or query.parts - {EACH}:
        return None
    rows = [_lead(query, metric, sources) for metric in pairs[0]]
    amount, cases = rows
    if amount is None or cases is None or amount.unit != "VND" or not cases.value:
        return None
    of_one = (amount.doc, amount.place) == (cases.doc, cases.place)
    alike = same_days(amount.period, cases.period) and amount.period is not None
    return (amount, cases) if of_one and alike and not amount.flags and not cases.flags else None


def _lead(query: Query, metric: str, sources: Sources) -> MetricFact | None:
    asked = replace(
        query, metrics=(metric,), operation="value", qualifiers=(), parts=frozenset(), claimed=(),
        words=frozenset(), readings=False,
    )  # fmt: skip
    (found, *_) = look_up(asked, sources)
    return found.facts[0] if len(found.facts) == 1 else None


def _shared_out(amount: MetricFact, cases: MetricFact) -> Computed:
    share = amount.value / cases.value
    digits = _DIGITS if _are_exact(amount, cases) else _FEW_DIGITS
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


def _are_exact(*rows: MetricFact) -> bool:
    return all(row.bound == "exact" for row in rows)


@cache
def _ratios() -> Mapping[str, str]:
    told: Mapping[str, str] = datafile("ratios")["ratios"]
    return told
