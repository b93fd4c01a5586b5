"""Which of two figures is the higher is told where what is printed settles it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.drafting.comparing import order_sentence
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from indexing.records import Bound
from tests.assistant.asking import answer_over
from tests.assistant.samples import TODAY, article, fact

REPORT = article(
    "Health insurance coverage in Lang Son was over 93 per cent at the end of 2023, against 85 per "
    "cent in Lai Chau.",
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    "question",
    [
        "Which is higher, HI coverage in Lang Son or in Lai Chau?",
        "Which province has higher HI coverage, Lai Chau or Lang Son?",
        "Is HI coverage higher in Lai Chau or in Lang Son?",
        "Where was HI coverage higher in 2023, in Lang Son or Lai Chau?",
        "Compare Lang Son and Lai Chau: which has the higher HI coverage?",
        "How much higher is HI coverage in Lang Son than in Lai Chau?",
        "Which of the two has higher HI coverage, Lang Son or Lai Chau?",
        "HI coverage, Lang Son vs Lai Chau: which is bigger?",
        "Who has the higher HI coverage: Lang Son or Lai Chau?",
        "Whose HI coverage is greater, Lang Son's or Lai Chau's?",
        "Tỷ lệ bao phủ BHYT của Lạng Sơn hay Lai Châu cao hơn?",
        "Lạng Sơn và Lai Châu, nơi nào có tỷ lệ bao phủ BHYT cao hơn?",
        "Tỉnh nào có tỷ lệ bao phủ BHYT cao hơn, Lạng Sơn hay Lai Châu?",
        "So với Lai Châu, tỷ lệ bao phủ BHYT của Lạng Sơn cao hơn hay thấp hơn?",
        "Bao phủ BHYT Lạng Sơn và Lai Châu bên nào cao hơn?",
        "So sánh tỷ lệ bao phủ BHYT của Lạng Sơn và Lai Châu, nơi nào lớn hơn?",
        "Tỷ lệ bao phủ BHYT ở Lạng Sơn cao hơn hay thấp hơn ở Lai Châu?",
        "Lai Châu hay Lạng Sơn có tỷ lệ bao phủ BHYT cao hơn?",
        "Tỷ lệ bao phủ BHYT của Lạng Sơn cao hơn Lai Châu bao nhiêu?",
        "Giữa Lạng Sơn và Lai Châu thì tỷ lệ bao phủ BHYT nơi nào cao hơn?",
    ],
)
def test_of_two_places_the_higher_is_told_by_its_name(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert [str(figure.value) for figure in answer.figures][:2] in (["93", "85"], ["85", "93"])
    assert (
        "The higher figure is that of Lang Son" in answer.answer
        or "Số liệu cao hơn là của Lạng Sơn" in answer.answer
    )


@pytest.mark.parametrize(
    ("lang_son", "lai_chau", "says"),
    [
        ((93, "over"), (85, "exact"), "The higher figure is that of Lang Son"),
        ((93, "over"), ("93.4", "exact"), "Which is the higher these figures leave open"),
        ((90, "under"), (95, "exact"), "The higher figure is that of Lai Chau"),
        ((90, "about"), (70, "about"), "The higher figure is that of Lang Son"),
        ((90, "about"), (90, "about"), "Which is the higher these figures leave open"),
        ((90, "exact"), (90, "exact"), "The figures are equal"),
        ((90, "exact"), ("90.1", "exact"), "The higher figure is that of Lai Chau"),
        ((93, "over"), (93, "exact"), "The higher figure is that of Lang Son"),
    ],
)
def test_the_order_is_that_of_all_values_that_the_figures_can_stand_for(
    lang_son: tuple[object, Bound], lai_chau: tuple[object, Bound], says: str
) -> None:
    query = understand("Which is higher, HI coverage in Lang Son or Lai Chau?", (), TODAY)
    leads = [
        fact(value=value, bound=bound, place=place)
        for place, (value, bound) in (("Lang Son", lang_son), ("Lai Chau", lai_chau))
    ]
    sentence = order_sentence(query, leads, load_phrases("en"))
    assert sentence is not None
    assert sentence.text == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Which is lower, HI coverage in Lang Son or Lai Chau?", "The lower figure is that of Lai"),
        ("Was HI coverage in Lang Son higher in 2022 or in 2023?", None),
        ("HI coverage in Lang Son and Lai Chau", None),
    ],
)
def test_an_order_is_told_where_it_is_asked_for(question: str, says: str | None) -> None:
    answer = answer_over(question, REPORT)
    assert ("figure is that of" in answer.answer) == (says is not None)
    assert says is None or says in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who collected more in 2024, Lang Son or Lai Chau?",
        "Did Lang Son collect more than Lai Chau in 2024?",
        "Lạng Sơn hay Lai Châu thu được nhiều hơn năm 2024?",
    ],
)
def test_sums_of_spans_of_other_length_have_no_order(question: str) -> None:
    collected = article(
        "In the first five months of 2024 premiums collected in Lang Son came to VND600 billion. "
        "In the first three months of 2024 premiums collected in Lai Chau came to VND200 billion.",
        published=date(2024, 6, 20),
    )
    answer = answer_over(question, collected)
    assert len(answer.figures) == 2
    assert "leave open" in answer.answer or "chưa cho biết chắc" in answer.answer


OF_TWO_DATES = article(
    "Health insurance coverage in Lang Son was 93.4 per cent at the end of 2023. In Lai Chau it "
    "was 85 per cent at the end of June 2022. At the end of 2023, 9,120 people in Lang Son had "
    "voluntary social insurance. In Lai Chau 7,540 people had voluntary social insurance at the "
    "end of 2023.",
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (
            "Which is higher, HI coverage in Lang Son or in Lai Chau?",
            "The higher figure is that of",
        ),
        ("Which has the lower HI coverage, Lang Son or Lai Chau?", "The lower figure is"),
        ("Is HI coverage higher in Lang Son than in Lai Chau?", "The higher figure is"),
        ("Compare HI coverage in Lang Son and Lai Chau", "the difference is"),
        ("What is Lang Son's rank in HI coverage?", "Lang Son is number 1"),
        ("Tỷ lệ bao phủ BHYT của Lạng Sơn hay Lai Châu cao hơn?", "Số liệu cao hơn là của"),
        ("So sánh tỷ lệ bao phủ BHYT của Lạng Sơn và Lai Châu", "chênh lệch là"),
    ],
)
def test_a_verdict_on_figures_of_two_dates_says_so_itself(question: str, verdict: str) -> None:
    answer = answer_over(question, OF_TWO_DATES).answer
    told = [said for said in answer.replace(". ", ".\n").split("\n") if verdict in said]
    assert len(told) == 1
    assert "of different dates" in told[0] or "không cùng một thời điểm" in told[0]


@pytest.mark.parametrize(
    "question",
    [
        "Which had more voluntary SI participants, Lang Son or Lai Chau?",
        "Compare voluntary SI participants in Lang Son and Lai Chau",
        "What is Lang Son's rank in voluntary SI participants?",
    ],
)
def test_a_verdict_on_figures_of_one_date_says_nothing_of_dates(question: str) -> None:
    answer = answer_over(question, OF_TWO_DATES)
    assert answer.figures
    assert "of different dates" not in answer.answer


BOTH = article(
    "At the end of 2023 compulsory social insurance in Dong Thap had 149,961 participants and "
    "voluntary social insurance had 15,512 participants.",
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Cuối năm 2023 Đồng Tháp có bao nhiêu người tham gia BHXH bắt buộc và tự nguyện?", None),
        ("cuoi 2023 dong thap co bao nhieu nguoi tham gia bhxh bat buoc va tu nguyen", None),
        ("Đồng Tháp cuối 2023 người đóng BHXH bắt buộc hay tự nguyện nhiều hơn?",
         "Số liệu cao hơn là của số người tham gia bảo hiểm xã hội bắt buộc"),
        ("dong thap cuoi 2023 nguoi tham gia bhxh bat buoc va tu nguyen, cai nao it hon",
         "Số liệu thấp hơn là của số người tham gia bảo hiểm xã hội tự nguyện"),
    ],
)  # fmt: skip
def test_an_order_is_told_only_where_it_is_asked_for(question: str, says: str | None) -> None:
    """ "Bao nhiêu" asks how many, and Đồng Tháp is no "thấp"."""
    answer = answer_over(question, BOTH)
    assert [str(figure.value) for figure in answer.figures][:2] == ["149961", "15512"]
    assert ("Số liệu" in answer.answer) == (says is not None)
    assert says is None or says in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Which is higher, late payment in Hanoi or in Son La?",
        "Is late payment in Hanoi lower than in Son La?",
        "Hà Nội hay Sơn La nợ bảo hiểm nhiều hơn?",
    ],
)
def test_nothing_is_concluded_from_a_figure_that_cannot_be_right(question: str) -> None:
    misprinted = article(
        "Late payment of insurance came to VND2.47 billion in Hanoi at the end of June 2023, "
        "and to VND48 billion in Son La.",
        published=date(2023, 7, 20),
    )
    answer = answer_over(question, misprinted)
    assert any("plausible" in told or "hợp lý" in told for told in answer.warnings)
    assert "Which is the higher these figures leave open" in answer.answer or (
        "chưa cho biết chắc" in answer.answer
    )


APART = [
    article("Health insurance coverage in Ca Mau was 90 per cent at the end of 2022.", doc="a"),
    article("Health insurance coverage in Ca Mau was 92 per cent at the end of 2023.", doc="b"),
    article("Health insurance coverage in Gia Lai was 89 per cent at the end of 2022.", doc="c"),
    article("Health insurance coverage in Son La was 97 per cent at the end of 2019.", doc="d"),
]


@pytest.mark.parametrize(
    ("question", "values", "is_mixed"),
    [
        ("How far apart are Ca Mau and Gia Lai in HI coverage?", ["90", "89", "1"], False),
        ("Compare HI coverage in Gia Lai and Ca Mau", ["89", "90", "1"], False),
        ("HI coverage: Ca Mau vs Son La", ["92", "97", "5"], True),
        ("Compare HI coverage in Ca Mau in 2023 and in Gia Lai in 2022", ["92", "89", "3"], True),
    ],
)
def test_two_places_are_held_against_each_other_on_one_day_that_both_are_told_of(
    question: str, values: list[str], *, is_mixed: bool
) -> None:
    told = answer_over(question, *APART)
    assert [str(figure.value) for figure in told.figures] == values
    assert any("not all of the same date" in said for said in told.warnings) is is_mixed
