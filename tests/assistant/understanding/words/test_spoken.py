"""Vietnamese as it is spoken and typed in haste: what it says besides narrows nothing."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from assistant.understanding.slots.claimed import says_how_many
from tests.assistant.asking import line
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Năm 2021 Hà Giang thu về được cả thảy mấy tỷ đồng?",
         "Số thu bảo hiểm · Hà Giang · năm 2021"),
        ("son la nam 2021 thu vao dc tat ca bnhieu tien", "Số thu bảo hiểm · Sơn La · năm 2021"),
        ("Sơn La chi ra hết bao nhiêu tiền cho khám chữa bệnh năm 2020?",
         "Chi KCB BHYT · Sơn La · năm 2020"),
        ("Sơn La có tất cả bao nhiêu người đóng BHXH tự nguyện?",
         "Số người tham gia BHXH tự nguyện · Sơn La · mới nhất"),
        ("Sơn La có bao nhiêu người tham gia BHYT tất cả?",
         "Số người tham gia BHYT · Sơn La · mới nhất"),
        ("Tất cả số liệu của Sơn La", "Nội dung báo cáo · Sơn La"),  # all that is held
        ("son la thu dc bnhiu roi", "Số thu bảo hiểm · Sơn La · mới nhất"),
        ("bao nhieu nguoi roi bhxh o son la", "Số người tham gia BHXH · Sơn La · “roi” · mới nhất"),
        ("Sơn La thu hồi được bao nhiêu tiền?", "Nội dung báo cáo · Sơn La"),
        ("CTY nào nợ BHXH nhiều nhất ở Sơn La",
         "Số tiền chậm đóng · xếp hạng · Sơn La · theo “công ty” · mới nhất"),
        ("no bhxh son la", "Số tiền chậm đóng · Sơn La · mới nhất"),
        ("Thầy ơi, Sơn La có nhiêu người đóng BHXH vậy cô?",
         "Số người tham gia BHXH · Sơn La · mới nhất"),
        ("Bữa giờ bên Sơn La thu được nhiêu rồi?", "Số thu bảo hiểm · Sơn La · mới nhất"),
        ("Quý đầu năm 2021 Sơn La thu bao nhiêu?", "Số thu bảo hiểm · Sơn La · quý I/2021"),
        ("Khám BHYT ở Sơn La năm 2021 tốn hết bao nhiêu tiền?", "Chi KCB BHYT · Sơn La · năm 2021"),
        ("Tỉ lệ dân Sơn La có thẻ bảo hiểm?", "Tỷ lệ bao phủ BHYT · Sơn La · mới nhất"),
        ("Sơn La có bao nhiêu công an tham gia BHYT?",
         "Số người tham gia BHYT · Sơn La · “công an” · mới nhất"),
        ("Sơn La còn bao nhiêu người nữa mới đạt chỉ tiêu BHYT?",
         "Số người tham gia BHYT (còn thiếu so với chỉ tiêu) · Sơn La · mới nhất"),
        ("Sơn La còn hụt bao nhiêu người có thẻ BHYT?",
         "Số người tham gia BHYT (còn thiếu so với chỉ tiêu) · Sơn La · mới nhất"),
        ("no ha giang nam 2021", "Số tiền chậm đóng · Hà Giang · năm 2021"),
    ],
)  # fmt: skip
def test_fillers_and_short_forms_change_nothing(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Sơn La mấy phần trăm dân có thẻ bảo hiểm y tế?",
         "Tỷ lệ bao phủ BHYT · Sơn La · mới nhất"),
        ("Ở Sơn La cứ 100 người dân thì khoảng bao nhiêu người có BHYT?",
         "Tỷ lệ bao phủ BHYT · Sơn La · mới nhất"),
        ("son la cu 10 dan thi may nguoi co bhyt", "Tỷ lệ bao phủ BHYT · Sơn La · mới nhất"),
        ("Trong 100 lao động ở Sơn La có mấy người đóng BHXH?",
         "Tỷ lệ bao phủ BHXH · Sơn La · mới nhất"),
        ("Ở Sơn La cứ 100 hộ thì mấy hộ có BHYT?",
         "Tỷ lệ bao phủ BHYT · Sơn La · “hộ” · mới nhất"),
        ("Of every 100 residents of Son La how many have health insurance?",
         "HI coverage · Son La · latest"),
        ("how many workers out of 100 in Son La have social insurance",
         "SI coverage · Son La · latest"),
        ("How many people in 100 communes of Son La have HI?",
         "HI participants · Son La · “communes” · latest"),
        ("Ở Sơn La cứ 100 học sinh thì mấy em có BHYT?",
         "Tỷ lệ bao phủ BHYT · Sơn La · “học sinh” · mới nhất"),
        ("Trong 406 người dân Sơn La thì mấy người có BHYT?",
         "Số người tham gia BHYT · Sơn La · mới nhất"),
    ],
)  # fmt: skip
def test_so_many_of_a_hundred_are_a_share(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("son la co bao nhieu nguoi cai vssid", "Tài khoản VssID · Sơn La · mới nhất"),
        ("Sơn La có bao nhiêu người tải và cài ứng dụng VssID?",
         "Tài khoản VssID · Sơn La · mới nhất"),
        ("Sơn La có bao nhiêu người gỡ VssID?", "Tài khoản VssID · Sơn La · “gỡ” · mới nhất"),
        ("Sơn La có bao nhiêu người cài VNeID?", "Nội dung báo cáo · Sơn La"),
        ("bao nhieu nguoi nhan tro cap that nghiep o son la",
         "Số người hưởng BHTN · Sơn La · mới nhất"),
        ("Bao nhiêu người bị cắt trợ cấp thất nghiệp ở Sơn La?",
         "Số người hưởng BHTN · Sơn La · “cắt” · mới nhất"),
        ("Bao nhiêu người mua BHYT ở Sơn La?", "Số người tham gia BHYT · Sơn La · mới nhất"),
        ("Bao nhiêu người bán thẻ BHYT ở Sơn La?",
         "Số thẻ BHYT đã cấp · Sơn La · “bán” · mới nhất"),
        ("Bao nhiêu người Sơn La đóng BHXH?", "Số người tham gia BHXH · Sơn La · mới nhất"),
        ("Bao nhiêu người Sơn La ngừng đóng BHXH?",
         "Số người tham gia BHXH · Sơn La · “ngừng” · mới nhất"),
        ("bao nhieu nguoi linh luong huu o son la",
         "Số người hưởng lương hưu · Sơn La · mới nhất"),
        ("hue co bao nhieu nguoi dong bhxh", "Số người tham gia BHXH · Huế · mới nhất"),
        ("bhxh hue thu bao nhieu", "Số thu BHXH · Huế · mới nhất"),
    ],
)  # fmt: skip
def test_verbs_of_taking_part_narrow_nothing(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("son la ky hop dong kham chua benh bhyt voi may co so",
         "Cơ sở KCB BHYT · Sơn La · mới nhất"),
        ("Sơn La có bao nhiêu bệnh viện nhận khám BHYT?", "Cơ sở KCB BHYT · Sơn La · mới nhất"),
        ("Sơn La trả trợ cấp thất nghiệp hết bao nhiêu tiền cho bao nhiêu người?",
         "Số chi BHTN và số người hưởng BHTN · Sơn La · mới nhất"),
        ("Sơn La chi trợ cấp hằng tháng bao nhiêu tiền?", "Số chi BHXH · Sơn La · mới nhất"),
        ("How many people join social insurance, not obligatory, in Son La?",
         "Voluntary SI participants · Son La · latest"),
        ("Muốn rút BHXH một lần ở Sơn La thì cần giấy tờ gì?", "Nội dung báo cáo · Sơn La"),
        ("can tho co may benh vien kham bhyt", "Cơ sở KCB BHYT · Cần Thơ · mới nhất"),
        ("Sơn La có bao nhiêu lượt khám BHYT ở các cơ sở?",
         "Lượt KCB BHYT · Sơn La · “cơ sở” · mới nhất"),
        ("Sơn La có mấy cơ sở nợ BHXH?", "Số tiền chậm đóng · Sơn La · “cơ sở” · mới nhất"),
        ("Bao nhiêu cơ sở ở Sơn La tham gia BHXH?",
         "Số người tham gia BHXH · Sơn La · “cơ sở” · mới nhất"),
        ("Sơn La có mấy phòng khám nhận khám BHYT?",
         "Cơ sở KCB BHYT · Sơn La · “phòng khám” · mới nhất"),
    ],
)  # fmt: skip
def test_what_is_counted_tells_the_metric(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Sơn La đặt mục tiêu bao phủ BHYT mấy phần trăm năm 2025?",
         "Tỷ lệ bao phủ BHYT (chỉ tiêu) · Sơn La · năm 2025"),
        ("Sơn La đặt chỉ tiêu bao nhiêu phần trăm dân có BHYT?",
         "Tỷ lệ bao phủ BHYT (chỉ tiêu) · Sơn La · mới nhất"),
        ("Sơn La đạt bao nhiêu phần trăm chỉ tiêu BHYT năm 2025?",
         "Tỷ lệ bao phủ BHYT hoặc số người tham gia BHYT (tỷ lệ hoàn thành chỉ tiêu) · Sơn La"
         " · năm 2025"),
        ("Sơn La nhắm tới bao phủ BHXH bao nhiêu phần trăm năm 2030?",
         "Tỷ lệ bao phủ BHXH (chỉ tiêu) · Sơn La · năm 2030"),
        ("Năm 2023 Sơn La thu vượt chỉ tiêu ngành giao phải không?",
         "Số thu bảo hiểm (tỷ lệ hoàn thành chỉ tiêu) · Sơn La · năm 2023"),
    ],
)  # fmt: skip
def test_a_target_that_is_set_is_none_that_was_reached(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Sơn La có bao nhiêu phần trăm người trong tuổi lao động đang đóng BHXH?",
         "Tỷ lệ bao phủ BHXH · Sơn La · mới nhất"),
        ("Sơn La có bao nhiêu phần trăm người trong tuổi lao động có thẻ BHYT?",
         "Tỷ lệ bao phủ BHYT · Sơn La · “tuổi lao động” · mới nhất"),  # a part of the insured
        ("What share of Son La's working age people had health insurance?",
         "HI coverage · Son La · “working age” · latest"),
        ("Hồi cuối năm 2021 Sơn La có bao nhiêu người tham gia BHXH (loại tự nguyện)?",
         "Số người tham gia BHXH tự nguyện · Sơn La · cuối năm 2021"),
        ("Sơn La bao nhiêu người đóng bảo hiểm xã hội theo hình thức bắt buộc hồi tháng 6/2021?",
         "Số người tham gia BHXH bắt buộc · Sơn La · tháng 6/2021"),
        ("Sơn La thu hồi bao nhiêu tiền nợ BHXH?",
         "Số tiền chậm đóng · Sơn La · “thu hồi” · mới nhất"),
        ("Sơn La đòi được bao nhiêu tiền nợ BHXH?",
         "Số tiền chậm đóng · Sơn La · “đòi được” · mới nhất"),
        ("Giai đoạn 2016-2020 Sơn La có bao nhiêu người tham gia BHYT?",
         "Số người tham gia BHYT · Sơn La · giai đoạn từ năm 2016 đến năm 2020"),
        ("BHYT Sơn La đã phủ được mấy phần trăm dân số?",
         "Tỷ lệ bao phủ BHYT · Sơn La · mới nhất"),
        ("bhyt son la da phu duoc may phan tram phu nu",
         "Tỷ lệ bao phủ BHYT · Sơn La · “phu nu” · mới nhất"),
        ("Sơn La muốn đạt 95% BHYT thì còn thiếu bao nhiêu người?",
         "Số người tham gia BHYT (còn thiếu so với chỉ tiêu) · Sơn La · mới nhất"),
        ("Tỷ lệ bao phủ BHYT của Sơn La còn thiếu bao nhiêu điểm phần trăm so với chỉ tiêu?",
         "Tỷ lệ bao phủ BHYT (còn thiếu so với chỉ tiêu) · Sơn La · mới nhất"),
        ("How many people is Son La still short of its HI coverage target?",
         "HI participants (short of the target) · Son La · latest"),
    ],
)  # fmt: skip
def test_spoken_words_narrow_only_where_they_tell_a_part(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Sơn La với Hà Giang, tỉnh nào ít người tham gia BHTN hơn?",
         "Số người tham gia BHTN · so sánh · Sơn La và Hà Giang · mới nhất"),
        ("Sơn La với Hà Giang, tỉnh nào nhiều người tham gia BHTN hơn, hơn bao nhiêu người?",
         "Số người tham gia BHTN · so sánh · Sơn La và Hà Giang · mới nhất"),
        ("Does Son La or Ha Giang have more UI members, and by how many?",
         "UI participants · comparison · Son La and Ha Giang · latest"),
        ("Tỉnh nào có nhiều người tham gia BHTN hơn Sơn La và Hà Giang?",
         "Số người tham gia BHTN · danh sách · Sơn La và Hà Giang · mới nhất"),
        ("Công ty nào ở Sơn La nợ BHXH nhiều nhất, nợ bao nhiêu?",
         "Số tiền chậm đóng · xếp hạng · Sơn La · theo “công ty” · mới nhất"),
        ("Công ty nào ở Sơn La nợ BHXH nhiều nhất, cả tỉnh nợ bao nhiêu?",
         "Số tiền chậm đóng · xếp hạng · Sơn La · theo “công ty” · mới nhất; "
         "Số tiền chậm đóng · Sơn La · mới nhất"),
        ("Công ty nào ở Sơn La nợ BHXH nhiều nhất, nợ mấy tháng?",
         "Số tiền chậm đóng · xếp hạng · Sơn La · theo “công ty” · mới nhất; "
         "Nội dung báo cáo · Sơn La"),
    ],
)  # fmt: skip
def test_a_part_that_goes_on_asks_of_what_was_compared_or_listed(
    question: str, understood: str
) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "versus"),
    [
        ("BHYT Sơn La đến cuối tháng 9/2021 tăng bao nhiêu so với 1 năm trước?", "@2020-09"),
        ("BHYT Sơn La đến cuối tháng 9/2021 tăng bao nhiêu so với một năm trước đó?", "@2020-09"),
        ("BHYT Sơn La đến cuối tháng 9/2021 giảm mấy người so với 12 tháng trước?", "@2020-09"),
        ("bhyt son la cuoi thang 9/2021 tang bao nhieu so voi mot nam truoc", "@2020-09"),
        ("BHYT Sơn La đến cuối tháng 9/2021 tăng bao nhiêu so với 3 năm trước?", "@2018-09"),
    ],
)
def test_years_before_are_counted_from_the_asked_time(question: str, versus: str) -> None:
    assert [period.notation for period in understand(question, (), TODAY).versus] == [versus]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Ba tỉnh có tỷ lệ bao phủ BHYT thấp nhất?", 3),
        ("bon tinh bao phu bhyt cao nhat", 4),
        ("Năm tỉnh có tỷ lệ bao phủ BHYT cao nhất", 5),
        ("Cho biết hai đơn vị nợ nhiều nhất ở Sơn La", 2),
        ("Trong năm tỉnh nào có tỷ lệ bao phủ BHYT cao nhất?", None),
        ("Tỉnh thứ ba về tỷ lệ bao phủ BHYT cao nhất", None),
        ("Tỷ lệ bao phủ BHYT của hai tỉnh Sơn La và Hà Giang", None),
    ],
)
def test_how_many_to_name_may_be_said_in_a_word(question: str, number: int | None) -> None:
    asked = understand(question, (), TODAY)
    told = [int(q.value) for q in asked.claimed if says_how_many(q, asked.plain)]
    assert told == ([number] if number else [])
