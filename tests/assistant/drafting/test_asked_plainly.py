"""What strangers ask in plain words: verbs of counting, all kinds of it, who is counted."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over, values
from tests.assistant.samples import article

HANDLED = article(
    "In the first eleven months of 2022 Lai Chau Social Security processed 41,900 documents. It"
    " inspected"
    " 86 employers. It issued 94,300 health insurance cards.",
    doc="handled", published=date(2022, 12, 2),
)  # fmt: skip
PAID = article(
    "In 2023 all kinds of insurance benefits paid in Lai Chau came to VND6.9 trillion, 11.5 per"
    " cent more"
    " than in 2022. Social insurance benefits paid in Lai Chau came to VND4.1 trillion in 2023.",
    doc="paid", published=date(2024, 2, 6),
)  # fmt: skip
JOBLESS = article(
    "In the first seven months of 2020 58,640 people in Lai Chau received unemployment benefits, an"
    " increase of 32.5 per cent over the same period of 2019. Unemployment benefits paid in Lai"
    " Chau came"
    " to VND986 billion.",
    doc="jobless", published=date(2020, 8, 19),
)  # fmt: skip
WHOLE = article(
    "On 31 December 2020 the whole social, health and unemployment insurance system in Lai Chau had"
    " 1,098,700 participants. Social insurance participants numbered 118,900.",
    doc="whole", published=date(2021, 2, 25),
)  # fmt: skip

CHECKED = article(
    "So far in 2023 Lai Chau has inspected 86 employers. Wages were understated at 19 of them, and"
    " 7 were fined.",
    doc="checked", published=date(2023, 11, 28),
)  # fmt: skip
OFTEN = article(
    "A scan in Lai Chau brought to light 2,776 persons who saw a doctor at least 50 times in 2019."
    " In 2019 Lai Chau recorded"
    " 903,000 visits with health insurance. It inspected 120 employers.",
    doc="often", published=date(2020, 1, 28),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many documents did Lai Chau process in the first eleven months of 2022?", "41900"),
        ("How many files did Lai Chau Social Security process in 2022?", "41900"),
        ("How many documents did the agency in Lai Chau handle in 2022?", "41900"),
        ("How many documents has Lai Chau been processing in 2022?", "41900"),
        ("Did Lai Chau process more documents than 40,000 in 2022?", "41900"),
        ("How many employers did Lai Chau inspect in 2022?", "86"),
        ("How many companies did Lai Chau inspect from January to November 2022?", "86"),
        ("How many firms were inspected in Lai Chau in 2022?", "86"),
        ("How many health insurance cards did Lai Chau issue in 2022?", "94300"),
        ("How many health insurance cards has Lai Chau been issuing in 2022?", "94300"),
        ("Năm 2022 Lai Châu đã thanh tra bao nhiêu doanh nghiệp?", "86"),
        ("Lai Châu xử lý bao nhiêu hồ sơ trong 11 tháng đầu năm 2022?", "41900"),
    ],
)  # fmt: skip
def test_the_verb_of_what_is_counted_narrows_nothing(question: str, value: str) -> None:
    assert values(question, HANDLED) == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many documents did Lai Chau reject in 2022?",
        "How many documents did Lai Chau lose in 2022?",
        "How many online documents did Lai Chau process in 2022?",
        "How many documents did Lai Chau process late in 2022?",
        "How many employers did Lai Chau fine in 2022?",
        "How many employers did Lai Chau inspect twice in 2022?",
        "How many health insurance cards did Lai Chau withdraw in 2022?",
        "How many health insurance cards did Lai Chau reissue in 2022?",
    ],
)
def test_another_verb_asks_for_another_figure(question: str) -> None:
    assert values(question, HANDLED) == []


@pytest.mark.parametrize(
    "question",
    [
        "What was the total of benefits of all kinds paid in Lai Chau in 2023?",
        "How much in benefits of every kind was paid in Lai Chau in 2023?",
        "How much was paid in Lai Chau in 2023 in all types of insurance benefits?",
        "How much was paid in Lai Chau in 2023 in benefits of all sorts?",
        "Insurance benefits of any kind paid in Lai Chau in 2023?",
        "What did all the different kinds of insurance benefits in Lai Chau cost in 2023?",
        "Lai Châu chi trả tất cả các loại chế độ bảo hiểm bao nhiêu tiền năm 2023?",
        "Tổng chi các loại chế độ bảo hiểm của Lai Châu năm 2023 là bao nhiêu?",
        "Năm 2023 Lai Châu chi trả mọi chế độ bảo hiểm bao nhiêu?",
    ],
)
def test_all_kinds_are_the_whole(question: str) -> None:
    assert values(question, PAID) == ["6900000000000"]


@pytest.mark.parametrize(
    "question",
    [
        "How much was paid in Lai Chau in 2023 in benefits in kind?",
        "How much was paid in Lai Chau in 2023 for this kind of illness?",
    ],
)
def test_one_kind_is_not_the_whole(question: str) -> None:
    assert values(question, PAID) == []


@pytest.mark.parametrize(
    "question",
    [
        "By how much did the number of unemployment benefit recipients in Lai Chau rise in"
        " January-July"
        " 2020?",
        "By how much did people on unemployment benefits in Lai Chau rise in January to July 2020?",
        "How much did the number of unemployment benefit recipients in Lai Chau grow from January"
        " to July"
        " 2020?",
        "By what percentage did unemployment benefit recipients in Lai Chau rise between January"
        " and July"
        " 2020?",
        "By how much did unemployment benefit recipients in Lai Chau rise in the first seven"
        " months of"
        " 2020?",
        "Số người hưởng trợ cấp thất nghiệp ở Lai Châu tăng bao nhiêu phần trăm từ tháng 1 đến"
        " tháng 7"
        " năm 2020?",
        "Số người hưởng trợ cấp thất nghiệp ở Lai Châu tăng bao nhiêu trong 7 tháng đầu năm 2020?",
    ],
)
def test_a_change_over_a_span_of_months_is_of_the_span(question: str) -> None:
    assert values(question, JOBLESS) == ["32.5"]


@pytest.mark.parametrize(
    "question",
    [
        "How many people received unemployment benefits in Lai Chau in the first seven months of"
        " 2020"
        " compared with the year before?",
        "How many unemployment benefit recipients did Lai Chau have in the first seven months of"
        " 2020"
        " compared with the same period of the year before?",
        "How many people in Lai Chau received unemployment benefits in the first seven months of"
        " 2020,"
        " compared to the same period last year?",
        "Số người hưởng trợ cấp thất nghiệp ở Lai Châu 7 tháng đầu năm 2020 là bao nhiêu, so với"
        " cùng kỳ?",
        "7 tháng đầu năm 2020 Lai Châu có bao nhiêu người hưởng trợ cấp thất nghiệp so với cùng"
        " kỳ năm"
        " trước?",
    ],
)
def test_a_number_compared_with_the_year_before_is_told_with_its_change(question: str) -> None:
    assert values(question, JOBLESS) == ["58640", "32.5"]


@pytest.mark.parametrize(
    "question",
    [
        "How many more people received unemployment benefits in Lai Chau in the first seven"
        " months of"
        " 2020 compared with the year before?",
        "By how much did unemployment benefit recipients in Lai Chau rise compared with the year"
        " before?",
        "Số người hưởng trợ cấp thất nghiệp ở Lai Châu tăng bao nhiêu so với cùng kỳ?",
    ],
)
def test_how_many_more_is_the_change_alone(question: str) -> None:
    assert values(question, JOBLESS) == ["32.5"]


@pytest.mark.parametrize(
    "question",
    [
        "Lai Châu có bao nhiêu người tham gia toàn hệ thống ngày 31/12/2020?",
        "How many people took part in the whole insurance system in Lai Chau on 31 December 2020?",
        "How many participants did the whole system have in Lai Chau on 31 December 2020?",
        "How many participants in all three insurances did Lai Chau have at the end of 2020?",
        "Tổng số người tham gia BHXH, BHYT, BHTN ở Lai Châu ngày 31/12/2020?",
    ],
)
def test_the_whole_system_is_all_insurances_together(question: str) -> None:
    assert values(question, WHOLE)[:1] == ["1098700"]


@pytest.mark.parametrize(
    "question",
    [
        "How many employers did Lai Chau inspect in 2023, and how many of them were fined?",
        "How many of the employers inspected in Lai Chau in 2023 were fined?",
        "How many inspected employers were fined in Lai Chau in 2023?",
        "How many firms in Lai Chau were fined after inspections in 2023?",
        "Of the companies that Lai Chau inspected in 2023, how many were fined?",
    ],
)
def test_a_part_of_what_was_counted_is_quoted_where_it_is_told(question: str) -> None:
    answer = answer_over(question, CHECKED)
    assert "7 were fined" in answer.answer
    assert "“So far in 2023 Lai" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "How many of the employers inspected in Lai Chau in 2023 were prosecuted?",
        "How many of the employers inspected in Lai Chau in 2023 were taken to court?",
        "How many foreign employers did Lai Chau inspect in 2023?",
    ],
)
def test_the_whole_is_not_quoted_for_a_part_that_is_not_told(question: str) -> None:
    assert values(question, CHECKED) == []


@pytest.mark.parametrize(
    "question",
    [
        "How many people in Lai Chau went to the doctor 50 times or more in 2019?",
        "How many patients in Lai Chau made 50 visits or more in 2019?",
        "How many patients in Lai Chau had at least 50 visits with health insurance in 2019?",
        "How many people in Lai Chau went to hospital over 20 times in 2019?",
        "How many visits in Lai Chau in 2019 took more than 12 hours?",
        "Lai Châu có bao nhiêu người đi khám từ 50 lần trở lên năm 2019?",
        "bao nhieu nguoi o Lai Chau di kham tu 50 lan tro len nam 2019",
        "How many employers with 10 workers or more did Lai Chau inspect in 2019?",
        "How many employers with over 300 employees were inspected in Lai Chau in 2019?",
        "Năm 2019 Lai Châu thanh tra bao nhiêu doanh nghiệp có từ 10 lao động trở lên?",
    ],
)
def test_a_number_that_counts_others_narrows(question: str) -> None:
    assert not {"903000", "120"} & set(values(question, OFTEN))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Did Lai Chau record 903,000 visits with health insurance in 2019?", "903000"),
        ("Were there more than 900,000 visits with health insurance in Lai Chau in 2019?",
         "903000"),
        ("Is it true that Lai Chau inspected 150 employers in 2019?", "120"),
        ("How many health insurance visits did Lai Chau record in 2019, more than 800,000?",
         "903000"),
    ],
)  # fmt: skip
def test_a_number_that_may_be_the_figure_itself_is_a_claim(question: str, value: str) -> None:
    assert values(question, OFTEN) == [value]


PAYERS = article(
    "At the end of June 2023 An Giang had 38,420 voluntary social insurance participants.",
    doc="payers", published=date(2023, 7, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "How many people in An Giang were paying voluntary social insurance in the middle of 2023?",
        "How many people are paying voluntary social insurance in An Giang?",
        "How many people pay voluntary social insurance in An Giang?",
        "How many people in An Giang are paying into voluntary social insurance?",
        "Bao nhiêu người ở An Giang đang đóng BHXH tự nguyện?",
    ],
)
def test_those_who_pay_for_a_scheme_are_its_members(question: str) -> None:
    assert values(question, PAYERS) == ["38420"]


FIVE_YEARS = article(
    "Voluntary social insurance in Yen Bai rose to 16,937 participants at the end of 2020. Two "
    "remote communes of Yen Bai still had fewer than 120 voluntary social insurance participants "
    "each at the end of 2020.",
    doc="five-years", published=date(2021, 2, 1),
)  # fmt: skip
FEW = article(
    "At the end of 2020 two remote communes of Yen Bai had fewer than 120 voluntary social "
    "insurance participants each.",
    doc="few", published=date(2021, 2, 1),
)  # fmt: skip


def test_what_each_of_several_has_is_no_figure_of_all() -> None:
    question = "How many voluntary members had Yen Bai in 2020?"
    assert values(question, FIVE_YEARS) in (["16937"], [])
    assert values(question, FEW) == []


def test_of_several_readings_one_that_cannot_be_true_is_left_out() -> None:
    held = article(
        "At the end of 2023 Ca Mau had 1,050,000 people in health insurance. At the end of 2023 Ca"
        " Mau had 2,750 people in social insurance."
    )
    told = {figure.metric for figure in answer_over("How many members has Ca Mau?", held).figures}
    assert told == {"hi_participants"}
    alone = answer_over("How many people are in social insurance in Ca Mau?", held)
    assert [figure.metric for figure in alone.figures] == ["si_participants"]
    assert "outside the range" in " ".join(alone.warnings)
