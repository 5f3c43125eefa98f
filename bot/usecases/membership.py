"""Coming and going: customers who block the bot, staff who join and leave."""

from __future__ import annotations

from bot.domain.people import Actor, Standing
from bot.domain.statements import Notice
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.left_behind import pass_on, return_transfers
from bot.usecases.outcome import say_to_staff, show


def customer_gone(uow: UnitOfWork, person_id: int, reason: str) -> None:
    """Blocked, deleted or never started: the tickets show it, the staff are told once a ticket."""
    if uow.people.set_reachable(person_id, False, uow.now):
        for ticket in uow.tickets.open_of(person_id):
            say_to_staff(uow, ticket, Notice("staff-customer-gone", {"reason": reason}, number=ticket.number))
            show(uow, ticket)
            _wait(uow, ticket, ticket.unreachable())


def welcome_back(uow: UnitOfWork, person_id: int) -> None:
    if uow.people.set_reachable(person_id, True, uow.now):
        for ticket in uow.tickets.open_of(person_id):
            say_to_staff(uow, ticket, Notice("staff-customer-returned", number=ticket.number))
            show(uow, ticket)
            _wait(uow, ticket, ticket.reachable_again(uow.now))


def _wait(uow: UnitOfWork, ticket: Ticket, after: Ticket) -> None:
    """Nothing is waited for in vain while nobody is there, and nobody is late when they come back."""
    if after is not ticket:
        uow.tickets.save(after)
    uow.timers.follow(after)


def member_seen(uow: UnitOfWork, actor: Actor, chat_id: int) -> None:
    uow.members.seen(chat_id, actor, actor.standing)


def member_left(uow: UnitOfWork, actor: Actor, chat_id: int) -> None:
    """Who has left the group is in no service of it. Open tickets left behind find somebody else, or are named once, in
    General: a lead gives them away. What they had picked up for a service waits for somebody else of it.
    """
    uow.members.left(chat_id, actor.id)
    for service in uow.rules.services_in(chat_id):
        uow.team.leave(service.key, actor.id)
    if actor.standing is Standing.OUTSIDER:
        return_transfers(uow, actor, chat_id)
        pass_on(uow, actor, chat_id, "staff-executor-left")
