"""Who works on it: what the customer and the staff hear of that."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from bot.domain.facts import (
    TakeMissed,
    TicketAssigned,
    TicketCorrected,
    TicketDeclined,
    TicketNudged,
    TicketReassigned,
    TicketReceived,
    TicketTaken,
    WorkingFact,
)
from bot.domain.lifecycle import Status
from bot.domain.notices.nudging import told_of_nudge
from bot.domain.notices.told import NOTHING, Told, notice
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Ticket


def told_of_working(fact: WorkingFact, ticket: Ticket) -> Told:
    match fact:
        case TicketReceived():
            return Told(customer=(_received(fact, ticket),))
        case TicketTaken():
            return Told(customer=(notice(ticket, "ticket-taken", executor=fact.by.name),))
        case TicketReassigned():
            staff = _taken_over(fact, ticket)
            if ticket.status is Status.ASSIGNED:
                return Told(staff=(staff,))  # the customer is told who works on it when somebody does
            return Told(customer=(_with_another(fact, ticket),), staff=(staff,))
        case TicketCorrected():
            return Told(customer=(notice(ticket, "ticket-corrected", field=fact.field, value=fact.after),))
        case TicketAssigned() if ticket.topic_id is None:
            return NOTHING  # the card is still to come, and mentions them
        case TicketAssigned():
            key = "staff-assigned-by-lead" if fact.by_lead else "staff-assigned"
            return Told(staff=(notice(ticket, key, name=fact.to_name, person=fact.to_id, by=fact.by.name),))
        case TicketDeclined() if fact.nobody_left:
            return Told(staff=(notice(ticket, "staff-declined", name=fact.by.name),), leads=True)
        case TakeMissed():
            return Told(staff=(notice(ticket, "staff-take-missed", name=fact.person_name),), leads=fact.nobody_left)
        case TicketNudged():
            return told_of_nudge(fact, ticket)
        case TicketDeclined():
            return NOTHING
        case _:
            assert_never(fact)


def _received(fact: TicketReceived, ticket: Ticket) -> Notice:
    """By whom, when it was not the customer; by when it is answered, where there is a target; when the desk opens."""
    key = "ticket-filed" if fact.filed else "ticket-received"
    known: dict[str, str | date] = {"by": fact.by.name, "subject": ticket.subject} if fact.filed else {}
    if fact.answer_by is None:
        return notice(ticket, key, Buttons.RECEIVED, **known)
    known |= {"answer": fact.answer_by}
    if fact.opens_at is None:
        return notice(ticket, f"{key}-by", Buttons.RECEIVED, **known)
    return notice(ticket, f"{key}-closed", Buttons.RECEIVED, **known, opens=fact.opens_at)


def _with_another(fact: TicketReassigned, ticket: Ticket) -> Notice:
    """The buttons of an earlier question carry the former turn: while it waits for the word, it asks anew."""
    if ticket.status is Status.COMPLETED:
        return notice(ticket, "ticket-reassigned-completed", Buttons.COMPLETED, executor=fact.to_name)
    return notice(ticket, "ticket-reassigned", executor=fact.to_name)


def _taken_over(fact: TicketReassigned, ticket: Ticket) -> Notice:
    if fact.by.name:
        return notice(ticket, "staff-reassigned", name=fact.to_name, person=fact.to_id, by=fact.by.name)
    return notice(ticket, "staff-reassigned-by-desk", name=fact.to_name, person=fact.to_id, before=fact.before)
