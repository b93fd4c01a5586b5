"""Whether a text names a place that is asked for, however its syllables are parted."""

from __future__ import annotations

import pytest

from assistant.evidence.spelt import naming
from indexing.reading.folding import fold


def names(place: str, text: str) -> bool:
    name = naming((place,))
    return name is not None and name.search(fold(text)) is not None


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Krong No district, Dak Nong", "In Krongno the rate stayed below."),
        ("Krongno district, Dak Nong", "In Krông Nô the rate stayed below."),
        ("K'Bang district, Gia Lai", "Kbang has 91 per cent."),
        ("Ea Sup commune, Dak Lak", "The best of them is Ea Súp."),
        ("Ho Chi Minh City", "HCMC owes the most."),
        ("Thua Thien Hue", "Huế is ahead of all."),
        ("Ly Son special zone, Quang Ngai", "On Ly Son it was 98 per cent."),
    ],
)
def test_a_place_is_named_by_its_bare_name_in_any_spelling(place: str, text: str) -> None:
    assert names(place, text)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Ba Vi district, Hanoi", "Mr Ba Vinh pays each month."),
        ("Ea Sup commune, Dak Lak", "The rate for all of Dak Lak is higher."),
        ("Son La", "Lang Son lags behind."),
    ],
)
def test_part_of_a_longer_name_names_nothing(place: str, text: str) -> None:
    assert not names(place, text)


def test_where_no_place_is_asked_for_nothing_is_sought() -> None:
    assert naming(()) is None
