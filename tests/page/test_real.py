"""The page on the real local Telegram, with a bare bot behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.page.pictures import png
from tests.page.test_writing import SAMPLES, choose, field
from tests.sandbox.client import Client


@pytest_asyncio.fixture(loop_scope="session")
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(standing=False, budgets=False) as telegram:
        yield telegram


@pytest.fixture
def anna(telegram: LocalTelegram) -> Person:
    return telegram.customer("Anna", language="ru")


@pytest.fixture
def ivan(telegram: LocalTelegram) -> Person:
    return telegram.member("Ivan")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(telegram: LocalTelegram) -> AsyncIterator[Client]:
    async with Client(telegram) as client:
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def page(desktop: Page, telegram: LocalTelegram, anna: Person, ivan: Person, clean: None) -> AsyncIterator[Page]:
    await anna.start()
    await desktop.goto(telegram.url)
    await desktop.get_by_test_id("phone").wait_for(state="attached")
    yield desktop
    await desktop.goto("about:blank")


async def test_words_presses_edits_and_reactions_go_both_ways(page: Page, anna: Person, bot: Client) -> None:
    await bot.updates(allowed_updates=["message", "edited_message", "callback_query", "message_reaction"])
    keyboard = {"inline_keyboard": [[{"text": "Next", "callback_data": "go", "style": "success"}]]}
    asked = await bot(
        "sendMessage", chat_id=anna.id, text="<b>Which</b> version?", parse_mode="HTML", reply_markup=keyboard
    )
    key = page.get_by_test_id("key")
    await expect(key).to_have_attribute("data-style", "success")
    await key.click()
    query = await arrives(bot, "callback_query")
    assert query["data"] == "go"
    await bot("answerCallbackQuery", callback_query_id=query["id"], text="Going on")
    await expect(page.get_by_test_id("toast")).to_have_text("Going on")
    await bot("editMessageText", chat_id=anna.id, message_id=asked["message_id"], text="Write the version")
    await expect(page.get_by_text("Write the version")).to_be_visible()

    await page.get_by_test_id("message").last.click(button="right")
    await page.get_by_test_id("menu-reply").click()
    await field(page).fill("1.2.3")
    await field(page).press("Enter")
    said = await arrives(bot, "message")
    assert (said["text"], said["reply_to_message"]["message_id"]) == ("1.2.3", asked["message_id"])
    await field(page).press("ArrowUp")
    await field(page).fill("1.2.4")
    await field(page).press("Enter")
    assert (await arrives(bot, "edited_message"))["text"] == "1.2.4"
    await bot(
        "setMessageReaction",
        chat_id=anna.id,
        message_id=said["message_id"],
        reaction=[{"type": "emoji", "emoji": "👌"}],
    )
    await expect(page.get_by_role("button", name="👌, 1 person")).to_be_visible()
    await page.get_by_test_id("message").last.click(button="right")
    await page.get_by_test_id("react-🔥").click()
    assert (await arrives(bot, "message_reaction"))["new_reaction"][0]["emoji"] == "🔥"


async def test_each_sample_arrives_as_what_it_is(page: Page, bot: Client) -> None:
    await bot.updates()
    for kind in SAMPLES:
        await page.get_by_test_id("group").get_by_test_id("attach").click()
        await page.get_by_test_id(f"attach-{kind}").click()
        assert kind in await arrives(bot, "message")
        await expect(page.get_by_test_id("group").get_by_test_id("message").last.get_by_test_id(kind)).to_be_visible()


async def test_an_album_arrives_as_messages_of_one_group(page: Page, bot: Client, tmp_path: Path) -> None:
    await bot.updates()
    paths = [tmp_path / f"{name}.png" for name in ("one", "two")]
    for path in paths:
        path.write_bytes(png(30, 20, (200, 80, 80)))
    await choose(page, "attach-photo", paths)
    await page.get_by_test_id("caption").fill("what I see")
    await page.get_by_test_id("send-files").click()
    await expect(page.get_by_test_id("album-item")).to_have_count(2)
    found = [update["message"] for update in await bot.updates()]
    assert [message.get("caption") for message in found] == ["what I see", None]
    assert len({message["media_group_id"] for message in found}) == 1


async def test_a_file_of_the_bot_comes_down_unchanged(page: Page, anna: Person, bot: Client) -> None:
    await bot("sendDocument", chat_id=anna.id, document=("report.csv", b"a;b\n1;2\n"))
    async with page.expect_download() as download:
        await page.get_by_test_id("document").click()
    found = await download.value
    assert (found.suggested_filename, (await found.path()).read_bytes()) == ("report.csv", b"a;b\n1;2\n")


async def test_topics_are_made_written_in_closed_and_deleted(page: Page, telegram: LocalTelegram, bot: Client) -> None:
    group = telegram.staff.chat_id
    made = await bot("createForumTopic", chat_id=group, name="#1 · PROD", icon_custom_emoji_id="5312241539987020022")
    topic = {"chat_id": group, "message_thread_id": made["message_thread_id"]}
    await bot("sendMessage", **topic, text="the card")
    row = page.get_by_role("option", name="#1 · PROD")
    await expect(row).to_contain_text("🔥")
    await expect(row).to_contain_text("Desk: the card")
    await row.click()
    await bot.updates()
    await field(page, "group").fill("a reply")
    await field(page, "group").press("Enter")
    assert (await arrives(bot, "message"))["message_thread_id"] == topic["message_thread_id"]
    await bot("closeForumTopic", **topic)
    await expect(page.get_by_test_id("group")).to_contain_text("This topic is closed")
    await bot("deleteForumTopic", **topic)
    await expect(page.get_by_test_id("topic-title")).to_have_text("General")


async def test_commands_are_those_of_the_persons_language(page: Page, bot: Client) -> None:
    await bot("setMyCommands", commands=[{"command": "new", "description": "New request"}])
    russian = [{"command": "new", "description": "Новое обращение"}]
    await bot("setMyCommands", commands=russian, language_code="ru")
    await page.get_by_test_id("commands").click()
    await expect(page.get_by_test_id("command-new")).to_have_text("/newНовое обращение")
    await page.get_by_test_id("customer-language").select_option("en")
    await expect(page.get_by_test_id("customer-language")).to_have_value("en")
    await page.get_by_test_id("commands").click()
    await page.get_by_test_id("commands").click()
    await expect(page.get_by_test_id("command-new")).to_have_text("/newNew request")


async def test_what_the_cloud_would_ignore_and_what_the_group_pays_are_counted(
    page: Page, telegram: LocalTelegram, bot: Client
) -> None:
    await bot("sendMessage", chat_id=telegram.staff.chat_id, text="hello", colour="red")
    await expect(page.get_by_test_id("strict-count")).to_have_text("1")
    await expect(page.get_by_test_id("budget-used")).to_have_text("1/20")


async def test_a_customer_added_on_the_page_can_start_and_block(page: Page, bot: Client) -> None:
    await bot.updates()
    await page.get_by_test_id("add-customer").click()
    await page.get_by_test_id("person-name").fill("Дина")
    await page.get_by_test_id("person-language").select_option("ru")
    await page.get_by_test_id("person-add").click()
    await page.get_by_test_id("start").click()
    started = await arrives(bot, "message")
    assert (started["text"], started["from"]["language_code"]) == ("/start", "ru")
    await page.get_by_test_id("phone-menu").click()
    await page.get_by_test_id("menu-block").click()
    await page.get_by_test_id("unblock").wait_for()
    refused = await bot.refused("sendMessage", chat_id=started["from"]["id"], text="hello?")
    assert refused.code == 403


async def test_when_telegram_is_down_the_bot_reaches_nothing_and_people_still_write(page: Page, bot: Client) -> None:
    await bot.updates()
    await page.get_by_test_id("down").click()
    await expect(page.get_by_test_id("down-banner")).to_be_visible()
    with pytest.raises(aiohttp.ClientError):
        await bot("getMe")
    await field(page).fill("is anybody there?")
    await field(page).press("Enter")
    await expect(page.get_by_text("is anybody there?")).to_be_visible()
    await page.get_by_test_id("down").click()
    await expect(page.get_by_test_id("down-banner")).to_be_hidden()
    assert (await arrives(bot, "message"))["text"] == "is anybody there?"


async def arrives(bot: Client, kind: str) -> Any:
    """The next update, which is of this kind."""
    (update,) = await bot.updates(timeout=8, limit=1)
    assert kind in update, update
    return update[kind]
