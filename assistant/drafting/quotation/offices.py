"""Who holds an office, and what its holder said: the office as it may stand in a sentence."""

from __future__ import annotations

import re
from itertools import permutations

from assistant.evidence.insisted import words_of_places
from assistant.query import Query
from assistant.understanding.slots.offices import is_of_head_office
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import named_words
from assistant.understanding.words.offices import offices
from assistant.understanding.words.reading import terms_of
from indexing.reading.folding import fold

DIRECTOR = "director"
"""What the head of an agency is called."""
_GENERAL = "general"
"""The rank of the one who directs the agency of the whole country."""
_NEAR = 6
"""Words after "who" among which its office stands."""
_WORD = re.compile(r"[^\W_]+")


def asked_office(query: Query, cues: Cues) -> re.Pattern[str] | None:
    """The office that "who is the director" asks for: not one with a rank that was not asked."""
    line = _line(query)
    if "who" not in line:
        return None
    after = line[line.index("who") + 1 :][:_NEAR]
    first = next((place for place, word in enumerate(after) if word in offices().titles), None)
    if first is None:  # the order of Vietnamese: "giám đốc ... là ai?"
        after = line[: line.index("who")]
        first = next((place for place, word in enumerate(after) if word in offices().titles), None)
    if first is None:
        return None
    if is_of_head_office(query, cues):
        return _held_at_head_office(after[_ranked(after, first)])
    return _held(after, first, line)


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
    office = " ".join(after[_ranked(after, first)])
    names = f"{office} of|{DIRECTOR}" if office in offices().heads else office
    ends = ""
    if not offices().units & set(line):  # "Director of the Department of ..." directs no agency
        ends = rf"(?! of (?:the )?(?:{'|'.join(sorted(offices().units))})\b)"
    return re.compile(rf"{_unranked(names)}{ends}")


def _held_at_head_office(office: list[str]) -> re.Pattern[str]:
    """An office of the agency of the whole country, which a sentence must name beside it: reports
    on provinces tell of those who lead their own.  Its director is a Director General."""
    plain = [DIRECTOR if word in offices().heads else word for word in office]
    general = [*plain, *({_GENERAL} - set(plain))] if DIRECTOR in plain else plain
    orders = {" ".join(words) for each in (plain, general) for words in permutations(each)}
    names = "|".join(sorted(orders, key=len, reverse=True))
    agency = "|".join(offices().agency)
    held = rf"{_unranked(names)},? of (?:the )?(?:{agency})\b"
    return re.compile(rf"{held}|\b(?:{agency})(?: s|['’]s)? (?:{names})\b")


def _ranked(words: list[str], first: int) -> slice:
    """The office at a word of some, with its ranks."""
    last = first + 1
    while first and words[first - 1] in offices().ranks:
        first -= 1
    while last < len(words) and words[last] in offices().ranks:
        last += 1
    return slice(first, last)


def _unranked(names: str) -> str:
    """A pattern of the offices without any rank that is not theirs."""
    before = "".join(rf"(?<!\b{rank} )" for rank in offices().ranks)
    behind = "".join(rf"(?! {rank}\b)" for rank in offices().ranks)
    return rf"{before}\b(?:{names})\b{behind}"


def named_agency(query: Query, cues: Cues) -> frozenset[str]:
    """The words of "social insurance" where it is the name of the office: "BHXH Nghệ An"."""
    named = {"social", "insurance"} & cues.content(query.gist)
    is_scheme = any(term.kind == "scheme" for term in terms_of(query.plain))
    return frozenset() if is_scheme or query.metrics else frozenset(named)
