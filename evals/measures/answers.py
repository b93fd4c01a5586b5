"""From the scores of answers to measures: what is right, declined, cited, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from evals.measures.statistics import share
from evals.records import FIGURE_SLOTS, Grounds, Measure, Score

_RISK = 0.01
"""The share of wrong answers at which coverage is told."""
_TRUSTED = ("table", "model", "passages")
"""Where answers come from, the most certain first: rows were checked, sentences only found."""


@dataclass(frozen=True, slots=True)
class Latency:
    """How long the answers to a class of question took, in milliseconds."""

    kind: str
    median: float
    high: float
    """95 of 100 answers take no longer."""
    of: int


def answer_measures(scores: Sequence[Score]) -> tuple[Measure, ...]:
    """The measures of the answers task; `evals/README.md` has their formulas."""
    right = sum(score.outcome == "right" for score in scores)
    wrong = sum(score.outcome == "wrong" for score in scores)
    return (
        share("accuracy", right, len(scores)),
        _accuracy("accuracy, conversation", [s for s in scores if s.follows]),
        _accuracy("accuracy, Vietnamese", [s for s in scores if s.language == "vi"]),
        share("wrong figures", sum(score.wrong_figures > 0 for score in scores), len(scores)),
        _truthfulness(right, wrong, len(scores)),
        *_abstention(scores),
        *_selective(scores),
        *_calibration(scores),
        *_figures([score.grounds for score in scores if score.grounds]),
        *_citations(scores),
    )


def half_measures(half: str, scores: Sequence[Score]) -> tuple[Measure, ...]:
    """Shares of the answers to questions that the reports of `half` all hold.

    right, wrong and abstained add up to 1; wrong counts every fault, also of a citation.  wrong
    figures: answers with a figure that is not the label's.
    """
    outcomes = [score.outcome for score in scores]
    strange = sum(score.wrong_figures > 0 for score in scores)
    return (
        share(f"{half}: right", outcomes.count("right"), len(scores)),
        share(f"{half}: wrong", outcomes.count("wrong"), len(scores)),
        share(f"{half}: abstained", outcomes.count("missing"), len(scores)),
        share(f"{half}: wrong figures", strange, len(scores)),
    )


def kinds(scores: Sequence[Score]) -> tuple[Measure, ...]:
    """Accuracy of each class of question, in the order of the data set."""
    return tuple(_accuracy(kind, group) for kind, group in _by_kind(scores).items())


def latencies(scores: Sequence[Score]) -> tuple[Latency, ...]:
    """Median and 95th percentile of all answers that were timed, then class by class."""
    timed = [score for score in scores if score.elapsed_ms > 0]
    groups = {"all": timed, **_by_kind(timed)} if timed else {}
    return tuple(_latency(kind, group) for kind, group in groups.items())


def _latency(kind: str, scores: Sequence[Score]) -> Latency:
    median, high = np.percentile([score.elapsed_ms for score in scores], (50, 95))
    return Latency(kind, float(median), float(high), len(scores))


def _by_kind(scores: Sequence[Score]) -> Mapping[str, list[Score]]:
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(score.kind, []).append(score)
    return groups


def _accuracy(name: str, scores: Sequence[Score]) -> Measure:
    return share(name, sum(score.outcome == "right" for score in scores), len(scores))


def _abstention(scores: Sequence[Score]) -> tuple[Measure, Measure, Measure]:
    """Precision over what is declined, recall over what the reports hold nothing on."""
    declined = [score for score in scores if score.declined]
    unanswerable = sum(not score.answerable for score in scores)
    both = sum(not score.answerable for score in declined)
    precision = share("abstention precision", both, len(declined))
    recall = share("abstention recall", both, unanswerable)
    of = len(declined) + unanswerable
    f1 = Measure(
        "abstention F1",
        2 * both / of if of else 0.0,
        _harmonic(precision.low, recall.low),
        _harmonic(precision.high, recall.high),
        of,
    )
    return precision, recall, f1


def _selective(scores: Sequence[Score]) -> Iterator[Measure]:
    """Risk and coverage as answered, and the coverage that the trusted part of it has."""
    answered = [score for score in scores if not score.declined]
    held = sum(score.answerable for score in scores)
    yield share("risk", sum(score.outcome == "wrong" for score in answered), len(answered))
    yield _coverage("coverage", answered, held)
    kept: list[Score] = []
    for mode in _TRUSTED:
        more = [*kept, *(score for score in answered if score.mode == mode)]
        if sum(score.outcome == "wrong" for score in more) > _RISK * len(more):
            break
        kept = more
    yield _coverage("coverage at 1 % risk", kept, held)


def _calibration(scores: Sequence[Score]) -> Iterator[Measure]:
    """Whether an answer is as good as where it comes from promises."""
    for mode in _TRUSTED:
        answered = [score for score in scores if score.mode == mode and not score.declined]
        if answered:
            right = sum(score.outcome == "right" for score in answered)
            yield share(f"right where answered from: {mode}", right, len(answered))


def _coverage(name: str, answered: Sequence[Score], held: int) -> Measure:
    return share(name, sum(score.answerable for score in answered), held)


def _figures(grounds: Sequence[Grounds]) -> Iterator[Measure]:
    """Over the samples that list figures: found, right, and slot by slot of what was told."""
    asked = [one for one in grounds if one.listed]
    pairs = [slots for one in asked for slots in one.differing]
    right = sum(not slots for slots in pairs)
    yield share("figure recall", right, sum(one.listed for one in asked))
    yield share("figure precision", right, sum(one.given for one in asked))
    for slot in FIGURE_SLOTS:
        told = sum(slot not in slots for slots in pairs)
        yield share(f"figures told: {slot}", told, len(pairs))


def _citations(scores: Sequence[Score]) -> Iterator[Measure]:
    grounds = [score.grounds for score in scores if score.grounds]
    answered = [score for score in scores if not score.declined]
    held, reported = sum(one.held for one in grounds), sum(one.reported for one in grounds)
    yield share("citation recall", held, reported)
    holding, cited = sum(one.holding for one in grounds), sum(one.cited for one in grounds)
    yield share("citation precision", holding, cited)
    by_statement = [score.support for score in scores if score.support]
    supported = sum(one.supported for one in by_statement)
    told = sum(one.statements for one in by_statement)
    yield share("citation recall by statement", supported, told)
    needed, marks = sum(one.needed for one in by_statement), sum(one.marks for one in by_statement)
    yield share("citation precision by statement", needed, marks)
    for name, fault in (("marks valid", "mark"), ("quotes byte for byte", "quote")):
        yield share(name, sum(fault not in score.faults for score in answered), len(answered))


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _truthfulness(right: int, wrong: int, of: int) -> Measure:
    good, bad = share("", right, of), share("", wrong, of)
    low, high = good.low - bad.high, good.high - bad.low
    return replace(good, name="truthfulness", value=good.value - bad.value, low=low, high=high)
