"""What the assistant tells of the collection itself: which reports it holds, and what it can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.drafting.draft import Draft
from assistant.drafting.missing import other_metrics
from assistant.drafting.origin import origin_draft
from assistant.drafting.scope import Newest, scope_draft
from assistant.evidence.sources import Sources, newest_first
from assistant.query import Holdings, Query
from assistant.sentences import Quoted, Sentence, unread
from assistant.wording.phrases import Phrases
from assistant.wording.understood import topic_words
from assistant.wording.words import metric_name, plain_period
from indexing.catalogue import catalogue
from indexing.database import ArticleEntry
from indexing.reading.period.notation import overlaps
from indexing.records import MetricFact, Period

MOST_REPORTS = 10
"""As many are listed; of the others it is said how many they are."""
_MOST_CHOICES = 4
_EXAMPLES = ("example_figure", "example_compare", "example_list", "example_reports")


def holdings_draft(query: Query, asked: Holdings, sources: Sources, phrases: Phrases) -> Draft:
    """The reports that are held on the query's places, metrics and periods, or one end of them.

    A report is on them that holds such a figure, of the asked time or told in it.  Counts of
    reports and their dates are no figures.
    """
    if asked == "abilities":
        ask = _said("abilities", phrases, count=str(len(sources.articles())))
        choices = tuple(phrases.say("holdings", key) for key in _EXAMPLES)
        return Draft("clarify", "table", reason=(replace(ask, stop=":"),), choices=choices)
    if asked == "meaning":
        return _meaning(query, phrases)
    if asked == "figure":
        return origin_draft(query, sources, phrases)
    held, topic = _held(query, sources), topic_words(query, phrases)
    if not held:
        others = [other_metrics(place, sources, phrases) for place in query.places]
        none = _said("none_of" if topic else "none", phrases, topic=topic)
        return Draft("not_found", "table", reason=(none, *filter(None, others)))
    if asked in ("absent", "places", "years"):
        return scope_draft(query, asked, _newest(held[0], sources, phrases), sources, phrases)
    if asked == "reports":
        return Draft("answered", "table", tuple(_listed(held, topic, sources, phrases)))
    return _end(held, asked, topic, sources, phrases)


def _held(query: Query, sources: Sources) -> list[ArticleEntry]:
    """The asked reports, the newest first and undated ones last."""
    held = sources.articles()
    of_then = {entry.doc for entry in held if _came_out(entry, query.periods)}
    if query.places or query.metrics:
        rows = [row for row in _rows(query, sources) if row.doc in of_then or _meets(query, row)]
        of_then = {row.doc for row in rows}
    return newest_first(entry for entry in held if entry.doc in of_then)


def _rows(query: Query, sources: Sources) -> Iterator[MetricFact]:
    """The rows of the asked metrics and places and of what lies in these; of all metrics where none
    is named."""
    for place in query.places or (None,):
        parts = sources.parts_of(place) if place else ()
        for one in (place, *parts):
            if one and not query.metrics:
                yield from sources.of_place(one)
            for metric in query.metrics:
                yield from sources.rows(metric, one)


def _meets(query: Query, row: MetricFact) -> bool:
    """Whether a row tells of one of the asked times; of any where none is asked."""
    held = row.period
    if held is None:
        return not query.periods
    return not query.periods or any(overlaps(one.notation, held) for one in query.periods)


def _came_out(entry: ArticleEntry, periods: Sequence[Period]) -> bool:
    """Whether a report came out in one of the asked times; at any time where none is asked."""
    day = entry.published
    within = any(day and period.first_day <= day <= period.last_day for period in periods)
    return not periods or within


def _listed(
    held: Sequence[ArticleEntry], topic: str, sources: Sources, phrases: Phrases
) -> Iterator[Sentence]:
    """How many reports there are, and a line for each of the first."""
    key = "one" if len(held) == 1 else "some"
    head = _said(f"{key}_of" if topic else key, phrases, topic=topic, count=str(len(held)))
    yield replace(head, stop=":")
    for entry in held[:MOST_REPORTS]:
        yield report_line(entry, _opening(entry, sources), phrases)
    if len(held) > MOST_REPORTS:
        more = _said("more", phrases, count=str(len(held) - MOST_REPORTS))
        yield replace(more, stop="", before="\n")


def report_line(entry: ArticleEntry, cited: tuple[Quoted, ...], phrases: Phrases) -> Sentence:
    """A report in a line of a list, with what is cited of it."""
    publisher = entry.publisher or phrases.say("holdings", "no_publisher")
    line = _said("line", phrases, publisher=publisher, day=_day(entry, phrases))
    return replace(line, stop="", before="\n", cited=cited)


def _meaning(query: Query, phrases: Phrases) -> Draft:
    """What the names of metrics mean, and their figures to go on with.

    No report defines its terms, so it is said that the words are the assistant's own.
    """
    own = replace(_said("own_words", phrases), stop=":")
    lines: list[Sentence] = []
    for metric in query.metrics:
        name, tells = metric_name(metric, phrases), catalogue().metric(metric).told[query.language]
        line = _said("meaning", phrases, name=name, tells=tells)
        lines.append(replace(line, stop="", before="\n"))
    names = [metric_name(metric, phrases) for metric in query.metrics[:_MOST_CHOICES]]
    choices = tuple(phrases.say("holdings", "meaning_asks", name=name) for name in names)
    return Draft("clarify", "table", reason=(own, *lines), choices=choices)


def _end(
    held: Sequence[ArticleEntry], asked: Holdings, topic: str, sources: Sources, phrases: Phrases
) -> Draft:
    """The newest or the oldest report, with all others of its day; nothing where none is dated."""
    dated = [entry for entry in held if entry.published]
    if not dated:
        none = _said("undated_of" if topic else "undated", phrases, topic=topic)
        return Draft("not_found", "table", reason=(none,))
    first = dated[0 if asked == "newest" else -1]
    same = [entry for entry in dated if entry.published == first.published]
    key = f"{asked}_of" if topic else asked
    told = _said(key, phrases, topic=topic, day=_day(first, phrases))
    told = replace(told, cited=tuple(part for entry in same for part in _opening(entry, sources)))
    unknown = len(held) - len(dated)
    beside = (_said("unknown", phrases, count=str(unknown)),) if unknown else ()
    return Draft("answered", "table", (told,), warnings=beside)


def _newest(first: ArticleEntry, sources: Sources, phrases: Phrases) -> Newest:
    is_dated = first.published is not None
    words = phrases.say("holdings", "newest_dated", day=_day(first, phrases)) if is_dated else ""
    return Newest(words, _opening(first, sources))


def _opening(entry: ArticleEntry, sources: Sources) -> tuple[Quoted, ...]:
    """The first paragraph of a report, to be cited for it."""
    article = sources.article(entry.doc)
    if article is None:
        return ()
    body = article.text[article.body.start : article.body.end]
    start = article.body.start + len(body) - len(body.lstrip())
    end = start + len(body.strip().partition("\n")[0])
    return (Quoted(entry.doc, entry.version, start, end),)


def _day(entry: ArticleEntry, phrases: Phrases) -> str:
    if entry.published is None:
        return phrases.say("holdings", "no_day")
    return plain_period(entry.published.isoformat(), phrases)


def _said(key: str, phrases: Phrases, **values: str) -> Sentence:
    """A sentence on reports: the counts and names in it are no figures."""
    text = phrases.say("holdings", key, **values)
    return unread(text)
