"""Shares that are asked for by the hundred, in full: "cứ 100 người dân thì mấy người có BHYT?"."""

from __future__ import annotations

import re

from indexing.reading.diacritics import as_typed
from indexing.records import Language

_VI = re.compile(
    r"\b(?:(?P<each>cứ|cu|bình quân|binh quan|trung bình|trung binh)\s+)?"
    r"(?:(?:mỗi|moi|trên|tren|trong)\s+)?"
    r"(?:(?(each)\d[\d.]*|(?:100?|1\.?000))|mười|muoi"
    r"|(?:một |mot )?(?:trăm|tram|chục|chuc|nghìn|nghin|ngàn|ngan))\s+"
    r"(?P<of>(?(each)(?P<one>\w+)\b|(?:người|nguoi|dân|dan|lao động|lao dong)\b)[^\d,?.;]*?),?"
    r"\s+(?:thì|thi|có|co)\s+(?:(?:có|co|được|duoc|khoảng|khoang|chừng|chung|tầm|tam|độ|cỡ)\s+)*"
    r"(?:bao nhiêu|bao nhieu|mấy|may)\s+(?:người|nguoi|em|cháu|chau|(?(one)(?P=one)))\b",
    re.IGNORECASE,
)
"""Of any number where it is said that it stands for all, else of a round one of people."""
_ROUND = r"(?:1,?000|100?|ten|(?:a|one)\s+(?:hundred|thousand))"
_EN = (
    re.compile(
        rf"\b(?:out\s+)?of\s+(?:(?:every|each)\s+)?{_ROUND}\s+(?P<of>[a-z]+\b[^\d,?.;]*?),?"
        r"\s+(?:about\s+)?how\s+many(?:\s+of\s+them)?(?:\s+(?:people|persons|are\s+there\s+who))?\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bhow\s+many\s+(?P<of>[a-z]+)\s+(?:out\s+of|in)\s+(?:every\s+|each\s+)?{_ROUND}\b"
        r"(?:\s+(?:people|persons))?(?=\s+(?:in|at|have|has|had|are|were|is|was)\b|\s*[,?.]|$)",
        re.IGNORECASE,
    ),
)
"""The same of English: "of every 100 residents how many", "how many people out of 100"."""


def shares_in_full(question: str, language: Language) -> str:
    """`question` with a share by so many of a number as one in per cent, of the same people."""
    if language == "vi":
        return _VI.sub(_share, question)
    for form in _EN:
        question = form.sub(r"what per cent of \g<of>", question)
    return question


def _share(told: re.Match[str]) -> str:
    return f"{as_typed('bao nhiêu phần trăm', told[0])} {told['of']}"
