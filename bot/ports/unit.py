"""The unit of work: everything one update may touch, and who has it done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol

from bot.domain.rules import DeskRules
from bot.ports.people import Members, People, Presence, Team
from bot.ports.prompts import Prompts
from bot.ports.releases import Releases
from bot.ports.speech import Chats, Speech
from bot.ports.tickets import Drafts, History, Links, Messages, Tickets, Timers

P = ParamSpec("P")


class UnitOfWork(Protocol):
    """Everything one update may touch. It is committed by the one who began it, never by a use case."""

    now: datetime
    rules: DeskRules
    people: People
    members: Members
    team: Team
    presence: Presence
    drafts: Drafts
    tickets: Tickets
    releases: Releases
    messages: Messages
    links: Links
    prompts: Prompts
    history: History
    speech: Speech
    chats: Chats
    timers: Timers

    def afterwards(self, deed: Callable[[UnitOfWork], None]) -> None:
        """Done once, however often it is asked for, when the use case is done: what it does to other tickets is nothing
        that the use case has to know of. It refuses nothing.
        """
        ...


class Desk(Protocol):
    """One use case for one update, done whole or not at all; a refusal is put into words."""

    async def __call__(
        self, use_case: Callable[Concatenate[UnitOfWork, P], Any], *args: P.args, **kwargs: P.kwargs
    ) -> None: ...


class VersionConflict(Exception):
    """A row was saved by somebody else since it was read: the unit of work is to be done again."""


class WrittenBefore(Exception):
    """The same message came before, in another update: it has been seen to."""
