"""The chat page in a real browser: asking, checking, and what a hostile answer can do (nothing)."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import ConsoleMessage, Page, expect, sync_playwright

from assistant.chat import mount_chat
from assistant.rest.api import build_api
from assistant.settings import load
from tests.assistant.fakes import CLARIFY, FakeAssistant

CHROMIUM = shutil.which("chromium")
SECONDS_TO_START = 20
TURNS = ".vss-turn:not(.vss-pending)"
"""Those of the tab to ask that are answered; other tabs have none while it is used."""
LEFT = ("AbortError", "Connection errored out")
"""What Gradio tells when a test leaves the page while it still listens: no fault of the page."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")


@pytest.fixture(scope="module")
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture(scope="module")
def address(assistant: FakeAssistant) -> Iterator[str]:
    """The service over the fake assistant on a free port of this machine."""
    api = mount_chat(build_api(assistant, load()), assistant, load())
    server = uvicorn.Server(
        uvicorn.Config(api, log_level="error", timeout_graceful_shutdown=1, lifespan="on")
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        until = time.monotonic() + SECONDS_TO_START
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser_page(address: str) -> Iterator[tuple[Page, list[str], list[str]]]:
    """The page, the addresses it asked for, and the faults that its console told."""
    requests: list[str] = []
    faults: list[str] = []

    def note(fault: str) -> None:
        if not any(left in fault for left in LEFT):
            faults.append(fault)

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            note(message.text)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: note(str(error)))
        page.on("console", told)
        yield page, requests, faults
        browser.close()


@pytest.fixture
def page(browser_page: tuple[Page, list[str], list[str]], address: str) -> Page:
    shown = browser_page[0]
    shown.goto(address, wait_until="load")
    shown.wait_for_selector("#vss-question textarea")
    return shown


def ask(page: Page, question: str) -> None:
    """Ask through the page and wait for the turn."""
    turns = page.locator(TURNS)
    before = turns.count()
    page.fill("#vss-question textarea", question)
    page.click("#vss-ask")
    expect(turns).to_have_count(before + 1)


def test_a_question_shows_the_figure_the_understanding_and_the_source(page: Page) -> None:
    ask(page, "coverage")
    turn = page.locator(".vss-turn").first
    assert turn.locator(".vss-text mark").inner_text() == "93 per cent"
    assert turn.locator("blockquote mark").inner_text() == "93 per cent"
    assert turn.locator(".vss-understood").inner_text().startswith("I understood: HI coverage")
    links = turn.locator(".vss-meta a")
    assert links.first.get_attribute("href") == "https://example.org/long-chau"
    assert "noopener" in (links.first.get_attribute("rel") or "")


def test_nothing_is_sent_and_lost_while_an_answer_is_under_way(
    page: Page, assistant: FakeAssistant
) -> None:
    box = page.locator("#vss-question textarea")
    assistant.free.clear()
    box.fill("coverage")
    box.press("Enter")
    expect(box).to_be_disabled()
    expect(page.locator("#vss-ask")).to_be_disabled()
    assistant.free.set()
    expect(box).to_be_focused()
    box.fill("And in the future?")
    box.press("Enter")
    turns = page.locator(TURNS)
    expect(turns).to_have_count(2)
    assert [question for question, _ in assistant.asked[-2:]] == ["coverage", "And in the future?"]


def test_what_is_under_way_is_told_until_it_is_answered(
    page: Page, assistant: FakeAssistant
) -> None:
    ask(page, "coverage")
    assistant.free.clear()
    page.fill("#vss-question textarea", "And in the future?")
    page.press("#vss-question textarea", "Enter")
    expect(page.locator("#vss-newest .vss-pending")).to_contain_text("And in the future?")
    expect(page.locator("#vss-earlier .vss-turn")).to_have_count(1)
    assistant.free.set()
    expect(page.locator(TURNS)).to_have_count(2)
    expect(page.locator(".vss-pending")).to_have_count(0)


def test_a_mark_leads_to_its_source_on_the_page(page: Page) -> None:
    ask(page, "coverage")
    page.locator("a.vss-mark").first.click()
    assert page.evaluate("document.querySelector('.vss-sources li:target') !== null")


def test_the_full_text_of_a_source_can_be_opened(page: Page) -> None:
    ask(page, "coverage")
    with page.expect_popup() as opened:
        page.locator(".vss-meta a").nth(1).click()
    assert "Long Chau health insurance" in opened.value.inner_text("body")
    opened.value.close()


def test_a_choice_is_asked_by_a_click(page: Page) -> None:
    ask(page, "where")
    page.get_by_text(CLARIFY.choices[0]).click()
    expect(page.locator(".vss-question").first).to_have_text(CLARIFY.choices[0])
    expect(page.locator("#vss-choices")).not_to_be_visible()


