"""Causes that a sentence announces for what its report has told, without saying it again: "He sees
three causes. Since districts were opened to one another, ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datafiles import datafile
from assistant.drafting.quotation.matching import share_held
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.ways import Candidate
from assistant.evidence.insisted import schemes_in, words_of_places
from assistant.evidence.surroundings import headed, paragraph_end
from assistant.query import Query
from assistant.understanding.intent import asks_who_explains
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import names_person
from indexing.reading.lexicon import pattern
from indexing.records import Span

_SOME, _CAUSES = (pattern(datafile("causes")[key], whole=False) for key in ("some", "causes"))
_ANNOUNCES = re.compile(rf"\b{_SOME}\s+(?:[a-z]+\s+){{0,2}}{_CAUSES}\b", re.IGNORECASE)
LEAST_HELD = 0.6
"""Share of a question's words that the report must have told before it announces causes."""


def announced(query: Query, read: Sequence[Printed], cues: Cues) -> Candidate | None:
    """The sentence that announces the causes of what a question asks, with those behind it in its
    paragraph; None where none does, or where its report is on something else."""
    asks_who = asks_who_explains(query.plain)
    if not (asks_who or "why" in cues.hits("about", query.plain)):
        return None
    for one in read:
        text, start = one.article.text, one.span.start
        opens = text[:start].endswith("\n\n") and _ANNOUNCES.search(one.text)
        if not opens or one.rows or schemes_in(one.text) or not one.is_of(query.places, (), False):
            continue
        if asks_who and not names_person(one.text):
            continue
        if _is_on(query, one, cues):
            end = paragraph_end(one.article, start)
            return Candidate(one.article, Span(start, end or len(text)), 1.0)
    return None


def _is_on(query: Query, one: Printed, cues: Cues) -> bool:
    """Whether a report has told what is asked of before a sentence, and is headed by it."""
    before = headed(one.article, 0, one.span.start)
    own = cues.content(query.gist) - words_of_places(query, cues) - cues.words_of("about")
    own = frozenset(word for word in own if not word.startswith("explain"))
    plain = query.words - words_of_places(query, cues) - cues.words_of("scheme")
    if not own or not schemes_in(query.plain) <= schemes_in(before):
        return False
    return (
        share_held(own, before, cues) >= LEAST_HELD
        and share_held(plain, one.article.title, cues) > 0
    )
