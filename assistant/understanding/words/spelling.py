"""Words of a question that are misspelt or shortened, written as meant: "helth", "năm 22"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from assistant.datafiles import datafile
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.hundreds import shares_in_full
from assistant.understanding.words.reading import quantities_of
from assistant.understanding.words.spoken import as_written
from indexing.gazetteer import gazetteer
from indexing.reading.diacritics import agrees
from indexing.reading.folding import folded
from indexing.reading.language import common_words, detect_language
from indexing.reading.phrases import PhraseBook, line_of
from indexing.reading.place.suggestions import respelt
from indexing.records import Language, Span

_SHORTEST = 5
"""Shorter words are one letter from too many others."""
_AS_GIVEN = 2
_GLUED = re.compile(
    r"(?<=[^\W\d_]{3})(?=(?:19|20)\d\d(?!\w))|(?<=(?<!\w)(?:19|20)\d\d)(?=[^\W\d_]{3})"
)
_APOSTROPHES = " '\u2018\u2019"
_SHORT_YEAR = re.compile(
    r"(?:\b(?:năm|nam|year)\s+|['\u2018\u2019])(?P<marked>[12]\d)\b(?![.,/-]?\d|\s*%)"
    r"|(?P<lead>\w+),?\s+(?P<last>[12]\d)(?=[^\w%]*$|,\s)",
    re.IGNORECASE,
)
"""A year of this century by two digits: behind a word or sign for it, or last in its clause."""
_INSURANCE = re.compile(
    r"(?P<social>\bBHXH\b|\b(?:bảo hiểm |bao hiem )?(?:xã hội|xa hoi)\b)"
    r"|\bBHYT\b|\bBHTN\b|\b(?:y tế|y te|thất nghiệp|that nghiep)\b",
    re.IGNORECASE,
)
_OF_KIND = r"\b(?P<kind>bắt buộc|bat buoc|tự nguyện|tu nguyen)\b"
_KIND_ALONE = re.compile(
    rf"{_OF_KIND}(?!\s+(?:phải|phai|tham gia|đóng|dong|BHXH|BHYT|bảo hiểm|bao hiem)\b)",
    re.IGNORECASE,
)
"""A kind of social insurance, without the insurance right before or behind it."""
_KIND_APART = re.compile(
    r"(?P<si>\b(?:bhxh|bảo hiểm xã hội|bao hiem xa hoi))"
    r"\s*(?P<open>\()?(?:theo )?(?:loại|loai|diện|dien|hình thức|hinh thuc|dạng|dang)"
    rf" (?:hình |hinh )?{_OF_KIND}(?(open)\))",
    re.IGNORECASE,
)
"""Social insurance with its kind told behind a word for kinds: "BHXH (loại tự nguyện)"."""
_WILLING = re.compile(
    rf"{_OF_KIND}\s+(?:(?:phải|phai)\s+)?(?P<does>(?:tham gia|đóng|dong)\s+"
    r"(?:BHXH|bảo hiểm xã hội|bao hiem xa hoi))\b(?!\s+(?:bắt|bat|tự|tu)\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<verb>\b(?:is|are|was|were|be|being|make|makes|made|making|keep|remain|remains)\s+)?"
    r"\b(?P<si>SI|social insurance)\s*[,(:-]?\s*(?P<kind>compulsory|mandatory|voluntary)\b"
    r"(?:\s*\))?(?!\s+(?:SI|social|insurance|for|to|if|when|by|under)\b)",
    re.IGNORECASE,
)
"""A kind of social insurance behind its name, as notes have it: "SI compulsory Hue"."""
_CUT_SHORT = re.compile(
    r"(?P<behind>\b(?:SI|social insurance)\s+)?\b(?P<kind>[a-z]{3,7})\b\.?"
    r"(?P<before>\s+(?:SI|social insurance)\b)?",
    re.IGNORECASE,
)
_APP = re.compile(
    r"(?P<before>(?:\b[a-z]+[ -]){0,4})\bapps?\b"
    r"(?:\s+on (?:their|the|a|our|my) (?:\w+ )?phones?\b)?",
    re.IGNORECASE,
)
_NOT_COMPULSORY = re.compile(
    r"\b(?:not|non)[\s-]+(?:compulsory|mandatory|obligatory)\b(?!\s+(?:to|for|that|if|when)\b)",
    re.IGNORECASE,
)
"""Of the two kinds of social insurance the other one."""
_BARE_YEAR = re.compile(r" (?P<year>(?:19|20)\d\d)(?= [^\W\d])")
_YEAR_OF_SHARE = re.compile(
    r"(?<![\w.,])(?P<year>(?:19|20)\d\d)(?=\s*(?:%|(?:pct|per\s?cent|percentage)\b))", re.IGNORECASE
)
"""No share is so large: "arrears 2024 pct" asks for one of that year."""
_HOW_MANY = re.compile(r"\b(?:bao nhi[êe]u|mấy)\b", re.IGNORECASE)
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


def set_apart(question: str) -> str:
    """`question` with a year parted from the word that it was typed to: "Hanoi2024"."""
    return _GLUED.sub(" ", question)


def years_in_full(question: str, told: Sequence[Span], today: date) -> str:
    """`question` with a year that is told by two digits in full: "năm 22", "Hue '23", "Hue 23".

    Without a mark or a word for it, only a number at the end counts that no word before it claims
    ("top 20", "over 19"), and none where the question tells another time (`told`).
    """

    def full(match: re.Match[str]) -> str:
        year = match["marked"] or match["last"]
        claimed = match["lead"] and folded(match["lead"]).text in _listed("numbered")
        if claimed or int(year) > today.year % 100:
            return match[0]
        return f"{match[0].removesuffix(year).rstrip(_APOSTROPHES)} 20{year}"

    return question if told else _SHORT_YEAR.sub(full, question)


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


def with_heads(question: str) -> str:
    """`question` with the insurance named again before a word that tells which kind of it is meant:
    "BHXH diện tự nguyện", "BHXH bắt buộc so với tự nguyện" ask for voluntary social insurance.

    So does "tự nguyện tham gia BHXH".  What another insurance is called is no kind of this one.
    """
    head = "bhxh " if question.islower() else "BHXH "  # names of places may be typed small too
    question = _KIND_APART.sub(r"\g<si> \g<kind>", question)
    question = _WILLING.sub(r"\g<does> \g<kind>", question)
    for kind in reversed(list(_KIND_ALONE.finditer(question))):
        named = list(_INSURANCE.finditer(question, 0, kind.start()))
        if named and named[-1]["social"] and named[-1].end() < kind.start() - 1:
            question = f"{question[: kind.start()]}{head}{question[kind.start() :]}"
    return question


def years_of_places(question: str, places: Sequence[Span]) -> str:
    """`question` with a year as such that stands right behind a place, or before a sign of shares.

    "Huế 2022 người tham gia BHYT bao nhiêu" and "HI Hue 2022 participants" put no 2022 people
    forward: they ask for the number.
    """
    counts = {quantity.start for quantity in quantities_of(question)}
    is_english = detect_language(question) == "en"
    for place in reversed(places) if is_english or _HOW_MANY.search(question) else ():
        year = _BARE_YEAR.match(question, place.end)
        if year and (not is_english or year.start("year") in counts):
            told = f" {year['year']}," if is_english else f" năm {year['year']}"
            question = f"{question[: year.start()]}{told}{question[year.end() :]}"
    return _YEAR_OF_SHARE.sub(r"\g<year>,", question)


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
        typed = _APP.sub(_app_by_name, _scheme_in_full(typed))
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


def _scheme_in_full(question: str) -> str:
    """`question` with a kind of social insurance in full and before its name: "SI vol. Hue"."""

    def full(match: re.Match[str]) -> str:
        kind = datafile("spelling")["cut_short"].get(match["kind"].lower())
        beside = match["behind"] or match["before"]
        return (
            f"{match['behind'] or ''}{kind}{match['before'] or ''}" if kind and beside else match[0]
        )

    question = _NOT_COMPULSORY.sub("voluntary", _CUT_SHORT.sub(full, question))
    return _BEHIND.sub(lambda m: m[0] if m["verb"] else f"{m['kind']} {m['si']}", question)


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
    return frozenset(_listed("spelt")) | cues.generic | cues.cue_words | cues.stop_words
