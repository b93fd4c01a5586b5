"""What the page shows of reports: each number and what became of it, and where reports differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.page import audit_report
from assistant.chat.reports import audit_html, conflicts_html
from indexing.articles import parse_article
from indexing.extraction import audit
from tests.assistant.chat.reader import ATTRIBUTES, TAGS, Reader
from tests.assistant.fakes import CONFLICT, HOSTILE, FakeAssistant


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
