"""The reports that the sentences are true of: their rows, and what these hold to be true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import as_file, files

from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.sources import Sources
from evals.written import HELD_OUT, written_reports
from indexing.agreement import Key, key_of, last_digit, names_of
from indexing.articles import article_files, read_article
from indexing.catalogue import OTHER
from indexing.extraction import extract
from indexing.records import CURRENCIES, Article, MetricFact


@dataclass(frozen=True)
class Held:
    """Some reports and the rows of the metric table that extraction makes of them."""

    articles: Mapping[str, Article]
    rows: tuple[MetricFact, ...]

    @cached_property
    def sources(self) -> Sources:
        """What the checker reads."""
        return sources_over(self.articles, self.rows)

    @cached_property
    def _by_key(self) -> Mapping[Key, tuple[MetricFact, ...]]:
        found: dict[Key, tuple[MetricFact, ...]] = {}
        for row in self.rows:
            for known in (row, replace(row, vs=None)):
                found[key_of(known)] = (*found.get(key_of(known), ()), row)
        return found

    def is_true(self, said: MetricFact) -> bool:
        """Whether some row says the same: told by the table's rows, not by the checker."""
        return any(_agrees(said, row) for row in self._by_key.get(key_of(said), ()))


def shipped() -> Held:
    """The reports that ship with the project."""
    with as_file(files("docs_corpus")) as folder:
        return held_of([read_article(path) for path in article_files([folder])])


def made_up() -> Held:
    """The made-up reports of `evals/datasets/written`, but for those held out."""
    with written_reports("written") as reports:
        return held_of(
            [
                report.article
                for half, some in reports.items()
                if half not in HELD_OUT
                for report in some
            ]
        )


def held_of(articles: Sequence[Article]) -> Held:
    """Some articles with their rows."""
    rows = tuple(row for article in articles for row in extract(article))
    return Held({article.doc: article for article in articles}, rows)


def sources_over(articles: Mapping[str, Article], rows: Sequence[MetricFact]) -> Sources:
    """The stages' view of an index that holds exactly these."""
    by_metric: dict[str, list[MetricFact]] = {}
    for row in rows:
        by_metric.setdefault(row.metric, []).append(row)

    def of_metric(metric: str, place: str | None) -> Sequence[MetricFact]:
        held = by_metric.get(metric, [])
        return held if place is None else [r for r in held if r.place in names_of(place)]

    def published(doc: str) -> date | None:
        return articles[doc].published if doc in articles else None

    return Sources(
        article=articles.get,
        articles=lambda: (),  # no check asks which there are
        rows=of_metric,
        keyed=cache(lambda metric, place: KeyedRows.of(of_metric(metric, place), published)),
        debts=lambda: [r for r in by_metric.get(OTHER, []) if r.unit in CURRENCIES],
        published=published,
        of_article=lambda doc: [row for row in rows if row.doc == doc],
        of_sentence=lambda doc, start: [
            row for row in rows if (row.doc, row.quote_start) == (doc, start)
        ],
        of_place=lambda place: [row for row in rows if row.place in names_of(place)],
        of_value=lambda value: [row for row in rows if row.value == value],
        places=lambda: {row.place for row in rows if row.place},
        metrics=lambda place: {row.metric for row in rows if row.place in names_of(place)},
        no_figures=lambda doc: (),
    )


def _agrees(said: MetricFact, row: MetricFact) -> bool:
    if said.bound == row.bound:
        return said.value == row.value
    beyond = row.value - said.value
    if row.bound != "exact" or abs(beyond) > last_digit(said.value) / 2:
        return False
    return {"over": beyond > 0, "under": beyond < 0}.get(said.bound, said.bound == "about")
