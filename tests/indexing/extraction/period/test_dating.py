"""When figures are of, over several sentences: reports with the day on which they came out.

Each case: that day, the report, and the period of each of its figures in order.  Further cases
stand in `periods.toml`, where a colleague can add one without knowing the program.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexing.articles import parse_article
from indexing.extraction import extract

TOLD = tomllib.loads((Path(__file__).parent / "periods.toml").read_text(encoding="utf-8"))
CASES = {
    "before its date is told, a level is of the month that the report goes on to tell": (
        "2023-08-15",
        "In Ha Nam 98.9 per cent of people have health insurance. By the end of July late "
        "payments had come to VND0.8 billion.",
        ["@2023-07", "@2023-07"],
    ),
    "the day of a meeting is none on which figures are counted": (
        "2023-12-12",
        "At a conference on December 8, Ha Nam reviewed its work. Health insurance coverage is "
        "93.4 per cent. By the end of November, 812,400 people had health insurance.",
        ["@2023-11", "@2023-11"],
    ),
    "without any such month it is of the day of publication": (
        "2023-08-15",
        "In Ha Nam 98.9 per cent of people have health insurance. It was 97.2 per cent in 2020.",
        ["@2023-08-15", "@2020"],
    ),
    "a week of an event is no date of figures either": (
        "2023-04-11",
        "A delegation visited Ha Nam last week. Ha Nam has 121,000 members of voluntary social "
        "insurance.",
        ["@2023-04-09"],
    ),
    "early in a year its end is that of the one before": (
        "2024-01-21",
        "Employers in Ha Nam owed VND4.6 billion in June. By the end of the year they had paid "
        "VND3.9 billion.",
        ["@2023-06", "2023"],
    ),
    "unless it lies ahead": (
        "2024-01-21",
        "By the end of the year Ha Nam wants to have 98 per cent of people in health insurance.",
        ["@2024"],
    ),
    "the year just ended": (
        "2024-01-15",
        "In the year just ended, Ha Nam paid VND4,210 billion in social insurance benefits.",
        ["2023"],
    ),
    "the years told of before": (
        "2021-02-10",
        "From 2016 to 2020, coverage of health insurance in Ha Nam rose to 91.4 per cent. Over "
        "the five years VND9,800 billion was spent on treatment.",
        ["@2020", "2016/2020"],
    ),
    "a sentence that opens with the same period of the year before": (
        "2022-07-20",
        "In the first half of 2022, Ha Nam collected VND2,140 billion in premiums. In the same "
        "period of last year the revenue was VND1,960 billion.",
        ["2022-H1", "2021-H1"],
    ),
    "one that only goes on with the same period": (
        "2022-07-20",
        "In the first half of 2022, Ha Nam collected VND2,140 billion in premiums. In the same "
        "period VND1,960 billion was paid in benefits.",
        ["2022-H1", "2022-H1"],
    ),
    "a paper's day between commas": (
        "2021-08-31",
        "Under Resolution 68, issued on July 1, Ha Nam paid VND512 billion in unemployment "
        "benefits by August 27.",
        ["2021-01-01/2021-08-27"],
    ),
    "what happened since a day ends with its clause": (
        "2020-12-14",
        "At the end of November 93 per cent of people in Ha Nam had health insurance. The city has "
        "lost 1,130 members of social insurance since the end of 2019; coverage is 91 per cent.",
        ["@2020-11", "@2020-11", "@2020-11"],
    ),
    "during the month just told of": (
        "2025-11-07",
        "In Ha Nam 812,400 people had health insurance as of October 31. During the month the "
        "office settled 61,000 claims.",
        ["@2025-10-31", "2025-10"],
    ),
    "a day by which something was done lies behind, whatever was aimed at": (
        "2025-12-16",
        "With two weeks to go, Ha Nam has passed its target: VND81 billion in premiums had been "
        "collected by December 15.",
        ["2025-01-01/2025-12-15"],
    ),
    "now is when the report came out where what it tells is long past": (
        "2017-08-02",
        "Before 2014 Ha Nam had 41 members of voluntary social insurance. At present it has 2,140.",
        ["@2013", "@2017-08-02"],
    ),
    "what is, behind what had been": (
        "2021-11-20",
        "At the end of October 91.2 per cent of people in Ha Nam had health insurance; at the end "
        "of last year it had been 89.9 per cent. Ly Nhan district has a coverage of 90.4 per cent.",
        ["@2021-10", "@2020", "@2021-10"],
    ),
    "the year before what was told, not before what is told next": (
        "2024-01-17",
        "In 2023 Ha Nam collected VND2,140 billion in premiums. The year before it was VND1,960 "
        "billion, and in 2020, VND1,710 billion.",
        ["2023", "2022", "2020"],
    ),
    "a month earlier": (
        "2019-06-18",
        "In May 39 per cent of pensioners in Ha Nam were paid by bank. A month earlier the share "
        "was 37 per cent.",
        ["@2019-05", "@2019-04"],
    ),
    "as of yesterday": (
        "2021-09-09",
        "As of yesterday Ha Nam had 12,340 members of voluntary social insurance.",
        ["@2021-09-08"],
    ),
    "the start of the year is what others are compared with": (
        "2021-12-21",
        "Ha Nam has 18,604 people in voluntary social insurance now. At the start of the year the "
        "number was 12,020. In Ly Nhan district there are 2,410.",
        ["@2021-12-21", "@2020", "@2021-12-21"],
    ),
    "behind what it was before": (
        "2022-02-10",
        "At the end of 2021 the health insurance coverage of Ha Nam went up to 93.2 per cent after "
        "92.9 per cent in 2020.",
        ["@2021", "@2020"],
    ),
    "since the turn of the year means up to what was told": (
        "2025-07-22",
        "Ha Nam had 212,000 people in social insurance on June 30, 4,000 more than on December 31, "
        "2024. Since the turn of the year it has taken in VND1,911 billion in premiums.",
        ["@2025-06-30", "@2025-06-30", "2025-H1"],
    ),
    "what changed within a month": (
        "2019-04-14",
        "Since January 1 Ha Nam has collected VND812 billion in premiums. Late payments fell by "
        "VND6 billion in March, to VND114 billion.",
        ["2019-01-01/2019-04-14", "@2019-03", "@2019-03"],
    ),
    "a month that is not over": (
        "2024-07-18",
        "The July payment of pensions in Ha Nam came to VND272 billion. The June payment had been "
        "VND258 billion. There are 38,200 pensioners.",
        ["2024-07", "2024-06", "@2024-07-18"],
    ),
    "from a month on": (
        "2024-07-18",
        "From this month on Ha Nam pays VND272 billion in pensions.",
        ["2024-07"],
    ),
    "what there is, behind what was done": (
        "2025-10-14",
        "In nine months Ha Nam settled 61,000 claims. There are 46 pay points.",
        ["2025-01/2025-09", "@2025-09"],
    ),
    "turns of a deed add up": (
        "2023-09-12",
        "Hospitals in Ha Nam did so 203,450 times up to August 31.",
        ["2023-01/2023-08"],
    ),
    "what was done since a month goes on behind a semicolon": (
        "2022-11-03",
        "At the end of October Ha Nam owed VND211 billion. Since January inspectors have called at "
        "97 employers; 58 of these paid back VND31.7 billion.",
        ["@2022-10", "2022-01/2022-10", "2022-01/2022-10", "2022-01/2022-10"],
    ),
    "by a day and since a month": (
        "2020-06-30",
        "By 25 June Ha Nam had paid VND192 billion in unemployment benefits since January.",
        ["2020-01-01/2020-06-25"],
    ),
    "a clause that opens with the same months of the year before": (
        "2020-06-30",
        "Between March and May 4,100 people in Ha Nam got unemployment benefits; in the same three "
        "months of last year 3,250 did. On the same day last year it had VND81 billion of late "
        "payments.",
        ["2020-03/2020-05", "2019-03/2019-05", "@2019-05"],
    ),
    "in the months before": (
        "2023-05-05",
        "In the first quarter Ha Nam settled 31,000 claims. In the three months before, it had "
        "settled 28,000.",
        ["2023-Q1", "2022-Q4"],
    ),
    "the best month of a year": (
        "2024-12-03",
        "November was the best month of the year, with 912 new members of voluntary social "
        "insurance in Ha Nam.",
        ["2024-11"],
    ),
    "what was counted on a day, told on another": (
        "2024-06-04",
        "On Monday the director was told that 144,000 people in Ha Nam had health insurance on May "
        "31. Social insurance has 41,000.",
        ["@2024-05-31", "@2024-05-31"],
    ),
    "a colon ends what is compared with": (
        "2021-06-30",
        "Ha Nam has more members of voluntary social insurance than most provinces: 12,000 at the "
        "end of May. Ly Nhan district has 2,410.",
        ["@2021-05", "@2021-05"],
    ),
    "the year's aim beside what was reached in a part of it": (
        "2023-07-05",
        "From July to December Ha Nam is to collect VND2,486 billion in premiums, because the "
        "first six months yielded VND2,014 billion and the year's target is VND4,500 billion.",
        ["2023-H2", "2023-H1", "2023"],
    ),
    "on days of the month that is told of": (
        "2024-07-18",
        "From this month on, pensions rise. In Ha Nam 236 pay points opened on the first two days "
        "of the month.",
        ["2024-07"],
    ),
    "in the same five years": (
        "2021-03-03",
        "When the term 2016-2020 began, 86.4 per cent of people in Ha Nam had health insurance. At "
        "the end of 2020 it was 95.1 per cent. In the same five years it collected "
        "VND7,260 billion in premiums.",
        ["@2015", "@2020", "2016/2020"],
    ),
    "a month of this year": (
        "2023-12-01",
        "November brought Ha Nam VND312 billion in premiums, the most of any month this year.",
        ["2023-11"],
    ),
    "last week is none that the rest is told of": (
        "2025-10-14",
        "Ha Nam published the figures of its 14 offices last week. On September 30 it had 69,500 "
        "members of voluntary social insurance. Health insurance has 812,400.",
        ["2025-10-06/2025-10-12", "@2025-09-30", "@2025-09-30"],
    ),
    "an estimate for the whole year": (
        "2022-10-20",
        "In nine months the health insurance fund of Ha Nam paid VND488 billion, which is 83.5 per "
        "cent of the estimate of VND584 billion which the Prime Minister granted for the whole of "
        "2022. In the same months of 2021 the bill was VND441 billion.",
        ["2022-01/2022-09", "2022-01/2022-09", "2022", "2021-01/2021-09"],
    ),
    "on that day": (
        "2020-05-25",
        "On 23 May teams set out in Ha Nam. On that one day they sold 382 household health "
        "insurance cards.",
        ["2020-05-23"],
    ),
    "an average for each month is of its time": (
        "2024-04-09",
        "In the first quarter Ha Nam paid VND48 billion in unemployment benefits. The average "
        "allowance was VND4.1 million per month.",
        ["2024-Q1", "2024-Q1"],
    ),
    "a share that the law lays down is of no time": (
        "2023-05-15",
        "At the end of April, 21,870 people in Ha Nam were in voluntary social insurance. The "
        "State supports 30 per cent of the premium for the poor and 10 per cent for others.",
        ["@2023-04", None, None],
    ),
}


@pytest.mark.parametrize(("day", "body", "periods"), CASES.values(), ids=CASES)
def test_a_report_dates_its_figures(day: str, body: str, periods: list[str | None]) -> None:
    text = f"---\ntitle: Ha Nam reports\npublished: {date.fromisoformat(day)}\n---\n\n{body}\n"
    facts = extract(parse_article("a", text, "a.md"))
    assert [fact.period for fact in facts] == periods


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_each_figure_has_its_period(case: dict[str, Any]) -> None:
    day = f"published: {case['day']}\n" if "day" in case else ""
    article = parse_article(
        "a", f"---\ntitle: Ha Nam reports\n{day}---\n\n{case['text']}\n", "a.md"
    )
    facts = extract(article)
    told = [f"{article.text[f.start : f.end]} | {f.period or '-'} | {f.vs or '-'}" for f in facts]
    assert told == case["rows"]
