"""What narrows a question to a part, a firm or a kind: no figure of the whole answers it."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "narrowing"),
    [
        ("has HI coverage in Viet Nam grown every year since 2019?", ("every year",)),
        ("BHYT cả nước có tăng liên tục từ 2019 không?", ("liên tục",)),
        ("has HI coverage in Viet Nam grown since 2019?", ()),
        # A length of time beside a time tells how long something lasts.
        ("late payments of under three months in Hue at the end of 2024", ("under three months",)),
        ("What is overdue by over a year in Hue, June 2024?", ("over a year",)),
        ("Huế cuối năm 2024 nợ dưới 1 tháng bao nhiêu tiền BHXH", ("dưới 1 tháng",)),
        ("late payments in Hue in the three months before June 2024", ("three months",)),
        ("late payments in Hue three months before June 2024", ()),
        ("late payments in Hue in the first three months of 2024", ()),
        ("How many members did Hue lose within a year?", ()),
        ("HI participants in Hue in 2023, two years later than 2021", ()),
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
        ("people in both SI and HI in Hue", ("in both",)),
        ("How many workers in Hue have both HI and UI?", ("have both",)),
        ("both SI and HI participants in Hue", ()),
        ("SI and HI participants in both Hue and Hanoi", ()),
        ("How many people pay SI and UI at the same time in Hue?", ("at the same time",)),
        ("bao nhiêu người tham gia cả BHXH và BHYT ở Huế", ("tham gia cả",)),
        ("patients in unemployment insurance in Binh Phuoc", ("patients",)),
        ("How many patients were in unemployment insurance in Hue in 2023?", ("patients",)),
        ("How many visits did voluntary social insurance have in Hue?", ("visits",)),
        ("How many hospitals take part in voluntary SI in Hue?", ("hospitals",)),
        ("UI cards issued in Hue in 2023", ("cards issued",)),
        ("HI books issued in Hue in 2023", ("books",)),
        ("Số lượt khám chữa bệnh BHTN ở Huế", ("lượt khám chữa bệnh",)),
        ("How many insured patients were treated in Hue in 2023?", ()),
        ("HI visits and UI participants in Hue", ()),
        ("How many patients were treated, and how many people have UI in Hue?", ()),
        ("BHXH Huế chi bao nhiêu cho khám chữa bệnh?", ()),
        ("ty le bao phu bhyt va bhxh cua thua thien hue", ()),
        ("closed facilities in Dong Nai", ("closed",)),
        ("How many facilities closed in Dong Nai?", ("closed",)),
        ("How many HI facilities were closed in Dong Nai in 2023?", ("closed",)),
        ("number of closed hospitals with HI in Thai Nguyen", ("closed",)),
        ("How many facilities were opened in Dong Nai?", ("opened",)),
        ("How many HI facilities in Dong Nai were closed by September 2025?", ("closed",)),
        ("How many people were insured against illness in Hue when 2021 closed?", ()),
        ("HI participants in Hue at the close of 2023", ()),
        ("How did Hue close the year in HI coverage?", ()),
        ("Where did HI coverage close 2023 in Hue?", ()),
        ("How many large hospitals are under HI contracts in Dong Nai?", ("large",)),
        ("former HI participants in Hue", ("former",)),
        ("How many former members of voluntary SI are there in Hue?", ("former",)),
        ("How many sick people have health insurance in Hue?", ("sick",)),
        ("lost HI cards in Hanoi", ("lost",)),
        ("How many kids have health insurance in Hue?", ("kids",)),
        ("How many people in Hue are insured against sickness?", ()),
        ("How many people received sickness benefits in Hue?", ("sickness",)),
        ("How many ordinary people have health insurance in Hue?", ()),
        ("How many clinics treat people on insurance in Hue?", ()),
        ("How many clinics accept the card in Hue?", ()),
        ("How many clinics treat pupils on insurance in Hue?", ("pupils",)),
        ("free HI cards given to the poor in Hanoi", ("poor",)),
        ("free HI cards given out in Hanoi", ("free",)),
        ("free treatment of the poor in Hanoi", ("free", "poor")),
        ("failed VssID accounts in Hue", ("failed",)),
        ("How large is the number of HI participants in Hue?", ()),
        ("How many people lost UI in Hue?", ()),
        ("the former province of Binh Phuoc's HI participants", ()),
        ("How many HI facilities in Dong Nai were closed in 2025?", ("closed",)),
        ("Số người tham gia BHXH tự nguyện trong ngày ra quân 22/5/2022 ở Huế", ()),
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
        (
            "Thời gian đóng BHXH tối thiểu là bao nhiêu năm?",
            ("đóng", "tối", "thiểu", "bao nhiêu năm"),
        ),
        ("Tỷ lệ BHYT năm ngoái ở Huế", ()),
        ("Bao nhiêu người nằm ngoài BHXH ở Huế?", ("nằm ngoài BHXH",)),
        ("Bao phủ BHXH trong độ tuổi ở Hải Dương", ()),
        ("Số thu Hải Phòng lũy kế hết tháng 8/2025", ()),
        ("Em xin số người tham gia BHXH tự nguyện của Huế, em cảm ơn nhiều ạ", ()),
        ("Cho e hỏi số ng tham gia BHTN của Bình Phước năm 2023 ạ", ()),
        ("BP nam 2023 co bn nguoi tg bhxh tu nguyen - binh phuoc", ()),
        ("ty le bp bhyt lao cai het t10/2025", ()),
        ("hue thang 6/2022 co bao nhieu tk vssid", ()),
        # A word that narrows does so in every writing, though without marks it looks like another.
        ("Lâm Đồng chi trả qua ngân hàng bao nhiêu?", ("ngân", "hàng")),
        ("lam dong chi tra bang tien mat bao nhieu nam 2024", ("tien", "mat")),
        ("so tien chi tra dien tu o lam dong", ("dien", "tu")),
        ("so tien chi tra tien luong o lam dong", ("tien", "luong")),
        ("bao nhieu nguoi co cong tham gia bhyt o hue", ("co cong",)),
        ("so nguoi tham gia bhyt o thanh thi cua long an", ("thanh thi",)),
        ("so nguoi tham gia bhyt o huyen dien bien dong", ()),
        ("tong cong bao nhieu nguoi tham gia bhyt o hue", ()),
        ("Long An lost HI members between the end of 2021 and March 2022, how many?", ()),
        ("How many lost cards were there in Hue?", ("lost",)),
        ("HI coverage in Thanh Hai", ("Thanh", "Hai")),
        ("HI coverage at the Party School", ("Party", "School")),
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
    ("question", "narrowing"),
    [
        ("Has one ward in four of Hue full HI coverage?", ("ward",)),
        ("Are two in five communes of Hue at 95 per cent HI coverage?", ("communes",)),
        ("A quarter of the small firms in Hue take part in SI, right?", ("small", "firms")),
        ("Is 60 per cent of Lang Son's communes covered by health insurance?", ("communes",)),
        ("Do most clinics in Hue have 95 per cent HI coverage?", ("clinics",)),
        ("What share of companies in Hue takes part in social insurance?", ("companies",)),
        ("How many wards of Hue have reached 95 per cent HI coverage?", ("wards",)),
        ("Has every school in Hue reached 95 per cent HI coverage?", ("school",)),
        ("No village in Lang Son has reached 90 per cent HI coverage, right?", ("village",)),
        ("Have four hospitals in five of Hue a contract?", ("hospitals",)),
        ("Have nine of ten clinics in Hue a contract?", ("clinics",)),
        ("Có phải 9 trên 10 bệnh viện ở Huế ký hợp đồng KCB BHYT?", ("10 bệnh viện", "bệnh viện")),
        ("Do 95 per cent of the people in Hue's communes have HI?", ()),
        ("Is 95 per cent of Hue covered by health insurance?", ()),
        ("How many people in all communes of Lang Son have HI?", ()),
        ("How many visits did all hospitals in Hue have?", ()),
        ("How much do all firms in Hue owe?", ()),
        ("Một phần tư số phường ở Huế có 100% BHYT phải không?", ("phường",)),
        ("40% công ty ở Huế tham gia BHXH, đúng không?", ("công ty",)),
        ("Mọi xã ở Lạng Sơn đều đạt 95% BHYT đúng không?", ("xã",)),
        ("95% dân số các xã ở Lạng Sơn có BHYT, đúng không?", ()),
    ],
)
def test_a_rate_of_people_is_none_of_things(question: str, narrowing: tuple[str, ...]) -> None:
    assert understand(question, (), TODAY).qualifiers == narrowing


@pytest.mark.parametrize(
    ("question", "narrowing"),
    [
        ("What does one dong of premiums collected in Hue cost?", ("one dong",)),
        ("Did Hue collect VND900 billion of premiums?", ()),
        ("Does Hue have a debt of VND5 million?", ()),
    ],
)
def test_money_too_little_for_the_metric_is_not_put_forward_as_it(
    question: str, narrowing: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).qualifiers == narrowing


@pytest.mark.parametrize(
    ("question", "narrowing"),
    [
        # What was bought is told beside the verb alone; benefits pay for none of it.
        ("How much did the software cost?", ("software",)),
        ("What did the delegation's trip cost?", ("delegation", "trip")),
        ("How much did the province pay for the server?", ("server",)),
        ("What did the mobile application cost to develop?", ("mobile application",)),
        ("How much was spent on printing cards in Hue in 2024?", ("cards",)),
        ("Phát triển ứng dụng VssID tốn bao nhiêu tiền?", ("ứng dụng VssID",)),
        # What is paid for people, or for their treatment, is what was asked.
        ("How much was paid out in Hue in 2023?", ()),
        ("How much did health insurance pay for card holders in Hue in 2022?", ()),
        ("What did treatment in Hue cost in 2022?", ()),
        ("Năm 2023 Huế chi bao nhiêu?", ()),
    ],
)
def test_what_money_was_spent_on_narrows_it(question: str, narrowing: tuple[str, ...]) -> None:
    query = understand(question, (), TODAY)
    assert query.qualifiers == narrowing
    assert query.metrics


@pytest.mark.parametrize("question", ["What did the books cost?", "How much did the cards cost?"])
def test_the_price_of_things_is_not_their_number(question: str) -> None:
    assert understand(question, (), TODAY).metrics == ()
