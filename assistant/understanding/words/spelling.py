"""Words of a question that are misspelt or shortened, written as meant: "helth", "NLĐ"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from assistant.datafiles import datafile
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.hundreds import shares_in_full
from assistant.understanding.words.scheme_kinds import scheme_in_full, with_heads
from assistant.understanding.words.spoken import as_written
from indexing.gazetteer import gazetteer
from indexing.reading.diacritics import agrees
from indexing.reading.folding import folded
from indexing.reading.language import common_words
from indexing.reading.phrases import PhraseBook, line_of
from indexing.reading.place.suggestions import respelt
from indexing.records import Language, Span

_SHORTEST = 5
"""Shorter words are one letter from too many others."""
_AS_GIVEN = 2
_APP = re.compile(
    r"(?P<before>(?:\b[a-z]+[ -]){0,4})\bapps?\b"
    r"(?:\s+on (?:their|the|a|our|my) (?:\w+ )?phones?\b)?",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?<![\w.])(?P<kind>tx|[hqpx](?=\.))\.?\s*(?=(?P<name>\w+ (?P<second>\w+)))", re.IGNORECASE
)
"""What may be a kind of places by its first letters, before a name: "h. Ba Vì", "TX Kỳ Anh"."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOWEL = re.compile(r"[aeiou]")
_SMALL = re.compile(r"\b(?:si|ui|vsi|csi|hi)\b(?!\s*[,.!]|\s+(?:all|there|everyone|team|dear)\b)")
"""Abbreviations of insurances in small letters; what follows tells the greeting from "HI"."""
_WHY = re.compile(
    r"^(?P<before>\W*)sao(?:\s+mà|\s+ma)?(?=\s+(?!(?:lưu|y|chép|kê)\b))", re.IGNORECASE
)
"""At the head of a Vietnamese question "sao" asks why: "sao số người tham gia lại giảm?"."""
_SIGN = re.compile(r"(?P<vi>(?:nhiêu|nhieu|mấy|may)\s*)?(?<!\d)(?<!\d )%", re.IGNORECASE)
"""The sign for a share that is asked for; behind a number it stands as it is."""


def marks_set_right(question: str) -> str:
    """`question` with the subject's own phrases as they are spelt, where some of their marks are
    others: "bao hiểm xã hôi".  A name in capitals stays as it is."""
    line = line_of(question)
    for found in reversed(list(_phrases().find(line))):
        start, end = line.span(found.first, found.last)
        named = found.last - found.first > 1 and line.capital(found.last - 1)
        if not named and not agrees(question[start:end], found.value):
            question = f"{question[:start]}{found.value}{question[end:]}"
    return question


@cache
def _phrases() -> PhraseBook[str]:
    return PhraseBook((phrase, phrase) for phrase in _listed("marked_phrases"))


def set_right(question: str, understood: Sequence[Span], language: Language) -> str:
    """`question` with the misspelt words of its subject replaced; what is `understood` stays.

    Abbreviations are written out ("NLĐ", "bn") where the question is Vietnamese, or put in
    capitals, without which they could be other words ("si").
    """

    def right(match: re.Match[str]) -> str:
        start, end = match.span()
        is_right = any(span.start < end and start < span.end for span in understood)
        if is_right or match[0].isupper() or folded(match[0]).text in _known():
            return match[0]
        in_full = _in_full(match[0]) if language == "en" else None
        is_long = len(match[0]) >= _SHORTEST
        return in_full or (is_long and respelt(match[0], _listed("spelt"))) or match[0]

    typed = shares_in_full(_WORD.sub(right, question), language)
    if language == "en":
        typed = _APP.sub(_app_by_name, scheme_in_full(typed))
    if language == "vi":
        typed = _WHY.sub(lambda match: f"{match['before']}vì sao", typed)
        typed = with_heads(typed)
        typed = _KIND.sub(_kind_of_place, typed)
        typed = _short().sub(lambda match: _out_of(match[0]), typed)
        typed = as_written(typed, load_cues(), _listed("addressed"))
    typed = _SIGN.sub(_in_words, typed)
    return _SMALL.sub(lambda match: match[0].upper(), typed)


def _in_full(word: str) -> str | None:
    """The English word that is typed without its vowels, or without the last letter of one in -ve:
    "mny", "hav".  No English word is written so."""
    if not word.islower():
        return None
    if word.endswith("v") and f"{word}e" in _known():
        return f"{word}e"
    return None if _VOWEL.search(word) else _without_vowels().get(word)


@cache
def _without_vowels() -> Mapping[str, str]:
    """Common words and those of the subject by their consonants, where no two have the same."""
    by_consonants: dict[str, list[str]] = {}
    for word in sorted({*common_words()[0], *_listed("spelt")}):
        by_consonants.setdefault(_VOWEL.sub("", word), []).append(word)
    return {short: told[0] for short, told in by_consonants.items() if len(told) == 1}


def _app_by_name(app: re.Match[str]) -> str:
    """The agency's app by its name: "the phone app"; that of others stays theirs: "a bank app"."""
    *before, last = ["", *re.split(r"(?<=[ -])", app["before"].rstrip(" -"))]
    while last.strip(" -").lower() in _listed("app_names"):
        *before, last = before
    plain = folded(last.strip(" -")).text
    known = not plain or plain in load_cues().stop_words | load_cues().prepositions
    return f"{''.join(before)}{last.rstrip(' -')} VssID app".lstrip() if known else app[0]


@cache
def _short() -> re.Pattern[str]:
    """The abbreviations that are written out; those of two letters only as they are given.

    One that ends in a full stop is so before a name only.
    """
    given = (key for key in _written_out() if not key.endswith("."))
    known = sorted(given, key=len, reverse=True)
    forms = (key if len(key) <= _AS_GIVEN else f"(?i:{key})" for key in known)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _out_of(short: str) -> str:
    known = _written_out()
    return known.get(short) or known.get(short.upper()) or known[short.lower()]


@cache
def _written_out() -> Mapping[str, str]:
    """Abbreviations, and what they stand for."""
    return MappingProxyType(datafile("spelling")["written_out"])


@cache
def _listed(name: str) -> tuple[str, ...]:
    """The words of a list of `data/spelling.toml`."""
    return tuple(datafile("spelling")[name])


def _kind_of_place(short: re.Match[str]) -> str:
    """The kind written out, before a name: one in capitals, or that of a known district."""
    capitals = short["name"][0].isupper() and short["second"][0].isupper()
    if not capitals and not gazetteer().districts_called(short["name"]):
        return short[0]
    return _written_out()[short["kind"].lower() + "."] + " "


def _in_words(sign: re.Match[str]) -> str:
    """The sign for a share as a word: "bao nhiêu %", "what %"."""
    return f"{sign['vi'].rstrip()} phần trăm" if sign["vi"] else "per cent"


@cache
def _known() -> frozenset[str]:
    """Words that are right as they are."""
    cues = load_cues()
    return frozenset(_listed("spelt")) | cues.usual | cues.stop_words
