"""Vietnamese as it is spoken and typed in haste, put as it is written: "thu về được tất cả mấy tỷ".

Nothing that is asked changes: a word for another one that asks the same, or one less that says
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.understanding.words.cues import Cues
from indexing.reading.diacritics import marked

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
_OUT_OF = re.compile(
    r"\b(?:(?P<each>cứ|cu|bình quân|binh quan|trung bình|trung binh)\s+)?"
    r"(?:(?:mỗi|moi|trên|tren|trong)\s+)?"
    r"(?:(?(each)\d[\d.]*|(?:100?|1\.?000))|mười|muoi"
    r"|(?:một |mot )?(?:trăm|tram|chục|chuc|nghìn|nghin|ngàn|ngan))\s+"
    r"(?P<of>(?(each)[^\d,?.;]+?|(?:người|nguoi|dân|dan|lao động|lao dong)\b[^\d,?.;]*?)),?"
    r"\s+(?:thì|thi|có|co)\s+(?:(?:có|co|được|duoc|khoảng|khoang|chừng|chung|tầm|tam|độ|cỡ)\s+)*"
    r"(?:bao nhiêu|bao nhieu|mấy|may)\s+(?:người|nguoi|em|cháu|chau)\b",
    re.IGNORECASE,
)
"""A share by so many of a number: "cứ 100 người dân thì bao nhiêu người có BHYT"."""


def as_written(question: str, cues: Cues) -> str:
    """A Vietnamese question without what speech adds to it.

    The unmarked letters of words that marks tell apart are read by where they stand.
    """
    question = _OUT_OF.sub(_share, question)
    question = _SEVERAL.sub(lambda word: _like("bao nhiêu", word[0]), question)
    question = _OWES.sub(lambda word: f"{word[0][:-2]}nợ", _DONE.sub("", question))
    return _without_fillers(question, cues)


def _share(told: re.Match[str]) -> str:
    return f"{_like('bao nhiêu phần trăm', told[0])} {told['of']}"


def _like(phrase: str, typed: str) -> str:
    """A phrase with its marks, or without them where they are not typed either."""
    return phrase if marked(typed) else _BARE[phrase]


_BARE = {"bao nhiêu": "bao nhieu", "bao nhiêu phần trăm": "bao nhieu phan tram"}


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
        found = start if key == "altogether" else found
    return found or None
