"""A collection of made-up reports: any number of them, of many places and years, from one seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from evals.generator.sentences import Topic, fill
from evals.generator.wordings import Occasion, Statement, wordings
from evals.generator.world import World
from evals.scorers.labels import Label, write_labels
from indexing.catalogue import catalogue
from indexing.gazetteer import gazetteer

YEARS = range(2016, 2026)
_KINDS = {"people": "people", "percent": "percent", "VND": "money"}


@dataclass(frozen=True, slots=True)
class MadeUpReport:
    """One report as a file, and the figures in it."""

    doc: str
    text: str
    labels: tuple[Label, ...]
    held_out: bool
    """Whether its sentences are those that no rule was written from."""


def make_collection(count: int, seed: int) -> Iterator[MadeUpReport]:
    """`count` reports, each of another place and part of a year as long as there are any.

    Every second one is written in held-out wordings.  The same seed gives the same reports, and a
    smaller count the first of a larger one.
    """
    chance = Random(seed)
    world = World(seed)
    subjects = list(_subjects())
    chance.shuffle(subjects)
    for number in range(count):
        place, year, occasion = subjects[number % len(subjects)]
        yield _report(number, place, year, occasion, world, Random(f"{seed} {number}"))


def write_collection(reports: Iterable[MadeUpReport], folder: Path) -> None:
    """Each report as a file of `folder`, with its labels beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for report in reports:
        path = folder / f"{report.doc}.md"
        path.write_text(report.text, encoding="utf-8")
        write_labels(report.labels, path.with_suffix(".jsonl"))


def _subjects() -> Iterator[tuple[str, int, Occasion]]:
    """Places with the parts of years that they stood in, as provinces of their own."""
    for year in YEARS:
        for occasion in wordings().occasions:
            for place in gazetteer().provinces_on(date(year, occasion.months, 28)):
                yield place.name, year, occasion


def _report(
    number: int, place: str, year: int, occasion: Occasion, world: World, chance: Random
) -> MadeUpReport:
    doc = f"report-{number:05}"
    held_out = number % 2 == 1
    metrics = sorted(wordings().nouns)
    sentences: list[str] = []
    labels: list[Label] = []
    for metric in chance.sample(metrics, chance.randint(2, 4)):
        statement = chance.choice(_statements(metric, held_out))
        topic = Topic(metric, place, year, occasion)
        sentence, found = fill(statement, topic, world, chance, doc)
        sentences.append(sentence)
        labels += found
    number_words = {
        "number": str(chance.randint(100, 999)),
        "few": str(chance.randint(2, 40)),
        "day": f"{chance.randint(1, 28)} May {year}",
        "next": str(year + 1),
    }
    sentences.insert(
        chance.randint(0, len(sentences)),
        chance.choice(wordings().distractors).format(**number_words),
    )
    return MadeUpReport(
        doc, _laid_out(sentences, place, year, occasion, chance), tuple(labels), held_out
    )


def _statements(metric: str, held_out: bool) -> list[Statement]:
    kind = _KINDS[catalogue().metric(metric).unit]
    return [
        statement
        for statement in wordings().statements
        if (statement.kind, statement.held_out) == (kind, held_out)
    ]


def _laid_out(
    sentences: list[str], place: str, year: int, occasion: Occasion, chance: Random
) -> str:
    """The sentences as paragraphs, as one block, or as a list, below a head."""
    published = date(year + (occasion.published == 1), occasion.published, chance.randint(3, 20))
    body = chance.choice(
        ("\n\n".join(sentences), " ".join(sentences), "\n".join(f"- {s}" for s in sentences))
    )
    head = f"---\ntitle: Social security in {place}\npublished: {published.isoformat()}\n---"
    return f"{head}\n\n{body}\n"
