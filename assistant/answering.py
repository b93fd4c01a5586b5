"""Query -> draft -> Answer: which way a question goes, and the gate at the end of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.draft import Draft, joined
from assistant.drafting.figures import figures_draft
from assistant.drafting.overview import nothing_held, overview_draft, wants_overview
from assistant.drafting.premises.reasons import is_corrected, premise_draft, with_premise
from assistant.drafting.telling import aspect_draft, told_draft
from assistant.drafting.words import words_draft
from assistant.evidence.passages.search import Search
from assistant.evidence.sources import Sources
from assistant.evidence.told import compares_places
from assistant.grounding.gate import grounded
from assistant.receipts import receipt
from assistant.records import Answer, Figure, Query, Table
from assistant.sentences import Sentence, assemble
from assistant.understanding.slots.manner import WORDS
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.understood import understood_line
from assistant.wording.words import metric_name, period_words, place_words
from indexing.catalogue import OTHER
from indexing.gazetteer import COUNTRY
from indexing.records import Span

MOST_READINGS = 2
"""An ambiguous question that names no place is asked back when it has more readings."""
MOST_CHOICES = 8
LEAST_TABLE_ROWS = 3
"""From this many figures on they are shown as a table as well."""


def draft_answer(query: Query, sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """The draft for a query: from the table where figures are asked for, else from passages."""
    if query.beside is not None:
        of_half = _half if query.intent == "passages" else draft_answer
        first = of_half(replace(query, beside=None), sources, search, phrases)
        return joined([first, _half(query.beside, sources, search, phrases)])
    if not query.question.strip():
        empty = Sentence(phrases.say("reasons", "empty"))
        return Draft("not_found", "table", reason=(empty,))
    if query.unsure_places:
        ask = Sentence(phrases.say("clarify", "place"), stop="")
        return Draft("clarify", "table", reason=(ask,), choices=query.unsure_places)
    if query.left_open:
        ask = Sentence(phrases.say("clarify", query.left_open), stop="")
        return Draft("clarify", "table", reason=(ask,))
    bare = not (query.places or query.periods or load_cues().hits("asking", query.plain))
    if query.readings and not query.places and (bare or len(query.metrics) > MOST_READINGS):
        ask = Sentence(phrases.say("clarify", "metric"), stop="")
        names = tuple(metric_name(metric, phrases) for metric in query.metrics)
        return Draft("clarify", "table", reason=(ask,), choices=names)
    if wants_overview(query):
        return _overview(query, sources, search, phrases)
    if _names_only_a_place(query):
        told = aspect_draft(query, sources, phrases) if _asks_of_aspect(query) else None
        return told or _choice_of_metrics(query, sources, phrases)
    if _lists_by_nothing(query):
        held = query.standing.place if query.standing else COUNTRY
        places = query.places or (held,)
        return _choice_of_metrics(replace(query, places=places), sources, phrases)
    cues = load_cues()
    premise = premise_draft(query, sources, phrases)
    if premise is not None and is_corrected(premise):
        return premise
    if query.intent == "figure":
        draft = figures_draft(query, sources, phrases)
        if draft.status == "answered":
            return draft
        told = told_draft(query, sources, cues, phrases)
        if told is None and query.qualifiers and not compares_places(query):
            told = words_draft(query, sources, search, cues, phrases)
            return told if told.status == "answered" else replace(draft, near=told.near)
        if told is None or query.qualifiers or query.parts:
            return told or draft
        # It holds the words, but no figure that the table knows to be the asked one.
        return replace(draft, near=told.sentences)
    counts = "figure" in cues.hits("about", query.plain)
    told = told_draft(query, sources, cues, phrases) if counts else None
    if told is not None:
        return told
    draft = words_draft(query, sources, search, cues, phrases)
    return with_premise(query, premise, draft, phrases)


def _half(query: Query, sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """The draft for the other half of a question; where nothing answers it, that is said of it."""
    draft = draft_answer(query, sources, search, phrases)
    if draft.status == "answered":
        return draft
    half = phrases.say("reasons", "half", words=query.plain.strip(" ?!."))
    lead = Sentence(half, stop=":", labels=(Span(0, len(half)),))
    nothing = (Sentence(phrases.say("reasons", "no_passage")),)
    reason = draft.reason if draft.status == "not_found" else nothing
    return Draft("not_found", draft.mode, reason=(lead, *reason), near=draft.near)


def _overview(query: Query, sources: Sources, search: Search, phrases: Phrases) -> Draft:
    """All figures of a place; else what the reports say of it; else what they hold instead."""
    told = overview_draft(query, sources, phrases)
    if told is None:
        told = words_draft(query, sources, search, load_cues(), phrases)
    return told if told.status == "answered" else nothing_held(query, sources, phrases)


def _names_only_a_place(query: Query) -> bool:
    """Whether a question says where, perhaps when and how, but not what."""
    cues = load_cues()
    says_what = query.metrics or query.words - cues.generic - cues.cue_words
    asks_words = {*WORDS, "said", *(() if query.claimed else ("when",))}
    asks_words &= set(cues.hits("about", query.plain))
    owes = {"firms", "owing"} <= set(cues.hits("debtors", query.plain))
    return bool(query.places) and not (says_what or asks_words or owes)


def _lists_by_nothing(query: Query) -> bool:
    """Whether the figure by which places are listed is left open: "which met the target?"."""
    cues = load_cues()
    lists = query.operation in ("list", "rank") and not query.metrics and not query.qualifiers
    by = query.standing is not None or query.aspects != ("level",)
    return lists and by and not query.words - cues.generic - cues.cue_words


def _asks_of_aspect(query: Query) -> bool:
    """Whether it says of what kind the figure is, though not of what: "did Hue meet its plan?"."""
    return query.operation in ("value", "rank") and query.aspects != ("level",)


def _choice_of_metrics(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """Asks back which of the figures is meant that the reports hold for the place."""
    held = Counter(row.metric for place in query.places for row in sources.of_place(place))
    names = [metric_name(metric, phrases) for metric, _ in held.most_common() if metric != OTHER]
    if not names:
        nothing = Sentence(phrases.say("reasons", "no_passage"))
        return Draft("not_found", "table", reason=(nothing,))
    ask = Sentence(phrases.say("clarify", "metric"), stop="")
    return Draft("clarify", "table", reason=(ask,), choices=tuple(names[:MOST_CHOICES]))


def finish(
    query: Query,
    draft: Draft,
    sources: Sources,
    fingerprint: str,
    history: Sequence[str],
    phrases: Phrases,
) -> Answer:
    """The draft through the gate, its citations numbered; `elapsed_ms` is left at 0.

    Where the gate withholds every figure that would have answered, nothing is answered.
    """
    kept, withheld = grounded(draft.sentences, sources.article)
    if withheld:
        # "Yes, the reports say so" says nothing without the figure that it speaks of.
        kept = tuple(s for s in kept if s.has_sources or s.stop == ":")
    proven = any(sentence.has_sources for sentence in kept)
    status = draft.status
    if status == "answered" and not proven:
        status, kept = "not_found", ()
    answer = assemble(kept, sources.article)
    near = (Sentence(phrases.say("reasons", "near"), stop=":"), *draft.near) if draft.near else ()
    told_of = grounded((*draft.reason, *near), sources.article)[0]
    reason = assemble(told_of, sources.article, answer.citations)
    cited = reason.citations
    warnings: list[str] = []
    for warning in grounded(draft.warnings, sources.article)[0] if kept else ():
        assembled = assemble((warning,), sources.article, cited)
        warnings.append(assembled.text)
        cited = assembled.citations
    told = phrases.say("answers", "withheld") + "."
    if withheld and kept:
        warnings.append(told)
    return Answer(
        id=receipt(query.question, *history, fingerprint, answer.text, reason.text),
        question=query.question,
        understood=understood_line(query, phrases),
        status=status,
        answer=answer.text,
        figures=answer.figures,
        citations=cited,
        mode="model" if draft.prompt else draft.mode,
        language=query.language,
        index=fingerprint,
        elapsed_ms=0.0,
        choices=draft.choices,
        table=_table(answer.figures, phrases) if draft.mode == "table" else None,
        reason=reason.text or (None if kept else told),
        warnings=tuple(warnings),
        prompt=draft.prompt,
    )


def _named(figure: Figure, phrases: Phrases) -> str:
    """What a row of a table gives: the metric with its aspect and its part, where it has them."""
    aspect = phrases.say("aspects", figure.aspect or "level")
    narrowing = ", ".join(part for part in (aspect, figure.group) if part)
    name = metric_name(figure.metric or "other", phrases)
    return f"{name} ({narrowing})" if narrowing else name


def _table(figures: Sequence[Figure], phrases: Phrases) -> Table | None:
    """Several reported figures side by side; computed ones stay in the words."""
    shown = [figure for figure in figures if figure.verdict == "verified"]
    if len(shown) < LEAST_TABLE_ROWS:
        return None
    rows = tuple(
        (
            _named(figure, phrases),
            place_words(figure.place, phrases),
            period_words(figure.period, phrases),
            figure.text,
        )
        for figure in shown
    )
    columns = tuple(phrases.say("table", key) for key in ("metric", "place", "period", "value"))
    return Table(columns, rows, tuple(figure.citations for figure in shown))
