"""Numbers that only name or order something: "Decision 462", clock times, the numbers of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from indexing.gazetteer import gazetteer
from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.lookalikes.masks import Masked, blank
from indexing.reading.quantity.lookalikes.names import named_numbers
from indexing.reading.quantity.number.word_values import word_values
from indexing.reading.quantity.unit.behind import is_counted, words_behind
from indexing.reading.view import View

APART = "\x01"
"""A break of lines over which nothing goes on: no white space, and no part of a code either."""
_LABEL_REACH = 28
_CLOCK = re.compile(
    r"[0-9](?<![0-9.,].)[0-9]?(?::[0-9]{2}){1,2}(?:\s*[ap]\.?m\b\.?)?(?![0-9])"
    r"|[0-9](?<![0-9.,].)[0-9]?(?:\.[0-9]{2})?\s*[ap]\.?m\b\.?"
    r"|[0-9](?<![0-9.,].)[0-9]?h(?:[0-9]{2})?\b(?!\s[0-9]{1,2}\s?m(?:in|ins)?\b)"
    r"|[0-9](?<![0-9.,].)[0-9]?\.[0-5][0-9]\s?-\s?[0-9]{1,2}\.[0-5][0-9](?!\s*[\w%])"
    r"|[0-9](?<!\w.)[0-9]{3}(?=\s(?:gmt|utc|hours|hrs|et|est|edt|cet|bst)\b)"
    r"|[0-9](?<=lúc .)[0-9]?\sgiờ(?:\s[0-9]{1,2}(?:\sphút)?)?"
    r"|[0-9](?<!\w.)(?:(?<=2)4/(?:7|24)|(?<=9)/11)\b"
)
_RATIO = re.compile(r"[0-9](?<![0-9.,:].)[0-9]{0,2}:[0-9](?![0-9:])")
_BREAK = re.compile(r"\n[ \t\n]*")
_NAMED = re.compile(r"[^\W\d]+ (?:district|ward|region|zone|hamlet|quận|phường)\s$")
_LAST_TWO = re.compile(r"(?<!\w)([^\W\d]+ [^\W\d]+)\s$")
_NUMBERING = re.compile(
    r"\b(?:they|who|which|these|those|people|women|men|children|[a-z]{2,}[^\W\dsui]s)\s+number\s$"
)
"""A plural and its verb."""
_MOST_DISTRICTS = 30
"""More wards or districts no city numbers."""
_LIST_NUMBER = re.compile(
    r"(?m)^[ \t>*#-]*"
    r"(?:[0-9]{1,2}[.)/](?=\s)|\([0-9]{1,2}\)|[0-9]{1,2}(?:\.[0-9]{1,2}){2,}\.?(?=\s))"
)
_LIST_NUMBER_WITHIN = re.compile(r"[0-9](?<=[.:;]\s.)[0-9]?[.)](?=\s[^\W\d])")
"""The same inside a paragraph: "The tasks: 1) Collection; 2) Payment"."""


def labels(view: View, seen: str) -> list[Masked]:
    """Clock times, list and label numbers ("Decision 462") and those of names, in masked text."""
    found = [Masked(*m.span(), "time of day") for m in _CLOCK.finditer(seen)]
    if "half " in seen or "quarter " in seen:
        found += [Masked(*m.span(), "time of day") for m in _clock_words().finditer(seen)]
    if ":" in seen:
        found += [Masked(*m.span(), "ratio") for m in _RATIO.finditer(seen)]
    for numbered in (_LIST_NUMBER, _LIST_NUMBER_WITHIN):
        found += [Masked(*m.span(), "number of a list") for m in numbered.finditer(seen)]
    found += [Masked(*span, "number that only names") for span in _labelled(view, seen)]
    named = named_numbers(view, seen, lambda end: is_counted(seen, end))
    return found + [Masked(*span, "part of a name") for span in named]


def without_labels(view: View, seen: str) -> str:
    """`seen` with what `labels` finds masked, too.

    So are the breaks of lines over which no figure goes on: empty ones, and before a capital.
    """
    spans = [(m.start, m.end) for m in labels(view, seen)]
    breaks = [m.span() for m in _BREAK.finditer(seen) if _ends_line(view, m)]
    return blank(blank(seen, spans), breaks, APART)


def _ends_line(view: View, gap: re.Match[str]) -> bool:
    follows = gap.end() < len(view.seen) and view.capital(gap.end())
    return follows or gap[0].count("\n") > 1


def labelled(seen: str, start: int) -> bool:
    """Whether a number in words at `start` only names: "Chapter Seven", "number one"."""
    return _label_of_words().search(seen, max(0, start - _LABEL_REACH), start) is not None


def _labelled(view: View, seen: str) -> Iterator[tuple[int, int]]:
    """The numbers that only name something: "Decision 462", "Articles 12 and 13".

    Where a place has its name, a number behind its kind is none: "Ben Cau district 97".
    """
    for match in _label_number().finditer(seen):
        label = _label().search(seen, max(0, match.start() - _LABEL_REACH), match.start())
        if label is None or _is_verb(seen, label):
            continue
        many = int(match[0]) > _MOST_DISTRICTS if match[0].isdecimal() else False
        if not _is_of_place(view, seen, label, many):
            yield match.span()


def _is_of_place(view: View, seen: str, label: re.Match[str], many: bool) -> bool:
    """Whether the word for a label is a place's, behind its name: "Ben Cau district"; with a
    capital, where no city has so `many` of them: "Lak District 265"."""
    if view.capital(label.start()) and _ends_place(seen, label):
        return True  # "in Soc Trang 92 out of 100"
    named = _NAMED.search(seen, max(0, label.start() - _LABEL_REACH), label.end())
    own = many or not view.capital(label.start())
    return named is not None and view.capital(named.start()) and own


def _ends_place(seen: str, label: re.Match[str]) -> bool:
    """Whether a word is the last syllable of a place's name."""
    name = _LAST_TWO.search(seen, max(0, label.start() - _LABEL_REACH), label.end())
    if name is None:
        return False
    known = gazetteer()
    return known.place(name[1]) is not None or bool(known.districts_called(name[1]))


def _is_verb(seen: str, label: re.Match[str]) -> bool:
    """ "The agents number 486": so many there are."""
    return _NUMBERING.search(seen, max(0, label.start() - _LABEL_REACH), label.end()) is not None


@cache
def _clock_words() -> re.Pattern[str]:
    hours = pattern([*word_values("en", "units"), "noon", "midnight"])
    return re.compile(rf"(?:half|quarter)\s(?:past|to)\s(?:{hours}|[0-9])")


@cache
def _label() -> re.Pattern[str]:
    words = table("quantities")["words"]
    labels = pattern([*words["labels"], *words["telephones"]])
    return re.compile(rf"(?<!tổng )(?<!tong ){labels}\s*(?:no\.?\s*|số\s*)?$")


@cache
def _label_of_words() -> re.Pattern[str]:
    return re.compile(rf"{pattern(table('quantities')['words']['labels_of_words'])}\s$")


@cache
def _label_number() -> re.Pattern[str]:
    return re.compile(
        r"[0-9](?<![\w.,/].)[0-9]{0,5}(?:\.[0-9]{1,2}(?![0-9])|[a-z])?(?:/[0-9]{4})?"
        r"(?:-[0-9]{1,5}|(?:\s*(?:&|-)\s*|,?\s+(?:and|và|to|or)\s+)[0-9]{1,3}|,\s+[0-9]{1,3}(?=,|,?\s+(?:and|và)\s))*"
        rf"(?![0-9]|[.,/-][0-9]|{words_behind()})"
    )
