"""Turns of a conversation that ask for nothing: "thanks", "ok", "cảm ơn bạn"."""

from __future__ import annotations

from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, quantities_of, terms_of


def is_courtesy(turn: str, cues: Cues) -> bool:
    """Whether a turn holds a courtesy and nothing that could ask."""
    said = cues.spans("courtesy", turn)
    asks = terms_of(turn) or quantities_of(turn) or cues.hits("asking", turn)
    if not said or asks or places_of(turn):
        return False
    rest = cues.content(blanked(turn, said, " "))
    return not rest - cues.generic and not cues.hits("follow_up", turn)
