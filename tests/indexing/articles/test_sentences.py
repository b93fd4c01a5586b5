"""Where sentences end, and that their offsets are exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.articles import sentences
from indexing.articles.sentences import split_sentences

CASES = [
    ("numbered decree", ["Decree No. 75 is in force.", "It helps."]),
    ("doctor", ["Dr. Lan spoke.", "He agreed."]),
    ("clock", ["They met at 9 a.m. on Monday.", "It was short."]),
    ("money", ["They paid US$51.3 mil. in May.", "It was late."]),
    ("closing mark", ["The agency will go on./."]),
    ("decimal", ["Coverage rose by 3.2 per cent.", "It was 93.5 per cent."]),
    ("repeated", ["It rose.", "It rose.", "It rose."]),
    ("quotation", ["“It rose,” he said.", "She agreed."]),
    ("brackets", ["Coverage rose (by 3.2 points).", "It fell later."]),
    ("question", ["Did it rise?", "Yes, it did."]),
    ("no-break space", ["Thai\xa0Nguyen grew.", "Lang\xa0Son too."]),
    ("Vietnamese", ["Tỷ lệ bao phủ đạt 93,5%.", "Số người tham gia tăng."]),
]


@pytest.mark.parametrize("told", [pytest.param(s, id=name) for name, s in CASES])
def test_sentences_of_a_paragraph(told: list[str]) -> None:
    text = " ".join(told)
    assert [text[span.start : span.end] for span in split_sentences(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("One\n\ntwo", ["One", "two"], id="paragraphs"),
        pytest.param("**Bold**\nText. More.", ["**Bold**", "Text.", "More."], id="heading"),
        pytest.param("- one. Two.\n- three", ["- one.", "Two.", "- three"], id="items"),
        pytest.param("| a. b | c |\n|---|---|\n| 1. 2 | 3 |",
                     ["| a. b | c |", "|---|---|", "| 1. 2 | 3 |"], id="rows stay whole"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\xa0\n ", [], id="blank"),
    ],
)  # fmt: skip
def test_layout_ends_a_sentence(text: str, told: list[str]) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text)] == told


def test_a_part_of_a_text_is_split_at_offsets_of_the_whole() -> None:
    text = "Left out. It rose. It fell. Left out."
    spans = split_sentences(text, text.index("It rose"), text.rindex("Left") - 1)
    assert [text[span.start : span.end] for span in spans] == ["It rose.", "It fell."]


PIECES = (
    "It rose fell 3.2 per cent. 93% No. 861 Dr. Lan U.S. a.m. “quoted.” (so) ./. VND3.99 trillion "
    "? ! ... – - • | # ** i.e. 1. a) Co., Ltd. ∯ ȸ &ᓰ& ☉ Đắk e\u0301 \u200b \x85"
)
WORDS = st.sampled_from(PIECES.split(" "))
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\xa0", "  ", "\t", ""])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=60).map(lambda p: "".join(w + g for w, g in p))


@given(TEXTS | st.text(max_size=200))
def test_spans_are_exact_and_lose_nothing(text: str) -> None:
    spans = split_sentences(text)
    past = 0
    for span in spans:
        assert past <= span.start < span.end <= len(text)
        assert not text[past : span.start].strip()
        sentence = text[span.start : span.end]
        assert sentence == sentence.strip()
        past = span.end
    assert not text[past:].strip()


PLAIN = (
    "The office paid VND said covered. growth. Sat. Mon. dept. 93.5% 100%. Hanoi. HCM. 57,696. "
    "2024. May. gov. Nam March 6 (see page) “quoted words” however: percent. Art. Insp. Mass. it's "
    "Mr. No. Why? U.S. a.m."
)
PARTS = st.sampled_from(PLAIN.split(" "))


@given(st.lists(PARTS, min_size=4, max_size=20))
def test_a_sure_end_is_where_pysbd_cuts_whatever_is_in_doubt_beside_it(words: list[str]) -> None:
    text = " ".join(words)
    quick = split_sentences(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences, "_sure_starts", lambda piece: [])
        assert split_sentences(text) == quick
