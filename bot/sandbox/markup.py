"""Text of a call as Telegram would store it: parsed, checked, cleaned, measured."""

from __future__ import annotations

from bot.sandbox.cleaning import is_blank, tidy
from bot.sandbox.detection import detect
from bot.sandbox.entities import STYLES, Entity, read_entities, sort_key
from bot.sandbox.errors import bad_request
from bot.sandbox.nesting import nested
from bot.sandbox.rendering import to_html
from bot.sandbox.strict import Note, nowhere
from bot.sandbox.tags import parse_html
from bot.sandbox.utf16 import utf16_len, utf16_slice

__all__ = [
    "CAPTION",
    "MESSAGE",
    "Entity",
    "detect",
    "formatted",
    "to_html",
    "utf16_len",
    "utf16_slice",
]

MESSAGE = 4096
"""Code points of a message's text."""
CAPTION = 1024
"""Code points of a caption or a quote."""
_RAW_BYTES = 32_768
_MOST_ENTITIES = 100


def formatted(
    text: str, parse_mode: str | None, entities: object, *, limit: int = MESSAGE, note: Note = nowhere
) -> tuple[str, list[Entity]]:
    """The text and all its entities, given and found, sorted as in a Message.

    ``limit`` (code points after parsing) tells the kind: ``MESSAGE`` must hold something, any other is a
    caption and may be empty. ``parse_mode`` wins over ``entities``. ``note`` hears of what is dropped
    without an error. ApiError on everything Telegram refuses. Markdown is refused by the local Telegram
    alone: the product speaks HTML.
    """
    if not text and limit == MESSAGE:
        raise bad_request("Message text is empty")
    _measure_raw(text)
    parsed, given = _parsed(text, parse_mode, entities, note)
    cleaned, kept = tidy(parsed, given)
    if is_blank(cleaned):
        if limit == MESSAGE:
            raise bad_request("Text must be non-empty")
        return "", []
    if len(cleaned) > limit:
        raise bad_request("Message is too long" if limit == MESSAGE else "Message caption is too long")
    return cleaned, nested(_first_hundred(kept, note), detect(cleaned))


def _measure_raw(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    if size > _RAW_BYTES:
        raise bad_request("Text is too long")


def _parsed(text: str, parse_mode: str | None, entities: object, note: Note) -> tuple[str, list[Entity]]:
    mode = (parse_mode or "").lower()
    if not text or mode in ("", "none"):
        return text, read_entities(entities)
    if mode == "html":
        if entities:
            note("entities given beside parse_mode are not read")
        return parse_html(text)
    if mode in ("markdown", "markdownv2"):
        note(f"parse_mode {parse_mode} is unsupported by the local Telegram")
        raise bad_request(f"parse_mode {parse_mode} is unsupported by the local Telegram")
    raise bad_request("Unsupported parse_mode")


def _first_hundred(entities: list[Entity], note: Note) -> list[Entity]:
    """At most 100 custom emoji and 100 others, of which bold and its like are dropped first."""
    emoji = [entity for entity in entities if entity["type"] == "custom_emoji"]
    others = [entity for entity in entities if entity["type"] != "custom_emoji"]
    others.sort(key=lambda entity: entity["type"] in STYLES)
    dropped = max(0, len(emoji) - _MOST_ENTITIES) + max(0, len(others) - _MOST_ENTITIES)
    if dropped:
        note(f"{dropped} entities over {_MOST_ENTITIES} dropped")
    return sorted([*emoji[:_MOST_ENTITIES], *others[:_MOST_ENTITIES]], key=sort_key)
