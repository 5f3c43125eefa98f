"""What every move has in common: the ticket is saved, the history grows, everybody concerned is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.assignment import stirs_queue
from bot.domain.facts import CustomerAnswered, Fact
from bot.domain.lifecycle import Status
from bot.domain.notices import told_of
from bot.domain.notices.told import Told
from bot.domain.people import Person
from bot.domain.statements import MAIN, CardView, Face, Notice, Priority, Private, Rekey, Thread, TicketTopic, TopicView
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.assign import assignments
from bot.usecases.colleagues import whom_to_call
from bot.usecases.levels import timed

BOARD_PAUSE = timedelta(seconds=30)
"""The list of topics follows a ticket at a distance: a burst of moves costs the group one change of the icon."""


def topic_of(ticket: Ticket) -> TicketTopic:
    return TicketTopic(ticket.chat_id, ticket.number)


def settle(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store a move and everything that follows from it: also that somebody has room now, or that a ticket waits.
    `priority` is what the customer is told with.
    """
    _keep(uow, ticket, fact, priority)
    if stirs_queue(fact):
        serve_queues(uow)


def serve_queues(uow: UnitOfWork) -> None:
    """Whatever waits is given to whoever is eligible for it now."""
    for ticket, fact in assignments(uow):
        _keep(uow, ticket, fact)


def _keep(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    if fact.source is Status.WAITING_CUSTOMER and ticket.question is None:
        _retire_question(uow, ticket, fact)
    record(uow, ticket, fact, priority)
    show(uow, ticket)
    # A topic that was closed is opened at once: the members cannot write in it.
    pause = None if fact.source is Status.CLOSED else uow.now + BOARD_PAUSE
    uow.speech.show(topic_of(ticket), TopicView(ticket.number), not_before=pause)


def record(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store and tell what leaves the card as it is, and whatever somebody is being asked for there."""
    uow.tickets.save(timed(uow.rules, ticket, fact))
    uow.history.record(fact)
    tell(uow, ticket, fact, priority)


def tell(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    told = told_of(fact, ticket)
    for notice in told.customer:
        timed = replace(notice, values={**notice.values, **times(uow, ticket)})
        uow.speech.say(Private(ticket.customer_id), timed, Priority.REMINDER if notice.reminds else priority)
    leads = _leads(uow, ticket, told)
    for notice in told.staff:
        uow.speech.say(topic_of(ticket), calling(notice, leads))
    if ticket.transfer is not None:
        for notice in told.target:
            away = ticket.transfer.chat_id
            uow.speech.say(Thread(away, None), calling(notice, uow.members.leads(away)))


def times(uow: UnitOfWork, ticket: Ticket) -> dict[str, Any]:
    """What the customer is told of the time they have; `until`: to open a closed ticket again."""
    return {"until": ticket.closed_at + uow.rules.times.reopen} if ticket.closed_at else {}


def calling(notice: Notice, leads: Sequence[Person]) -> Notice:
    """With a mention of these."""
    called = [(lead.id, lead.name) for lead in leads]
    return replace(notice, values={**notice.values, "leads": called}) if called else notice


def _leads(uow: UnitOfWork, ticket: Ticket, told: Told) -> Sequence[Person]:
    """Those that are called, be it in the place of somebody who is not there."""
    if told.leads:
        return uow.members.leads(ticket.chat_id)
    if told.instead_of is None:
        return ()
    return [one for one in whom_to_call(uow, ticket) if one.id != told.instead_of]


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
