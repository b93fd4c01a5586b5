"""The audit: every number of an article with what became of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexing.articles import parse_article
from indexing.extraction import audit
from indexing.extraction.audit import AuditEntry
from indexing.records import Article, Span
from indexing.rendering.audits import audit_object, audit_text


def article(body: str) -> Article:
    return parse_article("a", f"---\ntitle: Nghe An reports\n---\n\n{body}\n", "a.md")


def told(body: str) -> list[tuple[str, str, str | None]]:
    read = article(body)
    return [(read.text[e.start : e.end], e.verdict, e.reason) for e in audit(read)]


@pytest.mark.parametrize(
    ("body", "number", "reason"),
    [
        ("Under Decision 462/QD-TTg it grew.", "462/QD-TTg", "number of a document"),
        ("Under Decision 462 it grew.", "462", "number that only names"),
        ("At a meeting on March 6, 2023 it grew.", "March 6, 2023", "date or span of time"),
        ("Call the hotline 1900 9068.", "hotline 1900 9068", "telephone number"),
        ("They met at 8:30 in Vinh.", "8:30", "time of day"),
        ("Mr An, 58, said so.", "58", "age"),
        ("Mrs Lien, who is 71 and a former teacher, waits for her pension.", "71", "age"),
        ("Hoang Thi Lien is 66 and has drawn a pension for years.", "66", "age"),
        ("Her neighbour joined voluntary insurance late and retired at 60.", "60", "age"),
        ("They have owed nothing in 12 weeks.", "12 weeks", "span of time"),
        ("It drew 120 delegates.", "120 delegates", "no business of social security"),
        ("The road is 14 km long.", "14 km", "length, weight or description"),
        ("The two policies help.", "two policies", "takes up what is known"),
        ("It was their 28th meeting.", "28th", "ordinal"),
        ("COVID-19 has gone.", "COVID-19", "code"),
        ("The team won 3-1 there.", "3-1", "score or vote"),
        ("See www.a.vn/12 for more.", "www.a.vn/12", "web or mail address"),
    ],
)  # fmt: skip
def test_what_is_no_metric_is_told_with_its_reason(body: str, number: str, reason: str) -> None:
    assert told(body) == [(number, "seen, not a metric", reason)]


def test_a_figure_is_told_with_its_row() -> None:
    (entry,) = audit(article("In health insurance the province counted 1,204 people."))
    assert entry.verdict == "row"
    assert entry.fact is not None
    assert (entry.fact.metric, entry.fact.start) == ("hi_participants", entry.start)


def test_what_the_readers_cannot_make_out_is_said_to_be_so() -> None:
    assert told("It came to 1.2.3 then.") == [("1.2.3", "seen, not understood", None)]


def test_a_number_that_is_half_of_something_is_told_beside_the_figure_in_it() -> None:
    assert [number for number, _, _ in told("It came to 00-5 then.")] == ["00", "5"]


def test_front_matter_is_looked_at_too() -> None:
    read = parse_article("a", "---\ntitle: A\nurl: page 12 of it\n---\n\nNothing.\n", "a.md")
    assert [e.verdict for e in audit(read)] == ["seen, not a metric"]


def test_the_text_marks_each_number_and_says_what_it_became() -> None:
    read = article("In health insurance Nghe An counted 904,000 people on March 6, 2023.")
    lines = audit_text(read, audit(read)).split("\n")
    assert lines[4:7] == [
        "In health insurance Nghe An counted [1: 904,000 people] on [2: March 6, 2023].",
        "    1. 904,000 people: hi_participants · level · 904,000 people · Nghe An · @2023-03-06",
        "    2. March 6, 2023: seen, not a metric (date or span of time)",
    ]
    assert lines[-1] == "2 numbers: 1 row, 1 seen, not a metric"


def test_the_object_has_the_row_of_the_table() -> None:
    read = article("In health insurance the province counted 1,204 people.")
    (entry,) = audit_object(read, audit(read))["entries"]
    assert (entry["text"], entry["verdict"]) == ("1,204 people", "row")
    assert (entry["row"]["metric"], entry["row"]["value"]) == ("hi_participants", 1204)


SCRAPS = (
    "1,204 people 93.5% 12 No. 462/QD-TTg 28th 3-1 8:30 2023 March 6 0222-3-822 a1 1.2.3 half , . "
    "( ) health insurance VND5 billion km ½ ٣ [1] x@y.vn G20"
)
PIECES = st.sampled_from([*SCRAPS.split(" "), "\n\n"])


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join)))
@example("10BILLION, BILLION BILLION")
def test_no_digit_of_any_text_is_left_without_a_verdict(text: str) -> None:
    read = Article("a", "", text, "", None, None, None, Span(0, len(text)))
    entries: tuple[AuditEntry, ...] = audit(read)
    held = {i for entry in entries for i in range(entry.start, entry.end)}
    assert all(i in held for i, char in enumerate(read.text) if char in "0123456789")
    ends = [0, *(entry.end for entry in entries)]
    assert all(end <= entry.start for end, entry in zip(ends, entries, strict=False))
