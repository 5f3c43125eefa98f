"""Whom an update must not overtake, read from its raw JSON."""

from __future__ import annotations

from typing import Any


def lane_of(update: dict[str, Any]) -> str:
    """A private chat; a topic of a group; in General the sender. A button press goes with its message.

    Anything unknown has a lane by its kind, so that it holds up nothing else.
    """
    try:
        return _lane(update)
    except (AttributeError, TypeError):  # whatever it is made of, it is stored and looked at by itself
        return _kind(update)


def _lane(update: dict[str, Any]) -> str:
    for kind in ("message", "edited_message"):
        if message := update.get(kind):
            return _talk(message, message.get("from"))
    if query := update.get("callback_query"):
        return _talk(query.get("message") or {}, query.get("from"))
    for kind in ("my_chat_member", "chat_member"):
        if change := update.get(kind):
            return f"c{change.get('chat', {}).get('id')}"
    return _kind(update)


def _kind(update: dict[str, Any]) -> str:
    return next((kind for kind in update if kind != "update_id"), "empty")


def _talk(message: dict[str, Any], sender: dict[str, Any] | None) -> str:
    chat = message.get("chat") or {}
    if message.get("is_topic_message"):
        return f"c{chat.get('id')}.{message.get('message_thread_id')}"
    if chat.get("type") == "private":
        return f"c{chat.get('id')}"
    return f"c{chat.get('id')}:{(sender or {}).get('id')}"
