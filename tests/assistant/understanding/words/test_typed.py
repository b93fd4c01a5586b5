"""What is shown of a question is shown in the words in which it was typed."""

from __future__ import annotations

import pytest

from assistant.understanding.words.typed import as_typed


@pytest.mark.parametrize(
    ("said", "plain", "typed", "shown"),
    [
        ("owes", "Who owes most in Hue", "Who is behind most in Hue", "is behind"),
        ("how much spent", "how much spent in Hue", "how much shelled out in Hue",
         "how much shelled out"),
        ("Why the fall", "Why the fall in Hue", "What explains the fall in Hue",
         "What explains the fall"),
        ("banks", "paid through banks", "paid through banks", "banks"),
        ("nowhere", "paid through banks", "paid by banks", "nowhere"),
    ],
)  # fmt: skip
def test_a_stretch_is_led_back_to_what_was_typed(
    said: str, plain: str, typed: str, shown: str
) -> None:
    assert as_typed(said, plain, typed) == shown
