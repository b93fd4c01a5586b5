"""Drafts: sentences that carry, beside their words, the rows that their figures come from.

A draft is not yet an answer.  The grounding step reads every sentence back and drops what it cannot
prove; `assemble` then numbers the citations and fixes the offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.records import Citation, Figure
from indexing.records import Article, Aspect, Bound, MetricFact, Span, Unit

Articles = Callable[[str], Article | None]
"""The article of a `doc` as the index holds it now."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure that code computed from rows; it stands in the answer as `derived`."""

    metric: str
    aspect: Aspect
    place: str | None
    value: Decimal
    unit: Unit
    period: str | None
    vs: str | None
    operands: tuple[MetricFact, ...]
    note: str
    bound: Bound = "exact"
    """"about" for a result that was rounded."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of a sentence and what it stands on; offsets count from the sentence's start."""

    start: int
    end: int
    source: MetricFact | Computed
    note: str | None = None
    """What the reader should know of the figure."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft, without citation marks and without its full stop."""

    text: str
    claims: tuple[Claim, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    """Passages that the words come from, where the sentence is a report's own."""
    labels: tuple[Span, ...] = ()
    """Names of parts and subjects in the report's words: numbers in them are no figures."""
    stop: str = "."
    before: str = " "
    """What parts this sentence from the one before it: a blank, or a new line in a list."""
    cited: tuple[Quoted, ...] = ()
    """Passages that the sentence tells in other words."""

    @property
    def has_sources(self) -> bool:
        """Whether it tells what reports say; other sentences only lead over."""
        return bool(self.claims or self.quoted or self.cited)


def unread(text: str, stop: str = ".") -> Sentence:
    """A sentence that only leads over or cautions: numbers in it count rows, and are no figures."""
    return Sentence(text, labels=(Span(0, len(text)),), stop=stop)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A slice of an article that a sentence repeats."""

    doc: str
    version: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Assembled:
    """Text with marks, its figures with final offsets, and all citations so far."""

    text: str
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...]


def operands_of(claim: Claim) -> tuple[MetricFact, ...]:
    """The rows a claim stands on: itself, or what it was computed from."""
    return (claim.source,) if isinstance(claim.source, MetricFact) else claim.source.operands


def sources_of(sentence: Sentence) -> tuple[Quoted, ...]:
    """The article slices that a sentence must cite, in the order of its figures, each once."""
    if sentence.quoted:
        return sentence.quoted
    slices = [
        Quoted(fact.doc, fact.version, fact.quote_start, fact.quote_end)
        for claim in sentence.claims
        for fact in operands_of(claim)
    ]
    return tuple(dict.fromkeys((*slices, *sentence.cited)))


def assemble(
    sentences: Iterable[Sentence],
    articles: Articles,
    citations: Sequence[Citation] = (),
) -> Assembled:
    """Join proven sentences, number their citations and fix the offsets of their figures.

    `citations` are those already given (of the answer, when its reason is assembled): numbering
    goes on from there and a slice that was cited keeps its number.
    """
    cited = list(citations)
    figures: list[Figure] = []
    text = ""
    for sentence in sentences:
        if text:
            text += sentence.before
        begin = len(text)
        facts = [fact for claim in sentence.claims for fact in operands_of(claim)]
        marks = [cite(slice_, cited, articles, facts) for slice_ in sources_of(sentence)]
        text += sentence.text + (f" {_signs(marks)}" if marks else "") + sentence.stop
        for claim in sentence.claims:
            figures.append(_figure(claim, sentence, begin, cited, figures))
    return Assembled(text, tuple(figures), tuple(cited))


def _signs(marks: Sequence[int]) -> str:
    return "".join(f"[{mark}]" for mark in dict.fromkeys(marks))


def cite(
    slice_: Quoted, cited: list[Citation], articles: Articles, facts: Sequence[MetricFact]
) -> int:
    """The mark of a slice, added to `cited` if it is new; figures of `facts` are highlighted."""
    article = articles(slice_.doc)
    assert article is not None  # the grounding step has read it
    index = next((i for i, citation in enumerate(cited) if _cites(citation, slice_)), len(cited))
    if index == len(cited):
        quote = article.text[slice_.start : slice_.end]
        cited.append(
            Citation(
                mark=index + 1,
                doc=slice_.doc,
                title=article.title,
                published=article.published,
                url=article.url,
                start=slice_.start,
                end=slice_.end,
                quote=quote,
                highlights=(),
            )
        )
    inside = {(f.start, f.end) for f in facts if _holds(cited[index], f)}
    spans = tuple(sorted({*cited[index].highlights, *inside}))
    cited[index] = replace(cited[index], highlights=spans)
    return index + 1


def _cites(citation: Citation, slice_: Quoted) -> bool:
    return (citation.doc, citation.start, citation.end) == (slice_.doc, slice_.start, slice_.end)


def _holds(citation: Citation, fact: MetricFact) -> bool:
    return citation.doc == fact.doc and citation.start <= fact.start and fact.end <= citation.end


def _figure(
    claim: Claim,
    sentence: Sentence,
    begin: int,
    cited: Sequence[Citation],
    figures: Sequence[Figure],
) -> Figure:
    source = claim.source
    facts = operands_of(claim)
    marks = [c.mark for c in cited if any(_holds(c, fact) for fact in facts)]
    fact = source if isinstance(source, MetricFact) else None
    return Figure(
        text=sentence.text[claim.start : claim.end],
        start=begin + claim.start,
        end=begin + claim.end,
        value=source.value,
        unit=source.unit,
        bound=source.bound,
        metric=source.metric,
        aspect=source.aspect,
        place=source.place,
        group=fact.group if fact else None,
        period=source.period,
        vs=source.vs,
        verdict="verified" if fact else "derived",
        citations=tuple(marks),
        operands=() if isinstance(source, MetricFact) else _operand_indexes(source, figures),
        note=claim.note if isinstance(source, MetricFact) else source.note,
    )


def _operand_indexes(source: Computed, figures: Sequence[Figure]) -> tuple[int, ...]:
    """Where the operands of a computed figure stand among the figures before it."""
    keys = {(row.metric, row.place, row.period, row.value) for row in source.operands}
    return tuple(
        index
        for index, figure in enumerate(figures)
        if (figure.metric, figure.place, figure.period, figure.value) in keys
    )
