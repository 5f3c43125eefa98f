"""What a closed tag of the HTML leaves behind: the entity, its link, emoji, time or language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sandbox.entities import Entity, date_format, emoji_id
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.links import BadLinkError, checked_link, linked_user

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
KNOWN = {*STYLES, "a", "tg-emoji", "tg-time", "pre", "code", "blockquote"}


@dataclass(frozen=True)
class Tag:
    """A start tag: ``offset`` in UTF-16 units of the text, ``begin`` the count of text parts before it."""

    name: str
    attributes: dict[str, str]
    offset: int
    begin: int


def refused(sentence: str) -> ApiError:
    return bad_request(f"Can't parse entities: {sentence}")


def marked(tag: Tag, inside: str) -> Entity | None:
    """The entity without its extent; nothing where the text stays plain (a bad link, a time before 1970)."""
    if tag.name in STYLES:
        return {"type": STYLES[tag.name]}
    if tag.name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"}
    if tag.name == "tg-emoji":
        return _emoji(tag.attributes.get("emoji-id", ""))
    if tag.name == "tg-time":
        return _time(tag.attributes.get("unix", ""), tag.attributes.get("format", ""))
    return _link(tag.attributes.get("href") or inside)


def close_code(tag: Tag, extent: dict[str, int], entities: list[Entity]) -> None:
    """``pre`` and ``code`` of the same extent become one ``pre`` when the code has a language."""
    last = entities[-1] if entities else {}
    other = "code" if tag.name == "pre" else "pre"
    own = _language(tag) if tag.name == "code" else ""
    language = own or (last.get("language", "") if tag.name == "pre" else "")
    if language and last.get("type") == other and extent.items() <= last.items():
        entities[-1] = {"type": "pre", **extent, "language": language}
    else:
        entities.append({"type": tag.name, **extent, **({"language": own} if own else {})})


def _language(tag: Tag) -> str:
    name = tag.attributes.get("class", "")
    return name.removeprefix("language-") if name.startswith("language-") else ""


def _link(link: str) -> Entity | None:
    user = linked_user(link)
    if user is not None:
        return {"type": "text_mention", "user": {"id": user}}
    try:
        return {"type": "text_link", "url": checked_link(link)}
    except BadLinkError:
        return None


def _emoji(value: str) -> Entity:
    identifier = emoji_id(value)
    if identifier is None:
        raise refused("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _time(unix: str, wanted: str) -> Entity | None:
    digits = re.match(r"[0-9]{1,10}", unix)
    at = int(digits.group()) if digits else 0
    form = date_format(wanted)
    if form is None:
        raise refused("Invalid date format used")
    if not 0 < at < 2**31:
        return None
    return {"type": "date_time", "unix_time": at, **({"date_time_format": form} if form else {})}
