"""What becomes of the open tickets of somebody who is away past today, or has left a group (move 4a)."""

from __future__ import annotations

from bot.domain.lifecycle import Move, moves_from
from bot.domain.people import THE_DESK, Actor
from bot.domain.statements import Notice, Thread
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.assign import reassignment
from bot.usecases.outcome import calling, settle


def pass_on(uow: UnitOfWork, actor: Actor, chat_id: int, key: str) -> None:
    """Each goes to whose turn it is, where the desk gives out tickets. Of those that stay the leads of the group are
    told, once, by the notice `key`.
    """
    mine = [ticket for ticket in uow.tickets.open_with(actor.id) if ticket.chat_id == chat_id]
    kept = [ticket.number for ticket in mine if not _passed_on(uow, ticket)]
    if kept:
        told = Notice(key, {"name": actor.name, "numbers": kept})
        uow.speech.say(Thread(chat_id, None), calling(told, uow.members.leads(chat_id)))


def return_transfers(uow: UnitOfWork, actor: Actor, chat_id: int) -> None:
    """What they had picked up there: somebody else of that service is called."""
    for ticket in uow.tickets.picked_up_by(actor.id):
        if ticket.transfer is not None and ticket.transfer.chat_id == chat_id:
            settle(uow, *ticket.left_there(by=THE_DESK, at=uow.now))


def _passed_on(uow: UnitOfWork, ticket: Ticket) -> bool:
    move = reassignment(uow, ticket) if Move.REASSIGN in moves_from(ticket.status) else None
    if move is not None:
        settle(uow, *move)
    return move is not None
