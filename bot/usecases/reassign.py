"""The ticket goes to somebody else (move 4a)."""

from __future__ import annotations

from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.ports import UnitOfWork
from bot.usecases.colleagues import chosen
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket


def choose_executor(uow: UnitOfWork, actor: Actor, number: int, turn: int, page: int = 0) -> None:
    """Turn the card to the people who are present."""
    turn_card(uow, actor, movable_ticket(uow, actor, number, turn, Move.REASSIGN), Face("people", {"page": page}))


def reassign(uow: UnitOfWork, actor: Actor, number: int, turn: int, person_id: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.REASSIGN)
    settle(uow, *ticket.reassign(chosen(uow, ticket, person_id), by=actor, at=uow.now))
