"""Into which parts a question is cut, and which questions are one though they join things."""

from __future__ import annotations

import pytest

from assistant.understanding.conversation.going_on import asks_who_told
from assistant.understanding.parts import parts_of
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from indexing.reading.language import detect_language
from tests.assistant.asking import line
from tests.assistant.samples import TODAY


def cut(question: str) -> tuple[str, ...]:
    return parts_of(question, detect_language(question), load_cues())


@pytest.mark.parametrize(
    "parts",
    [
        # A question word, or a verb before its subject, behind a join.
        ("How many UI members has Vinh Long", " and ", "is that up?"),
        ("HI coverage in Gia Lai", ", and ", "how does it rank?"),
        ("What was collected in Kon Tum in 2021", " and ", "did Kon Tum meet its plan?"),
        ("How many pensioners has Dak Lak", " and ", "since when?"),
        ("How many visits were paid for in Son La", " and ", "are there fewer than before?"),
        ("Late payment in Phu Tho", ", and ", "by how much did it fall?"),
        ("Tell me the HI coverage of Ha Tinh", " and ", "whether it is above the plan"),
        ("Who heads the agency in Yen Bai", " and ", "how much does Yen Bai owe?"),
        ("HI coverage in Ca Mau", " but ", "what was it in 2019?"),
        # Sentences and marks.
        ("What was HI coverage in Bac Ninh in 2020?", " ", "And in 2021?"),
        ("How many people have HI in An Giang?", " ", "Was the target met?"),
        ("HI spending in Tra Vinh in 2021", "; ", "was it lower than in 2020?"),
        # Three of them.
        ("What did Hue collect", ", ", "what did it pay out", ", and ", "who is the director?"),
        # What only words of a report can tell, and what nothing known names.
        ("What was HI coverage in Bac Lieu", " and ", "the main difficulties?"),
        # Another figure of another place needs no word that asks, or joins.
        ("HI coverage in Bac Lieu", ", ", "late payment in Ca Mau"),
        ("How many HI members has Bac Lieu", ", ", "UI members in Ca Mau?"),
        ("Bao phủ BHYT ở Bạc Liêu", ", ", "nợ BHXH ở Cà Mau"),
        # Vietnamese, with its marks and without.
        ("Nghệ An thu bao nhiêu năm 2022", " và ", "có tăng không?"),
        ("Số người tham gia BHYT ở Huế là bao nhiêu", " và ", "ai cho biết?"),
        ("Nghe An thu bao nhieu nam 2022", ", ", "con Ha Tinh thi sao?"),
        ("Bao phủ BHYT Lào Cai là bao nhiêu", ", đồng thời ", "nợ đọng là bao nhiêu?"),
        ("Tỷ lệ bao phủ BHYT Sơn La", " và ", "vì sao giảm?"),
        ("Yên Bái có bao nhiêu người hưởng lương hưu?", " ", "Tỉnh nào nhiều nhất?"),
    ],
)  # fmt: skip
def test_what_asks_by_itself_is_a_part(parts: tuple[str, ...]) -> None:
    asked = [part.strip("?") for part in parts[::2]]
    told = [part.strip("?") for part in cut("".join(parts))]
    assert [part.removeprefix("And ") for part in told] == [
        part.removeprefix("And ") for part in asked
    ]


