"""The moment of a timer has come."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import CustomerReminded, Fact, TicketNudged
from bot.domain.levels import unmissed, unwarned
from bot.domain.people import THE_DESK
from bot.domain.ticket import Ticket
from bot.domain.timers import GRACE, Alarm, given_up_at, named_hour, suitable, timers_of
from bot.ports import UnitOfWork
from bot.usecases.assign import next_team
from bot.usecases.outcome import record, settle, tell
from bot.usecases.place_held import hand_over, held_for

NO_MOVES = (CustomerReminded, TicketNudged)


def fire(uow: UnitOfWork, number: int, alarm: Alarm) -> None:
    """Claimed and done in one unit of work, so once. What is stored of a timer is only where to look: what counts is
    whether the ticket, as it is now, has such a timer and it is due.
    """
    planned = uow.timers.claim(number, alarm)
    if planned is None:
        return None
    ticket = uow.tickets.get(number)
    customer = uow.people.get(ticket.customer_id)
    zone = (customer and customer.zone) or uow.rules.zone
    hours = uow.rules.hours_of(ticket.with_service)
    reachable = customer is None or customer.reachable
    terms = uow.rules.terms
    due = timers_of(ticket, uow.rules.times, hours, zone=zone, reachable=reachable, terms=terms).get(alarm)
    if due is None or due > uow.now:
        return uow.timers.follow(ticket)
    if uow.now - planned > GRACE and (later := suitable(alarm, uow.now, hours, zone)) > uow.now:
        return uow.timers.put_off(number, alarm, due, later)
    return _go(uow, ticket, alarm)


def _go(uow: UnitOfWork, ticket: Ticket, alarm: Alarm) -> None:
    """A move turns the card to its main side; what is only said leaves it as it is."""
    if alarm in (Alarm.WARN, Alarm.BREACH):
        return _ring(uow, ticket)
    moved, fact = _done(uow, ticket, alarm)
    (record if isinstance(fact, NO_MOVES) else settle)(uow, moved, fact)
    return None


def _ring(uow: UnitOfWork, ticket: Ticket) -> None:
    """Whatever the service level has due by now, as one; nobody is warned of what is missed already."""
    told: list[Fact] = []
    terms, now = uow.rules.terms, uow.now
    for due in [due for due in unmissed(ticket, terms) if due.breached(now)]:
        ticket, missed = ticket.breach(due.goal, due.due_at, by=THE_DESK, at=now)
        told.append(missed)
    for due in [due for due in unwarned(ticket, terms) if due.warned(now)]:
        ticket, warned = ticket.warn(due.goal, due.due_at, by=THE_DESK, at=now)
        told.append(warned)
    uow.tickets.save(ticket)
    for fact in told:
        uow.history.record(fact)
        tell(uow, ticket, fact)


def _done(uow: UnitOfWork, ticket: Ticket, alarm: Alarm) -> tuple[Ticket, Fact]:
    by, at, times = THE_DESK, uow.now, uow.rules.times
    match alarm:
        case Alarm.MISS:
            return ticket.miss(by=by, at=at, team=next_team(uow, ticket))
        case Alarm.QUESTION:
            return _ask_again(uow, ticket)
        case Alarm.SILENCE:
            return ticket.go_silent(by=by, at=at)
        case Alarm.PICK_UP | Alarm.OVERDUE | Alarm.LATE | Alarm.NO_REPLY:
            return ticket.nudge(by=by, at=at)
        case Alarm.LAPSE:
            return ticket.lapse(by=by, at=at)
        case Alarm.ACCEPTANCE:
            return _last_call(uow, ticket)
        case Alarm.EXPIRE:
            if held := held_for(uow, ticket):
                ticket = hand_over(uow, ticket, held)
            return ticket.expire(by=by, at=at, after=times.acceptance, reopen=times.reopen)
        case Alarm.WARN | Alarm.BREACH:
            raise AssertionError("they are no moves, and ring by themselves")
        case _:
            assert_never(alarm)


def _ask_again(uow: UnitOfWork, ticket: Ticket) -> tuple[Ticket, Fact]:
    hours = uow.rules.hours_of(ticket.with_service)
    ends = given_up_at(ticket.question, uow.now, uow.rules.times, hours) if ticket.question else None
    return ticket.remind(by=THE_DESK, at=uow.now, closes_at=ends)


def _last_call(uow: UnitOfWork, ticket: Ticket) -> tuple[Ticket, Fact]:
    since = (ticket.acceptance and ticket.acceptance.since) or uow.now
    hours = uow.rules.hours_of(ticket.with_service)
    return ticket.remind(by=THE_DESK, at=uow.now, closes_at=named_hour(since, uow.now, uow.rules.times, hours))
