"""What a question takes from those before it, and what it takes back of them."""

from __future__ import annotations

import pytest

from assistant.understanding.conversation.corrections import taken_back
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from tests.assistant.asking import line
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("turns", "understood"),
    [
        (["HI coverage in Binh Phuoc in 2023?", "and in 2022?"], "HI coverage · Binh Phuoc · 2022"),
        (["HI coverage in Binh Phuoc in 2023?", "what about Lang Son?"],
         "HI coverage · Lang Son · 2023"),
        (["HI coverage in Binh Phuoc in 2023?", "and in Hanoi?", "back to Binh Phuoc"],
         "HI coverage · Binh Phuoc · 2023"),
        (["HI coverage in Binh Phuoc in 2023?", "and now?"], "HI coverage · Binh Phuoc · latest"),
        (["HI coverage in Binh Phuoc in 2023?", "what is it at present?"],
         "HI coverage · Binh Phuoc · latest"),
        (["HI coverage in Binh Phuoc in 2023?", "and now for Lang Son?"],
         "HI coverage · Lang Son · 2023"),
        (["Tỷ lệ bao phủ BHYT Hà Nội năm 2019?", "còn hiện nay?"],
         "Tỷ lệ bao phủ BHYT · Hà Nội · mới nhất"),
        (["ty le bao phu bhyt ha noi 2019", "hien nay thi sao"],
         "Tỷ lệ bao phủ BHYT · Hà Nội · mới nhất"),
        (["HI coverage in Binh Phuoc in 2023?", "and how many people?"],
         "HI participants · Binh Phuoc · 2023"),
        (["HI coverage in Binh Phuoc in 2023?", "and voluntary social insurance participants?"],
         "Voluntary SI participants · Binh Phuoc · 2023"),
        (["HI participants of Tien Giang in 2017?", "how many more than the year before?"],
         "HI participants (change) · Tien Giang · 2017"),
        (["HI participants of Tien Giang in 2017?", "how many more?"],
         "HI participants (change) · Tien Giang · 2017"),
        (["số người tham gia BHYT Lào Cai tháng 10/2025", "so với năm trước?"],
         "Số người tham gia BHYT (mức thay đổi) · Lào Cai · tháng 10/2025"),
        (["SI participants in Long An in 2021", "difference with March 2022?"],
         "SI participants · comparison · Long An · 2021 and March 2022"),
        (["HI coverage in Binh Phuoc in 2023?", "compared with Lang Son?"],
         "HI coverage · comparison · Binh Phuoc and Lang Son · 2023"),
        (["How much does Masan owe in Hanoi?", "and Vinh Thong?"],
         "Late payment · Hanoi · “Vinh” · latest"),
        (["HI coverage in Binh Phuoc in 2023?", "How many pensioners are there in Hanoi?"],
         "Pensioners · Hanoi · latest"),
        (["What was the premium collection of Binh Phuoc in 2023?",
          "how much did it increase compared to the previous year?"],
         "Premium collection (change) · Binh Phuoc · 2023"),
        (["HI coverage in Binh Phuoc in 2023?", "What is the weather in Hanoi?"],
         "What the reports say · Hanoi"),
        (["HI coverage in Binh Phuoc in 2023?", "And the weather there?"],
         "What the reports say · Binh Phuoc · 2023"),
        (["HI coverage in Binh Phuoc in 2023?", "And the year before?"],
         "HI coverage · Binh Phuoc · 2022"),
        (["Tỷ lệ nợ BHXH Hà Nội tháng 6/2019", "còn số tiền?"],
         "Số tiền chậm đóng · Hà Nội · tháng 6/2019"),
        (["Lâm Đồng chi trả trợ cấp thất nghiệp bao nhiêu tiền?", "cho bao nhiêu người?"],
         "Số người hưởng BHTN · Lâm Đồng · mới nhất"),
        (["HI coverage of Hue?", "in which year?"], "HI coverage · Hue · latest"),
        (["HI coverage of pupils in Hoa Binh in 2018?", "and everybody?"],
         "HI coverage · Hoa Binh · 2018"),
        (["Số lượt KCB BHYT Thái Nguyên quý I/2023", "quý II thì sao?"],
         "Lượt KCB BHYT · Thái Nguyên · quý II/2023"),
        (["Premium collection of Hanoi in July 2019", "and in June?"],
         "Premium collection · Hanoi · June 2019"),
        (["Premium collection of Hanoi in July 2019", "and this month?"],
         "Premium collection · Hanoi · November 2026"),
        (["HI participants in Hue in 2017?", "how many more than the year before?", "in per cent?"],
         "HI participants (change in per cent) · Hue · 2017"),
        (["BHTN Bắc Kạn 10/2021 đạt bao nhiêu % kế hoạch?", "bao nhiêu người?"],
         "Số người tham gia BHTN · Bắc Kạn · tháng 10/2021"),
        (["BHYT Bắc Kạn 10/2021 đạt bao nhiêu % kế hoạch?", "BHTN thì bao nhiêu người"],
         "Số người tham gia BHTN · Bắc Kạn · tháng 10/2021"),
        (["Số người tham gia BHXH bắt buộc ở Huế năm 2022?", "tự nguyện?"],
         "Số người tham gia BHXH tự nguyện · Huế · năm 2022"),
        (["Số người tham gia BHYT ở Huế năm 2022?", "nguyên nhân giảm là gì?"],
         "Nội dung báo cáo · số người tham gia BHYT (mức thay đổi) · Huế · năm 2022"),
        (["HI coverage in Binh Phuoc in 2022?", "no, I meant 2023"],
         "HI coverage · Binh Phuoc · 2023"),
        (["BHYT Bình Phước năm 2022 đạt bao nhiêu phần trăm?", "ý tôi là Huế"],
         "Tỷ lệ bao phủ BHYT · Huế · năm 2022"),
        (["HI coverage target of Lam Dong in 2025?", "not the target, the actual"],
         "HI coverage · Lam Dong · 2025"),
        (["HI coverage target of Lam Dong in 2025?", "not the target"],
         "HI coverage · Lam Dong · 2025"),
        (["HI coverage target of Lam Dong in 2025?", "and the actual?"],
         "HI coverage · Lam Dong · 2025"),
        (["chỉ tiêu bao phủ BHYT Lâm Đồng 2025?", "không phải chỉ tiêu, thực tế"],
         "Tỷ lệ bao phủ BHYT · Lâm Đồng · năm 2025"),
        (["VSI participants in Kien Giang?", "not Kien Giang, Bac Kan"],
         "Voluntary SI participants · Bac Kan · latest"),
        (["HI coverage in Hanoi in 2022?", "what about 2023, not 2022?"],
         "HI coverage · Hanoi · 2023"),
        (["HI coverage in Hanoi in 2022?", "which source?", "and in 2023?"],
         "HI coverage · Hanoi · 2023"),
        (["HI coverage in Hanoi in 2022?", "are you sure?"], "HI coverage · Hanoi · 2022"),
        (["HI coverage in Hanoi in 2022?", "when was this published?"],
         "HI coverage · Hanoi · 2022; Who told it"),
        (["Tỷ lệ bao phủ BHYT Hà Nội năm 2022?", "nguồn nào?", "bạn chắc chứ?"],
         "Tỷ lệ bao phủ BHYT · Hà Nội · năm 2022; Ai hoặc nguồn nào nêu"),
        (["Late payment in Hanoi in March 2024?", "compared to the same period last year?"],
         "Late payment (change) · Hanoi · March 2024"),
        (["HI coverage in Binh Phuoc in 2023?", "thanks"], "No question"),
        (["HI coverage in Binh Phuoc in 2023?", "ok, thanks!", "and in 2022?"],
         "HI coverage · Binh Phuoc · 2022"),
        (["tỷ lệ bao phủ BHYT Bình Phước năm 2023", "cảm ơn bạn nhé", "còn Lạng Sơn?"],
         "Tỷ lệ bao phủ BHYT · Lạng Sơn · năm 2023"),
        (["HI coverage in Binh Phuoc in 2023?", "ok and in 2022?"],
         "HI coverage · Binh Phuoc · 2022"),
        (["HI coverage of Hanoi and Hue", "only the first one"], "HI coverage · Hanoi · latest"),
        (["HI coverage and participants in Hanoi", "just the first one"],
         "HI coverage · Hanoi · latest"),
        (["HI coverage in Hue in 2022?", "who is the director?"], "What the reports say · Hue"),
        (["BHYT Bình Phước", "giám đốc là ai?"], "Nội dung báo cáo · Bình Phước"),
        (["HI coverage nationwide in June 2022?", "and three months later?"],
         "HI coverage · Viet Nam · September 2022"),
        (["SI participants in Long An at the end of 2021?", "three months later?"],
         "SI participants · Long An · the end of March 2022"),
        (["HI coverage in Phu Yen in 2012?", "and three years later?"],
         "HI coverage · Phu Yen · 2015"),
        (["HI visits in Hue in the third quarter of 2022?", "and a quarter earlier?"],
         "HI visits · Hue · the second quarter of 2022"),
        (["HI coverage in Hue in June 2022?", "and three months later, in October 2022?"],
         "HI coverage · Hue · October 2022"),
        (["HI visits in Hue in the first quarter of 2023?",
          "how many more is this compared with one year before?"],
         "HI visits (change) · Hue · the first quarter of 2023"),
        (["Bao phủ BHYT Huế tháng 6/2022?", "ba tháng sau thì sao?"],
         "Tỷ lệ bao phủ BHYT · Huế · tháng 9/2022"),
        (["HI coverage in Hue in June 2022?", "and three months later, was it higher?"],
         "HI coverage · comparison · Hue · June 2022 and September 2022"),
        (["Bao phủ BHYT Huế tháng 6/2022?", "đến tháng 9 thì cao hơn hay thấp hơn?"],
         "Tỷ lệ bao phủ BHYT · so sánh · Huế · tháng 6/2022 và cuối tháng 9/2022"),
        (["HI coverage in Hanoi in 2017?", "was it higher in 2019?"],
         "HI coverage · comparison · Hanoi · 2017 and 2019"),
        (["HI coverage in Hanoi in 2019?", "is that more than 80 per cent?"],
         "HI coverage · Hanoi · 2019"),
        (["Compulsory SI participants of Hue?", "is that more than in Thai Nguyen?"],
         "Compulsory SI participants · comparison · Hue and Thai Nguyen · latest"),
        (["HI coverage of Hue in 2023?", "How many people does it have in social insurance?"],
         "SI participants · Hue · 2023"),
        (["HI coverage of Hue in 2023?", "How many people have health insurance?"],
         "HI participants · Hue · 2023"),
        (["HI coverage of Hue in 2023?", "How many people now have health insurance?"],
         "HI participants · Hue · latest"),
        (["HI coverage of Hue in 2023?", "How many people in the country have health insurance?"],
         "HI participants · Viet Nam · latest"),
        (["HI coverage of Hue in 2023?", "Which province has the most pensioners?"],
         "Pensioners · ranking · all provinces · latest"),
        (["Social insurance members of Gia Lai in 2021?", "How many of them were voluntary?",
          "And at the end of the year before?"],
         "Voluntary SI participants · Gia Lai · the end of 2020"),
        (["Cà Mau thu bảo hiểm được bao nhiêu năm 2023?", "Thế tỷ lệ chậm đóng là bao nhiêu?",
          "Vậy chi khám chữa bệnh BHYT hết bao nhiêu?"],
         "Chi KCB BHYT · Cà Mau · năm 2023"),
        (["HI coverage in Hue in June 2021?", "And in Gia Lai at the end of that year?"],
         "HI coverage · Gia Lai · the end of 2021"),
        (["HI coverage in Hue in June 2021?", "And in the first half of the following year?"],
         "HI coverage · Hue · the first half of 2022"),
        (["Bao phủ BHYT Huế tháng 6/2021?", "Cuối năm trước đó thì sao?"],
         "Tỷ lệ bao phủ BHYT · Huế · cuối năm 2020"),
        (["Bao phủ BHYT Huế tháng 6/2021?", "Đến cuối năm thì sao?"],
         "Tỷ lệ bao phủ BHYT · Huế · cuối năm 2021"),
        (["Bao phủ BHYT Huế tháng 6/2021?", "Đến cuối năm nay thì sao?"],
         "Tỷ lệ bao phủ BHYT · Huế · cuối năm 2026"),
        (["HI coverage in Hue in June 2021?", "and what is the target for year-end?"],
         "HI coverage (target) · Hue · the end of 2021"),
        (["HI coverage in Hue in June 2021?", "and at the end of last year?"],
         "HI coverage · Hue · the end of 2025"),
        (["HI coverage in Hue in June 2021?", "and at the end of 2023 and of the year before?"],
         "HI coverage · Hue · the end of 2023 and 2022"),
        (["HI coverage of Hue in 2023?", "How many people does Hanoi have in social insurance?"],
         "SI participants · Hanoi · latest"),
        (["How many firms in Hue were behind in March 2025?", "What do they owe altogether?"],
         "Late payment · total · Hue · “firms” · March 2025"),
        (["Which firms in Hue owe most?", "how much do they owe altogether?"],
         "Late payment · list · Hue · by “firms” · latest"),
        (["HI coverage of Hue in 2023?", "how many workers were hit by the storm?"],
         "What the reports say · Hue · 2023"),
        (["Ngày 31/3/2022 Huế có bao nhiêu người tham gia BHXH?",
          "so với cuối năm 2021 thì tăng hay giảm, bao nhiêu?"],
         "Số người tham gia BHXH (mức thay đổi) · Huế · ngày 31/3/2022"),
        (["HI coverage in Binh Phuoc in 1999?", "Why did treatments rise in Thai Nguyen?"],
         "What the reports say · HI visits (change) · Thai Nguyen"),
        (["HI coverage in Binh Phuoc in 2023?", "why?"],
         "What the reports say · HI coverage · Binh Phuoc · 2023"),
        (["tỷ lệ bao phủ BHYT Bình Phước năm 2023", "còn Lạng Sơn?"],
         "Tỷ lệ bao phủ BHYT · Lạng Sơn · năm 2023"),
        (["HI coverage in Hue in 2022?", "and the year after?"], "HI coverage · Hue · 2023"),
        (["HI coverage in Hue in 2022?", "over 95?"], "HI coverage · Hue · 2022"),
        (["Premium collection of Hue in 2022?", "in dollars?", "and in 2021?"],
         "Premium collection · Hue · 2021"),
        (["HI participants in Hue?", "how many?"], "HI participants · Hue · latest"),
        (["HI participants in Hue?", "what per cent of the plan?"],
         "HI participants (share of the target reached) · Hue · latest"),
        (["Late payment in Hanoi?", "and the rate?"], "Late payment rate · Hanoi · latest"),
        (["HI coverage in Hue?", "and Lang Son?", "which is higher?"],
         "HI coverage · comparison · Hue and Lang Son · latest"),
        (["HI coverage in Hue?", "and Lang Son?", "which of them is lower?", "by how much?"],
         "HI coverage · comparison · Hue and Lang Son · latest"),
        (["HI coverage in Hue in 2022?", "and Lang Son?", "which is higher?"],
         "HI coverage · comparison · Hue and Lang Son · 2022"),
        (["HI coverage in Hue in 2022?", "and in 2023?", "which is higher?"],
         "HI coverage · comparison · Hue · 2022 and 2023"),
        (["UI participants in Hue?", "and compulsory SI?", "both together?"],
         "UI participants and compulsory SI participants · total · Hue · latest"),
        (["HI participants in Hue?", "and Lang Son?", "who has more?"],
         "HI participants · comparison · Hue and Lang Son · latest"),
        (["HI participants in Hue?", "and the coverage?", "which is higher?"],
         "HI coverage · comparison · Hue · latest"),
        (["Which province has the most VSI participants?", "how many?"],
         "Voluntary SI participants · ranking · all provinces · latest"),
        (["HI cards issued in Gia Lai?", "where did the money come from?"],
         "What the reports say · Gia Lai"),
        (["HI coverage in Hue?", "and in 2019?", "what is the difference?"],
         "HI coverage · comparison · Hue · 2019; HI coverage · Hue · latest"),
        (["What is the HI coverage target in Hue?", "and has it been met?"],
         "HI coverage (share of the target reached) · Hue · latest"),
        (["Did Hue exceed its HI coverage target?", "by how much?"],
         "HI coverage (share of the target reached) · Hue · latest"),
        (["HI coverage in Hue?", "which provinces are higher than in 2020?"],
         "HI coverage (change) · list · all provinces · latest"),
        (["HI coverage in Hue in 2023?", "what was it a year earlier?"],
         "HI coverage · Hue · 2022"),
        (["HI cards issued in Gia Lai?", "who paid?"], "What the reports say · Gia Lai"),
        (["What difficulties did Dak Lak meet in expanding HI?", "and Gia Lai?"],
         "What the reports say · Gia Lai"),
        (["What did Pham Quang Minh say about voluntary SI?", "and about health insurance?"],
         "What the reports say · “Pham”, “Quang” and “Minh”"),
        (["What did Pham Quang Minh say about Hue?", "how many people have health insurance?"],
         "HI participants · Hue · latest"),
    ],
)  # fmt: skip
def test_a_follow_up_takes_what_it_leaves_open_from_the_turn_before(
    turns: list[str], understood: str
) -> None:
    assert line(turns[-1], *turns[:-1]) == understood


