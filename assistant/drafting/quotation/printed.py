"""The sentences of retrieved passages, each with the figures that it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence.rows.agreement import is_of_times, matches_place, period_fit
from assistant.evidence.sources import Sources
from assistant.records import ScoredPassage
from indexing.articles.sentences import split_sentences
from indexing.reading.period.periods import resolve_periods
from indexing.records import Article, MetricFact, Passage, Period, Span


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence of a retrieved passage."""

    article: Article
    passage: Passage
    span: Span
    rows: tuple[MetricFact, ...]
    """The figures that it tells."""
    text: str
    around: str
    """The words among which the sentence stands: its passage, under headline and heading."""

    def is_of(self, places: Sequence[str], periods: Sequence[Period]) -> bool:
        """Whether its figures, where it has any, are not all of other places or times.

        Without figures it must name a time that is asked for and lies ahead of its report.
        """
        if not self.rows:
            ahead = [asked for asked in periods if self._is_ahead(asked)]
            told = resolve_periods(self.text, self.article.published) if ahead else ()
            return len(ahead) < max(len(periods), 1) or any(
                period_fit(asked, one.notation) for asked in ahead for one in told
            )
        return any(
            (not places or any(matches_place(asked, row.place) for asked in places))
            and is_of_times(periods, row, self.article.published)
            for row in self.rows
        )

    def _is_ahead(self, asked: Period) -> bool:
        published = self.article.published
        return published is None or asked.first_day > published

    @property
    def is_dated(self) -> bool:
        """Whether it tells of any time: asked when, what names none is no answer."""
        return bool(resolve_periods(self.text, self.article.published))


def printed_in(passages: Sequence[ScoredPassage], sources: Sources) -> list[Printed]:
    """The sentences of some passages, in their order; headings are none."""
    return [
        one
        for scored in passages
        if (article := sources.article(scored.passage.doc)) is not None
        for one in _sentences(article, scored.passage, sources.of_article(article.doc))
    ]


def _sentences(article: Article, passage: Passage, rows: Sequence[MetricFact]) -> Iterator[Printed]:
    around = f"{article.title} {passage.heading or ''} {passage.text}"
    for span in split_sentences(article.text, passage.start, passage.end):
        text = article.text[span.start : span.end]
        if is_sentence(text):
            yield Printed(article, passage, span, rows_in(span, rows), text, around)


def rows_in(span: Span, rows: Iterable[MetricFact]) -> tuple[MetricFact, ...]:
    """Those of an article's rows whose figures stand in `span`."""
    return tuple(row for row in rows if span.start <= row.start and row.end <= span.end)


def is_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; headings do not."""
    return text.rstrip("*_ \n").endswith((".", "!", "?", "…", ".”", '."'))
