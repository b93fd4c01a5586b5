"""Everyday words of a question say what the plain ones say, and no more than these."""

from __future__ import annotations

import pytest

from assistant.understanding.words.everyday import in_plain_words
from assistant.understanding.words.everyday_words import WHERE, everyday
from indexing.reading.language import detect_language
from indexing.records import Language
from tests.assistant.asking import line


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        # Money that goes out,
        ("How much did health insurance shell out in Hue in 2023?", "HI expenditure · Hue · 2023"),
        ("How much money was doled out on treatment in Hue?", "HI expenditure · Hue · latest"),
        ("Năm 2023 quỹ BHYT Huế móc hầu bao bao nhiêu tiền khám chữa bệnh?",
         "Chi KCB BHYT · Huế · năm 2023"),
        ("Quỹ BHYT Huế bỏ ra mấy tỷ khám chữa bệnh?", "Chi KCB BHYT · Huế · mới nhất"),
        ("What do the people drawing social insurance benefits cost Hue?",
         "SI benefits paid · Hue · latest"),
        ("hue, no. of places that treat insured patients", "HI facilities · Hue · latest"),
        # that comes in,
        ("Which province had taken in 3.9 trillion dong in 2023?",
         "Premium collection · list · all provinces · 2023"),
        ("Has Hue taken in more than 3 trillion dong?", "Premium collection · Hue · latest"),
        ("How much did Hue's social insurance haul in in 2023?", "SI collection · Hue · 2023"),
        ("Năm 2023 Huế gom được bao nhiêu tiền BHXH?", "Số thu BHXH · Huế · năm 2023"),
        ("How much money poured into the insurance funds in 2021?",
         "Premium collection · Viet Nam · 2021"),
        ("Midway through 2021, how much of the collection plan had Hue fulfilled?",
         "Premium collection (share of the target reached) · Hue · the first half of 2021"),
        ("Đi được nửa năm 2021 Huế có bao nhiêu người tham gia BHYT?",
         "Số người tham gia BHYT · Huế · 6 tháng đầu năm 2021"),
        ("Did Hue stay within its health insurance budget in 2023?",
         "HI expenditure (share of the target reached) · Hue · 2023"),
        ("Hue kept well inside the health budget in 2023. Can I print that?",
         "HI expenditure (share of the target reached) · Hue · 2023"),
        ("How much did Hue collect in 2023? In billions please.",
         "Premium collection · Hue · 2023"),
        ("Lào Cai muốn bao nhiêu % lao động tham gia BHTN năm 2030?",
         "Tỷ lệ bao phủ BHTN (chỉ tiêu) · Lào Cai · năm 2030"),
        # What is wanted by one unit is not wanted by another,
        ("UI in Hue, as a number of people not a percentage", "UI participants · Hue · latest"),
        ("What share of people in Hue has health insurance, not the number?",
         "HI coverage · Hue · latest"),
        # and that is owed.
        ("How much health insurance money was held back in Hue?", "Late payment · Hue · latest"),
        ("Which firms skip their contributions in Hue?",
         "Late payment · list · Hue · by “firms” · latest"),
        ("Các doanh nghiệp Huế dây dưa bao nhiêu tiền BHXH?",
         "Số tiền chậm đóng · Huế · mới nhất"),
        ("cac doanh nghiep nghe an chua dong bao nhieu tien bhxh",
         "Số tiền chậm đóng · Nghệ An · mới nhất"),
        # People who are members,
        ("How many townspeople have bought health insurance in Hue?",
         "HI participants · Hue · latest"),
        ("How many people in Hue opted into social insurance?", "SI participants · Hue · latest"),
        ("Bao nhiêu cư dân Huế gia nhập BHXH?", "Số người tham gia BHXH · Huế · mới nhất"),
        # who are won for it, or still to be won,
        ("How many people in Hue were talked into voluntary social insurance in 2023?",
         "Voluntary SI participants (change) · Hue · 2023"),
        ("Huyện Nam Đàn kéo thêm được mấy người vào BHXH tự nguyện?",
         "Số người tham gia BHXH tự nguyện (mức thay đổi) · Nam Đàn · mới nhất"),
        ("Huế còn phải tìm thêm bao nhiêu người nữa mới đạt chỉ tiêu BHYT?",
         "Số người tham gia BHYT (còn thiếu so với chỉ tiêu) · Huế · mới nhất"),
        # and who draw what they are due.
        ("How many people in Hue live off a pension?", "Pensioners · Hue · latest"),
        ("Huế có bao nhiêu người lãnh tiền hưu?", "Số người hưởng lương hưu · Huế · mới nhất"),
        ("Huế có bao nhiêu người lãnh BHTN?", "Số người hưởng BHTN · Huế · mới nhất"),
        ("How often did people in Hue consult a doctor on health insurance?",
         "HI visits · Hue · latest"),
        # Shares, orders and moves.
        ("What chunk of the people of Hue has health insurance?", "HI coverage · Hue · latest"),
        ("How large a slice of Hue's workforce has social insurance?",
         "SI coverage · Hue · latest"),
        ("Độ phủ sóng BHYT của Huế năm 2023?", "Tỷ lệ bao phủ BHYT · Huế · năm 2023"),
        ("Which province brings up the rear in health insurance coverage?",
         "HI coverage · ranking · all provinces · latest"),
        ("Tỉnh nào quán quân về tỷ lệ bao phủ BHYT?",
         "Tỷ lệ bao phủ BHYT · xếp hạng · các tỉnh, thành phố · mới nhất"),
        ("By how much did health insurance coverage tick up in Hue?",
         "HI coverage (change) · Hue · latest"),
        # What is said besides.
        ("As things stand, how many people in Hue have health insurance, by any chance?",
         "HI participants · Hue · latest"),
        ("Anh chị cho em hỏi Huế có bao nhiêu người tham gia BHYT vậy nè?",
         "Số người tham gia BHYT · Huế · mới nhất"),
    ],
)  # fmt: skip
def test_everyday_words_are_understood(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        # Firms pay in what a fund pays out.
        ("How much did employers fork out in Hue?", "How much did employers fork out in Hue?"),
        # Cards and documents are handed out as well, and no amount is asked for.
        ("How many cards were handed out in Hue?", "How many cards were handed out in Hue?"),
        # To lay off is no lay-out, and who cashes in takes a lump sum.
        ("How many people cashed in their social insurance in Hue?",
         "How many people cashed in their social insurance in Hue?"),
        ("How many people were paid social insurance benefits in Hue?",
         "How many people were paid social insurance benefits in Hue?"),
        # A target is no expense, whatever its marks.
        ("Chỉ tiêu BHYT của Huế là bao nhiêu tiền?", "Chỉ tiêu BHYT của Huế là bao nhiêu tiền?"),
        ("Số lượt khám chữa bệnh ở Huế?", "Số lượt khám chữa bệnh ở Huế?"),
        # What is missing to a plan is no debt.
        ("Doanh nghiệp Huế còn thiếu bao nhiêu tiền mới đạt kế hoạch?",
         "Doanh nghiệp Huế còn thiếu bao nhiêu tiền mới đạt kế hoạch?"),
        # With marks a word is no other one.
        ("Huế đạt bao nhiêu phần trăm kế hoạch thu?", "Huế đạt bao nhiêu phần trăm kế hoạch thu?"),
        ("bao nhieu phan tram ke hoach thu?", "bao nhieu phan tram ke hoach thu?"),
    ],
)  # fmt: skip
def test_what_may_say_something_else_is_left(question: str, understood: str) -> None:
    assert in_plain_words(question, detect_language(question)) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("How many Hanoians had health insurance in 2018?", "HI participants · Hanoi · 2018"),
        ("what share of hanoians have health insurance", "HI coverage · Hanoi · latest"),
        ("How many Saigonese are there with unemployment insurance?",
         "UI participants · Ho Chi Minh City · latest"),
        ("How many Da Nangers draw a pension?", "Pensioners · Da Nang · latest"),
        ("How many Hanoian pupils have health insurance?",
         "HI participants · Hanoi · “pupils” · latest"),
        # Of nobody known.
        ("How many Atlanteans have health insurance?",
         "HI participants · “Atlanteans” · latest"),
    ],
)  # fmt: skip
def test_the_people_of_a_place_name_it(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    "question",
    [
        "What did Hue do about firms that owe social insurance?",
        "How does Hue crack down on late payers?",
        "What becomes of firms that dodge their contributions in Hue?",
        "Huế làm gì với các đơn vị chây ì không đóng bảo hiểm?",
        "Doanh nghiệp chậm đóng BHXH ở Huế thì đối phó ra sao?",
        "What sparked the fall in voluntary social insurance participants in Hue?",
        "Yếu tố nào khiến số người tham gia BHXH tự nguyện ở Huế giảm?",
    ],
)
def test_deeds_and_reasons_are_told_in_words(question: str) -> None:
    assert line(question).startswith(("What the reports say", "Nội dung báo cáo"))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_plain_phrase_is_an_everyday_one(language: Language) -> None:
    told = [one for same in everyday(language).listed.values() for one in same]
    everyday_ones = {(one.given, one.where) for one in told if one.given != one.plain}
    assert not everyday_ones & {(one.plain, one.where) for one in told}
    assert {one.where for one in told} <= set(WHERE)


