"""A message as screens make it: ready to be sent, or put in the place of one that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.content import Content


class Style(StrEnum):
    """Telegram's button styles; decoration that a server may refuse."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `data` is packed callback data of at most 64 bytes."""

    text: str
    data: str
    style: Style = Style.PLAIN


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text file that the desk has written; `caption` is HTML."""

    name: str
    text: str
    caption: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Either the desk's own words (`html`, everything from people escaped) or a person's (`content`, sent as it is).

    `reply_to` and `quote` point into the chat the letter goes to.
    """

    html: str = ""
    content: Content | None = None
    keyboard: Keyboard = ()
    reply_to: int | None = None
    quote: str | None = None
