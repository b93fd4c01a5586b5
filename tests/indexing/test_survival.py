"""kill -9 at random instants: an article is wholly there or not at all; the next build mends."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest

from indexing.articles.passages import split_passages
from indexing.build import build
from indexing.database import Database, IndexView
from indexing.errors import IndexMissing
from indexing.search.collection import Collection, sync_if_free
from indexing.settings import IndexSettings
from indexing.workshop import Workshop
from tests.indexing.samples import TEXT, FakeEmbedder, facts_of, fake_vectors

ARTICLES = 12
FORK = multiprocessing.get_context("fork")


def write(folder: Path, rng: random.Random) -> None:
    """A new state of the folder: articles come, go and change."""
    folder.mkdir(exist_ok=True)
    for number in range(ARTICLES):
        path = folder / f"report-{number:02}.md"
        if number and rng.random() < 0.2:
            path.unlink(missing_ok=True)
        elif not path.exists() or rng.random() < 0.5:
            text = TEXT.format(place=f"Place {number}", value=rng.randrange(10, 99))
            path.write_text(text + "\nIt rose again. " * rng.randrange(80), "utf-8")


def workshop(settings: IndexSettings, model: str) -> Workshop:
    return Workshop.of(settings, FakeEmbedder(model), facts_of)


def build_alone(settings: IndexSettings, folder: Path, model: str) -> None:
    build(workshop(settings, model), [folder])


def build_and_sync(settings: IndexSettings, folder: Path, model: str) -> None:
    build_alone(settings, folder, model)
    database = Database.open(settings)
    sync_if_free(settings, database)
    database.close()


def killed(work: object, *arguments: object, after: float) -> bool:
    """Runs work in a process of its own and kills it; whether it was killed before its end."""
    process = FORK.Process(target=work, args=arguments)  # type: ignore[arg-type]
    process.start()
    process.join(after)
    assert process.pid is not None
    if process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0


def assert_whole(view: IndexView, settings: IndexSettings) -> None:
    """Every article has exactly the passages, vectors and facts of the version that is shown."""
    passages = view.passages()
    vectors = view.vectors()
    assert vectors.ids == tuple(passage.id for passage in passages)
    facts = view.facts()
    docs = [entry.doc for entry in view.articles()]
    assert {passage.doc for passage in passages} == {fact.doc for fact in facts} == set(docs)
    for doc in docs:
        article = view.article(doc)
        assert article is not None
        held = [passage for passage in passages if passage.doc == doc]
        assert held == split_passages(article, settings.passage_tokens)
        assert tuple(fact for fact in facts if fact.doc == doc) == facts_of(article)


def contents(settings: IndexSettings) -> tuple[object, ...]:
    database = Database.open(settings)
    try:
        with database.view() as view:
            assert_whole(view, settings)
            vectors = view.vectors()
            texts = [view.article(entry.doc) for entry in view.articles()]
            return texts, view.facts(), vectors.ids, vectors.matrix.tobytes()
    finally:
        database.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_builds_killed_at_any_instant_leave_nothing_half_visible(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    settings = IndexSettings(data_dir=tmp_path / "data")
    folder = tmp_path / "reports"
    write(folder, rng)
    # The first build loads what the processes forked later find loaded; the second tells the time.
    for name in ("loaded", "timed"):
        began = time.monotonic()
        build_alone(IndexSettings(data_dir=tmp_path / name), folder, "model-0")
        whole = time.monotonic() - began
    cut_off = 0
    for turn in range(10):
        write(folder, rng)
        model = f"model-{turn // 4}"
        cut_off += killed(build_alone, settings, folder, model, after=rng.random() * whole)
        try:
            database = Database.open(settings)
        except IndexMissing:
            continue
        with database.view() as view:
            assert_whole(view, settings)
        database.close()
    assert cut_off >= 3
    build_alone(settings, folder, model)
    fresh = IndexSettings(data_dir=tmp_path / "fresh")
    build_alone(fresh, folder, model)
    assert contents(settings) == contents(fresh)


def test_a_collection_cut_off_while_it_is_made_comes_out_right(tmp_path: Path) -> None:
    rng = random.Random(4)
    settings = IndexSettings(data_dir=tmp_path / "data")
    folder = tmp_path / "reports"
    write(folder, rng)
    build_alone(settings, folder, "model")
    for _ in range(6):
        write(folder, rng)
        killed(build_and_sync, settings, folder, "model", after=0.5 + rng.random() * 0.6)
    assert_finds_all(settings)


def assert_finds_all(settings: IndexSettings) -> None:
    database = Database.open(settings)
    collection = Collection.open(settings, database)
    try:
        with database.view() as view:
            vectors = view.vectors()
        asked = fake_vectors(["x"])[0]
        assert set(collection.candidates(asked, len(vectors.ids))) == set(vectors.ids)
        for id, vector in zip(vectors.ids, vectors.matrix, strict=True):
            assert id in collection.candidates(vector, 3)
    finally:
        collection.close()
        database.close()
