"""What happens to topics, whoever does it. Each leaves its service message, deletion leaves nothing."""

from __future__ import annotations

from bot.sandbox.chats import ICON_COLORS, Account, Chat, Json, Topic
from bot.sandbox.posting import created, service
from bot.sandbox.world import World


def create_topic(
    world: World, chat: Chat, by: Account, name: str, *, color: int = ICON_COLORS[0], icon: str | None = None
) -> Topic:
    body: Json = {"name": name, "icon_color": color} | ({"icon_custom_emoji_id": icon} if icon else {})
    topic = Topic(chat.last_id + 1, name, color, icon, creator=by.id)
    chat.topics[topic.id] = topic
    created(world, chat, by, {"forum_topic_created": body})
    _tell(world, chat, topic)
    return topic


def edit_topic(world: World, chat: Chat, topic: Topic, by: Account, *, name: str, icon: str | None) -> None:
    """The service message names only what changed; a removed icon is an empty string."""
    body: Json = {}
    if name != topic.name:
        body["name"] = name
    if icon != topic.icon:
        body["icon_custom_emoji_id"] = icon or ""
    topic.name, topic.icon = name, icon
    service(world, chat, by, {"forum_topic_edited": body}, topic=topic.id)
    _tell(world, chat, topic)


def set_closed(world: World, chat: Chat, topic: Topic, by: Account, closed: bool) -> None:
    """A reopened topic is hidden no more."""
    topic.closed = closed
    topic.hidden = topic.hidden and closed
    service(world, chat, by, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}, topic=topic.id)
    _tell(world, chat, topic)


def set_hidden(world: World, chat: Chat, topic: Topic, by: Account, hidden: bool) -> None:
    """A hidden topic is closed as well."""
    topic.hidden = hidden
    topic.closed = topic.closed or hidden
    name = "general_forum_topic_hidden" if hidden else "general_forum_topic_unhidden"
    service(world, chat, by, {name: {}}, topic=topic.id)
    _tell(world, chat, topic)


def delete_topic(world: World, chat: Chat, topic: Topic) -> None:
    """The topic and all its messages are gone; no update tells of it."""
    topic.deleted, topic.deleted_at = True, world.clock.seconds()
    for record in chat.records.values():
        if record.topic == topic.id:
            record.deleted = True
    world.events.emit("topic_deleted", chat=chat.id, topic=topic.id)


def _tell(world: World, chat: Chat, topic: Topic) -> None:
    world.events.emit("topic", chat=chat, topic=topic)
