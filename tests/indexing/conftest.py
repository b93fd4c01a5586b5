"""An index of three small articles and the means to change it, without a real model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexing.build import build
from indexing.database import Database
from indexing.settings import IndexSettings
from indexing.workshop import Workshop
from tests.indexing.samples import TEXT, FakeEmbedder, facts_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three articles."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, name in enumerate(("alpha", "beta", "gamma")):
        text = TEXT.format(place=name.title(), value=90 + number)
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(data_dir=tmp_path / "data")


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def workshop(settings: IndexSettings, embedder: FakeEmbedder) -> Workshop:
    return Workshop.of(settings, embedder, facts_of)


@pytest.fixture
def database(workshop: Workshop, folder: Path) -> Iterator[Database]:
    """The index of `folder`, built."""
    build(workshop, [folder])
    database = Database.open(workshop.settings)
    yield database
    database.close()
