"""Saying a person's message again: with its ticket's number before it, inside Telegram's limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unicodedata import category

from bot.domain.content import CAPTION_LIMIT, FILES, TEXT_LIMIT, Content, ContentKind, utf16
from bot.domain.questions import sign_of
from bot.screens.context import Reader
from bot.screens.markup import one_line

CAPTIONED = FILES - {ContentKind.VIDEO_NOTE}
_EXCERPT = 200
_QUOTED = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"}
"""The formatting that a quote must share with its source."""
_BREAKS = ("\n\n", "\n", " ")
_ROOM = 24
"""Kept free for a header where a text is broken anyway: so the seams are where they are with or without one."""
_AUTHOR = 18
"""With its signs it has to stay within that room."""
_LONGEST_SIGN = 64
"""Characters of the longest emoji or letter with marks that is kept whole."""
_JOINER = "\u200d"
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: two make a flag."""
_INVISIBLE = {"\u2800", "\ufffc"}


def header(number: int) -> str:
    """What stands before a message where several tickets speak in one chat."""
    return f"#{number} · "


def said_elsewhere(author: str) -> str:
    """What stands before the words that a colleague has said to the customer from another topic."""
    return f"✉️ {one_line(author, _AUTHOR)}: "


def relayed(content: Content, header: str | None = None) -> tuple[Content, ...]:
    """The messages that say it: one, wherever it fits.

    Longer text goes on in text messages, broken at a paragraph, a line or a space, formatting and all. What cannot
    carry a caption follows its header.
    """
    before = header or ""
    if content.kind is not ContentKind.TEXT and content.kind not in CAPTIONED:
        return (Content(ContentKind.TEXT, before.rstrip(" ·")), content) if before else (content,)
    limit = _limit(content)
    if len(before) + len(content.text) <= limit:
        return (_prefixed(content, before),)
    first, *rest = _split(content, limit - _ROOM)
    return _prefixed(first, before), *rest


def without_sign(content: Content) -> Content:
    """As the customer reads it: `? ` told the desk only that this is a question."""
    sign = sign_of(content.text)
    if not sign:
        return content
    entities = _clipped(content.entities, sign, utf16(content.text))
    return replace(content, text=content.text[sign:], entities=entities)


def roomy(content: Content) -> bool:
    """A header fits before it."""
    return len(content.text) + _ROOM <= _limit(content)


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


def _limit(content: Content) -> int:
    return TEXT_LIMIT if content.kind is ContentKind.TEXT else CAPTION_LIMIT


def _prefixed(content: Content, before: str) -> Content:
    shift = utf16(before)
    entities = tuple({**entity, "offset": entity["offset"] + shift} for entity in content.entities)
    return replace(content, text=before + content.text, entities=entities)


def _split(content: Content, limit: int) -> tuple[Content, ...]:
    """Limits count characters, entities count UTF-16 units."""
    if len(content.text) <= limit:
        return (content,)
    stop = _break(content.text, limit)
    head, tail = content.text[:stop].rstrip(), content.text[stop:].lstrip()
    if all(map(_invisible, tail)):
        tail = ""  # Telegram takes it for an empty message
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
    return next((at for at in range(limit, limit - _LONGEST_SIGN, -1) if not _joined(text, at)), limit)


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of this seam make one sign."""
    before, after = text[at - 1], text[at]
    if _flag(before) and _flag(after):
        return (at - len(text[:at].rstrip(_FLAGS))) % 2 == 1
    return before == _JOINER or after == _JOINER or category(after).startswith("M") or _modifier(after)


def _flag(character: str) -> bool:
    return character in _FLAGS


def _modifier(character: str) -> bool:
    """Of the colour of a skin, or a tag of a flag."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _invisible(character: str) -> bool:
    return character in _INVISIBLE or category(character) in ("Zs", "Zl", "Zp", "Cc", "Cf")


def _clipped(entities: tuple[dict[str, Any], ...], begin: int, end: int) -> tuple[dict[str, Any], ...]:
    """The entities of a part, counted from its beginning."""
    clipped = []
    for entity in entities:
        start = max(entity["offset"], begin)
        stop = min(entity["offset"] + entity["length"], end)
        if start < stop:
            clipped.append({**entity, "offset": start - begin, "length": stop - start})
    return tuple(clipped)
