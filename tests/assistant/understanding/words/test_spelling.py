"""What is typed in haste, and what it is read as."""

from __future__ import annotations

import pytest

from tests.assistant.asking import line


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("So nguoi tham gia BHXH TN o Bac Kan thang 10/2021",
         "Số người tham gia BHXH tự nguyện · Bắc Kạn · tháng 10/2021"),
        ("Số NLĐ tham gia BHTN ở Bắc Ninh năm 2019",
         "Số người tham gia BHTN · Bắc Ninh · năm 2019"),
        ("Huế bhyt 2022 bn người", "Số người tham gia BHYT · Huế · năm 2022"),
        ("bhtn cả nước 2022 bn %", "Tỷ lệ bao phủ BHTN · cả nước · năm 2022"),
        ("Premiums of Hue in 2022 of 3 bn VND", "Premium collection · Hue · 2022"),
        ("số tiền DN nợ BHXH Đồng Nai", "Số tiền chậm đóng · Đồng Nai · mới nhất"),
        ("Số tiền KCB BHYT Bình Phước 2023", "Chi KCB BHYT · Bình Phước · năm 2023"),
        ("Số lượt KCB BHYT Bình Phước năm 2023", "Lượt KCB BHYT · Bình Phước · năm 2023"),
        ("Từ tháng 5 đến tháng 10 năm 2025 Lào Cai tăng bao nhiêu người BHYT",
         "Số người tham gia BHYT (mức thay đổi) · Lào Cai · tháng 5/2025 và tháng 10/2025"),
        ("HI Lao Cai 2024 participants", "HI participants · Lao Cai · 2024"),
        ("HI Lao Cai 2,024 participants", "HI participants · Lao Cai · latest"),
        ("Hanoi arrears 2024 pct", "Late payment and late payment rate · Hanoi · 2024"),
        ("comp. SI participants Hanoi", "Compulsory SI participants · Hanoi · latest"),
        ("SI vol Hanoi participants", "Voluntary SI participants · Hanoi · latest"),
        ("participants, social insurance (mandatory) Hue 2022",
         "Compulsory SI participants · Hue · 2022"),
        ("HI participants of Lao Cai, rise between May and October 2025",
         "HI participants (change) · Lao Cai · May 2025 and October 2025"),
    ],
)  # fmt: skip
def test_what_an_office_types_is_read_as_meant(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Kon Tum có bao nhieu người đóng bao hiểm xã hôi?",
         "Số người tham gia BHXH · Kon Tum · mới nhất"),
        ("tỷ lệ bao phũ bảo hiễm y tế của Bình Phước năm 2023",
         "Tỷ lệ bao phủ BHYT · Bình Phước · năm 2023"),
        ("Huế có bao nhiêu người đóng BHXH tự nguyên",
         "Số người tham gia BHXH tự nguyện · Huế · mới nhất"),
        ("số người tham gia BHYT ở phường Bảo Phú, Huế",
         "Số người tham gia BHYT · phường Bao Phu, Huế · mới nhất"),  # a name
    ],
)  # fmt: skip
def test_marks_that_are_not_those_of_the_subject_are_set_right(
    question: str, understood: str
) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Bà con Lâm Đồng xài bảo hiểm y tế hết bao nhiêu tiền năm 2024?",
         "Chi KCB BHYT · Lâm Đồng · năm 2024"),
        ("Bệnh nhân BHYT ở Huế năm 2023 đông cỡ nào?", "Lượt KCB BHYT · Huế · năm 2023"),
        ("Huế năm 2023 có bao nhiêu bệnh nhân BHYT", "Lượt KCB BHYT · Huế · năm 2023"),
        ("Huế chi cho bệnh nhân BHYT bao nhiêu năm 2023?", "Chi KCB BHYT · Huế · năm 2023"),
        ("Trong ba tỉnh Long An, Huế và Lâm Đồng, tỉnh nào có nhiều người tham gia BHXH nhất?",
         "Số người tham gia BHXH · xếp hạng · Long An, Huế và Lâm Đồng · mới nhất"),
        ("Hà Nội thu được bao nhiêu tiền bảo hiểm năm 2019, tăng mấy %?",
         "Số thu bảo hiểm · Hà Nội · năm 2019; "
         "Số thu bảo hiểm (mức thay đổi theo phần trăm) · Hà Nội · năm 2019"),
        ("Bao nhiêu người rút BHXH một lần ở Huế?",
         "Số người hưởng BHXH · Huế · “rút BHXH một lần” · mới nhất"),
        ("Làm sao để tăng số người tham gia BHXH tự nguyện ở Huế?", "Nội dung báo cáo · Huế"),
        ("Cô bác ở Huế có bao nhiêu người tham gia BHYT?",
         "Số người tham gia BHYT · Huế · mới nhất"),
    ],
)  # fmt: skip
def test_how_people_talk_is_understood(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Huế có bao nhiêu người tham gia BHXH diện tự nguyện?",
         "Số người tham gia BHXH tự nguyện · Huế · mới nhất"),
        ("bhxh thua thien hue co bao nhieu nguoi tu nguyen",
         "Số người tham gia BHXH và số người tham gia BHXH tự nguyện · Thừa Thiên Huế · mới nhất"),
        ("Số người tham gia BHXH Huế gồm bắt buộc bao nhiêu, tự nguyện bao nhiêu?",
         "Số người tham gia BHXH và số người tham gia BHXH bắt buộc · Huế · mới nhất; Số người "
         "tham gia BHXH tự nguyện · Huế · mới nhất"),
        ("Số người BHXH bắt buộc so với tự nguyện ở Huế gấp mấy lần?",
         "Số người tham gia BHXH bắt buộc và số người tham gia BHXH tự nguyện · tỷ lệ giữa hai số"
         " · Huế · mới nhất"),
        ("Huế có bao nhiêu người tự nguyện tham gia BHXH",
         "Số người tham gia BHXH tự nguyện · Huế · mới nhất"),
        ("Số người đóng BHXH bắt buộc và tự nguyện ở Huế",
         "Số người tham gia BHXH bắt buộc và số người tham gia BHXH tự nguyện · Huế · mới nhất"),
        ("Huế có bao nhiêu người tham gia BHXH, BHYT",
         "Số người tham gia BHXH và số người tham gia BHYT · Huế · mới nhất"),
    ],
)  # fmt: skip
def test_a_kind_of_social_insurance_needs_its_name_but_once(question: str, understood: str) -> None:
    """Nobody who asks for the voluntary ones is told of all."""
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("poeple in volantary insurence bac kan", "Voluntary SI participants · Bac Kan · latest"),
        ("How mny pepole are in compulsry socail insurence in Hue?",
         "Compulsory SI participants · Hue · latest"),
        ("wht is the covrage of hlth insurance in Hue", "HI coverage · Hue · latest"),
        ("how many wokers hav unemploymnt insurance in bac kan",
         "UI participants · Bac Kan · latest"),
        ("nubmer of hospitls in helth insurance in Dong Nai", "HI facilities · Dong Nai · latest"),
        ("how much did hanoi colect in 2019", "Premium collection · Hanoi · 2019"),
        ("wht did Hue spnd on tretment", "HI expenditure · Hue · latest"),
        # What may be another word narrows still.
        ("how mny womn hav helth insurance in Hue", "HI participants · Hue · “womn” · latest"),
        ("how many jockeys hav helth insurance in Hue",
         "HI participants · Hue · “jockeys” · latest"),
        ("how many slv hav helth insurance in Hue", "HI participants · Hue · “slv” · latest"),
    ],
)  # fmt: skip
def test_several_misspelt_words_are_read_at_once(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("How many people signed up for the phone app in Hue?", "VssID accounts · Hue · latest"),
        ("how many have the social security app on their phones in Hue",
         "VssID accounts · Hue · latest"),
        ("How many app users are there in Hue?", "VssID accounts · Hue · latest"),
        ("How many women use the app in Hue?", "VssID accounts · Hue · “women” · latest"),
        ("How many people have a bank app in Hue?", "What the reports say · Hue"),
        ("How many people signed up for insurance by phone in Hue?", "What the reports say · Hue"),
    ],
)  # fmt: skip
def test_the_app_of_the_agency_is_known_by_any_name(question: str, understood: str) -> None:
    assert line(question) == understood
