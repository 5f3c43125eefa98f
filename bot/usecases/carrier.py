"""What carries a stored message to wherever it is shown."""

from __future__ import annotations

from bot.domain.content import Message
from bot.domain.statements import AlbumRelay, Relay
from bot.domain.ticket import Ticket


def carrier(message: Message, ticket: Ticket) -> Relay | AlbumRelay:
    """The statement that says the message, with the whole album that it is part of."""
    return Relay(message.id) if message.album is None else AlbumRelay(message.album, ticket.number)
