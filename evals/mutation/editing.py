"""Ways to put a report's own sentence wrong: one word or number of it is changed in its place.

Where a sentence names several places, years or schemes, it is not settled which of them the figure
goes with: such sentences are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from evals.mutation.claims import Claim, quoted
from evals.mutation.held import Held
from evals.mutation.words import NUMERAL, words_of
from indexing.catalogue import OTHER
from indexing.gazetteer import gazetteer
from indexing.reading.metric.metrics import find_terms
from indexing.reading.period.notation import shift_years
from indexing.reading.place.places import find_places
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import CHANGES, Bound, MetricFact, Unit

Edit = Callable[[MetricFact, Held, Random], Claim | None]

_YEAR = re.compile(r"\b20[012]\d\b")
_BASE_REACH = 30
_POINTS: Mapping[Unit, Unit] = {
    "percent": "percentage_points",
    "percentage_points": "percent",
}
_REVERSED: Mapping[Bound, Bound] = {"over": "under", "under": "over", "about": "under"}


def digit(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """One digit another."""
    numeral = _numeral(row, held)
    if numeral is None:
        return None
    at = random.choice([i for i, sign in enumerate(numeral) if sign.isdigit()])
    others = [d for d in "123456789" if d != numeral[at]]
    return _numbered(row, held, numeral[:at] + random.choice(others) + numeral[at + 1 :])


def decimal(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Ten times as much."""
    numeral = _numeral(row, held)
    value = _plain(numeral)
    return None if value is None else _numbered(row, held, f"{(value * 10).normalize():,f}")


