"""Somebody of the service picks a transferred ticket up (8a), or declines it for the service (8c)."""

from __future__ import annotations

from bot.domain.errors import NotCurrent, NotOfService
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words
from bot.usecases.outcome import settle
from bot.usecases.owned import staff_ticket
from bot.usecases.services import as_member, name_of


def pick_up(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Who comes second is told who was first."""
    ticket = staff_ticket(uow, actor, number)
    picked, fact = ticket.pick_up(by=_target(uow, actor, ticket, Move.PICK_UP), at=uow.now)
    if ticket.turn != turn:
        raise NotCurrent
    settle(uow, picked, fact)


def ask_why_declined(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """The next message of the actor is the reason."""
    ticket = staff_ticket(uow, actor, number, turn)
    _target(uow, actor, ticket, Move.HAND_BACK)
    ask_words(uow, actor, ticket, Face("handing_back"), Purpose.HANDING_BACK)


def hand_back(uow: UnitOfWork, actor: Actor, ticket: Ticket, _: Prompt, reason: str) -> None:
    by = _target(uow, actor, ticket, Move.HAND_BACK)
    settle(uow, *ticket.hand_back(reason, by=by, at=uow.now))


def _target(uow: UnitOfWork, actor: Actor, ticket: Ticket, move: Move) -> Actor:
    """The actor as a member of the service that has it, which is named where they are not."""
    member = as_member(uow, actor, ticket)
    try:
        ticket.allow(move, member)
    except NotOfService as refusal:
        raise NotOfService(number=ticket.number, service=name_of(uow, str(refusal.values["service"]))) from None
    return member
