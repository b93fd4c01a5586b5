"""Which place an article is about."""

from __future__ import annotations

import pytest

from indexing.articles import parse_article
from indexing.extraction.place.homes import home_place
from indexing.extraction.text.surface import read_surface

CASES = [
    (
        "The people of Yen The",
        "In Dong Vuong commune, Yen The district, a card is for all of the district.",
        "Yen The district, Bac Giang",
    ),
    (
        "Funds grow",
        "The Ministry of Finance has put out its account.\n\nHoldings rose.\n\nThe money is safe."
        "\n\nProvincial results are annexed: Bac Ninh collected most.",
        "Viet Nam",
    ),
    (
        "More pensions by bank",
        "The share reached 64 per cent, VSS says.\n\nHai Phong has 121,400 pensioners. In Vinh Bao "
        "district it is low.\n\nThe city's own share is 49 per cent.",
        "Viet Nam",
    ),
    (
        "In Muong Ang, insurance climbs the hill",
        "Dien Bien - Muong Ang is among the poor districts of the country; 48,230 people are "
        "insured.\n\nThe district has 655 voluntary members.",
        "Muong Ang district, Dien Bien",
    ),
    (
        "Letter to the voters of Do Luong and Dien Chau",
        "To the voters of Do Luong and Dien Chau districts, Nghe An\n\nIn Dien Chau coverage is "
        "91.3 per cent. Voters of Dien Chau complained; the district hospital is full.",
        "Nghe An",
    ),
    ("Insurance in Nghe An", "Premiums rose by 3 per cent.", "Nghe An"),
    ("Premiums rise", "In Nghe An premiums rose by 3 per cent.", "Nghe An"),
    ("Premiums rise", "Premiums rose by 3 per cent.", "Viet Nam"),
    ("Premiums rise", "In the province premiums rose by 3 per cent.", None),
    (
        "Dien Chau wins farmers for insurance",
        "The office of Dien Chau district, Nghe An, won 300 farmers. The district has 38 communes.",
        "Dien Chau district, Nghe An",
    ),
    (
        "Trieu Phong district finishes its plan",
        "Trieu Phong district of Quang Tri province had 4,362 members, Trieu Trach commune 112 and "
        "Trieu Son commune 97; the average of the whole province is higher.",
        "Trieu Phong district, Quang Tri",
    ),
    (
        "Kim Lien ward helps its poor",
        "Kim Lien ward in Hanoi bought 300 cards. The ward has 20,000 residents.",
        "Kim Lien ward, Hanoi",
    ),
    (
        "Workers get their books",
        "In Bien Hoa City the social insurance of Dong Nai gave out 300 books. The province has "
        "more to do; in Dong Nai 40 firms are late.",
        "Dong Nai",
    ),
    (
        "Numbers up in the first half",
        "At a conference held in Da Nang, Viet Nam Social Security said that numbers had risen.",
        "Viet Nam",
    ),
    (
        "Numbers up in the half-year",
        "At a conference held in Da Nang, the city's social insurance said that numbers had risen.",
        "Da Nang",
    ),
    (
        "Hospital care costs more",
        "Hanoi, Thanh Hoa and Nghe An spent the most. The fund paid for 170 million visits.",
        "Viet Nam",
    ),
    ("More are paid by bank", "HANOI - The ministry said that more were paid.", "Viet Nam"),
    (
        "Da Bac villagers",
        "Da Bac is a mountain district of Hoa Binh. Some 51,000 of its people have cards.",
        "Da Bac district, Hoa Binh",
    ),
    (
        "Fewer claims",
        "Claims fell in 40 of 63 provinces. In Binh Duong they fell by 15 per cent.",
        "Viet Nam",
    ),
    (
        "Collections in the new province",
        "Dak Lak, to which Phu Yen has belonged for a year, took in VND1,362 billion.",
        "Dak Lak",
    ),
    (
        "Neighbours compared",
        "Gia Lai ended the year with 1,280,000 cards. Kon Tum, its neighbour, has 510,000.",
        "Gia Lai",
    ),
    (
        "The app grows",
        "The app has been installed by 27 million people. Nam Dinh alone has 612,000 accounts.",
        "Viet Nam",
    ),
    (
        "Fund pays out",
        "The fund paid VND29.8 trillion, a deputy director of VSS told reporters in Hanoi.",
        "Viet Nam",
    ),
    ("Half a year", "HANOI (VNS/VNA) - VSS reported on its first half-year.", "Viet Nam"),
    (
        "A village on the border",
        "Families in Quang Long commune, Ha Quang district, Cao Bang, have cards. The commune has "
        "2,964 people. In Ha Quang district 97.8% are insured.",
        "Quang Long commune, Cao Bang",
    ),
    (
        "Khmer communes of Tri Ton catch up",
        "Tri Ton, a district of An Giang, has lifted its coverage. The district bought 50 cards.",
        "Tri Ton district, An Giang",
    ),
    (
        "Who is insured",
        "Tra Vinh's Khmer people have cards. The national figure is not known.",
        "Tra Vinh",
    ),
    (
        "Who owes most",
        "Debts in Binh Duong come from two places: Thuan An and Di An (VND178 billion). Dong Nai "
        "has VND690 billion.",
        "Binh Duong",
    ),
    (
        "First months of the new office",
        "Social Insurance of Region IX, in charge of Soc Trang and Ca Mau, gave out 300 books.",
        None,
    ),
    (
        "Every house is insured",
        "Na Ot commune of Mai Son district, Son La province, has 5,200 people. The commune insures "
        "99 per cent of them. In Mai Son district as a whole it is 96 per cent.",
        "Na Ot commune, Son La",
    ),
    (
        "Rolls grow in the first quarter",
        "HANOI (VNS/VNA) \u2014 Over 20 million workers had social insurance on March 31.",
        "Viet Nam",
    ),
    (
        "The fund pays",
        "The sector paid VND29 trillion, VSS Deputy General Director Le Van An told reporters in "
        "Hanoi.",
        "Viet Nam",
    ),
    ("Rolls grow", "HAI DUONG, Oct 5 - Health insurance has 1.79 million members.", "Hai Duong"),
    ("Rolls grow", "SON LA (NDO) - The province has 1.2 million members.", "Son La"),
    ("Rolls grow", "SON LA - Viet Nam Social Security said that rolls had grown.", "Viet Nam"),
    ("Rolls grow", "HCM CITY - Health insurance has 93 million members.", "Viet Nam"),
    (
        "Cards abused",
        "Hanoi - A check found 2,776 people.\n\nOne woman in Da Nang went 123 times, a man from "
        "Tra Vinh 104.\n\nThe fund, VSS says, is short.",
        "Viet Nam",
    ),
    (
        "Membership in spring",
        "Hanoi – 17.6 million people were in social insurance in March, Viet Nam Social Security "
        "says.\n\nOf them 1.7 million joined of their own will.",
        "Viet Nam",
    ),
    (
        "Membership in spring",
        "Hanoi, with 2.1 million members, did best, Viet Nam Social Security says. It gained most.",
        "Hanoi",
    ),
    ("Hanoi wards", "Ha Noi - A ward has 300 members. The city has 8 million.", "Hanoi"),
    (
        "The sector sums up its year",
        "Viet Nam Social Security, now under the Ministry of Finance, held its conference to "
        "review the old year and to hand out the tasks of the new one in Da Nang on January 8, "
        "linked to all provinces.\n\nBy the end of last year 21 million people were members.",
        "Viet Nam",
    ),
    (
        "Pensions go up",
        "Pensions have been increased by 7.44 percent, Viet Nam Social Security (VSS) said in "
        "Hanoi on July 18.\n\nAt the end of June 13.2 million were members.",
        "Viet Nam",
    ),
    (
        "Pensions go up",
        "VSS told a hearing of reporters in Hue that pensions rise.\n\nSome 13.2 million are "
        "members.",
        "Viet Nam",
    ),
    (
        "A written answer",
        "**Question** (Deputy Tran Thi Hien, Ha Nam): How many have left?\n\n**Answer:** Over 4.06 "
        "million people were settled by VSS in one payment.",
        "Viet Nam",
    ),
    (
        "Readers ask",
        "Mr. Nguyen Van Luc of Thai Binh asks how many have left. VSS answers: over 4.06 million.",
        "Viet Nam",
    ),
    (
        "The year in the province",
        "Mr. Nguyen Van Luc, Thai Binh Social Security, told of 31,000 members.",
        "Thai Binh",
    ),
    (
        "Phong Dien district: health at the edge of the lagoon",
        "(Thua Thien Hue) In Phong Dien district the insured may see a doctor at 17 places.",
        "Phong Dien district, Thua Thien Hue",
    ),
    (
        "Two-tier government: what changes",
        "Since July 1, after the merger with Ha Nam and Nam Dinh, Ninh Binh has had 129 communes.",
        "Ninh Binh",
    ),
    (
        "VSS holds its mid-year conference in Quang Ninh",
        "Viet Nam Social Security reviewed its half-year at a conference in Quang Ninh. Some 93 "
        "per cent are covered.",
        "Viet Nam",
    ),
    (
        "Conference on voluntary insurance held in Quang Ninh",
        "VSS and the agency of Quang Ninh met 300 farmers. The province has 9,300 members.",
        "Quang Ninh",
    ),
    (
        "A gift for pupils",
        "VSS and its trade union handed 500 cards to the pupils of poor families in Ha Giang on "
        "January 8. They will come again.",
        "Ha Giang",
    ),
    (
        "Fewer arrears at half-time",
        "Viet Nam Social Security laid its account of the half-year before deputies in Hanoi on "
        "July 9. Health insurance covers 92.4 per cent.",
        "Viet Nam",
    ),
    (
        "What the plan still lacks",
        "VSS called the heads of its provincial offices to a video link on July 9. Health "
        "insurance covers 92.4 per cent.",
        "Viet Nam",
    ),
    (
        "What the plan still lacks",
        "VSS called provincial social insurance directors to a video link on July 9. Health "
        "insurance covers 92.4 per cent.",
        "Viet Nam",
    ),
    (
        "Khmer families buy cards",
        "The Prime Minister struck communes off the list. Three provincial agencies told a hearing "
        "what came of it.\n\nSoc Trang had 1,021,300 members.\n\nTra Vinh has a coverage of "
        "88 per cent. The province pays 30 per cent.",
        "Viet Nam",
    ),
    (
        "Premiums are paid late",
        "The provincial agency told a hearing what came of it.\n\nIn Soc Trang 300 firms are late.",
        "Soc Trang",
    ),
    (
        "Notes from four provinces",
        "**Hai Phong.** Some 9,300 firms in the port city pay.\n\n**Ha Nam.** The province has "
        "8,204 voluntary members.\n\n**Lai Chau.** Families in Sin Ho district got 520 cards.",
        "Viet Nam",
    ),
    (
        "Where the offices stand",
        "- Hai Phong: the city has 302,000 members.\n- Ha Nam: the province has 8,204.",
        "Viet Nam",
    ),
    (
        "Ninh Thuan's poorest district stays on top",
        "In Bac Ai district, Ninh Thuan, 31,480 people have cards. The province is at 91 per cent, "
        "Ninh Son district at 90 and Thuan Nam at 87.\n\nThe district's office has five people. "
        "Just 0.4 per cent is overdue, against 3.6 for Ninh Thuan.",
        "Bac Ai district, Ninh Thuan",
    ),
    (
        "Ninh Thuan's districts catch up",
        "In Bac Ai district, Ninh Thuan, 31,480 people have cards. The province is at 91 per cent, "
        "Ninh Son district at 90 and Thuan Nam at 87.",
        "Ninh Thuan",
    ),
]


@pytest.mark.parametrize(("title", "body", "home"), CASES, ids=[f"{c[2]}: {c[0]}" for c in CASES])
def test_an_article_is_at_home_where_it_speaks_of(title: str, body: str, home: str | None) -> None:
    article = parse_article("a", f"---\ntitle: {title}\n---\n\n{body}\n", "a.md")
    assert home_place(read_surface(article)) == home


@pytest.mark.parametrize(
    ("day", "home"),
    [
        ("2025-10-14", "Ha Giang 1 ward, Tuyen Quang"),
        ("2024-10-14", "Ha Giang 1 ward, Ha Giang"),
    ],
)
def test_since_the_merger_a_ward_lies_in_the_province_of_today(day: str, home: str) -> None:
    text = "Three months after Ha Giang became part of Tuyen Quang, the ward has 12,400 members."
    head = f"---\ntitle: Health cover in Ha Giang 1 ward\npublished: {day}\n---\n\n"
    article = parse_article("a", f"{head}{text}\n", "a.md")
    assert home_place(read_surface(article)) == home
