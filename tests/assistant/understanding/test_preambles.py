"""What is told before a question asks: it gives place, time, insurance and topic, and no more."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.asking import line
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("My aunt moved to Lam Dong last spring with her three kids and her dog. How many people"
         " have health insurance there?",
         "HI participants · Lam Dong · latest"),
        ("Good evening, my neighbour sells shoes in Hanoi and is nervous about her contract; do you"
         " happen to know how many people take part in unemployment insurance?",
         "UI participants · Hanoi · latest"),
        ("My uncle is a carpenter near Bac Kan and never trusted papers, but now he thinks about"
         " joining, so I would like to know how many people are in the voluntary scheme.",
         "Voluntary SI participants · Bac Kan · latest"),
        ("hi, im nam and i work in hue for a small newspaper, can you tell me how many pensioners"
         " there are", "Pensioners · Hue · latest"),
        ("We are preparing something on unemployment insurance. How many people take part in Hue?",
         "UI participants · Hue · latest"),
        ("I lived in Hanoi in 2019, and it was lovely. How many people had health insurance?",
         "HI participants · Hanoi · 2019"),
        ("I am writing about last year. How many people in Hue have health insurance?",
         "HI participants · Hue · 2025"),
        ("It is raining here in Hue and I am bored, so how many VssID accounts are there?",
         "VssID accounts · Hue · latest"),
        # What the asking clause says itself is not taken from before it.
        ("We had dinner with a doctor from Hue yesterday, and he was proud of his hospital. What is"
         " the health insurance coverage in Long An?", "HI coverage · Long An · latest"),
        ("I study in Hanoi and am a student there. How much did Hue pay for treatment?",
         "HI expenditure · Hue · latest"),
        ("Hello! I write for my boss, who is from Hue, and she wants nothing of two years ago: how"
         " many people were in social insurance in September 2025?",
         "SI participants · Hue · September 2025"),
        ("We are farmers near Hue. How many people in Hue have health insurance?",
         "HI participants · Hue · latest"),
    ],
)  # fmt: skip
def test_a_preamble_narrows_nothing(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        # A part is the topic ...
        ("My study is about women. What is the HI coverage in Hue?",
         "HI coverage · Hue · “women” · latest"),
        ("We only look at pupils. How many people in Hue have health insurance?",
         "HI participants · Hue · “pupils” · latest"),
        ("My topic is poor households. How many people in Hue have health insurance?",
         "HI participants · Hue · “poor” · latest"),
        # ... or is pointed back at,
        ("Pupils are my subject in Hue. How many of them have health insurance?",
         "HI participants · Hue · “Pupils” and “subject” · latest"),
        ("I work for Vingroup in Hanoi. How much does the firm owe?",
         "Late payment · Hanoi · “Vingroup” · latest"),
        ("Vingroup is in Hanoi. How much social insurance does it owe?",
         "Late payment · Hanoi · “Vingroup” · latest"),
        # so is what somebody claimed, but not who did,
        ("I was reading over breakfast and somebody claimed that the non-state companies are to"
         " blame for the overdue social insurance money in Viet Nam. I am no expert, so can you"
         " tell me what part of the whole it is?",
         "Late payment rate · Viet Nam · “non-state” · latest"),
        ("We quarrel about this; my wife thinks that under half the people of Long An have health"
         " insurance, and I heard that it is more. What is the real figure?",
         "HI coverage · Long An · latest"),
        ("A minister said that Lao Cai covers 96.5% of its people. Is that so in October 2025?",
         "HI coverage, SI coverage, compulsory SI coverage, voluntary SI coverage or UI coverage"
         " · Lao Cai · October 2025"),
        # and a place that nobody knows is one.
        ("I live in Atlantis. How many people have health insurance?",
         "HI participants · “Atlantis” · latest"),
        # In which manner it is to be told may come first,
        ("We want it by district. How many people in Bac Giang have health insurance?",
         "HI participants · list · Bac Giang · by “district” · latest"),
        # and what comes first may ask itself.
        ("I want to know the HI coverage in Hue, and how many people that is",
         "HI coverage · Hue · latest; HI participants · Hue · latest"),
        ("Only the poor, please. How many have HI in Hue?",
         "HI participants · Hue · “poor” · latest"),
    ],
)  # fmt: skip
def test_what_the_asking_clause_needs_is_kept(question: str, understood: str) -> None:
    assert line(question) == understood


def test_the_currency_that_is_wanted_may_be_told_before_it_is_asked() -> None:
    assert understand("I need it in dollars. How much did Hanoi collect?", (), TODAY).manner.dollars
    assert not understand(
        "I paid in dollars. How much did Hanoi collect?", (), TODAY
    ).manner.dollars
