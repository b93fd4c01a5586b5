"""The chat page's HTML: everything an answer says is shown, nothing in it becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.chat import mount_chat
from assistant.chat.asking import Conversation, answer_turn
from assistant.chat.html import answer_html, error_html, escape, report_html, web_address
from assistant.chat.page import audit_report, check_text
from assistant.chat.parts import load_words
from assistant.chat.reports import audit_html, conflicts_html
from assistant.cli import run
from assistant.records import Answer
from assistant.rendering.objects import answer_object
from assistant.rendering.pieces import printable
from assistant.rest.api import build_api
from assistant.rest.guards import SECURITY_HEADERS
from assistant.settings import load
from indexing.articles import parse_article
from indexing.extraction import audit
from tests.assistant.fakes import (
    ANSWERED,
    ANSWERS,
    ATTACK,
    CLARIFY,
    CONFLICT,
    HOSTILE,
    NOT_FOUND,
    TABLED,
    VIETNAMESE,
    FakeAssistant,
    citation,
)

TAGS = {
    "a", "article", "blockquote", "div", "h3", "li", "mark", "ol", "p", "section", "span",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"class", "href", "id", "lang", "rel", "role", "scope", "target", "title"}


class Reader(HTMLParser):
    """Collects the tags, attributes and text that a browser would find."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self.marked.append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.tags and self.get_starttag_text() and self.tags[-1][0] == "mark":
            self.marked[-1] = self.marked[-1] or data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@given(st.text(alphabet=st.characters(), max_size=60))
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


def test_earlier_questions_go_along_with_the_next() -> None:
    assistant = FakeAssistant()
    held = Conversation()
    for question in ("coverage", "future", "where"):
        held = answer_turn(assistant, load(), question, held).held
    assert assistant.asked[-1] == ("where", ("coverage", "future"))
    shown = re.findall(r'"vss-question">(\w+)', held.newest + held.earlier)
    assert shown == ["where", "future", "coverage"], "newest first"


def test_no_more_questions_go_along_than_are_taken() -> None:
    assistant = FakeAssistant()
    asked = tuple(f"question {number}" for number in range(40))
    answer_turn(assistant, load(), "coverage", Conversation(questions=asked))
    assert assistant.asked == [("coverage", asked[-20:])]


def test_a_question_that_is_not_taken_says_why_and_stays_in_the_box() -> None:
    assistant = FakeAssistant()
    shown = answer_turn(assistant, load(), "x" * 2001, Conversation())
    assert (shown.entry, shown.held.questions, assistant.asked) == ("x" * 2001, (), [])
    assert "at most 2000 characters, came 2001" in Reader(shown.held.newest).text


def test_choices_can_be_clicked() -> None:
    assert answer_turn(FakeAssistant(), load(), "where", Conversation()).choices == CLARIFY.choices


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_what_is_copied_holds_the_answer_and_each_of_its_sources(answer: Answer) -> None:
    asked = next(name for name, given in ANSWERS.items() if given is answer)
    plain = answer_turn(FakeAssistant(), load(), asked, Conversation()).plain
    if not answer.citations:
        assert plain == ""
        return
    said = [asked, answer.answer, *answer.warnings]
    for source in answer.citations:
        said += [f"[{source.mark}]", source.title, source.quote, source.url or source.doc]
        said += [source.published.isoformat()] if source.published else []
    for row in answer.table.rows if answer.table else ():
        said += row
    for text in said:
        assert printable(text) in plain


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    assistant = FakeAssistant()
    api = mount_chat(build_api(assistant, load()), assistant, load())
    with TestClient(api, raise_server_exceptions=False) as made:
        yield made


@pytest.mark.parametrize("question", ANSWERS)
def test_the_same_answer_at_every_door(
    question: str, client: TestClient, capfd: pytest.CaptureFixture[str]
) -> None:
    assistant = FakeAssistant()
    run(["ask", question, "--json"], lambda settings: assistant)
    line = json.loads(capfd.readouterr().out)
    rest = client.post("/v1/ask", json={"question": question}).json()
    for own in ("id", "elapsed_ms"):
        del line[own], rest[own]
    assert line == rest
    page = Reader(answer_turn(assistant, load(), question, Conversation()).held.newest)
    assert printable(rest["answer"]) in page.text
    assert answer_object(assistant.answer(question))["answer"] == rest["answer"]


@pytest.mark.parametrize(
    "path", ["/", "/config", "/theme.css", "/gradio_api/info", "/v1/metrics", "/healthz"]
)
def test_every_route_of_the_service_carries_the_security_headers(
    client: TestClient, path: str
) -> None:
    headers = client.get(path).headers
    for name, value in SECURITY_HEADERS:
        assert headers.get_list(name.decode()) == [value.decode()]


