"""Whose debt it is: what one firm has not paid is never told as its province's.

Each case: a sentence of a report about Ho Chi Minh City, and the metric of its sums of money.
"""

from __future__ import annotations

import pytest

from indexing.articles import parse_article
from indexing.extraction import extract

OF_ONE = {
    "owes": "Tan Phat owes VND6.5 billion for 401 employees.",
    "has arrears": "Tan Phat has arrears of over VND6.5 billion for 401 employees.",
    "had debts": "In March Thai Son had debts of VND9 billion to the social insurance fund.",
    "has a debt": "Thai Son has a debt of VND9 billion in social insurance premiums.",
    "ran up arrears": "Lotus Garment ran up arrears of VND2.3 billion over the year.",
    "has not paid": "Sao Mai has not paid VND12 billion in social insurance premiums.",
    "failed to pay": "Minh Long failed to pay VND3 billion of social insurance premiums.",
    "arrears of a scheme": "Sao Bien in Hue had social insurance arrears of VND3 billion.",
    "run up debts": "Sao Bien has run up health insurance debts of VND3 billion.",
    "left unpaid": "Minh Long has left unpaid VND3 billion of its social insurance premiums.",
    "still has to pay": "Ba Tuong still has to pay overdue premiums of VND1.4 billion.",
    "possessive": "Minh Phat Seafood's arrears stood at VND12 billion.",
    "arrears of": "The arrears of Minh Phat Seafood stood at VND12 billion.",
    "premiums at": "Overdue premiums at Minh Phat Shipyard reached VND12 billion.",
    "that of": "The largest debt is that of Minh Phat Corporation, at VND12 billion.",
    "accounts for": "Of the debt, Minh Phat accounts for VND12 billion.",
    "alone": "Minh Phat alone accounts for VND12 billion of the unpaid premiums.",
    "behind the sum": "A debt of VND12 billion at Minh Phat Corporation has lasted since 2012.",
    "must still pay": "Minh Phat must still pay VND12 billion in overdue premiums.",
    "it": "Minh Phat Garment in Hue has paid nothing since May. It owed VND3.7 billion on July 31.",
    "its, further back": "A mill in Thu Duc shut. It once had a school. It owes VND3 billion.",
    "in debt": "A tannery in Thu Duc has let its people go. It is VND12.4 billion in debt.",
    "the firm": "Lotus Shoes of Thu Duc is late again. The firm owes VND3.7 billion in premiums.",
}
OF_THE_PLACE = {
    "the byline before it": "(NA) - Employers in Nghe An owed VND84.6 billion in premiums.",
    "the agency before the place": "(VNS) HUE — Employers in Hue owed VND84.6 billion in premiums.",
    "a byline with its day": "Hue, 19 March (VNA) - Employers owe VND84.6 billion in premiums.",
    "months in which it grew": "In the past four months arrears in Hanoi grew to VND44 billion.",
    "the place's own behind it": "54 firms were sued. The city's arrears are VND612 billion.",
    "a place's": "Hanoi's arrears stood at VND1,200 billion.",
    "the place, by it": "The city told of its debts. It is VND98 billion in debt.",
    "arrears of a place": "Arrears of Ho Chi Minh City reached VND1,200 billion.",
    "of a district": "The arrears of Cu Chi district stood at VND12 billion.",
    "told by someone": "According to Deputy Director Tran Van Hung, arrears were VND1,200 billion.",
    "someone said it owed": "Tran Van Hung said the city owed VND1,200 billion in premiums.",
    "someone warned of it": "Tran Van Hung warned Hue had insurance arrears of VND90 billion.",
    "said by someone": "The city's arrears stood at VND1,200 billion, Tran Van Hung said.",
    "by a feast": "Arrears reached VND1,200 billion by Tet.",
    "managed by": "Late payments managed by VSS stood at VND1,200 billion.",
    "the city": "Ho Chi Minh City has arrears of over VND6,500 billion.",
    "the city by a word": "The city has arrears of VND6,500 billion in social insurance premiums.",
    "its possessive": "Ba Ria - Vung Tau's late payments came to VND6,500 billion.",
    "the country's possessive": "Viet Nam's late payments came to VND6,500 billion.",
    "its employers": "Employers had arrears of VND6,500 billion at the end of November.",
    "the sum itself": "Arrears of social insurance premiums came to VND6,500 billion.",
    "premiums overdue": "VND6,500 billion of social insurance premiums was overdue.",
    "in a scheme": "Arrears in health insurance contributions were VND30 billion.",
    "it, a place": "Ho Chi Minh City has many firms. It was owed VND3,700 billion in premiums.",
    "it, the whole": "Employers pay late. It is VND3,700 billion in arrears that they owe.",
    "still to be paid": "Employers had yet to pay VND300 billion in premiums.",
}


