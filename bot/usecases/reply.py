"""What one of the staff writes in a topic is kept: as a reply on its way to the customer, or as a note."""

from __future__ import annotations

from typing import Any

from bot.domain.content import ContentKind, Incoming, Message, Side
from bot.domain.errors import MergedInto, NotRepeatable, TicketClosed
from bot.domain.lifecycle import Move, moves_from
from bot.domain.people import Actor
from bot.domain.statements import Notice, Thread
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.levels import replied
from bot.usecases.outcome import settle
from bot.usecases.relay import relay, withhold


def reply(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming, *, answers: int | None = None) -> Message:
    """Send it to the customer; the first reply is a take, but for a ticket that somebody else was given."""
    if ticket.merged_into is not None:
        raise MergedInto(number=ticket.number, other=ticket.merged_into)
    if not ticket.open:
        raise TicketClosed(number=ticket.number)
    if incoming.content.kind is ContentKind.OTHER:
        raise NotRepeatable
    if Move.TAKE in moves_from(ticket.status) and not ticket.with_another(actor):
        ticket, fact = ticket.take(by=actor, at=uow.now)
        settle(uow, ticket, fact)
        ticket = uow.tickets.get(ticket.number)
    message = uow.messages.add(incoming, actor, Side.REPLY, uow.now, ticket=ticket.number, reply_to=answers)
    uow.tickets.replied(ticket.number, message.id, uow.now)
    replied(uow, ticket)
    relay(uow, message, ticket)
    return message


def keep_note(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    """One caption speaks for its whole album, also for the parts that came before it."""
    message = uow.messages.add(incoming, actor, Side.NOTE, uow.now, ticket=ticket.number)
    if message.album is not None:
        withhold(uow, message, ticket)


def tell_writer(uow: UnitOfWork, incoming: Incoming, key: str, **values: Any) -> None:
    """What has become of their message, below it."""
    where = Thread(incoming.chat_id, incoming.topic_id)
    uow.speech.say(where, Notice(key, values, reply_to=incoming.message_id))