@pytest.mark.parametrize(
    "path", ["/v1", "/v1/", "/v1/nothing", "/docs", "/redoc", "/openapi.json", "/monitoring"]
)
def test_the_page_stands_nowhere_but_at_its_root(client: TestClient, path: str) -> None:
    assert 400 <= client.get(path).status_code < 500


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/nothing", 404),
        ("POST", "/v1/nothing", 404),
        ("GET", "/assets/nothing", 404),
        ("GET", "/v1/ask", 405),
        ("POST", "/", 405),
        ("POST", "/healthz", 405),
    ],
)
def test_what_the_service_does_not_take_is_told_as_a_problem_beside_the_page_too(
    client: TestClient, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)
    assert response.status_code == response.json()["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert ("allow" in response.headers) == (status == 405)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=http://127.0.0.1:1/",
        "/gradio_api/run/predict",
        "/gradio_api/call/answer_turn",
        "/gradio_api/component_server",
        "/gradio_api/info",
        "/gradio_api/runs",
        "/gradio_api/vibe-edit",
        "/monitoring",
        "/login",
    ],
)
def test_routes_that_the_page_does_not_need_are_closed(
    client: TestClient, method: str, path: str
) -> None:
    assert client.request(method, path, content=b"{}").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="cut JSON"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"data": [NaN], "fn_index": 0}', id="NaN"),
        pytest.param(b'{"data": ["\\ud800"], "fn_index": 0, "session_hash": "a"}', id="surrogate"),
        pytest.param(b'{"data": [1], "fn_index": 99999, "session_hash": "a"}', id="no such event"),
        pytest.param(b'{"data": [1], "fn_index": -1, "session_hash": "a"}', id="negative event"),
        pytest.param(b'{"data": [1], "fn_index": "x"}', id="a text for an event"),
        pytest.param(b'{"data": 1, "fn_index": 0}', id="data no list"),
        pytest.param(b"[" * 50_000, id="nested deep"),
    ],
)
def test_a_malformed_event_of_the_page_is_refused(client: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    assert client.post("/gradio_api/queue/join", content=body, headers=headers).status_code == 422


def test_the_page_names_no_other_origin(client: TestClient) -> None:
    page = client.get("/").text
    sources = re.findall(r'(?:src|href)="(https?:)?//([^"/]+)', page)
    assert {host for _, host in sources} <= {"testserver"}


def report_of(text: str) -> str:
    article = parse_article("a", f"---\ntitle: Nghe An reports\n---\n\n{text}\n", "a.md")
    return audit_html(article, audit(article))


def test_a_report_shows_each_number_and_what_became_of_it() -> None:
    html = report_of("In health insurance Nghe An counted 1,204 people. Mr An, 58, said so.")
    shown = Reader(html)
    assert shown.marked == ["1,204 people", "58"]
    assert "hi_participants · level · 1,204 people" in shown.text
    assert "58: seen, not a metric (age)" in shown.text


@given(st.text(max_size=200))
def test_no_report_brings_markup_onto_the_page(text: str) -> None:
    html = report_of(f"{HOSTILE} {text.replace('---', '')} 5 people.")
    assert "\n" not in html
    for tag, attributes in Reader(html).tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES


def test_the_reports_to_choose_from_are_those_held_and_others_show_nothing() -> None:
    fake = FakeAssistant()
    (held,) = fake.reports()
    assert "93 per cent" in Reader(audit_report(fake, held.doc)).text
    assert audit_report(fake, "../secret") == ""
    assert audit_report(fake, None) == ""


def test_a_conflict_shows_each_report_with_its_value_its_date_and_its_sentence() -> None:
    html = conflicts_html([CONFLICT])
    shown = Reader(html)
    for text in (
        "1 conflict", "Nghe An", "poor households", "2023", "over 93.5 per cent", "2024-01-05",
        "Nghe An <b>reports</b>", "over 93.5 per cent of them", "−92 per cent", "date not given",
    ):  # fmt: skip
        assert text in shown.text
    assert "\n" not in html
    assert {tag for tag, _ in shown.tags} <= TAGS
    assert next(entry["href"] for entry in shown.attributes("a")) == "/v1/articles/a%20b"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "No reports differ."), (100, "100 conflicts"), (130, "30 more: programs read all")],
)
def test_the_ledger_tells_how_much_it_holds_and_what_it_leaves_out(count: int, said: str) -> None:
    shown = Reader(conflicts_html([CONFLICT] * count))
    assert said in shown.text
    assert len(shown.attributes("article")) == min(count, 100)


@pytest.mark.parametrize("question", load_words()["example_questions"])
def test_each_example_of_the_page_is_answered_from_the_reports_that_ship(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert answer.citations
