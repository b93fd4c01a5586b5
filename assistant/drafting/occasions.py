"""The draft for a question that asks for one of the times of a figure: the highest there was, the
first beyond a limit, or whether there ever was one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed, computed_sentence
from assistant.drafting.days import across_merger, equally_long
from assistant.drafting.draft import Draft
from assistant.drafting.origin import latest_first, rows_of_figure
from assistant.drafting.places.limits import is_limit_of, is_own_end, meets, nearest
from assistant.drafting.places.ranking import MOST_RANKED
from assistant.drafting.premises.claims import says_of
from assistant.drafting.times import times_held
from assistant.evidence.lookup import look_up, magnitude
from assistant.evidence.rows.agreement import period_fit
from assistant.evidence.rows.values import values_of
from assistant.evidence.sources import Sources
from assistant.query import Occasion, Query
from assistant.sentences import Computed, Sentence, unread
from assistant.understanding.slots.occasions import passes
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import plain_period
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact, Quantity


def occasion_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """What the figures of all times that are held say of the time that a question asks for.

    None where it asks for no such time, where no figure is held that can be true, and where no two
    are held that would show a rise or a fall.
    """
    if is_own_end(query):
        end: Occasion = "lowest" if query.order.lowest_first else "highest"
        manner = replace(query.manner, occasion=end)
        query = replace(query, operation="value", claimed=(), manner=manner)
    if query.manner.occasion is None or query.operation == "list":
        return None
    if query.manner.occasion == "equal" and (so := _equal(query, sources)):
        return _each_so(query, so, sources, phrases)
    held = _held(replace(query, aspects=("level",)), sources)
    if not held:
        return None
    if query.manner.occasion in ("highest", "lowest"):
        return _end(query, _of_one_length(held), sources, phrases)
    limits = [told for told in query.claimed if is_limit_of(told, held[0].unit)]
    if not limits and query.claimed:
        return None  # a limit in another unit than the figure is none of it
    if not limits:
        return _moved(query, _of_one_length(held), sources, phrases)
    is_so = [all(_is_so(limit, row, query.plain) for limit in limits) for row in held]
    met = [row for row, so in zip(held, is_so, strict=True) if so]
    if not met:
        key = "never_so" if query.manner.occasion == "ever" else "none_so"
        near = nearest(query, held)
        return _told(
            query, (_heading(key, held, phrases),), (near,), sources, phrases, "refuted_so_far"
        )
    if query.manner.occasion == "ever":
        farthest = max(met, key=lambda row: (magnitude(row), row is met[-1]))
        if any(limit.bound == "under" for limit in limits):
            farthest = min(met, key=magnitude)
        yes = Sentence(phrases.say("answers", "confirmed"))
        return _told(query, (yes,), (farthest,), sources, phrases, "confirmed")
    if query.manner.occasion == "equal":
        return _each_so(query, met[::-1], sources, phrases)
    return _first(query, is_so, held, sources, phrases)


def ever_so(query: Query, ranked: Sequence[MetricFact], sources: Sources) -> Sequence[MetricFact]:
    """The places of `ranked`, each with its figure of the time at which it lay farthest beyond the
    limits that the question sets; one that never did stays with the figure that it has."""
    falls = any(limit.bound == "under" for limit in query.claimed)
    farthest = min if falls else max
    found: list[MetricFact] = []
    for row in ranked:
        asked = replace(query, operation="value", places=(row.place or COUNTRY,))
        met = [one for one in _held(asked, sources) if meets(query, one)]
        found.append(farthest(met, key=magnitude, default=row))
    return sorted(found, key=magnitude, reverse=not query.order.lowest_first)


def _each_so(query: Query, rows: Sequence[MetricFact], sources: Sources, phrases: Phrases) -> Draft:
    """All the figures that are what the question puts forward."""
    count = () if len(rows) == 1 else (_heading("so_at", rows, phrases),)
    return _told(query, count, rows, sources, phrases)


def _held(query: Query, sources: Sources) -> tuple[MetricFact, ...]:
    """The figure at each time that it is held for, the earliest first, within the asked time where
    there is one; of several readings that one which is held most often."""
    found: list[tuple[MetricFact, ...]] = []
    for metric in query.metrics:
        asked = replace(query, metrics=(metric,), readings=False, joint=None)
        times = times_held(metric, next(iter(query.places), COUNTRY), sources)
        rows: dict[tuple[date, date], MetricFact] = {}
        for time in times:
            if not all(period_fit(one, time.notation) for one in query.periods):
                continue
            facts = look_up(replace(asked, periods=(time,)), sources)[0].facts
            if facts and facts[0].period:
                span = parse_notation(facts[0].period)
                rows.setdefault((span.first_day, span.last_day), facts[0])
        found.append(tuple(row for row in rows.values() if "implausible" not in row.flags))
    return max(found, key=len, default=())


def _equal(query: Query, sources: Sources) -> list[MetricFact]:
    """The figures of the asked place, or else of any, that are what a question puts forward, each
    place and time once, the latest report's first; of wholes rather than of their parts."""
    found = [
        row
        for told in query.claimed
        for row in latest_first(rows_of_figure(told, query, sources), sources)
        if row.aspect in query.aspects and row.period and "implausible" not in row.flags
    ]
    parted = bool(query.parts) or all(row.group for row in found)
    rows = [row for row in found if parted or not row.group]
    return list({(row.place, row.period): row for row in reversed(rows)}.values())[::-1]


