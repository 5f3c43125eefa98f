"""The desk gives out tickets in turn, in the services that do it that way (moves 2 and 4a)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.assignment import Colleague, Roster
from bot.domain.facts import TicketAssigned, TicketReassigned
from bot.domain.people import THE_DESK, Person
from bot.domain.team import Assignment, Service
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork


def service_of(uow: UnitOfWork, ticket: Ticket) -> Service:
    """One that the desk file names no longer is everybody in its group, and gives out nothing."""
    return uow.rules.services.get(ticket.service) or Service(ticket.service, {}, ticket.chat_id)


def roster_of(uow: UnitOfWork, service: Service, *, also: Sequence[Person] = ()) -> Roster:
    """Its members, and whoever else is to be looked at with them."""
    people = list({person.id: person for person in (*uow.team.members_of(service), *also)}.values())
    turns, absences = uow.team.turns(service.key), uow.presence.absences()
    active = uow.tickets.active_with([person.id for person in people])
    members = tuple(
        Colleague(person, active.get(person.id, 0), turns.get(person.id, 0), person.id in absences) for person in people
    )
    return Roster(service, members, service.calendar.open_at(uow.now))


def next_team(uow: UnitOfWork, ticket: Ticket) -> list[int]:
    """Who may be next by automation and is not away; nobody where a lead gives the tickets out."""
    service = service_of(uow, ticket)
    if service.assignment is Assignment.MANUAL:
        return []
    absences = uow.presence.absences()
    return [person.id for person in uow.team.members_of(service) if person.id not in absences]


def assignments(uow: UnitOfWork) -> Iterator[tuple[Ticket, TicketAssigned]]:
    """What is to be given out now, service by service, in the order of the queue; each move has to be stored before the
    next one is asked for.
    """
    in_turn = [key for key, service in uow.rules.services.items() if service.assignment is Assignment.ROUND_ROBIN]
    for key in uow.tickets.queued_in(in_turn) if in_turn else ():
        yield from _in_service(uow, roster_of(uow, uow.rules.services[key]))


def reassignment(uow: UnitOfWork, ticket: Ticket) -> tuple[Ticket, TicketReassigned] | None:
    """To whose turn it is; None: to nobody. Not only within working hours, for they are back before its executor is."""
    service = service_of(uow, ticket)
    if service.assignment is Assignment.MANUAL:
        return None
    roster = replace(roster_of(uow, service), at_work=True)
    chosen = roster.next_for(ticket)
    if chosen is None:
        return None
    _, turn = roster.given(chosen)
    uow.team.had_turn(service.key, chosen.person.id, turn)
    return ticket.reassign(chosen.person, by=THE_DESK, at=uow.now)


def _in_service(uow: UnitOfWork, roster: Roster) -> Iterator[tuple[Ticket, TicketAssigned]]:
    passed_over = 0
    while roster.has_room and (queue := uow.tickets.queue_of(roster.service.key, passed_over)):
        for ticket in queue:
            chosen = roster.next_for(ticket)
            if chosen is None:
                passed_over += 1
                continue
            roster, turn = roster.given(chosen)
            uow.team.had_turn(roster.service.key, chosen.person.id, turn)
            yield ticket.assign(chosen.person, by=THE_DESK, at=uow.now)
