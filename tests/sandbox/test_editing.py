"""Edits, deletions, pins, reactions, and answers to presses."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.methods.editing import NOT_MODIFIED
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client

KEYS = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


@pytest.fixture
async def anna(telegram: LocalTelegram, bot: Client) -> Person:
    anna = telegram.customer("Anna")
    await anna.start()
    await bot.updates()
    return anna


async def sent(bot: Client, anna: Person, **given: Any) -> dict[str, int]:
    message = await bot("sendMessage", chat_id=anna.id, **({"text": "hello"} | given))
    return {"chat_id": anna.id, "message_id": message["message_id"]}


async def test_an_edit_returns_the_message_and_tells_nobody(bot: Client, anna: Person) -> None:
    place = await sent(bot, anna)
    edited = await bot("editMessageText", text="<b>bye</b>", parse_mode="HTML", **place)
    assert (edited["text"], edited["entities"][0]["type"]) == ("bye", "bold")
    assert edited["edit_date"]
    assert await bot.updates() == []


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ({"text": "a"}, {"text": "a"}, True),
        ({"text": "<b>a</b>", "parse_mode": "HTML"}, {"text": "a"}, False),
        ({"text": "a", "reply_markup": KEYS}, {"text": "a", "reply_markup": KEYS}, True),
        ({"text": "a", "reply_markup": KEYS}, {"text": "a"}, False),
        ({"text": "a"}, {"text": " a "}, True),
    ],
)
async def test_an_edit_must_change_text_entities_or_keyboard(
    bot: Client, anna: Person, before: dict[str, Any], after: dict[str, Any], same: bool
) -> None:
    place = await sent(bot, anna, **before)
    if same:
        assert (await bot.refused("editMessageText", **place, **after)).description == f"Bad Request: {NOT_MODIFIED}"
    else:
        assert (await bot("editMessageText", **place, **after))["text"] == "a"


async def test_an_edit_without_a_keyboard_removes_it(bot: Client, anna: Person) -> None:
    place = await sent(bot, anna, reply_markup=KEYS)
    assert "reply_markup" not in await bot("editMessageText", text="bye", **place)


async def test_the_bots_own_messages_can_be_edited_at_any_age(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    place = await sent(bot, anna)
    await telegram.clock.advance(60 * 86400)
    assert (await bot("editMessageText", text="bye", **place))["text"] == "bye"


async def test_what_cannot_be_edited(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    said = await anna.say("mine")
    place = await sent(bot, anna, reply_markup={"keyboard": [[{"text": "Yes"}]]})
    forward = await bot("forwardMessage", chat_id=anna.id, from_chat_id=anna.id, message_id=place["message_id"])
    for number in (said.id, place["message_id"], forward["message_id"]):
        refusal = await bot.refused("editMessageText", chat_id=anna.id, message_id=number, text="x")
        assert refusal.description == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("given", "description"),
    [
        ({"message_id": 999}, "message to edit not found"),
        ({"message_id": 0}, "message identifier is not specified"),
        ({}, "message identifier is not specified"),
        ({"message_id": 999, "reply_markup": {"keyboard": [[{"text": "x"}]]}}, "inline keyboard expected"),
    ],
)
async def test_wrong_edits(bot: Client, anna: Person, given: dict[str, Any], description: str) -> None:
    refusal = await bot.refused("editMessageText", chat_id=anna.id, text="x", **given)
    assert refusal.description == f"Bad Request: {description}"


async def test_text_and_caption_are_different_things(bot: Client, anna: Person) -> None:
    text = await sent(bot, anna)
    photo = await bot("sendPhoto", chat_id=anna.id, photo=("a.png", b"x"), caption="see")
    media = {"chat_id": anna.id, "message_id": photo["message_id"]}
    refusals = [
        (await bot.refused("editMessageText", text="x", **media)).description,
        (await bot.refused("editMessageCaption", caption="x", **text)).description,
    ]
    assert refusals == [
        "Bad Request: there is no text in the message to edit",
        "Bad Request: there is no caption in the message to edit",
    ]
    assert (await bot("editMessageCaption", caption="look", **media))["caption"] == "look"


async def test_media_can_be_replaced_by_other_media(bot: Client, anna: Person) -> None:
    photo = await bot("sendPhoto", chat_id=anna.id, photo=("a.png", b"x"), caption="see")
    place = {"chat_id": anna.id, "message_id": photo["message_id"]}
    media = {"type": "document", "media": "attach://file", "caption": "read"}
    edited = await bot("editMessageMedia", media=media, file=("a.txt", b"x"), **place)
    assert edited["document"]["file_name"] == "a.txt"
    assert (edited["caption"], "photo" in edited) == ("read", False)


async def test_a_keyboard_alone_can_be_edited(bot: Client, anna: Person) -> None:
    place = await sent(bot, anna)
    assert (await bot("editMessageReplyMarkup", reply_markup=KEYS, **place))["reply_markup"] == KEYS
    assert "reply_markup" not in await bot("editMessageReplyMarkup", **place)
    assert (await bot.refused("editMessageReplyMarkup", **place)).description == f"Bad Request: {NOT_MODIFIED}"


async def test_a_live_location_moves_until_it_is_stopped_or_over(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    live = await bot("sendLocation", chat_id=anna.id, latitude=1, longitude=2, live_period=900)
    place = {"chat_id": anna.id, "message_id": live["message_id"]}
    moved = await bot("editMessageLiveLocation", latitude=3, longitude=4, **place)
    assert moved["location"] == {"latitude": 3.0, "longitude": 4.0, "live_period": 900}
    stopped = await bot("stopMessageLiveLocation", **place)
    assert stopped["location"] == {"latitude": 3.0, "longitude": 4.0}
    refusal = await bot.refused("editMessageLiveLocation", latitude=5, longitude=6, **place)
    assert refusal.description == "Bad Request: message can't be edited"


async def test_a_poll_can_be_stopped_once(bot: Client, anna: Person) -> None:
    poll = await bot("sendPoll", chat_id=anna.id, question="Tea?", options=["Yes", "No"])
    place = {"chat_id": anna.id, "message_id": poll["message_id"]}
    assert (await bot("stopPoll", **place))["is_closed"]
    assert (await bot.refused("stopPoll", **place)).description == "Bad Request: poll has already been closed"


# deletions


async def test_own_and_incoming_messages_of_private_chats_can_be_deleted(bot: Client, anna: Person) -> None:
    said = await anna.say("hello")
    place = await sent(bot, anna)
    assert await bot("deleteMessage", **place)
    assert await bot("deleteMessage", chat_id=anna.id, message_id=said.id)
    assert anna.chat.transcript() == "Anna: /start"
    assert (await bot.refused("deleteMessage", **place)).description == "Bad Request: message to delete not found"


async def test_after_48_hours_it_is_too_late(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    early = await sent(bot, anna)
    await telegram.clock.advance(1)
    late = await sent(bot, anna)
    await telegram.clock.advance(48 * 3600 - 1)
    refusal = await bot.refused("deleteMessage", **early)
    assert refusal.description == "Bad Request: message can't be deleted for everyone"
    assert await bot("deleteMessage", **late)


async def test_with_the_right_anything_in_a_supergroup_can_be_deleted(telegram: LocalTelegram, bot: Client) -> None:
    said = await telegram.member("Ivan").say("hello")
    await telegram.clock.advance(60 * 86400)
    place = {"chat_id": telegram.staff.chat_id, "message_id": said.id}
    await telegram.bot_rights(can_delete_messages=False)
    assert (await bot.refused("deleteMessage", **place)).description == "Bad Request: message can't be deleted"
    await telegram.bot_rights(can_delete_messages=True)
    assert await bot("deleteMessage", **place)


async def test_the_beginning_of_a_topic_cannot_be_deleted(telegram: LocalTelegram, bot: Client) -> None:
    topic = await telegram.create_topic("#1")
    refusal = await bot.refused("deleteMessage", chat_id=telegram.staff.chat_id, message_id=topic.id)
    assert refusal.description == "Bad Request: message can't be deleted"


async def test_a_die_in_a_private_chat_lies_for_a_day(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    die = await bot("sendDice", chat_id=anna.id)
    place = {"chat_id": anna.id, "message_id": die["message_id"]}
    await bot.refused("deleteMessage", **place)
    await telegram.clock.advance(86400)
    assert await bot("deleteMessage", **place)


async def test_many_can_be_deleted_and_one_undeletable_refuses_all(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    first, second = await anna.say("one"), await anna.say("two")
    die = await anna.send("dice")
    refusal = await bot.refused("deleteMessages", chat_id=anna.id, message_ids=[first.id, die.id])
    assert refusal.description == "Bad Request: message can't be deleted for everyone"
    assert len(anna.chat.messages) == 4
    assert await bot("deleteMessages", chat_id=anna.id, message_ids=[first.id, second.id, 999])
    assert anna.chat.messages[1:] == [die]


@pytest.mark.parametrize(
    ("ids", "description"),
    [([], "message identifiers are not specified"), (list(range(1, 102)), "too many message identifiers specified")],
)
async def test_how_many_can_be_deleted(bot: Client, anna: Person, ids: list[int], description: str) -> None:
    refusal = await bot.refused("deleteMessages", chat_id=anna.id, message_ids=ids)
    assert refusal.description == f"Bad Request: {description}"


# pins


async def test_a_pin_belongs_to_its_topic_and_leaves_a_service_message(telegram: LocalTelegram, bot: Client) -> None:
    topic = await telegram.create_topic("#1")
    await bot.updates()
    message = await bot("sendMessage", chat_id=telegram.staff.chat_id, message_thread_id=topic.id, text="card")
    place = {"chat_id": telegram.staff.chat_id, "message_id": message["message_id"]}
    await bot("pinChatMessage", **place)
    notice = await bot.update()
    assert notice["pinned_message"]["text"] == "card"
    assert notice["message_thread_id"] == topic.id
    assert [one.text for one in topic.messages if one.pinned] == ["card"]
    await bot("unpinChatMessage", **place)
    assert not any(one.pinned for one in topic.messages)


@pytest.mark.parametrize("method", ["pinChatMessage", "unpinChatMessage"])
async def test_pinning_needs_the_right(telegram: LocalTelegram, bot: Client, method: str) -> None:
    said = await telegram.member("Ivan").say("hello")
    await telegram.bot_rights(can_pin_messages=False)
    refusal = await bot.refused(method, chat_id=telegram.staff.chat_id, message_id=said.id)
    assert refusal.description == "Bad Request: not enough rights to manage pinned messages in the chat"


async def test_what_is_gone_cannot_be_unpinned(telegram: LocalTelegram, bot: Client) -> None:
    for given in ({}, {"message_id": 999}):
        refusal = await bot.refused("unpinChatMessage", chat_id=telegram.staff.chat_id, **given)
        assert refusal.description == "Bad Request: message to unpin not found"


# reactions


async def test_a_bot_reacts_once_a_message(bot: Client, anna: Person) -> None:
    said = await anna.say("hello")
    place = {"chat_id": anna.id, "message_id": said.id}
    await bot("setMessageReaction", reaction=[{"type": "emoji", "emoji": "👌"}], **place)
    assert said.reactions == ["👌"]
    await bot("setMessageReaction", reaction=[{"type": "emoji", "emoji": "💔"}], **place)
    assert said.reactions == ["💔"]
    await bot("setMessageReaction", reaction=[], **place)
    assert said.reactions == []


@pytest.mark.parametrize(
    "reaction", [{"type": "emoji", "emoji": "🪿"}, {"type": "custom_emoji", "custom_emoji_id": "1"}]
)
async def test_only_the_fixed_set_is_valid(bot: Client, anna: Person, reaction: dict[str, str]) -> None:
    said = await anna.say("hello")
    refusal = await bot.refused("setMessageReaction", chat_id=anna.id, message_id=said.id, reaction=[reaction])
    assert refusal.description == "Bad Request: REACTION_INVALID"


async def test_nothing_to_react_to(bot: Client, anna: Person) -> None:
    reaction = [{"type": "emoji", "emoji": "👌"}]
    refusal = await bot.refused("setMessageReaction", chat_id=anna.id, message_id=999, reaction=reaction)
    assert refusal.description == "Bad Request: message to react not found"


async def test_on_an_album_it_lands_on_the_first_item(bot: Client, anna: Person) -> None:
    first, second = await anna.album(["photo", "photo"])
    reaction = [{"type": "emoji", "emoji": "👌"}]
    await bot("setMessageReaction", chat_id=anna.id, message_id=second.id, reaction=reaction)
    assert (first.reactions, second.reactions) == (["👌"], [])


# presses


async def test_a_press_is_answered_to_the_person(bot: Client, anna: Person) -> None:
    await sent(bot, anna, reply_markup=KEYS)
    answer = await anna.tap("Go")
    query = await bot.update("callback_query")
    assert (query["from"]["id"], query["data"], query["message"]["text"]) == (anna.id, "go", "hello")
    await bot("answerCallbackQuery", callback_query_id=query["id"], text="Done", show_alert=True)
    assert (answer.given, answer.text, answer.alert) == (True, "Done", True)


async def test_a_late_or_false_answer_is_refused(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    await sent(bot, anna, reply_markup=KEYS)
    await anna.tap("Go")
    number = (await bot.update("callback_query"))["id"]
    await telegram.clock.advance(16)
    for wrong in (number, "12345"):
        refusal = await bot.refused("answerCallbackQuery", callback_query_id=wrong)
        assert refusal.description == (
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )


async def test_a_second_answer_in_time_changes_nothing(bot: Client, anna: Person) -> None:
    await sent(bot, anna, reply_markup=KEYS)
    answer = await anna.tap("Go")
    number = (await bot.update("callback_query"))["id"]
    await bot("answerCallbackQuery", callback_query_id=number, text="first")
    await bot("answerCallbackQuery", callback_query_id=number, text="second")
    assert answer.text == "first"


async def test_a_long_answer_is_refused(bot: Client, anna: Person) -> None:
    await sent(bot, anna, reply_markup=KEYS)
    await anna.tap("Go")
    number = (await bot.update("callback_query"))["id"]
    assert (await bot.refused("answerCallbackQuery", callback_query_id=number, text="x" * 201)).code == 400


async def test_a_press_on_a_deleted_message_shows_only_where_it_was(bot: Client, anna: Person) -> None:
    place = await sent(bot, anna, reply_markup=KEYS)
    message = anna.chat.last
    await bot("deleteMessage", **place)
    await anna.press(message, data="old")
    query = await bot.update("callback_query")
    assert query["message"]["date"] == 0
    assert set(query["message"]) == {"chat", "message_id", "date"}
