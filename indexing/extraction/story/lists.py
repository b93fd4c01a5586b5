"""Lists: what an item stands under, the words that open its list or the item that it is indented
below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.theme import Theme, announced_topic
from indexing.extraction.topic.topics import NOTHING, Topic

_NEXT = re.compile(r"[*_]*\(?(?:0?[2-9]|1\d|[b-h]|II|III|IV|V|VI)[.)]\s")
"""Before an item: a number that is not the first."""
_COUNTED = re.compile(r"[*_]*\(?(?:\d+|[a-h]|[IVX]+)[.)]\s")
_BEFORE = 12
"""Characters before an item in which the words end that open it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Something that items may stand under."""

    indent: int
    """Characters before an item on its line, one less where it tells no figure and so heads those
    below it ("- The voluntary scheme?"); -2 for the words that open a whole list."""
    topic: Topic


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a text stands in its lists."""

    above: tuple[Opened, ...] = ()
    """What the item stands under, the outermost first."""
    item: Opened | None = None
    """The item itself, which others may stand under."""
    counted: bool = False
    """Whether the item bears a number or a letter."""

    @property
    def topic(self) -> Topic:
        """What the item is told of, as far as it does not say so itself."""
        told = NOTHING
        for opened in reversed(self.above):
            told = told.over(opened.topic)
        return told

    def next(self, page: Page, item: SentenceSpan, theme: Theme) -> Listing:
        """The listing at an item; `theme` is what the text spoke of before it."""
        indent = item.start - (page.text.rfind("\n", 0, item.start) + 1)
        named = announced_topic(page, item.span)
        heads = named != NOTHING and not within(page.quantities, item.start, item.end)
        own = Opened(indent - 1 if heads else indent, named)
        counted = _COUNTED.match(page.text, item.start) is not None
        if self.item is None:
            return Listing((Opened(-2, _opening(page, item, theme)),), own, counted)
        held = [one for one in self.above if one.indent < self.item.indent]
        above = tuple(one for one in (*held, self.item) if one.indent < indent)
        return Listing(above, own, counted)


def opens_list(page: Page, item: SentenceSpan) -> bool:
    """Whether the words right before an item end with a colon."""
    return page.text[max(0, item.start - _BEFORE) : item.start].rstrip(" \n*_").endswith(":")


def resumes(page: Page, item: SentenceSpan) -> bool:
    """Whether an item goes on with a numbering that other text has interrupted: "3. Revenue"."""
    return _NEXT.match(page.text, item.start) is not None


NO_LIST = Listing()
"""Outside of lists."""


def _opening(page: Page, item: SentenceSpan, theme: Theme) -> Topic:
    """What the words before a list announce: those that a colon ends, or a heading's."""
    before = page.sentence_before(item.start)
    named = NOTHING
    if before is not None and page.text[before.end - 1] == ":":
        named = announced_topic(page, before.span)
    return named.over(theme.topic) if theme.announced else named
