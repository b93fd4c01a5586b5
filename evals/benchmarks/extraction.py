"""How long extraction takes on one core, stage by stage, beside splitters into sentences alone.

Every report that ships is read several times and the quickest time of each counts, so that what
else the machine does adds little.  Rates are in articles of 600 words; the similarity of meanings
takes no part.  A stage that others hold is timed by itself, what is left over is binding.

The reports that ship are short and full of figures, which cost more than words do: the title tells
how full.  Joined to articles of 600 words and more they show what length itself costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.resources import as_file, files
from time import process_time

from rich.table import Table

from evals.baselines.splitters import Split, other_splitters
from indexing.articles import read_article
from indexing.extraction import extract, read_figures
from indexing.extraction.place.homes import home_place
from indexing.extraction.text.layout import read_sentences
from indexing.extraction.text.surface import read_surface
from indexing.reading.metric.terms import read_terms
from indexing.reading.period.periods import read_timeline, sighted
from indexing.reading.quantity.quantities import quantities_beside
from indexing.records import Article, Span

WORDS = 600
_ROUNDS = 5
Stage = Callable[[Article], object]


def extraction_table() -> Table:
    """The time of an article of 600 words in each stage, and of the splitters."""
    articles = _shipped()
    words = sum(len(article.text.split()) for article in articles)
    share = WORDS / words
    figures = sum(len(read_figures(article)) for article in articles) * share
    table = Table("what", "ms an article", "articles a second", "share")
    table.title = f"extraction, {WORDS} words with {figures:.0f} figures, one core"
    table.title_justify = "left"
    whole = _seconds(extract, articles) * share
    stages = {name: _seconds(stage, articles) * share for name, stage in _stages(articles).items()}
    stages["binding and the rest"] = whole - sum(stages.values())
    longer = list(_joined(articles))
    longer_share = WORDS / sum(len(article.text.split()) for article in longer)
    table.add_row("all stages", *_shown(whole, whole))
    joined = _shown(_seconds(extract, longer) * longer_share, whole)
    table.add_row("all stages, reports joined", *joined, end_section=True)
    for name, seconds in stages.items():
        table.add_row(name, *_shown(seconds, whole))
    table.add_section()
    for name, split in other_splitters().items():
        seconds = _seconds(partial(_split, split), articles) * share
        table.add_row(f"{name}, sentences only", *_shown(seconds, whole))
    return table


def _stages(articles: Sequence[Article]) -> Mapping[str, Stage]:
    """The readers of a text, each as extraction calls it."""
    times = {a.doc: read_timeline(a.text, a.published, a.furniture) for a in articles}
    surfaces = {article.doc: read_surface(article) for article in articles}
    return {
        "words, cues and places": read_surface,
        "home": lambda article: home_place(surfaces[article.doc]),
        "sentences": lambda article: read_sentences(article, surfaces[article.doc].blocks),
        "quantities": lambda article: quantities_beside(times[article.doc]),
        "periods": lambda a: read_timeline(a.text, a.published, a.furniture),
        "terms": lambda article: read_terms(surfaces[article.doc].line).terms(),
    }


def _split(split: Split, article: Article) -> list[str]:
    return split(article.text)


def _shipped() -> list[Article]:
    with as_file(files("docs_corpus")) as folder:
        return [read_article(path) for path in sorted(folder.glob("*.md")) if path.stem != "README"]


def _joined(articles: Sequence[Article]) -> Iterator[Article]:
    """Articles of 600 words and more, each made of the bodies of reports that follow each other."""
    text = ""
    for article in articles:
        text += article.text[article.body.start : article.body.end] + "\n\n"
        if len(text.split()) >= WORDS:
            yield replace(article, text=text, body=Span(0, len(text)), furniture=())
            text = ""


def _seconds(stage: Stage, articles: Sequence[Article]) -> float:
    """Processor time of a stage over all articles: the sum of each article's quickest."""
    total = 0.0
    for article in articles:
        quickest = float("inf")
        for _ in range(_ROUNDS):
            sighted.cache_clear()  # a report is read for its dates once, not once a round
            start = process_time()
            stage(article)
            quickest = min(quickest, process_time() - start)
        total += quickest
    return total


def _shown(seconds: float, whole: float) -> tuple[str, str, str]:
    return f"{seconds * 1000:.2f}", f"{1 / seconds:.0f}", f"{seconds / whole:.0%}"