@pytest.mark.parametrize(
    ("question", "history", "left_open"),
    [
        ("What was it in 2030?", (), "metric"),
        ("What was it in 2022?", ("HI coverage of Hue in 2021?",), None),
        ("What is the health insurance coverage in the district?", (), "place"),
        ("Số người tham gia BHYT của tỉnh này là bao nhiêu?", (), "place"),
        ("How many people have health insurance in the province?", ("HI coverage of Hue?",), None),
        ("How many people have health insurance in the ward?", ("HI coverage of Hue?",), "place"),
        ("And in the district?", ("HI coverage of Hue?",), "place"),
        ("Which district of the province of Son La has the most voluntary participants?", (), None),
        ("HI coverage nationwide", (), None),
    ],
)
def test_what_is_pointed_at_and_told_nowhere_is_left_open(
    question: str, history: tuple[str, ...], left_open: str | None
) -> None:
    assert understand(question, history, TODAY).left_open == left_open


@pytest.mark.parametrize(
    ("question", "withdrawn"),
    [
        ("HI coverage of Hanoi in 2023, not 2022", ["2022"]),
        ("chỉ tiêu chứ không phải thực tế", ["thực tế"]),
        ("không phải Huế mà là Hà Nội", ["Huế"]),
        ("Which provinces have not reached 95%?", []),
        ("HI coverage in Hue, not counting pupils", []),
        ("HI coverage in Hue, not reached in 2022", []),
        ("Huế có phải đạt 95% không?", []),
    ],
)
def test_what_a_question_takes_back_is_not_asked_for(question: str, withdrawn: list[str]) -> None:
    spans = taken_back(question, TODAY, load_cues())
    assert [question[span.start : span.end] for span in spans] == withdrawn


