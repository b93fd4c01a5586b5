"""The draft for a question that asks for what reports say rather than for a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from assistant.drafting.cautions import cautions
from assistant.drafting.draft import Draft
from assistant.drafting.quotation.announced import announced
from assistant.drafting.quotation.candidates import candidates
from assistant.drafting.quotation.foremost import foremost
from assistant.drafting.quotation.nearest import nearest
from assistant.drafting.quotation.nearest_figure import nearest_figure, tell_as_much
from assistant.drafting.quotation.offices import asked_speaker
from assistant.drafting.quotation.printed import printed_in
from assistant.drafting.quotation.quoting import MOST_SENTENCES, answer_sentences, quoting
from assistant.drafting.quotation.ways import asks_for_figure
from assistant.evidence.passages.nearby import nearby
from assistant.evidence.passages.search import Search
from assistant.evidence.rows.debtors import speaks_of_debtors
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Sentence, operands_of
from assistant.understanding.intent import WORDS, asks_of_future
from assistant.understanding.slots.offices import asks_for_office, is_of_head_office
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import named_words
from assistant.wording.phrases import Phrases
from indexing.reading.metric.terms import find_terms
from indexing.records import MetricFact

_ORDERS = ("list", "rank")
"""Where no figure of one place is near."""


def words_draft(
    query: Query, sources: Sources, search: Search, cues: Cues, phrases: Phrases
) -> Draft:
    """The sentences of the nearest passages that answer, or why there are none."""
    ahead = asks_of_future(query.plain, cues)
    on_topic = _is_on_topic(query, cues)
    if not (on_topic or (_is_specific(query) and search.knows(cues.content(query.gist)))):
        # Told at once: loading the model would take seconds to say the same.
        return _nothing("off_topic", phrases)
    if not _says_what(query, cues):
        if ahead:
            return _nothing("no_forecast", phrases)
        ask = Sentence(phrases.say("clarify", "metric"), stop="")
        return Draft("clarify", "passages", reason=(ask,))
    if is_of_head_office(query, cues):  # its holder is named where he visits a province
        query = replace(query, places=())
    quote = quoting(sources, phrases)
    passages = [scored.passage for scored in search.find(query)]
    read = printed_in(passages, search.sentences(passages), sources)
    vector = search.vector(query.gist)
    found = candidates(query, read, vector, cues)
    most = 1 if asks_for_figure(query, cues) else MOST_SENTENCES
    causes = announced(query, read, cues)
    sentences = answer_sentences([causes], quote) if causes else ()
    sentences = sentences or answer_sentences(found, quote, most)
    alone = None if sentences else foremost(query, read, vector, cues)
    near = answer_sentences([alone.candidate], quote) if alone else ()
    if sentences := near if alone and alone.answers else sentences:
        rows = list(chain.from_iterable(map(_rows_of, sentences)))
        warnings = cautions(rows, sources, phrases)
        return Draft("answered", "passages", sentences, warnings=warnings)
    names = named_words(query.plain, cues) & query.words  # of persons and firms, not of places
    of_whom = bool(query.places) and bool(WORDS & {*cues.hits("about", query.plain)})
    is_known = on_topic or of_whom or search.knows(names)
    held = "no_forecast" if ahead else "no_passage"
    nothing = _nothing(held if is_known else "off_topic", phrases)
    why = "why" in cues.hits("about", query.plain)
    quotes = why or query.linked.premise is None
    if query.intent == "figure":
        quotes, ahead = query.operation not in _ORDERS, False
    if is_known and quotes and not (near or ahead):
        beside = nearest(query, read, vector, cues)
        near = answer_sentences([beside] if beside else [], quote)
    return replace(nothing, near=near)


def _is_on_topic(query: Query, cues: Cues) -> bool:
    """Whether a question is on what the reports are on, by its words or by the part before it."""
    said = _said(query)
    of_office = asks_for_office(query.gist, cues) or asked_speaker(query, cues) is not None
    if query.role.is_behind or (query.places and of_office):
        return True
    named = cues.hits("domain", said) or find_terms(said) or query.metrics or query.parts
    return bool(named) or speaks_of_debtors(said)


def _said(query: Query) -> str:
    """The words of a question; a follow-up is about what was asked before."""
    return f"{query.plain} {query.gist}"


def near_sentences(
    query: Query,
    reason: Sequence[Sentence],
    sources: Sources,
    search: Search,
    cues: Cues,
    phrases: Phrases,
) -> tuple[Sentence, ...]:
    """What the reports say near a question for figures that the table does not answer, unless the
    `reason` why tells as much; nothing where places are to be listed or put in order."""
    if query.operation in _ORDERS or tell_as_much(
        query, [row for said in reason for row in _rows_of(said)]
    ):
        return ()
    passages = nearby(query, search, cues)
    read = printed_in(passages, search.sentences(passages), sources)
    beside = nearest_figure(query, read, search.vector(query.gist), cues) if read else None
    return answer_sentences([beside] if beside else [], quoting(sources, phrases))


def not_told(near: Sequence[Sentence], reason: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences told as near without those of which the reason tells a figure."""
    told = {(row.doc, row.start) for said in reason for row in _rows_of(said)}
    return tuple(said for said in near if not any((r.doc, r.start) in told for r in _rows_of(said)))


def _rows_of(said: Sentence) -> Iterator[MetricFact]:
    return chain.from_iterable(map(operands_of, said.claims))


def _is_specific(query: Query) -> bool:
    """Whether a question says enough to be looked up: a place, a name, or two words that matter."""
    named = any(word[:1].isupper() for word in query.question.split()[1:])
    return bool(query.places) or named or len(query.words) > 1


def _says_what(query: Query, cues: Cues) -> bool:
    """Whether a question says of what: any passage would do for "in per cent?"."""
    told = query.words - (cues.idle.words - cues.words_of("matter"))
    tells = query.metrics or query.parts or query.qualifiers or told
    about = {*WORDS, "said", "anything", "when", "where"} & {*cues.hits("about", query.plain)}
    return bool(tells or about) or speaks_of_debtors(_said(query))


def _nothing(why: str, phrases: Phrases) -> Draft:
    return Draft("not_found", "passages", reason=(Sentence(phrases.say("reasons", why)),))
