"""Locks between processes.  The system frees one when its process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexing.errors import IndexLocked, WorkError


class ProcessLock:
    """A lock that one process at a time can hold; the lock's file stays and is only a name."""

    def __init__(self, path: Path, purpose: str) -> None:
        """`purpose` tells what the holder does, as in "is building the index"."""
        self.path = path
        self.purpose = purpose
        self._file: int | None = None

    def acquire(self) -> None:
        """Takes the lock.  Raises `IndexLocked`, naming the holder's process id, if it is taken."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise WorkError(f"{self.path}: cannot be opened ({error.strerror})") from None
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(file, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(file)
            raise IndexLocked(
                f"process {holder} {self.purpose} in {self.path.parent}: wait for it or stop it"
            ) from None
        os.ftruncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        self._file = file

    def release(self) -> None:
        """Frees the lock; does nothing where it is not held."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


@contextmanager
def alone(path: Path, purpose: str) -> Iterator[None]:
    """Holds the lock at `path` for the block.  Raises `IndexLocked` when another holds it."""
    lock = ProcessLock(path, purpose)
    lock.acquire()
    try:
        yield
    finally:
        lock.release()
