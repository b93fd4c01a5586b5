"""A question for each labelled figure, in English and Vietnamese by turns.

Asked is what has one right answer in one report: a level of the whole, of a metric of the
catalogue, with place and period, where no other label would answer the same words with another
value or out of another report.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from assistant.wording.phrases import load_phrases
from assistant.wording.words import capitalised, metric_words, period_words, place_words
from evals.records import ExpectedFigure, Sample, Source
from evals.scorers.extraction import occurrences
from evals.scorers.labels import Label
from evals.written import WrittenReport
from indexing import find_quantities
from indexing.catalogue import catalogue
from indexing.gazetteer import gazetteer
from indexing.reading.period.notation import meets, to_period
from indexing.records import Article, Language

_LANGUAGES: tuple[Language, ...] = ("en", "vi")


def label_questions(
    reports: Mapping[str, Sequence[WrittenReport]],
) -> dict[str, tuple[Sample, ...]]:
    """The samples of each half; a figure counts as ambiguous over the labels of all halves.

    A sample's class is its metric.
    """
    levels = [label for half in reports.values() for _, label in _levels(half)]
    return {half: tuple(_samples(half, some, levels)) for half, some in reports.items()}


def question(label: Label, language: Language) -> str:
    """The words that ask for the figure of `label`, whose place and period are known."""
    phrases = load_phrases(language)
    unit = catalogue().metric(label.metric).unit
    form = {"percent": "rate", "VND": "money"}.get(unit, "count")
    return capitalised(
        _forms()[language][form].format(
            metric=metric_words(label.metric, None, phrases),
            place=_place(label.place, language),
            period=period_words(label.period, phrases),
        )
    )


def _levels(reports: Iterable[WrittenReport]) -> Iterator[tuple[Article, Label]]:
    """Levels of the whole with place and period, those outside the catalogue among them."""
    for report in reports:
        for label in report.labels:
            whole = label.group is None and label.aspect == "level"
            if whole and label.place and label.period:
                yield report.article, label


def _samples(
    half: str, reports: Sequence[WrittenReport], levels: Sequence[Label]
) -> Iterator[Sample]:
    asked: set[tuple[str, str | None, str | None]] = set()
    for article, label in _levels(reports):
        key = label.metric, label.place, label.period
        if label.metric == "other" or key in asked:
            continue
        if any(_also_answers(other, label) for other in levels):
            continue
        number = len(asked)
        asked.add(key)
        yield Sample(
            id=f"{label.metric}-{half}{number + 1:03}",
            question=question(label, _LANGUAGES[number % len(_LANGUAGES)]),
            history=(),
            status=("answered",),
            figures=(_expected(label),),
            also=(),
            evidence=(_source(article, label),),
        )


def _also_answers(other: Label, label: Label) -> bool:
    """Whether `other`, of another value or report, fits the question for `label`."""
    if (other.value, other.doc) == (label.value, label.doc):
        return False
    if label.metric not in {other.metric, *other.metric_also}:
        return False
    if label.place not in {other.place, *other.place_also}:
        return False
    period = to_period("", 0, 0, str(label.period))
    return any(meets(period, held) for held in (other.period, *other.period_also) if held)


def _expected(label: Label) -> ExpectedFigure:
    """The label's figure, with every value that its alternatives accept."""
    return ExpectedFigure(
        value=label.value,
        units=(label.unit, *label.unit_also),
        bound=label.bound,
        metrics=(label.metric, *label.metric_also),
        aspects=(label.aspect, *label.aspect_also),
        places=(label.place, *label.place_also),
        part=False,
        periods=(label.period, *label.period_also),
    )


def _source(article: Article, label: Label) -> Source:
    """The figure inside the label's quote, or the quote where it is not read as one.

    The quote alone would be too much to ask: it may run over the end of a sentence.
    """
    start, end = next(occurrences(label.quote, article.text), (0, 0))
    for quantity in find_quantities(label.quote):
        if quantity.value == label.value:
            return Source(article.doc, start + quantity.start, start + quantity.end)
    return Source(article.doc, start, end)


def _place(name: str | None, language: Language) -> str:
    place = gazetteer().place(name or "")
    if language == "vi" and place is not None and place.kind == "province":
        return place.vietnamese
    return place_words(name, load_phrases(language))


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    text = (files("evals") / "datasets" / "question_forms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
