"""A staff group that became a supergroup: the desk begins anew with the new id."""

from __future__ import annotations

from typing import Any


class BeginAnew(Exception):
    """The desk cannot go on as it is; what it has stored stays, and a new run goes on with that."""


class ChatMoved(BeginAnew):
    """The staff chat has another id, and everything stored follows it already."""


def move_of(update: dict[str, Any]) -> tuple[int, int] | None:
    """The old id and the new one, where an update tells of them. Two messages do, one in each chat; either may lack."""
    message = update.get("message") or {}
    chat_id: int = (message.get("chat") or {}).get("id", 0)
    if new := message.get("migrate_to_chat_id"):
        return chat_id, new
    if old := message.get("migrate_from_chat_id"):
        return old, chat_id
    return None
