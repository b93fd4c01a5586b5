"""The everyday phrases of `data/everyday.toml`, each with what it says plainly, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from assistant.datafiles import datafile
from assistant.understanding.words.forms import forms_of
from indexing.reading.folding import fold
from indexing.reading.phrases import PhraseBook, words
from indexing.records import Language

ALWAYS = "always"
WHERE = (
    "wanting",
    "end",
    "dues",
    "fund",
    "money",
    "people",
    "turns",
    "plan",
    "why",
    "sums",
    ALWAYS,
)
"""What a question must ask for, where a phrase is to say something; the narrowest first."""
_Listed = Mapping[str, Mapping[str, Sequence[str]]]
"""Phrases by the plain one that they are listed under, by what a question must ask for."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an everyday phrase says plainly, and where it does."""

    given: str
    """The phrase as it is listed, with its marks."""
    plain: str
    where: str
    """What a question must ask for, where the phrase is to say this; or `ALWAYS`."""


Meanings = Sequence[Meaning]


@dataclass(frozen=True, slots=True)
class Everyday:
    """The everyday phrases of one language."""

    listed: Mapping[str, Meanings]
    """What each may mean, by its words without their marks."""
    phrases: PhraseBook[Meanings]
    """The same, to be found in a question."""
    asking: PhraseBook[tuple[str, str]]
    """Phrases by which something is asked for: what that is, and the phrase with its marks."""


@dataclass(frozen=True, slots=True)
class Peoples:
    """How English makes a word for its people of the name of a place: "Hanoian"."""

    endings: Sequence[str]
    goes_on: re.Pattern[str]
    """What goes on about people; before anything else they are the place's: "Hanoian workers"."""


@cache
def everyday(language: Language) -> Everyday:
    """The phrases that ship with the package, by which people ask in `language`."""
    told = datafile("everyday")[language]
    asking = ((p, (key, p)) for key, listed in told["asked"].items() for p in _each(listed))
    found: dict[str, list[Meaning]] = {}
    for meaning in (
        *(Meaning(given, given, ALWAYS) for given in _each(told["none"])),
        *_words(told.get("words", {})),
        *_verbs(told.get("verbs", {}), told.get("irregular", {})),
    ):
        found.setdefault(" ".join(words(fold(meaning.given))), []).append(meaning)
    return Everyday(found, PhraseBook(found.items()), PhraseBook(asking))


@cache
def peoples() -> Peoples:
    """The endings and the words behind them that ship with the package."""
    told = datafile("everyday")["en"]["peoples"]
    goes_on = rf"\s*(?:$|[,;:?!.)]|(?:{'|'.join(told['goes_on'])})\b)"
    return Peoples(told["endings"], re.compile(goes_on, re.IGNORECASE))


def _words(listed: _Listed) -> Iterator[Meaning]:
    for where, by_plain in listed.items():
        for plain, phrases in by_plain.items():
            yield from (Meaning(given, plain, where) for given in _each(phrases))


def _verbs(listed: _Listed, irregular: Mapping[str, str]) -> Iterator[Meaning]:
    """The phrases of verbs in all forms, each under the same form of its plain one."""
    for where, by_plain in listed.items():
        for plain, phrases in by_plain.items():
            for given in _each(phrases):
                pairs = zip(_bent(given, irregular), _bent(plain, irregular), strict=True)
                yield from (Meaning(f, same[0], where) for forms, same in pairs for f in forms)


def _each(phrases: Sequence[str]) -> Iterator[str]:
    """The phrases that a list stands for, every choice of words made."""
    for phrase in phrases:
        choices = (word.split("|") for word in phrase.split())
        yield from (" ".join(chosen).replace("_", " ") for chosen in product(*choices))


def _bent(phrase: str, irregular: Mapping[str, str]) -> Sequence[Sequence[str]]:
    """A phrase with its verb, the first word, in each of its forms, some in two spellings."""
    verb, _, rest = phrase.partition(" ")
    if verb in irregular:
        forms = [[verb], *([form] for form in irregular[verb].split())]
    else:
        plain, third, past, going, *doubled = forms_of(verb)
        pasts, goings = [past, *doubled[:1]], [going, *doubled[1:]]
        forms = [[plain], [third], pasts, pasts, goings]
    return [[f"{form} {rest}".rstrip() for form in same] for same in forms]
