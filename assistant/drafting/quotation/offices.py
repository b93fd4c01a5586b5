"""Who holds an office, and what its holder said: the office as it may stand in a sentence."""

from __future__ import annotations

import re

from assistant.evidence.insisted import words_of_places
from assistant.records import Query
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import named_words
from assistant.understanding.words.offices import offices
from assistant.understanding.words.reading import terms_of
from indexing.reading.folding import fold

DIRECTOR = "director"
"""What the head of an agency is called."""
_NEAR = 6
"""Words after "who" among which its office stands."""
_WORD = re.compile(r"[^\W_]+")


def asked_office(query: Query) -> re.Pattern[str] | None:
    """The office that "who is the director" asks for: not one with a rank that was not asked."""
    line = _line(query)
    if "who" not in line:
        return None
    after = line[line.index("who") + 1 :][:_NEAR]
    first = next((place for place, word in enumerate(after) if word in offices().titles), None)
    if first is None:  # the order of Vietnamese: "giám đốc ... là ai?"
        after = line[: line.index("who")]
        first = next((place for place, word in enumerate(after) if word in offices().titles), None)
    return None if first is None else _held(after, first, line)


def asked_speaker(query: Query, cues: Cues) -> re.Pattern[str] | None:
    """The office of the one whose words a question asks for, who has no name there."""
    line = _line(query)
    first = next((place for place, word in enumerate(line) if word in offices().titles), None)
    said = "said" in cues.hits("about", f"{query.plain} {query.gist}") and "who" not in line
    if first is None or not said or _names_others(query, cues):
        return None
    return _held(line, first, line)


def _names_others(query: Query, cues: Cues) -> bool:
    """Whether a question names anything but a place, an office and its agency."""
    known = offices().titles | cues.words_of("agency") | cues.words_of("domain")
    return bool(named_words(query.plain, cues) - known - words_of_places(query, cues))


def _line(query: Query) -> list[str]:
    return _WORD.findall(fold(query.plain if query.language == "en" else query.gist))


def _held(after: list[str], first: int, line: list[str]) -> re.Pattern[str]:
    """The office at a word of some, with its ranks, as it may stand in a folded sentence."""
    last = first + 1
    while first and after[first - 1] in offices().ranks:
        first -= 1
    while last < len(after) and after[last] in offices().ranks:
        last += 1
    unranked = "".join(rf"(?<!\b{rank} )" for rank in offices().ranks)
    ends = "".join(rf"(?! {rank}\b)" for rank in offices().ranks)
    office = " ".join(after[first:last])
    names = f"{office} of|{DIRECTOR}" if office in offices().heads else office
    if not offices().units & set(line):  # "Director of the Department of ..." directs no agency
        ends += rf"(?! of (?:the )?(?:{'|'.join(sorted(offices().units))})\b)"
    return re.compile(rf"{unranked}\b(?:{names})\b{ends}")


def named_agency(query: Query, cues: Cues) -> frozenset[str]:
    """The words of "social insurance" where it is the name of the office: "BHXH Nghệ An"."""
    named = {"social", "insurance"} & cues.content(query.gist)
    is_scheme = any(term.kind == "scheme" for term in terms_of(query.plain))
    return frozenset() if is_scheme or query.metrics else frozenset(named)
