"""What of a page is no part of its report."""

from __future__ import annotations

import pytest

from indexing.articles import parse_article
from indexing.articles.blocks import is_closed, split_blocks

PROSE = "The office met on Monday and spoke of its results. Coverage rose to 93 per cent."
MORE = "The agency will go on with its work next year, said its head."


def furniture_of(*paragraphs: str) -> list[str]:
    text = "A headline\n\n" + "\n\n".join(paragraphs) + "\n"
    article = parse_article("a", text, "a.txt")
    return [article.text[span.start : span.end] for span in article.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Illustrative image (VSS)",
        "Illustrative image (Photo: VNA)",
        "In a commune of the province. Photo: contributor",
        "Caption: A view of the hall",
        "A view of the working session",
        "Ảnh minh họa: BHXH",
        "![The hall](hall.jpg)",
        "Director Nguyen Van A speaks at the meeting",
        "\xa0Director Nguyen Van A speaks at the meeting.",
        "Delegates pose for a photo at the conference",
        "Deputy Director Tran Thi B delivers a speech on March 6",
        "VSS leaders hand gifts and work with officials in Alpha Province on 6 March",
        "Mr Tran Van C delivered a speech",
    ],
)
def test_captions_and_notes_on_pictures_are_furniture(line: str) -> None:
    assert furniture_of(PROSE, line, MORE) == [line.strip()]


@pytest.mark.parametrize("credit", ["Photo: M.D*", "(Photo: Alpha Newspaper)", "[Photo: VNA]"])
def test_of_a_caption_that_tells_figures_only_the_credit_is_furniture(credit: str) -> None:
    line = f"*Huong Hoa brought in most: 213 people. Vinh Linh had 188. {credit}"
    assert furniture_of(PROSE, line, MORE) == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "**Last year's results**",
        "## Results",
        "Outstanding achievements",
        "Tight control of treatment costs",
        "RESULTS",
        "Health insurance reached 93 per cent",
        "Photo cards were issued to 1,200 people at the meeting.",
        "Over 300 people attended the meeting.",
        "He spoke at the meeting.",
        "Related work goes on",
        "Share: 93 per cent",
        "- Coverage: 93 per cent",
        "| Alpha | 93 |",
    ],
)
def test_headings_and_figures_are_not(line: str) -> None:
    assert furniture_of(PROSE, line, MORE) == []


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(["VSS"], id="signature"),
        pytest.param(["VNA/VNS"], id="two agencies"),
        pytest.param(["VSS", "Sickness", "Old-age", "Survivor’s"], id="signature and menu"),
        pytest.param(["Related", "Alpha covers 78% of its people", "Beta too"], id="links"),
        pytest.param(["See more: Society | Culture | Travel"], id="see more"),
        pytest.param(["Related topics - 2024"], id="with a year"),
        pytest.param(["Tin liên quan", "Bao phủ BHYT đạt 95%"], id="Vietnamese"),
        pytest.param(["Society | Culture | Travel"], id="bare links"),
        pytest.param(["By a staff reporter"], id="author"),
    ],
)
def test_what_follows_the_report_is_furniture(tail: list[str]) -> None:
    assert furniture_of(PROSE, MORE, *tail) == tail


def test_the_report_goes_on_after_a_menu() -> None:
    assert furniture_of(PROSE, "Related topics", "Alpha at 78%", MORE) == [
        "Related topics",
        "Alpha at 78%",
    ]


def test_a_last_line_with_a_figure_stays() -> None:
    assert furniture_of(PROSE, "Coverage: 93 per cent") == []


@pytest.mark.parametrize("sign_off", [" - VSS", "-VNA", " – VNS", "/. - VSS"])
def test_a_sign_off_is_cut_from_its_sentence(sign_off: str) -> None:
    assert furniture_of(PROSE, MORE + sign_off) == [sign_off.removeprefix("/.")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("One.\n\nTwo.", "prose prose", id="paragraphs"),
        pytest.param("One.\nTwo.", "prose prose", id="one line each"),
        pytest.param("A heading\nThe text begins here.", "line prose", id="short line"),
        pytest.param("**Bold**\n# Hash\nText.", "heading heading prose", id="marked headings"),
        pytest.param("- one\n- two\n1. three\n", "item item item", id="list"),
        pytest.param("| a | b |\n|---|---|\n| 1 | 2 |", "row row row", id="table"),
        pytest.param("a | b\n---|---\n1 | 2", "row row row", id="table without edges"),
        pytest.param("Scheme; people\nA; 12\nB; 15", "row row row", id="semicolons"),
        pytest.param("An: 9%; 12 people\nBo: 8%; 9 people", "line line", id="clauses"),
        pytest.param("1,200\npeople\n91%\ncoverage", "line line", id="a poster, figures first"),
        pytest.param("Members\n1,200", "line", id="a poster, figures last"),
        pytest.param("Members\nCoverage\n91%", "line line line", id="not by turns"),
        pytest.param("", "", id="nothing"),
        pytest.param(
            "This paragraph was wrapped by a program that fills its lines up to\n"
            "a certain width, and so its line ends mean nothing here.\n"
            "The next paragraph starts behind a line that had more room.",
            "prose prose",
            id="wrapped",
        ),
    ],
)
def test_layout(text: str, kinds: str) -> None:
    assert " ".join(block.kind for block in split_blocks(text)) == kinds


@pytest.mark.parametrize(
    ("text", "closed"),
    [("One.", True), ("One./.", True), ("“One.”", True), ("One. - VSS", True), ("One", False)],
)
def test_closed_paragraphs(text: str, closed: bool) -> None:
    assert is_closed(text) is closed
