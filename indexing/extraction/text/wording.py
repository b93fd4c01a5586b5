"""Words that tell something only at one place beside a figure: `data/wording/`, as patterns."""

from __future__ import annotations

from functools import cache
from itertools import chain

from indexing.errors import WorkError
from indexing.reading.lexicon import pattern, table


@cache
def any_of(*kinds: str) -> str:
    """A regular expression for any word of some lists, each named "theme.list".

    It says nothing of where a word ends; spaces match any white space.  Raises `WorkError` naming
    a list that is missing or empty.
    """
    return pattern((word for kind in kinds for word in words_of(kind)), whole=False)


def words_of(kind: str) -> list[str]:
    """The words of one list as they are written, with those of the lists that it names:
    "@people.counted"; `WorkError` as above."""
    theme, _, name = kind.partition(".")
    entries: list[str] = table("wording").get(theme, {}).get(name, [])
    if not entries:
        raise WorkError(f"data/wording: expected words under {kind!r}; add them")
    lists = (words_of(one[1:]) if one.startswith("@") else [one] for one in entries)
    return [*chain.from_iterable(lists)]
