"""Chroma and the exact search are interchangeable: both pass the same tests."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest

from indexing.build import add, build, remove
from indexing.database import Database, Vectors
from indexing.errors import IndexLocked, SettingError, WorkError
from indexing.search.collection import Collection, sync_if_free
from indexing.search.exact import ExactSearch
from indexing.settings import IndexSettings
from indexing.workshop import Workshop
from tests.conftest import ROOT
from tests.indexing.samples import TEXT, FakeEmbedder, facts_of, fake_vectors


class Candidates(Protocol):
    def candidates(self, vector: Vectors, n: int = 50) -> list[str]: ...


@pytest.fixture(params=["chroma", "exact"])
def source(
    request: pytest.FixtureRequest, settings: IndexSettings, database: Database
) -> Iterator[Candidates]:
    with ExitStack() as stack:
        if request.param == "chroma":
            collection = Collection.open(settings, database)
            stack.callback(collection.close)
            yield collection
        else:
            with database.view() as view:
                yield ExactSearch(view.vectors())


def test_every_passage_is_nearest_to_its_own_vector(source: Candidates, database: Database) -> None:
    with database.view() as view:
        vectors = view.vectors()
    for id, vector in zip(vectors.ids, vectors.matrix, strict=True):
        assert source.candidates(vector, 1) == [id]


def test_candidates_come_nearest_first(source: Candidates, database: Database) -> None:
    with database.view() as view:
        vectors = view.vectors()
    asked = fake_vectors(["a question"])[0]
    scores = dict(zip(vectors.ids, vectors.matrix @ asked, strict=True))
    assert source.candidates(asked, 4) == sorted(scores, key=lambda id: -scores[id])[:4]


def test_no_more_are_given_than_there_are(source: Candidates) -> None:
    assert len(set(source.candidates(fake_vectors(["x"])[0], 50))) == 6


def test_an_empty_index_gives_none(workshop: Workshop, database: Database) -> None:
    remove(workshop, ["alpha", "beta", "gamma"])
    asked = fake_vectors(["x"])[0]
    collection = Collection.open(workshop.settings, database)
    try:
        assert collection.candidates(asked) == []
    finally:
        collection.close()
    with database.view() as view:
        assert ExactSearch(view.vectors()).candidates(asked) == []


def test_exact_scores_are_cosines(database: Database) -> None:
    with database.view() as view:
        vectors = view.vectors()
    search = ExactSearch(vectors)
    scores = search.scores(vectors.matrix[0], [vectors.ids[0], vectors.ids[1], "unknown"])
    assert scores[vectors.ids[0]] == pytest.approx(1)
    assert set(scores) == set(vectors.ids[:2])
    assert (
        search.scores(vectors.matrix[0], [vectors.ids[1]])[vectors.ids[1]]
        == (scores[vectors.ids[1]])
    ), "a score does not depend on what is scored beside it"


def ids_of(database: Database) -> set[str]:
    with database.view() as view:
        return {passage.id for passage in view.passages()}


def test_a_running_service_follows_the_database(
    workshop: Workshop, database: Database, folder: Path, tmp_path: Path
) -> None:
    collection = Collection.open(workshop.settings, database)
    try:
        assert not collection.sync()
        path = tmp_path / "delta.md"
        path.write_text(TEXT.format(place="Delta", value=1), "utf-8")
        add(workshop, [path])
        remove(workshop, ["alpha"])
        assert not sync_if_free(workshop.settings, database), "it is held, so left to its holder"
        assert collection.sync()
        assert set(collection.candidates(fake_vectors(["x"])[0])) == ids_of(database)
        build(Workshop.of(workshop.settings, FakeEmbedder("other"), facts_of), [folder])
        assert collection.sync()
        assert set(collection.candidates(fake_vectors(["x"])[0])) == ids_of(database)
        assert collection.revision == database.revision()
    finally:
        collection.close()


def test_the_collection_keeps_what_a_passage_is_about(
    settings: IndexSettings, database: Database
) -> None:
    collection = Collection.open(settings, database)
    try:
        with database.view() as view:
            first, second = view.passages(docs=["alpha"])
        stored = collection._collection.get(ids=[first.id, second.id], include=["metadatas"])
        marks = dict(zip(stored["ids"], stored["metadatas"], strict=True))
    finally:
        collection.close()
    about = {"doc": "alpha", "version": first.version, "published": 20240307}
    assert marks[first.id] == {**about, "place": "Alpha", "period": "@2023"}
    assert marks[second.id] == about


def test_one_process_at_a_time_has_the_collection(
    settings: IndexSettings, database: Database
) -> None:
    collection = Collection.open(settings, database)
    with pytest.raises(IndexLocked, match="has the collection open"):
        Collection.open(settings, database)
    collection.close()
    Collection.open(settings, database).close()


@pytest.mark.parametrize("twins", [0, 12])
def test_an_untouched_collection_is_not_made_anew(
    workshop: Workshop, database: Database, folder: Path, twins: int
) -> None:
    settings = workshop.settings
    for number in range(twins):
        (folder / f"twin-{number}.md").write_text(TEXT.format(place="Twin", value=5), "utf-8")
    build(workshop, [folder])

    def segments() -> set[Path]:
        return {path for path in (settings.data_dir / "chroma").iterdir() if path.is_dir()}

    collection = Collection.open(settings, database)
    before = segments()
    for vector in fake_vectors([str(n) for n in range(50)]):
        collection.candidates(vector, 6)
    collection.close()
    Collection.open(settings, database).close()
    assert segments() == before


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scramble(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


@pytest.mark.parametrize("damage", [_truncate, _scramble, Path.unlink], ids=lambda d: d.__name__)
@pytest.mark.parametrize(
    "name", ["chroma.sqlite3", "*/data_level0.bin", "*/header.bin", "*/length.bin"]
)
def test_a_damaged_collection_is_made_anew(
    settings: IndexSettings, database: Database, name: str, damage: Callable[[Path], None]
) -> None:
    Collection.open(settings, database).close()
    damage(next((settings.data_dir / "chroma").glob(name)))
    collection = Collection.open(settings, database)
    try:
        assert set(collection.candidates(fake_vectors(["x"])[0])) == ids_of(database)
    finally:
        collection.close()


def test_a_collection_that_is_gone_is_made_anew(
    settings: IndexSettings, database: Database
) -> None:
    Collection.open(settings, database).close()
    shutil.rmtree(settings.data_dir / "chroma")
    collection = Collection.open(settings, database)
    try:
        assert set(collection.candidates(fake_vectors(["x"])[0])) == ids_of(database)
    finally:
        collection.close()


def test_settings_lying_about_are_not_taken_over(
    settings: IndexSettings, database: Database, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("ALLOW_RESET=true\nPERSIST_DIRECTORY=elsewhere\n")
    code = (
        "from pathlib import Path; from indexing.search.collection import Collection;"
        "from indexing.database import Database; from indexing.settings import IndexSettings;"
        f"settings = IndexSettings(data_dir=Path({str(settings.data_dir)!r}));"
        "collection = Collection.open(settings, Database.open(settings));"
        "assert collection._client.get_settings().allow_reset is False;"
        "collection.close()"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}
    )
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("localhost:8000", SettingError),
        ("ftp://h", SettingError),
        ("http://127.0.0.1:9", WorkError),
    ],
)
def test_a_server_that_is_not_there_is_told(
    settings: IndexSettings, database: Database, address: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        Collection.open(settings.model_copy(update={"chroma_url": address}), database)


def test_the_exact_search_is_exact_in_many_dimensions() -> None:
    from indexing.database import PassageVectors

    rng = np.random.default_rng(1)
    matrix = rng.normal(size=(500, 64)).astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    ids = tuple(f"{n:03}" for n in range(500))
    best = np.argsort(-(matrix @ matrix[7]))[:10]
    assert ExactSearch(PassageVectors(ids, matrix)).candidates(matrix[7], 10) == [
        ids[n] for n in best
    ]
