"""How an article is cut into passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.articles import parse_article
from indexing.articles.passages import embedded_text, passage_sentences, split_passages
from indexing.articles.tokens import count_tokens
from indexing.records import Article
from tests.indexing.samples import article

SENTENCE = "The office of the province paid benefits to its people in that month."


def made(*paragraphs: str) -> Article:
    return parse_article("a", "A headline\n\n" + "\n\n".join(paragraphs) + "\n", "a.txt")


def test_offsets_give_the_text_and_ids_tell_the_place() -> None:
    one = made(*[SENTENCE] * 30)
    passages = split_passages(one, 64)
    assert len(passages) > 5
    for number, passage in enumerate(passages):
        assert passage.ordinal == number
        assert passage.text == one.text[passage.start : passage.end]
        assert passage.tokens == count_tokens(passage.text) <= 64
    assert len({passage.id for passage in passages}) == len(passages)
    assert split_passages(one, 64) == passages


def test_ids_differ_between_articles_and_versions() -> None:
    ids = [
        {passage.id for passage in split_passages(one, 220)}
        for one in (article("a"), article("b"), article("a", value="94"))
    ]
    assert not ids[0] & ids[1]
    assert not ids[0] & ids[2]


def test_paragraphs_stay_whole_where_they_fit() -> None:
    paragraph = " ".join([SENTENCE] * 3)
    passages = split_passages(made(paragraph, paragraph, paragraph), 60)
    assert [passage.text for passage in passages] == [paragraph] * 3


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    passages = split_passages(made(" ".join([SENTENCE] * 20)), 64)
    assert len(passages) > 3
    assert all(passage.text.startswith("The") for passage in passages)
    assert all(passage.text.endswith("month.") for passage in passages)


def test_a_sentence_beyond_the_limit_stays_whole() -> None:
    long = "It paid " + ", ".join(f"VND{n} billion" for n in range(100)) + "."
    passages = split_passages(made(SENTENCE, long, SENTENCE), 64)
    assert [passage.text for passage in passages] == [SENTENCE, long, SENTENCE]


def test_a_heading_opens_a_passage_and_is_carried_on() -> None:
    passages = split_passages(made(SENTENCE, "**Plans**", *[SENTENCE] * 9), 64)
    assert passages[0].heading is None
    assert passages[1].text.startswith("**Plans**")
    assert {passage.heading for passage in passages[1:]} == {"**Plans**"}


def test_the_sentences_of_a_passage_are_its_own_and_no_headings() -> None:
    one = made(SENTENCE, "**Plans**", "It rose. It fell.")
    passages = split_passages(one, 64)
    told = [[one.text[a:b] for a, b in passage_sentences(one, passage)] for passage in passages]
    assert told == [[SENTENCE], ["It rose.", "It fell."]]


def test_furniture_is_left_out() -> None:
    one = made(SENTENCE, "Illustrative image (VSS)", SENTENCE + " - VSS", "VSS")
    assert [passage.text for passage in split_passages(one, 220)] == [SENTENCE, SENTENCE]


def test_a_vector_knows_title_date_and_heading() -> None:
    one = article(place="Alpha")
    first, second = split_passages(one, 220)
    assert embedded_text(one, first).startswith(
        "Insurance in Alpha keeps growing (07 March 2024)\n"
    )
    assert embedded_text(one, second).count("Plans") == 1


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            SENTENCE,
            " ".join([SENTENCE] * 9),
            "**Bold**",
            "A heading",
            "Illustrative image (VSS)",
            "- item one\n- item two",
            "| a | 1 |\n|---|---|\n| b | 2 |",
            SENTENCE + " - VSS",
            "VSS",
            "It rose. It rose. It rose.",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(PARAGRAPHS, st.integers(32, 300))
def test_passages_hold_all_but_the_furniture(paragraphs: list[str], limit: int) -> None:
    one = made(SENTENCE, *paragraphs)
    passages = split_passages(one, limit)
    covered = [False] * len(one.text)
    past = 0
    for passage in passages:
        assert past <= passage.start < passage.end
        past = passage.end
        covered[passage.start : passage.end] = [True] * (passage.end - passage.start)
    furniture = {n for span in one.furniture for n in range(span.start, span.end)}
    for n in range(one.body.start, one.body.end):
        if not one.text[n].isspace():
            assert covered[n] is (n not in furniture)


@pytest.mark.parametrize("limit", [32, 220, 2000])
def test_the_limit_is_kept(limit: int) -> None:
    assert all(p.tokens <= limit for p in split_passages(made(*[SENTENCE] * 200), limit))
