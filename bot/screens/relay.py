"""Saying a person's message again: with its ticket's number before it, inside Telegram's limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.domain.content import FILES, Content, ContentKind
from bot.screens.context import Reader
from bot.screens.markup import CAPTION_LIMIT, TEXT_LIMIT, one_line

CAPTIONED = FILES - {ContentKind.VIDEO_NOTE}
_EXCERPT = 200
_QUOTED = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"}
"""The formatting that a quote must share with its source."""
_BREAKS = ("\n\n", "\n", " ")


def header(number: int) -> str:
    """What stands before a message where several tickets speak in one chat."""
    return f"#{number} · "


def relayed(content: Content, header: str | None = None) -> tuple[Content, ...]:
    """The messages that say it: one, wherever it fits.

    Longer text goes on in text messages, broken at a paragraph, a line or a space, formatting and all. What cannot
    carry a caption follows its header.
    """
    before = header or ""
    if content.kind is ContentKind.TEXT:
        return _split(_prefixed(content, before), TEXT_LIMIT)
    if content.kind in CAPTIONED:
        return _split(_prefixed(content, before), CAPTION_LIMIT)
    if not before:
        return (content,)
    return Content(ContentKind.TEXT, before.rstrip(" ·")), content


def described(reader: Reader, content: Content) -> str:
    """The content in one line of plain text: the words themselves, or what it is."""
    words = one_line(content.text, _EXCERPT)
    if content.kind is ContentKind.TEXT:
        return words
    name = one_line(content.file_name or "", _EXCERPT)
    what = reader.text("content", kind=content.kind)
    return ": ".join(part for part in (what, name, words) if part)


def quoted(content: Content, words: str) -> tuple[dict[str, Any], ...] | None:
    """The formatting of these words in the content, as a quote has to repeat it; None when they are not in it."""
    at = content.text.find(words)
    if at < 0:
        return None
    begin = utf16(content.text[:at])
    marks = tuple(entity for entity in content.entities if entity["type"] in _QUOTED)
    return _clipped(marks, begin, begin + utf16(words))


def utf16(text: str) -> int:
    """The length of a text as entities count it."""
    return len(text) + sum(character > "\uffff" for character in text)


def _prefixed(content: Content, before: str) -> Content:
    shift = utf16(before)
    entities = tuple({**entity, "offset": entity["offset"] + shift} for entity in content.entities)
    return replace(content, text=before + content.text, entities=entities)


def _split(content: Content, limit: int) -> tuple[Content, ...]:
    """Limits count characters, entities count UTF-16 units."""
    if len(content.text) <= limit:
        return (content,)
    stop = _break(content.text, limit)
    head, tail = content.text[:stop], content.text[stop:].lstrip()
    begin = utf16(content.text[: len(content.text) - len(tail)])
    first = replace(content, text=head, entities=_clipped(content.entities, 0, utf16(head)))
    rest = Content(ContentKind.TEXT, tail, _clipped(content.entities, begin, begin + utf16(tail)))
    return first, *(_split(rest, TEXT_LIMIT) if tail else ())


def _break(text: str, limit: int) -> int:
    """Where the first part ends: at the last paragraph, line or word that leaves it at least half full."""
    for mark in _BREAKS:
        at = text.rfind(mark, limit // 2, limit + 1)
        if at > 0:
            return at
    return limit


def _clipped(entities: tuple[dict[str, Any], ...], begin: int, end: int) -> tuple[dict[str, Any], ...]:
    """The entities of a part, counted from its beginning."""
    clipped = []
    for entity in entities:
        start = max(entity["offset"], begin)
        stop = min(entity["offset"] + entity["length"], end)
        if start < stop:
            clipped.append({**entity, "offset": start - begin, "length": stop - start})
    return tuple(clipped)