def _metrics(sentence: str) -> list[str]:
    text = f"---\ntitle: Debts in Ho Chi Minh City\npublished: 2025-12-18\n---\n\n{sentence}\n"
    rows = extract(parse_article("a", text, "a.md"))
    return [row.metric for row in rows if row.unit == "VND"]


@pytest.mark.parametrize("sentence", OF_ONE.values(), ids=OF_ONE)
def test_what_one_debtor_owes_is_not_told_as_a_province_s(sentence: str) -> None:
    assert _metrics(sentence) == ["other"]


@pytest.mark.parametrize("sentence", OF_THE_PLACE.values(), ids=OF_THE_PLACE)
def test_what_all_debtors_of_a_place_owe_is_the_place_s(sentence: str) -> None:
    assert _metrics(sentence) == ["late_payment_amount"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency collected VND5 billion of overdue premiums.",
        "It recovered a further VND5 billion in overdue contributions.",
        "After VND5 billion was recovered, inspectors left.",
        "Đã thu hồi 5 tỷ đồng tiền nợ BHXH.",
    ],
)
def test_a_debt_that_came_in_is_owed_no_more(sentence: str) -> None:
    assert _metrics(sentence) == ["other"]


def test_debts_and_premiums_side_by_side_stay_apart() -> None:
    told = "Arrears and premium collection came to VND3 billion and VND900 billion, respectively."
    assert _metrics(told) == ["late_payment_amount", "premium_collection"]


def test_each_debtor_of_a_list_is_told_with_its_own_sum() -> None:
    text = (
        "---\ntitle: Long debts in Dong Nai\npublished: 2025-04-18\n---\n\n"
        "Among them Cokyvina 12-3 is 40 months late with VND21 billion; the Tran Phu school in "
        "Dinh Quan, 15 months late with VND3.3 billion; and Dong Hai Steel, 9 months late with "
        "over VND43 billion.\n"
    )
    rows = [row for row in extract(parse_article("a", text, "a.md")) if row.unit == "VND"]
    assert [(row.metric, row.group) for row in rows] == [
        ("other", "Cokyvina 12-3"),
        ("other", "Tran Phu school"),
        ("other", "Dong Hai Steel"),
    ]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Three firms owed VND20 billion; others owed VND4.5 billion.", "others"),
        ("The remaining employers owed VND4.5 billion.", "remaining employers"),
        ("For over half a year 86 firms have paid nothing. They keep VND193 billion.", "86 firms"),
        ("54 employers are on the list. Together they owed VND61 billion.", "54 employers"),
        ("41 units closed. The debt of these units is VND22 billion.", "41 units"),
        ("33 firms were sued. What they owe comes to VND77 billion.", "33 firms"),
        ("Its 15 largest debtors were sued. The fifteen owe VND2 billion.", "15 largest debtors"),
        ("Some have not paid for more than a year. They owe VND9 billion.", "more than a year"),
        ("Firms more than six months late owe VND88 billion.", "more than six months"),
        ("VND290 billion has been overdue for over 12 months.", "over 12 months"),
        ("Debts older than three months made up VND38 billion.", "older than three months"),
        ("Late payment from 3 months up stands at VND187 billion.", "3 months up"),
    ],
)
def test_what_some_debtors_owe_is_a_part(sentence: str, part: str) -> None:
    text = f"---\ntitle: Debts in Ho Chi Minh City\npublished: 2025-12-18\n---\n\n{sentence}\n"
    rows = [row for row in extract(parse_article("a", text, "a.md")) if row.unit == "VND"]
    assert rows[-1].group == part
