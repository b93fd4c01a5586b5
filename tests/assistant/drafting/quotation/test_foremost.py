"""Questions in other words than the report's: quoted is the one sentence that comes near them."""

from __future__ import annotations

import pytest

from assistant.drafting.quotation.foremost import Foremost, foremost
from assistant.drafting.quotation.printed import printed_in
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from indexing.articles.passages import split_passages
from tests.assistant.asking import vectors_by_words
from tests.assistant.samples import TODAY, article, sources_over
from tests.indexing.samples import sentences_of

PUPILS = {
    "all": "In October 2023 nearly all pupils of Hue had health insurance.",
    "bears": "The State bears 30% of the premium.",
    "left": "VND680,400 is what parents are left with for the card in Hue.",
}
MONEY = {
    "accounts": "Of the recipients in Hue 38% get the money on an account at a bank.",
    "retired": "In Hue, a pension was drawn by 26,318 people.",
}
FLEET = {
    "insured": "In Hue, 81,200 people had health insurance at the end of 2023.",
    "crews": "The agency calls on crews of trawlers to join.",
}
ANSWERED = {
    "the part that its paragraph is about": (
        PUPILS,
        "How much do parents pay for the card of pupils in Hue?",
        "left",
    ),
    "the benefit that its neighbour names": (
        MONEY,
        "What share of recipients in Hue get their pension on an account at a bank?",
        "accounts",
    ),
}
NEAR = {
    "one word is told nowhere": (
        MONEY,
        "What share of blind recipients in Hue get their money on an account?",
        "accounts",
    ),
}
NOTHING = {
    "a part spoken of beside the figure of all": (
        FLEET,
        "How many crews in Hue had health insurance at the end of 2023?",
    ),
    "another place": (MONEY, "What share of recipients in Da Nang have an account at a bank?"),
    "another kind of figure": (MONEY, "How much money do recipients in Hue get at a bank?"),
    "a cause": (MONEY, "Why do 38% of the recipients in Hue use an account at a bank?"),
    "a word of its own alone": (FLEET, "How many orphans in Hue had health insurance in 2023?"),
}


def found(told: dict[str, str], question: str) -> Foremost | None:
    report = article(" ".join(told.values()))
    passages = split_passages(report, 500)
    held = {one.id: sentences_of(report, one, vectors_by_words) for one in passages}
    read = printed_in(passages, held, sources_over(report))
    query = understand(question, (), TODAY)
    return foremost(query, read, vectors_by_words([query.gist])[0], load_cues())


@pytest.mark.parametrize(("told", "question", "key"), ANSWERED.values(), ids=ANSWERED)
def test_it_answers_where_its_passage_explains_every_word(
    told: dict[str, str], question: str, key: str
) -> None:
    one = found(told, question)
    assert one is not None
    assert (one.candidate.text, one.answers) == (told[key], True)


@pytest.mark.parametrize(("told", "question", "key"), NEAR.values(), ids=NEAR)
def test_it_is_told_as_near_where_a_word_stays_unexplained(
    told: dict[str, str], question: str, key: str
) -> None:
    one = found(told, question)
    assert one is not None
    assert (one.candidate.text, one.answers) == (told[key], False)


@pytest.mark.parametrize(("told", "question"), NOTHING.values(), ids=NOTHING)
def test_there_is_none(told: dict[str, str], question: str) -> None:
    one = found(told, question)
    assert one is None or not one.answers
