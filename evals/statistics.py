"""From scores to measures: shares with Wilson intervals, so that 50 of 50 is not called certain."""

from __future__ import annotations

from collections.abc import Sequence

from scipy.stats import binomtest

from evals.records import Measure, Score


def share(name: str, hits: int, of: int) -> Measure:
    """`hits` out of `of` with its 95 % Wilson interval; 0 to 1 when there is nothing to count."""
    if of == 0:
        return Measure(name, 0.0, 0.0, 1.0, 0)
    interval = binomtest(hits, of).proportion_ci(method="wilson")
    return Measure(name, hits / of, float(interval.low), float(interval.high), of)


def answer_measures(scores: Sequence[Score]) -> tuple[Measure, ...]:
    """The measures of the answers task.

    accuracy: samples without any fault.  wrong figures: samples whose answer holds a figure it
    must not.  abstention: precision counts over the declined samples, recall over those that the
    reports hold nothing on.  truthfulness: right minus wrong over all, from -1 to 1, so that
    declining costs less than being wrong.
    """
    right = sum(score.outcome == "right" for score in scores)
    wrong = sum(score.outcome == "wrong" for score in scores)
    declined = [score for score in scores if score.declined]
    unanswerable = [score for score in scores if not score.answerable]
    both = sum(not score.answerable for score in declined)
    precision = share("abstention precision", both, len(declined))
    recall = share("abstention recall", both, len(unanswerable))
    return (
        share("accuracy", right, len(scores)),
        share("wrong figures", sum(score.wrong_figures > 0 for score in scores), len(scores)),
        precision,
        recall,
        _f1(precision, recall, both, len(declined) + len(unanswerable)),
        _truthfulness(right, wrong, len(scores)),
    )


def kinds(scores: Sequence[Score]) -> tuple[Measure, ...]:
    """Accuracy of each class of question, in the order of the data set."""
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(score.kind, []).append(score)
    return tuple(
        share(kind, sum(score.outcome == "right" for score in group), len(group))
        for kind, group in groups.items()
    )


def _f1(precision: Measure, recall: Measure, hits: int, of: int) -> Measure:
    value = 2 * hits / of if of else 0.0
    return Measure(
        "abstention F1",
        value,
        _harmonic(precision.low, recall.low),
        _harmonic(precision.high, recall.high),
        of,
    )


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _truthfulness(right: int, wrong: int, of: int) -> Measure:
    good, bad = share("", right, of), share("", wrong, of)
    return Measure(
        "truthfulness", good.value - bad.value, good.low - bad.high, good.high - bad.low, of
    )
