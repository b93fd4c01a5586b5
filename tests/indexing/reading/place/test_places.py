"""Which words of a text name a place, and which only look as if they did."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.gazetteer import gazetteer
from indexing.reading.place.places import find_places
from indexing.reading.place.suggestions import suggest_places


def names(text: str, within: str | None = None) -> list[str]:
    return [mention.name for mention in find_places(text, within)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Binh Phuoc's social security agency", ["Binh Phuoc"]),
        ("the Binh Phuoc Social Security Office", ["Binh Phuoc"]),
        ("hi coverage in binh phuoc and dong nai", ["Binh Phuoc", "Dong Nai"]),
        ("hi participants thai binh oct 2022", ["Thai Binh"]),
        ("hi coverage hoa binh by june 2022", ["Hoa Binh"]),
        ("giu gin hoa binh va on dinh", []),
        ("BA RIA-VUNG TAU WIDENS COVERAGE", ["Ba Ria - Vung Tau"]),
        ("Ba Ria\u2013Vung Tau and TT-Hue", ["Ba Ria - Vung Tau", "Thua Thien Hue"]),
        ("Quang\nNam and Quang Ngai", ["Quang Nam", "Quang Ngai"]),
        ("HCMC, TP.HCM and TP. Hồ Chí Minh", ["Ho Chi Minh City"] * 3),
        ("in Hồ Chí Minh City", ["Ho Chi Minh City"]),
        ("Hanoi (the capital) - and Hue", ["Hanoi", "Hue"]),
        ("ty le bao phu BHYT tinh Thua Thien Hue", ["Thua Thien Hue"]),
        ("Hoà Bình và Thanh Hoá", ["Hoa Binh", "Thanh Hoa"]),
        ("coverage of hue in 2025", ["Hue"]),
        ("the national rate is 85.6%", ["Viet Nam"]),
        ("17.5 million people nationwide", ["Viet Nam"]),
        ("toàn quốc có 93 triệu người", ["Viet Nam"]),
        ("In Viet Nam, coverage grew", ["Viet Nam"]),
        ("Vietnam health insurance coverage", ["Viet Nam"]),
        ("thành phố Đà Nẵng", ["Da Nang"]),
        ("Hồ Chí Minh City leads", ["Ho Chi Minh City"]),
        ("Hanoi (VNS/VNA) - VSS said", []),
        ("Hue \u2013 Viet Nam Social Security said", []),
        ("Hanoi - 1,200 people", ["Hanoi"]),
        ("Schemes grow\n\nHanoi \u2013 20 million workers nationwide belong.", ["Viet Nam"]),
        ("Schemes grow\n\nHo Chi Minh City - nearly half of them belong.", []),
        ("Schemes grow\n\nHo Chi Minh City (VNA) - Half of them belong.", []),
        (
            "Where cards are held\n\nHanoi \u2013 95 per cent, Hue \u2013 93 per cent.",
            ["Hanoi", "Hue"],
        ),
        ("Cards are held.\n\nHanoi \u2013 half of all people.\n\nHue - a third.", ["Hanoi", "Hue"]),
        ("Where cards are held\n\n- Can Tho \u2013 half of the people.", ["Can Tho"]),
        ("Hanoi \u2013 how many members?", ["Hanoi"]),
        ("the city of 1.13 million people", []),
        ("Ea Drang commune and Krong Na commune", ["Ea Drang commune", "Krong Na commune"]),
        ("three communes of Bac Ai district", ["Bac Ai district"]),
        ("in Hoa Binh district", ["Hoa Binh district"]),
        ("Bac Ninh ward and phường Hòa Bình", ["Bac Ninh ward", "Hoa Binh ward"]),
        (
            "each Hanoi district; Hanoi districts; Lao Cai commune stations",
            ["Hanoi", "Hanoi", "Lao Cai"],
        ),
        ("the Lao Cai district of Bat Xat", ["Bat Xat district, Lao Cai"]),
        (
            "in the commune of Ta Phin, Sa Pa town, Lao Cai",
            ["Ta Phin commune", "Sa Pa town, Lao Cai"],
        ),
        ("across districts of Bac Giang", ["Bac Giang"]),
        ("in 5 communes of Lao Cai", ["Lao Cai"]),
        ("Do Binh Phuoc and Dong Nai differ?", ["Binh Phuoc", "Dong Nai"]),
        ("Vì Hà Nội thu thấp", ["Hanoi"]),  # with that mark it is no family name
        ("quận Ba Đình Hà Nội", ["Ba Dinh district", "Hanoi"]),
    ],
)
def test_provinces_and_the_country(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nguyen Binh Duong spoke",
        "Ms. Tran Thi Hoa Binh agreed",
        "Mr Cao Bang said",
        "Trần Cao Bằng phát biểu",
        "Hoa Binh Construction owes",
        "Saigon Post owes",
        "the office in Hanoi Road",
        "đường Hà Nội",
        "Viet Nam Social Security (VSS) said",
        "the Social Security of Viet Nam",
        "the Vietnam Chamber of Commerce and Industry",
        "the Vietnam General Confederation of Labour",
        "the State Bank of Vietnam",
        "BHXH Việt Nam",
        "Ho Chi Minh's thought",
        "how long an employee must pay",
        "hòa bình thế giới",
        "dịch vụ đa năng",
        "a reddish hue of blue",
        "Hanoi (VNA) - The campaign",
        "HÀ NỘI \u2014 The campaign",
        "HÀ NỘI (VNS/VNA) \u2013 The campaign",
        "Bac Lieu (Vietnam+) - The campaign",
        "Da Nang, VNA - The campaign",
        "the city of 1.13 million people",
        "in districts and communes. Phan Thiet leads",
        "a district of 12 communes; phường 3,5 triệu dân",
        "https://english.vov.vn/dak-nong-hold-cards and www.vietnam.vn",
        "every commune and every ward; the district; ten of the 11 districts",
        "bảo hiểm xã hội",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nam Dan district, Nghe An", "Nam Dan district, Nghe An"),
        ("Da Bac District in Hoa Binh province", "Da Bac district, Hoa Binh"),
        ("Nghe An province's Nam Dan District", "Nam Dan district, Nghe An"),
        ("In Long My ward, Can Tho", "Long My ward, Can Tho"),
        ("Hop Thanh commune", "Hop Thanh commune"),
        ("Hoa Vinh commune had 900", "Hoa Vinh commune"),  # Vinh alone is a city
        ("the border commune of Vinh Gia only", "Vinh Gia commune"),
        ("in Vinh ward", "Vinh ward"),
        ("thành phố Phan Rang - Tháp Chàm", "Phan Rang - Thap Cham City"),
        ("the commune of Vinh Gia - a poor one", "Vinh Gia commune"),
        ("coverage in hop thanh commune of lao cai", "Hop Thanh commune, Lao Cai"),
        ("huyện Nam Đàn, tỉnh Nghệ An", "Nam Dan district, Nghe An"),
        ("phường Long Mỹ", "Long My ward"),
        ("quận 1, TP.HCM", "District 1, Ho Chi Minh City"),
        ("Lao Cai City", "Lao Cai City"),
        ("the city of Lao Cai", "Lao Cai City"),
        ("Vinh city, Nghe An", "Vinh City, Nghe An"),
        ("Ea H'leo district", "Ea H'leo district"),
        ("the district of Nam Dan", "Nam Dan district"),
        ("coverage in Nam Dan, Nghe An", "Nam Dan district, Nghe An"),
        ("nha trang, khanh hoa", "Nha Trang City, Khanh Hoa"),
        ("the Khmer communes of Tri Ton", "Tri Ton district"),
        ("in three poor communes of Bac Ai district", "Bac Ai district"),
        ("Ward 7", "Ward 7"),
        ("Ha Giang 1 ward, Tuyen Quang", "Ha Giang 1 ward, Tuyen Quang"),
        ("in Bao Loc 2 ward", "Bao Loc 2 ward"),
    ],
)
def test_districts_and_communes(text: str, found: str) -> None:
    (mention,) = find_places(text)
    assert (mention.name, mention.kind) == (found, "district")
    assert mention.province == (found.split(", ")[1] if ", " in found else None)


def test_one_word_may_belong_to_several_names() -> None:
    text = "Hiep Hoa, Tan Yen and Viet Yen districts"
    assert names(text) == ["Hiep Hoa district", "Tan Yen district", "Viet Yen district"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ea Kar commune won. Ea Kar has 900 members", ["Ea Kar commune"] * 2),
        ("Ward leaders of Tan An ward met; in Tan An, 5 per cent", ["Tan An ward"] * 2),
        ("Ea Kar commune won. Mr Ea Kar spoke", ["Ea Kar commune"]),
        ("Tan Lap commune won. Tan Lap Garment Company owes", ["Tan Lap commune"]),
        ("Tan Lap commune won. Tan Lap Social Insurance pays", ["Tan Lap commune"] * 2),
        (
            "Nam Sach district, Nam Sach town: in Nam Sach",
            ["Nam Sach district", "Nam Sach town"],
        ),
    ],
)
def test_a_place_called_by_its_kind_once_is_known_by_its_bare_name(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


def test_bare_district_names_count_in_a_text_about_their_province() -> None:
    text = "Hiep Hoa district brought in 291, Tan Yen 161 and Luc Ngan 108."
    assert names(text) == ["Hiep Hoa district"]
    assert names(text, within="Bac Giang") == [
        "Hiep Hoa district",
        "Tan Yen district, Bac Giang",
        "Luc Ngan district, Bac Giang",
    ]


@pytest.mark.parametrize("place", gazetteer().places.values(), ids=lambda place: place.name)
def test_every_spelling_is_found_and_leads_to_its_place(place) -> None:  # type: ignore[no-untyped-def]
    for spelling in place.spellings:
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, f"In {spelling}, 93 per cent are insured.")
            (mention,) = find_places(text)
            assert mention.name == place.name
            named = re.sub(r" provinces?$", "", spelling)  # which says what of a region is meant
            assert unicodedata.normalize("NFC", text[mention.start : mention.end]) == named


@pytest.mark.parametrize(
    ("question", "suggested"),
    [
        ("HI coverage in Binh Phuok in 2023", ["Binh Phuoc"]),
        ("Quang Nin coverage", ["Quang Ninh"]),
        ("coverage in Vinh Phuoc", ["Vinh Phuc", "Binh Phuoc"]),
        ("coverage in Tuyen Quan", ["Tuyen Quang"]),
        ("coverage in Fa Nang", ["Da Nang"]),
        # Names as good as theirs: of communes, or of places that nobody has listed.
        ("coverage in Dak Rong", []),
        ("Dakrong coverage", []),
        ("coverage in Cao Lang", []),
        ("members in Thanh Hai", []),
        ("how does the household scheme work?", []),
        ("so tien can thu nam nay", []),
        ("", []),
    ],
)
def test_misspelt_places_of_questions(question: str, suggested: list[str]) -> None:
    assert suggest_places(question) == suggested


pieces = st.sampled_from(
    ["Binh Phuoc", "huyện", "Nam Dan district", "xã", ", ", " ", "Hue", "TP.HCM", "Viet Nam", "\n"]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(pieces, st.text(max_size=5))).map("".join)))
def test_any_text_can_be_read_and_offsets_lie_in_it(text: str) -> None:
    end = 0
    for mention in find_places(text, within="Nghe An"):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
    suggest_places(text)
