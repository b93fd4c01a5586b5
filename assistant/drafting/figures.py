"""The draft for a question that asks for figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.cautions import cautions, flagged, partial_period, told_aside
from assistant.drafting.composing import fact_sentence, finding_sentences, wanted_words
from assistant.drafting.draft import Draft
from assistant.drafting.operations import (
    confirmation,
    difference,
    difference_sentence,
    look_up,
    mixed_periods,
    most_ranked,
    ranking,
    ranking_sentences,
    total,
    total_sentence,
)
from assistant.evidence.selection import Finding
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import metric_name, metric_words, place_words
from indexing.gazetteer import COUNTRY, gazetteer

_CHANGES = {"change", "change_pct"}


def figures_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    """What the table says to `query`: single figures, figures side by side, or a ranking."""
    if query.operation in ("rank", "list") and _over_places(query):
        return _ranking_draft(query, sources, phrases)
    findings = look_up(_later(query), sources)
    if not any(finding.facts for finding in findings) and _spans_time(query):
        query = replace(query, aspects=("level",), operation="compare")
        findings = look_up(query, sources)
    return _findings_draft(query, findings, sources, phrases)


def _over_places(query: Query) -> bool:
    return not set(query.places) - {COUNTRY}


def _spans_time(query: Query) -> bool:
    return set(query.aspects) <= _CHANGES and len(query.periods) > 1


def _later(query: Query) -> Query:
    """A change between two periods is stated for the later one."""
    if not _spans_time(query):
        return query
    return replace(query, periods=(max(query.periods, key=lambda period: period.last_day),))


def _ranking_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft:
    ranked = ranking(query, sources)
    if not ranked:
        wanted = metric_words(query.metrics[0], None, phrases)
        return Draft("not_found", "table", reason=(_no_figure(wanted, phrases),))
    # What cannot be true must not stand first; it is told among the warnings.
    doubtful = [row for row in ranked if "implausible" in row.flags]
    ranked = tuple(row for row in ranked if row not in doubtful) or ranked
    shown = ranked[: most_ranked(query)]
    warnings = flagged((*shown, *doubtful), sources, phrases)
    if mixed_periods(shown):
        warnings = (*warnings, Sentence(phrases.say("cautions", "mixed_periods")))
    return Draft("answered", "table", ranking_sentences(query, ranked, sources.article, phrases),
                 warnings=warnings)  # fmt: skip


def _findings_draft(
    query: Query, findings: Sequence[Finding], sources: Sources, phrases: Phrases
) -> Draft:
    found = [finding for finding in findings if finding.facts]
    missing = [finding for finding in findings if not finding.facts]
    answered = {finding.wanted.place for finding in found}
    if query.operation == "compare" and answered >= {f.wanted.place for f in missing}:
        missing = []  # each place has a figure; that of another date was not asked for
    reason = tuple(
        dict.fromkeys(
            sentence
            for finding in missing
            for sentence in missing_sentences(query, finding, sources, phrases)
        )
    )
    if not found:
        return Draft("not_found", "table", reason=reason)
    sentences = list(finding_sentences(found, sources.article, phrases))
    if verdict := confirmation(query, found):
        sentences.insert(0, Sentence(phrases.say("answers", verdict)))
    partial = [sentence for finding in found if (sentence := partial_period(finding, phrases))]
    rows = [row for finding in found for row in finding.facts]
    aside = [said for finding in found for said in told_aside(finding, sources, phrases)]
    warnings = (*dict.fromkeys(partial), *aside, *cautions(rows, sources, phrases))
    leads = [finding.facts[0] for finding in found]
    if query.operation == "compare" and (computed := difference(found)):
        sentences.append(difference_sentence(computed, phrases))
    if query.operation == "total" and (computed := total(findings)):
        sentences.append(total_sentence(computed, phrases))
    elif query.operation in ("total", "average") and len(leads) > 1:
        warnings = (Sentence(phrases.say("cautions", "not_added")), *warnings)
    if len({row.place for row in leads}) > 1 and mixed_periods(leads):
        warnings = (*warnings, Sentence(phrases.say("cautions", "mixed_periods")))
    return Draft("answered", "table", tuple(sentences), reason, warnings)


def missing_sentences(
    query: Query, finding: Finding, sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """What is missing, and the nearest that the reports do hold."""
    wanted = finding.wanted
    sentences = [_no_figure(wanted_words(wanted, phrases), phrases)]
    if query.qualifiers:
        said = phrases.listed([f"“{word}”" for word in query.qualifiers])
        sentences = [Sentence(phrases.say("reasons", "qualified", words=said))]
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


def _no_figure(wanted: str, phrases: Phrases) -> Sentence:
    return Sentence(phrases.say("reasons", "no_figure", wanted=wanted))
