"""Years of a question as they are typed, put as such: "Hanoi2024", "năm 22", "Huế 2022 người"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.datafiles import datafile
from assistant.understanding.words.reading import quantities_of
from indexing.reading.folding import folded
from indexing.reading.language import detect_language
from indexing.records import Span

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
_MONTH_AND_YEAR = re.compile(r"(?P<part>(?:[^\W\d_]+[ -]){0,3})[^\W\d_]+\.? (?P<year>[12]\d)")
_PART_OF_MONTH = re.compile(
    r"\b(?:end|close|start|beginning|middle|mid|early|late)(?:[ -]of)?[ -]$", re.IGNORECASE
)
"""Right before a month: a part of it, so that the number behind it is no day: "end may 25"."""
_BARE_YEAR = re.compile(r" (?P<year>(?:19|20)\d\d)(?= [^\W\d])")
_YEAR_OF_SHARE = re.compile(
    r"(?<![\w.,])(?P<year>(?:19|20)\d\d)(?=\s*(?:%|(?:pct|per\s?cent|percentage)\b))", re.IGNORECASE
)
"""No share is so large: "arrears 2024 pct" asks for one of that year."""
_HOW_MANY = re.compile(r"\b(?:bao nhi[êe]u|mấy)\b", re.IGNORECASE)


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
        claimed = match["lead"] and folded(match["lead"]).text in datafile("spelling")["numbered"]
        if claimed or int(year) > today.year % 100:
            return match[0]
        return f"{match[0].removesuffix(year).rstrip(_APOSTROPHES)} 20{year}"

    for time in reversed(told):  # a month ends, a day does not
        short = _MONTH_AND_YEAR.fullmatch(question, time.start, time.end)
        month = short.end("part") if short else 0
        is_year = short is not None and int(short["year"]) <= today.year % 100
        if short and is_year and _PART_OF_MONTH.search(question[:month]):
            at = short.start("year")
            question = f"{question[:at]}20{question[at:]}"
    return question if told else _SHORT_YEAR.sub(full, question)


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
