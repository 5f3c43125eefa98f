"""A staff group that became a supergroup: the desk begins anew with the new id."""

from __future__ import annotations

from typing import Any


class BeginAnew(Exception):
    """The desk cannot go on as it is; what it has stored stays, and a new run goes on with that."""


class ChatMoved(BeginAnew):
    """A staff group has another id, and everything stored follows it already."""


def move_of(update: dict[str, Any]) -> tuple[int, int] | None:
    """The old id and the new one, where an update tells of them. Two messages do, one in each chat; either may lack.

    Nothing has been checked yet: what is not as Telegram says tells of no move.
    """
    match update.get("message"):
        case {"chat": {"id": int(old)}, "migrate_to_chat_id": int(new)}:
            return old, new
        case {"chat": {"id": int(new)}, "migrate_from_chat_id": int(old)}:
            return old, new
        case _:
            return None
