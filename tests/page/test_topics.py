"""The list of topics is the board of the desk."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.page.fake import BOT, GENERAL, GROUP, OLGA, FakeTelegram


async def test_a_topic_shows_icon_name_last_words_and_what_is_unread(page: Page, fake: FakeTelegram) -> None:
    fake.topic(5, "#17 · PROD · Payment fails", "🔥")
    fake.message(GROUP, BOT, "Anna: please hurry", topic=5)
    row = page.get_by_test_id("topic-5")
    for words in ("🔥", "#17 · PROD · Payment fails", "Acme support: Anna: please hurry"):
        await expect(row).to_contain_text(words)
    await expect(row.get_by_test_id("unread")).to_have_text("1")
    await row.click()
    await expect(row.get_by_test_id("unread")).to_have_count(0)
    await expect(page.get_by_test_id("topic-title")).to_have_text("#17 · PROD · Payment fails")


async def test_the_topic_that_spoke_last_is_above(page: Page, fake: FakeTelegram) -> None:
    for number in (5, 6):
        fake.topic(number, f"#{number}")
        fake.message(GROUP, BOT, "card", topic=number)
    fake.message(GROUP, OLGA, "news", topic=5)
    rows = page.get_by_test_id("group").get_by_role("option")
    await expect(rows).to_contain_text(["General", "#5", "#6"])


async def test_a_renamed_topic_changes_in_list_and_head(page: Page, fake: FakeTelegram) -> None:
    fake.topic(5, "#17 · PROD")
    await page.get_by_test_id("topic-5").click()
    fake.topic(5, "#17 · TEST", "✅")
    await expect(page.get_by_test_id("topic-5")).to_contain_text("#17 · TEST")
    await expect(page.get_by_test_id("topic-title")).to_have_text("#17 · TEST")


async def test_a_closed_topic_is_read_only_except_for_administrators(page: Page, fake: FakeTelegram) -> None:
    fake.topic(5, "#17", closed=True)
    await page.get_by_test_id("topic-5").click()
    await expect(page.get_by_test_id("group")).to_contain_text("This topic is closed")
    await page.get_by_test_id(f"person-{OLGA}").click()
    await expect(page.get_by_test_id("group").get_by_test_id("composer-text")).to_be_visible()


async def test_a_deleted_topic_leads_to_general(page: Page, fake: FakeTelegram) -> None:
    fake.topic(5, "#17")
    await page.get_by_test_id("topic-5").click()
    fake.state["staff_chats"][0]["topics"].clear()
    fake.tell(type="topic_deleted", chat=GROUP, topic=5)
    await expect(page.get_by_test_id("topic-5")).to_have_count(0)
    await expect(page.get_by_test_id("topic-title")).to_have_text("General")
    await expect(page.get_by_test_id(f"topic-{GENERAL}")).to_have_attribute("aria-selected", "true")
