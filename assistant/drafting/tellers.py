"""Who told what is answered before: the report of each figure, and who is quoted there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.drafting.cautions import cautions
from assistant.drafting.draft import Draft
from assistant.drafting.quotation.quoting import quotation_of
from assistant.evidence.sources import Sources
from assistant.evidence.surroundings import paragraph_start
from assistant.grounding.gate import is_grounded
from assistant.query import Query
from assistant.sentences import Quoted, Sentence, operands_of, sources_of
from assistant.understanding.words.cues import Cues, load_cues
from assistant.understanding.words.names import names_office, names_person
from assistant.wording.phrases import Phrases
from assistant.wording.words import capitalised, plain_period
from indexing.articles.sentences import split_sentences
from indexing.records import Article, Span


def answer_draft(
    part: Query, before: Sequence[tuple[Query, Draft]], sources: Sources, phrases: Phrases
) -> Draft | None:
    """What a part asks of the answers before it: who told them; nothing where it asks what to think
    of them.  None where it asks for neither."""
    if part.role.of_answer is None:
        return None
    told = [said for _, draft in before for said in draft.sentences]
    slices = tuple(dict.fromkeys(slice_ for said in told for slice_ in sources_of(said)))
    goes_on = part.gist != part.plain  # a turn of its own: its words may lead to who said it
    if not slices and part.role.of_answer == "teller" and goes_on:
        return None
    if part.role.of_answer == "worth" or not slices:
        return Draft("not_found", "passages")
    cues = load_cues()
    spoken, silent = list[Sentence](), list[Quoted]()
    for slice_ in slices:
        by = _spoken(slice_, sources, cues, phrases)
        spoken += [by] if by is not None and by not in spoken else []
        silent += [slice_] if by is None else []
    lines = _reports(silent, sources, phrases)
    if len(slices) > 1:
        spoken = [replace(said, before="\n- ") for said in spoken]
    is_open = part.role.of_answer == "teller" and not spoken
    missing = (Sentence(phrases.say("reasons", "no_teller")),) if is_open else ()
    rows = [row for said in spoken for claim in said.claims for row in operands_of(claim)]
    warnings = cautions(rows, sources, phrases)
    sentences = (*lines, *spoken)
    return Draft("answered", "passages", sentences, reason=missing, warnings=warnings)


def _spoken(slice_: Quoted, sources: Sources, cues: Cues, phrases: Phrases) -> Sentence | None:
    """The words of a report that name who told a figure, in its sentence or the one before."""
    article = sources.article(slice_.doc)
    if article is None:
        return None
    own = Span(slice_.start, slice_.end)
    before = _before(article, own)
    told, led = (article.text[span.start : span.end] for span in (own, before))
    tells = bool(cues.hits("teller", told))
    names_it = tells and _names_who(told, cues)
    points_back = tells and "pronoun" in cues.hits("told_by", told)
    leads = points_back or bool(cues.hits("teller", led))
    if not names_it and leads and _names_who(led, cues):
        return quotation_of(article, Span(before.start, own.end), sources, phrases)
    return quotation_of(article, own, sources, phrases) if tells else None


def _names_who(words: str, cues: Cues) -> bool:
    return names_person(words) or names_office(words, cues)


def _before(article: Article, span: Span) -> Span:
    """The sentence before one in its paragraph; empty where there is none."""
    start = paragraph_start(article, span.start)
    *_, before = Span(span.start, span.start), *split_sentences(article.text, start, span.start)
    return before


def _reports(slices: Sequence[Quoted], sources: Sources, phrases: Phrases) -> Iterable[Sentence]:
    """Which report tells each slice, each report once; a line for each where there are several."""
    by_doc: dict[str, list[Quoted]] = {}
    for slice_ in slices:
        by_doc.setdefault(slice_.doc, []).append(slice_)
    named = [_report(told, sources, phrases) for told in by_doc.values()]
    if len(named) == 1:
        said = named[0]
        text = phrases.say("answers", "told_by", report=said.text)
        return [replace(said, text=text)]
    if not named:
        return []
    lead = Sentence(phrases.say("answers", "told_by_each"), stop=":", before="\n")
    return [lead, *(replace(s, text=capitalised(s.text), stop="", before="\n- ") for s in named)]


def _report(told: Sequence[Quoted], sources: Sources, phrases: Phrases) -> Sentence:
    """A report by its day and its title; only by its day where the title tells a figure."""
    article = sources.article(told[0].doc)
    published = article.published if article else None
    day = plain_period(published.isoformat(), phrases) if published else ""
    report = phrases.say("answers", "report" if day else "undated_report", published=day)
    untitled = Sentence(report, cited=tuple(told))
    title = article.title.strip() if article else ""
    titled = replace(untitled, text=phrases.say("answers", "titled", report=report, title=title))
    return titled if title and is_grounded(titled, sources.article) else untitled
