"""The switches that try to break the desk, and what is measured."""

from __future__ import annotations

import asyncio

from playwright.async_api import Page, expect

from tests.page.fake import ANNA, BOT, WAIT, FakeTelegram


async def test_restart_kills_the_bot_and_shows_when_it_is_back(page: Page, fake: FakeTelegram) -> None:
    await page.get_by_test_id("restart").click()
    assert await fake.switches.get() == {"restart": True}
    fake.set(desk={"running": False, "restarts": 1})
    await expect(page.get_by_label("The bot is starting…")).to_be_visible()
    fake.set(desk={"running": True, "restarts": 1})
    await expect(page.get_by_label("The bot is running")).to_be_visible()
    await expect(page.get_by_test_id("restarts")).to_have_text("×1")


async def test_telegram_goes_down_and_comes_back(page: Page, fake: FakeTelegram) -> None:
    switch = page.get_by_role("switch", name="Telegram is down")
    await expect(page.get_by_test_id("down-banner")).to_be_hidden()
    for state in (True, False):
        await switch.click()
        assert await fake.switches.get() == {"down": state}
        await expect(switch).to_be_checked(checked=state)
        await expect(page.get_by_test_id("down-banner")).to_be_visible(visible=state)


async def test_time_can_be_moved_on(page: Page, fake: FakeTelegram) -> None:
    await expect(page.get_by_test_id("clock")).to_have_text("10:00:00")
    await page.get_by_test_id("plus_hour").click()
    await expect(page.get_by_test_id("clock")).to_have_text("11:00:00")
    await page.get_by_test_id("plus_day").click()
    assert [(await fake.switches.get())["advance"] for _ in range(2)] == [3600, 86400]


async def test_a_flowing_clock_runs_by_itself(page: Page, fake: FakeTelegram) -> None:
    fake.set(flowing=True)
    await expect(page.get_by_test_id("clock")).to_have_text("10:00:02")


async def test_the_meter_counts_the_last_minute_of_the_staff_group(page: Page, fake: FakeTelegram) -> None:
    await expect(page.get_by_test_id("budget-used")).to_have_text("0/20")
    fake.set(calls={"total": 30, "staff": 7})
    await expect(page.get_by_test_id("budget-used")).to_have_text("7/20")
    await page.get_by_test_id("plus_hour").click()
    await expect(page.get_by_test_id("budget-used")).to_have_text("0/20")


async def test_the_strict_report_can_be_read(page: Page, fake: FakeTelegram) -> None:
    await expect(page.get_by_test_id("strict-count")).to_have_text("0")
    fake.set(strict=["sendMessage: unknown parameter foo"])
    await expect(page.get_by_test_id("strict-count")).to_have_text("1")
    await page.get_by_test_id("strict").click()
    await expect(page.get_by_test_id("strict-dialog")).to_contain_text("sendMessage: unknown parameter foo")


async def test_a_lost_connection_is_told_and_nothing_is_missed(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, ANNA, "before")
    await expect(page.get_by_text("before")).to_be_visible()
    fake.silent = True
    fake.hang_up()
    await expect(page.get_by_test_id("offline-banner")).to_be_visible()
    await expect(page.get_by_test_id("phone-status")).to_have_text("Connecting…")
    fake.message(ANNA, BOT, "meanwhile")
    await asyncio.wait_for(fake.turned_away.wait(), WAIT)
    fake.silent = False
    await expect(page.get_by_text("meanwhile")).to_be_visible()
    await expect(page.get_by_test_id("offline-banner")).to_be_hidden()
