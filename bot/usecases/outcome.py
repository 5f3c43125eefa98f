"""What every move has in common: the ticket is saved, the history grows, everybody concerned is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.assignment import stirs_queue
from bot.domain.facts import CustomerAnswered, Fact, TicketTransferred
from bot.domain.lifecycle import Status
from bot.domain.notices import told_of
from bot.domain.notices.told import Told
from bot.domain.people import Actor, Person
from bot.domain.statements import MAIN, Face, Notice, Priority, Private, Rekey, TicketTopic
from bot.domain.ticket import Question, Ticket
from bot.domain.timers import expected_closing
from bot.ports import UnitOfWork
from bot.usecases.assign import assignments
from bot.usecases.colleagues import whom_to_call
from bot.usecases.guests import arrive, leave
from bot.usecases.levels import timed
from bot.usecases.services import named, team_there
from bot.usecases.topics import here, topic_in, topics_of

BOARD_PAUSE = timedelta(seconds=30)
"""The list of topics follows a ticket at a distance: a burst of moves costs the group one change of the icon."""


def settle(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store a move and everything that follows from it; if somebody has room now, or a ticket waits, the queues are
    served when the use case is done.
    `priority` is what the customer is told with.
    """
    _keep(uow, ticket, fact, priority)
    if stirs_queue(fact):
        uow.afterwards(serve_queues)


def serve_queues(uow: UnitOfWork) -> None:
    """Whatever waits is given to whoever is eligible for it now."""
    for ticket, fact in assignments(uow):
        _keep(uow, ticket, fact)


def _keep(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    before = uow.tickets.get(ticket.number) if _leaves(ticket, fact) else ticket
    if before.question is not None and ticket.question is None:
        _retire_question(uow, before.question, ticket, fact)
    came = ticket.guest_chat if isinstance(fact, TicketTransferred) else None
    if came is not None:
        arrive(uow, ticket, topic_in(ticket, came))
    record(uow, ticket, fact, priority)
    show(uow, ticket)
    # A topic that was closed is opened at once: the members cannot write in it.
    pause = None if fact.source is Status.CLOSED else uow.now + BOARD_PAUSE
    for to in topics_of(ticket):
        if to.chat_id != came:
            uow.speech.show(to, to.board, not_before=pause)
    if before.guest_chat is not None and before.guest_chat != ticket.guest_chat:
        leave(uow, ticket, topic_in(ticket, before.guest_chat), fact)


def record(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """Store and tell what leaves the card as it is, and whatever somebody is being asked for there."""
    uow.tickets.save(timed(uow.rules, ticket, fact))
    uow.history.record(fact)
    tell(uow, ticket, fact, priority)


def tell(uow: UnitOfWork, ticket: Ticket, fact: Fact, priority: Priority = Priority.LIVE) -> None:
    """The staff are told wherever they talk about it, and each group's own leads are called there."""
    told = told_of(fact, ticket)
    for notice in told.customer:
        known = replace(notice, values={**times(uow, ticket), **notice.values})
        uow.speech.say(
            Private(ticket.customer_id), named(uow, known), Priority.REMINDER if notice.reminds else priority
        )
    for to in topics_of(ticket):
        called = _called(uow, ticket, told, to)
        for notice in told.staff:
            uow.speech.say(to, named(uow, calling(notice, called)))


def say_to_staff(uow: UnitOfWork, ticket: Ticket, notice: Notice) -> None:
    for to in topics_of(ticket):
        uow.speech.say(to, notice)


def times(uow: UnitOfWork, ticket: Ticket) -> dict[str, Any]:
    """What the customer is told of the time they have; `until`: to open a closed ticket again; `closes`: to say whether
    it is solved, if they have the question now.
    """
    rules = uow.rules
    if ticket.closed_at is not None:
        return {"until": ticket.closed_at + rules.times.reopen}
    if ticket.status is not Status.COMPLETED:
        return {}
    customer = uow.people.get(ticket.customer_id)
    hours, zone = rules.hours_of(ticket.with_service), (customer and customer.zone) or rules.zone
    return {"closes": expected_closing(uow.now, rules.times, hours, zone)}


def calling(notice: Notice, people: Sequence[Person]) -> Notice:
    """With a mention of these."""
    called = [(person.id, person.name) for person in people]
    return replace(notice, values={**notice.values, "leads": called}) if called else notice


def _called(uow: UnitOfWork, ticket: Ticket, told: Told, to: TicketTopic) -> Sequence[Person]:
    """Those that are called there, be it in the place of somebody who is not."""
    if told.leads:
        return uow.members.leads(to.chat_id)
    if told.team:
        return team_there(uow, ticket) if ticket.transfer and ticket.transfer.chat_id == to.chat_id else ()
    if told.instead_of is None:
        return ()
    return [one for one in whom_to_call(uow, ticket) if one.id != told.instead_of]


def _leaves(ticket: Ticket, fact: Fact) -> bool:
    """A question is over, or its time with a service: what was there before is to be looked at."""
    if fact.source is Status.WAITING_CUSTOMER:
        return ticket.question is None
    return fact.source is Status.TRANSFERRED and (ticket.transfer is None or isinstance(fact, TicketTransferred))


def _retire_question(uow: UnitOfWork, question: Question, ticket: Ticket, fact: Fact) -> None:
    """Whatever ended the question, its buttons go wherever they stand; a choice stays to be seen there."""
    chosen = fact.choice if isinstance(fact, CustomerAnswered) else ""
    for shown in question.shown:
        uow.speech.say(Private(ticket.customer_id), Rekey(shown, ticket.number, chosen), Priority.LIVE)


def show(uow: UnitOfWork, ticket: Ticket) -> None:
    """Bring the card up to date, wherever there is one, with its main side up: something has happened to the ticket.

    What the desk had asked for with the former side up is asked no more.
    """
    for to in topics_of(ticket):
        _turn(uow, to, MAIN)


def turn_card(uow: UnitOfWork, actor: Actor, ticket: Ticket, face: Face) -> None:
    """Another side of the card that the actor has before them, at home or where the ticket is a guest: a button was
    pressed, and nothing has happened. Whatever they were asked there before, they are asked no more.
    """
    _turn(uow, topic_in(ticket, here(actor, ticket)), face, by=actor.id)


def _turn(uow: UnitOfWork, to: TicketTopic, face: Face, by: int = 0) -> None:
    uow.prompts.forget(to.chat_id, to.number, by)
    uow.speech.show(to, to.card, face)
