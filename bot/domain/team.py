"""Services: the teams of a desk, each with a competence and a home in a staff group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from bot.domain.calendar import ALWAYS, Calendar

CAPACITY = 5


class Assignment(StrEnum):
    """MANUAL: somebody takes it, or a lead gives it. ROUND_ROBIN: the least recently assigned who is eligible."""

    MANUAL = "manual"
    ROUND_ROBIN = "round_robin"


@dataclass(frozen=True, slots=True)
class Service:
    """`key` is what `/join` calls it, `names` what people read, by language; `chat_id` its staff group,
    `calendar` its working hours.

    `capacity`: so many active tickets one member gets by automation. `leads`: Telegram ids of members who lead the
    service beside the administrators of its group.
    """

    key: str
    names: Mapping[str, str]
    chat_id: int
    assignment: Assignment = Assignment.MANUAL
    capacity: int = CAPACITY
    leads: frozenset[int] = frozenset()
    calendar: Calendar = ALWAYS

    def name(self, language: str) -> str:
        return self.names.get(language, self.key)

    @property
    def mark(self) -> str:
        """What buttons call it: short, whatever the key is."""
        return f"{crc32(self.key.encode()):08x}"

    def called(self, word: str) -> bool:
        """Whether somebody who writes that word means this service: its key or one of its names, in any letter case."""
        return word.casefold() in {self.key.casefold(), *(name.casefold() for name in self.names.values())}


def support(chat_id: int) -> Service:
    """The one service of a desk that names none: everybody in the staff group."""
    return Service("support", {"en": "Support", "ru": "Поддержка"}, chat_id)


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody said that they are away; `until` is aware, None: until they say that they are back."""

    until: datetime | None = None
