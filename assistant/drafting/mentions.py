"""Which reports name something: "which report mentions Resolution 28?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.drafting.draft import Draft
from assistant.drafting.holdings import MOST_REPORTS, report_line
from assistant.evidence.passages.search import Search
from assistant.evidence.sources import Sources, newest_first
from assistant.query import Query
from assistant.sentences import Quoted, Sentence, unread
from assistant.understanding.gist import gist
from assistant.wording.phrases import Phrases
from assistant.wording.understood import topic_words
from indexing.reading.folding import folded
from indexing.reading.phrases import words
from indexing.records import Passage

_BETWEEN = r"\W+(?:\w+\W+){0,3}?"
"""Few other words: "Resolution No. 28" is Resolution 28."""


def mentions_draft(query: Query, sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """The reports on the query's places and times that hold what it names in one sentence, its
    words in their order, the newest report first; each with the first such sentence.

    A Vietnamese name is looked for as it is written and in the reports' language.
    """
    named = " ".join(query.qualifiers)
    quoted: dict[str, Quoted] = {}
    for form in dict.fromkeys((named, gist(named, query.language))):
        for quote in _naming(form, query, search):
            quoted.setdefault(quote.doc, quote)
    held = newest_first(entry for entry in sources.articles() if entry.doc in quoted)
    if not held:
        topic = topic_words(query, phrases)
        key = "none_naming_of" if topic else "none_naming"
        none = phrases.say("holdings", key, named=named, topic=topic)
        return Draft("not_found", "passages", reason=(unread(none),))
    lead = unread(phrases.say("holdings", "naming", named=named), ":")
    lines: list[Sentence] = [
        report_line(entry, (quoted[entry.doc],), phrases) for entry in held[:MOST_REPORTS]
    ]
    return Draft("answered", "passages", (lead, *lines))


def _naming(named: str, query: Query, search: Search) -> list[Quoted]:
    """The first sentence of each passage that holds all words of a name in their order; of those
    passages that share most words with it."""
    form = re.compile(rf"\b{_BETWEEN.join(map(re.escape, words(folded(named).text)))}\b")
    passages = search.sharing_words(replace(query, gist=named))
    sentences = search.sentences(passages)
    found: list[Quoted] = []
    for passage in passages:
        spans = sentences[passage.id].spans
        holding = (span for span in spans if form.search(_text(passage, span.start, span.end)))
        if span := next(holding, None):
            found.append(Quoted(passage.doc, passage.version, span.start, span.end))
    return found


def _text(passage: Passage, start: int, end: int) -> str:
    """The folded words of a passage between two offsets of its article."""
    return folded(passage.text[start - passage.start : end - passage.start]).text
