"""How far a sentence of a report covers what a question asks for, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from assistant.drafting.quotation.sought import EXCLUDED, Sought
from assistant.evidence.insisted import numbers_in
from assistant.understanding.words.alike import alike
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.forms import is_same_word
from assistant.understanding.words.names import names_person
from indexing.reading.folding import fold

_IDLE_WEIGHT = 0.5
"""Of a word that nearly every question holds: "insurance", "people"."""
_IN_PASSAGE = 0.5
"""What a word counts that only the passage around a sentence holds: reports go on with "he"."""


def is_about(what: Sought, sentence: str, around: str, article: str, cues: Cues) -> bool:
    """Whether a sentence can answer at all, with the passage `around` it in its article."""
    if what.office is not None and not what.office.search(fold(sentence)):
        return False
    if what.speaker is not None and not _speaks(what.speaker, sentence, cues):
        return False
    if what.own and not any(_among(word, alike(cues.content(sentence))) for word in what.own):
        return False
    if what.leaves_out and EXCLUDED not in cues.hits("same", sentence):
        return False
    if what.done and not (_holds_all(what.done, around, cues) or names_person(around)):
        return False
    if what.numbers and not what.numbers <= numbers_in(sentence):
        return False
    if what.strange and not what.strange <= alike(cues.content(article)):
        return False  # "Hanoii" is not Hanoi
    if what.persons and not all(name in fold(article) for name in what.persons):
        return False
    if what.matter and not holds_half(what.matter, around, cues):
        return False
    if what.ahead and not _holds_most(what.ahead, sentence, cues):
        return False
    sought = (
        (what.counted, sentence),
        (what.demand, sentence),
        (what.noun, sentence if what.noun & cues.words_of("documents") else around),
        (what.bodies, article),
    )
    return all(_holds_all(words, text, cues) for words, text in sought if words)


def _speaks(speaker: re.Pattern[str], sentence: str, cues: Cues) -> bool:
    """Whether a sentence tells what the holder of an office said, asked for or promised."""
    return bool(speaker.search(fold(sentence)) and cues.hits("speech", sentence))


def holds_half(words: frozenset[str], text: str, cues: Cues) -> bool:
    """Whether a text holds half of some words at least, or others of their stems."""
    held = alike(cues.content(text))
    return 2 * sum(_among(word, held) for word in words) >= len(words)


def share_held(words: frozenset[str], text: str, cues: Cues) -> float:
    """The share of some words that a text holds, or others of their stems."""
    held = alike(cues.content(text))
    return sum(_among(word, held) for word in alike(words)) / (len(words) or 1)


def _holds_most(words: frozenset[str], text: str, cues: Cues) -> bool:
    held = alike(cues.content(text))
    return 2 * sum(_among(word, held) for word in words) > len(words)


def _holds_all(words: frozenset[str], text: str, cues: Cues) -> bool:
    held = alike(cues.content(text))
    return all(_among(word, held) for word in words)


def covered_shares(what: Sought, told: Sequence[tuple[str, str]], cues: Cues) -> list[float]:
    """Of each sentence, `told` with its passage: the share of the topic, by weight, that it holds,
    or in part the passage around it."""
    words = what.topic | what.names
    held: dict[str, frozenset[str]] = {}
    for text in dict.fromkeys(text for pair in told for text in pair):  # many are of one passage
        content = alike(cues.content(text))
        held[text] = frozenset(word for word in words if _among(word, content))
    weights = _weights(what, [held[sentence] for sentence, _ in told], cues)
    total = sum(weights.values()) or 1.0

    def share(sentence: frozenset[str], around: frozenset[str]) -> float:
        return sum(
            weight * (1.0 if word in sentence else _IN_PASSAGE if word in around else 0.0)
            for word, weight in weights.items()
        )

    return [share(held[sentence], held[around]) / total for sentence, around in told]


def _weights(what: Sought, held: Sequence[frozenset[str]], cues: Cues) -> dict[str, float]:
    """How much each word of the topic tells: the rarer among the sentences, of which `held` has the
    words of the topic, the more."""

    def count(word: str) -> int:
        return sum(word in words for words in held)

    usual = cues.usual
    # "What did Le Van An advise?" has no topic but the name: everybody advises.
    has_topic = any(map(count, what.topic - usual))
    topic = what.topic if has_topic else what.topic | what.names
    return {
        word: (1 + log(len(held) / (1 + count(word)))) * (_IDLE_WEIGHT if word in usual else 1.0)
        for word in topic
    }


def _among(word: str, others: Sequence[str] | frozenset[str]) -> bool:
    """Whether a word, or another form of it, is among others."""
    return word in others or any(is_same_word(word, other) for other in others)
