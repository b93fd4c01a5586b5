"""`manifest`: the list of a folder's articles with their checksums."""

from __future__ import annotations

import csv
import hashlib
import sys
from pathlib import Path
from typing import Annotated

import typer

FIELDS = ("id", "title", "published", "publisher", "url", "sha256")


def manifest(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of articles.")],
) -> None:
    """Write id, title, date, publisher, address and SHA-256 of each file of FOLDER as CSV.

    python -m indexing manifest docs_corpus > docs_corpus/manifest.csv
    """
    from indexing.articles import article_files, read_article

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(FIELDS)
    for path in article_files([folder]):
        article = read_article(path)
        checksum = hashlib.sha256(path.read_bytes()).hexdigest()
        published = article.published.isoformat() if article.published else ""
        writer.writerow(
            [article.doc, article.title, published, article.publisher, article.url, checksum]
        )
