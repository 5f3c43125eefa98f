"""People to choose from for a ticket, and the one to call about it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.assignment import Colleague
from bot.domain.errors import NotPresent
from bot.domain.people import Person
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.assign import roster_of, service_of


def colleagues(uow: UnitOfWork, ticket: Ticket) -> Sequence[Colleague]:
    """Who can be given it by hand: the members of its service, and the leads of its group. First those who are eligible
    for it, of these first who has the fewest; whom to overrule is for a lead to decide.
    """
    roster = roster_of(uow, service_of(uow, ticket), also=uow.members.leads(ticket.chat_id))
    return sorted(roster.members, key=lambda one: (not roster.eligible(one, ticket), one.active, one.person.name))


def chosen(uow: UnitOfWork, ticket: Ticket, person_id: int) -> Person:
    """One of them; NotPresent for an id that is none of theirs."""
    found = next((one.person for one in colleagues(uow, ticket) if one.person.id == person_id), None)
    if found is None:
        raise NotPresent
    return found


def whom_to_call(uow: UnitOfWork, ticket: Ticket) -> Sequence[Person]:
    """Who works on it now; if they are away or gone, the leads of the group in which it is worked on."""
    chat_id = ticket.transfer.chat_id if ticket.transfer else ticket.chat_id
    absences = uow.presence.absences()
    there = [one for one in uow.members.present(chat_id) if one.id == ticket.assignee_id and one.id not in absences]
    return there or uow.members.leads(chat_id)
