"""Which places a question names: outright, by a word such as "nationwide", or misspelt."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.records import Operation
from assistant.understanding.cues import Cues
from indexing.gazetteer import CAPITAL, COUNTRY, gazetteer
from indexing.reading.folding import folded
from indexing.reading.phrases import words
from indexing.reading.places import find_places
from indexing.reading.suggestions import is_misspelling, suggest_places
from indexing.records import PlaceMention, Span

_LONGEST = 3


@dataclass(frozen=True, slots=True)
class AskedPlaces:
    """The places of a question."""

    names: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    """Where the question names them outright."""
    named: tuple[str, ...] = ()
    """The place that each of `spans` names."""
    unsure: tuple[str, ...] = ()
    """Places that a misspelt name may mean, when it is not clear which."""
    misspelt: bool = False

    def may_be_meant_by(self, word: str) -> bool:
        """Whether a word that nothing explains is the misspelt name of a place that was taken."""
        return self.misspelt and any(is_misspelling(word, place) for place in self.names)


def asked_places(question: str, operation: Operation, cues: Cues) -> AskedPlaces:
    """The places of a question; a misspelt one is taken when no other name is near."""
    mentions = find_places(question) or _typed_small(question, cues)
    within = [mention for mention in mentions if mention.kind != "region"]
    mentions = within or mentions  # a region beside a place only tells where that lies
    if mentions:
        names = dict.fromkeys(mention.name for mention in mentions)
        spans = tuple(Span(mention.start, mention.end) for mention in mentions)
        return AskedPlaces(tuple(names), spans, tuple(mention.name for mention in mentions))
    if districts := _bare_districts(question):
        return districts
    about = cues.hits("about", question)
    if "country" in about:
        return AskedPlaces((COUNTRY,))
    if "capital" in about:
        return AskedPlaces((CAPITAL,))
    if operation in ("rank", "list"):
        return AskedPlaces(())
    near = tuple(suggest_places(question))
    return AskedPlaces(near, misspelt=True) if len(near) == 1 else AskedPlaces((), unsure=near)


def _typed_small(question: str, cues: Cues) -> list[PlaceMention]:
    """Names that are also common words ("hue"), in a question without any capital.

    They count behind a word that places stand behind: "cua hue", "in hue".
    """
    if not question.islower():
        return []
    found = find_places(question.title())
    before = (words(folded(question[: mention.start]).text)[-1:] for mention in found)
    return [
        mention
        for mention, last in zip(found, before, strict=True)
        if last and last[0].text in cues.prepositions
    ]


def _bare_districts(question: str) -> AskedPlaces | None:
    """A district named without the word for its kind, where only one is called so."""
    view = folded(question)
    line = words(view.text)
    for length in range(_LONGEST, 1, -1):
        for first in range(len(line) - length + 1):
            start, end = view.span(line[first].start, line[first + length - 1].end)
            called = gazetteer().districts_called(question[start:end])
            if len(called) == 1 and not view.text[line[first].end : line[first + 1].start].strip():
                name = f"{called[0].name}, {called[0].province}"
                return AskedPlaces((name,), (Span(start, end),), (name,))
    return None
