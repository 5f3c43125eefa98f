"""Where the staff talk about a ticket."""

from __future__ import annotations

from bot.domain.people import Actor
from bot.domain.statements import TicketTopic
from bot.domain.ticket import Ticket


def topic_of(ticket: Ticket) -> TicketTopic:
    """At home."""
    return TicketTopic(ticket.chat_id, ticket.number)


def topic_in(ticket: Ticket, chat_id: int) -> TicketTopic:
    return TicketTopic(chat_id, ticket.number, guest=chat_id != ticket.chat_id)


def topics_of(ticket: Ticket) -> tuple[TicketTopic, ...]:
    """Wherever the staff talk about it: at home, and in the group of the service that it is with."""
    guest = () if ticket.guest_chat is None else (topic_in(ticket, ticket.guest_chat),)
    return (topic_of(ticket), *guest)


def here(actor: Actor, ticket: Ticket) -> int:
    """The group from which the actor works on it."""
    return ticket.chat_id if actor.chat_id is None else actor.chat_id
