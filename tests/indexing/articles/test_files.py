"""Which files are articles, and what is read from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexing.articles import article_files, parse_article, read_article
from indexing.articles.files import MAX_BYTES
from indexing.errors import ArticleError, CorpusError

PROSE = "The office met on Monday. Coverage rose.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_is_read(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 'Alpha: a start'\npublished: 2024-03-07\npublisher: Gazette\n"
        "url: https://example.org/a\nplace: Alpha\n---\n\n" + PROSE
    )
    article = read_article(write(tmp_path, "a.b.md", text))
    assert (article.doc, article.title) == ("a.b", "Alpha: a start")
    assert (article.published, article.publisher) == (date(2024, 3, 7), "Gazette")
    assert (article.url, article.place) == ("https://example.org/a", "Alpha")
    assert article.text == text
    assert article.text[article.body.start : article.body.end] == PROSE.strip()


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("---\ntitle: Only a title\n---\n", "Only a title", id="title only"),
        pytest.param("---\npublisher: P\n---\n\n# A headline\n", "A headline", id="no title"),
        pytest.param("# A headline\n\n", "A headline", id="no front matter"),
        pytest.param("A headline\n\n", "A headline", id="plain headline"),
        pytest.param("---\ntitle: 2023\n---\n", "2023", id="a year as title"),
        pytest.param("---\ntitle: No\npublished: ''\n---\n", "No", id="words YAML would turn"),
    ],
)  # fmt: skip
def test_what_front_matter_lacks_is_unknown(tmp_path: Path, head: str, title: str) -> None:
    article = read_article(write(tmp_path, "a.md", head + PROSE))
    assert (article.title, article.published, article.url) == (title, None, None)
    assert article.text[article.body.start : article.body.end] == PROSE.strip()


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("29/05/2022 03:51 PM\n\n", date(2022, 5, 29), id="day first"),
        pytest.param("07/03/2024 09:05 AM\n", date(2024, 3, 7), id="7 March, not 3 July"),
        pytest.param("07/03/2024\xa009:05 AM\n", date(2024, 3, 7), id="no-break space"),
        pytest.param("07/03/2024 21:05\n", date(2024, 3, 7), id="24 hours"),
        pytest.param("07/03/2024\n", date(2024, 3, 7), id="no time"),
        pytest.param("", None, id="no date line"),
    ],
)
def test_the_date_line_below_a_headline(tmp_path: Path, line: str, published: date | None) -> None:
    article = read_article(write(tmp_path, "a.txt", f"A headline\n\n{line}\n\n{PROSE}"))
    assert (article.title, article.published) == ("A headline", published)
    assert article.text[article.body.start : article.body.end] == PROSE.strip()


def test_the_text_is_the_file_but_for_mark_and_line_ends(tmp_path: Path) -> None:
    raw = "\ufeff---\r\ntitle: T\r\n---\r\n\r\nOne.\xa0Two.\rThree.\r\n"
    article = read_article(write(tmp_path, "a.md", raw))
    assert article.text == "---\ntitle: T\n---\n\nOne.\xa0Two.\rThree.\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b" \n\xc2\xa0\n", "the file is empty", id="blank"),
        pytest.param(b"\xff\xfeT\x00", "UTF-8", id="UTF-16"),
        pytest.param("Số liệu".encode("cp1258", "replace") + b"\xe9", "UTF-8", id="codepage"),
        pytest.param(b"Head\n\n\x00\x01", "control bytes", id="binary"),
        pytest.param(b"29/05/2022 03:51 PM\n\nProse.\n", "title", id="no headline"),
        pytest.param(b"One thing. Another thing. A third.\n", "title", id="prose only"),
        pytest.param(b"---\ntitle: T\n---\n", "prose", id="no prose"),
        pytest.param(b"Head\n\nIllustrative image (VSS)\n", "prose", id="picture only"),
        pytest.param(
            b"---\ntitle: a: b\n odd\n---\n\nP.\n", "name: value", id="neither YAML nor lines"
        ),
        pytest.param(b"---\ntitle: [a, b]\n---\n\nProse.\n", "name: value", id="a list"),
        pytest.param(b"---\n- a\n---\n\nProse.\n", "name: value", id="no names"),
        pytest.param(b"---\ntitle: T\npublished: soon\n---\n\nP.\n", "'soon'", id="bad date"),
        pytest.param(b"Head\n\n31/02/2022 03:51 PM\n\nProse.\n", "31/02/2022", id="no such day"),
        pytest.param(b"Head\n\n05/29/2022 03:51 PM\n\nProse.\n", "05/29/2022", id="month first"),
        pytest.param(b"T\n\n" + b"x" * MAX_BYTES, "bytes", id="too large"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = write(tmp_path, "bad.md", content)
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"nowhere\.md: cannot be read"):
        read_article(tmp_path / "nowhere.md")


def test_articles_are_md_and_txt_but_no_readme(tmp_path: Path) -> None:
    names = ["b.md", "a.txt", "sub/c.MD", "README.md", "manifest.csv", ".hidden.md", "__x__/d.md"]
    for name in names:
        write(tmp_path, name, PROSE)
    assert [path.name for path in article_files([tmp_path])] == ["a.txt", "b.md", "c.MD"]
    assert len(article_files([tmp_path, tmp_path])) == 3


@pytest.mark.parametrize("target", ["nowhere.md", "link.md"], ids=["nowhere", "itself"])
def test_a_link_that_leads_nowhere_is_named_and_reading_it_tells(
    tmp_path: Path, target: str
) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(target)
    assert article_files([tmp_path]) == [link]
    with pytest.raises(ArticleError, match=r"link\.md: cannot be read"):
        read_article(link)


@pytest.mark.parametrize("names", [[], ["README.md", "manifest.csv"]])
def test_a_folder_without_articles_is_an_error(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        write(tmp_path, name, PROSE)
    with pytest.raises(CorpusError, match="holds none"):
        article_files([tmp_path])
    with pytest.raises(CorpusError, match="there is none"):
        article_files([tmp_path / "nowhere"])


@pytest.mark.parametrize("other", ["a.txt", "sub/a.md"])
def test_two_files_of_one_id_are_an_error(tmp_path: Path, other: str) -> None:
    write(tmp_path, "a.md", PROSE)
    write(tmp_path, other, PROSE)
    with pytest.raises(CorpusError, match="one id, 'a'"):
        article_files([tmp_path])


def test_a_title_may_hold_a_colon_and_fields_of_other_programs_are_passed_over() -> None:
    front = (
        "---\ntitle: Binh Duong: nine months\ntags: [a, b]\npublished: 2025-10-05\n---\n\nProse.\n"
    )
    article = parse_article("doc", front, "doc.md")
    assert article.title == "Binh Duong: nine months"
    assert article.published == date(2025, 10, 5)


def test_a_file_where_a_folder_is_wanted_is_told_as_what_it_is(tmp_path: Path) -> None:
    report = tmp_path / "one.md"
    report.write_text("One\n\nHealth insurance covered 93 per cent.\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="came a file; `add` takes it"):
        article_files([report])
