"""What a message carries, in a form that can be stored and said again on the other side."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class ContentKind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"
    VENUE = "venue"
    CONTACT = "contact"
    POLL = "poll"
    DICE = "dice"
    OTHER = "other"


FILES = frozenset(
    {
        ContentKind.PHOTO, ContentKind.VIDEO, ContentKind.ANIMATION, ContentKind.AUDIO,
        ContentKind.VOICE, ContentKind.VIDEO_NOTE, ContentKind.DOCUMENT,
    }
)  # fmt: skip

TEXT_LIMIT = 4096
"""Characters of a text; lengths count characters, entities count UTF-16 units."""
CAPTION_LIMIT = 1024

ALBUMS = frozenset({ContentKind.PHOTO, ContentKind.VIDEO, ContentKind.AUDIO, ContentKind.DOCUMENT})
"""What can be sent again as a part of an album; anything else in one goes alone."""


@dataclass(frozen=True, slots=True)
class Content:
    """One message's content.

    `text` is the text or the caption, `entities` are Bot API dicts (offsets in UTF-16 units), `file_id` belongs to this
    bot only, `data` holds what the kind needs beside that (coordinates, contact, poll, dice value, how media look).
    """

    kind: ContentKind
    text: str = ""
    entities: tuple[dict[str, Any], ...] = ()
    file_id: str | None = None
    file_name: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


def utf16(text: str) -> int:
    """The length of a text as entities count it."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as Telegram delivered it. `topic_id` is None outside topics; ids count within `chat_id`.

    `quote` stands in the answered message after `quote_at` UTF-16 units. `forwarded`: the sender has not written it,
    only passed it on.
    """

    chat_id: int
    message_id: int
    content: Content
    topic_id: int | None = None
    album: str | None = None
    reply_to: int | None = None
    quote: str | None = None
    quote_at: int = 0
    forwarded: bool = False


class Side(StrEnum):
    """Whose words, and for whom: a note never leaves the staff group."""

    CUSTOMER = "customer"
    REPLY = "reply"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Message:
    """A stored message of a ticket's conversation (or of a draft, or held until its ticket is known).

    `id` is the desk's own, `chat_id` and `message_id` say where it was written.
    """

    id: int
    author_id: int
    side: Side
    chat_id: int
    message_id: int
    content: Content
    at: datetime
    ticket: int | None = None
    draft: int | None = None
    album: str | None = None
    reply_to: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at (chat, message id): a stored message (as written, or the bot's copy of it), a notice or a card.

    `source` is the desk's id of the message it shows, None for the desk's own words. Of texts that were joined there
    it is the last one.
    """

    chat_id: int
    message_id: int
    ticket: int | None
    source: int | None
    at: datetime
