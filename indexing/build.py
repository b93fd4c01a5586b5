"""Making and changing an index: from files to articles that readers can see.

Every change ends in the same step, `_bring_about`: the set of articles that the index shall hold is
compared with what it holds, and each article that differs is written in one transaction of its
own.  A change that is cut off at any instant is taken up where it stood by the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from indexing.articles import article_files, read_article
from indexing.database import Database, Origin
from indexing.errors import ArticleError, CorpusError, UsageError
from indexing.fingerprint import fingerprint
from indexing.locking import alone
from indexing.records import Article
from indexing.workshop import Workshop, indexed

_ARTICLES_AT_ONCE = 16
"""Articles whose passages are embedded together: vectors are made fastest in numbers."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a change did, by `doc`."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    articles: int
    """How many the index holds now."""
    failed: tuple[str, ...]
    """One line for each file that could not be read; what was held of it is held still."""
    rebuilt: bool
    """Whether all was made anew because the model or the rules have changed."""
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An article that the index shall hold; `article` is None where the database has its text."""

    version: str
    origin: Origin
    article: Article | None = None

    @property
    def key(self) -> tuple[str, Origin]:
        """Articles with equal keys need not be written again."""
        return self.version, self.origin


@dataclass(slots=True)
class _Read:
    articles: dict[str, Article] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def build(workshop: Workshop, folders: Sequence[Path]) -> BuildReport:
    """Makes the index hold the articles of `folders` and those that `add` brought, no others.

    A file that cannot be read is reported and the rest is indexed.  Raises `CorpusError` for a
    folder without articles and for two files of one `doc`, `IndexLocked` while another process
    builds.
    """
    files = article_files(folders)
    with _database(workshop) as database:
        read = _read(files)
        held = _held(database)
        wanted = {
            doc: one for doc, one in held.items() if one.origin == "added" or doc in read.failed
        }
        for doc, article in read.articles.items():
            kept = wanted.get(doc)
            if kept is not None and kept.version != article.version:
                raise CorpusError(
                    f"{doc}: a folder and an added file both have this id; rename the file or "
                    f"`python -m indexing remove {doc}`"
                )
            wanted.setdefault(doc, _Wanted(article.version, "folder", article))
        if not wanted:
            raise CorpusError(f"no file could be read: {next(iter(read.failed.values()))}")
        return _bring_about(workshop, database, held, wanted, tuple(read.failed.values()))


def add(workshop: Workshop, files: Sequence[Path]) -> BuildReport:
    """Adds the articles of `files`, or replaces those that `add` brought before.

    A file that cannot be read is reported and the others are added.  Raises `CorpusError` for a
    `doc` that a folder holds with other words.
    """
    read = _read(files)
    with _database(workshop) as database:
        held = _held(database)
        wanted = dict(held)
        for doc, article in read.articles.items():
            kept = held.get(doc)
            if kept is not None and kept.version == article.version:
                continue
            if kept is not None and kept.origin == "folder":
                raise CorpusError(
                    f"{doc}: the index holds a folder's article of this id; change that file and "
                    "build, or rename this one"
                )
            wanted[doc] = _Wanted(article.version, "added", article)
        return _bring_about(workshop, database, held, wanted, tuple(read.failed.values()))


def remove(workshop: Workshop, docs: Sequence[str]) -> BuildReport:
    """Removes articles.  Raises `UsageError` for a `doc` that the index does not hold."""
    with _database(workshop) as database:
        held = _held(database)
        unknown = sorted(set(docs) - set(held))
        if unknown:
            raise UsageError(f"{unknown[0]}: expected the id of a held article; see `metrics`")
        wanted = {doc: one for doc, one in held.items() if doc not in docs}
        return _bring_about(workshop, database, held, wanted, ())


@contextmanager
def _database(workshop: Workshop) -> Iterator[Database]:
    """The database, made where there is none, with the builders' lock held."""
    settings = workshop.settings
    lock = alone(settings.data_dir / "build.lock", "is building the index")
    with lock, closing(Database.open(settings, create=True)) as database:
        yield database


def _read(files: Iterable[Path]) -> _Read:
    read = _Read()
    for path in files:
        try:
            article = read_article(path)
        except ArticleError as error:
            read.failed[path.stem] = str(error)
            continue
        other = read.articles.setdefault(article.doc, article)
        if other != article:
            raise CorpusError(f"{path}: two files have the id {article.doc!r}; rename one of them")
    return read


def _held(database: Database) -> dict[str, _Wanted]:
    """What readers see now, by `doc`."""
    if database.fingerprint() is None:
        return {}
    with database.view() as view:
        return {entry.doc: _Wanted(entry.version, entry.origin) for entry in view.articles()}


def _bring_about(
    workshop: Workshop,
    database: Database,
    held: dict[str, _Wanted],
    wanted: dict[str, _Wanted],
    failed: tuple[str, ...],
) -> BuildReport:
    """Makes the index hold what is wanted; the old one is seen until the new one is whole."""
    embedder = workshop.embedder
    made_by = fingerprint(embedder.identity, workshop.settings.passage_tokens)
    old = database.fingerprint()
    writer = database.writer(made_by, embedder.identity, embedder.dimension)
    present = writer.held()
    todo = [doc for doc, one in sorted(wanted.items()) if present.get(doc) != one.key]
    done = 0
    workshop.progress(done, len(todo))
    for first in range(0, len(todo), _ARTICLES_AT_ONCE):
        group = todo[first : first + _ARTICLES_AT_ONCE]
        sources = {doc: wanted[doc].article or _stored(database, doc) for doc in group}
        for made in indexed(workshop, writer, [(sources[d], wanted[d].origin) for d in group]):
            writer.put(made)
            done += 1
            workshop.progress(done, len(todo))
    writer.remove(sorted(set(present) - set(wanted)))
    if not writer.complete:
        writer.switch()
    changed = [doc for doc in wanted if doc in held and held[doc].version != wanted[doc].version]
    return BuildReport(
        added=tuple(sorted(set(wanted) - set(held))),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(set(held) - set(wanted))),
        articles=len(wanted),
        failed=failed,
        rebuilt=old is not None and old != made_by,
        fingerprint=made_by,
    )


def _stored(database: Database, doc: str) -> Article:
    with database.view() as view:
        article = view.article(doc)
    assert article is not None, f"{doc} was held a moment ago, under the builders' lock"
    return article
