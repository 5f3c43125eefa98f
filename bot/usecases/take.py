"""Somebody of the staff takes a ticket (move 3)."""

from __future__ import annotations

from bot.domain.errors import AlreadyTaken, NotCurrent
from bot.domain.lifecycle import Status
from bot.domain.people import Actor
from bot.ports import UnitOfWork
from bot.usecases.outcome import settle
from bot.usecases.owned import staff_ticket


def take(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Who comes second is told who was first."""
    ticket = staff_ticket(uow, actor, number)
    if ticket.turn != turn and ticket.status is Status.ASSIGNED and ticket.executor_id != actor.id:
        raise AlreadyTaken(number=number, name=ticket.executor_name or "")
    taken, fact = ticket.take(by=actor, at=uow.now)
    if ticket.turn != turn:
        raise NotCurrent
    settle(uow, taken, fact)
