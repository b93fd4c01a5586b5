"""Damage is seen before a damaged file is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexing.checksums import Checksums


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "chroma"
    (folder / "segment").mkdir(parents=True)
    (folder / "segment" / "data.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "chroma.sqlite3").write_bytes(b"rows")
    return folder


@pytest.fixture
def checksums(tmp_path: Path, folder: Path) -> Checksums:
    checksums = Checksums(tmp_path / "chroma.json", folder)
    checksums.issue("print", 7)
    return checksums


def test_whole_files_are_held(checksums: Checksums) -> None:
    assert checksums.holds("print")
    assert not checksums.holds("another print")
    assert checksums.revision() == 7


def _flip(folder: Path) -> None:
    path = folder / "segment" / "data.bin"
    content = bytearray(path.read_bytes())
    content[99] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(_flip, id="one bit"),
        pytest.param(lambda f: (f / "segment" / "data.bin").write_bytes(b""), id="emptied"),
        pytest.param(lambda f: (f / "segment" / "data.bin").unlink(), id="removed"),
        pytest.param(lambda f: (f / "more.bin").write_bytes(b"x"), id="one more"),
        pytest.param(lambda f: (f.parent / "chroma.json").write_text("{"), id="note broken"),
        pytest.param(lambda f: (f.parent / "chroma.json").write_text("[]"), id="note of a list"),
        pytest.param(lambda f: (f.parent / "chroma.json").unlink(), id="note gone"),
    ],
)
def test_any_difference_is_a_doubt(
    checksums: Checksums, folder: Path, damage: Callable[[Path], object]
) -> None:
    damage(folder)
    assert not checksums.holds("print")


def test_a_withdrawn_note_holds_nothing(checksums: Checksums) -> None:
    checksums.withdraw()
    checksums.withdraw()
    assert not checksums.holds("print")
    assert checksums.revision() is None
