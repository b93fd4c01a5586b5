"""Kinds of social insurance that a question tells apart from its name: "SI vol.", "BHXH (loại tự
nguyện)"."""

from __future__ import annotations

import re

from assistant.datafiles import datafile

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
_NOT_COMPULSORY = re.compile(
    r"\b(?:not|non)[\s-]+(?:compulsory|mandatory|obligatory)\b(?!\s+(?:to|for|that|if|when)\b)",
    re.IGNORECASE,
)
"""Of the two kinds of social insurance the other one."""


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


def scheme_in_full(question: str) -> str:
    """`question` with a kind of social insurance in full and before its name: "SI vol. Hue"."""

    def full(match: re.Match[str]) -> str:
        kind = datafile("spelling")["cut_short"].get(match["kind"].lower())
        beside = match["behind"] or match["before"]
        return (
            f"{match['behind'] or ''}{kind}{match['before'] or ''}" if kind and beside else match[0]
        )

    question = _NOT_COMPULSORY.sub("voluntary", _CUT_SHORT.sub(full, question))
    return _BEHIND.sub(lambda m: m[0] if m["verb"] else f"{m['kind']} {m['si']}", question)
