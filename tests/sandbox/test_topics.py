"""Forum topics: where a message goes, what the topic methods refuse, what people's messages carry."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from bot.sandbox.world import Settings
from tests.sandbox.client import Client


@pytest.fixture
async def topic(telegram: LocalTelegram, bot: Client) -> TopicView:
    created = await bot("createForumTopic", chat_id=telegram.staff.chat_id, name="#1")
    await bot.updates()
    return telegram.staff.topics[created["message_thread_id"]]


async def say(bot: Client, telegram: LocalTelegram, **given: Any) -> Any:
    return await bot("sendMessage", chat_id=telegram.staff.chat_id, text="hello", **given)


async def refusal(bot: Client, telegram: LocalTelegram, method: str = "sendMessage", **given: Any) -> str:
    given = {"text": "hello"} | given if method == "sendMessage" else given
    return (await bot.refused(method, chat_id=telegram.staff.chat_id, **given)).description


# where a message goes


async def test_without_a_thread_it_goes_to_general_and_carries_none(telegram: LocalTelegram, bot: Client) -> None:
    sent = await say(bot, telegram)
    assert "message_thread_id" not in sent
    assert "is_topic_message" not in sent
    assert telegram.staff.general.last.text == "hello"


async def test_thread_one_is_not_found(telegram: LocalTelegram, bot: Client) -> None:
    assert await refusal(bot, telegram, message_thread_id=1) == "Bad Request: message thread not found"


async def test_an_unknown_topic_is_not_found(telegram: LocalTelegram, bot: Client) -> None:
    assert await refusal(bot, telegram, message_thread_id=77) == "Bad Request: message thread not found"


async def test_a_deleted_topic_is_not_found_and_no_update_tells_of_it(
    telegram: LocalTelegram, bot: Client, topic: TopicView
) -> None:
    await say(bot, telegram, message_thread_id=topic.id)
    await telegram.delete_topic(topic)
    assert await bot.updates() == []
    assert await refusal(bot, telegram, message_thread_id=topic.id) == "Bad Request: message thread not found"
    assert topic.messages == []


async def test_a_topic_just_deleted_may_give_a_raw_constant() -> None:
    settings = Settings(deleted_topic_constant="TOPIC_DELETED")
    async with LocalTelegram(budgets=False, settings=settings) as telegram, Client(telegram) as bot:
        topic = await telegram.create_topic("#1")
        await telegram.delete_topic(topic)
        assert await refusal(bot, telegram, message_thread_id=topic.id) == "Bad Request: TOPIC_DELETED"
        await telegram.clock.advance(61)
        assert await refusal(bot, telegram, message_thread_id=topic.id) == "Bad Request: message thread not found"


async def test_a_closed_topic_takes_messages_from_those_who_manage_topics_only(
    telegram: LocalTelegram, bot: Client, topic: TopicView
) -> None:
    await telegram.close_topic(topic)
    assert (await say(bot, telegram, message_thread_id=topic.id))["is_topic_message"]
    await telegram.bot_rights(can_manage_topics=False)
    assert await refusal(bot, telegram, message_thread_id=topic.id) == "Bad Request: TOPIC_CLOSED"


async def test_a_closed_general_likewise(telegram: LocalTelegram, bot: Client) -> None:
    await bot("closeGeneralForumTopic", chat_id=telegram.staff.chat_id)
    await say(bot, telegram)
    await telegram.bot_rights(can_manage_topics=False)
    assert await refusal(bot, telegram) == "Bad Request: TOPIC_CLOSED"


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_without_topics_the_thread_is_ignored(telegram: LocalTelegram, bot: Client, kind: str) -> None:
    plain = telegram.group("Plain", kind)
    sent = await bot("sendMessage", chat_id=plain.chat_id, text="hello", message_thread_id=77)
    assert "message_thread_id" not in sent


async def test_private_chats_know_no_threads(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    refused = await bot.refused("sendMessage", chat_id=anna.id, text="hello", message_thread_id=5)
    assert refused.description == "Bad Request: message thread not found"


async def test_a_reply_without_a_thread_follows_its_target_into_the_topic(
    telegram: LocalTelegram, bot: Client, topic: TopicView
) -> None:
    said = await telegram.member("Ivan").say("hello", topic=topic)
    sent = await say(bot, telegram, reply_parameters={"message_id": said.id})
    assert sent["message_thread_id"] == topic.id


async def test_a_reply_into_another_topic_is_external(telegram: LocalTelegram, bot: Client, topic: TopicView) -> None:
    other = await telegram.create_topic("#2")
    said = await telegram.member("Ivan").say("hello", topic=topic)
    sent = await say(bot, telegram, message_thread_id=other.id, reply_parameters={"message_id": said.id})
    assert sent["external_reply"]["message_id"] == said.id
    assert "reply_to_message" not in sent


async def test_chat_actions_do_not_check_the_topic(telegram: LocalTelegram, bot: Client) -> None:
    asked = {"chat_id": telegram.staff.chat_id, "action": "typing", "message_thread_id": 77}
    assert await bot("sendChatAction", **asked) is True


# what the methods refuse

RIGHTS = [
    ("createForumTopic", {"name": "x"}, "can_manage_topics", "create a topic"),
    ("editForumTopic", {"name": "x"}, "can_manage_topics", "edit the topic"),
    ("closeForumTopic", {}, "can_manage_topics", "close or open the topic"),
    ("reopenForumTopic", {}, "can_manage_topics", "close or open the topic"),
    ("deleteForumTopic", {}, "can_delete_messages", "delete the topic"),
]


@pytest.mark.parametrize(("method", "given", "right", "words"), RIGHTS)
async def test_each_method_names_the_right_it_lacks(
    telegram: LocalTelegram, bot: Client, method: str, given: dict[str, Any], right: str, words: str
) -> None:
    topic = await telegram.create_topic("#1")
    await telegram.bot_rights(**{right: False})
    thread = {} if method == "createForumTopic" else {"message_thread_id": topic.id}
    assert await refusal(bot, telegram, method, **given, **thread) == f"Bad Request: not enough rights to {words}"


@pytest.mark.parametrize("method", ["editForumTopic", "closeForumTopic"])
async def test_own_topics_may_be_edited_and_closed_without_the_right(
    telegram: LocalTelegram, bot: Client, topic: TopicView, method: str
) -> None:
    await telegram.bot_rights(can_manage_topics=False)
    given = {"name": "new"} if method == "editForumTopic" else {}
    assert await bot(method, chat_id=telegram.staff.chat_id, message_thread_id=topic.id, **given) is True


@pytest.mark.parametrize(
    ("method", "given", "description"),
    [
        ("createForumTopic", {"name": "  "}, "name must be non-empty"),
        ("createForumTopic", {"name": "x", "icon_color": -1}, "invalid icon color specified"),
        ("createForumTopic", {"name": "x", "icon_color": 0x1000000}, "invalid icon color specified"),
        ("editForumTopic", {"name": "x", "message_thread_id": 0}, "invalid forum topic identifier specified"),
        ("closeForumTopic", {"message_thread_id": -5}, "invalid forum topic identifier specified"),
        ("closeForumTopic", {"message_thread_id": 77}, "message thread not found"),
    ],
)
async def test_wrong_names_colours_and_ids(
    telegram: LocalTelegram, bot: Client, method: str, given: dict[str, Any], description: str
) -> None:
    assert await refusal(bot, telegram, method, **given) == f"Bad Request: {description}"


async def test_a_chat_without_topics_is_no_forum(telegram: LocalTelegram, bot: Client) -> None:
    await telegram.forum_off()
    assert await refusal(bot, telegram, "createForumTopic", name="x") == "Bad Request: the chat is not a forum"
    assert "is_forum" not in await bot("getChat", chat_id=telegram.staff.chat_id)


@pytest.mark.parametrize("method", ["closeForumTopic", "reopenForumTopic", "hideGeneralForumTopic"])
async def test_in_private_chats_there_is_nothing_to_close(telegram: LocalTelegram, bot: Client, method: str) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    refused = await bot.refused(method, chat_id=anna.id, message_thread_id=5)
    assert refused.description == "Bad Request: the chat is not a supergroup forum"


async def test_what_changes_nothing_is_not_modified(telegram: LocalTelegram, bot: Client, topic: TopicView) -> None:
    thread = {"message_thread_id": topic.id}
    assert await refusal(bot, telegram, "reopenForumTopic", **thread) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await refusal(bot, telegram, "editForumTopic", name="#1", **thread) == "Bad Request: TOPIC_NOT_MODIFIED"
    await bot("closeForumTopic", chat_id=telegram.staff.chat_id, **thread)
    assert await refusal(bot, telegram, "closeForumTopic", **thread) == "Bad Request: TOPIC_NOT_MODIFIED"


async def test_an_edit_of_nothing_is_true_without_asking_anybody(telegram: LocalTelegram, bot: Client) -> None:
    assert await bot("editForumTopic", chat_id=telegram.staff.chat_id, message_thread_id=77) is True


async def test_a_long_name_is_cut_silently_and_reported(telegram: LocalTelegram, bot: Client) -> None:
    created = await bot("createForumTopic", chat_id=telegram.staff.chat_id, name="x" * 130)
    assert created["name"] == "x" * 128
    assert telegram.strict.lines == ["createForumTopic: topic name of 130 characters is cut to 128"]


async def test_icons_are_those_of_the_list_and_an_empty_one_removes(
    telegram: LocalTelegram, bot: Client, topic: TopicView
) -> None:
    stickers = await bot("getForumTopicIconStickers")
    tick = next(one for one in stickers if one["emoji"] == "✅")["custom_emoji_id"]
    thread = {"chat_id": telegram.staff.chat_id, "message_thread_id": topic.id}
    await bot("editForumTopic", icon_custom_emoji_id=tick, **thread)
    assert (topic.icon, topic.name) == (tick, "#1")
    await bot("editForumTopic", icon_custom_emoji_id="", **thread)
    assert topic.icon is None


# what comes back


async def test_the_id_of_a_topic_is_that_of_its_first_message(telegram: LocalTelegram, bot: Client) -> None:
    created = await bot("createForumTopic", chat_id=telegram.staff.chat_id, name="#1", icon_color=16766590)
    echo = await bot.update()
    assert created["message_thread_id"] == echo["message_id"] == echo["message_thread_id"]
    assert echo["forum_topic_created"] == {"name": "#1", "icon_color": 16766590}
    assert echo["is_topic_message"]


async def test_changes_come_as_service_messages(telegram: LocalTelegram, bot: Client, topic: TopicView) -> None:
    thread = {"chat_id": telegram.staff.chat_id, "message_thread_id": topic.id}
    await bot("editForumTopic", name="#1 done", **thread)
    await bot("closeForumTopic", **thread)
    await bot("reopenForumTopic", **thread)
    await bot("hideGeneralForumTopic", chat_id=telegram.staff.chat_id)
    await bot("unhideGeneralForumTopic", chat_id=telegram.staff.chat_id)
    kinds = [list(update["message"])[-1] for update in await bot.updates()]
    assert kinds == [
        "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
    ]  # fmt: skip


async def test_a_hidden_general_is_closed_until_it_is_reopened(telegram: LocalTelegram, bot: Client) -> None:
    await bot("hideGeneralForumTopic", chat_id=telegram.staff.chat_id)
    assert telegram.staff.general.closed
    await bot("reopenGeneralForumTopic", chat_id=telegram.staff.chat_id)
    assert await refusal(bot, telegram, "unhideGeneralForumTopic") == "Bad Request: TOPIC_NOT_MODIFIED"


async def test_in_a_topic_an_unanswering_message_points_to_its_beginning(
    telegram: LocalTelegram, bot: Client, topic: TopicView
) -> None:
    await telegram.member("Ivan").say("hello", topic=topic)
    message = await bot.update()
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic.id, True)
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "#1"


async def test_a_reply_in_general_carries_a_thread_that_is_no_topic(telegram: LocalTelegram, bot: Client) -> None:
    ivan = telegram.member("Ivan")
    first = await ivan.say("first")
    second = await ivan.say("second", reply_to=first)
    await ivan.say("third", reply_to=second)
    messages = [update["message"] for update in await bot.updates()]
    assert [message.get("message_thread_id") for message in messages] == [None, first.id, first.id]
    assert not any("is_topic_message" in message for message in messages)