def _of_one_length(rows: Sequence[MetricFact]) -> Sequence[MetricFact]:
    """Of amounts that add up over days those of equally long times: whole years, or else the most
    frequent length."""
    kinds: dict[str, list[MetricFact]] = {}
    for row in rows:
        kinds.setdefault(_length(row), []).append(row)
    return kinds.get("year") or max(kinds.values(), key=len)


def _length(row: MetricFact) -> str:
    """A name for the part of a year that a figure is of; one for all that are of a moment."""
    span = parse_notation(row.period or "")
    if span.moment:
        return "moment"
    first, last = span.first_day, span.last_day
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole and first.year == last.year:
        return "year"
    return f"{last.year - first.year} {first:%m-%d} {last:%m-%d}"


def _is_so(limit: Quantity, row: MetricFact, question: str) -> bool:
    """Whether a figure surely is what a question puts forward; beyond a figure that is passed."""
    cues = load_cues()
    if limit.bound != "exact" or not passes(question, cues):
        return says_of(limit, row, question, is_near=limit.bound != "exact") is True
    values = values_of(row, is_near=True)
    if "down" in cues.hits("verdict", question):
        return values.high <= limit.value
    return values.low >= limit.value


def _end(query: Query, rows: Sequence[MetricFact], sources: Sources, phrases: Phrases) -> Draft:
    """The highest or lowest figure, and those that come next to it."""
    ordered = sorted(rows, key=magnitude, reverse=query.manner.occasion == "highest")
    heading = _heading(f"the_{query.manner.occasion}", rows, phrases)
    return _told(query, (heading,), ordered[:MOST_RANKED], sources, phrases)


def _first(
    query: Query,
    is_so: Sequence[bool],
    held: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
) -> Draft:
    """The first figure that is so, the last before it, and the first behind it that is not."""
    at = is_so.index(True)
    heading = _heading("first_so" if at else "always_so", held, phrases)
    draft = _told(query, (heading,), (held[at],), sources, phrases)
    behind = next((n for n in range(at, len(held)) if not is_so[n]), None)
    for key, n in (("before_so", at - 1 if at else None), ("no_longer_so", behind)):
        if n is not None:
            lead = Sentence(phrases.say("answers", key), stop=":")
            other = fact_sentence(held[n], sources.article, phrases)
            draft = replace(draft, sentences=(*draft.sentences, lead, other))
    return draft


def _moved(
    query: Query, rows: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> Draft | None:
    """Whether a figure rose, or fell, from one time that is held to the next: the last time that it
    did, with what is computed of the two."""
    place, asks = next(iter(query.places), COUNTRY), load_cues().hits("verdict", query.plain)
    pairs = [
        (earlier, later)
        for earlier, later in pairwise(rows)
        if not across_merger(place, earlier.period, later.period) and equally_long(earlier, later)
    ]
    if not pairs:
        return None
    falls = "down" in asks
    so = [(a, b) for a, b in pairs if (_is_below(b, a) if falls else _is_below(a, b))]
    if not so:
        key = "never_fell" if falls else "never_rose"
        ends = (rows[0], rows[-1])
        return _told(query, (_heading(key, rows, phrases),), ends, sources, phrases, "refuted")
    yes = Sentence(phrases.say("answers", "confirmed"))
    draft = _told(query, (yes,), so[-1], sources, phrases, "confirmed")
    told = computed(replace(query, operation="compare", aspects=("level",)), so[-1])
    if not isinstance(told, Computed):
        return draft
    return replace(draft, sentences=(*draft.sentences, computed_sentence("compare", told, phrases)))


def _is_below(row: MetricFact, mark: MetricFact) -> bool:
    return values_of(row).high < values_of(mark).low


def _heading(key: str, rows: Sequence[MetricFact], phrases: Phrases) -> Sentence:
    """What is said of all the figures that are held; their number and dates are no figures."""
    first, last = (plain_period(row.period or "", phrases) for row in (rows[0], rows[-1]))
    key = f"{key}_one" if len(rows) == 1 else key
    text = phrases.say("answers", key, count=str(len(rows)), first=first, last=last)
    return unread(text, ":")


def _told(
    query: Query,
    headings: Sequence[Sentence],
    rows: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
    verdict: str | None = None,
) -> Draft:
    facts = [fact_sentence(row, sources.article, phrases) for row in rows]
    if query.manner.occasion in ("highest", "lowest", "equal") and len(rows) > 1:
        facts = [replace(said, stop="", before="\n- ") for said in facts]
    warnings = cautions(rows, sources, phrases)
    return Draft(
        "answered", "table", (*headings, *facts), warnings=tuple(warnings), verdict=verdict
    )
