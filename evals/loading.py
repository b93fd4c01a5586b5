"""Tasks and data sets as they lie in `evals/tasks` and `evals/datasets`, read into records."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml
from pydantic import TypeAdapter, ValidationError

from evals.records import Sample
from indexing.errors import UsageError, WorkError

_SAMPLE = TypeAdapter(Sample)


@dataclass(frozen=True, slots=True)
class Task:
    """What is run over which data set, and how its results are counted."""

    name: str
    dataset: str | None
    """File or folder of `evals/datasets`; None where the data lie outside the project."""
    scorer: str
    version: int
    """Raised with every change of data or scorer: results of two versions do not compare."""
    changes: Mapping[int, str]
    accepted: Mapping[str, tuple[float, float]]
    """Least and greatest value that a measure may have, from `baselines.toml`."""


def task_names() -> tuple[str, ...]:
    """The tasks there are, in alphabetical order."""
    folder = files("evals") / "tasks"
    return tuple(
        sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.is_file())
    )


def load_task(name: str) -> Task:
    """The task `name`.  Raises `UsageError` when there is none."""
    known = task_names()
    if name not in known:
        raise UsageError(f"expected a task ({', '.join(known)}), came {name!r}: name one of these")
    told = yaml.safe_load((files("evals") / "tasks" / f"{name}.yaml").read_text(encoding="utf-8"))
    accepted = tomllib.loads((files("evals") / "baselines.toml").read_text(encoding="utf-8"))
    return Task(**told, accepted=accepted.get(name, {}))


def load_samples(dataset: str) -> tuple[Sample, ...]:
    """The samples of a file of `evals/datasets`.  Raises `WorkError` for a line that is none."""
    text = (files("evals") / "datasets" / dataset).read_text(encoding="utf-8")
    return tuple(
        parse_sample(line, f"{dataset} line {number}")
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    )


def parse_sample(line: str, where: str = "a sample") -> Sample:
    """The sample of one JSON line.  Raises `WorkError`, naming `where`, for one that is none."""
    try:
        return _SAMPLE.validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"])) or "the line"
        raise WorkError(
            f"{where}: expected a sample, came {field} of another kind ({fault['msg']}): correct it"
        ) from None
