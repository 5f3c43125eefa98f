"""Finding the ticket that a button or a number names, for the customer it belongs to or for the staff it is with."""

from __future__ import annotations

from bot.domain.errors import NoSuchTicket, NotATopic, NotCurrent, Refusal, StaffOnly
from bot.domain.lifecycle import Move
from bot.domain.people import Actor, Standing
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork


def own_ticket(uow: UnitOfWork, actor: Actor, number: int) -> Ticket:
    """Somebody else's number looks like one that does not exist."""
    uow.people.meet(actor)
    ticket = uow.tickets.get(number)
    if ticket.customer_id != actor.id:
        raise NoSuchTicket(number=number)
    return ticket


def staff_ticket(uow: UnitOfWork, actor: Actor, number: int, turn: int | None = None) -> Ticket:
    """For a present member of its staff group, or of that of the service it is transferred to; with `turn`, only while
    the ticket is as the presser saw it.
    """
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
    ticket = uow.tickets.get(number)
    if actor.chat_id is None or actor.chat_id not in {ticket.chat_id, ticket.transfer and ticket.transfer.chat_id}:
        raise NoSuchTicket
    uow.members.seen(actor.chat_id, actor, actor.standing)
    if turn is not None and ticket.turn != turn:
        raise NotCurrent
    return ticket


def surviving(uow: UnitOfWork, ticket: Ticket) -> Ticket:
    """The one that a merged ticket goes on in: a merged one never comes back, so the way has an end."""
    while ticket.merged_into is not None:
        ticket = uow.tickets.get(ticket.merged_into)
    return ticket


def other_ticket(uow: UnitOfWork, ticket: Ticket, number: int, refusal: Refusal) -> Ticket:
    """What the number goes on as; another customer's is refused before anything else is told of it."""
    named = uow.tickets.get(number)
    if named.customer_id != ticket.customer_id:
        raise refusal
    return surviving(uow, named)


def topic_ticket(uow: UnitOfWork, chat_id: int, topic_id: int | None) -> Ticket:
    """The one in whose topic a command was written."""
    ticket = uow.tickets.in_topic(chat_id, topic_id)
    if ticket is None:
        raise NotATopic
    return ticket


def movable_ticket(uow: UnitOfWork, actor: Actor, number: int, turn: int, move: Move) -> Ticket:
    """One that the actor may move that way, before anything is asked for it."""
    ticket = staff_ticket(uow, actor, number, turn)
    ticket.allow(move, actor)
    return ticket
