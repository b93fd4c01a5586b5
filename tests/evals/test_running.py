"""Each task carried out over the shipped data, held to the values that its file accepts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.progress import Progress

from evals.judges.answers import ask_samples
from evals.judges.written_answers import ask_written, open_scores
from evals.loading import load_samples, load_task
from evals.measures.answers import answer_measures
from evals.records import Measure, Run
from evals.running import outside, run_task
from evals.scorers.readings import load_readings
from evals.settings import EvalSettings, load
from evals.written import HALVES, HELD_OUT, written_reports
from indexing.errors import WorkError

EVERY = 4
"""One question of so many is asked here; `run` asks all of them."""
SAMPLE = 3
"""Reports of each half that are indexed and asked about here; `run` takes all of them."""
FEWEST = 10
"""Questions of a half from which on they tell something."""


def carried_out(name: str, settings: EvalSettings) -> Run:
    """The task `name`; its measures are the accepted ones."""
    task = load_task(name)
    with Progress(disable=True) as progress:
        run = run_task(task, settings, progress)
    assert outside(task, run) == {}
    return run


@pytest.mark.parametrize("name", ["answers", "asked"])
def test_answers_to_some_questions_are_as_good_as_accepted_of_all(index: Path, name: str) -> None:
    """A part may differ from the whole by chance: what is accepted must lie in its interval."""
    task, samples = load_task(name), load_samples(f"{name}.jsonl")[::EVERY]
    with Progress(disable=True) as progress:
        scores, fingerprint = ask_samples(samples, load(data_dir=index), progress)
    measured = {measure.name: measure for measure in answer_measures(scores)}
    assert name != "answers" or not [score.sample for score in scores if score.wrong_figures]
    assert [
        name
        for name, (least, most) in task.accepted.items()
        if measured[name].high < least or measured[name].low > most
    ] == []
    assert fingerprint


def test_extraction_is_as_good_as_accepted(index: Path, gold: Path) -> None:
    carried_out("extraction", load(data_dir=index, gold=gold))


def test_extraction_of_written_reports_is_as_good_as_accepted(tmp_path: Path) -> None:
    run = carried_out("written_extraction", load(data_dir=tmp_path))
    assert {measure.name.split(":")[0] for measure in run.measures} == set(HALVES)


def test_questions_are_read_as_well_as_accepted(tmp_path: Path) -> None:
    run = carried_out("readings", load(data_dir=tmp_path))
    assert len(run.scores) == len(load_readings("written/questions.jsonl"))


def test_questions_for_labels_are_answered_out_of_an_index_of_their_own(tmp_path: Path) -> None:
    elsewhere = load(data_dir=tmp_path, database_url="postgresql://nobody@127.0.0.1:1/none")
    with written_reports("written") as halves, Progress(disable=True) as progress:
        some = {half: reports[:SAMPLE] for half, reports in halves.items()}
        scores, index = ask_written(some, elsewhere, progress)
    assert index
    right = {half: [score.outcome for score in scores[half]].count("right") for half in HALVES}
    asked = [half for half in HALVES if len(scores[half]) >= FEWEST]
    assert [half for half in asked if right[half] <= len(scores[half]) / 2] == []
    single = sum(len(scores[half]) for half in HALVES if half not in HELD_OUT)
    assert len(open_scores(scores)) == single < sum(map(len, scores.values()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("value", "found"), [(0.5, {}), (0.49, {"whole": 0.49})])
def test_a_measure_outside_the_accepted_values_is_named(
    value: float, found: dict[str, float]
) -> None:
    task = replace(load_task("readings"), accepted={"whole": (0.5, 1.0)})
    run = Run("readings", 1, "", "", (Measure("whole", value, 0.0, 1.0, 9),), ())
    assert outside(task, run) == found


def test_an_accepted_value_of_no_measure_is_told() -> None:
    task = replace(load_task("readings"), accepted={"hole": (0.5, 1.0)})
    run = Run("readings", 1, "", "", (Measure("whole", 0.5, 0.0, 1.0, 9),), ())
    with pytest.raises(WorkError, match="came hole: name one that is printed"):
        outside(task, run)
