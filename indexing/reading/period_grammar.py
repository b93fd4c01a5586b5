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


_SENTENCE_END = re.compile(r"\n+|(?<=[.;!?])\s+(?=[^\W\d_])")


@cache
def _rules() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    sources = _sources()
    needs = {rule: words for words, rules in _needs() for rule in rules}
    return tuple((name, needs[name], re.compile(source)) for name, source in sources.items())


def _needs() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Words without one of which none of the rules beside them can match: they save time."""
    months = table("periods")["months"]
    named = (*months["names"], *months["short"])
    month_vi, year_vi = ("tháng", "thang"), ("năm", "nam")
    return (
        (("-",), ("iso",)),
        (("/19", "/20", ".19", ".20", "-19", "-20"), ("day_numbers",)),
        (("ngày", "ngay"), ("day_vi",)),
        (("/",), ("day_short",)),
        (named, ("month_day", "day_month", "month_year", "month")),
        (("last day",), ("last_day",)),
        (("/19", "/20"), ("month_number",)),
        (month_vi, ("month_vi", "months_vi")),
        (("quarter", "quý", "qúy", "quy", "q"), ("quarter",)),
        (("quarters",), ("quarters",)),
        (("half",), ("half",)),
        (("h1", "h2"), ("half_number",)),
        (("nửa", "nua"), ("half_vi",)),
        (("month",), ("first_months", "last_months", "months_of", "months_period", "the_months")),
        (("past", "last", "previous", "recent", "latest"), ("past", "past_one")),
        (("qua", "gần"), ("past_vi",)),
        (("same", "corresponding"), ("same",)),
        (("year", "yoy", "y-o-y"), ("year_on_year",)),
        (("kỳ", "kì", "ky"), ("same_vi",)),
        (("year",), ("earlier", "edge_year")),
        (("19", "20"), ("years", "year")),
        (("year", *year_vi), ("relative_year", "the_year")),
        (year_vi, ("edge_year_vi",)),
        (("month", "quarter", "tháng", "quý"), ("relative_part",)),
        (("far", "date", "now", "since", "nay"), ("so_far",)),
    )


def find_expressions(seen: str) -> list[Expression]:
    """Every expression of time in `seen`, sorted by start; none runs over a sentence's end."""
    found: list[Expression] = []
    rules = [rule for rule in _rules() if any(word in seen for word in rule[1])]
    for start, end in _sentences(seen) if rules else ():
        sentence = seen[start:end]
        for name, needs, rule in rules:
            if any(word in sentence for word in needs):
                found += [
                    Expression(name, *m.span(), {k: v for k, v in m.groupdict().items() if v})
                    for m in rule.finditer(seen, start, end)
                ]
    found.sort(key=lambda e: (e.start, -e.end))
    kept: list[Expression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return kept


def _sentences(seen: str) -> list[tuple[int, int]]:
    """Rough sentences, cut where no expression of time goes on."""
    ends = [(m.start(), m.end()) for m in _SENTENCE_END.finditer(seen)]
    starts = [0, *(after for _, after in ends)]
    return list(zip(starts, [*(before for before, _ in ends), len(seen)], strict=True))


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
