"""Expressions of time in a view, found but not yet resolved.

Each rule is one pattern.  Where several match, the one that starts first wins, then the longest;
none overlaps another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from indexing.reading.lexicon import pattern, table


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression: the rule that matched and its named parts (those that took part)."""

    rule: str
    start: int
    end: int
    parts: dict[str, str]


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(source)) for name, source in _sources().items())


@cache
def _trigger() -> re.Pattern[str]:
    """No rule can match a text in which this finds nothing."""
    return re.compile(
        rf"{_year()}|year|month|quarter|half|same|date|so\s+far|now|nay|tháng|thang|quý|quy|kỳ|ky"
        rf"|năm|nam|\d/|\d\.\d|-\d\d-|[qh][1-4]|{pattern(_month_names())}"
    )


def find_expressions(seen: str) -> list[Expression]:
    """Every expression of time in `seen`, sorted by start."""
    if _trigger().search(seen) is None:
        return []
    found = [
        Expression(name, m.start(), m.end(), {k: v for k, v in m.groupdict().items() if v})
        for name, rule in _rules()
        for m in rule.finditer(seen)
        if m.end() > m.start()
    ]
    found.sort(key=lambda e: (e.start, -e.end))
    kept: list[Expression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return kept


def _month_names() -> list[str]:
    return list(table("periods")["months"]["names"])


def _year() -> str:
    return r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|[-/][a-z]|\s*%)"


def _after(*words: str) -> str:
    """Directly behind one of `words` and a space."""
    return "(?:" + "|".join(f"(?<={word} )" for word in words) + ")"


