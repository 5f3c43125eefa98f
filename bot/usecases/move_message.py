"""A customer's message belongs to another ticket: `/move 18` or `/move new`, as a reply to its copy in the topic."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.content import ContentKind, Incoming, Message, Side
from bot.domain.errors import MergeClosed, NothingToMove, NotTheirTicket, SameTicket
from bot.domain.intake import Piece, Step
from bot.domain.people import Actor
from bot.domain.statements import Amend, Notice
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.carrier import carrier
from bot.usecases.file_for import file_ticket
from bot.usecases.levels import recount
from bot.usecases.outcome import tell
from bot.usecases.owned import other_ticket, staff_ticket, topic_ticket
from bot.usecases.relay import relay
from bot.usecases.topics import topic_of


def move_message(uow: UnitOfWork, actor: Actor, incoming: Incoming, into: int | None) -> None:
    """To another open ticket of the same customer, with its whole album; None: to a ticket of its own."""
    ticket = staff_ticket(uow, actor, topic_ticket(uow, incoming.chat_id, incoming.topic_id).number)
    parts = _parts(uow, ticket, incoming)
    target = None if into is None else _target(uow, ticket, into)
    _leave(uow, parts, ticket)
    target = _of_its_own(uow, actor, incoming, ticket, parts) if target is None else _joined(uow, parts, target)
    recount(uow, ticket)
    _written_down(uow, actor, parts[0], ticket, target, told=into is not None)
    values = {"other": target.number, "by": actor.name}
    moved = Notice("staff-message-moved", values, number=ticket.number, reply_to=incoming.reply_to)
    uow.speech.say(topic_of(ticket), moved)


def _parts(uow: UnitOfWork, ticket: Ticket, incoming: Incoming) -> Sequence[Message]:
    """What was pointed at has to be a copy in this topic of what this ticket's customer wrote."""
    place = uow.messages.place(incoming.chat_id, incoming.reply_to) if incoming.reply_to else None
    message = uow.messages.get(place.source) if place and place.source else None
    if message is None or message.side is not Side.CUSTOMER or message.ticket != ticket.number:
        raise NothingToMove
    if message.album is not None:
        return uow.messages.parts(ticket.number, message.album)
    return (uow.messages.joined(place) if place else ()) or [message]


def _target(uow: UnitOfWork, ticket: Ticket, into: int) -> Ticket:
    target = other_ticket(uow, ticket, into, NotTheirTicket(number=into))
    if target.number == ticket.number:
        raise SameTicket(number=ticket.number)
    if not target.open:
        raise MergeClosed(number=target.number)
    return target


def _leave(uow: UnitOfWork, parts: Sequence[Message], ticket: Ticket) -> None:
    """The copies stay to be seen and stand for nothing: no edit reaches them, and nobody answers by them."""
    uow.speech.cancel(topic_of(ticket), carrier(parts[0], ticket))
    for part in parts:
        uow.speech.cancel(topic_of(ticket), Amend(part.id))
        for copy in uow.messages.copies(part.id):
            uow.messages.gone(copy)


def _joined(uow: UnitOfWork, parts: Sequence[Message], target: Ticket) -> Ticket:
    uow.messages.file([part.id for part in parts], ticket=target.number)
    for part in parts:
        relay(uow, part, target)
    return recount(uow, target)


def _of_its_own(uow: UnitOfWork, actor: Actor, incoming: Incoming, ticket: Ticket, parts: Sequence[Message]) -> Ticket:
    """What the new card does not hold follows it."""
    command = uow.messages.add(incoming, actor, Side.NOTE, uow.now, ticket=ticket.number)
    pieces = [Piece(part.id, Step.DESCRIPTION, part.content.kind, part.content.text) for part in parts]
    target = file_ticket(uow, actor, command, ticket.customer_id, pieces, ticket)
    for part in parts:
        if part.content.kind is not ContentKind.TEXT or target.long:
            relay(uow, part, target)
    return target


def _written_down(uow: UnitOfWork, actor: Actor, message: Message, origin: Ticket, into: Ticket, *, told: bool) -> None:
    """In both histories; the customer hears of a ticket of its own by what is said of every new one."""
    for ticket in (origin, into):
        fact = ticket.moved_message(message.id, origin=origin.number, into=into.number, by=actor, at=uow.now)
        uow.history.record(fact)
        if told:
            tell(uow, ticket, fact)
