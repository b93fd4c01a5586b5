"""Made-up reports with their labels, as they lie in `evals/datasets/written`, half by half."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from evals.scorers.labels import Label, read_labels
from indexing.articles import read_article
from indexing.records import Article

HALVES = (*"abcdefghijklmnopqrstuvwxyz", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj")
"""By an author each; those from `c` on knew neither the extractor nor earlier labels."""

HELD_OUT = frozenset({"f", "ab", "ae", "ah"})
"""Measured, and read by nobody who writes rules: what shows single samples leaves these out."""


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """One made-up report and what a careful reader found in it."""

    path: Path
    article: Article
    labels: tuple[Label, ...]


@contextmanager
def written_reports(dataset: str) -> Iterator[dict[str, tuple[WrittenReport, ...]]]:
    """The reports of each half, in the order of their names; paths hold as long as the context.

    Raises `WorkError` for a label file that cannot be read.
    """
    with as_file(files("evals") / "datasets" / dataset) as folder:
        yield {half: tuple(_reports(folder / half)) for half in HALVES}


def _reports(folder: Path) -> Iterator[WrittenReport]:
    for path in sorted(folder.glob("*.md")):
        yield WrittenReport(path, read_article(path), read_labels(path.with_suffix(".jsonl")))