def _sources() -> dict[str, str]:
    data = table("periods")
    year = _year()
    years = [word for words in data["years"].values() for word in words]
    relative = pattern(years)
    long_month = pattern(data["months"]["names"])
    any_month = pattern([*data["months"]["names"], *data["months"]["short"]]) + r"\.?"
    count = (
        "(?:"
        + pattern(data["numbers"]["cardinals"])
        + r"|(?<![0-9.,/-])(?:1[0-2]|0?[1-9])(?![0-9]))"
    )
    ordinal = pattern(data["numbers"]["ordinals"])
    day = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9]|[.,][0-9])(?:st|nd|rd|th)?"
    month = r"(?:0?[1-9]|1[0-2])(?![0-9])"
    roman = r"(?:iv|i{1,3}|[1-4])(?!\w)"
    free = r"(?<![\w.,/$-])"
    # the year of a part: "of 2022", ", 2022", "/2022", "năm 2022", "last year"
    of = (
        rf"(?:(?:\s*,?\s*(?:of\s+|in\s+|năm\s+|nam\s+|của\s+năm\s+|of\s+the\s+year\s+)?|\s*/\s*)"
        rf"(?P<year>{year})|,?\s+(?:of\s+|in\s+|for\s+|của\s+)?(?P<relative>{relative}))?"
    )
    of_required = of.removesuffix("?")
    month_vi = r"(?:tháng|thang|t)"
    return {
        "iso": rf"{free}(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![0-9])",
        "day_numbers": rf"{free}(?:(?:ngày|ngay)\s+)?(?P<day>[0-9]{{1,2}})(?P<sign>[/.-])"
        rf"(?P<month>[0-9]{{1,2}})(?P=sign)(?P<year>[0-9]{{4}})(?![0-9])",
        "day_vi": rf"(?<!\w)(?:ngày|ngay)\s+(?P<day>{day})(?:\s*(?:-|và|đến)\s*(?P<day2>{day}))?"
        rf"(?:\s*[/-]\s*|\s+(?:tháng|thang)\s+)(?P<month>{month}){of}",
        "day_short": rf"{_after('đến', 'den', 'from', 'by', 'on', 'tới')}(?P<day>{day})/(?P<month>{month})(?!/|[0-9])",
        "month_day": rf"(?<!\w)(?P<named>{any_month})\s+(?P<day>{day})(?!\s*%)"
        rf"(?:\s*(?:-|to|&|and(?=\s+[0-9]+(?:\s*[,.;)]|\s*$)))\s*(?P<day2>{day})(?!\s*%))?{of}",
        "day_month": rf"{free}(?:(?P<day0>{day})\s*(?:-|to|&|and)\s*)?(?P<day>{day})\s+(?:of\s+)?"
        rf"(?P<named>{any_month})(?!\w){of}",
        "last_day": rf"(?:the\s+)?last\s+day\s+of\s+(?P<named>{long_month}){of}",
        "month_number": rf"{free}(?:{month_vi}\s*)?(?P<month>{month})/(?P<year>{year})",
        "month_vi": rf"(?<!\w)(?:tháng|thang)\s*(?P<month>{month})(?!\s*/\s*[0-9]{{1,2}}(?![0-9])){of}",
        "month_year": rf"(?<!\w)(?P<named>{any_month}),?\s+(?:of\s+)?(?P<year>{year})",
        "month": rf"(?<!\w)(?:(?P<which>last|this|next)\s+)?(?P<named>{long_month})(?!\w|'[a-z]|-(?!{long_month})[a-z0-9]){of}",
        "quarter": rf"(?<!\w)(?:the\s+)?(?:(?P<ordinal>{ordinal})\s+quarter|(?:quarter|quý|qúy|quy|q)\s*"
        rf"(?P<number>{roman})){of}",
        "quarters": rf"(?:the\s+)?first\s+(?P<count>two|three)\s+quarters{of}",
        "half": rf"(?:the\s+)?(?P<ordinal>first|second|latter)[\s-]+half(?!\s+(?:a|the)\b){of}",
        "half_number": rf"(?<!\w)h(?P<number>[12])\s*[-/]?\s*(?:of\s+)?(?P<year>{year})",
        "half_vi": rf"(?<!\w)(?:nửa|nua)\s+(?P<ordinal>đầu|dau|cuối|cuoi){of_required}",
        "first_months": rf"(?:the\s+)?(?:first|opening|initial)\s+(?P<count>{count})[\s-]+months?"
        rf"(?:\s+period)?{of}",
        "last_months": rf"(?:the\s+)?(?:last|final|remaining)\s+(?P<count>{count})\s+months{of_required}",
        "months_of": rf"(?:the\s+)?(?P<count>{count})[\s-]+months?(?:\s+period)?{of_required}",
        "months_period": rf"(?<!\w)(?:the\s+)?(?P<count>{count})-month(?!\w)(?:\s+period)?{of}",
        "the_months": rf"{_after('in', 'over', 'during', 'after', 'for')}(?:the\s+|all\s+)(?P<count>{count})\s+months",
        "months_vi": rf"(?P<count>{count})\s+(?:tháng|thang)(?:\s+(?P<side>đầu|dau|cuối|cuoi))?{of_required}",
        "past": rf"(?:the\s+)?(?:past|last|previous|recent|latest)\s+(?P<count>{count})\s+"
        rf"(?P<unit>months|years|quarters)(?!{of_required})",
        "past_one": r"the\s+past\s+(?P<unit>year|month|quarter)",
        "past_vi": rf"(?P<count>{count})\s+(?P<unit>tháng|thang|năm|nam|quý|quy)\s+(?:qua|gần\s+đây|vừa\s+qua)(?!\w)",
        "same": rf"(?:the\s+)?(?:same|corresponding)\s+(?P<what>period|time|months?|date|quarter|point)"
        rf"(?:\s+(?:of|in|from|as))?(?:{of_required}|(?=[\s.,;)]|$))",
        "year_on_year": r"(?<!\w)(?:year[\s-]on[\s-]year|year[\s-]over[\s-]year|y-o-y|yoy)(?!\w)",
        "same_vi": rf"(?<!\w)(?:cùng|cung)\s+(?:kỳ|kì|ky){of}",
        "earlier": rf"(?<!\w)(?:(?P<count>{count}|a)\s+years?\s+(?:before|earlier|ago|previously))(?!\w)",
        "years": rf"(?<![\w$.,/])(?P<from>(?:19|20)[0-9]{{2}})\s*[-/]\s*(?P<to>{year}|[0-9]{{2}}(?![0-9]|[-./][0-9a-z]|\s*%))",
        "relative_year": rf"(?<!\w)(?P<relative>{pattern(w for w in years if w not in ('năm', 'the year'))})",
        "the_year": rf"{_after('in', 'of', 'by', 'at', 'during', 'through', 'throughout')}(?:the|that)"
        r"\s+(?:(?:whole|full|entire)\s+)?year(?!\w|\s+(?:before|earlier|of|on|to)\b)"
        r"|(?<!\w)(?:cả|ca|trong)\s+(?:năm|nam)(?!\s*[0-9]|\w|\s+(?:nay|ngoái|trước))",
        "edge_year": rf"(?<!\w)(?P<edge>year-end|end-year|mid-?year){of}",
        "edge_year_vi": rf"{_after('cuối', 'giữa', 'cuoi', 'giua', 'hết')}(?:năm|nam)(?!\w){of}",
        "relative_part": r"(?<!\w)(?:the\s+)?(?P<which>last|this|previous|next|current)\s+(?P<unit>month|quarter)(?!\w)"
        r"|(?<!\w)(?P<unit_vi>tháng|quý)\s+(?P<which_vi>trước|này|sau)(?!\w)",
        "so_far": rf"(?<!\w)(?:so\s+far(?:\s+(?:this\s+year|in\s+(?P<year>{year})))?|year[\s-]to[\s-]date"
        rf"|(?:up\s+)?to\s+date|(?:up\s+to|until|till)\s+now|since\s+the\s+(?:beginning|start)\s+of\s+(?:the|this)\s+year"
        rf"|(?:(?:từ\s+)?đầu\s+năm(?:\s+(?P<year_vi>{year}))?\s+)?(?:đến|tới)\s+nay)(?!\w)",
        "year": rf"(?:{free}|(?<=mid-)|(?<=end-)|(?<=late-)|(?<=early-))(?:(?:the\s+)?(?:fiscal\s+)?year\s+|năm\s+|nam\s+)?(?P<year>{year})",
    }
