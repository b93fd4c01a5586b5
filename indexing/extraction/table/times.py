"""When: the period of a table's cell, and the one that a change is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.period.dating import period_of
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.times import TimeUse, read_times
from indexing.extraction.period.timespans import base_of, closing, in_year_of, up_to
from indexing.extraction.story.state import Story
from indexing.extraction.table.cells import Cell
from indexing.extraction.text.page import Page
from indexing.records import CHANGES, Span


def times_of(
    page: Page, story: Story, cell: Cell, judged: Judged, kind: Kind
) -> tuple[str | None, str | None]:
    """The period of a cell, and the one that a change is counted from."""
    table, label, heads = cell.table, cell.label, cell.heads
    dated = [use for span in (label, *heads, *cell.wordy) for use in read_times(page, span)]
    left = reversed(table.headings[1 : cell.column])
    beside = [*(use for span in left for use in read_times(page, span))]
    stated = [use for use in dated if use.role in ("main", "plan")]
    stated += [use for use in (*beside, *read_times(page, table.corner)) if use.role == "main"]
    summed = page.cues.any_in("cumulative", (*heads, label))
    stated = [closing(use) if summed else up_to(use) for use in stated]
    around = [use for span in (table.corner, table.caption) for use in read_times(page, span)]
    stated = [in_year_of(use, around, page.text) for use in stated]
    bases = [use for use in dated if use.role == "base"]
    if judged.aspect in CHANGES and not bases:
        stated = _own_first(stated, heads, beside)
    period = period_of(page, story, dated, next(iter(stated), None), judged, kind)
    if judged.aspect not in CHANGES or judged.joined:
        return period, None
    if not bases:  # what changed stands in the columns beside it
        bases = [use for use in stated[1:] if _is_earlier(use, stated[0])]
    return period, base_of(bases[0], period, kind == "moment") if bases else None


def _own_first(
    stated: Sequence[TimeUse], heads: Sequence[Span], beside: Sequence[TimeUse]
) -> list[TimeUse]:
    """The dates of a change, its own before the one that it is counted from.

    Below "Change on June 2023" the latter is told, and its own stands in a column beside it; where
    both do, its own is the later one, whichever column comes first.
    """
    columns = {use.start for use in beside}
    if not stated:
        return []
    if stated[0].start in columns:
        latest = max(stated, key=lambda use: use.period.last_day if use.period else date.min)
        return [latest, *(use for use in stated if use is not latest)]
    if not any(head.start <= stated[0].start < head.end for head in heads):
        return list(stated)
    later = [use for use in stated if use.start in columns and _is_earlier(stated[0], use)]
    return [later[0], stated[0]] if later else list(stated)


def _is_earlier(one: TimeUse, other: TimeUse) -> bool:
    return bool(one.period and other.period and one.period.last_day < other.period.last_day)
