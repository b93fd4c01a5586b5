"""What can go wrong with a language model, told in our own words only.

No text of an endpoint or a library goes into a fault: an endpoint's message may repeat the key.
"""

from __future__ import annotations

from typing import Literal

Fault = Literal[
    "unreachable",  # no connection: refused, no such host, broken before a reply
    "slow",  # the deadline passed
    "denied",  # 401, 403: the key is missing or wrong
    "busy",  # 429
    "failed",  # 5xx
    "rejected",  # any other status: wrong address, unknown model, redirect
    "unusable",  # no whole reply of plain words: empty, cut, garbage, too long, a tool call
    "too_long",  # the facts do not fit into the model's context
    "resting",  # it failed several times in a row and is left alone for a while
    "closed",  # the assistant is being closed
    "engaged",  # too many answers are being worded already
    "unproven",  # no sentence of the reply could be verified
]

_MAY_PASS: frozenset[Fault] = frozenset(("unreachable", "busy", "failed", "unusable"))


class ModelFault(Exception):
    """The language model gave no reply that can be used; the answer comes without it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault

    @property
    def may_pass(self) -> bool:
        """Whether asking once more may help."""
        return self.fault in _MAY_PASS
