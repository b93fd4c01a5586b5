"""What can be judged of the words of any system: figures with unit and bound, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.scorers.wording import score_wording
from tests.evals.planting import SAMPLE, UNANSWERABLE, WORDS

ASKED = replace(SAMPLE, question="Is it true that 95 per cent had health insurance in 2023?")

CASES = {
    "the figure": (WORDS, True, True),
    "in another order": ("Over 93% of them.", True, True),
    "beside the question's own number": ("Not 95 per cent: over 93 per cent.", True, True),
    "another value": (WORDS.replace("93", "39"), False, False),
    "another unit": (WORDS.replace("per cent", "people"), False, False),
    "points for per cent": (WORDS.replace("per cent", "percentage points"), False, False),
    "'over' lost": (WORDS.replace("over ", ""), False, False),
    "'over' turned round": (WORDS.replace("over", "nearly"), False, False),
    "rounded": (WORDS.replace("93", "90"), False, False),
    "beside another year's": (f"{WORDS} In 2022 it was 91 per cent.", True, False),
    "no figure": ("I do not know.", False, False),
    "nothing": ("", False, False),
}


@pytest.mark.parametrize(("words", "told", "alone"), CASES.values(), ids=CASES)
def test_words_tell_the_figure_or_not(words: str, told: bool, alone: bool) -> None:
    score = score_wording(ASKED, words)
    assert (score.told, score.alone) == (told, alone)


@pytest.mark.parametrize(
    ("words", "figures"), [("The reports do not say.", 0), ("It was 12 per cent in 1950.", 1)]
)
def test_words_decline_where_they_give_no_figure(words: str, figures: int) -> None:
    score = score_wording(UNANSWERABLE, words)
    assert (score.figures, score.told) == (figures, False)
