"""Which sentences can answer a question for words, and how far they cover it."""

from __future__ import annotations

import pytest

from assistant.drafting.quotation.matching import covered_shares, is_about
from assistant.drafting.quotation.sought import sought
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from tests.assistant.samples import TODAY

SENTENCES = {
    "deputy": "Tran Van Binh, Deputy Director of the agency, welcomed the guests.",
    "general": "Le Thi Cuc, Director General of the insurer, was at its head.",
    "director": "Pham Duc An, Director of the provincial office, gave an account of the year.",
    "survey": "He recommended a survey in every commune.",
    "firms": "Businesses in arrears were urged to pay.",
    "fall": "The mandatory scheme has lost members.",
    "left": "Many left because their plants had closed.",
}
REPORT = " ".join(SENTENCES.values())

BEST = {
    "an office without rank": ("Who is the director in Ha Nam?", "director"),
    "an office by another name": ("Who's the head of Ha Nam Social Security?", "director"),
    "an office with its rank": ("Who is the deputy director in Ha Nam?", "deputy"),
    "a high office": ("Who was the director general?", "general"),
    "what somebody said, told of by he": ("What did Pham Duc An say about a survey?", "survey"),
    "a name alone": ("What did Le Thi Cuc do?", "general"),
    "other words for firms and debts": ("How are late companies treated?", "firms"),
    "a fall told otherwise": ("Why did compulsory members decline in number?", "fall"),
    "an irregular verb in its other form": ("Why do so many leave?", "left"),
    "in Vietnamese, who it is told last": ("Giám đốc BHXH tỉnh Hà Nam là ai?", "director"),
    "in Vietnamese": ("Ai là giám đốc BHXH tỉnh Hà Nam?", "director"),
    "a request, in Vietnamese": ("Ông Pham Duc An đề nghị khảo sát gì?", "survey"),
}
NONE = {
    "an office nobody holds": "Who is the chairman of the committee in Ha Nam?",
    "somebody the report does not name": "What did Vo Thanh Long say about a survey?",
    "another number": "How many hospitals did Pham Duc An name?",
    "a noun that is not told": "Which museum was discussed in Ha Nam?",
}


def scored(question: str) -> dict[str, float]:
    """The covered share of each sentence that can answer at all."""
    cues = load_cues()
    what = sought(understand(question, (), TODAY), cues, with_names=False)
    shares = covered_shares(what, [(sentence, REPORT) for sentence in SENTENCES.values()], cues)
    return {
        name: share
        for (name, sentence), share in zip(SENTENCES.items(), shares, strict=True)
        if is_about(what, sentence, REPORT, REPORT, cues)
    }


@pytest.mark.parametrize(("question", "best"), BEST.values(), ids=BEST)
def test_the_sentence_that_answers_covers_the_question_best(question: str, best: str) -> None:
    shares = scored(question)
    assert max(shares, key=lambda name: shares[name]) == best


@pytest.mark.parametrize("question", NONE.values(), ids=NONE)
def test_a_report_without_what_is_asked_for_cannot_answer(question: str) -> None:
    assert scored(question) == {}
