"""What a build, an addition and a removal do to the index."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from indexing.articles.passages import passage_sentences
from indexing.build import add, build, remove
from indexing.database import Database
from indexing.errors import CorpusError, IndexLocked, UsageError
from indexing.locking import alone
from indexing.workshop import Workshop
from tests.indexing.samples import TEXT, FakeEmbedder, facts_of, fake_vectors


def docs(database: Database) -> list[str]:
    with database.view() as view:
        return [entry.doc for entry in view.articles()]


def values(database: Database) -> dict[str, int]:
    with database.view() as view:
        return {fact.doc: int(fact.value) for fact in view.facts()}


def write(folder: Path, name: str, place: str = "Delta", value: int = 80) -> Path:
    path = folder / f"{name}.md"
    path.write_text(TEXT.format(place=place, value=value), "utf-8")
    return path


def test_a_build_holds_exactly_the_folder(database: Database) -> None:
    assert values(database) == {"alpha": 90, "beta": 91, "gamma": 92}
    with database.view() as view:
        ids = [passage.id for passage in view.passages()]
        assert view.vectors().ids == tuple(ids)
        assert view.contents().passages == len(ids) == 6


def test_a_second_build_changes_nothing(
    workshop: Workshop, database: Database, folder: Path, embedder: FakeEmbedder
) -> None:
    before, texts = database.revision(), embedder.texts
    report = build(workshop, [folder])
    assert (report.added, report.changed, report.removed, report.articles) == ((), (), (), 3)
    assert (database.revision(), embedder.texts) == (before, texts)


def test_a_changed_article_replaces_itself(
    workshop: Workshop, database: Database, folder: Path, embedder: FakeEmbedder
) -> None:
    texts = embedder.texts
    write(folder, "beta", "Beta", 99)
    report = build(workshop, [folder])
    assert report.changed == ("beta",)
    assert values(database) == {"alpha": 90, "beta": 99, "gamma": 92}
    new = 1 + 2  # a passage and its two sentences
    assert embedder.texts == texts + new, "the passage whose words are the same keeps its vectors"


def test_a_file_that_is_gone_is_gone_from_the_index(
    workshop: Workshop, database: Database, folder: Path
) -> None:
    (folder / "beta.md").unlink()
    assert build(workshop, [folder]).removed == ("beta",)
    assert docs(database) == ["alpha", "gamma"]


def test_what_was_added_stays_until_it_is_removed(
    workshop: Workshop, database: Database, folder: Path, tmp_path: Path
) -> None:
    assert add(workshop, [write(tmp_path, "delta")]).added == ("delta",)
    assert build(workshop, [folder]).removed == ()
    assert docs(database) == ["alpha", "beta", "delta", "gamma"]
    write(tmp_path, "delta", value=81)
    assert add(workshop, [tmp_path / "delta.md"]).changed == ("delta",)
    assert values(database)["delta"] == 81
    assert remove(workshop, ["delta"]).removed == ("delta",)
    assert docs(database) == ["alpha", "beta", "gamma"]


def test_a_removed_folder_article_comes_back_with_its_folder(
    workshop: Workshop, database: Database, folder: Path
) -> None:
    remove(workshop, ["alpha"])
    assert docs(database) == ["beta", "gamma"]
    assert build(workshop, [folder]).added == ("alpha",)


def test_adding_makes_an_index_where_there_is_none(workshop: Workshop, tmp_path: Path) -> None:
    add(workshop, [write(tmp_path, "delta")])
    database = Database.open(workshop.settings)
    assert docs(database) == ["delta"]
    database.close()


def test_an_unknown_article_cannot_be_removed(workshop: Workshop, database: Database) -> None:
    with pytest.raises(UsageError, match="omega"):
        remove(workshop, ["alpha", "omega"])
    assert docs(database) == ["alpha", "beta", "gamma"]


@pytest.mark.parametrize("first", ["add", "build"])
def test_one_id_for_an_added_and_a_folders_article_is_an_error(
    workshop: Workshop, database: Database, folder: Path, tmp_path: Path, first: str
) -> None:
    other = write(tmp_path, "delta")
    if first == "add":
        add(workshop, [other])
        write(folder, "delta", value=70)
        with pytest.raises(CorpusError, match="delta"):
            build(workshop, [folder])
        assert values(database)["delta"] == 80
    else:
        write(tmp_path, "alpha")
        with pytest.raises(CorpusError, match="alpha"):
            add(workshop, [tmp_path / "alpha.md"])
        assert values(database)["alpha"] == 90


def test_an_unreadable_file_is_told_and_nothing_is_lost(
    workshop: Workshop, database: Database, folder: Path
) -> None:
    (folder / "alpha.md").write_bytes(b"\xff\xfe")
    (folder / "new.md").write_bytes(b"\xff\xfe")
    write(folder, "beta", "Beta", 99)
    report = build(workshop, [folder])
    assert [str(folder / name) in line for name, line in zip(
        ("alpha.md", "new.md"), report.failed, strict=True)] == [True, True]  # fmt: skip
    assert values(database) == {"alpha": 90, "beta": 99, "gamma": 92}


def test_a_folder_of_unreadable_files_alone_is_an_error(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"\xff\xfe")
    with pytest.raises(CorpusError, match=r"bad\.md"):
        build(workshop, [tmp_path])


@pytest.mark.parametrize(
    "altered",
    [
        pytest.param(lambda w: (w.settings, FakeEmbedder("other")), id="model"),
        pytest.param(
            lambda w: (w.settings.model_copy(update={"passage_tokens": 40}), w.embedder),
            id="passages",
        ),
    ],
)
def test_another_fingerprint_makes_all_anew_with_what_was_added(
    workshop: Workshop,
    database: Database,
    folder: Path,
    tmp_path: Path,
    altered: Callable[[Workshop], tuple[object, object]],
) -> None:
    add(workshop, [write(tmp_path, "delta")])
    with database.view() as before:
        old = before.fingerprint
        other = Workshop.of(*altered(workshop), facts_of)  # type: ignore[arg-type]
        report = build(other, [folder])
        assert (report.rebuilt, report.fingerprint != old) == (True, True)
        assert before.contents().articles == 4, "a reader of the old index goes on"
    assert docs(database) == ["alpha", "beta", "delta", "gamma"]
    with database.view() as after:
        assert after.fingerprint == report.fingerprint
        assert after.embedding == other.embedder.identity
    assert not build(other, [folder]).rebuilt


def test_a_rebuild_with_the_same_model_embeds_no_known_words(
    workshop: Workshop, database: Database, folder: Path, embedder: FakeEmbedder
) -> None:
    texts = embedder.texts
    finer = workshop.settings.model_copy(update={"passage_tokens": 221})
    assert build(Workshop.of(finer, embedder, facts_of), [folder]).rebuilt
    assert embedder.texts == texts


def test_every_sentence_is_held_with_the_vector_of_its_words(database: Database) -> None:
    with database.view() as view:
        passages = view.passages()
        held = view.sentences([passage.id for passage in passages])
        for passage in passages:
            article, told = view.article(passage.doc), held[passage.id]
            assert article is not None
            assert list(told.spans) == passage_sentences(article, passage)
            vectors = fake_vectors([article.text[a:b] for a, b in told.spans])
            assert np.allclose(told.vectors, vectors, atol=1e-3)


def test_a_second_builder_is_refused(workshop: Workshop, database: Database, folder: Path) -> None:
    lock = workshop.settings.data_dir / "build.lock"
    with alone(lock, "is building the index"), pytest.raises(IndexLocked, match="building"):
        build(workshop, [folder])


def test_progress_counts_the_articles_that_change(
    workshop: Workshop, database: Database, folder: Path
) -> None:
    told: list[tuple[int, ...]] = []
    write(folder, "beta", "Beta", 99)
    watched = Workshop.of(
        workshop.settings, workshop.embedder, facts_of, lambda *done: told.append(done)
    )  # fmt: skip
    build(watched, [folder])
    assert told == [(0, 1), (1, 1)]


def test_a_build_without_changes_loads_no_model(
    workshop: Workshop, database: Database, folder: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from indexing.build import build;"
        "from indexing.workshop import Workshop;"
        "from indexing.settings import IndexSettings;"
        "from tests.indexing.samples import FakeEmbedder, facts_of;"
        f"settings = IndexSettings(data_dir=Path({str(workshop.settings.data_dir)!r}));"
        f"build(Workshop.of(settings, FakeEmbedder(), facts_of), [Path({str(folder)!r})]);"
        "heavy = {'torch', 'chromadb', 'llama_index.core', 'transformers'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
