"""Sentences with one figure in question: true ones first, altered ones made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.drafting.composing import fact_sentence
from assistant.wording.phrases import load_phrases
from evals.mutation.held import Held
from indexing.catalogue import OTHER
from indexing.records import Language, MetricFact

Form = Literal["composed", "quoted", "worded"]
"""Said by the assistant; a report's own words in their report; worded for this evaluation."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A text and the figure of it that is judged; offsets count in the text."""

    text: str
    start: int
    end: int
    said: MetricFact
    """What the text says of the figure."""
    row: MetricFact
    """The row that the text was made from."""
    language: Language
    form: Form


def composed(said: MetricFact, row: MetricFact, language: Language, held: Held) -> Claim:
    """The assistant's own sentence for a figure."""
    sentence = fact_sentence(said, held.articles.get, load_phrases(language))
    figure = sentence.claims[0]
    return Claim(f"{sentence.text}.", figure.start, figure.end, said, row, language, "composed")


def quoted(row: MetricFact, held: Held) -> Claim:
    """A figure where its report prints it, the whole report around it."""
    return Claim(held.articles[row.doc].text, row.start, row.end, row, row, "en", "quoted")


def can_be_told(row: MetricFact) -> bool:
    """Whether a sentence can tell a row's whole key: metric, place and period are known."""
    return row.metric != OTHER and row.place is not None and row.period is not None
