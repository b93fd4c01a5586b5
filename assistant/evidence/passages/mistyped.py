"""Words of a question that the reports hold but for a slip of the fingers: "moblie groups"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.passages.search import Search
from assistant.query import Query

_SHORTEST = 6
"""A shorter word is one slip from too many others."""


def as_reported(query: Query, search: Search) -> Query:
    """The query with its mistyped words as the reports have them: those in small letters that name
    nothing known.  A name stays as it is, and so does all of a question in Vietnamese."""
    if query.language != "en":
        return query
    typed = (word for word in sorted(query.unsure.words) if len(word) >= _SHORTEST)
    meant = {
        word: told for word in typed if word in query.plain and (told := search.typed_as(word))
    }
    if not meant:
        return query
    slips = re.compile(rf"\b(?:{'|'.join(map(re.escape, meant))})\b")

    def right(text: str) -> str:
        return slips.sub(lambda slip: meant[slip[0]], text)

    return replace(
        query,
        plain=right(query.plain),
        gist=right(query.gist),
        words=frozenset(map(right, query.words)),
        unsure=replace(query.unsure, words=frozenset(map(right, query.unsure.words))),
        qualifiers=tuple(map(right, query.qualifiers)),
    )
