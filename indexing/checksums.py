"""A note of a folder's files and their checksums, by which damage is seen before it is read.

Damaged files of Chroma can end the process that maps them; a folder that differs from its note in
any byte is thrown away unread.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path


class Checksums:
    """The note at `path` about the files below `folder`."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder

    def issue(self, fingerprint: str, revision: int) -> None:
        """Notes that the files as they are now are whole and belong to that state."""
        note = {"fingerprint": fingerprint, "revision": revision, "files": self._computed()}
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(note), "utf-8")
        os.replace(draft, self._path)

    def withdraw(self) -> None:
        """Says that the files are about to change; until `issue` they are in doubt."""
        self._path.unlink(missing_ok=True)

    def holds(self, fingerprint: str) -> bool:
        """Whether the files are exactly those noted, for an index of that fingerprint."""
        note = self._read()
        return note.get("fingerprint") == fingerprint and note.get("files") == self._computed()

    def revision(self) -> int | None:
        """The noted revision, the files left unread; None where there is no note."""
        revision = self._read().get("revision")
        return revision if isinstance(revision, int) else None

    def _read(self) -> dict[str, object]:
        try:
            note = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _computed(self) -> dict[str, str]:
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self._folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
        }
