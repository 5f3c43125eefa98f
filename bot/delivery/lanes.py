"""Whom an update must not overtake, read from its raw JSON."""

from __future__ import annotations

from typing import Any


def lane_of(update: dict[str, Any]) -> str:
    """A private chat; a topic of a group; in General the sender. A button press goes with its message.

    Anything unknown has a lane by its kind, so that it holds up nothing else.
    """
    for kind in ("message", "edited_message"):
        if message := _object(update, kind):
            return _talk(message, _object(message, "from"))
    if query := _object(update, "callback_query"):
        return _talk(_object(query, "message"), _object(query, "from"))
    for kind in ("my_chat_member", "chat_member"):
        if change := _object(update, kind):
            return f"c{_object(change, 'chat').get('id')}"
    return next((kind for kind in update if kind != "update_id"), "empty")


def _talk(message: dict[str, Any], sender: dict[str, Any]) -> str:
    chat = _object(message, "chat")
    if message.get("is_topic_message"):
        return f"c{chat.get('id')}.{message.get('message_thread_id')}"
    if chat.get("type") == "private":
        return f"c{chat.get('id')}"
    return f"c{chat.get('id')}:{sender.get('id')}"


def _object(of: dict[str, Any], name: str) -> dict[str, Any]:
    """Nothing has been checked yet: whatever else stands there is none."""
    found = of.get(name)
    return found if isinstance(found, dict) else {}
