"""Search of vectors by brute force: exact, with no library and no state on the disk."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from indexing.database import PassageVectors, Vectors

_BLUR = 1e-5
"""More than single precision can be wrong by in a cosine."""


class ExactSearch:
    """The nearest passages by cosine, among all of an index.

    It proposes what `Collection` does, and gives the exact scores by which either's proposals are
    ranked, so that an answer does not depend on which of the two was at hand.
    """

    def __init__(self, vectors: PassageVectors) -> None:
        self._vectors = vectors
        self._rows = {id: row for row, id in enumerate(vectors.ids)}

    def candidates(self, vector: Vectors, n: int = 50) -> list[str]:
        """The ids of the `n` nearest passages, the nearest first; equally near ones by id."""
        ids = self._vectors.ids
        if len(ids) > n:
            # A first sight in single precision; the chosen ones and their like are scored exactly.
            near = self._vectors.matrix @ np.asarray(vector, dtype=np.float32)
            least = np.partition(near, -n)[-n] - _BLUR
            ids = tuple(ids[row] for row in np.flatnonzero(near >= least))
        scores = self.scores(vector, ids)
        return [id for id, _ in sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:n]]

    def scores(self, vector: Vectors, ids: Collection[str]) -> dict[str, float]:
        """The cosine of each of `ids` with a unit vector, 1 the nearest; unknown ids left out."""
        known = [id for id in ids if id in self._rows]
        rows = self._vectors.matrix[[self._rows[id] for id in known]]
        products = rows.astype(np.float64) @ np.asarray(vector, dtype=np.float64)
        # Rounded, because a sum's last digits depend on how many rows are multiplied at once.
        return dict(zip(known, np.round(products, 6).tolist(), strict=True))
