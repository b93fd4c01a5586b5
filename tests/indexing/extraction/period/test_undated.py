"""Reports without a date of publication: their figures are dated by what they tell themselves.

Each case: a report, and the period of each of its figures in order.
"""

from __future__ import annotations

import pytest

from indexing.articles import parse_article
from indexing.extraction import extract

CASES = {
    "the only time that it tells is a school year": (
        "In the school year 2022-2023, 121,300 pupils in Ha Nam had health insurance.\n\n"
        "Insured pupils made 64,700 visits to a doctor.",
        ["2022-09/2023-05", "2022-09/2023-05"],
    ),
    "a rate that a rise is to begin with lies ahead as well": (
        "At the end of 2025 health insurance covered 94.3% of Ha Nam. It is to move up from 96% in "
        "2026 to 98% in 2030.",
        ["@2025", "@2026", "@2030"],
    ),
    "the name of Da Nang does not tell that something was done": (
        "By 2025 Da Nang wants 48% of the labour force in social insurance. Five years later this "
        "is to have risen to 60%.\n\n"
        "At the latest count the city had 283,000 people in social insurance.",
        ["@2025", "@2030", None],
    ),
    "a share of a year's plan tells the year, where nothing else does": (
        "By the end of the third quarter 312,000 people in Ha Nam were in compulsory social "
        "insurance, equal to 93.1% of the 2019 plan. In nine months VND1,500 billion was "
        "collected.",
        ["@2019-09", "@2019-09", "2019-01/2019-09"],
    ),
    "figures before the first date are of the day the report has come to": (
        "Coverage in Ha Nam was 93.1% in health insurance.\n\n"
        "As of October 31, 2025, 312,000 people were in compulsory social insurance.",
        ["@2025-10-31", "@2025-10-31"],
    ),
    "a year under way is no frame once a part of it is told": (
        "In 2023, VND400 billion was paid in unemployment benefits in Ha Nam.\n\n"
        "By the end of September, 12,300 people had joined voluntary social insurance.\n\n"
        "Health insurance covered 95.2% of the population.",
        ["2023", "@2023-09", "@2023-09"],
    ),
    "a year that is over stays the frame after an aside": (
        "In 2024, health insurance covered 98.2% of the population of Ha Nam.\n\n"
        "In June 2024, 900 people signed up for voluntary social insurance.\n\n"
        "Late payments were VND12 billion.",
        ["@2024", "2024-06", "@2024"],
    ),
    "so does one that is spoken of in the next": (
        "In 2024, health insurance covered 98.2% of the population, Ha Nam's office said on "
        "January 6, 2025.\n\n"
        "At the end of June social insurance had 40,000 participants.\n\n"
        "Late payments were VND12 billion.",
        ["@2024", "@2024-06", "@2024"],
    ),
    "a goal is no frame": (
        "By 2030 Ha Nam aims at 98% in health insurance.\n\n"
        "At the end of November 2025 coverage was 91%.\n\n"
        "Social insurance had 40,000 participants.",
        ["@2030", "@2025-11", "@2025-11"],
    ),
    "since the beginning of a year is in that year": (
        "Since the beginning of 2024 Ha Nam has inspected 62 firms. By the end of August the debt "
        "rate of social insurance was 2.31%.",
        ["2024-01/2024-08", "@2024-08"],
    ),
    "now is as far as the text comes": (
        "In 2018 health insurance covered 84% of Ha Nam's population, and now it covers 90.5%. In "
        "the first six months of 2020 VND612 billion was collected.",
        ["@2018", "@2020-06", "2020-H1"],
    ),
    "nor is a year further than an aim one that is past": (
        "By 2025 Ha Nam is to have 35% of its workforce in social insurance. The rates for 2030 "
        "are 50% and 35%. At present 14.8% of the workforce pays social insurance.",
        ["@2025", "@2030", "@2030", None],
    ),
    "a distance counts from the figures of the text": (
        "By the end of 2023 health insurance covered 99.1% of people in Ha Nam. A decade ago the "
        "rate was 94%.",
        ["@2023", "@2013"],
    ),
    "a text goes on from the month told last": (
        "In July 2022, the office of Ha Nam settled 410 claims. As of August 10, firms owed VND98 "
        "billion in social insurance.",
        ["2022-07", "@2022-08-10"],
    ),
    "but not to the end of its year": (
        "At the end of March 2022 firms in Ha Nam owed VND98 billion in social insurance. At the "
        "end of December it was VND61 billion.",
        ["@2022-03", "@2021-12"],
    ),
    "now is no goal's year": (
        "The rates of health insurance for 2030 are to be 98% in Ha Nam. At present 14.8% of the "
        "workforce pays social insurance.",
        ["@2030", None],
    ),
    "nothing is guessed where no date is told": (
        "By the end of November 56 million people had health insurance in Viet Nam.",
        [None],
    ),
}


@pytest.mark.parametrize(("body", "periods"), CASES.values(), ids=CASES)
def test_an_undated_report_dates_its_own_figures(body: str, periods: list[str | None]) -> None:
    article = parse_article("a", f"---\ntitle: Ha Nam reports\n---\n\n{body}\n", "a.md")
    assert [fact.period for fact in extract(article)] == periods
