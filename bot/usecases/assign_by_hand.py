"""A lead gives a waiting ticket to somebody, whatever they have in their hands and wherever they are (move 2)."""

from __future__ import annotations

from bot.domain.errors import AlreadyTaken
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.colleagues import chosen
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket, staff_ticket


def choose_assignee(uow: UnitOfWork, actor: Actor, number: int, turn: int, page: int = 0) -> None:
    """Turn the card to the people."""
    turn_card(uow, actor, _waiting(uow, actor, number, turn), Face("people", {"page": page}))


def assign_to(uow: UnitOfWork, actor: Actor, number: int, turn: int, person_id: int) -> None:
    ticket = _waiting(uow, actor, number, turn)
    settle(uow, *ticket.assign(chosen(uow, ticket, person_id), by=actor, at=uow.now))


def _waiting(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> Ticket:
    """Who comes second is told who has it."""
    ticket = staff_ticket(uow, actor, number)
    if ticket.turn != turn and ticket.open and ticket.executor_name is not None:
        raise AlreadyTaken(number=number, name=ticket.executor_name)
    return movable_ticket(uow, actor, number, turn, Move.ASSIGN)
