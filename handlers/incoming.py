"""Telegram's messages as the desk's own."""

from __future__ import annotations

from typing import Any

from aiogram.types import Message

from bot.domain.content import ALBUMS, Content, ContentKind, Incoming

FILE_KINDS = ("video", "animation", "audio", "voice", "video_note", "document", "sticker")
LOOKS = {"has_media_spoiler": "has_spoiler", "show_caption_above_media": "show_caption_above_media"}
"""How a message's media look, and what the methods that send media call it."""


def incoming_of(message: Message) -> Incoming:
    """A reply in a topic that answers nobody points at the topic's own service message: that is no reply."""
    topic_id = message.message_thread_id if message.is_topic_message else None
    replied = message.reply_to_message
    reply_to = replied.message_id if replied and replied.message_id != topic_id else None
    quote = message.quote if message.quote and message.quote.is_manual else None
    content = content_of(message)
    return Incoming(
        chat_id=message.chat.id,
        message_id=message.message_id,
        content=content,
        topic_id=topic_id,
        album=message.media_group_id if content.kind in ALBUMS else None,
        reply_to=reply_to,
        quote=quote.text if quote else None,
        quote_at=quote.position if quote else 0,
        forwarded=message.forward_origin is not None,
    )


def content_of(message: Message) -> Content:
    """Everything of a message that can be stored and said again; what cannot is kept as OTHER."""
    if message.text is not None:
        return Content(ContentKind.TEXT, message.text, _entities(message.entities))
    caption, entities = message.caption or "", _entities(message.caption_entities)
    looks = {ours: True for theirs, ours in LOOKS.items() if getattr(message, theirs)}
    if message.photo:
        return Content(ContentKind.PHOTO, caption, entities, message.photo[-1].file_id, data=looks)
    # An animation also carries a document: the more telling kind comes first in the list.
    for kind in FILE_KINDS:
        if (file := getattr(message, kind)) is not None:
            name = getattr(file, "file_name", None)
            return Content(ContentKind(kind), caption, entities, file.file_id, name, looks)
    return _without_file(message)


def _without_file(message: Message) -> Content:
    if venue := message.venue:
        data = {**_point(venue.location), "title": venue.title, "address": venue.address}
        return Content(ContentKind.VENUE, data=data)
    if location := message.location:
        return Content(ContentKind.LOCATION, data=_point(location))
    if contact := message.contact:
        fields = {"phone_number", "first_name", "last_name", "vcard"}
        return Content(ContentKind.CONTACT, data=contact.model_dump(include=fields, exclude_none=True))
    if poll := message.poll:
        data = {
            "question": poll.question,
            "options": [option.text for option in poll.options],
            "is_anonymous": poll.is_anonymous,
            "allows_multiple_answers": poll.allows_multiple_answers,
        }
        return Content(ContentKind.POLL, data=data)
    if dice := message.dice:
        return Content(ContentKind.DICE, data={"emoji": dice.emoji, "value": dice.value})
    return Content(ContentKind.OTHER)


def is_service(message: Message) -> bool:
    """Joins, pins, topics and the like: nobody said anything."""
    return message.content_type in SERVICE


SERVICE = frozenset(
    {
        "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
        "group_chat_created", "supergroup_chat_created", "channel_chat_created", "message_auto_delete_timer_changed",
        "migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "forum_topic_created", "forum_topic_edited",
        "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
        "video_chat_scheduled", "video_chat_started", "video_chat_ended", "video_chat_participants_invited",
        "boost_added", "chat_background_set", "write_access_allowed", "chat_owner_left", "chat_owner_changed",
    }
)  # fmt: skip


def _point(location: Any) -> dict[str, Any]:
    """A live location is shown as its first position."""
    return {"latitude": location.latitude, "longitude": location.longitude}


def _entities(entities: Any) -> tuple[dict[str, Any], ...]:
    return tuple(entity.model_dump(exclude_none=True, mode="json") for entity in entities or ())