@pytest.mark.parametrize(
    "question",
    [
        "How many notices of debt did Hue send out in 2025?",
        "How many meetings on health insurance did Hue hold?",
        "Năm 2025 Huế gửi bao nhiêu giấy báo nhắc nợ?",
        "Huế lập mấy tổ thu nợ BHXH?",
    ],
)
def test_papers_and_meetings_are_no_figure_of_an_insurance(question: str) -> None:
    assert line(question).startswith(("What the reports say", "Nội dung báo cáo"))


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Huế có bao nhiêu tổ chức nợ BHXH?", "Số tiền chậm đóng · Huế · “tổ chức” · mới nhất"),
        ("How many people in Hue got letters about health insurance?",
         "HI participants · Hue · “letters” · latest"),
        ("How many people does the notice say have health insurance in Hue?",
         "HI participants · Hue · latest"),
    ],
)  # fmt: skip
def test_who_is_counted_beside_them_still_is(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("What is behind the shrinking number of compulsory SI participants in Hue?",
         "What the reports say · compulsory SI participants (change) · Hue"),
        ("Why is the number of voluntary SI participants falling in Hue?",
         "What the reports say · voluntary SI participants (change) · Hue"),
        # Where no reason is asked for, what grows is asked for as it stands.
        ("How large is the growing debt of firms in Hue?", "Late payment · Hue · latest"),
    ],
)  # fmt: skip
def test_what_is_on_the_move_moved(question: str, understood: str) -> None:
    assert line(question) == understood
