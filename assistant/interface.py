"""What the doors need of the assistant, so that they can be tested without an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from assistant.records import Answer, CheckReport, ReportEntry
from indexing.records import Article, MetricFact


class Answering(Protocol):
    """The assistant as CLI, REST and chat see it; several threads may call it at once."""

    def prepare(self) -> None:
        """Load ahead of the first question what takes long to load."""
        ...

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to `question`; `history` holds the earlier questions, oldest first."""
        ...

    def check(self, text: str) -> CheckReport:
        """The figures of `text` with their verdicts."""
        ...

    def article(self, doc: str) -> Article | None:
        """The article held under `doc`, None if there is none."""
        ...

    def reports(self) -> Sequence[ReportEntry]:
        """The held reports, the latest first, undated ones last."""
        ...

    def conflicts(self) -> Sequence[Mapping[str, Any]]:
        """What reports tell differently of one thing, as `conflict_object` gives it."""
        ...

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
        ...

    def close(self) -> None:
        """Let go of the index."""
        ...
