"""Without a mouse."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.fake import ANNA, BORIS, BOT, GENERAL, GROUP, FakeTelegram

RING = """e => getComputedStyle(e).outlineStyle !== 'none'
    || getComputedStyle(e.closest('.writing') ?? e).boxShadow !== 'none'"""


async def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.dataset.testid") == name:
            return
    raise AssertionError(f"Tab never comes to {name}")


async def test_a_request_can_be_started_and_answered_by_keyboard_alone(page: Page, fake: FakeTelegram) -> None:
    await tab_to(page, "start")
    await page.keyboard.press("Enter")
    await fake.asked("start")
    fake.message(
        ANNA, BOT, "What do you need?", buttons=[[{"text": "Question", "data": "q", "style": "primary", "url": None}]]
    )
    await expect(page.get_by_test_id("key")).to_be_visible()
    await tab_to(page, "key")
    await page.keyboard.press("Enter")
    assert (await fake.asked("tap"))["data"] == "q"
    await tab_to(page, "composer-text")
    await page.keyboard.type("hello")
    await page.keyboard.press("Enter")
    assert (await fake.asked("say"))["text"] == "hello"


async def test_whatever_has_the_focus_shows_it(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "hello")
    await expect(page.get_by_text("hello")).to_be_visible()
    for _ in range(25):
        await page.keyboard.press("Tab")
        focused: Any = await page.evaluate_handle("document.activeElement")
        if await focused.evaluate("e => e !== document.body"):
            assert await focused.evaluate(RING), await focused.evaluate("e => e.outerHTML")


async def test_arrows_walk_through_messages_and_enter_opens_the_menu(page: Page, fake: FakeTelegram) -> None:
    for text in ("first", "second", "third"):
        fake.message(ANNA, BOT, text)
    await expect(page.get_by_text("third")).to_be_visible()
    await tab_to(page, "message")
    await expect(page.get_by_test_id("message").filter(has_text="third")).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("menu-reply")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_test_id("menu-copy")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("menu")).to_have_count(0)
    await expect(page.get_by_test_id("message").filter(has_text="second")).to_be_focused()


async def test_arrows_walk_through_topics_and_people(page: Page, fake: FakeTelegram) -> None:
    fake.topic(5, "#17")
    await page.get_by_test_id(f"topic-{GENERAL}").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("topic-title")).to_have_text("#17")
    await page.get_by_test_id(f"person-{ANNA}").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_test_id(f"person-{BORIS}")).to_be_focused()
    await expect(page.get_by_test_id(f"person-{BORIS}")).to_be_checked()


async def test_a_closed_menu_and_dialog_give_the_focus_back(page: Page, fake: FakeTelegram) -> None:
    fake.message(GROUP, BOT, "hello")
    for opener in ("group-menu", "strict", "add-customer"):
        await page.get_by_test_id(opener).focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id(opener)).not_to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_test_id(opener)).to_be_focused()


async def test_news_are_announced(visit: Visit, fake: FakeTelegram) -> None:
    page = await visit()
    await expect(page.get_by_role("log", name="Messages of Acme support")).to_have_attribute("aria-live", "polite")
    fake.tell(type="answer", person=ANNA, query="1", text="saved", alert=False)
    await expect(page.get_by_test_id("phone").get_by_role("status")).to_have_text("saved")