def test_choices_stand_below_the_turn_that_offers_them(page: Page) -> None:
    ask(page, "where")
    tops = page.evaluate(
        "['#vss-newest', '#vss-choices'].map(id => document.querySelector(id)"
        ".getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)


def test_an_answer_is_copied_with_its_source_by_one_click(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "coverage")
    page.locator("#vss-plain button").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    for said in ("coverage", "93 per cent", "[1] Long Chau health insurance in 2023 (2024-03-07)"):
        assert said in copied


def test_nothing_is_asked_or_checked_where_nothing_is_written(page: Page) -> None:
    page.fill("#vss-question textarea", "  ")
    page.click("#vss-ask")
    expect(page.get_by_text("Write something first")).to_be_visible()
    assert page.locator(".vss-turn").count() == 0
    assert page.input_value("#vss-question textarea") == "  "


def test_a_text_that_is_too_long_is_refused_and_stays_whole_in_its_box(page: Page) -> None:
    long = "coverage " * 300
    page.fill("#vss-question textarea", long)
    page.click("#vss-ask")
    expect(page.locator(".vss-error")).to_contain_text("at most 2000 characters, came 2700")
    assert page.input_value("#vss-question textarea") == long


def test_a_report_is_looked_into(page: Page) -> None:
    page.get_by_role("tab", name="Reports").first.click()
    page.locator("#vss-chosen input").click()
    page.get_by_role("option", name="Long Chau").first.click()
    page.wait_for_selector("#vss-audit mark.vss-verified")
    assert "93 per cent" in page.inner_text("#vss-audit .vss-entries")


def test_where_reports_differ_is_told_when_it_is_asked_for(page: Page) -> None:
    page.get_by_role("tab", name="Reports").first.click()
    page.locator("#vss-conflicts-head button").first.click()
    expect(page.locator("#vss-conflicts")).to_contain_text("over 93.5 per cent")


def test_an_example_is_asked_by_a_click_and_a_new_conversation_starts_afresh(page: Page) -> None:
    page.locator("#vss-examples label").first.click()
    expect(page.locator(".vss-turn")).to_have_count(1)
    expect(page.locator("#vss-examples")).not_to_be_visible()
    page.click("#vss-clear")
    expect(page.locator(".vss-turn")).to_have_count(0)
    expect(page.locator("#vss-examples")).to_be_visible()


def test_a_draft_is_checked_with_the_reported_value_beside_the_figure(page: Page) -> None:
    page.get_by_role("tab").nth(1).click()
    page.fill("#vss-text textarea", "Coverage was 95 per cent.")
    page.click("#vss-check")
    page.wait_for_selector("#vss-report mark.vss-contradicted")
    assert page.inner_text("#vss-report .vss-beside").startswith("(reported 93 per cent")


def test_each_verdict_has_a_sign_of_its_own_beside_its_colour(page: Page) -> None:
    page.get_by_role("tab").nth(1).click()
    page.fill("#vss-text textarea", "Coverage was 95 per cent. Earlier it was 93 and 12 per cent.")
    page.press("#vss-text textarea", "Shift+Enter")
    page.wait_for_selector("#vss-report mark.vss-contradicted")
    signs = page.eval_on_selector_all(
        "#vss-report .vss-draft mark",
        "all => all.map(one => [one.title, getComputedStyle(one, '::before').content])",
    )
    assert len({sign.split(" / ")[0] for _, sign in signs}) == len(signs) == 2
    assert all(verdict in sign for verdict, sign in signs)  # what is read aloud


def test_a_hostile_answer_puts_nothing_into_the_page(page: Page) -> None:
    ask(page, "attack")
    put = "#vss-newest :is(script, img, form, input, iframe, style, object, embed, svg, .katex)"
    assert page.locator(put).count() == 0
    assert page.evaluate("window.broken") is None
    assert page.locator("#vss-newest strong, #vss-newest code").all_inner_texts() == [
        "Note:",
        "I understood:",
    ]
    addresses = page.eval_on_selector_all("#vss-newest a", "all => all.map(a => a.href)")
    assert all(urlsplit(found).hostname == "127.0.0.1" for found in addresses)


@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_nothing_is_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, "compare")
    ask(page, "attack")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_word_and_no_mark_of_a_table_is_cut_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, "compare")
    page.click("#vss-newest .vss-table summary")
    cut = page.eval_on_selector_all(
        "#vss-newest :is(th, td)",
        """cells => cells.flatMap(cell => {
            const words = [];
            const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            while (texts.nextNode())
                for (const word of texts.currentNode.data.matchAll(/[^\\s]+/g)) {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, word.index);
                    range.setEnd(texts.currentNode, word.index + word[0].length);
                    words.push([word[0], range.getClientRects().length]);
                }
            return words;
        })""",
    )
    assert ["[1]", 1] in cut
    assert [word for word, lines in cut if lines != 1] == []


@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_every_tab_is_in_sight(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.reload()
    for name in ("Ask", "Check", "Reports"):
        page.get_by_role("tab", name=name).first.click()


def test_the_page_asks_no_other_machine_and_reports_no_fault(
    page: Page, browser_page: tuple[Page, list[str], list[str]], address: str
) -> None:
    """Runs last: all that the tests above made the page do is counted."""
    _, requests, faults = browser_page
    assert {f"{urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in requests} == {address}
    assert faults == []
