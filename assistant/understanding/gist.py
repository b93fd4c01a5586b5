"""A question in English words, the language of the reports, for finding passages.

English questions are their own gist.  Of a Vietnamese one the known phrases are put into English by
`data/glossary.toml` and names are kept without their marks; the embedding model knows English only.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from indexing.reading.phrases import PhraseBook, line_of
from indexing.records import Language


def gist(question: str, language: Language) -> str:
    """The question in English; names and words that the glossary lacks stay, unmarked."""
    if language == "en":
        return question
    read = line_of(question)
    line = read.words
    found = {hit.first: hit for hit in _glossary().find(read)}
    said: list[str] = []
    place = 0
    while place < len(line):
        hit = found.get(place)
        said.append(hit.value if hit else line[place].text)
        place = hit.last if hit else place + 1
    return " ".join(part for part in said if part)


@cache
def _glossary() -> PhraseBook[str]:
    source = files("assistant") / "data" / "glossary.toml"
    return PhraseBook(tomllib.loads(source.read_text(encoding="utf-8"))["phrases"].items())
