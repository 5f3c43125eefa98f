"""A closed ticket comes back (move 16)."""

from __future__ import annotations

from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.outcome import settle, show
from bot.usecases.owned import movable_ticket, staff_ticket


def bring_back(uow: UnitOfWork, actor: Actor, ticket: Ticket, reason: str = "") -> Ticket:
    """To the former executor if present, else to the queue: as it is stored now."""
    moved, fact = ticket.reopen(
        by=actor, at=uow.now, within=uow.rules.times.reopen, present=executor_present(uow, ticket), reason=reason
    )
    settle(uow, moved, fact)
    return uow.tickets.get(ticket.number)


def executor_present(uow: UnitOfWork, ticket: Ticket) -> bool:
    """Whether the former executor can go on with it."""
    here = any(person.id == ticket.executor_id for person in uow.members.present(ticket.chat_id))
    return here and ticket.executor_id not in uow.presence.absences()


def ask_why_reopened(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.REOPEN)
    show(uow, ticket, Face("reopening", {"name": actor.name}))
    uow.prompts.ask(Prompt(ticket.chat_id, actor.id, number, Purpose.REOPENING, {}, turn))


def reopen_by_command(uow: UnitOfWork, actor: Actor, number: int, reason: str) -> None:
    """`/reopen 17 reason`, for a lead."""
    bring_back(uow, actor, staff_ticket(uow, actor, number), reason)
