"""How questions are understood: a table that a colleague can read and extend."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.conversation.corrections import taken_back
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import load_phrases
from assistant.wording.understood import understood_line

TODAY = date(2026, 11, 21)


def line(question: str, *history: str) -> str:
    query = understand(question, history, TODAY)
    return understood_line(query, load_phrases(query.language))


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("what was Binh Phuoc's HI coverage in 2023", "HI coverage · Binh Phuoc · 2023"),
        ("hi coverage binh phuoc 2023", "HI coverage · Binh Phuoc · 2023"),
        ("BHYT coverage in Bình Phước, 2023?", "HI coverage · Binh Phuoc · 2023"),
        ("HI COVERAGE HANOI2023", "HI coverage · Hanoi · 2023"),
        ("hi coverage in 2023Hanoi", "HI coverage · Hanoi · 2023"),
        ("Tỷ lệ bao phủ BHYT tp. Huế 2022", "Tỷ lệ bao phủ BHYT · Huế · năm 2022"),
        ("What was the health insurance coverage rate of Binh Phuoc last year?",
         "HI coverage · Binh Phuoc · 2025"),
        ("How many people in Lang Son had voluntary social insurance?",
         "Voluntary SI participants · Lang Son · latest"),
        ("How many people have health insurance?", "HI participants · Viet Nam · latest"),
        ("How many people pay into UI in Hue?", "UI participants · Hue · latest"),
        ("How many employees pay compulsory SI in Hue?",
         "Compulsory SI participants · Hue · latest"),
        ("How many people contribute to SI in Hue?", "SI participants · Hue · latest"),
        ("How much do people pay into UI in Hue?", "UI collection · Hue · latest"),
        ("Số người đóng BHXH tự nguyện ở Huế", "Số người tham gia BHXH tự nguyện · Huế · mới nhất"),
        ("Năm 2022 tỷ lệ bao phủ BHYT của Huế là bao nhiêu?",
         "Tỷ lệ bao phủ BHYT · Huế · năm 2022"),
        ("Giải pháp nào để tăng số người tham gia BHXH tự nguyện ở Lạng Sơn?",
         "Nội dung báo cáo · Lạng Sơn"),
        ("Hue 2023: collection, debt rate and HI coverage",
         "Premium collection, late payment rate and HI coverage · Hue · 2023"),
        ("Quý 1 năm 2023 Thái Nguyên khám BHYT bao nhiêu lượt thế?",
         "Lượt KCB BHYT · Thái Nguyên · quý I/2023"),
        ("How many people did the post office bring into voluntary SI in Hue in 2021?",
         "Voluntary SI participants (change) · Hue · “post” · 2021"),
        ("Through 2019, how many people did the post office bring into voluntary SI in Hue?",
         "Voluntary SI participants (change) · Hue · “post” · 2019"),
        ("Năm 2023, Huế hoàn thành bao nhiêu % kế hoạch thu?",
         "Số thu bảo hiểm (tỷ lệ hoàn thành chỉ tiêu) · Huế · năm 2023"),
        ("Kể tên các tỉnh nợ BHXH trên 1000 tỷ",
         "Số tiền chậm đóng · danh sách · các tỉnh, thành phố · mới nhất"),
        ("5 tỉnh có số người tham gia BHYT đông nhất",
         "Số người tham gia BHYT · xếp hạng · các tỉnh, thành phố · mới nhất"),
        ("Số thẻ BHYT còn hiệu lực ở Huế?", "Số người tham gia BHYT · Huế · mới nhất"),
        ("BHXH tỉnh Lai Châu thu bao nhiêu năm 2023?", "Số thu bảo hiểm · Lai Châu · năm 2023"),
        ("How much was collected in Hanoi in the first seven months of 2019?",
         "Premium collection · Hanoi · the first seven months of 2019"),
        ("compulsory, voluntary and unemployment insurance participants in Binh Phuoc in 2023",
         "Compulsory SI participants, voluntary SI participants and UI participants · Binh Phuoc"
         " · 2023"),
        ("What percentage of its compulsory social insurance target had Bac Kan reached?",
         "Compulsory SI coverage or compulsory SI participants (share of the target reached) ·"
         " Bac Kan · latest"),
        ("By how much did insured visits fall in Binh Duong in the first nine months of 2021?",
         "HI visits (change) · Binh Duong · the first nine months of 2021"),
        ("How did HI coverage change in Hue between 2019 and 2022?",
         "HI coverage (change) · Hue · 2019 and 2022"),
        ("HI coverage of Tan Tien commune, Dam Doi district, Ca Mau in 2023",
         "HI coverage · Tan Tien commune, Ca Mau · 2023"),
        ("HI coverage of Nam Dan district, Hung Nguyen district in 2023",
         "HI coverage · Nam Dan district and Hung Nguyen district · 2023"),
        ("How much of its estimate did Quang Nam spend from the health insurance fund in 2019?",
         "HI expenditure (share of the target reached) · Quang Nam · 2019"),
        ("Which health insurance coverage had the Prime Minister asked for in 2018?",
         "HI coverage (target) · Viet Nam · 2018"),
        ("How many people in Binh Duong received unemployment benefits in 2022, and how much did"
         " that cost?",
         "UI beneficiaries · Binh Duong · 2022; UI benefits paid · Binh Duong · 2022"),
        ("Hưng Yên năm 2022 thu BHTN được bao nhiêu tiền, tăng bao nhiêu phần trăm?",
         "Số thu BHTN · Hưng Yên · năm 2022; Số thu BHTN (mức thay đổi theo phần trăm) · Hưng Yên"
         " · năm 2022"),
        ("How far was Lam Dong from its 95% health insurance goal in 2025, in people?",
         "HI participants (short of the target) · Lam Dong · 2025"),
        ("Is it true that Kien Giang's HI coverage passed the national one in 2019?",
         "HI coverage · comparison · Kien Giang and Viet Nam · 2019"),
        ("Which firms in Hanoi are behind?", "Late payment · list · Hanoi · latest"),
        ("Where was the conference on health insurance held?", "What the reports say"),
        ("Where was health insurance coverage highest?",
         "HI coverage · ranking · all provinces · latest"),
        ("What did the Ministry of Health ask hospitals to do?", "What the reports say"),
        ("Is premium collection up on 2022?", "Premium collection (change) · Viet Nam · latest"),
        ("Which provinces have a higher HI coverage than in 2020?",
         "HI coverage (change) · list · all provinces · latest"),
        ("Is HI coverage in Hue higher than in 2020?", "HI coverage (change) · Hue · latest"),
        ("kết dư quỹ BHYT là bao nhiêu?",
         "Tỷ lệ bao phủ BHYT hoặc số người tham gia BHYT · “kết dư” · mới nhất"),
        ("What happened to the owners of An Thi Garment?", "What the reports say · “Garment”"),
        ("helth insurence covrage in Lam Dong 2024", "HI coverage · Lam Dong · 2024"),
        ("Which province had the highest HI coverage in 2022?",
         "HI coverage · ranking · all provinces · 2022"),
        ("What was the target for HI coverage in Tien Giang in 2018?",
         "HI coverage (target) · Tien Giang · 2018"),
        ("Compare HI coverage of Hanoi and Tien Giang in 2017",
         "HI coverage · comparison · Hanoi and Tien Giang · 2017"),
        ("tỷ lệ bao phủ BHYT của Bình Phước năm 2023",
         "Tỷ lệ bao phủ BHYT · Bình Phước · năm 2023"),
        ("ty le bao phu BHYT Binh Phuoc nam 2023", "Tỷ lệ bao phủ BHYT · Bình Phước · năm 2023"),
        ("Hà Nội có đạt chỉ tiêu BHYT năm 2023 không?",
         "Tỷ lệ bao phủ BHYT hoặc số người tham gia BHYT (tỷ lệ hoàn thành chỉ tiêu) · Hà Nội ·"
         " năm 2023"),
        ("Lâm Đồng phải đạt chỉ tiêu BHYT bao nhiêu năm 2025?",
         "Tỷ lệ bao phủ BHYT hoặc số người tham gia BHYT (chỉ tiêu) · Lâm Đồng · năm 2025"),
        ("chỉ tiêu phấn đấu đạt của Lâm Đồng năm 2025 về bao phủ BHYT",
         "Tỷ lệ bao phủ BHYT (chỉ tiêu) · Lâm Đồng · năm 2025"),
        ("bhyt ha nọi", "Tỷ lệ bao phủ BHYT hoặc số người tham gia BHYT · Hà Nội · mới nhất"),
        ("UI benefits Hue", "UI benefits paid or UI beneficiaries · Hue · latest"),
        ("is it true that half or more of Hai Duong's workers have social insurance?",
         "SI coverage · Hai Duong · latest"),
        ("how much has HI coverage in Hanoi grown since 2019?",
         "HI coverage (change) · Hanoi · latest"),
        ("tăng trưởng số người tham gia BHYT cả nước so với năm 2019",
         "Số người tham gia BHYT (mức thay đổi) · cả nước · mới nhất"),
        ("gấp đôi số người tham gia BHYT Hà Nội",
         "Số người tham gia BHYT · Hà Nội · “gấp đôi” · mới nhất"),
        ("How much lower is Tien Giang's HI coverage than the target?",
         "HI coverage (share of the target reached) · Tien Giang · latest"),
        ("How much higher was HI coverage in Lam Dong in 2024 than in 2023?",
         "HI coverage (change) · Lam Dong · 2024"),
        ("What was the gap between Hanoi and national HI coverage?",
         "HI coverage · comparison · Hanoi and Viet Nam · latest"),
        ("Chênh lệch tỷ lệ BHYT giữa Hà Nội và Huế",
         "Tỷ lệ bao phủ BHYT · so sánh · Hà Nội và Huế · mới nhất"),
        ("Which province grew fastest in HI participants?",
         "HI participants (change) · ranking · all provinces · latest"),
        ("how much did HI participants in Lam Dong fall this year",
         "HI participants (change) · Lam Dong · 2026"),
        ("How many provinces reached their HI coverage target?",
         "HI coverage (share of the target reached) · list · all provinces · latest"),
        ("How many provinces owe more than 1 trillion dong?",
         "Late payment · list · all provinces · latest"),
        ("Is Lao Cai's HI coverage target higher than Dong Nai's?",
         "HI coverage (target) · comparison · Lao Cai and Dong Nai · latest"),
        ("HI coverage target of Lam Dong 2024 vs 2025",
         "HI coverage (target) · comparison · Lam Dong · 2024 and 2025"),
        ("HI coverage of Hanoi and Lam Dong vs the target",
         "HI coverage · comparison · Hanoi and Lam Dong · latest; HI coverage (target) ·"
         " comparison · Hanoi and Lam Dong · latest"),
        ("HI visits Dong Nai 2025", "HI visits · Dong Nai · 2025"),
        ("HI participants in Da Bac", "HI participants · Da Bac district, Hoa Binh · latest"),
        ("How many more people must Lam Dong enrol to hit its 95% HI goal?",
         "HI participants (short of the target) · Lam Dong · latest"),
        ("How many further members does Thai Nguyen need for voluntary SI?",
         "Voluntary SI participants (short of the target) · Thai Nguyen · latest"),
        ("Lâm Đồng cần thêm bao nhiêu người tham gia BHYT?",
         "Số người tham gia BHYT (còn thiếu so với chỉ tiêu) · Lâm Đồng · mới nhất"),
        ("I need the number of HI participants in Lam Dong once more",
         "HI participants · Lam Dong · latest"),
        ("lưu ý gấp: BHYT Bình Phước 2023 bao nhiêu phần trăm?",
         "Tỷ lệ bao phủ BHYT · Bình Phước · năm 2023"),
        ("New HI members of Tien Giang in 2017",
         "HI participants (change) · Tien Giang · 2017"),
        ("Per cent of HI visits growth in Thai Nguyen",
         "HI visits (change in per cent) · Thai Nguyen · latest"),
        ("HI participants and coverage in Lam Dong in 2024",
         "HI participants and HI coverage · Lam Dong · 2024"),
        ("late payment + rate in Hanoi", "Late payment and late payment rate · Hanoi · latest"),
        ("HI coverage of Hanoi vs the target",
         "HI coverage · comparison · Hanoi · latest; HI coverage (target) · comparison · Hanoi ·"
         " latest"),
        ("What HI coverage must Hanoi reach by the end of 2030?",
         "HI coverage (target) · Hanoi · the end of 2030"),
        ("Which HI coverage should Hanoi reach by 2030?",
         "HI coverage (target) · Hanoi · the end of 2030"),
        ("Tỷ lệ số tiền chậm đóng trên số phải thu của Hà Nội năm 2022 là bao nhiêu?",
         "Tỷ lệ chậm đóng · Hà Nội · năm 2022"),
        ("Hà Nội đặt mục tiêu tỷ lệ chậm đóng cuối năm 2025 dưới bao nhiêu?",
         "Tỷ lệ chậm đóng (chỉ tiêu) · Hà Nội · cuối năm 2025"),
        ("By how much did Hanoi miss its HI coverage target in 2025?",
         "HI coverage (share of the target reached) · Hanoi · 2025"),
        ("Hà Nội đã tặng bao nhiêu thẻ BHYT năm 2023?",
         "Số thẻ BHYT đã cấp · Hà Nội · “tặng” · năm 2023"),
        ("Which HI coverage was asked for in Hanoi in 2018, and was it reached?",
         "HI coverage (target) · Hanoi · 2018; HI coverage · Hanoi · 2018"),
        ("How many people drew UI benefits in Hanoi in 2023, up or down?",
         "UI beneficiaries · Hanoi · 2023; UI beneficiaries (change) · Hanoi · 2023"),
        ("Số người tham gia BHYT của Hà Nội năm 2019 là bao nhiêu, vượt kế hoạch không?",
         "Số người tham gia BHYT · Hà Nội · năm 2019; Số người tham gia BHYT (tỷ lệ hoàn thành chỉ"
         " tiêu) · Hà Nội · năm 2019"),
        ("chi KCB Bình Phước 2023 và so với năm trước",
         "Chi KCB BHYT · Bình Phước · năm 2023; Chi KCB BHYT (mức thay đổi) · Bình Phước ·"
         " năm 2023"),
        ("What share of SI participants in Viet Nam are voluntary?",
         "Voluntary SI participants and SI participants · ratio · Viet Nam · latest"),
        ("Người tham gia BHXH tự nguyện chiếm bao nhiêu phần trăm số người tham gia BHXH ở Huế?",
         "Số người tham gia BHXH tự nguyện và số người tham gia BHXH · tỷ lệ giữa hai số · Huế"
         " · mới nhất"),
        ("what percentage of people have voluntary social insurance in Hue?",
         "Voluntary SI coverage · Hue · latest"),
        ("what is being done against late payment in Quang Ninh?",
         "What the reports say · Quang Ninh"),
        ("nợ BHXH, BHYT Đồng Nai", "Số tiền chậm đóng · Đồng Nai · mới nhất"),
        ("Đến nay Lạng Sơn có bao nhiêu người tham gia BHXH tự nguyện?",
         "Số người tham gia BHXH tự nguyện · Lạng Sơn · mới nhất"),
        ("How many people have HI in Hue so far?", "HI participants · Hue · latest"),
        ("how much did the three biggest debtors in Dong Nai owe together?",
         "Late payment · ranking · Dong Nai · “debtors” · latest"),
        ("trend of HI coverage in Hanoi", "HI coverage · Hanoi · over time"),
        ("how close is Dong Nai to its 2025 HI coverage target?",
         "HI coverage (short of the target) · Dong Nai · 2025"),
        ("who said that coverage must rise in Long An?", "What the reports say · Long An"),
        ("12 million people pay for social insurance, true?",
         "SI participants · Viet Nam · latest"),
        ("Có phải 17 triệu người đóng BHXH không?", "Số người tham gia BHXH · cả nước · mới nhất"),
        ("how many hospitals take HI cards?", "HI facilities · Viet Nam · latest"),
        ("how many HI cards were issued to participants in Gia Lai?",
         "HI cards issued · Gia Lai · latest"),
        ("HI coverage in Hanoi in 2024 and Hue in 2022",
         "HI coverage · Hanoi · 2024; HI coverage · Hue · 2022"),
        ("What were the HI coverage and the main difficulties in Dak Lak?",
         "HI coverage · Dak Lak · latest; What the reports say · Dak Lak"),
        ("mean HI coverage across provinces", "HI coverage · average · all provinces · latest"),
        ("What is the average premium collection per province?",
         "Premium collection · average · all provinces · latest"),
        ("sum of HI participants over all places in 2022",
         "HI participants · total · all provinces · 2022"),
        ("Bình quân tỷ lệ bao phủ BHYT của các tỉnh?",
         "Tỷ lệ bao phủ BHYT · trung bình · các tỉnh, thành phố · mới nhất"),
        ("HI coverage per province", "HI coverage · list · all provinces · latest"),
        ("Which of the provinces has the highest HI coverage?",
         "HI coverage · ranking · all provinces · latest"),
        ("How much premium was collected per participant in Hanoi?",
         "Premium collection · Hanoi · “per” · latest"),
        ("I speak tomorrow before the Assembly. What was HI coverage in Binh Phuoc in 2023?",
         "HI coverage · Binh Phuoc · 2023"),
        ("How much does Hoa Binh owe in social insurance in Ho Chi Minh City?",
         "Late payment · Ho Chi Minh City · “Hoa Binh” · latest"),
        ("Is it right that fewer than 30,000 people were in compulsory SI in Hue in 2022?",
         "Compulsory SI participants · Hue · 2022"),
        ("Is HI coverage in Hue at least 90 per cent?", "HI coverage · Hue · latest"),
        ("the most recent number of SI members of Hue, please", "SI participants · Hue · latest"),
        ("Has UI in Hue passed the 100,000 mark?", "UI participants · Hue · latest"),
        ("I'm writing on Hue: what was HI coverage as 2022 ended?",
         "HI coverage · Hue · the end of 2022"),
        ("HI coverage: Hue against Hanoi", "HI coverage · comparison · Hue and Hanoi · latest"),
        ("How much did Viet Nam Social Security take in in 2023?",
         "Premium collection · Viet Nam · 2023"),
        ("UI participants in Hue in 2023 and late payments in Hanoi in 2024",
         "UI participants · Hue · 2023; Late payment · Hanoi · 2024"),
        ("Which province has the highest HI coverage, and which the lowest?",
         "HI coverage · ranking · all provinces · latest"),
        ("Did Hue beat its HI coverage target and by how much?",
         "HI coverage (share of the target reached) · Hue · latest"),
        ("How many more compulsory than voluntary SI members had Hue in 2023?",
         "Compulsory SI participants and voluntary SI participants · comparison · Hue · 2023"),
        ("How many people must Hue recruit to meet its HI target?",
         "HI participants (short of the target) · Hue · latest"),
        ("HI coverage of Hue in the year before 2024", "HI coverage · Hue · 2023"),
        ("HI coverage of Thailand in 2023", "HI coverage · Thailand · 2023"),
        ("HI coverage in the Mekong Delta in 2023", "HI coverage · Mekong Delta · 2023"),
        ("HI coverage of Can Tho in the Mekong Delta in 2023", "HI coverage · Can Tho · 2023"),
        ("Why did spending fall in Binh Phuoc in 2023?",
         "What the reports say · benefits paid (change) · Binh Phuoc · 2023"),
        ("HI coverage of Hue before 2019", "HI coverage · Hue · the period from 1995 to 2018"),
        ("HI coverage of Hue before July 2025",
         "HI coverage · Hue · the period from January 1995 to June 2025"),
        ("HI coverage of Hue before the merger",
         "HI coverage · Hue · the period from January 1995 to June 2025"),
        ("HI coverage of Hue before the end of 2023", "HI coverage · Hue · the end of 2023"),
        ("HI coverage of Hue after the first nine months of 2025",
         "HI coverage · Hue · the first nine months of 2025"),
        ("HI coverage of Hue in 2024 and after five months of 2025",
         "HI coverage · Hue · 2024 and the first five months of 2025"),
        ("By how many per cent did HI expenditure in Hue change in 2023?",
         "HI expenditure (change in per cent) · Hue · 2023"),
        ("What % of the population of Hue has HI?", "HI coverage · Hue · latest"),
        ("How many billion dong of late payments has Hue?", "Late payment · Hue · latest"),
        ("Hue's share of the UI target",
         "UI coverage or UI participants (share of the target reached) · Hue · latest"),
        ("What share of the VSI target had Hue met?",
         "Voluntary SI coverage or voluntary SI participants (share of the target reached)"
         " · Hue · latest"),
        ("Premium collection of Hanoi as a percentage of the plan",
         "Premium collection (share of the target reached) · Hanoi · latest"),
    ],
)  # fmt: skip
def test_the_line_that_shows_what_was_understood(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("turns", "understood"),
    [
        (["HI coverage in Binh Phuoc in 2023?", "and in 2022?"], "HI coverage · Binh Phuoc · 2022"),
        (["HI coverage in Binh Phuoc in 2023?", "what about Lang Son?"],
         "HI coverage · Lang Son · 2023"),
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
         "HI coverage · Hanoi · 2022"),
        (["Tỷ lệ bao phủ BHYT Hà Nội năm 2022?", "nguồn nào?", "bạn chắc chứ?"],
         "Tỷ lệ bao phủ BHYT · Hà Nội · năm 2022"),
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
         "HI participants · Viet Nam · latest"),
    ],
)  # fmt: skip
def test_a_follow_up_takes_what_it_leaves_open_from_the_turn_before(
    turns: list[str], understood: str
) -> None:
    assert line(turns[-1], *turns[:-1]) == understood


def test_a_misspelt_place_is_taken_when_only_one_is_near() -> None:
    assert understand("HI coverage in Binh Phuok in 2023", (), TODAY).places == ("Binh Phuoc",)


def test_insurance_coverage_without_a_kind_has_several_readings() -> None:
    query = understand("insurance coverage in Hue", (), TODAY)
    assert query.readings
    assert {"hi_coverage", "si_coverage"} <= set(query.metrics)


@pytest.mark.parametrize(
    ("question", "narrowing"),
    [
        ("has HI coverage in Viet Nam grown every year since 2019?", ("every year",)),
        ("BHYT cả nước có tăng liên tục từ 2019 không?", ("liên tục",)),
        ("has HI coverage in Viet Nam grown since 2019?", ()),
        ("HI coverage among pupils in Hoa Binh", ("pupils",)),
        ("HI coverage of the poor in Hoa Binh in 2018", ("poor",)),
        ("HI coverage of workers in Binh Phuoc", ("workers",)),
        ("How many employees have health insurance in Binh Phuoc?", ("employees",)),
        ("How many employees are in compulsory SI in Binh Phuoc?", ()),
        ("SI coverage of the labour force in Binh Phuoc", ()),
        ("How much did Hanoi collect in October 2022 alone?", ()),
        ("How many people left with a lump sum in Hanoi in 2022?", ()),
        ("Huế phấn đấu người tham gia BHYT năm 2022 đạt bao nhiêu?", ()),
        ("Bình Phước năm 2023 thu được bao nhiêu rồi?", ()),
        ("Bao nhiêu người rời BHXH ở Huế?", ("rời",)),
        ("Mình cần tỷ lệ bao phủ BHYT của Huế để viết báo cáo", ()),
        ("Đối tượng tham gia BHYT ở Huế gồm bao nhiêu người", ()),
        ("Thưa chị, vui lòng cho em xin số người tham gia BHYT ở Huế ạ", ()),
        ("Số thu BHYT đầu người ở Huế", ("đầu người",)),
        ("HI coverage in Atlantis in 2023", ("Atlantis",)),
        ("Atlantis's HI coverage", ("Atlantis",)),
        ("atlantis hi coverage 2023", ("atlantis",)),
        ("What was Binh Phuoc's HI coverage in 2023?", ()),
        ("What share of the population of Binh Phuoc had health insurance at the end of 2023?", ()),
        ("What is the total number of people in Hanoi with unemployment insurance?", ()),
        ("How much was collected by Hanoi in the first seven months of 2019?", ()),
        ("Which province had the highest HI coverage in 2022?", ()),
        ("For a talk in our department, what was HI coverage in Binh Phuoc in 2023?", ()),
        ("In Atlantis, what was the HI coverage in 2023?", ("Atlantis",)),
        ("How many students in Hanoi have health insurance?", ("students",)),
        ("What percentage of people in Long An have no health insurance?", ("have no",)),
        ("How many people left compulsory social insurance in Thai Nguyen in 2023?", ("left",)),
        (
            "How much does Hoa Binh Construction owe in Ho Chi Minh City?",
            ("Hoa", "Binh", "Construction"),
        ),
        ("How much does Hoa Binh owe in social insurance in Ho Chi Minh City?", ("Hoa Binh",)),
        ("vingroup debt ho chi minh city 2025", ("vingroup",)),
        ("How much did FPT pay in SI in Lam Dong in 2024?", ("FPT",)),
        ("Hanul Line debt Dong Nai", ("Hanul",)),
        ("HI spending on cancer drugs in Binh Phuoc", ("cancer", "drugs")),
        ("HI fund surplus in Binh Phuoc", ("surplus",)),
        ("hospital beds in Thai Nguyen", ("beds",)),
        ("premium collection per capita in Binh Phuoc in 2023", ("per", "capita")),
        ("premium collection in Binh Phuoc in per cent of the plan", ()),
        ("SI participants khu vực FDI Long An", ("khu", "vực", "FDI")),
        ("State the HI coverage of Binh Phuoc in 2023.", ()),
        ("How much late payment do ten enterprises in Ca Mau have?", ("ten enterprises",)),
        ("How many people lack health insurance in Thai Nguyen?", ("lack",)),
        ("premium collection of Hanoi in eleven months", ("eleven",)),
        ("How many people have health insurance?", ()),
        ("tỷ lệ bao phủ BHYT của tỉnh Bình Phước năm 2023 là bao nhiêu?", ()),
        ("số người tham gia BHXH tự nguyện ở Lạng Sơn", ()),
        ("Kết dư quỹ BHYT năm 2020 là bao nhiêu?", ("Kết", "dư")),
        ("ket du quy BHYT nam 2020", ("ket", "du")),
        ("Tỷ lệ hài lòng của người dân với BHXH", ("hài", "lòng")),
        ("Lãi chậm đóng BHXH ở Hà Nội bao nhiêu?", ("Lãi",)),
        ("Lại hỏi: số tiền chậm đóng BHXH ở Hà Nội?", ()),
        ("Thời gian đóng BHXH tối thiểu là bao nhiêu năm?", ("đóng", "tối", "thiểu")),
        ("Tỷ lệ BHYT năm ngoái ở Huế", ()),
        ("Bao nhiêu người nằm ngoài BHXH ở Huế?", ("nằm ngoài BHXH",)),
        ("Bao phủ BHXH trong độ tuổi ở Hải Dương", ()),
        ("Số thu Hải Phòng lũy kế hết tháng 8/2025", ()),
        ("Em xin số người tham gia BHXH tự nguyện của Huế, em cảm ơn nhiều ạ", ()),
        ("Cho e hỏi số ng tham gia BHTN của Bình Phước năm 2023 ạ", ()),
        ("BP nam 2023 co bn nguoi tg bhxh tu nguyen - binh phuoc", ()),
        ("ty le bp bhyt lao cai het t10/2025", ()),
        ("hue thang 6/2022 co bao nhieu tk vssid", ()),
        ("What share of retired people was covered by health insurance?", ("retired people",)),
        ("How many members in Gia Lai are pending?", ("pending",)),
        ("How many part-time staff are in SI in Hanoi?", ("part-time", "staff")),
    ],
)
def test_what_narrows_a_question_is_not_overheard(
    question: str, narrowing: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).qualifiers == narrowing


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


def test_a_figure_in_the_question_is_noted_as_claimed() -> None:
    query = understand("Is it true that HI coverage in Binh Phuoc was 95% in 2023?", (), TODAY)
    assert [(q.value, q.unit) for q in query.claimed] == [(95, "percent")]


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_is_understood_somehow(question: str, history: list[str]) -> None:
    assert line(question, *history)


@pytest.mark.parametrize(
    ("question", "operation", "aspect"),
    [
        ("How many more VSI participants does Nghe An have than Ha Tinh?", "compare", "level"),
        ("By how much did Ho Chi Minh City's late payment exceed Hanoi's?", "compare", "level"),
        ("Did HI coverage rise more in Hanoi than in Hue?", "value", "change"),
        ("How many more people had HI in Hanoi than last year?", "value", "change"),
    ],
)
def test_more_than_another_place_is_no_change(question: str, operation: str, aspect: str) -> None:
    asked = understand(question, (), TODAY)
    assert (asked.operation, asked.aspects[0]) == (operation, aspect)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("after 2019", date(2020, 1, 1), TODAY),
        ("since July 2019", date(2019, 7, 1), TODAY),
        ("sau tháng 7/2019", date(2019, 8, 1), TODAY),
        ("trước năm 2019", date(1995, 1, 1), date(2018, 12, 31)),
        ("trước khi sáp nhập", date(1995, 1, 1), date(2025, 6, 30)),
        ("sau sap nhap", date(2025, 7, 2), TODAY),
    ],
)
def test_a_time_with_one_end_does_not_mean_that_end(told: str, first: date, last: date) -> None:
    (period,) = understand(f"HI coverage in Hanoi {told}", (), TODAY).periods
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize(
    ("question", "places", "narrowing"),
    [
        ("Công ty Hải Dương nợ BHXH bao nhiêu?", (), ("Hải Dương",)),
        ("Công ty cổ phần Hà Nội nợ BHXH bao nhiêu?", (), ("Hà Nội",)),
        ("Các công ty Hải Dương nợ BHXH bao nhiêu?", ("Hai Duong",), ()),
        ("Các công ty ở Hải Dương nợ BHXH bao nhiêu?", ("Hai Duong",), ()),
        ("Late payments of state enterprises in Hanoi", ("Hanoi",), ("state enterprises",)),
        ("pension payments in Hanoi in 2024", ("Hanoi",), ("pension payments",)),
    ],
)
def test_a_firm_or_a_part_is_not_the_whole_place(
    question: str, places: tuple[str, ...], narrowing: tuple[str, ...]
) -> None:
    query = understand(question, (), TODAY)
    assert (query.places, query.qualifiers) == (places, narrowing)


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
    ("question", "metrics"),
    [
        ("Số đơn vị tham gia BHXH ở Long An", ()),
        ("How many companies take part in social insurance in Long An?", ()),
        ("Số doanh nghiệp nợ BHXH ở Đồng Nai", ()),
        ("Bao nhiêu doanh nghiệp được thanh tra ở Quảng Ninh?", ("inspections",)),
        ("Số lao động tham gia BHXH ở Long An", ("si_participants",)),
        ("Số lao động bị nợ BHXH ở Hà Nội", ()),
    ],
)
def test_a_number_of_firms_is_no_number_of_people_and_no_amount(
    question: str, metrics: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).metrics == metrics


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Is it true that 15 provinces have reached 95 per cent HI coverage?", "list"),
        ("Có phải 15 tỉnh đã đạt tỷ lệ bao phủ BHYT trên 95% không?", "list"),
        ("5 tỉnh có tỷ lệ bao phủ BHYT thấp nhất", "rank"),
        ("Do 15 hospitals in Hanoi take HI cards?", "value"),
    ],
)
def test_a_number_of_provinces_asks_which(question: str, operation: str) -> None:
    assert understand(question, (), TODAY).operation == operation


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
        ("HI participants of Lao Cai, rise between May and October 2025",
         "HI participants (change) · Lao Cai · May 2025 and October 2025"),
    ],
)  # fmt: skip
def test_what_an_office_types_is_read_as_meant(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("HI coverage in Binh Phuoc in 23", ["2023"]),
        ("HI coverage Binh Phuoc '23", ["2023"]),
        ("HI coverage of Hue in ’22?", ["2022"]),
        ("hi coverge in bin phuoc 23", ["2023"]),
        ("tỷ lệ bao phủ BHYT Huế năm 22", ["2022"]),
        ("ty le bao phu bhyt hue nam 22 la bao nhieu", ["2022"]),
        ("thu BHXH Hà Nội 24, so với 23", ["2024", "2023"]),
        ("BHYT Quảng Nam 22", ["2022"]),
        # What another word claims is no year, nor is one that is still far ahead.
        ("top 20 for HI coverage", []),
        ("top 20", []),
        ("HI coverage in District 12", []),
        ("which provinces have a coverage over 19", []),
        ("HI coverage 30", []),
        ("HI coverage in Hue, 20%?", []),
        ("HI participants, tháng 10", ["2026-10"]),
    ],
)
def test_a_year_of_two_digits_is_read_as_the_year(question: str, years: list[str]) -> None:
    assert [period.notation for period in understand(question, (), TODAY).periods] == years


@pytest.mark.parametrize(
    "question",
    ["did hue reach 95%?", "has hue met its target?", "hi coverage in hue", "bhyt của huế"],
)
def test_a_place_that_is_a_word_too_is_known_by_where_it_stands(question: str) -> None:
    assert understand(question, (), TODAY).places == ("Hue",)


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("Tiền thu quỹ BHTN của Quảng Nam nửa đầu 2019?", ("ui_collection",)),
        ("tien bhtn quang nam", ("ui_collection", "ui_benefits_paid")),
        ("How much money does UI have in Hue?", ("ui_collection", "ui_benefits_paid")),
        ("bao nhiêu tiền BHYT ở Huế", ("hi_collection", "hi_expenditure")),
        ("số tiền chi BHXH ở Huế", ("si_benefits_paid",)),
        ("BHTN Huế 2022", ("ui_coverage", "ui_participants")),
        ("UI in Tien Giang", ("ui_coverage", "ui_participants")),
    ],
)
def test_who_asks_for_money_is_not_told_of_people(question: str, metrics: tuple[str, ...]) -> None:
    assert understand(question, (), TODAY).metrics == metrics
