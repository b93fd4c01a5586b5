"""Several figures told one after another, a line each: what they share is said once, above them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from assistant.drafting.composing import fact_sentence, printed, template_of
from assistant.sentences import Articles, Claim, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    capitalised,
    fact_words,
    metric_words,
    part_words,
    period_words,
    place_words,
)
from indexing.catalogue import OTHER
from indexing.records import MetricFact

LEAST_LINES = 3
"""From this many figures in a row on they stand below each other; two read well in a sentence."""
_PLAIN = "level"
_ITEM = "- "


def as_lines(
    sentences: Sequence[Sentence], articles: Articles, phrases: Phrases
) -> tuple[Sentence, ...]:
    """The sentences of a draft, with runs of reported figures set as lists.

    What stands in lines already stays as it is, as do sentences that quote, count or compute.
    """
    told: list[Sentence] = []
    for is_run, group in groupby(sentences, _is_reported):
        run = tuple(group)
        if is_run and told and told[-1].stop == ":":
            announced, run = _announced(run)
            told += announced
        lines = _listed(run, articles, phrases) if is_run else ()
        if lines:
            told += _opened(lines, is_first=not told)
            continue
        if run and told and _is_line(told[-1]) and run[0].before == " ":
            run = (replace(run[0], before="\n"), *run[1:])
        told += run
    return tuple(told)


def _announced(run: Sequence[Sentence]) -> tuple[Sequence[Sentence], tuple[Sentence, ...]]:
    """What "the reports differ:" announces, all of it of one thing, and what is told behind it;
    where that does not show, it stays as it is."""
    of_one = tuple(takewhile(lambda said: _key(said) == _key(run[0]), run))
    behind = tuple(run[len(of_one) :])
    if len(of_one) == 1:
        return run, ()
    if behind:
        behind = (replace(behind[0], before="\n"), *behind[1:])
    return (tuple(map(_item, of_one)) if len(of_one) >= LEAST_LINES else of_one), behind


def _listed(run: Sequence[Sentence], articles: Articles, phrases: Phrases) -> tuple[Sentence, ...]:
    """The run as lines; empty where it is short."""
    if len(run) < LEAST_LINES:
        return ()
    return _headed(run, articles, phrases) or tuple(map(_item, run))


def _is_line(sentence: Sentence) -> bool:
    return sentence.before.startswith("\n") and not sentence.stop


def _key(sentence: Sentence) -> tuple[object, ...]:
    """What the figures of a sentence are of."""
    rows = (claim.source for claim in sentence.claims)
    return tuple((row.metric, row.aspect, row.place, row.period, row.vs) for row in rows)


def _is_reported(sentence: Sentence) -> bool:
    """Whether it only tells reported figures, and stands within a line."""
    apart = sentence.quoted or sentence.cited or sentence.before != " " or sentence.stop != "."
    figures = [claim.source for claim in sentence.claims]
    return bool(figures) and not apart and all(isinstance(one, MetricFact) for one in figures)


def _opened(lines: Sequence[Sentence], *, is_first: bool) -> Iterable[Sentence]:
    """The lines as they follow what was said before; a list that opens an answer has its sign."""
    opening, *others = lines
    if is_first and opening.before == f"\n{_ITEM}":
        return (_moved(opening, _ITEM), *others)
    return lines


def _item(sentence: Sentence) -> Sentence:
    return replace(sentence, before=f"\n{_ITEM}", stop="")


def _moved(sentence: Sentence, head: str) -> Sentence:
    """The sentence behind `head`."""
    by = len(head)
    claims = (replace(c, start=c.start + by, end=c.end + by) for c in sentence.claims)
    return replace(sentence, text=head + sentence.text, claims=tuple(claims), labels=())


def _headed(run: Sequence[Sentence], articles: Articles, phrases: Phrases) -> tuple[Sentence, ...]:
    """A heading with what all have in common, and a line a figure with the rest of it.

    Empty where a sentence says more than its row, where neither figure nor place is shared, or
    where the rest does not tell one from another.
    """
    rows = [row for said in run if (row := _plain_row(said, articles, phrases)) is not None]
    if len(rows) < len(run):
        return ()
    facets = [_facets(row, phrases) for row in rows]
    shared = [name for name in facets[0] if len({facet[name] for facet in facets}) == 1]
    rest = [[words for name, words in facet.items() if name not in shared] for facet in facets]
    if not {"figure", "place"} & set(shared) or len(set(map(tuple, rest))) < len(rows):
        return ()
    heading = Sentence(_heading(facets[0], shared, phrases), stop=":", before="\n")
    lines = (
        _line(row, *words, articles=articles, phrases=phrases)
        for row, words in zip(rows, rest, strict=True)
    )
    return (heading, *lines)


def _plain_row(said: Sentence, articles: Articles, phrases: Phrases) -> MetricFact | None:
    """The one row whose level a sentence tells, where that is all it says."""
    claim, *others = said.claims
    row = claim.source
    if others or not isinstance(row, MetricFact) or row.metric == OTHER or row.place is None:
        return None
    is_plain = row.aspect == template_of(row) == _PLAIN and row.vs is None
    return row if is_plain and said.text == fact_sentence(row, articles, phrases).text else None


def _facets(row: MetricFact, phrases: Phrases) -> Mapping[str, str]:
    """What a row is of, in the order in which it is told."""
    metric, part = metric_words(row.metric, None, phrases), part_words(row.group, phrases)
    figure = f"{metric} ({part})" if part else metric
    place, period = place_words(row.place, phrases), period_words(row.period, phrases)
    return {"figure": figure, "place": place, "period": period}


def _heading(facet: Mapping[str, str], shared: Collection[str], phrases: Phrases) -> str:
    told = facet["figure"] if "figure" in shared else facet["place"]
    if {"figure", "place"} <= set(shared):
        told = phrases.say("subjects", "whole", metric=facet["figure"], place=facet["place"])
    return capitalised(f"{told}, {facet['period']}" if "period" in shared else told)


def _line(
    row: MetricFact, name: str, *others: str, articles: Articles, phrases: Phrases
) -> Sentence:
    """What tells a row from the others and its figure; a date beside that stands behind it."""
    figure = fact_words(row, printed(row, articles), phrases)
    head = f"{_ITEM}{capitalised(name)}: "
    claim = Claim(len(head), len(head) + len(figure), row)
    return Sentence(", ".join((head + figure, *others)), (claim,), stop="", before="\n")
