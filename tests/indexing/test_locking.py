"""One process at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from indexing.errors import IndexLocked
from indexing.locking import ProcessLock, alone

HOLD = """
import sys, time
from pathlib import Path
from indexing.locking import ProcessLock
ProcessLock(Path(sys.argv[1]), "is building the index").acquire()
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_process_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "build.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IndexLocked, match=f"process {holder.pid} is building the index"):
            ProcessLock(path, "is building the index").acquire()
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
    with alone(path, "is building the index"):
        assert path.read_text() == f"{os.getpid()}\n"
    with alone(path, "is building the index"):
        pass
