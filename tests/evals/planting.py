"""A sample, its article, its right answer, and faults planted in that answer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.records import Answer, Citation, Figure
from evals.records import ExpectedFigure, Sample, Source

DOC = "an-province-2023"
ARTICLE = (
    "An Province counted 1,204 people in the voluntary scheme. "
    "Over 93 per cent of its people had health insurance at the end of 2023. "
    "The year before it was 91 per cent."
)
OTHER_DOC = "other-province-2023"
OTHER_ARTICLE = "Over 93 per cent of Other Province's people had health insurance."
TABLE_DOC = "debts-2023"
TEXTS = {DOC: ARTICLE, OTHER_DOC: OTHER_ARTICLE, TABLE_DOC: "| A Firm | 40.9 |"}

SENTENCE = ARTICLE.index("Over 93"), ARTICLE.index(" The year before")
NEIGHBOUR = 0, ARTICLE.index(" Over 93")
PRINTED = ARTICLE.index("93 per"), ARTICLE.index("93 per") + 2
WORDS = "In An Province, over 93 per cent of people had health insurance at the end of 2023 [1]."

EXPECTED = ExpectedFigure(
    value=Decimal(93),
    units=("percent",),
    bound="over",
    metrics=("hi_coverage",),
    aspects=("level",),
    places=("An Province",),
    part=False,
    periods=("@2023",),
)
SAMPLE = Sample(
    id="value-01",
    question="What share of An Province's people had health insurance in 2023?",
    history=(),
    status=("answered",),
    figures=(EXPECTED,),
    also=(),
    evidence=(Source(DOC, *PRINTED),),
)
UNANSWERABLE = Sample("no_year-01", "And in 1950?", (), ("not_found",), (), (), ())


def citation(doc: str = DOC, span: tuple[int, int] = SENTENCE, mark: int = 1) -> Citation:
    """A citation of `span` of the article `doc`."""
    start, end = span
    quote = TEXTS[doc][start:end]
    return Citation(mark, doc, "A title", None, None, start, end, quote, ())


def figure(text: str = "over 93 per cent", words: str = WORDS, **changed: object) -> Figure:
    """The right figure where `text` stands in `words`, with some fields changed."""
    start = words.index(text)
    right = Figure(
        text=text,
        start=start,
        end=start + len(text),
        value=Decimal(93),
        unit="percent",
        bound="over",
        metric="hi_coverage",
        aspect="level",
        place="An Province",
        group=None,
        period="@2023",
        vs=None,
        verdict="verified",
        citations=(1,),
    )
    return replace(right, **changed)  # type: ignore[arg-type]


def answer(**changed: object) -> Answer:
    """The right answer to `SAMPLE`, with some fields changed."""
    right = Answer(
        id="1",
        question=SAMPLE.question,
        understood="HI coverage · An Province · 2023",
        status="answered",
        answer=WORDS,
        figures=(figure(),),
        citations=(citation(),),
        mode="table",
        language="en",
        index="fingerprint",
        elapsed_ms=1.0,
    )
    return replace(right, **changed)  # type: ignore[arg-type]


def reworded(words: str, *figures: Figure) -> Answer:
    """An answer in other words, with its figures."""
    return answer(answer=words, figures=figures)
