"""Runs as JSON files, by which a later run is compared with an earlier one."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evals.records import Run
from indexing.errors import WorkError

_RUN = TypeAdapter(Run)


def write_run(run: Run, folder: Path) -> Path:
    """`run` as a JSON file in `folder`, named after its start and its task; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stamp(run)}-{run.task}.json"
    path.write_bytes(_RUN.dump_json(run, indent=1))
    return path


def read_run(path: Path) -> Run:
    """The run in a file that `write_run` wrote.  Raises `WorkError` for any other file."""
    try:
        return _RUN.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise WorkError(
            f"{path}: expected the results of a run, came none: name a file that `run` wrote"
        ) from None


def stamp(run: Run) -> str:
    """The start of `run` as it stands in the name of a file."""
    return run.started.replace(":", "").replace("+0000", "Z")
