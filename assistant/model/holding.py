"""Holding back: no sentence of a model passes that was not proven to say what its facts say.

A sentence passes when
1. it ends with marks of facts that come next and that no sentence before it told;
2. its figures are those of these facts, each once and none besides, by value, unit and bound;
3. read alone by the reader of texts, each figure has the whole key of its row: metric, aspect,
   place, part, period;
4. all its other words, dates among them, are the facts', or those of a passage that speaks of
   nothing else, or say nothing.
There is no tolerance; what fails costs the reader a wording and no figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.grounding.gate import agrees, is_grounded
from assistant.model.facts import Fact, reads_back
from assistant.model.replies import Said
from assistant.model.vocabulary import kept_turns, strange_words
from assistant.sentences import Articles, Claim, Sentence
from indexing.articles.sentences import split_sentences
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Language, Span

_MOST_SENTENCES = 100
_LONGEST = 1_000
"""Characters of a sentence."""
_MOST_SHOWN = 5
"""Words that a finding names."""


@dataclass(frozen=True, slots=True)
class Proven:
    """A sentence that may be shown, in the place of those of its facts."""

    facts: tuple[Fact, ...]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a sentence was held back, in words for the model."""

    text: str
    fault: str


def hold_back(
    said: Sequence[Said], facts: Mapping[int, Fact], articles: Articles, language: Language
) -> tuple[tuple[Proven, ...], tuple[Objection, ...]]:
    """The sentences that are proven, in order, and what is wrong with the others.

    `facts` holds those that are to be told, by mark, in order.  A reply that runs on is not read
    to its end: reading it would outlast the reader's patience.
    """
    proven: list[Proven] = []
    findings: list[Objection] = []
    last = 0
    for sentence in said[:_MOST_SENTENCES]:
        outcome = _proof(sentence, facts, last, articles, language)
        if isinstance(outcome, Proven):
            proven.append(outcome)
            last = outcome.facts[-1].mark
        else:
            findings.append(Objection(sentence.text, outcome))
    return tuple(proven), tuple(findings)


def _proof(
    said: Said, facts: Mapping[int, Fact], last: int, articles: Articles, language: Language
) -> Proven | str:
    """The proven sentence, or why it is none."""
    if len(said.text) > _LONGEST:
        return "it is too long: tell one fact in a sentence"
    if not said.marks:
        return "it ends with no mark of a fact"
    if unknown := [mark for mark in said.marks if mark not in facts]:
        return f"no fact that is to be told has the mark [{unknown[0]}]"
    run = range(said.marks[0], said.marks[0] + len(said.marks))
    if list(said.marks) != list(run) or said.marks[0] <= last:
        return "its facts are not told once each and in their order"
    told = tuple(facts[mark] for mark in said.marks)
    if [fact.place for fact in told] != [told[0].place + step for step in range(len(told))]:
        return "its facts do not stand side by side: tell each in a sentence of its own"
    if len(split_sentences(said.text)) != 1:
        return "it is more than one sentence: end each with its mark"
    claims = _claims(said.text, told)
    if isinstance(claims, str):
        return claims
    return _worded(said.text, told, claims, articles, language)


def _claims(text: str, told: Sequence[Fact]) -> tuple[Claim, ...] | str:
    """The figures of a sentence with their rows, or which of them is none of its facts'."""
    left = find_quantities(text)
    claims: list[Claim] = []
    for fact in told:
        for row in fact.rows:
            claim = Claim(0, 0, row)
            found = next((quantity for quantity in left if agrees(claim, quantity, False)), None)
            if found is None:
                return f"it lacks the figure of [{fact.mark}], or gives it otherwise"
            left.remove(found)
            claims.append(Claim(found.start, found.end, row))
    if left:
        return f"its facts hold no figure {text[left[0].start : left[0].end]!r}"
    return tuple(claims)


def _worded(
    text: str,
    told: tuple[Fact, ...],
    claims: tuple[Claim, ...],
    articles: Articles,
    language: Language,
) -> Proven | str:
    spans = [Span(claim.start, claim.end) for claim in claims]
    evidence = [words for fact in told for words in fact.evidence]
    if strange := strange_words(text, spans, evidence, language):
        shown = ", ".join(dict.fromkeys(strange[:_MOST_SHOWN]))
        return f"these words are not its facts': {shown}"
    if claims and not reads_back(text, claims):
        return "it does not name what is counted, the place and the date as its facts do"
    if not kept_turns(text, [quote for fact in told if not fact.rows for quote in fact.quotes]):
        return 'a word such as "not" of the passage is missing or stands too often'
    slices = tuple(slice_ for fact in told if not fact.rows for slice_ in fact.slices)
    notes = [claim.note for fact in told for claim in fact.sentence.claims]
    noted = tuple(
        Claim(claim.start, claim.end, claim.source, note)
        for claim, note in zip(claims, notes, strict=True)
    )
    sentence = Sentence(text, noted, cited=slices, before=told[0].sentence.before)
    if not is_grounded(sentence, articles):
        return "its figures or its sources could not be verified"
    return Proven(told, sentence)
