"""Every width, both themes, no strangers."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.fake import ANNA, BOT, GROUP, PAGE, FakeTelegram, media

OVERFLOW = """() => [...document.querySelectorAll('body, body *')]
    .filter((e) => e.checkVisibility() && !e.closest('.chips') && e.getBoundingClientRect().right > innerWidth + 0.5)
    .map((e) => e.className || e.tagName)"""
NAMELESS = """() => [...document.querySelectorAll('button, select, textarea, input, a')]
    .filter((e) => e.checkVisibility())
    .filter((e) => !(e.ariaLabel || e.textContent.trim() || e.labels?.[0]?.textContent.trim()))
    .map((e) => e.outerHTML)"""


def fill(fake: FakeTelegram) -> None:
    long = "ThisIsAWordThatNeverEndsAndHasNoPlaceToBreakAtAllHoweverNarrowTheScreenMayBe" * 2
    key = {"text": long, "data": "1", "style": None, "url": None}
    for chat in (ANNA, GROUP):
        fake.message(chat, BOT, long, buttons=[[key, key, key]])
        fake.message(
            chat,
            BOT,
            long,
            media=media("document", file_name=f"{long}.log"),
            reply_to={"id": 1, "name": long, "text": long},
        )
        fake.message(chat, BOT, service=long)
        for kind in ("photo", "video", "voice", "location", "poll", "dice"):
            details = {
                "question": long,
                "options": [long],
                "latitude": 1.0,
                "longitude": 2.0,
                "value": 3,
                "emoji": "🎲",
            }
            fake.message(chat, BOT, media=media(kind, **details))
        for _ in range(4):
            fake.message(chat, BOT, album=f"album {chat}", media=media("photo"))
    fake.topic(5, long)


async def sticking_out(page: Page) -> list[str]:
    """What is wider than the screen, once the browser has laid the page out anew."""
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found: list[str] = await page.evaluate(OVERFLOW)
    return found


@pytest.mark.parametrize("locale", ["en", "ru"])
async def test_nothing_sticks_out_at_any_width(visit: Visit, fake: FakeTelegram, locale: str) -> None:
    fill(fake)
    page = await visit(locale=locale)
    await expect(page.get_by_test_id("phone").get_by_test_id("album")).to_be_visible()
    for width in (1280, 900):
        await page.set_viewport_size({"width": width, "height": 700})
        assert await sticking_out(page) == []
    for width in (700, 390, 360):
        await page.set_viewport_size({"width": width, "height": 700})
        for tab in ("tab-staff", "tab-customer"):
            await page.get_by_test_id(tab).click()
            assert await sticking_out(page) == []
    await page.get_by_test_id("tab-staff").click()
    await page.get_by_test_id("topic-1").click()
    await expect(page.get_by_test_id("group").get_by_test_id("album")).to_be_visible()
    assert await sticking_out(page) == []


async def test_on_a_phone_one_tab_is_shown_and_the_other_counts_what_is_unread(
    visit: Visit, fake: FakeTelegram
) -> None:
    page = await visit(viewport={"width": 390, "height": 844})
    await expect(page.get_by_test_id("group")).to_be_hidden()
    fake.message(GROUP, BOT, "a ticket")
    await expect(page.get_by_test_id("tab-staff").get_by_test_id("unread")).to_have_text("1")
    await page.get_by_test_id("tab-staff").click()
    await expect(page.get_by_test_id("phone")).to_be_hidden()
    await page.get_by_test_id("topic-1").click()
    await expect(page.get_by_test_id("message")).to_contain_text("a ticket")
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("topic-1")).to_be_visible()


async def test_on_a_phone_a_tap_on_a_message_opens_its_menu(visit: Visit, fake: FakeTelegram) -> None:
    page = await visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    fake.message(ANNA, BOT, "tap me")
    await page.get_by_text("tap me").tap()
    await expect(page.get_by_test_id("menu-reply")).to_be_visible()


async def test_on_a_phone_the_switches_are_behind_one_button(visit: Visit, fake: FakeTelegram) -> None:
    page = await visit(viewport={"width": 390, "height": 844})
    await expect(page.get_by_test_id("restart")).to_be_hidden()
    await page.get_by_test_id("controls").click()
    await page.get_by_test_id("down").click()
    assert await fake.switches.get() == {"down": True}
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("restart")).to_be_hidden()


async def test_the_page_is_dark_when_the_system_is(visit: Visit) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        page = await visit(color_scheme=scheme)
        seen.add(await page.get_by_test_id("phone").evaluate("phone => getComputedStyle(phone).backgroundColor"))
    assert seen == {"rgb(255, 255, 255)", "rgb(23, 33, 43)"}


async def test_who_wants_no_motion_gets_none(visit: Visit, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "still")
    page = await visit(reduced_motion="reduce")
    rows = page.get_by_test_id("phone").locator(".row")
    await expect(rows.first).to_be_visible()
    durations = await rows.evaluate_all(
        "rows => rows.map((row) => parseFloat(getComputedStyle(row).animationDuration))"
    )
    assert max(durations) < 0.001


async def test_nothing_is_asked_of_any_other_address(visit: Visit, fake: FakeTelegram) -> None:
    fill(fake)
    page = await visit()
    await expect(page.get_by_test_id("phone").get_by_test_id("album")).to_be_visible()
    asked = await page.evaluate("performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin)")
    assert set(asked) == {await page.evaluate("location.origin")}


def test_the_pages_files_name_no_other_address() -> None:
    text = "".join(path.read_text() for path in PAGE.iterdir())
    assert set(re.findall(r"https?://[\w.-]+", text)) == {"http://www.w3.org"}  # the name of SVG, not an address


async def test_everything_that_can_be_pressed_has_a_name(page: Page, fake: FakeTelegram) -> None:
    fill(fake)
    await expect(page.get_by_test_id("phone").get_by_test_id("album")).to_be_visible()
    assert await page.evaluate(NAMELESS) == []