def invented(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Other digits throughout."""
    numeral = _numeral(row, held)
    if numeral is None:
        return None
    other = "".join(random.choice("123456789") if sign.isdigit() else sign for sign in numeral)
    return _numbered(row, held, other)


def scale(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Millions for thousands, billions for trillions."""
    return _worded(row, held, words_of("edits")["scale"])


def points(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Per cent for percentage points, or the other way round."""
    if row.unit not in _POINTS:
        return None
    claim = _swapped(quoted(row, held), row.start, row.end, words_of("edits")["points"])
    return claim and replace(claim, said=replace(row, unit=_POINTS[row.unit]))


def bound(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """A bound lost or turned round."""
    words = words_of("edits")["bound"]
    printed = _printed(row, held)
    own = [word for word in words.get(row.bound, ()) if printed.lower().startswith(f"{word} ")]
    if not own:
        return None
    to: Bound = random.choice(("exact", _REVERSED[row.bound]))
    rest = printed[len(max(own, key=len)) + 1 :]
    other = rest if to == "exact" else f"{words[to][0]} {rest}"
    return _put(quoted(row, held), row.start, row.end, other, replace(row, bound=to))


def place(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Another province in the sentence."""
    named = find_places(row.quote) if _alone(row, held) else []
    if len(named) != 1 or named[0].name != row.place or named[0].kind != "province":
        return None
    if row.quote_start + named[0].end > row.start:
        return None  # "..., said the office of Hue": who speaks
    others = [known.name for known in gazetteer().provinces if known.name != row.place]
    other, begin = random.choice(others), row.quote_start
    return _put(
        quoted(row, held), begin + named[0].start, begin + named[0].end, other,
        replace(row, place=other),
    )  # fmt: skip


def period(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Another year in the sentence."""
    years = list(_YEAR.finditer(row.quote))
    told = len(years) == 1 and row.period is not None and years[0].group() in row.period
    told = told and _alone(row, held)
    if not told or row.period is None or row.vs is not None:
        return None
    by, begin = random.choice((-2, -1, 1, 2)), row.quote_start
    other = str(int(years[0].group()) + by)
    said = replace(row, period=shift_years(row.period, by))
    return _put(quoted(row, held), begin + years[0].start(), begin + years[0].end(), other, said)


def base(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """A share of another whole: population, labour force, target."""
    if row.unit != "percent" or row.metric == OTHER:
        return None
    behind = held.articles[row.doc].text[row.end : min(row.quote_end, row.end + _BASE_REACH)]
    reach = row.end + len(re.split(r"\d", behind)[0])
    claim = _swapped(quoted(row, held), row.end, reach, words_of("edits")["base"])
    return claim and replace(claim, said=replace(row, metric=f"not {row.metric}"))


def direction(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """A rise for a fall, in the words right before or behind the figure."""
    if row.aspect not in CHANGES:
        return None
    claim, words = quoted(row, held), words_of("edits")["direction"]
    said = replace(row, value=-row.value)
    before = _swapped(claim, max(row.quote_start, row.start - 16), row.start, words)
    behind = _swapped(claim, row.end, min(row.quote_end, row.end + 8), words)
    edited = before or behind
    both = before is not None and behind is not None
    return None if edited is None or both else replace(edited, said=said)


def metric(row: MetricFact, held: Held, random: Random) -> Claim | None:
    """Another scheme in a sentence that names one."""
    schemes = [term for term in find_terms(row.quote) if term.kind == "scheme"]
    if len(schemes) != 1 or not _alone(row, held):
        return None
    begin = row.quote_start + schemes[0].start
    claim = _swapped(quoted(row, held), begin, row.quote_start + schemes[0].end,
                     words_of("edits")["scheme"])  # fmt: skip
    return claim and replace(claim, said=replace(row, metric=f"not {row.metric}"))


EDITS: Mapping[str, Edit] = {
    "digit": digit,
    "decimal": decimal,
    "scale": scale,
    "points": points,
    "base": base,
    "period": period,
    "place": place,
    "metric": metric,
    "direction": direction,
    "bound": bound,
    "invented": invented,
}


def _alone(row: MetricFact, held: Held) -> bool:
    """Whether a figure of a metric stands in the body, the only figure of its sentence."""
    beside = (o for o in held.rows if o.doc == row.doc and o.quote_start == row.quote_start)
    in_body = row.start >= held.articles[row.doc].body.start
    return row.metric != OTHER and in_body and sum(1 for _ in beside) == 1


def _printed(row: MetricFact, held: Held) -> str:
    return held.articles[row.doc].text[row.start : row.end]


def _numeral(row: MetricFact, held: Held) -> str | None:
    told = NUMERAL.search(_printed(row, held))
    return told.group() if told else None


def _plain(numeral: str | None) -> Decimal | None:
    read = find_quantities(numeral) if numeral else []
    return read[0].value if len(read) == 1 else None


def _numbered(row: MetricFact, held: Held, numeral: str) -> Claim | None:
    """The figure with another number, and the value that it then has."""
    was, now = _plain(_numeral(row, held)), _plain(numeral)
    if not was or not now or was == now:
        return None
    start = row.start + _printed(row, held).index(str(_numeral(row, held)))
    said = replace(row, value=row.value * now / was)
    return _put(quoted(row, held), start, start + len(str(_numeral(row, held))), numeral, said)


def _worded(row: MetricFact, held: Held, words: Mapping[str, str]) -> Claim | None:
    claim = _swapped(quoted(row, held), row.start, row.end, words)
    read = find_quantities(claim.text[claim.start : claim.end]) if claim else []
    if claim is None or len(read) != 1:
        return None
    return replace(claim, said=replace(row, value=read[0].value * (-1 if row.value < 0 else 1)))


def _swapped(claim: Claim, start: int, end: int, words: Mapping[str, str]) -> Claim | None:
    """The first of `words` between two offsets put for its partner; the longest goes first."""
    ordered = sorted(words, key=len, reverse=True)
    found = re.search(
        "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in ordered),
        claim.text[start:end],
        re.IGNORECASE,
    )
    if found is None:
        return None
    other = words[found.group().lower()]
    at = start + found.start()
    return _put(claim, at, at + len(found.group()), other, claim.said)


def _put(claim: Claim, start: int, end: int, other: str, said: MetricFact) -> Claim:
    """The text with `other` in the place of a part of it; the figure's offsets follow."""
    longer = len(other) - (end - start)
    text = claim.text[:start] + other + claim.text[end:]
    begin = claim.start + longer * (end <= claim.start)
    finish = claim.end + longer * (start < claim.end)
    return replace(claim, text=text, start=begin, end=finish, said=said)
