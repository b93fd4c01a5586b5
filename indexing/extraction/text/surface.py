"""The surface of an article: what is read of it before anything is known of what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from indexing.articles.blocks import Block, split_blocks
from indexing.extraction.text.cues import TextCues, read_cues
from indexing.extraction.text.placed import InOrder, sort
from indexing.reading.phrases import Line, line_of
from indexing.reading.place.places import PlaceReading, read_places
from indexing.records import Article, PlaceMention


@dataclass(frozen=True, slots=True)
class Surface:
    """An article with its blocks, its words, its cue phrases and the names of places in it."""

    article: Article
    blocks: tuple[Block, ...]
    """Those of its body, the furniture among them."""
    line: Line
    cues: TextCues
    names: PlaceReading
    places: InOrder[PlaceMention]
    """The places that are known without knowing what province the article is about."""
    headline: PlaceReading
    """The names of places in its title, which may stand in the front matter."""


def read_surface(article: Article) -> Surface:
    """Reads an article's layout and words, each once."""
    text, body = article.text, article.body
    line = line_of(text)
    names = read_places(line)
    return Surface(
        article=article,
        blocks=tuple(split_blocks(text, body.start, body.end)),
        line=line,
        cues=read_cues(line),
        names=names,
        places=sort(names.mentions()),
        headline=read_places(line_of(article.title)),
    )
