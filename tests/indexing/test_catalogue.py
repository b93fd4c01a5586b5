"""The catalogue of metrics: complete, consistent, and loud about a faulty entry."""

from decimal import Decimal

import pytest

from indexing.catalogue import catalogue, parse_catalogue
from indexing.errors import WorkError

CONTRACT = [
    "si_participants",
    "compulsory_si_participants",
    "voluntary_si_participants",
    "ui_participants",
    "hi_participants",
    "household_hi_participants",
    "all_participants",
    "hi_coverage",
    "si_coverage",
    "compulsory_si_coverage",
    "voluntary_si_coverage",
    "ui_coverage",
    "premium_collection",
    "si_collection",
    "hi_collection",
    "ui_collection",
    "late_payment_amount",
    "late_payment_rate",
    "benefits_paid",
    "si_benefits_paid",
    "ui_benefits_paid",
    "hi_expenditure",
    "hi_visits",
    "hi_cards_issued",
    "si_books_issued",
    "hi_facilities",
    "si_beneficiaries",
    "ui_beneficiaries",
    "pensioners",
    "vssid_accounts",
    "documents_processed",
    "inspections",
    "population",
    "labour_force",
    "other",
]

ENTRY = """
[{name}]
schemes = ["hi"]
measure = "coverage"
unit = "{unit}"
kind = "{kind}"
en = {{ short = "a", long = "b", tells = "e" }}
vi = {{ short = "c", long = "d", tells = "f" }}
minimum = {minimum}
maximum = 100
province_maximum = 100
"""


def entry(name: str = "other", unit: str = "percent", kind: str = "stock", minimum: int = 0) -> str:
    return ENTRY.format(name=name, unit=unit, kind=kind, minimum=minimum)


def test_it_holds_exactly_the_metrics_of_the_contract() -> None:
    assert set(catalogue().metrics) == set(CONTRACT)


def test_every_metric_has_names_in_both_languages() -> None:
    for metric in catalogue().metrics.values():
        assert metric.short_name("en")
        assert metric.long_name("vi")


@pytest.mark.parametrize(
    ("metric", "unit", "kind"),
    [
        ("hi_coverage", "percent", "stock"),
        ("hi_participants", "people", "stock"),
        ("premium_collection", "VND", "flow"),
        ("late_payment_amount", "VND", "stock"),
        ("hi_visits", "visits", "flow"),
    ],
)
def test_units_and_kinds(metric: str, unit: str, kind: str) -> None:
    assert catalogue().metric(metric).unit == unit
    assert catalogue().metric(metric).kind == kind


@pytest.mark.parametrize(
    ("metric", "value", "country", "plausible"),
    [
        ("hi_coverage", "93", False, True),
        ("hi_coverage", "130", False, False),
        ("hi_participants", "91300000", True, True),
        ("hi_participants", "91300000", False, False),
        ("premium_collection", "3990000000000", False, True),
        ("premium_collection", "3990000", False, False),
    ],
)
def test_plausible_levels(metric: str, value: str, country: bool, plausible: bool) -> None:
    assert catalogue().metric(metric).plausible(Decimal(value), country=country) is plausible


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (entry(unit="furlongs"), r"\[other\]: unit is 'furlongs'"),
        (entry(kind="pile"), r"\[other\]: kind is 'pile'"),
        (entry(minimum=200), r"\[other\]: expected minimum < province_maximum"),
        (entry() + "colour = 'red'", r"\[other\]: fields missing or unknown: \['colour'\]"),
        (entry(name="hi_coverage"), r"expected an entry \[other\]"),
    ],
    ids=["unit", "kind", "range", "field", "no other"],
)
def test_a_faulty_entry_is_named(text: str, told: str) -> None:
    with pytest.raises(WorkError, match=told):
        parse_catalogue(text)
