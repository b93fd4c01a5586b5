"""The regions of Viet Nam and their provinces, before and after the merger of 1 July 2025."""

from datetime import date

import pytest

from indexing.gazetteer import gazetteer
from indexing.regions import is_region, lies_in, provinces_in, regions_called

BEFORE, SINCE = date(2020, 5, 1), date(2025, 12, 1)
SIX_BEFORE = (
    "Northern Midlands and Mountains", "Red River Delta", "North Central and Central Coast",
    "Central Highlands", "Southeast region", "Mekong Delta",
)  # fmt: skip
SIX_SINCE = (
    "Northern Midlands and Mountains", "Red River Delta", "North Central region",
    "South Central Coast and Central Highlands", "Southeast region", "Mekong Delta",
)  # fmt: skip


@pytest.mark.parametrize(
    ("regions", "day"),
    [
        pytest.param(SIX_BEFORE, BEFORE, id="63 provinces"),
        pytest.param(SIX_BEFORE, date(2025, 3, 1), id="Hue was renamed"),
        pytest.param(SIX_SINCE, SINCE, id="34 provinces"),
    ],
)
def test_six_regions_hold_every_province_once(regions: tuple[str, ...], day: date) -> None:
    held = [name for region in regions for name in provinces_in(region, day)]
    assert sorted(held) == sorted(place.name for place in gazetteer().provinces_on(day))


def test_two_regions_told_by_themselves_make_up_one() -> None:
    parts = ("North Central region", "South Central Coast")
    held = [name for part in parts for name in provinces_in(part, BEFORE)]
    assert sorted(held) == sorted(provinces_in("North Central and Central Coast", BEFORE))


def test_a_region_that_went_up_in_another_has_no_provinces_since() -> None:
    assert provinces_in("Central Highlands", SINCE) == ()
    assert len(provinces_in("Central Highlands", BEFORE)) == 5


def test_a_district_lies_in_the_region_of_its_province() -> None:
    assert lies_in("Nam Dan district, Nghe An", "North Central region")
    assert lies_in("Binh Duong", "Southeast region")
    assert not lies_in("Binh Duong", "Mekong Delta")


def test_a_region_is_called_by_the_last_word_of_its_name() -> None:
    assert set(regions_called("delta")) == {"Mekong Delta", "Red River Delta"}
    assert regions_called("highland") == ("Central Highlands",)
    assert all(is_region(name) for name in (*SIX_BEFORE, *SIX_SINCE))
    assert not is_region("Dong Nai")
