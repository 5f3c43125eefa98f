"""Who acts: a person known by the Telegram id alone, with a standing in the staff chat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Standing(IntEnum):
    """What a person is to the desk as a whole; a higher one includes the lower ones."""

    OUTSIDER = 0
    MEMBER = 1
    LEAD = 2


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update. Authority comes from `id` (Telegram's `from.id`) and `standing` only.

    `language` is what the person's Telegram speaks; a choice made in the desk is stored and wins over it.
    """

    id: int
    name: str
    username: str | None = None
    language: str | None = None
    standing: Standing = Standing.OUTSIDER


@dataclass(frozen=True, slots=True)
class Person:
    """A stored person.

    `language` is the chosen one, else what their Telegram speaks; `zone` an IANA name, None until chosen;
    `reachable` is False after a block.
    `last_message_id` is the newest message known in the private chat; `ticket_spoke_id` the newest one there that
    belongs to a ticket.
    """

    id: int
    name: str
    username: str | None = None
    language: str | None = None
    zone: str | None = None
    reachable: bool = True
    last_message_id: int = 0
    ticket_spoke_id: int = 0
