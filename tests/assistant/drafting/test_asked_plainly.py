"""What strangers ask in plain words: verbs of counting, all kinds of it, two figures at once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
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
MEMBERS = article(
    "At the end of March 2022 Lai Chau had 23,905 voluntary social insurance participants, 68.3"
    " per cent"
    " of the target. Another 11,095 people are needed to meet it.",
    doc="members", published=date(2022, 4, 6),
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
ARREARS = article(
    "Late payment of insurance in Lai Chau was VND36.15 billion at the end of 2017, or 1.87 per"
    " cent of"
    " what was due.",
    doc="arrears", published=date(2018, 1, 20),
)  # fmt: skip
SPENT = article(
    "In the first half of 2019 the health insurance fund spent VND940 billion (US$40.2 million) on"
    " treatment in Lai Chau, for 903,000 visits with health insurance.",
    doc="spent", published=date(2019, 7, 20),
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

BEATEN = article(
    "At the end of 2017 health insurance covered 85.7 per cent of the population of Lai Chau,"
    " exceeding the assigned target by 1.2 percentage points. In 2017 premiums collected in Lai"
    " Chau"
    " came to VND4.51 trillion, or 102.3 per cent of the plan, beating it by VND101 billion. At the"
    " end of 2017 social insurance covered 17.6 per cent of the workforce of Lai Chau, 0.5"
    " percentage points short of the target.",
    doc="beaten", published=date(2018, 1, 20),
)  # fmt: skip


def values(question: str, *articles: object) -> list[str]:
    """The figures of the answer, as they are printed without their grouping."""
    answer = answer_over(question, *articles)  # type: ignore[arg-type]
    return [str(figure.value) for figure in answer.figures]


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
    ("question", "told"),
    [
        ("Số người tham gia BHXH tự nguyện ở Lai Châu cuối tháng 3/2022 và còn thiếu bao nhiêu so"
         " với kế"
         " hoạch?", ["23905", "11095"]),
        ("How many voluntary social insurance members did Lai Chau have at the end of March 2022,"
         " and how"
         " many are still missing to the plan?", ["23905", "11095"]),
        ("How many people were in voluntary social insurance in Lai Chau in March 2022 and how"
         " many were"
         " lacking to the target?", ["23905", "11095"]),
        ("How many people does Lai Chau still lack against its voluntary social insurance plan?",
         ["11095"]),
        ("Lai Châu còn thiếu bao nhiêu người so với kế hoạch BHXH tự nguyện?", ["11095"]),
        ("BHXH tự nguyện ở Lai Châu còn thiếu bao nhiêu người so với chỉ tiêu?", ["11095"]),
        ("So với kế hoạch, Lai Châu còn thiếu bao nhiêu người tham gia BHXH tự nguyện?", ["11095"]),
        ("By how many people is Lai Chau short of its voluntary social insurance target?",
         ["11095"]),
        ("How many voluntary social insurance participants is Lai Chau short of compared with its"
         " plan?",
         ["11095"]),
        ("Lai Chau: voluntary SI participants in March 2022, and the gap to the plan?",
         ["23905", "11095"]),
    ],
)  # fmt: skip
def test_what_is_missing_to_a_plan_is_told_in_people(question: str, told: list[str]) -> None:
    assert values(question, MEMBERS) == told


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
        "Nợ BHXH của Lai Châu cuối năm 2017 là bao nhiêu tiền, chiếm tỷ lệ mấy phần trăm?",
        "Nợ BHXH của Lai Châu cuối năm 2017 bao nhiêu tiền, tỷ lệ bao nhiêu?",
        "Số tiền chậm đóng của Lai Châu cuối năm 2017 là bao nhiêu và chiếm bao nhiêu phần trăm?",
        "How much was overdue in Lai Chau at the end of 2017, and what share of the amount due"
        " was that?",
        "How much was late payment in Lai Chau at the end of 2017, and what percentage?",
        "What was late payment in Lai Chau at the end of 2017, and the rate?",
    ],
)
def test_an_amount_and_its_rate_are_both_told(question: str) -> None:
    assert values(question, ARREARS) == ["36150000000", "1.87"]


@pytest.mark.parametrize(
    "question",
    [
        "6 tháng đầu năm 2019 quỹ BHYT ở Lai Châu chi bao nhiêu cho khám chữa bệnh, bao nhiêu"
        " lượt?",
        "Quỹ BHYT ở Lai Châu chi bao nhiêu tiền khám chữa bệnh 6 tháng đầu năm 2019 và bao nhiêu"
        " lượt?",
        "How much did the health insurance fund spend on treatment in Lai Chau in the first half"
        " of 2019,"
        " and on how many visits?",
        "How much did health insurance spend on treatment in Lai Chau in the first half of 2019,"
        " and how"
        " many visits were there?",
    ],
)
def test_money_and_what_it_paid_for_are_both_told(question: str) -> None:
    assert values(question, SPENT) == ["940000000000", "903000"]


@pytest.mark.parametrize(
    "question",
    [
        "What did health insurance spend on treatment in Lai Chau in the first half of 2019, in US"
        " dollars too?",
        "What did health insurance spend on treatment in Lai Chau in the first half of 2019, also"
        " in"
        " dollars?",
        "Health insurance spending on treatment in Lai Chau in the first half of 2019 in dong and"
        " dollars",
        "Chi khám chữa bệnh BHYT ở Lai Châu 6 tháng đầu năm 2019, cả tiền đồng và đô la?",
    ],
)
def test_dong_and_dollars_are_both_told(question: str) -> None:
    assert values(question, SPENT) == ["940000000000", "40200000"]


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


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("By how many percentage points did Lai Chau beat its health insurance target in 2017?",
         "1.2"),
        ("How far above the target was health insurance coverage in Lai Chau in 2017?", "1.2"),
        ("By how much did health insurance coverage in Lai Chau exceed the plan in 2017?", "1.2"),
        ("By how many points did Lai Chau surpass its HI coverage target at the end of 2017?",
         "1.2"),
        ("Năm 2017 tỷ lệ bao phủ BHYT của Lai Châu vượt chỉ tiêu bao nhiêu điểm phần trăm?", "1.2"),
        ("Bao phủ BHYT của Lai Châu năm 2017 vượt kế hoạch bao nhiêu?", "1.2"),
        ("By how much did Lai Chau beat its 2017 collection plan?", "101000000000"),
        ("How much above its plan was premium collection in Lai Chau in 2017?", "101000000000"),
        ("By how many points did Lai Chau miss its social insurance target in 2017?", "0.5"),
        ("By how many percentage points did social insurance in Lai Chau fall short of the target"
         " in 2017?", "0.5"),
    ],
)  # fmt: skip
def test_by_how_much_a_plan_was_beaten_or_missed(question: str, value: str) -> None:
    assert value in values(question, BEATEN)


@pytest.mark.parametrize(
    "question",
    [
        "By how much did Lai Chau beat its social insurance target in 2017?",
        "By how much did Lai Chau beat its unemployment insurance target in 2017?",
        "By how many points did Lai Chau beat its health insurance target in 2016?",
        "By how many points did Ha Giang beat its health insurance target in 2017?",
        "By how many points did health insurance for the poor beat its target in Lai Chau in 2017?",
    ],
)
def test_what_beat_one_plan_beat_no_other(question: str) -> None:
    assert not {"1.2", "101000000000"} & set(values(question, BEATEN))


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
