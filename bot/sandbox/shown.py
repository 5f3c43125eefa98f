"""Messages, topics and people in the form that the page reads."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.sandbox.chats import GENERAL, Chat, Json, Record, Topic
from bot.sandbox.icons import ICON_STICKERS
from bot.sandbox.notices import notice
from bot.sandbox.posting import media_of
from bot.sandbox.views import Message
from bot.sandbox.world import World

COPIED = ("file_id", "file_name", "width", "height", "duration", "emoji", "latitude", "longitude", "title", "address",
          "question", "value", "first_name", "performer")  # fmt: skip


def moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def shown_message(world: World, record: Record, language: str) -> Json:
    view = Message(world, record)
    media = shown_media(record.message)
    target = record.message.get("reply_to_message")
    return {
        "id": record.id,
        "chat": record.chat.id,
        "topic": record.topic,
        "at": moment(record.message["date"]),
        "from": shown_sender(record),
        "kind": "service" if record.service else media["kind"] if media else "text",
        "text": view.text,
        "html": view.html,
        "media": media,
        "album": view.media_group_id,
        "reply_to": shown_target(target) if target and "forum_topic_created" not in target else None,
        "quote": view.quote,
        "buttons": [[{"text": key.text, "data": key.data, "style": key.style, "url": key.url} for key in row]
                    for row in view.buttons],
        "reactions": shown_reactions(record),
        "edited": view.edited,
        "service": notice(view, language) if record.service else None,
        "pinned": view.pinned,
    }  # fmt: skip


def shown_sender(record: Record) -> Json:
    shown: Json = record.message.get("sender_chat") or record.message.get("from") or {}
    name = shown.get("title") or " ".join(filter(None, (shown.get("first_name"), shown.get("last_name"))))
    return {"id": shown.get("id", record.sender), "name": name, "bot": bool(shown.get("is_bot"))}


def shown_target(message: Json) -> Json:
    sender = message.get("sender_chat") or message.get("from") or {}
    name = sender.get("title") or sender.get("first_name", "")
    return {"id": message["message_id"], "name": name, "text": message.get("text") or message.get("caption") or ""}


def shown_reactions(record: Record) -> list[Json]:
    by: dict[str, list[int]] = {}
    for account, given in record.reactions.items():
        for emoji in given:
            by.setdefault(emoji, []).append(account)
    return [{"emoji": emoji, "by": accounts} for emoji, accounts in by.items()]


def shown_media(message: Json) -> Json | None:
    found = media_of(message)
    if found is None:
        return None
    kind, body = found
    body = body[-1] if kind == "photo" else body
    shown: Json = {"kind": "live_location" if "live_period" in body else kind}
    shown |= {name: body[name] for name in COPIED if name in body}
    shown |= {"size": body.get("file_size"), "mime": "image/png" if kind == "photo" else body.get("mime_type")}
    shown |= {"phone": body.get("phone_number"), "options": [one["text"] for one in body.get("options", [])]}
    if kind == "venue":
        shown |= body["location"]
    return shown | ({"url": f"/sandbox/files/{body['file_id']}"} if "file_id" in body else {})


def shown_topic(chat: Chat, topic: Topic) -> Json:
    last = max((record.message["date"] for record in chat.records.values() if record.topic == topic.id), default=0)
    shown: Json = {"id": topic.id, "name": topic.name, "icon_color": topic.icon_color, "closed": topic.closed}
    return shown | {"icon": ICON_STICKERS.get(topic.icon or ""), "last_at": moment(last), "unread": 0}


def shown_group(chat: Chat) -> Json:
    topics = [shown_topic(chat, one) for one in chat.topics.values() if one.id != GENERAL and not one.deleted]
    return {"id": chat.id, "title": chat.title, "topics": topics}


def shown_event(world: World, event: dict[str, Any], language: str) -> Json:
    """An event of the world as the page gets it."""
    if "record" in event:
        return {"type": event["type"], "message": shown_message(world, event["record"], language)}
    if event["type"] == "topic":
        return {"type": "topic", "chat": event["chat"].id, "topic": shown_topic(event["chat"], event["topic"])}
    return event
