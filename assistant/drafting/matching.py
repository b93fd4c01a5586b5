"""How far a sentence of a report covers what a question asks for, word by word.

Three kinds of words are told apart.  Names ("Tran Van An", "Party Committee") say whose words are
sought: reports name a speaker once and go on with "he", so it is enough that the passage holds
them.  What remains is the topic, which the sentence itself should hold.  And the office that "who
is the director" asks for must stand in the sentence as asked: a deputy director is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from assistant.records import Query
from assistant.understanding.cues import Cues
from indexing.reading.folding import fold

_NOUN = re.compile(r"\b(?:what|which)\s+([a-z]+)")
_OFFICE = re.compile(
    r"\bwho\s+(?:(?:is|was|are|were)\s+)?(?:now\s+)?(?:the\s+|a\s+|an\s+)?"
    r"((?:[a-z]+\s+){0,2}?[a-z]+)(?=\s+(?:of|in|at|for|when|during)\b|\s*[?.,]|\s*$|\s+[a-z]+'s)"
)
_SENTENCE = re.compile(r"[.?!]\s+")
_WORD = re.compile(r"[^\W_]+")
_STEM = 5
"""Words agree when both begin with as many equal letters: "insured" and "insurance"."""
_IDLE_WEIGHT = 0.5
"""Of a word that nearly every question holds: "insurance", "people"."""
_IN_PASSAGE = 0.5
"""What a word counts that only the passage around a sentence holds: reports go on with "he"."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question asks for, as folded words of the reports' language."""

    topic: frozenset[str]
    names: frozenset[str]
    """They make the topic where nothing else of it is found."""
    needed: frozenset[str]
    """Names and the noun of "which decree", one of which a passage without cannot answer."""
    known: frozenset[str]
    office: re.Pattern[str] | None
    """What "who is the director" asks for, as it may stand in a folded sentence."""


def sought(query: Query, cues: Cues, with_names: bool) -> Sought:
    """What `query` asks for; of a Vietnamese one by its gist.

    `with_names`: the sentence itself must hold the names, as one of many debtors' figures does.
    """
    content = query.words if query.language == "en" else cues.content(query.gist)
    content -= frozenset(word for place in query.places for word in cues.content(place))
    names = _names(query.plain, cues)
    unexplained = frozenset(word for name in query.qualifiers for word in cues.content(name))
    known = cues.generic | cues.cue_words
    noun = asked_noun(query, cues)
    return Sought(
        topic=_alike(content if with_names else content - names, cues),
        names=_alike(content & names, cues),
        needed=_alike((names & unexplained - known) | ({noun} if noun else set()), cues),
        known=known,
        office=_office(query, cues),
    )


def _names(question: str, cues: Cues) -> frozenset[str]:
    """The folded words with a capital that does not only open a sentence."""
    if question.isupper():
        return frozenset()
    opens = {0, *(match.end() for match in _SENTENCE.finditer(question))}
    found = (
        match[0]
        for match in _WORD.finditer(question)
        if match[0][0].isupper() and match.start() not in opens
    )
    return frozenset(word for name in found for word in cues.content(name))


def _office(query: Query, cues: Cues) -> re.Pattern[str] | None:
    """The office that is asked for: not as "deputy director" where "director" was asked."""
    asked = _OFFICE.search(fold(query.plain if query.language == "en" else query.gist))
    if asked is None or not set(asked[1].split()) & cues.offices:
        return None
    phrase = asked[1].split()
    while phrase[0] not in cues.offices and phrase[0] not in cues.ranks:
        phrase = phrase[1:]  # "who was appointed deputy director"
    words = r"\W+".join(map(re.escape, phrase))
    before = "".join(rf"(?<!\b{rank} )" for rank in cues.ranks)
    after = "".join(rf"(?! {rank}\b)" for rank in cues.ranks)
    return re.compile(rf"{before}\b{words}\b{after}")


def asked_noun(query: Query, cues: Cues) -> str | None:
    """What "which decree" or "what support" asks for, folded; None where it is no such question."""
    asked = _NOUN.search(fold(query.plain))
    nouns = cues.content(asked[1]) - cues.generic - cues.cue_words if asked else ()
    return next(iter(nouns), None)


def is_about(what: Sought, sentence: str, around: str, cues: Cues) -> bool:
    """Whether a sentence with the passage `around` it can answer at all."""
    if what.office is not None and not what.office.search(fold(sentence)):
        return False
    near = _alike(cues.content(around), cues)
    return all(_among(word, near) for word in what.needed)


def weights(what: Sought, texts: Iterable[str], cues: Cues) -> dict[str, float]:
    """How much each word of the topic tells: the rarer among the sentences, the more."""
    contents = [_alike(cues.content(text), cues) for text in texts]

    def held(word: str) -> int:
        return sum(_among(word, content) for content in contents)

    topic = what.topic if any(map(held, what.topic)) else what.topic | what.names
    return {
        word: (1 + log(len(contents) / (1 + held(word))))
        * (_IDLE_WEIGHT if word in what.known else 1.0)
        for word in topic
    }


def covered_share(told: Mapping[str, float], sentence: str, around: str, cues: Cues) -> float:
    """Share of the topic, by weight, that a sentence holds, or in part the passage `around` it."""
    held, near = (_alike(cues.content(text), cues) for text in (sentence, around))
    total = sum(told.values())
    if not total:
        return 0.0
    share = sum(
        weight * (1.0 if _among(word, held) else _IN_PASSAGE if _among(word, near) else 0.0)
        for word, weight in told.items()
    )
    return share / total


def _alike(words: Iterable[str], cues: Cues) -> frozenset[str]:
    """The words, those that mean the same by one of them: "requested" is "asked"."""
    return frozenset(cues.alike.get(word, word) for word in words)


def _among(word: str, others: Sequence[str] | frozenset[str]) -> bool:
    return word in others or (
        len(word) >= _STEM
        and any(len(other) >= _STEM and word[:_STEM] == other[:_STEM] for other in others)
    )
