"""Something takes too long: who works on it hears of it first, then the leads, or the customer."""

from __future__ import annotations

from bot.domain.facts import TicketNudged
from bot.domain.lifecycle import Status
from bot.domain.notices.told import NOTHING, Told, notice, to_assignee
from bot.domain.ticket import Promise, Ticket, Transfer


def told_of_nudge(fact: TicketNudged, ticket: Ticket) -> Told:
    """In `in_progress` no reply has come for days; transferred, nobody has picked it up; a promised day has passed."""
    if ticket.transfer is not None:
        return _not_picked_up(ticket, ticket.transfer)
    if ticket.promise is not None:
        return _overdue(fact, ticket, ticket.promise)
    if ticket.status is not Status.IN_PROGRESS:
        return NOTHING
    if fact.times == 1:
        return Told(staff=(to_assignee(ticket, "staff-no-reply"),))
    return Told(staff=(to_assignee(ticket, "staff-still-no-reply"),), leads=True)


def _not_picked_up(ticket: Ticket, transfer: Transfer) -> Told:
    """In both topics, each calling its own leads."""
    return Told(staff=(notice(ticket, "staff-not-picked-up", service=transfer.service),), leads=True)


def _overdue(fact: TicketNudged, ticket: Ticket, promise: Promise) -> Told:
    if fact.times == 1:
        told = to_assignee(ticket, "staff-release-overdue", version=promise.version, on=promise.on)
        return Told(staff=(told,), leads=True)
    return Told(customer=(notice(ticket, "ticket-release-overdue", version=promise.version, on=promise.on),))
