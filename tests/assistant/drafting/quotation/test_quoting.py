"""Which sentences of a report are quoted for a question that asks for words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from assistant.drafting.quotation.candidates import candidates
from assistant.drafting.quotation.matching import is_about
from assistant.drafting.quotation.printed import printed_in
from assistant.drafting.quotation.quoting import answer_sentences, quoting
from assistant.drafting.quotation.sought import sought
from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.sources import Sources
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import load_phrases
from indexing.articles.passages import split_passages
from indexing.database import Vectors
from indexing.records import Article
from tests.assistant.samples import TODAY, article
from tests.indexing.samples import sentences_of

REPORT = article(
    "The delegation was led by Nguyen Van An of the central agency. He praised the province. "
    "Membership of the voluntary scheme has fallen. The decline is due to higher contributions. "
    "A hotel owes money for 45 employees. The weather was fine."
)


def test_who_did_it_is_told_only_where_that_or_a_person_is_named() -> None:
    told = {
        "who led the delegation?": True,
        "who praised the province?": True,
        "who repaired the hotel of the province?": False,
    }
    cues = load_cues()
    plain = article("The province has a hotel. It owes money for 45 employees of the province.")
    for question, answered in told.items():
        what = sought(understand(question, (), TODAY), cues, with_names=False)
        around = REPORT.text if answered else plain.text
        assert is_about(what, around, around, around, cues) == answered


ASKED = np.array((1, 0), dtype=np.float32)
"""The vector of every question here."""
Embed = Callable[[Sequence[str]], Vectors]


def embed(texts: Sequence[str]) -> Vectors:
    """Vectors that all stand square to a question's: only words decide."""
    return np.tile(np.array((0, 1), dtype=np.float32), (len(texts), 1))


def embed_alike(texts: Sequence[str]) -> Vectors:
    """Vectors that are all a question's: no word decides."""
    return np.tile(ASKED, (len(texts), 1))


def sources_of(report: Article) -> Sources:
    """An index that holds one report and no rows."""
    return Sources(
        article=lambda doc: report,
        articles=list,
        rows=lambda metric, place: [],
        keyed=lambda metric, place: KeyedRows.of([], lambda doc: None),
        debts=list,
        published=lambda doc: report.published,
        of_article=lambda doc: [],
        of_sentence=lambda doc, start: [],
        of_place=lambda place: [],
        of_value=lambda value: [],
        places=list,
        metrics=lambda place: [],
        no_figures=lambda doc: [],
    )


def quoted(question: str, embed: Embed = embed) -> list[str]:
    passages, sources = split_passages(REPORT, 500), sources_of(REPORT)
    held = {passage.id: sentences_of(REPORT, passage, embed) for passage in passages}
    read = printed_in(passages, held, sources)
    found = candidates(understand(question, (), TODAY), read, ASKED, load_cues())
    said = answer_sentences(found, quoting(sources, load_phrases("en")))
    return [REPORT.text[s.quoted[0].start : s.quoted[0].end] for s in said]


def test_a_speaker_is_quoted_with_what_was_said_next() -> None:
    assert quoted("Who led the delegation?") == [
        "The delegation was led by Nguyen Van An of the central agency. He praised the province."
    ]


def test_why_is_answered_by_a_cause_with_what_it_is_the_cause_of() -> None:
    assert quoted("Why has membership of the voluntary scheme fallen?") == [
        "Membership of the voluntary scheme has fallen. The decline is due to higher contributions."
    ]


def test_a_cause_of_something_else_is_no_answer_however_near_it_sounds() -> None:
    question = "Why has membership of the voluntary scheme fallen?"
    assert quoted(question, embed_alike) == quoted(question)
    assert quoted("Why did Lang Son's coverage drop to 85 per cent?", embed_alike) == []


@pytest.mark.parametrize(
    "question",
    [
        "Why was the weather fine?",  # no cause is told
        "Who won the match?",
        "How many employees does the hotel pay money for?",  # a figure that the table does not hold
        "What did the Ministry of Health say about the province?",  # a body nothing is told of
        "What did the central agency ask of the banks?",  # nobody speaks of banks
        "How do members apply for the voluntary scheme?",
        "What is the contribution rate of the voluntary scheme?",  # no sentence tells a rate
    ],
)
def test_nothing_is_better_than_a_sentence_beside_the_matter(question: str) -> None:
    assert quoted(question) == []
