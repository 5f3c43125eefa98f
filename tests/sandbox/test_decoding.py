"""aiogram reads everything that the local Telegram answers, with its own session and models."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramEntityTooLarge, TelegramMigrateToChat, TelegramRetryAfter
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    ReactionTypeEmoji,
    ReplyParameters,
)

from bot.sandbox.chats import Account, Member
from bot.sandbox.telegram import LocalTelegram

STATUSES = ["creator", "administrator", "member", "restricted", "left", "kicked"]


@pytest.fixture
async def aiobot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    bot = Bot(telegram.token, session=AiohttpSession(api=TelegramAPIServer.from_base(telegram.url)))
    yield bot
    await bot.session.close()


async def test_reads(telegram: LocalTelegram, aiobot: Bot) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    chat_id = telegram.staff.chat_id
    assert (await aiobot.get_me()).username == "acme_desk_bot"
    assert (await aiobot.get_chat(chat_id)).is_forum
    assert (await aiobot.get_chat(anna.id)).first_name == "Anna"
    assert len(await aiobot.get_chat_administrators(chat_id)) == 1
    assert len(await aiobot.get_forum_topic_icon_stickers()) > 50
    assert (await aiobot.get_webhook_info()).pending_update_count == 1
    assert (await aiobot.get_my_name()).name == "Desk"
    assert (await aiobot.get_chat_menu_button()).type == "commands"
    document = await anna.send("document")
    assert (await aiobot.get_file(str(document.file_id))).file_path


@pytest.mark.parametrize("status", STATUSES)
async def test_members_of_every_status(telegram: LocalTelegram, aiobot: Bot, status: str) -> None:
    account: Account = telegram.world.account("Ivan", known=True)
    telegram.staff.chat.members[account.id] = Member(account, status)
    assert (await aiobot.get_chat_member(telegram.staff.chat_id, account.id)).status == status


async def test_updates_of_every_kind(telegram: LocalTelegram, aiobot: Bot) -> None:
    kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction",
             "message_reaction_count", "channel_post"]  # fmt: skip
    await aiobot.get_updates(allowed_updates=kinds)
    anna, boss = telegram.customer("Anna"), telegram.admin("Boss", anonymous=True)
    said = await anna.say("hello")
    await anna.edit(said, text="bye")
    await anna.press(said, data="go")
    await anna.block()
    await anna.join(telegram.staff)
    await boss.react(await boss.say("hello"), "👍")
    await anna.react(telegram.staff.general.last, "👍")
    channel = telegram.group("News", "channel")
    await telegram.admin("Editor", chat=channel).say("news")
    await telegram.migrate(telegram.group("Group"))
    updates = await aiobot.get_updates(allowed_updates=kinds)
    assert {update.event_type for update in updates} == set(kinds)


async def test_sends_and_edits(telegram: LocalTelegram, aiobot: Bot) -> None:
    chat_id = telegram.staff.chat_id
    keys = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Take", callback_data="t", style="primary")]]
    )
    topic = await aiobot.create_forum_topic(chat_id, "#1", icon_color=16766590)
    thread = topic.message_thread_id
    card = await aiobot.send_message(
        chat_id, "<b>card</b>", message_thread_id=thread, parse_mode="HTML", reply_markup=keys
    )
    assert card.reply_markup is not None
    assert card.reply_markup.model_dump() == keys.model_dump()
    reply = ReplyParameters(message_id=card.message_id, quote="<b>card</b>", quote_parse_mode="HTML")
    answer = await aiobot.send_message(chat_id, "taken", message_thread_id=thread, reply_parameters=reply)
    assert answer.quote is not None
    assert answer.reply_to_message is not None
    edited = await aiobot.edit_message_text("done", chat_id=chat_id, message_id=card.message_id)
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None
    file = BufferedInputFile(b"text", filename="log.txt")
    album = await aiobot.send_media_group(chat_id, [InputMediaDocument(media=file), InputMediaDocument(media=file)])
    assert album[0].media_group_id == album[1].media_group_id
    poll = await aiobot.send_poll(chat_id, "Tea?", ["Yes", "No"])
    assert (await aiobot.stop_poll(chat_id, poll.message_id)).is_closed
    copy = await aiobot.copy_message(chat_id, chat_id, card.message_id)
    assert await aiobot.set_message_reaction(chat_id, copy.message_id, [ReactionTypeEmoji(emoji="👌")])
    assert await aiobot.pin_chat_message(chat_id, card.message_id)
    assert await aiobot.delete_forum_topic(chat_id, thread)
    assert telegram.strict.lines == []


async def test_errors_become_aiograms_exceptions(telegram: LocalTelegram, aiobot: Bot) -> None:
    telegram.faults.flood(5)
    with pytest.raises(TelegramRetryAfter) as flood:
        await aiobot.get_me()
    assert flood.value.retry_after == 5
    telegram.faults.server_error(502)
    with pytest.raises(ClientDecodeError):
        await aiobot.get_me()
    group = telegram.group("Group")
    old = group.chat_id
    new = await telegram.migrate(group)
    with pytest.raises(TelegramMigrateToChat) as migration:
        await aiobot.send_message(old, "hello")
    assert migration.value.migrate_to_chat_id == new


async def test_an_empty_413_is_no_telegram_error_for_aiogram(telegram: LocalTelegram, aiobot: Bot) -> None:
    telegram.faults.server_error(413, body="")
    with pytest.raises((ClientDecodeError, TelegramEntityTooLarge)) as refusal:
        await aiobot.get_me()
    assert isinstance(refusal.value, ClientDecodeError)


async def test_a_poison_update_breaks_the_whole_batch(telegram: LocalTelegram, aiobot: Bot) -> None:
    await telegram.customer("Anna").say("hello")
    telegram.faults.poison()
    with pytest.raises(ClientDecodeError):
        await aiobot.get_updates()
