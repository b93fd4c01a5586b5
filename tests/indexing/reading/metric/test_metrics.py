"""Which words of a text name a metric, a scheme or a measure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import find_metrics, find_terms, metric_for, metrics_for_unit
from indexing.records import Unit


@pytest.mark.parametrize(
    ("phrase", "metric"),
    [
        ("health insurance coverage", "hi_coverage"),
        ("coverage of health insurance", "hi_coverage"),
        ("coverage rate of HI", "hi_coverage"),
        ("BHYT coverage", "hi_coverage"),
        ("độ bao phủ bảo hiểm y tế", "hi_coverage"),
        ("ty le bao phu BHYT", "hi_coverage"),
        ("people covered by health insurance", "hi_participants"),
        ("số người tham gia BHYT", "hi_participants"),
        ("health insurance (HI) participants", "hi_participants"),
        ("household health insurance participants", "household_hi_participants"),
        ("social insurance participants", "si_participants"),
        ("participants in compulsory and voluntary social insurance", "si_participants"),
        ("participants of mandatory social insurance", "compulsory_si_participants"),
        ("members of the voluntary branch", "voluntary_si_participants"),
        ("người tham gia BHXH tự nguyện", "voluntary_si_participants"),
        ("unemployment insurance participants", "ui_participants"),
        ("participants in social and health insurance", "all_participants"),
        ("social insurance, health insurance and unemployment insurance participants",
         "all_participants"),
        ("percentage of the labour force taking part in social insurance", "si_coverage"),
        ("premiums for social, health and unemployment insurance", "premium_collection"),
        ("số thu BHXH, BHYT, BHTN", "premium_collection"),
        ("social insurance collection", "si_collection"),
        ("late payment rate", "late_payment_rate"),
        ("tỷ lệ chậm đóng BHXH", "late_payment_rate"),
        ("late payment of mandatory social insurance", "late_payment_amount"),
        ("nợ BHXH", "late_payment_amount"),
        ("health insurance spending", "hi_expenditure"),
        ("unemployment insurance benefits paid", "ui_benefits_paid"),
        ("payments for social and unemployment insurance", "benefits_paid"),
        ("health insurance cards", "hi_cards_issued"),
        ("books of voluntary social insurance", "si_books_issued"),
        ("pensioners", "pensioners"),
        ("sickness and maternity benefits", "si_beneficiaries"),
        ("share of Hanoi's labour force in unemployment insurance", "ui_coverage"),
        ("tổng chi khám chữa bệnh BHYT", "hi_expenditure"),
        ("VssID accounts", "vssid_accounts"),
        ("the population", "population"),
    ],
)  # fmt: skip
def test_a_phrase_names_its_metric(phrase: str, metric: str) -> None:
    text = f"In 2023: {phrase}."
    (mention,) = find_metrics(text)
    assert mention.metric == metric
    assert text[mention.start : mention.end] in phrase


@pytest.mark.parametrize(
    "text",
    [
        "Hi, what can you do?",
        "bác sĩ và y tá",
        "The provincial Social Insurance said so",
        "the social insurance agency of Long An",
        "93 per cent of the population",
        "there is no plan",
        "BHXH tự nguyện",
        "the health insurance contribution rate",
    ],
)
def test_what_names_no_metric(text: str) -> None:
    assert find_metrics(text) == []


def schemes(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(term.id, term.parts) for term in find_terms(text) if term.kind == "scheme"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("social and health insurance", [("all", ("si", "hi"))]),
        ("social, health and unemployment insurance", [("all", ("si", "hi", "ui"))]),
        ("bảo hiểm xã hội, y tế và thất nghiệp", [("all", ("si", "hi", "ui"))]),
        ("social and unemployment insurance", [("si_ui", ("si", "ui"))]),
        ("voluntary social and family health insurance",
         [("voluntary_si", ()), ("household_hi", ())]),
        ("voluntary 15,512 and unemployment insurance 141,683",
         [("voluntary_si", ()), ("ui", ())]),
        ("the compulsory scheme and the voluntary scheme",
         [("si", ("compulsory_si", "voluntary_si"))]),
        ("BHXH tự nguyện", [("voluntary_si", ())]),
        ("BHXH bắt buộc hay tự nguyện", [("si", ("compulsory_si", "voluntary_si"))]),
        ("cả BHYT lẫn BHXH", [("all", ("hi", "si"))]),
        ("cơ quan BHXH tỉnh", []),
        ("BHXH tỉnh Nghệ An", []),
        ("tham gia BHXH tính đến hết tháng 9", [("si", ())]),
        ("tham gia BHXH tinh den het thang 9", [("si", ())]),
    ],
)  # fmt: skip
def test_schemes_named_together(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert schemes(text) == found


@pytest.mark.parametrize(
    ("scheme", "measure", "unit", "metric"),
    [
        ("hi", "coverage", None, "hi_coverage"),
        ("hi", "participants", "percent", "hi_coverage"),
        ("ui", "coverage", "people", "ui_participants"),
        ("hi", "benefits_paid", "USD", "hi_expenditure"),
        (None, "late_payment", "percent", "late_payment_rate"),
        (None, "collection", "VND", "premium_collection"),
        (None, "si_allowances", "VND", "si_benefits_paid"),
        (None, "coverage", None, None),
        ("ui", "books", None, None),
        ("hi", "nonsense", None, None),
    ],
)
def test_a_scheme_and_a_measure_make_a_metric(
    scheme: str | None, measure: str, unit: Unit | None, metric: str | None
) -> None:
    assert metric_for(scheme, measure, unit) == metric


def test_a_unit_tells_the_measure_of_a_bare_scheme() -> None:
    assert metrics_for_unit("ui", "people")[0] == "ui_participants"
    assert metrics_for_unit("voluntary_si", "percent")[0] == "voluntary_si_coverage"
    assert metrics_for_unit("hi", "enterprises") == ()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_long_name_of_every_metric_is_understood(language: str) -> None:
    for metric in catalogue().metrics.values():
        if metric.id != "other":
            found = [m.metric for m in find_metrics(metric.long_name(language))]  # type: ignore[arg-type]
            assert found == [metric.id], metric.long_name(language)  # type: ignore[arg-type]


pieces = st.sampled_from(
    ["health", "social", "insurance", ", ", " and ", " ", "BHXH", "coverage", "HI", "%", "\n", "of"]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(pieces).map("".join)))
def test_any_text_can_be_read_and_offsets_lie_in_it(text: str) -> None:
    for found in (*find_terms(text), *find_metrics(text)):
        assert 0 <= found.start < found.end <= len(text)
