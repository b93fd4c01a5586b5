"""Vietnamese as it is spoken and typed in haste, put as it is written: "thu về được tất cả mấy tỷ".

Nothing that is asked changes: a word for another one that asks the same, or one less that says
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from assistant.understanding.words.cues import Cues
from indexing.reading.diacritics import as_typed, marked

_HOW_MANY = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:mấy|may)(?=\s+(?:phần trăm|phan tram|%|(?:(?:chục|chuc|trăm|tram|nghìn|nghin|ngàn|ngan"
    r"|vạn|van|triệu|trieu)\s+)*(?:tỷ|tỉ|ty|đồng|người|nguoi|lượt|luot)\b)"
    r"(?!\s+(?:này|nay|đó|kia|ấy)\b))",
    re.IGNORECASE,
)
"""The shorter word for "how many", before what is counted; "mấy tháng qua" counts nothing."""
_DONE = re.compile(
    r"\s+(?:roi|rùi|rui)(?=\s*(?:[?!.,;]|$)|\s+(?:vay|nhi|nhe|a|ah|ha|the|ta|em|chi|anh|ban|ad)\b)",
    re.IGNORECASE,
)
"""At the end of a clause "rồi", typed without marks; "rời", to leave, has something behind it."""
_OWES = re.compile(
    r"(?<!\w)no(?=\s+(?:bao nhieu|bao hiem|bhxh|bhyt|bhtn|dong|cua)\b)|^\W*no(?=\s+\w)",
    re.IGNORECASE,
)
"""What is owed, "nợ", typed without marks: at the head, or before whose it is or to whom."""
_SOUTHERN = re.compile(r"(?<!bao )(?<!\w)nhiêu\b", re.IGNORECASE)
"""All that is said of "bao nhiêu"; without its mark it is another word."""
_UNTIL_NOW = re.compile(r"\b(?:đến|tới|den|toi)\s+(?:bây\s+|bay\s+)?(?:giờ|gio)\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(?P<quarter>quý|quy)\s+(?:(?P<first>đầu|dau)(?:\s+(?:tiên|tien))?"
    r"|cuối(?:\s+cùng)?|cuoi(?:\s+cung)?)"
    r"(?=\s+(?:(?:của|cua)\s+)?(?:năm|nam)\b)",
    re.IGNORECASE,
)
"""A quarter by its place in the year."""
_YEAR_BACK = re.compile(
    r"(?<=(?:với|voi|hơn|hon) )(?:(?:1|một|mot) (?:năm|nam)|12 (?:tháng|thang))"
    r" (?:về |ve )?(?:trước|truoc)\b(?: (?:đó|do)\b)?",
    re.IGNORECASE,
)
"""The year before, counted out where something is held against it: "so với 12 tháng trước"."""
_DRAWS = re.compile(
    r"\b(?:lãnh|lĩnh|nhận|lanh|linh|nhan)"
    r"(?=\s+(?:(?:tiền|tien)\s+)?(?:lương hưu|luong huu|trợ cấp|tro cap)\b)",
    re.IGNORECASE,
)
"""Other verbs by which people receive a pension or an allowance."""
_NUMBERS = {
    "một": 1,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "bon": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "muoi": 10,
}
_PLACES = (
    r"(?:tỉnh|tinh|thành phố|thanh pho|địa phương|dia phuong|huyện|huyen|xã|đơn vị|don vi"
    r"|doanh nghiệp|doanh nghiep|công ty|cong ty)"
)
_SO_MANY = re.compile(
    rf"(?:(?<=\b(?:tên|ten) )|(?<=\bliệt kê )|(?<=\bliet ke ))(?:{'|'.join(_NUMBERS)})"
    rf"(?=\s+{_PLACES}\b)"
    rf"|(?<!trong )(?<!cả )(?<!cuối )(?<!đầu )(?<!mỗi )(?<!thứ )\b(?:{'|'.join(_NUMBERS)})"
    rf"(?=\s+{_PLACES}\b.*\b(?:nhất|nhat)\b)",
    re.IGNORECASE,
)
"""How many are to be named, in a word; "trong năm tỉnh nào" tells a year."""


def as_written(question: str, cues: Cues, addressed: tuple[str, ...]) -> str:
    """A Vietnamese question without what speech adds to it.

    The unmarked letters of words that marks tell apart are read by where they stand.
    """
    question = _DRAWS.sub(lambda verb: as_typed("hưởng", verb[0]), question)
    question = _called(addressed).sub(lambda called: called["says"] or "", question)
    question = _SO_MANY.sub(lambda number: str(_NUMBERS[number[0].lower()]), question)
    question = _SEVERAL.sub(lambda word: as_typed("bao nhiêu", word[0]), question)
    question = _UNTIL_NOW.sub(lambda now: as_typed("đến nay", now[0]), question)
    question = _QUARTER.sub(lambda q: f"{q['quarter']} {'I' if q['first'] else 'IV'}", question)
    question = _YEAR_BACK.sub(lambda back: as_typed("năm trước", back[0]), question)
    question = _SOUTHERN.sub("bao nhiêu", question)
    question = _OWES.sub(lambda word: f"{word[0][:-2]}nợ", _DONE.sub("", question))
    return _without_fillers(question, cues)


@cache
def _called(addressed: tuple[str, ...]) -> re.Pattern[str]:
    """Whom a question is put to, behind a particle that ends it or before "ơi"."""
    whom = f"(?:{'|'.join(addressed)})"
    return re.compile(
        r"(?P<says>\b(?:vậy|vay|ạ|nhỉ|nhi|hả|thế|đó|nhé|nhe|rồi|roi))"
        rf"\s+(?:{whom}|co|cháu|chau|con)(?=\s*[?!.]*\s*$)"
        rf"|^(?:(?:dạ|thưa|chào|da|thua|chao)\s+)*{whom}\s+(?:ơi|oi)\b,?",
        re.IGNORECASE,
    )


def _without_fillers(question: str, cues: Cues) -> str:
    """The question without the words between a verb of money and the number that it is asked by,
    and without "tất cả" beside that number: it is then no word for all that is held."""
    told = {span.end: (key, span.start) for key, span in cues.spans_by("spoken", question)}
    for asks in reversed(list(_HOW_MANY.finditer(question))):
        if (end := len(question.rstrip(" ?."))) in told and told[end][0] == "altogether":
            question = question[: told[end][1]]
        start = _where_fillers_begin(question, asks.start(), told)
        question = f"{question[:start]} {question[asks.start() :]}" if start else question
    return question


def _where_fillers_begin(
    question: str, end: int, told: Mapping[int, tuple[str, int]]
) -> int | None:
    """Where the words begin that are left out before the number that is asked for at `end`."""
    start = found = len(question[:end].rstrip())
    while start in told:
        key, first = told[start]
        if key == "verb":
            return start if not marked(question[first:start]) else None
        start = len(question[:first].rstrip())
        found = found if key == "filler" else start
    return found or None
