"""Finding passages: the right articles only, and the same whether or not Chroma can be had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.drafting.quotation.candidates import candidates
from assistant.drafting.quotation.printed import printed_in
from assistant.evidence.passages.nearby import nearby
from assistant.evidence.passages.search import PassageSearch
from assistant.evidence.sources import Sources
from assistant.settings import AssistantSettings, load
from assistant.understanding.question import understand
from assistant.understanding.words.cues import load_cues
from indexing.build import build
from indexing.database import Database
from indexing.errors import ModelError
from indexing.extraction import extract
from indexing.workshop import Workshop
from tests.assistant.samples import TODAY
from tests.indexing.samples import TEXT, FakeEmbedder, facts_of

PLACES = ("Binh Phuoc", "Hanoi", "Long An")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> AssistantSettings:
    folder = tmp_path_factory.mktemp("passages")
    (folder / "reports").mkdir()
    for place in PLACES:
        name = place.replace(" ", "-")
        (folder / "reports" / f"{name}.md").write_text(TEXT.format(place=place, value=93))
    made = load(data_dir=folder / "data")
    build(Workshop.of(made, FakeEmbedder(), facts_of), [folder / "reports"])
    return made


@pytest.fixture
def database(settings: AssistantSettings) -> Iterator[Database]:
    with closing(Database.open(settings)) as opened:
        yield opened


def found(search: PassageSearch, database: Database, question: str) -> list[tuple[str, float]]:
    with database.view() as view:
        passages = search.over(view).find(understand(question, (), TODAY))
    return [(scored.passage.id, scored.score) for scored in passages]


def docs(search: PassageSearch, database: Database, question: str) -> set[str]:
    with database.view() as view:
        passages = search.over(view).find(understand(question, (), TODAY))
    return {scored.passage.doc for scored in passages}


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("Who will visit every commune?", {"Binh-Phuoc", "Hanoi", "Long-An"}),
        ("Who will visit every commune in Hanoi?", {"Hanoi"}),
        ("Who will visit every commune in 2024?", {"Binh-Phuoc", "Hanoi", "Long-An"}),
        ("Who will visit every commune in 2016?", set()),
        ("Who will visit every commune in Lang Son?", set()),
    ],
)
def test_only_articles_on_the_place_and_the_time_are_searched(
    settings: AssistantSettings, database: Database, question: str, searched: set[str]
) -> None:
    with closing(PassageSearch(settings, database, FakeEmbedder())) as search:
        assert docs(search, database, question) == searched


def test_beside_a_service_that_has_the_collection_open_the_same_is_found(
    settings: AssistantSettings, database: Database, tmp_path: Path
) -> None:
    question = "Who will visit every commune?"
    with closing(PassageSearch(settings, database, FakeEmbedder())) as holder:
        first = found(holder, database, question)
        with closing(PassageSearch(settings, database, FakeEmbedder())) as beside:
            assert found(beside, database, question) == first
    assert first


def test_an_index_of_another_model_is_refused(
    settings: AssistantSettings, database: Database
) -> None:
    other = FakeEmbedder("another")
    with (
        closing(PassageSearch(settings, database, other)) as search,
        pytest.raises(ModelError, match="build the index again"),
    ):
        found(search, database, "Who will visit every commune?")


def test_a_question_is_embedded_once_and_no_sentence_with_it(
    settings: AssistantSettings, database: Database
) -> None:
    embedder = FakeEmbedder()
    query = understand("Who will visit every commune?", (), TODAY)
    with (
        closing(PassageSearch(settings, database, embedder)) as search,
        database.view() as view,
    ):
        for over in (search.over(view), search.over(view)):
            passages = [scored.passage for scored in over.find(query)]
            read = printed_in(passages, over.sentences(passages), Sources.of(view))
            assert candidates(query, read, over.vector(query.gist), load_cues())
    assert embedder.texts == 1


def test_whether_a_word_occurs_is_told_without_the_model(
    settings: AssistantSettings, database: Database
) -> None:
    embedder = FakeEmbedder()
    with (
        closing(PassageSearch(settings, database, embedder)) as search,
        database.view() as view,
    ):
        assert search.over(view).knows(["commune"])
        assert not search.over(view).knows(["weather"])
    assert embedder.texts == 0


REPORTS = {
    "older": (
        "2022-01-05",
        "Long An had health insurance coverage of 88 per cent at the end of 2021.",
    ),
    "newer": (
        "2023-01-05",
        "Long An had health insurance coverage of 91 per cent at the end of 2022.",
    ),
    "debtors": (
        "2023-02-05",
        "In Long An late payments came to VND90 billion. Hai Au Shoes owes VND12 billion.",
    ),
}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What is the health insurance coverage of Long An?", "newer"),
        ("What was the health insurance coverage of Long An at the end of 2021?", "older"),
        ("How much does Hai Au Shoes owe to social insurance?", "debtors"),
    ],
)
def test_the_passage_of_the_asked_figure_stands_before_its_like(
    tmp_path: Path, question: str, first: str
) -> None:
    (tmp_path / "reports").mkdir()
    for name, (day, text) in REPORTS.items():
        page = f"---\ntitle: Insurance in Long An\npublished: {day}\n---\n\n{text}\n"
        (tmp_path / "reports" / f"{name}.md").write_text(page)
    made = load(data_dir=tmp_path / "data")
    build(Workshop.of(made, FakeEmbedder(), extract), [tmp_path / "reports"])
    with (
        closing(Database.open(made)) as opened,
        closing(PassageSearch(made, opened, FakeEmbedder())) as search,
        opened.view() as view,
    ):
        ranked = search.over(view).by_figures(understand(question, (), TODAY))
        held = {passage.id: passage.doc for passage in view.passages()}
    assert held[ranked[0][0]] == first


def test_what_was_made_of_one_state_is_never_used_for_another(tmp_path: Path) -> None:
    made = load(data_dir=tmp_path / "data")
    report = tmp_path / "reports" / "one.md"
    report.parent.mkdir()

    def publish(place: str) -> None:
        report.write_text(TEXT.format(place=place, value=93))
        build(Workshop.of(made, FakeEmbedder(), facts_of), [report.parent])

    publish("Hanoi")
    with (
        closing(Database.open(made)) as opened,
        closing(PassageSearch(made, opened, FakeEmbedder())) as search,
    ):
        for place, other in (("Hanoi", "Langson"), ("Langson", "Hanoi")):
            publish(place)
            with opened.view() as view:
                assert search.over(view).knows([place])
                assert not search.over(view).knows([other])
                held = search.snapshot(view).passages
                assert set(held) == {passage.id for passage in view.passages()}


VALLEY = {
    "figures": ("2022-10-05", "Late payments in Lai Chau came to VND31 billion in September 2022."),
    "naming": ("2022-10-09", "Of every hundred people 87 hold a card. In Mường Tè it is 99."),
    "later": ("2024-10-09", "Of every hundred people in Muong Te 98 hold a card."),
}


@pytest.mark.parametrize(
    ("question", "sought"),
    [
        ("What did late payments come to in Lai Chau at the end of September 2022?", {"figures"}),
        ("How many people in Muong Te commune, Lai Chau held a card in 2022?", {"naming"}),
        ("How many people in Muong La district, Son La held a card in 2022?", set()),
    ],
)
def test_near_a_figure_are_those_of_its_place_and_time_and_those_that_name_the_place(
    tmp_path: Path, question: str, sought: set[str]
) -> None:
    (tmp_path / "reports").mkdir()
    for name, (day, text) in VALLEY.items():
        page = f"---\ntitle: Insurance in the valley\npublished: {day}\n---\n\n{text}\n"
        (tmp_path / "reports" / f"{name}.md").write_text(page)
    made = load(data_dir=tmp_path / "data")
    build(Workshop.of(made, FakeEmbedder(), extract), [tmp_path / "reports"])
    query = understand(question, (), TODAY)
    with (
        closing(Database.open(made)) as opened,
        closing(PassageSearch(made, opened, FakeEmbedder())) as search,
        opened.view() as view,
    ):
        found = nearby(query, search.over(view), load_cues())
    assert {passage.doc for passage in found} == sought
