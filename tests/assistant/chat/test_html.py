"""The chat page's HTML: everything an answer says is shown, nothing in it becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.chat.html import (
    answer_html,
    error_html,
    escape,
    pending_html,
    report_html,
    web_address,
)
from assistant.chat.page import check_text
from assistant.rendering.pieces import printable
from assistant.settings import load
from tests.assistant.chat.reader import ATTRIBUTES, TAGS, Reader
from tests.assistant.fakes import (
    ANSWERED,
    ANSWERS,
    ATTACK,
    CLARIFY,
    HOSTILE,
    NOT_FOUND,
    TABLED,
    VIETNAMESE,
    FakeAssistant,
    citation,
)


@given(st.text(alphabet=st.characters(), max_size=60))
@example("\ufdd0 \ufffe \U0010ffff \x85 \ufffd")
@settings(max_examples=100, deadline=None)
def test_escaped_text_has_no_sign_that_html_or_markdown_reads(text: str) -> None:
    escaped = escape(text)
    rest = re.sub(r"&#\d+;", "", escaped)
    assert re.fullmatch(r"[A-Za-z0-9 ]*", rest)
    assert Reader(f"<p>{escaped}</p>").text == printable(text)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_page_shows_all_that_an_answer_says(answer: object) -> None:
    assert isinstance(answer, type(ANSWERED))
    shown = Reader(answer_html(answer, "source-1"))
    said = [answer.understood, answer.reason or "", *answer.warnings]
    said += [source.quote for source in answer.citations]
    said += [source.title for source in answer.citations]
    for text in (answer.answer, *said):
        assert printable(text) in shown.text


def test_the_figure_is_marked_in_the_answer_and_in_the_quote() -> None:
    shown = Reader(answer_html(ANSWERED, "source-1"))
    assert shown.marked == ["93 per cent", "93 per cent"]
    assert shown.attributes("mark")[0]["class"] == "vss-figure vss-verified"


def test_each_mark_leads_to_its_source() -> None:
    shown = Reader(answer_html(TABLED, "source-3"))
    marks = {entry["href"] for entry in shown.attributes("a") if entry.get("class") == "vss-mark"}
    sources = {f"#{entry['id']}" for entry in shown.attributes("li")}
    assert marks == sources == {"#source-3-1", "#source-3-2"}


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        pytest.param(ANSWERED, "I understood: HI coverage", id="English"),
        pytest.param(VIETNAMESE, "Tôi hiểu là: Tỷ lệ bao phủ", id="Vietnamese"),
        pytest.param(VIETNAMESE, "Lưu ý: Số liệu", id="Vietnamese warning"),
        pytest.param(NOT_FOUND, "Not in the reports", id="not found"),
        pytest.param(CLARIFY, "Please choose", id="clarify"),
        pytest.param(replace(CLARIFY, language="vi"), "Xin hãy chọn", id="clarify in Vietnamese"),
        pytest.param(TABLED, "date not given", id="undated source"),
    ],
)
def test_labels_are_in_the_language_of_the_answer(answer: object, label: str) -> None:
    assert isinstance(answer, type(ANSWERED))
    assert label in Reader(answer_html(answer, "source-1")).text


@pytest.mark.parametrize(
    ("url", "leads_somewhere"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        (None, False),
        ("", False),
        ("example.org", False),
        ("//example.org", False),
        ("https://", False),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("http://[", False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, leads_somewhere: bool) -> None:
    assert web_address(url) == (url if leads_somewhere else None)
    answer = replace(ANSWERED, citations=(citation(1, url=url),))
    links = Reader(answer_html(answer, "source-1")).attributes("a")
    assert [entry["href"] for entry in links if entry["href"] == url] == [url] * leads_somewhere
    assert all(
        entry["rel"] == "noopener noreferrer" for entry in links if entry.get("target") == "_blank"
    )


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(answer_html(replace(ATTACK, question=HOSTILE), "source-1"), id="answer"),
        pytest.param(error_html(HOSTILE, HOSTILE), id="error"),
        pytest.param(pending_html(HOSTILE, HOSTILE), id="under way"),
        pytest.param(
            report_html(
                HOSTILE + " 95 per cent", FakeAssistant().check(HOSTILE + " 95 per cent"), "en"
            ),
            id="checked text",
        ),
    ],
)
def test_hostile_text_stays_text(html: str) -> None:
    shown = Reader(html)
    assert "\n" not in html, "a blank line would end the block of raw HTML"
    assert {tag for tag, _ in shown.tags} <= TAGS
    assert {name for _, attributes in shown.tags for name in attributes} <= ATTRIBUTES
    hrefs = [entry["href"] or "" for entry in shown.attributes("a")]
    assert all(re.match(r"#[\w-]+$|/v1/articles/|https://example\.org/", href) for href in hrefs)
    assert printable(HOSTILE) in shown.text


def test_lines_of_an_answer_are_a_list_and_keep_their_figures() -> None:
    text = "Coverage:\n- Long Chau: 93 per cent [1]\n- Ha Giang: 97.5 per cent [2]\nThat is all."
    told = replace(TABLED, answer=text, figures=tuple(
        replace(one, start=text.index(one.text), end=text.index(one.text) + len(one.text))
        for one in TABLED.figures
    ))  # fmt: skip
    shown = Reader(answer_html(told, "source-1"))
    assert [tag for tag, _ in shown.tags][2:12] == [
        "p", "ul", "li", "mark", "a", "li", "mark", "a", "p", "details",
    ]  # fmt: skip
    assert "Long Chau: 93 per cent [1]" in shown.text
    assert "\n" not in answer_html(told, "source-1")


def test_the_table_is_folded_below_the_words_that_tell_its_figures() -> None:
    shown = Reader(answer_html(TABLED, "source-1"))
    assert [one.get("class") for one in shown.attributes("details")] == ["vss-table"]
    assert "As a table" in shown.text


def test_a_report_is_named_once_above_its_sentences() -> None:
    several = replace(ANSWERED, citations=(citation(1), citation(2), citation(3, doc="other")))
    shown = Reader(answer_html(several, "source-1"))
    titles = [entry for entry in shown.attributes("p") if entry.get("class") == "vss-title"]
    assert len(titles) == 2
    assert [entry["id"] for entry in shown.attributes("li")] == [
        "source-1-1",
        "source-1-2",
        "source-1-3",
    ]


def test_who_is_greeted_is_not_told_to_choose() -> None:
    greeted = replace(CLARIFY, reason="Glad to help.", choices=())
    assert "Please choose" not in Reader(answer_html(greeted, "source-1")).text


def test_a_checked_text_shows_verdicts_with_the_reported_value_beside() -> None:
    text = "Coverage was 95 per cent, not 93 per cent; 12 per cent is left."
    shown = Reader(check_text(FakeAssistant(), load(), text))
    assert [entry.get("class") for entry in shown.attributes("mark")][:3] == [
        "vss-figure vss-contradicted",
        "vss-figure vss-verified",
        "vss-figure vss-unsupported",
    ]
    assert "95 per cent(reported 93 per cent) [1]" in shown.text
    assert "12 per cent(no period)" in shown.text
