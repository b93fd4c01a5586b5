"""Made-up collections: the same from the same seed, and labelled with what they print."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.cli import main
from evals.generator.collection import MadeUpReport, make_collection
from evals.generator.wordings import wordings
from evals.scorers.labels import read_labels
from indexing import find_quantities
from indexing.articles import parse_article
from indexing.gazetteer import gazetteer

REPORTS = list(make_collection(60, seed=5))


def test_the_same_seed_gives_the_same_reports_and_more_of_them_begin_alike() -> None:
    assert list(make_collection(60, seed=5)) == REPORTS
    assert list(make_collection(20, seed=5)) == REPORTS[:20]
    assert list(make_collection(20, seed=6)) != REPORTS[:20]


def test_half_the_reports_are_in_held_out_wordings() -> None:
    assert sum(report.held_out for report in REPORTS) == 30


@pytest.mark.parametrize("report", REPORTS[:12], ids=lambda report: report.doc)
def test_every_label_is_printed_in_its_sentence(report: MadeUpReport) -> None:
    for label in report.labels:
        assert label.quote in report.text
        printed = {abs(quantity.value) for quantity in find_quantities(label.quote)}
        assert abs(label.value) in printed


def test_places_are_those_that_stood_when_a_report_was_published() -> None:
    for report in make_collection(300, seed=2):
        article = parse_article(report.doc, report.text, f"{report.doc}.md")
        assert article.published is not None
        for label in report.labels:
            place = gazetteer().place(label.place or "")
            assert place is not None
            end = label.period.removeprefix("@")[:4] if label.period else ""
            if label.aspect == "level":
                assert place.until is None or int(end) <= place.until.year


def test_every_kind_of_figure_has_open_and_held_out_sentences() -> None:
    told = {(statement.kind, statement.held_out) for statement in wordings().statements}
    assert len(told) == 6


def test_a_collection_is_written_with_its_labels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["generate", str(tmp_path / "made"), "--reports", "60", "--seed", "5"])
    assert ended.value.code == 0
    assert "60 reports" in capsys.readouterr().out
    first = REPORTS[0]
    written = tmp_path / "made" / f"{first.doc}.md"
    assert written.read_text(encoding="utf-8") == first.text
    assert read_labels(written.with_suffix(".jsonl")) == first.labels
