"""Forum topics."""

from __future__ import annotations

from bot.sandbox.access import editable, need
from bot.sandbox.chats import GENERAL, ICON_COLORS, Chat, Json, Topic
from bot.sandbox.errors import bad_request
from bot.sandbox.icons import ICON_STICKERS
from bot.sandbox.methods.registry import method
from bot.sandbox.outgoing import spend
from bot.sandbox.params import Call
from bot.sandbox.topics import create_topic, delete_topic, edit_topic, set_closed, set_hidden

LONGEST_NAME = 128
CREATE, EDIT, CLOSE, DELETE = "create a topic", "edit the topic", "close or open the topic", "delete the topic"


def forum(call: Call, *, supergroup: bool = False) -> Chat:
    """``supergroup``: the method is for supergroups alone, and says so in private chats."""
    chat = editable(call)
    if chat.person and supergroup:
        raise bad_request("the chat is not a supergroup forum")
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    return chat


def named(call: Call, name: str = "name") -> str:
    """A topic's name, cut silently; the strict report tells of it."""
    text = call.text(name).strip()
    if len(text) > LONGEST_NAME:
        call.world.strict.note(f"{call.method}: topic name of {len(text)} characters is cut to {LONGEST_NAME}")
    return text[:LONGEST_NAME]


def checked_icon(call: Call) -> str | None:
    icon = call.text("icon_custom_emoji_id")
    if icon and icon not in ICON_STICKERS:
        raise bad_request("DOCUMENT_INVALID")
    return icon or None


@method("createForumTopic")
def create_forum_topic(call: Call) -> Json:
    chat = forum(call)
    name = named(call)
    if not name:
        raise bad_request("name must be non-empty")
    color = call.number("icon_color", ICON_COLORS[0])
    if not 0 <= color <= 0xFFFFFF:
        raise bad_request("invalid icon color specified")
    icon = checked_icon(call)
    need(call.world, chat, "can_manage_topics", CREATE)
    spend(call, chat)
    topic = create_topic(call.world, chat, call.world.bot, name, color=color, icon=icon)
    created: Json = {"message_thread_id": topic.id, "name": name, "icon_color": color}
    return created | ({"icon_custom_emoji_id": icon} if icon else {})


def existing_topic(call: Call, chat: Chat) -> Topic:
    thread = call.number("message_thread_id")
    if thread <= 0:
        raise bad_request("invalid forum topic identifier specified")
    topic = chat.topic(thread)
    if topic is None or thread == GENERAL:
        raise bad_request("message thread not found")
    return topic


def manages(call: Call, chat: Chat, topic: Topic, doing: str) -> None:
    """Own topics need no right."""
    if topic.creator != call.world.bot.id:
        need(call.world, chat, "can_manage_topics", doing)


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    chat = forum(call)
    name = named(call) or None
    icon_given = call.given("icon_custom_emoji_id")
    if name is None and not icon_given:
        return True
    topic = existing_topic(call, chat)
    icon = checked_icon(call) if icon_given else topic.icon
    manages(call, chat, topic, EDIT)
    if (name or topic.name) == topic.name and icon == topic.icon:
        raise bad_request("TOPIC_NOT_MODIFIED")
    spend(call, chat)
    edit_topic(call.world, chat, topic, call.world.bot, name=name or topic.name, icon=icon)
    return True


def close_or_open(call: Call, chat: Chat, topic: Topic, closed: bool) -> bool:
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    spend(call, chat)
    set_closed(call.world, chat, topic, call.world.bot, closed)
    return True


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    chat = forum(call, supergroup=True)
    topic = existing_topic(call, chat)
    manages(call, chat, topic, CLOSE)
    return close_or_open(call, chat, topic, closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    chat = forum(call, supergroup=True)
    topic = existing_topic(call, chat)
    manages(call, chat, topic, CLOSE)
    return close_or_open(call, chat, topic, closed=False)


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    chat = forum(call)
    topic = existing_topic(call, chat)
    need(call.world, chat, "can_delete_messages", DELETE)
    spend(call, chat)
    delete_topic(call.world, chat, topic)
    return True


@method("unpinAllForumTopicMessages")
def unpin_all_forum_topic_messages(call: Call) -> bool:
    chat = forum(call)
    need(call.world, chat, "can_pin_messages", "manage pinned messages in the chat")
    existing_topic(call, chat).pinned.clear()
    return True


def general(call: Call, right: str = "can_manage_topics", doing: str = CLOSE) -> tuple[Chat, Topic]:
    chat = forum(call, supergroup=True)
    need(call.world, chat, right, doing)
    return chat, chat.topics[GENERAL]


@method("editGeneralForumTopic")
def edit_general_forum_topic(call: Call) -> bool:
    chat, topic = general(call, doing=EDIT)
    name = named(call)
    if not name:
        raise bad_request("name must be non-empty")
    if name == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    spend(call, chat)
    edit_topic(call.world, chat, topic, call.world.bot, name=name, icon=topic.icon)
    return True


@method("closeGeneralForumTopic")
def close_general_forum_topic(call: Call) -> bool:
    return close_or_open(call, *general(call), closed=True)


@method("reopenGeneralForumTopic")
def reopen_general_forum_topic(call: Call) -> bool:
    return close_or_open(call, *general(call), closed=False)


def hide_or_show(call: Call, hidden: bool) -> bool:
    chat, topic = general(call)
    if topic.hidden == hidden:
        raise bad_request("TOPIC_NOT_MODIFIED")
    spend(call, chat)
    set_hidden(call.world, chat, topic, call.world.bot, hidden)
    return True


@method("hideGeneralForumTopic")
def hide_general_forum_topic(call: Call) -> bool:
    return hide_or_show(call, hidden=True)


@method("unhideGeneralForumTopic")
def unhide_general_forum_topic(call: Call) -> bool:
    return hide_or_show(call, hidden=False)


@method("unpinAllGeneralForumTopicMessages")
def unpin_all_general_forum_topic_messages(call: Call) -> bool:
    _, topic = general(call, "can_pin_messages", "manage pinned messages in the chat")
    topic.pinned.clear()
    return True


@method("getForumTopicIconStickers")
def get_forum_topic_icon_stickers(_call: Call) -> list[Json]:
    return [sticker(emoji_id, emoji) for emoji_id, emoji in ICON_STICKERS.items()]


def sticker(emoji_id: str, emoji: str) -> Json:
    file: Json = {"file_id": f"icon{emoji_id}", "file_unique_id": f"AgAD{emoji_id[-8:]}", "file_size": 2000}
    look: Json = {"type": "custom_emoji", "width": 100, "height": 100, "is_animated": True, "is_video": False}
    return file | look | {"emoji": emoji, "set_name": "Topics", "custom_emoji_id": emoji_id, "needs_repainting": False}
