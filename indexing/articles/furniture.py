"""Page furniture of an article: captions, notes on pictures, signatures and menus of links.

It is known by general traits, the words of which are in `data/furniture.toml`.  A line that could
as well be a heading is left alone: furniture holds no figures, so a doubt must not hide any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from indexing.articles.blocks import Block, is_closed
from indexing.reading.folding import folded
from indexing.reading.lexicon import table
from indexing.records import Span

_DIGIT = re.compile(r"\d")
_ON_A_DAY = re.compile(
    r"\bon (?:[a-z]+ \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [a-z]+|\d{1,2}/\d{1,2})(?:,? \d{4})?\W*$"
)
_STOP = re.compile(r"(?<=[\w)%][.!?])\s+")
_SIGNATURE = re.compile(r"\W*[A-Z]{2,8}(?:\W+[A-Z]{2,8}){0,2}\W*$")
_SIGN_OFF = re.compile(r"(?<=[.!?/])\s*[-–—]\s*[A-Z]{2,8}\W*$")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)$")
_LINKS = re.compile(r"[^|]+(?: \| [^|]+){2,}$")


@dataclass(frozen=True, slots=True)
class _Words:
    caption_words: int
    image_notes: tuple[str, ...]
    openings: tuple[str, ...]
    present: frozenset[str]
    past: frozenset[str]
    nouns: frozenset[str]
    menu: re.Pattern[str]
    """Matches a line that opens a menu; figures, a bare year aside, tell that it is none."""


@cache
def _words() -> _Words:
    data = table("furniture")
    menus = "|".join(re.escape(word) for word in sorted(data["menus"], key=len, reverse=True))
    return _Words(
        data["caption_words"],
        tuple(data["image_notes"]),
        tuple(data["scene_openings"]),
        frozenset(data["scene_verbs"]),
        frozenset(data["past_scene_verbs"]),
        frozenset(data["scene_nouns"]),
        re.compile(rf"\W*(?:{menus})\s*(?:[:|-](?:\D|\b(?:19|20)\d\d\b)*)?$"),
    )


def find_furniture(text: str, blocks: list[Block]) -> tuple[Span, ...]:
    """The spans of `text` that are furniture, in order; each is a whole block or a sign-off."""
    found: list[Span] = []
    tail = _tail(blocks)
    in_menu = False
    for number, block in enumerate(blocks):
        words = text[block.start : block.end]
        if block.kind in ("prose", "heading", "row"):
            in_menu = False
        if block.kind in ("line", "item") and _opens_menu(words):
            in_menu = True
        if number >= tail and _SIGNATURE.match(words):
            in_menu = True
        bare_tail = number >= tail and not _DIGIT.search(words)
        if not in_menu and (credit := _credit(words)):
            found.append(Span(block.start + credit, block.end))
        elif in_menu or bare_tail or _is_caption(block, words):
            found.append(Span(block.start, block.end))
        elif sign_off := _SIGN_OFF.search(words):
            found.append(Span(block.start + sign_off.start(), block.end))
    return tuple(found)


def without_furniture(text: str, block: Block, furniture: Sequence[Span]) -> Block | None:
    """The block without a dateline before it or a sign-off behind; None if all is furniture."""
    for span in furniture:
        if span.start <= block.start and block.end <= span.end:
            return None
        if span.start <= block.start < span.end:
            block = replace(block, start=span.end)
        elif block.start < span.start < block.end:
            kept = text[block.start : span.start].rstrip()
            return replace(block, end=block.start + len(kept))
    return block


def _tail(blocks: list[Block]) -> int:
    """The number of the first block after the last one that is certainly the article's own."""
    for number in range(len(blocks) - 1, -1, -1):
        if blocks[number].kind != "line":
            return number + 1
    return len(blocks)


def _opens_menu(words: str) -> bool:
    links = _LINKS.match(words) and not _DIGIT.search(words)
    return bool(links or _words().menu.match(folded(words).text))


def _credit(words: str) -> int | None:
    """Where whose picture it is begins, behind a caption that tells figures in whole sentences:
    those are a photo story's own words."""
    stops = [stop.end() for stop in _STOP.finditer(words)]
    told = bool(stops) and _DIGIT.search(words, 0, stops[-1]) is not None
    noted = told and folded(words[stops[-1] :]).text.strip(" ([*_").startswith(_words().image_notes)
    return stops[-1] if noted else None


def _is_caption(block: Block, words: str) -> bool:
    known = _words()
    plain = folded(words).text.strip()
    tokens = re.findall(r"[a-z]+", plain)
    if block.kind not in ("line", "prose") or len(tokens) > known.caption_words:
        return False
    closed = is_closed(words)
    if _PICTURE.match(words) or (not closed and any(note in plain for note in known.image_notes)):
        return True
    dated = _ON_A_DAY.search(plain)
    if _DIGIT.search(plain[: dated.start()] if dated else plain):
        return False
    if not closed and plain.startswith(known.openings):
        return True
    verbs = known.present if closed else known.present | known.past
    at_an_occasion = dated is not None or bool(known.nouns & set(tokens[-3:]))
    return at_an_occasion and bool(verbs & set(tokens[1:])) and len(tokens) >= 4
