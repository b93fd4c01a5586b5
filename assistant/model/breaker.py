"""A breaker: a model that fails again and again is left alone for a while.

Without it every reader would wait out the deadline for as long as the endpoint is down.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock
from typing import Final

MOST_FAILURES: Final = 3
"""Answers in a row without a reply after which the model is left alone."""
REST_SECONDS: Final = 30.0

Clock = Callable[[], float]


class Breaker:
    """Counts answers without a reply.  Safe to share among threads."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._rests_until = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the model is left alone now."""
        with self._lock:
            return self._clock() < self._rests_until

    def note(self, replied: bool) -> None:
        """Take in whether an answer's requests brought a reply; one reply clears the count."""
        with self._lock:
            self._failures = 0 if replied else self._failures + 1
            if self._failures >= MOST_FAILURES:
                self._rests_until = self._clock() + REST_SECONDS
