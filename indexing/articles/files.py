"""From a file to an `Article`: headline or front matter, date, prose, page furniture.

Two layouts are read: YAML front matter (`title`, `published`, `publisher`, `url`, `place`, each of
which may be missing) followed by prose; and a headline, a date line with the day first
(`29/05/2022 03:51 PM`), which may be missing, and prose.  A report of either that gives no date is
dated by its dateline ("HANOI, May 5, 2023 –"), if it has one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import yaml

from indexing.articles.blocks import Block, is_closed, split_blocks
from indexing.articles.datelines import find_dateline
from indexing.articles.furniture import find_furniture
from indexing.errors import ArticleError, CorpusError
from indexing.records import Article, Span

_SUFFIXES = frozenset({".md", ".txt"})
MAX_BYTES = 2_000_000
"""Two hundred times a long report: what is larger is another kind of file."""

_FIELDS = ("title", "published", "publisher", "url", "place")
_FIELD = re.compile(r"(\w+):\s*(.*)")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_DATE_LINE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?:[ ,\xa0-]+\d{1,2}:\d{2}.*)?$")
_DATE_FORMS = (
    "%d/%m/%Y %I:%M %p", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S",
)  # fmt: skip
_HEADLINE_CHARACTERS = 300


def article_files(folders: Iterable[Path]) -> list[Path]:
    """The article files below `folders`, in order of their names.

    Hidden files and folders and each folder's README are left out; a link that leads nowhere is
    named, so that reading it tells.  Raises `CorpusError` where a folder does not exist, holds no
    article, or two files have one `doc`.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_file():
            raise CorpusError(
                f"{folder}: expected a folder of articles, came a file; `add` takes it"
            )
        if not folder.is_dir():
            raise CorpusError(
                f"{folder}: expected a folder of articles; there is none, name another"
            )
        paths = [path for path in sorted(folder.rglob("*")) if _is_article(path, folder)]
        if not paths:
            raise CorpusError(f"{folder}: expected .md or .txt articles; the folder holds none")
        for path in paths:
            other = found.setdefault(path.stem, path)
            if other != path and other.resolve() != path.resolve():
                raise CorpusError(
                    f"{path} and {other} have one id, {path.stem!r}: rename one of the two files"
                )
    return [found[doc] for doc in sorted(found)]


def _is_article(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith((".", "__")) for part in parts)
    readme = path.stem.lower() == "readme"
    file = path.is_file() or not path.exists()
    return path.suffix.lower() in _SUFFIXES and not hidden and not readme and file


def read_article(path: Path) -> Article:
    """The article in a file.

    Raises `ArticleError`, naming the file, when it is not UTF-8 text, is empty, has no title or no
    prose, or has front matter or a date line that cannot be read.
    """
    return parse_article(path.stem, _decode(path), str(path))


def parse_article(doc: str, text: str, source: str) -> Article:
    """The article in a decoded text; `source` names it in errors.  Raises `ArticleError`."""
    if not doc.isprintable() or not doc.strip():
        raise ArticleError(f"{source!r}: expected a printable file name; rename the file")
    fields, after = _front_matter(text, source)
    title, published = fields.get("title"), _date(fields.get("published"), source)
    blocks = split_blocks(text, after)
    if title is None:
        title, blocks = _headline(text, blocks, source)
        if published is None:
            published, blocks = _date_line(text, blocks, source)
    furniture = find_furniture(text, blocks)
    dateline = find_dateline(text, blocks) if published is None else None
    if dateline is not None:
        published = dateline.day
        furniture = tuple(sorted({*furniture, dateline.span}, key=lambda span: span.start))
    if {Span(block.start, block.end) for block in blocks} <= set(furniture):
        raise ArticleError(f"{source}: expected prose below the title; there is none, add it")
    return Article(
        doc=doc,
        version=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=title,
        published=published,
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        body=Span(blocks[0].start, blocks[-1].end),
        furniture=furniture,
        place=fields.get("place"),
    )


def _decode(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ArticleError(
                f"{path}: expected at most {MAX_BYTES} bytes, found {size}; split the file"
            )
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{path}: expected UTF-8 text, found other bytes at {error.start}; save it as UTF-8"
        ) from None
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror})") from None
    if not text.strip():
        raise ArticleError(f"{path}: expected a report, the file is empty; remove or fill it")
    if _CONTROL.search(text):
        raise ArticleError(f"{path}: expected plain text, found control bytes; save it as text")
    return text


def _front_matter(text: str, source: str) -> tuple[dict[str, str], int]:
    """The named fields and the offset at which the rest of the text starts."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, 0
    try:
        # BaseLoader leaves every value a string: a title of "2023" or "No" stays what it is.
        fields = yaml.load(match.group(1), Loader=yaml.BaseLoader) or {}
    except yaml.YAMLError as error:
        # People write "title: Thai Binh: nine months" without quotes; the line tells what is meant.
        fields = _plain_lines(match.group(1))
        if fields is None:
            problem = getattr(error, "problem", None) or "not YAML"
            raise ArticleError(
                f"{source}: front matter cannot be read ({problem}); write lines `name: value`"
            ) from None
    used = [fields.get(name, "") for name in _FIELDS] if isinstance(fields, dict) else [None]
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in used):
        raise ArticleError(f"{source}: expected front matter of lines `name: value`; mend it")
    told = {str(name): value for name, value in fields.items() if isinstance(value, str)}
    return {name: value.strip() for name, value in told.items() if value.strip()}, match.end()


def _plain_lines(front: str) -> dict[str, str] | None:
    """The fields of front matter whose every line is `name: value`; None where one is not."""
    lines = [line for line in front.splitlines() if line.strip()]
    matches = [_FIELD.fullmatch(line.rstrip()) for line in lines]
    if not all(matches):
        return None
    return {match[1]: match[2].strip().strip("\"'") for match in matches if match}


def _headline(text: str, blocks: list[Block], source: str) -> tuple[str, list[Block]]:
    first = text[blocks[0].start : blocks[0].end] if blocks else ""
    title = first.lstrip("#").strip(" \xa0*_")
    prose = len(first) > _HEADLINE_CHARACTERS or len(split_blocks(first)) != 1
    if not title or prose or _DATE_LINE.match(title) or _reads_on(first, blocks):
        raise ArticleError(
            f"{source}: expected a title, in front matter or as the first line; add one"
        )
    return " ".join(title.split()), blocks[1:]


def _reads_on(first: str, blocks: list[Block]) -> bool:
    """Whether the first paragraph is prose rather than a headline: several closed sentences."""
    return blocks[0].kind == "prose" and is_closed(first) and ". " in first


def _date_line(text: str, blocks: list[Block], source: str) -> tuple[date | None, list[Block]]:
    line = text[blocks[0].start : blocks[0].end] if blocks else ""
    if not _DATE_LINE.match(line):
        return None, blocks
    return _date(line, source), blocks[1:]


def _date(written: str | None, source: str) -> date | None:
    if written is None:
        return None
    plain = " ".join(written.split())
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    raise ArticleError(
        f"{source}: expected a date like 2022-05-29 or 29/05/2022 03:51 PM, found {plain!r}"
    )
