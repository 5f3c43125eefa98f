"""The way out to Telegram, as the rules see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.statements import MAIN, Address, Face, Priority, Statement, TicketTopic, View


@dataclass(frozen=True, slots=True)
class Shown:
    """A view on the screen: `digest` of what was sent last, so that an unchanged one is not sent again."""

    chat_id: int
    message_id: int
    digest: str
    at: datetime


class Speech(Protocol):
    """The way out: what is to be said or shown, stored in the same transaction as its reason."""

    def say(
        self,
        to: Address,
        statement: Statement,
        priority: Priority = Priority.NOTICE,
        *,
        not_before: datetime | None = None,
    ) -> None: ...

    def show(self, to: Address, view: View, face: Face = MAIN, *, not_before: datetime | None = None) -> None:
        """Bring a view up to date, with this face; only its newest state will be sent."""
        ...

    def renew(self, to: Address, view: View, *, not_before: datetime) -> None:
        """Bring a view up to date, with whatever face is up; nothing if it waits to be sent anyway."""
        ...

    def cancel(self, to: Address, statement: Statement) -> bool:
        """Take back what has not gone yet, or could not be delivered; False when it is gone or going."""
        ...

    def waits(self, to: Address, statement: Statement) -> bool:
        """Whether it is still to go, and so will say what is stored then."""
        ...

    def shown(self, view: View) -> Shown | None:
        """Where a view stands on the screen; None when it has never been shown."""
        ...


class Chats(Protocol):
    """Staff chats."""

    def present(self, chat_id: int) -> int:
        """The id that a chat has by now: its own, unless it became a supergroup."""
        ...

    def move(self, old: int, new: int) -> Sequence[TicketTopic] | None:
        """Everything of the old chat belongs to the new one; its messages and topics are there no more.

        The topics that open tickets, its own and its guests, are to have there; None when the move was known already.
        """
        ...

    def trouble(self, chat_id: int) -> str | None:
        """Why nothing can be said there, as far as it is known."""
        ...

    def begin_trouble(self, chat_id: int, reason: str) -> bool:
        """Whether that was news."""
        ...

    def end_trouble(self, chat_id: int) -> bool:
        """Whether there was one."""
        ...

    def in_trouble(self) -> Sequence[int]: ...
