"""Which sentences of a report are quoted for a question that asks for words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.drafting.quoting import answer_sentences, candidates
from assistant.evidence.keyed import KeyedRows
from assistant.evidence.sources import Sources
from assistant.records import ScoredPassage
from assistant.understanding.cues import load_cues
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from indexing.articles.passages import split_passages
from indexing.database import Vectors
from tests.assistant.samples import article
from tests.assistant.understanding.test_question import TODAY

REPORT = article(
    "The delegation was led by Nguyen Van An of the central agency. He praised the province. "
    "Membership of the voluntary scheme has fallen. The decline is due to higher contributions. "
    "A hotel owes money for 45 employees. The weather was fine."
)


def embed(texts: Sequence[str]) -> Vectors:
    """Vectors of nothing but length one: only words decide."""
    vectors = np.zeros((len(texts), 2), dtype=np.float32)
    vectors[:, 0] = 1
    vectors[1:] = (0, 1)
    return vectors


def quoted(question: str) -> list[str]:
    passages = [ScoredPassage(passage, 1.0) for passage in split_passages(REPORT, 500)]
    sources = Sources(
        article=lambda doc: REPORT,
        rows=lambda metric, place: [],
        keyed=lambda metric, place: KeyedRows([], lambda keys: []),
        debts=list,
        published=lambda doc: REPORT.published,
        of_article=lambda doc: [],
        of_place=lambda place: [],
        no_figures=lambda doc: [],
    )
    query, cues = understand(question, (), TODAY), load_cues()
    found = candidates(query, passages, sources, embed, cues)
    said = answer_sentences(found, sources, load_phrases("en"))
    return [REPORT.text[s.quoted[0].start : s.quoted[0].end] for s in said]


def test_a_speaker_is_quoted_with_what_was_said_next() -> None:
    assert quoted("Who led the delegation?") == [
        "The delegation was led by Nguyen Van An of the central agency. He praised the province."
    ]


def test_why_is_answered_by_a_cause_with_what_it_is_the_cause_of() -> None:
    assert quoted("Why has membership of the voluntary scheme fallen?") == [
        "Membership of the voluntary scheme has fallen. The decline is due to higher contributions."
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Why was the weather fine?",  # no cause is told
        "Who won the match?",
        "How many employees does the hotel pay money for?",  # a figure that the table does not hold
    ],
)
def test_nothing_is_better_than_a_sentence_beside_the_matter(question: str) -> None:
    assert quoted(question) == []
