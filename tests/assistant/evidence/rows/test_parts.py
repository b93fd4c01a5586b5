"""Which part of a whole a question means: by meaning and in any form of a word."""

from __future__ import annotations

import pytest

from assistant.evidence.rows.parts import is_asked_part, names_a_part, narrowing_of, words_beyond
from assistant.understanding.words.cues import load_cues


@pytest.mark.parametrize(
    ("question", "metric", "group", "is_asked"),
    [
        ("inpatient visits", "health insurance visits", "inpatients for", True),
        ("documents filed online", "documents processed", "filed online", True),
        ("poor families with insurance", "participants", "poor households", True),
        ("pupils with insurance", "participants", "poor pupils", False),
        ("late payments", "late payments", "in which the late payment of SI is", False),
        ("voluntary members", "voluntary social insurance participants", "voluntary", False),
    ],
)
def test_a_part_is_asked_for_by_words_that_do_not_name_the_metric(
    question: str, metric: str, group: str, is_asked: bool
) -> None:
    cues = load_cues()
    said = words_beyond(cues.content(question), metric)
    parts = frozenset(cues.hits("same", question))
    assert is_asked_part(group, said, parts) is is_asked


@pytest.mark.parametrize(
    ("group", "is_name"),
    [
        ("poor households", True),
        ("inpatients for", True),
        ("foreign-invested enterprises", True),
        ("was down to … when the third quarter ended", False),
        ("whereas the average of the whole province is", False),
        ("have … today", False),
    ],
)
def test_a_part_has_a_name_or_repeats_the_words_around_its_figure(
    group: str, is_name: bool
) -> None:
    assert names_a_part(group) is is_name


@pytest.mark.parametrize(
    ("qualifiers", "narrowing"),
    [
        (("pupils",), set()),
        (("cancer", "drugs"), {"cancer", "drugs"}),
        (("ngân",), {"ngan"}),  # common in the name of a number alone
        (("ngân", "hàng"), {"ngan", "hang"}),
        (("Party School",), {"party", "school"}),
    ],
)
def test_what_narrows_a_question_is_never_nothing(
    qualifiers: tuple[str, ...], narrowing: set[str]
) -> None:
    assert narrowing_of(qualifiers) == narrowing
