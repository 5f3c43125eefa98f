"""Text with entities as HTML for the page: safe to put into a document as it is."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from bot.sandbox.entities import Entity, end
from bot.sandbox.nesting import nested
from bot.sandbox.utf16 import narrow, widen

_PLAIN = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}
_SAFE = ("http://", "https://", "tg://", "ton://", "tonsite://", "mailto:")


def to_html(text: str, entities: list[Entity]) -> str:
    """HTML of b, i, u, s, code, pre, blockquote, a, time, tg-emoji and span (class: the entity's type)."""
    units = widen(text)
    parts: list[str] = []
    unclosed: list[tuple[int, str]] = []
    at = 0

    def write(until: int) -> None:
        nonlocal at
        parts.append(escape(narrow(units[at:until])))
        at = max(at, until)

    def close(until: int) -> None:
        while unclosed and unclosed[-1][0] <= until:
            stop, tag = unclosed.pop()
            write(stop)
            parts.append(tag)

    for entity in nested(entities):
        close(entity["offset"])
        write(entity["offset"])
        opening, closing = _tags(entity, narrow(units[entity["offset"] : end(entity)]))
        parts.append(opening)
        unclosed.append((end(entity), closing))
    close(max((stop for stop, _ in unclosed), default=0))
    write(len(units))
    return "".join(parts)


def _tags(entity: Entity, inside: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == "pre":
        return _pre(entity.get("language", ""))
    if kind == "date_time":
        return _time(entity)
    if kind == "custom_emoji":
        return f'<tg-emoji emoji-id="{escape(str(entity["custom_emoji_id"]))}">', "</tg-emoji>"
    address = _address(entity, inside)
    if address.startswith(_SAFE):
        return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"
    return f'<span class="{escape(kind)}">', "</span>"


def _pre(language: str) -> tuple[str, str]:
    if not language:
        return "<pre>", "</pre>"
    return f'<pre><code class="language-{escape(language)}">', "</code></pre>"


def _address(entity: Entity, inside: str) -> str:
    if entity["type"] == "text_link":
        return str(entity["url"])
    if entity["type"] == "text_mention":
        return f"tg://user?id={entity['user']['id']}"
    if entity["type"] == "email":
        return f"mailto:{inside}"
    if entity["type"] == "url":
        return inside if "://" in inside else f"http://{inside}"
    return ""


def _time(entity: Entity) -> tuple[str, str]:
    moment = datetime.fromtimestamp(entity["unix_time"], UTC).isoformat()
    return f'<time datetime="{moment}" data-format="{escape(entity.get("date_time_format", ""))}">', "</time>"
