"""Whether it is asked by how much something moved a year, on average."""

from __future__ import annotations

import re

_A_YEAR = re.compile(
    r"\b(?:(?:an?|per|each|every)\s+year|yearly|annually|annual|per\s+annum"
    r"|(?:mỗi|moi|một|mot|hàng|hang|hằng)\s+(?:năm|nam))\b(?!\s+(?:before|earlier|later|after|ago))",
    re.IGNORECASE,
)
_MEAN = re.compile(
    r"\b(?:averaged?|mean|(?:bình|binh) (?:quân|quan)|trung (?:bình|binh))\b", re.IGNORECASE
)


def asks_yearly_mean(question: str) -> bool:
    """Whether it asks for what one year brought, of several years."""
    return bool(_A_YEAR.search(question) and _MEAN.search(question))
