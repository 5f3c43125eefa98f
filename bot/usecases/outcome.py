"""What every move has in common: the ticket is saved, the history grows, everybody concerned is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.facts import CustomerAnswered, Fact
from bot.domain.lifecycle import Status
from bot.domain.notices import told_of
from bot.domain.statements import (
    MAIN,
    CardView,
    Face,
    Notice,
    Priority,
    Private,
    Rekey,
    Thread,
    TicketTopic,
    TopicView,
)
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork

BOARD_PAUSE = timedelta(seconds=30)
"""The list of topics follows a ticket at a distance: a burst of moves costs the group one change of the icon."""


def topic_of(ticket: Ticket) -> TicketTopic:
    return TicketTopic(ticket.chat_id, ticket.number)


def settle(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store a move and everything that follows from it; `priority` is what the customer is told with."""
    if fact.source is Status.WAITING_CUSTOMER and ticket.question is None:
        _retire_question(uow, ticket, fact)
    record(uow, ticket, fact, priority)
    show(uow, ticket)
    uow.speech.show(topic_of(ticket), TopicView(ticket.number), not_before=uow.now + BOARD_PAUSE)


def record(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store and tell what leaves the card as it is, and whatever somebody is being asked for there."""
    uow.tickets.save(ticket)
    uow.history.record(fact)
    tell(uow, ticket, fact, priority)


def tell(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    told = told_of(fact, ticket)
    for notice in told.customer:
        uow.speech.say(Private(ticket.customer_id), notice, Priority.REMINDER if notice.reminds else priority)
    leads = told.leads or (told.instead_of is not None and absent(uow, ticket, told.instead_of))
    for notice in told.staff:
        uow.speech.say(topic_of(ticket), _calling(uow, notice, ticket.chat_id) if leads else notice)
    if ticket.transfer is not None:
        for notice in told.target:
            away = ticket.transfer.chat_id
            uow.speech.say(Thread(away, None), _calling(uow, notice, away))


def _calling(uow: UnitOfWork, notice: Notice, chat_id: int) -> Notice:
    leads = [(lead.id, lead.name) for lead in uow.members.leads(chat_id)]
    return replace(notice, values={**notice.values, "leads": leads}) if leads else notice


def absent(uow: UnitOfWork, ticket: Ticket, person_id: int) -> bool:
    """Whether it is no use to call that person about the ticket now."""
    return all(person.id != person_id for person in uow.members.present(ticket.chat_id))


def _retire_question(uow: UnitOfWork, ticket: Ticket, fact: Fact) -> None:
    """Whatever ended the question, its buttons go wherever they stand; a choice stays to be seen there."""
    question = uow.tickets.get(ticket.number).question
    chosen = fact.choice if isinstance(fact, CustomerAnswered) else ""
    for shown in question.shown if question else ():
        uow.speech.say(Private(ticket.customer_id), Rekey(shown, ticket.number, chosen), Priority.LIVE)


def show(uow: UnitOfWork, ticket: Ticket, face: Face = MAIN) -> None:
    """Bring the card up to date; a move brings its main side up again.

    What the desk had asked for with the former side up is asked no more.
    """
    uow.prompts.forget(ticket.chat_id, ticket.number)
    uow.speech.show(topic_of(ticket), CardView(ticket.number), face)
