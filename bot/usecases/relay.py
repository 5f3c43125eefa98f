"""Carrying one message to the other side."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.content import Incoming, Message, Place, Side
from bot.domain.joining import holder
from bot.domain.statements import Address, AlbumRelay, Priority, Private, Relay
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.levels import recount
from bot.usecases.outcome import topic_of


def relay(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """Queue a stored message of the ticket for the other side; the parts of an album gather for a moment."""
    gathered = None if message.album is None else _gathered(uow)
    uow.speech.say(other_side(message, ticket), carrier(message, ticket), Priority.LIVE, not_before=gathered)


def carrier(message: Message, ticket: Ticket) -> Relay | AlbumRelay:
    """The statement that says the message, with the whole album that it is part of."""
    return Relay(message.id) if message.album is None else AlbumRelay(message.album, ticket.number)


def other_side(message: Message, ticket: Ticket) -> Address:
    return topic_of(ticket) if message.side is Side.CUSTOMER else Private(ticket.customer_id)


def withhold(uow: UnitOfWork, message: Message, ticket: Ticket) -> bool:
    """A reply that has not gone becomes a note, with its whole album; False when it is gone or going."""
    if uow.messages.copies(message.id):
        return False
    stopped = uow.speech.cancel(Private(ticket.customer_id), carrier(message, ticket))
    if stopped:
        _not_to_come(uow, ticket)
        note(uow, message, ticket)
    return stopped


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


def _gathered(uow: UnitOfWork) -> datetime:
    return uow.now + uow.rules.album_pause
