"""Who may be reached: chats, members, rights, privacy, migration, unusual senders."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.chats import Member
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client

ALL = {"allowed_updates": ["message", "my_chat_member", "chat_member", "message_reaction", "message_reaction_count",
                           "callback_query", "channel_post"]}  # fmt: skip


async def refusal(bot: Client, chat_id: object, method: str = "sendMessage", **given: Any) -> tuple[int, str]:
    given = given or ({"text": "hello"} if method == "sendMessage" else {})
    refused = await bot.refused(method, chat_id=chat_id, **given)
    return refused.code, refused.description


async def test_a_stranger_is_not_found(telegram: LocalTelegram, bot: Client) -> None:
    stranger = telegram.customer("Stranger")
    assert await refusal(bot, stranger.id) == (400, "Bad Request: chat not found")


async def test_somebody_known_who_never_pressed_start_cannot_be_written_to(
    telegram: LocalTelegram, bot: Client
) -> None:
    ivan = telegram.member("Ivan")
    assert await refusal(bot, ivan.id) == (403, "Forbidden: bot can't initiate conversation with a user")
    assert (await bot("getChat", chat_id=ivan.id))["first_name"] == "Ivan"
    await ivan.start()
    assert (await bot("sendMessage", chat_id=ivan.id, text="hello"))["text"] == "hello"


async def test_who_blocked_the_bot_is_found_out_by_sending(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    await anna.block()
    assert await refusal(bot, anna.id) == (403, "Forbidden: bot was blocked by the user")
    assert (await bot("getChat", chat_id=anna.id))["id"] == anna.id
    await anna.unblock()
    assert await bot("sendMessage", chat_id=anna.id, text="welcome back")


async def test_blocking_and_unblocking_are_told(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    await bot.updates()
    await anna.block()
    change = await bot.update("my_chat_member")
    assert change["new_chat_member"]["status"] == "kicked"
    await anna.unblock()
    change = await bot.update("my_chat_member")
    assert (change["new_chat_member"]["status"], change["from"]["id"]) == ("member", anna.id)


async def test_a_deleted_account(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    await anna.deactivate()
    assert await refusal(bot, anna.id) == (403, "Forbidden: user is deactivated")


async def test_bots_are_not_written_to(telegram: LocalTelegram, bot: Client) -> None:
    other = telegram.world.account("Other", username="other_bot", is_bot=True)
    assert await refusal(bot, other.id) == (403, "Forbidden: the bot can't send messages to the bot")
    assert await refusal(bot, "@other_bot") == (403, "Forbidden: the bot can't send messages to the bot")


async def test_usernames_are_those_of_groups_and_not_of_people(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna", username="anna")
    await anna.start()
    telegram.staff.chat.username = "acme_desk"
    assert (await bot("getChat", chat_id="@Acme_Desk"))["id"] == telegram.staff.chat_id
    assert await refusal(bot, "@anna") == (400, "Bad Request: chat not found")


async def test_people_may_forbid_voice_notes(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    anna.account.refuses_voice = True
    voice = await bot.refused("sendVoice", chat_id=anna.id, voice=("a.oga", b"x"))
    note = await bot.refused("sendVideoNote", chat_id=anna.id, video_note=("a.mp4", b"x"))
    assert voice.description == "Bad Request: user restricted receiving of voice note messages"
    assert note.description == "Bad Request: user restricted receiving of video note messages"


@pytest.mark.parametrize(
    ("kind", "words"), [("group", "group chat"), ("supergroup", "supergroup chat"), ("channel", "channel chat")]
)
@pytest.mark.parametrize(("status", "sentence"), [("kicked", "was kicked from"), ("left", "is not a member of")])
async def test_a_bot_that_is_not_there(
    telegram: LocalTelegram, bot: Client, kind: str, words: str, status: str, sentence: str
) -> None:
    group = telegram.group("Group", kind)
    group.chat.members[telegram.bot_id].status = status
    assert await refusal(bot, group.chat_id) == (403, f"Forbidden: bot {sentence} the {words}")


async def test_a_deleted_group(telegram: LocalTelegram, bot: Client) -> None:
    group = telegram.group("Group")
    group.chat.gone = True
    assert await refusal(bot, group.chat_id) == (403, "Forbidden: the group chat was deleted")


async def test_leaving_is_told_to_the_bot(telegram: LocalTelegram, bot: Client) -> None:
    await bot("leaveChat", chat_id=telegram.staff.chat_id)
    assert (await bot.update("my_chat_member"))["new_chat_member"]["status"] == "left"
    assert await refusal(bot, telegram.staff.chat_id) == (403, "Forbidden: bot is not a member of the supergroup chat")


RIGHTS = [
    ("sendMessage", {"text": "x"}, "can_send_messages", "text messages"),
    ("sendPhoto", {"photo": ("a.png", b"x")}, "can_send_photos", "photos"),
    ("sendVideo", {"video": ("a.mp4", b"x")}, "can_send_videos", "videos"),
    ("sendAudio", {"audio": ("a.mp3", b"x")}, "can_send_audios", "music"),
    ("sendDocument", {"document": ("a.txt", b"x")}, "can_send_documents", "documents"),
    ("sendVoice", {"voice": ("a.oga", b"x")}, "can_send_voice_notes", "voice notes"),
    ("sendVideoNote", {"video_note": ("a.mp4", b"x")}, "can_send_video_notes", "video notes"),
    ("sendSticker", {"sticker": ("a.webp", b"x")}, "can_send_other_messages", "stickers"),
    ("sendPoll", {"question": "?", "options": ["a", "b"]}, "can_send_polls", "polls"),
]


@pytest.mark.parametrize(("method", "given", "right", "words"), RIGHTS)
async def test_each_kind_of_content_has_its_right(
    telegram: LocalTelegram, bot: Client, method: str, given: dict[str, Any], right: str, words: str
) -> None:
    group = telegram.group("Group", "supergroup", rights={})
    group.chat.permissions = {right: False}
    expected = (400, f"Bad Request: not enough rights to send {words} to the chat")
    assert await refusal(bot, group.chat_id, method, **given) == expected
    group.chat.members[telegram.bot_id] = Member(telegram.world.bot, "administrator", {"can_manage_chat": True})
    assert await bot(method, chat_id=group.chat_id, **given)


async def test_a_bot_that_may_send_nothing(telegram: LocalTelegram, bot: Client) -> None:
    group = telegram.group("Group", "supergroup", rights={})
    group.chat.members[telegram.bot_id] = Member(telegram.world.bot, "restricted")
    assert await refusal(bot, group.chat_id) == (400, "Bad Request: have no write access to the chat")


async def test_channels_take_posts_of_administrators_only(telegram: LocalTelegram, bot: Client) -> None:
    channel = telegram.group("News", "channel", rights={})
    assert await refusal(bot, channel.chat_id) == (400, "Bad Request: need administrator rights in the channel chat")


# reading members


async def test_members_are_told_with_their_status(telegram: LocalTelegram, bot: Client) -> None:
    ivan, olga, anna = telegram.member("Ivan"), telegram.admin("Olga"), telegram.customer("Anna")
    await anna.start()
    chat = {"chat_id": telegram.staff.chat_id}
    statuses = [(await bot("getChatMember", user_id=one.id, **chat))["status"] for one in (ivan, olga, anna)]
    assert statuses == ["member", "administrator", "left"]
    own = await bot("getChatMember", user_id=telegram.bot_id, **chat)
    assert (own["status"], own["can_manage_topics"], own["can_pin_messages"]) == ("administrator", True, True)
    assert (await bot.refused("getChatMember", user_id=5, **chat)).description == "Bad Request: user not found"


async def test_administrators_and_their_number(telegram: LocalTelegram, bot: Client) -> None:
    telegram.member("Ivan")
    olga = telegram.admin("Olga", anonymous=True, title="Lead")
    admins = await bot("getChatAdministrators", chat_id=telegram.staff.chat_id)
    assert [one["user"]["id"] for one in admins] == [telegram.bot_id, olga.id]
    assert (admins[1]["is_anonymous"], admins[1]["custom_title"]) == (True, "Lead")
    assert await bot("getChatMemberCount", chat_id=telegram.staff.chat_id) == 3


async def test_private_chats_have_no_administrators(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    expected = (400, "Bad Request: there are no administrators in the private chat")
    assert await refusal(bot, anna.id, "getChatAdministrators") == expected


async def test_comings_and_goings_are_told_when_asked_for(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await bot.updates(**ALL)
    await anna.join(telegram.staff)
    change, service = await bot.updates()
    assert change["chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["id"] == anna.id
    await telegram.promote(anna)
    assert (await bot.update("chat_member"))["new_chat_member"]["status"] == "administrator"
    await anna.leave(telegram.staff)
    change, service = await bot.updates()
    assert change["chat_member"]["old_chat_member"]["status"] == "administrator"
    assert service["message"]["left_chat_member"]["id"] == anna.id


async def test_a_plain_member_is_not_told_of_others(telegram: LocalTelegram, bot: Client) -> None:
    await bot.updates(**ALL)
    await telegram.demote_bot()
    assert (await bot.update("my_chat_member"))["new_chat_member"]["status"] == "member"
    await telegram.customer("Anna").join(telegram.staff)
    assert "chat_member" not in [list(update)[1] for update in await bot.updates()]


# privacy mode


async def heard(bot: Client) -> list[str]:
    return [update["message"].get("text", "") for update in await bot.updates()]


async def test_a_plain_member_in_privacy_mode_hears_only_what_is_meant_for_it(
    telegram: LocalTelegram, bot: Client
) -> None:
    await telegram.demote_bot()
    ivan = telegram.member("Ivan")
    await bot.updates()
    await ivan.say("ordinary talk")
    await ivan.say("/queue@acme_desk_bot")
    await ivan.say("/queue")
    await ivan.say("/queue@other_bot")
    assert await heard(bot) == ["/queue@acme_desk_bot"]
    await bot("sendMessage", chat_id=telegram.staff.chat_id, text="here")
    await ivan.say("/queue")
    await ivan.say("ordinary again")
    reply = await ivan.say("thanks", reply_to=telegram.staff.messages[-3])
    await ivan.say("you are welcome", reply_to=reply)
    assert await heard(bot) == ["/queue", "thanks"]


async def test_an_administrator_hears_everything(telegram: LocalTelegram, bot: Client) -> None:
    await telegram.member("Ivan").say("ordinary talk")
    assert await heard(bot) == ["ordinary talk"]


async def test_without_privacy_mode_a_plain_member_hears_everything() -> None:
    async with LocalTelegram(privacy=False) as telegram, Client(telegram) as bot:
        assert (await bot("getMe"))["can_read_all_group_messages"]
        await telegram.demote_bot()
        await bot.updates()
        await telegram.member("Ivan").say("ordinary talk")
        assert await heard(bot) == ["ordinary talk"]


# unusual senders


async def test_an_anonymous_administrator_speaks_as_the_group(telegram: LocalTelegram, bot: Client) -> None:
    boss = telegram.admin("Boss", anonymous=True, title="Chief")
    await boss.say("hello")
    message = await bot.update()
    assert message["from"]["id"] == 1087968824
    assert message["sender_chat"]["id"] == telegram.staff.chat_id
    assert message["author_signature"] == "Chief"


@pytest.mark.parametrize("shown", [False, True])
async def test_a_press_by_an_anonymous_administrator(telegram: LocalTelegram, bot: Client, shown: bool) -> None:
    telegram.world.settings.press_shows_anonymous = shown
    boss = telegram.admin("Boss", anonymous=True)
    keys = {"inline_keyboard": [[{"text": "Take", "callback_data": "t"}]]}
    await bot("sendMessage", chat_id=telegram.staff.chat_id, text="card", reply_markup=keys)
    await boss.tap("Take")
    assert (await bot.update("callback_query"))["from"]["id"] == (1087968824 if shown else boss.id)


async def test_an_anonymous_reaction_comes_as_a_count(telegram: LocalTelegram, bot: Client) -> None:
    await bot.updates(**ALL)
    boss, ivan = telegram.admin("Boss", anonymous=True), telegram.member("Ivan")
    said = await ivan.say("hello")
    await bot.update()
    await ivan.react(said, "👍")
    assert (await bot.update("message_reaction"))["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    await boss.react(said, "👍")
    counts = (await bot.update("message_reaction_count"))["reactions"]
    assert counts == [{"type": {"type": "emoji", "emoji": "👍"}, "total_count": 2}]


async def test_who_writes_as_a_channel(telegram: LocalTelegram, bot: Client) -> None:
    channel = telegram.group("News", "channel")
    await telegram.say_as_channel("hello", channel=channel)
    message = await bot.update()
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (136817688, channel.chat_id)


async def test_posts_of_the_linked_channel(telegram: LocalTelegram, bot: Client) -> None:
    channel = telegram.group("News", "channel")
    await telegram.auto_forward("news", channel=channel)
    message = await bot.update()
    assert (message["from"]["id"], message["is_automatic_forward"]) == (777000, True)


async def test_a_post_in_a_channel_has_no_author(telegram: LocalTelegram, bot: Client) -> None:
    channel = telegram.group("News", "channel")
    editor: Person = telegram.admin("Editor", chat=channel)
    await editor.say("news")
    assert "from" not in await bot.update("channel_post")


# migration


async def test_a_group_becomes_a_supergroup(telegram: LocalTelegram, bot: Client) -> None:
    group = telegram.group("Group")
    old = group.chat_id
    first = await bot("sendMessage", chat_id=old, text="hello")
    new = await telegram.migrate(group)
    updates = await bot.updates()
    assert [list(update)[1] for update in updates] == ["message", "message", "my_chat_member"]
    assert (updates[0]["message"]["chat"]["id"], updates[0]["message"]["migrate_to_chat_id"]) == (old, new)
    assert (updates[1]["message"]["chat"]["id"], updates[1]["message"]["migrate_from_chat_id"]) == (new, old)
    refused = await bot.refused("sendMessage", chat_id=old, text="hello")
    assert refused.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused.parameters == {"migrate_to_chat_id": new}
    assert (await bot("getChat", chat_id=old))["id"] == old
    assert (await bot.refused("getChatMember", chat_id=old, user_id=telegram.bot_id)).parameters
    sent = await bot("sendMessage", chat_id=new, text="hello")
    assert sent["message_id"] != first["message_id"]
    assert (sent["chat"]["type"], sent["chat"]["is_forum"]) == ("supergroup", True)


async def test_signals_of_a_migration_may_come_in_the_other_order(telegram: LocalTelegram, bot: Client) -> None:
    group = telegram.group("Group")
    await telegram.migrate(group, new_first=True)
    messages = [update["message"] for update in await bot.updates() if "message" in update]
    assert ["migrate_from_chat_id" in message for message in messages] == [True, False]
