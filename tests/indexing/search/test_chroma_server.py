"""A Chroma server in the place of the embedded collection; one that hangs does not hang us."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexing.build import remove
from indexing.database import Database
from indexing.errors import WorkError
from indexing.search import chroma as door
from indexing.search.collection import Collection
from indexing.settings import IndexSettings
from indexing.workshop import Workshop
from tests.indexing.samples import fake_vectors


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The process of a server and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chroma = Path(sys.executable).with_name("chroma")
    process = subprocess.Popen(
        [chroma, "run", "--path", tmp_path / "server", "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield process, f"http://127.0.0.1:{port}"
    process.send_signal(signal.SIGCONT)
    process.kill()
    process.wait()


def test_a_server_is_filled_followed_and_given_up(
    server: tuple[subprocess.Popen[bytes], str],
    workshop: Workshop,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(door, "_SERVER_SECONDS", 1.0)
    process, address = server
    settings = IndexSettings(data_dir=workshop.settings.data_dir, chroma_url=address)
    asked = fake_vectors(["x"])[0]
    first = Collection.open(settings, database)
    second = Collection.open(settings, database)
    assert len(first.candidates(asked)) == 6
    remove(workshop, ["alpha"])
    assert first.sync()
    assert first.candidates(asked) == second.candidates(asked)
    assert len(second.candidates(asked)) == 4
    process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(WorkError):
        first.candidates(asked)
    with pytest.raises(WorkError, match="does not answer"):
        Collection.open(settings, database)
    assert time.monotonic() - began < 4
    process.send_signal(signal.SIGCONT)
    assert len(first.candidates(asked)) == 4
    first.close()
    second.close()
