"""Whether an answer is the one that a sample expects: strict, and the same for every class.

A right answer has an accepted status; gives every listed figure with its value, unit, bound,
metric, aspect, place and period, cited where the article says it; gives no figure besides; and
what its `figures` claim is what its words say.  A passage question has no listed figures: the
listed words must be cited, and a figure may stand in the answer only as those sources give it.
Where a sample accepts declining beside answering, declining needs no figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from assistant.records import Answer, Citation, Figure
from evals.records import ExpectedFigure, Fault, Outcome, Sample, Score, Source
from indexing import find_quantities
from indexing.reading.period.notation import parse_notation
from indexing.records import Quantity

TextOf = Callable[[str], str | None]
"""The text of an article by its `doc`; None when there is no such article."""


def score_answer(sample: Sample, answer: Answer, text_of: TextOf) -> Score:
    """What came of `sample`; `text_of` gives the articles that citations are read against."""
    wrong = _wrong_figures(sample, answer)
    faults = tuple(_faults(sample, answer, text_of, wrong))
    declined = answer.status != "answered"
    answerable = sample.answerable and not _declines_rightly(sample, answer)
    return Score(
        sample=sample.id,
        outcome=_outcome(faults, answerable and declined),
        faults=faults,
        wrong_figures=wrong,
        answerable=answerable,
        declined=declined,
        elapsed_ms=answer.elapsed_ms,
        said=answer.answer or answer.reason or "",
    )


def agrees(figure: Figure, expected: ExpectedFigure) -> bool:
    """Whether `figure` is the expected one in every field of its key, its unit and its bound."""
    return (
        _same_value(figure, expected)
        and figure.unit in expected.units
        and figure.bound == expected.bound
        and figure.metric in expected.metrics
        and figure.aspect in expected.aspects
        and figure.place in expected.places
        and (figure.group is not None) == expected.part
        and (figure.verdict == "derived" or not expected.derived)
        and any(_same_period(figure.period, period) for period in expected.periods)
    )


def _outcome(faults: Sequence[Fault], declined_wrongly: bool) -> Outcome:
    if not faults:
        return "right"
    return "missing" if declined_wrongly and "wrong_figure" not in faults else "wrong"


def _faults(sample: Sample, answer: Answer, text_of: TextOf, wrong: int) -> Iterable[Fault]:
    if answer.status not in sample.status:
        yield "status"
    if wrong:
        yield "wrong_figure"
    if any(not _told_as_recorded(figure, answer) for figure in answer.figures):
        yield "record"
    if any(not _byte_for_byte(citation, text_of) for citation in answer.citations):
        yield "quote"
    if not sample.answerable or _declines_rightly(sample, answer):
        return
    for expected, source in zip(sample.figures, sample.evidence, strict=False):
        given = [figure for figure in answer.figures if agrees(figure, expected)]
        if not given:
            yield "missing_figure"
        elif not any(_cites(_cited(figure, answer), source) for figure in given):
            yield "citation"
    if not sample.figures and not all(_cites(answer.citations, s) for s in sample.evidence):
        yield "citation"


def _declines_rightly(sample: Sample, answer: Answer) -> bool:
    """Whether it asks back, or finds nothing, where the sample accepts just that."""
    return answer.status != "answered" and answer.status in sample.status


def _wrong_figures(sample: Sample, answer: Answer) -> int:
    """Figures that are not the sample's, and quantities in the words that no figure stands for."""
    listed = (*sample.figures, *sample.also)
    docs = {source.doc for source in sample.evidence} if not sample.figures else set()
    strange = sum(
        not any(agrees(figure, expected) for expected in listed)
        and not _stands_in(figure.text, _cited(figure, answer), docs)
        for figure in answer.figures
    )
    hidden = sum(
        not any(_inside(quantity, figure) for figure in answer.figures)
        and not _stands_in(answer.answer[quantity.start : quantity.end], answer.citations, docs)
        for quantity in find_quantities(answer.answer)
    )
    return strange + hidden


def _same_value(figure: Figure, expected: ExpectedFigure) -> bool:
    """A change may be told with a verb of its direction: "fell by 5" is -5."""
    if expected.aspects[0].startswith("change"):
        return abs(figure.value) == abs(expected.value)
    return figure.value == expected.value


def _same_period(one: str | None, other: str | None) -> bool:
    """Equal days, and both moments or both spans: the end of 2023 is 31 December 2023."""
    if one is None or other is None:
        return one is other
    return parse_notation(one) == parse_notation(other)


def _told_as_recorded(figure: Figure, answer: Answer) -> bool:
    """Whether the words at the figure's offsets, read anew, say its value and its bound."""
    if answer.answer[figure.start : figure.end] != figure.text:
        return False
    read = [q for q in find_quantities(answer.answer) if _inside(q, figure)]
    return any(abs(q.value) == abs(figure.value) and q.bound == figure.bound for q in read)


def _inside(quantity: Quantity, figure: Figure) -> bool:
    return quantity.start < figure.end and figure.start < quantity.end


def _cited(figure: Figure, answer: Answer) -> list[Citation]:
    return [citation for citation in answer.citations if citation.mark in figure.citations]


def _cites(citations: Iterable[Citation], source: Source) -> bool:
    return any(
        citation.doc == source.doc and citation.start <= source.start and source.end <= citation.end
        for citation in citations
    )


def _stands_in(words: str, citations: Iterable[Citation], docs: set[str]) -> bool:
    """Whether `words` stand in a quote of one of `docs`."""
    return any(citation.doc in docs and words in citation.quote for citation in citations)


def _byte_for_byte(citation: Citation, text_of: TextOf) -> bool:
    text = text_of(citation.doc)
    return text is not None and text[citation.start : citation.end] == citation.quote
