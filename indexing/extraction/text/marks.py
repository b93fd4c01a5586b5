"""Marks beside a figure that several stages look at: brackets, and what closes its clause."""

from __future__ import annotations

import re
from typing import Final

BRACKET: Final = re.compile(r"\([^()]*\)")
CLOSES: Final = re.compile(r"\s*(?:[,;:)]|\.(?!\d)|$)")
"""Right behind a figure that closes its clause."""
COMMA: Final = re.compile(r",(?!\d)")
"""One that is no part of a number."""
