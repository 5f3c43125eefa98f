"""What every move has in common: the ticket is saved, the history grows, everybody concerned is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.facts import Fact
from bot.domain.notices import told_of
from bot.domain.statements import MAIN, CardView, Face, Priority, Private, TicketTopic, TopicView
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork

BOARD_PAUSE = timedelta(seconds=30)
"""The list of topics follows a ticket at a distance: a burst of moves costs the group one change of the icon."""


def topic_of(ticket: Ticket) -> TicketTopic:
    return TicketTopic(ticket.chat_id, ticket.number)


def settle(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store a move and everything that follows from it; `priority` is what the customer is told with."""
    uow.tickets.save(ticket)
    uow.history.record(fact)
    tell(uow, ticket, fact, priority)
    show(uow, ticket)
    uow.speech.show(topic_of(ticket), TopicView(ticket.number), not_before=uow.now + BOARD_PAUSE)


def tell(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    told = told_of(fact, ticket)
    for notice in told.customer:
        uow.speech.say(Private(ticket.customer_id), notice, priority)
    leads = [(lead.id, lead.name) for lead in uow.members.leads(ticket.chat_id)] if told.leads else []
    for notice in told.staff:
        called = replace(notice, values={**notice.values, "leads": leads}) if leads else notice
        uow.speech.say(topic_of(ticket), called)


def show(uow: UnitOfWork, ticket: Ticket, face: Face = MAIN) -> None:
    """Bring the card up to date; a move brings its main side up again.

    What the desk had asked for with the former side up is asked no more.
    """
    uow.prompts.forget(ticket.chat_id, ticket.number)
    uow.speech.show(topic_of(ticket), CardView(ticket.number), face)
