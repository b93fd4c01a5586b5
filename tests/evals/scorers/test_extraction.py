"""What counts as agreement between the metric table and the labels."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evals.reports.extraction import described, summary
from evals.scorers.extraction import agreeing_fields, match, score_extraction
from evals.scorers.labels import Label, docs_of_half, parse_label
from indexing.errors import WorkError
from indexing.records import Flag, MetricFact

TEXT = "Health insurance had over 500 members; later it had over 500 members again."

ROW = MetricFact(
    doc="a", version="v", place="An Giang", metric="hi_participants", group=None, subject=None,
    aspect="level", value=Decimal(500), unit="people", bound="over", period="@2023", vs=None,
    start=21, end=37, quote_start=0, quote_end=37, quote=TEXT[:37],
)  # fmt: skip
LABEL = Label(
    doc="a", metric="hi_participants", aspect="level", value=Decimal(500), unit="people",
    bound="over", place="An Giang", period="@2023", vs=None, group=None, quote=TEXT[:37],
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        pytest.param({}, set(), id="equal"),
        pytest.param({"unit": "cards"}, {"unit"}, id="unit"),
        pytest.param({"bound": "exact"}, {"bound"}, id="a lost bound is an error"),
        pytest.param({"period": "@2023-12-31"}, set(), id="one moment in two notations"),
        pytest.param({"period": "2023"}, {"period"}, id="a span is no moment"),
        pytest.param({"period": None}, {"period"}, id="period"),
        pytest.param({"place": "Viet Nam"}, {"place"}, id="place"),
        pytest.param({"metric": "other"}, {"metric"}, id="metric"),
        pytest.param({"aspect": "target"}, {"metric"}, id="aspect is judged with the metric"),
        pytest.param({"vs": "@2022"}, {"vs"}, id="vs"),
    ],
)
def test_a_field_agrees_or_not(change: dict[str, str], lost: set[str]) -> None:
    every = {"value", "unit", "metric", "place", "period", "bound", "vs"}
    assert agreeing_fields(replace(ROW, **change), LABEL) == every - lost  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("metric", "aspect", "agrees"),
    [
        ("voluntary_si_participants", "change", True),
        ("other", "level", True),
        ("other", "change", True),
        ("voluntary_si_participants", "level", False),
    ],
)
def test_new_members_are_a_change_or_other_but_never_a_level(
    metric: str, aspect: str, agrees: bool
) -> None:
    label = replace(
        LABEL,
        metric="voluntary_si_participants",
        aspect="change",
        metric_also=frozenset({"other"}),
        aspect_also=frozenset({"level"}),
    )
    row = replace(ROW, metric=metric, aspect=aspect)  # type: ignore[arg-type]
    assert ("metric" in agreeing_fields(row, label)) is agrees


def test_equal_values_are_told_apart_by_their_quotes() -> None:
    second = replace(LABEL, quote=TEXT[39:], metric="ui_participants")
    later = replace(ROW, start=53, end=69, metric="other")
    pairs = match([later, ROW], [LABEL, second], TEXT)
    assert {(row.start, label.metric) for row, label in pairs} == {
        (21, "hi_participants"),
        (53, "ui_participants"),
    }


def test_rows_and_labels_without_a_partner_cost_precision_and_recall() -> None:
    extra = replace(ROW, value=Decimal(7), metric="ui_participants")
    missing = replace(LABEL, value=Decimal(9))
    score = score_extraction({"a": [ROW, extra]}, {"a": [LABEL, missing]})
    assert score.by_depth["whole"].precision == 0.5
    assert score.by_depth["whole"].recall == 0.5
    assert {error.fields for error in score.errors} == {("missed",), ("extra",)}


def test_a_repetition_marked_as_such_is_no_error() -> None:
    again = replace(ROW, start=0, end=1, flags=("restated",))
    score = score_extraction({"a": [ROW, again]}, {"a": [LABEL]})
    assert score.by_depth["whole"].precision == 1.0


def test_a_part_told_as_the_whole_is_counted() -> None:
    score = score_extraction({"a": [ROW]}, {"a": [replace(LABEL, group="pupils")]})
    assert score.parts_as_whole == 1


@pytest.mark.parametrize(
    ("of_row", "of_label", "hits", "false"),
    [
        pytest.param(("source_inconsistency",), {"source_inconsistency"}, 1, 0, id="seen"),
        pytest.param(("implausible",), {"source_inconsistency"}, 1, 0, id="seen as another fault"),
        pytest.param(("implausible",), set(), 0, 1, id="false"),
        pytest.param((), {"implausible"}, 0, 0, id="missed"),
        pytest.param(("restated",), {"implausible"}, 0, 0, id="a repetition is no fault"),
    ],
)
def test_flags_are_scored_by_themselves(
    of_row: tuple[Flag, ...], of_label: set[str], hits: int, false: int
) -> None:
    rows = [replace(ROW, flags=of_row)]
    score = score_extraction({"a": rows}, {"a": [replace(LABEL, flags=frozenset(of_label))]})
    assert (score.flags.hits, score.flags.false) == (hits, false)
    assert score.by_depth["whole"].f1 == 1.0


def test_a_flagged_row_without_a_label_is_falsely_flagged() -> None:
    extra = replace(ROW, value=Decimal(7), flags=("implausible",))
    assert score_extraction({"a": [ROW, extra]}, {"a": [LABEL]}).flags.false == 1


def test_intervals_hold_the_point_and_the_summary_quotes_no_report() -> None:
    docs = [f"d{n}" for n in range(8)]
    rows = {doc: [ROW] if n % 2 else [] for n, doc in enumerate(docs)}
    score = score_extraction(rows, {doc: [LABEL] for doc in docs})
    low, high = score.interval("whole", "recall")
    assert 0.0 <= low <= 0.5 <= high <= 1.0
    told = "\n".join(summary(score))
    assert "An Giang" not in told
    assert "d1" not in told


def test_an_error_is_described_by_what_was_wanted_and_what_was_read() -> None:
    score = score_extraction({"a": [replace(ROW, bound="exact")]}, {"a": [LABEL]})
    first, wanted, read = described(score.errors[0])
    assert first == "a: bound"
    assert "want hi_participants level 500 people over" in wanted
    assert "have hi_participants level 500 people exact" in read


def test_labels_keep_exact_decimals_and_alternatives() -> None:
    line = {
        "doc": "a", "metric": "other", "aspect": "level", "value": 0.1, "unit": "percent",
        "bound": "exact", "place": None, "period": None, "vs": None, "quote": "q", "alt": ["x"],
    }  # fmt: skip
    label = parse_label(json.dumps(line))
    assert label.value == Decimal("0.1")
    assert label.metric_also == {"x"}


def test_a_label_without_its_fields_is_refused() -> None:
    with pytest.raises(WorkError, match="correct the label file"):
        parse_label('{"doc": "a"}')


@pytest.mark.parametrize(
    "field", [{"period": "May 2023"}, {"vs": "@2022/2023"}, {"alt_period": ["2023", "2023-13"]}]
)
def test_a_label_whose_period_is_no_notation_is_refused(field: dict[str, object]) -> None:
    line = {
        "doc": "a", "metric": "other", "aspect": "level", "value": 1, "unit": "percent",
        "bound": "exact", "place": None, "period": None, "vs": None, "quote": "q",
    }  # fmt: skip
    with pytest.raises(WorkError, match="expected a period such as"):
        parse_label(json.dumps(line | field))


def test_a_folder_without_labels_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match=r"SPLIT\.csv: expected a file of labels, came none"):
        docs_of_half(tmp_path, "look")


def test_the_split_names_the_reports_of_a_half(tmp_path: Path) -> None:
    (tmp_path / "SPLIT.csv").write_text("report,half\na,look\nb,measure\n", encoding="utf-8")
    assert docs_of_half(tmp_path, "measure") == ("b",)