@pytest.mark.parametrize(
    ("turns", "counted_from"),
    [
        (["Premiums of Hai Phong in 8 months of 2025 compared with the same period last year"],
         ["2024-01/2024-08"]),
        (["Số thu Hải Phòng 8 tháng năm 2025 tăng bao nhiêu so với cùng kỳ"], ["2024-01/2024-08"]),
        (["Late payment in Hanoi in March 2024?", "compared to last year?"], ["2023-03"]),
        (["Late payment in Hanoi compared with last year"], ["2025"]),
        (["Rise of late payment in Hanoi in 2024 compared with 2020"], ["2020"]),
    ],
)  # fmt: skip
def test_last_year_is_the_one_before_the_asked_time(
    turns: list[str], counted_from: list[str]
) -> None:
    query = understand(turns[-1], turns[:-1], TODAY)
    assert [period.notation for period in query.versus] == counted_from


@pytest.mark.parametrize(
    ("turn", "asks_nothing"),
    [
        ("thanks", True),
        ("ok", True),
        ("OK, thank you very much!", True),
        ("cảm ơn bạn", True),
        ("xin chào", True),
        ("ok and in 2022?", False),
        ("thanks, and Hue?", False),
        ("good coverage in Hue", False),
        ("ok 93%?", False),
        ("why?", False),
        ("HI", False),
        ("", False),
    ],
)
def test_a_courtesy_asks_nothing(turn: str, asks_nothing: bool) -> None:
    assert (understand(turn, (), TODAY).left_open == "question") is asks_nothing


def test_so_many_of_the_first_of_a_list_are_kept() -> None:
    history = ("Which provinces have the highest HI coverage?",)
    assert understand("only the first one", history, TODAY).most == 1
    assert understand("only the first three", history, TODAY).most == 3


@pytest.mark.parametrize(
    ("question", "open_slot"),
    [
        ("who is the director?", "place"),
        ("giám đốc là ai?", "place"),
        ("who is the director of Hue?", None),
        ("who is the general director of VSS?", None),
    ],
)
def test_whose_office_is_meant_is_asked_back(question: str, open_slot: str | None) -> None:
    assert understand(question, (), TODAY).left_open == open_slot
