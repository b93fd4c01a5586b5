"""What is missing where the table has no answer, and the nearest that the reports do hold."""

from __future__ import annotations

from assistant.drafting.composing import fact_sentence, wanted_words
from assistant.drafting.quoting import quotations
from assistant.evidence.selection import Finding
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.understood import neighbours
from assistant.wording.words import (
    metric_name,
    metric_words,
    period_words,
    place_words,
    plain_period,
)
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.records import Span


def missing_sentences(
    query: Query, finding: Finding, sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """What is missing and the nearest that the reports hold, or what they do not tell clearly."""
    wanted = finding.wanted
    if quoted := quotations(finding.doubtful, sources, phrases):
        unclear = phrases.say("reasons", "unclear", wanted=wanted_words(wanted, phrases))
        return (Sentence(unclear, stop=":"), *quoted)
    sentences = [no_figure(wanted_words(wanted, phrases), phrases)]
    if query.qualifiers:
        sentences = [_qualified(query, phrases)]
    if query.qualifiers and not query.places:
        return tuple(sentences)
    known = gazetteer()
    if (
        wanted.place
        and known.merged_on(wanted.place)
        and (successor := known.successor(wanted.place))
    ):
        values = {
            "place": place_words(wanted.place, phrases),
            "successor": place_words(successor, phrases),
        }
        sentences.append(Sentence(phrases.say("reasons", "merged", **values)))
    if finding.nearest:
        sentences.append(Sentence(phrases.say("reasons", "nearest"), stop=":"))
        sentences += [fact_sentence(row, sources.article, phrases) for row in finding.nearest]
    elif wanted.place:
        held = {row.metric for row in sources.of_place(wanted.place)} - {"other"}
        if held:
            names = sorted(metric_name(metric, phrases) for metric in held)
            place = place_words(wanted.place, phrases)
            text = phrases.say(
                "reasons", "other_metrics", place=place, metrics=phrases.listed(names)
            )
            sentences.append(Sentence(text))
    return tuple(sentences)


def none_to_rank(query: Query, phrases: Phrases) -> Sentence:
    """That the reports give no figures by place of what is to be listed or put in order."""
    if query.qualifiers:
        return _qualified(query, phrases)
    metric = phrases.listed([metric_words(metric, None, phrases) for metric in query.metrics])
    if aspect := phrases.say("aspects", query.aspects[0]):
        metric = f"{metric} ({aspect})"
    within = next((place for place in query.places if place != COUNTRY), None)
    if within and (known := gazetteer().place(within)) and known.kind == "region":
        return Sentence(phrases.say("reasons", "region", place=place_words(within, phrases)))
    key, place = "within" if within else "by_province", place_words(within, phrases)
    wanted = phrases.say("subjects", key, metric=metric, place=place)
    when = (period_words(period.notation, phrases) for period in query.periods)
    against = (
        phrases.say("sentences", "against", vs=plain_period(period.notation, phrases))
        for period in query.versus
    )
    return no_figure(" ".join((wanted, *when)) + "".join(against), phrases)


def _qualified(query: Query, phrases: Phrases) -> Sentence:
    """That no figure is held for the reader's own words; a number in these is no figure."""
    named = [f"“{words}”" for words in neighbours(query.plain, query.qualifiers)]
    text = phrases.say("reasons", "qualified", words=phrases.listed(named))
    starts = [(text.index(name), len(name)) for name in named]
    return Sentence(text, labels=tuple(Span(start, start + length) for start, length in starts))


def no_figure(wanted: str, phrases: Phrases) -> Sentence:
    """That the reports hold no figure for what is named."""
    return Sentence(phrases.say("reasons", "no_figure", wanted=wanted))
