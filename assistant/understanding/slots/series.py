"""So many of the last figures of a series: "the latest three figures", "the last two years of"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.records import Span

_FEWEST, _MOST = 2, 20


@dataclass(frozen=True, slots=True)
class AskedSeries:
    """The last figures of a series, and where the words are that ask for them."""

    most: int | None
    """How many are wanted; None for all of the asked time."""
    spans: tuple[Span, ...]

    def asked_of(self, query: Query, _: Cues) -> Query | None:
        """The query, which is read without the words that ask for the series, with it; None where
        what is left asks for no levels of one place."""
        is_one = query.operation in ("value", "compare", "list") and len(query.places) < 2
        is_level = query.aspects == ("level",) and not query.versus
        if not (is_one and is_level and query.metrics) or query.order.kind:
            return None
        order = replace(query.order, most=self.most)
        manner = replace(query.manner, over_time=True)
        return replace(query, intent="figure", operation="value", order=order, manner=manner)


@dataclass(frozen=True, slots=True)
class _Words:
    counts: Mapping[str, int]
    of_figures: re.Pattern[str]
    of_years: re.Pattern[str]


def asked_series(question: str) -> AskedSeries | None:
    """The series that a question asks for; None where it asks for none."""
    words = _load()
    if told := words.of_figures.search(question):
        number = (told["en"] or told["behind"] or told["vi"]).lower()
        most = words.counts.get(number) or int(number)
        return AskedSeries(most, (Span(*told.span()),)) if _FEWEST <= most <= _MOST else None
    if told := words.of_years.search(question):
        # "The last two years" is a time that is read as such, "2 năm gần nhất" is none.
        return AskedSeries(None, (Span(*told.span()),) if told["vi"] else ())
    return None


@cache
def _load() -> _Words:
    """The words that ship with the package; the file is read once."""
    source = files("assistant") / "data" / "series.toml"
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    counts: Mapping[str, int] = told["counts"]

    def any_of(listed: Sequence[str]) -> str:
        return "|".join(sorted(map(re.escape, listed), key=len, reverse=True))

    latest, figures, number = any_of(told["latest"]), any_of(told["figures"]), any_of([*counts])
    latest_vi, figures_vi = any_of(told["latest_vi"]), any_of(told["figures_vi"])
    number = rf"{number}|\d{{1,2}}"
    return _Words(
        counts=counts,
        of_figures=re.compile(
            rf"\b(?:(?:{latest})\s+(?P<en>{number})\s+(?:{figures})"
            rf"|(?P<behind>{number})\s+(?:{latest})\s+(?:{figures})"
            rf"|(?P<vi>{number})\s+(?:{figures_vi})\s+(?:{latest_vi}))\b",
            re.IGNORECASE,
        ),
        of_years=re.compile(
            rf"\b(?:(?:{latest})\s+(?:{number})\s+(?:{any_of(told['years'])})"
            rf"|(?P<vi>(?:{number})\s+(?:{any_of(told['years_vi'])})\s+(?:{latest_vi})))\b",
            re.IGNORECASE,
        ),
    )
