"""The assistant: a question in, an `Answer` out, the same for every door.

Each answer is made from one state of the index: a view is opened, every stage reads through it, and
it is closed.  The stages are functions of other modules; this one only calls them in turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.answering import draft_answer, first_told
from assistant.drafting.settling import settled, year_told
from assistant.evidence.passages.search import PassageSearch
from assistant.evidence.sources import Sources, newest_first
from assistant.finishing import finish
from assistant.grounding.checking import check_text
from assistant.model.writing import Writer
from assistant.records import Answer, CheckReport, ReportEntry
from assistant.settings import AssistantSettings
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from indexing.conflicts import find_conflicts
from indexing.database import Database
from indexing.records import Article, MetricFact
from indexing.rendering.conflicts import conflict_object
from indexing.search.embedding import Embedder

Today = Callable[[], date]


class Assistant:
    """Answers questions and checks texts over one index.  Safe to share among threads."""

    def __init__(
        self, database: Database, search: PassageSearch, writer: Writer | None, today: Today
    ) -> None:
        """`writer` words drafts by a language model, where there is one."""
        self._database = database
        self._search = search
        self._writer = writer
        self._today = today

    @classmethod
    def open(cls, settings: AssistantSettings, today: Today = date.today) -> Assistant:
        """The assistant over the index of `settings`.

        `today` tells the day that relative periods of questions count from.  Nothing heavy is
        loaded: the embedding model comes with the first question that needs passages.  Raises
        `IndexMissing` where no index is, `WorkError` where it cannot be read.
        """
        writer = Writer.of(settings)
        database = Database.open(settings)
        embedder = Embedder(settings.embedding_model)
        return cls(database, PassageSearch(settings, database, embedder), writer, today)

    def close(self) -> None:
        """Let go of the index and of the language model."""
        if self._writer is not None:
            self._writer.close()
        self._search.close()
        self._database.close()

    def prepare(self) -> None:
        """Load what questions for passages need, so that the first of them need not wait.

        Raises `ModelError` where the embedding model cannot be used.
        """
        if self._writer is not None:
            self._writer.prepare()
        with self._database.view() as view:
            self._search.over(view).prepare()

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to `question`; `history` holds the earlier questions, oldest first.

        Raises no error for any text: what cannot be answered is an Answer that says why.
        """
        began = time.perf_counter()
        today = self._today()
        with self._database.view() as view:
            sources, search = Sources.of(view), self._search.over(view)
            query = understand(
                question, history, today, lambda order: first_told(order, sources, search, today)
            )
            phrases = load_phrases(query.language)
            query = settled(query, sources, today, phrases)
            draft = draft_answer(query, sources, search, phrases)
            draft = year_told(query, draft, phrases)
            if self._writer is not None:
                draft = self._writer.worded(query, draft, sources.article, phrases)
            answer = finish(query, draft, sources, view.fingerprint, history, phrases)
        elapsed = (time.perf_counter() - began) * 1000
        return replace(answer, elapsed_ms=round(elapsed, 1))

    def check(self, text: str) -> CheckReport:
        """The figures of `text` with their verdicts; relative periods count from today."""
        with self._database.view() as view:
            return check_text(text, self._today(), Sources.of(view), view.fingerprint)

    def article(self, doc: str) -> Article | None:
        """The article held under `doc`, None if there is none."""
        with self._database.view() as view:
            return view.article(doc)

    def reports(self) -> tuple[ReportEntry, ...]:
        """The held reports, the latest first, undated ones last."""
        with self._database.view() as view:
            held = newest_first(view.articles())
        return tuple(ReportEntry(one.doc, one.title, one.published) for one in held)

    def conflicts(self) -> tuple[Mapping[str, Any], ...]:
        """What reports tell differently of one thing, as `conflict_object` gives it."""
        with self._database.view() as view:
            articles = {entry.doc: entry for entry in view.articles()}
            found = find_conflicts(view.facts(), lambda doc: articles[doc].published)
        return tuple(conflict_object(conflict, articles) for conflict in found)

    def metrics(
        self,
        *,
        metric: str | None = None,
        place: str | None = None,
        doc: str | None = None,
        period: str | None = None,
        limit: int = 100,
        cursor: str | None = None,
    ) -> tuple[Sequence[MetricFact], str | None]:
        """At most `limit` rows of the metric table and the cursor of the next page, if any.

        Raises `UsageError` for a cursor that no earlier page gave.
        """
        with self._database.view() as view:
            page = view.facts_page(
                cursor,
                limit,
                metrics=_only(metric),
                places=_only(place),
                docs=_only(doc),
                periods=_only(period),
            )
        return page.rows, page.next


def _only(value: str | None) -> list[str] | None:
    return None if value is None else [value]
