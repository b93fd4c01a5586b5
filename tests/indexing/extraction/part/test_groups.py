"""Which part of the whole a figure is of: sentences, and the part of each figure, none for all."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PARTS = {
    "who accounts for some of those counted before": (
        "Ha Nam had 812,300 people with health insurance in March. Workers and retired people "
        "account for 240,100, while poor families make up 130,400.",
        [None, "Workers and retired people", "poor families"],
    ),
    "stations of communes are some of those that treat the insured": (
        "This year it has contracts for insured treatment with 37 hospitals. The 218 commune "
        "stations work under those of their district.",
        [None, "commune stations"],
    ),
    "what most of those counted are": (
        "Insured patients may turn to 17 facilities, most of them commune stations.",
        [None],
    ),
    "one kind of facilities beside another": (
        "The office has contracts with 12 hospitals, 3 medical centres and 2 clinics. It has "
        "contracts with 17 facilities.",
        ["hospitals", "centres", "clinics", None],
    ),
    "visits at which a card or an app was shown": (
        "Insured patients made 410,000 visits. On 96,000 visits the VssID app was shown.",
        [None, "VssID app was shown"],
    ),
    "the sum that those counted right before got": (
        "From January to June 31,200 people received pensions, the total being VND598 billion. "
        "Some 4,100 people drew sickness benefits, a sum of VND9 billion.",
        [None, "pensions", "sickness benefits", "sickness benefits"],
    ),
    "the money of those who were counted before": (
        "In the first quarter 1,240 people took a lump sum. They received VND60 billion.",
        ["lump sum", "lump sum"],
    ),
    "the rates of those whose number was told": (
        "For this school year 338,000 pupils have health insurance. Vinh City (98.2%) did best.",
        ["pupils", "pupils"],
    ),
    "pensions and all the other allowances": (
        "In 2023 it paid VND1,420 billion in pensions and other social insurance allowances.",
        [None],
    ),
    "pensioners and others": (
        "In June 20,650 pensioners and recipients of monthly allowances lived in the province.",
        ["pensioners and recipients of monthly allowances"],
    ),
    "the rate of those counted is theirs, in a district too": (
        "In 2023 Nghe An had 121,340 pupils in health insurance, 97.6% of all. Nam Dan district "
        "has 97.9%; coverage in the whole province is 94%.",
        ["pupils", "pupils", "pupils", None],
    ),
    "a hospital that a place gives its name": (
        "In 2023 Nam Dan district hospital had 41,200 insured visits. Doctors from Do Luong "
        "general hospital say that health insurance paid for 1.2 million visits in Nghe An.",
        ["Nam Dan district hospital", None],
    ),
    "all whom the scheme pays, by another name": (
        "In 2023 9,265 former employees received unemployment allowance.",
        [None],
    ),
    "a part of those": (
        "In 2023 1,265 farmers received unemployment allowance.",
        ["farmers"],
    ),
    "one kind of benefit": (
        "In 2023 sickness and maternity benefits of VND52 billion were paid.",
        ["sickness and maternity benefits"],
    ),
    "kinds of benefits and all the others": (
        "In 2023 pensions, maternity pay and the other social insurance benefits took VND520 "
        "billion.",
        [None],
    ),
    "parts that add up to the whole before the colon": (
        "In 2023 insured patients came 214,000 times: 196,000 as out-patients and 18,000 as "
        "in-patients.",
        [None, "as out-patients", "as in-patients"],
    ),
    "men and women that do": (
        "In June 2024 health insurance had 900,000 members: 400,000 men and 500,000 women.",
        [None, "men", "women"],
    ),
    "places that add up to it": (
        "In 2023 Nghe An had 900,000 members in health insurance: 700,000 in Vinh City and 200,000 "
        "in Nam Dan district.",
        [None, None, None],
    ),
    "files that ask for one benefit or another": (
        "In 2023 it settled 1,940 files for pensions, 24,300 for sickness and 980 for lump sums.",
        ["pensions", "sickness", "lump sums"],
    ),
    "whose files they are": (
        "In 2023 it settled 1.2 million files for people and firms.",
        [None],
    ),
    "a scheme is told by its metric": (
        "Social insurance has 84,000 members. Employers brought in 62,000 of them.",
        [None, None],
    ),
    "the people of whom a share is of a group": (
        "Some 17 per cent of the 3.3 million inhabitants of Nghe An are elderly.",
        [None, None],
    ),
    "the whole place beside a part of its people": (
        "In 2023 health insurance coverage was 93.8 per cent of pupils and 94.6 per cent of the "
        "whole province.",
        ["pupils", None],
    ),
    "the place as a whole, told again": (
        "In 2023 the health insurance coverage of 93.8 per cent was not far from the 94.6 per cent "
        "of the province as a whole.",
        [None, None],
    ),
    "what another insurance gives": (
        "In 2023 pensioners received VND305 billion; workers between jobs, VND41 billion.",
        ["pensioners", None],
    ),
    "some of those who were counted as no metric": (
        "Nghe An has 60,000 pupils. Of these, 55,000 have a health insurance card, a coverage of "
        "91.6 per cent.",
        [None, "pupils", "pupils"],
    ),
    "some of them, told behind the figure": (
        "In May 2024 20,000 people in Nghe An lost their jobs. 9,000 of them have a health "
        "insurance card.",
        [None, "have a health insurance card"],
    ),
    "some out of so many": (
        "Out of 96,000 such traders in Nghe An, 51,000 had health insurance in May 2024.",
        [None, "such traders"],
    ),
    "a people told apart by its name": (
        "Nghe An is home to 358,000 Khmer people, and 342,000 of these have health insurance.",
        ["Khmer people", "Khmer people"],
    ),
    "the whole people of the country": (
        "Nghe An is home to 3.4 million Vietnamese people, and 3.1 million of these have health "
        "insurance.",
        [None, None],
    ),
    "those whom a share of the people tells": (
        "The Thai form 30 per cent of the population of Nghe An. 342,000 of them had health "
        "insurance in May 2024, a coverage of 93.8 per cent.",
        [None, "had health insurance in May 2024", "had health insurance in May 2024"],
    ),
    "some of all inhabitants": (
        "Nghe An has 3.4 million inhabitants. Of them, 3.1 million have health insurance, a "
        "coverage of 91.2 per cent.",
        [None, None, None],
    ),
    "some of its own whole": (
        "In May 2024 voluntary social insurance had 76,000 members; of these 12,000 pay for five "
        "years and 9,000 live in the towns.",
        [None, "pay for five years", "live in the towns"],
    ),
    "members of one scheme out of two": (
        "In May 2024 social insurance had 84,000 members, of whom 12,000 in the voluntary scheme.",
        [None, None],
    ),
    "parts that go on behind a semicolon": (
        "In May 2024 health insurance had 2.9 million members. Of those insured, 512,300 pay as a "
        "household; the budget pays in full for 883,000, most of them poor.",
        [None, None, "most of them poor"],
    ),
    "some of those in a branch are not all of its scheme": (
        "In May 2024 voluntary social insurance had 76,000 members. Of those with social insurance "
        "books, 12,000 are traders.",
        [None, None],
    ),
    "whom a second clause sets apart": (
        "Some 5,100 people who are in voluntary social insurance and who lost their boats were "
        "given until June to pay.",
        ["lost their boats were given until June to pay"],
    ),
    "what one place has of its own is none of another's": (
        "In May 2024 Ha Tinh had 36,000 members of voluntary social insurance, and 9,200 of these "
        "are traders; Quang Binh had 15,000.",
        [None, "traders", None],
    ),
}


@pytest.mark.parametrize(("sentence", "parts"), PARTS.values(), ids=PARTS)
def test_the_part_of_each_figure(sentence: str, parts: list[str | None]) -> None:
    facts = extract_text(sentence, date(2024, 7, 10), "Nghe An")
    assert [fact.group for fact in facts] == parts
