"""Carrying one message to the other side."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.content import Incoming, Message, Place, Side
from bot.domain.joining import holder
from bot.domain.statements import Address, Priority, Private, Retract, TicketTopic
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.carrier import carrier
from bot.usecases.levels import recount
from bot.usecases.topics import topic_of, topics_of


def relay(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """Queue a stored message of the ticket for the other side; the parts of an album gather for a moment.

    What is said to the customer from one topic is shown in the other one, after what is more urgent.
    """
    send(uow, message, ticket)
    for to in onlookers(message, ticket):
        priority = Priority.LIVE if message.side is Side.CUSTOMER else Priority.NOTICE
        uow.speech.say(to, carrier(message, ticket), priority, not_before=_gathered(uow, message))


def send(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """As `relay`, to the other side alone."""
    to, gathered = other_side(message, ticket), _gathered(uow, message)
    uow.speech.say(to, carrier(message, ticket), Priority.LIVE, not_before=gathered)


def onlookers(message: Message, ticket: Ticket) -> tuple[TicketTopic, ...]:
    """The other topics that show a message, while another group has the ticket."""
    topics = topics_of(ticket)
    if message.side is Side.CUSTOMER:
        return topics[1:]
    return tuple(topic for topic in topics if topic.chat_id != message.chat_id)


def other_side(message: Message, ticket: Ticket) -> Address:
    return topic_of(ticket) if message.side is Side.CUSTOMER else Private(ticket.customer_id)


def withhold(uow: UnitOfWork, message: Message, ticket: Ticket) -> bool:
    """A reply that has not gone becomes a note, with its whole album; False when it is gone or going."""
    if any(place.chat_id == ticket.customer_id for place in uow.messages.copies(message.id)):
        return False
    stopped = uow.speech.cancel(Private(ticket.customer_id), carrier(message, ticket))
    if stopped:
        _not_to_come(uow, ticket)
        note(uow, message, ticket)
        hide(uow, message, ticket)
    return stopped


def hide(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """The other topic does not show it any more, or will not."""
    for to in onlookers(message, ticket):
        if not uow.speech.cancel(to, carrier(message, ticket)):
            uow.speech.say(to, Retract(message.id))


def _not_to_come(uow: UnitOfWork, ticket: Ticket) -> None:
    """The customer's time to accept was waiting for that message to arrive."""
    if ticket.acceptance is not None and ticket.acceptance.since is not None:
        uow.tickets.save(ticket.reply_arrived(uow.now))


def note(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """It goes nowhere from now on, nor does the album that it is part of."""
    album = [] if message.album is None else uow.messages.parts(ticket.number, message.album)
    for part in album or [message]:
        uow.messages.become(part.id, Side.NOTE)
    recount(uow, ticket)


def replied_place(uow: UnitOfWork, incoming: Incoming) -> Place | None:
    """What `incoming` answers. Of joined texts it is the one with the quoted words, without a quote the last."""
    place = uow.messages.place(incoming.chat_id, incoming.reply_to) if incoming.reply_to else None
    if place is None or incoming.quote is None:
        return place
    parts = uow.messages.joined(place)
    at = holder([part.content for part in parts], incoming.quote, incoming.quote_at)
    return place if at is None else replace(place, source=parts[at].id)


def replied_message(uow: UnitOfWork, incoming: Incoming) -> int | None:
    """The stored message that `incoming` answers, whichever side's copy the person swiped."""
    place = replied_place(uow, incoming)
    return place.source if place else None


def _gathered(uow: UnitOfWork, message: Message) -> datetime | None:
    return None if message.album is None else uow.now + uow.rules.album_pause
