"""How a message comes into a chat, and what the bot is told of it."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chats import ANONYMOUS_BOT, GENERAL, Account, Chat, Json, Record
from bot.sandbox.world import World

_SHARED_SERVICE = (
    "new_chat_title new_chat_photo delete_chat_photo pinned_message left_chat_member "
    "forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened "
    "general_forum_topic_hidden general_forum_topic_unhidden"
)
SHARED_SERVICE = frozenset(_SHARED_SERVICE.split())
"""Service messages that come back to the bot even when it caused them itself."""


def post(
    world: World,
    chat: Chat,
    sender: Account,
    content: Json,
    *,
    topic: int | None = None,
    reply: Json | None = None,
    heads: Json | None = None,
    service: bool = False,
) -> Record:
    """Put a message into a chat.

    ``reply`` are the fields made by ``replies``, ``heads`` replace sender fields (channels, anonymous administrators).
    ``topic`` is the topic's id in forums, General being 1.
    """
    message: Json = {
        "message_id": world.message_id(chat),
        "from": sender.user(),
        "chat": chat.json(),
        "date": world.date(),
    }
    if heads is None:
        heads = _heads(chat, sender)
    message |= heads
    if message["from"] is None:
        del message["from"]
    if chat.is_forum:
        topic = topic or GENERAL
    record = Record(chat, message, sender.id, topic if chat.is_forum else None, service=service)
    message |= reply or {}
    _thread(record)
    message |= content
    if chat.protected:
        message["has_protected_content"] = True
    return deliver(world, record)


def deliver(world: World, record: Record) -> Record:
    chat, message = record.chat, record.message
    seen = bot_sees(world, record)
    chat.records[record.id] = record
    chat.last_speaker = record.sender
    world.events.emit("message", record=record)
    if seen:
        account = world.accounts.get(record.sender)
        if account:
            account.known = True
        world.updates.add("channel_post" if chat.type == "channel" else "message", message)
    return record


def service(world: World, chat: Chat, sender: Account, content: Json, *, topic: int | None = None) -> Record:
    return post(world, chat, sender, content, topic=topic, service=True)


def created(world: World, chat: Chat, sender: Account, content: Json) -> Record:
    """The service message that opens a topic and gives it its id."""
    message: Json = {
        "message_id": world.message_id(chat),
        "from": sender.user(),
        "chat": chat.json(),
        "date": world.date(),
    }
    message |= _heads(chat, sender) | {"is_topic_message": True} | content
    message["message_thread_id"] = message["message_id"]
    return deliver(world, Record(chat, message, sender.id, message["message_id"], service=True))


def bot_sees(world: World, record: Record) -> bool:
    """Whether this becomes an update: own messages do not, and privacy mode hides ordinary talk from a plain member."""
    chat, message = record.chat, record.message
    if record.sender == world.bot.id:
        return record.service and not SHARED_SERVICE.isdisjoint(message)
    if chat.person:
        return not chat.person.blocked
    member = world.bot_member(chat)
    if not member.present:
        return False
    if member.admin or not world.privacy or record.service:
        return True
    return _addressed(world, record)


def _addressed(world: World, record: Record) -> bool:
    message = record.message
    reply = message.get("reply_to_message", {})
    if reply.get("from", {}).get("id") == world.bot.id and not _is_topic_root(reply):
        return True
    word = (message.get("text") or message.get("caption") or "").split(" ")[0]
    if not word.startswith("/"):
        return False
    return word.endswith(f"@{world.bot.username}") or ("@" not in word and record.chat.last_speaker == world.bot.id)


def _is_topic_root(message: Json) -> bool:
    return "forum_topic_created" in message


def _heads(chat: Chat, sender: Account) -> Json:
    member = chat.members.get(sender.id)
    if chat.type == "channel":
        return {"from": None, "sender_chat": chat.json()}
    if member and member.anonymous and member.admin:
        heads: Json = {"from": ANONYMOUS_BOT, "sender_chat": chat.json()}
        return heads | ({"author_signature": member.title} if member.title else {})
    return {}


def _thread(record: Record) -> None:
    """``message_thread_id`` and what an unanswered message in a topic points to."""
    chat, message = record.chat, record.message
    target = message.get("reply_to_message")
    if record.topic is not None and record.topic != GENERAL:
        message |= {"message_thread_id": record.topic, "is_topic_message": True}
        root = chat.records.get(record.topic)
        if target is None and "external_reply" not in message and root:
            message["reply_to_message"] = shallow(root.message)
    elif target is not None and chat.type == "supergroup":
        message["message_thread_id"] = target.get("message_thread_id", target["message_id"])


def shallow(message: Json) -> Json:
    """A message as another one quotes it: one level deep."""
    return {key: value for key, value in message.items() if key not in ("reply_to_message", "pinned_message")}


def edited(world: World, record: Record, changes: Json, drop: tuple[str, ...] = ()) -> None:
    """Change a message; people's edits reach the bot as ``edited_message``, its own do not."""
    message = {key: value for key, value in record.message.items() if key not in drop} | changes
    message["edit_date"] = world.date()
    record.message = message
    world.events.emit("edit", record=record)
    if record.sender != world.bot.id and bot_sees(world, record):
        kind = "edited_channel_post" if record.chat.type == "channel" else "edited_message"
        world.updates.add(kind, message)


def typing(world: World, chat: Chat, topic: int | None, action: str) -> None:
    world.events.emit("typing", chat=chat.id, topic=topic, action=action)


def media_of(message: Json) -> tuple[str, Any] | None:
    """Which kind of media a message holds, and its object."""
    for kind in MEDIA:
        if kind in message:
            return kind, message[kind]
    return None


MEDIA = ("animation", "photo", "video", "audio", "voice", "video_note", "sticker", "document", "venue", "location",
         "contact", "poll", "dice", "story")  # fmt: skip
CONTENT = frozenset(
    (*MEDIA, "text", "entities", "link_preview_options", "caption", "caption_entities", "show_caption_above_media",
     "has_media_spoiler")
)  # fmt: skip
"""The fields of a message that go along when it is copied or forwarded."""
