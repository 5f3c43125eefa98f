"""Which chat a call means, and whether the bot may do it there; in the order of the official server."""

from __future__ import annotations

from bot.sandbox.chats import GENERAL, Account, Chat, Member, Topic
from bot.sandbox.errors import ApiError, bad_request, forbidden
from bot.sandbox.params import Call, whole
from bot.sandbox.world import World

KIND_RIGHTS = {
    "text": ("can_send_messages", "text messages"), "photo": ("can_send_photos", "photos"),
    "video": ("can_send_videos", "videos"), "audio": ("can_send_audios", "music"),
    "document": ("can_send_documents", "documents"), "animation": ("can_send_other_messages", "animations"),
    "sticker": ("can_send_other_messages", "stickers"), "dice": ("can_send_other_messages", "dice"),
    "voice": ("can_send_voice_notes", "voice notes"), "video_note": ("can_send_video_notes", "video notes"),
    "poll": ("can_send_polls", "polls"), "location": ("can_send_messages", "locations"),
    "venue": ("can_send_messages", "venues"), "contact": ("can_send_messages", "contacts"),
}  # fmt: skip


def readable(call: Call, name: str = "chat_id") -> Chat:
    """The chat of a call that only reads; works on an upgraded group, too."""
    chat = known(call.world, call.params.get(name))
    call.chat_id = chat.id
    if chat.type in ("supergroup", "channel"):
        _check_membership(call.world, chat)
    return chat


def editable(call: Call, name: str = "chat_id") -> Chat:
    """The chat of a call that changes something in it."""
    chat = known(call.world, call.params.get(name))
    call.chat_id = chat.id
    if chat.person:
        if chat.person.deactivated:
            raise forbidden("user is deactivated")
        return chat
    if chat.migrated_to:
        raise upgraded(chat)
    if chat.gone:
        raise forbidden(f"the {chat.kind()} was deleted")
    _check_membership(call.world, chat)
    return chat


writable = editable


def upgraded(chat: Chat) -> ApiError:
    return bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)


def known(world: World, given: object) -> Chat:
    if given is None or given == "":
        raise bad_request("chat_id is empty")
    if isinstance(given, str) and given.startswith("@"):
        return _by_name(world, given[1:].lower())
    chat_id = whole(given)
    chat = world.chats.get(chat_id)
    if chat is None and chat_id in world.accounts:
        chat = world.private_chat(world.accounts[chat_id])
    if chat is None or (chat.person and not (chat.person.known or chat.person.is_bot)):
        raise bad_request("chat not found")
    return chat


def _by_name(world: World, name: str) -> Chat:
    for chat in world.chats.values():
        if chat.username and chat.username.lower() == name:
            return chat
    for account in world.accounts.values():
        if account.is_bot and account.username and account.username.lower() == name:
            return world.private_chat(account)
    raise bad_request("chat not found")


def _check_membership(world: World, chat: Chat) -> None:
    member = world.bot_member(chat)
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind()}")
    if not member.present:
        raise forbidden(f"bot is not a member of the {chat.kind()}")


def sending_allowed(world: World, chat: Chat, kind: str) -> None:
    """Rights by kind of content; the state of the person in a private chat, which only a send reveals."""
    if chat.person:
        _reachable(chat.person, kind)
        return
    member = world.bot_member(chat)
    if chat.type == "channel" and not member.admin:
        raise bad_request("need administrator rights in the channel chat")
    if member.admin:
        return
    right, words = KIND_RIGHTS[kind]
    if _forbids(member, chat, "can_send_messages") and all(
        _forbids(member, chat, one) for one, _ in KIND_RIGHTS.values()
    ):
        raise bad_request("have no write access to the chat")
    if _forbids(member, chat, right):
        raise bad_request(f"not enough rights to send {words} to the chat")


def _forbids(member: Member, chat: Chat, right: str) -> bool:
    own = member.rights.get(right, False) if member.status == "restricted" else True
    return not (own and chat.permissions.get(right, True))


def _reachable(person: Account, kind: str) -> None:
    if person.is_bot:
        raise forbidden("the bot can't send messages to the bot")
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    if person.refuses_voice and kind in ("voice", "video_note"):
        raise bad_request(
            f"user restricted receiving of {kind.replace('_', ' ').replace('voice', 'voice note')} messages"
        )


def topic_for(call: Call, chat: Chat, name: str = "message_thread_id") -> int | None:
    """The topic a send goes to: None outside forums, General when none is given."""
    wanted = call.number(name)
    if not chat.is_forum:
        if wanted and chat.person:
            raise bad_request("message thread not found")
        return None
    if not call.given(name) or wanted == 0:
        return GENERAL
    topic = chat.topics.get(wanted) if wanted != GENERAL else None
    if topic is None or topic.deleted:
        raise _missing(call.world, topic)
    return topic.id


def _missing(world: World, topic: Topic | None) -> ApiError:
    settings = world.settings
    if (
        topic
        and settings.deleted_topic_constant
        and world.clock.seconds() - topic.deleted_at < settings.deleted_topic_seconds
    ):
        return bad_request(settings.deleted_topic_constant)
    return bad_request("message thread not found")


def open_topic(world: World, chat: Chat, topic_id: int | None) -> None:
    """The cloud's last word: a closed topic takes messages only from those who manage topics."""
    topic = chat.topic(topic_id) if topic_id else None
    if topic and topic.closed and not world.bot_member(chat).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")


def need(world: World, chat: Chat, right: str, doing: str) -> None:
    """``doing`` completes "not enough rights to …"."""
    if not world.bot_member(chat).may(right):
        raise bad_request(f"not enough rights to {doing}")
