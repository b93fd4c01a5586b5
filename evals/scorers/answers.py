"""Whether an answer is the one that a sample expects: strict, and the same for every class.

A right answer has an accepted status; gives every listed figure with its value, unit, bound,
metric, aspect, place and period, cited where the article says it; gives no figure besides; and
what its `figures` claim is what its words say.  A passage question has no listed figures: the
listed words must be cited, and a figure may stand in the answer only as those sources give it.
Where a sample accepts declining beside answering, declining needs no figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.records import Answer, Citation, Figure
from evals.records import ExpectedFigure, Fault, Outcome, Sample, Score, Source
from evals.scorers.citations import score_citations
from evals.scorers.figures import differing, grounds
from indexing import find_quantities
from indexing.records import CHANGES, Quantity

_MARK = re.compile(r"\[(\d+)\]")

TextOf = Callable[[str], str | None]
"""The text of an article by its `doc`; None when there is no such article."""


def score_answer(sample: Sample, answer: Answer, text_of: TextOf) -> Score:
    """What came of `sample`; `text_of` gives the articles that citations are read against."""
    wrong = _wrong_figures(sample, answer)
    sound = {c.mark: c for c in answer.citations if _byte_for_byte(c, text_of)}
    faults = tuple(_faults(sample, answer, sound, wrong))
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
        language=answer.language,
        mode=answer.mode,
        follows=bool(sample.history),
        grounds=grounds(answer, sample, sound),
        support=score_citations(answer, sound),
    )


def agrees(figure: Figure, expected: ExpectedFigure) -> bool:
    """Whether `figure` is the expected one in every field of its key, its unit and its bound."""
    return not differing(figure, expected)


def _outcome(faults: Sequence[Fault], declined_wrongly: bool) -> Outcome:
    if not faults:
        return "right"
    return "missing" if declined_wrongly and "wrong_figure" not in faults else "wrong"


def _faults(
    sample: Sample, answer: Answer, sound: Mapping[int, Citation], wrong: int
) -> Iterable[Fault]:
    if answer.status not in sample.status:
        yield "status"
    if wrong:
        yield "wrong_figure"
    if any(not _told_as_recorded(figure, answer) for figure in answer.figures):
        yield "record"
    if len(sound) < len(answer.citations):
        yield "quote"
    if not _marks(answer) <= {citation.mark for citation in answer.citations}:
        yield "mark"
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


def _told_as_recorded(figure: Figure, answer: Answer) -> bool:
    """Whether the words at the figure's offsets, read anew, say its value, bound and direction."""
    if answer.answer[figure.start : figure.end] != figure.text:
        return False
    read = [q for q in find_quantities(answer.answer) if _inside(q, figure)]
    return any(
        abs(q.value) == abs(figure.value) and q.bound == figure.bound and _same_way(q, figure)
        for q in read
    )


def _same_way(quantity: Quantity, figure: Figure) -> bool:
    """ "Fell by 5" is no rise; words that name no direction leave it to the record."""
    if figure.aspect not in CHANGES or quantity.direction is None:
        return True
    return (quantity.direction == "down") == (figure.value < 0)


def _marks(answer: Answer) -> set[int]:
    """The marks that words, figures and table rows refer to."""
    rows = answer.table.citations if answer.table else ()
    told = (*(figure.citations for figure in answer.figures), *rows)
    return {*map(int, _MARK.findall(answer.answer)), *(mark for marks in told for mark in marks)}


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
