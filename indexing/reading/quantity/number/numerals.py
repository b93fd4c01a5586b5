"""Numbers in digits: which mark groups and which begins the decimals.

English writes 1,572,086.5 and Viet Nam 1.572.086,5.  A number that could be either (1.572 or
1,572) is read as its neighbours are written: first by the marks of the numbers in the same text
that can only be one way, then by the language of the word behind it, then as English.  A count of
people or cards has no decimals, so there a mark before three digits always groups.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from indexing.reading.quantity.number.word_values import ROUNDED

NUMERAL = r"(?:[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
"""A number in digits as a view has it; a space may group thousands."""

_MOST_DIGITS = 18
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
# "05 offices" is how Viet Nam writes a small number; 007 and 093 are codes or slips.
_PADDED = re.compile(r"0[0-9]{2}")
_FRACTION = re.compile(
    r"[ \u00a0]?(?P<sign>[\u00bc-\u00be\u2150-\u215e])"
    r"|[ \u00a0-](?P<top>[1-9])/(?P<bottom>[2-9]|1[06]|32)(?![0-9/])"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(
    r"(?:[ \u00a0]?[x×*·][ \u00a0]?10|(?<=(?<![0-9.,])10))"
    r"(?:\^(?P<caret>-?[0-9]{1,2})|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"|(?<=[x×*·][ \u00a0]10)(?P<lost>-[0-9]{1,2}))"
    r"(?![0-9])"
)
_MOST_POWER = 24
_MARKED = re.compile(r"[0-9]+[.,][0-9][0-9.,]*(?<=[0-9])")
_COMMA_DECIMAL = re.compile(r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_POINT_DECIMAL = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}(?:,[0-9]{3}){2,}")


def fraction_behind(seen: str, end: int) -> tuple[Decimal, int] | None:
    """The fraction that goes with a whole number, and its end: "2 1/2", "2½"."""
    match = _FRACTION.match(seen, end)
    if match is None:
        return None
    if match["sign"]:
        value = Decimal(repr(unicodedata.numeric(match["sign"])))
    else:
        top, bottom = int(match["top"]), int(match["bottom"])
        if top >= bottom:
            return None
        value = Decimal(top) / bottom
    return value.quantize(ROUNDED).normalize(), match.end()


def power_behind(seen: str, end: int) -> tuple[Decimal, int] | None:
    """The power of ten that goes with a number, and its end: "2.5 x 10^3", "10⁶" behind its 10."""
    match = _POWER.match(seen, end)
    if match is None:
        return None
    told = (match["caret"] or match["raised"] or match["lost"]).translate(_RAISED)
    bare = seen[match.start()] in "^⁻⁰¹²³⁴⁵⁶⁷⁸⁹"  # the number itself is the ten
    power = int(told) - bare
    return (Decimal(10) ** power, match.end()) if abs(power) <= _MOST_POWER else None


def has_decimal_comma(seen: str) -> bool | None:
    """Whether the numbers of `seen` have decimal commas; None where they do not tell."""
    marked = _MARKED.findall(seen)
    commas = sum(_COMMA_DECIMAL.fullmatch(numeral) is not None for numeral in marked)
    points = sum(_POINT_DECIMAL.fullmatch(numeral) is not None for numeral in marked)
    return None if commas == points else commas > points


def numeral_value(numeral: str, decimal_comma: bool, whole: bool) -> Decimal | None:
    """The value of `numeral`, or None where its digits make no number (1.2.3, 12,34,5, 093).

    `whole`: what is counted comes in whole numbers only.
    """
    digits = numeral.replace("\u00a0", "").replace(" ", "")
    marks = digits.translate(_NO_DIGITS)
    if len(digits) - len(marks) > _MOST_DIGITS or _PADDED.match(digits):
        return None
    if not marks:
        return Decimal(digits)
    last = marks[-1]
    if len(set(marks)) == 2:
        group = "," if last == "." else "."
        head, _, tail = digits.rpartition(last)
        if marks.count(last) > 1 or not _grouped(head, group):
            return None
        return Decimal(f"{head.replace(group, '')}.{tail}")
    if len(marks) > 1:
        return Decimal(digits.replace(last, "")) if _grouped(digits, last) else None
    head, tail = digits.split(last)
    groups = whole or last == ("." if decimal_comma else ",")
    if groups and len(tail) == 3 and 1 <= len(head) <= 3 and not head.startswith("0"):
        return Decimal(head + tail)
    return Decimal(f"{head}.{tail}")


def _grouped(digits: str, mark: str) -> bool:
    """Groups of three, or of two before the last three as in India: 15,72,086."""
    first, *rest = digits.split(mark)
    if not rest or not 1 <= len(first) <= 3 or len(rest[-1]) != 3:
        return False
    return all(len(g) == 3 for g in rest) or (
        len(first) <= 2 and all(len(g) == 2 for g in rest[:-1])
    )
