"""The draft for a question that leaves open what it asks: it is asked back, with choices."""

from __future__ import annotations

from collections import Counter

from assistant.drafting.draft import Draft
from assistant.evidence.rows.debtors import speaks_of_debtors
from assistant.evidence.sources import Sources
from assistant.evidence.told import counts_people
from assistant.query import Query
from assistant.sentences import Sentence
from assistant.understanding.intent import WORDS
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import metric_name
from indexing.catalogue import OTHER

_MOST_READINGS = 2
"""An ambiguous question that names no place is asked back when it has more readings."""
_MOST_CHOICES = 8


def left_open(query: Query, phrases: Phrases) -> Draft | None:
    """What a question by its words alone leaves open, asked back; None where nothing is."""
    if not query.question.strip():
        empty = Sentence(phrases.say("reasons", "empty"))
        return Draft("not_found", "table", reason=(empty,))
    if query.unsure.places:
        return _asked_back("place", query.unsure.places, phrases)
    if query.unsure.left_open:
        return _asked_back(query.unsure.left_open, (), phrases)
    bare = not (query.places or query.periods or load_cues().hits("asking", query.plain))
    if query.readings and not query.places and (bare or len(query.metrics) > _MOST_READINGS):
        names = tuple(metric_name(metric, phrases) for metric in query.metrics)
        return _asked_back("metric", names, phrases)
    return None


def _asked_back(what: str, choices: tuple[str, ...], phrases: Phrases) -> Draft:
    ask = Sentence(phrases.say("clarify", what), stop="")
    return Draft("clarify", "table", reason=(ask,), choices=choices)


def names_only_a_place(query: Query) -> bool:
    """Whether a question says where, perhaps when and how, but not what."""
    cues = load_cues()
    says_what = query.metrics or query.words - cues.usual
    says_what = says_what or cues.words_of("attribute") & set(query.qualifiers)  # "closed firms"
    says_what = says_what or cues.words_of("matter") & query.words  # "how many lost their jobs"
    asks_words = {*WORDS, "said", *(() if query.claimed else ("when",))}
    asks_words &= set(cues.hits("about", query.plain))
    return bool(query.places) and not (says_what or asks_words or speaks_of_debtors(query.plain))


def counts_firms(query: Query, phrases: Phrases) -> Draft | None:
    """That no report tells how many firms there are, where those are counted: no figure of people
    or money is meant.  None where they are not."""
    counted = load_cues().spans_by("count", query.plain)
    said = [f"“{query.plain[s.start : s.end]}”" for key, s in counted if key == "firms"]
    if not said:
        return None
    text = phrases.say("reasons", "qualified", words=phrases.listed(said[:1]))
    return Draft("not_found", "table", reason=(Sentence(text),))


def lists_by_nothing(query: Query) -> bool:
    """Whether the figure by which places are listed is left open: "which met the target?"."""
    cues = load_cues()
    lists = query.operation in ("list", "rank") and not query.metrics and not query.qualifiers
    by = query.order.standing is not None or query.aspects != ("level",)
    return lists and by and not query.words - cues.usual


def choice_of_metrics(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """Asks back which of the figures is meant that the reports hold for the place; of those that
    count people, where people are asked for."""
    held = Counter(
        row.metric
        for place in query.places
        for row in sources.of_place(place)
        if row.unit == "people" or not counts_people(query.plain)
    )
    names = [metric_name(metric, phrases) for metric, _ in held.most_common() if metric != OTHER]
    if not names:
        nothing = Sentence(phrases.say("reasons", "no_passage"))
        return Draft("not_found", "table", reason=(nothing,))
    return _asked_back("metric", tuple(names[:_MOST_CHOICES]), phrases)
