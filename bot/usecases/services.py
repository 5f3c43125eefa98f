"""Services as moves see them: who belongs to the one that a ticket is with, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.people import Actor, Person
from bot.domain.statements import Notice
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork


def team_there(uow: UnitOfWork, ticket: Ticket) -> Sequence[Person]:
    """The members of the service that it is transferred to, in the group where it is; nobody when that is gone."""
    transfer = ticket.transfer
    service = uow.rules.services.get(transfer.service) if transfer else None
    if transfer is None or service is None:
        return ()
    return uow.team.members_of(replace(service, chat_id=transfer.chat_id))


def as_member(uow: UnitOfWork, actor: Actor, ticket: Ticket) -> Actor:
    """The actor with the service that the ticket is with, if they are of it."""
    if ticket.transfer is None or all(person.id != actor.id for person in team_there(uow, ticket)):
        return actor
    return replace(actor, services=frozenset({ticket.transfer.service}))


def name_of(uow: UnitOfWork, key: str) -> str:
    """As the staff read it."""
    service = uow.rules.services.get(key)
    return service.name(uow.rules.staff_language) if service else key


def named(uow: UnitOfWork, notice: Notice) -> Notice:
    """With the names of its `service` in all languages: each reader gets one."""
    values: dict[str, Any] = dict(notice.values)
    service = uow.rules.services.get(values.get("service", ""))
    return replace(notice, values=values | {"service": dict(service.names)}) if service else notice
