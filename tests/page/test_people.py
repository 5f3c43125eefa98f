"""Whom a visitor can be."""

from __future__ import annotations

import asyncio

from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.fake import ANNA, BORIS, BOT, GROUP, IVAN, OLGA, PAVEL, FakeTelegram


async def test_a_new_customer_sees_start_and_nothing_to_write_in(page: Page, fake: FakeTelegram) -> None:
    phone = page.get_by_test_id("phone")
    await expect(phone.get_by_test_id("composer-text")).to_have_count(0)
    await phone.get_by_test_id("start").click()
    assert await fake.asked("start") == {"person": ANNA, "do": "start"}
    await expect(phone.get_by_test_id("composer-text")).to_be_visible()


async def test_each_customer_sees_only_their_own_chat(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "for Anna")
    fake.message(BORIS, BOT, "для Бориса")
    await expect(page.get_by_text("for Anna")).to_be_visible()
    await page.get_by_test_id(f"person-{BORIS}").click()
    await expect(page.get_by_text("для Бориса")).to_be_visible()
    await expect(page.get_by_text("for Anna")).to_have_count(0)


async def test_a_customer_out_of_sight_wears_the_number_of_unread_messages(page: Page, fake: FakeTelegram) -> None:
    await expect(page.get_by_test_id("start")).to_be_visible()
    for text in ("один", "два"):
        fake.message(BORIS, BOT, text)
    chip = page.get_by_test_id(f"person-{BORIS}")
    await expect(chip.get_by_test_id("unread")).to_have_text("2")
    await chip.click()
    await expect(page.get_by_text("два")).to_be_visible()
    await page.get_by_test_id(f"person-{ANNA}").click()
    await expect(chip.get_by_test_id("unread")).to_have_count(0)


async def test_the_choice_survives_a_reload(page: Page, fake: FakeTelegram) -> None:
    await page.get_by_test_id(f"person-{BORIS}").click()
    await page.get_by_test_id(f"person-{OLGA}").click()
    await page.reload()
    for person in (BORIS, OLGA):
        await expect(page.get_by_test_id(f"person-{person}")).to_be_checked()


async def test_a_customers_telegram_can_change_its_language(page: Page, fake: FakeTelegram) -> None:
    await page.get_by_test_id("customer-language").select_option("ru")
    assert await fake.asked("language") == {"person": ANNA, "do": "language", "language": "ru"}


async def test_somebody_can_be_added_and_is_chosen_at_once(page: Page, fake: FakeTelegram) -> None:
    await page.get_by_test_id("add-staff").click()
    await page.get_by_test_id("person-name").fill("Nina")
    await page.get_by_test_id("person-admin").check()
    await page.get_by_test_id("person-add").click()
    await expect(page.get_by_role("radio", name="Nina")).to_be_checked()
    assert fake.state["people"][-1]["admin"] is True


async def test_blocking_and_unblocking_the_bot(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, ANNA, "/start")
    await page.get_by_test_id("phone-menu").click()
    await page.get_by_test_id("menu-block").click()
    await fake.asked("block")
    fake.set(person=ANNA, blocked=True)
    await page.get_by_test_id("unblock").click()
    await fake.asked("unblock")
    fake.set(person=ANNA, blocked=False)
    await expect(page.get_by_test_id("phone").get_by_test_id("composer-text")).to_be_visible()


async def test_who_has_left_the_group_can_only_join(page: Page, fake: FakeTelegram) -> None:
    fake.set(person=IVAN, groups={str(GROUP): {"present": False, "admin": False}})
    await expect(page.get_by_test_id("group").get_by_test_id("composer-text")).to_have_count(0)
    await page.get_by_test_id("join").click()
    assert await fake.asked("join") == {"person": IVAN, "do": "join", "chat": GROUP}


async def test_another_group_has_its_own_people_and_shows_what_waits_there(page: Page, fake: FakeTelegram) -> None:
    there = -1002
    groups = [*fake.state["staff_chats"], {"id": there, "title": "Backend", "topics": []}]
    fake.set(staff_chats=groups)
    fake.set(person=PAVEL, groups={str(there): {"present": True, "admin": False}})
    await expect(page.get_by_role("radio", name="Павел")).to_have_count(0)
    fake.message(there, BOT, "Have a look")
    await expect(page.get_by_test_id("staff-chat")).to_contain_text("Backend (1)")
    await page.get_by_test_id("staff-chat").select_option(str(there))
    await expect(page.get_by_role("radio", name="Павел")).to_be_checked()
    await expect(page.get_by_role("radio", name="Ivan")).to_have_count(0)
    await page.get_by_test_id("staff-chat").select_option(str(GROUP))
    await expect(page.get_by_role("radio", name="Ivan")).to_be_checked()


async def test_two_visitors_see_the_same_world(visit: Visit, fake: FakeTelegram) -> None:
    one, two = await asyncio.gather(visit(), visit())
    await two.get_by_test_id("start").click()
    for page in (one, two):
        await expect(page.get_by_test_id("message")).to_contain_text("/start")
