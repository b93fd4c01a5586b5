"""Figures that no metric names: the one sentence that holds all a question insists on."""

from __future__ import annotations

import pytest

from assistant.evidence.sources import Sources
from assistant.evidence.told import told_rows
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from tests.assistant.samples import TODAY, article, sources_over

SENTENCES = {
    "late": "In March 2024, 215 enterprises in Hue were three months or more behind with social "
    "insurance.",
    "pay": "The average pay on which the insured contribute was 5.9 million VND in 2023.",
    "outside": "Social insurance does not yet reach 41% of the workforce of Hue.",
    "fines": "Fines for late payment amounted to 3.2 billion VND in 2023.",
    "maternity": "The fund settled 470 maternity claims for 9.1 billion VND in 2023.",
    "app": "By the end of 2023 41,200 VssID accounts had been locked in Hue.",
    "savers": "At the end of 2023 the voluntary scheme had 3,105 savers in Hue.",
    "station": "The clinic of the university treated 812 patients in 2023.",
}
SOURCES = sources_over(article("Report of Hue. " + " ".join(SENTENCES.values()), doc="hue"))

PARAGRAPHS = {
    "hard": "In Ca Mau voluntary social insurance had a hard year in 2023.",
    "stopped": "Only 7,215 people entered it for the first time, 11,480 stopped paying.",
    "visit": "On average an out-patient visit cost 212,000 VND in 2023, a stay in hospital 3.1 "
    "million VND.",
}
LUMPS = sources_over(
    article("People in Hue leave social insurance in a lump sum. In 2023, 4,100 people withdrew.")
)
REPORT = sources_over(
    article(
        "{hard} {stopped}\n\nCa Mau also had more patients in 2023. {visit}".format(**PARAGRAPHS),
        doc="ca-mau",
    )
)

ANSWERED = {
    "by what is counted": ("How many companies in Hue were three months behind?", "late"),
    "with its date": ("How many firms in Hue were three months late in March 2024?", "late"),
    "a share of those left out": ("What share of workers in Hue is not in SI?", "outside"),
    "left out, in Vietnamese": (
        "Bao nhiêu phần trăm lao động ở Huế chưa tham gia BHXH?",
        "outside",
    ),
    "an amount": ("How much were the fines in Hue in 2023?", "fines"),
    "what narrows a metric": ("How much was paid for maternity in Hue in 2023?", "maternity"),
    "the words of its metric aside": (
        "How many accounts of the agency's phone app had been locked in Hue by the end of 2023?",
        "app",
    ),
    "another form of a word": ("How many people in Hue were savers in VSI in 2023?", "savers"),
    "by its own words": ("How many patients did the university clinic in Hue treat?", "station"),
}
ROUND_ABOUT = {
    "its insurance stands in the sentence before": (
        "How many people stopped paying voluntary social insurance in Ca Mau in 2023?",
        "stopped",
    ),
    "an average": ("What is the average cost of an outpatient visit in Ca Mau?", "visit"),
    "an average, in Vietnamese": (
        "Chi phí bình quân một lượt khám ngoại trú ở Cà Mau là bao nhiêu?",
        "visit",
    ),
}
NOT_ROUND_ABOUT = {
    "a part that the sentence does not name": (
        "How many poor people stopped paying voluntary social insurance in Ca Mau in 2023?"
    ),
    "another insurance": "How many people stopped paying health insurance in Ca Mau in 2023?",
    "a word that the report does not hold": (
        "How many fishermen stopped paying voluntary social insurance in Ca Mau in 2023?"
    ),
}
DECLINED = {
    "another word beside a metric": "How many accounts of the phone app were deleted in Hue?",
    "another year": "How many firms in Hue were three months late in March 2022?",
    "another place": "How many firms in Hanoi were three months late?",
    "a word that is not told": "How many construction firms in Hue were three months late?",
    "another kind of figure": "How many people in Hue are not in SI?",
    "an average where none is told": "What was the average fine for late payment in Hue in 2023?",
    "whose staff": "How many patients does the Security Office in Hue have?",
}


def told(question: str, sources: Sources = SOURCES) -> set[str]:
    rows = told_rows(understand(question, (), TODAY), sources, load_cues())
    return {row.quote for row in rows}


@pytest.mark.parametrize(("question", "sentence"), ANSWERED.values(), ids=ANSWERED)
def test_a_sentence_that_holds_every_word_is_told(question: str, sentence: str) -> None:
    assert told(question) == {SENTENCES[sentence]}


@pytest.mark.parametrize("question", DECLINED.values(), ids=DECLINED)
def test_a_sentence_beside_the_matter_is_not(question: str) -> None:
    assert told(question) == set()


@pytest.mark.parametrize(("question", "sentence"), ROUND_ABOUT.values(), ids=ROUND_ABOUT)
def test_what_stands_around_a_sentence_may_hold_the_rest(question: str, sentence: str) -> None:
    assert told(question, REPORT) == {PARAGRAPHS[sentence]}


@pytest.mark.parametrize("question", NOT_ROUND_ABOUT.values(), ids=NOT_ROUND_ABOUT)
def test_but_neither_parts_nor_other_insurances(question: str) -> None:
    assert told(question, REPORT) == set()


def test_what_the_whole_report_is_about_need_not_stand_in_the_sentence() -> None:
    question = "How many people in Hue withdrew their social insurance in one lump sum in 2023?"
    assert told(question, LUMPS) == {"In 2023, 4,100 people withdrew."}
