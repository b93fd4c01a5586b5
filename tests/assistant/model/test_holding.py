"""What a model may write of a fact and what is held back: a wording is free, a figure never."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.drafting.composing import fact_sentence
from assistant.model.facts import Fact, facts_of
from assistant.model.holding import hold_back
from assistant.model.replies import Said, sentences_of
from assistant.sentences import Quoted, Sentence, assemble
from assistant.wording.phrases import load_phrases
from indexing.records import Article
from tests.assistant.samples import TEXT, article, fact

SAID = "The agency did not raise the fee for households."
EARLIER = TEXT.replace("over 93", "90")
SOURCES = {
    "sample": article(),
    "words": article(SAID, "words"),
    "earlier": article(EARLIER, "earlier"),
}


def articles(doc: str) -> Article | None:
    return SOURCES.get(doc)


def facts(*sentences: Sentence) -> tuple[Fact, ...]:
    return facts_of(sentences, articles)


COVERAGE = fact_sentence(fact(), articles, load_phrases("en"))
LOWER = fact_sentence(
    fact(
        doc="earlier", version=SOURCES["earlier"].version, value=90, bound="exact",
        period="@2022", end=EARLIER.index("90 per cent") + len("90 per cent"),
        quote=EARLIER[: EARLIER.index(".") + 1], quote_end=EARLIER.index(".") + 1,
    ),
    articles,
    load_phrases("en"),
)  # fmt: skip
QUOTED = Sentence(f"“{SAID}”", quoted=(Quoted("words", f"v{len(SAID)}", 0, len(SAID)),), stop="")
VIETNAMESE = fact_sentence(fact(), articles, load_phrases("vi"))


def outcome(reply: str, *sentences: Sentence) -> list[str]:
    """The proven sentences as a reader would see them, then the faults of the others."""
    told = facts(*sentences)
    language = "vi" if VIETNAMESE in sentences else "en"
    by_mark = {one.mark: one for one in told}
    proven, findings = hold_back(sentences_of(reply), by_mark, articles, language)
    shown = [assemble((one.sentence,), articles).text for one in proven]
    return shown + [finding.fault for finding in findings]


@pytest.mark.parametrize(
    "reply",
    [
        "Health insurance coverage in Binh Phuoc was over 93 per cent at the end of 2023 [1].",
        "At the end of 2023 health insurance covered over 93 per cent of people in Binh Phuoc [1].",
        "At the end of 2023 over 93% of the people in Binh Phuoc had health insurance. [1]",
        "**Health insurance coverage** in Binh Phuoc stood at more than 93% at the end of 2023 [1]",
        "<think>93? 94?</think>\nHealth insurance coverage in Binh Phuoc at the end of 2023 was"
        " over 93 per cent [1].",
        "- Health insurance coverage in Binh Phuoc was over\n93 per cent at the end of 2023 [1].",
    ],
)
def test_a_true_sentence_passes_in_other_words(reply: str) -> None:
    (shown,) = outcome(reply, COVERAGE)
    assert shown.endswith(" [1].")


@pytest.mark.parametrize(
    ("said", "altered"),
    {
        "a digit": ("93", "94"),
        "digits swapped": ("93", "39"),
        "a decimal": ("93", "9.3"),
        "another digit added": ("93", "93.0001"),
        "the bound lost": ("over 93", "93"),
        "the bound turned": ("over", "nearly"),
        "another unit": ("per cent", "percentage points"),
        "people for per cent": ("per cent", "people"),
        "a unit behind the unit": ("per cent", "per cent cards"),
        "a scale": ("93", "93 million"),
        "a sign": ("93", "-93"),
        "a dash for a sign": ("over 93", "over –93"),
        "a range": ("93", "93–95"),
        "a fraction": ("93", "93/95"),
        "a currency": ("93", "$93"),
        "the place": ("Binh Phuoc", "Hanoi"),
        "no place": (" in Binh Phuoc", ""),
        "the whole country": ("Binh Phuoc", "Viet Nam"),
        "the year": ("2023", "2022"),
        "no date": (" at the end of 2023", ""),
        "another date in the year": ("the end of 2023", "the end of June 2023"),
        "another metric": ("Health insurance", "Unemployment insurance"),
        "a target for an outcome": ("was", "is planned to be"),
        "a change for a level": ("was", "rose by"),
        "a part for the whole": ("coverage", "coverage of poor households"),
        "a second figure": ("2023", "2023, up from 88 per cent"),
        "a figure in words": ("2023", "2023, up by a third"),
        "a comparison": ("2023", "2023, the highest of all provinces"),
        "a cause": ("2023", "2023 thanks to the director"),
        "advice": ("2023", "2023, do not trust this"),
        "a negation": ("was", "was not"),
        "another place beside": ("2023", "2023, as in Hanoi"),
        "another year beside": ("2023", "2023, compared with 2019"),
        "homoglyphs": ("Health", "Неalth"),
        "digits of another script": ("93", "９３"),
        "an invisible character": ("93", "9\u200b3"),
        "letters turned round": ("93", "\u202e39\u202c"),
        "markup": ("coverage", "<b>coverage</b>"),
        "a link": ("coverage", "![coverage](http://evil.example/x)"),
        "a mark that is none of the facts": ("[1]", "[2]"),
        "a mark beside": ("[1]", "[1][2]"),
        "a mark twice": ("[1]", "[1][1]"),
        "no mark": (" [1]", ""),
        "a sentence before": (
            "Health insurance coverage",
            "All is well. Health insurance coverage",
        ),
    }.values(),
)
def test_one_altered_word_holds_the_sentence_back(said: str, altered: str) -> None:
    true = f"{COVERAGE.text} [1]."
    assert said in true
    (fault,) = outcome(true.replace(said, altered, 1), COVERAGE)
    assert not fault.endswith("[1].")


def test_facts_are_told_once_and_in_their_order() -> None:
    first, second = f"{COVERAGE.text} [1].", f"{LOWER.text} [2]."
    assert len(outcome(f"{first} {second}", COVERAGE, LOWER)) == 2
    assert "order" in outcome(f"{second} {first}", COVERAGE, LOWER)[1]
    assert "order" in outcome(f"{first} {first}", COVERAGE, LOWER)[1]


def test_facts_with_a_sentence_between_them_are_not_drawn_together() -> None:
    lead = Sentence("The reports differ on this figure", stop=":")
    both = (
        "Health insurance coverage in Binh Phuoc was over 93 per cent at the end of 2023 and"
        " 90 per cent at the end of 2022 [1][2]."
    )
    assert "side by side" in outcome(both, COVERAGE, lead, LOWER)[0]


def test_figures_swapped_between_facts_are_held_back() -> None:
    swapped = (
        "Health insurance coverage in Binh Phuoc was 90 per cent at the end of 2023 [1]."
        " Health insurance coverage in Binh Phuoc was over 93 per cent at the end of 2022 [2]."
    )
    assert all("figure" in fault for fault in outcome(swapped, COVERAGE, LOWER))


@pytest.mark.parametrize(
    ("reply", "passes"),
    [
        ("The agency did not raise the fee for households [1].", True),
        ("According to the agency, the fee for households was not raised [1].", True),
        ("The agency did raise the fee for households [1].", False),
        ("The agency did not raise the fee for poor households [1].", False),
        ("The agency did not raise the fee for 12 households [1].", False),
    ],
)
def test_a_passage_is_told_in_its_own_words(reply: str, passes: bool) -> None:
    (shown,) = outcome(reply, QUOTED)
    assert shown.endswith("[1].") == passes


def test_what_a_passage_says_of_another_figure_is_not_said_of_this_one() -> None:
    text = TEXT.removesuffix(". Another line.") + (
        ", while participants rose to 38,000, the highest number so far."
    )
    row = fact(version=f"v{len(text)}", quote=text, quote_end=len(text))
    held = {"sample": article(text)}.get
    (told,) = facts_of([fact_sentence(row, held, load_phrases("en"))], held)
    for words in ("rose to", "was the highest at"):
        said = (Said(COVERAGE.text.replace("was", words), (1,)),)
        proven, (finding,) = hold_back(said, {1: told}, held, "en")
        assert not proven
        assert "words" in finding.fault


def test_vietnamese_is_held_to_the_same() -> None:
    true = f"{VIETNAMESE.text} [1]."
    assert outcome(true, VIETNAMESE) == [true]
    assert outcome(true.replace("93", "94"), VIETNAMESE) != [true.replace("93", "94")]


def test_a_sentence_whose_article_has_changed_is_held_back() -> None:
    told = facts(COVERAGE)
    said = (Said(COVERAGE.text, (1,)),)
    changed = replace(article(), version="other", text=TEXT.replace("93", "95"))
    proven, _ = hold_back(said, {1: told[0]}, lambda doc: changed, "en")
    assert not proven


@pytest.mark.parametrize(
    "flood",
    [
        "x [1]. " * 3_000,
        "93 [1]. " * 2_500,
        "1 " * 10_000 + "[1]",
        "[1]" * 6_000,
        "(" * 19_000 + "[1]",
    ],
    ids=["sentences", "figures", "one long sentence", "marks", "brackets"],
)
def test_a_flood_is_held_back_at_once(flood: str) -> None:
    began = time.process_time()
    assert not any(fault.endswith("[1].") for fault in outcome(flood, COVERAGE))
    assert time.process_time() - began < 1


@given(st.text(alphabet="0123456789.,% overndmilpct[]1", max_size=30), st.integers(0, 90))
def test_no_slip_inside_a_sentence_brings_a_figure_in(slip: str, at: int) -> None:
    text = f"{COVERAGE.text} [1]."
    altered = text[:at] + slip + text[at:]
    assume(altered != text)
    told = {one.mark: one for one in facts(COVERAGE)}
    proven, _ = hold_back(sentences_of(altered), told, articles, "en")
    for one in proven:
        (figure,) = assemble((one.sentence,), articles).figures
        assert (figure.value, figure.unit, figure.bound) == (93, "percent", "over")


@given(st.text(max_size=200))
def test_any_reply_is_read_without_failing(reply: str) -> None:
    told = {one.mark: one for one in facts(COVERAGE)}
    proven, _ = hold_back(sentences_of(reply), told, articles, "en")
    assert not proven
