"""What there is around the desk: time, the standing of people in the staff groups, the desk file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.people import Standing
from bot.domain.rules import DeskRules


class Clock(Protocol):
    """The only source of time; everything that stamps, waits or paces asks it."""

    def now(self) -> datetime:
        """Aware, UTC."""
        ...

    async def sleep_until(self, at: datetime) -> None:
        """Return when `at` has come, at once when it is past."""
        ...


class Standings(Protocol):
    """Who is what in each of the staff groups."""

    async def of(self, chat_id: int, person_id: int) -> Standing:
        """Asked of Telegram, remembered for a short time, ended at once by a leave update."""
        ...

    def forget(self, chat_id: int, person_id: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in the desk file: the key of the sentence that names it with its line and remedy, its values."""

    key: str
    values: dict[str, str | int]


class Misset(Exception):
    """The desk file cannot be used as it is; the rules in force are not touched."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in the desk file")
        self.mistakes = tuple(mistakes)


class DeskFile(Protocol):
    """Where services and terms stand, which may change while the desk is at work."""

    rules: DeskRules
    """Those in force."""

    async def read(self) -> DeskRules:
        """The rules as the file says now. Raises Misset."""
        ...

    def adopt(self, rules: DeskRules) -> None:
        """They are in force as soon as what is on its way is finished."""
        ...


class Waiting(Protocol):
    """What is held back because of a trouble in a chat."""

    def look_again(self, chat_id: int) -> None:
        """Something has changed there: it is tried at once."""
        ...
