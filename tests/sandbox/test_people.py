"""What people can do, and what they see."""

from __future__ import annotations

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client

KINDS = ["photo", "video", "voice", "video_note", "audio", "document", "animation", "sticker", "location", "venue",
         "contact", "poll", "dice", "story"]  # fmt: skip


@pytest.fixture
async def anna(telegram: LocalTelegram, bot: Client) -> Person:
    anna = telegram.customer("Anna", language="ru", username="anna")
    await anna.start()
    await bot.updates()
    return anna


async def test_start_may_carry_a_payload(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start("ticket_17")
    message = await bot.update()
    assert message["text"] == "/start ticket_17"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


@pytest.mark.parametrize("payload", ["", "a b", "x" * 65, "привет"])
async def test_a_deep_link_has_an_alphabet_and_a_length(anna: Person, payload: str) -> None:
    with pytest.raises(ValueError, match="deep link"):
        await anna.start(payload)


async def test_words_get_the_entities_that_clients_find(bot: Client, anna: Person) -> None:
    await anna.say("  see https://example.com and /help  ")
    message = await bot.update()
    assert message["text"] == "see https://example.com and /help"
    assert [entity["type"] for entity in message["entities"]] == ["url", "bot_command"]
    assert message["from"]["language_code"] == "ru"


async def test_a_long_text_leaves_as_several_messages(bot: Client, anna: Person) -> None:
    await anna.say("x" * 5000)
    assert [len(update["message"]["text"]) for update in await bot.updates()] == [4096, 904]


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_can_be_sent_and_is_understood_by_aiogram(bot: Client, anna: Person, kind: str) -> None:
    from aiogram.types import Update

    sent = await anna.send(kind)
    (update,) = await bot.updates()
    assert sent.media == kind
    parsed = Update.model_validate(update)
    assert parsed.message is not None
    assert parsed.message.content_type == kind


async def test_a_live_location_moves_by_edits(bot: Client, anna: Person) -> None:
    sent = await anna.send("live_location")
    await anna.edit(sent, location={"latitude": 1.0, "longitude": 2.0})
    _, edit = await bot.updates()
    assert edit["edited_message"]["location"] == {"latitude": 1.0, "longitude": 2.0, "live_period": 900}


async def test_captions_can_be_edited_away(bot: Client, anna: Person) -> None:
    sent = await anna.send("photo", caption="see")
    await anna.edit(sent, caption="")
    assert "caption" not in (await bot.updates())[-1]["edited_message"]


async def test_a_persons_quote_takes_its_formatting_along(bot: Client, anna: Person) -> None:
    await bot("sendMessage", chat_id=anna.id, text="a <b>bold</b> move", parse_mode="HTML")
    await anna.say("this", reply_to=anna.chat.last, quote="bold")
    message = await bot.update()
    assert message["quote"]["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert message["reply_to_message"]["text"] == "a bold move"


async def test_reactions_of_people_come_when_asked_for(bot: Client, anna: Person) -> None:
    await bot.updates(allowed_updates=["message", "message_reaction"])
    sent = await bot("sendMessage", chat_id=anna.id, text="hello")
    await anna.react(anna.chat.last, "👍")
    change = await bot.update("message_reaction")
    assert (change["message_id"], change["old_reaction"]) == (sent["message_id"], [])
    await anna.react(anna.chat.last)
    assert (await bot.update("message_reaction"))["new_reaction"] == []


async def test_the_newest_button_of_a_name_is_pressed(bot: Client, anna: Person) -> None:
    for data in ("old", "new"):
        keys = {"inline_keyboard": [[{"text": "Go", "callback_data": data}]]}
        await bot("sendMessage", chat_id=anna.id, text=data, reply_markup=keys)
    await anna.tap("Go")
    assert (await bot.update("callback_query"))["data"] == "new"
    await anna.tap("Go", on=anna.chat.messages[-2])
    assert (await bot.update("callback_query"))["data"] == "old"


async def test_a_button_that_is_not_there_cannot_be_pressed(bot: Client, anna: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await bot("sendMessage", chat_id=anna.id, text="hello", reply_markup=keys)
    with pytest.raises(LookupError, match="'Go'"):
        await anna.tap("Stop")


async def test_a_key_of_a_reply_keyboard_speaks_for_the_person(bot: Client, anna: Person) -> None:
    await bot("sendMessage", chat_id=anna.id, text="hello", reply_markup={"keyboard": [[{"text": "New request"}]]})
    await anna.tap("New request")
    assert (await bot.update())["text"] == "New request"


async def test_forged_data_arrives_as_it_is(bot: Client, anna: Person) -> None:
    await bot("sendMessage", chat_id=anna.id, text="hello")
    await anna.press(anna.chat.last, data="close:1")
    assert (await bot.update("callback_query"))["data"] == "close:1"


async def test_nobody_speaks_where_they_are_not(telegram: LocalTelegram, anna: Person) -> None:
    with pytest.raises(ValueError, match="not in Acme support"):
        await anna.say("hello", to=telegram.staff)
    topic = await telegram.create_topic("#1")
    ivan = telegram.member("Ivan")
    await telegram.close_topic(topic)
    with pytest.raises(ValueError, match="closed"):
        await ivan.say("hello", topic=topic)
    await telegram.delete_topic(topic)
    with pytest.raises(ValueError, match="deleted"):
        await ivan.say("hello", topic=topic)


async def test_people_forward_what_they_see(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    ivan = telegram.member("Ivan")
    note = await ivan.say("// a note")
    await bot.updates()
    await ivan.forward(note, to=ivan.chat)
    message = await bot.update()
    assert (message["text"], message["forward_origin"]["sender_user"]["id"]) == ("// a note", ivan.id)


async def test_a_transcript_tells_a_conversation(bot: Client, anna: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}, {"text": "No", "callback_data": "n"}]]}
    await bot("sendMessage", chat_id=anna.id, text="Solved?", reply_markup=keys)
    await anna.send("voice", caption="no")
    assert anna.chat.transcript() == "Anna: /start\nDesk: Solved? [Yes] [No]\nAnna: <voice> no"


async def test_what_a_message_shows(bot: Client, anna: Person) -> None:
    await bot("sendMessage", chat_id=anna.id, text="a <b>bold</b> &lt;move&gt;", parse_mode="HTML")
    message = anna.chat.last
    assert message.html == "a <b>bold</b> &lt;move&gt;"
    assert (message.by_bot, message.edited, message.deleted, message.service) == (True, False, False, None)
    await bot("deleteMessage", chat_id=anna.id, message_id=message.id)
    assert message.deleted
    assert message not in anna.chat.messages
