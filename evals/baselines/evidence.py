"""What a baseline is here: a question in, the texts that it would hand to a language model out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

EvidenceOf = Callable[[str], Sequence[str]]
"""The texts that a system retrieves for a question, best first."""