@pytest.mark.parametrize(
    "question",
    [
        "How many people are in social and health insurance in Gia Lai?",
        "What was HI coverage in Hanoi and Hue?",
        "How did HI coverage change between 2021 and 2023 in Vinh Phuc?",
        "How much was collected and paid in Dak Lak in 2022?",
        "Compulsory and voluntary SI participants in Lai Chau",
        "How much did Son La and Dien Bien owe in 2020?",
        "Which province has over 95% and is above its plan?",
        "How many people moved to Can Tho and had HI in 2021?",
        "What is the difference between what was collected and what was paid in Kon Tum?",
        "How many people who work and who have no contract are insured in Hue?",
        "HI coverage in Long My ward, Can Tho, in 2024",
        "HI coverage in Bac Lieu, Ca Mau",
        "HI coverage in Bac Lieu, coverage in Ca Mau",
        "Why did HI membership fall in Bac Lieu and Ca Mau?",
        "For Ha Giang in 2022, what was the HI coverage?",
        "When 61 million had HI, how many of them paid for it themselves?",
        "HI coverage in Binh Dinh was 95 per cent, is that right?",
        "Số người tham gia BHXH bắt buộc và tự nguyện ở Huế là bao nhiêu?",
        "Bao phủ BHYT Sơn La và Lai Châu bên nào cao hơn?",
        "Tỷ lệ bao phủ BHYT Huế giảm từ bao nhiêu còn bao nhiêu?",
        "BHYT Hà Nội và Huế bao nhiêu?",
    ],
)
def test_what_joins_things_is_one_question(question: str) -> None:
    assert len(cut(question)) == 1


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Is it true that HI coverage in Ninh Binh was 94% and that UI had 60,000 members?",
         ("Is it true that HI coverage in Ninh Binh was 94%",
          "Is it true that UI had 60,000 members")),
        ("Is it right that HI in Hue had 1.1 million members and voluntary SI 18,000?",
         ("Is it right that HI in Hue had 1.1 million members",
          "Is it right that voluntary SI 18,000")),
        ("Có đúng là BHYT Huế có 1,1 triệu người và BHTN có 120 nghìn người không?",
         ("Có đúng là BHYT Huế có 1,1 triệu người", "Có đúng là BHTN có 120 nghìn người không")),
    ],
)  # fmt: skip
def test_what_is_put_forward_together_is_asked_for_apart(
    question: str, parts: tuple[str, ...]
) -> None:
    assert tuple(part.strip("?") for part in cut(question)) == parts


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        # A later part takes what it leaves open from the one before it.
        ("HI coverage in Hue in 2022, and how many members was that?",
         "HI coverage · Hue · 2022; HI participants · Hue · 2022"),
        ("How many voluntary SI members had Hue in 2022 and what share of the total is that?",
         "Voluntary SI participants · Hue · 2022; Voluntary SI participants and SI participants · "
         "ratio · Hue · 2022"),
        ("HI coverage in Hue in 2022, and is that above the national average?",
         "HI coverage · Hue · 2022; HI coverage · comparison · Hue and Viet Nam · 2022"),
        ("How many HI members has Hue and is that up?",
         "HI participants · Hue · latest; HI participants (change) · Hue · latest"),
        ("What was the HI target of Hue for 2022, and how many people have UI there?",
         "HI coverage or HI participants (target) · Hue · 2022; UI participants · Hue · 2022"),
        ("HI coverage in Hue in 2022 and which province is first?",
         "HI coverage · Hue · 2022; HI coverage · ranking · all provinces · 2022"),
        ("What was HI coverage in June 2021 in Hue, and what was collected by September?",
         "HI coverage · Hue · June 2021; HI collection or premium collection · Hue · the end of"
         " September 2021"),
        ("How many people had HI in Hue in 2022? Which province had the most, and which the "
         "fewest?",
         "HI participants · Hue · 2022; HI participants · ranking · all provinces · 2022"),
        # Of its own figure a part asks for the level, whatever was asked before.
        ("Did Hue meet its HI target in 2022, and what was the coverage?",
         "HI coverage or HI participants (share of the target reached) · Hue · 2022; HI coverage "
         "· Hue · 2022"),
        # The first takes the place and the time that only those behind it name.
        ("How many people have HI, and how many have UI in Hue in 2022?",
         "HI participants · Hue · 2022; UI participants · Hue · 2022"),
        ("Năm 2022 Huế có bao nhiêu người tham gia BHYT, còn BHTN thì sao?",
         "Số người tham gia BHYT · Huế · năm 2022; Số người tham gia BHTN · Huế · năm 2022"),
    ],
)  # fmt: skip
def test_each_part_goes_on_from_the_one_before_it(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    "question",
    [
        "Which province has the highest HI coverage, and how much is it?",
        "HI coverage in Hue in 2022, and what was it?",
    ],
)
def test_what_asks_for_nothing_more_is_no_part(question: str) -> None:
    assert len(understand(question, (), TODAY).asked_in_turn) == 1


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Why did HI coverage fall in Bac Lieu and rise in Ca Mau?",
         ("Why did HI coverage fall in Bac Lieu", "Why did rise in Ca Mau")),
        ("Why did HI membership grow and late payment fall in Bac Lieu?",
         ("Why did HI membership grow", "Why did late payment fall in Bac Lieu")),
        ("Vì sao số người tham gia BHYT giảm ở Bạc Liêu và tăng ở Cà Mau?",
         ("Vì sao số người tham gia BHYT giảm ở Bạc Liêu", "Vì sao tăng ở Cà Mau")),
    ],
)  # fmt: skip
def test_why_is_asked_of_each_that_moved(question: str, parts: tuple[str, ...]) -> None:
    assert cut(question) == parts


@pytest.mark.parametrize(
    ("part", "asks"),
    [
        ("who said so", "teller"),
        ("who reported that", "teller"),
        ("who gave this number", "teller"),
        ("which agency reported it", "teller"),
        ("ai cho biết", "teller"),
        ("cơ quan nào công bố", "source"),
        ("what is the source", "source"),
        ("according to which report", "source"),
        ("where does that come from", "source"),
        ("theo nguồn nào", "source"),
        ("báo cáo nào nói vậy", "source"),
        ("who pays it", None),
        ("who gave them cards", None),
        ("who is the director", None),
        ("what did An say", None),
        ("who reported the highest", None),
        ("which report tells of unemployment insurance", None),
    ],
)
def test_who_told_a_figure_is_asked_of_its_answer(part: str, asks: str | None) -> None:
    assert asks_who_told(part, load_cues()) == asks
