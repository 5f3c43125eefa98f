"""Who acts: a person known by the Telegram id alone, with a standing in one of the staff groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Standing(IntEnum):
    """What somebody is in a staff chat; a higher one includes the lower ones. DESK is no person: the desk itself."""

    OUTSIDER = 0
    MEMBER = 1
    LEAD = 2
    DESK = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update. Authority comes from `id` (Telegram's `from.id`) and `standing` only.

    `language` is what the person's Telegram speaks; a choice made in the desk is stored and wins over it.
    `chat_id` is the staff chat in which the standing was established, None outside of one. `services`: those that the
    person works for, as far as a move asks for it.
    """

    id: int
    name: str
    username: str | None = None
    language: str | None = None
    standing: Standing = Standing.OUTSIDER
    chat_id: int | None = None
    services: frozenset[str] = frozenset()


THE_DESK = Actor(0, "", standing=Standing.DESK)
"""Who makes the moves that nobody makes: timers, releases, automatic assignment."""


@dataclass(frozen=True, slots=True)
class Person:
    """A stored person.

    `language` is the chosen one, else what their Telegram speaks; `zone` an IANA name, None until chosen;
    `reachable` is False after a block, `unreachable_since` when that became known.
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
    unreachable_since: datetime | None = None
