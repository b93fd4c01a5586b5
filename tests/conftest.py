"""What all tests share: a closed network, an index of the shipped reports, the real reports.

`index` is built once per run, with the real embedding model, and shared between the processes of
pytest-xdist.  `originals` and `gold` lie outside the project: tests that need them are skipped
without VSS_ORIGINALS and VSS_GOLD.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from assistant import Assistant

ROOT = Path(__file__).resolve().parent.parent
_OUTSIDE = ("VSS_ORIGINALS", "VSS_GOLD")

hypothesis_settings.register_profile(
    "project",
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault of a test
)
hypothesis_settings.load_profile("project")


def pytest_configure() -> None:
    """A developer's own settings must not change what the tests see."""
    for name in [name for name in os.environ if name.startswith("VSS_")]:
        if name not in _OUTSIDE:
            del os.environ[name]


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder with an index of `docs_corpus`; do not change what lies in it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / "index", shared / "index.done"
    with FileLock(shared / "index.lock"):
        if not done.exists():
            build = [sys.executable, "-m", "indexing", "build", "--data", str(folder)]
            built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
            assert built.returncode == 0, built.stderr
            done.touch()
    return folder


@pytest.fixture(scope="session")
def assistant(index: Path) -> Iterator[Assistant]:
    """The assistant over `index`."""
    from assistant import Assistant
    from assistant.settings import load

    with closing(Assistant.open(load(data_dir=index))) as opened:
        yield opened


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of reports exactly as published."""
    return _outside("VSS_ORIGINALS")


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of labelled figures."""
    return _outside("VSS_GOLD")


def _outside(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} names no folder")
    return Path(folder)
