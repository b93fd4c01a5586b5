"""Whose figure it is: the place of each figure of a text about a province or about the country."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 3, 7)
NATION, BP, LA = "Viet Nam", "Binh Phuoc", "Long An"


def places(text: str, home: str | None) -> list[str | None]:
    return [fact.place for fact in extract_text(text, PUBLISHED, home)]


@pytest.mark.parametrize(
    ("text", "home", "told"),
    [
        pytest.param(
            "In 2023 health insurance covered 93% of the people, above the national average of "
            "91%.",
            BP,
            [BP, NATION],
            id="the national average",
        ),
        pytest.param(
            "Health insurance covers 93%, among the highest in the country, where the average is "
            "91%.",
            BP,
            [BP, NATION],
            id="the average where it ranks",
        ),
        pytest.param(
            "The Social Insurance of Dak Lak, which since July also looks after Phu Yen, reported "
            "that 2,987,000 people were in health insurance.",
            "Dak Lak",
            ["Dak Lak"],
            id="a place in an aside",
        ),
        pytest.param(
            "Lam Dong (with Binh Thuan and Dak Nong) has 3.3 million members of health insurance.",
            "Lam Dong",
            ["Lam Dong"],
            id="places that only stand in a bracket",
        ),
        pytest.param(
            "In Nghe An, 84,000 people were in voluntary social insurance. VSS wants 1.45 million "
            "members this year.",
            NATION,
            ["Nghe An", NATION],
            id="what a national body wants",
        ),
        pytest.param(
            "Da Lat City collected VND310 billion in premiums. It has 22,100 members of social "
            "insurance.",
            "Lam Dong",
            ["Da Lat City, Lam Dong"] * 2,
            id="it",
        ),
        pytest.param(
            "In Nan Xin commune health insurance covers 100%. The district has 640 members of "
            "voluntary social insurance.",
            "Xin Man district, Ha Giang",
            ["Nan Xin commune, Ha Giang", "Xin Man district, Ha Giang"],
            id="the district is not the commune",
        ),
        pytest.param(
            "Vu Quang district has 402 members of voluntary social insurance. Provincial coverage "
            "of health insurance was 95.1 per cent.",
            "Vu Quang district, Ha Tinh",
            ["Vu Quang district, Ha Tinh", "Ha Tinh"],
            id="the province's coverage",
        ),
        pytest.param(
            "Health insurance covers 52.6% in Chu Prong; K'Bang keeps 90.1%.",
            "Gia Lai",
            ["Chu Prong district, Gia Lai", "K'Bang district, Gia Lai"],
            id="a name with an apostrophe",
        ),
        pytest.param(
            "Health insurance covers 93.1% in An Duong district, followed by Le Chan with 90.6%.",
            "Hai Phong",
            ["An Duong district, Hai Phong", "Le Chan district, Hai Phong"],
            id="a place that follows with its figure",
        ),
        pytest.param(
            "Health insurance covers 88.4%, 2.1 percentage points behind the national figure "
            "(90.5%).",
            LA,
            [LA, LA, NATION],
            id="a bracket behind what is compared with",
        ),
        pytest.param(
            "Social insurance in Long An reaches more of the labour force than it does in the "
            "country as a whole: 44.6% versus 32.9%.",
            LA,
            [LA, NATION],
            id="two places compared, then two figures",
        ),
        pytest.param(
            "Hau Giang reports a health insurance coverage of 90.8%, against 87.5% in Soc Trang, "
            "where 1,046,200 people are insured.",
            None,
            ["Hau Giang", "Soc Trang", "Soc Trang"],
            id="where: the place just named",
        ),
        pytest.param(
            "Health insurance coverage is 93.8% in Ben Tre and 94.7% in Vinh Long.",
            None,
            ["Ben Tre", "Vinh Long"],
            id="a figure for each of two provinces",
        ),
        pytest.param(
            "Hanoi and Da Nang have 95% and 97% of their people in health insurance.",
            NATION,
            ["Hanoi", "Da Nang"],
            id="dealt out in order",
        ),
        pytest.param(
            "8,100 and 6,200 people joined voluntary social insurance in Cao Bang and Bac Kan "
            "respectively.",
            NATION,
            ["Cao Bang", "Bac Kan"],
            id="respectively, the places behind",
        ),
        pytest.param(
            "Hanoi and Da Nang together have 9,500,000 people in health insurance.",
            NATION,
            [None],
            id="two provinces together are none of them",
        ),
        pytest.param(
            "In Duc Hoa and Ben Luc districts, 187,400 people have compulsory social insurance.",
            LA,
            [LA],
            id="two districts together are a part of their province",
        ),
        pytest.param(
            "When Binh Dinh was merged into it, the province had 74,600 pensioners.",
            "Gia Lai",
            ["Gia Lai"],
            id="the province: the one that the text is about",
        ),
        pytest.param(
            "In Hoa Binh health insurance covers 94% of the people; the province has 812,000 "
            "people in health insurance.",
            NATION,
            ["Hoa Binh", "Hoa Binh"],
            id="the province: the one just named",
        ),
        pytest.param(
            "Data of 1,925,700 people, 97.2% of those in health insurance, were matched with the "
            "national population database.",
            "Hai Phong",
            ["Hai Phong", "Hai Phong"],
            id="a national database is no place",
        ),
        pytest.param(
            "In Thailand health insurance covers 99% of the people; in Viet Nam it covers 93%.",
            NATION,
            ["Thailand", NATION],
            id="another country",
        ),
        pytest.param(
            "Viet Nam's 93% health insurance coverage is higher than the ASEAN average of 80%.",
            NATION,
            [NATION, "ASEAN"],
            id="a group of countries",
        ),
        pytest.param(
            "Worldwide, 52.4% of the people have social insurance. In Viet Nam the rate is 42%.",
            NATION,
            ["the world", NATION],
            id="the world",
        ),
        pytest.param(
            "With the help of Japan, health insurance covered 93% of the people in 2023.",
            BP,
            [BP],
            id="a country that helped",
        ),
        pytest.param(
            "In the Mekong Delta health insurance covers 91% of the people.",
            NATION,
            ["Mekong Delta"],
            id="a region is not the country",
        ),
        pytest.param(
            "Can Tho, the centre of the Mekong Delta, has 93% of its people in health insurance.",
            "Can Tho",
            ["Can Tho"],
            id="a city in its region",
        ),
        pytest.param(
            "Health insurance covers 95% of the people in Dong Xoai City, 94% in Phuoc Long town "
            "and 90% in Bu Dang district.",
            BP,
            [
                "Dong Xoai City, Binh Phuoc",
                "Phuoc Long town, Binh Phuoc",
                "Bu Dang district, Binh Phuoc",
            ],
            id="districts with their province",
        ),
        pytest.param(
            "In Dong Xoai City health insurance covers 95% of the people; province-wide it is 92%.",
            BP,
            ["Dong Xoai City, Binh Phuoc", BP],
            id="a district and its province",
        ),
        pytest.param(
            "Nationwide, 93.35% of the people have health insurance; the city's rate is 96%.",
            "Da Nang",
            [NATION, "Da Nang"],
            id="the city's rate",
        ),
        pytest.param(
            "The new Gia Lai, formed from Gia Lai and Binh Dinh, had 241,870 people in compulsory "
            "social insurance.",
            "Gia Lai",
            ["Gia Lai"],
            id="what it was formed from",
        ),
        pytest.param(
            "In Dam Doi district, a shrimp-farming district of Ca Mau, 51,236 people have health "
            "insurance.",
            "Ca Mau",
            ["Dam Doi district, Ca Mau"],
            id="a district of its province",
        ),
        pytest.param(
            "Hoa Binh and Son La border on each other. In the former, health insurance had 812,000 "
            "members; in the latter, 1,190,000.",
            NATION,
            ["Hoa Binh", "Son La"],
            id="the former and the latter",
        ),
        pytest.param(
            "The Central Highlands province has 1,520,000 people in health insurance.",
            "Dak Lak",
            ["Dak Lak"],
            id="a province of a region",
        ),
        pytest.param(
            "HANOI, Feb 21 - In 2022, 895,500 people took one-time social insurance.",
            NATION,
            [NATION],
            id="a dateline",
        ),
        pytest.param(
            "The cities of Thanh Hoa had 327,000 people in health insurance.",
            "Thanh Hoa",
            ["Thanh Hoa"],
            id="the cities of a province",
        ),
        pytest.param(
            "**Sam Son**\n\nHealth insurance covers 96% of the people.\n\n**Province**\n\n"
            "Health insurance covers 92% of the people.",
            "Thanh Hoa",
            ["Sam Son City, Thanh Hoa", "Thanh Hoa"],
            id="a heading leads its section",
        ),
        pytest.param(
            "* **Ben Tre** - health insurance covers 88% of the people. Poor households hold "
            "120,000 health insurance cards.\n"
            "* **Tra Vinh** - health insurance covers 87% of the people.",
            NATION,
            ["Ben Tre", "Ben Tre", "Tra Vinh"],
            id="the first words of a list item",
        ),
        pytest.param(
            "With 93.2% of its people in health insurance, Binh Phuoc is ahead of Dak Nong, where "
            "the rate is 90.1%.",
            NATION,
            [BP, "Dak Nong"],
            id="an opening that leads up to its subject",
        ),
        pytest.param(
            "Some 300,000 workers from the Mekong Delta have social insurance in the city.",
            "Ho Chi Minh City",
            ["Ho Chi Minh City"],
            id="where people come from",
        ),
        pytest.param(
            "Nationally, health insurance covered 93% of the population; locally, 90%.",
            BP,
            [NATION, BP],
            id="nationally and locally",
        ),
        pytest.param(
            "Health insurance coverage ranges from 88% in Bu Dop to 97% in Dong Phu district.",
            BP,
            ["Bu Dop district, Binh Phuoc", "Dong Phu district, Binh Phuoc"],
            id="from one place to another",
        ),
        pytest.param(
            "At a meeting held in Da Nang on Monday, VSS said that 18,300,000 people had social "
            "insurance.",
            NATION,
            [NATION],
            id="where it was said",
        ),
        pytest.param(
            "Leading are Hanoi with 6,000,000 VssID accounts, Ho Chi Minh City with 5,800,000 and "
            "Thanh Hoa with 2,300,000.",
            NATION,
            ["Hanoi", "Ho Chi Minh City", "Thanh Hoa"],
            id="each with its own",
        ),
        pytest.param(
            "Health insurance covered 92% of the population, against a national 93%.",
            BP,
            [BP, NATION],
            id="a national figure",
        ),
        pytest.param(
            "The province, which was formed out of the former Long An and Tay Ninh, had 655,300 "
            "people in social insurance.",
            BP,
            [BP],
            id="formed out of others",
        ),
        pytest.param(
            "Dong Nai, enlarged by Binh Phuoc, reports 1,900,000 health insurance members.",
            NATION,
            ["Dong Nai"],
            id="enlarged by another",
        ),
        pytest.param(
            "Binh Phuoc, into which no other was merged, has 97% in health insurance.",
            NATION,
            [BP],
            id="merged into it",
        ),
        pytest.param(
            "The lowest health insurance coverage, 88.5%, was recorded in Bu Dop district.",
            BP,
            ["Bu Dop district, Binh Phuoc"],
            id="told first and placed behind",
        ),
        pytest.param(
            "In Dong Xoai City health insurance coverage is 97%, far more than the 93% in the "
            "province.",
            BP,
            ["Dong Xoai City, Binh Phuoc", BP],
            id="more than in the province",
        ),
        pytest.param(
            "Of the districts of Binh Phuoc, Bu Dop and Dong Phu had 88% and 97% of people in "
            "health insurance.",
            BP,
            ["Bu Dop district, Binh Phuoc", "Dong Phu district, Binh Phuoc"],
            id="dealt to the last two named",
        ),
        pytest.param(
            "In Dong Phu district 97% have health insurance. Bu Dop district follows with 95%. "
            "Another 120,000 people are to join health insurance.",
            BP,
            ["Dong Phu district, Binh Phuoc", "Bu Dop district, Binh Phuoc", BP],
            id="what the next district ends",
        ),
        pytest.param(
            "Binh Phuoc is one of the eight in the Mekong Delta that have 75 communes.",
            BP,
            [BP],
            id="one of several in a region",
        ),
        pytest.param(
            "Health insurance in the Central Highlands grows. Lam Dong leads with 92.8%. For the "
            "region as a whole health insurance coverage is 91.2%, against 93.1% in the country.",
            NATION,
            ["Lam Dong", "Central Highlands", NATION],
            id="the region told of before",
        ),
        pytest.param(
            "Binh Phuoc and Long An are compared. Health insurance: 92.3% and 91.8%.",
            NATION,
            [BP, LA],
            id="dealt to the two told of before",
        ),
        pytest.param(
            "At the end of January the province stood at 93.1% in health insurance, Dong Xoai City "
            "at 97.3%.",
            BP,
            [BP, "Dong Xoai City, Binh Phuoc"],
            id="the province as subject beside a city",
        ),
        pytest.param(
            "Dong Phu district has 2,310 members of voluntary social insurance, the most in the "
            "province and 97 more than at the end of 2022.",
            BP,
            ["Dong Phu district, Binh Phuoc", "Dong Phu district, Binh Phuoc"],
            id="the most in the province",
        ),
        pytest.param(
            "Among the 63 provinces, Binh Phuoc ranks fifth nationwide with 93% of its people in "
            "health insurance.",
            NATION,
            [NATION, BP],
            id="a rank in the country",
        ),
        pytest.param(
            "Dak Lak, to which Phu Yen has belonged since July, collected VND5,000 billion.",
            "Dak Lak",
            ["Dak Lak"],
            id="what belongs to it since",
        ),
        pytest.param(
            "The province, which was formed out of the former Tay Ninh, had 655,300 people in "
            "compulsory social insurance.",
            LA,
            [LA],
            id="what it was formed out of",
        ),
        pytest.param(
            "The province, bordering Tay Ninh, had 655,300 people in compulsory social insurance.",
            LA,
            [LA],
            id="what it borders on",
        ),
        pytest.param(
            "In Dong Xoai City health insurance covers 97%, against the 93% in the province.",
            BP,
            ["Dong Xoai City, Binh Phuoc", BP],
            id="beside a district, in the province",
        ),
        pytest.param(
            "The lowest coverage of health insurance, 88.5 per cent, was recorded in Bu Gia Map "
            "district.",
            BP,
            ["Bu Gia Map district, Binh Phuoc"],
            id="where it was recorded",
        ),
        pytest.param(
            "Heading the list is a wood maker in Bu Dang district. It owes VND18.7 billion.",
            BP,
            [BP],
            id="it is the firm, not its district",
        ),
        pytest.param(
            "The next is Bu Dang district. It has 3,120 members of voluntary social insurance.",
            BP,
            ["Bu Dang district, Binh Phuoc"],
            id="it is the district",
        ),
        pytest.param(
            "Bu Dang district contributes VND310 billion of the VND2,410 billion collected in "
            "2023.",
            BP,
            ["Bu Dang district, Binh Phuoc", BP],
            id="a part of the whole",
        ),
        pytest.param(
            "Bu Dang district collected VND310 billion of the VND410 billion assigned for 2023.",
            BP,
            ["Bu Dang district, Binh Phuoc", "Bu Dang district, Binh Phuoc"],
            id="a whole of the district's own",
        ),
        pytest.param(
            "Health insurance covers 93 per cent; the figure for the Mekong Delta is 91 per cent.",
            LA,
            [LA, "Mekong Delta"],
            id="the figure for a region",
        ),
        pytest.param(
            "Bu Dang and Bu Dop are two hilly districts of Binh Phuoc. The former has 12,300 "
            "compulsory participants, the latter 9,200.",
            BP,
            ["Bu Dang district, Binh Phuoc", "Bu Dop district, Binh Phuoc"],
            id="the former and the latter of two districts",
        ),
        pytest.param(
            "Health insurance covers 95% of Bu Dang's people and 93% of Bu Dop's.",
            BP,
            ["Bu Dang district, Binh Phuoc", "Bu Dop district, Binh Phuoc"],
            id="whose people is said once",
        ),
        pytest.param(
            "**LONG AN** - Coverage of health insurance is 93 per cent. Arrears: VND31 billion.",
            BP,
            [LA, LA],
            id="a paragraph that a place opens",
        ),
    ],
)
def test_each_figure_has_its_place(text: str, home: str | None, told: list[str | None]) -> None:
    assert places(text, home) == told
