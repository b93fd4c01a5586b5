"""The record of what the words at a figure tell of its aspect."""

from __future__ import annotations

from typing import NamedTuple

from indexing.records import Aspect


class Judged(NamedTuple):
    """The aspect of a figure and what else its words told."""

    aspect: Aspect
    surplus: bool = False
    """It is by how much a plan or average was passed (or missed): no value of the metric."""
    planned: bool = False
    """It is the plan behind a slash: "1,215/1,509 people"."""
    joined: bool = False
    """It counts people who were won: a change of their scheme."""
    rest: bool = False
    """It tells of those who are left out: no members, and no gap without a plan."""
