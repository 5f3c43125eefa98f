"""Entities given by the bot: read, checked and put into Telegram's order.

An entity is the Bot API's object as a dict: ``type``, ``offset`` and ``length`` (UTF-16 units) and what its
type adds.
"""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.fields import BadFieldError, Object, decoded, integer, nested_object, string
from bot.sandbox.links import BadLinkError, checked_link, linked_user

Entity = dict[str, Any]

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
OPAQUE = ("pre", "code", "date_time")
"""Kinds that hold no other entity."""
FOUND = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number")
"""Kinds that Telegram finds by itself; given ones are passed over."""

_PRIORITY = {
    **dict.fromkeys(QUOTES, 0),
    "pre": 11,
    "code": 20,
    "date_time": 30,
    "text_link": 49,
    "text_mention": 49,
    **dict.fromkeys(FOUND, 50),
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_FARTHEST = 1_000_000


def sort_key(entity: Entity) -> tuple[int, int, int]:
    """Telegram's order: by offset, the longer first, then the outer kinds before the inner ones."""
    return entity["offset"], -entity["length"], _PRIORITY[entity["type"]]


def end(entity: Entity) -> int:
    return int(entity["offset"]) + int(entity["length"])


def date_format(wanted: str) -> str | None:
    """The format of a time as Telegram gives it back (``r``, or of w, d or D, t or T); None: no format."""
    if wanted in ("r", "R"):
        return "r"
    if not set(wanted) <= set("tTdDwW"):
        return None
    day = "w" if {"w", "W"} & set(wanted) else ""
    date = next((letter for letter in "dD" if letter in wanted), "")
    return day + date + next((letter for letter in "tT" if letter in wanted), "")


def emoji_id(value: str) -> str | None:
    """A custom emoji's identifier (64 bits, not 0) or None."""
    if not re.fullmatch(r"-?[0-9]{1,19}", value) or not -(2**63) <= int(value) < 2**63:
        return None
    return str(int(value)) if int(value) else None


def read_entities(given: object) -> list[Entity]:
    """The bot's ``entities``, a list or its JSON text; all else is none. Empty ones and found kinds are
    passed over.
    """
    items = decoded(given)
    if not isinstance(items, list):
        return []
    read = [_read(item) for item in items]
    kept = [entity for entity in read if entity is not None]
    for name in ("offset", "length"):
        for entity in kept:
            if not 0 <= entity[name] <= _FARTHEST:
                raise bad_request(f"Receive an entity with incorrect {name} {entity[name]}")
    return [entity for entity in kept if entity["length"]]


def _read(item: object) -> Entity | None:
    try:
        if not isinstance(item, dict):
            raise BadFieldError("expected an Object")
        extent = {name: integer(item, name) for name in ("offset", "length")}
        kind = string(item, "type", required=True)
        return None if kind in FOUND else {"type": kind, **extent, **_extra(kind, item)}
    except BadFieldError as error:
        raise bad_request(f"Can't parse MessageEntity: {error}") from None


def _extra(kind: str, item: Object) -> Entity:
    """What the kind adds to the extent."""
    if kind in STYLES or kind in QUOTES or kind == "code":
        return {}
    if kind == "pre":
        language = string(item, "language")
        return {"language": language} if language else {}
    if kind == "text_link":
        return _link(string(item, "url", required=True))
    if kind == "text_mention":
        return {"user": {"id": integer(nested_object(item, "user"), "id")}}
    if kind == "custom_emoji":
        return {"custom_emoji_id": _emoji(string(item, "custom_emoji_id", required=True))}
    if kind == "date_time":
        return _time(item)
    raise BadFieldError("Unsupported type specified" if kind else "Type is not specified")


def _link(link: str) -> Entity:
    """A link to a user is a mention in disguise."""
    user = linked_user(link)
    if user is not None:
        return {"type": "text_mention", "user": {"id": user}}
    try:
        return {"url": checked_link(link)}
    except BadLinkError as error:
        raise bad_request(f"Entity URL '{link}' is invalid: {error}") from None


def _emoji(value: str) -> str:
    identifier = emoji_id(value)
    if identifier is None:
        raise bad_request("Invalid custom emoji identifier specified")
    return identifier


def _time(item: Object) -> Entity:
    at = integer(item, "unix_time")
    form = date_format(string(item, "date_time_format"))
    if form is None:
        raise BadFieldError("Invalid date-time format specified")
    if not 0 < at < 2**31:
        raise bad_request("Invalid date specified")
    return {"unix_time": at, **({"date_time_format": form} if form else {})}
