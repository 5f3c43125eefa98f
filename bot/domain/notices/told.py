"""What a fact makes the desk say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Told:
    """To the customer in private, to the staff in the ticket's topic; with `leads` it calls the leads there, with
    `instead_of` if that person is not there; with `team` the members of the service that it is transferred to.
    """

    customer: tuple[Notice, ...] = ()
    staff: tuple[Notice, ...] = ()
    leads: bool = False
    instead_of: int | None = None
    team: bool = False


NOTHING = Told()


def notice(ticket: Ticket, key: str, buttons: Buttons = Buttons.NONE, **values: str | int | date) -> Notice:
    return Notice(key, {"number": ticket.number, **values}, buttons, ticket.number, ticket.turn)


def to_executor(ticket: Ticket, key: str, **values: Any) -> Notice:
    """It calls the executor, whose turn it is."""
    return _calling(ticket, key, ticket.executor_id, ticket.executor_name, values)


def to_assignee(ticket: Ticket, key: str, **values: Any) -> Notice:
    """It calls who works on it, if anybody does."""
    return _calling(ticket, key, ticket.assignee_id, ticket.assignee_name, values)


def _calling(ticket: Ticket, key: str, person: int | None, name: str | None, values: dict[str, Any]) -> Notice:
    called = {} if person is None else {"person": person}
    return notice(ticket, key, **{"name": name or "", **called, **values})
