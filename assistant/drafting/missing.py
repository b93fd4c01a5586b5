"""What is missing where the table has no answer, and the nearest that the reports do hold."""

from __future__ import annotations

from assistant.drafting.composing import fact_sentence, wanted_words
from assistant.drafting.quoting import quotations
from assistant.evidence.selection import Finding
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import metric_name, place_words
from indexing.gazetteer import gazetteer


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


def no_figure(wanted: str, phrases: Phrases) -> Sentence:
    """That the reports hold no figure for what is named."""
    return Sentence(phrases.say("reasons", "no_figure", wanted=wanted))
